"""What a reader finds in ten seconds on a phone: what changed and after whose word, and where that stands."""

from pathlib import Path

from playwright.sync_api import Browser, Page

from tests import browser_tools
from tests.browser_tools import visiting

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True}


def _bottom(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


def test_the_first_screen_names_a_change_and_who_said_it(browser: Browser, looked_at: Path) -> None:
    """Without moving the page: what changed, and from which initiative or complaints it came."""
    with visiting(browser, browser_tools.on_disk(looked_at), options=PHONE) as visit:
        page = visit.go("index.html")
        assert page.locator(".opening h1").inner_text()
        assert _bottom(page, ".opening h1") < 844
        assert _bottom(page, ".after-what a") < 844


def test_a_change_and_its_source_are_two_touches_away(browser: Browser, looked_at: Path) -> None:
    """From the home page to where it was heard, which tells what followed; from there to the words in the source."""
    with visiting(browser, browser_tools.on_disk(looked_at), options=PHONE) as visit:
        page = visit.go("index.html")
        changed = page.locator(".opening h1").inner_text().replace("\xad", "")
        page.locator(".after-what a").first.tap()
        page.wait_for_url(lambda url: "index.html" not in url)
        assert changed in page.locator("main").inner_text().replace("\xad", "")
        page.locator("main a[href*='bronnen/'][href*='#']:visible").first.tap()
        page.wait_for_url("**/bronnen/**")
        place = page.evaluate("document.getElementById(location.hash.slice(1))?.getBoundingClientRect().top")
        assert place is not None
        assert 0 <= place < 844


def test_the_search_box_of_the_home_page_finds(browser: Browser, looked_at: Path) -> None:
    """Each word that it proposes leads to results; a word that is typed does the same."""
    with visiting(browser, browser_tools.on_disk(looked_at), options=PHONE) as visit:
        page = visit.go("index.html")
        words = page.locator("#voorbeelden a").all_inner_texts()
        assert 3 == len(words)
        for place in range(len(words)):
            visit.go("index.html").locator("#voorbeelden a").nth(place).tap()
            page.locator("#resultaten a").first.wait_for()
        page = visit.go("index.html")
        page.locator("#q").fill(words[0])
        page.locator("#q").press("Enter")
        page.locator("#resultaten a").first.wait_for()
