"""One shape for every data format: which columns there are, and what a cell says in each."""

from decimal import Decimal

import pytest
from hypothesis import given

from tests.exports_samples import ANY_TABLE, KEYS, MEASURES, TEXTS
from weerklank.data.flat import CellPart, FlatCell, flatten, plain, state_keys, states_of, visible
from weerklank.data.table import Cell, Column, Role, Table, state_cell, text_cell
from weerklank.states import NOT_STATED, Shape, State


def _single(role: Role, *cells: Cell, unit: str = "") -> list[list[FlatCell]]:
    """The cells of a table of one column, row by row."""
    table = Table("t", "T", (Column("k", "K", role, unit),), tuple((cell,) for cell in cells))
    return [list(row) for row in flatten(table).rows]


def _keys(table: Table) -> list[str]:
    return [column.key for column in flatten(table).columns]


def test_a_column_gets_what_its_cells_need() -> None:
    """A column for precision, words, state or reason stands after its value, and only when some cell needs it."""
    assert _keys(MEASURES) == KEYS


def test_a_unit_is_never_lost() -> None:
    """A number with a unit, in a column without one, keeps the words that have the unit."""
    euro, count = Cell("€ 12", 12, number="€ 12"), Cell("ongeveer 12", 12, qualifier="ongeveer", number="12")
    column = Column("k", "K", Role.NUMBER)

    assert _keys(Table("t", "T", (column,), ((euro,),))) == ["k", "k_tekst"]
    assert _keys(Table("t", "T", (column,), ((count,),))) == ["k", "k_precisie"]
    assert _keys(Table("t", "T", (Column("k", "K", Role.NUMBER, "euro"),), ((euro,),))) == ["k"]


def test_precision_is_said_for_every_number() -> None:
    """Beside a number with a precision word, a number without one is called exact and an absence nothing."""
    rows = _single(Role.NUMBER, Cell("minstens 3", 3, qualifier="minstens"), Cell("4", 4), state_cell(NOT_STATED))

    assert [row[1].value for row in rows] == ["minstens", "zoals_vermeld", None]


def test_an_absence_has_no_value_but_a_state() -> None:
    """A cell that is absent has no value; its state stands beside it with its reason."""
    row = _single(Role.NUMBER, state_cell(NOT_STATED, reason="Het staat niet in de bron."))[0]

    assert [cell.value for cell in row] == [None, "niet_vermeld", "Het staat niet in de bron."]
    assert row[0].state is NOT_STATED


def test_a_column_of_states_holds_words() -> None:
    """In a column of states the word is the value and the code stands beside it, with or without a machine value."""
    state = State("deels_klaar", "deels klaar", Shape.PARTLY, "Een deel.")
    rows = _single(Role.STATE, state_cell(state), Cell("deels klaar", "deels_klaar", state))

    assert [[cell.value for cell in row] for row in rows] == [["deels klaar", "deels_klaar"]] * 2


def test_a_cell_without_machine_value_has_its_text() -> None:
    """A cell with neither value nor state is its text."""
    assert _single(Role.TEXT, Cell("niet beoordeeld"))[0][0].value == "niet beoordeeld"


def test_thousands_follow_the_printed_number() -> None:
    """Thousands are grouped where the table prints them so: never in a year."""
    rows = _single(
        Role.NUMBER,
        Cell("", 2016, number="2016"),
        Cell("", 12345, number="12\u00a0345"),
        Cell("", 1250, number="€ 1.250"),
    )

    assert [row[0].grouped for row in rows] == [False, True, True]


def test_only_pure_columns_are_numeric() -> None:
    """A column of numbers with a word in it is not numeric: a reader of the schema must not expect numbers."""
    column = Column("k", "K", Role.NUMBER)
    numeric = flatten(Table("t", "T", (column,), ((Cell("1", 1),), (state_cell(NOT_STATED),)))).columns[0]
    mixed = flatten(Table("t", "T", (column,), ((Cell("1", 1),), (text_cell("veel"),)))).columns[0]

    assert (numeric.numeric, mixed.numeric) == (True, False)


def test_a_key_occurs_once() -> None:
    """Two columns with one key, also by way of a suffix, are our own mistake."""
    columns = (Column("n", "N", Role.NUMBER), Column("n_toestand", "N"))

    with pytest.raises(ValueError, match="n_toestand"):
        flatten(Table("t", "T", columns, ((state_cell(NOT_STATED), text_cell("x")),)))


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity"])
def test_a_number_is_finite(number: str) -> None:
    """What is no number cannot be written as one."""
    with pytest.raises(ValueError, match="no data format"):
        _single(Role.NUMBER, Cell(number, Decimal(number)))


@pytest.mark.parametrize(
    ("number", "expected"),
    [(66, "66"), (Decimal("66.50"), "66.50"), (Decimal("1E+3"), "1000"), (Decimal("-1E-7"), "-0.0000001")],
)
def test_plain_numbers(number: int | Decimal, expected: str) -> None:
    """A number is written with the digits that were typed and a decimal point, never with an exponent."""
    assert expected == plain(number)


@given(TEXTS)
def test_visible_text_is_xml_text(text: str) -> None:
    """Whatever the text, what is left is allowed in XML and in UTF-8, and the same when done again."""
    result = visible(text)

    assert visible(result) == result
    assert result.encode("utf-8").decode("utf-8") == result
    assert all(sign in "\t\n" or sign >= " " for sign in result)
    assert "\r" not in result


def test_forbidden_signs_are_seen() -> None:
    """What may not be there is replaced by a sign, not dropped: the reader sees that something was there."""
    assert visible("a\x00b\x1b\x7f\ud800\ufffe\r\nc") == "a␀b␛␡��\nc"


@given(ANY_TABLE)
def test_every_row_is_complete(table: Table) -> None:
    """Each row has a cell for each column, and no cell is silent: it has a value, or a state beside it."""
    flat = flatten(table)

    for row in flat.rows:
        for column, cell in zip(flat.columns, row, strict=True):
            if column.part is CellPart.VALUE:
                assert cell.value is not None or cell.state is not None


def test_states_that_occur() -> None:
    """The legend holds the states that occur and have a definition, and each column knows its own."""
    flat = flatten(MEASURES)
    nameless = Table("t", "T", (Column("k", "K", Role.STATE),), ((state_cell(State("x", "x", Shape.STATED, "")),),))

    assert [state.key for state in states_of(flat)] == [
        "deels_uitgevoerd",
        "niet_gemeten",
        "niet_vermeld",
        "uitgevoerd",
    ]
    assert state_keys(flat, "status") == ("deels_uitgevoerd", "uitgevoerd")
    assert state_keys(flat, "jaar") == ()
    assert states_of(flatten(nameless)) == ()
