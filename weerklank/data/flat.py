"""A table in the shape that every data format shares: one column for each thing a cell says.

In: a `Table`. Out: a `FlatTable`: the columns of the table, each followed by `<key>_precisie`, `<key>_tekst`,
`<key>_toestand` and `<key>_reden` when one of its cells has such a thing to say (`CellPart` tells when). CSV, JSON,
XLSX and ODS all write these columns, in this order. This module formats nothing for people.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from weerklank.data.table import Cell, Column, Role, Table
from weerklank.states import LEFT_OUT, State

Value = str | int | Decimal | None

AS_STATED = "zoals_vermeld"

# A number as people read it, without a unit; and one with its thousands apart.
_BARE_NUMBER = re.compile(r"[\d\s.,+\-\N{MINUS SIGN}]*")
_GROUPED = re.compile(r"\d[\s.]\d{3}")

# XML 1.0 section 2.2 forbids the C0 controls, surrogates and U+FFFE/U+FFFF; DEL and C1 are legal but not to be seen.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SIGNS = {chr(code): chr(0x2400 + code) for code in range(0x20)} | {"\x7f": "\N{SYMBOL FOR DELETE}"}


class CellPart(StrEnum):
    """Which part of a cell a flat column holds; the suffix of its key, except for the value itself.

    PRECISION: there when a number has a precision word. WORDS: there when a number has a unit and its column has not,
    so that the unit is not lost. STATE: there when a cell has a state. REASON: there when an absence has a reason.
    """

    VALUE = "waarde"
    PRECISION = "precisie"
    WORDS = "tekst"
    STATE = "toestand"
    REASON = "reden"


@dataclass(frozen=True)
class FlatColumn:
    """`key`: unique in its table; `origin`: key of the table column it comes from; `numeric`: it holds only numbers."""

    key: str
    label: str
    unit: str
    description: str
    role: Role
    part: CellPart
    origin: str
    numeric: bool


@dataclass(frozen=True)
class FlatCell:
    """`value`: what machines read, None when there is none. An absence has its `state` (and `reason`) instead.

    `grouped`: people see this number with thousands separated. `words`: what people see where an author left out what
    a cell would hold, if that is more than a dash.
    """

    value: Value
    state: State | None = None
    reason: str = ""
    grouped: bool = False
    words: str = ""


@dataclass(frozen=True)
class FlatTable:
    """Each row has one cell for each column; `table` is where it came from."""

    table: Table
    columns: tuple[FlatColumn, ...]
    rows: tuple[tuple[FlatCell, ...], ...]


def visible(text: str) -> str:
    """Return text that any format can hold: one kind of line end, and a visible sign for what may not be there.

    A control character becomes its picture (U+2400 and on), anything else that XML forbids becomes U+FFFD.
    """
    return _UNPRINTABLE.sub(
        lambda found: _SIGNS.get(found.group(), "\N{REPLACEMENT CHARACTER}"),
        text.replace("\r\n", "\n").replace("\r", "\n"),
    )


def one_line(text: str) -> str:
    """Return visible text with every run of white space as one space."""
    return " ".join(visible(text).split())


def plain(number: int | Decimal) -> str:
    """Return all digits of a number with a decimal point and without grouping or exponent, as typed ("66.50")."""
    return format(number, "f") if isinstance(number, Decimal) else str(number)


def flatten(table: Table) -> FlatTable:
    """Return the table with one column for each thing its cells say.

    Raises ValueError when two columns would get one key, or for a number that is not finite.
    """
    columns: list[FlatColumn] = []
    picks: list[tuple[int, CellPart]] = []
    for index, column in enumerate(table.columns):
        for part in _parts(column, [row[index] for row in table.rows]):
            columns.append(_flat_column(column, part, [row[index] for row in table.rows]))
            picks.append((index, part))
    keys = [column.key for column in columns]
    if len(set(keys)) != len(keys):
        twice = sorted({key for key in keys if keys.count(key) > 1})
        raise ValueError(f"table {table.name}: column keys occur twice: {twice}")
    rows = tuple(
        tuple(_flat_cell(row[index], table.columns[index].role, part) for index, part in picks) for row in table.rows
    )
    return FlatTable(table=table, columns=tuple(columns), rows=rows)


def states_of(flat: FlatTable) -> tuple[State, ...]:
    """Return the states that occur and have a definition, by key; two vocabularies may define one key each."""
    states = {cell.state for row in flat.rows for cell in row if cell.state and cell.state.definition}
    return tuple(sorted(states, key=lambda state: (state.key, state.definition)))


def state_keys(flat: FlatTable, origin: str) -> tuple[str, ...]:
    """Return the keys of the states that occur in the table column `origin`, sorted."""
    index = next(
        i for i, column in enumerate(flat.columns) if column.origin == origin and column.part is CellPart.VALUE
    )
    return tuple(sorted({state.key for row in flat.rows if (state := row[index].state)}))


def _parts(column: Column, cells: list[Cell]) -> list[CellPart]:
    """The parts that a column needs. A column of states always has the key of its states."""
    parts = [CellPart.VALUE]
    if any(cell.qualifier for cell in cells):
        parts.append(CellPart.PRECISION)
    if not column.unit and any(_has_unit(cell) for cell in cells):
        parts.append(CellPart.WORDS)
    if column.role is Role.STATE or any(cell.state for cell in cells):
        parts.append(CellPart.STATE)
    if any(cell.reason for cell in cells):
        parts.append(CellPart.REASON)
    return parts


def _flat_column(column: Column, part: CellPart, cells: list[Cell]) -> FlatColumn:
    label = one_line(column.label)
    description = one_line(column.description) or label
    if part is CellPart.VALUE:
        values = [_value(cell, column.role) for cell in cells]
        numeric = column.role is Role.NUMBER and not any(isinstance(value, str) for value in values)
        return FlatColumn(
            key=column.key,
            label=label,
            unit=one_line(column.unit),
            description=description,
            role=column.role,
            part=part,
            origin=column.key,
            numeric=numeric,
        )
    explanation = {
        CellPart.PRECISION: f"Hoe precies het getal bij “{label}” is: zoals_vermeld, of het woord van de bron.",
        CellPart.WORDS: f"Het getal bij “{label}” zoals het getoond wordt, met zijn eenheid.",
        CellPart.STATE: f"De vaste code van de toestand bij “{label}”; leeg als er een gewone waarde staat.",
        CellPart.REASON: f"De reden waarom er bij “{label}” geen waarde is, als de bron die geeft.",
    }
    return FlatColumn(
        key=f"{column.key}_{part}",
        label=f"{label}: {part}",
        unit="",
        description=explanation[part],
        role=Role.STATE if part is CellPart.STATE else Role.TEXT,
        part=part,
        origin=column.key,
        numeric=False,
    )


def _flat_cell(cell: Cell, role: Role, part: CellPart) -> FlatCell:
    number = isinstance(cell.value, int | Decimal)
    match part:
        case CellPart.VALUE:
            grouped = number and _GROUPED.search(cell.number) is not None
            words = visible(cell.text) if cell.state == LEFT_OUT else ""
            reason = visible(cell.reason)
            return FlatCell(value=_value(cell, role), state=cell.state, reason=reason, grouped=grouped, words=words)
        case CellPart.PRECISION:
            return FlatCell(value=visible(cell.qualifier) or (AS_STATED if number else None))
        case CellPart.WORDS:
            return FlatCell(value=visible(cell.text) if number else None)
        case CellPart.STATE:
            return FlatCell(value=cell.state.key if cell.state else None)
        case CellPart.REASON:
            return FlatCell(value=visible(cell.reason) or None)


def _has_unit(cell: Cell) -> bool:
    text = cell.text.removeprefix(cell.qualifier)
    return isinstance(cell.value, int | Decimal) and _BARE_NUMBER.fullmatch(text) is None


def _value(cell: Cell, role: Role) -> Value:
    """The value proper. In a column of states it is the word; elsewhere a state means that there may be none."""
    if isinstance(cell.value, Decimal) and not cell.value.is_finite():
        raise ValueError(f"a table cell holds {cell.value}, which no data format can write")
    if role is Role.STATE or (cell.value is None and cell.state is None):
        return visible(cell.text)
    return visible(cell.value) if isinstance(cell.value, str) else cell.value
