"""What was made comes back as it was, findings included; of a whole build all or nothing."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.build.cache import FILE, Cache, NoCache, key
from weerklank.build.results import Result, Site, pack, recall, remember, unpack
from weerklank.findings import Finding, Related, finding
from weerklank.text import Span

ENTRY = key(("bouw",))
ENTRIES = {"b.html": key(("b",)), "a.html": key(("a",))}
ASSETS = {"css/site.css": b"a{}"}
HEAVY = finding("S007", artifact="b.html", grootte="200 kB", grens="150 kB")
SITE = Site(
    {"a.html": b"a.html", "b.html": b"b.html", "css/site.css": b"a{}"},
    (HEAVY,),
    ("b.html",),
    frozenset((ENTRY, *ENTRIES.values())),
)
NUMBERS = st.integers(min_value=1, max_value=10**6)
SPANS = st.builds(Span, st.text(), NUMBERS, NUMBERS, NUMBERS, NUMBERS)
FINDINGS = st.builds(
    Finding,
    st.just("S002"),
    st.none() | SPANS,
    st.none() | st.text(),
    st.builds(lambda one, two: (("adres", one), ("aantal", two)), st.text(), st.text()),
    st.none() | st.text(),
    st.lists(st.builds(Related, SPANS, st.text()), max_size=2).map(tuple),
    st.lists(st.text() | st.integers(), max_size=3).map(tuple),
)


@pytest.fixture
def cache(tmp_path: Path) -> Cache:
    """A cache that holds a build of two pages, a style sheet and an annex."""
    found = Cache(tmp_path)
    found.put({entry: pack(Result(path.encode())) for path, entry in ENTRIES.items()})
    remember(found, ENTRY, SITE, entries=ENTRIES)
    return found


# --- one file --------------------------------------------------------------------------------------------------------


@given(st.binary(), st.lists(FINDINGS, max_size=3))
def test_a_result_comes_back(data: bytes, findings: list[Finding]) -> None:
    """Whatever was found, and whatever bytes: what was packed is what is unpacked."""
    assert Result(data, tuple(findings)) == unpack(pack(Result(data, tuple(findings))))


@given(
    st.binary() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_what_is_no_result_is_none(stored: bytes) -> None:
    """Bytes that we did not write are no result and no error."""
    assert unpack(stored) in (None, Result(stored.partition(b"\n")[2]))


@pytest.mark.parametrize("name", ["code", "arguments", "span", "related"])
def test_what_is_no_finding_is_none(name: str) -> None:
    """A finding of another version, with a code or a shape that is not ours, makes the result a miss."""
    head, _, _ = pack(Result(b"", (HEAVY,))).partition(b"\n")
    for value in ("Z999", [["x", "y"]], {"file": "a"}, 5):
        (plain,) = json.loads(head)
        assert unpack(json.dumps([{**plain, name: value}]).encode() + b"\n") is None


# --- a whole build ---------------------------------------------------------------------------------------------------


def test_a_build_is_given_back(cache: Cache) -> None:
    """Every file in the order of paths, copies from the assets, what was found, and which of them are annexes."""
    found = recall(cache, ENTRY, assets=ASSETS)
    assert found == SITE
    assert ["a.html", "b.html", "css/site.css"] == list(found.files)


def test_another_build_is_not_known(cache: Cache) -> None:
    """Another program, day or content is another key."""
    assert recall(cache, key(("andere bouw",)), assets=ASSETS) is None


@pytest.mark.parametrize("path", sorted(ENTRIES))
def test_a_file_that_is_gone_is_a_build_that_is_gone(path: str, cache: Cache) -> None:
    """Half a site is never published: one entry less, and everything is looked at again."""
    cache.keep({ENTRY, *(entry for other, entry in ENTRIES.items() if other != path)})
    assert recall(cache, ENTRY, assets=ASSETS) is None


def test_an_asset_that_is_gone_is_a_build_that_is_gone(cache: Cache) -> None:
    """Copies come from the assets of today."""
    assert recall(cache, ENTRY, assets={}) is None


@pytest.mark.parametrize("stored", [b"[]", b"{}", b"x", b"5", b"null", b'{"bestanden": 5}', b"\xff"])
def test_what_is_no_build_is_not_known(stored: bytes, cache: Cache) -> None:
    """Whole entries that say something else are no build, and no error."""
    cache.put({ENTRY: stored})
    assert recall(cache, ENTRY, assets=ASSETS) is None


def test_the_same_build_is_written_the_same(cache: Cache) -> None:
    """The order in which artifacts were made leaves no trace."""
    before = cache.get([ENTRY])
    other = replace(SITE, files=dict(reversed(list(SITE.files.items()))))
    remember(cache, ENTRY, other, entries=dict(reversed(list(ENTRIES.items()))))
    assert before == cache.get([ENTRY])


def test_without_a_cache_nothing_is_remembered(tmp_path: Path) -> None:
    """A build that must make everything remembers nothing and finds nothing."""
    remember(NoCache(), ENTRY, SITE, entries=ENTRIES)
    assert recall(NoCache(), ENTRY, assets=ASSETS) is None
    assert not (tmp_path / FILE).exists()
