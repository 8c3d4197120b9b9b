"""The data dictionary leaves no column of any file unexplained."""

from tests.exports_samples import MEASURES, TABLES
from weerklank.data.dictionary import dictionary_table
from weerklank.data.flat import flatten


def test_every_column_of_every_file_is_explained() -> None:
    """The dictionary has a row for each column that the files have, in their order."""
    rows = dictionary_table(TABLES).rows
    expected = [(table.name, column.key) for table in TABLES for column in flatten(table).columns]

    assert [(row[0].text, row[1].text) for row in rows] == expected


def test_nothing_is_blank() -> None:
    """A column without unit or states says so; a column without description is explained by its label."""
    rows = dictionary_table(TABLES).rows

    assert [row for row in rows if any(not cell.text for cell in row)] == []


def test_states_and_kinds() -> None:
    """A row says what the column holds and which states occur in it, also for the column of the codes."""
    rows = {row[1].text: [cell.text for cell in row[2:]] for row in dictionary_table((MEASURES,)).rows}

    assert rows["waarde"] == ["Waarde", "getal", "procent", "Het aandeel.", "niet_gemeten"]
    assert rows["waarde_toestand"][1] == "code van een toestand"
    assert rows["waarde_toestand"][4] == "niet_gemeten"
    assert rows["waarde_reden"][1] == "tekst"
    assert rows["status"][1] == "woord van een toestand"
    assert rows["antwoord"][1] == "tekst, letterlijk uit een bron"


def test_the_dictionary_is_a_table_like_any_other() -> None:
    """It can be written in every format, and it explains itself."""
    table = dictionary_table(TABLES)

    assert [row[1].text for row in dictionary_table((table,)).rows] == [column.key for column in flatten(table).columns]
