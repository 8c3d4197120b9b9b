"""One indicator over the years: which figures a line may join, and the lines of a measurement as charts and tables.

In: the public corpus and a measurement. Out: `Trend`, `ChartSpec` and `Table` values.
A figure that lacks what must stand beside it is in no line. A break cuts the line; so does a year that has no figure.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from weerklank.chartspec import ChartKind, ChartSpec, Cut, Goal
from weerklank.corpus import Corpus, once
from weerklank.data.table import Column, Role, Table, count_cell, text_cell
from weerklank.facts.beside import context, question_and_scale
from weerklank.facts.cells import cell_of
from weerklank.facts.columns import Drawn, row_of
from weerklank.facts.comparing import comparable
from weerklank.model import NOW, Absence, Measurement, Quantity, Result, Series
from weerklank.model.comparing import Bounds, bounds, declared, lacking, segment
from weerklank.wording import capital, date_words, listing, number, quantity_words, scale_words, unit_of

_LEAST = 2
MOST = 12
"""So many lines are drawn side by side; more are drawn in the next chart."""

Point = tuple[int, Measurement, Result]


@dataclass(frozen=True)
class Trend:
    """A series that may be drawn. `points`: year, measurement and result, in order; also those without a figure."""

    id: str
    title: str
    group: str
    answer: str
    unit: str
    axis: Bounds | None
    series: Series | None
    points: tuple[Point, ...]

    @property
    def stated(self) -> tuple[tuple[int, Result], ...]:
        """The years with a figure, and the figures."""
        return tuple((year, result) for year, _, result in self.points if isinstance(result.value, Quantity))

    @property
    def of(self) -> str:
        """The group, unless the series is called after it."""
        return "" if self.group.casefold() == self.title.casefold() else self.group


@once
def lines(corpus: Corpus) -> Mapping[str, Trend]:
    """Every series of which a line may be drawn, by its id."""
    found: dict[str, list[tuple[Measurement, Result]]] = {}
    for item in sorted(corpus.measurements, key=lambda item: item.id):
        for result in item.results:
            if result.series:
                found.setdefault(result.series, []).append((item, result))
    known = declared(corpus.measurements)
    made = (_line(name, pairs, known.get(name)) for name, pairs in sorted(found.items()))
    return {line.id: line for line in made if line is not None}


def _line(name: str, pairs: list[tuple[Measurement, Result]], series: Series | None) -> Trend | None:
    points = tuple(
        (result.year.year, item, result)
        for item, result in pairs
        if not isinstance(result.year, Absence) and (isinstance(result.value, Absence) or not lacking(item, result))
    )
    ordered = tuple(sorted(points, key=lambda point: point[0]))
    stated = [point for point in ordered if isinstance(point[2].value, Quantity)]
    years = [year for year, _, _ in ordered]
    if len(stated) < _LEAST or len(set(years)) != len(years) or not _one_measure(stated, series):
        return None
    last = stated[-1][2]
    answers = {result.answer for _, _, result in stated}
    unit = unit_of(last.value) if isinstance(last.value, Quantity) else ""
    return Trend(
        name,
        (series.name if series else "") or last.subject,
        last.group if isinstance(last.group, str) else "",
        last.answer if isinstance(last.answer, str) and len(answers) == 1 else "",
        unit,
        _bounds_of(stated, series),
        series,
        ordered,
    )


def _bounds_of(stated: list[Point], series: Series | None) -> Bounds | None:
    """The lowest and the highest that any of these figures can be; None where that is not known of each."""
    found = [bounds(item, result, series) for _, item, result in stated]
    known = [ends for ends in found if ends is not None]
    return (min(low for low, _ in known), max(high for _, high in known)) if len(known) == len(found) else None


def _one_measure(stated: list[Point], series: Series | None) -> bool:
    """Whether figures measure one thing: always of one group in one unit, and between breaks in the same words."""
    results = [result for _, _, result in stated]
    units = {unit_of(result.value) for result in results if isinstance(result.value, Quantity)}
    groups = {result.group for result in results if isinstance(result.group, str)}
    pieces: dict[int, list[Result]] = {}
    for year, _, result in stated:
        pieces.setdefault(segment(series, year), []).append(result)
    same = all(comparable(tuple(piece)) and len({r.subject for r in piece}) == 1 for piece in pieces.values())
    return same and len(units) == 1 and len(groups) <= 1


def lines_of(corpus: Corpus, item: Measurement) -> tuple[Trend, ...]:
    """The lines in which a measurement has a point, in the order of its results."""
    known = lines(corpus)
    return tuple(known[name] for name in dict.fromkeys(r.series for r in item.results) if name in known)


# --- charts ----------------------------------------------------------------------------------------------------------


@once
def _charts(corpus: Corpus) -> Mapping[str, tuple[ChartSpec, ...]]:
    made: dict[tuple[str, ...], ChartSpec] = {}
    ordered = sorted(corpus.measurements, key=lambda item: item.id)
    return {item.id: tuple(_of(corpus, item, made)) for item in ordered}


def line_charts(corpus: Corpus, item: Measurement) -> tuple[ChartSpec, ...]:
    """The lines of a measurement, those of one unit and one axis side by side."""
    return _charts(corpus)[item.id]


def _of(corpus: Corpus, item: Measurement, made: dict[tuple[str, ...], ChartSpec]) -> Iterable[ChartSpec]:
    """The charts of a measurement. `made`: those of others; the same lines are one chart on all their pages."""
    together: dict[tuple[str, Bounds | None, bool], list[Trend]] = {}
    for line in lines_of(corpus, item):
        # Without an axis of its own each measure has a drawing of its own: nothing says that they are alike.
        alone = line.axis is None or (line.series is not None and bool(line.series.targets or line.series.breaks))
        key = (line.unit, line.axis, alone)
        together.setdefault(key if not alone else (line.id, line.axis, alone), []).append(line)
    chunks = [found[start : start + MOST] for found in together.values() for start in range(0, len(found), MOST)]
    for place, chunk in enumerate(chunks, start=1):
        # Each name ends on its place, so that no measurement has the name of another with a number behind it.
        ids = tuple(line.id for line in chunk)
        if ids not in made:
            made[ids] = _spec(corpus, item, tuple(chunk), f"reeksen-{item.id}-{place}")
        yield made[ids]


def names(shown: tuple[Trend, ...]) -> tuple[str, ...]:
    """What each line is called beside others: with its group where they are not all of one group, each word once."""
    groups = {line.group for line in shown}
    return tuple(
        ", ".join(filter(None, (line.title, line.of if len(groups) > 1 or len(shown) == 1 else ""))) for line in shown
    )


def _spec(corpus: Corpus, item: Measurement, shown: tuple[Trend, ...], name: str) -> ChartSpec:
    table = _table(corpus, shown, name)
    called = names(shown)
    title = called[0] if len(shown) == 1 else item.subject or item.title
    goals = tuple(
        Goal(label, target.value.value, target.start.year, 0 if target.end == NOW else target.end.year, words)
        for label, line in zip(called, shown, strict=True)
        for target in (line.series.targets if line.series else ())
        for words in (f"{target.name} {_amount(corpus, target.value)}",)
    )
    cuts = tuple(
        Cut(label, cut.year.year)
        for label, line in zip(called, shown, strict=True)
        for cut in (line.series.breaks if line.series else ())
    )
    margin = ("foutenmarge",) if any(column.key == "foutenmarge" for column in table.columns) else ()
    note = " ".join(_notes(corpus, shown))
    return ChartSpec(
        name,
        ChartKind.SERIES,
        title,
        table,
        "reeks",
        "waarde",
        ("jaar", *margin),
        thousands=corpus.organisation.site.thousands,
        note=note,
        axis=_axis(shown),
        goals=goals,
        cuts=cuts,
    )


def _amount(corpus: Corpus, value: Quantity) -> str:
    return quantity_words(value, thousands=corpus.organisation.site.thousands)


def _axis(shown: tuple[Trend, ...]) -> Bounds:
    """The scale that all share: that of the measure, else from zero to the next round number."""
    own = shown[0].axis
    if own is not None:
        return own
    values = [r.value.value for line in shown for _, r in line.stated if isinstance(r.value, Quantity)]
    values += [target.value.value for line in shown if line.series for target in line.series.targets]
    return round_axis(values)


def round_axis(values: Iterable[Decimal]) -> Bounds:
    """From zero, or the round number below, to the round number above."""
    known = tuple(values)
    low, high = min(Decimal(0), *known), max(Decimal(0), *known)
    most = max(abs(low), abs(high)) or Decimal(1)
    step = Decimal(10) ** most.adjusted() / 2
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    last = (high / step).to_integral_value(ROUND_CEILING) * step
    return first, last if last > first else first + step


def in_caption(shown: tuple[Trend, ...]) -> str:
    """What holds for all lines: the answers that are counted, the unit and the group."""
    answers = {line.answer for line in shown}
    unit = shown[0].unit
    counted = f"Aandeel “{shown[0].answer}”" if unit == "procent" and answers != {""} and len(answers) == 1 else ""
    head = counted or ("Aandeel" if unit == "procent" else capital(unit) if unit == "NPS" else "")
    first = f"{head}, in procent" if unit == "procent" else head or _in(unit)
    groups = {line.group for line in shown}
    return ". ".join(filter(None, (first, f"Groep: {shown[0].of}" if len(groups) == 1 and shown[0].of else "")))


def _in(unit: str) -> str:
    """A unit as words of its own: "Op 10", "In minuten"."""
    return capital(unit if unit.startswith("op ") else f"in {unit}") if unit else ""


def _notes(corpus: Corpus, shown: tuple[Trend, ...]) -> Iterable[str]:
    thousands = corpus.organisation.site.thousands
    if caption := in_caption(shown):
        yield f"{caption}."
    low, high = _axis(shown)
    ends = f"van {number(low, thousands=thousands)} tot {number(high, thousands=thousands)}"
    yield f"Overal dezelfde as, {ends}." if len(shown) > 1 else f"De as loopt {ends}."
    yield from gap_sentences(shown)
    for line in shown:
        for cut in line.series.breaks if line.series else ():
            scales = _scales(corpus, line, cut.year.year)
            yield (
                f"Breuk in {date_words(cut.year)}: {cut.reason.rstrip('.')}{scales}. "
                "Wat voor en na de breuk staat, mag u niet vergelijken."
            )
        for target in line.series.targets if line.series else ():
            end = "" if target.end == NOW else f" tot {date_words(target.end)}"
            words = f"{capital(target.name)}: {_amount(corpus, target.value)}, vanaf {date_words(target.start)}{end}."
            yield words
    margins = (result.margin for line in shown for _, result in line.stated)
    if any(isinstance(margin, Quantity) and margin.value > _SEEN * (high - low) for margin in margins):
        yield "Het streepje door een punt is de foutenmarge; waar het niet te zien is, is ze kleiner dan het punt."


_SEEN = Decimal("0.025")
"""A margin that is a smaller part of the axis lies within its point, in every size of a chart."""


def _scales(corpus: Corpus, line: Trend, year: int) -> str:
    """The scales before and after a break, where results say it; one that says nothing has that of its series."""
    whole = line.series.scale if line.series and any(r.scale is not None for _, r in line.stated) else None
    scales = [(y, r.scale or whole) for y, r in line.stated]
    before = [scale for y, scale in scales if y < year and scale is not None]
    after = [scale for y, scale in scales if y >= year and scale is not None]
    if not before or not after:
        return ""
    thousands = corpus.organisation.site.thousands
    first, then = (scale_words(scale, thousands=thousands) for scale in (before[-1], after[0]))
    return "" if first == then else f" (schaal {first}, daarna {then})"


def gap_sentences(shown: tuple[Trend, ...]) -> Iterable[str]:
    """The years that have no figure, with their state and reason, each once: "2020: niet gemeten. …"."""
    found: dict[tuple[str, str], dict[int, list[str]]] = {}
    for line, called in zip(shown, names(shown), strict=True):
        for year, _, result in line.points:
            if isinstance(result.value, Absence):
                key = (result.value.state.word, result.value.reason.rstrip("."))
                found.setdefault(key, {}).setdefault(year, []).append(called)
    for (word, reason), years in found.items():
        whole = {year: len(named) == len(shown) for year, named in years.items()}
        where = listing(
            str(year) if whole[year] else f"{year} ({listing(named)})" for year, named in sorted(years.items())
        )
        yield f"{where}: {word}. {capital(reason)}." if reason else f"{where}: {word}."


# --- tables ----------------------------------------------------------------------------------------------------------


def _table(corpus: Corpus, shown: tuple[Trend, ...], name: str) -> Table:
    """Every figure of these lines, one in a row, for machines and for those who cannot see the drawing."""
    unit = shown[0].unit
    margins = any(isinstance(r.margin, Quantity) for line in shown for _, _, r in line.points)
    columns = (
        Column("reeks", "Reeks", Role.HEAD, description="Waarover het cijfer gaat."),
        Column("groep", "Groep", description="Wie antwoordde."),
        Column("jaar", "Jaar", description="Het jaar van het cijfer."),
        Column("waarde", "Aandeel" if unit == "procent" else "Waarde", Role.NUMBER, unit, "Het cijfer."),
        Column("antwoord", "Getelde antwoorden", Role.LITERAL, description="De woorden van de getelde antwoorden."),
        Column("n", "Aantal antwoorden", Role.NUMBER, description="Hoeveel antwoorden er waren."),
        *((Column("foutenmarge", "Foutenmarge", Role.NUMBER, description="De foutenmarge."),) if margins else ()),
        Column("reeks_id", "Id van de reeks", description="De naam waarmee andere tabellen de reeks noemen."),
        *(drawn.column for drawn in _beside(corpus, shown[0].points[0][1])),
    )
    rows = tuple(
        (
            text_cell(called),
            cell_of(corpus, result.group),
            count_cell(year),
            cell_of(corpus, result.value, unit=unit),
            cell_of(corpus, result.answer),
            cell_of(corpus, result.respondents, unit="antwoorden"),
            *((cell_of(corpus, result.margin),) if margins else ()),
            text_cell(line.id),
            *row_of(_beside(corpus, item), result),
        )
        for line, called in zip(shown, names(shown), strict=True)
        for year, item, result in line.points
    )
    title = names(shown)[0] if len(shown) == 1 else "Cijfers per jaar"
    caption = ". ".join(filter(None, (title, in_caption(shown))))
    return Table(name, title, columns, rows, caption=caption)


def _beside(corpus: Corpus, item: Measurement) -> tuple[Drawn[Result], ...]:
    """What must stand beside each figure of a line in a file."""
    return (*question_and_scale(corpus, item), *context(corpus, item))
