"""CSV that Excel, a program and the next century read: RFC 4180, nothing that runs, nothing lost."""

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given

from tests.exports_samples import ANY_TABLE, KEYS, MEASURES, PAYLOADS, TEXTS
from weerklank.data.flat import flatten, visible
from weerklank.data.formats.csv import csv_bytes, guard
from weerklank.data.table import Cell, Column, Role, Table, text_cell


def _read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))


def _unguarded(text: str) -> str:
    return text[1:] if text.startswith("'") and guard(text[1:]) == text else text


def test_csv_for_excel_and_programs() -> None:
    """A byte order mark, CRLF after every row, column keys as head, decimal points, no grouping."""
    data = csv_bytes(MEASURES)
    rows = _read(data)

    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    assert data.count(b"\n") == data.count(b"\r\n") == 3
    assert rows[0] == KEYS
    assert rows[1][2:4] == ["66", "ongeveer"]
    assert rows[1][8:10] == ["1234.50", "€ 1.234,50"]
    assert rows[2][2:6] == ["", "", "niet_gemeten", "Te kleine groep"]


@pytest.mark.parametrize("payload", PAYLOADS[:12])
def test_text_does_not_run(payload: str) -> None:
    """Text that a spreadsheet would run starts with an apostrophe; a negative number does not."""
    columns = (Column("t", "T"), Column("n", "N", Role.NUMBER))
    table = Table(
        "t", "T", columns, ((text_cell(payload), Cell("-5", -5)), (text_cell("x"), Cell("", Decimal("-0.5"))))
    )
    rows = _read(csv_bytes(table))

    assert rows[1] == [f"'{visible(payload)}", "-5"]
    assert rows[2] == ["x", "-0.5"]


@pytest.mark.parametrize("text", ["’s avonds", "'s avonds", "a=b", "https://voorbeeld.example/", "66", ""])
def test_plain_text_is_left_alone(text: str) -> None:
    """An apostrophe is added only where it is needed."""
    assert guard(text) == text


@given(TEXTS)
def test_the_guard_comes_off(text: str) -> None:
    """Whoever knows the rule gets the text back, also when it began with an apostrophe."""
    assert _unguarded(guard(text)) == text


@given(ANY_TABLE)
def test_round_trip(table: Table) -> None:
    """Any table comes back from the CSV as it went in: text for text, number for number."""
    flat = flatten(table)
    head, *rows = _read(csv_bytes(table))

    assert head == [column.key for column in flat.columns]
    for found, cells in zip(rows, flat.rows, strict=True):
        for text, cell in zip(found, cells, strict=True):
            if cell.value is None:
                assert text == ""
            elif isinstance(cell.value, str):
                assert _unguarded(text) == cell.value
            else:
                assert Decimal(text) == cell.value


@given(ANY_TABLE)
def test_same_bytes(table: Table) -> None:
    """The same table gives the same bytes."""
    assert csv_bytes(table) == csv_bytes(table)
