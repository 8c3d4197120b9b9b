"""The one table type: rows fit columns, and a cell never passes an absence off as a value."""

from dataclasses import FrozenInstanceError

import pytest

from weerklank.data.table import Cell, Column, Role, Table, count_cell, spread, state_cell, text_cell
from weerklank.states import NOT_MEASURED, NOT_STATED

COLUMNS = (Column("naam", "Naam", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER, "stuks"))


@pytest.mark.parametrize("cells", [(), ("a",), ("a", "b", "c")])
def test_a_row_has_one_cell_per_column(cells: tuple[str, ...]) -> None:
    """A row that is too short or too long is a mistake of ours, found where the table is made."""
    with pytest.raises(ValueError, match="table proef: a row does not have 2 cells"):
        Table("proef", "Proef", COLUMNS, (tuple(text_cell(text) for text in cells),))


def test_a_table_may_be_empty() -> None:
    """No rows is something to say, not a mistake."""
    assert () == Table("proef", "Proef", COLUMNS, ()).rows


def test_a_table_does_not_change() -> None:
    """Readers share a table, so nobody can change it; equal tables are equal values."""
    first = Table("proef", "Proef", COLUMNS, ((text_cell("a"), count_cell(1)),))
    assert first == Table("proef", "Proef", COLUMNS, ((text_cell("a"), count_cell(1)),))
    assert hash(first) == hash(Table("proef", "Proef", COLUMNS, ((text_cell("a"), count_cell(1)),)))
    with pytest.raises(FrozenInstanceError):
        first.title = "Anders"  # type: ignore[misc]


def test_a_text_is_its_own_value() -> None:
    """People and machines read the same words."""
    cell = text_cell("Overleg", path="initiatieven/overleg.html", fragment="wie")
    assert Cell("Overleg", "Overleg", path="initiatieven/overleg.html", fragment="wie") == cell


def test_a_count_is_a_number() -> None:
    """Zero is counted and printed; it is no absence."""
    assert Cell("0", 0, number="0") == count_cell(0)
    assert count_cell(0).state is None


def test_an_absence_has_a_word_and_no_value() -> None:
    """A state is printed by its word; a machine gets the state and never a number or a text in its place."""
    cell = state_cell(NOT_MEASURED, reason="Te kleine groep.")
    expected = ("niet gemeten", None, NOT_MEASURED, "Te kleine groep.", "")
    assert expected == (cell.text, cell.value, cell.state, cell.reason, cell.number)
    assert Cell("niet vermeld", state=NOT_STATED) == state_cell(NOT_STATED)


def test_what_a_sheet_has_room_for_is_spread_evenly() -> None:
    """Nothing is lost, no stretch is longer than asked, and none is left with the last one alone."""
    assert [(0, 1, 2), (3, 4, 5), (6, 7, 8)] == list(spread(tuple(range(9)), 4))
    assert [(0, 1, 2, 3)] == list(spread(tuple(range(4)), 4))
    assert [] == list(spread((), 4))
