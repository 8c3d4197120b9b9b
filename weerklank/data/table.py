"""One table type for every reader: HTML, PDF, CSV, workbook, JSON and the table under each chart.

In: cells that `facts` makes. Out: frozen `Table` values. This module draws nothing and writes no file.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

from weerklank.states import State

T = TypeVar("T")


class Role(StrEnum):
    """What a column holds: the row's own name, running text, literal words of a source, a number or a state."""

    HEAD = "kop"
    TEXT = "tekst"
    LITERAL = "letterlijk"
    NUMBER = "getal"
    STATE = "toestand"


@dataclass(frozen=True)
class Column:
    """`key`: stable name in open data ([a-z0-9_]+); `label`: Dutch head; `unit`: Dutch unit or "".

    `description` is what the data dictionary says.
    """

    key: str
    label: str
    role: Role = Role.TEXT
    unit: str = ""
    description: str = ""


@dataclass(frozen=True)
class Cell:
    """One value. `text` is what people read, `value` what machines read (None when there is none).

    `state` is set when the cell is an absence or holds a status word; then `text` is the state's word.
    `qualifier` is the precision word of a number ("ongeveer"). `path` and `fragment` make the cell a link within
    the site (site-relative path); `reason` is the plain-text reason of an absence; `number` is the number as printed
    in a table without its qualifier, with its unit unless the table says that ("66%", "180 experten").
    """

    text: str
    value: str | int | Decimal | None = None
    state: State | None = None
    qualifier: str = ""
    path: str = ""
    fragment: str = ""
    reason: str = ""
    number: str = ""


OPEN_LIST = "Voorbeelden: er kan meer zijn dan de bron noemt."
"""The note under a table, counted ones too, of what a source lists as examples only."""


@dataclass(frozen=True)
class Table:
    """A named table. `name`: file stem and sheet key ([a-z0-9-]+); `caption`: says unit and denominator in words.

    `notes` are sentences that belong under the table. `non_exhaustive` is true when the source calls the list one of
    examples; every reader must then say so. Each row has exactly one cell per column (checked on creation).
    """

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    notes: tuple[str, ...] = field(default=())
    non_exhaustive: bool = False

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in self.rows):
            raise ValueError(f"table {self.name}: a row does not have {len(self.columns)} cells")


def text_cell(text: str, *, path: str = "", fragment: str = "") -> Cell:
    """A plain text cell whose machine value is its text."""
    return Cell(text=text, value=text, path=path, fragment=fragment)


def spread(items: Sequence[T], most: int) -> Iterator[Sequence[T]]:
    """Stretches of at most so many, in order and as even as can be: what a sheet of paper has room for."""
    size = -(-len(items) // -(-len(items) // most)) if items else 1
    yield from (items[start : start + size] for start in range(0, len(items), size))


def state_cell(state: State, *, reason: str = "", path: str = "", fragment: str = "") -> Cell:
    """A cell that holds a state: its word to read, its key for machines, never a number."""
    return Cell(text=state.word, value=None, state=state, reason=reason, path=path, fragment=fragment)


def count_cell(number: int) -> Cell:
    """A whole number that is exact."""
    return Cell(text=str(number), value=number, number=str(number))
