"""The one owner of colours and sizes: contrast that holds, and tokens that pages, paper and charts share."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from tests.contrast import contrast, luminance
from tests.voorbeeld_site import corpus as example
from weerklank import theme
from weerklank.theme import DARK, LIGHT, NARROW, PAPER, PRINT, WIDE, Palette

ROOT = Path(__file__).resolve().parent.parent
FONTS = ROOT / "templates" / "assets" / "fonts"
OWN = example().organisation.look
"""The look of an agency with colours of its own."""
SCHEMES = pytest.mark.parametrize(
    "palette",
    [LIGHT, DARK, PAPER, OWN.light, OWN.dark, OWN.paper],
    ids=["light", "dark", "paper", "own light", "own dark", "own paper"],
)

# WCAG 2.2, 1.4.3 Contrast (Minimum): text and what it may stand on.
TEXT_PAIRS = (
    ("ink", "paper"),
    ("ink", "sunken"),
    ("ink", "rule"),
    ("ink_soft", "paper"),
    ("ink_soft", "sunken"),
    ("on_stated", "stated"),
    ("on_stated", "cut"),
    ("on_decided", "decided"),
    ("link", "paper"),
    ("link", "sunken"),
    ("link_hover", "paper"),
    ("link_hover", "sunken"),
    ("link_visited", "paper"),
    ("link_visited", "sunken"),
)
# WCAG 2.2, 1.4.11 Non-text Contrast: what carries meaning, and what it lies on.
EDGE_PAIRS = (
    ("stated_edge", "paper"),
    ("mark_line", "paper"),
    ("hatch", "paper"),
    ("decided", "paper"),
    ("rule_strong", "paper"),
    ("focus", "paper"),
    ("focus", "sunken"),
    ("on_stated", "cut"),
)


def test_contrast_follows_its_source() -> None:
    """The formula of WCAG: 21 at most, 1 for equal colours, and the well-known grey that just passes on white."""
    assert 21 == pytest.approx(contrast("#000000", "#ffffff"))
    assert 1 == pytest.approx(contrast("#0055cc", "#0055cc"))
    assert 4.54 == pytest.approx(contrast("#767676", "#ffffff"), abs=0.005)
    assert contrast("#333332", "#ffed00") == contrast("#ffed00", "#333332")


@SCHEMES
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_can_be_read(palette: Palette, text: str, ground: str) -> None:
    """Text has a contrast of at least 4.5 with everything that it may stand on, in all schemes."""
    assert contrast(getattr(palette, text), getattr(palette, ground)) >= 4.5


@SCHEMES
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_can_be_seen(palette: Palette, edge: str, ground: str) -> None:
    """A line or fill that carries meaning has a contrast of at least 3 with what it lies on, in all schemes."""
    assert contrast(getattr(palette, edge), getattr(palette, ground)) >= 3


@SCHEMES
def test_series_can_be_seen_and_told_apart(palette: Palette) -> None:
    """Every step stands out from paper, and the steps run in one order of lightness, so that they differ in grey."""
    steps = [luminance(colour) for colour in palette.series]

    assert all(contrast(colour, palette.paper) >= 3 for colour in palette.series)
    assert steps in (sorted(steps), sorted(steps, reverse=True))
    assert len(set(steps)) == len(steps)


@SCHEMES
def test_yellow_is_never_text(palette: Palette) -> None:
    """Yellow fills what is known. No role for text, links or lines on light paper has it."""
    roles = {"ink", "ink_soft", "on_stated", "on_decided", "link", "link_hover", "link_visited", "mark_line", "hatch"}

    assert palette.stated not in {getattr(palette, role) for role in roles}
    assert palette.stated not in palette.series
    assert LIGHT.stated not in {LIGHT.stated_edge, LIGHT.rule, LIGHT.rule_strong, LIGHT.focus}


def test_without_colours_of_its_own_an_agency_has_those_of_the_house() -> None:
    """To the byte; one colour changes what is made from it and nothing else."""
    assert theme.tokens_css() == theme.tokens_css(theme.look_of(theme.Accent(), theme.Accent()))
    look = theme.look_of(theme.Accent(fill="#8fd3f4"), theme.Accent())
    changed = {field.name for field in fields(LIGHT) if getattr(look.light, field.name) != getattr(LIGHT, field.name)}
    assert ({"stated"}, DARK) == (changed, look.dark)


def test_an_agency_cannot_choose_what_cannot_be_read() -> None:
    """What a fill and a line are tested against are the pairs that hold for every palette."""
    for palette in (LIGHT, DARK):
        fill, line = theme.grounds(palette)
        wanted = [(getattr(palette, ground), 4.5) for text, ground in TEXT_PAIRS if text == "link"]
        assert sorted(wanted) == sorted(line)
        assert (palette.on_stated, 4.5) in fill
    assert {(DARK.paper, 3.0), (DARK.sunken, 3.0)} <= set(theme.grounds(DARK)[0])


def test_tokens_name_every_role() -> None:
    """Each colour of a palette is a custom property of its name; dark has only what differs, paper undoes it all."""
    screen, _, paper = theme.tokens_css().partition("@media print")
    light, _, dark = screen.partition("@media (prefers-color-scheme: dark)")
    roles = {field.name.replace("_", "-") for field in fields(LIGHT) if field.name != "series"}
    differing = {
        field.name.replace("_", "-")
        for field in fields(LIGHT)
        if field.name != "series" and getattr(LIGHT, field.name) != getattr(DARK, field.name)
    }

    assert roles <= set(re.findall(r"--([a-z-]+):", light))
    assert differing == set(re.findall(r"--([a-z-]+):", dark))
    assert roles == set(re.findall(r"--([a-z-]+):", paper))


def test_tokens_stand_on_themselves() -> None:
    """A property that refers to another finds it, and none is set twice in one block."""
    css = theme.tokens_css()
    light = css.partition("@media")[0]
    defined = re.findall(r"--([a-z0-9-]+):", light)

    assert set(re.findall(r"var\(--([a-z0-9-]+)\)", css)) <= set(defined)
    assert len(defined) == len(set(defined))
    assert css.count("{") == css.count("}")


def test_tokens_hold_the_motif() -> None:
    """One angle for edges and ruling, one stroke, no rounding; charts lean as far as pages do."""
    css = theme.tokens_css()

    assert "--slant: -19deg;" in css
    assert "--slant-hatch: 109deg;" in css
    assert "--stroke: 1.5px;" in css
    assert "--radius: 0;" in css
    assert 22.04 == pytest.approx(theme.lean(64), abs=0.005)


def test_tokens_ask_nothing_of_others() -> None:
    """Fonts come from beside the style sheet; no other address is in it."""
    urls = re.findall(r"url\(([^)]*)\)", theme.tokens_css())

    assert [f'"../fonts/{face.file}"' for face in theme.WEB_FONTS] == urls
    assert "//" not in theme.tokens_css()


def test_fonts_are_there_with_their_licence() -> None:
    """Every font that pages name is among the assets, and the licence of each family lies beside it."""
    assert {face.file for face in theme.WEB_FONTS} == {path.name for path in FONTS.glob("*.woff2")}
    for family in ("source-sans-3", "source-serif-4"):
        assert "SIL OPEN FONT LICENSE" in (FONTS / f"LICENSE-{family}.txt").read_text(encoding="utf-8").upper()


@pytest.mark.parametrize("form", [WIDE, NARROW, PRINT], ids=["wide", "narrow", "print"])
def test_no_letter_of_a_chart_is_small(form: theme.ChartFormat) -> None:
    """Charts are lettered in 14 px or more at the width at which they are shown."""
    assert min(form.label, form.small, form.figure, form.count) >= 14


def test_nothing_else_sets_a_colour() -> None:
    """No module but this one writes a colour as a number."""
    package = ROOT / "weerklank"
    paths = [package / "chartspec.py", *(package / "charts").glob("*.py")]
    found = [path.name for path in paths if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))]

    assert [] == found


def test_a_script_keeps_what_is_between_quotes() -> None:
    """Space goes where a sign parts words by itself: never in a text, a template or a sum."""
    typed = b"""  const a = b ? "x = y" : 'it\\'s ( so )';  // why
  const c = `${a} , ${1 - -2}` && d => { e(d, "\\" ; "); };
"""
    packed = b"""const a=b?"x = y":'it\\'s ( so )';const c=`${a} , ${1 - -2}`&&d=>{e(d,"\\" ; ");};"""

    assert packed == theme.packed_script(typed)
