"""SERIES: a line over years. Only years that follow one another are joined; a year without a figure is ruled.

In: a spec and a canvas. Out: a block. Every figure stands beside its point. When they would touch on one drawing, each
series gets a drawing of its own; when they still would, the years run down the page and the figures stand in a column.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Block, Box, Face, Ink, Mark, Point, Strokes, Style, Words, stacked
from weerklank.charts.shapes import PLATE, Slanted, plate, upright_ruling
from weerklank.chartspec import ChartSpec, printed
from weerklank.states import NOT_STATED
from weerklank.theme import STROKE, lean

FEWEST = 2  # points: one point is not a line
LINE = 2.5  # px
MARKER = 12.0  # px high
APART = 5.0  # px between two figures
BAND = 0.6  # of a year: how far the ruling reaches before and after a year without a figure
MOST_MARGIN = 0.3  # of the width: names after the lines take no more
STEPS = (Ink.SERIES_1, Ink.SERIES_2, Ink.SERIES_3, Ink.SERIES_4)


@dataclass(frozen=True)
class _Year:
    """A year with its figure, or with the word of its absence; `value` is None when there is no figure."""

    year: int
    value: float | None
    words: Styled


@dataclass(frozen=True)
class _Indicator:
    """An indicator: its years in order, and the colour of its line; one that is alone is drawn in ink and yellow."""

    name: str
    years: tuple[_Year, ...]
    ink: Ink
    fill: Ink
    edge: Ink | None

    @property
    def points(self) -> tuple[tuple[int, float], ...]:
        """The years that have a figure, with the figure."""
        return tuple((year.year, year.value) for year in self.years if year.value is not None)


@dataclass(frozen=True)
class _Plot:
    """Where years and figures lie, px: years from `left` to `right`, figures from `bottom` up to `top`."""

    first: int
    last: int
    low: float
    high: float
    left: float
    right: float
    top: float
    bottom: float

    def at(self, year: float, value: float) -> Point:
        """Return the place of a figure."""
        across = (year - self.first) / max(self.last - self.first, 1)
        up = (value - self.low) / (self.high - self.low)
        return self.left + across * (self.right - self.left), self.bottom - up * (self.bottom - self.top)


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the lines. Raises ValueError when an indicator has fewer than two figures or a year is not a year."""
    lines = _lines(spec, canvas)
    together = _across(lines, lines, canvas) if len(lines) <= len(STEPS) else None
    if together:
        return together
    parts = []
    for line in lines:
        alone = replace(line, name="")
        name = canvas.text(Styled(line.name if len(lines) > 1 else "", canvas.label), canvas.format.width)
        parts.append(stacked((name, _across((alone,), lines, canvas) or _down(alone, lines, canvas)), gap=canvas.air))
    return stacked(parts, gap=round(2.1 * canvas.format.label))


def _lines(spec: ChartSpec, canvas: Canvas) -> tuple[_Indicator, ...]:
    labels, years, values = spec.cells(spec.label), spec.cells(spec.extra[0]), spec.cells(spec.value)
    names = tuple(dict.fromkeys(cell.text for cell in labels))
    if spec.label == spec.extra[0]:
        names = ("",)
    lines = []
    for number, name in enumerate(names):
        own: dict[int, _Year] = {}
        for label, year, cell in zip(labels, years, values, strict=True):
            if names != ("",) and label.text != name:
                continue
            words = Styled(printed(cell, spec.column(spec.value)), Style(Face.BOLD, canvas.format.label))
            value = float(cell.value) if isinstance(cell.value, (int, Decimal)) and cell.state is None else None
            if value is None:
                words = Styled(words.text, canvas.word)
            own[_year(spec, str(year.value))] = _Year(_year(spec, str(year.value)), value, words)
        line = _Indicator(name, tuple(own[year] for year in sorted(own)), Ink.INK, Ink.STATED, Ink.STATED_EDGE)
        if len(names) > 1:
            step = STEPS[number % len(STEPS)]
            line = replace(line, ink=step, fill=step, edge=None)
        if len(line.points) < FEWEST:
            raise ValueError(f"chart {spec.name}: {name or spec.title!r} has fewer than {FEWEST} figures")
        lines.append(line)
    return tuple(lines)


def _year(spec: ChartSpec, text: str) -> int:
    if not text[:4].isdecimal():
        raise ValueError(f"chart {spec.name}: {text!r} is not a year")
    return int(text[:4])


def _plot(lines: tuple[_Indicator, ...], *, left: float, right: float, top: float, bottom: float) -> _Plot:
    """Return one scale for all lines; it starts at zero."""
    years = [year.year for line in lines for year in line.years]
    values = [value for line in lines for _, value in line.points]
    low, high = min(0.0, *values), max(0.0, *values)
    return _Plot(min(years), max(years), low, high if high > low else low + 1, left, right, top, bottom)


