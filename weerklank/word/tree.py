"""The blocks that a Word document is made of.

In and out: frozen values, filled from a view. Nothing here knows Word.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from weerklank.data.table import Table


@dataclass(frozen=True)
class Run:
    """Text with one look. `literal`: words of a source (serif); `raised`: as the number of a note.

    `link`: a web address, a mail address with `mailto:`, or `#anchor` within the document; a link to an anchor that is
    not there becomes plain text. `lang`: BCP 47, where it is not the document's own. A line end in `text` is kept.
    """

    text: str
    bold: bool = False
    literal: bool = False
    link: str = ""
    lang: str = ""
    raised: bool = False


@dataclass(frozen=True)
class Placeholder:
    """A field that is missing: "nummer" is shown as [nummer] on a dashed line."""

    text: str


Inline: TypeAlias = Run | Placeholder


class Tone(StrEnum):
    """How a paragraph speaks: the document's title, running text, a statement, a remark in small type, a quotation."""

    TITLE = "titel"
    TEXT = "tekst"
    STATEMENT = "stelling"
    REMARK = "opmerking"
    QUOTE = "citaat"


@dataclass(frozen=True)
class Heading:
    """A heading of level 1 to 6, with a bookmark when there is an `anchor`."""

    level: int
    text: str
    anchor: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Running text."""

    runs: tuple[Inline, ...]
    tone: Tone = Tone.TEXT
    anchor: str = ""


@dataclass(frozen=True)
class List:
    """Items of one or more blocks each. An ordered list starts at `start`."""

    ordered: bool
    items: tuple[tuple["Block", ...], ...]
    start: int = 1


@dataclass(frozen=True)
class TableBlock:
    """One of our tables, with its title and caption above it and its notes under it."""

    table: Table
    anchor: str = ""


@dataclass(frozen=True)
class GridColumn:
    """A column of a `GridBlock`. `numeric`: cells of one paragraph are aligned right; `row_head`: they name the row."""

    head: str
    numeric: bool = False
    row_head: bool = False


@dataclass(frozen=True)
class GridBlock:
    """A table whose cells hold blocks. `title` and `caption` stand above it; `notes` are remarks under it.

    Each row has one cell for each column (checked on creation).
    """

    title: str
    columns: tuple[GridColumn, ...]
    rows: tuple[tuple[tuple["Block", ...], ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = ()
    anchor: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.title}: a row does not have {len(self.columns)} cells")


@dataclass(frozen=True)
class Figure:
    """A PNG image, `width_mm` wide (at most the width of the text), with a caption under it.

    `alternative`: the text for who cannot see it; it is never empty.
    """

    png: bytes
    alternative: str
    caption: str
    width_mm: float
    anchor: str = ""


@dataclass(frozen=True)
class PageBreak:
    """What follows starts on a new page."""


@dataclass(frozen=True)
class Toc:
    """The contents: every heading up to level `levels`, as links. Word adds page numbers when a reader updates it."""

    title: str = "Inhoud"
    levels: int = 2


Block: TypeAlias = Heading | Paragraph | List | TableBlock | GridBlock | Figure | PageBreak | Toc


@dataclass(frozen=True)
class WordDocument:
    """A document. `header` and `footer`: text at the left, on each page; the page number stands right in the footer.

    `draft`: the word "Ontwerp" stands on each page and in the properties. `address`: the site's own address, with a
    slash at the end, for cells of tables that link within it; "" leaves those cells without link.
    """

    title: str
    publisher: str
    blocks: tuple[Block, ...]
    header: str = ""
    footer: str = ""
    draft: bool = False
    subject: str = ""
    address: str = ""
