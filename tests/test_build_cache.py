"""The cache never changes a result: it gives back what was put, or nothing."""

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


def test_put_then_get(tmp_path: Path) -> None:
    """What was put under a key comes back under that key only, and there is one file."""
    cache = Cache(tmp_path / ".cache")
    assert {} == cache.get([A])
    assert not (tmp_path / ".cache").exists(), "asking makes nothing"
    cache.put({A: b"inhoud"})

    assert {A: b"inhoud"} == cache.get([A, B])
    assert [FILE] == [path.name for path in (tmp_path / ".cache").rglob("*")]


def test_put_empty_bytes(tmp_path: Path) -> None:
    """No bytes at all are a result like any other, and not a miss."""
    Cache(tmp_path).put({A: b""})

    assert {A: b""} == Cache(tmp_path).get([A])


# --- what is not as it was -------------------------------------------------------------------------------------------


@given(data=st.data())
def test_a_damaged_entry_is_a_miss(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An entry that is cut short, or has one changed byte in its bytes or its seal, is not used; the others are."""
    folder = tmp_path_factory.mktemp("cache")
    Cache(folder).put({A: b"inhoud", B: b"ander"})
    column = data.draw(st.sampled_from(["seal", "data"]))
    with opened(folder) as database:
        (stored,) = database.execute(f"select {column} from result where key = ?", (A,)).fetchone()  # noqa: S608
        place = data.draw(st.integers(0, len(stored) - 1))
        changed = stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]
        damaged = data.draw(st.sampled_from([stored[:place], changed, stored.hex(), "", 7]))
        database.execute(f"update result set {column} = ? where key = ?", (damaged, A))  # noqa: S608

    assert {B: b"ander"} == Cache(folder).get([A, B])
    Cache(folder).put({A: b"inhoud"})
    assert {A: b"inhoud", B: b"ander"} == Cache(folder).get([A, B]), "a miss is mended by the build that met it"


def test_an_exchanged_entry_is_a_miss(tmp_path: Path) -> None:
    """Two whole entries under each other's key: neither is used."""
    Cache(tmp_path).put({A: b"een", B: b"twee"})
    with opened(tmp_path) as database:
        database.execute("update result set key = 'even' where key = ?", (A,))
        database.execute("update result set key = ? where key = ?", (A, B))
        database.execute("update result set key = ? where key = 'even'", (B,))

    assert {} == Cache(tmp_path).get([A, B])


@pytest.mark.parametrize("part", ["begin", "middle", "whole", "empty", "tables", "columns", "rows"])
def test_a_file_that_is_no_cache_is_begun_again(part: str, tmp_path: Path) -> None:
    """Whatever became of the file: nothing that was not put comes back, and the next build has a cache."""
    cache, file = Cache(tmp_path), tmp_path / FILE
    cache.put({key([str(number)]): bytes([number]) * 9000 for number in range(20)})
    stored = file.read_bytes()
    if part in ("tables", "columns", "rows"):
        words = {
            "tables": "drop table result",
            "columns": "alter table result rename column seal to zegel",
            "rows": "drop table build; create table build (number integer primary key, keys blob);"
            "insert into build values (1, x'ff'), (2, 3)",
        }
        with opened(tmp_path) as database:
            database.executescript(words[part])
    else:
        middle = len(stored) // 2
        file.write_bytes(
            {
                "begin": b"x" * 100 + stored[100:],
                "middle": stored[: middle - 4096] + b"x" * 8192 + stored[middle + 4096 :],
                "whole": b"geen databank" * 1000,
                "empty": b"",
            }[part]
        )
    found = cache.get(key([str(number)]) for number in range(20))

    assert all(data == bytes([number]) * 9000 for number in range(20) if (data := found.get(key([str(number)]))))
    cache.put({A: b"inhoud", B: b"ander"})
    cache.keep({A})
    assert {A: b"inhoud"} == cache.get([A, B])


@pytest.mark.parametrize("what", ["file", "folder"])
def test_where_no_cache_can_be_nothing_is_kept(what: str, tmp_path: Path) -> None:
    """A file where the folder should be, or a folder where the file should be: nothing is kept and nothing fails."""
    cache = Cache(tmp_path / ".cache")
    if what == "file":
        (tmp_path / ".cache").write_bytes(b"")
    else:
        (tmp_path / ".cache" / FILE).mkdir(parents=True)
    cache.put({A: b"inhoud"})

    assert ({}, 0) == (cache.get([A]), cache.keep({A}))


def test_a_full_disk_is_no_cache(tmp_path: Path) -> None:
    """When the disk refuses the bytes, what was kept before is still there."""
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "cache.put({key(['a']): b'inhoud'})\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))\n"
        "cache.put({key(['b']): b'x' * 100_000, key(['c']): b'x'})\n"
        "assert {key(['a']): b'inhoud'} == cache.get(map(key, (['a'], ['b'], ['c'])))\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True, cwd=ROOT)

    assert {A: b"inhoud"} == Cache(tmp_path).get([A, B, C])


def test_a_killed_writer_leaves_a_cache(tmp_path: Path) -> None:
    """Killed at any moment, a build leaves all of what it put at once or nothing of it, and never a broken file."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "print('begin', flush=True)\n"
        "for turn in range(100_000):\n"
        "    cache.put({key([str(number)]): b'%d ' % turn * 20_000 for number in range(10)})\n"
    )
    names = [key([str(number)]) for number in range(10)]
    for moment in range(8):
        command = [sys.executable, "-c", program, str(tmp_path)]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(0.05 + moment * 0.007)
            writer.send_signal(signal.SIGKILL)
        found = Cache(tmp_path).get(names)
        assert 10 == len(found)
        assert 1 == len(set(found.values()))
    with opened(tmp_path) as database:
        assert ("ok",) == database.execute("pragma integrity_check").fetchone()


# --- what is kept ----------------------------------------------------------------------------------------------------


def test_the_last_builds_are_kept(tmp_path: Path) -> None:
    """What a build uses stays until so many others came after it; what no build used goes at once."""
    cache = Cache(tmp_path)
    names = [key([str(number)]) for number in range(BUILDS + 2)]
    cache.put(dict.fromkeys([*names, A, B], b"x"))

    assert BUILDS + 1 == cache.keep({names[0], A, B}), "nobody else had said what it uses"
    for number, name in enumerate(names[1:], start=1):
        cache.put({name: b"x"})
        gone = cache.keep({name, A})
        assert (2 if number == BUILDS else 1 if number > BUILDS else 0) == gone
    assert {A, *names[2:]} == set(cache.get([*names, A, B]))


def test_the_same_build_again_pushes_nothing_out(tmp_path: Path) -> None:
    """Building without a change, or to and fro between two states, is no new build each time."""
    cache = Cache(tmp_path)
    cache.put({A: b"a", B: b"b", C: b"c"})
    for name in (A, B, C):
        cache.put({A: b"a", B: b"b", C: b"c"})
        cache.keep({name})
    cache.put({A: b"a", B: b"b"})
    for turn in range(3 * BUILDS):
        assert 0 == cache.keep({(A, B)[turn % 2]})
        cache.keep({(A, B)[turn % 2]})

    assert {A, B, C} == set(cache.get([A, B, C]))


def test_two_builds_share_a_cache(tmp_path: Path) -> None:
    """Writers, readers and a pruner at the same time: every answer is the right bytes or a miss, never an error."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "for turn in range(60):\n"
        "    for number in range(10):\n"
        "        data = str(number).encode() * 5000\n"
        "        cache.put({key([str(number)]): data})\n"
        "        assert cache.get([key([str(number)])]) in ({key([str(number)]): data}, {})\n"
        "    if turn % 10 == int(sys.argv[2]): cache.keep({key([str(turn % 10)])})\n"
    )
    builds = [subprocess.Popen([sys.executable, "-c", program, tmp_path, str(turn)], cwd=ROOT) for turn in (3, 7)]

    assert [0, 0] == [build.wait() for build in builds]
    with opened(tmp_path) as database:
        assert ("ok",) == database.execute("pragma integrity_check").fetchone()


def test_no_cache_keeps_nothing() -> None:
    """`--no-cache` makes everything again."""
    store = NoCache()
    store.put({A: b"inhoud"})

    assert ({}, 0) == (store.get([A]), store.keep({A}))


def test_clean(tmp_path: Path) -> None:
    """Cleaning removes the whole cache and says whether there was one; a link is not followed."""
    Cache(tmp_path / ".cache").put({A: b"inhoud"})
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (tmp_path / "koppeling").symlink_to(elsewhere)

    assert clean(tmp_path / ".cache")
    assert not clean(tmp_path / ".cache")
    assert not clean(tmp_path / "koppeling")
    assert elsewhere.is_dir()
