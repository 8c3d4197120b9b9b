"""The seam with WeasyPrint: its boxes, drawn page by page, as values that the tags are made of.

In: the pages of a laid-out document. Out: for each page a tree of `Piece` values, taken at the moment it is painted,
and the stream it was painted on. All knowledge of WeasyPrint's inside that tagging needs is in this module: boxes,
`Page._page_box`, `Stream._tags` and the fact that its own tagging starts from the first and empties the second.
No function of WeasyPrint is replaced: `PaintedPage` takes the place of its page through the public `Document.copy`.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any
from xml.etree.ElementTree import Element

from weasyprint.document import Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

POINTS = 0.75  # PDF units in a CSS pixel

# Boxes that are placed as a whole of their own, so that the words on both sides are not one word.
_BLOCKS = (boxes.BlockLevelBox, boxes.TableCellBox)

# Boxes of which it matters where they lie.
_PLACED = (boxes.TextBox, boxes.ReplacedBox, boxes.TableCellBox)


class PieceKind(Enum):
    """What a piece is: a box around others, text, a picture, or a margin of the page with all in it."""

    BOX = "box"
    TEXT = "text"
    PICTURE = "picture"
    MARGIN = "margin"


@dataclass(frozen=True)
class MarkedContent:
    """A marked-content sequence: page from 0, number as WeasyPrint gave it."""

    page: int
    number: int


@dataclass(frozen=True)
class Piece:
    """One box on one page.

    `element` is the HTML element it comes from (None for the page itself) and `pseudo` the pseudo-element ("marker").
    `mark` is None where nothing was painted. `link` is the object number of a link annotation. `numbering` is the
    list style of a list item. `area`, of text, pictures and table cells, is left, bottom, right, top in points from the
    lower left corner. `repeats`: a head or foot of a table that is drawn again on each page; `fixed`: an element that
    is; `block`: on lines of its own; `atomic`: a whole within a line; `leader`: dots between a title and its page;
    `hyphen`: what ends a broken word.
    """

    kind: PieceKind
    page: int
    element: Element | None = None
    pseudo: str = ""
    text: str = ""
    mark: MarkedContent | None = None
    link: int | None = None
    numbering: str = ""
    area: tuple[float, float, float, float] = (0, 0, 0, 0)
    repeats: bool = False
    fixed: bool = False
    block: bool = False
    atomic: bool = False
    leader: bool = False
    footer: bool = False
    hyphen: str = ""
    children: tuple["Piece", ...] = ()


@dataclass(frozen=True)
class PageLink:
    """A link of a page: "internal", "external" or "attachment", where it leads, and the address as it was written."""

    kind: str
    target: str
    written: str


class PaintedPage:
    """A page for WeasyPrint's writer that remembers what was painted on it.

    WeasyPrint's own tagging finds an empty page here and makes no tags. `piece` and `stream` are there after `paint`.
    `matter`: what lies within the margins, in points like the area of a piece.
    """

    def __init__(self, page: Page, number: int) -> None:
        self.width: float = page.width
        self.height: float = page.height
        self.bleed = page.bleed
        self.anchors = page.anchors
        self.forms = page.forms
        # A link may also ask WeasyPrint to attach a file: `links_asked` shows it, and it is not done.
        self.links_asked = [PageLink(kind, target, _written(box, target)) for kind, target, _, box in page.links]
        self.links = _without_doubles([link for link in page.links if link[0] != "attachment"])
        self.bookmarks = [(level, _label(label), target, state) for level, label, target, state in page.bookmarks]
        self.piece = Piece(PieceKind.BOX, number)
        self.stream: Any = None
        self._page = page
        self._number = number
        self._page_box = page._page_box.copy()  # noqa: SLF001 - this is the seam
        self._page_box.children = ()
        self.matter = _area_of(self._page_box, self.height)

    def paint(self, stream: Any, scale: float = 1) -> None:  # noqa: ANN401 - a stream of WeasyPrint
        """Paint the page and keep its pieces; called once by WeasyPrint."""
        self._page.paint(stream, scale)
        marks = {box: entry["mcid"] for box, entry in stream._tags.items()}  # noqa: SLF001 - this is the seam
        stream._tags.clear()  # noqa: SLF001
        self.piece = _BoxReader(self._number, self.height, marks).piece(self._page._page_box)  # noqa: SLF001
        self.stream = stream


def headless_rows(page: Page) -> Iterator[Element]:
    """The first row of each table on a page that has a head, but not above it there."""
    for table in page._page_box.descendants():  # noqa: SLF001 - this is the seam
        if not isinstance(table, boxes.TableBox) or table.element.find("thead") is None:
            continue
        groups = [group for group in table.children if group.children]
        if groups and not groups[0].is_header:
            yield groups[0].children[0].element


@dataclass(frozen=True)
class _BoxReader:
    """Turns the boxes of one page into pieces. `height` is that of the page in CSS pixels."""

    page: int
    height: float
    marks: Mapping[object, int]

    def piece(self, box: Any) -> Piece:  # noqa: ANN401 - a box of WeasyPrint
        if isinstance(box, AbsolutePlaceholder):
            box = box._box  # noqa: SLF001 - the placeholder has no public way to it
        element = box.element if isinstance(getattr(box, "element", None), Element) else None
        return Piece(
            kind=_kind(box),
            page=self.page,
            element=element,
            pseudo=(box.element_tag or "").partition("::")[2] if element is not None else "",
            text=_text(box) if isinstance(box, boxes.TextBox) else "",
            mark=MarkedContent(self.page, self.marks[box]) if box in self.marks else None,
            link=box.link_annotation.number if box.link_annotation else None,
            numbering=_numbering(box),
            area=_area_of(box, self.height) if isinstance(box, _PLACED) else (0, 0, 0, 0),
            repeats=isinstance(box, boxes.TableRowGroupBox) and (box.is_header or box.is_footer),
            fixed=box.style["position"] == "fixed",
            block=isinstance(box, _BLOCKS),
            atomic=isinstance(box, boxes.AtomicInlineLevelBox),
            leader=box.is_leader,
            footer="bottom" in getattr(box, "at_keyword", ""),
            hyphen=box.style["hyphenate_character"] if isinstance(box, boxes.TextBox) else "",
            children=tuple(map(self.piece, _children(box))),
        )


def _area_of(box: Any, height: float) -> tuple[float, float, float, float]:  # noqa: ANN401 - a box of WeasyPrint
    """The content of a box in points from the lower left corner of a page of this height in CSS pixels."""
    left, top = box.content_box_x(), box.content_box_y()
    right, bottom = left + box.width, top + box.height
    edges = (left, height - bottom, right, height - top)
    x1, y1, x2, y2 = (round(edge * POINTS, 2) for edge in edges)
    return x1, y1, x2, y2


def _kind(box: object) -> PieceKind:
    if isinstance(box, boxes.TextBox):
        return PieceKind.TEXT
    if isinstance(box, boxes.ReplacedBox):
        return PieceKind.PICTURE
    return PieceKind.MARGIN if isinstance(box, boxes.MarginBox) else PieceKind.BOX


def _children(box: Any) -> Sequence[Any]:  # noqa: ANN401 - a box of WeasyPrint
    """The boxes inside, where the lines of a paragraph make no level of their own."""
    if any(isinstance(child, boxes.LineBox) for child in box.children):
        return [inner for child in box.children for inner in _line(child)]
    return box.children  # type: ignore[no-any-return]  # WeasyPrint has no type information


def _line(child: Any) -> Sequence[Any]:  # noqa: ANN401 - a box of WeasyPrint
    return child.children if isinstance(child, boxes.LineBox) else [child]


def _text(box: Any) -> str:  # noqa: ANN401 - a box of WeasyPrint
    """What is painted: that of the box may have lost a space at the end of its line that is painted all the same."""
    layout = getattr(box, "pango_layout", None)
    return str(box.text if layout is None else layout.text)


def _numbering(box: Any) -> str:  # noqa: ANN401 - a box of WeasyPrint
    """The list style of a list item; a style with arguments, such as a string, has no name."""
    if "list-item" not in box.style["display"]:
        return ""
    style = box.style["list_style_type"]
    return style if isinstance(style, str) else ""


def _written(box: Any, target: str) -> str:  # noqa: ANN401 - a box of WeasyPrint
    return (box.element.get("href") if box.element is not None else None) or target


def _label(text: str) -> str:
    return " ".join(text.replace("\N{SOFT HYPHEN}", "").split())


def _without_doubles(links: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Leave out the areas that lie within another area of the same link.

    WeasyPrint gives each box inside a link an area of its own; a reader would meet the same link three times.
    """
    kept: list[tuple[Any, ...]] = []
    for link in links:
        if not any(link[:2] == other[:2] and _within(link[2], other[2]) for other in kept):
            kept.append(link)
    return kept


def _within(inner: tuple[float, ...], outer: tuple[float, ...]) -> bool:
    slack = 1  # CSS pixels: an inline box inside a link may be as tall as the link with rounding
    left, top, right, bottom = outer
    across = inner[0] >= left - slack and inner[2] <= right + slack
    return across and inner[1] >= top - slack and inner[3] <= bottom + slack
