"""The site in a real browser: there for everyone, at home anywhere, deaf to hostile content, easy to find things in."""

import csv
import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests import browser_tools, voorbeeld_site
from tests.browser_tools import ALL, RUN_AXE, Need, axe, visiting
from tests.search_tools import scripts_of, texts_of
from weerklank.addresses import is_bare

COLOURS = ("color-contrast", "link-in-text-block")
MODES: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "breed": (ALL, {"viewport": {"width": 1280, "height": 900}}),
    "smal": (ALL, {"viewport": {"width": 320, "height": 640}}),
    "donker": (COLOURS, {"color_scheme": "dark"}),
    "vaste-kleuren": (COLOURS, {"forced_colors": "active"}),
}
"""How readers see a page, and the rules that may give another answer then."""

WIDTHS = (320, 360, 704, 768, 864, 1024, 1280)
"""Where the layout changes, and what phones, tablets and laptops have. 320 is also 1280 at 400 percent."""

TOO_WIDE = """[document.documentElement, ...document.querySelectorAll("header *, main *, footer *")]
    .filter(item => !item.closest(".hidden, thead, [role=region][tabindex] > *"))
    .filter(item => item.getBoundingClientRect().right > innerWidth + 1
        || item === document.documentElement && item.scrollWidth > innerWidth)
    .map(item => item.tagName + "." + item.className).slice(0, 3)"""
"""What stands beyond the right edge, but for what is hidden and tables in a region that scrolls (WCAG 1.4.10)."""
TOO_NARROW = """Array.from(document.querySelectorAll("main :is(td, th, dd, p)"))
    .filter(item => !item.closest(".hidden, thead") && item.textContent.trim().length > 20)
    .filter(item => { const box = item.getBoundingClientRect(), style = getComputedStyle(item);
        const room = box.width - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
        return box.width > 0 && room < 24; })
    .map(item => item.tagName + ": " + item.textContent.trim().slice(0, 40)).slice(0, 3)"""
"""Text that has no room for a word beside its edges."""
LINES_OF_BRAND = """Array.from(document.querySelectorAll(".brand > span:not(.brand-logo)")).map(item => {
    const range = document.createRange(); range.selectNodeContents(item);
    return new Set(Array.from(range.getClientRects()).map(box => Math.round(box.top))).size; })"""
"""Over how many lines the names at the top of a page are spread."""

SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-bottom: 2em !important; }"""
"""What WCAG 1.4.12 says a reader may set."""

COUNT_RUNS = "window.runs = []; window.ran = name => window.runs.push(name); window.alert = window.ran;"


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, need: Need) -> Path:
    """The site of the example agency."""
    need(browser_tools.chromium() is not None, "looking at pages needs Chromium")
    return voorbeeld_site.site(tmp_path_factory)


@pytest.fixture(scope="session")
def stress(tmp_path_factory: pytest.TempPathFactory, need: Need) -> Path:
    """The pages of 400 odd records."""
    need(browser_tools.chromium() is not None, "looking at pages needs Chromium")
    return browser_tools.stress_site(tmp_path_factory)


# --- for everyone ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", MODES)
def test_no_accessibility_rule_is_broken(browser: Browser, looked_at: Path, need: Need, mode: str) -> None:
    """axe-core finds nothing on any kind of page: wide, at 320 px, in the dark, and with the colours of the reader."""
    found = {}
    rules, options = MODES[mode]
    options = {**options, "bypass_csp": True}
    with visiting(browser, browser_tools.on_disk(looked_at), scripts=(axe(need),), options=options) as visit:
        for page in browser_tools.one_of_each(looked_at):
            if broken := visit.go(page).evaluate(RUN_AXE, list(rules)):
                found[page] = broken

    assert {} == found


def test_odd_content_breaks_no_accessibility_rule(browser: Browser, stress: Path, need: Need) -> None:
    """Titles that are long, empty of letters or from right to left do not make a page less accessible."""
    found = {}
    with visiting(browser, browser_tools.on_disk(stress), scripts=(axe(need),), options={"bypass_csp": True}) as visit:
        for page in browser_tools.one_of_each(stress):
            if broken := visit.go(page).evaluate(RUN_AXE, ["wcag2a"]):
                found[page] = broken

    assert {} == found


def test_plain_editions_break_no_accessibility_rule(browser: Browser, site: Path, need: Need) -> None:
    """What is copied elsewhere is as accessible where it stands: the longest of each kind.

    The size of a link is left to the browser there, as WCAG 2.5.8 has it: such a page has no styles.
    """
    rules = [rule for rule in ALL if rule != "wcag22aa"]
    plain = site / "kaal"
    with visiting(browser, browser_tools.on_disk(plain), scripts=(axe(need),), options={"bypass_csp": True}) as visit:
        found = {page: visit.go(page).evaluate(RUN_AXE, rules) for page in browser_tools.one_of_each(plain)}

    assert len(found) > 5
    assert {} == {page: broken for page, broken in found.items() if broken}


def test_the_rules_look(browser: Browser, site: Path, need: Need) -> None:
    """The rules do find a fault that is there."""
    with visiting(browser, browser_tools.on_disk(site), scripts=(axe(need),), options={"bypass_csp": True}) as visit:
        page = visit.go("index.html")
        page.evaluate("document.querySelector('main').append(new Image())")

        assert any(rule.startswith("image-alt") for rule in page.evaluate(RUN_AXE, list(ALL)))


def test_found_results_break_no_accessibility_rule(browser: Browser, site: Path, need: Need) -> None:
    """What the scripts make is as accessible as what the build made."""
    addresses = ("zoeken.html?q=water", "zoeken.html?q=zzzzz", "initiatieven/index.html?niveau=intern&jaar=2025")
    with visiting(browser, browser_tools.on_disk(site), scripts=(axe(need),), options={"bypass_csp": True}) as visit:
        found = {address: visit.go(address).evaluate(RUN_AXE, list(ALL)) for address in addresses}

    assert {address: [] for address in addresses} == found


TABLES = """Array.from(document.querySelectorAll("table")).filter(table => table.checkVisibility()).map(table =>
    [table.caption !== null, ...Array.from(table.rows, row => Array.from(row.cells, cell => cell.tagName))])"""


def _spoken_tables(page: Page) -> list[list[object]]:
    """Every table as assistive technology gets it: whether it has a name, then each row as the kinds of its cells."""
    nodes = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}

    def below(node: dict[str, Any], *roles: str) -> Iterator[dict[str, Any]]:
        for child in (by_id[name] for name in node.get("childIds", ()) if name in by_id):
            if child.get("role", {}).get("value") in roles:
                yield child
            elif child.get("role", {}).get("value") != "table":
                yield from below(child, *roles)

    heads = ("columnheader", "rowheader")
    return [
        [
            bool(table.get("name", {}).get("value")),
            *(
                ["TH" if cell["role"]["value"] in heads else "TD" for cell in below(row, *heads, "cell", "gridcell")]
                for row in below(table, "row")
            ),
        ]
        for table in nodes
        if table.get("role", {}).get("value") == "table"
    ]


@pytest.mark.parametrize("width", [320, 640, 1280])
def test_tables_keep_their_heads(browser: Browser, site: Path, width: int) -> None:
    """Where a table becomes a list of rows, it is still a table to who hears it: a caption, and every cell and head."""
    options = {"viewport": {"width": width, "height": 900}, "bypass_csp": True}
    found, seen = {}, 0
    with visiting(browser, browser_tools.on_disk(site), options=options) as visit:
        for address in browser_tools.one_of_each(site):
            page = visit.go(address)
            page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
            # The nodes of the browser stand in no order.
            written, spoken = (sorted(map(str, tables)) for tables in (page.evaluate(TABLES), _spoken_tables(page)))
            seen += len(written)
            if written != spoken:
                found[address] = set(written) ^ set(spoken)

    assert {} == found
    assert seen > 20


def test_nothing_is_wider_than_the_window(browser: Browser, looked_at: Path) -> None:
    """No page scrolls sideways and nothing is cut off, from a small phone (or 400 percent zoom) to a wide screen."""
    found = {}
    with visiting(browser, browser_tools.on_disk(looked_at)) as visit:
        for page in browser_tools.one_of_each(looked_at):
            visit.go(page)
            for width in WIDTHS:
                visit.page.set_viewport_size({"width": width, "height": 800})
                if wide := visit.page.evaluate(TOO_WIDE):
                    found[f"{page} op {width}"] = wide
                if narrow := visit.page.evaluate(TOO_NARROW):
                    found[f"{page} op {width}, te smal"] = narrow

    assert {} == found


def test_nothing_is_wider_with_the_letters_of_the_reader(browser: Browser, looked_at: Path) -> None:
    """Until our letters came, and where a reader has their own, a phone shows the whole page; names stay words."""
    found = {}
    options = {"viewport": {"width": 320, "height": 800}}
    with visiting(browser, browser_tools.on_disk(looked_at), options=options) as visit:
        visit.page.context.route("**/fonts/**", lambda route: route.abort())
        for page in browser_tools.one_of_each(looked_at):
            if wide := visit.go(page).evaluate(TOO_WIDE):
                found[page] = wide
        lines = visit.page.evaluate(LINES_OF_BRAND)

    assert {} == found
    assert max(lines) <= 4, lines


def test_a_survey_is_read_in_a_few_screens(browser: Browser, site: Path) -> None:
    """Ten indicators over five years, with groups and a card of how it was measured: five screens, no wall."""
    with visiting(browser, browser_tools.on_disk(site), options={"viewport": {"width": 1280, "height": 900}}) as visit:
        page = visit.go("metingen/bankenmonitor.html")
        assert page.evaluate("document.documentElement.scrollHeight") <= 4500
        assert 10 == page.locator(".t-years tbody tr").count()


def test_odd_content_is_not_wider_than_the_window(browser: Browser, stress: Path) -> None:
    """Words without an end break rather than widen the page."""
    found = {}
    with visiting(browser, browser_tools.on_disk(stress)) as visit:
        more = [page for page in browser_tools.pages_of(stress)[::41] if not is_bare(page)]
        for page in [*browser_tools.one_of_each(stress), *more]:
            visit.go(page)
            for width in (320, 1280):
                visit.page.set_viewport_size({"width": width, "height": 800})
                if wide := visit.page.evaluate(TOO_WIDE):
                    found[f"{page} op {width}"] = wide

    assert {} == found


def test_text_may_be_spaced(browser: Browser, looked_at: Path) -> None:
    """With the spacing of WCAG 1.4.12 nothing goes missing beyond the edge of a phone."""
    found = {}
    options = {"viewport": {"width": 360, "height": 800}, "bypass_csp": True}
    with visiting(browser, browser_tools.on_disk(looked_at), options=options) as visit:
        for page in browser_tools.one_of_each(looked_at):
            visit.go(page).add_style_tag(content=SPACED)
            if wide := visit.page.evaluate(TOO_WIDE):
                found[page] = wide

    assert {} == found


# --- anywhere --------------------------------------------------------------------------------------------------------


def test_every_page_works_from_a_disk(browser: Browser, looked_at: Path) -> None:
    """Opened without a server a page loads all its parts and asks nothing of the network; the console is silent."""
    with visiting(browser, browser_tools.on_disk(looked_at)) as visit:
        for page in {*browser_tools.one_of_each(looked_at), *browser_tools.pages_of(looked_at)[::5]}:
            if not browser_tools.is_moved(looked_at / page):
                visit.go(page)

        assert [] == visit.troubles


def test_every_kind_of_page_works_under_a_prefix(browser: Browser, looked_at: Path) -> None:
    """On a server, below any path, every page loads all its parts, and nothing outside that path is asked for."""
    with browser_tools.served(looked_at) as base, visiting(browser, base) as visit:
        for page in browser_tools.one_of_each(looked_at):
            visit.go(page)
            assert visit.page.title()
        visit.go("initiatieven/index.html?niveau=intern")
        visit.go("zoeken.html?q=water")

        assert [] == visit.troubles


def test_a_request_that_leaves_is_seen(browser: Browser, site: Path) -> None:
    """The guard does notice a request that leaves the site."""
    with visiting(browser, browser_tools.on_disk(site), options={"bypass_csp": True}) as visit:
        visit.go("index.html").evaluate("fetch('https://voorbeeld.example/').catch(() => 0)")

        assert any(trouble.startswith("naar buiten: https://voorbeeld.example/") for trouble in visit.troubles)


@pytest.mark.parametrize("policy", ["met", "zonder"])
def test_hostile_content_runs_nothing(browser: Browser, stress: Path, policy: str) -> None:
    """No text that an author can type runs a script: not with the policy, and not without it either."""
    some = browser_tools.pages_of(stress)[:: 19 if policy == "zonder" else 97]
    pages = [*browser_tools.one_of_each(stress), *(page for page in some if not browser_tools.is_moved(stress / page))]
    ran = {}
    options = {"bypass_csp": policy == "zonder"}
    with visiting(browser, browser_tools.on_disk(stress), scripts=(COUNT_RUNS,), options=options) as visit:
        visit.page.on("dialog", lambda dialog: dialog.dismiss())
        for page in (*pages, "zoeken.html?q=script", "zoeken.html?q=%3Cimg%20src%3Dx%20onerror%3Dran(1)%3E"):
            if found := visit.go(page).evaluate("window.runs"):
                ran[page] = found

        assert {} == ran
        assert [] == [trouble for trouble in visit.troubles if "/grafieken/" not in trouble]


def test_a_script_that_runs_is_seen(browser: Browser, site: Path) -> None:
    """The count does notice a script that runs."""
    script = "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=\"ran(1)\">')"
    with visiting(browser, browser_tools.on_disk(site), scripts=(COUNT_RUNS,), options={"bypass_csp": True}) as visit:
        visit.go("index.html").evaluate(script)
        visit.page.wait_for_function("window.runs.length > 0")


# --- by keyboard -----------------------------------------------------------------------------------------------------

FOCUS = """(() => { const item = document.activeElement, style = getComputedStyle(item);
    const box = item.getBoundingClientRect(), before = getComputedStyle(item, "::before");
    return { tag: item.tagName, text: item.textContent.trim().replace(/\\s+/g, " "), at: item.dataset.facet || item.id,
        seen: box.width > 0 && box.height > 0 && [style, before].some(s => s.outlineStyle !== "none") }; })()"""


def press(page: Page, key: str) -> dict[str, str]:
    """Press a key and say what has the focus then; it must be visible and show that it has it."""
    page.keyboard.press(key)
    found: dict[str, str] = page.evaluate(FOCUS)
    assert found["seen"], found
    return found


def walk_to(page: Page, wanted: Callable[[dict[str, str]], bool], *, most: int = 80) -> dict[str, str]:
    """Press Tab until something has the focus; fails when it is out of reach."""
    for _ in range(most):
        found = press(page, "Tab")
        if wanted(found):
            return found
    pytest.fail("out of reach of the keyboard")


def test_a_page_starts_with_a_way_past_the_navigation(browser: Browser, site: Path) -> None:
    """The first stop is the skip link; after it comes what stands in the main part."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html")

        assert "Naar de hoofdinhoud" == press(page, "Tab")["text"]
        page.keyboard.press("Enter")
        first = press(page, "Tab")  # the first crumb, beyond the navigation
        assert "Pleinpraat (verzonnen voorbeeld)" == first["text"]
        assert page.evaluate("document.activeElement.closest('main') !== null")


