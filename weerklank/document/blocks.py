"""The pieces that record pages and annexes are made of: one list of blocks for the site, the PDF and Word.

In: nothing. Out: frozen block types. `kind` names the macro of `partials/blocks.html` that prints a block. A block says
by citation what it rests on; whoever prints it knows the number of each. `data`: the name of the table that holds in an
annex what the block prints, or "".
"""

from dataclasses import dataclass, field
from itertools import accumulate

from markupsafe import Markup

from weerklank.data.table import Table
from weerklank.document.entries import Bullets, Citable, Contradictions, Entries, Figures, Links, Passages, Quotes
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
    """Running text as HTML blocks. `literal`: the words of a source, set in the serif; `cited`: where it is found."""

    html: Markup
    literal: bool = False
    cited: tuple[Citation, ...] = ()
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
    cited: tuple[Citation, ...] = ()
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
    data: str = ""
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
    cited: tuple[Citation, ...]


@dataclass(frozen=True)
class Answers:
    """What the answer gives per part."""

    caption: str
    rows: tuple[AnswerRow, ...]
    data: str = ""
    kind: str = field(default="answers", init=False)


@dataclass(frozen=True)
class Grid:
    """A table as printed. `style`: a CSS class that sets the columns; `cited`: what each row rests on, or ().

    `ids`: of each row, or (); "" for a row that nothing leads to. `leads`: of each cell of each row where a page tells
    how to cite it, or (). `has_files`: the files of the table stand below it on a page of the site.
    """

    table: Table
    style: str = ""
    cited: tuple[tuple[Citation, ...], ...] = ()
    ids: tuple[str, ...] = ()
    leads: tuple[tuple[Link | None, ...], ...] = ()
    has_files: bool = False
    kind: str = field(default="grid", init=False)


@dataclass(frozen=True)
class Facts:
    """Terms with their values, as a table of two columns; with `run` as the sentences of one paragraph.

    `cited`: where all of a paragraph is found.
    """

    caption: str
    facts: tuple[Fact, ...]
    run: bool = False
    data: str = ""
    cited: tuple[Citation, ...] = ()
    kind: str = field(default="facts", init=False)


@dataclass(frozen=True)
class Picture:
    """A chart. `name`: the drawing for paper is `charts/<name>.svg` among the resources of the PDF."""

    name: str
    figure: ChartFigure
    kind: str = field(default="picture", init=False)


@dataclass(frozen=True)
class Gallery:
    """Small charts that stand side by side where there is room: title, id and chart of each."""

    items: tuple[tuple[str, str, Picture], ...]
    kind: str = field(default="gallery", init=False)


@dataclass(frozen=True)
class Photo:
    """A picture of an author. `path`: its address on the site, and among the resources of the PDF; size in pixels."""

    path: str
    alternative: str
    caption: Markup
    width: int
    height: int
    kind: str = field(default="photo", init=False)


@dataclass(frozen=True)
class TermRow:
    """A word of the glossary that occurs in the annex; `also`: its other spellings; `expansion`: of an abbreviation."""

    name: str
    also: str
    meaning: Said
    cited: tuple[Citation, ...]
    expansion: str = ""


@dataclass(frozen=True)
class Terms:
    """The glossary."""

    caption: str
    rows: tuple[TermRow, ...]
    data: str = ""
    kind: str = field(default="terms", init=False)


@dataclass(frozen=True)
class GuideSpot:
    """A place in the annex, called by what stands there. `again`: in the same part as the place before it."""

    id: str
    title: str
    again: bool = False


@dataclass(frozen=True)
class GuideRow:
    """A sub-question: what the answer gives, where it stands there, and where the annex tells more, in its order.

    `open`: the sentence is still to be written.
    """

    number: int
    subject: str
    html: Markup
    open: bool
    places: tuple[Link, ...]
    spots: tuple[GuideSpot, ...]


@dataclass(frozen=True)
class Guide:
    """Where to find what: a row for each sub-question."""

    caption: str
    rows: tuple[GuideRow, ...]
    data: str = ""
    kind: str = field(default="guide", init=False)


@dataclass(frozen=True)
class Paragraphs:
    """Numbered paragraphs of a source, each with the words that it opens with."""

    caption: str
    items: tuple[tuple[str, str], ...]
    kind: str = field(default="paragraphs", init=False)


@dataclass(frozen=True)
class SourceItem:
    """A document in short form. `stated`: who published it and when, as far as known; `lang`: of its title, or ""."""

    id: str
    title: str
    stated: str
    url: str
    note: Markup
    lang: str
    external: str


@dataclass(frozen=True)
class SourceList:
    """Documents, one below the other."""

    items: tuple[SourceItem, ...]
    kind: str = field(default="documents", init=False)


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
class Deed:
    """One thing that was done: its state (None where the thing that it is part of says it), what ties it, its parts.

    `id`: of its place, or "".
    """

    mark: Mark | None
    name: Said
    note: Markup
    ties: tuple[Fact, ...]
    parts: tuple["Deed", ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Deeds:
    """What was done, in the order of the source. `lead`: the words above it; `ties`: what holds for every one."""

    lead: str
    items: tuple[Deed, ...]
    ties: tuple[Fact, ...]
    cited: tuple[Citation, ...] = ()
    kind: str = field(default="deeds", init=False)


@dataclass(frozen=True)
class Key:
    """What stands large beside a story: a figure or a word, and what it says. `about`: the figure is not exact."""

    large: str
    label: Markup = NOTHING
    figure: bool = False
    about: bool = False
    cited: tuple[Citation, ...] = ()


_BESIDE = 700
"""Letters, about ten lines on paper: what stands beside something is not parted by the end of a page."""


@dataclass(frozen=True)
class Tale:
    """A record told in short: `told` stands beside its keys, `under` comes after it."""

    id: str
    title: str
    keys: tuple[Key, ...]
    told: tuple["Block", ...]
    under: tuple["Block", ...] = ()
    kind: str = field(default="tale", init=False)

    @property
    def beside(self) -> tuple["Block", ...]:
        """The beginning of `told` that stands beside the keys where a tale goes on below them: some lines of text."""
        lengths = accumulate(
            len(block.html.striptags()) if isinstance(block, Prose) else _BESIDE for block in self.told
        )
        return tuple(block for block, length in zip(self.told, lengths, strict=True) if length < _BESIDE)


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
    | Gallery
    | Photo
    | Terms
    | Guide
    | Paragraphs
    | SourceList
    | Tale
    | Deeds
    | Story
    | Quotes
    | Entries
    | Bullets
    | Links
    | Figures
    | Citable
    | Contradictions
    | Fold
    | Passages
)


@dataclass(frozen=True)
class Section:
    """A part of an annex or of a record under one heading. `fresh`: it starts on a new page.

    `note`: a sentence beside the title; `wide`: it takes the whole width of a page of the site. A section without a
    title is what a record begins with. `data`: the tables that hold what its blocks print together.
    """

    id: str
    title: str
    blocks: tuple[Block, ...]
    fresh: bool = False
    note: Markup = NOTHING
    wide: bool = False
    data: tuple[str, ...] = ()
