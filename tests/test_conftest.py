"""Which tests are slow, and which may read content/, is seen from what they do: there is no list of them."""

import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests import browser_tools, voorbeeld_site
from tests.conftest import AGENCY, ROOT, agency_of, reaches_something_slow
from tests.project_samples import SMALL, build, written
from weerklank.findings import finding


def _inside() -> object:
    return [subprocess.run(["true"], check=False) for _ in range(1)]


def _far() -> object:
    return _inside()


def _by_module(factory: pytest.TempPathFactory) -> Path:
    return browser_tools.real_site(factory)


def _quick() -> object:
    return finding("R038"), browser_tools.DAY, partial


def test_slow_is_what_reaches_something_slow() -> None:
    """Another program or a build is found however far it is called, and a name that is only near is not."""
    assert [True] * 4 == [reaches_something_slow(found) for found in (_inside, _far, _by_module, build)]
    assert not reaches_something_slow(_quick)


def test_what_needs_nothing_slow_is_not_marked(request: pytest.FixtureRequest) -> None:
    """A value in, a value out: a quick answer has it."""
    assert request.node.get_closest_marker("slow") is None


@pytest.fixture(scope="module")
def shared() -> str:
    """Made once for many."""
    return "once"


def test_what_shares_a_fixture_is_marked(request: pytest.FixtureRequest, shared: str) -> None:
    """A fixture that lives longer than a test is one that costs."""
    assert (request.node.get_closest_marker("slow") is not None, shared) == (True, "once")


@pytest.mark.parametrize("place", ["organisatie.yaml", "bronnen/verslag.txt"])
def test_no_test_of_the_program_reads_the_content(monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """The content is that of whoever runs the tests, so a file or folder of it that is opened fails the test."""
    monkeypatch.chdir(ROOT)
    for path in (ROOT / "content" / place, Path("content") / place):
        with pytest.raises(AssertionError, match="reads the example agency"):
            path.read_bytes()
    with pytest.raises(AssertionError, match="reads the example agency"):
        list((ROOT / "content").iterdir())
    assert (ROOT / "tests" / "voorbeeld" / "content" / "organisatie.yaml").read_bytes()


@pytest.mark.source_document
def test_what_holds_the_source_document_reads_the_content() -> None:
    """It does so where the content is that of the agency that gave the answer."""
    assert AGENCY == agency_of(ROOT / "content")


@pytest.mark.parametrize(
    ("head", "code"),
    [("", ""), (f"ovo_code: {AGENCY}\n", AGENCY), (f"ovo_code: '{AGENCY}'\n", AGENCY), ('ovo_code: "OVO9"\n', "OVO9")],
)
def test_an_agency_is_known_by_its_code(tmp_path: Path, head: str, code: str) -> None:
    """However it is typed, and there may be none."""
    content = written(SMALL, tmp_path)
    page = content / "organisatie.yaml"
    page.write_text(head + page.read_text(encoding="utf-8"), encoding="utf-8")

    assert code == agency_of(content)
    assert AGENCY != agency_of(voorbeeld_site.CONTENT) != ""