def test_narrowing_by_keyboard(browser: Browser, site: Path) -> None:
    """Values are reached with Tab and chosen with the space bar; the focus stays, and what is left is announced."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html")
        walk_to(page, lambda found: found["at"] == "niveau:intern")
        assert "niveau:intern" == press(page, "Space")["at"]

        button = page.locator("[data-facet='niveau:intern']")
        expect(button).to_have_attribute("aria-pressed", "true")
        expect(page.get_by_role("status")).to_have_text("1 van 12 initiatieven")
        expect(page.locator("#keuzes")).to_have_text("Niveau: intern")
        assert "Klare taal op borden" == walk_to(page, lambda found: found["text"] == "Klare taal op borden")["text"]


def test_the_choice_is_wiped_by_keyboard(browser: Browser, site: Path) -> None:
    """The button that wipes the choice goes away with it; the focus goes to the count, not to the top of the page."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html?niveau=intern")
        walk_to(page, lambda found: found["at"] == "wis")
        page.keyboard.press("Enter")

        expect(page.get_by_role("status")).to_have_text("12 initiatieven")
        expect(page.get_by_role("status")).to_be_focused()
        expect(page.locator("#gekozen")).to_be_hidden()


def test_searching_by_keyboard(browser: Browser, site: Path) -> None:
    """Type, press Enter, go on to the first result: the focus is never taken away."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html")
        assert "BODY" == page.evaluate("document.activeElement.tagName")
        walk_to(page, lambda found: found["at"] == "q")
        page.keyboard.type("borden")
        page.keyboard.press("Enter")

        expect(page.get_by_role("searchbox")).to_be_focused()
        expect(page.get_by_role("status")).to_contain_text("voor “borden”")
        found(page)
        assert "Borden herschreven" == walk_to(page, lambda found: found["tag"] == "A")["text"]
        page.keyboard.press("Enter")
        page.wait_for_url("**/bijsturingen/borden-herschreven.html")


# --- narrowing a list ------------------------------------------------------------------------------------------------

LISTS = ("initiatieven", "bijsturingen")
LEFT = "Array.from(document.querySelectorAll('#records > li'), item => item.id)"
COUNTS = """Array.from(document.querySelectorAll("[data-facet]"),
    item => [item.dataset.facet, Number(item.querySelector(".count").textContent)])"""
GO_BACK_TO = "address => { history.replaceState(null, '', address); dispatchEvent(new PopStateEvent('popstate')); }"
KEYS = """Object.fromEntries(Array.from(document.querySelectorAll("#records > li"),
    (item, place) => [item.id, weerklankLijst.rows[place].map(key => weerklankLijst.keys[key])]))"""


def listed(path: Path) -> list[str]:
    """The ids of the rows of a list page, as the build wrote it."""
    found = re.findall(r'<li id="([^"]+)">\s*<div>', path.read_text(encoding="utf-8"))
    assert found or "Geen " in path.read_text(encoding="utf-8")
    return found


def settled(page: Page) -> None:
    """Wait until the rows of a choice are there."""
    page.locator("#records[aria-busy=true]").wait_for(state="detached")


@pytest.mark.parametrize("name", LISTS)
def test_narrowing_in_place_is_the_ready_made_page(browser: Browser, site: Path, name: str) -> None:
    """Each value leaves as many rows as its count says: those of its ready-made page, where it has one, in order."""
    pages = {f"{path.parent.name}:{path.stem}": path for path in sorted((site / name / "per").rglob("*.html"))}
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        counts = dict(visit.go(f"{name}/index.html").evaluate(COUNTS))
        left = {}
        for key in counts:
            visit.page.evaluate(GO_BACK_TO, f"?{key.replace(':', '=')}")
            settled(visit.page)
            left[key] = visit.page.evaluate(LEFT)

    assert counts == {key: len(rows) for key, rows in left.items()}
    # The page of a word that no record has, or all have, tells what it means: it is no choice.
    assert {key: listed(pages[key]) for key in left if key in pages} == {key: left[key] for key in left if key in pages}
    assert {key for key in counts if not key.startswith("initiatief:")} <= pages.keys()


def test_values_widen_and_dimensions_narrow(browser: Browser, site: Path) -> None:
    """A second value of one dimension adds rows, one of another takes away; a count foretells what a choice gives."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html")
        facets: dict[str, list[str]] = page.evaluate(KEYS)
        chosen = ["niveau:strategisch", "niveau:operationeel", "status:lopend", "rol:gastheer"]
        for step, key in enumerate(chosen):
            foretold = dict(page.evaluate(COUNTS))[key]
            facet = page.locator(f"[data-facet='{key}']")
            facet.evaluate("facet => { const fold = facet.closest('details'); if (fold) fold.open = true; }")
            facet.click()
            now = chosen[: step + 1]
            groups = [[item for item in now if item.startswith(f"{name}:")] for name in {k.split(":")[0] for k in now}]
            left = [row for row, keys in facets.items() if all(set(group) & set(keys) for group in groups)]
            settled(page)

            assert left == page.evaluate(LEFT)
            alone = [row for row in left if key in facets[row]]
            assert foretold == len(alone)
            expect(page.get_by_role("status")).to_have_text(f"{len(left)} van {len(facets)} initiatieven")


