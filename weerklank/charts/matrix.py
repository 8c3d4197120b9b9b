"""MATRIX: rows by columns of small slanted shapes; an empty cell is ruled, because it is a silence and not a blank.

In: a spec and a canvas. Out: a block. Words stand in the cells when all of them fit. Otherwise the cells shrink to
marks, the heads become steps with a line to their column, and a key under the marks gives each shape its words.
"""

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Block, Ink, Mark, Strokes, Words, abreast, moved, stacked
from weerklank.charts.shapes import Slanted, draw_shape
from weerklank.chartspec import ChartSpec, is_empty, printed
from weerklank.data.table import Cell
from weerklank.states import Shape
from weerklank.theme import STROKE, lean

MOST_LINES = 3  # of a word in a cell
FEW_COLUMNS = 4  # with more, words over several lines are a texture and no longer read
NAME_ROOM = 0.35  # em between the names of two rows
PARTING = 5.0  # px between two cells
WIDEST_MARK = 112.0  # px
STEP_ROOM = 0.36  # of the width: what stays free at the left for the heads of the columns when names stand above


@dataclass(frozen=True)
class _Columns:
    """Which columns a part of the drawing shows, where its cells start and how far they are apart, px.

    `left` is 0 when names stand above their row.
    """

    keys: tuple[str, ...]
    left: float
    start: float
    pitch: float

    def box(self, place: int, height: float) -> Slanted:
        """Return the cell in a column of a row of this height."""
        foot = self.start + place * self.pitch
        return Slanted(foot, foot + self.pitch - PARTING, 0, height)


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return heads, rows and, where words do not fit, the key."""
    column = canvas.names_width(cell.text for cell in spec.cells(spec.label))
    left = column + 0.8 * canvas.format.label if column else 0.0
    worded = _worded(spec, canvas, left)
    if worded:
        return _part(spec, canvas, worded, marks=False)
    parts = [_part(spec, canvas, grid, marks=True) for grid in _marked(spec, canvas, left)]
    return stacked((*parts, _key(spec, canvas)), gap=round(1.6 * canvas.format.label))


def _worded(spec: ChartSpec, canvas: Canvas, left: float) -> _Columns | None:
    """Return the grid in which every word stands inside its cell, None when there is not enough room."""
    slant = lean(canvas.format.cell)
    for _ in range(MOST_LINES):
        pitch = (canvas.format.width - left - slant - STROKE + PARTING) / max(len(spec.extra), 1)
        grid = _Columns(spec.extra, left, left + STROKE / 2, pitch)
        heights = [_height(spec, canvas, grid, row) for row in range(len(spec.table.rows))]
        highest = max((height or math.inf for height in heights), default=canvas.format.cell)
        heads = (spec.column(key).label for key in spec.extra)
        room = pitch - 2 * PARTING
        fit = all(canvas.lettering.fits(head, canvas.word, room, lines=MOST_LINES) for head in heads)
        if highest == math.inf or not fit:
            return None
        if lean(highest) <= slant:
            return grid
        slant = lean(highest)
    return None


def _height(spec: ChartSpec, canvas: Canvas, grid: _Columns, row: int) -> float | None:
    """Return the height of a row of words, None when a word does not fit."""
    heights = [canvas.format.cell]
    for key in grid.keys:
        cell = spec.cells(key)[row]
        word = Styled(printed(cell, spec.column(key)), canvas.word)
        most = MOST_LINES if len(spec.extra) <= FEW_COLUMNS else 1
        height = canvas.cell_height(word, grid.pitch - PARTING, _shape(cell), most=most)
        if height is None:
            return None
        heights.append(height)
    return max(heights)


def _marked(spec: ChartSpec, canvas: Canvas, left: float) -> Iterator[_Columns]:
    """Yield grids of marks: the columns are spread over as many as it takes to leave every number its room."""
    height = _mark_height(canvas)
    start = left or STEP_ROOM * canvas.format.width
    numbers = [printed(cell, spec.column(key)) for key in spec.extra for cell in spec.cells(key) if _is_number(cell)]
    widest = max((canvas.width(Styled(number, canvas.word)) for number in numbers), default=0.0)
    least = max(widest + lean(canvas.word.ascent) + 0.6 * canvas.format.small, height / 2) + PARTING
    room = canvas.format.width - start - lean(height) - STROKE + PARTING
    parts = math.ceil(len(spec.extra) / max(int(room // least), 1))
    share = math.ceil(len(spec.extra) / max(parts, 1))
    for first in range(0, len(spec.extra), max(share, 1)):
        pitch = min(room / share, max(WIDEST_MARK, least))
        yield _Columns(spec.extra[first : first + share], left, start + STROKE / 2, pitch)


def _mark_height(canvas: Canvas) -> float:
    return round(0.75 * canvas.format.cell)


def _part(spec: ChartSpec, canvas: Canvas, grid: _Columns, *, marks: bool) -> Block:
    """Return the heads of some columns and every row under them."""
    rows = (_row(spec, canvas, grid, row, marks=marks) for row in range(len(spec.table.rows)))
    gap = canvas.format.gap * (0.6 if grid.left else 1.4)
    body = stacked(rows, gap=round(gap))
    if marks:
        return _steps(spec, canvas, grid, body)
    return stacked((_heads(spec, canvas, grid), body), gap=canvas.air if grid.left else round(1.6 * canvas.air))


def _heads(spec: ChartSpec, canvas: Canvas, grid: _Columns) -> Block:
    """Return the heads above their columns, their last lines on one height."""
    cell = canvas.format.cell
    start, _ = canvas.room(grid.pitch, cell, Shape.STATED, lines=1, style=canvas.word)
    blocks = [canvas.text(Styled(spec.column(key).label, canvas.word), grid.pitch - 2 * PARTING) for key in grid.keys]
    height = max((block.height for block in blocks), default=0.0)
    marks: list[Mark] = []
    for place, block in enumerate(blocks):
        extent = max((mark.box.right for mark in block.marks if isinstance(mark, Words)), default=0.0)
        left = min(grid.start + place * grid.pitch + start, canvas.format.width - extent)
        marks.extend(moved(block.marks, right=left, down=height - block.height))
    return Block(tuple(marks), height)


def _steps(spec: ChartSpec, canvas: Canvas, grid: _Columns, body: Block) -> Block:
    """Return the heads as steps, the last column on top, each with a line down to its column."""
    blocks: list[tuple[Block, float]] = []
    for place in reversed(range(len(grid.keys))):
        box = grid.box(place, _mark_height(canvas))
        x = (box.left + box.right) / 2 + box.lean
        text = canvas.text(Styled(spec.column(grid.keys[place]).label, canvas.word), x - 8)
        words = [mark for mark in text.marks if isinstance(mark, Words)]
        ended = tuple(replace(word, x=x - 8 - word.width) for word in words)
        blocks.append((Block(ended, text.height), x))
    height = sum(block.height + 3 for block, _ in blocks)
    down = height + canvas.air
    marks: list[Mark] = []
    top = 0.0
    for block, x in blocks:
        marks.append(Strokes((((x, top), (x, down - 3)),), Ink.SOFT, 1.0))
        marks.extend(moved(block.marks, down=top))
        top += block.height + 3
    return Block((*marks, *moved(body.marks, down=down)), down + body.height)


def _row(spec: ChartSpec, canvas: Canvas, grid: _Columns, row: int, *, marks: bool) -> Block:
    height = _mark_height(canvas) if marks else _height(spec, canvas, grid, row) or canvas.format.cell
    drawn: list[Mark] = []
    for place, key in enumerate(grid.keys):
        cell = spec.cells(key)[row]
        word = Styled(printed(cell, spec.column(key)), canvas.word)
        box = grid.box(place, height)
        if marks and not _is_number(cell):
            drawn.extend(draw_shape(box, _shape(cell), canvas.format.hatch_gap))
        else:
            drawn.extend(canvas.cell(box, _shape(cell), word, centre=marks))
    name = _name(spec, canvas, grid, row)
    if not grid.left:
        return stacked((name, Block(tuple(drawn), height)), gap=5)
    return abreast(name, Block(tuple(drawn), height), least=name.height + NAME_ROOM * canvas.format.label)


def _name(spec: ChartSpec, canvas: Canvas, grid: _Columns, row: int) -> Block:
    limit = grid.left - 0.8 * canvas.format.label if grid.left else canvas.format.width
    return canvas.text(Styled(spec.cells(spec.label)[row].text, canvas.label), limit)


def _key(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return each shape that occurs without its word in it, with the words it stands for and how often."""
    uses: dict[Shape, Counter[str]] = {}
    for key in spec.extra:
        for cell in spec.cells(key):
            if not _is_number(cell):
                uses.setdefault(_shape(cell), Counter())[printed(cell, spec.column(key))] += 1
    size = round(0.55 * canvas.format.cell)
    rows = []
    for shape in (shape for shape in Shape if shape in uses):
        words = ", ".join(f"{word} ({number})" for word, number in sorted(uses[shape].items()))
        box = Slanted(STROKE, 1.3 * size, 0, size)
        x = box.right + box.lean + 0.6 * canvas.format.small
        text = canvas.text(Styled(words, canvas.small), canvas.format.width - x, left=x)
        middle = max((size - text.height) / 2, 0)
        mark = draw_shape(box, shape, canvas.format.hatch_gap * 0.6)
        rows.append(Block((*mark, *moved(text.marks, down=middle)), max(size, text.height)))
    return stacked(rows, gap=7)


def _shape(cell: Cell) -> Shape:
    if is_empty(cell):
        return Shape.SILENT
    return cell.state.shape if cell.state else Shape.STATED


def _is_number(cell: Cell) -> bool:
    return not is_empty(cell) and cell.state is None and isinstance(cell.value, (int, Decimal))
