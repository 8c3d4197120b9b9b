"""What a CSV says about itself, as the W3C vocabulary for tabular data has it."""

import csv
import dataclasses
import io
import json
from typing import Any

from tests.exports_samples import COUNTS, KEYS, MEASURES, META
from weerklank.data.formats.csv import csv_bytes
from weerklank.data.formats.csvw import GUARD, csvw_bytes
from weerklank.data.meta import Meta
from weerklank.data.table import Table


def _read(table: Table, meta: Meta = META) -> dict[str, Any]:
    document = json.loads(csvw_bytes(table, url=f"{table.name}.csv", meta=meta))
    assert isinstance(document, dict)
    return document


def test_columns_are_those_of_the_csv() -> None:
    """Names and titles match the head of the CSV, so that a validator accepts the pair."""
    document = _read(MEASURES)
    head = next(csv.reader(io.StringIO(csv_bytes(MEASURES).decode("utf-8-sig"))))
    columns = document["tableSchema"]["columns"]

    assert document["url"] == "metingen.csv"
    assert [column["name"] for column in columns] == head == KEYS
    assert [column["titles"][0] for column in columns] == head


def test_types_and_units() -> None:
    """Whole numbers are integers, numbers with decimals are decimals, words are strings; a unit is named."""
    columns = {column["name"]: column for column in _read(MEASURES)["tableSchema"]["columns"]}

    assert columns["waarde"]["datatype"] == "integer"
    assert columns["waarde"]["schema:unitText"] == "procent"
    assert columns["kosten"]["datatype"] == "decimal"
    assert columns["onderwerp"]["datatype"] == "string"
    assert "schema:unitText" not in columns["onderwerp"]


def test_the_file_explains_itself() -> None:
    """Context, language, licence, date, open list, guard of text and the dialect are there."""
    document = _read(MEASURES)

    assert document["@context"] == ["http://www.w3.org/ns/csvw", {"@language": "nl-BE"}]
    assert document["dc:license"] == {"@id": META.licence_url}
    assert document["dc:modified"] == {"@value": "2026-11-23", "@type": "xsd:date"}
    assert document["rdfs:comment"][0].startswith("Voorbeelden")
    assert "apostrof" in document["rdfs:comment"][-1]
    assert document["dialect"]["delimiter"] == ","
    assert document["dialect"]["lineTerminators"] == ["\r\n"]


def test_what_is_not_stated_is_left_out() -> None:
    """A licence or address that is not known has no entry; a closed list is not called open."""
    document = _read(COUNTS, Meta(publisher="P", as_of="2026-11-23", as_of_words="vandaag"))

    assert "dc:license" not in document
    assert "dc:source" not in document
    assert len(document["rdfs:comment"]) == 1


def test_an_open_list_is_said_once() -> None:
    """A note that already calls the list open is enough; the guard of text is always explained."""
    table = dataclasses.replace(MEASURES, notes=("Voorbeelden: er kan meer zijn dan de bron noemt.",))

    assert _read(table)["rdfs:comment"] == [*table.notes, GUARD]
