"""What to draw: a table plus how to draw it, and the same in Dutch words for those who cannot see it.

In: tables from `facts`. Out: frozen `ChartSpec` values and their words in full. Drawing is the work of `charts`,
saying it in short of `alternative`.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table
from weerklank.markup import bare
from weerklank.states import NOT_STATED, Shape

OPEN_END = "heden"
_UNITS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_FIRST_YEAR = re.compile(r"\d{4}(?=-|$)")


class ChartKind(StrEnum):
    """The drawings we have.

    STEPS: what was left at each step, a bar per row on the scale of the largest; pale is what fell off since the last.
    PARTS: one bar that is a whole, divided into the rows.
    SHARES: one bar of 0 to 100 per row; the remainder is ruled because the source does not say what it is.
    COUNTS: one horizontal bar per row on a common axis; a row without a number gets the shape of its state.
    TIMELINE: one row per record with a point, a span or an open end in years; rows without a date are ruled.
    MATRIX: rows by columns of small states or counts; empty cells are ruled.
    SERIES: a line over years for each indicator, side by side on one axis; never with a single point.
    DOTS: a point for each row on one axis, with its margin; a row without a number gets the shape of its state.
    """

    STEPS = "stappen"
    PARTS = "delen"
    SHARES = "aandelen"
    COUNTS = "aantallen"
    TIMELINE = "tijdlijn"
    MATRIX = "matrix"
    SERIES = "reeks"
    DOTS = "punten"


@dataclass(frozen=True)
class Goal:
    """A target of the line with this `label`: its value, the years in which it held (`last` 0: still), its words."""

    label: str
    value: Decimal
    first: int
    last: int
    words: str


@dataclass(frozen=True)
class Cut:
    """The line with this `label` measures otherwise from this `year` on."""

    label: str
    year: int


@dataclass(frozen=True)
class ChartSpec:
    """`name`: file stem; `table`: every plotted number, in order; `label`, `value`: column keys in that table.

    `extra`: further column keys the kind needs:
    STEPS: what fell off at the step, in words;
    PARTS: the share of each part;
    SHARES: the wording of the counted answers, then who answered;
    COUNTS: the series, when one label has several bars;
    TIMELINE: the end (`value` is the start; both are ISO 8601 of any precision in `Cell.value`, "heden" in `Cell.text`
    for an open end), then how often, or the whole period in words;
    MATRIX: all value columns in order (`value` is ignored);
    SERIES: the year column (`label` tells the indicators apart), then the margin of error where figures have one;
    DOTS: the margin of error, then the number of answers.

    `axis`: the lowest and highest that SERIES and DOTS show; `goals` and `cuts`: targets and breaks of SERIES.
    `thousands`: the sign between thousands on an axis, as the numbers of the table have it.
    `remainder`: what the ruled rest of a SHARES bar says; `note`: plain text that belongs under the drawing.
    Raises ValueError when a column is missing.
    """

    name: str
    kind: ChartKind
    title: str
    table: Table
    label: str
    value: str
    extra: tuple[str, ...] = ()
    remainder: str = ""
    note: str = ""
    axis: tuple[Decimal, Decimal] | None = None
    goals: tuple[Goal, ...] = ()
    cuts: tuple[Cut, ...] = ()
    thousands: str = "spatie"

    def __post_init__(self) -> None:
        keys = {column.key for column in self.table.columns}
        wanted = (self.label, *(() if self.kind is ChartKind.MATRIX else (self.value,)), *self.extra)
        if missing := [key for key in wanted if key not in keys]:
            raise ValueError(f"chart {self.name}: table {self.table.name} has no column {missing}")

    def column(self, key: str) -> Column:
        """Return the column with this key."""
        return self.table.columns[self._place(key)]

    def cells(self, key: str) -> tuple[Cell, ...]:
        """Return the cells of one column, in the order of the rows."""
        return self._cells[self._place(key)]

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the line of SERIES that each row is a point of; "" where the years are all that tells rows apart."""
        if self.label == self.extra[0]:
            return ("",) * len(self.table.rows)
        return tuple(cell.text for cell in self.cells(self.label))

    @cached_property
    def drawn(self) -> "ChartSpec":
        """The same without the marks that authors write: neither a drawing nor its words can show them."""
        table = replace(
            self.table,
            caption=_unmarked(self.table.caption),
            columns=tuple(replace(column, label=_unmarked(column.label)) for column in self.table.columns),
            rows=tuple(tuple(replace(cell, text=_unmarked(cell.text)) for cell in row) for row in self.table.rows),
            notes=tuple(map(_unmarked, self.table.notes)),
        )
        title, remainder, note = map(_unmarked, (self.title, self.remainder, self.note))
        return replace(self, title=title, table=table, remainder=remainder, note=note)

    @property
    def names(self) -> tuple[str, ...]:
        """Return what each row is called; of COUNTS with several bars for one name also by its series."""
        names = tuple(cell.text for cell in self.cells(self.label))
        if self.kind is not ChartKind.COUNTS or not self.extra:
            return names
        return tuple(f"{name}, {cell.text}" for name, cell in zip(names, self.cells(self.extra[0]), strict=True))

    @cached_property
    def _cells(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells by column; a drawing asks for them one row at a time."""
        return tuple(zip(*self.table.rows, strict=True)) or ((),) * len(self.table.columns)

    def _place(self, key: str) -> int:
        return next(place for place, column in enumerate(self.table.columns) if column.key == key)


def is_small(spec: ChartSpec) -> bool:
    """Say whether a chart is as well read on half the width of a page: one line, or points."""
    return spec.kind is ChartKind.DOTS or (spec.kind is ChartKind.SERIES and len(set(spec.lines)) == 1)


def _unmarked(text: str) -> str:
    """Return a text without marks; one without any keeps its no-break spaces, which say where a line may not end."""
    shown = bare(text)
    return text if shown == text.replace("\N{NO-BREAK SPACE}", " ") else shown


def description(spec: ChartSpec) -> str:
    """Return all that a chart shows, in sentences: its kind, then every row with its numbers and states as printed."""
    describe = {
        ChartKind.STEPS: _steps,
        ChartKind.PARTS: _parts,
        ChartKind.SHARES: _shares,
        ChartKind.COUNTS: _counts,
        ChartKind.TIMELINE: _timeline,
        ChartKind.MATRIX: _matrix,
        ChartKind.SERIES: _series,
        ChartKind.DOTS: _dots,
    }[spec.kind]
    sentences = [spec.drawn.title, *describe(spec.drawn)]
    if spec.table.non_exhaustive:
        sentences.append(OPEN_LIST)
    return " ".join(sentence(text) for text in sentences if text.strip())


def footnotes(spec: ChartSpec) -> tuple[str, ...]:
    """Return what must stand under a drawing that travels alone: its note and the notes of the table, each once."""
    notes = tuple(dict.fromkeys(filter(None, (spec.drawn.note, *spec.drawn.table.notes))))
    if spec.table.non_exhaustive and OPEN_LIST not in notes:
        return (*notes, OPEN_LIST)
    return notes


def printed(cell: Cell, column: Column) -> str:
    """Return a cell as a chart prints it: literal words of a source in curly quotes, an empty cell as its absence."""
    if is_literal(cell, column) and not cell.text.startswith("“"):
        return f"“{cell.text}”"
    return cell.text or (cell.state or NOT_STATED).word


def is_literal(cell: Cell, column: Column) -> bool:
    """Say whether a cell holds the words of a source: its column does, or the text stands in curly quotes."""
    quoted = cell.text.startswith("“") and cell.text.endswith("”")
    return cell.state is None and bool(cell.text) and (quoted or column.role is Role.LITERAL)


def _steps(spec: ChartSpec) -> list[str]:
    column, off = spec.column(spec.value), spec.cells(spec.extra[0]) if spec.extra else ()
    steps = []
    for row, (label, value) in enumerate(zip(spec.cells(spec.label), spec.cells(spec.value), strict=True)):
        more = _inside(off[row].text) if off and off[row].value else ""
        steps.append(f"{_lower(label.text)} {printed(value, column)}{f' ({more})' if more else ''}")
    return ["; ".join(steps)]


def _parts(spec: ChartSpec) -> list[str]:
    column, shares = spec.column(spec.value), spec.cells(spec.extra[0]) if spec.extra else ()
    parts = []
    for row, (label, value) in enumerate(zip(spec.cells(spec.label), spec.cells(spec.value), strict=True)):
        share = f" ({shares[row].text})" if shares else ""
        parts.append(f"{_lower(label.text)} {printed(value, column)}{share}")
    return [f"Eén balk: {'; '.join(parts)}"]


def _inside(text: str) -> str:
    """Return sentences as they stand within one."""
    return _lower(text.strip().rstrip(".").replace(". ", "; "))


def _shares(spec: ChartSpec) -> list[str]:
    sentences = [f"{_count(len(spec.table.rows), 'balk', 'balken')} van 0 tot 100 procent"]
    keys = (spec.value, *spec.extra)
    columns = {key: spec.column(key) for key in keys}
    for row, label in enumerate(spec.cells(spec.label)):
        parts = [_part(spec.cells(key)[row], columns[key], name=key != spec.value) for key in keys]
        sentences.append(f"{label.text}: {', '.join(filter(None, parts))}")
    if spec.remainder:
        each = "elke" if len(spec.table.rows) > 1 else "de"
        sentences.append(f"De rest van {each} balk is gearceerd ({spec.remainder})")
    return sentences


def _counts(spec: ChartSpec) -> list[str]:
    column = spec.column(spec.value)
    values = [printed(cell, column) for cell in spec.cells(spec.value)]
    rows = "; ".join(f"{name}: {value}" for name, value in zip(spec.names, values, strict=True))
    unit = f" ({column.unit})" if column.unit and column.unit.casefold() not in column.label.casefold() else ""
    return [f"{_count(len(values), 'balk', 'balken')}, {_lower(column.label)}{unit}", rows]


def _timeline(spec: ChartSpec) -> list[str]:
    start_column, end_column = spec.column(spec.value), spec.column(spec.extra[0])
    starts, ends = spec.cells(spec.value), spec.cells(spec.extra[0])
    sentences = [f"Tijdlijn{reach(starts, ends)} met {_count(len(starts), 'rij', 'rijen', lower=True)}"]
    for row, label in enumerate(spec.cells(spec.label)):
        when = moment(starts[row], ends[row], start_column=start_column, end_column=end_column)
        words = spec.cells(spec.extra[1])[row] if len(spec.extra) > 1 else Cell("")
        more = printed(words, spec.column(spec.extra[1])) if words.text and words.text != when else ""
        parts = (more,) if says_when(words, starts[row], ends[row]) else (when, more)
        sentences.append(f"{label.text}: {', '.join(filter(None, parts))}")
    return sentences


def reach(starts: tuple[Cell, ...], ends: tuple[Cell, ...]) -> str:
    """Return the years of a timeline, after a space, or "" where none is known: " van 2011 tot heden"."""
    years = [str(cell.value)[:4] for cell in (*starts, *ends) if dated(cell)]
    open_end = any(cell.text == OPEN_END for cell in ends)
    return f" van {min(years)} tot {OPEN_END if open_end else max(years)}" if years else ""


def says_when(words: Cell, start: Cell, end: Cell) -> bool:
    """Say whether words about a period name each date that is known of it; words for a period without dates do not."""
    known = [cell.text for cell in (start, end) if dated(cell)]
    return bool(known) and words.state is None and all(text in words.text for text in known)


def moment(start: Cell, end: Cell, *, start_column: Column, end_column: Column) -> str:
    """Return when something was, in words: "2019", "2011 tot 2016", "vanaf 2017, einde niet vermeld", "sinds 2017"."""
    first, last = printed(start, start_column), printed(end, end_column)
    ended = dated(end) or end.text == OPEN_END
    if not dated(start):
        return f"tot {last}, begin {first}" if ended else first
    if end.text == OPEN_END:
        return f"sinds {first}"
    if end.state is not None:
        return f"vanaf {first}, einde {last}"
    return f"{first} tot {last}" if ended and first != last else first


def dated(cell: Cell) -> bool:
    """Say whether a cell holds a year, a month or a day."""
    return cell.state is None and cell.text != OPEN_END and bool(_FIRST_YEAR.match(str(cell.value or "")))


def _matrix(spec: ChartSpec) -> list[str]:
    columns = [spec.column(key) for key in spec.extra]
    rows = _count(len(spec.table.rows), "rij", "rijen", lower=True)
    sentences = [f"Raster van {rows} en {_count(len(columns), 'kolom', 'kolommen', lower=True)}"]
    values = [spec.cells(key) for key in spec.extra]
    for row, label in enumerate(spec.cells(spec.label)):
        own = [(column, cells[row]) for column, cells in zip(columns, values, strict=True)]
        parts = [f"{column.label} {printed(cell, column)}" for column, cell in own if not is_empty(cell)]
        rest = tuple(dict.fromkeys(printed(cell, column) for column, cell in own if is_empty(cell)))
        if rest:
            parts.append(f"{'elders' if parts else 'overal'} {' of '.join(rest)}")
        sentences.append(f"{label.text}: {'; '.join(parts)}")
    return sentences


def is_empty(cell: Cell) -> bool:
    """Say whether a cell of a matrix is silent: not stated, without text, or a count of nothing."""
    if cell.state is not None:
        return cell.state.shape is Shape.SILENT
    return not cell.text or (cell.value == 0 and not isinstance(cell.value, str))


def _series(spec: ChartSpec) -> list[str]:
    labels = spec.lines
    names = tuple(dict.fromkeys(labels))
    column = spec.column(spec.value)
    rows = tuple(zip(labels, spec.cells(spec.extra[0]), spec.cells(spec.value), strict=True))
    sentences = [f"{_count(len(names), 'lijn', 'lijnen')} over de jaren"]
    for name in names:
        own = [(year, value) for label, year, value in rows if label == name]
        points = "; ".join(f"{year.text}: {printed(value, column)}" for year, value in own)
        points += "".join(f"; breuk in {cut.year}" for cut in spec.cuts if cut.label == name)
        points += "".join(f"; {goal.words}, {_held(goal)}" for goal in spec.goals if goal.label == name)
        sentences.append(points if name in {"", spec.title} else f"{name}: {points}")
    return sentences


def _held(goal: Goal) -> str:
    return f"van {goal.first} tot {goal.last}" if goal.last else f"sinds {goal.first}"


def _dots(spec: ChartSpec) -> list[str]:
    column = spec.column(spec.value)
    sentences = [_count(len(spec.table.rows), "punt", "punten")]
    for label, value, *beside in zip(*map(spec.cells, (spec.label, spec.value, *spec.extra)), strict=True):
        words = zip(beside, ("foutenmarge {}", "{} antwoorden"), strict=False)
        more = "".join(f", {form.format(cell.number)}" for cell, form in words if cell.number and not cell.state)
        sentences.append(f"{label.text}: {printed(value, column)}{more}")
    return sentences


def _part(cell: Cell, column: Column, *, name: bool) -> str:
    """Return a cell within a sentence; an absence is named, because "niet vermeld" alone does not say what is."""
    words = printed(cell, column)
    return f"{_lower(column.label)} {words}" if name and (cell.state or not cell.text) else words


def _count(number: int, singular: str, plural: str, *, lower: bool = False) -> str:
    text = how_many(number, singular, plural)
    return text if lower else text[:1].replace("é", "e").upper() + text[1:]


def how_many(number: int, singular: str, plural: str) -> str:
    """Return a small number in words with its noun: "vier balken"."""
    words = _UNITS[number] if number < len(_UNITS) else str(number)
    return f"{words} {singular if number == 1 else plural}"


def _lower(label: str) -> str:
    """Return a column head within a sentence; an abbreviation keeps its capitals."""
    return label if label[:2].isupper() else label[:1].lower() + label[1:]


def sentence(text: str) -> str:
    """Return words as a sentence of their own."""
    stripped = text.strip()
    return stripped if stripped.endswith((".", "?", "!", "…")) else f"{stripped}."
