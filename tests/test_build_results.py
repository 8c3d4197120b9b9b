"""What was made comes back as it was, findings included; of a whole build all or nothing."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.build.cache import Cache, NoCache, OpenCache, key
from weerklank.build.results import Lists, MadeFile, Seen, WholeSite, pack, recall, remember, unpack
from weerklank.findings import Finding, Related, finding
from weerklank.text import SourceText, Span, whole_file

ENTRY = key(("bouw",))
RESULTS = {"b.html": key(("b",)), "a.html": key(("a",))}
HEAVY = finding("S007", artifact="b.html", grootte="200 kB", grens="150 kB")
WRITTEN = finding("L007", span=whole_file("content/x.txt"), naam="x.txt")
SITE = WholeSite(
    (HEAVY, WRITTEN),
    {"content/x.txt": SourceText("content/x.txt", "é\r\n")},
    {"a.html": b"a.html", "b.html": b"b\n.html"},
    ("b.html",),
    frozenset(),
    RESULTS,
    frozenset((*RESULTS.values(), key(("waarvan",)))),
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


SEEN = st.builds(
    Seen,
    st.frozensets(st.text(), max_size=3),
    st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
    st.lists(st.text(), max_size=2).map(tuple),
)


@pytest.fixture
def entries(tmp_path: Path) -> Iterator[OpenCache]:
    """An open cache that holds a build of two pages, one of which is an annex."""
    with Cache(tmp_path).open() as found:
        for path, entry in RESULTS.items():
            found.put(entry, pack(MadeFile(SITE.files[path])))
        other = SourceText("content/y.md", "Niemand wijst hierheen.")
        remember(found, ENTRY, replace(SITE, sources={**SITE.sources, other.file: other}))
        found.write()
        yield found


# --- one file --------------------------------------------------------------------------------------------------------


@given(st.binary(), st.lists(FINDINGS, max_size=3))
def test_a_result_comes_back(data: bytes, findings: list[Finding]) -> None:
    """Whatever was found, and whatever bytes: what was packed is what is unpacked."""
    assert MadeFile(data, tuple(findings)) == unpack(pack(MadeFile(data, tuple(findings))))


@given(
    st.binary() | st.recursive(st.none() | st.text() | st.integers(), st.lists).map(lambda x: json.dumps(x).encode())
)
def test_what_is_no_result_is_none(stored: bytes) -> None:
    """Bytes that we did not write are no result and no error."""
    assert unpack(stored) in (None, MadeFile(stored.partition(b"\n")[2]))


@pytest.mark.parametrize("name", ["code", "arguments", "span", "related"])
def test_what_is_no_finding_is_none(name: str) -> None:
    """A finding of another version, with a code or a shape that is not ours, makes the result a miss."""
    head, _, _ = pack(MadeFile(b"", (HEAVY,))).partition(b"\n")
    for value in ("Z999", [["x", "y"]], {"file": "a"}, 5):
        plain = json.loads(head)
        plain["bevindingen"][0][name] = value
        assert unpack(json.dumps(plain).encode() + b"\n") is None


def test_a_file_without_bytes_was_made_unless_something_was_found() -> None:
    """An empty style sheet is a file; an annex that could not be printed is none."""
    assert (True, True, False) == (
        MadeFile(b"").is_made,
        MadeFile(b"a", (HEAVY,)).is_made,
        MadeFile(b"", (HEAVY,)).is_made,
    )


# --- a whole build ---------------------------------------------------------------------------------------------------


def test_a_build_is_given_back(entries: OpenCache) -> None:
    """Files in the order of paths, what was found with the text it points into, annexes, and the entries used."""
    found = recall(entries, ENTRY)
    assert found == SITE
    assert ["a.html", "b.html"] == list(found.files)


def test_another_build_is_not_known(entries: OpenCache) -> None:
    """Another program, day or content is another key."""
    assert recall(entries, key(("andere bouw",))) is None


@pytest.mark.parametrize("path", sorted(RESULTS))
def test_a_file_that_is_gone_is_a_build_that_is_gone(path: str, entries: OpenCache) -> None:
    """Half a site is never published: one entry less, and everything is looked at again."""
    assert 1 == entries.keep({ENTRY, *(entry for other, entry in RESULTS.items() if other != path)})
    assert recall(entries, ENTRY) is None


@pytest.mark.parametrize("stored", [b"[]", b"{}", b"x", b"5", b"null", b'{"bestanden": 5}', b"\xff"])
def test_what_is_no_build_is_not_known(stored: bytes, entries: OpenCache) -> None:
    """Whole entries that say something else are no build, and no error."""
    entries.put(ENTRY, stored)
    assert recall(entries, ENTRY) is None


def test_the_same_build_is_written_the_same(entries: OpenCache) -> None:
    """The order in which artifacts were made leaves no trace."""
    before = entries.get(ENTRY)
    other = replace(SITE, results=dict(reversed(RESULTS.items())), keys=frozenset(sorted(SITE.keys, reverse=True)))
    remember(entries, ENTRY, other)
    assert before is not None
    assert before == entries.get(ENTRY)


def test_without_a_cache_nothing_is_remembered() -> None:
    """A build that must make everything remembers nothing and finds nothing."""
    with NoCache().open() as entries:
        remember(entries, ENTRY, SITE)
        assert recall(entries, ENTRY) is None


# --- lists of names --------------------------------------------------------------------------------------------------


def test_a_list_is_worked_out_once(entries: OpenCache) -> None:
    """What follows from the same hashes is known; other hashes or another program are another list."""
    asked: list[str] = []

    def work() -> tuple[str, ...]:
        asked.append("gevraagd")
        return ("een", "twee")

    for program, inputs in (("1", ("a",)), ("1", ("a",)), ("1", ("b",)), ("2", ("a",))):
        lists = Lists(entries, program)
        assert ("een", "twee") == lists(inputs, work)
        assert {lists.keys} == {frozenset({key(("namen", program, *inputs))})}
    assert 3 == len(asked)


@pytest.mark.parametrize("stored", [b"", b"[]", b'{"namen": 5}', b"\xff"])
def test_what_is_no_list_is_worked_out(stored: bytes, entries: OpenCache) -> None:
    """An entry that says something else is a miss."""
    entries.put(key(("namen", "1", "a")), stored)
    assert ("een",) == Lists(entries, "1")(("a",), lambda: ("een",))
