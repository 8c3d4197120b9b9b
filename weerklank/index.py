"""What records know of each other: who refers to whom, what came of what, and the card by which each is named.

In: every record of a corpus, its controlled lists and stored texts. Out: `Index`, made once in time proportional to the
records, and `Card`. The page of a record is made from that record, the cards of its neighbours and what stands beside
them; nothing else of another record can reach it.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from weerklank import addresses
from weerklank.author.quotations import StoredText
from weerklank.model import (
    Absence,
    Adjustment,
    Cause,
    ComplaintsYear,
    Initiative,
    Measurement,
    Page,
    PartialDate,
    Period,
    Promise,
    Question,
    Record,
    Ref,
    Result,
    Signal,
    Source,
    Vocabulary,
    walk,
)
from weerklank.model.fields import state_of
from weerklank.order import by_title, newest_first
from weerklank.states import State

K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True)
class Card:
    """All that one page may know of another record, or of a word of a controlled list.

    `address`: the path of its page, `fragment` its place there or "". `summary`: as typed, or "". `state`: that of the
    last step of an adjustment, else None. `date`: the day, month or year that it carries, None when it has none.
    `late`: the last day of its deadline, of a promise that is late.
    """

    kind: str
    id: str
    title: str
    address: str
    fragment: str = ""
    summary: str = ""
    state: State | None = None
    date: PartialDate | None = None
    late: PartialDate | None = None


@dataclass(frozen=True)
class Use:
    """A record that refers to another. `field`: the author's key under which it does ("aanleiding", "bronnen")."""

    by: Ref
    field: str


@dataclass(frozen=True)
class Resting:
    """A part of a written question whose answer rests on a record: question, number of the sub-question, letter."""

    question: str
    number: int
    letter: str


