"""The lists of 600 initiatives and what was done: pages, orders and files made ahead, and combinations by a script."""

import csv
import io
import re
import shutil
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Browser, Page, expect

from tests import browser_tools, growing_content
from tests.browser_tools import ALL, RUN_AXE, Need, Visit, axe, visiting
from tests.corpus_samples import BUILD_DAY
from tests.project_samples import files_of
from tests.test_site_html import faults
from tests.voorbeeld_site import CONTENT, made_once, project
from weerklank.build.artifact import AnyArtifact
from weerklank.corpus import public
from weerklank.project import read_materials
from weerklank.site.pages import plan
from weerklank.site.paging import ON_A_PAGE

SIZE = 1500
"""So many records, of which 600 are initiatives."""
PAGE_WEIGHT = 100_000
LISTS = ("initiatieven", "bijsturingen", "metingen", "vragen", "toezeggingen", "bronnen")


@pytest.fixture(scope="session")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every page of that agency about more than one record, with what the lists need and some of their files."""
    return made_once(tmp_path_factory, "zeshonderd", _build) / "site"


def _build(work: Path) -> None:
    made = project(CONTENT, work)  # for its templates; its content is not read
    materials, _ = read_materials(made)
    records = public(growing_content.corpus(SIZE), on=BUILD_DAY)
    light = re.compile(
        r"[\w-]+\.html|(?!data/)\w+/index\.html|\w+/(?:per|op|index)/.*\.html|wijzigingen/\d+\.html|js/[\w-]+\.js|(?:css|fonts|icons)/.*"
        r"|data/initiatieven-per-niveau-\w+\.csv"
    )

    def wanted(item: AnyArtifact) -> bool:
        return light.fullmatch(item.path) is not None

    done = files_of(plan(records, assets=materials.assets), materials, wanted=wanted)
    assert [] == [str(item) for item in done.findings]
    for name, data in done.files.items():
        path = made.output / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


# --- made ahead ------------------------------------------------------------------------------------------------------


def ids(path: Path) -> list[str]:
    """The ids of the rows of one page."""
    return [str(name) for name in html.parse(str(path)).xpath("//ol[@id='records']/li/@id")]


def pages(path: Path) -> Iterator[Path]:
    """A page of a list and those that follow it, by their links."""
    while True:
        yield path
        following = html.parse(str(path)).xpath("//nav[@id='bladen']//a[@rel='next']/@href")
        if not following:
            return
        path = path.parent / str(following[0])


def test_no_page_is_heavy(many: Path) -> None:
    """However many records there are, a page is one that a phone can load: lists, overviews and what is not known."""
    heavy = {path.relative_to(many).as_posix(): path.stat().st_size for path in many.rglob("*.html")}

    assert len(heavy) > 300
    assert {} == {page: size for page, size in heavy.items() if size >= PAGE_WEIGHT}


@pytest.mark.parametrize("width", [320, 1280])
def test_long_lists_break_no_accessibility_rule(browser: Browser, many: Path, need: Need, width: int) -> None:
    """axe-core on the longest page of each kind, pages of one value and in another order among them."""
    options = {"bypass_csp": True, "viewport": {"width": width, "height": 900}}
    with visiting(browser, browser_tools.on_disk(many), scripts=(axe(need),), options=options) as visit:
        found = {page: visit.go(page).evaluate(RUN_AXE, list(ALL)) for page in browser_tools.one_of_each(many)}

    assert len(found) > 10
    assert {} == {page: broken for page, broken in found.items() if broken}


def test_long_lists_are_valid(many: Path, need: Need) -> None:
    """The checker of the W3C finds nothing on any page of them."""
    need(browser_tools.VNU.is_file() and shutil.which("java") is not None, "the HTML checker needs Java and npm ci")

    assert [] == faults(many)


def test_no_two_pages_have_one_title(many: Path) -> None:
    """Also those of one value of two lists, and the second page of each: who has more of them open tells them apart."""
    stay = (path for path in many.rglob("*.html") if not browser_tools.is_moved(path))
    titles = Counter(str(html.parse(str(path)).findtext(".//title")) for path in stay)

    assert {} == {title: count for title, count in titles.items() if count > 1}


@pytest.mark.parametrize("name", LISTS)
def test_every_record_stands_once_in_each_order(many: Path, name: str) -> None:
    """On one of its pages of fifty, which say which these are; without a script one gets from each to the next."""
    whole = [row for page in pages(many / name / "index.html") for row in ids(page)]
    orders = sorted((many / name / "op").glob("*.html"))

    assert len(whole) == len(set(whole)) > ON_A_PAGE
    assert "naam" in {order.stem for order in orders}
    for order in orders:
        rows = [row for page in pages(order) for row in ids(page)]
        assert sorted(rows) == sorted(whole), order
    for number, page in enumerate(pages(many / name / "index.html")):
        first, last = number * ON_A_PAGE + 1, min((number + 1) * ON_A_PAGE, len(whole))
        tree = html.parse(str(page))
        assert f"{first}–{last} van {len(whole)}" == tree.xpath("string(//p[@id='getoond'])")
        assert [str(first)] == tree.xpath("//ol[@id='records']/@start")


def test_names_stand_in_alphabetical_order(many: Path) -> None:
    """The order that a link names is the order of the page; the newest stand first under that name."""
    named = html.parse(str(many / "initiatieven" / "op" / "naam.html")).xpath("//ol[@id='records']/li//h3/a/text()")
    ends = html.parse(str(many / "initiatieven" / "op" / "datum.html")).xpath(
        "//ol[@id='records']/li//ul[@class='meta']/li[2]/text()"
    )
    years = [int(str(words)[-4:]) for words in ends]

    assert sorted(named, key=lambda title: int(str(title).rpartition(" ")[2])) == named
    assert sorted(years, reverse=True) == years


@pytest.mark.parametrize("name", LISTS)
def test_a_number_on_a_link_is_that_of_the_rows_it_leads_to(many: Path, name: str) -> None:
    """Over all pages of that list; no value of no record, or of all, is a link, and none leads to one record only."""
    start = many / name / "index.html"
    whole = len([row for page in pages(start) for row in ids(page)])
    links = html.parse(str(start)).xpath("//nav[contains(@class, 'facets')]//a")
    numbers = {str(link.get("href")): int(link.xpath("string(*[@class='count'])")) for link in links}
    ready = {path: number for path, number in numbers.items() if path.startswith("per/")}
    found = {path: len([row for page in pages(start.parent / path) for row in ids(page)]) for path in ready}

    assert ready == found
    assert len(ready) > 20
    assert {} == {path: number for path, number in ready.items() if not 0 < number < whole}


def test_the_file_of_a_value_has_its_rows(many: Path) -> None:
    """Those of all pages of the list, in that order; the link says how many."""
    for path in sorted((many / "initiatieven" / "per" / "niveau").glob("*.html")):
        rows = [row for page in pages(path) for row in ids(page)]
        data = (many / "data" / f"initiatieven-per-niveau-{path.stem}.csv").read_text(encoding="utf-8-sig")
        assert rows == [row["id"] for row in csv.DictReader(io.StringIO(data, newline=""))]
        links = html.parse(str(path)).xpath("//div[@id='bestanden']//a/text()")
        assert [f"Deze {len(rows)} als csv", f"Deze {len(rows)} als xlsx"] == [str(text) for text in links]


def test_a_timeline_says_what_it_leaves_out(many: Path) -> None:
    """It draws the newest forty; its files have all."""
    tree = html.parse(str(many / "initiatieven" / "index.html"))
    rows = tree.xpath("//section[@aria-labelledby='grafiek']//tbody/tr")

    assert len(rows) == 40
    assert "40 nieuwste van 600. De 560 andere staan in de bestanden" in tree.xpath("string(//figure)")


def test_what_two_sources_say_stands_on_more_pages(many: Path) -> None:
    """Each place where a source says two things, once; the first page alone tells what is not there."""
    parts = [many / "wat-de-bron-niet-zegt.html", *sorted(many.glob("wat-de-bron-niet-zegt-*.html"))]
    found = [
        text
        for part in parts
        for text in html.parse(str(part)).xpath("//section[@aria-labelledby='tegenspraak']//h3/text()")
    ]

    assert len(parts) > 1
    assert len(found) == len(set(found)) == 600


def test_changes_stand_on_more_pages(many: Path) -> None:
    """Each once, and each page leads to the next; feeds to follow stand on the first."""
    parts = list(pages(many / "wijzigingen.html"))
    rows = [html.parse(str(part)).xpath("//ol[@class='course']/li") for part in parts]

    assert [50] * 12 == [len(found) for found in rows]
    assert 600 == len({str(row.text_content()) for found in rows for row in found})
    assert [True, *[False] * 11] == [bool(html.parse(str(p)).xpath("//*[@id='volgen']")) for p in parts]


# --- by a script -----------------------------------------------------------------------------------------------------


@pytest.fixture
def visit(browser: Browser, many: Path) -> Iterator[Visit]:
    """A window on that site, opened from a disk."""
    with visiting(browser, browser_tools.on_disk(many)) as found:
        yield found


def shown(page: Page) -> list[str]:
    """The ids of the rows that are shown, once they are there."""
    page.locator("#records[aria-busy=true]").wait_for(state="detached")
    found: list[str] = page.evaluate("Array.from(document.querySelectorAll('#records > li'), item => item.id)")
    return found


def saved(page: Page) -> list[str]:
    """The ids in the CSV of what is chosen."""
    with page.expect_download() as waiting:
        page.locator("#keuze-csv").click()
    text = Path(waiting.value.path()).read_text(encoding="utf-8-sig")
    return [row["id"] for row in csv.DictReader(io.StringIO(text, newline=""))]


def test_values_combine_over_all_pages(visit: Visit) -> None:
    """Two values: the number foretold, the rows in pages, the CSV of exactly these, and the way back."""
    page = visit.go("initiatieven/index.html?niveau=intern")
    expect(page.get_by_role("status")).to_have_text("200 van 600\u00a0initiatieven")
    expect(page.locator("#getoond")).to_have_text("1–50 van 200")
    value = page.locator("[data-facet='rol:rol-2']")
    page.locator("[data-dimension=rol] summary").click()
    foretold = int(value.locator(".count").inner_text())
    value.click()

    expect(page.get_by_role("status")).to_have_text(f"{foretold} van 600\u00a0initiatieven")
    rows = shown(page)
    assert foretold == len(rows) == 50
    assert rows == saved(page)
    assert page.url.endswith("?niveau=intern&rol=rol-2")
    expect(page.locator("#aantal-gekozen")).to_have_text(": 2 gekozen")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("200 van 600\u00a0initiatieven")
    assert rows != shown(page)
    assert [] == [trouble for trouble in visit.troubles if "/grafieken/" not in trouble]


def test_pages_and_orders_of_a_choice(visit: Visit) -> None:
    """Each page of a choice has its own rows, in the chosen order; together they are the CSV."""
    page = visit.go("initiatieven/index.html?niveau=intern")
    page.get_by_role("link", name="naam").click()
    expect(page.get_by_role("link", name="naam")).to_have_attribute("aria-current", "true")
    rows = shown(page)
    for number in (2, 3, 4):
        page.get_by_role("navigation", name="Pagina’s van de lijst").get_by_role("link", name=str(number)).click()
        expect(page.locator("#getoond")).to_have_text(f"{number * 50 - 49}–{number * 50} van 200")
        rows += shown(page)

    assert "volgorde=naam&pagina=4" in page.url
    assert rows == saved(page)
    assert sorted(rows, key=lambda name: int(name.rpartition("-")[2])) == rows
    page.locator("#wis").click()
    expect(page.get_by_role("status")).to_have_text("600\u00a0initiatieven")


@pytest.mark.parametrize(
    ("start", "leads"),
    [
        ("initiatieven/per/niveau/intern.html", "?niveau=intern&rol=rol-2"),
        ("initiatieven/per/niveau/intern/3.html", "?niveau=intern&rol=rol-2"),
        ("initiatieven/op/naam/2.html", "?rol=rol-2&volgorde=naam"),
        ("initiatieven/index/4.html", "?rol=rol-2"),
    ],
)
def test_a_choice_goes_on_from_every_page(visit: Visit, start: str, leads: str) -> None:
    """A second value on a ready-made list leads to both, with as many rows as it said."""
    page = visit.go(start)
    page.locator("[data-dimension=rol] summary").click()
    value = page.locator("[data-facet='rol:rol-2']")
    foretold = value.locator(".count").inner_text()
    value.click()
    page.wait_for_url(f"**/initiatieven/index.html{leads}")

    expect(page.get_by_role("status")).to_have_text(f"{foretold} van 600\u00a0initiatieven")


def test_a_page_works_without_scripts(browser: Browser, many: Path) -> None:
    """On a phone the filter is one fold above the list; values, orders and pages are links."""
    options = {"java_script_enabled": False, "viewport": {"width": 390, "height": 844}}
    with visiting(browser, browser_tools.on_disk(many), options=options) as visit:
        page = visit.page
        page.goto(visit.base + "initiatieven/index.html")
        expect(page.get_by_role("link", name="strategisch")).to_be_hidden()
        box = page.locator("#records > li").first.bounding_box()
        assert box is not None
        assert box["y"] < 844
        page.get_by_text("Verfijn de lijst").first.click()
        page.get_by_role("link", name="strategisch").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Niveau: strategisch")
        expect(page.get_by_text("Verfijn de lijst: 1 gekozen")).to_be_visible()
        page.get_by_role("link", name="Volgende").click()
        expect(page.locator("#getoond")).to_have_text("51–100 van 200")
        page.goto(visit.base + "initiatieven/index.html")
        page.get_by_role("link", name="nieuwste eerst").click()
        page.wait_for_url("**/initiatieven/op/datum.html")


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_each_state_keeps_its_name(browser: Browser, many: Path, width: int) -> None:
    """In columns under one head, too, who hears a row hears what each of its three states is of."""
    with visiting(browser, browser_tools.on_disk(many), options={"viewport": {"width": width, "height": 900}}) as visit:
        for address in ("initiatieven/index.html", "initiatieven/index.html?niveau=intern"):
            page = visit.go(address)
            shown(page)
            spoken = page.locator("#records > li").first.aria_snapshot()
            assert ["Gevraagd", "Gehoord", "Gedaan"] == re.findall(r"(Gevraagd|Gehoord|Gedaan)", spoken), spoken


MARKED = """item => { const mark = getComputedStyle(item, "::before");
    const seen = mark.borderLeftColor !== getComputedStyle(document.body).backgroundColor;
    return [mark.borderLeftStyle, mark.borderLeftWidth, seen]; }"""


def test_what_is_chosen_is_marked_in_forced_colours(browser: Browser, many: Path) -> None:
    """By a line, not by weight only: the pressed value of a script and the current value of a ready-made list."""
    with visiting(browser, browser_tools.on_disk(many), options={"forced_colors": "active"}) as visit:
        pressed = visit.go("initiatieven/index.html?niveau=intern").locator("[aria-pressed=true]")
        assert ["solid", "3px", True] == pressed.evaluate(MARKED)
    options = {"forced_colors": "active", "java_script_enabled": False}
    with visiting(browser, browser_tools.on_disk(many), options=options) as visit:
        visit.page.goto(visit.base + "initiatieven/per/niveau/intern.html")
        current = visit.page.locator(".facets [aria-current]")
        assert ["solid", "3px", True] == current.evaluate(MARKED)
