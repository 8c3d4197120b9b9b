"""The shapes that mean something: full is what a source says, ruled is its silence, all are slanted at one angle.

In: a slanted box and a `Shape`. Out: marks. Ruling is made of separate lines that end where the shape ends, so no
program that shows the drawing needs clip paths or patterns.
"""

from dataclasses import dataclass

from weerklank.charts.lettering import Lettering
from weerklank.charts.scene import Area, Box, Ink, Mark, Point, Strokes, Style
from weerklank.states import Shape
from weerklank.theme import STROKE, lean

LOW_TIDE = 0.3  # the share of an indirect answer that is under water
DEADLINE = 0.55  # where the solid part of what is late begins
TICKS = (4.0, 7.0)  # px, thinnest and thickest bar of the sign for "in words"
PLATE = 0.35  # em of paper around words on lines
LINED = frozenset({Shape.SILENT, Shape.UNMEASURED})
"""Shapes with lines where a word stands."""


@dataclass(frozen=True)
class Slanted:
    """A slanted box: `left` and `right` are its corners at the foot, px; its top lies `lean` px further right."""

    left: float
    right: float
    top: float
    bottom: float

    @property
    def lean(self) -> float:
        """How far the top lies to the right of the foot, px."""
        return lean(self.bottom - self.top)

    @property
    def corners(self) -> tuple[Point, ...]:
        """The corners: foot left, top left, top right, foot right."""
        return (
            (self.left, self.bottom),
            (self.left + self.lean, self.top),
            (self.right + self.lean, self.top),
            (self.right, self.bottom),
        )

    @property
    def inner(self) -> tuple[float, float]:
        """Left and right of the widest upright rectangle inside, px."""
        return self.left + self.lean, self.right

    def across(self, start: float, end: float) -> "Slanted":
        """Return the part between two places in px from the left."""
        return Slanted(self.left + start, self.left + end, self.top, self.bottom)

    def low(self, share: float) -> "Slanted":
        """Return the lowest part, `share` of the height."""
        return Slanted(self.left, self.right, self.bottom - share * (self.bottom - self.top), self.bottom)


def full(box: Slanted, *, loose: bool = False) -> tuple[Mark, ...]:
    """Return a full shape; with `loose` its end is dashed, since the source says "ongeveer"."""
    corners = box.corners
    if not loose:
        return (Area(corners, fill=Ink.STATED, edge=Ink.STATED_EDGE),)
    foot_left, top_left, top_right, foot_right = corners
    return (
        Area(corners, fill=Ink.STATED),
        Strokes(((foot_right, top_right),), Ink.PAPER, 4 * STROKE),  # seen where fill and edge have one colour
        Strokes(((top_right, top_left, foot_left, foot_right),), Ink.STATED_EDGE, STROKE),
        Strokes(((foot_right, top_right),), Ink.STATED_EDGE, STROKE, dashed=True),
    )


