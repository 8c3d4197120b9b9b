"""What a reader wants to know is a touch or two away, on a phone: a browser goes the way that a thumb would go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import browser_tools
from tests.browser_tools import Need, Visit, visiting

PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


@pytest.fixture
def phone(browser: Browser, looked_at: Path) -> Iterator[Visit]:
    """A phone that shows the site of the example agency, then that of the source document."""
    with visiting(browser, browser_tools.on_disk(looked_at), options=PHONE) as visit:
        yield visit


@pytest.fixture
def source(browser: Browser, tmp_path_factory: pytest.TempPathFactory, need: Need) -> Iterator[Page]:
    """A phone at the home page of the site of the source document."""
    need(browser_tools.chromium() is not None, "looking at pages needs Chromium")
    site = browser_tools.real_site(tmp_path_factory)
    with visiting(browser, browser_tools.on_disk(site), options=PHONE) as visit:
        yield visit.go("index.html")


def test_the_first_screen_names_what_changed_and_after_whose_word(phone: Visit) -> None:
    """One thing, whole, and what it came of, before anything is scrolled."""
    page = phone.go("index.html")
    for part in (page.locator("h1"), page.locator(".after-what")):
        expect(part).to_be_in_viewport(ratio=1)
    expect(page.locator(".after-what")).to_contain_text("Na ")
    expect(page.locator(".after-what a")).to_have_count(1)


@pytest.mark.source_document
def test_a_figure_is_one_search_and_one_touch_away(source: Page) -> None:
    """With its reservation: that the source says “ongeveer”, and which words were counted."""
    source.get_by_role("searchbox").fill("66 procent")
    source.keyboard.press("Enter")
    source.wait_for_url("**/zoeken.html?q=*")
    first = source.locator("#resultaten a").first
    expect(first).to_be_in_viewport(ratio=1)
    first.tap()
    source.wait_for_url("**/metingen/tevredenheidsbarometer.html#**")
    figure = source.locator(":target")
    expect(figure).to_be_in_viewport()
    expect(figure).to_contain_text("ongeveer")
    expect(figure).to_contain_text("“helemaal tevreden of tevreden”")


@pytest.mark.source_document
def test_what_was_done_and_its_source_are_two_touches_away(source: Page) -> None:
    """From the first screen to what followed the provincial meetings, and from there to the words that say so."""
    source.locator(".after-what a").tap()
    source.wait_for_url("**/initiatieven/provinciale-netwerkmomenten.html")
    expect(source.locator("main")).to_contain_text("Wissel-leren")
    place = source.locator("main .quote", has_text="Naar aanleiding van de feedback").locator("xpath=..").locator("a")
    place.first.tap()
    expect(source.locator(":target")).to_contain_text(
        "Naar aanleiding van de feedback volgend op de eerste bijeenkomst"
    )
