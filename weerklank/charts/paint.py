"""Scenes become bytes: SVG for pages and paper, PNG for downloads. Only this module and `lettering` call matplotlib.

In: a `Scene`, the palette, the words that stand for the picture. Out: bytes that are the same on every day and machine
with the same versions. The SVG has no style element and no style attribute, so it may stand in a page under a strict
Content-Security-Policy; its ids begin with the name of the drawing, so several may stand in one page.
"""

import io
import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform
from matplotlib.typing import RcKeyType

from weerklank.charts.lettering import Lettering, clean
from weerklank.charts.scene import Area, Ink, Point, Scene, Strokes, Words
from weerklank.theme import DASH, STROKE, Palette

DPI = 72  # one unit of matplotlib is then one px of the scene
PNG_DPI = 144  # twice the size at which it is shown
_XLINK = "{http://www.w3.org/1999/xlink}"
_NO_METADATA = {"Date": None, "Creator": None, "Format": None, "Type": None}

# Everything in a user's matplotlibrc that could change a byte of what we draw.
_SETTINGS: dict[RcKeyType, object] = {
    "svg.hashsalt": "weerklank",
    "svg.fonttype": "path",
    "svg.id": None,
    "path.simplify": False,
    "path.snap": False,
    "path.sketch": None,
    "path.effects": [],
    "lines.scale_dashes": False,
    "patch.antialiased": True,
    "text.antialiased": True,
    "text.usetex": False,
    "text.hinting": "no_hinting",
    "agg.path.chunksize": 0,
}


def svg(scene: Scene, palette: Palette, *, name: str, title: str, description: str, lettering: Lettering) -> bytes:
    """Return an SVG file in UTF-8. `name` makes its ids unique; `title` and `description` are its text alternative."""
    stream = io.BytesIO()
    with mpl.rc_context(_SETTINGS):
        figure = _figure(scene, palette, lettering)
        FigureCanvasSVG(figure)
        figure.savefig(stream, format="svg", metadata=_NO_METADATA)
    root = ET.fromstring(stream.getvalue())  # noqa: S314 - our own drawing of a line ago
    return _finished(root, scene, name=name, title=title, description=description)


def png(scene: Scene, palette: Palette, *, lettering: Lettering, dpi: int = PNG_DPI) -> bytes:
    """Return a PNG file without metadata, at first of twice the size in px of the scene."""
    stream = io.BytesIO()
    with mpl.rc_context(_SETTINGS):
        figure = _figure(scene, palette, lettering)
        FigureCanvasAgg(figure)
        figure.savefig(stream, format="png", dpi=dpi, metadata={"Software": None})
    return stream.getvalue()


def colour(ink: Ink, palette: Palette) -> str:
    """Return the "#rrggbb" that a role has in a palette."""
    if ink.value.startswith("series_"):
        return palette.series[int(ink.value.removeprefix("series_")) - 1]
    return str(getattr(palette, ink.value))


def _figure(scene: Scene, palette: Palette, lettering: Lettering) -> Figure:
    figure = Figure(figsize=(scene.width / DPI, scene.height / DPI), dpi=DPI, facecolor=palette.paper)
    place = Affine2D().scale(1, -1).translate(0, scene.height).scale(1 / DPI) + figure.dpi_scale_trans
    for mark in scene.marks:
        if isinstance(mark, Words):
            for text in _texts(mark, palette, place, lettering):
                figure.add_artist(text)
        else:
            patch = _patch(mark, palette)
            patch.set_transform(place)
            figure.add_artist(patch)
    return figure


def _patch(mark: Area | Strokes, palette: Palette) -> PathPatch:
    if isinstance(mark, Area):
        path, edge, width = _path(mark.points, closed=True), mark.edge, STROKE if mark.edge else 0
    else:
        path = Path.make_compound_path(*(_path(line, closed=False) for line in mark.lines))
        edge, width = mark.ink, mark.width
    fill = mark.fill if isinstance(mark, Area) else None
    return PathPatch(
        path,
        facecolor=colour(fill, palette) if fill else "none",
        edgecolor=colour(edge, palette) if edge else "none",
        linewidth=width,
        linestyle=(0, DASH) if mark.dashed else "solid",
        joinstyle="miter",
        capstyle="butt",
        snap=False,
    )


