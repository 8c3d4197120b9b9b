"""The cache never changes a result: it gives back what was put, or nothing."""

import hashlib
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.build.cache import Cache, NoCache, clean, key

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
    """A key is the same in every process and version: it is a name on disk."""
    assert hashlib.sha256(b"s5:kaartb1:\x00").hexdigest() == key(["kaart", b"\x00"])


def test_key_takes_half_a_surrogate_pair() -> None:
    """Any Python text has a key, also text that no file can hold."""
    assert 64 == len(key(["\ud800"]))


def test_put_then_get(tmp_path: Path) -> None:
    """What was put under a key comes back under that key only, and leaves no other file."""
    cache = Cache(tmp_path / ".cache")
    cache.put(key(["a"]), b"inhoud")

    assert b"inhoud" == cache.get(key(["a"]))
    assert cache.get(key(["b"])) is None
    assert 1 == len([path for path in (tmp_path / ".cache").rglob("*") if path.is_file()])


def test_put_empty_bytes(tmp_path: Path) -> None:
    """No bytes at all are a result like any other, and not a miss."""
    cache = Cache(tmp_path)
    cache.put(key(["a"]), b"")

    assert b"" == cache.get(key(["a"]))


@given(data=st.data())
def test_a_damaged_entry_is_a_miss(data: st.DataObject, tmp_path_factory: pytest.TempPathFactory) -> None:
    """An entry that is cut short or has one changed byte is not used."""
    folder = tmp_path_factory.mktemp("cache")
    cache = Cache(folder)
    cache.put(key(["a"]), b"inhoud")
    (entry,) = (path for path in folder.rglob("*") if path.is_file())
    stored = entry.read_bytes()
    place = data.draw(st.integers(0, len(stored) - 1))
    damaged = data.draw(
        st.sampled_from([stored[:place], stored[:place] + bytes([stored[place] ^ 1]) + stored[place + 1 :]])
    )
    entry.write_bytes(damaged)

    assert cache.get(key(["a"])) is None


def test_a_damaged_entry_can_be_put_again(tmp_path: Path) -> None:
    """A miss is mended by the build that met it."""
    cache = Cache(tmp_path)
    cache.put(key(["a"]), b"inhoud")
    (entry,) = (path for path in tmp_path.rglob("*") if path.is_file())
    entry.write_bytes(b"")
    cache.put(key(["a"]), b"inhoud")

    assert b"inhoud" == cache.get(key(["a"]))


def test_an_unwritable_folder_is_no_cache(tmp_path: Path) -> None:
    """Where nothing can be written, nothing is kept and nothing goes wrong."""
    (tmp_path / "bestand").write_bytes(b"")
    cache = Cache(tmp_path / "bestand" / ".cache")
    cache.put(key(["a"]), b"inhoud")

    assert cache.get(key(["a"])) is None
    assert 0 == cache.prune(set())


def test_a_folder_where_an_entry_should_be_is_a_miss(tmp_path: Path) -> None:
    """Whatever stands in the place of an entry, it is a miss and stays one."""
    cache = Cache(tmp_path)
    name = key(["a"])
    (tmp_path / name[:2] / name[2:]).mkdir(parents=True)
    cache.put(name, b"inhoud")

    assert cache.get(name) is None
    assert 0 == cache.prune(set())


def test_a_full_disk_is_no_cache(tmp_path: Path) -> None:
    """When the disk refuses the bytes, no half entry and no temporary file stays."""
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.cache import Cache, key\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "cache = Cache(Path(sys.argv[1]))\n"
        "cache.put(key(['a']), b'x' * 100_000)\n"
        "assert cache.get(key(['a'])) is None\n"
    )
    subprocess.run([sys.executable, "-c", program, tmp_path], check=True, cwd=Path(__file__).parent.parent)

    assert [] == [path for path in tmp_path.rglob("*") if path.is_file()]


def test_prune_keeps_what_the_build_used(tmp_path: Path) -> None:
    """After pruning, the cache holds the entries of the build and nothing else, temporary files included."""
    cache = Cache(tmp_path)
    for name in "abc":
        cache.put(key([name]), name.encode())
    (tmp_path / key(["a"])[:2] / "tmpafgebroken").write_bytes(b"half")

    assert 3 == cache.prune({key(["a"])})
    assert b"a" == cache.get(key(["a"]))
    assert cache.get(key(["b"])) is None
    assert 1 == len([path for path in tmp_path.rglob("*") if path.is_file()])


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
        "        cache.put(key([str(number)]), data)\n"
        "        assert cache.get(key([str(number)])) in (data, None)\n"
        "    if turn % 10 == int(sys.argv[2]): cache.prune(set())\n"
    )
    builds = [
        subprocess.Popen([sys.executable, "-c", program, tmp_path, str(turn)], cwd=Path(__file__).parent.parent)
        for turn in (3, 7)
    ]

    assert [0, 0] == [build.wait() for build in builds]


def test_no_cache_keeps_nothing() -> None:
    """`--no-cache` makes everything again."""
    store = NoCache()
    store.put(key(["a"]), b"inhoud")

    assert store.get(key(["a"])) is None
    assert 0 == store.prune({key(["a"])})


def test_what_is_not_a_key_is_our_bug(tmp_path: Path) -> None:
    """Only keys made by `key` name a file, so no entry can land outside the folder."""
    with pytest.raises(ValueError, match="not a key"):
        Cache(tmp_path).get("../../elders")


def test_clean(tmp_path: Path) -> None:
    """Cleaning removes the whole cache and says whether there was one; a link is not followed."""
    cache = Cache(tmp_path / ".cache")
    cache.put(key(["a"]), b"inhoud")
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    (tmp_path / "koppeling").symlink_to(elsewhere)

    assert clean(tmp_path / ".cache")
    assert not clean(tmp_path / ".cache")
    assert not clean(tmp_path / "koppeling")
    assert elsewhere.is_dir()
