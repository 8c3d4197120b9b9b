"""The blocks of a document as Word has them.

In: blocks and the part that they are for. Out: pieces of the body, elements of WordprocessingML (ECMA-376 part 1, 17).
Pictures and lists that count leave their trace in other parts, which python-docx keeps.
"""

import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.parts.document import DocumentPart
from docx.shared import Mm, Pt, Twips

from weerklank.data.flat import visible
from weerklank.word import styles
from weerklank.word.bookmarks import bookmark_names
from weerklank.word.grid import as_grid, column_widths
from weerklank.word.page import TURNED, UPRIGHT, Page
from weerklank.word.runs import (
    Context,
    bookmarked,
    field_mark,
    inline_nodes,
    instruction,
    node,
    paragraph,
    run_node,
    value_node,
)
from weerklank.word.sections import Piece
from weerklank.word.tables import aligned, grid_elements
from weerklank.word.tree import (
    Block,
    Figure,
    GridBlock,
    GridColumn,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Run,
    TableBlock,
    Toc,
    Tone,
)

_UNDER_TABLE = Pt(9)
_SPACED = frozenset({styles.REMARK, *map(styles.heading_id, range(1, 7))})
"""Styles that have space above them already."""

_TONES = {
    Tone.TITLE: styles.TITLE,
    Tone.TEXT: "Normal",
    Tone.STATEMENT: styles.STATEMENT,
    Tone.REMARK: styles.REMARK,
    Tone.QUOTE: styles.QUOTE,
}


@dataclass(frozen=True)
class _Place:
    """Where a block stands: the style of each tone there, that of the items of a list, and in how many lists it is."""

    tones: Mapping[Tone, str]
    items: str
    level: int = 0


_BODY = _Place(_TONES, styles.PLAIN_LIST)
_CELL, _SMALL_CELL = (_Place(dict.fromkeys(Tone, style), style) for style in (styles.CELL, styles.SMALL_CELL))


def body_pieces(blocks: tuple[Block, ...], *, part: DocumentPart, address: str) -> list[Piece]:
    """Return what stands in the body, in order.

    A block after a page break starts a new page; what follows a table keeps its distance; a table that is too wide for
    a page goes to a turned one. Raises ValueError for a figure without alternative text.
    """
    names = bookmark_names(_anchors(blocks))
    headings = [block for block in blocks if isinstance(block, Heading)]
    marks = [names.get(heading.anchor) or f"_Toc{number:06}" for number, heading in enumerate(headings, start=1)]
    context = Context(
        part=part,
        bookmarks=names,
        contents=tuple(zip(headings, marks, strict=True)),
        address=address,
        ids=count(1),
        placed=set(),
    )
    pending = iter(marks)
    pieces: list[Piece] = []
    fresh = under_table = False
    for block in blocks:
        if isinstance(block, PageBreak):
            fresh = True
            continue
        piece = _heading_piece(block, next(pending), context) if isinstance(block, Heading) else _piece(block, context)
        if not piece.elements:
            continue
        if under_table and piece.elements[0].tag == qn("w:tbl"):
            piece = replace(piece, elements=(paragraph(styles.REMARK), *piece.elements))  # or two tables would be one
        _set_first(piece.elements[0], fresh=fresh, under_table=under_table)
        fresh, under_table = False, piece.elements[-1].tag == qn("w:tbl")
        pieces.append(piece)
    return pieces


def _heading_piece(heading: Heading, mark: str, context: Context) -> Piece:
    return Piece((_heading(heading, mark, context),), introduces=True)


def _piece(block: Block, context: Context) -> Piece:
    """A block of the body, on the page that it needs."""
    grid = as_grid(block, address=context.address) if isinstance(block, TableBlock) else block
    if not isinstance(grid, GridBlock):
        return Piece(tuple(_elements(block, _BODY, context)))
    page = TURNED if column_widths(grid, total=UPRIGHT.text_width).broken else UPRIGHT
    return Piece(tuple(_grid(grid, page, context)), page)


def _anchors(blocks: Iterable[Block]) -> Iterator[str]:
    """Every anchor, in order, also inside lists and cells."""
    for block in blocks:
        match block:
            case List(items=items):
                for item in items:
                    yield from _anchors(item)
            case GridBlock(rows=rows, anchor=anchor):
                yield anchor
                for row in rows:
                    for cell in row:
                        yield from _anchors(cell)
            case Heading(anchor=anchor) | Paragraph(anchor=anchor) | TableBlock(anchor=anchor) | Figure(anchor=anchor):
                yield anchor
            case PageBreak() | Toc():
                pass


def _set_first(element: BaseOxmlElement, *, fresh: bool, under_table: bool) -> None:
    """Put the first paragraph of an element on a new page, or at some distance from the table above it."""
    first = next(element.iter(qn("w:p")), None)
    if first is None:
        return
    properties = first.get_or_add_pPr()
    if fresh:
        properties.get_or_add_pageBreakBefore()
    elif under_table and properties.style not in _SPACED:
        properties.spacing_before = _UNDER_TABLE


def _elements(block: Block, place: _Place, context: Context) -> list[BaseOxmlElement]:
    made: list[BaseOxmlElement] = []
    match block:
        case Heading():
            made = [_heading(block, context.bookmarks.get(block.anchor, ""), context)]
        case Paragraph():
            made = [_paragraph(block, place, context)]
        case List():
            made = _list(block, place, context)
        case TableBlock():
            made = _grid(as_grid(block, address=context.address), UPRIGHT, context)
        case GridBlock():
            made = _grid(block, UPRIGHT, context)
        case Figure():
            made = _figure(block, context)
        case Toc():
            made = [_contents(block, context)]
        case PageBreak():
            pass
    return made