def ruling(box: Slanted, gap: float) -> tuple[Mark, ...]:
    """Return the ruling of a slanted box: lines along the slant, `gap` px apart, from edge to edge."""
    count = int((box.right - box.left - STROKE) // gap) + 1
    if box.right - box.left < STROKE:
        return ()
    starts = (box.left + STROKE / 2 + number * gap for number in range(count))
    lines = tuple(((start, box.bottom), (start + box.lean, box.top)) for start in starts)
    return (Strokes(lines, Ink.HATCH, STROKE),)


def upright_ruling(area: Box, gap: float) -> tuple[Mark, ...]:
    """Return the ruling of an upright rectangle: lines along the slant, each ending where the rectangle does."""
    slant = lean(area.bottom - area.top)
    lines: list[tuple[Point, Point]] = []
    for number in range(int((area.right - area.left + slant) // gap) + 1):
        foot = area.left - slant + gap / 2 + number * gap
        first, last = max(area.left, foot), min(area.right, foot + slant)
        if last - first >= STROKE:
            rise = (area.bottom - area.top) / slant
            lines.append(((first, area.bottom - (first - foot) * rise), (last, area.bottom - (last - foot) * rise)))
    return (Strokes(tuple(lines), Ink.HATCH, STROKE),) if lines else ()


def draw_shape(box: Slanted, shape: Shape, gap: float) -> tuple[Mark, ...]:
    """Return the drawing of a state at the size of the box; `gap`: distance between the lines of the ruling, px."""
    middle = (box.right - box.left) / 2
    tick = _tick(box.right - box.left)
    marks: tuple[Mark, ...]
    match shape:
        case Shape.STATED:
            marks = full(box)
        case Shape.PARTLY:
            half = box.across(0, middle)
            marks = _filled_to(box, half, half.corners[2:])
        case Shape.INDIRECT:
            tide = box.low(LOW_TIDE)
            marks = _filled_to(box, tide, tide.corners[1:3])
        case Shape.QUALITATIVE:
            bars = (box.across(tick, 2 * tick), box.across(3 * tick, 4 * tick))
            marks = _parted(box, bars, Ink.ON_STATED, Ink.MARK_LINE)
        case Shape.FIGURELESS:
            marks = (Area(box.corners, fill=Ink.PAPER, edge=Ink.MARK_LINE),)
        case Shape.PLANNED:
            marks = (Area(box.corners, edge=Ink.MARK_LINE, dashed=True),)
        case Shape.DECIDED:
            marks = (Area(box.corners, fill=Ink.DECIDED, edge=Ink.DECIDED),)
        case Shape.SILENT:
            marks = ruling(box, gap)
        case Shape.NOT_APPLICABLE | Shape.UNSEEN | Shape.LATE | Shape.UNMEASURED:
            marks = _seldom(box, shape)
    return marks


def _filled_to(box: Slanted, part: Slanted, end: tuple[Point, ...]) -> tuple[Mark, ...]:
    """A frame that is full in one part, which a line ends: without it yellow and paper are one on a grey print."""
    return (
        *_parted(box, (part,), Ink.STATED, Ink.STATED_EDGE),
        Strokes((end,), Ink.STATED_EDGE, STROKE),
    )


def _overdue(box: Slanted) -> tuple[Mark, ...]:
    """The time until the deadline empty, what came after it solid."""
    until = box.across(0, DEADLINE * (box.right - box.left))
    ground, empty = Area(box.corners, fill=Ink.DECIDED), Area(until.corners, fill=Ink.CUT)
    return ground, empty, Area(box.corners, edge=Ink.MARK_LINE)


def _seldom(box: Slanted, shape: Shape) -> tuple[Mark, ...]:
    """A pale box, a frame that is struck out, a closed envelope, or time that has run out."""
    if shape is Shape.LATE:
        return _overdue(box)
    if shape is Shape.NOT_APPLICABLE:
        return (Area(box.corners, fill=Ink.RULE),)
    frame = Area(box.corners, fill=Ink.PAPER, edge=Ink.MARK_LINE)
    if shape is Shape.UNMEASURED:
        foot_left, _, top_right, _ = box.corners
        return frame, Strokes(((foot_left, top_right),), Ink.MARK_LINE, STROKE)
    return frame, Area(_flap(box), edge=Ink.MARK_LINE)


def _flap(box: Slanted) -> tuple[tuple[float, float], ...]:
    """The flap of a closed envelope: from both upper corners to a little above the middle."""
    _, left, right, _ = box.corners
    middle = sum(x for x, _ in box.corners) / 4
    low = max(y for _, y in box.corners)
    return left, (middle, left[1] + 0.55 * (low - left[1])), right


def word_ink(shape: Shape) -> Ink:
    """Return the colour of a word that stands inside the shape."""
    if shape in LINED | {Shape.FIGURELESS, Shape.PLANNED, Shape.NOT_APPLICABLE, Shape.UNSEEN}:
        return Ink.INK
    return Ink.ON_DECIDED if shape is Shape.DECIDED else Ink.ON_STATED


def lead_in(shape: Shape, width: float) -> float:
    """Return how many px at the left of a shape of this width a word must leave free."""
    return 4.6 * _tick(width) if shape is Shape.QUALITATIVE else 0.0


def plate(
    lines: tuple[str, ...], style: Style, *, x: float, y: float, ink: Ink, lettering: Lettering
) -> tuple[Mark, ...]:
    """Return lines of text, the first on baseline `y`, each on a piece of paper so that no ruling runs through it."""
    marks: list[Mark] = []
    words = [lettering.words(line, style, x=x, y=y + n * style.leading, ink=ink) for n, line in enumerate(lines)]
    for line in words:
        pad = PLATE * style.size
        top, bottom = line.y - style.ascent - pad / 3, line.y + style.descent + pad / 3
        left, right = line.x - pad, line.x + line.width + pad
        marks.append(Area(((left, bottom), (left, top), (right, top), (right, bottom)), fill=Ink.PAPER))
    return (*marks, *words)


def _tick(width: float) -> float:
    thinnest, thickest = TICKS
    return min(max(width / 24, thinnest), thickest, width / 6)


def _parted(box: Slanted, parts: tuple[Slanted, ...], fill: Ink, edge: Ink) -> tuple[Mark, ...]:
    return (
        Area(box.corners, fill=Ink.CUT),
        *(Area(part.corners, fill=fill) for part in parts),
        Area(box.corners, edge=edge),
    )
