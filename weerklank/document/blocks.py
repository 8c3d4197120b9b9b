"""The pieces that record pages and annexes are made of: one list of blocks for the site, the PDF and Word.

In: nothing. Out: frozen block types. `kind` names the macro of `partials/blocks.html` that prints a block. A block says
by citation what it rests on; whoever prints it knows the number of each.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from weerklank.data.table import Table
from weerklank.document.entries import Bullets, Contradictions, Entries, Figures, Links, Passages, Quotes
from weerklank.document.parts import NOTHING, ChartFigure, Fact, Link, Mark, Said
from weerklank.model import Citation


@dataclass(frozen=True)
class Heading:
    """A heading of level 3 within a section. `mark`: it is a state, drawn with its shape."""

    text: str
    id: str
    mark: Mark | None = None
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Prose:
    """Running text as HTML blocks. `literal`: the words of a source, set in the serif."""

    html: Markup
    literal: bool = False
    kind: str = field(default="prose", init=False)


@dataclass(frozen=True)
class Assertion:
    """One sentence that the table or chart after it proves."""

    text: str
    kind: str = field(default="statement", init=False)


@dataclass(frozen=True)
class Remark:
    """A sentence in small type: a note under a table, a selection, where sources are."""

    html: Markup
    sources: tuple[int, ...] = ()
    kind: str = field(default="remark", init=False)


@dataclass(frozen=True)
class MatrixRow:
    """One sub-question: `cells` are (letter, mark) per part, `target` the fragment where its answers stand, or ""."""

    number: int
    subject: str
    cells: tuple[tuple[str, Mark], ...]
    words: str
    records: str
    target: str


@dataclass(frozen=True)
class Matrix:
    """The coverage matrix. `pages`: the answers are in this annex, so that each row can name its page."""

    caption: str
    rows: tuple[MatrixRow, ...]
    pages: bool
    kind: str = field(default="matrix", init=False)


@dataclass(frozen=True)
class Legend:
    """What the marks mean, each with its count in words."""

    items: tuple[tuple[Mark, str], ...]
    kind: str = field(default="legend", init=False)


@dataclass(frozen=True)
class AnswerRow:
    """One part of a sub-question. `id` is set on the first part of each sub-question; `mark` where it is judged."""

    id: str
    label: str
    asked: str
    mark: Mark | None
    html: Markup
    records: tuple[Link, ...]
    sources: tuple[int, ...]


@dataclass(frozen=True)
class Answers:
    """What the answer gives per part."""

    caption: str
    rows: tuple[AnswerRow, ...]
    kind: str = field(default="answers", init=False)


@dataclass(frozen=True)
class Grid:
    """A table as printed. `style`: a CSS class that sets the columns; `cited`: what each row rests on, or ().

    `sources`: the same by number, where the numbers are known.
    """

    table: Table
    style: str = ""
    sources: tuple[tuple[int, ...], ...] = ()
    cited: tuple[tuple[Citation, ...], ...] = ()
    kind: str = field(default="grid", init=False)


@dataclass(frozen=True)
class Facts:
    """Terms with their values, as a table of two columns."""

    caption: str
    facts: tuple[Fact, ...]
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True)
class Picture:
    """A chart. `name`: the drawing for paper is `charts/<name>.svg` among the resources of the PDF."""

    name: str
    figure: ChartFigure
    kind: str = field(default="picture", init=False)


@dataclass(frozen=True)
class TermRow:
    """A word of the glossary that occurs in the annex; `also`: its other spellings; `expansion`: of an abbreviation."""

    name: str
    also: str
    meaning: Said
    sources: tuple[int, ...]
    expansion: str = ""


@dataclass(frozen=True)
class Terms:
    """The glossary."""

    caption: str
    rows: tuple[TermRow, ...]
    kind: str = field(default="terms", init=False)


@dataclass(frozen=True)
class StateRow:
    """A state that occurs in the annex and what it means."""

    mark: Mark
    meaning: str


@dataclass(frozen=True)
class States:
    """What each shape and its word mean."""

    caption: str
    rows: tuple[StateRow, ...]
    kind: str = field(default="states", init=False)


@dataclass(frozen=True)
class QuoteItem:
    """A numbered quotation with its place and what rests on it; without words: the document as a whole."""

    number: int
    text: str
    lang: str
    place: str
    link: Link
    used: str


@dataclass(frozen=True)
class Document:
    """One source document with the quotations taken from it. `note`: what a reader must know about it."""

    title: str
    facts: tuple[Fact, ...]
    url: str
    note: Markup
    items: tuple[QuoteItem, ...]
    kind: str = field(default="document", init=False)


@dataclass(frozen=True)
class WholeItem:
    """A numbered document of which nothing is quoted. `note`: what a reader must know, and whether it is external."""

    number: int
    title: str
    facts: tuple[Fact, ...]
    url: str
    note: Markup
    used: str


@dataclass(frozen=True)
class Wholes:
    """The documents that are named as a whole."""

    title: str
    items: tuple[WholeItem, ...]
    kind: str = field(default="wholes", init=False)


@dataclass(frozen=True)
class ReadingRow:
    """One of the things that sources say about a subject."""

    text: str
    place: str
    note: Markup
    sources: tuple[int, ...]


@dataclass(frozen=True)
class TensionItem:
    """A subject on which sources say two things."""

    subject: str
    readings: tuple[ReadingRow, ...]
    note: Markup


@dataclass(frozen=True)
class Tensions:
    """Where sources, or one source, say two things: both stand there."""

    items: tuple[TensionItem, ...]
    kind: str = field(default="tensions", init=False)


# --- blocks that hold others -----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sign:
    """One signpost of a story: what it is about, in which state, and what is told there."""

    id: str
    title: str
    mark: Mark
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Story:
    """A record told along signposts: asked, heard, done."""

    signs: tuple[Sign, ...]
    kind: str = field(default="story", init=False)


@dataclass(frozen=True)
class Fold:
    """What is one line until a reader opens it; on paper it is open. `count`: how much there is inside, in words."""

    id: str
    title: str
    blocks: tuple["Block", ...]
    count: str = ""
    mark: Mark | None = None
    kind: str = field(default="fold", init=False)


Block = (
    Heading
    | Prose
    | Assertion
    | Remark
    | Matrix
    | Legend
    | Answers
    | Grid
    | Facts
    | Picture
    | Terms
    | States
    | Document
    | Wholes
    | Tensions
    | Story
    | Quotes
    | Entries
    | Bullets
    | Links
    | Figures
    | Contradictions
    | Fold
    | Passages
)


@dataclass(frozen=True)
class Section:
    """A part of an annex or of a record under one heading. `fresh`: it starts on a new page.

    `note`: a sentence beside the title; `wide`: it takes the whole width of a page of the site. A section without a
    title is what a record begins with.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    fresh: bool = False
    note: Markup = NOTHING
    wide: bool = False
