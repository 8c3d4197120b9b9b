"""A table as JSON.

In: a `Table` and where it comes from. Out: UTF-8 with a final line end, stable order. Numbers have exactly the digits
of their Decimal; an absence is `{"toestand": …, "reden": …}` in the place of its value. This module writes no file.
"""

import json
from decimal import Decimal

from weerklank.data.flat import CellPart, FlatCell, FlatColumn, flatten, one_line, plain, states_of
from weerklank.data.meta import Meta
from weerklank.data.table import Table

Json = str | int | Decimal | bool | None | tuple["Json", ...] | dict[str, "Json"]

_STEP = "  "


def json_bytes(table: Table, *, meta: Meta) -> bytes:
    """Return the table as one JSON object; each row is an object with the keys of `flatten`, in that order.

    A cell of a column with role "toestand" is its word; elsewhere a state stands for a value that is not there.
    Raises ValueError as `flatten` does.
    """
    flat = flatten(table)
    keys = [column.key for column in flat.columns]
    document: dict[str, Json] = {
        "naam": table.name,
        "titel": one_line(table.title),
        "bijschrift": one_line(table.caption),
        "opmerkingen": tuple(one_line(note) for note in table.notes),
        "niet_limitatief": table.non_exhaustive,
        "uitgever": stated(meta.publisher),
        "stand_op": stated(meta.as_of),
        "licentie": stated(meta.licence),
        "licentie_url": stated(meta.licence_url),
        "contact": stated(meta.contact),
        "webadres": stated(meta.address),
        "kolommen": tuple(map(_column, flat.columns)),
        "toestanden": tuple(
            {"toestand": state.key, "woord": state.word, "betekenis": state.definition} for state in states_of(flat)
        ),
        "rijen": tuple(dict(zip(keys, map(_cell, row), strict=True)) for row in flat.rows),
    }
    return json_file(document)


def json_file(document: dict[str, Json]) -> bytes:
    """Return a JSON file: two spaces an indent, keys in the given order, UTF-8, a final line end."""
    return f"{_text(document, '')}\n".encode()


def stated(text: str) -> str | None:
    """Return the text on one line, or None when there is none."""
    return one_line(text) or None


def _column(column: FlatColumn) -> Json:
    return {
        "sleutel": column.key,
        "opschrift": column.label,
        "eenheid": stated(column.unit),
        "omschrijving": column.description,
        "rol": column.role.value if column.part is CellPart.VALUE else column.part.value,
        "hoort_bij": None if column.part is CellPart.VALUE else column.origin,
    }


def _cell(cell: FlatCell) -> Json:
    if cell.value is None and cell.state is not None:
        return {"toestand": cell.state.key, "reden": stated(cell.reason)}
    return cell.value


def _text(value: Json, indent: str) -> str:
    """Written out because `json.dumps` can only write a Decimal by way of a binary float."""
    inner = indent + _STEP
    match value:
        case dict() if value:
            lines = [f"{inner}{json.dumps(key)}: {_text(item, inner)}" for key, item in value.items()]
            return "{\n" + ",\n".join(lines) + f"\n{indent}}}"
        case tuple() if value:
            return "[\n" + ",\n".join(inner + _text(item, inner) for item in value) + f"\n{indent}]"
        case dict():
            return "{}"
        case tuple():
            return "[]"
        case Decimal():
            return plain(value)
        case _:
            return json.dumps(value, ensure_ascii=False)
