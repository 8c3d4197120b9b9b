"""Drawings: they hold what the table holds, stay inside their canvas, and are the same bytes on every day."""

import os
import re
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import matplotlib as mpl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import voorbeeld_site
from tests.contrast import luminance
from weerklank import charts, theme
from weerklank.charts import Scheme, Variant, Width, paint
from weerklank.charts.lettering import SOFT_HYPHEN, Lettering
from weerklank.charts.plot import crosses, rounded_up, ticks
from weerklank.charts.scene import Area, Box, Face, Ink, Scene, Strokes, Style
from weerklank.charts.series import LINE
from weerklank.charts.shapes import Slanted, draw_shape, upright_ruling
from weerklank.chartspec import ChartKind, ChartSpec, Cut, Goal, description, footnotes
from weerklank.data.table import Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.site.pages import all_charts
from weerklank.states import (
    ABSENCES,
    COURSES,
    COVERAGES,
    FIGURE_NOT_STATED,
    NOT_APPLICABLE,
    NOT_MEASURED,
    NOT_STATED,
    PLANNED,
    QUALITATIVE,
    SHIELDED,
    STATED,
    Shape,
    State,
    course,
)

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates" / "assets" / "paper"
FONTS = {Face(face): (FOLDER / name).read_bytes() for face, name in theme.CHART_FONTS.items()}
LETTERING = Lettering(FONTS)
WIDE = Variant(Width.WIDE, Scheme.LIGHT)
SVG = "{http://www.w3.org/2000/svg}"
NBSP = "\u00a0"
LONG = "Tevredenheidsbarometeronderzoeksresultatenverwerkingscommissievoorzitter"
HOSTILE = (
    "",
    LONG,
    f"{LONG} {LONG}",
    "שלום עולם " * 4,
    "العربية",
    "😀👩‍👩‍👧🦄 feest",
    "a" * 200,
    "Łódź – ÊÅ ﬁ",
    "<b>&\"'</b> $x^2$ \\alpha %d {0}",
    "tab\ten\nregel\x07 en nul\x00",
    "\u202eomgekeerd\u202c",
    "1/2-3/4/" * 12,
)


def _table(name: str, columns: tuple[Column, ...], rows: Sequence[tuple[Cell, ...]]) -> Table:
    return Table(name, name.capitalize(), columns, tuple(rows), caption="Een onderschrift.")


def shares(*rows: tuple[str, str, Cell]) -> ChartSpec:
    """The two figures of the barometer, or others."""
    real = (
        (
            "Correctheid en volledigheid van de informatie, en termijn van behandeling",
            "helemaal tevreden of tevreden",
            Cell(f"ongeveer 66{NBSP}procent", 66, qualifier="ongeveer", number="66%"),
        ),
        (
            "Vriendelijkheid van het personeel",
            "tevreden of heel tevreden",
            Cell(f"85{NBSP}procent", 85, number="85%"),
        ),
    )
    columns = (
        Column("onderwerp", "Onderwerp", Role.HEAD),
        Column("antwoord", "Getelde antwoorden", Role.LITERAL),
        Column("aandeel", "Aandeel", Role.NUMBER, "procent"),
    )
    cells = [(text_cell(label), text_cell(wording), value) for label, wording, value in rows or real]
    table = _table("toezicht", columns, cells)
    rest = "andere antwoorden: verdeling niet vermeld"
    return ChartSpec("toezicht", ChartKind.SHARES, "Toezicht", table, "onderwerp", "aandeel", ("antwoord",), rest)


def counts(*rows: tuple[Cell, Cell]) -> ChartSpec:
    """The adjustments by status, or other bars."""
    numbers = {"uitgevoerd": 8, "gepland": 1, "in_uitvoering": 1, "doorlopend": 1}
    real = [(Cell(course(key).word, key, course(key)), count_cell(number)) for key, number in numbers.items()]
    columns = (Column("toestand", "Toestand", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER, "bijsturingen"))
    table = _table("toestand", columns, [*rows] or real)
    return ChartSpec("toestand", ChartKind.COUNTS, "Bijsturingen per toestand", table, "toestand", "aantal")


def groups(*labels: str) -> ChartSpec:
    """Complaints and reconciliations per year."""
    columns = (Column("jaar", "Jaar"), Column("soort", "Soort"), Column("aantal", "Aantal", Role.NUMBER))
    kinds = labels or ("klachten", "verzoeningen")
    rows = [
        (text_cell(str(year)), text_cell(kind), Cell(f"{year * (place + 1)}", year * (place + 1)))
        for year in (2017, 2018, 2019)
        for place, kind in enumerate(kinds)
    ]
    return ChartSpec("k", ChartKind.COUNTS, "Klachten", _table("k", columns, rows), "jaar", "aantal", ("soort",))


def _year(year: int) -> Cell:
    return Cell(str(year), year)


SILENT = state_cell(NOT_STATED)
NOW = text_cell("heden")
EMPTY = text_cell("")
PERIODS = (
    ("Tevredenheidsbarometer", _year(2011), _year(2016), EMPTY),
    ("Strategische oefening", _year(2017), SILENT, EMPTY),
    ("Heerlijk Helder", _year(2019), _year(2019), EMPTY),
    ("Provinciale netwerkmomenten", SILENT, SILENT, text_cell("jaarlijks")),
    ("Netwerkgroep integratieonderzoek", SILENT, SILENT, text_cell("halfjaarlijks")),
    ("Visietraject ondersteunende en coachende rol", SILENT, SILENT, text_cell("“dit jaar”")),
    ("Klachtenmonitoring", Cell("juni 2018", "2018-06"), NOW, text_cell("doorlopend")),
    ("Bevraging", SILENT, SILENT, SILENT),
)


def steps(*rows: tuple[str, Cell, str]) -> ChartSpec:
    """From report to solution, or other steps."""
    real = (("meldingen", 81576, ""), ("klachten", 72543, "9033 meldingen waren geen klacht."), ("opgelost", 12, ""))
    columns = (Column("stap", "Stap", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER), Column("af", "Wat afviel"))
    cells = [(text_cell(name), value, text_cell(off)) for name, value, off in rows]
    cells = cells or [(text_cell(name), count_cell(value), text_cell(off)) for name, value, off in real]
    return ChartSpec("s", ChartKind.STEPS, "Stappen", _table("s", columns, cells), "stap", "aantal", ("af",))


def parts(*rows: tuple[str, int, str]) -> ChartSpec:
    """What was answered in time, or another whole with its parts."""
    real = rows or (("Binnen 45 dagen", 64853, "89%"), ("Later", 7690, "11%"))
    columns = (Column("deel", "Deel", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER), Column("a", "Aandeel"))
    cells = [(text_cell(name), count_cell(value), text_cell(share)) for name, value, share in real]
    return ChartSpec("p", ChartKind.PARTS, "Termijn", _table("p", columns, cells), "deel", "aantal", ("a",))


