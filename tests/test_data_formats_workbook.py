"""The plan of a workbook: sheets that people can read aloud and programs can read back."""

import dataclasses
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.exports_samples import ABOUT, ANY_TABLE, COUNTS, EMPTY, MEASURES, TABLES
from tests.voorbeeld_site import corpus as example
from weerklank.data.flat import CellPart, flatten
from weerklank.data.formats.csvw import NON_EXHAUSTIVE
from weerklank.data.formats.workbook import (
    NAME_LENGTH,
    CellGrid,
    GridCell,
    Look,
    SheetPlan,
    WorkbookInfo,
    plan_workbook,
    utf16_cut,
)
from weerklank.data.meta import Meta
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.provenance import provenance
from weerklank.site.pages import all_tables

NAMES = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,8}", fullmatch=True)


def _sheet(name: str, *tables: Table) -> SheetPlan:
    return next(sheet for sheet in plan_workbook(tables or TABLES, about=ABOUT) if sheet.name == name)


def _grid(name: str, *tables: Table) -> CellGrid:
    grid = _sheet(name, *tables).grid
    assert grid
    return grid


def _texts(sheet: SheetPlan) -> list[str]:
    return [line.text for line in sheet.lines]


def _numbers(*cells: Cell) -> list[GridCell]:
    table = Table("t", "T", (Column("n", "N", Role.NUMBER),), tuple((cell,) for cell in cells))
    return [row[0] for row in _grid("T", table).rows]


def test_order_of_the_sheets() -> None:
    """Cover, contents and notes come first, then one sheet for each table, then the explanation of the columns."""
    names = [sheet.name for sheet in plan_workbook(TABLES, about=ABOUT)]

    assert names == ["Voorblad", "Inhoud", "Toelichting", "Metingen", "Wie werd gehoord", "Leeg", "Kolommen"]


def test_cover() -> None:
    """The cover names publisher, date, licence and contact, tells how to read, and leads to the contents."""
    cover = _sheet("Voorblad")
    bare = plan_workbook((), about=WorkbookInfo("T", Meta(publisher="P", as_of="2026", as_of_words="2026")))[0]

    assert _texts(cover)[:4] == [
        "Luisteren & bijsturen",
        "Uitgever: Agentschap Voorbeeld",
        "Stand op: 23 november 2026",
        "Licentie: Gratis hergebruik – https://data.example/licentie",
    ]
    assert "De cijfers komen uit één antwoord." in _texts(cover)
    assert cover.lines[-1].target == "Inhoud"
    assert "Contact: niet ingevuld" in _texts(bare)


def test_contents_lead_everywhere() -> None:
    """Every sheet after the contents is named in them with a link, its title and its number of rows."""
    rows = _grid("Inhoud").rows
    names = [sheet.name for sheet in plan_workbook(TABLES, about=ABOUT)][2:]

    assert [row[0].target for row in rows] == [row[0].value for row in rows] == names
    assert [cell.value for cell in rows[1]] == ["Metingen", "Metingen", MEASURES.caption, 2]


def test_notes_explain_what_occurs() -> None:
    """States come first with code and definition, then open lists and notes, each with the sheets it holds for."""
    rows = [[cell.value for cell in row] for row in _grid("Toelichting").rows]

    assert rows[1] == [
        "niet gemeten",
        "niet_gemeten",
        "Er is beslist dit niet te meten; de reden staat erbij.",
        "Metingen",
    ]
    assert [row[2] for row in rows if row[0] == "Opmerking"] == ["De schalen verschillen.", NON_EXHAUSTIVE]


def test_notes_of_tables_that_need_none() -> None:
    """Without states or notes the sheet says so, instead of showing an empty table."""
    sheet = _sheet("Toelichting", COUNTS)

    assert sheet.grid is None
    assert "Bij de tabellen in dit werkboek horen geen toestanden of opmerkingen." in _texts(sheet)


def test_sheet_of_a_table() -> None:
    """Title, caption and the warning of an open list stand above the heads, which have the units."""
    sheet = _sheet("Metingen")
    grid = _grid("Metingen")

    assert _texts(sheet)[:2] == ["Metingen", MEASURES.caption]
    assert _texts(sheet)[2].startswith("Voorbeelden")
    assert [line.target for line in sheet.lines if line.target] == ["Toelichting", "Inhoud"]
    assert grid.heads[:4] == ("Id", "Onderwerp", "Waarde (procent)", "Waarde: precisie")
    assert grid.pinned == 2
    assert grid.name == "tabel_metingen"


def test_absences_are_words() -> None:
    """An absence is its word in the place of the value, with code and reason in their own columns."""
    row = _grid("Metingen").rows[1]

    assert [cell.value for cell in row[2:6]] == ["niet gemeten", "", "niet_gemeten", "Te kleine groep"]
    assert row[2].look is Look.ABSENT


def test_table_without_rows() -> None:
    """A table without rows keeps its heads and says in words that it has none."""
    assert "Deze tabel heeft geen rijen." in _texts(_sheet("Leeg"))
    assert _grid("Leeg").heads == ("A", "B")
    assert _grid("Leeg", EMPTY).rows == ()


