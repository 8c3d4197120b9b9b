"""Sites that were built for real, and a browser to look at them.

In: the content of the project and the content of `stress_content`. Out: folders with a site, an address to visit it at,
and a Chromium that reaches nothing else. Each site is built once for a test run, whichever processes ask for it.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, Response, sync_playwright

from tests import stress_content
from tests.printed_site import recorded, recording
from tests.project_samples import files_of
from tests.voorbeeld_site import made_once
from weerklank.addresses import NOT_FOUND, is_bare
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.build import forms
from weerklank.build.artifact import AnyArtifact
from weerklank.build.cache import NoCache
from weerklank.build.pipeline import build
from weerklank.corpus import public
from weerklank.data.table import Table
from weerklank.findings import has_errors
from weerklank.project import Project, open_project, read_materials
from weerklank.site.pages import plan

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ROOT / "tests" / "tools" / "node_modules"
AXE = TOOLS / "axe-core" / "axe.min.js"
VNU = TOOLS / "vnu-jar" / "build" / "dist" / "vnu.jar"
DAY = "2026-11-23"
TABLES = "tabellen.pickle"
PREFIX = "/a/b/"
"""Where the site stands on the server: not at its root, so that no address may start there."""

_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


# --- sites -----------------------------------------------------------------------------------------------------------


def real_site(factory: pytest.TempPathFactory) -> Path:
    """The site of the content of the project, with everything in it."""
    return made_once(factory, "echt", _build_real) / "site"


def real_tables(factory: pytest.TempPathFactory) -> tuple[Table, ...]:
    """Every table that was made for `real_site`."""
    return recorded(real_site(factory).with_name(TABLES))


def stress_site(factory: pytest.TempPathFactory) -> Path:
    """The pages of `stress_content`, without drawings and data files."""
    return made_once(factory, "proef", _build_stress) / "site"


def _project(content: Path, output: Path) -> Project:
    project = open_project(content=content, output=output, day=DAY)
    assert isinstance(project, Project), project
    return project


def _build_real(work: Path) -> None:
    project = _project(ROOT / "content", work / "site")
    with recording(work / TABLES):
        outcome = build(project, cache=NoCache(), report=lambda _: None)
    assert outcome.published is not None, [item for item in outcome.findings if has_errors((item,))]


def _build_stress(work: Path) -> None:
    content, site = work / "content", work / "site"
    stress_content.write(content)
    project = _project(content, site)
    loaded = load(project.content)
    validated = validate(loaded, on=project.date)
    assert validated.corpus is not None, (*loaded.findings, *validated.findings)
    materials, _ = read_materials(project)
    artifacts = plan(public(validated.corpus, on=project.date), assets=materials.assets)
    done = files_of(artifacts, materials, wanted=_is_light)
    assert [] == [item for item in done.findings if item.code != "S007"], "a page may be heavy here"
    for path, data in done.files.items():
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def _is_light(item: AnyArtifact) -> bool:
    """What pages need to be looked at; drawings and workbooks of odd content are looked at by their own tests."""
    page = isinstance(item.form, (forms.PageForm, forms.BareForm)) and item.path.endswith(".html")
    return page or isinstance(item.form, (forms.TextForm, forms.BytesForm)) or item.path.startswith("js/")


Need = Callable[[bool, str], None]
ALL = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""Every rule of axe-core that we keep to."""
RUN_AXE = """tags => axe.run(document, {resultTypes: ["violations"], runOnly: tags}).then(found =>
    found.violations.map(rule => rule.id + ": " + rule.nodes.slice(0, 3).map(node => node.html).join(" … ")))"""


def axe(need: Need) -> str:
    """The accessibility rules, as a script."""
    need(AXE.is_file(), "the accessibility rules need npm ci in tests/tools")
    return AXE.read_text(encoding="utf-8")


def pages_of(site: Path) -> list[str]:
    """The address of every page, from the top of the site, sorted."""
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("*.html"))


def is_moved(path: Path) -> bool:
    """Whether a page only leads to another: it stands at the former address of a record."""
    return 'http-equiv="refresh"' in path.read_text(encoding="utf-8")


