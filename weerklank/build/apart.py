"""Slow files in a process of their own, while others are made.

In: a form, its view and what it works with. Out: its results, later. Without a second process (a machine that allows
none) they are made here: the bytes are the same.
"""

from collections.abc import Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any

from weerklank.build.artifact import Bench, Form
from weerklank.build.results import MadeFile
from weerklank.html import Templates


@dataclass(frozen=True)
class Task:
    """One file to be made, as values that can travel. `templates`: the text of those that the form reads."""

    path: str
    form: Form[Any]
    view: object
    templates: Mapping[str, str]
    given: Mapping[str, bytes]
    files: Mapping[str, bytes]


def alone(task: Task) -> MadeFile:
    """Make one file with nothing but what its task holds."""
    return task.form.make(task.view, Bench(task.path, Templates(task.templates), task.given, task.files))


class OtherProcess:
    """The other process, which begins with the first task."""

    def __init__(self) -> None:
        self._pool: ProcessPoolExecutor | None = None
        self._waiting: list[tuple[Task, Future[MadeFile] | None]] = []

    def begin(self, task: Task) -> None:
        """Begin on a file; where the system gives no second process, it is made when the results are asked for."""
        self._waiting.append((task, self._submitted(task)))

    def _submitted(self, task: Task) -> "Future[MadeFile] | None":
        try:
            if self._pool is None:
                self._pool = ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn"))
            return self._pool.submit(alone, task)
        except (OSError, ImportError, NotImplementedError):  # no shared memory, no semaphores, no more processes
            return None

    def results(self) -> list[tuple[str, MadeFile]]:
        """Wait for everything that was begun: each path with its result, in the order in which it was begun."""
        waiting, self._waiting = self._waiting, []
        return [(task.path, _result(task, future)) for task, future in waiting]

    def close(self) -> None:
        """End the process; what has not been begun is not made."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)


def _result(task: Task, future: "Future[MadeFile] | None") -> MadeFile:
    if future is None:
        return alone(task)
    try:
        return future.result()
    except (BrokenProcessPool, OSError):
        return alone(task)
