"""The cache never changes a result: it gives back what was put, or nothing."""

import contextlib
import hashlib
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.build.cache import BUILDS, FILE, Cache, NoCache, clean, key

PARTS = st.lists(st.one_of(st.text(), st.binary()))


@given(PARTS, PARTS)
def test_key_is_injective(one: list[str | bytes], other: list[str | bytes]) -> None:
    """Two lists of parts have one key only when they are the same list, types included."""
    assert ([(type(part), part) for part in one] == [(type(part), part) for part in other]) == (key(one) == key(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (["ab", "c"], ["a", "bc"]),
        (["a"], [b"a"]),
        ([], [""]),
        (["", ""], [""]),
        (["s1:a"], ["", "a"]),
        (["a1:b"], ["a", "b"]),
    ],
)
def test_key_frames_its_parts(one: list[str | bytes], other: list[str | bytes]) -> None:
    """No bytes in a part can pass for the border between two parts."""
    assert key(one) != key(other)


def test_key_is_stable() -> None:
    """A key is the same in every process and version: entries outlive the process that made them."""
    assert hashlib.sha256(b"s5:kaartb1:\x00").hexdigest() == key(["kaart", b"\x00"])


def test_key_takes_half_a_surrogate_pair() -> None:
    """Any Python text has a key, also text that no file can hold."""
    assert 64 == len(key(["\ud800"]))


ROOT = Path(__file__).resolve().parent.parent
A, B, C = (key([name]) for name in "abc")


@contextmanager
def opened(folder: Path) -> Iterator[sqlite3.Connection]:
    """The file of a cache, to meddle with."""
    with closing(sqlite3.connect(folder / FILE)) as database:
        yield database
        database.commit()


def put(folder: Path, **values: bytes) -> None:
    """Put bytes under the keys of these names, as one build does."""
    with Cache(folder).open() as entries:
        for name, data in values.items():
            entries.put(key([name]), data)


def found(folder: Path, *names: str) -> dict[str, bytes]:
    """What a later build finds under the keys of these names."""
    with Cache(folder).open() as entries:
        stored = {name: entries.get(key([name])) for name in names}
    return {name: data for name, data in stored.items() if data is not None}


def kept(folder: Path, *names: str) -> int:
    """What `keep` says to a build that used these."""
    with Cache(folder).open() as entries:
        return entries.keep({key([name]) for name in names})


def test_put_then_get(tmp_path: Path) -> None:
    """What was put under a key comes back under that key only, at once and later, and there is one file."""
    with Cache(tmp_path / ".cache").open() as entries:
        assert entries.get(A) is None
        entries.put(A, b"inhoud")
        assert (b"inhoud", None) == (entries.get(A), entries.get(B))

    assert {"a": b"inhoud"} == found(tmp_path / ".cache", "a", "b")
    assert [FILE] == [path.name for path in (tmp_path / ".cache").rglob("*")]


def test_put_empty_bytes(tmp_path: Path) -> None:
    """No bytes at all are a result like any other, and not a miss."""
    put(tmp_path, a=b"")

    assert {"a": b""} == found(tmp_path, "a")


def test_a_build_that_breaks_off_keeps_what_it_made(tmp_path: Path) -> None:
    """Whoever stops a build does not lose what it had made until then."""
    with contextlib.suppress(KeyboardInterrupt), Cache(tmp_path).open() as entries:
        entries.put(A, b"inhoud")
        raise KeyboardInterrupt

    assert {"a": b"inhoud"} == found(tmp_path, "a")


def test_much_is_written_in_between(tmp_path: Path) -> None:
    """What a large build puts does not wait in memory until its end."""
    with Cache(tmp_path).open() as entries:
        for number in range(5):
            entries.put(key([str(number)]), bytes(5_000_000))
        with opened(tmp_path) as database:
            (written,) = database.execute("select count(*) from result").fetchone()

    assert 4 == written
    assert 5 == len(found(tmp_path, *"01234"))


# --- what is not as it was -------------------------------------------------------------------------------------------


