"""The Excel workbook, read back by another library and part by part."""

import hashlib
import io
import os
import re
import subprocess
import sys
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.exports_samples import ABOUT, ANY_TABLE, COUNTS, EPOCH, MEASURES, PAYLOADS, TABLES
from weerklank.data.flat import visible
from weerklank.data.formats.workbook import CUT, plan_workbook
from weerklank.data.formats.xlsx import xlsx_bytes
from weerklank.data.table import Cell, Column, Role, Table, text_cell

ROOT = Path(__file__).resolve().parent.parent
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def _book(*tables: Table) -> Workbook:
    return load_workbook(io.BytesIO(xlsx_bytes(tables or TABLES, about=ABOUT, epoch=EPOCH)))


def _parts(*tables: Table) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(tables or TABLES, about=ABOUT, epoch=EPOCH))) as archive:
        return {name: archive.read(name).decode() for name in archive.namelist()}


def _head_row(sheet: Worksheet) -> int:
    pane = sheet.freeze_panes
    assert isinstance(pane, str)
    return int("".join(filter(str.isdigit, pane))) - 1


def _rows(parts: dict[str, str], name: str) -> list[list[str | Decimal]]:
    """The rows of a sheet as they stand in the file: numbers as Decimal, everything else as text."""
    texts = _shared(parts)
    rows = etree.fromstring(parts[name].encode()).iter(f"{MAIN}row")
    return [[_value(cell, texts) for cell in row] for row in rows]


def _value(cell: etree._Element, texts: list[str]) -> str | Decimal:
    value = cell.findtext(f"{MAIN}v")
    if value is None:
        return ""
    return texts[int(value)] if cell.get("t") == "s" else Decimal(value)