def test_the_choice_is_in_the_address(browser: Browser, site: Path) -> None:
    """A choice can be shared, and the back button takes the last step back, also on a page opened from a disk."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html")
        page.locator("[data-facet='niveau:intern']").click()
        page.locator("[data-facet='niveau:strategisch']").click()
        shared = page.url
        settled(page)
        left = page.evaluate(LEFT)

        assert shared.endswith("initiatieven/index.html?niveau=strategisch&niveau=intern")
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("1 van 12 initiatieven")
        page.go_back()
        expect(page.get_by_role("status")).to_have_text("12 initiatieven")
        page.go_forward()
        expect(page.locator("[data-facet='niveau:intern']")).to_have_attribute("aria-pressed", "true")
        page.goto(shared)
        settled(page)
        assert left == page.evaluate(LEFT)


def test_a_choice_that_leaves_nothing_says_so(browser: Browser, site: Path) -> None:
    """With values that exclude each other the list is empty in words, and there is nothing to save."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("initiatieven/index.html?niveau=intern&rol=adviseur")

        expect(page.get_by_role("status")).to_have_text("0 van 12 initiatieven")
        expect(page.get_by_text("Geen initiatieven met deze keuze.")).to_be_visible()
        expect(page.locator("#keuze-csv")).to_be_hidden()
        page.locator("#wis").click()
        expect(page.get_by_text("Geen initiatieven met deze keuze.")).to_be_hidden()


