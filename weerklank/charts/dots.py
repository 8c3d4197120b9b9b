"""DOTS: a point for each row on one axis, with its margin of error as a bar through it.

In: a spec and a canvas. Out: a block. Names and numbers of answers stand before the axis, or above it where the drawing
is narrow; each figure stands after its point. On an axis that runs below zero each point is tied to the zero line.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.plot import APART, MARKER, marker, scale, ticks
from weerklank.charts.scene import Block, Ink, Mark, Strokes, Words, moved, stacked
from weerklank.charts.shapes import Slanted, draw_shape
from weerklank.chartspec import ChartSpec, printed
from weerklank.data.table import Cell
from weerklank.states import NOT_STATED
from weerklank.theme import STROKE, lean

MOST_TAIL = 0.5  # of the place for points: a figure after its point takes no more


@dataclass(frozen=True)
class _Track:
    """Where the axis lies, px from the left. `column`: how wide names are, 0 when they stand above.

    `apart`: the figures have no room after their points, and stand above the axis of their row.
    """

    spec: ChartSpec
    low: float
    high: float
    left: float
    right: float
    column: float
    apart: bool

    def at(self, value: float) -> float:
        """Return the place of a figure."""
        return self.left + (value - self.low) / (self.high - self.low) * (self.right - self.left)


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the rows under their axis. Raises ValueError when a figure lies outside it."""
    count = len(spec.table.rows)
    if not count:
        return Block((), 0.0)
    axis = _axis(spec, canvas)
    head = _head(axis, canvas)
    rows = stacked((_row(spec, canvas, axis, row) for row in range(count)), gap=canvas.format.gap)
    lines: tuple[Mark, ...] = ()
    if axis.low < 0 < axis.high:
        zero = axis.at(0)
        lines = (Strokes((((zero, head.height), (zero, head.height + rows.height)),), Ink.STRONG, STROKE),)
    body = moved(rows.marks, down=head.height)
    return Block((*lines, *head.marks, *body), head.height + rows.height)


def _axis(spec: ChartSpec, canvas: Canvas) -> _Track:
    low, high = scale(spec, [float(cell.value) for cell in spec.cells(spec.value) if _is_number(cell)])  # type: ignore[arg-type]
    names = [cell.text for cell in spec.cells(spec.label)]
    under = max(canvas.width(Styled(_answers(spec, row), canvas.small)) for row in range(len(names)))
    column = canvas.names_width(names)
    column = max(column, min(under, canvas.format.column * canvas.format.width)) if column else column
    ends = [canvas.width(Styled(words, canvas.small)) / 2 for _, words in ticks(low, high, spec)]
    left = (column + 1.2 * canvas.format.label if column else 0.0) + max(*ends, MARKER)
    figures = [canvas.width(_figure(spec, canvas, cell)) for cell in spec.cells(spec.value) if _is_number(cell)]
    tail = max(figures, default=0.0) + MARKER + 2 * APART
    apart = tail > MOST_TAIL * (canvas.format.width - left)
    right = canvas.format.width - max(MARKER if apart else tail, *ends)
    return _Track(spec, low, high, left, right, column, apart)


def _is_number(cell: Cell) -> bool:
    return cell.state is None and isinstance(cell.value, int | Decimal)


def _figure(spec: ChartSpec, canvas: Canvas, cell: Cell) -> Styled:
    return Styled(printed(cell, spec.column(spec.value)), canvas.count if not canvas.format.column else canvas.label)


def _head(axis: _Track, canvas: Canvas) -> Block:
    """The numbers of the axis."""
    words: list[Words] = []
    first, *between, last = ticks(axis.low, axis.high, axis.spec)
    for value, text in (first, last, *between):
        piece = Styled(text, canvas.small, Ink.SOFT)
        x = axis.at(value) - canvas.width(piece) / 2
        word = canvas.lettering.words(piece.text, piece.style, x=x, y=piece.style.ascent, ink=piece.ink)
        if not any(word.box.overlaps(other.box) for other in words):
            words.append(word)
    return Block(tuple(words), canvas.small.leading + APART)


