"""What lines and points share: an axis of figures with its ticks, slanted markers, and places where a word is free.

In: numbers and a canvas. Out: marks. It knows no kind of chart.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Box, Ink, Mark, Point, Strokes
from weerklank.charts.shapes import Slanted
from weerklank.chartspec import ChartSpec
from weerklank.theme import STROKE, lean
from weerklank.wording import number

MARKER = 12.0  # px high
APART = 4.0  # px between a word and anything else
PLATE = 5.0  # px of paper around a word: it lies on the drawing as well

Segment = tuple[Point, Point]


@dataclass(frozen=True)
class Plot:
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


def scale(spec: ChartSpec, values: Iterable[float]) -> tuple[float, float]:
    """The axis of the spec, else one from zero to a round number that holds every figure.

    Raises ValueError for a figure that lies outside.
    """
    found = tuple(values)
    if spec.axis is None:
        low, high = -rounded_up(-min(0.0, *found)), rounded_up(max(0.0, *found))
        return low, high if high > low else low + 1
    low, high = float(spec.axis[0]), float(spec.axis[1])
    if any(not low <= value <= high for value in found):
        raise ValueError(f"chart {spec.name}: a figure lies outside the axis from {low:g} to {high:g}")
    return low, high


_ROUND = (1, 2, 3, 4, 5, 6, 8, 10)


def rounded_up(value: float) -> float:
    """The least number of one digit and zeros that is not less, and that has a whole half from ten on: 72543 is 80000.

    Raises ValueError for a number below zero.
    """
    if value < 0:
        raise ValueError(f"{value:g} is below zero")
    if value == 0:
        return 0.0
    power = 10.0 ** math.floor(math.log10(value))
    return next(step * power for step in _ROUND if step * power >= value)


def ticks(low: float, high: float, spec: ChartSpec) -> tuple[tuple[float, str], ...]:
    """The lowest, the middle (zero, where the axis runs through it) and the highest, with their words.

    On an axis of counts the middle is whole as well: a half complaint does not exist.
    """
    figures = [cell.value for cell in spec.cells(spec.value) if isinstance(cell.value, int | Decimal)]
    middle = 0.0 if low < 0 < high else (low + high) / 2
    counts = spec.axis is None and all(figure == int(figure) for figure in figures)
    middle = float(int(middle)) if counts and int(middle) > low else middle
    exact = [(value, Decimal(f"{value:.12g}").normalize() + 0) for value in (low, middle, high)]
    return tuple((value, number(shown, thousands=spec.thousands)) for value, shown in exact)


def grid(plot: Plot, canvas: Canvas, gutter: float, marked: Iterable[tuple[float, str]]) -> Iterable[Mark]:
    """Lines across at each tick, with its number before them; the line of zero is dark."""
    for value, words in marked:
        y = plot.at(plot.first, value)[1]
        zero = value == 0
        ink = Ink.STRONG if zero else Ink.RULE
        end = plot.right + MARKER
        yield Strokes((((gutter, y), (end, y)),), ink, STROKE if zero else 1.0)
        piece = Styled(words, canvas.small, Ink.SOFT)
        yield canvas.line(piece, x=gutter - APART - canvas.width(piece), middle=y)


def marker(place: Point, *, last: bool, size: float = MARKER) -> Area:
    """A slanted point: the last one is full, those before it are empty."""
    x, y = place
    half = size / 2
    box = Slanted(x - half - lean(half), x + half - lean(half), y - half, y + half)
    if last:
        return Area(box.corners, fill=Ink.STATED, edge=Ink.STATED_EDGE)
    return Area(box.corners, fill=Ink.PAPER, edge=Ink.MARK_LINE)


def marker_box(place: Point, size: float = MARKER) -> Box:
    """What a point takes."""
    x, y = place
    return Box(x - size * 0.75, y - size / 2, x + size * 0.75, y + size / 2)


def free(box: Box, taken: Iterable[Box], segments: Iterable[Segment], width: float, plot: Plot) -> bool:
    """Whether a word may stand there: on the drawing, above the years, and touching nothing."""
    inside = box.left >= PLATE and box.right <= width and box.bottom <= plot.bottom and box.top >= plot.top - MARKER
    wide = Box(box.left - APART, box.top, box.right + APART, box.bottom)
    clear = inside and not any(wide.overlaps(other) for other in taken)
    return clear and not any(crosses(box, segment) for segment in segments)


def crosses(box: Box, segment: Segment) -> bool:
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
