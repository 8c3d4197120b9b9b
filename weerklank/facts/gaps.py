"""Every absence in the records: what is not there, in which state, why, and where.

In: the public corpus. Out: `Gap` values (one per absent fact) and `GapGroup` rows (one per thing to say about them).
Nothing is smoothed: an omitted field counts as not stated.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, kind_of, once
from weerklank.model import (
    Absence,
    Breakdown,
    Initiative,
    Part,
    Participants,
    Question,
    Record,
    Ref,
    Result,
    Signal,
    Source,
)
from weerklank.model.records import CountOf
from weerklank.states import ABSENCES, State, absence
from weerklank.wording import collate

FIELD_WORDS: dict[tuple[str, str], str] = {
    ("initiatief", "forms"): "De werkvorm",
    ("initiatief", "status"): "De stand van zaken",
    ("initiatief", "period"): "Wanneer",
    ("initiatief", "policy_fields"): "Het beleidsveld",
    ("initiatief", "roles"): "De rol van de organisatie",
    ("initiatief", "stakeholders"): "Wie erbij was",
    ("initiatief", "participants"): "Het aantal deelnemers",
    ("initiatief", "count"): "Het aantal",
    ("initiatief", "purpose"): "Het doel",
    ("initiatief", "asked"): "Wat gevraagd werd",
    ("initiatief", "heard"): "Wat gehoord werd",
    ("initiatief", "signals"): "De concrete signalen",
    ("initiatief", "sender"): "Van wie het signaal kwam",
    ("initiatief", "outcome"): "De uitkomst",
    ("bijsturing", "decided_by"): "Wie besliste",
    ("bijsturing", "cost"): "De kosten",
    ("bijsturing", "effect"): "Het effect",
    ("bijsturing", "count"): "Hoeveel keer of voor hoeveel",
    ("bijsturing", "policy_fields"): "Het beleidsveld",
    ("bijsturing", "audiences"): "Voor wie",
    ("bijsturing", "date"): "De datum",
    ("bijsturing", "signal"): "Het signaal waaruit ze volgt",
    ("bijsturing", "initiative"): "Het initiatief waaruit ze volgt",
    ("meting", "period"): "Wanneer",
    ("meting", "developed"): "Wie het instrument ontwikkelde",
    ("meting", "on"): "Wanneer het instrument ontwikkeld is",
    ("meting", "conducted_by"): "De uitvoerder",
    ("meting", "method"): "De methode",
    ("meting", "sample"): "De steekproef",
    ("meting", "response"): "De respons",
    ("meting", "margin"): "De foutenmarge",
    ("meting", "cost"): "De kosten",
    ("meting", "criteria"): "De criteria",
    ("meting", "frequency"): "Hoe vaak gemeten wordt",
    ("meting", "groups"): "De doelgroepen",
    ("meting", "scale"): "De volledige antwoordschaal",
    ("meting", "trend"): "De evolutie",
    ("meting", "other_answers"): "De verdeling van de overige antwoorden",
    ("meting", "overall"): "Een eigen meting in cijfers",
    ("meting", "value"): "Het cijfer",
    ("meting", "group"): "De groep die antwoordde",
    ("meting", "answer"): "De getelde antwoorden",
    ("meting", "respondents"): "Het aantal antwoorden",
    ("meting", "year"): "Het jaar van het cijfer",
    ("klachtenjaar", "total"): "Alle meldingen",
    ("klachtenjaar", "received"): "De ontvangen klachten",
    ("klachtenjaar", "not_a_complaint"): "De meldingen die geen klacht zijn",
    ("klachtenjaar", "within_45"): "Wat binnen 45 dagen beantwoord is",
    ("klachtenjaar", "over_45"): "Wat na meer dan 45 dagen beantwoord is",
    ("klachtenjaar", "mean_days"): "De gemiddelde behandeltermijn",
    ("klachtenjaar", "admissible"): "De ontvankelijke klachten",
    ("klachtenjaar", "inadmissible"): "De onontvankelijke klachten",
    ("klachtenjaar", "breakdown"): "Het aantal",
    ("beslissing", "date"): "De datum",
    ("beslissing", "taken_by"): "Wie besliste",
    ("beslissing", "motivation"): "De motivering",
    ("vraag", "number"): "Het nummer",
    ("vraag", "session_year"): "Het zittingsjaar",
    ("vraag", "asker"): "De vraagsteller",
    ("vraag", "minister"): "De minister",
    ("vraag", "asked_on"): "De datum van de vraag",
    ("vraag", "answered_on"): "De datum van het antwoord",
    ("vraag", "term"): "Of het antwoord op tijd kwam",
    ("vraag", "url"): "Het adres bij het parlement",
    ("bron", "publisher"): "De uitgever",
    ("bron", "date"): "De datum",
    ("bron", "url"): "Het adres",
}
"""What each field is called when it is absent. A test holds this complete for every stated field of the model."""

KIND_WORDS: dict[str, tuple[str, str]] = {
    "initiatief": ("initiatief", "initiatieven"),
    "bijsturing": ("bijsturing", "bijsturingen"),
    "meting": ("meting", "metingen"),
    "klachtenjaar": ("klachtenjaar", "klachtenjaren"),
    "beslissing": ("beslissing", "beslissingen"),
    "vraag": ("vraag", "vragen"),
    "bron": ("bron", "bronnen"),
    "pagina": ("pagina", "pagina’s"),
}


@dataclass(frozen=True)
class Gap:
    """One absent fact: in which record, which field, about what (a result, a step), in which state and why."""

    ref: Ref
    title: str
    field: str
    subject: str
    state: State
    reason: str
    absence: Absence


@dataclass(frozen=True)
class GapGroup:
    """The same absent fact over one or more records of a kind, out of `total` that could have it."""

    kind: str
    what: str
    state: State
    gaps: tuple[Gap, ...]
    total: int


def _absences(value: object, name: str, subject: str) -> Iterator[tuple[str, str, Absence]]:
    """Yield (field name, subject, absence) for a record's fields and its parts, defaults included."""
    if isinstance(value, Absence):
        yield name, subject, value
        return
    if isinstance(value, tuple):
        for item in value:
            yield from _absences(item, name, subject)
        return
    if isinstance(value, Result) and isinstance(value.value, Absence):
        # Without a figure there is no group, answer or number to miss: the figure itself is the gap.
        yield "value", value.subject, value.value
        return
    if isinstance(value, Breakdown):
        for part, count in value.parts.items():
            yield from _absences(count, "breakdown", part)
        return
    own = _about(value) or subject
    for inner in type(value).model_fields if isinstance(value, Part) else ():
        yield from _absences(getattr(value, inner), inner, own)