def timeline(*rows: tuple[str, Cell, Cell, Cell]) -> ChartSpec:
    """When the initiatives ran, or other periods."""
    columns = (Column("titel", "Initiatief"), Column("van", "Vanaf"), Column("tot", "Tot"), Column("w", "Wanneer"))
    cells = [(text_cell(label), *rest) for label, *rest in rows or PERIODS]
    table = _table("tijd", columns, cells)
    return ChartSpec("tijd", ChartKind.TIMELINE, "In de tijd", table, "titel", "van", ("tot", "w"))


def matrix(rows: int = 4, columns: int = 3, *, names: tuple[str, ...] = ("lokale besturen", "VVSG")) -> ChartSpec:
    """Who was heard: every sort of cell in turn."""
    cells = [SILENT, count_cell(0), count_cell(12), EMPTY, *(state_cell(state) for state in (STATED, PLANNED))]
    cells += [state_cell(state) for state in (QUALITATIVE, NOT_APPLICABLE, *COVERAGES)]
    heads = [Column(f"c{place}", f"{names[place % len(names)]}, {place}") for place in range(columns)]
    body = [
        (text_cell(names[row % len(names)]), *(cells[(row * 5 + place) % len(cells)] for place in range(columns)))
        for row in range(rows)
    ]
    table = _table("wie", (Column("wie", "Wie"), *heads), body)
    return ChartSpec("wie", ChartKind.MATRIX, "Wie", table, "wie", "", tuple(head.key for head in heads))


def series(*points: tuple[str, int, Cell]) -> ChartSpec:
    """The complaints that became more, or other points."""
    real = [("klachten", year, count_cell(number)) for year, number in ((2017, 63751), (2018, 74233), (2019, 103814))]
    columns = (Column("reeks", "Reeks"), Column("jaar", "Jaar"), Column("waarde", "Waarde", Role.NUMBER))
    rows = [(text_cell(name), _year(year), value) for name, year, value in [*points] or real]
    return ChartSpec("r", ChartKind.SERIES, "Klachten", _table("r", columns, rows), "reeks", "waarde", ("jaar",))


def _two_lines() -> ChartSpec:
    data = {"klachten": (56120, 63751, 74233), "verzoeningen": (5000, 5780, 10678)}
    points = [(name, 2016 + n, count_cell(value)) for name, values in data.items() for n, value in enumerate(values)]
    return series(*points)


def _gap() -> ChartSpec:
    percents = {2011: "28.6", 2012: "30.1", 2016: "33.7", 2017: "35"}
    points = [("vertrouwen", year, Cell(f"{value} procent", Decimal(value))) for year, value in percents.items()]
    return series(*points[:2], ("vertrouwen", 2014, state_cell(FIGURE_NOT_STATED)), *points[2:])


YEARS = (2018, 2019, 2021, 2022, 2023)


def survey() -> ChartSpec:
    """Eight statements over five years, and a year in which nothing was measured."""
    points = []
    for place in range(8):
        name = f"Stelling {place} over de dienst en wat die doet"
        shares_of = (62 - 9 * place % 40, 64 - 7 * place % 50, 66, 69, 98 - 11 * place)
        points += [
            (name, year, Cell(f"{v} procent", v, number=f"{v}%")) for year, v in zip(YEARS, shares_of, strict=True)
        ]
        points.append((name, 2020, state_cell(NOT_MEASURED)))
    return replace(series(*points), axis=(Decimal(0), Decimal(100)))


HALF_YEAR = 0.5


def score() -> ChartSpec:
    """A score with margins, a break and a target."""
    columns = (Column("reeks", "R"), Column("jaar", "J"), Column("w", "W", Role.NUMBER), Column("m", "M", Role.NUMBER))
    figures = [
        Cell(f"{v} op 10", Decimal(v), number=f"{v} op 10".replace(".", ","))
        for v in ("6.4", "6.6", "7.0", "7.1", "7.4")
    ]
    margin = Cell("0,2 punt", Decimal("0.2"), number="0,2 punt")
    rows = [(text_cell("Score"), _year(year), figure, margin) for year, figure in zip(YEARS, figures, strict=True)]
    rows.append((text_cell("Score"), _year(2020), state_cell(NOT_MEASURED), SILENT))
    return ChartSpec(
        "score",
        ChartKind.SERIES,
        "Score",
        _table("score", columns, rows),
        "reeks",
        "w",
        ("jaar", "m"),
        axis=(Decimal(0), Decimal(10)),
        goals=(Goal("Score", Decimal("7.8"), 2021, 0, "streefcijfer 7,8 op 10"),),
        cuts=(Cut("Score", 2021),),
    )


def nps() -> ChartSpec:
    """A figure that can be below zero."""
    points = [("NPS", year, count_cell(value)) for year, value in zip(YEARS, (-23, -15, 1, 6, 12), strict=True)]
    return replace(series(*points), axis=(Decimal(-100), Decimal(100)))


def dots(*rows: tuple[str, Cell, Cell, Cell], low: int = 0, high: int = 100) -> ChartSpec:
    """Groups with their margins, or other points."""
    real = [
        ("lokale besturen", Cell("71 procent", 71), Cell("5", 5), count_cell(312)),
        ("burgers", Cell("ongeveer 98 procent", 98), Cell("2,7", Decimal("2.7")), count_cell(1204)),
        ("verenigingen", state_cell(SHIELDED), SILENT, SILENT),
    ]
    columns = (
        Column("g", "Groep"),
        Column("w", "Aandeel", Role.NUMBER),
        Column("m", "M", Role.NUMBER),
        Column("n", "N"),
    )
    body = [(text_cell(name), *rest) for name, *rest in [*rows] or real]
    axis = (Decimal(low), Decimal(high))
    return ChartSpec("g", ChartKind.DOTS, "Per groep", _table("g", columns, body), "g", "w", ("m", "n"), axis=axis)


EXAMPLES = {
    "survey": survey(),
    "score": score(),
    "nps": nps(),
    "dots": dots(),
    "dots around zero": dots(("a", Cell("-23", -23), SILENT, SILENT), ("b", count_cell(12), SILENT, SILENT), low=-100),
    "steps": steps(),
    "steps with a silence": steps(
        ("meldingen", count_cell(20), ""), ("klachten", SILENT, "Niet geteld."), ("op", count_cell(0), "")
    ),
    "parts": parts(),
    "parts that are small": parts(
        ("opgelost", 99000, "99%"), ("deels opgelost", 2, "<1%"), ("niet opgelost", 1, "<1%")
    ),
    "shares": shares(),
    "counts": counts(),
    "groups": groups(),
    "timeline": timeline(),
    "matrix of words": matrix(),
    "matrix of marks": matrix(14, 12),
    "matrix in parts": matrix(3, 60),
    "series": series(),
    "series with a gap": _gap(),
    "two series": _two_lines(),
}


