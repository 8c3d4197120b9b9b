"""What stands in a workbook: its sheets, planned once for every spreadsheet format.

In: tables and what the cover says. Out: frozen `SheetPlan` values: lines of text above at most one grid, which starts
in column A and has one head row. Drawing them is the work of `xlsx` and `ods`.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from weerklank.data.dictionary import dictionary_table
from weerklank.data.flat import CellPart, FlatCell, FlatColumn, FlatTable, flatten, one_line, plain, states_of
from weerklank.data.formats.csvw import NON_EXHAUSTIVE, notes_of
from weerklank.data.meta import Meta
from weerklank.data.table import Role, Table
from weerklank.states import LEFT_OUT
from weerklank.theme import LIGHT

COVER, CONTENTS, NOTES, DICTIONARY = "Voorblad", "Inhoud", "Toelichting", "Kolommen"

NAME_LENGTH = 31
"""The longest name of a sheet, in UTF-16 units ("Excel specifications and limits")."""

TEXT_LENGTH = 32_767
"""The longest text in a cell, in UTF-16 units (same source)."""

CUT = " … (ingekort: de volledige tekst staat in de CSV)"

_FORBIDDEN = str.maketrans("", "", "[]:*?/\\'")
_RESERVED = "history"  # Excel keeps this name for itself
_DOUBLE_DIGITS = 15  # decimal digits that a binary double keeps (IEEE 754, DBL_DIG)
_SMALLEST, _LARGEST = -15, 20  # powers of ten within which no spreadsheet turns to scientific notation
PAGE_WIDTH = 96
"""Width of column A on a sheet without a grid, in characters."""

_NARROWEST, _PINNED, _WIDEST = 10, 36, 48  # width of a column in characters
_HEAD_LENGTH = 240  # Excel allows 255 for the name of a table column; the rest is for a number


@dataclass(frozen=True)
class WorkbookInfo:
    """What the cover says. `reading`: sentences on how to read this workbook, after those that hold for each one.

    `link`: the colour of links, "#rrggbb".
    """

    title: str
    meta: Meta
    reading: tuple[str, ...] = ()
    link: str = LIGHT.link


class LineKind(StrEnum):
    """How a line looks."""

    TITLE = "titel"
    HEADING = "kop"
    TEXT = "tekst"


@dataclass(frozen=True)
class SheetLine:
    """One cell of text in column A; `target`: the sheet that it links to, or ""."""

    text: str
    kind: LineKind = LineKind.TEXT
    target: str = ""


class Look(StrEnum):
    """What a grid cell holds, for its looks: the name of the row, our words, literal words, a number, an absence."""

    HEAD = "kop"
    TEXT = "tekst"
    LITERAL = "letterlijk"
    NUMBER = "getal"
    ABSENT = "afwezig"


@dataclass(frozen=True)
class GridCell:
    """`value`: a number (exact in a binary double) or text; `decimals` and `grouped`: how a number is shown."""

    value: str | int | Decimal
    look: Look = Look.TEXT
    decimals: int = 0
    grouped: bool = False
    target: str = ""


@dataclass(frozen=True)
class CellGrid:
    """`name`: identifier of the table; `widths`: of each column, in characters; `pinned`: how many columns stay put.

    There may be heads without rows.
    """

    name: str
    heads: tuple[str, ...]
    widths: tuple[int, ...]
    rows: tuple[tuple[GridCell, ...], ...]
    pinned: int


@dataclass(frozen=True)
class SheetPlan:
    """Lines, then the grid in the row right under them. Without a grid, column A is a page of text."""

    name: str
    lines: tuple[SheetLine, ...]
    grid: CellGrid | None


def plan_workbook(tables: tuple[Table, ...], *, about: WorkbookInfo) -> tuple[SheetPlan, ...]:
    """Return the sheets: cover, contents, notes, one for each table, and the explanation of the columns.

    Raises ValueError when two tables have one name, and as `flatten` does.
    """
    if len({table.name for table in tables}) != len(tables):
        raise ValueError(f"two tables have one name: {sorted(table.name for table in tables)}")
    names = _sheet_names(tables)
    flats = tuple(flatten(table) for table in tables)
    dictionary = flatten(dictionary_table(tables))
    listed = [
        (NOTES, "Toelichting", "Wat de toestanden betekenen en wat er bij de tabellen hoort.", None),
        *((names[t.name], one_line(t.title), one_line(t.caption or t.title), len(t.rows)) for t in tables),
        (DICTIONARY, "Kolommen", one_line(dictionary.table.caption), len(dictionary.rows)),
    ]
    return (
        _cover(about),
        _contents(listed, len(tables)),
        _notes(flats, names),
        *(_table_sheet(flat, names[flat.table.name]) for flat in flats),
        _table_sheet(dictionary, DICTIONARY),
    )


def utf16_cut(text: str, limit: int, *, end: str = "") -> str:
    """Return the text, cut to at most `limit` UTF-16 units including `end`, which then shows that it was cut."""
    if len(text) <= limit // 2 or len(text.encode("utf-16-le")) <= 2 * limit:
        return text
    kept = text.encode("utf-16-le")[: 2 * (limit - len(end))]
    return kept.decode("utf-16-le", errors="ignore") + end


def _sheet_names(tables: tuple[Table, ...]) -> dict[str, str]:
    """A sheet name for each table name: readable, allowed, and unique without regard to case."""
    taken = {name.casefold() for name in (COVER, CONTENTS, NOTES, DICTIONARY)} | {_RESERVED}
    names: dict[str, str] = {}
    for table in tables:
        base = one_line(table.name.translate(_FORBIDDEN).replace("-", " "))
        base = (base[:1].upper() + base[1:]) or "Tabel"
        name, number = _name_cut(base, NAME_LENGTH), 1
        while name.casefold() in taken:
            number += 1
            end = f" {number}"
            name = _name_cut(base, NAME_LENGTH - len(end)) + end
        taken.add(name.casefold())
        names[table.name] = name
    return names


def _name_cut(name: str, limit: int) -> str:
    """The name, without the word that would be cut in two unless little would be left."""
    kept = utf16_cut(name, limit)
    whole = kept if len(kept) == len(name) or name[len(kept)] == " " else kept.rpartition(" ")[0]
    return (whole if len(whole) > limit // 2 else kept).strip()


def _cover(about: WorkbookInfo) -> SheetPlan:
    meta = about.meta
    licence = " – ".join(part for part in (meta.licence, meta.licence_url) if part)
    facts = (
        ("Uitgever", meta.publisher),
        ("Stand op", meta.as_of_words),
        ("Licentie", licence),
        ("Contact", meta.contact),
        ("Webadres", meta.address),
    )
    lines = [SheetLine(one_line(about.title), LineKind.TITLE)]
    lines.extend(SheetLine(f"{name}: {one_line(value) or 'niet ingevuld'}") for name, value in facts)
    lines.append(SheetLine("Zo leest u dit werkboek", LineKind.HEADING))
    lines.extend(SheetLine(one_line(sentence)) for sentence in (*_READING, *about.reading))
    lines.append(SheetLine("Ga naar de inhoud", target=CONTENTS))
    return SheetPlan(COVER, tuple(lines), None)


_READING = (
    "Elk blad heeft één tabel. Het blad Inhoud noemt alle bladen, met een link.",
    "Een gegeven dat er niet is, staat er in woorden, nooit als 0; een reden die bekend is, staat ernaast.",
    "Een streepje (–): daar is niets ingevuld of valt er niets te zeggen.",
    "Alleen in een kolom voor precisie, tekst, toestand of reden is een cel soms leeg: daar is niets bij te zeggen.",
    "Bij een getal dat de bron niet precies geeft, staat het precisiewoord in een eigen kolom.",
    "Het blad Toelichting zegt wat elke toestand betekent en welke opmerkingen bij een tabel horen.",
    "Het blad Kolommen legt elke kolom uit, met haar vaste naam in de CSV- en JSON-bestanden.",
)


def _contents(listed: list[tuple[str, str, str, int | None]], tables: int) -> SheetPlan:
    rows = [
        (
            GridCell(sheet, Look.HEAD, target=sheet),
            GridCell(title),
            GridCell(caption),
            GridCell(count, Look.NUMBER) if count is not None else GridCell("niet van toepassing", Look.ABSENT),
        )
        for sheet, title, caption, count in listed
    ]
    heads = ("Blad", "Titel", "Wat erin staat", "Aantal rijen")
    text = (
        "Dit werkboek heeft 1 tabel met gegevens."
        if tables == 1
        else f"Dit werkboek heeft {tables} tabellen met gegevens."
    )
    return SheetPlan(CONTENTS, (SheetLine("Inhoud", LineKind.TITLE), SheetLine(text)), _grid("inhoud", heads, rows))


def _notes(flats: tuple[FlatTable, ...], names: dict[str, str]) -> SheetPlan:
    """States with their definition, the open lists and the notes of the tables, each with the sheets it holds for."""
    where: dict[tuple[str, str, str], list[str]] = {}
    for flat in flats:
        sheet = names[flat.table.name]
        for state in states_of(flat):
            where.setdefault((one_line(state.word), state.key, one_line(state.definition)), []).append(sheet)
        for note in notes_of(flat.table):
            where.setdefault(("Opmerking", _NO_CODE, note), []).append(sheet)
    rows = [
        (GridCell(subject, Look.HEAD), GridCell(code), GridCell(text), GridCell(", ".join(sheets)))
        for (subject, code, text), sheets in sorted(where.items(), key=lambda item: (item[0][1] == _NO_CODE, item[0]))
    ]
    lines = [
        SheetLine("Toelichting", LineKind.TITLE),
        SheetLine("Toestanden zijn vaste woorden voor wat de bron wel of niet zegt."),
        SheetLine("Een lege cel in een kolom voor precisie, tekst, toestand of reden: er is daar niets bij te zeggen."),
    ]
    if not rows:
        lines.append(SheetLine("Bij de tabellen in dit werkboek horen geen toestanden of opmerkingen."))
    lines.append(SheetLine("Terug naar de inhoud", target=CONTENTS))
    heads = ("Onderwerp", "Code", "Uitleg", "Geldt voor de bladen")
    return SheetPlan(NOTES, tuple(lines), _grid("toelichting", heads, rows) if rows else None)


_NO_CODE = "geen code"


def _table_sheet(flat: FlatTable, name: str) -> SheetPlan:
    table = flat.table
    lines = [SheetLine(one_line(table.title), LineKind.TITLE)]
    if table.caption:
        lines.append(SheetLine(one_line(table.caption)))
    if table.non_exhaustive:
        lines.append(SheetLine(NON_EXHAUSTIVE))
    if not flat.rows:
        lines.append(SheetLine("Deze tabel heeft geen rijen."))
    if table.notes or states_of(flat):
        lines.append(SheetLine("Toestanden en opmerkingen bij deze tabel: zie het blad Toelichting", target=NOTES))
    lines.append(SheetLine("Terug naar de inhoud", target=CONTENTS))
    rows = [
        tuple(_grid_cell(cell, column) for cell, column in zip(row, flat.columns, strict=True)) for row in flat.rows
    ]
    heads = [f"{column.label} ({column.unit})" if column.unit else column.label for column in flat.columns]
    return SheetPlan(name, tuple(lines), _grid(f"tabel_{table.name}", heads, rows, pinned=_pinned(flat)))


def _pinned(flat: FlatTable) -> int:
    """The columns up to the name of the row stay in sight, if that is the first or the second one."""
    roles = [column.role for column in flat.columns[:2]]
    return roles.index(Role.HEAD) + 1 if Role.HEAD in roles else 0


def _grid_cell(cell: FlatCell, column: FlatColumn) -> GridCell:
    value = cell.value
    if value is None:
        return GridCell(one_line(cell.words or cell.state.word) if cell.state else "", Look.ABSENT)
    if value == "" and column.part is CellPart.VALUE:
        return GridCell(LEFT_OUT.word, Look.ABSENT)
    if isinstance(value, str):
        looks = {Role.HEAD: Look.HEAD, Role.LITERAL: Look.LITERAL}
        return GridCell(value, looks.get(column.role, Look.TEXT) if column.part is CellPart.VALUE else Look.TEXT)
    if not _fits_double(value):
        return GridCell(plain(value), Look.NUMBER)
    exponent = Decimal(value).as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return GridCell(value, Look.NUMBER, decimals=decimals, grouped=cell.grouped)


def _fits_double(value: int | Decimal) -> bool:
    """Whether a spreadsheet, which counts in binary doubles, keeps and shows every digit of this number."""
    number = Decimal(value)
    digits = "".join(map(str, number.as_tuple().digits)).strip("0")
    return number == 0 or (len(digits) <= _DOUBLE_DIGITS and _SMALLEST <= number.adjusted() <= _LARGEST)


def _grid(name: str, heads: Iterable[str], rows: Sequence[tuple[GridCell, ...]], *, pinned: int = 0) -> CellGrid:
    """A grid with unique heads and fitting widths."""
    unique: dict[str, str] = {}
    for head in heads:
        base, number = utf16_cut(head, _HEAD_LENGTH, end="…") or "Kolom", 1
        candidate = base
        while candidate.casefold() in unique:
            number += 1
            candidate = f"{base} {number}"
        unique[candidate.casefold()] = candidate
    columns = [[row[index].value for row in rows] for index in range(len(unique))]
    widths = tuple(
        _width(head, values, widest=_PINNED if index < pinned else _WIDEST)
        for index, (head, values) in enumerate(zip(unique.values(), columns, strict=True))
    )
    return CellGrid(name.replace("-", "_"), tuple(unique.values()), widths, tuple(rows), pinned)


def _width(head: str, values: list[str | int | Decimal], *, widest: int) -> int:
    """Wide enough for the longest line of text and the longest word of the head with its button, within bounds."""
    texts = [value if isinstance(value, str) else plain(value) for value in values]
    line = max((len(line) for text in texts for line in text.split("\n")), default=0)
    word = max((len(word) for word in head.split()), default=0)
    return min(max(_NARROWEST, line + 2, word + 4), widest)