def _about(value: object) -> str:
    """What a part of a record is about, when the record has more such parts; "" for other parts."""
    match value:
        case Result():
            return value.subject
        case Participants():
            return value.who
        case CountOf():
            return value.what
        case Signal():
            return value.text
    return ""


_SKIPPED = frozenset({"ground_rules", "citations", "annex"})


def _of_record(record: Record) -> Iterator[Gap]:
    """The gaps of one record; two steps without a date are one gap, or more records would lack it than there are."""
    kind = kind_of(record)
    ref = Ref(kind, record.id)
    seen: set[tuple[str, str, str]] = set()
    for name in type(record).model_fields:
        if name in _SKIPPED or (name == "heard" and _has_signals(record)):
            continue
        for field, subject, found in _absences(getattr(record, name), name, ""):
            once = (field, subject, found.state.key)
            if (kind, field) in FIELD_WORDS and once not in seen:
                seen.add(once)
                yield Gap(ref, record.title, field, subject, found.state, found.reason, found)
    if isinstance(record, Question):
        yield from _parts(record, ref)


def _has_signals(record: Record) -> bool:
    """Whether it is known what was said: then a summary in words is not missed."""
    return isinstance(record, Initiative) and not isinstance(record.signals, Absence)


def _parts(question: Question, ref: Ref) -> Iterator[Gap]:
    silent = Absence.model_validate("niet_vermeld")
    for sub in question.sub_questions:
        for part in sub.parts:
            if part.coverage == "niet_vermeld":
                label = f"Deelvraag {sub.number}{part.letter}: {part.asked}"
                yield Gap(ref, question.title, "parts", label, silent.state, part.answer, silent)


@once
def gaps(corpus: Corpus) -> tuple[Gap, ...]:
    """Every absent fact of every record, in the order of the corpus. Parents of adjustments are left to their parts.

    Sources that only explain words are no part of what the answer could have said.
    """
    parents = set(corpus.parts)
    return tuple(
        gap
        for record in corpus.records()
        if not (kind_of(record) == "bijsturing" and record.id in parents)
        and not (isinstance(record, Source) and record.external)
        for gap in _of_record(record)
    )


def _what(gap: Gap) -> str:
    if gap.field == "parts":
        return "Delen van de schriftelijke vraag zonder antwoord"
    word = FIELD_WORDS[(gap.ref.kind, gap.field)]
    return f"{gap.subject}: {word[0].lower()}{word[1:]}" if gap.subject else word


def _total(corpus: Corpus, kind: str, gap: Gap) -> int:
    if gap.field == "parts":
        return sum(len(sub.parts) for question in corpus.questions for sub in question.sub_questions)
    return _totals(corpus)[kind]


@once
def _totals(corpus: Corpus) -> Mapping[str, int]:
    """How many records of each kind there are to miss something; adjustments with parts are left to those."""
    return {**Counter(kind_of(record) for record in corpus.records()), "bijsturing": len(corpus.leaves)}


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
    kinds = {kind: place for place, kind in enumerate(KIND_WORDS)}
    groups.sort(key=lambda g: (order[g.state.key], kinds[g.kind], -len(g.gaps), collate(g.what)))
    return tuple(groups)


@dataclass(frozen=True)
class EmptyPlace:
    """A policy field without any initiative: a gap of the whole, not of one record."""

    name: str
    id: str


def empty_policy_fields(corpus: Corpus) -> tuple[EmptyPlace, ...]:
    """The policy fields for which no initiative is recorded by name."""
    used = {
        ref.id for item in corpus.initiatives if isinstance(item.policy_fields, tuple) for ref in item.policy_fields
    }
    terms = corpus.vocabularies["beleidsveld"].terms
    return tuple(EmptyPlace(term.name, term.id) for term in terms if term.id not in used)
