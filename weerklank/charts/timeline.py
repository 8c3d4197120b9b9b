"""TIMELINE: a row for each record on an axis of years. Dated is full, an open end is an arrow, the rest is ruled.

In: a spec and a canvas. Out: a block. A shape is as long as what the source says is: a year is a whole year, a month a
month. Where a start or an end is not known, the ruling runs to the edge; the literal words of the source stand on it.
"""

import math
import re
from dataclasses import dataclass, replace
from itertools import pairwise

from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.scene import Area, Block, Face, Ink, Mark, Strokes, Style, Words, abreast, moved, stacked
from weerklank.charts.shapes import Slanted, full, ruling
from weerklank.chartspec import OPEN_END, ChartSpec, dated, moment, says_when
from weerklank.data.table import Cell
from weerklank.theme import STROKE, lean

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
SHORTEST = 10.0  # px, so that one month in a century is still seen
GAP = 5.0  # px between what is known and the ruling
_QUOTED = re.compile("(“[^”]*”)")
WORD_SPACE = 0.25  # em


@dataclass(frozen=True)
class _Axis:
    """Years from `first` up to but not including `last`, between two places in px.

    `before` and `after` are rooms of one year for what the axis does not date.
    """

    first: int
    last: int
    left: float
    right: float
    before: bool
    after: bool

    @property
    def year(self) -> float:
        """The length of a year in px."""
        return (self.right - self.left) / (self.last - self.first + self.before + self.after)

    def at(self, moment: float) -> float:
        """Return the place of a moment (year with its part) in px."""
        return self.left + (moment - self.first + self.before) * self.year


@dataclass(frozen=True)
class _Stretch:
    """One record: `start` and `end` as years with their parts, None where not known; `words` say it."""

    label: Styled
    start: float | None
    end: float | None
    open_end: bool
    end_unknown: bool
    words: tuple[Styled, ...]

    @property
    def dated(self) -> bool:
        """Whether anything of the record has a place on the axis."""
        return self.start is not None or self.end is not None or self.open_end


def lay_out(spec: ChartSpec, canvas: Canvas) -> Block:
    """Return the axis and the rows under it."""
    rows = [_row(spec, canvas, number) for number in range(len(spec.table.rows))]
    above = not canvas.format.column
    left = 0.0 if above else canvas.names_width(row.label.text for row in rows) + 1.2 * canvas.format.label
    axis = _axis(rows, canvas, left=left)
    if not any(row.dated for row in rows):
        return stacked((_drawn(row, canvas, axis, left=left) for row in rows), gap=canvas.air)
    head, grid = _head(canvas, axis, open_end=any(row.open_end for row in rows))
    drawn = (_drawn(row, canvas, axis, left=left, grid=grid if above else ()) for row in rows)
    body = stacked(drawn, gap=round(1.1 * canvas.format.label) if above else canvas.format.gap)
    down = head.height + canvas.air
    lines = () if above else _grid(grid, head.height, down + body.height)
    return Block((*head.marks, *lines, *moved(body.marks, down=down)), down + body.height)


def _grid(places: tuple[float, ...], top: float, bottom: float) -> tuple[Mark, ...]:
    return (Strokes(tuple(((x, top), (x, bottom)) for x in places), Ink.RULE, 1.0),) if places else ()


def _row(spec: ChartSpec, canvas: Canvas, number: int) -> _Stretch:
    start, end = spec.cells(spec.value)[number], spec.cells(spec.extra[0])[number]
    start_column, end_column = spec.column(spec.value), spec.column(spec.extra[0])
    words = canvas.piece(start, start_column, style=canvas.word)
    known = dated(start) or dated(end) or end.text == OPEN_END
    if known:
        words = Styled(moment(start, end, start_column=start_column, end_column=end_column), canvas.word)
    pieces: tuple[Styled, ...] = (words,)
    if len(spec.extra) > 1 and (often := spec.cells(spec.extra[1])[number]).text:
        more = _spoken(canvas.piece(often, spec.column(spec.extra[1]), style=canvas.word))
        alone = not known or says_when(often, start, end)
        pieces = more if alone else (Styled(f"{words.text},", words.style), *more)
    return _Stretch(
        label=Styled(spec.cells(spec.label)[number].text, canvas.label),
        start=_reach(start)[0] if dated(start) else None,
        end=_reach(end)[1] if dated(end) else _reach(start)[1] if dated(start) else None,
        open_end=end.text == OPEN_END,
        end_unknown=end.state is not None,
        words=pieces,
    )


