"""SERIES: lines over the years, each in a panel of its own, all on one axis that is never cut.

In: a spec and a canvas. Out: a block. The first and the last figure stand beside their points, the others where they
find a free place; the table has them all. A year without a figure has the shape of its state under the axis, where no
figure can stand, and no line runs over it. A break cuts the line; a target is dashed, and only as long as it held.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.plot import MARKER, Plot, free, grid, marker, marker_box, scale, ticks
from weerklank.charts.scene import Block, Box, Face, Ink, Mark, Point, Strokes, Style, Words, moved, stacked
from weerklank.charts.shapes import Slanted, draw_shape, plate
from weerklank.chartspec import ChartSpec, Goal, printed
from weerklank.data.table import Cell
from weerklank.states import State
from weerklank.theme import STROKE, lean
from weerklank.wording import number

FEWEST = 2  # points: one point is not a line
LINE = 2.5  # px
APART = 6.0  # px between two texts
HALF = 0.5  # a year
CUT = 7.0  # px between the two strokes of a break
ROOM = 0.3  # of the height: what a break leaves free for the words of a year without a figure
END = 4.0  # px: half of the end of a margin
UNDER = 4.0  # px between the axis and what stands below it
LEAST_BELOW = UNDER + 2  # px between the axis and its years
FEW = 4  # years: so many are all named


@dataclass(frozen=True)
class _Year:
    """A year with its figure and margin, or with the state of its absence; `words` is what is printed of it."""

    year: int
    value: float | None
    margin: float
    state: State | None
    words: str


@dataclass(frozen=True)
class _Indicator:
    """An indicator: its years in order, its targets, and the years from which it measures otherwise."""

    name: str
    years: tuple[_Year, ...]
    goals: tuple[Goal, ...]
    cuts: tuple[int, ...]

    @property
    def stated(self) -> tuple[_Year, ...]:
        """The years that have a figure."""
        return tuple(year for year in self.years if year.value is not None)

    def joined(self) -> Iterator[tuple[_Year, _Year]]:
        """Two figures in a row that nothing parts: no year without a figure and no break between them."""
        for one, other in zip(self.years, self.years[1:], strict=False):
            cut = any(one.year < year <= other.year for year in self.cuts)
            if one.value is not None and other.value is not None and not cut:
                yield one, other


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the panels in rows. Raises ValueError when a line has fewer than two figures or a year is not a year."""
    lines = _lines(spec)
    if not lines:
        return Block((), 0.0)
    low, high = scale(spec, [year.value for line in lines for year in line.stated if year.value is not None])
    years = [year.year for line in lines for year in line.years]
    many = len(lines) > 1
    columns = min(canvas.format.panels, len(lines)) if many else 1
    gap = 1.6 * canvas.format.label if many else 0.0
    width = (canvas.format.width - (columns - 1) * gap) / columns
    ends = tuple(line.stated[-1].words for line in lines)
    frame = _Panels(spec, canvas, low, high, min(years), max(years), width, many=many, ends=ends, lines=lines)
    rows = [_row(frame, lines[start : start + columns], gap) for start in range(0, len(lines), columns)]
    return stacked(rows, gap=round(1.5 * canvas.format.label))


@dataclass(frozen=True)
class _Panels:
    """What all panels share: axis, years, width, and the last figures, which stand behind their lines.

    `many`: there is more than one, so that each has its name.
    """

    spec: ChartSpec
    canvas: Canvas
    low: float
    high: float
    first: int
    last: int
    width: float
    many: bool
    ends: tuple[str, ...]
    lines: tuple[_Indicator, ...]

    @property
    def plot(self) -> Plot:
        """Where the figures of a panel stand."""
        canvas = self.canvas
        marks_at = ticks(self.low, self.high, self.spec)
        gutter = max(canvas.width(Styled(words, canvas.small)) for _, words in marks_at) + APART
        tail = max(canvas.width(Styled(words, self.strong)) for words in self.ends) + MARKER
        top = round(0.6 * canvas.small.leading)
        return Plot(
            self.first,
            self.last,
            self.low,
            self.high,
            left=gutter + 1.5 * MARKER,
            right=max(self.width - tail - MARKER, gutter + 3 * MARKER),
            top=top,
            bottom=top + self.height,
        )

    @property
    def below(self) -> float:
        """How far the years stand under the axis, px: below the shapes of years without a figure, if there are any."""
        absent = any(year.state for line in self.lines for year in line.years)
        return LEAST_BELOW + (MARKER + UNDER - 2 if absent else 0)

    @property
    def name(self) -> Style:
        """The style of the name of a panel."""
        return Style(Face.SEMIBOLD, self.canvas.format.small)

    @property
    def strong(self) -> Style:
        """The style of the last figure."""
        size = self.canvas.format.label if self.many else self.canvas.format.count
        return Style(Face.BOLD, size)

    @property
    def marker(self) -> float:
        """How high a point is, px: small where years lie close."""
        return MARKER if not self.many else 0.55 * self.canvas.format.small

    @property
    def height(self) -> float:
        """How high the axis is, px: with room under it for years without a figure, a panel is as tall as without."""
        return (1.9 if self.many else 3.4) * self.canvas.format.bar - (self.below - LEAST_BELOW)


