"""The header and footer of Flanders: off unless asked for, from one host, and said where the site speaks of cookies."""

import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Route

from tests import browser_tools
from tests.printed_reading import page, words
from tests.project_samples import SMALL, build, project, published
from weerklank.build import pipeline
from weerklank.build.inspect import compare, look
from weerklank.model.flanders import HOST

HEADER, FOOTER = "0a1b2c3d-0000-4000-8000-00000000000a", "0A1B2C3D-0000-4000-8000-00000000000B"
BOTH = f"vlaanderen: {{kop: {HEADER}, voet: {FOOTER}}}"
SCRIPTS = [f"{HOST}/api/v2/widget/{name.lower()}/embed" for name in (HEADER, FOOTER)]
WIDENED = ("style-src", "img-src", "font-src", "script-src", "connect-src")
QUIET = "Deze site plaatst geen cookies en laadt niets van andere sites."
ELSEWHERE = "https://elders.example"

STAND_IN = """
(function () {
  const place = document.currentScript.parentNode, mark = document.createElement("img");
  const note = (words) => { window.noted = (window.noted || []).concat(words); };
  place.append("Getekend: " + document.currentScript.src.slice(-42, -6));
  mark.onload = () => note("beeld");
  mark.src = "HOST/teken.svg";
  place.append(mark);
  fetch("HOST/menu.json").then((found) => found.text()).then(note);
  addEventListener("securitypolicyviolation", (event) => note(event.effectiveDirective + " " + event.blockedURI));
  fetch("ELSEWHERE/teller").catch(() => {});
  const other = document.createElement("script");
  other.src = "ELSEWHERE/teller.js";
  document.head.append(other);
})();
""".replace("HOST", HOST).replace("ELSEWHERE", ELSEWHERE)
"""What stands in for the service: it draws where it stands, asks its own host for more, and tries another."""


