"""Results that need not be made again: bytes by the hash of everything they depend on.

In: keys and bytes. Out: the same bytes, or None. A damaged, missing or unreadable entry is a miss and a folder that
cannot be written is no cache: nothing here is ever an error, and a build without it gives the same bytes.
"""

import contextlib
import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path

_DIGEST = hashlib.sha256().digest_size
_ENTRY = re.compile(r"[0-9a-f]{64}")


def key(parts: Iterable[bytes | str]) -> str:
    """Return the SHA-256, in hexadecimal, of the parts: no other parts, and no other split of them, give the same."""
    digest = hashlib.sha256()
    for part in parts:
        data = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(b"%c%d:" % (b"s" if isinstance(part, str) else b"b", len(data)))
        digest.update(data)
    return digest.hexdigest()


@dataclass(frozen=True)
class Cache:
    """Entries below `folder`, each in a file of its own: the SHA-256 of the bytes, then the bytes.

    Builds at the same time may share a folder: an entry appears as a whole and two writers of a key write the same.
    """

    folder: Path

    def get(self, entry: str) -> bytes | None:
        """Return what was put under this key, or None."""
        try:
            stored = self._path(entry).read_bytes()
        except OSError:
            return None
        data = stored[_DIGEST:]
        return data if hashlib.sha256(data).digest() == stored[:_DIGEST] else None

    def put(self, entry: str, data: bytes) -> None:
        """Keep the bytes under this key, if the disk allows it."""
        path = self._path(entry)
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=path.parent)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(hashlib.sha256(data).digest())
                    file.write(data)
                Path(name).replace(path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def prune(self, keep: Collection[str]) -> int:
        """Remove every entry but those in `keep`, and what broken-off writers left; returns how many went.

        To be called with the keys of a build that succeeded: the cache then holds one site, however often it is built.
        """
        removed = 0
        kept = set(keep)
        with contextlib.suppress(OSError):
            for path in self.folder.glob("*/*"):
                if path.parent.name + path.name not in kept:
                    with contextlib.suppress(OSError):
                        path.unlink()
                        removed += 1
        return removed

    def _path(self, entry: str) -> Path:
        if not _ENTRY.fullmatch(entry):
            raise ValueError(f"not a key: {entry!r}")
        return self.folder / entry[:2] / entry[2:]


@dataclass(frozen=True)
class NoCache:
    """Keeps nothing: for a build that must make everything."""

    def get(self, entry: str) -> bytes | None:  # noqa: ARG002 - the same shape as `Cache`
        """Return None."""
        return None

    def put(self, entry: str, data: bytes) -> None:
        """Forget the bytes."""

    def prune(self, keep: Collection[str]) -> int:  # noqa: ARG002 - the same shape as `Cache`
        """Return 0."""
        return 0


Store = Cache | NoCache


def clean(folder: Path) -> bool:
    """Remove a cache with all that is in it; says whether there was one to remove and it is gone."""
    there = folder.is_dir()
    shutil.rmtree(folder, ignore_errors=True)
    return there and not folder.exists()