def _heading(heading: Heading, mark: str, context: Context) -> CT_P:
    return paragraph(styles.heading_id(heading.level), *bookmarked([run_node(heading.text)], mark, context))


def _paragraph(block: Paragraph, place: _Place, context: Context, *, item: bool = False) -> CT_P:
    """`item`: it opens an item of a list. In a table, a quotation is only told by its letter."""
    style = place.items if item and block.tone is Tone.TEXT else place.tones[block.tone]
    quoted = block.tone is Tone.QUOTE and style != styles.QUOTE
    runs = _changed(block.runs, literal=True) if quoted else block.runs
    mark = context.bookmarks.get(block.anchor, "")
    return paragraph(style, *bookmarked(inline_nodes(runs, context), mark, context))


def _changed(pieces: tuple[Inline, ...], *, bold: bool = False, literal: bool = False) -> tuple[Inline, ...]:
    """The pieces with a look added."""
    return tuple(
        replace(piece, bold=piece.bold or bold, literal=piece.literal or literal) if isinstance(piece, Run) else piece
        for piece in pieces
    )


def _list(block: List, place: _Place, context: Context) -> list[BaseOxmlElement]:
    """Each list has an instance of its own, so that it counts from its own start."""
    level = min(place.level, styles.LIST_LEVELS - 1)
    inside = replace(place, level=level + 1)
    instance = context.part.numbering_part.element.add_num(styles.NUMBERS if block.ordered else styles.BULLETS)
    if block.ordered:
        instance.add_lvlOverride(ilvl=level).add_startOverride(block.start)
    elements: list[BaseOxmlElement] = []
    for item in block.items:
        first, rest = (item[0], item[1:]) if item and isinstance(item[0], Paragraph) else (Paragraph(()), item)
        opening = _paragraph(first, place, context, item=True)
        number = opening.get_or_add_pPr().get_or_add_numPr()
        number.extend((value_node("w:ilvl", str(level)), value_node("w:numId", str(instance.numId))))
        elements.append(opening)
        for part in rest:
            made = _elements(part, inside, context)
            if isinstance(part, Paragraph):
                made[0].get_or_add_pPr().ind_left = Twips((level + 1) * styles.INDENT)
            elements.extend(made)
    return elements


def _grid(grid: GridBlock, page: Page, context: Context) -> list[BaseOxmlElement]:
    widths = column_widths(grid, total=page.text_width)
    place = _SMALL_CELL if widths.tight else _CELL

    def fill(blocks: tuple[Block, ...], column: GridColumn) -> list[BaseOxmlElement]:
        elements: list[BaseOxmlElement] = []
        for block in blocks:
            if isinstance(block, Paragraph):
                shown = replace(block, runs=_changed(block.runs, bold=True)) if column.row_head else block
                made = _paragraph(shown, place, context)
                elements.append(aligned(made, column) if len(blocks) == 1 else made)
            else:
                elements.extend(_elements(block, place, context))
        return elements

    return grid_elements(grid, context, widths=widths, fill=fill)


def _figure(figure: Figure, context: Context) -> list[BaseOxmlElement]:
    """The picture stays with the caption under it. Its alternative text is in the drawing, for who cannot see it."""
    if not figure.alternative.strip():
        raise ValueError(f"figure {figure.caption}: no alternative text")
    width = min(figure.width_mm, UPRIGHT.text_width_mm)
    drawing = context.part.new_pic_inline(io.BytesIO(figure.png), width=Mm(width))
    number = next(context.ids)
    properties = drawing.docPr
    properties.set("id", str(number))
    properties.set("name", f"Figuur {number}")
    properties.set("descr", visible(figure.alternative))
    content = [node("w:r", None, node("w:drawing", None, drawing))]
    picture = paragraph("Normal", *bookmarked(content, context.bookmarks.get(figure.anchor, ""), context))
    if not figure.caption:
        return [picture]
    picture.get_or_add_pPr().get_or_add_keepNext()
    return [picture, paragraph(styles.FIGURE_CAPTION, run_node(figure.caption))]


def _contents(contents: Toc, context: Context) -> BaseOxmlElement:
    """The contents as a field that Word can update, filled in with links.

    Page numbers are known to Word only. Asking it to fill them in on opening would greet each reader with a question.
    """
    lines = [
        paragraph(
            styles.toc_id(heading.level),
            node("w:hyperlink", {"w:anchor": mark, "w:history": "1"}, run_node(heading.text)),
        )
        for heading, mark in context.contents
        if heading.level <= contents.levels
    ]
    head = paragraph(styles.TOC_HEAD, run_node(contents.title))
    lines = lines or [paragraph(styles.toc_id(1))]
    opening = (field_mark("begin"), instruction(f'TOC \\o "1-{contents.levels}" \\h \\z \\u'), field_mark("separate"))
    properties = lines[0].get_or_add_pPr()
    for mark in reversed(opening):
        properties.addnext(mark)
    lines[-1].append(field_mark("end"))
    gallery = node("w:docPartObj", None, value_node("w:docPartGallery", "Table of Contents"), node("w:docPartUnique"))
    return node("w:sdt", None, node("w:sdtPr", None, gallery), node("w:sdtContent", None, head, *lines))