def _hostile() -> dict[str, ChartSpec]:
    texts = HOSTILE * 5
    figures = [Cell(f"ongeveer {n * 1.6:.3f} procent" + " en meer" * (n % 4), Decimal(n)) for n in range(60)]
    stops = [
        (Cell("1830", 1830), Cell("2020", 2020)),
        (Cell("12 juni 2019", "2019-06-12"), NOW),
        (SILENT, state_cell(PLANNED)),
        (state_cell(PLANNED), _year(1999)),
        (_year(2030), state_cell(FIGURE_NOT_STATED)),
        (SILENT, NOW),
    ]
    periods = [(text, *stops[n % len(stops)], text_cell(texts[n // 2])) for n, text in enumerate(texts)]
    bars = [
        (text_cell(text), Cell("9 999 999 999 999" * (1 + n % 2), 10**12 + n) if n % 4 else state_cell(ABSENCES[n % 6]))
        for n, text in enumerate(texts)
    ]
    points = [
        (
            texts[line],
            1990 + n,
            state_cell(ABSENCES[line]) if n == 3 else Cell(f"ongeveer {n * line - 9} punten", n - 4),
        )
        for line in range(6)
        for n in range(12)
        if n != 5
    ]
    return {
        "shares": shares(*((text, text, figures[n]) for n, text in enumerate(texts))),
        "counts": counts(*bars),
        "groups": groups(*HOSTILE),
        "timeline": timeline(*periods),
        "matrix": matrix(60, 14, names=HOSTILE),
        "series": series(*points),
        "dots": dots(*((text, figures[n], Cell("9", 9), count_cell(n)) for n, text in enumerate(texts))),
    }


WIDTHS = pytest.mark.parametrize("width", list(Width))
KINDS = pytest.mark.parametrize("spec", list(EXAMPLES.values()), ids=list(EXAMPLES))


def _scene(spec: ChartSpec, width: Width = Width.WIDE) -> Scene:
    return charts.scene_of(spec, width=width, fonts=FONTS)


def _root(spec: ChartSpec, variant: Variant = WIDE) -> ET.Element:
    return ET.fromstring(charts.draw(spec, variant=variant, fonts=FONTS))  # noqa: S314 - our own drawing


def _points(scene: Scene) -> Iterator[tuple[float, float]]:
    for mark in scene.marks:
        if isinstance(mark, Area):
            yield from mark.points
        elif isinstance(mark, Strokes):
            yield from (point for line in mark.lines for point in line)


def _beyond(scene: Scene) -> list[str]:
    """Texts and shapes that leave the canvas."""
    canvas = (-0.01, scene.width + 0.01, scene.height + 0.01)
    texts = [
        words.text
        for words in scene.words
        if words.box.left < canvas[0]
        or words.box.top < canvas[0]
        or words.box.right > canvas[1]
        or words.box.bottom > canvas[2]
    ]
    points = [
        f"{x}, {y}" for x, y in _points(scene) if not (canvas[0] <= x <= canvas[1] and canvas[0] <= y <= canvas[2])
    ]
    return texts + points


def _overlaps(scene: Scene) -> list[tuple[str, str]]:
    """Pairs of texts that touch; ascenders may come within a px of descenders."""
    words = sorted(scene.words, key=lambda line: line.box.top)
    boxes = [Box(line.box.left, line.box.top, line.box.right - 0.5, line.box.bottom - 1) for line in words]
    found = []
    for place, box in enumerate(boxes):
        for other in range(place + 1, len(boxes)):
            if boxes[other].top >= box.bottom:
                break
            if box.overlaps(boxes[other]):
                found.append((words[place].text, words[other].text))
    return found


# ---- What every drawing is ------------------------------------------------------------------------------------------


@KINDS
@pytest.mark.parametrize("scheme", list(Scheme))
@WIDTHS
def test_a_drawing_is_an_image_with_words(spec: ChartSpec, width: Width, scheme: Scheme) -> None:
    """It is announced as one image, with the title as name and all of the alternative text as description."""
    root = _root(spec, Variant(width, scheme))
    described = root.attrib["aria-labelledby"].split()
    texts = {
        element.attrib["id"]: element.text or "" for element in root if element.tag in (f"{SVG}title", f"{SVG}desc")
    }

    assert "img" == root.attrib["role"]
    assert f"0 0 {root.attrib['width']} {root.attrib['height']}" == root.attrib["viewBox"]
    assert [spec.title, description(spec)] == [texts[name] for name in described]


@KINDS
@WIDTHS
def test_a_drawing_holds_under_a_strict_policy(spec: ChartSpec, width: Width) -> None:
    """It has no style, script, link or text that needs a font, and nothing that the PDF engine cannot draw."""
    root = _root(spec, Variant(width, Scheme.LIGHT))
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    attributes = {name for element in root.iter() for name in element.attrib}

    assert tags <= {"svg", "title", "desc", "defs", "g", "path", "use"}
    assert "style" not in attributes
    assert [] == [name for name in attributes if name.startswith("on")]


@KINDS
def test_ids_begin_with_the_name(spec: ChartSpec) -> None:
    """Several drawings can stand in one page: ids are unique, begin with name and variant, and every reference fits."""
    ids: list[str] = []
    for variant in (WIDE, Variant(Width.NARROW, Scheme.LIGHT), Variant(Width.NARROW, Scheme.DARK)):
        root = _root(spec, variant)
        own = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
        used = {element.attrib["{http://www.w3.org/1999/xlink}href"] for element in root.iter(f"{SVG}use")}
        ids += own

        assert [] == [name for name in own if not name.startswith(f"{spec.name}-{variant.width}-{variant.scheme}-")]
        assert used <= {f"#{name}" for name in own}
    assert len(ids) == len(set(ids))


@KINDS
def test_only_colours_of_the_theme(spec: ChartSpec) -> None:
    """Light and dark are one drawing in the colours of their palette."""
    drawn = {}
    for scheme, palette in ((Scheme.LIGHT, theme.LIGHT), (Scheme.DARK, theme.DARK)):
        root = _root(spec, Variant(Width.WIDE, scheme))
        known = {"none", *palette.series, *(value for value in vars(palette).values() if isinstance(value, str))}
        colours = {
            element.attrib[key] for element in root.iter() for key in ("fill", "stroke") if key in element.attrib
        }
        drawn[scheme] = [element.attrib["d"] for element in root.iter(f"{SVG}path") if "id" not in element.attrib]

        assert colours <= known
    assert drawn[Scheme.LIGHT] == drawn[Scheme.DARK]


@KINDS
@WIDTHS
def test_nothing_is_clipped_or_covered(spec: ChartSpec, width: Width) -> None:
    """Every text and shape lies inside the canvas, no text touches another, and no letter is smaller than 14 px."""
    scene = _scene(spec, width)

    assert [] == _beyond(scene)
    assert [] == _overlaps(scene)
    assert min(words.style.size for words in scene.words) >= 14


@pytest.mark.parametrize("spec", list(_hostile().values()), ids=list(_hostile()))
@WIDTHS
def test_hostile_tables_are_drawn_whole(spec: ChartSpec, width: Width) -> None:
    """Sixty rows, words without end, no words, scripts from right to left, unknown signs: all stays in its place."""
    scene = _scene(spec, width)

    assert [] == _beyond(scene)
    assert [] == _overlaps(scene)


@pytest.mark.parametrize("kind", list(_hostile()))
def test_hostile_tables_are_well_formed(kind: str) -> None:
    """What a file may not hold is not in the file; a missing letter is no warning of a library."""
    root = _root(_hostile()[kind], Variant(Width.PRINT, Scheme.LIGHT))

    assert "img" == root.attrib["role"]


@given(st.lists(st.text(max_size=80), min_size=1, max_size=6), st.sampled_from(Width))
@settings(max_examples=40)
def test_any_text_stays_inside(labels: list[str], width: Width) -> None:
    """Whatever authors write, no text leaves the canvas or touches another."""
    for spec in (
        counts(*((text_cell(label), count_cell(place)) for place, label in enumerate(labels))),
        shares(*((label, label, Cell("50 procent", 50)) for label in labels)),
        matrix(3, 4, names=tuple(labels)),
    ):
        scene = _scene(spec, width)

        assert [] == _beyond(scene)
        assert [] == _overlaps(scene)


@KINDS
def test_ink_lies_where_the_words_were_measured(spec: ChartSpec) -> None:
    """Each outline in the file lies inside a measured line: what the layout knows is what is drawn."""
    root = _root(spec)
    boxes = [words.box for words in _scene(spec).words]
    glyphs = {
        element.attrib["id"]: [float(number) / 64 for number in re.findall(r"-?\d+(?:\.\d+)?", element.attrib["d"])]
        for element in root.iter(f"{SVG}path")
        if "id" in element.attrib
    }
    outside = []
    for line in root.iter(f"{SVG}g"):
        found = re.fullmatch(r"translate\((\S+) (\S+)\) scale\((\S+) (\S+)\)", line.attrib["transform"])
        assert found
        left, base, scale, _ = map(float, found.groups())
        for use in line:
            outline = glyphs[use.attrib["{http://www.w3.org/1999/xlink}href"].removeprefix("#")]
            x = left + float(use.attrib.get("x", 0)) * scale
            ink = Box(
                x + min(outline[::2]) * scale,
                base - max(outline[1::2]) * scale,
                x + max(outline[::2]) * scale,
                base - min(outline[1::2]) * scale,
            )
            if not any(_holds(box, ink) for box in boxes):
                outside.append(ink)

    assert [] == outside


def _holds(box: Box, ink: Box) -> bool:
    return (
        box.left - 1.5 <= ink.left
        and ink.right <= box.right + 1.5
        and box.top - 1 <= ink.top
        and ink.bottom <= box.bottom + 1
    )


@pytest.mark.parametrize("kind", list(ChartKind))
@WIDTHS
def test_a_table_without_rows_is_no_accident(kind: ChartKind, width: Width) -> None:
    """Nothing to draw gives a drawing of nothing, still with its words."""
    columns = (Column("a", "A"), Column("b", "B"), Column("c", "C"))
    spec = ChartSpec("leeg", kind, "Leeg", _table("leeg", columns, []), "a", "b", ("c",))

    assert _scene(spec, width).height > 0
    assert "Leeg" == _root(spec, Variant(width, Scheme.LIGHT))[0].text


# ---- The same bytes -------------------------------------------------------------------------------------------------

PROGRAM = """
import hashlib, sys
sys.path.insert(0, {tests!r})
import test_charts as t
from weerklank import charts
variants = [t.WIDE, t.Variant(t.Width.NARROW, t.Scheme.DARK)]
data = [charts.draw(spec, variant=v, fonts=t.FONTS) for spec in t.EXAMPLES.values() for v in variants]
data.append(charts.draw_png(t.EXAMPLES["counts"], fonts=t.FONTS))
print(hashlib.sha256(b"".join(data)).hexdigest(), "matplotlib.pyplot" in sys.modules)
"""


def _elsewhere(folder: Path, seed: str) -> str:
    folder.mkdir()
    (folder / "matplotlibrc").write_text("font.size: 30\nlines.scale_dashes: True\nsvg.fonttype: none\n", "utf-8")
    environment = os.environ | {
        "PYTHONHASHSEED": seed,
        "SOURCE_DATE_EPOCH": seed,
        "MPLCONFIGDIR": str(folder),
        "PYTHONPATH": str(ROOT),
        "TZ": "Pacific/Kiritimati" if seed == "1" else "UTC",
    }
    program = PROGRAM.format(tests=str(ROOT / "tests"))
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_the_bytes_are_the_same_everywhere(tmp_path: Path) -> None:
    """Another day, another order of hashing, another time zone and a user's own settings of the library change nothing.

    No global figure is made either: the part of the library that keeps one is not even imported.
    """
    here, there = _elsewhere(tmp_path / "a", "1"), _elsewhere(tmp_path / "b", "999999999")

    assert here == there
    assert "False" == here.split()[1]


def test_drawing_leaves_no_trace() -> None:
    """The settings of the library are after a drawing what they were before."""
    before = dict(mpl.rcParams)
    charts.draw(EXAMPLES["counts"], variant=WIDE, fonts=FONTS)
    charts.draw_png(EXAMPLES["counts"], fonts=FONTS)

    assert before == dict(mpl.rcParams)


def test_a_picture_has_twice_the_size_and_no_metadata() -> None:
    """The PNG is 2 x 1280 px wide and holds nothing but its picture and the resolution."""
    data = charts.draw_png(EXAMPLES["shares"], fonts=FONTS)
    chunks = set(re.findall(rb"(IHDR|IDAT|IEND|tEXt|iTXt|zTXt|tIME|eXIf)", data))

    assert (2560,) == struct.unpack(">I", data[16:20])
    assert not chunks & {b"tEXt", b"iTXt", b"zTXt", b"tIME", b"eXIf"}


@pytest.mark.parametrize("kind", EXAMPLES)
def test_a_document_has_the_drawing_for_paper(kind: str) -> None:
    """The picture of a Word document is what the PDF has: letters of one size with its text, no second title."""
    spec = EXAMPLES[kind]
    scene = charts.scene_of(spec, width=Width.PRINT, fonts=FONTS)
    width, height = struct.unpack(">II", charts.draw_for_word(spec, fonts=FONTS)[16:24])

    assert (round(scene.width), round(scene.height)) == (round(width / 3), round(height / 3))


# ---- Shapes ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("palette", [theme.LIGHT, theme.DARK], ids=["light", "dark"])
def test_each_state_has_its_own_shape(palette: theme.Palette) -> None:
    """No two states are drawn alike, also when all colour is taken out of the drawing."""

    def grey(ink: Ink | None) -> float | None:
        return round(luminance(paint.colour(ink, palette)), 1) if ink else None

    drawings = {
        tuple(
            (mark.points, grey(mark.fill), mark.dashed) if isinstance(mark, Area) else str(mark)
            for mark in draw_shape(Slanted(0, 100, 0, 40), shape, 8)
        )
        for shape in Shape
    }

    assert len(Shape) == len(drawings)


@given(st.floats(0, 400), st.floats(0, 400), st.floats(5, 300), st.floats(3, 20))
def test_ruling_ends_where_its_area_ends(left: float, width: float, height: float, gap: float) -> None:
    """Ruling is cut by calculation, for no clip path: no line leaves its area, and all lean at 19 degrees."""
    area = Box(left, 0, left + width, height)
    for mark in upright_ruling(area, gap):
        assert isinstance(mark, Strokes)
        for (x, y), (end_x, end_y) in mark.lines:
            assert area.left - 1e-6 <= x <= end_x <= area.right + 1e-6
            assert -1e-6 <= end_y <= y <= height + 1e-6
            assert theme.lean(y - end_y) == pytest.approx(end_x - x, abs=1e-6)


# ---- SHARES ---------------------------------------------------------------------------------------------------------


def _filled(scene: Scene, ink: Ink) -> list[Area]:
    return [mark for mark in scene.marks if isinstance(mark, Area) and mark.fill is ink]


def _length(area: Area) -> float:
    return area.points[-1][0] - area.points[0][0]


def _ruled(scene: Scene) -> list[Strokes]:
    return [mark for mark in scene.marks if isinstance(mark, Strokes) and mark.ink is Ink.HATCH]


def _dashed(scene: Scene) -> list[Area | Strokes]:
    return [mark for mark in scene.marks if isinstance(mark, (Area, Strokes)) and mark.dashed]


@WIDTHS
def test_a_share_is_as_long_as_it_says(width: Width) -> None:
    """Bars have the length of their share, and the whole rest is ruled: no rest looks like an answer."""
    scene = _scene(shares(), width)
    lengths = [_length(bar) for bar in _filled(scene, Ink.STATED)]
    everyone = _scene(shares(("Alles", "ja", Cell("100 procent", 100))), width)
    whole = _length(_filled(everyone, Ink.STATED)[0])

    assert [] == _ruled(everyone)
    assert [0.66 * whole, 0.85 * whole] == pytest.approx(lengths)
    for bar, rest in zip(_filled(scene, Ink.STATED), _ruled(scene), strict=True):
        first, last = rest.lines[0][0][0], rest.lines[-1][0][0]

        assert 0 < first - bar.points[-1][0] < 10
        assert bar.points[0][0] + whole - last < 12


def test_about_has_a_loose_end() -> None:
    """Only the figure that is not exact ends in dashes."""
    assert 1 == len(_dashed(_scene(shares())))
    assert [] == _dashed(_scene(shares(("Exact", "tevreden", Cell("50 procent", 50)))))


def test_words_of_the_source_are_set_as_such() -> None:
    """The wording of the counted answers is quoted and set in the literal face; nothing of ours is."""
    literal = [words.text for words in _scene(shares()).words if words.style.face is Face.LITERAL]

    assert ["“helemaal tevreden of tevreden”", "“tevreden of heel tevreden”"] == literal


@WIDTHS
@pytest.mark.parametrize("share", ["0", "0.5", "3", "40", "50", "97", "100"])
def test_a_figure_always_finds_its_place(share: str, width: Width) -> None:
    """The number stands in the bar, on the ruling or above the bar, never over an edge and never left out."""
    text = f"ongeveer {share} procent"
    scene = _scene(shares(("Rij", "ja", Cell(text, Decimal(share), qualifier="ongeveer"))), width)
    bars = _filled(scene, Ink.STATED)
    words = next(words for words in scene.words if words.text == text)

    if words.ink is Ink.ON_STATED:
        assert bars[0].points[1][0] < words.box.left < words.box.right < bars[0].points[-1][0]
    else:
        assert all(bar.points[-2][0] < words.box.left or words.box.bottom < bar.points[1][1] for bar in bars)


def test_an_absence_is_no_bar_of_zero() -> None:
    """A result without figure shows the shape and the word of its state over the whole width."""
    scene = _scene(shares(("Algemeen", "ja", state_cell(FIGURE_NOT_STATED))))

    assert [] == _filled(scene, Ink.STATED)
    assert "gemeten, cijfer niet vermeld" in [words.text for words in scene.words]


@pytest.mark.parametrize("value", [-1, 101, None, "66"])
def test_a_share_beyond_its_scale_is_refused(value: int | str | None) -> None:
    """What is not a number from 0 to 100 cannot be a share; that is a fault of ours and not of an author."""
    with pytest.raises(ValueError, match="not a share"):
        _scene(shares(("Rij", "ja", Cell("iets", value))))


# ---- COUNTS ---------------------------------------------------------------------------------------------------------


def test_bars_take_the_shape_of_their_state() -> None:
    """Done is full, planned is a dashed frame, under way is half full; lengths are as the numbers."""
    scene = _scene(counts())
    full = [area for area in _filled(scene, Ink.STATED) if area.edge]
    half = [area for area in _filled(scene, Ink.STATED) if not area.edge]

    assert [8.0, 1.0] == pytest.approx([_length(area) / _length(full[-1]) for area in full])
    assert 0.5 == pytest.approx(_length(half[0]) / _length(full[-1]))
    assert 1 == len(_dashed(scene))
    assert ["8", "1", "1", "1"] == [words.text for words in scene.words if words.style.face is Face.BOLD]


def test_an_absent_number_has_no_length() -> None:
    """A row without a number gets a mark of one size with its word; a real zero is a line with 0."""
    scene = _scene(
        counts(
            (text_cell("a"), count_cell(1000)),
            (text_cell("b"), count_cell(0)),
            (text_cell("c"), state_cell(NOT_STATED)),
            (text_cell("d"), state_cell(QUALITATIVE)),
        )
    )
    texts = [words.text for words in scene.words]

    assert {"1000", "0", "niet vermeld", "in woorden, geen cijfer"} <= set(texts)
    assert 1 == len(_filled(scene, Ink.STATED))
    assert 1 == len([mark for mark in scene.marks if isinstance(mark, Strokes) and mark.ink is Ink.INK])


def test_series_are_blue_steps() -> None:
    """Several bars for one name are steps of blue in order, with their names after the numbers, and no yellow."""
    scene = _scene(groups())
    fills = [mark.fill for mark in scene.marks if isinstance(mark, Area) and mark.fill is not Ink.PAPER]

    assert [Ink.SERIES_1, Ink.SERIES_2] * 3 == fills
    assert 3 == [words.text for words in scene.words].count("klachten")


def test_a_count_below_zero_is_refused() -> None:
    """Bars stand on zero."""
    with pytest.raises(ValueError, match="zero or more"):
        _scene(counts((text_cell("a"), count_cell(-1))))


# ---- TIMELINE -------------------------------------------------------------------------------------------------------


def _spans(scene: Scene) -> list[float]:
    return [_length(area) for area in _filled(scene, Ink.STATED)]


def test_shapes_are_as_long_as_what_is_said() -> None:
    """2011 to 2016 is six years long, 2017 and 2019 one; the open end is an arrow that reaches the edge."""
    scene = _scene(timeline())
    barometer, exercise, clear, complaints = _filled(scene, Ink.STATED)

    assert [6.0, 1.0] == pytest.approx([_length(barometer) / _length(clear), _length(exercise) / _length(clear)])
    assert 5 == len(complaints.points)
    assert max(x for x, _ in complaints.points) == pytest.approx(scene.width, abs=3)


def test_what_has_no_date_is_ruled() -> None:
    """A row without a year is ruled from edge to edge, with the words of the source on it; so is an unknown end."""
    scene = _scene(timeline())
    lengths = [strokes.lines[-1][0][0] - strokes.lines[0][0][0] for strokes in _ruled(scene)]
    texts = [words.text for words in scene.words]

    assert 5 == len(lengths)
    assert 4 == sum(length > 800 for length in lengths)
    assert {"jaarlijks", "halfjaarlijks", "“dit jaar”", "niet vermeld"} <= set(texts)
    assert ["“dit jaar”"] == [words.text for words in scene.words if words.style.face is Face.LITERAL]


def test_words_of_the_source_between_ours_are_set_as_such() -> None:
    """Of a frequency of ours and a phrase of the source, only the phrase is set in the literal face."""
    when = text_cell("jaarlijks, “een recent initiatief”")
    scene = _scene(timeline(("Netwerkmomenten", SILENT, SILENT, when)))

    assert ["“een recent initiatief”"] == [word.text for word in scene.words if word.style.face is Face.LITERAL]
    assert "jaarlijks," in [word.text for word in scene.words]


def test_without_any_date_there_is_no_axis() -> None:
    """Rows that all lack a year are ruled, and no year is invented to hang them on."""
    scene = _scene(timeline(("Bevraging", SILENT, SILENT, EMPTY)))

    assert ["Bevraging", "niet vermeld"] == [words.text for words in scene.words]


@WIDTHS
def test_years_on_the_axis_never_touch(width: Width) -> None:
    """A long axis names fewer years."""
    scene = _scene(timeline(("Lang", _year(1830), NOW, EMPTY), ("Kort", _year(2019), _year(2019), EMPTY)), width)
    years = [words for words in scene.words if re.fullmatch(r"\d{4}|heden", words.text) and words.y < 40]

    assert len(years) > 2
    assert all(first.box.right < second.box.left for first, second in pairwise(sorted(years, key=lambda word: word.x)))


# ---- MATRIX ---------------------------------------------------------------------------------------------------------


def test_empty_cells_are_ruled() -> None:
    """Not stated, blank and zero are all silence; the number 12 is full."""
    table = _table(
        "m",
        (Column("a", "A"), *(Column(key, key) for key in "bcde")),
        [(text_cell("rij"), SILENT, EMPTY, count_cell(0), count_cell(12))],
    )
    scene = _scene(ChartSpec("m", ChartKind.MATRIX, "M", table, "a", "", tuple("bcde")))

    assert 3 == len(_ruled(scene))
    assert 1 == len(_filled(scene, Ink.STATED))
    assert "12" in [words.text for words in scene.words]


@WIDTHS
def test_words_give_way_to_marks_with_a_key(width: Width) -> None:
    """Where words do not fit, each column is named once, every number is shown, and the key counts every state."""
    spec = matrix(14, 12)
    scene = _scene(spec, width)
    texts = [words.text for words in scene.words]
    numbers = [cell for row in spec.table.rows for cell in row if cell.text == "12"]

    assert len(numbers) == texts.count("12")
    assert any(re.search(r"niet vermeld \(\d+\)", text) for text in texts)
    assert all(any(text.endswith(f", {place}") for text in texts) for place in range(12))


# ---- SERIES ---------------------------------------------------------------------------------------------------------


def _joined(scene: Scene) -> int:
    return sum(
        len(mark.lines) for mark in scene.marks if isinstance(mark, Strokes) and mark.width == LINE and not mark.dashed
    )


@WIDTHS
@pytest.mark.parametrize("spec", [survey(), score(), nps(), _gap(), _two_lines()])
def test_no_word_lies_on_a_line_or_a_point(spec: ChartSpec, width: Width) -> None:
    """Figures stand beside what they say: no line, target or point runs through a word."""
    scene = _scene(spec, width)
    lines = [
        segment for mark in scene.marks if isinstance(mark, Strokes) and mark.width == LINE for segment in mark.lines
    ]
    points = [
        mark for mark in scene.marks if isinstance(mark, Area) and mark.fill in (Ink.STATED, Ink.PAPER) and mark.edge
    ]
    for words in scene.words:
        box = Box(words.box.left + 1, words.box.top + 2, words.box.right - 1, words.box.bottom - 3)
        assert [] == [line for line in lines if crosses(box, (line[0], line[-1]))], words.text
        assert [] == [point for point in points if box.overlaps(_around(point))], words.text


def _around(area: Area) -> Box:
    xs, ys = zip(*area.points, strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


@WIDTHS
def test_the_first_and_the_last_figure_stand_at_their_points(width: Width) -> None:
    """Each panel has its name, its ends, its axis from 0 to 100 and the year that was not measured."""
    spec = survey()
    texts = [words.text for words in _scene(spec, width).words]
    for name in dict.fromkeys(cell.text for cell in spec.cells("reeks")):
        own = [
            cell for label, cell in zip(spec.cells("reeks"), spec.cells("waarde"), strict=True) if label.text == name
        ]
        assert own[4].number.rstrip("%") in texts
    assert [8, 8, 8] == [texts.count(word) for word in ("100", "2018", "2023")]
    assert {texts.count("0"), texts.count("50")} == {8}
    assert 8 == texts.count("2020"), "the year that was not measured is named in each panel"


def test_a_wide_line_has_all_its_figures() -> None:
    """Where there is room, every figure stands beside its point, with the words of the target and of the state."""
    texts = [words.text for words in _scene(score()).words]
    for word in (
        "6,4 op 10",
        "6,6 op 10",
        "7,0 op 10",
        "7,1 op 10",
        "7,4 op 10",
        "streefcijfer 7,8 op 10",
        "niet gemeten",
    ):
        assert word in texts


@WIDTHS
def test_a_year_without_a_figure_never_stands_on_the_axis(width: Width) -> None:
    """Its shape is under the axis with its year below it: on the axis it would read as a figure of zero."""
    points = [("x", 2023, count_cell(49)), ("x", 2024, state_cell(NOT_MEASURED)), ("x", 2025, count_cell(57))]
    for spec in (series(*points), series(*points, *(("y", year, cell) for _, year, cell in points))):
        scene = _scene(replace(spec, axis=(Decimal(0), Decimal(100))), width)
        strong = [mark for mark in scene.marks if isinstance(mark, Strokes) and mark.ink is Ink.STRONG]
        axis = max(line[0][1] for mark in strong for line in mark.lines)
        (first, *others) = [word for word in scene.words if word.text == "2024"]
        areas = [_around(mark) for mark in scene.marks if isinstance(mark, Area)]
        under = [box for box in areas if box.top > axis]

        assert len(under) == 1 + len(others) >= len(dict.fromkeys(cell.text for cell in spec.cells("reeks")))
        assert all(box.top < axis - 10 or box in under for box in areas)
        assert under[0].bottom <= first.box.top
        assert {"2023", "2025"} <= {word.text for word in scene.words}


def test_panels_share_one_axis() -> None:
    """The same figure lies at the same height in every panel of a row."""
    same = [(name, year, Cell("66 procent", 66, number="66%")) for name in "abcd" for year in (2019, 2020)]
    scene = _scene(replace(series(*same), axis=(Decimal(0), Decimal(100))))
    points = [mark for mark in scene.marks if isinstance(mark, Area) and mark.edge is not None]
    assert 1 == len({round(_around(point).top, 3) for point in points})


@pytest.mark.parametrize(
    ("sign", "figures", "shown"),
    [
        ("punt", (41000, 52325), ["0", "26.162", "52.325"]),
        ("spatie", (41000, 52325), ["0", "26\u00a0162", "52\u00a0325"]),
        ("punt", (1, 1), ["0", "0,5", "1"]),
        ("punt", (Decimal("1.5"), Decimal("4.5")), ["0", "2,25", "4,5"]),
    ],
)
def test_an_axis_counts_as_its_figures_do(
    sign: str, figures: tuple[int | Decimal, int | Decimal], shown: list[str]
) -> None:
    """Thousands have the sign that the table has, and between whole numbers stands one, not a half."""
    cells = [Cell(text=str(value), value=value, number=str(value)) for value in figures]
    spec = replace(series(("a", 2019, cells[0]), ("a", 2020, cells[1])), thousands=sign)
    assert shown == [words for _, words in ticks(0.0, float(figures[1]), spec)]


@pytest.mark.parametrize(
    ("most", "end"),
    [(0, 0), (1, 1), (7, 8), (39, 40), (100, 100), (101, 200), (72543, 80000), (68210, 80000), (97000, 100000)],
)
def test_an_axis_of_counts_ends_at_a_round_number(most: int, end: int) -> None:
    """Never at the figure itself, unless that is round; figures stay within it."""
    assert end == rounded_up(most)


def test_the_axis_is_never_cut() -> None:
    """48 is less than half as high as 100, whatever the figures of a line are."""
    scene = _scene(
        replace(series(("x", 2019, count_cell(48)), ("x", 2020, count_cell(87))), axis=(Decimal(0), Decimal(100)))
    )
    first, last = (_around(m) for m in scene.marks if isinstance(m, Area) and m.edge is not None)
    grid = sorted(
        {round(line[0][1], 2) for m in scene.marks if isinstance(m, Strokes) and m.ink is Ink.RULE for line in m.lines}
    )
    top, bottom = (
        grid[0],
        max(line[0][1] for m in scene.marks if isinstance(m, Strokes) and m.ink is Ink.STRONG for line in m.lines),
    )
    for box, value in ((first, 48), (last, 87)):
        assert value == pytest.approx(100 * (bottom - (box.top + box.bottom) / 2) / (bottom - top), abs=0.1)


def test_a_year_without_a_figure_and_a_break_part_the_line() -> None:
    """Years in which nothing was asked do not: a survey of every other year has a line."""
    assert 2 == _joined(_scene(_gap()))
    assert 2 == _joined(
        _scene(series(("x", 2019, count_cell(1)), ("x", 2021, count_cell(2)), ("x", 2025, count_cell(3))))
    )
    assert 3 == _joined(_scene(score()))
    assert 4 == _joined(_scene(nps()))
    assert 3 == _joined(_scene(replace(nps(), cuts=(Cut("NPS", 2021),))))


def test_a_break_stands_right_before_its_year() -> None:
    """Also where the year before it, or its own, has no figure: it never stands on a year."""
    silent = state_cell(NOT_MEASURED)
    for cut, absent in ((2024, 2023), (2023, 2023)):
        points = [("x", year, silent if year == absent else count_cell(year - 2000)) for year in range(2021, 2026)]
        with_cut, bare = (_scene(replace(series(*points), cuts=cuts)) for cuts in ((Cut("x", cut),), ()))
        strokes = {mark for mark in with_cut.marks if isinstance(mark, Strokes)} - set(bare.marks)
        (slanted,) = (mark for mark in strokes if mark.ink is Ink.STRONG)
        at = [x for line in slanted.lines for x, _ in line]
        figures = [_around(m) for m in bare.marks if isinstance(m, Area) and m.edge is not None]
        xs = sorted((box.left + box.right) / 2 for box in figures)
        year = (xs[-1] - xs[0]) / 4
        assert cut - HALF_YEAR == pytest.approx(2021 + (sum(at) / len(at) - xs[0]) / year, abs=0.1)


def test_a_target_is_dashed_for_the_years_it_held() -> None:
    """It does not run over years before it, and one of other years is not drawn."""
    (line,) = [mark for mark in _scene(score()).marks if isinstance(mark, Strokes) and mark.dashed]
    whole = [mark for mark in _scene(score()).marks if isinstance(mark, Strokes) and mark.ink is Ink.RULE]
    ((left, _), (right, _)) = line.lines[0]
    ((start, _), (end, _)) = whole[0].lines[0]
    assert 0.3 < (right - left) / (end - start) < 0.5
    early = replace(score(), goals=(Goal("Score", Decimal(8), 2001, 2003, "norm 8"),))
    assert [] == [mark for mark in _scene(early).marks if isinstance(mark, Strokes) and mark.dashed]


@pytest.mark.parametrize("spec", [survey(), dots(), dots(low=80), nps()])
def test_a_figure_beyond_its_axis_is_refused(spec: ChartSpec) -> None:
    """No axis is stretched for one figure, and none is cut."""
    low, high = spec.axis or (Decimal(0), Decimal(0))
    narrow = replace(spec, axis=(low, min(high, Decimal(50) if spec.kind is ChartKind.DOTS else Decimal(10))))
    with pytest.raises(ValueError, match="outside the axis"):
        _scene(narrow)


@WIDTHS
def test_groups_have_their_margin_and_their_number(width: Width) -> None:
    """A bar through each point that is as long as the margin; a shielded group has its word and no point."""
    scene = _scene(dots(), width)
    texts = [words.text for words in scene.words]
    assert {"71 procent", "ongeveer 98 procent", "312 antwoorden", "1204 antwoorden"} <= {*texts}
    assert any(text.startswith("afgeschermd") for text in texts)
    bars = [mark for mark in scene.marks if isinstance(mark, Strokes) and mark.width == 2 * theme.STROKE]
    axis = [mark for mark in scene.marks if isinstance(mark, Strokes) and mark.ink is Ink.RULE]
    reach = axis[0].lines[0][1][0] - axis[0].lines[0][0][0]
    assert [0.10, 0.047] == [
        pytest.approx((bar.lines[0][1][0] - bar.lines[0][0][0]) / reach, abs=0.001) for bar in bars
    ]


@pytest.mark.parametrize("points", [[], [2016]])
def test_one_point_is_not_a_line(points: list[int]) -> None:
    """A trend is never drawn from one figure, also not when other years have an absence."""
    values = [("barometer", year, count_cell(66)) for year in points]

    with pytest.raises(ValueError, match="fewer than 2"):
        _scene(series(*values, ("barometer", 2014, SILENT)))


# ---- Letters --------------------------------------------------------------------------------------------------------


def test_letters_that_the_house_font_lacks_are_told() -> None:
    """Letters of the reserve font are a note, letters that no font has are a warning; ordinary Dutch is neither."""
    found = charts.inspect(counts((text_cell("Łódź, Αθήνα, של 🦄"), count_cell(1))), fonts=FONTS)

    assert () == charts.inspect(shares(), fonts=FONTS)
    assert [("X010", "ש ל"), ("X011", "🦄")] == [(item.code, dict(item.arguments)["tekens"]) for item in found]


@given(st.text(max_size=120), st.floats(20, 400), st.sampled_from(Face))
def test_lines_are_never_longer_than_their_limit(text: str, limit: float, face: Face) -> None:
    """A wrapped line fits, unless it is one letter and what hangs on it."""
    style = Style(face, 15)
    lines = LETTERING.wrap(text, style, limit)

    assert [] == [line for line in lines if LETTERING.width(line, style) > limit and len(line.strip("-")) > 1]


@given(st.text("abc dé", max_size=60), st.floats(20, 300))
def test_wrapping_loses_no_letter(text: str, limit: float) -> None:
    """Lines hold all letters in order; only spaces at their ends and hyphens of their own are different."""
    lines = LETTERING.wrap(text, Style(Face.REGULAR, 15), limit)

    assert re.sub(r"\s", "", text) == re.sub(r"[-\s]", "", "".join(lines))


def test_soft_hyphens_show_only_at_the_end_of_a_line() -> None:
    """An author's or our own soft hyphen says where a word may be broken, and is otherwise not there."""
    style = Style(Face.REGULAR, 15)
    word = f"tevredenheids{SOFT_HYPHEN}barometer"

    assert ("tevredenheidsbarometer",) == LETTERING.wrap(word, style, 400)
    assert ("tevredenheids-", "barometer") == LETTERING.wrap(word, style, 120)


def test_no_break_spaces_hold() -> None:
    """A number stays with its unit."""
    style = Style(Face.REGULAR, 15)

    assert (f"ongeveer 66{NBSP}procent",) == LETTERING.wrap(f"ongeveer 66{NBSP}procent", style, 200)
    assert ("ongeveer", f"66{NBSP}procent") == LETTERING.wrap(f"ongeveer 66{NBSP}procent", style, 100)


def test_foreign_words_keep_their_order() -> None:
    """Words from right to left between words of ours are one run, so that they are read in their own order."""
    words = LETTERING.words("zie שלום עולם hier", Style(Face.REGULAR, 15), x=0, y=0, ink=Ink.INK)

    assert ["zie ", "שלום עולם", " hier"] == [run.text for run in LETTERING.runs(words)]


def test_every_state_can_be_drawn_as_a_bar() -> None:
    """Each word of the vocabularies has a shape that bars and cells can take."""
    states: list[State] = [*COURSES, *COVERAGES, *ABSENCES]
    scene = _scene(counts(*((Cell(state.word, state.key, state), count_cell(3)) for state in states)))

    assert {state.word for state in states} <= {words.text for words in scene.words}


# --- the marks of authors --------------------------------------------------------------------------------------------


MARKS = ("[[fr: {}]]", "**{}**", "[{}](site:begrip:fontein)", "`{}`")


@pytest.mark.parametrize("spec", all_charts(voorbeeld_site.corpus()), ids=lambda spec: spec.name)
def test_no_mark_of_an_author_is_drawn(spec: ChartSpec) -> None:
    """Wherever a text of a drawing has a mark, the drawing and all words for it are as without the mark."""
    bare = spec.drawn

    def marked(text: str) -> str:
        return MARKS[len(text) % len(MARKS)].format(text) if text and not set(text) & set(f"“”`[]*{NBSP}") else text

    table = replace(
        bare.table,
        caption=marked(bare.table.caption),
        columns=tuple(replace(column, label=marked(column.label)) for column in bare.table.columns),
        rows=tuple(tuple(replace(cell, text=marked(cell.text)) for cell in row) for row in bare.table.rows),
        notes=tuple(map(marked, bare.table.notes)),
    )
    title, remainder, note = map(marked, (bare.title, bare.remainder, bare.note))
    full = replace(bare, title=title, remainder=remainder, note=note, table=table)
    assert full != bare
    assert description(bare) == description(full)
    assert footnotes(bare) == footnotes(full)
    assert charts.inspect(bare, fonts=FONTS) == charts.inspect(full, fonts=FONTS)
    assert charts.draw(bare, variant=WIDE, fonts=FONTS) == charts.draw(full, variant=WIDE, fonts=FONTS)
    assert charts.draw_png(bare, fonts=FONTS) == charts.draw_png(full, fonts=FONTS)


@WIDTHS
@pytest.mark.parametrize(
    "values",
    [(70, 71, 70, 72, 71, 70), (100, 0, 100, 0, 100, 0), (0, 0, 1, 0, 0, 0), (100, 99, 100, 100, 99, 100), (7,) * 6],
)
@pytest.mark.parametrize("cut", [0, 2021])
@pytest.mark.parametrize("goal", [(), (70, 2023), (97, 2018), (3, 2018)])
def test_no_figure_and_no_target_is_without_words(
    values: tuple[int, ...], cut: int, goal: tuple[int, ...], width: Width
) -> None:
    """Of one line over some years every figure stands at its point and every target at its line, also on a phone."""
    points = [
        ("x", 2018 + place, Cell(f"{v},{place} procent", v, number=f"{v},{place}%")) for place, v in enumerate(values)
    ]
    goals = (Goal("x", Decimal(goal[0]), goal[1], 0, f"streefcijfer {goal[0]} procent"),) if goal else ()
    spec = replace(series(*points), axis=(Decimal(0), Decimal(100)), goals=goals, cuts=(Cut("x", cut),) if cut else ())
    texts = [words.text for words in _scene(spec, width).words]
    assert {f"{v},{place}" for place, v in enumerate(values)} <= set(texts)
    assert all({target.words, f"{target.value}"} & set(texts) for target in goals)
