"""Which records a part of the annex takes, and which records the annex as a whole speaks of.

In: the public corpus, a question and the selection of a part. Out: chosen records and a smaller corpus. No tables.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from weerklank.corpus import Corpus
from weerklank.facts.loop import current_status, known_status, leaves_from
from weerklank.kinds import Kind, shown_by
from weerklank.model import (
    NOW,
    RECORDS,
    SILENT,
    Absence,
    Adjustment,
    Initiative,
    Measurement,
    Page,
    PartialDate,
    Period,
    Question,
    Record,
    Ref,
    Selection,
    SubQuestion,
    walk,
)
from weerklank.model.fields import Field, fields_of, statuses
from weerklank.wording import listing, period_words, uncapital

R = TypeVar("R", bound=Record)


# --- selections ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Chosen(Generic[R]):
    """`items` fit a selection out of `total`; of `unknown` the records do not say whether they fit."""

    items: tuple[R, ...]
    unknown: tuple[R, ...]
    total: int


def choose_initiatives(corpus: Corpus, selection: Selection) -> Chosen[Initiative]:
    """The initiatives that every filled key of the selection keeps."""
    items = _named(corpus, corpus.initiatives, selection)
    judged = ((item, _fits(_initiative_keys(item, selection))) for item in items)
    return _choice(corpus.initiatives, judged)


def choose_adjustments(corpus: Corpus, selection: Selection) -> Chosen[Adjustment]:
    """The adjustments without parts that every filled key keeps; an id of a point keeps its parts.

    `niveau` and `vorm` are those of the initiatives that an adjustment came from.
    """
    items = _named(corpus, corpus.leaves, selection)
    judged = ((item, _fits(_adjustment_keys(corpus, item, selection))) for item in items)
    return _choice(corpus.leaves, judged)


def choose_records(corpus: Corpus, kind: Kind, selection: Selection) -> Chosen[Record]:
    """The records of a kind without keys of its own that every filled key keeps.

    Of a key that its records know nothing of, it is not known whether they fit.
    """
    items = corpus.every(RECORDS[kind.name])
    judged = ((item, _fits(_record_keys(corpus, item, selection))) for item in _named(corpus, items, selection))
    return _choice(items, judged)


def _named(corpus: Corpus, items: tuple[R, ...], selection: Selection) -> tuple[R, ...]:
    """Those that a selection can take: where it names ids, what has them and the parts of it; no other is judged."""
    if not selection.ids or not items:
        return items
    kind = items[0].KIND.name
    names = {*selection.ids}
    if kind == "bijsturing":
        names |= {part.id for name in selection.ids for part in corpus.parts.get(name, ())}
        names -= corpus.parts.keys()
    found = (Ref(kind, name) for name in sorted(names))
    return tuple(corpus.get(ref) for ref in found if corpus.has(ref))  # type: ignore[misc]


def _record_keys(corpus: Corpus, item: Record, selection: Selection) -> list[bool | None]:
    card = corpus.index.card(item.ref)
    moment = Period(van=card.date, tot=card.date) if card.date else SILENT
    known = tuple(value for _, value in walk(item) if isinstance(value, Ref))
    words = (selection.policy_field, selection.form, selection.stakeholder)
    return [
        not selection.ids or item.id in selection.ids,
        *(word in known or None for word in words if word is not None),
        None if selection.level else True,
        selection.status is None or (card.state.key == selection.status if card.state else None),
        selection.period is None or _overlap(moment, selection.period),
    ]


def _choice(items: tuple[R, ...], judged: Iterable[tuple[R, bool | None]]) -> Chosen[R]:
    verdicts = tuple(judged)
    chosen = tuple(item for item, fits in verdicts if fits)
    return Chosen(chosen, tuple(item for item, fits in verdicts if fits is None), len(items))


def _fits(answers: Iterable[bool | None]) -> bool | None:
    """True when all say yes, False when one says no, None when that depends on what is not stated."""
    found = tuple(answers)
    if False in found:
        return False
    return None if None in found else True


def _initiative_keys(item: Initiative, selection: Selection) -> list[bool | None]:
    people = None if isinstance(item.stakeholders, Absence) else tuple(part.who for part in item.stakeholders)
    fields = True if item.policy_fields == "alle" else _holds(item.policy_fields, selection.policy_field)
    status = known_status(item)
    return [
        not selection.ids or item.id in selection.ids,
        selection.policy_field is None or fields,
        selection.level is None or item.level == selection.level,
        selection.form is None or _holds(item.forms, selection.form),
        selection.stakeholder is None or _holds(people, selection.stakeholder),
        selection.status is None or (None if status is None else status == selection.status),
        selection.period is None or _overlap(item.period, selection.period),
    ]


def _adjustment_keys(corpus: Corpus, item: Adjustment, selection: Selection) -> list[bool | None]:
    causes = [
        corpus.initiative(cause.initiative.id)
        for cause in corpus.index.causes[item.id]
        if isinstance(cause.initiative, Ref)
    ]
    dates = [step.date for step in item.course if not isinstance(step.date, Absence)]
    moments = [_overlap(Period(van=date, tot=date), selection.period) for date in dates if selection.period]
    fields = True if item.policy_fields == "alle" else _holds(item.policy_fields, selection.policy_field)
    names = {item.id, *((item.part_of.id,) if item.part_of else ())}
    return [
        not selection.ids or bool(names & set(selection.ids)),
        selection.policy_field is None or fields,
        selection.level is None or _any(cause.level == selection.level for cause in causes),
        selection.form is None or _any(_holds(cause.forms, selection.form) for cause in causes),
        selection.stakeholder is None or _holds(item.audiences, selection.stakeholder),
        selection.status is None or current_status(item) == selection.status,
        selection.period is None or _any(moments),
    ]


def _any(answers: Iterable[bool | None]) -> bool | None:
    """True when one says yes; None when there is nothing to go by."""
    found = tuple(answers)
    if True in found:
        return True
    return None if not found or None in found else False


def _holds(refs: object, wanted: Ref | None) -> bool | None:
    return None if not isinstance(refs, tuple) else wanted in refs


def _overlap(found: Period | Absence, wanted: Period) -> bool | None:
    """Whether two periods share a day; None when one gives no date. An open end runs on."""
    if isinstance(found, Absence) or (found.start is None and found.end is None):
        return None
    return _first(found) <= _last(wanted) and _first(wanted) <= _last(found)


def _first(period: Period) -> PartialDate:
    start = period.start or PartialDate(0)
    return PartialDate(start.year, start.month or 1, start.day or 1)


def _last(period: Period) -> PartialDate:
    end = period.end or NOW
    return PartialDate(end.year, end.month or 12, end.day or 31)


def selection_words(corpus: Corpus, selection: Selection) -> str:
    """The selection as a reader must see it: "beleidsveld Gelijke kansen en niveau strategisch", "" for everything."""
    words = (_narrowed(corpus, field, field.value(selection)) for field in fields_of(Selection))
    return listing(filter(None, words))


def _narrowed(corpus: Corpus, field: Field, value: object) -> str:
    """One key of a selection in words; "" when it narrows nothing."""
    label = uncapital(field.label)
    match value:
        case Ref():
            return f"{label} {corpus.term(value).name}"
        case Period():
            return f"{label} {period_words(value)}"
        case str():
            return f"{label} {_STATUSES.get(value, value)}"
        case tuple():
            return label if value else ""
    return ""


_STATUSES = {
    **{choice.key: choice.word for model in RECORDS.values() for choice in statuses(model)},
}


# --- the records that an annex speaks of -----------------------------------------------------------------------------


def annex_corpus(corpus: Corpus, question: Question) -> Corpus:
    """The part of the corpus that the annex shows, that the answer rests on, or that these cite."""
    rested = {ref for sub in question.sub_questions for ref in rests_on(sub)}
    refs = _with_parts(corpus, _taken(corpus, question) | rested)
    records = (question, *(corpus.get(ref) for ref in refs if ref.kind not in corpus.vocabularies))
    refs |= {citation for record in records for citation in cited(record)}
    return corpus.only(refs).having(Question, (question,)).having(Page, ())


def told_in(corpus: Corpus, question: Question) -> frozenset[Ref]:
    """The records of which an annex tells more than a title: those that its parts take, and what followed from these.

    A record that only a sub-question rests on is none of them: the annex says at most on which page it stands.
    """
    refs = _taken(corpus, question) | set(drawn(corpus, question))
    origins = [ref for ref in refs if ref.kind in ("initiatief", "klachtenjaar")]
    refs |= {ref for origin in origins for ref in _leaves(corpus, origin)}
    return frozenset(_with_parts(corpus, refs))


def _taken(corpus: Corpus, question: Question) -> set[Ref]:
    """What the parts of an annex take."""
    parts = question.annex.parts if question.annex else ()
    refs = _shown(corpus, question) | {part.measurement for part in parts if part.measurement is not None}
    complained = corpus.complaints if _has(question, "klachten") else ()
    return refs | {ref for item in complained for ref in (item.ref, *_leaves(corpus, item.ref))}


def drawn(corpus: Corpus, question: Question) -> Iterator[Ref]:
    """The records that the charts of an annex count."""
    for part in question.annex.parts if question.annex else ():
        if part.kind == "grafiek" and part.chart == "bijsturingen-per-toestand":
            yield from (Ref("bijsturing", item.id) for item in choose_adjustments(corpus, part.selection).items)
        elif part.kind == "grafiek" and part.chart != "meting":
            yield from (Ref("initiatief", item.id) for item in choose_initiatives(corpus, part.selection).items)


def _leaves(corpus: Corpus, origin: Ref) -> tuple[Ref, ...]:
    return tuple(leaf.ref for leaf in leaves_from(corpus, origin))


def _with_parts(corpus: Corpus, refs: set[Ref]) -> set[Ref]:
    """The same with the parts of adjustments, and the decisions behind measurements."""
    points = [ref for ref in refs if ref.kind == "bijsturing"]
    found = refs | {Ref("bijsturing", part.id) for ref in points for part in corpus.parts.get(ref.id, ())}
    measured = (corpus.get(ref) for ref in found if ref.kind == "meting")
    return found | {item.decision for item in measured if isinstance(item, Measurement) and item.decision is not None}


def cited(record: Record) -> tuple[Ref, ...]:
    """The sources that a record cites, each once."""
    return tuple(dict.fromkeys(value for _, value in walk(record) if isinstance(value, Ref) and value.kind == "bron"))


def _has(question: Question, kind: str) -> bool:
    return question.annex is not None and any(part.kind == kind for part in question.annex.parts)


def _shown(corpus: Corpus, question: Question) -> set[Ref]:
    found: set[Ref] = set()
    for part in question.annex.parts if question.annex else ():
        if part.kind in ("initiatieven", "signalen"):
            found |= {Ref("initiatief", item.id) for item in choose_initiatives(corpus, part.selection).items}
        elif part.kind == "bijsturingen":
            found |= {Ref("bijsturing", item.id) for item in choose_adjustments(corpus, part.selection).items}
        elif (kind := shown_by(part.kind)) and kind.is_selected:
            found |= {item.ref for item in choose_records(corpus, kind, part.selection).items}
    return found


def rests_on(sub: SubQuestion) -> tuple[Ref, ...]:
    """The records that the answers to a sub-question rest on, each once."""
    return tuple(dict.fromkeys(ref for part in sub.parts for ref in part.rests_on))
