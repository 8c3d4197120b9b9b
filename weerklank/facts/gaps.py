"""Every absence in the records: what is not there, in which state, why, and where.

In: the public corpus. Out: `Gap` values (one per absent fact) and `GapGroup` rows (one per thing to say about them).
A field that its author left out is not filled in yet: it is no gap of the source.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.facts.comparing import names_of
from weerklank.facts.divisions import divided
from weerklank.kinds import KINDS
from weerklank.model import (
    SILENT,
    Absence,
    Adjustment,
    Breakdown,
    ComplaintsYear,
    Initiative,
    LeftOut,
    Measurement,
    Part,
    Participants,
    Question,
    Record,
    Ref,
    Result,
    Signal,
    Source,
    Term,
)
from weerklank.model.fields import Field, field_of, fields_of
from weerklank.model.records import CountOf
from weerklank.states import ABSENCES, NOT_APPLICABLE, State, absence
from weerklank.wording import collate


@dataclass(frozen=True)
class Gap:
    """One absent fact: in which record, which `field` (its attribute), about what (a result, a step), why.

    `what`: the field as it is missed ("De kosten"). `within`: the field of the record (its attribute) that it is in.
    `unanswered`: it is a part of a question without an answer.
    """

    ref: Ref
    title: str
    field: str
    what: str
    subject: str
    state: State
    reason: str
    absence: Absence
    within: str = ""
    unanswered: bool = False


@dataclass(frozen=True)
class GapGroup:
    """The same absent fact over one or more records of a kind, out of `total` that could have it."""

    kind: str
    what: str
    state: State
    gaps: tuple[Gap, ...]
    total: int


def _absences(field: Field, value: object, subject: str) -> Iterator[tuple[Field, str, Absence]]:
    """Yield (field, subject, absence) for a value and everything in it, defaults included."""
    match value:
        case LeftOut():
            return  # its author has not come to it yet: that says nothing of the source
        case Absence():
            yield field, subject, value
        case tuple():
            for item in value:
                yield from _absences(field, item, subject)
        case Result(value=Absence() as found):
            # Without a figure there is no group, answer or number to miss: the figure itself is the gap.
            yield from _absences(field_of(value, "value"), found, subject)
        case Part():
            about = subject or _about(value)
            for inner in fields_of(value):
                yield from _absences(inner, inner.value(value), about)


def _in_field(corpus: Corpus, record: Record, own: Field) -> Iterator[tuple[Field, str, Absence]]:
    """What is absent in one field of a record; two results of one subject are told apart, parts have their words."""
    if isinstance(record, Measurement) and own.attribute == "results":
        names = names_of(record)
        for result in record.results:
            yield from _absences(own, result, names[result.id])
    elif isinstance(record, ComplaintsYear) and own.model is not None and issubclass(own.model, Breakdown):
        for found in divided(corpus, record, own):
            for part in found.parts:
                yield from _absences(field_of(found.item, "parts"), part.count, f"{found.label}, {part.word}")
    else:
        yield from _absences(own, own.value(record), "")


def _about(value: object) -> str:
    """What a part of a record is about, when the record has more such parts; "" for other parts."""
    match value:
        case Participants():
            return value.who
        case CountOf():
            return value.what
        case Signal():
            return value.text
    return ""


def _of_record(corpus: Corpus, record: Record) -> Iterator[Gap]:
    """The gaps of one record; two steps without a date are one gap, or more records would lack it than there are."""
    seen: set[tuple[str, str, str]] = set()
    for own in fields_of(record):
        if own.attribute == "heard" and isinstance(record, Initiative) and not isinstance(record.signals, Absence):
            continue  # it is known what was said: then a summary in words is not missed
        for field, subject, found in _in_field(corpus, record, own):
            once = (field.absent, subject, found.state.key)
            if field.absent and once not in seen:
                seen.add(once)
                yield Gap(
                    record.ref,
                    record.title,
                    field.attribute,
                    field.absent,
                    subject,
                    found.state,
                    found.reason,
                    found,
                    own.attribute,
                )
    if isinstance(record, Question):
        yield from _unanswered(record)


def _unanswered(question: Question) -> Iterator[Gap]:
    for sub in question.sub_questions:
        for part in sub.parts:
            if part.coverage == "niet_vermeld":
                label = f"Deelvraag {sub.number}{part.letter}: {part.asked}"
                what = "Deel van de vraag"
                yield Gap(
                    question.ref,
                    question.title,
                    "parts",
                    what,
                    label,
                    SILENT.state,
                    part.answer,
                    SILENT,
                    unanswered=True,
                )


def parts_that_could(corpus: Corpus, gap: Gap) -> int:
    """Of how many parts of records of its kind a gap could be: of results with a figure, of signals."""
    found = [getattr(record, gap.within) for record in corpus.records() if record.KIND.name == gap.ref.kind]
    parts = [part for value in found if isinstance(value, tuple) for part in value]
    return sum(gap.field == "value" or not isinstance(getattr(part, "value", None), Absence) for part in parts)


@once
def gaps(corpus: Corpus) -> tuple[Gap, ...]:
    """Every absent fact of every record, in the order of the corpus. For an adjustment with parts, its parts count.

    Sources that only explain words are not part of what the answer could have said.
    """
    return tuple(gap for record in _looked_at(corpus) for gap in _of_record(corpus, record))


def _looked_at(corpus: Corpus) -> Iterator[Record]:
    parents = set(corpus.parts)
    for record in corpus.records():
        parent = record.KIND.name == "bijsturing" and record.id in parents
        if not parent and not (isinstance(record, Source) and record.external):
            yield record


def _what(gap: Gap) -> str:
    if gap.unanswered:
        return "Delen van een vraag die het antwoord niet behandelt"
    return f"{gap.subject}: {gap.what[0].lower()}{gap.what[1:]}" if gap.subject else gap.what


def _total(corpus: Corpus, kind: str, gap: Gap) -> int:
    if gap.unanswered:
        return sum(len(sub.parts) for question in corpus.questions for sub in question.sub_questions)
    if gap.within not in ("", gap.field):
        return _with_parts(corpus)[kind, gap.within]  # who has no verdict cannot miss the day of one
    return _totals(corpus)[kind]


@once
def _with_parts(corpus: Corpus) -> Mapping[tuple[str, str], int]:
    """How many records of each kind have something in a field, of those that `gaps` looks at."""
    found = (
        (record.KIND.name, own.attribute, own.value(record))
        for record in _looked_at(corpus)
        for own in fields_of(record)
    )
    return Counter((kind, name) for kind, name, value in found if value and not isinstance(value, Absence))


@once
def _totals(corpus: Corpus) -> Mapping[str, int]:
    """How many records of each kind there are to miss something, of those that `gaps` looks at."""
    sources = sum(1 for item in corpus.sources if not item.external)
    kinds = Counter(record.KIND.name for record in corpus.records())
    return {**kinds, "bijsturing": len(corpus.leaves), "bron": sources}


@once
def gap_groups(corpus: Corpus) -> tuple[GapGroup, ...]:
    """The gaps as rows for a reader, by state in the order of the vocabulary, then by kind and most frequent first."""
    found: dict[tuple[str, str, str, str], list[Gap]] = {}
    for gap in gaps(corpus):
        reason = gap.reason if gap.field == "value" else ""
        found.setdefault((gap.state.key, gap.ref.kind, _what(gap), reason), []).append(gap)
    groups = [
        GapGroup(kind, what, absence(key), tuple(items), _total(corpus, kind, items[0]))
        for (key, kind, what, _), items in found.items()
    ]
    order = {state.key: place for place, state in enumerate(ABSENCES)}
    kinds = {kind: place for place, kind in enumerate(KINDS)}
    groups.sort(key=lambda g: (order[g.state.key], kinds[g.kind], -len(g.gaps), collate(g.what)))
    return tuple(groups)


def missing_groups(corpus: Corpus) -> tuple[GapGroup, ...]:
    """The rows of what is missing, in whatever state: all but what does not apply."""
    return tuple(group for group in gap_groups(corpus) if group.state != NOT_APPLICABLE)


def in_policy_field(item: Initiative | Adjustment, field: Ref) -> bool:
    """Whether a record is about a policy field, by name or because it is about all of them."""
    fields = item.policy_fields
    return fields == "alle" or (isinstance(fields, tuple) and field in fields)


def empty_policy_fields(corpus: Corpus) -> tuple[Term, ...]:
    """The policy fields that no initiative is about: gaps of the whole, not of one record.

    None while it is not filled in of some initiative what it is about.
    """
    if any(isinstance(item.policy_fields, LeftOut) for item in corpus.initiatives):
        return ()
    return tuple(
        term
        for term in corpus.vocabularies["beleidsveld"].terms
        if not any(in_policy_field(item, Ref("beleidsveld", term.id)) for item in corpus.initiatives)
    )


def gap_number(corpus: Corpus) -> int:
    """How many things are not there: the rows of the list of gaps, without what does not apply."""
    return len(missing_groups(corpus)) + len(empty_policy_fields(corpus))
