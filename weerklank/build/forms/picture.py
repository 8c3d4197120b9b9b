"""Pictures of authors, as they are published, and QR codes.

In: a picture as it lies beside its record, or an address. Out: its pixels, and nothing else that was in the file; the
code of that address.
"""

from dataclasses import dataclass

from weerklank import pictures, qr, theme
from weerklank.build.artifact import Bench, Form
from weerklank.build.results import MadeFile


@dataclass(frozen=True)
class PictureForm(Form[pictures.Photograph]):
    """A picture without what a camera or an editor added."""

    def make(self, view: pictures.Photograph, bench: Bench) -> MadeFile:  # noqa: ARG002 - reads nothing
        """The bytes."""
        return MadeFile(pictures.published(view))


@dataclass(frozen=True)
class CodeForm(Form[str]):
    """The QR code of an address: dark on light whatever the scheme of the screen, which is what cameras expect."""

    def make(self, view: str, bench: Bench) -> MadeFile:  # noqa: ARG002 - reads nothing
        """An SVG."""
        return MadeFile(qr.svg(view, dark=theme.LIGHT.ink, light=theme.LIGHT.paper))
