"""The one owner of every colour, size, space and angle.

In: at most two colours of an agency for each scheme. Out: `tokens_css()` for site and print, and the same values as
frozen palettes and formats for charts. Nothing else sets a raw value. This module draws nothing and reads no file; the
font files it names lie in the assets.
A full shape stands for what the source says, a ruled one for its silence: see `Palette.stated` and `hatch`.
"""

import math
import re
from dataclasses import dataclass, fields, replace
from functools import cache

from weerklank.contrast import GRAPHICS, TEXT, contrast, toned

# The house palette: steps of the "Vlaanderen Design System", foundations/kleuren.
BASE: tuple[tuple[str, str], ...] = (
    ("yellow", "#ffed00"),
    ("yellow-deep", "#e4d400"),
    ("grey-50", "#f7f9fc"),
    ("grey-100", "#eceff4"),
    ("grey-200", "#cfd5dd"),
    ("grey-400", "#a7b1bf"),
    ("grey-500", "#8695a8"),
    ("grey-700", "#687483"),
    ("grey-800", "#4d535b"),
    ("grey-900", "#333332"),
    ("blue", "#0055cc"),
    ("blue-dark", "#003b8e"),
)

SLANT_DEGREES = 19.0
"""How far every slanted edge and every ruling leans to the right of upright."""

STROKE = 1.5
"""Width in px of an edge and of a line of the ruling."""

DASH = (7.0, 5.0)
"""Pattern in px of an edge that stands for "ongeveer" or "gepland": on, off."""

FONTS_FROM_CSS = "../fonts/"
"""Where the fonts lie, seen from the style sheet that holds the tokens."""


@dataclass(frozen=True)
class Palette:
    """The roles that pages and charts use, as "#rrggbb"; field names are the custom property names with "_" for "-".

    `stated` fills what the source says and never is text or a line on paper; `stated_edge` goes around it. `hatch`
    rules what the source leaves unsaid. `cut` is the empty half of a shape, on which words stay dark in both schemes.
    `decided` fills what was closed on purpose. `rule` parts rows and fills "niet van toepassing".
    `series`: the blue steps for several series, in order, those that stand out from paper; never beside `stated`.
    """

    paper: str
    sunken: str
    ink: str
    ink_soft: str
    rule: str
    rule_strong: str
    hatch: str
    hatch_soft: str
    stated: str
    on_stated: str
    cut: str
    decided: str
    on_decided: str
    link: str
    link_hover: str
    link_visited: str
    focus: str
    mark_line: str
    stated_edge: str
    series: tuple[str, ...]


LIGHT = Palette(
    paper="#ffffff",
    sunken="#f7f9fc",
    ink="#333332",
    ink_soft="#4d535b",
    rule="#cfd5dd",
    rule_strong="#333332",
    hatch="#8695a8",
    hatch_soft="#cfd5dd",
    stated="#ffed00",
    on_stated="#333332",
    cut="#ffffff",
    decided="#333332",
    on_decided="#ffffff",
    link="#0055cc",
    link_hover="#003b8e",
    link_visited="#660599",
    focus="#0055cc",
    mark_line="#333332",
    stated_edge="#333332",
    series=("#5990de", "#0055cc", "#003b8e", "#00265b"),
)

DARK = Palette(
    paper="#15181d",
    sunken="#1d2127",
    ink="#eceff4",
    ink_soft="#c3cad3",
    rule="#3b424c",
    rule_strong="#eceff4",
    hatch="#788799",
    hatch_soft="#353c46",
    stated="#ffed00",
    on_stated="#333332",
    cut="#f7f9fc",
    decided="#a7b1bf",
    on_decided="#15181d",
    link="#8db4e8",
    link_hover="#b2ccef",
    link_visited="#cfa9ee",
    focus="#8db4e8",
    mark_line="#c3cad3",
    stated_edge="#ffed00",
    series=("#2971d6", "#5990de", "#8db4e8", "#b2ccef"),
)

PAPER = replace(LIGHT, sunken="#ffffff", hatch="#687483", link="#003b8e", link_hover="#003b8e", link_visited="#003b8e")
"""For a printer, whatever the scheme of the screen: no tinted ground, a darker ruling, links that stay dark in grey."""


@dataclass(frozen=True)
class Palettes:
    """The palettes of one agency: on a light screen, on a dark one and on paper."""

    light: Palette
    dark: Palette
    paper: Palette


HOUSE = Palettes(LIGHT, DARK, PAPER)
"""How everything looks of an agency that names no colours."""


@dataclass(frozen=True)
class Accent:
    """The colours that an agency may choose for a scheme, or "" for those of the house.

    `fill`: behind words and in shapes, what the source says; `line`: links, what has focus, and lines of charts.
    """

    fill: str = ""
    line: str = ""