@dataclass(frozen=True)
class Index:
    """Every relation between records, in both directions. Ids are keys.

    Adjustments stand by title, measurements newest first, everything else in the order of the corpus.

    `uses`: who refers to a record or a word; a record that does so under two keys is there twice. `adjustments`,
    `measurements`: those of an initiative; `leaves`: the adjustments without parts that came of an initiative or of a
    year of complaints, also through the points that they are part of. `parts`: those of an adjustment; `tops`: the
    point that an adjustment is part of, itself when of none; `causes`: why it is there, also through that point.
    `resting`: the parts of questions that rest on a record. `series`: the results of a series of measurements.
    `overdue`: promises that are late.
    """

    records: Mapping[Ref, Record]
    vocabularies: Mapping[str, Vocabulary]
    texts: Mapping[str, StoredText]
    uses: Mapping[Ref, tuple[Use, ...]]
    adjustments: Mapping[str, tuple[Adjustment, ...]]
    leaves: Mapping[Ref, tuple[Adjustment, ...]]
    parts: Mapping[str, tuple[Adjustment, ...]]
    tops: Mapping[str, Adjustment]
    causes: Mapping[str, tuple[Cause, ...]]
    measurements: Mapping[str, tuple[Measurement, ...]]
    resting: Mapping[Ref, tuple[Resting, ...]]
    series: Mapping[str, tuple[Result, ...]]
    overdue: frozenset[str] = frozenset()

    def card(self, ref: Ref) -> Card:
        """The card of a record or a word. Raises KeyError when there is none."""
        return self._cards[ref]

    @cached_property
    def _cards(self) -> Mapping[Ref, Card]:
        cards = {ref: _card(ref, record, self.overdue) for ref, record in self.records.items()}
        for kind, vocabulary in self.vocabularies.items():
            for term in vocabulary.terms:
                ref = Ref(kind, term.id)
                cards[ref] = Card(kind, term.id, term.name, addresses.of_record(ref), addresses.fragment(ref))
        return cards

    def neighbours(self, ref: Ref) -> tuple[Ref, ...]:
        """The records and words whose cards the page of this record needs, sorted; never the record itself.

        Those that it refers to and those that refer to it; for an initiative also what came of it, for an adjustment
        the whole point that it belongs to; for prose, which may speak of the organisation, every source. A question
        with an annex is no page of one record: it needs all of them.
        """
        record = self.records[ref]
        if isinstance(record, Question) and record.annex is not None:
            return tuple(sorted(self._cards.keys() - {ref}))
        found = {value for _, value in walk(record) if isinstance(value, Ref)}
        found |= {use.by for use in self.uses.get(ref, ())}
        if isinstance(record, Initiative | ComplaintsYear):
            for item in self._came_of(ref):
                found.add(Ref("bijsturing", item.id))
                told = (*_naming(item, ref), *item.verdicts)
                found |= {value for piece in told for _, value in walk(piece) if isinstance(value, Ref)}
        if isinstance(record, Initiative):
            found |= {Ref("meting", item.id) for item in self.measurements.get(record.id, ())}
        elif isinstance(record, Page):
            found |= {near for near in self.records if near.kind == "bron"}
        elif isinstance(record, Adjustment):
            found |= {Ref("bijsturing", item.id) for item in self._point(self.tops[record.id])}
            found |= {value for cause in self.causes[record.id] for _, value in walk(cause) if isinstance(value, Ref)}
            found |= {citation.source for signal in self._signals(record) for citation in signal.citations}
        return tuple(sorted(ref_ for ref_ in found - {ref} if ref_ in self._cards))

    def beside(self, ref: Ref) -> tuple[object, ...]:
        """What the page of this record prints of others besides their cards, as values with a lasting `repr`.

        Who refers to it and under which key; states, order and ties of adjustments, texts of signals, how sources are
        named and what their stored text is, counts of results, parts of questions, deadlines of what was promised at
        one. Two corpora in which a record, the cards of its neighbours and this are equal have the same page of it, but
        for what stands around every page (settings, navigation, titles of prose pages).
        For a question with an annex: every record.
        """
        record = self.records[ref]
        if isinstance(record, Question) and record.annex is not None:
            return tuple(self.records.values())
        found: list[object] = [self.resting.get(ref, ()), self.uses.get(ref, ())]
        found += [self._naming_of(near) for near in self.neighbours(ref) if near.kind == "bron"]
        match record:
            case Initiative():
                found += [self._done(item, ref) for item in self._came_of(ref)]
                found += [(item.id, *_counts(item)) for item in self.measurements.get(record.id, ())]
            case Adjustment():
                found += [self._done(item, None) for item in self._point(self.tops[record.id])]
                found.append(self.causes[record.id])
                found += [(signal.id, signal.text, signal.citations) for signal in self._signals(record)]
                found += [
                    _drawn(self.records[cause.complaints]) for cause in self.causes[record.id] if cause.complaints
                ]
            case Measurement():
                names = dict.fromkeys(result.series for result in record.results if result.series)
                found += [(name, self.series[name]) for name in names]
            case Promise():
                found.append(record.id in self.overdue)
            case Question():
                made = [self.records[use.by] for use in self.uses.get(ref, ()) if use.field == "vraag"]
                found += [
                    (item.deadline_words, item.deadline, item.moved) for item in made if isinstance(item, Promise)
                ]
            case ComplaintsYear():
                found += [self._done(item, ref) for item in self._came_of(ref)]
                found.append(self._years)
                found += [self.vocabularies.get(kind) for kind in ("klachtthema", "klachtindeling")]
            case Source():
                found += [self._text_hash.get(record.id, ""), self._answers]
        return tuple(found)

    def points_of(self, origin: Ref) -> tuple[Adjustment, ...]:
        """The points that came of an initiative or of a year of complaints, in the order of the source."""
        tops = dict.fromkeys(self.tops[leaf.id].id for leaf in self.leaves.get(origin, ()))
        return self.in_order(self.tops[name] for name in tops)

    def parts_of(self, item: Adjustment) -> tuple[Adjustment, ...]:
        """The parts of an adjustment, in the order of the source."""
        return self.in_order(self.parts.get(item.id, ()))

    def in_order(self, items: Iterable[Adjustment]) -> tuple[Adjustment, ...]:
        """Adjustments in the order in which the source words them; those that it does not word come last, as given."""
        return tuple(sorted(items, key=self._place))

    def _place(self, item: Adjustment) -> tuple[bool, str, tuple[tuple[int, int, int], ...]]:
        """Where the words of its first citation stand: source, passage and place in that passage."""
        if not item.citations:  # none of its sources is public
            return True, "", ()
        first = item.citations[0]
        text = self.texts.get(first.source.id)
        found = text.spans(first.quotation) if text and first.quotation else ()
        return not found, first.source.id, found

    def _came_of(self, origin: Ref) -> Iterator[Adjustment]:
        """The points that came of an initiative or of complaints, each followed by its parts."""
        for top in self.points_of(origin):
            yield from self._point(top)

    def _point(self, item: Adjustment) -> Iterator[Adjustment]:
        yield item
        for part in self.parts_of(item):
            yield from self._point(part)

    def _done(self, item: Adjustment, origin: Ref | None) -> tuple[object, ...]:
        """What a page tells of an adjustment: its place among others, how far it is, if it can be checked, and why."""
        steps = [(isinstance(step.date, Absence), bool(step.evidence)) for step in item.course]
        why = _naming(item, origin) if origin is not None else ()
        judged = item.verdicts if origin is not None else ()
        place = self._place(item)
        return item.id, item.part_of, place, item.course[-1].status, item.verifiable, tuple(steps), why, judged

    def _signals(self, item: Adjustment) -> Iterator[Signal]:
        """The signals that an adjustment names."""
        for cause in self.causes[item.id]:
            if isinstance(cause.initiative, Ref) and isinstance(cause.signal, str):
                origin = self.records.get(cause.initiative)
                if isinstance(origin, Initiative) and not isinstance(origin.signals, Absence):
                    yield from (signal for signal in origin.signals if signal.id == cause.signal)

    def _naming_of(self, ref: Ref) -> tuple[object, ...]:
        """How a source is named beside its words, and which text they are looked up in."""
        source = self.records.get(ref)
        assert isinstance(source, Source)
        outside = self._answers if source.external else None
        return source.id, source.short, outside, source.language, self._text_hash.get(source.id, "")

    @cached_property
    def _answers(self) -> int:
        """None, one or more questions: a source from elsewhere is said to belong to none of their answers."""
        return min(2, sum(1 for ref in self.records if ref.kind == "vraag"))

    @cached_property
    def _years(self) -> str:
        """The hash of what all years of complaints show of each other."""
        years = tuple(_drawn(item) for item in self.records.values() if isinstance(item, ComplaintsYear))
        return hashlib.sha256(repr(years).encode()).hexdigest()

    @cached_property
    def _text_hash(self) -> Mapping[str, str]:
        return {name: hashlib.sha256(text.text.encode()).hexdigest() for name, text in self.texts.items()}