def one_of_each(site: Path) -> list[str]:
    """One page of every kind: those at the top, every list, and of every folder the one that holds most.

    What is to be copied elsewhere has no look of its own.

    The ready-made pages of all values of one list are of one kind; a page that only leads to another is none.
    """
    found: dict[str, str] = {}
    stay = (page for page in pages_of(site) if not is_moved(site / page) and not is_bare(page))
    for page in sorted(stay, key=lambda page: (-(site / page).stat().st_size, page)):
        folder, _, name = page.rpartition("/")
        alone = not folder or name in ("index.html", "bijlage.html")
        found.setdefault(page if alone else folder.partition("/per/")[0] + "/per" * ("/per/" in page), page)
    return sorted(found.values())


# --- serving ---------------------------------------------------------------------------------------------------------


class _Handler(SimpleHTTPRequestHandler):
    """Serves a folder below PREFIX and nothing else."""

    def translate_path(self, path: str) -> str:
        """The file for an address; what stands outside the prefix leads nowhere."""
        if not path.startswith(PREFIX):
            return str(Path(self.directory) / "buiten-de-site")
        return super().translate_path("/" + path.removeprefix(PREFIX))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """For an address that is not there, the page of the site that says so, as servers are set to do."""
        if code != HTTPStatus.NOT_FOUND or self.command != "GET" or not self.path.endswith((".html", "/")):
            super().send_error(code, message, explain)
            return
        page = (Path(self.directory) / NOT_FOUND).read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's name
        """Say nothing: what failed, the browser tells."""


class _Server(ThreadingHTTPServer):
    """A server that does not mind a browser that goes on before it has everything."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: what failed, the browser tells."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address of a site on a web server of this machine, below a prefix."""
    with _Server(("127.0.0.1", 0), partial(_Handler, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()


def on_disk(site: Path) -> str:
    """The address of a site that is opened without a server."""
    return f"{site.as_uri()}/"


# --- browsing --------------------------------------------------------------------------------------------------------


@dataclass
class Visit:
    """A browser window on one site. `troubles`: requests that left it, failed requests, and what the console said."""

    base: str
    page: Page
    troubles: list[str] = field(default_factory=list)

    def go(self, path: str) -> Page:
        """Open a page of the site, with its letters and results: what is measured before these differs each time."""
        self.page.goto(self.base + path)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        self.page.locator("[aria-busy=true]").wait_for(state="detached")
        return self.page


def chromium() -> str | None:
    """Where the browser is, if it is here. Playwright's own download is never used."""
    return next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@contextmanager
def browsing(executable: str) -> Iterator[Browser]:
    """A browser without a screen, for as many visits as are asked for."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=list(_FLAGS))
        yield browser
        browser.close()


@contextmanager
def visiting(
    browser: Browser, base: str, *, scripts: tuple[str, ...] = (), options: Mapping[str, Any] | None = None
) -> Iterator[Visit]:
    """A window on the site at `base`. Every request that leaves it is stopped and noted.

    `scripts`: run in each page before its own; `options`: of Playwright's `new_context`.
    """
    wanted: dict[str, Any] = {"viewport": {"width": 1280, "height": 900}, "locale": "nl-BE", **(options or {})}
    context: BrowserContext = browser.new_context(**wanted)
    for script in scripts:
        context.add_init_script(script)
    visit = Visit(base, context.new_page())
    visit.page.set_default_timeout(10_000)
    context.on("request", partial(_note_request, visit))
    context.on("requestfailed", partial(_note_failure, visit))
    context.on("response", partial(_note_response, visit))
    context.on("console", partial(_note_console, visit))
    context.on("weberror", lambda error: visit.troubles.append(f"fout: {error.error}"))
    context.route(lambda url: not _inside(visit, url), lambda route: route.abort())
    yield visit
    context.close()


def _inside(visit: Visit, url: str) -> bool:
    return url.startswith(visit.base) or urlsplit(url).scheme in ("blob", "data")


def _note_request(visit: Visit, request: Request) -> None:
    if not _inside(visit, request.url):
        visit.troubles.append(f"naar buiten: {request.url}")


def _note_failure(visit: Visit, request: Request) -> None:
    """A request that was still under way when the visit went on did not fail."""
    if request.failure != "net::ERR_ABORTED":
        visit.troubles.append(f"mislukt: {request.url}")


def _note_response(visit: Visit, response: Response) -> None:
    if response.status >= 400:
        visit.troubles.append(f"{response.status}: {response.url}")


def _note_console(visit: Visit, message: ConsoleMessage) -> None:
    if message.type in ("error", "warning"):
        visit.troubles.append(f"console: {message.text} ({message.location['url']})")