@pytest.mark.parametrize(
    ("name", "choice"),
    [
        ("initiatieven", "niveau=strategisch&niveau=intern"),
        ("initiatieven", "gevolg=met-een-bijsturing&niveau=operationeel"),
        ("bijsturingen", "sterkte=niet-vermeld"),
    ],
)
def test_the_saved_csv_is_what_is_shown(browser: Browser, site: Path, name: str, choice: str) -> None:
    """The file has the head and, byte for byte, the lines of the full CSV, those that are shown, in that order."""
    whole = (site / "data" / f"{name}.csv").read_bytes()
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go(f"{name}/index.html?{choice}")
        with page.expect_download() as waiting:
            page.locator("#keuze-csv").click()
        data = Path(waiting.value.path()).read_bytes()
        left = page.evaluate(LEFT)

        assert f"{name}-keuze.csv" == waiting.value.suggested_filename
        assert [] == visit.troubles
    rows = {row[0]: row for row in csv.reader(io.StringIO(whole.decode("utf-8-sig"), newline=""))}
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\r\n").writerows([rows["id"], *(rows[name] for name in left)])
    assert ("\ufeff" + target.getvalue()).encode() == data
    assert all(line in whole for line in data.split(b"\r\n"))


def test_a_list_of_odd_records_can_be_narrowed(browser: Browser, stress: Path) -> None:
    """Also with 150 odd records: a choice, its count, and the csv of it."""
    with visiting(browser, browser_tools.on_disk(stress)) as visit:
        page = visit.go("initiatieven/index.html?niveau=intern&jaar=niet-vermeld")
        left = page.evaluate(LEFT)
        expect(page.get_by_role("status")).to_contain_text(" van 150 initiatieven")
        with page.expect_download() as waiting:
            page.locator("#keuze-csv").click()
        rows = list(csv.DictReader(io.StringIO(Path(waiting.value.path()).read_text(encoding="utf-8-sig"), newline="")))

        assert left == [row["id"] for row in rows][: len(left)]
        expect(page.locator("#keuze-csv")).to_have_text(f"Deze {len(rows)} als csv")
        assert {"intern"} == {row["niveau"] for row in rows}


