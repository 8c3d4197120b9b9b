"""Rules that one record must keep and that no single field can show.

In: one typed record. Out: findings. References and quotations have modules of their own.
"""

from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from weerklank.author.load import FieldPath
from weerklank.author.near import choose_from
from weerklank.author.validate.judging import check_coverage, check_verdicts, check_words
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related, finding
from weerklank.kinds import OF_RECORDS
from weerklank.messages import Elsewhere, Hint
from weerklank.model import (
    RECORDS,
    Absence,
    Annex,
    AnnexPart,
    Initiative,
    Measurement,
    PartialDate,
    Question,
    Step,
    SubQuestion,
    Vocabulary,
)
from weerklank.model.fields import Field, field_of, statuses
from weerklank.states import NOT_APPLICABLE

_NEEDED = ("number", "session_year", "askers", "ministers", "asked_on")
"""What a definitive annex prints in its heading, and can know before its answer leaves: attributes of `Question`."""

_STATUSES = {
    kind.annex_part: tuple(choice.key for choice in statuses(RECORDS[kind.name]))
    for kind in OF_RECORDS
    if kind.annex_part
}
"""Part of an annex -> what its selection may ask of the records that it shows."""
_STATUSES["signalen"] = _STATUSES["initiatieven"]
_TOGETHER = tuple(dict.fromkeys((*_STATUSES["initiatieven"], *_STATUSES["bijsturingen"])))
"""What it may ask where a part is made of initiatives and of what followed."""


_DONE = ("uitgevoerd", "nagekomen")
"""Steps that something anyone can look at should show."""

_AHEAD = ("overwogen", "gepland")
_BEGUN = ("in_uitvoering", "deels_uitgevoerd", "uitgevoerd", "doorlopend", "deels_nagekomen", "nagekomen")
"""Steps of what is only thought of or announced, and steps after which it is more than that."""

_ROUTE = ("asked_on", "passed_on", "to_cabinet_on", "answered_on")
"""The days of a question, in the order in which they come: attributes of `Question`."""


