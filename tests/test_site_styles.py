"""Style sheets and pages fit: no rule draws what is nowhere, and no class is without a rule.

Looked at on every page of the example agency.
"""

import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import cssselect2
import pytest
import tinycss2
from lxml import html
from lxml.html import HtmlElement
from PIL import Image
from playwright.sync_api import Browser

from tests import voorbeeld_site

CSS = Path(__file__).resolve().parent.parent / "templates" / "assets" / "css"
SHEETS = ("site", "vinden", "vraag", "print")
MOMENTS = re.compile(
    r"::[\w-]+(\([^)]*\))?|:(target|hover|focus-visible|focus-within|focus|disabled|visited)\b|\[(open|aria-pressed)[^]]*\]"
)
"""What a rule says of a moment and not of a page: it is left out of the selector."""

NOT_ON_THESE_PAGES = {
    r"\.facets button.*|\.found .*|mark": "there while a reader chooses or searches",
    r"\.copy button.*": "a script puts them there",
    r"\.(prose|literal) .*|\.quote (b|strong)|.* \.c": "what authors may write in a text",
    r"\.facets \.zero|\.facets li > span|\.table \+ \.empty": "a list with fewer records than the example has",
    r"\.pages( .*)?": "more ties than stand on one page",
    r"\.(records\.)?dense.*|\.heads.*": "more records than stand on one page",
    r"\.cell\.unfilled": "an initiative that its author has not come to; the example has none",
    r"\.score \.cell\.is-silent > \.mute": "a question of one part that the answer does not treat",
}
"""Selectors, by pattern, that need not match: why."""

NEEDS_NO_RULE = {
    r"t-[a-z]+": "the name of a table, which has a rule where its columns need one",
    r"footnote.*": "Word makes notes of them",
    "control": "what helps a reader of the page, which its plain edition leaves out",
    "alinea": "a passage that is no title and no point",
    "paged": "on paper its column of pages is drawn",
}


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[HtmlElement]:
    """Every page."""
    return [html.parse(path).getroot() for path in sorted(voorbeeld_site.site(tmp_path_factory).rglob("*.html"))]


def _selectors(sheet: str) -> tuple[str, ...]:
    return selectors_in(CSS / f"{sheet}.css")


def selectors_in(sheet: Path) -> tuple[str, ...]:
    """Every selector of a style sheet, those within media too."""
    return tuple(_within(sheet.read_text("utf-8")))


def _within(css: str | list[object]) -> Iterator[str]:
    for rule in tinycss2.parse_rule_list(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            text = tinycss2.serialize(rule.prelude).strip()
            yield from (part.strip() for part in re.split(r",(?![^(]*\))", text))
        elif rule.content is not None and rule.lower_at_keyword in ("media", "supports"):
            yield from _within(rule.content)


def unmatched(selectors: Iterable[str], pages: list[HtmlElement]) -> set[str]:
    """The selectors that no element of these pages has."""
    left = {
        selector: compiled
        for selector in selectors
        for compiled in cssselect2.compile_selector_list(MOMENTS.sub("", selector).strip() or "*")
    }
    for page in pages:
        matcher = cssselect2.Matcher()
        for selector, compiled in left.items():
            matcher.add_selector(compiled, selector)
        for element in cssselect2.ElementWrapper.from_html_root(page).iter_subtree():
            for *_, selector in matcher.match(element):
                left.pop(selector, None)
    return set(left)


def is_one_of(name: str, patterns: Iterable[str]) -> bool:
    """Whether a name has one of these patterns."""
    return any(re.fullmatch(pattern, name) for pattern in patterns)


def test_every_rule_draws_something(pages: list[HtmlElement]) -> None:
    """What is no longer on any page leaves no rule behind, and no exception stands for nothing."""
    selectors = [selector for sheet in SHEETS for selector in _selectors(sheet)]
    assert len(selectors) > 100
    left = unmatched(selectors, pages)
    assert set() == {selector for selector in left if not is_one_of(selector, NOT_ON_THESE_PAGES)}
    assert all(any(re.fullmatch(pattern, selector) for selector in selectors) for pattern in NOT_ON_THESE_PAGES)


def test_every_class_has_a_rule(pages: list[HtmlElement]) -> None:
    """A class that nothing draws is a leftover, or a mistake in its name."""
    sheets = (path.stem for path in CSS.glob("*.css"))
    named = {name for sheet in sheets for item in _selectors(sheet) for name in re.findall(r"\.([\w-]+)", item)}
    used = {name for page in pages for element in page.iter() for name in str(element.get("class", "")).split()}
    assert set() == {name for name in used - named if not is_one_of(name, NEEDS_NO_RULE)}
    assert [] == [pattern for pattern in NEEDS_NO_RULE if not any(re.fullmatch(pattern, name) for name in used)]


_FRAME = """
<style>:root {{ --paper: #ffffff; --rule: #cccccc }} {sheet} body {{ margin: 0 }}</style>
<div class="scroll" style="width: 300px"><p style="width: {width}px; height: 40px; margin: 0"></p></div>
"""


@pytest.mark.parametrize(
    ("width", "scrolled", "shaded"),
    [(600, 0, (False, True)), (600, 150, (True, True)), (600, 300, (True, False)), (300, 0, (False, False))],
)
def test_a_table_shows_on_which_side_it_goes_on(
    browser: Browser, width: int, scrolled: int, shaded: tuple[bool, bool]
) -> None:
    """A shade at the edge beyond which there is more, and none where there is no more; without a script."""
    page = browser.new_page(viewport={"width": 320, "height": 200})
    page.set_content(_FRAME.format(sheet=(CSS / "site.css").read_text("utf-8"), width=width))
    frame = page.locator(".scroll")
    frame.evaluate("(frame, left) => frame.scrollLeft = left", scrolled)
    seen = Image.open(io.BytesIO(page.screenshot())).convert("L")
    page.close()
    row = seen.crop((0, 20, 300, 21)).tobytes()
    assert shaded == (row[1] < 240, row[-2] < 240)