# --- searching -------------------------------------------------------------------------------------------------------

TITLES = "Array.from(document.querySelectorAll('#resultaten li > a'), link => link.textContent)"


def found(page: Page) -> None:
    """Wait until what was asked is answered, be it with nothing."""
    page.locator("#resultaten[aria-busy=false]").wait_for(state="attached")


@pytest.mark.parametrize(
    ("typed", "title", "why"),
    [
        ("Pleingesprekken", "Pleingesprekken", "the whole word"),
        ("pleinges", "Pleingesprekken", "the beginning of a word"),
        ("waterspuwer", "Zoektocht naar de waterspuwer", "a word in a longer title"),
        ("peiling", "Pleinpeiling", "the end of a compound"),
        ("pleinpieling", "Pleinpeiling", "two letters swapped"),
        ("waterspuwr", "Zoektocht naar de waterspuwer", "a letter left out"),
        ("LANTAARNS nachtproef", "Nachtproef met lantaarns", "other case, other order"),
        ("nachtpróef lantáarns", "Nachtproef met lantaarns", "accents that are not there"),
    ],
)
def test_a_title_is_found(browser: Browser, site: Path, typed: str, title: str, why: str) -> None:
    """The record with that title comes first in its group: whole, half, inside a compound, or with a slip."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html")
        page.get_by_role("searchbox").fill(typed)
        page.get_by_role("button", name="Zoek").click()
        first = page.locator("#resultaten section", has=page.get_by_role("heading", name="Initiatieven"))

        expect(first.locator("li > a").first, why).to_have_text(title)
        expect(page.get_by_role("status")).to_contain_text(typed)


def test_results_are_grouped_and_marked(browser: Browser, site: Path) -> None:
    """Results stand once under their kind with its number; in title and excerpt what was found is marked."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html?q=water")
        found(page)
        for section in page.locator("#resultaten section").all():
            more = section.locator("button")
            while more.is_visible():
                shown = section.locator("li").count()
                more.evaluate("button => { button.click(); button.click(); }")  # an impatient reader
                expect(section.locator("li").nth(shown)).to_be_attached()
        numbers = page.evaluate(
            "Array.from(document.querySelectorAll('#resultaten section'), s =>"
            " [s.querySelector('h3').textContent, s.querySelectorAll('li').length])"
        )

        assert numbers
        assert [] == [(head, count) for head, count in numbers if not head.endswith(f" {count}")]
        total = sum(count for _, count in numbers)
        expect(page.get_by_role("status")).to_have_text(f"{total} resultaten voor “water”.")
        marked = page.evaluate("Array.from(document.querySelectorAll('#resultaten mark'), mark => mark.textContent)")
        assert marked
        assert [] == [word for word in marked if "water" not in word.lower()]