def _shared(parts: dict[str, str]) -> list[str]:
    """The texts of the cells, with the escapes of ST_Xstring (ECMA-376 part 1, 22.9.2.19) undone."""
    root = etree.fromstring(parts["xl/sharedStrings.xml"].encode())
    texts = ["".join(item.itertext(f"{MAIN}t")) for item in root]
    return [re.sub(r"_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found[1], 16)), text) for text in texts]


def _text_table(*texts: str) -> Table:
    return Table("t", "T", (Column("a", "A", Role.HEAD),), tuple((text_cell(text),) for text in texts))


def test_sheets_and_order() -> None:
    """The workbook has the planned sheets and opens at the cover."""
    book = _book()

    assert book.sheetnames == [sheet.name for sheet in plan_workbook(TABLES, about=ABOUT)]
    assert book.active
    assert book.active.title == "Voorblad"


def test_the_table_starts_in_column_a_under_its_lines() -> None:
    """Lines, heads and rows follow one another from A1 without an empty row and without merged cells."""
    sheet = _book()["Metingen"]
    head = _head_row(sheet)
    column = [sheet.cell(row, 1).value for row in range(1, sheet.max_row + 1)]

    assert all(column)
    assert [sheet.cell(head, place).value for place in (1, 2, 3)] == ["Id", "Onderwerp", "Waarde (procent)"]
    assert sheet.freeze_panes == f"C{head + 1}"
    assert sheet.merged_cells.ranges == set()


def test_cells() -> None:
    """Numbers are numbers with the decimals of the source, absences are words, everything else is text."""
    sheet = _book()["Metingen"]
    head = _head_row(sheet)
    labels = [cell.value for cell in sheet[head]]
    first, second = (dict(zip(labels, row, strict=True)) for row in sheet.iter_rows(min_row=head + 1))

    assert (first["Waarde (procent)"].value, first["Waarde (procent)"].number_format) == (66, "0")
    assert first["Waarde: precisie"].value == "ongeveer"
    assert (first["Kosten"].value, first["Kosten"].number_format) == (1234.5, "#,##0.00")
    assert (first["Jaar"].value, first["Jaar"].number_format) == (2016, "0")
    assert (second["Jaar"].value, second["Jaar"].number_format) == (12345, "#,##0")
    assert second["Waarde (procent)"].value == "niet gemeten"
    assert second["Waarde: reden"].value == "Te kleine groep"
    assert second["Status: toestand"].value == "deels_uitgevoerd"


def test_tables_are_real_tables() -> None:
    """Each grid with rows is a named table that covers heads and rows and has a title for who cannot see it."""
    book, parts = _book(), _parts()
    tables = {name: table for sheet in book for name in sheet.tables for table in [sheet.tables[name]]}

    assert set(tables) == {"inhoud", "toelichting", "tabel_metingen", "tabel_wie_werd_gehoord", "tabel_kolommen"}
    assert tables["tabel_wie_werd_gehoord"].ref == "A3:B5"
    assert tables["tabel_metingen"].autoFilter.ref == tables["tabel_metingen"].ref
    assert any('altText="Wie werd gehoord"' in part for name, part in parts.items() if name.startswith("xl/tables/"))


def test_only_links_between_sheets() -> None:
    """Every link leads to a sheet of the same workbook; no part names anything outside."""
    book, parts = _book(), _parts()
    links = [cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row if cell.hyperlink]

    assert {link.location for link in links} <= {f"'{name}'!A1" for name in book.sheetnames}
    assert not any(link.target for link in links)
    assert 'TargetMode="External"' not in "".join(parts.values())


@pytest.mark.parametrize("payload", PAYLOADS)
def test_text_is_only_text(payload: str) -> None:
    """Whatever a text looks like, it is a text: no formula, no link, no number, no markup."""
    table = _text_table(payload)
    parts = _parts(table)

    assert "<f>" not in parts["xl/worksheets/sheet4.xml"]
    assert "boos.example" not in "".join(part for name, part in parts.items() if name != "xl/sharedStrings.xml")
    assert visible(payload) in _shared(parts)


def test_formula_like_text_stays_text_when_edited() -> None:
    """A cell whose text looks like a formula has the format for text."""
    sheet = _book(_text_table("=1+1", "gewoon"))["T"]

    assert [sheet.cell(row, 1).number_format for row in (4, 5)] == ["@", "General"]


def test_text_that_is_too_long() -> None:
    """A text that Excel cannot hold is cut, and says so."""
    cell = _book(_text_table("😀" * 20_000))["T"].cell(4, 1)

    assert isinstance(cell.value, str)
    assert cell.value.endswith(CUT)
    assert len(cell.value.encode("utf-16-le")) <= 2 * 32_767


def test_heights_follow_the_text() -> None:
    """A row is as high as its text needs, and is not set by hand, so that it follows when the text changes."""
    parts = _parts(_text_table("kort", "woord " * 40))

    assert "customHeight" not in parts["xl/worksheets/sheet4.xml"]
    assert _book(_text_table("kort", "woord " * 40))["T"].row_dimensions[5].height > 60


def test_document_properties() -> None:
    """Title, publisher, language and one date; no name of a program that did not make it."""
    parts = _parts()
    core = parts["docProps/core.xml"]

    assert "<dc:title>Luisteren &amp; bijsturen</dc:title>" in core
    assert "<dc:creator>Agentschap Voorbeeld</dc:creator>" in core
    assert "<dc:language>nl-BE</dc:language>" in core
    assert set(re.findall(r"\d{4}-\d\d-\d\dT[\d:]+Z", core)) == {"2026-11-23T00:00:00Z"}
    assert "Microsoft Excel" not in parts["docProps/app.xml"]


def test_archive() -> None:
    """Entries are sorted and have one date."""
    with zipfile.ZipFile(io.BytesIO(xlsx_bytes(TABLES, about=ABOUT, epoch=EPOCH))) as archive:
        entries = archive.infolist()

    assert [entry.filename for entry in entries] == sorted(entry.filename for entry in entries)
    assert {entry.date_time for entry in entries} == {(2026, 11, 23, 0, 0, 0)}


def test_dates_before_zip_knew_them() -> None:
    """A zip cannot hold a date before 1980; the workbook is made all the same."""
    assert xlsx_bytes((COUNTS,), about=ABOUT, epoch=0)


@given(ANY_TABLE)
@settings(max_examples=40)
def test_round_trip(table: Table) -> None:
    """Any table comes back from the workbook: text for text, number for number, cell by cell."""
    planned = plan_workbook((table,), about=ABOUT)[3]
    assert planned.grid
    rows = _rows(_parts(table), "xl/worksheets/sheet4.xml")[len(planned.lines) + 1 :]

    assert rows == [
        [cell.value if isinstance(cell.value, str) else Decimal(cell.value) for cell in row]
        for row in planned.grid.rows
    ]


def test_same_bytes_in_another_process() -> None:
    """Clock, time zone, locale and hash seed of the machine leave no trace."""
    program = (
        "import hashlib; from tests.exports_samples import *; from weerklank.data.formats.xlsx import xlsx_bytes;"
        "print(hashlib.sha256(xlsx_bytes(TABLES, about=ABOUT, epoch=EPOCH)).hexdigest())"
    )
    expected = hashlib.sha256(xlsx_bytes(TABLES, about=ABOUT, epoch=EPOCH)).hexdigest()

    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
        )

        assert result.stdout.strip() == expected


def test_the_light_formats_do_not_load_a_workbook_writer() -> None:
    """A build that writes only text formats does not load XlsxWriter."""
    program = (
        "import sys, weerklank.data.formats.csv, weerklank.data.formats.json, weerklank.data.formats.csvw,"
        "weerklank.data.dictionary, weerklank.data.formats.workbook; print('xlsxwriter' in sys.modules)"
    )
    result = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, check=True, text=True)

    assert result.stdout.strip() == "False"


def test_measures_have_no_false_precision() -> None:
    """A number that was given without decimals is not shown with them."""
    cells = (Cell("66", Decimal(66)), Cell("66,5", Decimal("66.5")))
    table = Table("t", "T", (Column("n", "N", Role.NUMBER),), tuple((cell,) for cell in cells))
    sheet = _book(table)["T"]

    assert [sheet.cell(row, 1).number_format for row in (4, 5)] == ["0", "0.0"]
    assert MEASURES.rows