@cache
def look_of(light: Accent, dark: Accent) -> Palettes:
    """The house look in these colours. What goes with a line (hover, series) has the contrast that it has there."""
    day, night = _accented(LIGHT, light), _accented(DARK, dark)
    night = replace(night, stated_edge=night.stated)
    paper = replace(PAPER, stated=day.stated, focus=day.focus)
    if light.line:
        ink = toned(light.line, PAPER.paper, contrast(PAPER.link, PAPER.paper))
        paper = replace(paper, link=ink, link_hover=ink, link_visited=ink)
    return Palettes(day, night, paper)


def _accented(palette: Palette, accent: Accent) -> Palette:
    found = replace(palette, stated=accent.fill) if accent.fill else palette
    if not accent.line:
        return found

    def like(colour: str) -> str:
        return toned(accent.line, palette.paper, contrast(colour, palette.paper))

    return replace(
        found,
        link=accent.line,
        focus=accent.line,
        link_hover=like(palette.link_hover),
        series=tuple(like(colour) for colour in palette.series),
    )


def recoloured(drawing: bytes, look: Palettes) -> bytes:
    """An SVG that is drawn in the colours of the house, in those of a look."""
    return drawing.replace(HOUSE.light.stated.encode(), look.light.stated.encode())


def changed(look: Palettes) -> dict[str, str]:
    """The colours of the house on a light screen that a look has another for, and which."""
    pairs = ((getattr(HOUSE.light, field.name), getattr(look.light, field.name)) for field in fields(Palette))
    return {old: new for old, new in pairs if isinstance(old, str) and old != new}


def grounds(palette: Palette) -> tuple[tuple[tuple[str, float], ...], tuple[tuple[str, float], ...]]:
    """What a fill and a line have to stand out from in a scheme: each other colour with the least contrast."""
    fill = [(palette.on_stated, TEXT)]
    if palette.stated_edge == palette.stated:
        fill += [(palette.paper, GRAPHICS), (palette.sunken, GRAPHICS)]
    return tuple(fill), ((palette.paper, TEXT), (palette.sunken, TEXT))


@dataclass(frozen=True)
class FontFace:
    """A web font: CSS family, file name among the fonts, and the CSS weight or weight range."""

    family: str
    file: str
    weight: str


SANS_FAMILY = "Weerklank Sans"
SERIF_FAMILY = "Weerklank Serif"

WEB_FONTS: tuple[FontFace, ...] = (
    FontFace(SANS_FAMILY, "source-sans-3-latin-wght-normal.woff2", "200 900"),
    FontFace(SERIF_FAMILY, "source-serif-4-latin-400-normal.woff2", "400"),
    FontFace(SERIF_FAMILY, "source-serif-4-latin-600-normal.woff2", "600"),
)


FOR_PAPER = "paper/"
"""Where among the assets stands what only paper and charts are made with: it is never published."""

CHART_FONTS = {
    "regular": "SourceSans3-Regular.ttf.woff",
    "semibold": "SourceSans3-Semibold.ttf.woff",
    "bold": "SourceSans3-Bold.ttf.woff",
    "literal": "SourceSerif4-Regular.ttf.woff",
}
"""File names among the fonts for paper, for the lettering of charts; `literal` is for the words of a source."""


@dataclass(frozen=True)
class ChartFormat:
    """Sizes of a drawing in px at the width at which it is shown; no letter is smaller than 14.

    `label`, `small`, `figure`, `count`: letter sizes of a row's name, a remark, the number in a bar and the number
    after a bar. `bar`, `cell`: heights. `column`: largest share of the width that the names of rows may take; 0 puts
    them above their row. `gap`: space between rows; `hatch_gap`: distance between two lines of the ruling; `panels`:
    how many small drawings stand side by side at most.
    """

    width: float
    label: float
    small: float
    figure: float
    count: float
    bar: float
    cell: float
    gap: float
    hatch_gap: float
    column: float
    panels: int


WIDE = ChartFormat(
    width=1216, label=19, small=17, figure=30, count=24, bar=64, cell=44, gap=10, hatch_gap=11, column=0.29, panels=4
)
PRINT = ChartFormat(
    width=567, label=15, small=14, figure=20, count=18, bar=42, cell=34, gap=8, hatch_gap=8, column=0.31, panels=4
)
NARROW = ChartFormat(
    width=344, label=15, small=14, figure=19, count=18, bar=48, cell=36, gap=8, hatch_gap=8, column=0.0, panels=2
)

