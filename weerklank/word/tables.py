"""A table of a Word document.

In: a `GridBlock` and what fills its cells. Out: elements of WordprocessingML (ECMA-376 part 1, 17.4): the caption, the
table with a head row that repeats, and the notes.
"""

from collections.abc import Callable

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.oxml.text.paragraph import CT_P
from docx.oxml.xmlchemy import BaseOxmlElement

from weerklank.data.flat import visible
from weerklank.word import styles
from weerklank.word.grid import Widths
from weerklank.word.runs import Context, bookmarked, node, paragraph, run_node, value_node
from weerklank.word.tree import Block, GridBlock, GridColumn

Fill = Callable[[tuple[Block, ...], GridColumn], list[BaseOxmlElement]]
"""Makes the elements of a cell."""


def grid_elements(grid: GridBlock, context: Context, *, widths: Widths, fill: Fill) -> list[BaseOxmlElement]:
    """Return the caption, the table and its notes."""
    head = styles.SMALL_CELL_HEAD if widths.tight else styles.CELL_HEAD
    table = node("w:tbl", None, _properties(grid, sum(widths.columns)))
    table.append(node("w:tblGrid", None, *(node("w:gridCol", {"w:w": str(width)}) for width in widths.columns)))
    heads = [
        _cell([aligned(paragraph(head, run_node(column.head)), column)], width)
        for column, width in zip(grid.columns, widths.columns, strict=True)
    ]
    table.append(_row(heads, head=True))
    for row in grid.rows:
        cells = [
            _cell(fill(blocks, column), width)
            for blocks, column, width in zip(row, grid.columns, widths.columns, strict=True)
        ]
        table.append(_row(cells, head=False))
    return [*_captions(grid, context), table, *(paragraph(styles.REMARK, run_node(note)) for note in grid.notes)]


def aligned(element: CT_P, column: GridColumn) -> CT_P:
    """Return the paragraph, aligned right in a column of numbers."""
    if column.numeric:
        element.get_or_add_pPr().jc_val = WD_ALIGN_PARAGRAPH.RIGHT
    return element


def _properties(grid: GridBlock, width: int) -> BaseOxmlElement:
    """Order of elements: ECMA-376 part 1, 17.4.59. Title and description are what a screen reader says of the table."""
    row_heads = bool(grid.columns) and grid.columns[0].row_head
    look = {
        "firstRow": "1",
        "lastRow": "0",
        "firstColumn": str(int(row_heads)),
        "lastColumn": "0",
        "noHBand": "1",
        "noVBand": "1",
    }
    return node(
        "w:tblPr",
        None,
        value_node("w:tblStyle", styles.TABLE),
        node("w:tblW", {"w:w": str(width), "w:type": "dxa"}),
        node("w:tblLayout", {"w:type": "fixed"}),
        node("w:tblLook", {f"w:{name}": value for name, value in look.items()}),
        value_node("w:tblCaption", visible(grid.title)),
        value_node("w:tblDescription", visible(grid.caption)),
    )


def _captions(grid: GridBlock, context: Context) -> list[BaseOxmlElement]:
    """The caption stays with the table under it."""
    runs = [run_node(grid.title, bold=True)] if grid.title else []
    if grid.caption and grid.caption != grid.title:
        runs.append(run_node(f"{'. ' if grid.title else ''}{grid.caption}"))
    content = bookmarked(runs, context.bookmarks.get(grid.anchor, ""), context)
    return [paragraph(styles.CAPTION, *content)] if content else []


def _row(cells: list[BaseOxmlElement], *, head: bool) -> BaseOxmlElement:
    """No row is cut at the end of a page; the head row is repeated on the next."""
    properties = node("w:trPr", None, node("w:cantSplit"), *([node("w:tblHeader")] if head else []))
    return node("w:tr", None, properties, *cells)


def _cell(content: list[BaseOxmlElement], width: int) -> BaseOxmlElement:
    """A cell ends in a paragraph, or Word calls the file damaged (ECMA-376 part 1, 17.4.66)."""
    end = [] if content and content[-1].tag == qn("w:p") else [paragraph(styles.CELL)]
    properties = node("w:tcPr", None, node("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
    return node("w:tc", None, properties, *content, *end)