def index_of(
    records: Mapping[Ref, Record],
    vocabularies: Mapping[str, Vocabulary],
    texts: Mapping[str, StoredText],
    overdue: frozenset[str] = frozenset(),
) -> Index:
    """The index of these records, in this order. `overdue`: the promises that are late."""
    adjustments = by_title(record for record in records.values() if isinstance(record, Adjustment))
    measurements = [record for record in records.values() if isinstance(record, Measurement)]
    parts = _grouped((item.part_of.id, item) for item in adjustments if item.part_of is not None)
    above = {item.id: item for item in adjustments}
    leaves = [item for item in adjustments if item.id not in parts]
    return Index(
        records,
        vocabularies,
        texts,
        uses=_grouped((value, Use(ref, field)) for ref, record in records.items() for field, value in _named(record)),
        adjustments=_grouped(
            (name.id, item) for item in adjustments for name in _origins(item) if name.kind == "initiatief"
        ),
        leaves=_grouped(
            (name, leaf)
            for leaf in leaves
            for name in dict.fromkeys(origin for item in _upward(leaf, above) for origin in _origins(item))
        ),
        parts=parts,
        tops={item.id: list(_upward(item, above))[-1] for item in adjustments},
        causes={item.id: tuple(_causes(item, above)) for item in adjustments},
        measurements=_grouped(
            (item.initiative.id, item) for item in newest_first(measurements, dated=lambda item: item.period)
        ),
        resting=_grouped(
            pair for record in records.values() if isinstance(record, Question) for pair in _rests(record)
        ),
        series=_grouped((result.series, result) for item in measurements for result in item.results if result.series),
        overdue=overdue,
    )


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    found: dict[K, list[V]] = {}
    for name, item in pairs:
        found.setdefault(name, []).append(item)
    return {name: tuple(items) for name, items in found.items()}