def _across(shown: tuple[_Indicator, ...], scale: tuple[_Indicator, ...], canvas: Canvas) -> Block | None:
    """Return the years from left to right, None when two texts would touch. `scale`: the lines that set the scale."""
    named = len(shown) > 1
    margin = max((canvas.width(Styled(line.name, canvas.label)) for line in shown), default=0.0) + 20 if named else 0.0
    widest = max(canvas.width(year.words) for line in scale for year in line.years if year.value is not None)
    if margin > MOST_MARGIN * canvas.format.width:
        return None
    style = Style(Face.BOLD, canvas.format.label)
    top, side = style.leading + MARKER, (PLATE + 0.05) * style.size
    plot = _plot(
        scale,
        left=widest / 2 + side,
        right=canvas.format.width - max(widest / 2 + side, margin + MARKER),
        top=top,
        bottom=top + 4 * canvas.format.bar,
    )
    feet = _feet(shown, plot, canvas)
    names = _names(shown, plot, canvas) if named else ()
    figures = _figures(shown, plot, canvas, taken=[word.box for word in names])
    if feet is None or figures is None:
        return None
    below = max((foot.box.bottom for foot in feet), default=plot.bottom)
    zero = plot.at(plot.first, 0)[1]
    baseline = Strokes((((plot.left - widest / 2, zero), (plot.right + widest / 2, zero)),), Ink.STRONG, STROKE)
    plates = (
        mark
        for word in figures
        for mark in plate((word.text,), word.style, x=word.x, y=word.y, ink=word.ink, lettering=canvas.lettering)
    )
    return Block((*_bands(shown, plot, canvas), baseline, *plates, *_drawn(shown, plot), *names, *feet), below)


def _feet(shown: tuple[_Indicator, ...], plot: _Plot, canvas: Canvas) -> tuple[Words, ...] | None:
    """Return the years under the drawing, with the word of an absence under its year; None when they would touch."""
    feet: list[Words] = []
    lowest = max(plot.bottom, plot.at(plot.first, 0)[1])
    for year in range(plot.first, plot.last + 1):
        pieces = [Styled(str(year), canvas.word)]
        entries = [entry for line in shown for entry in line.years if entry.year == year]
        absent = [entry.words.text for entry in entries if entry.value is None]
        pieces.extend(Styled(text, canvas.small, Ink.SOFT) for text in dict.fromkeys(absent))
        for number, piece in enumerate(pieces):
            x = plot.at(year, 0)[0] - canvas.width(piece) / 2
            y = lowest + 6 + piece.style.ascent + number * piece.style.leading
            feet.append(canvas.lettering.words(piece.text, piece.style, x=x, y=y, ink=piece.ink))
    outside = any(foot.box.left < 0 or foot.box.right > canvas.format.width for foot in feet)
    return None if outside or _touching([foot.box for foot in feet], apart=6.0) else tuple(feet)


def _names(shown: tuple[_Indicator, ...], plot: _Plot, canvas: Canvas) -> tuple[Words, ...]:
    """Return the names after the ends of their lines, pushed apart where they would touch."""
    ends = sorted((plot.at(*line.points[-1])[1], line.name) for line in shown)
    x = plot.right + MARKER + 8
    words: list[Words] = []
    lowest = -math.inf
    for y, name in ends:
        middle = max(y, lowest + canvas.label.leading)
        words.append(canvas.line(Styled(name, canvas.label), x=x, middle=middle))
        lowest = middle
    return tuple(words)


def _figures(
    shown: tuple[_Indicator, ...], plot: _Plot, canvas: Canvas, *, taken: list[Box]
) -> tuple[Words, ...] | None:
    """Return each figure above or under its point, None when one finds no free place."""
    segments = [segment for line in shown for segment in _segments(line, plot)]
    boxes = [*taken, *(_marker(plot.at(*point)) for line in shown for point in line.points)]
    words: list[Words] = []
    away = MARKER + 0.45 * canvas.format.label
    for line in shown:
        for entry in line.years:
            if entry.value is None:
                continue
            x, y = plot.at(entry.year, entry.value)
            left = x - canvas.width(entry.words) / 2
            free = [
                word
                for middle in (y - away, y + away)
                if _is_free(word := canvas.line(entry.words, x=left, middle=middle), boxes, segments, plot)
            ]
            if not free:
                return None
            words.append(free[0])
            boxes.append(free[0].box)
    return tuple(words)


def _is_free(word: Words, boxes: list[Box], segments: list[tuple[Point, Point]], plot: _Plot) -> bool:
    box = word.box
    inside = box.top >= 0 and box.bottom <= plot.bottom + 1
    wide = Box(box.left - APART, box.top, box.right + APART, box.bottom)
    clear = not any(wide.overlaps(other) for other in boxes)
    return inside and clear and not any(_crosses(box, segment) for segment in segments)


