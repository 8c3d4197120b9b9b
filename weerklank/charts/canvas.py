"""What every layout works with: the format of the drawing, the lettering, and blocks of wrapped text.

In: a `ChartFormat`, the fonts. Out: blocks that a layout puts in place. It knows no kind of chart.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weerklank.charts.lettering import Lettering, clean
from weerklank.charts.scene import Block, Face, Ink, Mark, Style, Words
from weerklank.charts.shapes import LINED, Slanted, draw_shape, lead_in, plate, word_ink
from weerklank.chartspec import is_literal, printed
from weerklank.data.table import Cell, Column
from weerklank.states import Shape
from weerklank.theme import STROKE, ChartFormat, lean

CAP_MIDDLE = 0.33  # of the size: half the height of a capital, from the middle of a bar to the baseline


@dataclass(frozen=True)
class Styled:
    """Text that is set in one style."""

    text: str
    style: Style
    ink: Ink = Ink.INK


@dataclass(frozen=True)
class Canvas:
    """The surface of one drawing."""

    format: ChartFormat
    lettering: Lettering

    @property
    def label(self) -> Style:
        """The style of the name of a row."""
        return Style(Face.SEMIBOLD, self.format.label)

    @property
    def small(self) -> Style:
        """The style of a remark."""
        return Style(Face.REGULAR, self.format.small)

    @property
    def word(self) -> Style:
        """The style of a word in or beside a shape."""
        return Style(Face.SEMIBOLD, self.format.small)

    @property
    def count(self) -> Style:
        """The style of a number after a bar."""
        return Style(Face.BOLD, self.format.count)

    @property
    def figure(self) -> Style:
        """The style of a number in a bar."""
        return Style(Face.BOLD, self.format.figure)

    @property
    def air(self) -> float:
        """Distance in px between a row's name, its shape and the remark under it."""
        return round(self.format.label * 0.6)

    def width(self, piece: Styled) -> float:
        """Return the length of a piece on one line, px."""
        return self.lettering.width(piece.text, piece.style)

    def names_width(self, names: Iterable[str]) -> float:
        """Return how wide the names beside the rows are, px; 0 when they stand above their row."""
        widest = max((self.width(Styled(name, self.label)) for name in names), default=0.0)
        return min(widest, self.format.column * self.format.width)

    def piece(self, cell: Cell, column: Column, *, style: Style, ink: Ink = Ink.INK) -> Styled:
        """Return what a cell prints; literal words of a source are set in the literal face."""
        face = Face.LITERAL if is_literal(cell, column) else style.face
        return Styled(clean(printed(cell, column)), Style(face, style.size), ink)

    def text(self, piece: Styled, limit: float, *, left: float = 0.0, centre: bool = False) -> Block:
        """Return the text in lines of at most `limit` px that start at `left` or are centred between it and `limit`."""
        lines = self.lettering.wrap(piece.text, piece.style, limit)
        if not lines:
            return Block((), 0.0)
        style = piece.style
        marks: list[Mark] = []
        for number, line in enumerate(lines):
            shift = (limit - self.lettering.width(line, style)) / 2 if centre else 0.0
            baseline = style.ascent + number * style.leading
            marks.append(self.lettering.words(line, style, x=left + shift, y=baseline, ink=piece.ink))
        return Block(tuple(marks), style.ascent + (len(lines) - 1) * style.leading + style.descent)

    def line(self, piece: Styled, *, x: float, middle: float) -> Words:
        """Return the text on one line whose capitals are centred on the height `middle`."""
        baseline = middle + CAP_MIDDLE * piece.style.size
        return self.lettering.words(piece.text, piece.style, x=x, y=baseline, ink=piece.ink)

    def plated(self, piece: Styled, *, x: float, middle: float) -> tuple[Mark, ...]:
        """Return the text on one line, on a piece of paper that covers what is under it."""
        baseline = middle + CAP_MIDDLE * piece.style.size
        return plate((piece.text,), piece.style, x=x, y=baseline, ink=piece.ink, lettering=self.lettering)

    def bar(self, left: float, right: float, *, top: float, height: float) -> Slanted:
        """Return the slanted box that lies between two places, edges included."""
        return Slanted(left + STROKE / 2, right - lean(height) - STROKE / 2, top, top + height)

    def cell(self, box: Slanted, shape: Shape, piece: Styled, *, centre: bool = False) -> tuple[Mark, ...]:
        """Return a shape with its word inside, in as many lines as it takes, in the middle of the height."""
        height = box.bottom - box.top
        lines, start = self._set(piece, box.right - box.left, height, shape)
        first = (box.top + box.bottom) / 2 + CAP_MIDDLE * piece.style.size - (len(lines) - 1) / 2 * piece.style.leading
        if centre and not lead_in(shape, box.right - box.left):
            width = max((self.lettering.width(line, piece.style) for line in lines), default=0.0)
            start = (box.right - box.left + box.lean - width) / 2
        marks = draw_shape(box, shape, self.format.hatch_gap)
        ink, x = word_ink(shape), box.left + start
        if shape in LINED:
            return (*marks, *plate(lines, piece.style, x=x, y=first, ink=ink, lettering=self.lettering))
        words = (
            self.lettering.words(line, piece.style, x=x, y=first + number * piece.style.leading, ink=ink)
            for number, line in enumerate(lines)
        )
        return (*marks, *words)

    def cell_height(self, piece: Styled, width: float, shape: Shape, *, most: int) -> float | None:
        """Return how high a cell of this width at its foot must be for its word, None when no `most` lines hold it."""
        for lines in range(1, most + 1):
            height = max(self.format.cell, lines * piece.style.leading + 0.7 * self.format.small)
            start, end = self.room(width, height, shape, lines=lines, style=piece.style)
            if self.lettering.fits(piece.text, piece.style, end - start, lines=lines):
                return height
        return None

    def room(self, width: float, height: float, shape: Shape, *, lines: int, style: Style) -> tuple[float, float]:
        """Return where so many lines may start and end inside a cell, px from the left of its foot.

        The lines take an upright rectangle; the higher it is, the more of the slanted cell it cannot use.
        """
        slant, need = lean(height), lean(min((lines - 1) * style.leading + style.ascent, height))
        pad = 0.4 * self.format.small
        return (slant + need) / 2 + lead_in(shape, width) + pad, width + (slant - need) / 2 - pad / 2

    def _set(self, piece: Styled, width: float, height: float, shape: Shape) -> tuple[tuple[str, ...], float]:
        """Return the fewest lines that hold the word, and where they start."""
        most = max(int(height // piece.style.leading), 1)
        lines: tuple[str, ...] = ()
        start = 0.0
        for count in range(1, most + 1):
            start, end = self.room(width, height, shape, lines=count, style=piece.style)
            lines = self.lettering.wrap(piece.text, piece.style, end - start)
            if len(lines) <= count:
                break
        return lines, start
