"""What a build is a list of: files, each with its address, how it is made and the view it is made from.

In: nothing. Out: the types that `pages` fills and `render` reads.
"""

from dataclasses import dataclass
from enum import StrEnum

from weerklank.data.meta import Meta
from weerklank.data.table import Table
from weerklank.document.annex import AnnexView


class Kind(StrEnum):
    """How an artifact becomes bytes."""

    HTML = "html"
    XML = "xml"
    TEXT = "text"
    TABLE = "table"
    WORKBOOK = "workbook"
    CHART = "chart"
    ANNEX = "annex"
    WORD = "word"
    COPY = "copy"


@dataclass(frozen=True)
class DataFile:
    """One or more tables as a file, with where they come from. `title` is for workbooks."""

    tables: tuple[Table, ...]
    provenance: Meta
    title: str = ""


@dataclass(frozen=True)
class AnnexFile:
    """An annex with where its data come from."""

    view: AnnexView
    provenance: Meta


@dataclass(frozen=True)
class Artifact:
    """One file of the site. `view`: all it is made from. `template`: for pages. `option`: file ending or variant.

    `needs`: paths of files whose size and hash the page prints; they are rendered before it.
    """

    path: str
    kind: Kind
    view: object
    template: str = ""
    option: str = ""
    needs: tuple[str, ...] = ()