def check_rules(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Check each record against the rules of its kind."""
    return tuple(found for item in checked for found in _check(item))


def _check(item: Checked) -> Iterator[Finding]:
    model = item.model
    if isinstance(model, Initiative) and isinstance(model.signals, tuple):
        yield from _unique(item, ("signalen",), [signal.id for signal in model.signals])
        if not model.heard_citations:
            places = (("signalen", index) for index, signal in enumerate(model.signals) if not signal.citations)
            yield from (item.say("R061", (*place, "tekst")) for place in places)
    elif isinstance(model, Measurement):
        yield from _unique(item, ("resultaten",), [result.id for result in model.results])
    elif isinstance(model, Vocabulary):
        yield from _unique(item, ("termen",), [term.id for term in model.terms])
    elif isinstance(model, Question):
        yield from _check_question(item, model)
    steps = getattr(model, "course", ())
    yield from _check_course(item, () if isinstance(steps, Absence) else steps)


def _unique(item: Checked, path: FieldPath, ids: Sequence[str]) -> Iterator[Finding]:
    first: dict[str, int] = {}
    for index, name in enumerate(ids):
        if first.setdefault(name, index) != index:
            here, there = (*path, index, "id"), (*path, first[name], "id")
            related = (Related(item.span(there), Elsewhere.FIRST),)
            yield item.say("R030", here, related=related, id=name)


def _check_course(item: Checked, steps: Sequence[Step]) -> Iterator[Finding]:
    latest: tuple[int, PartialDate] | None = None
    begun: int | None = None
    for index, step in enumerate(steps):
        path: FieldPath = ("verloop", index)
        if begun is not None and step.status in _AHEAD:
            related = (Related(item.span(("verloop", begun, "status")), Elsewhere.BEGUN),)
            yield item.say("R062", (*path, "status"), related=related, waarde=step.status)
        begun = index if step.status in _BEGUN else begun
        if isinstance(step.date, PartialDate):
            if latest is not None and step.date.surely_before(latest[1]):
                field = (*path, "datum")
                related = (Related(item.span(("verloop", latest[0], "datum")), Elsewhere.LATER_DATE),)
                yield item.say("R033", field, hint=Hint("order"), related=related)
            latest = (index, step.date)
        if step.status in _DONE and not step.evidence:
            yield item.say("R038", (*path, "status"))


def _check_route(item: Checked, question: Question) -> Iterator[Finding]:
    """No day of a question lies before one that comes first. That an answer is older has a sentence of its own."""
    before: Field | None = None
    for field in (field_of(question, name) for name in _ROUTE):
        day = field.value(question)
        if not isinstance(day, PartialDate):
            continue
        earlier = before.value(question) if before else None
        if before and isinstance(earlier, PartialDate) and day.surely_before(earlier):
            if (before.attribute, field.attribute) == (_ROUTE[0], _ROUTE[-1]):
                related = (Related(item.span((before.key,)), Elsewhere.QUESTION),)
                yield item.say("R037", (field.key,), related=related)
            else:
                related = (Related(item.span((before.key,)), Elsewhere.BEFORE),)
                yield item.say("R059", (field.key,), related=related, veld=field.key, ander=before.key)
        before = field


def _check_question(item: Checked, question: Question) -> Iterator[Finding]:
    numbers = [part.number for part in question.sub_questions]
    for index in range(1, len(numbers)):
        if numbers[index] <= numbers[index - 1]:
            path: FieldPath = ("deelvragen", index, "nr")
            related = (Related(item.span(("deelvragen", index - 1, "nr")), Elsewhere.BEFORE),)
            yield item.say("R032", path, related=related)
    for index, sub_question in enumerate(question.sub_questions):
        yield from _check_letters(item, index, sub_question)
    yield from _check_route(item, question)
    yield from check_verdicts(item, question)
    yield from check_words(item, question)
    if question.annex is not None:
        yield from _check_annex(item, question, question.annex)


def _check_letters(item: Checked, index: int, sub_question: SubQuestion) -> Iterator[Finding]:
    letters = [part.letter for part in sub_question.parts]
    if letters == [""]:
        return
    for number, letter in enumerate(letters):
        expected = ascii_lowercase[number] if number < len(ascii_lowercase) else ""
        if letter != expected:
            path: FieldPath = ("deelvragen", index, "delen", number)
            path = (*path, "letter") if letter else path
            yield item.say("R031", path, hint=Hint("letter", {"waarde": expected}))
            return


def _check_day(item: Checked, question: Question, annex: Annex) -> Iterator[Finding]:
    """The day of the data is not after that of the answer that the annex goes with."""
    day, answered = annex.as_of, question.answered_on
    if isinstance(day, PartialDate) and isinstance(answered, PartialDate) and answered.surely_before(day):
        related = (Related(item.span((field_of(question, "answered_on").key,)), Elsewhere.QUESTION),)
        yield item.say("R068", ("bijlage", "toestand_op"), related=related, waarde=day.iso, grens=answered.iso)


def _check_annex(item: Checked, question: Question, annex: Annex) -> Iterator[Finding]:
    yield from _check_day(item, question, annex)
    guided = any(part.kind == "wegwijzer" for part in annex.parts)
    if annex.status == "definitief":
        path: FieldPath = ("bijlage", "status")
        needed = [field_of(question, name) for name in _NEEDED]
        values = ((field.key, field.value(question)) for field in needed)
        missing = [key for key, value in values if isinstance(value, Absence) and value.state != NOT_APPLICABLE]
        missing += ["bijlage.toestand_op"] if isinstance(annex.as_of, Absence) else []
        for key in missing:
            yield item.say("R035", path, hint=Hint("fill_in", {"veld": key}), veld=key)
        for index, sub in enumerate(question.sub_questions if guided else ()):
            if sub.in_short is None:
                hint = Hint("fill_in", {"veld": "in_het_kort"})
                yield item.say("R035", ("deelvragen", index), hint=hint, veld="in_het_kort")
    if guided:
        yield from _check_guide(item, question)
    yield from check_coverage(item, question, annex)
    yield from _check_parts(item, annex)
    for index, part in enumerate(annex.parts):
        where: FieldPath = ("bijlage", "onderdelen", index)
        if (part.kind == "meting" or (part.kind == "grafiek" and part.chart == "meting")) and part.measurement is None:
            yield _lacking(item, where, part, "meting", hint=Hint("measurement"))
        if part.kind == "grafiek" and part.chart is None:
            yield _lacking(item, where, part, "grafiek", hint=Hint("chart"))
        statuses = _STATUSES.get(part.kind, _TOGETHER)
        if part.selection.status and part.selection.status not in statuses:
            path = (*where, "selectie", "status")
            meant = choose_from(part.selection.status, statuses)
            yield item.say("R008", path, hint=meant, waarde=part.selection.status)


_OPTIONS = ("selection", "show", "measurement", "chart")


def _check_parts(item: Checked, annex: Annex) -> Iterator[Finding]:
    """Parts that show what one before them shows, and options that a part of its kind does not read."""
    first: dict[tuple[object, ...], int] = {}
    for index, part in enumerate(annex.parts):
        where: FieldPath = ("bijlage", "onderdelen", index)
        for name in _OPTIONS:
            if name in part.model_fields_set and name not in part.read:
                key = field_of(part, name).key
                span = key_span(item.raw, (*where, key))
                yield finding("R067", span=span, field=(*where, key), veld=key, soort=part.kind)
        known = first.setdefault(part.shown, index)
        if known != index:
            before = Related(item.span(("bijlage", "onderdelen", known, "soort")), Elsewhere.FIRST)
            title = annex.parts[known].title
            yield item.say("R066", (*where, "soort"), related=(before,), naam=title)


def _check_guide(item: Checked, question: Question) -> Iterator[Finding]:
    """Sub-questions that the answer says something of, and that the guide can lead to no page of the annex."""
    for index, sub in enumerate(question.sub_questions):
        told = any(part.answer for part in sub.parts)
        if told and not any(part.rests_on for part in sub.parts):
            path: FieldPath = ("deelvragen", index)
            yield item.say("R046", path, hint=Hint("rests_on"), waarde=str(sub.number))


def _lacking(item: Checked, where: FieldPath, part: AnnexPart, key: str, *, hint: Hint) -> Finding:
    span = item.span((*where, "soort"))
    return finding("R036", span=span, hint=hint, field=where, soort=part.kind, veld=key)
