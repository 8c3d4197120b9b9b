"""Pictures of authors, as they are published.

In: a picture as it lies beside its record. Out: its pixels, and nothing else that was in the file.
"""

from dataclasses import dataclass

from weerklank import pictures
from weerklank.build.artifact import Bench, Form
from weerklank.build.results import MadeFile


@dataclass(frozen=True)
class PictureForm(Form[pictures.Photograph]):
    """A picture without what a camera or an editor added."""

    def make(self, view: pictures.Photograph, bench: Bench) -> MadeFile:  # noqa: ARG002 - reads nothing
        """The bytes."""
        return MadeFile(pictures.published(view))
