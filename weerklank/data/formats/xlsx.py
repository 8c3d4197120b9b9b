"""A workbook for Excel.

In: tables and what the cover says. Out: the bytes of an .xlsx file, the same on every run. The only module that knows
XlsxWriter. Text is written as text, whatever it looks like: no formula, and no link but those between the sheets.
"""

import io
import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from decimal import Decimal
from functools import cache, partial
from textwrap import wrap

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from weerklank.data.archive import archive_bytes, unpacked
from weerklank.data.formats.csv import guard
from weerklank.data.formats.csvw import LANGUAGE
from weerklank.data.formats.workbook import (
    CUT,
    PAGE_WIDTH,
    TEXT_LENGTH,
    CellGrid,
    GridCell,
    LineKind,
    Look,
    SheetLine,
    SheetPlan,
    WorkbookInfo,
    plan_workbook,
    utf16_cut,
)
from weerklank.data.table import Table
from weerklank.theme import LIGHT

_SET_BY_HAND = re.compile(rb'(<row [^>]*) customHeight="1"')
_EXCEL = b"<Application>Microsoft Excel</Application>"

_Properties = dict[str, str | int | bool]
_Formats = Callable[[Look, str], Format]  # by look and number format

_SANS, _SERIF = "Calibri", "Cambria"
_A4 = 9  # the number of A4 in the list of paper sizes (ECMA-376 part 1, 18.3.1.63)
_LINE = 15.0  # the height of a line of the default font in pt
_TALLEST = 409.0  # the tallest row that Excel has, in pt
_ALWAYS = 2  # hide the grid lines on screen and on paper
_TEXT = "@"  # the number format for text (ECMA-376 part 1, 18.8.30)
_THICK, _HAIR = 2, 1  # numbers of border styles

_FONT: _Properties = {"font_name": _SANS, "font_size": 11, "font_color": LIGHT.ink, "valign": "top"}
_ROW: _Properties = _FONT | {"text_wrap": True, "bottom": _HAIR, "bottom_color": LIGHT.rule}
_HEAD: _Properties = _FONT | {
    "bold": True,
    "text_wrap": True,
    "valign": "bottom",
    "bottom": _THICK,
    "bottom_color": LIGHT.rule_strong,
}
_LINES: dict[LineKind, _Properties] = {
    LineKind.TITLE: _FONT | {"bold": True, "font_size": 18},
    LineKind.HEADING: _FONT | {"bold": True, "font_size": 13, "valign": "bottom"},
    LineKind.TEXT: _FONT,
}
_LOOKS: dict[Look, _Properties] = {
    Look.HEAD: {"bold": True},
    Look.TEXT: {},
    Look.LITERAL: {"font_name": _SERIF},
    Look.NUMBER: {"align": "right", "indent": 1},
    Look.ABSENT: {"font_color": LIGHT.ink_soft},
}


def xlsx_bytes(tables: tuple[Table, ...], *, about: WorkbookInfo, epoch: int) -> bytes:
    """Return the workbook, dated `epoch` (seconds since 1970, UTC). Raises ValueError as `plan_workbook` does.

    A number keeps all its digits: one that a binary double cannot hold is written as text.
    """
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as workbook:
        workbook.set_properties(
            {
                "title": about.title,
                "author": about.meta.publisher,
                "created": datetime.fromtimestamp(epoch, tz=UTC).replace(tzinfo=None),
            }
        )
        formats: _Formats = cache(partial(_format, workbook))
        linked: _Properties = {"font_color": about.link, "underline": 1}
        head, link = workbook.add_format(_HEAD), workbook.add_format(_ROW | linked)
        for sheet in plan_workbook(tables, about=about):
            worksheet = workbook.add_worksheet(sheet.name)
            _set_page(worksheet, sheet)
            for row, line in enumerate(sheet.lines):
                _write_line(
                    worksheet, row, line, workbook.add_format(_line_format(line, linked, wrap=sheet.grid is None))
                )
                worksheet.set_row(row, _line_height(line, wrap=sheet.grid is None))
            if sheet.grid:
                _write_head(worksheet, sheet, sheet.grid, head)
                _write_rows(worksheet, sheet.grid, top=len(sheet.lines) + 1, formats=formats, link=link)
    return _repacked(target.getvalue(), epoch=epoch)


def _set_page(worksheet: Worksheet, sheet: SheetPlan) -> None:
    worksheet.hide_gridlines(_ALWAYS)
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.set_footer("&L&A&RPagina &P van &N")
    if sheet.grid is None:
        worksheet.set_column(0, 0, PAGE_WIDTH)
        return
    for index, width in enumerate(sheet.grid.widths):
        worksheet.set_column(index, index, width)
    worksheet.set_landscape()
    worksheet.repeat_rows(len(sheet.lines))
    worksheet.freeze_panes(len(sheet.lines) + 1, sheet.grid.pinned)
    # A code or a year that is text is no mistake: Excel would mark each such cell with a green corner.
    worksheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})


