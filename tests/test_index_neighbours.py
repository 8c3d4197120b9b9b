"""A page is made anew when anything that it prints of a neighbour changes: the example agency, a field at a time.

`test_index` varies a small agency in every way; here each kind of record refers to each other kind as authors do it.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

import pytest

from tests import voorbeeld_site
from tests.test_index import PAGES, _variants
from weerklank.corpus import Corpus, collect
from weerklank.kinds import OF_RECORDS
from weerklank.model import Record, Ref
from weerklank.model.fields import fields_of
from weerklank.site.inputs import Inputs
from weerklank.site.record import record_page

_MOST = 12
"""How many changes of one field are tried, spread over all that there are."""


def _promise(found: Corpus, name: str) -> object:
    return record_page(found, found.get(Ref("toezegging", name)))


_PAGES: dict[str, Callable[[Corpus, str], object]] = {**PAGES, "toezegging": _promise}
KINDS = sorted(kind.name for kind in OF_RECORDS)


@cache
def _corpus() -> Corpus:
    """The example agency without annexes: a question with one is made from every record anyway."""
    found = voorbeeld_site.corpus()
    bare = {item.ref: item.model_copy(update={"annex": None}) for item in found.questions}
    return replace(found, by_kind=collect({**found.index.records, **bare}.values()))


def _near(found: Corpus, ref: Ref) -> frozenset[Ref]:
    """Those that refer to a record, and those that it refers to."""
    users = {use.by for use in found.index.uses.get(ref, ())}
    return frozenset(near for near in {*users, *found.index.neighbours(ref)} - {ref} if near in found.index.records)


def _most_used(found: Corpus, kind: str) -> tuple[Ref, ...]:
    """For each kind that has to do with this one, the record of it that has to do with most of that kind."""
    mine = [ref for ref in found.index.records if ref.kind == kind]
    best: dict[str, tuple[int, Ref]] = {}
    for ref in mine:
        near = [other.kind for other in _near(found, ref)]
        for other in set(near):
            best[other] = max(best.get(other, (0, ref)), (near.count(other), ref))
    return tuple(dict.fromkeys(ref for _, ref in best.values()))


def _changed(found: Corpus, ref: Ref) -> Iterator[tuple[str, Corpus]]:
    """The corpus with each thing in one record changed, with the name of its field."""
    item = found.index.records[ref]
    for field in fields_of(item):
        found_here = tuple(_variants(getattr(item, field.attribute)))
        for other in found_here[:: 1 + len(found_here) // _MOST]:
            changed: Record = item.model_copy(update={field.attribute: other})
            if changed.ref == ref:
                yield field.key, replace(found, by_kind=collect({**found.index.records, ref: changed}.values()))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_what_is_printed_of_a_neighbour_is_an_input(kind: str) -> None:
    """Where a page is not what it was, one of its inputs is not."""
    before = _corpus()
    known = Inputs(before)
    stale, kept = set(), 0
    for ref in _most_used(before, kind):
        near = {other: (known.page(other), _PAGES[other.kind](before, other.id)) for other in _near(before, ref)}
        for key, after in _changed(before, ref):
            now = Inputs(after)
            for other, (inputs, page) in near.items():
                if now.page(other) == inputs:
                    kept += 1
                    if _PAGES[other.kind](after, other.id) != page:
                        stale.add(f"{ref} {key} -> {other}")
    assert [] == sorted(stale)
    assert kept, "inputs that name everything would prove nothing"
