"""Results that need not be made again: bytes by the hash of everything they depend on, in one SQLite file.

In: keys and bytes. Out: the same bytes, or nothing. An entry holds only under its own key: one that is cut short,
altered or exchanged with another is a miss, like one that is not there. A file that is no database is begun again and
a folder that cannot be written is no cache: nothing here is ever an error, and a build without it gives the same bytes.

One file, because a file for each entry costs more: on the 426 files of the site, writing takes 16 instead of 70 ms of
CPU; on 1,000 entries of 500 bytes 4 instead of 190 ms, and 0.7 instead of 4 MB of disk. Reading takes as long or less.
A build that is killed while it writes leaves the entries there were before; a disk that loses what the system held to
be written costs entries, which the seal of each shows.
"""

import contextlib
import hashlib
import shutil
import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE = "resultaten.sqlite3"
BUILDS = 10
"""The builds whose entries are kept: taking back an edit costs nothing as long as no ten others came in between."""

_PATIENCE = 10.0  # seconds to wait for another build that is writing, which takes it milliseconds
_TABLES = """
    create table if not exists result (key text primary key, seal blob not null, data blob not null);
    create table if not exists build (number integer primary key, keys text not null);
"""
_PASSING = frozenset(
    {
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_NOMEM,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
    }
)
"""Errors of the machine. Any other says that the file is not what we made of it."""


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
    """Entries in a file in `folder`. Builds at the same time may share it: each reads and writes whole entries."""

    folder: Path

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:
        """Return what was put under these keys, as far as it is there."""
        if not (self.folder / FILE).is_file():
            return {}
        return self._with(lambda database: _found(database, keys), {})

    def put(self, entries: Mapping[str, bytes]) -> None:
        """Keep the bytes under these keys, all or none, if the disk allows it."""
        if entries:
            self._with(lambda database: _put(database, entries), None)

    def keep(self, keys: Collection[str]) -> int:
        """Remember that a build uses these entries, and remove those that none of the last builds does.

        To be called with all keys of a build that was published. Returns how many entries went.
        """
        return self._with(lambda database: _keep(database, keys), 0)

    def _with(self, work: Callable[[sqlite3.Connection], T], nothing: T) -> T:
        """Do something with the database; `nothing` where that cannot be. A file that is none of ours is replaced."""
        file = self.folder / FILE
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            try:
                with closing(sqlite3.connect(file, timeout=_PATIENCE, isolation_level=None)) as database:
                    # The order of writes matters to us, not when the disk has them: that is what the seals are for.
                    database.execute("pragma synchronous = off")
                    database.executescript(_TABLES)
                    return work(database)
            except sqlite3.Error as error:
                if getattr(error, "sqlite_errorcode", 0) & 0xFF in _PASSING:
                    break
                with contextlib.suppress(OSError):
                    file.unlink()
        return nothing


def _found(database: sqlite3.Connection, keys: Iterable[str]) -> dict[str, bytes]:
    found = {}
    for name in keys:
        row = database.execute("select seal, data from result where key = ?", (name,)).fetchone()
        if row is not None and isinstance(row[1], bytes) and row[0] == _seal(name, row[1]):
            found[name] = row[1]
    return found


def _put(database: sqlite3.Connection, entries: Mapping[str, bytes]) -> None:
    database.execute("begin immediate")
    rows = ((name, _seal(name, data), data) for name, data in entries.items())
    database.executemany("insert or replace into result values (?, ?, ?)", rows)
    database.execute("commit")


def _keep(database: sqlite3.Connection, keys: Collection[str]) -> int:
    own = " ".join(sorted(set(keys)))
    newest = database.execute("select keys from build order by number desc limit 1").fetchone()
    if newest == (own,):
        return 0
    database.execute("begin immediate")
    database.execute("delete from build where keys = ?", (own,))
    database.execute("insert into build (keys) values (?)", (own,))
    kept = "select number from build order by number desc limit ?"
    database.execute(f"delete from build where number not in ({kept})", (BUILDS,))  # noqa: S608 - our own words
    used = {name for (names,) in database.execute("select keys from build") for name in str(names).split()}
    gone = [row for row in database.execute("select key from result") if row[0] not in used]
    database.executemany("delete from result where key = ?", gone)
    database.execute("commit")
    return len(gone)


def _seal(name: str, data: bytes) -> bytes:
    """What binds bytes to their key."""
    return hashlib.sha256(name.encode() + data).digest()


@dataclass(frozen=True)
class NoCache:
    """Keeps nothing: for a build that must make everything."""

    def get(self, keys: Iterable[str]) -> dict[str, bytes]:  # noqa: ARG002 - the same shape as `Cache`
        """Return nothing."""
        return {}

    def put(self, entries: Mapping[str, bytes]) -> None:
        """Forget the bytes."""

    def keep(self, keys: Collection[str]) -> int:  # noqa: ARG002 - the same shape as `Cache`
        """Return 0."""
        return 0


Store = Cache | NoCache


def clean(folder: Path) -> bool:
    """Remove a cache with all that is in it; says whether there was one to remove and it is gone."""
    there = folder.is_dir()
    shutil.rmtree(folder, ignore_errors=True)
    return there and not folder.exists()
