"""The example agency: a public body that does not exist, in which every field and every state occurs.

In: the content in `voorbeeld/`. Out: its records, and its site, built for real once for a test run, whichever processes
ask for it. What it publishes is of one fixed day.
"""

import os
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests.printed_site import recorded, recording
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.build.cache import Cache
from weerklank.build.pipeline import Outcome, build
from weerklank.corpus import Corpus, public
from weerklank.data.table import Table
from weerklank.findings import Finding, has_errors
from weerklank.project import Project, open_project

CONTENT = Path(__file__).resolve().parent / "voorbeeld" / "content"
DAY = date(2026, 11, 23)
TABLES = "tabellen.pickle"
HIDDEN = re.compile("geheim", re.IGNORECASE)
"""Stands in the name of every file that is not public, and in every line that says something of one."""


@cache
def whole() -> Corpus:
    """Every record of the example agency, public or not."""
    found = validate(load(CONTENT), on=DAY).corpus
    assert found is not None
    return found


@cache
def corpus() -> Corpus:
    """What the public may see of the example agency."""
    return public(whole(), on=DAY)


@cache
def findings() -> tuple[Finding, ...]:
    """What `check` says of the example agency."""
    loaded = load(CONTENT)
    return (*loaded.findings, *validate(loaded, on=DAY).findings)


def project(content: Path, folder: Path) -> Project:
    """A project with this content, whose site and cache are in a folder."""
    found = open_project(content=content, output=folder / "site", day=DAY.isoformat(), environ={})
    assert isinstance(found, Project), found
    return replace(found, cache=folder / "cache")


def built(content: Path, folder: Path) -> Outcome:
    """Build the site of some content into a folder, with the cache that is there."""
    made = project(content, folder)
    return build(made, cache=Cache(made.cache), report=lambda _: None)


def site(factory: pytest.TempPathFactory) -> Path:
    """The published site of the example agency."""
    return home(factory) / "site"


def home(factory: pytest.TempPathFactory) -> Path:
    """The folder with that site and with the cache of its build, from which a change can be built quickly.

    Tests share it: they copy what they change.
    """
    return made_once(factory, "voorbeeld", _build)


def tables(factory: pytest.TempPathFactory) -> tuple[Table, ...]:
    """Every table that was made for the site."""
    return recorded(home(factory) / TABLES)


def _build(folder: Path) -> None:
    with recording(folder / TABLES):
        outcome = built(CONTENT, folder)
    assert outcome.published is not None, [item for item in outcome.findings if has_errors((item,))]


def without_hidden(folder: Path) -> Path:
    """The content with every trace of what is not public taken out of the files; returns its folder."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    for path in sorted(item for item in content.rglob("*") if item.is_file()):
        if HIDDEN.search(path.name):
            path.unlink()
            continue
        if path.suffix not in (".yaml", ".md", ".txt"):
            continue  # a picture
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(line for line in lines if not HIDDEN.search(line)), encoding="utf-8")
    return content


def made_once(factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None]) -> Path:
    """A folder that is made once for all processes of a test run: the first to come makes it, the others wait."""
    base = factory.getbasetemp()
    base = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    folder = base / f"gedeeld-{name}"
    with _alone(base / f"{name}.lock"):
        if not folder.is_dir():
            making = base / f"{name}-werk"
            making.mkdir(exist_ok=True)
            make(making)
            making.rename(folder)
    return folder


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    fcntl = pytest.importorskip("fcntl", reason="sharing a site between processes needs fcntl")
    with path.open("w", encoding="ascii") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