@given(data=st.data())
def test_a_damaged_entry_is_a_miss(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An entry that is cut short, or has one changed byte in its bytes or its seal, is not used; the others are."""
    folder = tmp_path_factory.mktemp("cache")
    put(folder, a=b"inhoud", b=b"ander")
    column = data.draw(st.sampled_from(["seal", "data"]))
    with opened(folder) as database:
        (stored,) = database.execute(f"select {column} from result where key = ?", (A,)).fetchone()  # noqa: S608
        place = data.draw(st.integers(0, len(stored) - 1))
        changed = stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]
        damaged = data.draw(st.sampled_from([stored[:place], changed, stored.hex(), "", 7]))
        database.execute(f"update result set {column} = ? where key = ?", (damaged, A))  # noqa: S608

    assert {"b": b"ander"} == found(folder, "a", "b")
    put(folder, a=b"inhoud")
    assert {"a": b"inhoud", "b": b"ander"} == found(folder, "a", "b"), "a miss is mended by the build that met it"


def test_an_exchanged_entry_is_a_miss(tmp_path: Path) -> None:
    """Two whole entries under each other's key: neither is used."""
    put(tmp_path, a=b"een", b=b"twee")
    with opened(tmp_path) as database:
        database.execute("update result set key = 'even' where key = ?", (A,))
        database.execute("update result set key = ? where key = ?", (A, B))
        database.execute("update result set key = ? where key = 'even'", (B,))

    assert {} == found(tmp_path, "a", "b")


NUMBERS = [str(number) for number in range(20)]


def spoiled(file: Path, part: str) -> None:
    """Make something else of the file of a cache."""
    statements = {
        "tables": "drop table result",
        "columns": "alter table result rename column seal to zegel",
        "rows": "drop table build; create table build (number integer primary key, keys blob);"
        "insert into build values (1, x'ff'), (2, 3)",
    }
    if part in statements:
        with opened(file.parent) as database:
            database.executescript(statements[part])
        return
    stored, middle = file.read_bytes(), file.stat().st_size // 2
    pieces = {
        "begin": b"x" * 100 + stored[100:],
        "middle": stored[: middle - 4096] + b"x" * 8192 + stored[middle + 4096 :],
        "end": stored[:middle],
        "whole": b"geen databank" * 1000,
        "empty": b"",
    }
    file.write_bytes(pieces[part])


@pytest.mark.parametrize("part", ["begin", "middle", "end", "whole", "empty", "tables", "columns", "rows"])
def test_a_file_that_is_no_cache_is_begun_again(part: str, tmp_path: Path) -> None:
    """Whatever became of the file: nothing that was not put comes back, and the build that meets it has a cache."""
    put(tmp_path, **{name: name.encode() * 9000 for name in NUMBERS})
    spoiled(tmp_path / FILE, part)
    stored = found(tmp_path, *NUMBERS)

    assert stored == {name: name.encode() * 9000 for name in stored}
    put(tmp_path, a=b"inhoud", b=b"ander")
    assert kept(tmp_path, "a") >= 1
    assert {"a": b"inhoud"} == found(tmp_path, "a", "b", *NUMBERS)


def test_a_file_that_breaks_during_a_build_is_begun_again(tmp_path: Path) -> None:
    """What such a build made is kept all the same."""
    put(tmp_path, **{name: name.encode() * 9000 for name in NUMBERS})
    with Cache(tmp_path).open() as entries:
        entries.put(A, b"inhoud")
        file = tmp_path / FILE
        file.write_bytes(b"x" * file.stat().st_size)
        for name in NUMBERS:
            assert entries.get(key([name])) in (None, name.encode() * 9000)
        entries.put(B, b"ander")

    assert {"a": b"inhoud", "b": b"ander"} == found(tmp_path, "a", "b")


@pytest.mark.parametrize("what", ["file", "folder"])
def test_where_no_cache_can_be_nothing_is_kept(what: str, tmp_path: Path) -> None:
    """A file where the folder should be, or a folder where the file should be: nothing is kept and nothing fails."""
    if what == "file":
        (tmp_path / ".cache").write_bytes(b"")
    else:
        (tmp_path / ".cache" / FILE).mkdir(parents=True)
    put(tmp_path / ".cache", a=b"inhoud")

    assert ({}, 0) == (found(tmp_path / ".cache", "a"), kept(tmp_path / ".cache", "a"))


def test_a_full_disk_is_no_cache(tmp_path: Path) -> None:
    """When the disk refuses the bytes, what was kept before is still there."""
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "with cache.open() as entries: entries.put(key(['a']), b'inhoud')\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))\n"
        "with cache.open() as entries:\n"
        "    entries.put(key(['b']), b'x' * 100_000)\n"
        "    entries.put(key(['c']), b'x')\n"
        "with cache.open() as entries:\n"
        "    assert [b'inhoud', None, None] == [entries.get(key([name])) for name in 'abc']\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True, cwd=ROOT)

    assert {"a": b"inhoud"} == found(tmp_path, "a", "b", "c")


def test_a_killed_writer_leaves_a_cache(tmp_path: Path) -> None:
    """Killed at any moment, a build leaves all of what it wrote at once or nothing of it, and never a broken file."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "print('begin', flush=True)\n"
        "for turn in range(100_000):\n"
        "    with Cache(Path(sys.argv[1])).open() as entries:\n"
        "        for number in range(10): entries.put(key([str(number)]), b'%d ' % turn * 20_000)\n"
    )
    for moment in range(8):
        command = [sys.executable, "-c", program, str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.05 + moment * 0.007)
            writer.send_signal(signal.SIGKILL)
        stored = found(tmp_path, *NUMBERS[:10])
        assert len(stored) in (0, 10)
        assert len(set(stored.values())) <= 1
    assert 10 == len(stored)
    with opened(tmp_path) as database:
        assert ("ok",) == database.execute("pragma integrity_check").fetchone()


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_the_last_builds_are_kept(tmp_path: Path) -> None:
    """What a build uses stays until so many others came after it; what no build used goes at once."""
    names = [str(number) for number in range(BUILDS + 2)]
    put(tmp_path, **dict.fromkeys([*names, "a", "b"], b"x"))

    assert BUILDS + 1 == kept(tmp_path, names[0], "a", "b"), "nobody else had said what it uses"
    for number, name in enumerate(names[1:], start=1):
        put(tmp_path, **{name: b"x"})
        assert (2 if number == BUILDS else 1 if number > BUILDS else 0) == kept(tmp_path, name, "a")
    assert {"a", *names[2:]} == set(found(tmp_path, *names, "a", "b"))


def test_the_same_build_again_pushes_nothing_out(tmp_path: Path) -> None:
    """Building without a change, or to and fro between two states, is no new build each time."""
    for name in "abc":
        put(tmp_path, **{name: b"x"})
        kept(tmp_path, name)
    for turn in range(3 * BUILDS):
        assert 0 == kept(tmp_path, "ab"[turn % 2])
        assert 0 == kept(tmp_path, "ab"[turn % 2])

    assert {"a", "b", "c"} == set(found(tmp_path, "a", "b", "c"))


def test_two_builds_share_a_cache(tmp_path: Path) -> None:
    """Writers, readers and a pruner at the same time: every answer is the right bytes or a miss, never an error."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "for turn in range(60):\n"
        "    with Cache(Path(sys.argv[1])).open() as entries:\n"
        "        for number in range(10):\n"
        "            data = str(number).encode() * 5000\n"
        "            assert entries.get(key([str(number)])) in (data, None)\n"
        "            entries.put(key([str(number)]), data)\n"
        "        if turn % 10 == int(sys.argv[2]): entries.keep({key([str(turn % 10)])})\n"
    )
    builds = [subprocess.Popen([sys.executable, "-c", program, tmp_path, str(turn)], cwd=ROOT) for turn in (3, 7)]

    assert [0, 0] == [build.wait() for build in builds]
    with opened(tmp_path) as database:
        assert ("ok",) == database.execute("pragma integrity_check").fetchone()


def test_no_cache_keeps_nothing() -> None:
    """`--no-cache` makes everything again."""
    with NoCache().open() as entries:
        entries.put(A, b"inhoud")
        assert (None, 0) == (entries.get(A), entries.keep({A}))


def test_clean(tmp_path: Path) -> None:
    """Cleaning removes the whole cache and says whether there was one; a link is not followed."""
    put(tmp_path / ".cache", a=b"inhoud")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (tmp_path / "koppeling").symlink_to(elsewhere)

    assert clean(tmp_path / ".cache")
    assert not clean(tmp_path / ".cache")
    assert not clean(tmp_path / "koppeling")
    assert elsewhere.is_dir()
