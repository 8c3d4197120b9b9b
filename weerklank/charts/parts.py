"""PARTS: one bar that is a whole, divided into all its parts, each named under it.

In: a spec and a canvas. Out: a block. The first part is full, the last is solid, those between are pale; a word that
finds no room under its part stands on a line of its own.
"""

from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Block, Face, Ink, Mark, Style, moved, stacked
from weerklank.charts.shapes import Slanted, full
from weerklank.chartspec import ChartSpec, printed
from weerklank.theme import lean

PARTING = 5.0  # px between two parts
SHORTEST = 4.0  # px, so that one of ten thousand is still seen


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the bar with its words. Nothing when there is nothing to divide.

    Raises ValueError when a part is negative or not a number.
    """
    values = [_amount(spec, row) for row in range(len(spec.table.rows))]
    whole = sum(values)
    if not whole:
        return Block((), 0.0)
    height = canvas.format.bar
    shown = [row for row, value in enumerate(values) if value]
    room = canvas.format.width - lean(height) - 2 - PARTING * (len(shown) - 1) - SHORTEST * len(shown)
    marks: list[Mark] = []
    places: list[tuple[int, float, float]] = []
    x = 1.0
    for place, row in enumerate(shown):
        length = SHORTEST + room * values[row] / whole
        box = Slanted(x, x + length, 0, height)
        marks.extend(_part(box, place, len(shown)))
        places.append((row, x, x + length))
        x += length + PARTING
    return stacked((Block(tuple(marks), height), _names(spec, canvas, places)), gap=round(0.6 * canvas.air))


def _amount(spec: ChartSpec, row: int) -> float:
    value = spec.cells(spec.value)[row].value
    if isinstance(value, (int, Decimal)) and value >= 0:
        return float(value)
    raise ValueError(f"chart {spec.name}: {value!r} is not a number of zero or more")


def _part(box: Slanted, place: int, parts: int) -> tuple[Mark, ...]:
    if place == 0:
        return full(box)
    return (Area(box.corners, fill=Ink.DECIDED if place == parts - 1 else Ink.RULE),)


def _names(spec: ChartSpec, canvas: Canvas, places: list[tuple[int, float, float]]) -> Block:
    """Return the words under the bar: each at its part, the last at the end; else under one another."""
    style = Style(Face.SEMIBOLD, canvas.format.label)
    pieces = [(Styled(_said(spec, row), style), left, right) for row, left, right in places]
    blocks, free = [], 0.0
    for number, (piece, left, _) in enumerate(pieces):
        width = canvas.width(piece)
        start = min(left, canvas.format.width - width) if number == len(pieces) - 1 else left
        if start < free:
            return stacked((canvas.text(other, canvas.format.width) for other, _, _ in pieces), gap=3)
        blocks.append(canvas.text(piece, canvas.format.width + 1, left=0.0))
        blocks[-1] = Block(moved(blocks[-1].marks, right=start), blocks[-1].height)
        free = start + width + canvas.format.label
    marks = tuple(mark for block in blocks for mark in block.marks)
    return Block(marks, max(block.height for block in blocks))


def _said(spec: ChartSpec, row: int) -> str:
    number = printed(spec.cells(spec.value)[row], spec.column(spec.value))
    share = f" ({spec.cells(spec.extra[0])[row].text})" if spec.extra else ""
    return f"{spec.cells(spec.label)[row].text}: {number}{share}"
