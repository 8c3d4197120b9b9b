"""What was done, as the points of the source with their parts: on the page of an initiative and of each of them.

What all parts of a point have in common stands at the point, and what all points have in common stands apart from them:
nothing is said twice.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from weerklank.document.entries import Entries, Entry
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Said, mark, record_link
from weerklank.document.sentences import hard_to_check
from weerklank.markup import inline
from weerklank.model import Adjustment, Step
from weerklank.model.fields import field_of
from weerklank.wording import date_words

STATE = field_of(Step, "status").label

FactsOf = Callable[[Adjustment], tuple[Fact, ...]]


@dataclass(frozen=True)
class _Point:
    """An adjustment with the facts that hold for it and for all its parts."""

    item: Adjustment
    facts: tuple[Fact, ...]
    parts: tuple["_Point", ...]


@dataclass(frozen=True)
class Points:
    """`listed`: the points with their parts; `shared`: the facts that hold for every one of them."""

    listed: Entries
    shared: tuple[Fact, ...]


def points(frame: Frame, tops: Iterable[Adjustment], facts_of: FactsOf) -> Points:
    """Points in this order, with their parts. `facts_of`: what to say of an adjustment without parts."""
    nodes = tuple(_held(frame, top, facts_of) for top in tops)
    shared = _shared(nodes)
    return Points(Entries("points", tuple(_entry(frame, node, shared, "") for node in nodes)), shared)


def point(frame: Frame, top: Adjustment, *, current: str) -> Entries:
    """One point with all its parts and their states; `current`: the id of the one that the page is about."""
    node = _held(frame, top, lambda item: (state_of(frame, item),))
    return Entries("points alone", (_entry(frame, node, (), current),))


def state_of(frame: Frame, item: Adjustment) -> Fact:
    """The last state of an adjustment, with its date where there is one."""
    card = frame.corpus.index.card(item.ref)
    assert card.state is not None
    return Fact(STATE, Said(NOTHING, mark(card.state)), inline(date_words(card.date)) if card.date else NOTHING)


def for_all(facts: tuple[Fact, ...], number: int) -> tuple[Fact, ...]:
    """Facts that hold for all of a number of adjustments, saying so where there are more than one."""
    return facts if number == 1 else tuple(_for_all(fact, number) for fact in facts)


def _for_all(fact: Fact, number: int) -> Fact:
    value = fact.value
    words = inline(f"voor alle {number}{'. ' if value.html else ''}") + value.html
    return replace(fact, value=replace(value, html=words))


def _held(frame: Frame, item: Adjustment, facts_of: FactsOf) -> _Point:
    parts = tuple(_held(frame, part, facts_of) for part in frame.corpus.index.parts_of(item))
    return _Point(item, _shared(parts) if parts else facts_of(item), parts)


def _shared(nodes: Sequence[_Point]) -> tuple[Fact, ...]:
    return tuple(fact for fact in nodes[0].facts if all(fact in node.facts for node in nodes)) if nodes else ()


def _entry(frame: Frame, node: _Point, above: tuple[Fact, ...], current: str) -> Entry:
    """A point or a part of one; what stands above it is not said again."""
    item, here = node.item, node.item.id == current
    card = frame.corpus.index.card(item.ref)
    said = [fact for fact in node.facts if fact not in above]
    state = next((fact for fact in said if fact.term == STATE), None)
    words = "" if node.parts else hard_to_check(item.verifiable) or ("" if here else card.summary)
    notes = tuple(note for note in (state.note if state else NOTHING, inline(words)) if note)
    return Entry(
        Said(NOTHING, links=(replace(record_link(frame.corpus, item.ref), current=here),)),
        id=frame.id(f"bijsturing-{item.id}"),
        mark=state.value.mark if state else None,
        notes=notes,
        facts=tuple(fact for fact in said if fact is not state),
        entries=tuple(_entry(frame, part, (*above, *node.facts), current) for part in node.parts),
        current=here,
    )
