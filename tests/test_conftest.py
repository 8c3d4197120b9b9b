"""Which tests are slow is seen from what they need, so that a quick answer stays quick without a list."""

import subprocess
from functools import partial
from pathlib import Path

import pytest

from tests import browser_tools
from tests.conftest import reaches_something_slow
from tests.project_samples import build
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