def _row(frame: _Panels, lines: tuple[_Indicator, ...], gap: float) -> Block:
    """Panels beside one another; their axes lie on one height, whatever their names take."""
    heads = [frame.canvas.text(Styled(line.name if frame.many else "", frame.name), frame.width) for line in lines]
    top = max(head.height for head in heads) + (frame.canvas.air if frame.many else 0)
    marks: list[Mark] = []
    height = top
    for place, (head, line) in enumerate(zip(heads, lines, strict=True)):
        right = place * (frame.width + gap)
        panel = _panel(frame, line)
        marks += [*moved(head.marks, right=right), *moved(panel.marks, right=right, down=top)]
        height = max(height, top + panel.height)
    return Block(tuple(marks), height)


def _lines(spec: ChartSpec) -> tuple[_Indicator, ...]:
    columns = [spec.cells(key) for key in (spec.extra[0], spec.value)]
    margins = spec.cells(spec.extra[1]) if len(spec.extra) > 1 else (None,) * len(columns[0])
    found: dict[str, dict[int, _Year]] = {}
    for name, year, cell, margin in zip(spec.lines, *columns, margins, strict=True):
        words = printed(cell, spec.column(spec.value)) if cell.state else _short(spec, cell)
        one = _Year(_year(spec, str(year.value)), _number(cell), _number(margin) or 0.0, cell.state, words)
        found.setdefault(name, {})[one.year] = one
    lines = tuple(
        _Indicator(
            name,
            tuple(own[year] for year in sorted(own)),
            tuple(goal for goal in spec.goals if goal.label == name),
            tuple(cut.year for cut in spec.cuts if cut.label == name),
        )
        for name, own in found.items()
    )
    for line in lines:
        if len(line.stated) < FEWEST:
            raise ValueError(f"chart {spec.name}: {line.name or spec.title!r} has fewer than {FEWEST} figures")
    return lines


def _short(spec: ChartSpec, cell: Cell) -> str:
    """A figure at its point: its unit stands under the drawing; what makes it less than exact stays."""
    return " ".join(filter(None, (cell.qualifier, cell.number.rstrip("%")))) or printed(cell, spec.column(spec.value))


def _number(cell: Cell | None) -> float | None:
    if cell is None or cell.state is not None or not isinstance(cell.value, int | Decimal):
        return None
    return float(cell.value)


def _year(spec: ChartSpec, text: str) -> int:
    if not text[:4].isdecimal():
        raise ValueError(f"chart {spec.name}: {text!r} is not a year")
    return int(text[:4])


# --- one panel -------------------------------------------------------------------------------------------------------


def _panel(frame: _Panels, line: _Indicator) -> Block:
    canvas = frame.canvas
    plot = frame.plot
    lines = tuple(grid(plot, canvas, plot.left - 1.5 * MARKER, ticks(frame.low, frame.high, frame.spec)))
    drawn = (*_targets(line, plot), *_margins(line, plot), *_joined(line, plot))
    points = tuple(marker(_at(year, plot), last=year is line.stated[-1], size=frame.marker) for year in line.stated)
    absent = tuple(mark for year in line.years if year.state for mark in _absent(year, plot, canvas))
    words = _words(frame, line, plot, [mark.box for mark in lines if isinstance(mark, Words)])
    under = tuple(mark for word in words for mark in _plated(word, canvas) if not isinstance(mark, Words))
    feet = _feet(frame, line, plot)
    below = max((foot.box.bottom for foot in feet), default=plot.bottom)
    return Block((*lines, *under, *_cuts(line, plot), *drawn, *points, *absent, *words, *feet), below)


