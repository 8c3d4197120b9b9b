"""One build at a time in one place: a lock that the system releases when its holder dies.

In: the path of a lock file, which need not exist. Out: a handle, or None after waiting in vain. A released lock leaves
no file behind.
"""

import contextlib
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

_PAUSE = 0.05  # seconds between two tries


def acquire(path: Path, *, patience: float) -> int | None:
    """Return an open descriptor that holds the lock, or None when another build kept it for `patience` seconds.

    Makes the folder of the file. Raises OSError when the folder or file cannot be made or the disk has no locks.
    """
    until = time.monotonic() + patience
    while True:
        handle = _open(path)
        if handle is not None:
            if _locked(handle) and _still_at(path, handle):
                return handle
            os.close(handle)
        if time.monotonic() >= until:
            return None
        time.sleep(_PAUSE)


@contextlib.contextmanager
def held(path: Path, *, patience: float) -> Iterator[bool]:
    """Hold the lock; False when another build keeps it for longer than `patience` seconds."""
    handle = acquire(path, patience=patience)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            release(path, handle)


def release(path: Path, handle: int) -> None:
    """Release the lock and remove its file, and its folder when that is empty."""
    # Removed while held: whoever was waiting on this file sees that it is gone and starts again with a new one.
    with contextlib.suppress(OSError):
        path.unlink()
    with contextlib.suppress(OSError):
        path.parent.rmdir()
    os.close(handle)


def _open(path: Path) -> int | None:
    """The file opened, or None when a build that ends has just removed its folder."""
    try:
        path.parent.mkdir(exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except (FileExistsError, FileNotFoundError):
        if path.parent.is_file():
            raise
        return None


def _locked(handle: int) -> bool:
    try:
        if sys.platform == "win32":
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


def _still_at(path: Path, handle: int) -> bool:
    """Say whether the locked file is the one that others will find: its last holder may have removed it."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
