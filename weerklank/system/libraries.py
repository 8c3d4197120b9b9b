"""The libraries behind the PDF: whether they can be loaded, from the system or from our own folder.

In: nothing. Out: the names that cannot be loaded. A folder of ours is laid out like a system: `usr/lib/…/lib….so.0`.
"""

import ctypes
import os
import sys
from collections.abc import Iterable
from pathlib import Path

NEEDED = (
    "libgobject-2.0.so.0",
    "libfontconfig.so.1",
    "libharfbuzz.so.0",
    "libharfbuzz-subset.so.0",
    "libpango-1.0.so.0",
    "libpangoft2-1.0.so.0",
)
"""What WeasyPrint opens, as Linux names it (`weasyprint/text/ffi.py`; tests/test_system.py reads it there)."""
ENVIRONMENT = Path(__file__).resolve().parents[2] / ".venv"
OWN = ENVIRONMENT / "pango"
"""Where the front door unpacks the packages on a machine where it may not install them."""


def load_own() -> None:
    """Make loadable what the front door unpacked, if it did: whoever is about to open the libraries asks this first."""
    if not OWN.is_dir():
        return
    load(OWN)
    if not Path("/etc/fonts/fonts.conf").exists():  # else fontconfig complains on standard error that it finds none
        os.environ.setdefault("FONTCONFIG_PATH", str(OWN / "etc" / "fonts"))


def load(folder: Path = OWN) -> tuple[str, ...]:
    """Make what is unpacked in a folder loadable where the system lacks it; return the names that still are missing.

    A library that is loaded once is found by its name from then on, so whoever asks for it needs no search path. Only
    Linux names are known here: on other systems nothing is looked at, and WeasyPrint itself says what is missing.
    """
    if sys.platform != "linux":
        return ()
    missing = _missing(NEEDED)
    if missing and folder.is_dir():
        _open_all(sorted(path for path in folder.rglob("*.so.*") if path.is_file()))
        missing = _missing(missing)
    return missing


def _missing(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(name for name in names if not _opens(name))


def _open_all(paths: Iterable[Path]) -> None:
    """Open each library after what it needs: the order is not known, so those that fail wait for the others."""
    waiting = list(paths)
    while waiting:
        left = [path for path in waiting if not _opens(str(path))]
        if len(left) == len(waiting):
            return
        waiting = left


def _opens(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