def _plated(word: Words, canvas: Canvas) -> tuple[Mark, ...]:
    """A word on a piece of paper, so that no line of the axis runs through it."""
    return plate((word.text,), word.style, x=word.x, y=word.y, ink=word.ink, lettering=canvas.lettering)


def _at(year: _Year, plot: Plot) -> Point:
    assert year.value is not None
    return plot.at(year.year, year.value)


def _joined(line: _Indicator, plot: Plot) -> Iterator[Mark]:
    if segments := tuple((_at(one, plot), _at(other, plot)) for one, other in line.joined()):
        yield Strokes(segments, Ink.INK, LINE)


def _margins(line: _Indicator, plot: Plot) -> Iterator[Mark]:
    """A thin bar with an end above and below through each point that has a margin of error, as far as the axis goes."""
    if bars := tuple(_bar(year, plot) for year in line.stated if year.margin):
        ends = tuple(((x - END, y), (x + END, y)) for bar in bars for x, y in bar)
        yield Strokes((*bars, *ends), Ink.INK, STROKE)


def _bar(year: _Year, plot: Plot) -> tuple[Point, Point]:
    assert year.value is not None
    low, high = max(year.value - year.margin, plot.low), min(year.value + year.margin, plot.high)
    return plot.at(year.year, low), plot.at(year.year, high)


def _held(goal: Goal, plot: Plot) -> tuple[Point, Point] | None:
    """Where the dashed line of a target runs, half a year beyond its first and its last, so that no point hides one.

    None where it held in no year of the drawing.
    """
    first, last = max(goal.first, plot.first), min(goal.last or plot.last, plot.last)
    if first > last:
        return None
    (left, y), (right, _) = plot.at(first - HALF, float(goal.value)), plot.at(last + HALF, float(goal.value))
    return (max(left, plot.left - MARKER), y), (min(right, plot.right + MARKER), y)


def _targets(line: _Indicator, plot: Plot) -> Iterator[Mark]:
    if held := tuple(found for goal in line.goals if (found := _held(goal, plot))):
        yield Strokes(held, Ink.SERIES_2, LINE, dashed=True)


def _cuts(line: _Indicator, plot: Plot) -> Iterator[Mark]:
    """Two slanted strokes between the last year before a break and the first of it, also where that has no figure."""
    foot = plot.bottom - ROOM * (plot.bottom - plot.top)
    slant = lean(foot - plot.top)
    for cut in line.cuts:
        before = [year.year for year in line.years if year.year < cut]
        after = [year.year for year in line.years if year.year >= cut]
        if not line.stated[0].year < cut <= line.stated[-1].year:
            continue
        middle = (plot.at(before[-1], plot.low)[0] + plot.at(after[0], plot.low)[0]) / 2 - slant / 2
        strokes = tuple(((middle + shift, foot), (middle + shift + slant, plot.top)) for shift in (-CUT / 2, CUT / 2))
        yield Strokes(strokes, Ink.STRONG, STROKE)


def _absent(year: _Year, plot: Plot, canvas: Canvas) -> tuple[Mark, ...]:
    assert year.state is not None
    return draw_shape(_shape_box(year, plot), year.state.shape, min(canvas.format.hatch_gap, MARKER / 2))


def _shape_box(year: _Year, plot: Plot) -> Slanted:
    """The shape of a year without a figure stands under the axis: on it, it would read as a figure of zero."""
    x, _ = plot.at(year.year, plot.low)
    half, top = MARKER / 2, plot.bottom + UNDER
    return Slanted(x - half - lean(half), x + half - lean(half), top, top + MARKER)


# --- words -----------------------------------------------------------------------------------------------------------


def _words(frame: _Panels, line: _Indicator, plot: Plot, axis: list[Box]) -> tuple[Words, ...]:
    """The figures, the words of targets and of states, each where it touches nothing; the rest is in the table."""
    segments = [(_at(one, plot), _at(other, plot)) for one, other in line.joined()]
    segments += [held for goal in line.goals if (held := _held(goal, plot))]
    segments += [_bar(year, plot) for year in line.stated if year.margin]
    segments += [(plot.at(plot.first, 0), plot.at(plot.last, 0))] if plot.low < 0 < plot.high else []
    boxes = [*axis, *(marker_box(_at(year, plot), frame.marker) for year in line.stated)]
    boxes += [box for mark in _cuts(line, plot) if isinstance(mark, Strokes) for box in _around(mark)]
    words: list[Words] = []
    for options in _wanted(frame, line, plot):
        found = next((word for word in options if free(word.box, boxes, segments, frame.width, plot)), None)
        if found is not None:
            words.append(found)
            boxes.append(found.box)
    return tuple(words)


