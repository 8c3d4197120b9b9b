"""What a CSV file says about itself: CSV on the Web metadata.

In: the same `Table` as the CSV, its address and where it comes from. Out: JSON as the W3C recommendation "Metadata
Vocabulary for Tabular Data" has it, to lie beside the CSV as `<name>.csv-metadata.json`. This module writes no file.
"""

from weerklank.data.flat import FlatColumn, FlatTable, flatten, one_line
from weerklank.data.formats.json import Json, json_file
from weerklank.data.meta import Meta
from weerklank.data.table import OPEN_LIST, Table

LANGUAGE = "nl-BE"

NON_EXHAUSTIVE = "Voorbeelden: er kan meer zijn dan de bron noemt. Een aantal rijen is dus geen totaal."
GUARD = "Tekst die een rekenblad als formule zou lezen, begint in het CSV-bestand met een apostrof."


def csvw_bytes(table: Table, *, url: str, meta: Meta) -> bytes:
    """Return the metadata for the CSV at `url` (absolute, or relative to the metadata file)."""
    flat = flatten(table)
    document: dict[str, Json] = {
        "@context": ("http://www.w3.org/ns/csvw", {"@language": LANGUAGE}),
        "url": url,
        "dc:title": one_line(table.title),
        "dc:description": one_line(table.caption),
        "dc:language": LANGUAGE,
        "dc:publisher": one_line(meta.publisher),
        "dc:modified": _day(meta.as_of),
        "dc:license": {"@id": one_line(meta.licence_url)} if meta.licence_url else one_line(meta.licence),
        "dc:source": {"@id": one_line(meta.address)} if meta.address else "",
        "rdfs:comment": (*notes_of(table), GUARD),
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "lineTerminators": ("\r\n",),
            "quoteChar": '"',
            "doubleQuote": True,
            "header": True,
            "commentPrefix": None,
        },
        "tableSchema": {"columns": tuple(_column(flat, index) for index in range(len(flat.columns)))},
    }
    return json_file({key: value for key, value in document.items() if value != ""})


def notes_of(table: Table) -> tuple[str, ...]:
    """Return the notes of a table, after the statement that it is an open list if no note of its own says so."""
    notes = tuple(one_line(note) for note in table.notes)
    if not table.non_exhaustive or OPEN_LIST in notes:
        return notes
    return (NON_EXHAUSTIVE, *notes)


def _column(flat: FlatTable, index: int) -> Json:
    column = flat.columns[index]
    schema: dict[str, Json] = {
        "name": column.key,
        "titles": (column.key, column.label),
        "dc:description": column.description,
        "datatype": _datatype(column, flat, index),
    }
    return schema | {"schema:unitText": column.unit} if column.unit else schema


def _datatype(column: FlatColumn, flat: FlatTable, index: int) -> str:
    """The name of a datatype in XML Schema. A column of numbers without any number may still get decimals."""
    if not column.numeric:
        return "string"
    numbers = [row[index].value for row in flat.rows if row[index].value is not None]
    return "integer" if numbers and all(isinstance(number, int) for number in numbers) else "decimal"


def _day(as_of: str) -> Json:
    """A date of the precision that it has (XML Schema part 2); "" for one that is not known."""
    kind = {10: "date", 7: "gYearMonth", 4: "gYear"}.get(len(as_of))
    return {"@value": as_of, "@type": f"xsd:{kind}"} if kind else ""