def _row(spec: ChartSpec, canvas: Canvas, axis: _Track, row: int) -> Block:
    name = canvas.text(Styled(spec.cells(spec.label)[row].text, canvas.label), axis.column or canvas.format.width)
    under = canvas.text(Styled(_answers(spec, row), canvas.small, Ink.SOFT), axis.column or canvas.format.width)
    cell = spec.cells(spec.value)[row]
    shown = _figure(spec, canvas, cell) if axis.apart and _is_number(cell) else Styled("", canvas.small)
    figure = canvas.text(shown, axis.column or canvas.format.width)
    head = stacked((name, under, figure), gap=2)
    height = max(canvas.format.cell, head.height) if axis.column else canvas.format.cell
    track = _track(spec, canvas, axis, row, height)
    if not axis.column:
        return stacked((head, Block(track, height)), gap=2)
    down = (height - head.height) / 2
    return Block((*moved(head.marks, down=down), *track), height)


def _answers(spec: ChartSpec, row: int) -> str:
    """How many answered, where that is known."""
    cell = spec.cells(spec.extra[1])[row] if len(spec.extra) > 1 else Cell("")
    return "" if cell.state or not cell.text else f"{cell.number or cell.text} antwoorden"


def _track(spec: ChartSpec, canvas: Canvas, axis: _Track, row: int, height: float) -> tuple[Mark, ...]:
    """The axis of one row with its point, or the shape and the word of an absence."""
    cell, middle = spec.cells(spec.value)[row], height / 2
    ends = tuple(
        ((axis.at(value), middle - 5), (axis.at(value), middle + 5))
        for value, _ in ticks(axis.low, axis.high, axis.spec)
    )
    base = Strokes((((axis.left, middle), (axis.right, middle)), *ends), Ink.RULE, 1.0)
    if not _is_number(cell):
        return _absence(spec, canvas, axis, cell, middle)
    assert isinstance(cell.value, int | Decimal)
    value = float(cell.value)
    margin = spec.cells(spec.extra[0])[row] if spec.extra else Cell("")
    around = float(margin.value) if _is_number(margin) and isinstance(margin.value, int | Decimal) else 0.0
    low, high = axis.at(max(value - around, axis.low)), axis.at(min(value + around, axis.high))
    x = axis.at(value)
    end = max(high, x + MARKER * 0.75)
    figure = () if axis.apart else canvas.plated(_figure(spec, canvas, cell), x=end + 2 * APART, middle=middle)
    return (
        base,
        *_bar(low, high, middle, shown=bool(around)),
        *_stem(axis, x, middle),
        marker((x, middle), last=True),
        *figure,
    )


def _bar(low: float, high: float, middle: float, *, shown: bool) -> Iterator[Mark]:
    if shown:
        whiskers = tuple(((x, middle - 4), (x, middle + 4)) for x in (low, high))
        yield Strokes((((low, middle), (high, middle)), *whiskers), Ink.INK, 2 * STROKE)


def _stem(axis: _Track, x: float, middle: float) -> Iterator[Mark]:
    if axis.low < 0:
        yield Strokes((((axis.at(0), middle), (x, middle)),), Ink.INK, 2 * STROKE)


def _absence(spec: ChartSpec, canvas: Canvas, axis: _Track, cell: Cell, middle: float) -> tuple[Mark, ...]:
    state = cell.state or NOT_STATED
    box = Slanted(axis.left, axis.left + 1.5 * MARKER, middle - MARKER / 2, middle + MARKER / 2)
    x = box.right + lean(MARKER) + APART
    word = canvas.text(Styled(printed(cell, spec.column(spec.value)), canvas.word), canvas.format.width - x, left=x)
    down = middle - word.height / 2
    return (*draw_shape(box, state.shape, MARKER / 2), *moved(word.marks, down=down))
