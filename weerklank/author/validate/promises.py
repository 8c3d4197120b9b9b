"""Whether what a promise says of itself can be true together, and since when it is late.

In: typed promises and the day that is built for. Out: findings. Days are counted for authors only.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Citation, PartialDate, Promise
from weerklank.model.fields import word_of
from weerklank.wording import date_words, names_month

_UNDONE = re.compile(
    r"\b(?:nog niet|nog geen|nog te|wordt nog|worden nog|moet(?:en)? nog|loopt nog|lopen nog|deels|gedeeltelijk|"
    r"een deel|uitgesteld|geschrapt|ingetrokken|stopgezet)\b",
    re.IGNORECASE,
)
"""Words that say that not all was done."""
_SOME_OF = re.compile(r"\b([0-9]+) van de ([0-9]+)\b")
_OVER = re.compile(r"\b(?:volledig (?:klaar|uitgevoerd|afgerond)|is (?:klaar|afgerond|nagekomen))\b", re.IGNORECASE)
"""Words that say that it is over."""

_VAGUE = re.compile(
    r"\b(?:begin|midden|eind|einde|jaareinde|voorjaar|lente|zomer|najaar|herfst|winter|kwartaal|semester|helft)\b",
    re.IGNORECASE,
)
"""Words for a time that is no month."""

_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november"
_SOONER = (
    rf"\b(?:begin|midden|half|voorjaar|lente|zomer|(?:eerste|tweede|derde) kwartaal|eerste (?:helft|semester)|"
    rf"{_MONTHS})(?: (?:van|in|het|jaar))*\s+"
)
"""Words before a year for a part of it that is over before its last day."""

Clash = tuple[FieldPath, str]
"""Where something contradicts, and in which words."""


def check_promises(checked: tuple[Checked, ...], *, on: date) -> tuple[Finding, ...]:
    """Check every promise; `on`: the day that is built for."""
    return tuple(found for item in checked if isinstance(item.model, Promise) for found in _check(item, item.model, on))


def _check(item: Checked, promise: Promise, on: date) -> Iterator[Finding]:
    for path, words in (*_notes(promise), *_order(promise), *_closing(promise)):
        yield item.say("R070", path, hint=Hint("agree"), gevonden=words)
    yield from _moves(item, promise)
    for path, day in _unsaid(promise):
        yield item.say("R074", path, hint=Hint("term"), waarde=day.iso)
    for path, day, words in _sooner(promise):
        yield item.say("R101", path, hint=Hint("last_day", {"woorden": words}), waarde=day.iso, woorden=words)
    if promise.due_words and promise.deadline is None:
        yield item.say("R071", ("termijn",), hint=Hint("last_day"))
    if not isinstance(promise.closed_by, Absence) and promise.closed_by == promise.promised_by:
        yield item.say("R072", ("afgesloten_door",), waarde=promise.closed_by)
    if promise.is_late(on) and promise.last_day is not None:
        days = str((on - promise.last_day.first_day).days)
        field: FieldPath = ("verschoven", len(promise.moved) - 1, "naar") if promise.moved else ("uiterlijk",)
        yield item.say("R073", field, waarde=promise.last_day.iso, aantal=days)


def _moves(item: Checked, promise: Promise) -> Iterator[Finding]:
    """Each move starts from the term that held, ends later, and was not said before the one above it.

    A month or a year counts to its last day, so that is what is compared.
    """
    where: FieldPath = ("uiterlijk",)
    held: object = promise.due
    said: tuple[FieldPath, PartialDate] | None = None
    for index, moved in enumerate(promise.moved):
        path: FieldPath = ("verschoven", index)
        before, after = moved.before.last_day, moved.after.last_day
        if isinstance(held, PartialDate) and held.last_day != before:
            related = (Related(item.span(where), Elsewhere.BEFORE),)
            given, was = moved.before.iso, held.iso
            missing = Hint("missing", {"gevonden": given, "waarde": was})
            hint = missing if held.last_day < before else Hint("held", {"waarde": was})
            yield item.say("R057", (*path, "van"), hint=hint, related=related, gevonden=given, waarde=was)
        if after < before or (after == before and not moved.after_words):
            hint = Hint("earlier" if after < before else "joins" if index else "stays")
            yield item.say("R058", (*path, "naar"), hint=hint, gevonden=moved.before.iso, waarde=moved.after.iso)
        if isinstance(moved.said_on, PartialDate):
            if said and moved.said_on.surely_before(said[1]):
                related = (Related(item.span(said[0]), Elsewhere.LATER_DATE),)
                yield item.say("R100", (*path, "op"), hint=Hint("order"), related=related)
            said = (*path, "op"), moved.said_on
        held, where = moved.after, (*path, "naar")


@dataclass(frozen=True)
class _Deadline:
    """A deadline with the words for it: those typed beside it, and those quoted."""

    path: FieldPath
    day: PartialDate
    words: str
    quoted: str


def _terms(promise: Promise) -> Iterator[_Deadline]:
    if isinstance(promise.due, PartialDate):
        yield _Deadline(("uiterlijk",), promise.due, promise.due_words, _quoted((*promise.words, *promise.citations)))
    for index, step in enumerate(promise.moved):
        yield _Deadline(("verschoven", index, "naar"), step.after, step.after_words, _quoted(step.citations))


def _quoted(citations: tuple[Citation, ...]) -> str:
    return " ".join(citation.quotation for citation in citations)


def _unsaid(promise: Promise) -> Iterator[tuple[FieldPath, PartialDate]]:
    """Deadlines with a month that none of the words quoted for them names, and without the words themselves."""
    for term in _terms(promise):
        day, quoted = term.day, term.quoted
        if day.month and not term.words and (str(day.year) in quoted or _VAGUE.search(quoted)):
            # "Before the first of July" is the last of June.
            months = {day.month, (day.last_day + timedelta(days=1)).month if day.day else day.month}
            if not any(names_month(quoted, month) for month in months):
                yield term.path, day


def _sooner(promise: Promise) -> Iterator[tuple[FieldPath, PartialDate, str]]:
    """Deadlines of a year alone, whose words name a part of it that is over before 31 December."""
    for term in _terms(promise):
        found = re.search(rf"{_SOONER}{term.day.year}\b", term.words or term.quoted, re.IGNORECASE)
        if found and not term.day.month:
            yield term.path, term.day, " ".join(found[0].split())


def _notes(promise: Promise) -> Iterator[Clash]:
    """A step whose own remark says something else than its state."""
    for index, step in enumerate(promise.steps):
        path: FieldPath = ("verloop", index, "toelichting")
        if step.status == "nagekomen":
            some = _SOME_OF.search(step.note)
            found = _UNDONE.search(step.note) or (some if some and int(some[1]) < int(some[2]) else None)
        else:
            found = _OVER.search(step.note) if step.status == "in_uitvoering" else None
        if found:
            yield path, f"de toestand is {word_of(step, 'status')}, en de toelichting zegt “{found[0]}”"


def _order(promise: Promise) -> Iterator[Clash]:
    """What came before it was promised, and a deadline that moved after it was kept."""
    said = promise.said_on
    if isinstance(said, PartialDate):
        dated: list[tuple[FieldPath, object]] = [(("uiterlijk",), promise.due), (("afgesloten_op",), promise.closed_on)]
        dated += [(("verloop", index, "datum"), step.date) for index, step in enumerate(promise.steps)]
        dated += [(("verschoven", index, "op"), step.said_on) for index, step in enumerate(promise.moved)]
        for path, value in dated:
            if isinstance(value, PartialDate) and value.surely_before(said):
                yield path, f"de toezegging is van {date_words(said)}"
    last = promise.steps[-1] if promise.steps else None
    if last and last.status == "nagekomen" and isinstance(last.date, PartialDate):
        for index, step in enumerate(promise.moved):
            if isinstance(step.said_on, PartialDate) and last.date.surely_before(step.said_on):
                yield ("verschoven", index, "op"), f"ze is al nagekomen, volgens de stap van {date_words(last.date)}"


def _closing(promise: Promise) -> Iterator[Clash]:
    """Closed while it still runs, or before its last step."""
    if isinstance(promise.closed_by, Absence):
        return
    if promise.status in (None, "in_uitvoering"):
        yield ("afgesloten_door",), "de laatste stap van het verloop zegt dat ze nog loopt"
    last = promise.steps[-1].date if promise.steps else None
    if promise.closed_on and isinstance(last, PartialDate) and promise.closed_on.surely_before(last):
        yield ("afgesloten_op",), f"de laatste stap is van {date_words(last)}"