def _around(strokes: Strokes) -> Iterator[Box]:
    """Small boxes along the strokes of a break: a word may stand beside it, not on it."""
    for (x, y), (end_x, end_y) in (line for line in strokes.lines if len(line) == 2):  # noqa: PLR2004
        for step in range(8):
            one, two = step / 8, (step + 1) / 8
            left, right = x + one * (end_x - x), x + two * (end_x - x)
            yield Box(left - 2, y + two * (end_y - y), right + 2, y + one * (end_y - y))


def _wanted(frame: _Panels, line: _Indicator, plot: Plot) -> Iterator[list[Words]]:
    """The words of a panel, the most needed first, each with the places where it may stand, the best first."""
    canvas = frame.canvas
    last, *others = reversed(line.stated)
    x, y = _at(last, plot)
    end = Styled(last.words, frame.strong)
    yield [canvas.line(end, x=x + MARKER + 2, middle=y), *_above(canvas, end, (x, y))]
    first = others[-1:]
    between = [] if frame.many else others[-2::-1]
    for year in first:
        yield _above(canvas, Styled(year.words, canvas.word), _at(year, plot))
    for goal in line.goals:
        if (held := _held(goal, plot)) and not frame.many:
            named, bare = (Styled(text, canvas.word, Ink.SERIES_2) for text in (goal.words, number(goal.value)))
            yield [*_at_target(canvas, named, held), *_at_target(canvas, bare, held)]
    for year in between:
        yield _above(canvas, Styled(year.words, canvas.word), _at(year, plot))
    for year in line.years:
        if year.state and not frame.many:
            place = (plot.at(year.year, plot.low)[0], plot.bottom)
            yield _above(canvas, Styled(year.words, canvas.small), place)[:1]


def _above(canvas: Canvas, piece: Styled, place: Point) -> list[Words]:
    """Above a point, under it, then a little further away, then aslant beside it, at last beside it."""
    x, y = place
    width = canvas.width(piece)
    away = MARKER / 2 + 0.62 * piece.style.size
    shifts = [sign * (away + step * piece.style.leading) for step in (0, 0.5, 1, 1.5, 2) for sign in (-1, 1)]
    places = [(x - width / 2, shift) for shift in shifts]
    places += [(left, shift) for shift in (*shifts, 0) for left in (x - MARKER - width, x + MARKER)]
    return [canvas.line(piece, x=left, middle=y + shift) for left, shift in places]


def _at_target(canvas: Canvas, piece: Styled, held: tuple[Point, Point]) -> list[Words]:
    """At either end of a dashed line or at its middle, above or under it, then further away."""
    (left, y), (right, _) = held
    width = canvas.width(piece)
    away = 0.75 * piece.style.size
    return [
        canvas.line(piece, x=x, middle=y + sign * (away + step * piece.style.leading))
        for step in (0, 0.5, 1, 1.5)
        for sign in (-1, 1)
        for x in (right - width, left, (left + right - width) / 2)
    ]


def _feet(frame: _Panels, line: _Indicator, plot: Plot) -> tuple[Words, ...]:
    """The years under the axis: the first, the last, those without a figure, and the others where there is room.

    A year that a reader cannot do without stands a line lower where it has no room; of few years, each is such a year.
    """
    known = [year.year for year in line.years]
    absent = [year.year for year in line.years if year.state]
    needed = dict.fromkeys((known[0], known[-1], *absent, *(known if len(known) <= FEW else ())))
    others = () if frame.many else known
    feet: list[Words] = []
    for year in dict.fromkeys((*needed, *others)):
        for row in (0, 1) if year in needed else (0,):
            word = _foot(frame, plot, year, row)
            wide = Box(word.box.left - APART, word.box.top, word.box.right + APART, word.box.bottom)
            if not any(wide.overlaps(other.box) for other in feet):
                feet.append(word)
                break
    return tuple(feet)


def _foot(frame: _Panels, plot: Plot, year: int, row: int) -> Words:
    """A year under the axis."""
    canvas = frame.canvas
    piece = Styled(str(year), canvas.small, Ink.SOFT)
    x = plot.at(year, plot.low)[0] - canvas.width(piece) / 2
    x = max(min(x, frame.width - canvas.width(piece)), 0.0)
    y = plot.bottom + frame.below + piece.style.ascent + row * piece.style.leading
    return canvas.lettering.words(piece.text, piece.style, x=x, y=y, ink=piece.ink)
