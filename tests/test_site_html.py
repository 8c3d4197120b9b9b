"""Every page of the site as a file: valid, light, self-contained, and leading nowhere that is not there."""

import gzip
import json
import re
import shutil
import subprocess
from base64 import b64encode
from collections import Counter
from collections.abc import Callable
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests import browser_tools, stress_content, voorbeeld_site
from weerklank.addresses import NOT_FOUND, is_bare
from weerklank.build.inspect import check

PAGE_WEIGHT = 100_000
"""Bytes of a page with everything it needs but its charts."""

SCRIPT_WEIGHT = 15_000
"""Bytes of all our own scripts together, as written."""

POLICY = {
    "default-src": "'none'",
    "style-src": "'self'",
    "img-src": "'self'",
    "font-src": "'self'",
    "script-src": "'self'",
    "connect-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'self'",
}

SCRIPTED = ("script-src", "connect-src")
"""What a page that only leads to another may not even ask for."""

Need = Callable[[bool, str], None]


@pytest.fixture(scope="session", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def published(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example agency, and the one that the source document became."""
    make = voorbeeld_site.site if request.param == "voorbeeld" else browser_tools.real_site
    return make(tmp_path_factory)


@pytest.fixture(scope="session")
def stress(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of 400 odd records."""
    return browser_tools.stress_site(tmp_path_factory)


class _Tags(HTMLParser):
    """Every element of a page with its attributes, and the text of scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element."""
        self.found.append((tag, dict(attrs)))


def tags(site: Path, page: str) -> list[tuple[str, dict[str, str | None]]]:
    """The elements of one page."""
    return _Tags((site / page).read_text(encoding="utf-8")).found


def faults(site: Path) -> list[str]:
    """What the Nu Html Checker says, except about the policy: it does not know the address that 'self' stands for."""
    command = ["java", "-Xss8m", "-Xmx768m", "-XX:TieredStopAtLevel=1", "-jar", str(browser_tools.VNU)]
    done = subprocess.run(
        [*command, "--format", "json", "--stdout", "--skip-non-html", str(site)], capture_output=True, check=False
    )
    messages = json.loads(done.stdout)["messages"]
    return [
        f"{item['url'].removeprefix(site.as_uri())} {item['type']}: {item['message']} | {item.get('extract', '')}"
        for item in messages
        if "Content Security Policy" not in item["message"]
    ]


def test_every_page_is_valid(published: Path, need: Need) -> None:
    """The checker of the W3C finds nothing on any page, not even a warning."""
    need(browser_tools.VNU.is_file() and shutil.which("java") is not None, "the HTML checker needs Java and npm ci")

    assert [] == faults(published)


def test_odd_content_is_valid(stress: Path, need: Need) -> None:
    """Whatever authors type, the page stays valid. The one warning is for letters that they composed from parts."""
    need(browser_tools.VNU.is_file() and shutil.which("java") is not None, "the HTML checker needs Java and npm ci")

    assert [] == [fault for fault in faults(stress) if "Unicode Normalization Form C" not in fault]


def test_the_checker_looks(tmp_path: Path, need: Need) -> None:
    """The checker does find a fault that is there."""
    need(browser_tools.VNU.is_file() and shutil.which("java") is not None, "the HTML checker needs Java and npm ci")
    (tmp_path / "fout.html").write_text("<!doctype html><html lang=nl><title>x</title><p><div></p>", encoding="utf-8")

    assert any("No “p” element in scope" in fault for fault in faults(tmp_path))


def test_the_stress_content_is_large() -> None:
    """The odd content has the size that it is for."""
    assert 400 == stress_content.RECORDS


def test_links_lead_somewhere(stress: Path) -> None:
    """On the odd site, too, every link and fragment is there; only drawings and data files were left out of it."""
    files = {path.relative_to(stress).as_posix(): path.read_bytes() for path in stress.rglob("*") if path.is_file()}
    found = [item for item in check(files) if item.code != "S007"]
    elsewhere = re.compile(r"(?:^|/)(?:data|grafieken|feeds)/|^s/[^/]+[.]xml$|bijlage[^/]*\.(?:pdf|docx|xlsx)$")
    dead = [item for item in found if item.code != "S002" or not elsewhere.search(dict(item.arguments)["adres"])]

    assert [] == dead


def test_no_two_pages_have_one_title(published: Path) -> None:
    """Who has several of them open, or hears their titles, tells them apart; plain editions among themselves too."""
    pages = [page for page in browser_tools.pages_of(published) if not browser_tools.is_moved(published / page)]
    titles = Counter(re.findall("<title>(.+?)</title>", (published / page).read_text("utf-8"))[0] for page in pages)

    assert {} == {title: count for title, count in titles.items() if count > 1}


OWN_STYLES = ("vinden.css", "vraag.css", "bewijs.css")
"""The styles that only some pages need."""


def test_pages_are_light(published: Path) -> None:
    """A first visit to any page takes less than 100 kB: the page, its styles and scripts, and all three fonts.

    Charts come apart, and so does the search index, which only the search page reads.
    """

    def sent(path: Path) -> int:
        """What goes over the line: text compressed, as every web server does."""
        return len(gzip.compress(path.read_bytes(), 6))

    styles = sum(sent(published / "css" / name) for name in ("tokens.css", "site.css", "print.css"))
    fonts = sum(
        (published / "fonts" / name).stat().st_size
        for name in set(re.findall(r"fonts/([^\"]+)", (published / "css" / "tokens.css").read_text(encoding="utf-8")))
    )
    heavy = {}
    for page in browser_tools.pages_of(published):
        sources = [values.get("src") or "" for tag, values in tags(published, page) if tag == "script"]
        ours = [(published / page).parent / source for source in sources if source and "zoekindex" not in source]
        linked = {values.get("href") or "" for tag, values in tags(published, page) if tag == "link"}
        own = sum(sent(published / "css" / name) for name in OWN_STYLES if any(name in link for link in linked))
        weight = own + sent(published / page) + styles + fonts + sum(sent(path) for path in ours)
        if weight >= PAGE_WEIGHT:
            heavy[page] = weight

    assert {} == heavy


def test_no_cell_spans_rows_or_columns(published: Path) -> None:
    """A narrow page turns the rows of a table into blocks, and a browser then forgets every span."""
    spans = {"rowspan", "colspan"}
    for page in sorted(published.rglob("*.html")):
        for tag, attributes in tags(published, page.relative_to(published).as_posix()):
            assert not spans & set(attributes), (page, tag)


def test_our_scripts_are_small(published: Path) -> None:
    """All our own scripts together stay under 15 kB as a browser gets them; what the build generates is data."""
    ours = [path for path in (browser_tools.ROOT / "templates" / "assets" / "js").iterdir() if path.suffix == ".js"]

    assert {"filter.js", "kopie.js", "zoeken.js"} == {path.name for path in ours}
    files = sum((published / "js" / path.name).stat().st_size for path in ours)
    assert files + len(own_script(published)[0]) < SCRIPT_WEIGHT


def own_script(site: Path) -> tuple[bytes, str]:
    """The one script that stands in a page, because that page cannot know where the others are; and its hash."""
    (script,) = re.findall(rb"<script>(.*?)</script>", (site / NOT_FOUND).read_bytes(), re.DOTALL)
    return script, b64encode(sha256(script).digest()).decode()


def test_nothing_stands_inline(stress: Path) -> None:
    """No style, script or handler stands in a page, so that a strict policy holds; each page carries that policy."""
    wrong = []
    for page in browser_tools.pages_of(stress):
        found = tags(stress, page)
        policies = [values["content"] for _, values in found if values.get("http-equiv") == "Content-Security-Policy"]
        stays = not browser_tools.is_moved(stress / page)
        wanted = (
            POLICY if stays else {key: POLICY[key] for key in POLICY if key not in SCRIPTED} | {"form-action": "'none'"}
        )
        wanted = {"default-src": "'none'"} if is_bare(page) else wanted
        if page == NOT_FOUND:
            wanted = wanted | {"script-src": f"'self' 'sha256-{own_script(stress)[1]}'"}
            found = [item for item in found if item != ("script", {})]
        if [dict(rule.split(" ", 1) for rule in str(text).split("; ")) for text in policies] != [wanted]:
            wrong.append(f"{page}: {policies}")
        for tag, values in found:
            inline = tag == "script" and "src" not in values and values.get("type") != "application/ld+json"
            if inline or tag == "style" or any(name == "style" or name.startswith("on") for name in values):
                wrong.append(f"{page}: <{tag} {values}>")

    assert [] == wrong


def test_content_is_text(stress: Path) -> None:
    """None of the elements that hostile texts ask for is in any page, and no link runs a script."""
    never = {"iframe", "object", "embed", "math", "base", "textarea", "template", "noscript"}
    wrong = [
        f"{page}: <{tag} {values}>"
        for page in browser_tools.pages_of(stress)
        for tag, values in tags(stress, page)
        if tag in never or re.match(r"\s*(?:javascript|data|vbscript):", values.get("href") or "", re.IGNORECASE)
    ]

    assert [] == wrong


def test_templates_in_content_are_text(stress: Path) -> None:
    """A template in a text is shown as typed, never filled in."""
    text = (stress / "initiatieven" / "index.html").read_text(encoding="utf-8")

    assert "{{ 7 * 7 }}" in text
    assert "49 {%" not in text
