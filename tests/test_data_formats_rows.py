"""The lines of a CSV by id, for saving a narrowed list."""

import json

import pytest

from weerklank.data.formats.csv import BOM, csv_bytes
from weerklank.data.formats.rows import rows_script
from weerklank.data.table import Column, Role, Table, text_cell

TEXTS = ("gewoon", 'met "aanhaling"', "over\ntwee regels", "=SOM(A1)", "", "a;b,c", "</script>\u2028 é")


def table(texts: tuple[str, ...], *, first: str = "id") -> Table:
    """A table with an id, a name and a text per row."""
    columns = (Column(first, "Id"), Column("naam", "Naam", Role.HEAD), Column("tekst", "Tekst"))
    rows = tuple((text_cell(f"r{n}"), text_cell(f"Rij {n}"), text_cell(text)) for n, text in enumerate(texts))
    return Table("proef", "Proef", columns, rows)


def test_the_lines_are_those_of_the_csv() -> None:
    """Head and lines, put after one another, are the CSV of the table, byte for byte."""
    made = rows_script(table(TEXTS)).decode()
    data = json.loads(made.removeprefix("window.weerklankRijen = ").removesuffix(";\n"))
    lines = [data["kop"], *data["rijen"].values()]

    assert csv_bytes(table(TEXTS)).decode() == BOM + "".join(f"{line}\r\n" for line in lines)
    assert [f"r{n}" for n in range(len(TEXTS))] == list(data["rijen"])


def test_rows_without_an_id_cannot_be_chosen() -> None:
    """A table without ids is a mistake of ours."""
    with pytest.raises(ValueError, match="id"):
        rows_script(table(TEXTS, first="naam_van_de_rij"))
