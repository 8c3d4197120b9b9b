"""What was done, as the points of the source with their parts: on the page of an initiative and of each of them.

What all parts of a point have in common stands at the point, and what all points have in common stands apart from them:
nothing is said twice.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
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
    """An adjustment with the facts that hold for it and for all its parts. `whole`: all its parts are there."""

    item: Adjustment
    facts: tuple[Fact, ...]
    parts: tuple["_Point", ...]
    whole: bool = True


@dataclass(frozen=True)
class Points:
    """`listed`: the points with their parts; `shared`: the facts that hold for every one of them."""

    listed: Entries
    shared: tuple[Fact, ...]


def points(
    frame: Frame, tops: Iterable[Adjustment], facts_of: FactsOf, *, only: Collection[str], taken: Collection[str] = ()
) -> Points:
    """Points in this order, with their parts. `facts_of`: what to say of an adjustment without parts.

    `only`: the ids of the adjustments without parts that belong here; `taken`: ids of the page that stand elsewhere.
    """
    nodes = tuple(node for top in tops if (node := _held(frame, top, facts_of, only)))
    shared = _shared(nodes)
    made = (_entry(frame, node, shared, "") for node in nodes)
    return Points(Entries("points", tuple(_placed(entry, taken) for entry in made)), shared)


def ids_in(entries: Iterable[Entry]) -> Iterator[str]:
    """The ids of entries and of all that they hold."""
    for entry in entries:
        yield entry.id
        yield from ids_in(entry.entries)


def _placed(entry: Entry, taken: Collection[str]) -> Entry:
    """An entry without the ids that stand elsewhere: a point whose parts stand under several headings has one place."""
    inside = tuple(_placed(part, taken) for part in entry.entries)
    return replace(entry, id="" if entry.id in taken else entry.id, entries=inside)


def point(frame: Frame, top: Adjustment, *, current: str) -> Entries:
    """One point with all its parts and their states; `current`: the id of the one that the page is about."""
    node = _held(frame, top, lambda item: (state_of(frame, item),))
    assert node is not None
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
    before = ". " if value.html else ": " if value.links and not value.mark else ""
    words = inline(f"voor alle {number}{before}") + value.html
    return replace(fact, value=replace(value, html=words))


def _held(frame: Frame, item: Adjustment, facts_of: FactsOf, only: Collection[str] | None = None) -> _Point | None:
    """A point with those of its parts that belong; None when nothing of it does. `only`: None for all."""
    inside = frame.corpus.index.parts_of(item)
    parts = tuple(held for part in inside if (held := _held(frame, part, facts_of, only)))
    if parts:
        return _Point(item, _shared(parts), parts, len(parts) == len(inside) and all(part.whole for part in parts))
    return None if inside or (only is not None and item.id not in only) else _Point(item, facts_of(item), ())


def _shared(nodes: Sequence[_Point]) -> tuple[Fact, ...]:
    return tuple(fact for fact in nodes[0].facts if all(fact in node.facts for node in nodes)) if nodes else ()


def _entry(frame: Frame, node: _Point, above: tuple[Fact, ...], current: str) -> Entry:
    """A point or a part of one; what stands above it is not said again."""
    item, here = node.item, node.item.id == current
    card = frame.corpus.index.card(item.ref)
    own = node.facts if node.whole else ()
    said = [fact for fact in own if fact not in above]
    state = next((fact for fact in said if fact.term == STATE), None)
    words = "" if node.parts else hard_to_check(item.verifiable) or ("" if here else card.summary)
    notes = tuple(note for note in (state.note if state else NOTHING, inline(words)) if note)
    return Entry(
        Said(NOTHING, links=(replace(record_link(frame.corpus, item.ref), current=here),)),
        id=frame.id(f"bijsturing-{item.id}"),
        mark=state.value.mark if state else None,
        notes=notes,
        facts=tuple(fact for fact in said if fact is not state),
        entries=tuple(_entry(frame, part, (*above, *own), current) for part in node.parts),
        current=here,
    )
