"""What this machine has for building and for testing, as lines to read.

In: the root of the project, and whether its environment is ready. Out: one `Line` for each thing, in words.
"""

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from weerklank.system.libraries import OWN, load
from weerklank.system.pango import COMMANDS
from weerklank.system.provide import by_hand

_ROOM = 500 * 1024 * 1024
_FOR_TESTS = (
    ("Chromium", ("chromium", "chromium-browser", "google-chrome"), "apt install chromium"),
    ("Java", ("java",), "apt install default-jre-headless"),
    ("Node", ("node",), "apt install nodejs"),
    ("npm", ("npm",), "apt install npm"),
    ("pdftotext", ("pdftotext",), "apt install poppler-utils"),
)
_BY_SYSTEM = {
    "darwin": COMMANDS["darwin"],
    "win32": f"installeer MSYS2, en daarin: {COMMANDS['win32']}",
}


@dataclass(frozen=True)
class Line:
    """One thing: its name, whether it is there, what is known of it, and whether a build with annexes needs it."""

    name: str
    there: bool
    note: str
    needed: bool = True

    def __str__(self) -> str:
        state = "in orde" if self.there else "ontbreekt" if self.needed else "is er niet"
        return f"  {self.name:<12}{state:<12}{self.note}".rstrip()


def examine(root: Path, *, ready: bool) -> tuple[Line, ...]:
    """Look at everything that a build needs, and at what only tests need."""
    return (*_to_build(root, ready=ready), *_to_test())


def report(lines: tuple[Line, ...]) -> str:
    """The lines under two headings, and a last sentence that says what follows from them."""
    wanted = [line.name for line in lines if line.needed and not line.there]
    good = "Alles is er om de site en de bijlagen te maken."
    return "\n".join(
        (
            "Om te bouwen",
            *(str(line) for line in lines if line.needed),
            "Alleen om het programma zelf te testen",
            *(str(line) for line in lines if not line.needed),
            f"Wat nog ontbreekt: {', '.join(wanted)}." if wanted else good,
        )
    )


def _to_build(root: Path, *, ready: bool) -> Iterator[Line]:
    yield Line("Python", there=True, note=".".join(map(str, sys.version_info[:3])))
    yield Line("Omgeving", ready, "" if ready else "de eerste bouw maakt ze: python3 build.py")
    missing = load()
    if missing:
        yield Line("Pango", there=False, note=f"{_how()}  ({', '.join(missing)})")
    else:
        yield Line("Pango", there=True, note="uit .venv/pango" if _is_own() else _unseen())
    for name in ("site", ".cache"):
        yield _writable(root, name)
    room = shutil.disk_usage(root).free
    yield Line("Plaats", room > _ROOM, f"{room // 1_000_000} MB vrij")


def _to_test() -> Iterator[Line]:
    for name, programs, how in _FOR_TESTS:
        found = next(filter(None, map(shutil.which, programs)), None)
        yield Line(name, found is not None, found or how, needed=False)


def _writable(root: Path, name: str) -> Line:
    """A folder that a build writes in, or the one in which it would be made."""
    folder = root / name
    nearest = folder if folder.exists() else root
    there = nearest.is_dir() and os.access(nearest, os.W_OK)
    return Line(f"{name}/", there, "" if there else "u mag er niet schrijven, of het is geen map")


def _how() -> str:
    return _BY_SYSTEM.get(sys.platform, by_hand())


def _is_own() -> bool:
    """Whether what is loaded comes from our own folder; the system says which files a process holds."""
    try:
        return f"{OWN}/" in Path("/proc/self/maps").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _unseen() -> str:
    return "van het systeem" if sys.platform == "linux" else "niet nagekeken: de eerste bijlage zegt het"
