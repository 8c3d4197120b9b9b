"""COUNTS: a slanted bar for each row on a common scale, filled by the shape of the row's state.

In: a spec and a canvas. Out: a block. The number stands after its bar. A row without a number gets a mark with a word
and no bar: an absence has no length.
"""

from dataclasses import dataclass
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Block, Face, Ink, Mark, Strokes, Style, abreast, stacked
from weerklank.charts.shapes import Slanted, draw_shape
from weerklank.chartspec import ChartSpec, printed
from weerklank.data.table import Cell
from weerklank.states import NOT_STATED, Shape
from weerklank.theme import STROKE, lean

BESIDE = 0.4  # of the width: names up to this length may stand beside their bars
MOST_TAIL = 0.6  # of the place for bars: what stands after a bar takes no more, otherwise it goes above the bar
SHORTEST = 4.0  # px, so that one of ten thousand is still seen
STEPS = (Ink.SERIES_1, Ink.SERIES_2, Ink.SERIES_3, Ink.SERIES_4)


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the bars under one another. Raises ValueError when a value is negative or not a number."""
    groups = _groups(spec)
    numbers = [row for row, cell in enumerate(spec.cells(spec.value)) if _amount(spec, cell)]
    tails = {row: _tail_width(spec, canvas, row) for row in numbers}
    longest_tail = max(tails.values(), default=0.0)
    column = _column(canvas, [spec.cells(spec.label)[rows[0]].text for rows in groups], longest_tail)
    left = column + (1.2 * canvas.format.label if column else 0)
    reach = canvas.format.width - left - STROKE - 1
    own_line = longest_tail > MOST_TAIL * reach
    room = {row: reach - (lean(_height(spec, canvas)) if own_line else tails[row]) for row in numbers}
    scale = min((room[row] / float(_amount(spec, spec.cells(spec.value)[row])) for row in numbers), default=0.0)
    frame = _Bars(left=left, column=column, scale=scale, own_line=own_line)
    blocks = (_group(spec, canvas, rows, frame) for rows in groups)
    return stacked(blocks, gap=canvas.format.gap if column else round(1.3 * canvas.format.label))


@dataclass(frozen=True)
class _Bars:
    """Where bars start and how long one unit is, px.

    `column` is 0 when names stand above their bars; with `own_line` what belongs after a bar stands above it.
    """

    left: float
    column: float
    scale: float
    own_line: bool


def _groups(spec: ChartSpec) -> list[list[int]]:
    """Return the rows that share a name; without series every row stands alone."""
    if not spec.extra:
        return [[row] for row in range(len(spec.table.rows))]
    names: dict[str, list[int]] = {}
    for row, cell in enumerate(spec.cells(spec.label)):
        names.setdefault(cell.text, []).append(row)
    return list(names.values())


def _column(canvas: Canvas, names: list[str], tail: float) -> float:
    """Return how wide the names beside the bars are, 0 when they stand above them."""
    width = canvas.format.width
    widest = max((canvas.width(Styled(name, canvas.label)) for name in names), default=0.0)
    if widest <= BESIDE * width and widest + tail <= 2 * BESIDE * width:
        return widest
    return min(widest, canvas.format.column * width)


def _height(spec: ChartSpec, canvas: Canvas) -> float:
    return round(canvas.format.cell * 0.7) if spec.extra else canvas.format.cell


def _group(spec: ChartSpec, canvas: Canvas, rows: list[int], frame: _Bars) -> Block:
    bars = stacked((_bar(spec, canvas, row, frame) for row in rows), gap=4)
    name = canvas.text(Styled(spec.cells(spec.label)[rows[0]].text, canvas.label), frame.column or canvas.format.width)
    if not frame.column:
        return stacked((name, bars), gap=round(canvas.air * 0.7))
    return abreast(name, bars)


def _bar(spec: ChartSpec, canvas: Canvas, row: int, frame: _Bars) -> Block:
    height = _height(spec, canvas)
    cell = spec.cells(spec.value)[row]
    start = frame.left + STROKE / 2
    if cell.value is None:
        return _absence(spec, canvas, row, Slanted(start, start + 1.3 * height, 0, height))
    length = max(frame.scale * float(_amount(spec, cell)), SHORTEST) if cell.value else 0.0
    box = Slanted(start, start + length, 0, height)
    marks: tuple[Mark, ...]
    if not length:
        marks = (Strokes(((box.corners[0], box.corners[1]),), Ink.INK, 2 * STROKE),)
    elif spec.extra:
        series = spec.cells(spec.extra[0])
        names = list(dict.fromkeys(cell.text for cell in series))
        marks = (Area(box.corners, fill=STEPS[names.index(series[row].text) % len(STEPS)]),)
    else:
        state = spec.cells(spec.label)[row].state
        marks = draw_shape(box, state.shape if state else Shape.STATED, canvas.format.hatch_gap)
    if frame.own_line:
        limit = canvas.format.width - frame.left
        head = (canvas.text(piece, limit, left=frame.left) for piece in _tail(spec, canvas, row))
        return stacked((*head, Block(marks, height)), gap=4)
    x = box.right + box.lean + _tail_gap(canvas)
    words = []
    for piece in _tail(spec, canvas, row):
        words.append(canvas.line(piece, x=x, middle=height / 2))
        x += canvas.width(piece) + _tail_gap(canvas)
    return Block((*marks, *words), height)


def _absence(spec: ChartSpec, canvas: Canvas, row: int, box: Slanted) -> Block:
    """Return a mark of one size with the word of the absence and the name of the series."""
    state = spec.cells(spec.value)[row].state or NOT_STATED
    x = box.right + box.lean + _tail_gap(canvas)
    words = stacked((canvas.text(piece, canvas.format.width - x, left=x) for piece in _tail(spec, canvas, row)), gap=2)
    marks = draw_shape(box, state.shape, canvas.format.hatch_gap)
    return abreast(Block(marks, box.bottom), words)


def _tail(spec: ChartSpec, canvas: Canvas, row: int) -> list[Styled]:
    """Return what stands after a bar: the number or the word of the absence, then the name of the series."""
    cell = spec.cells(spec.value)[row]
    style = canvas.word if cell.value is None else canvas.count
    if spec.extra and cell.value is not None:
        style = Style(Face.BOLD, canvas.format.label)
    pieces = [Styled(printed(cell, spec.column(spec.value)), style)]
    if spec.extra:
        pieces.append(Styled(spec.cells(spec.extra[0])[row].text, canvas.small))
    return pieces


def _tail_width(spec: ChartSpec, canvas: Canvas, row: int) -> float:
    pieces = sum(canvas.width(piece) + _tail_gap(canvas) for piece in _tail(spec, canvas, row))
    return pieces + lean(_height(spec, canvas))


def _tail_gap(canvas: Canvas) -> float:
    return 0.45 * canvas.format.small


def _amount(spec: ChartSpec, cell: Cell) -> Decimal | int:
    if cell.value is None:
        return 0
    if isinstance(cell.value, (int, Decimal)) and cell.value >= 0:
        return cell.value
    raise ValueError(f"chart {spec.name}: {cell.text!r} is not a number of zero or more")
