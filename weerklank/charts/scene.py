"""A drawing as values: areas, strokes and words at places in px, before any file format.

In: nothing. Out: the frozen types that layouts make and `paint` turns into SVG or PNG. The origin is top left, y runs
down, one unit is one px at the width at which the chart is shown. Colours are roles, so one scene serves both schemes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

Point = tuple[float, float]


class Ink(StrEnum):
    """A role of `theme.Palette`; `SERIES_1` is the first of its blues."""

    PAPER = "paper"
    INK = "ink"
    SOFT = "ink_soft"
    RULE = "rule"
    STRONG = "rule_strong"
    HATCH = "hatch"
    STATED = "stated"
    ON_STATED = "on_stated"
    STATED_EDGE = "stated_edge"
    CUT = "cut"
    DECIDED = "decided"
    ON_DECIDED = "on_decided"
    MARK_LINE = "mark_line"
    SERIES_1 = "series_1"
    SERIES_2 = "series_2"
    SERIES_3 = "series_3"
    SERIES_4 = "series_4"


class Face(StrEnum):
    """A typeface of the drawing; LITERAL is for the words of a source and nothing else."""

    REGULAR = "regular"
    SEMIBOLD = "semibold"
    BOLD = "bold"
    LITERAL = "literal"


@dataclass(frozen=True)
class Style:
    """A face at a size in px."""

    face: Face
    size: float

    @property
    def leading(self) -> float:
        """Distance in px from one baseline to the next."""
        return round(self.size * 1.28, 1)

    @property
    def ascent(self) -> float:
        """Height in px that capitals and ascenders take above the baseline."""
        return self.size * 0.74

    @property
    def descent(self) -> float:
        """Depth in px that descenders take under the baseline."""
        return self.size * 0.24


@dataclass(frozen=True)
class Box:
    """An upright rectangle in px."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Say whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


@dataclass(frozen=True)
class Area:
    """A closed shape; without `fill` only its edge is drawn, without `edge` only its fill."""

    points: tuple[Point, ...]
    fill: Ink | None = None
    edge: Ink | None = None
    dashed: bool = False


@dataclass(frozen=True)
class Strokes:
    """Open lines of one colour; `width` in px."""

    lines: tuple[tuple[Point, ...], ...]
    ink: Ink
    width: float
    dashed: bool = False


@dataclass(frozen=True)
class Words:
    """One line of text that starts at `x` on the baseline `y` and is `width` px long."""

    x: float
    y: float
    text: str
    style: Style
    ink: Ink
    width: float

    @property
    def box(self) -> Box:
        """What the line takes up, ascenders and descenders included."""
        return Box(self.x, self.y - self.style.ascent, self.x + self.width, self.y + self.style.descent)


Mark = Area | Strokes | Words


@dataclass(frozen=True)
class Scene:
    """A whole drawing; marks are painted in order."""

    width: float
    height: float
    marks: tuple[Mark, ...]

    @property
    def words(self) -> tuple[Words, ...]:
        """The lines of text, in order."""
        return tuple(mark for mark in self.marks if isinstance(mark, Words))


@dataclass(frozen=True)
class Block:
    """A part of a drawing that was laid out from y = 0, and the height it takes."""

    marks: tuple[Mark, ...]
    height: float


def moved(marks: Iterable[Mark], *, right: float = 0.0, down: float = 0.0) -> tuple[Mark, ...]:
    """Return the marks at another place."""
    return tuple(_moved(mark, right, down) for mark in marks)


def stacked(blocks: Iterable[Block], *, gap: float = 0.0) -> Block:
    """Return the blocks under one another with `gap` px between them; blocks without height are left out."""
    marks: list[Mark] = []
    height = 0.0
    for block in blocks:
        if not block.height:
            continue
        top = height + gap if height else 0.0
        marks.extend(moved(block.marks, down=top))
        height = top + block.height
    return Block(tuple(marks), height)


def abreast(*blocks: Block, least: float = 0.0) -> Block:
    """Return blocks that have their place from left to right, with their middles on one height; `least`: its height."""
    height = max(least, *(block.height for block in blocks))
    marks = (mark for block in blocks for mark in moved(block.marks, down=(height - block.height) / 2))
    return Block(tuple(marks), height)


def _moved(mark: Mark, right: float, down: float) -> Mark:
    if isinstance(mark, Words):
        return replace(mark, x=mark.x + right, y=mark.y + down)
    if isinstance(mark, Area):
        return replace(mark, points=tuple((x + right, y + down) for x, y in mark.points))
    return replace(mark, lines=tuple(tuple((x + right, y + down) for x, y in line) for line in mark.lines))