def _texts(words: Words, palette: Palette, place: Transform, lettering: Lettering) -> Iterator[Text]:
    for run in lettering.runs(words):
        yield Text(
            round(words.x + run.x, 2),
            round(words.y, 2),
            run.text,
            color=colour(words.ink, palette),
            fontproperties=run.font,
            parse_math=False,
            transform=place,
        )


def _path(points: tuple[Point, ...], *, closed: bool) -> Path:
    rounded = [(round(x, 2), round(y, 2)) for x, y in points]
    if not closed:
        return Path(rounded, [Path.MOVETO, *[Path.LINETO] * (len(rounded) - 1)])
    codes = [Path.MOVETO, *[Path.LINETO] * (len(rounded) - 1), Path.CLOSEPOLY]
    return Path([*rounded, rounded[0]], codes)


def _finished(root: ET.Element, scene: Scene, *, name: str, title: str, description: str) -> bytes:
    """Return the file with our head, without what matplotlib writes for other uses."""
    drawing = ET.Element(
        "svg",
        {
            "xmlns": "http://www.w3.org/2000/svg",
            "xmlns:xlink": "http://www.w3.org/1999/xlink",
            "width": f"{scene.width:g}",
            "height": f"{scene.height:g}",
            "viewBox": f"0 0 {scene.width:g} {scene.height:g}",
            "role": "img",
            "lang": "nl-BE",
            "aria-labelledby": f"{name}-t {name}-d",
            "stroke-linejoin": "round",
        },
    )
    ET.SubElement(drawing, "title", {"id": f"{name}-t"}).text = clean(title)
    ET.SubElement(drawing, "desc", {"id": f"{name}-d"}).text = clean(description)
    definitions = ET.SubElement(drawing, "defs")
    names: dict[str, str] = {}
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    for glyph in root.iter("path"):
        if "id" in glyph.attrib and "d" in glyph.attrib:
            names[glyph.attrib["id"]] = f"{name}-{len(names)}"
            attributes = {"id": names[glyph.attrib["id"]], "d": _compact(glyph.attrib["d"])}
            ET.SubElement(definitions, "path", attributes | {"transform": glyph.attrib["transform"]})
    for group in root.findall("g/g"):
        drawing.extend(_flat(group, names))
    if not len(definitions):
        drawing.remove(definitions)
    return ET.tostring(drawing, encoding="unicode").replace(" />", "/>").encode() + b"\n"


def _flat(group: ET.Element, names: dict[str, str]) -> Iterator[ET.Element]:
    """Yield the paths and lines of text in one of matplotlib's groups, with attributes for style."""
    for child in group:
        attributes = dict(_attributes(child.attrib.get("style", "")))
        if child.tag == "path":
            yield ET.Element("path", {"d": _compact(child.attrib["d"]), **attributes})
        elif child.tag == "g":
            line = ET.Element("g", {"transform": child.attrib["transform"], **attributes})
            line.extend(_letters(child, names))
            yield line


def _letters(line: ET.Element, names: dict[str, str]) -> Iterator[ET.Element]:
    """Yield a reference for each letter that can be seen; a space has a place and no outline."""
    for use in line.findall("use"):
        name = names.get(use.attrib[f"{_XLINK}href"].removeprefix("#"))
        shift = re.search(r"translate\((\S+) (\S+)\)", use.attrib.get("transform", ""))
        places = zip("xy", shift.groups(), strict=True) if shift else ()
        rounded = {axis: f"{round(float(value), 1):g}" for axis, value in places if float(value)}
        if name:
            yield ET.Element("use", {"xlink:href": f"#{name}", **rounded})


def _attributes(style: str) -> Iterator[tuple[str, str]]:
    for declaration in filter(None, (part.strip() for part in style.split(";"))):
        name, _, value = declaration.partition(":")
        yield name.strip(), value.strip()


def _compact(data: str) -> str:
    """Return path data without the spaces and line ends that no reader needs."""
    return re.sub(r"\s*([A-Za-z])\s*", r"\1", data)
