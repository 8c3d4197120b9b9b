"""JSON without float noise, with every absence named in its place."""

import json
from decimal import Decimal
from typing import Any

from hypothesis import given

from tests.exports_samples import ANY_TABLE, KEYS, MEASURES, META
from weerklank.data.flat import CellPart, flatten
from weerklank.data.formats.json import json_bytes
from weerklank.data.meta import Meta
from weerklank.data.table import Cell, Column, Role, Table


def _read(data: bytes) -> dict[str, Any]:
    document = json.loads(data.decode("utf-8"), parse_float=Decimal)
    assert isinstance(document, dict)
    return document


def test_json_says_where_it_comes_from() -> None:
    """The file explains itself: table, publisher, date, licence, columns and states."""
    document = _read(json_bytes(MEASURES, meta=META))

    assert document["naam"] == "metingen"
    assert document["bijschrift"] == MEASURES.caption
    assert document["opmerkingen"] == list(MEASURES.notes)
    assert document["niet_limitatief"] is True
    assert document["stand_op"] == "2026-11-23"
    assert document["licentie_url"] == META.licence_url
    assert [column["sleutel"] for column in document["kolommen"]] == KEYS
    assert document["kolommen"][2] == {
        "sleutel": "waarde",
        "opschrift": "Waarde",
        "eenheid": "procent",
        "omschrijving": "Het aandeel.",
        "rol": "getal",
        "hoort_bij": None,
    }
    assert document["kolommen"][3]["hoort_bij"] == "waarde"
    assert [state["toestand"] for state in document["toestanden"]][:2] == ["deels_uitgevoerd", "niet_gemeten"]


def test_rows_are_objects_with_the_keys_of_the_csv() -> None:
    """A row has the columns of the CSV in their order; an absence is an object in the place of its value."""
    first, second = _read(json_bytes(MEASURES, meta=META))["rijen"]

    assert list(first) == list(second) == KEYS
    assert first["waarde"] == 66
    assert first["waarde_precisie"] == "ongeveer"
    assert second["waarde"] == {"toestand": "niet_gemeten", "reden": "Te kleine groep"}
    assert second["antwoord"] == {"toestand": "niet_vermeld", "reden": None}
    assert second["antwoord_toestand"] == "niet_vermeld"
    assert second["status"] == "deels uitgevoerd"


def test_numbers_have_their_own_digits() -> None:
    """A number is written digit for digit, never by way of a binary float."""
    numbers = ("0.1", "66.50", "12345678901234567890.123456789", "-0.30")
    rows = tuple((Cell(text, Decimal(text)),) for text in numbers)
    data = json_bytes(Table("t", "T", (Column("n", "N", Role.NUMBER),), rows), meta=META).decode()

    assert [f'"n": {text}\n' in data for text in numbers] == [True] * 4


def test_what_is_not_stated_is_null() -> None:
    """A publisher without licence or contact gets null, not an empty text."""
    document = _read(json_bytes(MEASURES, meta=Meta(publisher="P", as_of="2026-11-23", as_of_words="vandaag")))

    assert [document[key] for key in ("licentie", "licentie_url", "contact", "webadres")] == [None] * 4


@given(ANY_TABLE)
def test_round_trip(table: Table) -> None:
    """Any table comes back from the JSON as it went in; the file is UTF-8 and ends in a line end."""
    flat = flatten(table)
    data = json_bytes(table, meta=META)
    rows = _read(data)["rijen"]

    assert data.endswith(b"}\n")
    assert data == json_bytes(table, meta=META)
    for found, cells in zip(rows, flat.rows, strict=True):
        for column, cell in zip(flat.columns, cells, strict=True):
            value = found[column.key]
            if cell.value is None and column.part is CellPart.VALUE:
                assert cell.state
                assert value["toestand"] == cell.state.key
            else:
                assert value == cell.value