def content(settings: str) -> str:
    """A small agency with these settings."""
    return SMALL.replace("-- lijsten/vormen.yaml --", f"{settings}\n-- lijsten/vormen.yaml --")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of an agency that has both."""
    made = project(tmp_path_factory.mktemp("vlaanderen"), content(BOTH))
    outcome = build(made)
    assert outcome.published is not None, outcome.findings
    assert "S005" not in {item.code for item in outcome.findings}
    return made.output


def whole_pages(files: dict[str, bytes]) -> dict[str, str]:
    """The pages with the head and foot of the site."""
    pages = {path: data.decode() for path, data in files.items() if path.endswith(".html")}
    return {path: text for path, text in pages.items() if 'class="site-foot"' in text}


def policy(text: str) -> dict[str, str]:
    """The rules of a page, by what they are about, but for the hash of a script within it."""
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', text)
    assert found is not None
    rules = dict(rule.split(" ", 1) for rule in found[1].split("; "))
    inline = re.findall(r"<script>(.+?)</script>", text, re.DOTALL)
    for script in inline:  # that of the page for a wrong address, by its hash
        digest = b64encode(sha256(script.encode()).digest()).decode()
        rules["script-src"] = rules["script-src"].replace(f" 'sha256-{digest}'", "")
    assert len(inline) <= 1
    return rules


def test_off_by_default(tmp_path: Path) -> None:
    """Without identifiers nothing comes from elsewhere, and the site says so."""
    made = project(tmp_path)
    build(made)
    files = published(made)

    assert [] == [path for path, data in files.items() if b"burgerprofiel" in data]
    pages = whole_pages(files)
    assert len(pages) > 10
    for path, text in pages.items():
        assert "'self'" == policy(text)["script-src"] == policy(text)["connect-src"], path
        assert QUIET in words(page(text.encode())), path


def test_every_page_has_them_and_says_so(site: Path) -> None:
    """One script at the head and one at the foot; the policy has that host where things load from, and nowhere else."""
    files = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*.html")}
    pages = whole_pages(files)
    assert len(pages) > 10
    for path, text in pages.items():
        assert SCRIPTS == re.findall(r'<script src="(https:[^"]+)"', text), path
        assert text.index(SCRIPTS[0]) < text.index('class="site-head"'), path
        assert text.index(SCRIPTS[1]) > text.index('class="site-foot"'), path
        rules = policy(text)
        assert dict.fromkeys(WIDENED, f"'self' {HOST}") == {name: rules[name] for name in WIDENED}, path
        assert [] == [name for name, rule in rules.items() if name not in WIDENED and "http" in rule], path
        said = words(page(text.encode()))
        assert QUIET not in said, path
        assert "Deze site plaatst zelf geen cookies. De kop en de voet van Vlaanderen komen van een andere site" in said
    assert [] == [path for path, data in files.items() if path not in pages and HOST.encode() in data]
    statement = words(page(files["toegankelijkheidsverklaring.html"]))
    assert f"laadt de browser de kop en de voet van Vlaanderen van {HOST.removeprefix('https://')}." in statement


@pytest.mark.parametrize(
    ("settings", "scripts", "said"),
    [
        (f"vlaanderen: {{kop: {HEADER}}}", SCRIPTS[:1], "De kop van Vlaanderen komt van een andere site"),
        (f"vlaanderen: {{voet: {FOOTER}}}", SCRIPTS[1:], "De voet van Vlaanderen komt van een andere site"),
    ],
)
def test_one_of_them(tmp_path: Path, settings: str, scripts: list[str], said: str) -> None:
    """A site may have the header only, or the footer only."""
    made = project(tmp_path, content(settings))
    build(made)
    text = (made.output / "index.html").read_text("utf-8")

    assert scripts == re.findall(r'<script src="(https:[^"]+)"', text)
    assert said in words(page(text.encode()))


@pytest.mark.parametrize("typed", ["0a1b2c3d", f"{HEADER}0", HEADER.replace("-", ""), f"https://x.example/{HEADER}"])
def test_an_identifier_has_its_shape(tmp_path: Path, typed: str) -> None:
    """Anything else is an error at its line: it would become the address of a script."""
    made = project(tmp_path, content(f"vlaanderen:\n  voet: {FOOTER}\n  kop: {typed}"))
    lines = (made.content / "organisatie.yaml").read_text("utf-8").splitlines()
    found = [item for item in pipeline.check(made, report=lambda _: None).findings if item.code == "R007"]

    assert [lines.index(f"  kop: {typed}") + 1] == [item.span.line for item in found if item.span]
    assert "UUID" in dict(found[0].arguments)["vorm"]


def test_only_what_was_asked_for_may_load() -> None:
    """A script from that host with another identifier is as foreign as one from anywhere."""
    text = f'<script src="{SCRIPTS[0]}"></script><script src="{SCRIPTS[1]}"></script>'.encode()
    seen, _ = look("a.html", text)

    found = compare({"a.html": seen}, ["a.html"], asked=[SCRIPTS[0], ""])
    assert [("S005", SCRIPTS[1])] == [(item.code, dict(item.arguments)["adres"]) for item in found]


@pytest.fixture
def noted(browser: Browser, site: Path) -> Iterator[tuple[list[str], str, list[str]]]:
    """What the stand-in noted on a page, the text of that page, and each address outside that was asked."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        url = route.request.url
        asked.append(url)
        if url.endswith("/embed"):
            route.fulfill(body=STAND_IN, content_type="text/javascript")
        elif url.endswith(".svg"):
            route.fulfill(body='<svg xmlns="http://www.w3.org/2000/svg"/>', content_type="image/svg+xml")
        else:
            route.fulfill(body="menu", headers={"Access-Control-Allow-Origin": "*"}, content_type="application/json")

    with browser_tools.served(site) as base, browser_tools.visiting(browser, base) as visit:
        visit.page.route(re.compile(r"^https://"), answer)
        shown = visit.go("initiatieven/overleg.html")
        shown.wait_for_function("(window.noted || []).length >= 8")
        yield shown.evaluate("window.noted"), shown.locator("body").inner_text(), asked


def test_the_policy_lets_in_that_host_and_nothing_else(noted: tuple[list[str], str, list[str]]) -> None:
    """Both scripts run, draw and load from their host; what they try elsewhere is stopped before it is asked."""
    notes, text, asked = noted

    assert {*SCRIPTS, f"{HOST}/teken.svg", f"{HOST}/menu.json"} == set(asked)
    stopped = {f"connect-src {ELSEWHERE}/teller", f"script-src-elem {ELSEWHERE}/teller.js"}
    assert {"beeld", "menu", *stopped} == set(notes)
    assert text.index(f"Getekend: {HEADER}") < text.index("Overleg met de buurt")
    assert text.index(f"Getekend: {FOOTER.lower()}") > text.index("Uitgegeven door")


def test_the_site_works_when_the_service_does_not(browser: Browser, site: Path) -> None:
    """The head and the foot of the site itself stay."""
    with browser_tools.served(site) as base, browser_tools.visiting(browser, base) as visit:
        shown = visit.go("index.html")
        assert shown.get_by_role("navigation", name="Hoofdnavigatie").is_visible()
        assert "Uitgegeven door" in shown.locator("footer").inner_text()