def _named(record: Record) -> Iterator[tuple[str, Ref]]:
    """Each record or word that a record refers to, once under each key that does so."""
    return iter(dict.fromkeys((str(path[0]), value) for path, value in walk(record) if isinstance(value, Ref)))


def _origins(item: Adjustment) -> Iterator[Ref]:
    """The initiatives and the years of complaints that an adjustment itself names as causes, each once."""
    return iter(dict.fromkeys(cause.origin for cause in item.causes if cause.origin is not None))


def _upward(item: Adjustment, known: Mapping[str, Adjustment]) -> Iterator[Adjustment]:
    """An adjustment and every one that it is, directly or further up, a part of."""
    yield item
    yield from points_above(item, known)


def points_above(item: Adjustment, known: Mapping[str, Adjustment]) -> Iterator[Adjustment]:
    """Every adjustment that this one is a part of, from the nearest up, as far as they are known by their ids."""
    while item.part_of is not None and item.part_of.id in known:
        item = known[item.part_of.id]
        yield item


def _causes(item: Adjustment, known: Mapping[str, Adjustment]) -> Iterator[Cause]:
    """The causes of an adjustment: its own, then those of the points it is part of, of origins not named yet."""
    yield from item.causes
    named = set(_origins(item))
    for above in points_above(item, known):
        yield from (cause for cause in above.causes if cause.origin is not None and cause.origin not in named)
        named |= set(_origins(above))


def _naming(item: Adjustment, origin: Ref) -> tuple[Cause, ...]:
    """The causes of an adjustment that name this initiative, or this year of complaints."""
    return tuple(cause for cause in item.causes if cause.origin == origin)


def _rests(question: Question) -> Iterator[tuple[Ref, Resting]]:
    for sub in question.sub_questions:
        for part in sub.parts:
            for ref in dict.fromkeys(part.rests_on):
                yield ref, Resting(question.id, sub.number, part.letter)


def _counts(item: Measurement) -> tuple[int, int]:
    """How many results a measurement has, and how many of them have a figure."""
    return len(item.results), sum(not isinstance(result.value, Absence) for result in item.results)


_DRAWN = (
    "id", "title", "year", "total", "received", "admissible", "inadmissible", "within_45", "over_45", "mean_days",
    "exactness", "themes",
)  # fmt: skip


def _drawn(year: Record) -> tuple[object, ...]:
    """What other pages print of a year of complaints: its numbers, what they were about, and nothing of its story."""
    return tuple(getattr(year, name) for name in _DRAWN)


def _card(ref: Ref, record: Record, overdue: frozenset[str]) -> Card:
    steps = getattr(record, "course", ())
    state = steps.state if isinstance(steps, Absence) else state_of(steps[-1], "status") if steps else None
    summary = getattr(record, "summary", "")
    late = record.last_day if isinstance(record, Promise) and record.id in overdue else None
    return Card(ref.kind, ref.id, record.title, addresses.of_record(ref), "", summary, state, _date(record), late)


def _date(record: Record) -> PartialDate | None:
    """The date that a record carries: of the last step, of the question, of the document; the begin of a period."""
    found = record.course[-1].date if isinstance(record, Adjustment) else getattr(record, record.DATED, None)
    if isinstance(found, Period):
        found = found.start
    return found if isinstance(found, PartialDate) else None
