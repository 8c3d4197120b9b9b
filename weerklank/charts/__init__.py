"""Charts: a spec becomes a drawing, in two schemes and three widths, with its text alternative inside.

In: `ChartSpec` values and the font files. Out: SVG or PNG bytes that are the same on every day, and findings about
letters that no font has. This package chooses no number and reads no file; it is the only owner of matplotlib.

The way of a chart: the layout of its kind (`steps`, `shares`, …) makes a `scene` of marks with the help of `canvas` and
`shapes`; `paint` turns the scene into bytes.
"""

import math
from dataclasses import dataclass
from enum import StrEnum

from weerklank import theme
from weerklank.charts import counts, dots, matrix, paint, parts, series, shares, steps, timeline
from weerklank.charts.canvas import Canvas, Styled
from weerklank.charts.lettering import Fonts, Lettering
from weerklank.charts.scene import Block, Face, Ink, Scene, Style, moved, stacked
from weerklank.charts.shapes import Slanted, draw_shape
from weerklank.chartspec import ChartKind, ChartSpec, description, footnotes
from weerklank.findings import Finding, finding
from weerklank.states import Shape

__all__ = [
    "Face",
    "Fonts",
    "Scheme",
    "Variant",
    "Width",
    "draw",
    "draw_for_word",
    "draw_png",
    "draw_sign",
    "inspect",
    "scene_of",
]


class Width(StrEnum):
    """Where a drawing is shown: on a wide page, on a phone, or across the text width of A4."""

    WIDE = "breed"
    NARROW = "smal"
    PRINT = "druk"


class Scheme(StrEnum):
    """The colour scheme that a drawing is made for."""

    LIGHT = "licht"
    DARK = "donker"


@dataclass(frozen=True)
class Variant:
    """One of the drawings of a chart."""

    width: Width
    scheme: Scheme


FORMATS = {Width.WIDE: theme.WIDE, Width.NARROW: theme.NARROW, Width.PRINT: theme.PRINT}
ACCENT = 0.2  # em above the ascenders of the first line, for an accent on a capital
MARGIN = 32.0  # px of paper around a picture that travels alone
SIGN = Slanted(1.0, 15.0, 1.0, 17.0)  # px: a shape beside a word, as the style sheet for paper has it
SIGN_GAP = 4.7  # px between the lines of its ruling


def draw(spec: ChartSpec, *, variant: Variant, fonts: Fonts, look: theme.Palettes = theme.HOUSE) -> bytes:
    """Return a drawing as SVG, UTF-8, in these colours. Raises ValueError when its numbers do not suit its kind."""
    return paint.svg(
        scene_of(spec, width=variant.width, fonts=fonts),
        look.dark if variant.scheme is Scheme.DARK else look.light,
        name=f"{spec.name}-{variant.width}-{variant.scheme}",
        title=spec.drawn.title,
        description=_description(spec),
        lettering=Lettering(fonts),
    )


def draw_png(spec: ChartSpec, *, fonts: Fonts, look: theme.Palettes = theme.HOUSE) -> bytes:
    """Return the wide drawing as PNG, with what a picture that travels alone needs: title, caption and notes."""
    canvas = Canvas(theme.WIDE, Lettering(fonts))
    width = canvas.format.width
    head = stacked(
        (
            canvas.text(Styled(spec.drawn.title, Style(Face.BOLD, canvas.format.figure)), width),
            canvas.text(Styled(spec.drawn.table.caption, canvas.small, Ink.SOFT), width),
        ),
        gap=canvas.air,
    )
    notes = stacked((canvas.text(Styled(note, canvas.small, Ink.SOFT), width) for note in footnotes(spec)), gap=6)
    block = stacked((head, _block(spec, canvas), notes), gap=MARGIN)
    marks = moved(block.marks, right=MARGIN, down=MARGIN)
    scene = Scene(width + 2 * MARGIN, math.ceil(block.height + 2 * MARGIN), marks)
    return paint.png(scene, look.light, lettering=canvas.lettering)


def draw_for_word(spec: ChartSpec, *, fonts: Fonts, look: theme.Palettes = theme.HOUSE) -> bytes:
    """Return the drawing for paper as PNG, as sharp as a printer is: a document has its title and caption around it."""
    scene = scene_of(spec, width=Width.PRINT, fonts=fonts)
    return paint.png(scene, look.light, lettering=Lettering(fonts), dpi=3 * paint.DPI)


def draw_sign(shape: Shape, *, look: theme.Palettes = theme.HOUSE) -> bytes:
    """Return the small drawing that stands before the word of a state, as PNG, as sharp as a printer is."""
    scene = Scene(SIGN.right + SIGN.lean + SIGN.left, SIGN.bottom + SIGN.top, draw_shape(SIGN, shape, SIGN_GAP))
    return paint.png(scene, look.paper, lettering=Lettering({}), dpi=6 * paint.DPI)


def scene_of(spec: ChartSpec, *, width: Width, fonts: Fonts) -> Scene:
    """Return the marks of a drawing. Raises ValueError when the numbers do not suit the kind of chart."""
    canvas = Canvas(FORMATS[width], Lettering(fonts))
    block = _block(spec, canvas)
    top, foot = round(ACCENT * canvas.format.label), 2.0
    height = float(math.ceil(top + block.height + foot))
    return Scene(canvas.format.width, height, moved(block.marks, down=top))


def inspect(spec: ChartSpec, *, fonts: Fonts) -> tuple[Finding, ...]:
    """Return a note for letters that come from the reserve font and a warning for those that no font has."""
    spec, lettering = spec.drawn, Lettering(fonts)
    texts = (spec.title, spec.remainder, *(cell.text for row in spec.table.rows for cell in row))
    rare = [lettering.rare(text, Face.REGULAR) for text in (*texts, *(column.label for column in spec.table.columns))]
    findings = []
    for code, groups in (("X010", [item.reserve for item in rare]), ("X011", [item.lost for item in rare])):
        if letters := tuple(dict.fromkeys(letter for group in groups for letter in group)):
            findings.append(finding(code, grafiek=spec.title, tekens=" ".join(letters)))
    return tuple(findings)


def _description(spec: ChartSpec) -> str:
    """Return the text alternative with the notes that it does not hold already."""
    text = description(spec)
    return " ".join((text, *(note for note in footnotes(spec) if note not in text)))


def _block(spec: ChartSpec, canvas: Canvas) -> Block:
    lay_out = {
        ChartKind.STEPS: steps.lay_out,
        ChartKind.PARTS: parts.lay_out,
        ChartKind.SHARES: shares.lay_out,
        ChartKind.COUNTS: counts.lay_out,
        ChartKind.TIMELINE: timeline.lay_out,
        ChartKind.MATRIX: matrix.lay_out,
        ChartKind.SERIES: series.lay_out,
        ChartKind.DOTS: dots.lay_out,
    }[spec.kind]
    return lay_out(spec.drawn, canvas)
