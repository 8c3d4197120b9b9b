"""A table of HTML as a table of Word.

In: a `table` or `dl` element and what fills its cells. Out: elements of WordprocessingML (ECMA-376 part 1, 17.4): a
table whose head rows repeat on each page, with its spans.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.data.flat import visible
from weerklank.elements import HtmlElement, Node
from weerklank.word import contract
from weerklank.word.phrases import plain
from weerklank.word.runs import PartWriter, node, value_node
from weerklank.word.widths import Widths, column_widths
from weerklank.wording import soft_hyphens

_LONG_WORD = re.compile(r"[^\W\d_]{31,}")
_LONGEST_PIECE = 24
"""A word of more letters than any usual one leaves no room for the other columns: it may break in pieces of these."""

Fill = Callable[[HtmlElement, str, int], list[BaseOxmlElement]]
"""Makes the elements of a cell, in this style of paragraphs and this width."""


@dataclass(frozen=True)
class _GridSlot:
    """A place in the grid of a table. `cell`: None where nothing stands; `more`: rows that it goes on for, below.

    `columns`: how many it takes; `goes_on`: it is the rest of the cell above.
    """

    cell: HtmlElement | None
    columns: int = 1
    more: int = 0
    goes_on: bool = False


@dataclass(frozen=True)
class _GridRow:
    slots: tuple[_GridSlot, ...]
    head: bool


def table_element(
    table: HtmlElement, writer: PartWriter, *, room: tuple[int, int], fill: Fill
) -> BaseOxmlElement | None:
    """Return the table, or None when it has no cells. `room`: widths of the text it may take, the usual one first."""
    rows = _rows(table)
    count = max((sum(slot.columns for slot in row.slots) for row in rows), default=0)
    if not count:
        return None
    texts = [list(_texts(rows, column)) for column in range(count)]
    numbers = count > 1 and all(slot.cell is None or "n" in slot.cell.classes for row in rows for slot in row.slots[1:])
    widths = column_widths(texts, total=room[0], filled=not numbers)
    if widths.broken:
        widths = column_widths(texts, total=room[1], filled=not numbers)
    element = node("w:tbl", None, _properties(table, rows, writer, sum(widths.columns)))
    element.append(node("w:tblGrid", None, *(node("w:gridCol", {"w:w": str(width)}) for width in widths.columns)))
    element.extend(_row(_filled(row, count), widths, writer, fill) for row in rows)
    return element


def _rows(table: HtmlElement) -> list[_GridRow]:
    """The rows, the head first; a cell over several rows stands in each of them."""
    found: list[_GridRow] = []
    open_cells: dict[int, _GridSlot] = {}
    for head, cells in sorted(_cells(table), key=lambda row: not row[0]):
        slots: list[_GridSlot] = []
        pending = list(cells)
        place = 0
        while pending or any(below >= place for below in open_cells):
            slot = open_cells.pop(place, None) or (_slot(pending.pop(0)) if pending else _GridSlot(None))
            if slot.more:
                open_cells[place] = _GridSlot(slot.cell, slot.columns, slot.more - 1, goes_on=True)
            slots.append(slot)
            place += slot.columns
        found.append(_GridRow(tuple(slots), head))
    return found


def _cells(table: HtmlElement) -> Iterator[tuple[bool, list[HtmlElement]]]:
    """Each row: whether it is a head, and its cells. Terms with what they mean are rows of two cells."""
    if table.tag == "dl":
        yield from ((False, row) for row in _terms(table))
    for child in table.elements:
        if child.tag == "tr":
            cells = [cell for cell in child.elements if cell.tag in ("td", "th")]
            yield False, [*_anchored(cells[:1], child), *cells[1:]]
        elif child.tag in ("thead", "tbody"):
            yield from ((child.tag == "thead", cells) for _, cells in _cells(child))


def _terms(terms: HtmlElement) -> Iterator[list[HtmlElement]]:
    row: list[HtmlElement] = []
    for child in terms.elements:
        if child.tag == "div":
            for cells in _terms(child):
                yield [*_anchored(cells[:1], child), *cells[1:]]
        elif child.tag == "dt":
            if row:
                yield row
            row = [HtmlElement("th", child.attributes, child.children)]
        elif child.tag == "dd" and len(row) == 1:
            row.append(HtmlElement("td", child.attributes, [*child.children]))
        elif row:
            row[-1].children.append(HtmlElement("div", child.attributes, child.children))
    if row:
        yield row


def _anchored(cells: list[HtmlElement], row: HtmlElement) -> list[HtmlElement]:
    """The first cell of a row with the id of the row in it."""
    place = HtmlElement("a", {"id": row.attributes.get("id", "")})
    return [HtmlElement(cell.tag, cell.attributes, [place, *cell.children]) for cell in cells]


def _slot(cell: HtmlElement) -> _GridSlot:
    def number(name: str) -> int:
        written = cell.attributes.get(name, "")
        return max(1, int(written)) if written.isdecimal() else 1

    return _GridSlot(_breakable(cell), number("colspan"), number("rowspan") - 1)


def _breakable(item: HtmlElement) -> HtmlElement:
    """The same with places where its longest words may break."""
    return HtmlElement(item.tag, item.attributes, [_broken(child) for child in item.children])


def _broken(child: Node) -> Node:
    if isinstance(child, HtmlElement):
        return _breakable(child)
    return _LONG_WORD.sub(lambda found: soft_hyphens(found[0], most=_LONGEST_PIECE), child)


def _filled(row: _GridRow, count: int) -> _GridRow:
    """A row that is too short is filled up: the table stays a table."""
    missing = count - sum(slot.columns for slot in row.slots)
    return _GridRow((*row.slots, *(_GridSlot(None) for _ in range(missing))), row.head)


def _texts(rows: list[_GridRow], column: int) -> Iterator[str]:
    """The words of a column, each cell's on lines as they stand; a cell over several columns tells nothing."""
    for row in rows:
        place = 0
        for slot in row.slots:
            if place == column and slot.columns == 1 and slot.cell is not None and not slot.goes_on:
                yield plain(slot.cell.children)
            place += slot.columns


