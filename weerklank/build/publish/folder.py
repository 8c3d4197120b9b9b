"""Swap one folder for another so that at each moment there is exactly one, and it is whole.

In: the files wanted, the folder to replace and a working folder beside it. Out: the folder replaced, or OSError and the
old folder as it was. `recover` finishes or clears away what a killed build left; it comes first under the lock.

Where the system can swap two names in one step (Linux, macOS), that is what is done. Elsewhere the new folder is first
called `next`: from then on each later build finishes the change, whatever moment the first one was stopped at.
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Collection, Iterable, Mapping
from pathlib import Path

_CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV})
_HERE = -100  # AT_FDCWD
_SWAP = 2  # RENAME_EXCHANGE of renameat2(2), and RENAME_SWAP of renamex_np(2)

_WRITING, _NEXT, _OLD = "writing", "next", "old"


def files(top: Path) -> frozenset[str]:
    """Return the posix path of everything below `top` that is not a folder; links are not followed."""
    found: list[str] = []
    pending = [""]
    while pending:
        prefix = pending.pop()
        try:
            entries = list(os.scandir(top / prefix))
        except FileNotFoundError:
            continue
        for entry in entries:
            path = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                pending.append(path + "/")
            else:
                found.append(path)
    return frozenset(found)


def replace(wanted: Mapping[str, bytes], output: Path, *, same: Collection[str], work: Path) -> None:
    """Put a folder with exactly the wanted files in the place of `output`.

    `same`: paths that stand in `output` with these bytes; they are linked, so that they keep their time.
    Raises OSError when the system refuses a step; `output` is then as it was.
    """
    writing = work / _WRITING
    try:
        _write(wanted, output, same=same, writing=writing)
        if not output.exists():
            writing.rename(output)
        elif not exchange(writing, output):
            writing.rename(work / _NEXT)
            _finish(output, work=work)
        _settle([output.parent])
    finally:
        # Before the swap this is half a new site, after it the old one.
        _remove(writing)


def recover(work: Path, output: Path) -> None:
    """Finish or clear away what a killed build left: afterwards `output` is a whole site and `work` holds none."""
    _remove(work / _WRITING)
    if (work / _NEXT).is_dir():
        _finish(output, work=work)
    _remove(work / _OLD)


def exchange(one: Path, other: Path) -> bool:
    """Swap two folders in one step. False when this system or disk cannot; raises OSError when it may not."""
    if sys.platform == "linux":
        code = _ask("renameat2", _HERE, os.fsencode(one), _HERE, os.fsencode(other), _SWAP)
    elif sys.platform == "darwin":
        code = _ask("renamex_np", os.fsencode(one), os.fsencode(other), _SWAP)
    else:
        code = errno.ENOSYS
    if code and code not in _CANNOT:
        raise OSError(code, os.strerror(code), str(other))
    return not code


def _write(wanted: Mapping[str, bytes], output: Path, *, same: Collection[str], writing: Path) -> None:
    """Make the new folder, down to the disk."""
    _remove(writing)
    writing.mkdir()
    if output.exists():
        shutil.copymode(output, writing)
    written = []
    for path, data in sorted(wanted.items()):
        target = writing / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path not in same or not _linked(output / path, target):
            target.write_bytes(data)
            written.append(target)
    # All of it in a second round: the disk then has few large tasks instead of many small ones.
    _settle([*written, *(Path(folder) for folder, _, _ in os.walk(writing))])


def _linked(source: Path, target: Path) -> bool:
    """Say whether the file could be given a second name: not every disk can, and not for files of another user."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def _finish(output: Path, *, work: Path) -> None:
    """Put `next` in place. Each step can be the last one before a kill: the next build starts here again."""
    following, old = work / _NEXT, work / _OLD
    _remove(old)
    if output.exists():
        _move_aside(output, old, following=following)
    try:
        following.rename(output)
    except OSError:
        # A scanner may hold the new folder for a moment: better the old site than none.
        if old.is_dir():
            old.rename(output)
            following.rename(work / _WRITING)
        raise
    _remove(old)


def _move_aside(output: Path, old: Path, *, following: Path) -> None:
    try:
        output.rename(old)
    except OSError as error:
        if error.errno != errno.EXDEV:
            # The old site cannot be moved, so it stays: there is nothing to finish any more.
            following.rename(following.with_name(_WRITING))
            raise
        # A folder from a lower layer of an overlay cannot be moved at all, only removed.
        shutil.rmtree(output)


def _settle(paths: Iterable[Path]) -> None:
    """Have files and folders on the disk before a name says that they are there. Raises OSError when they cannot be."""
    for path in paths:
        # Windows knows no handle of a folder, and wants one that may write for a file.
        if sys.platform == "win32" and path.is_dir():
            continue
        handle = os.open(path, os.O_RDWR if sys.platform == "win32" else os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _ask(name: str, *arguments: int | bytes) -> int:
    """Call a function of the C library. Returns 0, or the number of the error: ENOSYS where it has no such function."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return errno.ENOSYS
    return 0 if function(*arguments) == 0 else ctypes.get_errno()


def _remove(folder: Path) -> None:
    """Remove a folder of ours; what cannot go now goes at the next build."""
    shutil.rmtree(folder, ignore_errors=True)
