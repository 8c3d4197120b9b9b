"""STEPS: what was left at each step, on the scale of the first: full is what counts on, pale what fell off since.

In: a spec and a canvas. Out: a block. The name of a step begins with its number; under it stands what fell off. A step
without a number gets a mark with a word and no bar: an absence has no length.
"""

from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Block, Face, Ink, Mark, Style, abreast, moved, stacked
from weerklank.charts.shapes import Slanted, draw_shape, full
from weerklank.chartspec import ChartSpec, printed
from weerklank.data.table import Cell
from weerklank.states import NOT_STATED
from weerklank.theme import STROKE, lean

WORDS = 0.42  # of the width: what stands beside a bar
GAP = 0.03  # of the width, between words and bar
PARTING = 5.0  # px between what counts on and what fell off
SHORTEST = 4.0  # px, so that one of ten thousand is still seen


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the steps under one another. Raises ValueError when a value is negative or not a number."""
    values = [_amount(spec, cell) for cell in spec.cells(spec.value)]
    most = max((value for value in values if value is not None), default=0.0)
    beside = canvas.format.column > 0
    left = (WORDS + GAP) * canvas.format.width if beside else 0.0
    scale = (canvas.format.width - left - lean(_height(canvas)) - 2 * STROKE) / most if most else 0.0
    rows, before = [], 0.0
    for row, value in enumerate(values):
        words = _words(spec, canvas, row, WORDS * canvas.format.width if beside else canvas.format.width)
        bar = _bar(spec, canvas, row, left=left, length=None if value is None else value * scale, before=before)
        rows.append(abreast(words, bar) if beside else stacked((words, bar), gap=round(0.5 * canvas.air)))
        before = before if value is None else max(value * scale, SHORTEST if value else 0.0)
    return stacked(rows, gap=round(1.1 * canvas.format.label))


def _height(canvas: Canvas) -> float:
    return round(0.85 * canvas.format.cell)


def _amount(spec: ChartSpec, cell: Cell) -> float | None:
    if cell.value is None:
        return None
    if isinstance(cell.value, (int, Decimal)) and cell.value >= 0:
        return float(cell.value)
    raise ValueError(f"chart {spec.name}: {cell.text!r} is not a number of zero or more")


def _words(spec: ChartSpec, canvas: Canvas, row: int, limit: float) -> Block:
    """Return the number with the name of the step, and what fell off under it."""
    cell, label = spec.cells(spec.value)[row], spec.cells(spec.label)[row].text
    number = printed(cell, spec.column(spec.value)) if cell.value is not None else ""
    name = canvas.text(Styled(f"{number} {label}".strip(), Style(Face.BOLD, canvas.format.label)), limit)
    off = spec.cells(spec.extra[0])[row] if spec.extra else Cell("", "")
    more = canvas.text(Styled(off.text if off.value else "", canvas.small, Ink.SOFT), limit)
    return stacked((name, more), gap=3)


def _bar(spec: ChartSpec, canvas: Canvas, row: int, *, left: float, length: float | None, before: float) -> Block:
    height, start = _height(canvas), left + STROKE / 2
    if length is None:
        state = spec.cells(spec.value)[row].state or NOT_STATED
        box = Slanted(start, start + 1.3 * height, 0, height)
        word = canvas.line(Styled(state.word, canvas.word), x=box.right + box.lean + 8, middle=height / 2)
        return Block((*draw_shape(box, state.shape, canvas.format.hatch_gap), word), height)
    marks: list[Mark] = []
    kept = max(length, SHORTEST) if length else 0.0
    rest = kept + (PARTING if kept else 0.0)
    if before > rest:
        marks.append(Area(Slanted(start + rest, start + before, 0, height).corners, fill=Ink.RULE))
    if kept:
        marks.extend(full(Slanted(start, start + kept, 0, height)))
    return Block(moved(marks), height)
