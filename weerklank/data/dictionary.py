"""The data dictionary: what each column of each table means, as a table like the others.

In: tables. Out: one `Table` with a row for each column that the data files have. This module writes no file.
"""

from weerklank.data.flat import CellPart, FlatColumn, flatten, state_keys
from weerklank.data.table import Cell, Column, Role, Table, text_cell

_NONE = "niet van toepassing"

_COLUMNS = (
    Column("tabel", "Tabel", Role.HEAD, description="De naam van de tabel; ook de naam van haar bestanden."),
    Column("kolom", "Kolom", description="De vaste naam van de kolom in CSV en JSON."),
    Column("opschrift", "Opschrift", description="Het opschrift van de kolom in de tabellen en de werkboeken."),
    Column("soort", "Soort", description="Wat de kolom bevat."),
    Column("eenheid", "Eenheid", description="De eenheid van de getallen in de kolom."),
    Column("omschrijving", "Omschrijving", description="Wat de kolom betekent."),
    Column("toestanden", "Toestanden", description="De codes van de toestanden die in de kolom voorkomen."),
)


def dictionary_table(tables: tuple[Table, ...]) -> Table:
    """Return the dictionary, in the order of the tables and of their columns. Raises ValueError as `flatten` does."""
    rows: list[tuple[Cell, ...]] = []
    for table in tables:
        flat = flatten(table)
        for column in flat.columns:
            keys = state_keys(flat, column.origin) if column.part in (CellPart.VALUE, CellPart.STATE) else ()
            texts = (
                table.name,
                column.key,
                column.label,
                kind_words(column),
                column.unit or _NONE,
                column.description,
                ", ".join(keys) or _NONE,
            )
            rows.append(tuple(map(text_cell, texts)))
    return Table(
        name="kolommen",
        title="Kolommen",
        columns=_COLUMNS,
        rows=tuple(rows),
        caption="Elke kolom van elke tabel, met haar vaste naam, soort, eenheid en betekenis.",
    )


def kind_words(column: FlatColumn) -> str:
    """What a column holds, in words."""
    if column.part is CellPart.STATE:
        return "code van een toestand"
    if column.part is not CellPart.VALUE:
        return "tekst"
    kinds = {
        Role.HEAD: "tekst, naam van de rij",
        Role.TEXT: "tekst",
        Role.LITERAL: "tekst, letterlijk uit een bron",
        Role.NUMBER: "getal" if column.numeric else "getal of tekst",
        Role.STATE: "woord van een toestand",
    }
    return kinds[column.role]
