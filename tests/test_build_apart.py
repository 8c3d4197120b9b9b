"""Slow files in a process of their own: the same bytes, wherever they are made."""

import os
import sys
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from typing import Any

import pytest

from weerklank.build.apart import OtherProcess, Task, alone
from weerklank.build.artifact import Bench, Form
from weerklank.build.forms import PageForm
from weerklank.build.results import MadeFile

NOTHING: Mapping[str, Any] = {}


@dataclass(frozen=True)
class Telling(Form[str]):
    """Says where it was made; a view that says so ends its process, unless that is ours."""

    own: int

    def make(self, view: str, bench: Bench) -> MadeFile:
        """View, materials, and whether this is another process."""
        if view == "weg" and os.getpid() != self.own:
            os._exit(1)
        where = "elders" if os.getpid() != self.own else "hier"
        return MadeFile(b"|".join((view.encode(), where.encode(), *bench.given.values(), *bench.files.values())))


@dataclass(frozen=True)
class View:
    """What a page prints."""

    text: str
    head: None = None


def task(view: str) -> Task:
    """A task of the form above."""
    return Task(f"{view}.pdf", Telling(os.getpid()), view, NOTHING, {"a": b"A"}, {"b": b"B"})


def test_it_is_another_process() -> None:
    """Tasks are made elsewhere, one after the other, and come back in their order."""
    with closing(OtherProcess()) as other:
        assert [] == other.results()
        for name in ("een", "twee"):
            other.begin(task(name))
        found = other.results()
        assert [] == other.results()

    assert [("een.pdf", b"een|elders|A|B"), ("twee.pdf", b"twee|elders|A|B")] == [
        (path, result.data) for path, result in found
    ]


def test_a_process_that_dies_is_replaced_by_ours() -> None:
    """A machine that kills or allows no second process gets the same files, a little later."""
    with closing(OtherProcess()) as other:
        for name in ("weg", "een"):
            other.begin(task(name))
        found = dict(other.results())

    assert b"weg|hier|A|B" == found["weg.pdf"].data
    assert found["een.pdf"].data.startswith(b"een|")


@pytest.mark.skipif(sys.platform == "win32", reason="limits on open files are not set that way on Windows")
def test_where_no_process_can_be_begun_it_is_made_here() -> None:
    """A machine without shared memory, semaphores or room for another process is no fault of ours."""
    import resource  # noqa: PLC0415 - exists on Unix only

    before = resource.getrlimit(resource.RLIMIT_NOFILE)
    with closing(OtherProcess()) as other:
        free = os.open(os.devnull, os.O_RDONLY)
        os.close(free)
        resource.setrlimit(resource.RLIMIT_NOFILE, (free, before[1]))
        try:
            other.begin(task("een"))
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
        found = other.results()

    assert [("een.pdf", b"een|hier|A|B")] == [(path, result.data) for path, result in found]


def test_a_task_has_its_templates() -> None:
    """What a form renders in another process is rendered from the templates that it was given, and no others."""
    texts = {"pages/a.html": "<p>{{ text }}{% include 'b.html' %}", "b.html": "!"}
    whole = Task("a.html", PageForm("pages/a.html"), View("x"), texts, NOTHING, NOTHING)
    part = Task(
        "a.html", PageForm("pages/a.html"), View("x"), {"pages/a.html": texts["pages/a.html"]}, NOTHING, NOTHING
    )

    assert (b"<p>x!", ["T001"]) == (alone(whole).data, [item.code for item in alone(part).findings])


def test_a_mistake_of_ours_is_not_hidden() -> None:
    """An exception in a form is an exception of the build, not a reason to try again."""
    with closing(OtherProcess()) as other:
        other.begin(Task("a.html", PageForm("pages/a.html"), 5, {"pages/a.html": ""}, NOTHING, NOTHING))
        with pytest.raises(TypeError):
            other.results()