def _properties(table: HtmlElement, rows: list[_GridRow], writer: PartWriter, width: int) -> BaseOxmlElement:
    """Order of elements: ECMA-376 part 1, 17.4.59. The title is what a screen reader says of the table."""
    named = [row.slots[0].cell for row in rows if not row.head and row.slots]
    head = any(row.head for row in rows)
    first = bool(named) and all(cell is not None and cell.tag == "th" for cell in named)
    look = {
        "firstRow": head,
        "lastRow": False,
        "firstColumn": first,
        "lastColumn": False,
        "noHBand": True,
        "noVBand": True,
    }
    flags = sum(shown << bit for bit, shown in enumerate(look.values(), start=5))  # 17.4.55: from 0x0020 on
    caption = next((child.text() for child in table.elements if child.tag == "caption"), "")
    return node(
        "w:tblPr",
        None,
        value_node("w:tblStyle", writer.template.style(contract.TABLE)),
        node("w:tblW", {"w:w": str(width), "w:type": "dxa"}),
        node("w:tblLayout", {"w:type": "fixed"}),
        node("w:tblLook", {"w:val": f"{flags:04X}"} | {f"w:{name}": str(int(shown)) for name, shown in look.items()}),
        value_node("w:tblCaption", visible(caption)),
    )


def _row(row: _GridRow, widths: Widths, writer: PartWriter, fill: Fill) -> BaseOxmlElement:
    """No row is cut at the end of a page; head rows are repeated on the next."""
    style = contract.SMALL_CELL if widths.tight else contract.CELL
    if row.head:
        style = contract.SMALL_CELL_HEAD if widths.tight else contract.CELL_HEAD
    element = node(
        "w:tr", None, node("w:trPr", None, node("w:cantSplit"), *([node("w:tblHeader")] if row.head else []))
    )
    place = 0
    for slot in row.slots:
        width = sum(widths.columns[place : place + slot.columns])
        content = fill(slot.cell, style, width) if slot.cell is not None and not slot.goes_on else []
        if slot.columns > 1 and not row.head:
            _keep_with_next(content)
        element.append(_cell(slot, content or [writer.paragraph(style)], width, writer))
        place += slot.columns
    return element


def _keep_with_next(content: list[BaseOxmlElement]) -> None:
    """A row over several columns is a heading within the table: it stays with the row below."""
    for element in content:
        if element.tag == qn("w:p"):
            cast("CT_P", element).get_or_add_pPr().get_or_add_keepNext()


def _cell(slot: _GridSlot, content: list[BaseOxmlElement], width: int, writer: PartWriter) -> BaseOxmlElement:
    """A cell ends in a paragraph, or Word calls the file damaged (ECMA-376 part 1, 17.4.66)."""
    properties = [node("w:tcW", {"w:w": str(width), "w:type": "dxa"})]
    if slot.columns > 1:
        properties.append(value_node("w:gridSpan", str(slot.columns)))
    if slot.more or slot.goes_on:
        properties.append(node("w:vMerge", {} if slot.goes_on else {"w:val": "restart"}))
    end = [] if content[-1].tag == qn("w:p") else [writer.paragraph(contract.CELL)]
    return node("w:tc", None, node("w:tcPr", None, *properties), *content, *end)
