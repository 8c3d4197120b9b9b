"""From a figure to its address, its words, its source and its file, each in one step; paper; and a wrong address.

In a real browser, with a finger and the keyboard, with scripts and without.
"""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import browser_tools, voorbeeld_site
from tests.browser_tools import served, visiting
from tests.printed_reading import page

Need = Callable[[bool, str], None]

MEASURED = "metingen/bankenmonitor.html"
CITED = "cijfer-staat-2022"
WORDS = "De banken zijn in goede staat, 64 procent"
ADDRESS = "https://pleinpraat.example/luisteren"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, need: Need) -> Path:
    """The site of the example agency."""
    need(browser_tools.chromium() is not None, "looking at pages needs Chromium")
    return voorbeeld_site.site(tmp_path_factory)


def test_every_figure_in_a_table_leads_to_how_to_cite_it(site: Path) -> None:
    """On the page of its own measurement, where the same figure stands; its source is in its row."""
    met = 0
    for path in sorted((site / "metingen").glob("*.html")):
        for link in page(path.read_bytes()).xpath("//table//td/a[contains(@href, '#cijfer-')]"):
            target, _, place = link.get("href").partition("#")
            (found,) = page((path.parent / (target or path.name)).read_bytes()).xpath(f"//*[@id='{place}']")
            figure = re.search(r"\d[\d,.]*", link.text_content())
            assert figure is not None, link.text_content()
            assert figure[0] in found.text_content(), (path, place)
            assert link.xpath("ancestor::tr[1]/td[contains(@class, 'src')]"), (path, place)
            met += 1
    assert met


def test_the_files_of_a_table_stand_below_it(site: Path) -> None:
    """Of every measurement with a table: in each format, one step away."""
    for path in sorted((site / "metingen").glob("*.html")):
        tree = page(path.read_bytes())
        if tree.xpath("//section[@aria-labelledby='tabel']//table"):
            links = tree.xpath("//section[@aria-labelledby='tabel']//ul[@class='downloads']//a/@href")
            assert {".csv", ".json", ".xlsx", ".ods"} == {Path(link).suffix for link in links}, path


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
@pytest.mark.parametrize("how", ["keyboard", "touch"])
def test_one_step_to_the_words_for_a_figure(browser: Browser, site: Path, how: str, *, scripts: bool) -> None:
    """The fold opens, the line is seen, and its address is the one in the bar."""
    options = {"java_script_enabled": scripts, "has_touch": True, "viewport": {"width": 390, "height": 800}}
    with served(site) as base, visiting(browser, base, options=options) as visit:
        found = visit.go(MEASURED)
        figure = found.locator(f"a[href$='#{CITED}']").first
        figure.scroll_into_view_if_needed()
        if how == "touch":
            figure.tap()
        else:
            figure.focus()
            found.keyboard.press("Enter")
        expect(found).to_have_url(f"{base}{MEASURED}#{CITED}")
        line = found.locator(f"#{CITED}")
        expect(line).to_be_visible()
        expect(line).to_be_in_viewport()
        expect(line).to_contain_text(WORDS)
        expect(line).to_contain_text(f"{MEASURED}#{CITED}")
        expect(line.get_by_role("button", name="Kopieer")).to_have_count(1 if scripts else 0)


def test_a_button_copies_the_words(browser: Browser, site: Path) -> None:
    """All of them, with their address, and nothing of the button."""
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    with served(site) as base, visiting(browser, base, options=options) as visit:
        found = visit.go(f"{MEASURED}#{CITED}")
        line = found.locator(f"#{CITED}")
        line.get_by_role("button", name="Kopieer").click()
        expect(line.get_by_role("button")).to_have_text("Gekopieerd.")
        copied = found.evaluate("navigator.clipboard.readText()").replace("\u00a0", " ")
        assert WORDS in copied
        assert copied.endswith(f"{MEASURED}#{CITED}")


def test_paper_has_what_a_click_shows(browser: Browser, site: Path) -> None:
    """What is folded on the screen, the address of the page and the date of what it says; no buttons."""
    with served(site) as base, visiting(browser, base) as visit:
        found = visit.go(MEASURED)
        told = found.locator(".on-paper")
        expect(told).to_be_hidden()
        found.emulate_media(media="print")
        expect(told).to_have_text(re.compile(rf"{ADDRESS}/{MEASURED}, met de gegevens van .*20\d\d\.$"))
        expect(told).to_be_visible()
        line = found.locator(f"#{CITED}")
        expect(line.get_by_role("button")).to_be_hidden()
        assert line.evaluate("line => line.getBoundingClientRect().height") > 0


@pytest.mark.parametrize("wrong", ["weg.html", "metingen/weg.html", "a/b/c/d/weg.html", "metingen/per/weg/"])
def test_a_wrong_address_leads_on_at_any_depth(browser: Browser, site: Path, wrong: str) -> None:
    """On a server that has the site below another path than it knows, the page finds its style and its scripts."""
    with served(site) as base, visiting(browser, base) as visit:
        found = visit.page
        found.goto(f"{base}{wrong}")
        expect(found.get_by_role("heading", level=1)).to_have_text("Deze pagina bestaat niet")
        expect(found.locator("link[href$='css/site.css']")).to_have_js_property("href", f"{base}css/site.css")
        expect(found.get_by_role("link", name="Naar de startpagina")).to_be_visible()


def test_a_wrong_address_leads_on_without_scripts(site: Path) -> None:
    """By the address of the site, where that is known: every link within the site is whole."""
    links = page((site / "404.html").read_bytes()).xpath("//a/@href")
    assert {f"{ADDRESS}/zoeken.html", f"{ADDRESS}/index.html"} <= {*links}
    assert [] == [link for link in links if not link.startswith(("https://", "#"))]