# Custom properties that are the same in both schemes; an empty name opens a group.
_SIZES: tuple[tuple[str, str], ...] = (
    ("", "Type"),
    ("sans", f'"{SANS_FAMILY}", Calibri, Carlito, "Helvetica Neue", Arial, sans-serif'),
    ("serif", f'"{SERIF_FAMILY}", Cambria, Georgia, serif'),
    ("t-xs", "0.9375rem"),
    ("t-s", "1rem"),
    ("t-m", "1.125rem"),
    ("t-l", "clamp(1.1875rem, 1.1rem + 0.4vw, 1.375rem)"),
    ("t-xl", "clamp(1.5rem, 1.3rem + 0.9vw, 2rem)"),
    ("t-2xl", "clamp(2rem, 1.45rem + 2.4vw, 3.375rem)"),
    ("t-3xl", "clamp(2.5rem, 1.55rem + 4.1vw, 5rem)"),
    ("t-figure", "clamp(4.5rem, 3rem + 6.4vw, 8.5rem)"),
    ("lh-tight", "1.06"),
    ("lh-head", "1.18"),
    ("lh-text", "1.55"),
    ("measure", "38rem"),
    ("", "Space, base 4 px"),
    ("s-1", "0.25rem"),
    ("s-2", "0.5rem"),
    ("s-3", "0.75rem"),
    ("s-4", "1rem"),
    ("s-5", "1.5rem"),
    ("s-6", "2rem"),
    ("s-7", "3rem"),
    ("s-8", "4rem"),
    ("s-9", "6rem"),
    ("gutter", "clamp(1rem, 0.4rem + 2.4vw, 2.5rem)"),
    ("page", "76rem"),
    ("", "Motif: one angle, one stroke, no rounding, no shadow"),
    ("slant", f"{-SLANT_DEGREES:g}deg"),
    ("slant-hatch", f"{90 + SLANT_DEGREES:g}deg"),
    ("stroke", f"{STROKE:g}px"),
    ("radius", "0"),
)


_LOOSE = re.compile(rb"""("[^"\n]*"|'[^'\n]*')|/\*.*?\*/|;?\s*([{},;])\s*|(?<=:) (?=[^{};]*;)|\s*\n\s*""", re.DOTALL)
"""Of a style sheet: what is between quotes, comments, and space that says nothing."""

_REMARKS = re.compile(rb"""^\s*/\*.*?\*/\s*|^\s*//[^\n]*\n|\s+//[^"'\n]*$|^\s+""", re.DOTALL | re.MULTILINE)
"""Of a script: what is for its makers."""
_ENDS = re.compile(rb"(?<=[;{,(\[])\n|\n(?=[})\]])")
"""Of a script without that: ends of lines that say nothing, because no statement can end or begin there by itself."""
_SPACES = re.compile(rb"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)| *(=>|[=!]==|&&|\|\||[=?:,;{}()<>]) *""")
"""Of a script: what is between quotes, and signs that part words; none of a sum, where `a - -b` needs a space."""


def tokens_css(look: Palettes = HOUSE) -> str:
    """Return the style sheet with the web fonts and every custom property: light, dark where it differs, and paper."""
    base = [("", "House palette"), *BASE]
    light = [("", "Roles: pages use only these"), *_role_values(look.light)]
    same = set(_role_values(look.light))
    dark = [role for role in _role_values(look.dark) if role not in same]
    blocks = [
        "/* Every colour, size, space and angle. Made by weerklank/theme.py: change a value there. */\n",
        *(_font_face(face) for face in WEB_FONTS),
        ":root {\n  color-scheme: light dark;\n" + _properties([*base, *light, *_SIZES], indent="  ") + "}\n",
        "@media (prefers-color-scheme: dark) {\n  :root {\n" + _properties(dark, indent="    ") + "  }\n}\n",
        "@media print {\n  :root {\n    color-scheme: light;\n"
        + _properties(_role_values(look.paper), indent="    ")
        + "  }\n}\n",
    ]
    return "\n".join(blocks)


def packed(sheet: bytes) -> bytes:
    """Return a style sheet without comments and the space around its rules; what is between quotes stays."""
    return _LOOSE.sub(lambda found: found[1] or found[2] or b"", sheet)


def packed_script(script: bytes) -> bytes:
    """Return a script of ours without the comments that begin or end a line, its indents, and most ends of lines.

    A line must not end within quotes.
    """
    bare = _ENDS.sub(b"", _REMARKS.sub(b"", script))
    return _SPACES.sub(lambda found: found[1] or found[2], bare)


def lean(height: float) -> float:
    """Return how far the top of a slanted edge lies to the right of its foot, in the unit of `height`."""
    return height * math.tan(math.radians(SLANT_DEGREES))


def _role_values(palette: Palette) -> list[tuple[str, str]]:
    names = {value: name for name, value in reversed(BASE)}
    roles = [(field.name.replace("_", "-"), getattr(palette, field.name)) for field in fields(palette)]
    return [
        (name, f"var(--{names[value]})" if value in names else value) for name, value in roles if isinstance(value, str)
    ]


def _properties(values: list[tuple[str, str]], *, indent: str) -> str:
    return "".join(f"{indent}--{name}: {value};\n" if name else f"\n{indent}/* {value} */\n" for name, value in values)


def _font_face(face: FontFace) -> str:
    return (
        "@font-face {\n"
        f'  font-family: "{face.family}";\n'
        f'  src: url("{FONTS_FROM_CSS}{face.file}") format("woff2");\n'
        f"  font-weight: {face.weight};\n"
        "  font-display: swap;\n"
        "}\n"
    )
