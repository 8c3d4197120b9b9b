"""Letters of paper: which signs they have, that our own words keep to them, that each is drawn by its own font."""

import ast
import re
import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont

from weerklank import letters, theme
from weerklank.pdf import PdfResult, make_pdf

ROOT = Path(__file__).resolve().parent.parent
ASSETS = ROOT / "templates" / "assets"
PAPER = ASSETS / theme.FOR_PAPER
SHEET = (PAPER / "letters.css").read_text(encoding="utf-8")
FACES = re.findall(r'font-family: "([^"]+)"; src: url\("([^"]+)"\) format\("woff"\); font-weight: (\d+);', SHEET)
SERIF = "Weerklank Druk Serif"
NO_SIGN, LAST = {"Cc", "Cs", "Co", "Cn"}, 0x20000
STYLES = ("css/tokens.css", "paper/letters.css", "css/annex.css")
SAMPLES = {
    "Weerklank Latijn": "ǆƁǇ",
    "Weerklank Cyrillisch": "ҪҿѠ",
    "Weerklank Arabisch": "العربية",
    "Weerklank Hebreeuws": "עברית",
    "Weerklank Tekens": "☫⚓",
    "Weerklank Meer Tekens": "☂✎🖉",
    "Weerklank Wiskunde": "∮⊕↩",
}


def characters(file: str) -> set[str]:
    """The signs that a font has and that people write: no controls, no places that Unicode left open."""
    signs = map(chr, TTFont(PAPER / file).getBestCmap())
    return {
        sign for sign in signs if unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn"} and ord(sign) < 0x20000
    }


def printed(body: str, head: str = "") -> PdfResult:
    """A page with the style sheets of paper."""
    files = {path.relative_to(ASSETS).as_posix(): path.read_bytes() for path in ASSETS.rglob("*") if path.is_file()}
    html = (
        '<!DOCTYPE html><html lang="nl-BE"><head><meta charset="utf-8"><title>Proef</title>'
        '<meta name="author" content="a"><meta name="description" content="d">'
        + "".join(f'<link rel="stylesheet" href="{path}">' for path in STYLES)
        + f'{head}</head><body class="annex"><h1>Proef</h1>{body}</body></html>'
    )
    return make_pdf(html, resources={**files, "css/tokens.css": theme.tokens_css().encode()}, attachments=(), epoch=0)


def test_the_signs_are_those_of_the_fonts() -> None:
    """What is written down is what every weight of a family has, and what the house serif lacks another one has."""
    families: dict[str, list[set[str]]] = {}
    for family, file, _ in FACES:
        families.setdefault(family, []).append(characters(file))
    families.pop(SERIF)
    has = set[str]().union(*(set.intersection(*weights) for weights in families.values()))
    candidates = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0xD800), *range(0xE000, 0x20000))))
    told = {sign for sign in candidates if not letters.unprintable(sign)} - set(letters.UNSEEN)

    assert has - set(letters.UNSEEN) == told


def test_no_two_files_are_taken_for_one_font() -> None:
    """The PDF engine knows a font by family and weight: with two files it draws the glyphs of one with the other."""
    assert len(FACES) == SHEET.count("@font-face")
    assert len(FACES) == len({(family, weight) for family, _, weight in FACES})
    assert {file for _, file, _ in FACES} == {path.name for path in PAPER.glob("*.woff")}
    assert {family for family, _, _ in FACES} - {"Weerklank Druk", SERIF} == set(SAMPLES)


def test_every_font_has_its_licence() -> None:
    """By the name of the family in the name of the file."""
    for path in PAPER.glob("*.woff"):
        name = re.sub(r"-(Regular|Semibold|Bold)\.ttf$|-[47]00-normal$", "", path.stem)
        found = [
            licence for licence in PAPER.glob("LICENSE-*") if name.startswith(licence.stem.removeprefix("LICENSE-"))
        ]
        assert found, path
        assert "SIL OPEN FONT LICENSE" in max(found, key=lambda it: len(it.stem)).read_text(encoding="utf-8").upper()


def _program() -> set[str]:
    """Every sign in the words of the program: strings of its code, templates, style sheets of paper."""
    found: set[str] = set()
    for path in (ROOT / "weerklank").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        found |= {sign for node in ast.walk(tree) if isinstance(node, ast.Constant) for sign in str(node.value)}
    for path in (ROOT / "templates").rglob("*"):
        if path.suffix in {".html", ".css", ".xml"}:
            text = path.read_text(encoding="utf-8")
            found |= set(text) | {chr(int(code, 16)) for code in re.findall(r"\\([0-9a-fA-F]{2,6})\b", text)}
    return found


READ = set(
    "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u201f\u3000\ufe63\ufffd\uff0b\uff0d\uff1d\uff20"
)
"""Signs that the program only knows in the words of others: to refuse or fold them, to keep a sheet from counting."""


def test_what_the_program_writes_can_be_printed() -> None:
    """List signs, arrows, dashes, hyphens, fractions: whatever stands in its own words."""
    own = {sign for sign in _program() if unicodedata.category(sign) not in {"Cc", "Cs", "Co", "Cn"}}

    assert [] == sorted(f"{sign!a}" for sign in own - READ if letters.unprintable(sign))


def _top(pdf: bytes) -> bytes:
    """The upper half of the first page, drawn."""
    page = pypdfium2.PdfDocument(pdf)[0]
    data: bytes = page.render(scale=3, crop=(0, page.get_height() / 2, 0, 0)).to_pil().tobytes()
    return data


@pytest.mark.parametrize("family", SAMPLES)
def test_a_sign_is_drawn_by_its_own_font(family: str) -> None:
    """Beside words in every other font it looks as it does where no other font could have drawn it."""
    text, others = SAMPLES[family], " ".join(SAMPLES.values())
    far = f'<p style="margin-top: 170mm">Ayşe {others}</p>'
    alone = printed(f"<p>{text}</p>", head=f'<style>.annex p {{ font-family: "Weerklank Druk", "{family}" }}</style>')
    beside = printed(f"<p>{text}</p>{far}")

    assert ((), ()) == (alone.unprintable, beside.unprintable)
    assert len(set(_top(alone.pdf))) > 2
    assert _top(alone.pdf) == _top(beside.pdf)


def test_names_of_every_script_are_read_in_their_order() -> None:
    """Words from right to left are heard in the order in which they are written."""
    text = "Ayşe Łukasiewicz en Petra Šimková: CO₂ ≥ 5, van 5 → 6 ‰, Εὐτυχία, Андрей, שלמה המלך en العربية هنا ☂."
    result = printed(f"<p>{text}</p>")

    assert () == result.unprintable
    assert text in " ".join(result.spoken.split())


def test_what_no_font_has_is_told() -> None:
    """The same signs as the check of the records tells, and what leaves no mark is none of them."""
    text = "東京 ✅ 👍🏽 a\u200bb \u00ad x\ufe0f \u2060 ए"
    result = printed(f"<p>{text}</p>")

    assert sorted(letters.unprintable(text)) == sorted(result.unprintable)
    assert ["P031"] == [item.code for item in result.findings]
