"""A workbook in the OpenDocument format.

In: tables, what the cover says and the template that a designer edits. Out: the bytes of an .ods file (ODF 1.3), the
same on every run. The tables are XML of our own: the usual library takes seconds for a large table, stamps the clock on
each part and names itself in the file. Text is written as text, whatever it looks like. This module writes no file.
"""

import re
from xml.sax.saxutils import escape

from weerklank.data.archive import archive_bytes
from weerklank.data.flat import plain
from weerklank.data.formats.opendocument import (
    LINE_STYLES,
    LINK_STYLE,
    LOOK_STYLES,
    MIMETYPE,
    PAGE,
    PAGE_TEXT_STYLE,
    TABLE_HEAD_STYLE,
    TABLE_LINK_STYLE,
    TABLE_PAGE,
    document,
    element,
    manifest_xml,
    meta_xml,
    settings_xml,
    template_parts,
)
from weerklank.data.formats.workbook import (
    PAGE_WIDTH,
    CellGrid,
    GridCell,
    LineKind,
    Look,
    SheetLine,
    SheetPlan,
    WorkbookInfo,
    plan_workbook,
)
from weerklank.data.table import Table
from weerklank.findings import Finding, finding
from weerklank.theme import LIGHT

_CHARACTER = 2.1
"""Width of a character of the default font, in mm."""

# White space that ODF folds: at the ends of a paragraph, after another space, and tabs (ODF 1.3 part 3, 6.1.2).
_FOLDED = re.compile(r"^ +| +$| {2,}|\t")


TEMPLATE = "data/werkboek.ods"
"""Where the template lies below templates/."""


def ods_bytes(
    tables: tuple[Table, ...], *, template: bytes, about: WorkbookInfo, epoch: int
) -> tuple[bytes, tuple[Finding, ...]]:
    """Return the workbook in the styles of the template, dated `epoch` (seconds since 1970, UTC).

    A template that lacks something gives no bytes and a finding for each thing. Raises ValueError as `plan_workbook`.
    """
    sheets = plan_workbook(tables, about=about)
    taken, lacks = template_parts(template)
    if lacks:
        return b"", tuple(finding("T002", sjabloon=TEMPLATE, gebrek=lack) for lack in lacks)
    parts = {
        **{path: _recoloured(data, about.link) if path == "styles.xml" else data for path, data in taken.items()},
        "content.xml": _content_xml(sheets),
        "meta.xml": meta_xml(about, epoch=epoch),
        "settings.xml": settings_xml(sheets),
    }
    entries = parts | {"mimetype": MIMETYPE.encode(), "META-INF/manifest.xml": manifest_xml(tuple(sorted(parts)))}
    return archive_bytes(entries, epoch=epoch, first="mimetype"), ()


def _recoloured(styles: bytes, link: str) -> bytes:
    """The styles of the template with this colour of links."""
    return re.sub(re.escape(LIGHT.link).encode(), link.encode(), styles, flags=re.IGNORECASE)


def _content_xml(sheets: tuple[SheetPlan, ...]) -> bytes:
    ranges = [_database_range(sheet, sheet.grid) for sheet in sheets if sheet.grid and sheet.grid.rows]
    return document(
        "office:document-content",
        element("office:automatic-styles", None, *_automatic_styles(sheets)),
        element(
            "office:body",
            None,
            element(
                "office:spreadsheet",
                None,
                *(_table(sheet) for sheet in sheets),
                element("table:database-ranges", None, *ranges) if ranges else "",
            ),
        ),
    )


def _automatic_styles(sheets: tuple[SheetPlan, ...]) -> list[str]:
    """A style for each width of column, each number format and each kind of sheet that occurs."""
    widths = sorted({width for sheet in sheets for width in _widths(sheet)})
    numbers = sorted(
        {
            (cell.decimals, cell.grouped)
            for sheet in sheets
            if sheet.grid
            for row in sheet.grid.rows
            for cell in row
            if not isinstance(cell.value, str)
        }
    )
    styles = [
        _style(
            _width_name(width),
            "table-column",
            {},
            element("style:table-column-properties", {"style:column-width": f"{width * _CHARACTER:.1f}mm"}),
        )
        for width in widths
    ]
    styles.append(
        _style("rij", "table-row", {}, element("style:table-row-properties", {"style:use-optimal-row-height": "true"}))
    )
    for name in (PAGE, TABLE_PAGE):
        master = {"style:master-page-name": name}
        styles.append(
            _style(f"blad-{name}", "table", master, element("style:table-properties", {"table:display": "true"}))
        )
    for decimals, grouped in numbers:
        name = _number_name(decimals, grouped=grouped)
        shown = {
            "number:decimal-places": str(decimals),
            "number:min-decimal-places": str(decimals),
            "number:min-integer-digits": "1",
            "number:grouping": "true" if grouped else "false",
        }
        locale = {"style:name": f"{name}-vorm", "number:language": "nl", "number:country": "BE"}
        styles.append(element("number:number-style", locale, element("number:number", shown)))
        parent = {"style:parent-style-name": LOOK_STYLES[Look.NUMBER], "style:data-style-name": f"{name}-vorm"}
        styles.append(_style(name, "table-cell", parent))
    return styles


