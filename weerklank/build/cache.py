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
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

FILE = "resultaten.sqlite3"
BUILDS = 10
"""The builds whose entries are kept: taking back an edit costs nothing as long as no ten others came in between."""

_MUCH = 16_000_000  # bytes
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


class OpenCache:
    """An open cache. What is put is written in one go when the cache is closed, or sooner when it has become much."""

    def __init__(self, database: sqlite3.Connection | None) -> None:
        """`database`: None keeps nothing."""
        self._database = database
        self._new: dict[str, bytes] = {}
        self._size = 0
        self.broken = False

    def get(self, name: str) -> bytes | None:
        """Return what was put under this key, or None."""
        found = self._new.get(name)
        return found if found is not None else self._with(lambda database: _found(database, name), None)

    def put(self, name: str, data: bytes) -> None:
        """Keep bytes under a key, if the disk allows it."""
        if self._database is not None or self.broken:
            self._new[name] = data
            self._size += len(data)
            if self._size > _MUCH:
                self.write()

    def keep(self, keys: Collection[str]) -> int:
        """Remember that a build uses these entries, and remove those that none of the last builds uses.

        To be called with all keys of a build that was published. Returns how many entries went.
        """
        self.write()
        return self._with(lambda database: _keep(database, keys), 0)

    def write(self) -> None:
        """Write what was put, all or none of it."""
        if self._new:
            self._with(lambda database: _put(database, self._new), None)
        if not self.broken:
            self._new, self._size = {}, 0

    def close(self) -> None:
        """Let the file go."""
        if self._database is not None:
            self._database.close()
            self._database = None

    def renew(self, database: sqlite3.Connection | None) -> None:
        """Go on in a new file, which will hold only what was put since the last write."""
        self._database, self.broken = database, False

    def _with(self, work: Callable[[sqlite3.Connection], T], other: T) -> T:
        """Do something with the database, or give `other`; a database that refused once is not asked again."""
        if self._database is None:
            return other
        try:
            return work(self._database)
        except sqlite3.Error as error:
            self.broken = _is_broken(error)
            self.close()
            return other


@dataclass(frozen=True)
class Cache:
    """A cache in a file in `folder`. Builds at the same time may share it: each reads and writes whole entries."""

    folder: Path

    @contextmanager
    def open(self) -> Iterator[OpenCache]:
        """Use the cache. What was put is kept even when the build that put it fails."""
        entries = OpenCache(self._connected())
        try:
            yield entries
        finally:
            entries.write()
            if entries.broken:
                self._remove()
                entries.renew(self._connected())
                entries.write()
            entries.close()

    def _connected(self) -> sqlite3.Connection | None:
        """The database; a file that is not ours is replaced. None where there can be no database."""
        with contextlib.suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
        for _ in range(2):
            database = None
            try:
                database = sqlite3.connect(self.folder / FILE, timeout=_PATIENCE, isolation_level=None)
                # The order of writes matters to us, not when the disk has them: that is what the seals are for.
                database.execute("pragma synchronous = off")
                database.executescript(_TABLES)
                _found(database, "")
            except sqlite3.Error as error:
                if database is not None:
                    database.close()
                if not _is_broken(error):
                    return None
                self._remove()
            else:
                return database
        return None

    def _remove(self) -> None:
        for name in (FILE, f"{FILE}-journal"):
            with contextlib.suppress(OSError):
                (self.folder / name).unlink()


@dataclass(frozen=True)
class NoCache:
    """Keeps nothing: for a build that must make everything."""

    @contextmanager
    def open(self) -> Iterator[OpenCache]:
        """Use a cache that finds nothing and keeps nothing."""
        yield OpenCache(None)


Store = Cache | NoCache


def _is_broken(error: sqlite3.Error) -> bool:
    """Whether an error says that the file is not what we made of it, and not that the machine refuses something."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF not in _PASSING


def _found(database: sqlite3.Connection, name: str) -> bytes | None:
    row = database.execute("select seal, data from result where key = ?", (name,)).fetchone()
    if row is None or not isinstance(row[1], bytes) or row[0] != _seal(name, row[1]):
        return None
    return row[1]


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


def clean(folder: Path) -> bool:
    """Remove a cache with all that is in it; say whether there was one and it is gone."""
    there = folder.is_dir()
    shutil.rmtree(folder, ignore_errors=True)
    return there and not folder.exists()