def _drawn(shown: tuple[_Indicator, ...], plot: _Plot) -> Iterator[Mark]:
    """Yield the lines, then the markers on top."""
    for line in shown:
        if segments := tuple(_segments(line, plot)):
            yield Strokes(segments, line.ink, LINE)
    for line in shown:
        for point in line.points:
            yield _mark(plot.at(*point), line)


def _mark(place: Point, line: _Indicator) -> Area:
    x, y = place
    half = MARKER / 2
    box = Slanted(x - half - lean(half), x + half - lean(half), y - half, y + half)
    return Area(box.corners, fill=line.fill, edge=line.edge)


def _marker(place: Point) -> Box:
    x, y = place
    return Box(x - MARKER, y - MARKER / 2, x + MARKER, y + MARKER / 2)


def _segments(line: _Indicator, plot: _Plot) -> Iterator[tuple[Point, Point]]:
    """Yield what joins two figures of years that follow one another."""
    for (year, value), (following, next_value) in zip(line.points, line.points[1:], strict=False):
        if following == year + 1:
            yield plot.at(year, value), plot.at(following, next_value)


def _bands(shown: tuple[_Indicator, ...], plot: _Plot, canvas: Canvas) -> Iterator[Mark]:
    """Yield the ruling over each stretch of years for which no line has a figure."""
    known = {year for line in shown for year, _ in line.points}
    for first, last in _runs(plot.first, plot.last, known):
        if first not in known:
            left = max(plot.at(first - BAND, 0)[0], 0.0)
            right = min(plot.at(last + BAND, 0)[0], canvas.format.width)
            yield from upright_ruling(Box(left, plot.top, right, plot.bottom - STROKE), canvas.format.hatch_gap)


def _down(line: _Indicator, scale: tuple[_Indicator, ...], canvas: Canvas) -> Block:
    """Return the years from top to bottom with the figures in a column at the right."""
    years = {entry.year: entry for entry in line.years}
    line_years = [entry.year for other in scale for entry in other.years]
    height = canvas.format.cell
    column = max(canvas.width(entry.words) for entry in line.years if entry.value is not None)
    runs = tuple(_runs(min(line_years), max(line_years), set(years)))
    names = [str(first) if first == last else f"{first}–{last}" for first, last in runs]
    left = max(canvas.width(Styled(name, canvas.word)) for name in names) + MARKER
    plot = _plot(scale, left=left, right=canvas.format.width - column - 2 * MARKER, top=0.0, bottom=1.0)
    rows: list[Mark] = []
    places: dict[int, Point] = {}
    top = 0.0
    for name, (first, _) in zip(names, runs, strict=True):
        entry = years.get(first)
        rows.append(canvas.line(Styled(name, canvas.word), x=0, middle=top + height / 2))
        if entry and entry.value is not None:
            share = (entry.value - plot.low) / (plot.high - plot.low)
            places[first] = (plot.left + share * (plot.right - plot.left), top + height / 2)
            x = canvas.format.width - canvas.width(entry.words)
            rows.append(canvas.line(entry.words, x=x, middle=top + height / 2))
        else:
            box = canvas.bar(plot.left, plot.right, top=top + 4, height=height - 8)
            state = Styled(entry.words.text if entry else "", canvas.word)
            rows.extend(canvas.cell(box, NOT_STATED.shape, state))
        top += height
    joined = tuple((places[year], places[year + 1]) for year in sorted(places) if year + 1 in places)
    zero = plot.left + (0 - plot.low) / (plot.high - plot.low) * (plot.right - plot.left)
    baseline = Strokes((((zero, 0.0), (zero, top)),), Ink.STRONG, STROKE)
    lines = (Strokes(joined, line.ink, LINE),) if joined else ()
    return Block((baseline, *rows, *lines, *(_mark(place, line) for place in places.values())), top)


def _runs(first: int, last: int, known: set[int]) -> Iterator[tuple[int, int]]:
    """Yield each known year by itself and each stretch of years that have no row as one."""
    year = first
    while year <= last:
        end = year
        while year not in known and end + 1 <= last and end + 1 not in known:
            end += 1
        yield year, end
        year = end + 1


def _touching(boxes: list[Box], *, apart: float) -> bool:
    wide = [Box(box.left - apart / 2, box.top, box.right + apart / 2, box.bottom) for box in boxes]
    return any(one.overlaps(other) for place, one in enumerate(wide) for other in wide[place + 1 :])


def _crosses(box: Box, segment: tuple[Point, Point]) -> bool:
    """Say whether a straight line touches the box.

    Liang and Barsky, "A New Concept and Method for Line Clipping", ACM Transactions on Graphics 3 (1984).
    """
    (x, y), (end_x, end_y) = segment
    first, last = 0.0, 1.0
    for step, distance in (
        (x - end_x, x - box.left),
        (end_x - x, box.right - x),
        (y - end_y, y - box.top),
        (end_y - y, box.bottom - y),
    ):
        if step == 0 and distance < 0:
            return False
        if step < 0:
            first = max(first, distance / step)
        elif step > 0:
            last = min(last, distance / step)
    return first <= last
