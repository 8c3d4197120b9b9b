"""The style sheets for paper fit what is printed: no rule draws what is nowhere, no class is without a rule, no type
is too small. Looked at in every annex and every coverage report of the example agency.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from lxml import html
from lxml.html import HtmlElement

from tests import voorbeeld_site
from tests.annex_samples import EPOCH
from tests.pdf_tools import bare_words
from tests.question_samples import asked
from tests.test_document_coverage import FULL, report
from tests.test_site_styles import is_one_of, selectors_in, unmatched
from weerklank.document.annex import annex_view
from weerklank.html import Templates
from weerklank.pdf import make_pdf
from weerklank.project import ROOT, Project, open_project, read_materials
from weerklank.theme import tokens_css

SHEETS = {"annex": ROOT / "templates/assets/css/annex.css", "coverage": ROOT / "templates/annex/coverage.css"}

NOT_IN_THESE = {
    r"\.annex (\.prose )?h[345]|\.annex \.c": "what authors may write in a text",
    r"\.annex p\.tie": "a story in which one tie holds for all that followed",
    r"\.annex \.is-late": "a promise that is late on the day of the annex",
    r"\.\w+ \.org > span:first-child:not\(\.wordmark\)": "an agency that names no government",
}
"""Selectors, by pattern, that need not match: why."""

NEEDS_NO_RULE = {
    r"t-[a-z]+|table": "the name of a table, which has a rule where its columns need one",
    r"pages|again": "the layout leaves out what names a page again",
    r"footnote-(ref|backref)": "a link like any other",
    "paged": "a column of pages, whose head says its width",
}
"""Classes, by pattern, that need not be in a style sheet: why."""

READ, SMALLEST = 10.0, 8.0
"""Points: of running text, and of anything."""
ENOUGH = 20  # letters by which a paragraph is found
UNIT = 0.75  # points: that of the page is a pixel


@cache
def templates() -> Templates:
    """The templates that are published."""
    project = open_project(environ={})
    assert isinstance(project, Project)
    return Templates(read_materials(project)[0].templates)


@cache
def papers() -> dict[str, HtmlElement]:
    """Every document for paper, as HTML."""
    made: dict[str, HtmlElement] = {}
    corpora = [(voorbeeld_site.corpus(), item.id) for item in voorbeeld_site.corpus().questions if item.annex]
    for corpus, question in (*corpora, (asked(), "tevredenheid")):
        view = annex_view(corpus, question)
        made[question] = _page("annex/annex.html", view)
    for item in voorbeeld_site.whole().questions:
        if item.sub_questions:
            made[f"dekking {item.id}"] = _page("annex/dekking.html", report(item.id, today=date(2026, 6, 1)))
    return made


def _page(template: str, view: object) -> HtmlElement:
    text, faults = templates().render(template, view, artifact="bijlage.pdf", files={})
    assert () == faults
    return html.document_fromstring(text.decode())


def test_every_rule_draws_something() -> None:
    """What is no longer printed leaves no rule behind, and no exception stands for nothing."""
    found = [selector for sheet in SHEETS.values() for selector in selectors_in(sheet)]
    left = unmatched(found, list(papers().values()))

    assert len(found) > 100
    assert set() == {selector for selector in left if not is_one_of(selector, NOT_IN_THESE)}
    assert all(any(re.fullmatch(pattern, selector) for selector in found) for pattern in NOT_IN_THESE)


def test_every_class_has_a_rule() -> None:
    """A class that nothing draws on paper is a leftover, or a mistake in its name."""
    named = {
        name for sheet in SHEETS.values() for item in selectors_in(sheet) for name in re.findall(r"\.([\w-]+)", item)
    }
    used = {name for page in papers().values() for item in page.iter() for name in str(item.get("class", "")).split()}

    assert set() == {name for name in used - named if not is_one_of(name, NEEDS_NO_RULE)}
    assert [] == [pattern for pattern in NEEDS_NO_RULE if not any(re.fullmatch(pattern, name) for name in used)]


# --- sizes, as printed -----------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every annex of the example agency, and the fullest coverage report, as they are made."""
    site = voorbeeld_site.site(tmp_path_factory) / "vragen"
    made = {path.parent.name: path.read_bytes() for path in site.glob("*/bijlage.pdf")}
    assets = ROOT / "templates/assets"
    files = {path.relative_to(assets).as_posix(): path.read_bytes() for path in assets.rglob("*.*")}
    files |= {"annex/coverage.css": SHEETS["coverage"].read_bytes(), "css/tokens.css": tokens_css().encode()}
    name = f"dekking {FULL}"
    text = html.tostring(papers()[name], encoding="unicode", doctype="<!doctype html>")
    return {**made, name: make_pdf(text, resources=files, attachments=(), epoch=EPOCH).pdf}


def _letters(data: bytes) -> Iterator[tuple[str, float]]:
    """Each letter that is printed, with its size in points."""
    for page in pypdfium2.PdfDocument(data):
        text = page.get_textpage()
        for place in range(text.count_chars()):
            yield text.get_text_range(place, 1), pdfium.FPDFText_GetFontSize(text, place) * UNIT


def test_nothing_is_too_small_to_read(pdfs: dict[str, bytes]) -> None:
    """No letter or digit is under 8 points, axes of drawings and the foot of the page included."""
    small = {
        (name, round(size, 1)): letter
        for name, data in pdfs.items()
        for letter, size in _letters(data)
        if letter.isalnum() and size < SMALLEST
    }

    assert len(pdfs) > 3
    assert {} == small


def _before_asides(paragraph: HtmlElement) -> Iterator[str]:
    """The words of a paragraph up to its first note or place, which are smaller."""
    for text in paragraph.xpath(".//text()"):
        at = text.getparent()
        inside = [at, *at.iterancestors()] if text.is_text else list(at.iterancestors())
        if any(item.tag == "sup" or item.get("class") == "al" for item in inside):
            return
        yield str(text)


def test_running_text_is_large_enough(pdfs: dict[str, bytes]) -> None:
    """Every paragraph of text is printed at 10 points or more, quoted words in it too; a note or place may be less."""
    seen, small = 0, []
    for name, data in pdfs.items():
        letters = [(letter, size) for letter, size in _letters(data) if bare_words(letter)]
        printed = "".join(letter for letter, _ in letters)
        for paragraph in papers()[name].xpath("//*[contains(@class, 'prose')]/p[not(ancestor::*[@id = 'colofon'])]"):
            begin = bare_words("".join(_before_asides(paragraph)))[:40]
            places = [found.start() for found in re.finditer(re.escape(begin), printed)] if len(begin) >= ENOUGH else []
            sizes = [min(size for _, size in letters[place : place + len(begin)]) for place in places]
            seen += bool(sizes)
            small += [(name, begin)] if sizes and max(sizes) < READ else []  # a table may say the same

    assert seen > 20
    assert [] == small
