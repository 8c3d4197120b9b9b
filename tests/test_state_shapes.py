"""A state has one look: the site, the annex and the charts draw the same shape, so that a reader learns it once."""

import io
import re
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from statistics import fmean

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageStat

from tests.annex_samples import printed
from weerklank.charts import draw_sign
from weerklank.charts.scene import Area, Ink, Mark, Strokes
from weerklank.charts.shapes import Slanted, draw_shape, word_ink
from weerklank.states import Shape
from weerklank.theme import DARK, HOUSE, LIGHT, PAPER, Accent, Palette, Palettes, look_of, tokens_css

ASSETS = Path(__file__).resolve().parent.parent / "templates" / "assets"
BOX = Slanted(0, 100, 0, 50)
RULED = "ruled"


@dataclass(frozen=True)
class Look:
    """`fills`: colours from left to right, or from the foot up when `upright`; `split`: where the first one ends.

    A shape that shows the paper under it has paper as its fill, an edge that cannot be seen is None. `flap`: two lines
    from the upper corners make it a closed envelope; `struck`: one line from the foot to the upper corner across;
    `line`: where a line ends what is full, like `split`.
    """

    fills: tuple[str, ...]
    upright: bool
    split: float | None
    edge: str | None
    dashed: bool
    word: str
    flap: bool
    struck: bool
    line: float | None


def colour(role: str, palette: Palette) -> str:
    """The colour of a role."""
    return str(getattr(palette, role.replace("-", "_")))


def styled(sheet: str, shape: Shape, palette: Palette) -> Look:
    """How a style sheet draws a shape."""
    css = (ASSETS / "css" / sheet).read_text(encoding="utf-8")
    rule = re.search(rf"^(?:\.annex )?\.{shape}\s*\{{(.*)\}}$", css, re.MULTILINE)
    assert rule is not None, f"{sheet} does not draw {shape}"
    properties = dict(re.findall(r"--([a-z-]+): (.*?);", rule[1]))
    places = dict(re.findall(r"--(from|to|low|high): (.*?);", css))
    fill = re.sub(r"var\(--(from|to|low|high)\)", lambda found: places[found[1]], properties["fill"])
    edge = re.search(r"var\(--([a-z-]+)\)", properties["edge"])
    line = fmean(map(float, re.findall(r"([\d.]+)%", fill))) / 100 if "stated-edge" in fill else None
    word = re.search(r"var\(--([a-z-]+)\)", properties["word"])
    assert word is not None
    shares = {int(share) / 100 for share in re.findall(r"(\d+)%", fill) if "(to " not in fill and line is None}
    return Look(
        _fills(fill, palette),
        "(0deg" in fill,
        shares.pop() if len(shares) == 1 else line,
        edge and colour(edge[1], palette),
        properties.get("edge-style") == "dashed",
        colour(word[1], palette),
        _FLAP <= set(re.findall(r"to top (?:left|right)", fill)),
        "to bottom right" in fill,
        line,
    )


_FLAP = {"to top left", "to top right"}


def _fills(fill: str, palette: Palette) -> tuple[str, ...]:
    if "hatch" in fill:
        return (RULED,)
    if "to top" in fill or "to bottom" in fill:
        return (palette.paper,)
    steps = [colour(role, palette) for role in re.findall(r"var\(--(?!tick|stroke|stated-edge)([a-z-]+)\)", fill)] or [
        palette.paper
    ]
    return tuple(step for number, step in enumerate(steps) if not number or step != steps[number - 1])


def drawn(shape: Shape, palette: Palette) -> Look:
    """How a chart draws a shape."""
    marks = draw_shape(BOX, shape, 8)
    areas = [mark for mark in marks if isinstance(mark, Area)]
    filled = [area for area in areas if area.fill]
    ground = next((colour(str(area.fill), palette) for area in filled if area.points == BOX.corners), palette.paper)
    parts = [area for area in filled if area.points != BOX.corners]
    edge = next((area for area in areas if area.edge), None)
    upright = any(_low(part) for part in parts)
    return Look(
        (RULED,) if _ruled(marks) else _along(ground, [(part, colour(str(part.fill), palette)) for part in parts]),
        upright,
        _share(parts[0]) if len(parts) == 1 else None,
        colour(str(edge.edge), palette) if edge else None,
        bool(edge and edge.dashed),
        colour(word_ink(shape), palette),
        any(len(area.points) == 3 and not area.fill for area in areas),
        any(isinstance(mark, Strokes) and mark.lines == ((BOX.corners[0], BOX.corners[2]),) for mark in marks),
        next((_line(mark) for mark in marks if isinstance(mark, Strokes) and mark.ink is Ink.STATED_EDGE), None),
    )


def _ruled(marks: tuple[Mark, ...]) -> bool:
    return any(isinstance(mark, Strokes) and mark.ink is Ink.HATCH for mark in marks)


def _along(ground: str, parts: list[tuple[Area, str]]) -> tuple[str, ...]:
    """The colours along the shape, each part with ground after it; before the first, unless that begins there."""
    fills = [] if parts and parts[0][0].points[0][0] == BOX.left else [ground]
    for _, fill in parts:
        fills += [fill, ground]
    return tuple(fills)


def _line(mark: Strokes) -> float:
    """Where a line along the slant or along the foot stands."""
    ((start, end),) = mark.lines
    if start[1] == end[1]:
        return round((BOX.bottom - start[1]) / (BOX.bottom - BOX.top), 3)
    foot = max(start, end, key=lambda point: point[1])
    return round((foot[0] - BOX.left) / (BOX.right - BOX.left), 3)


def _low(part: Area) -> bool:
    return part.points[1][1] > BOX.top