def _spoken(words: Styled) -> tuple[Styled, ...]:
    """Return the words in pieces, so that what the source says literally is set in the literal face."""
    parts = (part.strip() for part in _QUOTED.split(words.text))
    return tuple(
        Styled(part, Style(Face.LITERAL, words.style.size) if part.startswith("“") else words.style)
        for part in parts
        if part
    )


def _reach(cell: Cell) -> tuple[float, float]:
    """Return start and end of a date of any precision, as years with their parts; a day counts as 1/372 of a year."""
    year, month, day = (int(part) for part in (*str(cell.value).split("-"), "0", "0")[:3])
    if not month:
        return float(year), year + 1.0
    if not day:
        return year + (month - 1) / 12, year + month / 12
    return year + (month - 1) / 12 + (day - 1) / 372, year + (month - 1) / 12 + day / 372


def _axis(rows: list[_Stretch], canvas: Canvas, *, left: float) -> _Axis:
    """Return the axis that holds every date; without dates only its place in px counts."""
    moments = [moment for row in rows for moment in (row.start, row.end) if moment is not None]
    slack = lean(canvas.format.cell) / 2 + STROKE
    return _Axis(
        first=math.floor(min(moments, default=0)),
        last=math.ceil(max(moments, default=1)),
        left=left + slack,
        right=canvas.format.width - slack,
        before=any(row.start is None and row.dated for row in rows),
        after=any(row.open_end or (row.end_unknown and row.dated) for row in rows),
    )


def _head(canvas: Canvas, axis: _Axis, *, open_end: bool) -> tuple[Block, tuple[float, ...]]:
    """Return the years above the rows, each in the middle of its year, and where a line in the rows marks it."""
    words = [canvas.text(Styled(OPEN_END, canvas.word), math.inf)] if open_end else []
    now = [moved(block.marks, right=axis.right - canvas.width(Styled(OPEN_END, canvas.word))) for block in words]
    taken = [replace(mark.box, left=mark.box.left - 6) for marks in now for mark in marks if isinstance(mark, Words)]
    years: list[tuple[int, Words]] = []
    for step in STEPS:
        shown = [year for year in range(axis.first, axis.last) if year % step == 0] or [axis.first]
        placed = [(year, _year(canvas, axis, year)) for year in shown]
        years = [(year, word) for year, word in placed if not any(word.box.overlaps(box) for box in taken)]
        boxes = [word.box for _, word in years]
        if all(one.right + canvas.format.small / 2 <= after.left for one, after in pairwise(boxes)):
            break
    style = canvas.word
    height = style.ascent + style.descent + 4
    rule = Strokes((((axis.left, height), (axis.right, height)),), Ink.STRONG, STROKE)
    grid = tuple(axis.at(year) for year, _ in years)
    return Block((rule, *(word for _, word in years), *(mark for marks in now for mark in marks)), height), grid


def _year(canvas: Canvas, axis: _Axis, year: int) -> Words:
    piece = Styled(str(year), canvas.word)
    width = canvas.width(piece)
    x = min(max(axis.at(year + 0.5) - width / 2, axis.left), axis.right - width)
    return canvas.lettering.words(piece.text, piece.style, x=x, y=piece.style.ascent, ink=Ink.INK)


def _drawn(row: _Stretch, canvas: Canvas, axis: _Axis, *, left: float, grid: tuple[float, ...] = ()) -> Block:
    """Return the name of a record and its track; words that find no place on the track stand under the name."""
    track, placed = _track(row, canvas, axis)
    limit = left - 1.2 * canvas.format.label if left else canvas.format.width
    name = [canvas.text(row.label, limit)]
    if not placed:
        name.extend(canvas.text(Styled(piece.text, piece.style, Ink.SOFT), limit) for piece in row.words)
    head = stacked(name, gap=3)
    if not left:
        lined = Block((*_grid(grid if row.dated else (), 0, track.height), *track.marks), track.height)
        return stacked((head, lined), gap=round(canvas.air * 0.7))
    return abreast(head, track)


