"""Columns that know their cells: one field of a record, or something worked out, with its head and its value together.

In: the public corpus and records. Out: `Drawn` columns, and rows of cells. A field that a table does not place by hand
follows after those that it does; a table that leaves one out says why.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, state_cell
from weerklank.facts.cells import cell_of
from weerklank.model import Part
from weerklank.model.fields import Field, ValueShape, field_of, fields_of
from weerklank.states import LEFT_OUT

T_contra = TypeVar("T_contra", contravariant=True)
P = TypeVar("P", bound=Part)


@dataclass(frozen=True)
class Drawn(Generic[T_contra]):
    """A column, and the cell that it has for one thing."""

    column: Column
    cell: Callable[[T_contra], Cell]


def own(corpus: Corpus, model: type[P], attribute: str, role: Role | None = None, *, description: str = "") -> Drawn[P]:
    """The column of a field. `role`, `description`: another one than follows from the field."""
    drawn: Drawn[P] = _of_field(corpus, field_of(model, attribute))
    column = drawn.column
    return Drawn(replace(column, role=role or column.role, description=description or column.description), drawn.cell)


def rest(
    corpus: Corpus, model: type[P], placed: Iterable[Drawn[P]], left_out: Mapping[str, str]
) -> tuple[Drawn[P], ...]:
    """A column for each field that is not placed yet and fits in a cell. `left_out`: attribute -> why it has none."""
    keys = {item.column.key for item in placed}
    fields = (field for field in fields_of(model) if field.key not in keys and field.attribute not in left_out)
    return tuple(_of_field(corpus, field) for field in fields if field.shape is not ValueShape.PART)


def row_of(columns: Iterable[Drawn[T_contra]], item: T_contra) -> tuple[Cell, ...]:
    """The cells of one thing."""
    return tuple(drawn.cell(item) for drawn in columns)


def _of_field(corpus: Corpus, field: Field) -> Drawn[P]:
    role = Role.NUMBER if field.shape in (ValueShape.QUANTITY, ValueShape.NUMBER) else Role.TEXT
    column = Column(field.key, field.label, role, description=field.help)
    return Drawn(column, lambda part: _cell(corpus, field.value(part), field))


def _cell(corpus: Corpus, value: object, field: Field) -> Cell:
    """The cell of a value; where an optional field is empty its author wrote nothing, and no cell is blank."""
    return state_cell(LEFT_OUT) if value is None or value in ("", ()) else cell_of(corpus, value, field)