def _share(part: Area) -> float:
    foot_left, top_left, _, foot_right = part.points
    if _low(part):
        return round((foot_left[1] - top_left[1]) / (BOX.bottom - BOX.top), 3)
    return round((foot_right[0] - foot_left[0]) / (BOX.right - BOX.left), 3)


@pytest.mark.parametrize("shape", Shape)
def test_a_shape_looks_the_same_everywhere(shape: Shape) -> None:
    """Fill, parts, edge and word: what a page, the PDF and a chart show for one state is one shape."""
    assert styled("site.css", shape, LIGHT) == styled("annex.css", shape, PAPER) == drawn(shape, LIGHT)
    assert styled("site.css", shape, DARK) == drawn(shape, DARK)


def test_a_line_ends_what_is_full_where_that_ends() -> None:
    """On paper it is as thick beside a word as around one: in the middle of a half, and at 30 percent."""
    css = (ASSETS / "css" / "annex.css").read_text(encoding="utf-8")
    bands = re.findall(r"--(from|low): ([\d.]+)%; --(?:to|high): ([\d.]+)%", css)

    assert {("from", 50.0), ("low", 30.0)} == {(name, (float(start) + float(end)) / 2) for name, start, end in bands}
    assert 4 == len(bands)


def test_no_two_shapes_look_alike() -> None:
    """No state has the shape of another."""
    looks = [drawn(shape, LIGHT) for shape in Shape]

    assert len(looks) == len(set(looks))


def test_nothing_but_the_theme_sets_a_colour_or_an_angle() -> None:
    """Style sheets name roles. A drawing or a browser's own bar cannot, so it has the value of one."""
    css = {path.name: path.read_text(encoding="utf-8") for path in (ASSETS / "css").glob("*.css")}
    raw = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl)a?\(|\bskewX\((?!var\()")
    others = [*(ASSETS / "icons").glob("*.svg"), *ASSETS.parent.rglob("*.html")]
    values = {f"{path.name}: {found}" for path in others for found in _colours(path)}
    known = {value for palette in (LIGHT, PAPER) for value in vars(palette).values()}

    assert [] == [f"{name}: {found[0]}" for name, text in css.items() for found in raw.finditer(_declarations(text))]
    assert [] == [item for item in sorted(values) if item.split(": ")[1] not in known]
    assert {PAPER.hatch} == set(_colours(ASSETS / "icons" / "hatch.svg"))


def _declarations(css: str) -> str:
    """What stands behind a colon: an id in a selector is no colour."""
    return "\n".join(re.findall(r":[^{};]*(?=[;}])", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)))


def _colours(path: Path) -> list[str]:
    return re.findall(r"(?<=[\"'])#[0-9a-f]{6}(?=[\"'])", path.read_text(encoding="utf-8"))


_SHEET = """
@page {{ size: 200pt 200pt; margin: 10pt 10pt 150pt; }}
html, body, p {{ margin: 0; font-size: 9.5pt; }} p {{ break-after: page; }}
{tokens} {states}
"""


def _printed(look: Palettes) -> dict[Shape, Image.Image]:
    """Each shape as it stands before a word in the PDF, in grey."""
    css = (ASSETS / "css" / "annex.css").read_text(encoding="utf-8")
    states = "".join(re.findall(r"(?ms)^\.annex \.(?:is-|state).*?\}$", css))
    html = "".join(f'<p><span class="state {shape}"></span></p>' for shape in Shape)
    given = {
        "css/states.css": _SHEET.format(tokens=tokens_css(look), states=states).encode(),
        "icons/hatch.svg": (ASSETS / "icons" / "hatch.svg").read_bytes(),
    }
    made = printed(
        f'<div class="annex">{html}</div>', head='<link rel="stylesheet" href="css/states.css">', files=given
    )
    pages = pypdfium2.PdfDocument(made.pdf)
    return dict(
        zip(Shape, (page.render(scale=10).to_pil().convert("L").crop((0, 0, 300, 300)) for page in pages), strict=True)
    )


def _sized(drawings: dict[Shape, Image.Image]) -> dict[Shape, Image.Image]:
    """The drawings, each cut to where the full shape stands, in one size."""
    box = ImageChops.invert(drawings[Shape.STATED]).point(lambda grey: 255 if grey > 8 else 0).getbbox()
    return {shape: drawing.crop(box).resize((42, 36)) for shape, drawing in drawings.items()}


def _distance(one: Image.Image, other: Image.Image) -> float:
    """How far apart two drawings are on average, of 255."""
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


LOOKS = {
    "huis": HOUSE,
    "zacht": look_of(Accent(fill="#8fd3f4"), Accent()),
    "donker": look_of(Accent(fill="#fd8d3c"), Accent()),
}
LEAST_APART = 12  # of 255, on average over the drawing
MOST_APART = 60  # between the same shape in Word and in the PDF, where lines may stand elsewhere


@pytest.mark.parametrize("look", LOOKS.values(), ids=LOOKS)
def test_shapes_are_told_apart_without_colour(look: Palettes) -> None:
    """On a grey print no two drawings before a word look alike, in Word or the PDF, whatever colour an agency has."""
    drawn = _sized({shape: Image.open(io.BytesIO(draw_sign(shape, look=look))).convert("L") for shape in Shape})
    onpaper = _sized(_printed(look))
    apart = {
        (one, other): min(_distance(grey[one], grey[other]) for grey in (drawn, onpaper))
        for one, other in combinations(Shape, 2)
    }

    assert {} == {pair: round(value, 1) for pair, value in apart.items() if value < LEAST_APART}
    assert {} == {shape: value for shape in Shape if (value := _distance(drawn[shape], onpaper[shape])) > MOST_APART}