def _track(row: _Stretch, canvas: Canvas, axis: _Axis) -> tuple[Block, bool]:
    """Return what a record looks like on the axis, and whether its words found a place there."""
    height = canvas.format.cell
    if not row.dated:
        box = _box(axis.left, axis.right, height)
        words = _silent_words(row, canvas, box)
        return Block((*ruling(box, canvas.format.hatch_gap), *words), height), bool(words)
    start = axis.left if row.start is None else axis.at(row.start)
    end = axis.right if row.open_end or row.end is None else axis.at(row.end)
    if row.start is None:
        start = end - max(axis.year, SHORTEST) if not row.open_end else axis.right - axis.year
    end = min(max(end, start + SHORTEST), axis.right)
    box = _box(min(start, end - SHORTEST), end, height)
    marks: list[Mark] = []
    if row.start is None:
        marks.extend(ruling(_box(axis.left, start - GAP, height), canvas.format.hatch_gap))
    if row.end_unknown and not row.open_end:
        marks.extend(ruling(_box(box.right + box.lean / 2 + GAP, axis.right, height), canvas.format.hatch_gap))
    marks.extend(_arrow(box) if row.open_end else full(box))
    words = _words(row, canvas, axis, box)
    return Block((*marks, *words), height), bool(words)


def _box(start: float, end: float, height: float) -> Slanted:
    """Return the slanted box whose edges cross the places `start` and `end` at half its height."""
    half = lean(height) / 2
    return Slanted(start - half, end - half, 0, height)


def _arrow(box: Slanted) -> tuple[Mark, ...]:
    """Return a full shape that goes on: its end points to the right, as far as its highest corner would be."""
    foot, top, _, _ = box.corners
    tip, shoulder = box.right + box.lean, box.right - box.lean
    middle = (box.top + box.bottom) / 2
    points = (foot, top, (max(shoulder, top[0]), box.top), (tip, middle), (max(shoulder, foot[0]), box.bottom))
    return (Area(points, fill=Ink.STATED, edge=Ink.STATED_EDGE),)


def _words(row: _Stretch, canvas: Canvas, axis: _Axis, box: Slanted) -> tuple[Mark, ...]:
    """Return the words in the shape, else after it, else before it; none when they fit nowhere."""
    need, pad = _length(row, canvas), 0.5 * canvas.format.small
    inner = box.right - box.left - box.lean - (box.lean if row.open_end else 0) - 2 * pad
    if need <= inner:
        return _line(row, canvas, x=box.left + box.lean + pad, ink=Ink.ON_STATED)
    after = box.right + box.lean + GAP + pad
    if not row.open_end and after + need + pad <= axis.right:
        return _line(row, canvas, x=after, ink=Ink.INK)
    before = box.left - GAP - 2 * pad - need
    if before >= axis.left:
        return _line(row, canvas, x=before, ink=Ink.INK)
    return ()


def _silent_words(row: _Stretch, canvas: Canvas, box: Slanted) -> tuple[Mark, ...]:
    x = box.left + box.lean + 0.5 * canvas.format.small
    return _line(row, canvas, x=x, ink=Ink.INK) if x + _length(row, canvas) <= box.right else ()


def _line(row: _Stretch, canvas: Canvas, *, x: float, ink: Ink) -> tuple[Mark, ...]:
    """Return the words on one line; on paper they carry their own piece of it, so that no ruling runs through them."""
    marks: list[Mark] = []
    for piece in row.words:
        inked = Styled(piece.text, piece.style, ink)
        middle = canvas.format.cell / 2
        marks.extend(
            (canvas.line(inked, x=x, middle=middle),)
            if ink is Ink.ON_STATED
            else canvas.plated(inked, x=x, middle=middle)
        )
        x += canvas.width(piece) + WORD_SPACE * canvas.format.small
    return tuple(marks)


def _length(row: _Stretch, canvas: Canvas) -> float:
    spaces = (len(row.words) - 1) * WORD_SPACE * canvas.format.small
    return sum(canvas.width(piece) for piece in row.words) + spaces
