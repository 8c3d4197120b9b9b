"""The lines of a CSV one by one, for saving a narrowed list."""

from weerklank.data.formats.csv import BOM, csv_bytes
from weerklank.data.formats.rows import csv_lines
from weerklank.data.table import Column, Role, Table, text_cell

TEXTS = ("gewoon", 'met "aanhaling"', "over\ntwee regels", "=SOM(A1)", "", "a;b,c", "</script>\u2028 é")


def table(texts: tuple[str, ...]) -> Table:
    """A table with an id, a name and a text per row."""
    columns = (Column("id", "Id"), Column("naam", "Naam", Role.HEAD), Column("tekst", "Tekst"))
    rows = tuple((text_cell(f"r{n}"), text_cell(f"Rij {n}"), text_cell(text)) for n, text in enumerate(texts))
    return Table("proef", "Proef", columns, rows)


def test_the_lines_are_those_of_the_csv() -> None:
    """Head and lines, put after one another, are the CSV of the table, byte for byte."""
    head, lines = csv_lines(table(TEXTS))

    assert csv_bytes(table(TEXTS)).decode() == BOM + "".join(f"{line}\r\n" for line in (head, *lines))
    assert [f"r{n}" for n in range(len(TEXTS))] == [line.partition(",")[0] for line in lines]
