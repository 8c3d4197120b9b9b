"""A table as it is printed: without rows and columns of nothing but dashes, and with what they were about in words.

In: a table of `facts`. Out: the same table with less in it. Data keep every row and column: a program wants them all.
"""

from collections.abc import Iterable
from dataclasses import replace

from weerklank.data.table import Cell, Role, Table
from weerklank.states import LEFT_OUT
from weerklank.wording import listing, uncapital

YEAR = "jaar"
"""The key of a column of years; the key of a column of one year begins with it."""


def filled(table: Table, *, names: bool = True, years: bool = True) -> Table:
    """Leave out what is filled in nowhere; notes say of which figures (`names`) and which `years` that is.

    An annex says nothing of it, and a table beside one that says it not again. A table of nothing but dashes has no
    rows, and only its notes.
    """
    heads = [place for place, column in enumerate(table.columns) if column.role is Role.HEAD]
    others = [place for place in range(len(table.columns)) if place not in heads]
    told = [_says(row[place] for place in others) for row in table.rows]
    rows = tuple(row for row, says in zip(table.rows, told, strict=True) if says)
    kept = [place for place in others if _says(row[place] for row in rows)]
    columns = [place for place in range(len(table.columns)) if place in heads or place in kept]
    by_year = table.columns[heads[0]].key == YEAR if heads else False
    silent = [(row[heads[0]].text, by_year) for row, says in zip(table.rows, told, strict=True) if heads and not says]
    silent += [(table.columns[at].label, _is_year(table.columns[at].key)) for at in others if at not in kept and rows]
    return replace(
        table,
        columns=tuple(table.columns[place] for place in columns),
        rows=tuple(tuple(row[place] for place in columns) for row in rows),
        notes=(*table.notes, *_unfilled([one for one in silent if (years if one[1] else names)])),
    )


def _says(cells: Iterable[Cell]) -> bool:
    return any(cell.text != LEFT_OUT.word for cell in cells)


def _is_year(key: str) -> bool:
    return key.startswith(f"{YEAR}_")


def _unfilled(silent: list[tuple[str, bool]]) -> tuple[str, ...]:
    """What no row and no column says, once and in words."""
    years = dict.fromkeys(name for name, year in silent if year)
    names = dict.fromkeys(uncapital(name) for name, year in silent if not year)
    about = (f"Voor {listing(years)} is hier nog niets ingevuld.",) if years else ()
    words = "; ".join(names) if any("," in name for name in names) else listing(names)
    return (*((f"Nog niet ingevuld: {words}.",) if names else ()), *about)
