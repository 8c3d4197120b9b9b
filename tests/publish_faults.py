"""Break a publication at each of its steps in turn and report what readers would have found.

    python tests/publish_faults.py FOLDER kill|full|refused|interrupt exchange|aside

Python announces each call that touches the disk to its audit hooks (https://docs.python.org/3/library/audit_events.html).
A hook that stops the process, or raises, at the first announcement, then at the second, and so on, visits every moment
at which a build can break off. With `aside` the C library has no call to swap two folders, as on older systems.
Prints JSON: for each moment what stood there after the fault, and what after the next build.
"""

import contextlib
import ctypes
import errno
import itertools
import json
import os
import shutil
import signal
import sys
from pathlib import Path

from weerklank.build.publish import manifest, publish

OLD = {"index.html": b"oud", "weg/blad.html": b"verdwijnt", "gelijk.html": b"gelijk"}
NEW = {"index.html": b"nieuw", "erbij/blad.html": b"komt", "gelijk.html": b"gelijk"}
THIRD = {"index.html": b"derde"}
STEPS = ("open", "os.", "shutil.", "ctypes.dlsym", "fcntl.")
STOPPABLE = ("open", "os.mkdir", "os.rename", "os.link")


def main(folder: Path, fault: str, swap: str) -> None:
    """Break off at each moment until a build gets through."""
    if swap == "aside":
        ctypes.CDLL = _LibraryWithoutSwap  # type: ignore[misc, assignment]
    results = []
    for moment in itertools.count(1):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        site = folder / "site"
        site.mkdir()
        (site / ".gitkeep").touch()
        assert not publish(OLD, site).findings
        through = _break_off(site, fault, moment)
        after_fault = _state(site)
        assert not publish(THIRD, site).findings
        after_next = (_state(site), sorted(os.listdir(folder)))  # noqa: PTH208 - names are what is asserted
        results.append((after_fault, *after_next))
        if through:
            break
    print(json.dumps(results))


class _LibraryWithoutSwap:
    """A C library that lacks renameat2 and renamex_np."""

    def __init__(self, *_: object, **__: object) -> None:
        """Load nothing."""


def _break_off(site: Path, fault: str, moment: int) -> bool:
    """Publish in a process of its own that meets the fault; says whether the build was through before it came."""
    child = os.fork()
    if child == 0:
        code = 9
        with contextlib.suppress(KeyboardInterrupt):
            _arm(fault, moment)
            published = publish(NEW, site, patience=0)
            code = 1 if published.findings else 0
        os._exit(code if _count[0] >= moment or code else 42)
    _, status = os.waitpid(child, 0)
    if os.WIFEXITED(status):
        assert os.WEXITSTATUS(status) in (0, 1, 9, 42), "a traceback"
    return os.WIFEXITED(status) and os.WEXITSTATUS(status) == 42


_count = [0]


def _arm(fault: str, moment: int) -> None:
    def hook(event: str, _: tuple[object, ...]) -> None:
        if not event.startswith(STEPS):
            return
        _count[0] += 1
        if _count[0] == moment:
            if fault == "kill":
                os.kill(os.getpid(), signal.SIGKILL)
            if fault == "interrupt":
                raise KeyboardInterrupt
            if fault == "refused" and event in STOPPABLE:
                raise PermissionError(errno.EACCES, "refused")
        if fault == "full" and _count[0] >= moment and event in STOPPABLE:
            raise OSError(errno.ENOSPC, "full")

    sys.addaudithook(hook)


def _state(site: Path) -> str:
    """Which site stands there, judged by every byte of it."""
    found = {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}
    if not site.exists():
        return "absent"
    for name, files in (("old", OLD), ("new", NEW), ("third", THIRD)):
        if found == {**files, "manifest.json": manifest(files), ".gitkeep": b""}:
            return name
    return f"broken: {sorted(found)}"


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
