"""SHARES: a bar of 0 to 100 for each row. What is not counted is ruled, so 66 never suggests 34 dissatisfied.

In: a spec and a canvas. Out: a block. Rows with other answer wording stand apart, each with its own wording under it.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Block, Face, Ink, Mark, Style, moved, stacked
from weerklank.charts.shapes import Slanted, full, ruling
from weerklank.chartspec import ChartSpec
from weerklank.data.table import Cell
from weerklank.theme import lean

HUNDRED = 100
PARTING = 6.0  # px between a bar and its ruled rest


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the bars under one another. Raises ValueError when a share is not between 0 and 100."""
    rows = (_row(spec, canvas, number) for number in range(len(spec.table.rows)))
    return stacked(rows, gap=round(2.1 * canvas.format.label))


def _row(spec: ChartSpec, canvas: Canvas, number: int) -> Block:
    width = canvas.format.width
    label = canvas.text(Styled(spec.cells(spec.label)[number].text, canvas.label), width)
    cell = spec.cells(spec.value)[number]
    value = canvas.piece(cell, spec.column(spec.value), style=canvas.figure)
    box = canvas.bar(0, width, top=0, height=canvas.format.bar)
    bar: tuple[Block, ...]
    if cell.state is not None:
        word = Styled(value.text, Style(Face.SEMIBOLD, canvas.format.label))
        bar = (Block(canvas.cell(box, cell.state.shape, word), canvas.format.bar),)
    else:
        bar = _bar(canvas, box, _share(spec, cell), Styled(value.text, value.style, Ink.ON_STATED), cell.qualifier)
    return stacked((label, *bar, _under(spec, canvas, number)), gap=canvas.air)


def _share(spec: ChartSpec, cell: Cell) -> float:
    if isinstance(cell.value, (int, Decimal)) and 0 <= cell.value <= HUNDRED:
        return float(cell.value) / HUNDRED
    raise ValueError(f"chart {spec.name}: {cell.text!r} is not a share between 0 and 100")


def _bar(canvas: Canvas, box: Slanted, share: float, value: Styled, qualifier: str) -> tuple[Block, ...]:
    """Return the bar with its number: inside, else on the ruled rest, else on a line of its own above it."""
    length = share * (box.right - box.left)
    height, pad = canvas.format.bar, 0.45 * canvas.format.figure
    marks: list[Mark] = []
    rest = length + (PARTING if length else 0)
    if rest < box.right - box.left:
        marks.extend(ruling(box.across(rest, box.right - box.left), canvas.format.hatch_gap))
    if length:
        marks.extend(full(box.across(0, length), loose=bool(qualifier)))
    middle, text = height / 2, canvas.width(value)
    beside = Styled(value.text, value.style, Ink.INK)
    start = box.left + rest + lean(height) + pad
    if text + 2 * pad <= length - lean(height):
        marks.append(canvas.line(value, x=box.left + lean(height) + pad, middle=middle))
    elif start + text + pad <= box.right:
        marks.extend(canvas.plated(beside, x=start, middle=middle))
    else:
        return canvas.text(beside, canvas.format.width), Block(tuple(marks), height)
    return (Block(tuple(marks), height),)


def _packed(canvas: Canvas, pieces: list[Styled], gap: float) -> Iterator[Block]:
    """The pieces in as few lines as they take; one that is longer than a line is broken."""
    row: list[Styled] = []
    for piece in pieces:
        width = sum(canvas.width(other) + gap for other in row) + canvas.width(piece)
        if row and width > canvas.format.width:
            yield _abreast(canvas, row, gap)
            row = []
        row.append(piece)
    yield _abreast(canvas, row, gap)


def _abreast(canvas: Canvas, row: list[Styled], gap: float) -> Block:
    x, blocks = 0.0, []
    for piece in row:
        blocks.append(canvas.text(piece, canvas.format.width, left=x))
        x += canvas.width(piece) + gap
    height = max((block.height for block in blocks), default=0.0)
    return Block(tuple(mark for block in blocks for mark in block.marks), height)


def _under(spec: ChartSpec, canvas: Canvas, number: int) -> Block:
    """Return the wording of the counted answers, who answered and what the rest is, at the end of a line that fits."""
    pieces = []
    for key in spec.extra:
        cell, column = spec.cells(key)[number], spec.column(key)
        piece = canvas.piece(cell, column, style=canvas.small, ink=Ink.SOFT)
        if cell.state is not None or not cell.text:
            piece = Styled(f"{column.label}: {piece.text}", canvas.small, Ink.SOFT)
        pieces.append(piece)
    value = spec.cells(spec.value)[number]
    whole = value.state is not None or value.value == HUNDRED
    rest = Styled("" if whole else spec.remainder, canvas.small, Ink.SOFT)
    gap = 1.6 * canvas.format.small
    if sum(canvas.width(piece) + gap for piece in (*pieces, rest)) > canvas.format.width:
        return stacked(_packed(canvas, [*pieces, rest], gap), gap=round(canvas.air / 4))
    first = _abreast(canvas, pieces, gap)
    end = canvas.format.width - lean(canvas.format.bar)
    last = canvas.text(rest, canvas.format.width)
    marks = moved(last.marks, right=end - canvas.width(rest))
    return Block((*first.marks, *marks), max(first.height, last.height))
