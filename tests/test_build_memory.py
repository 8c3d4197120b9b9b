"""A whole build remembered: given back only when every file of it is still there, byte for byte."""

from pathlib import Path

import pytest

from weerklank.build.cache import Cache, NoCache, key
from weerklank.build.memory import recall, remember

ENTRY = key(("bouw",))
KEYS = {"b.html": key(("b",)), "a.html": key(("a",))}
ASSETS = {"css/site.css": b"a{}"}


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache that holds a build of two pages, a style sheet and an annex."""
    found = Cache(tmp_path)
    for path, entry in KEYS.items():
        found.put(entry, path.encode())
    remember(found, ENTRY, keys=KEYS, copies=("css/site.css",), annexes=("b.html",))
    return found


def test_a_build_is_given_back(cache: Cache) -> None:
    """Every file in the order of paths, copies from the assets, and which of them are annexes."""
    found = recall(cache, ENTRY, assets=ASSETS)
    assert found is not None
    assert {"a.html": b"a.html", "b.html": b"b.html", "css/site.css": b"a{}"} == found.files
    assert (["a.html", "b.html", "css/site.css"], ("b.html",)) == (list(found.files), found.annexes)


def test_another_build_is_not_known(cache: Cache) -> None:
    """Another program, day or content is another key."""
    assert recall(cache, key(("andere bouw",)), assets=ASSETS) is None


@pytest.mark.parametrize("path", sorted(KEYS))
def test_a_file_that_is_gone_is_a_build_that_is_gone(path: str, cache: Cache, tmp_path: Path) -> None:
    """Half a site is never published: one entry less, and everything is looked at again."""
    (tmp_path / KEYS[path][:2] / KEYS[path][2:]).unlink()
    assert recall(cache, ENTRY, assets=ASSETS) is None


def test_a_damaged_file_is_a_build_that_is_gone(cache: Cache, tmp_path: Path) -> None:
    """A cache that was tampered with gives nothing."""
    stored = tmp_path / KEYS["a.html"][:2] / KEYS["a.html"][2:]
    stored.write_bytes(stored.read_bytes() + b"!")
    assert recall(cache, ENTRY, assets=ASSETS) is None


def test_an_asset_that_is_gone_is_a_build_that_is_gone(cache: Cache) -> None:
    """Copies come from the assets of today."""
    assert recall(cache, ENTRY, assets={}) is None


def test_the_same_build_is_written_the_same(cache: Cache, tmp_path: Path) -> None:
    """The order in which artifacts were made leaves no trace."""
    before = (tmp_path / ENTRY[:2] / ENTRY[2:]).read_bytes()
    remember(cache, ENTRY, keys=dict(reversed(KEYS.items())), copies=("css/site.css",), annexes=("b.html",))
    assert before == (tmp_path / ENTRY[:2] / ENTRY[2:]).read_bytes()


def test_without_a_cache_nothing_is_remembered() -> None:
    """A build that must make everything remembers nothing and finds nothing."""
    remember(NoCache(), ENTRY, keys=KEYS, copies=(), annexes=())
    assert recall(NoCache(), ENTRY, assets=ASSETS) is None
