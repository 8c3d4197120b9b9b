"""What more than one test module needs: tools that may be absent, and a build server where none may be."""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

# A busy machine is not a fault of the code.
settings.register_profile("weerklank", deadline=None, suppress_health_check=[HealthCheck.too_slow])
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


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Where everything must be there, a skipped test fails the run, however it came to be skipped."""
    if REQUIRE_ALL and _skipped(session.config) and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say why the run fails although no test did."""
    skipped = _skipped(terminalreporter.config)
    if REQUIRE_ALL and skipped:
        terminalreporter.write_line(f"WEERKLANK_REQUIRE_ALL=1: {skipped} skipped, which is a failure here", red=True)


def _skipped(config: pytest.Config) -> int:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    return len(reporter.stats.get("skipped", [])) if reporter else 0