def test_numbers_are_shown_as_known() -> None:
    """A number has the decimals that were typed: no more, which would be false precision, and no fewer."""
    cells = _numbers(Cell("66", 66), Cell("66,50", Decimal("66.50")), Cell("", Decimal("1E+3"), number="1.000"))

    assert [(cell.decimals, cell.grouped) for cell in cells] == [(0, False), (2, False), (0, True)]


@pytest.mark.parametrize(
    "digits", ["1234567890123456", "0.1234567890123456", "1E+300", "1E-300", "-9999999999999999.5"]
)
def test_numbers_that_a_spreadsheet_would_damage(digits: str) -> None:
    """A number that a binary double cannot hold, or that would be shown with an exponent, is written as text."""
    number = Decimal(digits)

    assert _numbers(Cell(digits, number))[0].value == format(number, "f")


@given(ANY_TABLE)
def test_every_number_survives_a_double(table: Table) -> None:
    """Whatever is planned as a number is the same number after a spreadsheet has read it."""
    planned = plan_workbook((table,), about=ABOUT)[3].grid
    assert planned

    for row, cells in zip(planned.rows, flatten(table).rows, strict=True):
        for planned_cell, cell in zip(row, cells, strict=True):
            if isinstance(planned_cell.value, int | Decimal):
                assert Decimal(f"{float(planned_cell.value):.15g}") == cell.value


@given(st.lists(NAMES, unique=True, max_size=8))
@settings(max_examples=40)
def test_sheet_names_are_allowed_and_unique(names: list[str]) -> None:
    """A sheet has a name that every program accepts, and no two sheets share one, whatever their case."""
    tables = tuple(dataclasses.replace(COUNTS, name=name) for name in names)
    found = [sheet.name for sheet in plan_workbook(tables, about=ABOUT)]

    assert len({name.casefold() for name in found}) == len(found)
    for name in found:
        assert 0 < len(name) <= NAME_LENGTH
        assert name == name.strip()
        assert not set(name) & set("[]:*?/\\'")
        assert name.casefold() != "history"


def test_names_that_are_taken() -> None:
    """A table may be called after a sheet that every workbook has, or be long: its sheet gets a name of its own."""
    long = "bijsturingen-per-beleidsveld-en-belanghebbende"
    tables = tuple(dataclasses.replace(COUNTS, name=name) for name in ("inhoud", "history", long, f"{long}-en-jaar"))
    names = [sheet.name for sheet in plan_workbook(tables, about=ABOUT)][3:-1]

    assert names == ["Inhoud 2", "History 2", "Bijsturingen per beleidsveld en", "Bijsturingen per beleidsveld 2"]


def test_tables_have_names_of_their_own() -> None:
    """Two tables with one name are our own mistake: their files would overwrite one another."""
    with pytest.raises(ValueError, match="wie-werd-gehoord"):
        plan_workbook((COUNTS, COUNTS), about=ABOUT)


def test_heads_are_unique() -> None:
    """Two columns with one label get heads that a table can tell apart."""
    columns = (Column("a", "Aantal"), Column("b", "aantal"), Column("c", "Aantal"))

    assert _grid("T", Table("t", "T", columns, ())).heads == ("Aantal", "aantal 2", "Aantal 3")


def test_pinned_columns() -> None:
    """Columns stay in sight up to the name of the row, unless that name stands far to the right."""
    columns = tuple(Column(key, key.upper()) for key in "abc")
    third = (*columns[:2], Column("c", "C", Role.HEAD))

    assert [_grid("T", Table("t", "T", keys, ())).pinned for keys in (columns, third)] == [0, 0]
    assert _grid("Wie werd gehoord").pinned == 1


@given(st.text(), st.integers(min_value=4, max_value=40))
def test_text_is_cut_between_characters(text: str, limit: int) -> None:
    """A text that is too long is cut between characters and shows that it was; any other text is left alone."""
    result = utf16_cut(text, limit, end="…")

    assert len(result.encode("utf-16-le")) <= 2 * limit
    assert result == text or result.endswith("…")


def test_no_grid_has_a_hole() -> None:
    """Lines and grid follow one another without an empty row, and no cell of a plain table is empty."""
    table = Table("t", "T", (Column("a", "A", Role.HEAD),), ((text_cell("x"),),))

    for sheet in plan_workbook((table,), about=ABOUT):
        assert all(line.text for line in sheet.lines)
        assert all(cell.value != "" for row in (sheet.grid.rows if sheet.grid else ()) for cell in row)


def test_the_cover_says_which_cells_are_empty() -> None:
    """Of all tables of the example agency no cell is blank but in a column that says more of another."""
    tables = all_tables(example())
    about = WorkbookInfo("T", provenance(example()))
    grids = {sheet.grid.name: sheet.grid for sheet in plan_workbook(tables, about=about) if sheet.grid}
    blank = {
        (table.name, column.key)
        for table in tables
        for row in grids[f"tabel_{table.name.replace('-', '_')}"].rows
        for cell, column in zip(row, flatten(table).columns, strict=True)
        if cell.value == "" and column.part is CellPart.VALUE
    }
    assert set() == blank