def _style(name: str, family: str, attributes: dict[str, str], *properties: str) -> str:
    return element("style:style", {"style:name": name, "style:family": family} | attributes, *properties)


def _table(sheet: SheetPlan) -> str:
    columns = [element("table:table-column", {"table:style-name": _width_name(width)}) for width in _widths(sheet)]
    lines = [_row([_line_cell(line, wrap=sheet.grid is None)]) for line in sheet.lines]
    head, rows = "", []
    if sheet.grid:
        cells = [_text_cell(head, TABLE_HEAD_STYLE) for head in sheet.grid.heads]
        head = element("table:table-header-rows", None, _row(cells))
        rows = [_row([_grid_cell(cell) for cell in row]) for row in sheet.grid.rows]
    attributes = {"table:name": sheet.name, "table:style-name": f"blad-{TABLE_PAGE if sheet.grid else PAGE}"}
    return element("table:table", attributes, *columns, *lines, head, *rows)


def _row(cells: list[str]) -> str:
    return element("table:table-row", {"table:style-name": "rij"}, *cells)


def _line_cell(line: SheetLine, *, wrap: bool) -> str:
    style = PAGE_TEXT_STYLE if wrap and line.kind is LineKind.TEXT else LINE_STYLES[line.kind]
    return _text_cell(line.text, LINK_STYLE if line.target else style, target=line.target)


def _grid_cell(cell: GridCell) -> str:
    if isinstance(cell.value, str):
        return _text_cell(cell.value, TABLE_LINK_STYLE if cell.target else LOOK_STYLES[cell.look], target=cell.target)
    shown = plain(cell.value).replace(".", ",")  # for programs that read the text of a cell instead of its value
    attributes = {
        "table:style-name": _number_name(cell.decimals, grouped=cell.grouped),
        "office:value-type": "float",
        "office:value": plain(cell.value),
    }
    return element("table:table-cell", attributes, element("text:p", None, shown))


def _text_cell(text: str, style: str, *, target: str = "") -> str:
    """Each line of text is a paragraph; a cell without text has no value at all."""
    if not text:
        return element("table:table-cell", {"table:style-name": style})
    lines = [_FOLDED.sub(_kept, escape(line)) for line in text.split("\n")]
    if target:
        link = {"xlink:type": "simple", "xlink:href": f"#'{target}'.A1"}
        lines = [element("text:a", link, line) for line in lines]
    attributes = {"table:style-name": style, "office:value-type": "string"}
    return element("table:table-cell", attributes, *(element("text:p", None, line) for line in lines))


def _kept(space: re.Match[str]) -> str:
    if space.group() == "\t":
        return element("text:tab")
    return element("text:s", {"text:c": str(len(space.group()))})


def _database_range(sheet: SheetPlan, grid: CellGrid) -> str:
    top, bottom = len(sheet.lines) + 1, len(sheet.lines) + 1 + len(grid.rows)
    last = _letters(len(grid.heads))
    attributes = {
        "table:name": grid.name,
        "table:target-range-address": f"'{sheet.name}'.A{top}:'{sheet.name}'.{last}{bottom}",
        "table:display-filter-buttons": "true",
    }
    return element("table:database-range", attributes)


def _letters(number: int) -> str:
    """The letters of column `number`, counted from 1: A to Z, then AA and on."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _widths(sheet: SheetPlan) -> tuple[int, ...]:
    return sheet.grid.widths if sheet.grid else (PAGE_WIDTH,)


def _width_name(width: int) -> str:
    return f"kolom-{width}"


def _number_name(decimals: int, *, grouped: bool) -> str:
    return f"getal-{decimals}{'-gegroepeerd' if grouped else ''}"