def _write_line(worksheet: Worksheet, row: int, line: SheetLine, style: Format) -> None:
    text = _fitting(line.text)
    if line.target:
        worksheet.write_url(row, 0, _address(line.target), style, string=text)
    else:
        worksheet.write_string(row, 0, text, style)


def _write_head(worksheet: Worksheet, sheet: SheetPlan, grid: CellGrid, style: Format) -> None:
    """The head row, as part of a named table when there are rows: Excel knows no table without one."""
    top = len(sheet.lines)
    worksheet.set_row(top, _height(grid.heads, grid.widths))
    if not grid.rows:
        for column, head in enumerate(grid.heads):
            worksheet.write_string(top, column, head, style)
        return
    worksheet.add_table(
        top,
        0,
        top + len(grid.rows),
        len(grid.heads) - 1,
        {
            "name": grid.name,
            "title": sheet.lines[0].text,
            "description": sheet.lines[1].text if len(sheet.lines) > 1 else "",
            "style": None,
            "banded_rows": False,
            "columns": [{"header": head, "header_format": style} for head in grid.heads],
        },
    )


def _write_rows(worksheet: Worksheet, grid: CellGrid, *, top: int, formats: _Formats, link: Format) -> None:
    for row, cells in enumerate(grid.rows, start=top):
        worksheet.set_row(row, _height([cell.value for cell in cells], grid.widths))
        for column, cell in enumerate(cells):
            if not isinstance(cell.value, str):
                worksheet.write_number(row, column, cell.value, formats(cell.look, _number_format(cell)))
            elif cell.target:
                worksheet.write_url(row, column, _address(cell.target), link, string=cell.value)
            elif cell.value:
                text = _fitting(cell.value)
                worksheet.write_string(row, column, text, formats(cell.look, _number_format(cell)))
            else:
                worksheet.write_blank(row, column, None, formats(cell.look, ""))


def _line_height(line: SheetLine, *, wrap: bool) -> float:
    heights = {LineKind.TITLE: 26.0, LineKind.HEADING: 24.0, LineKind.TEXT: _LINE}
    return _height([line.text], (PAGE_WIDTH,)) if wrap and line.kind is LineKind.TEXT else heights[line.kind]


def _height(values: Iterable[str | int | Decimal], widths: tuple[int, ...]) -> float:
    """The height in pt for the text that needs most lines. Excel would find it by itself, LibreOffice does not."""
    lines = [
        sum(max(1, len(wrap(line, width - 1))) for line in value.split("\n")) if len(value) > width - 1 else 1
        for value, width in zip(values, widths, strict=True)
        if isinstance(value, str)
    ]
    return min(max(lines, default=1) * _LINE, _TALLEST)


def _format(workbook: xlsxwriter.Workbook, look: Look, number_format: str) -> Format:
    properties = _ROW | _LOOKS[look]
    return workbook.add_format(properties | {"num_format": number_format} if number_format else properties)


def _line_format(line: SheetLine, linked: _Properties, *, wrap: bool) -> _Properties:
    properties = _LINES[line.kind] | {"text_wrap": wrap}
    return properties | linked if line.target else properties


def _number_format(cell: GridCell) -> str:
    """The decimals that the source gives, no more; the reader's own settings make point and comma of it.

    Text that looks like a formula is marked as text, so that it stays text when a reader edits the cell.
    """
    if isinstance(cell.value, str):
        return _TEXT if guard(cell.value) != cell.value else ""
    whole = "#,##0" if cell.grouped else "0"
    return f"{whole}.{'0' * cell.decimals}" if cell.decimals else whole


def _fitting(text: str) -> str:
    return utf16_cut(text, TEXT_LENGTH, end=CUT)


def _address(sheet: str) -> str:
    return f"internal:'{sheet}'!A1"


def _repacked(workbook: bytes, *, epoch: int) -> bytes:
    """The same parts, sorted and dated, with what XlsxWriter has no option for.

    The language is added, the claim that Excel made the file goes, and the heights of rows are marked as found by the
    program instead of set by hand, so that they follow when a reader changes a text or a width.
    """
    parts = unpacked(workbook)
    end = b"</cp:coreProperties>"
    language = f"<dc:language>{LANGUAGE}</dc:language>".encode()
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(end, language + end)
    parts["docProps/app.xml"] = parts["docProps/app.xml"].replace(_EXCEL, b"")
    for name, part in parts.items():
        if name.startswith("xl/worksheets/"):
            parts[name] = _SET_BY_HAND.sub(rb"\1", part)
    return archive_bytes(parts, epoch=epoch)