def test_a_passage_is_found_in_its_place(browser: Browser, site: Path) -> None:
    """A hit in the text of a source leads to the passage itself."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html?q=combinatiefonteinverdeelkast")
        link = page.locator("#resultaten a[href*='bronnen/']").first
        link.click()

        expect(page.locator(":target")).to_contain_text("combinatiefonteinverdeelkast", ignore_case=True)


def test_what_is_not_there_is_not_found(browser: Browser, site: Path) -> None:
    """Nothing found is said in words, and a word close to it is named when there is one."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html?q=xylofoonkwartet")
        expect(page.get_by_role("status")).to_contain_text("Niets gevonden voor “xylofoonkwartet”.")
        assert [] == page.evaluate(TITLES)
        visit.go("zoeken.html?q=pleinpeilng")
        expect(page.get_by_role("status")).to_contain_text("lijkt op “pleinpeilng”")


def test_the_question_is_in_the_address(browser: Browser, site: Path) -> None:
    """A search can be shared; the back button brings the former question back."""
    with visiting(browser, browser_tools.on_disk(site)) as visit:
        page = visit.go("zoeken.html")
        for typed in ("water", "klachten"):
            page.get_by_role("searchbox").fill(typed)
            page.keyboard.press("Enter")
        assert page.url.endswith("zoeken.html?q=klachten")
        page.go_back()
        expect(page.get_by_role("searchbox")).to_have_value("water")
        expect(page.get_by_role("status")).to_contain_text("“water”")


def test_everything_can_be_found_by_its_title(browser: Browser, stress: Path) -> None:
    """Also among 400 odd records each is found by its own title, as it is written."""
    with visiting(browser, browser_tools.on_disk(stress)) as visit:
        titles = [(path, title) for path, title, _ in texts_of(scripts_of(stress))]
        lost = []
        for path, title in titles[::31]:
            page = visit.go("zoeken.html")
            page.get_by_role("searchbox").fill(title)
            page.keyboard.press("Enter")
            expect(page.get_by_role("status")).not_to_be_empty()
            found(page)
            links = page.evaluate("Array.from(document.querySelectorAll('#resultaten a'), a => a.getAttribute('href'))")
            if path.partition("#")[0] not in {address.partition("#")[0] for address in links}:
                lost.append(title)

    assert [] == lost


# --- without scripts -------------------------------------------------------------------------------------------------


def test_everything_works_without_scripts(browser: Browser, site: Path) -> None:
    """Facets are links to ready-made pages, and the search page says what is there instead, from A to Z."""
    with visiting(browser, browser_tools.on_disk(site), options={"java_script_enabled": False}) as visit:
        page = visit.go("initiatieven/index.html")
        page.get_by_role("link", name="intern 1").click()
        page.wait_for_url("**/initiatieven/per/niveau/intern.html")
        expect(page.locator("#records h3")).to_have_text(["Klare taal op borden"])

        visit.go("zoeken.html")
        expect(page.get_by_text("Zoeken in de tekst gaat hier niet.")).to_be_visible()
        expect(page.get_by_role("searchbox")).to_be_hidden()
        for record in ("initiatieven", "bijsturingen", "metingen", "bronnen", "beslissingen", "vragen"):
            missing = [
                path.name
                for path in (site / record).glob("*.html")
                if path.name != "index.html"
                and not browser_tools.is_moved(path)
                and not page.locator(f"a[href='{record}/{path.name}']").count()
            ]
            assert [] == missing
