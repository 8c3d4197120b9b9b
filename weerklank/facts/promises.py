"""How promises stand: which are late, still running, kept or withdrawn, and how many of each.

In: the public corpus, which knows which promises are late on the day of the build. Out: `Stance` values, groups in
the order in which readers need them, and the sentence that counts them. What was already certain when it was promised
is a group apart and is counted in no other. No figure here counts days.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.model import Absence, PartialDate, Promise, Question
from weerklank.model.fields import state_of
from weerklank.model.promise import PROMISES, Moved
from weerklank.order import by_title, newest_first
from weerklank.states import LATE, NOT_STATED, Shape, State
from weerklank.wording import capital, counted, date_words

_STATE = {state.key: state for state in PROMISES}
RUNNING = State("loopt", "loopt nog", Shape.PLANNED, "De termijn is nog niet voorbij.")
UNDATED = State("zonder_termijn", "zonder termijn", Shape.SILENT, "De bron noemt geen dag; nog niet alles is gedaan.")
KEPT, PARTLY, WITHDRAWN = _STATE["nagekomen"], _STATE["deels_nagekomen"], _STATE["ingetrokken"]
CLOSED = State("afgesloten", "afgesloten", Shape.SILENT, "Iemand sloot ze af. Wat ervan kwam, is niet vermeld.")
GROUPS: tuple[State, ...] = (LATE, RUNNING, UNDATED, KEPT, PARTLY, CLOSED, WITHDRAWN)
"""How a promise can stand, what asks for attention first. `CLOSED`: by somebody, with no step that ends it."""


@dataclass(frozen=True)
class Stance:
    """How one promise stands: its `group`, and in `words` when it ended or was to end."""

    item: Promise
    group: State
    words: str


def standing(corpus: Corpus, item: Promise) -> Stance:
    """How a promise of this corpus stands."""
    if item.id in corpus.overdue:
        return Stance(item, LATE, late_words(item))
    if item.is_open:
        return Stance(item, RUNNING if item.deadline else UNDATED, "")
    if item.status in (None, "in_uitvoering"):
        return Stance(item, CLOSED, "")
    if item.status == PARTLY.key:
        return Stance(item, PARTLY, "")
    return Stance(item, _STATE[str(item.status)], _ended(item))


def late_words(item: Promise) -> str:
    """That it is late, with the last day on which it was not: "te laat: termijn verstreken op 30 juni 2023"."""
    return f"{LATE.word}: {lapsed(item)}"


def lapsed(item: Promise) -> str:
    """On which day its deadline was over, in words."""
    assert item.last_day is not None
    return f"termijn verstreken op {date_words(item.last_day)}"


def last_step(item: Promise) -> str:
    """How far it is by its last step: "in uitvoering (maart 2026)"; "" where no step is known."""
    if not item.steps:
        return ""
    last = item.steps[-1]
    when = "" if isinstance(last.date, Absence) else f" ({date_words(last.date)})"
    return f"{state_of(last, 'status').word}{when}"


def _ended(item: Promise) -> str:
    """When it was kept or withdrawn, and whether that was after its deadline."""
    on = item.steps[-1].date
    if isinstance(on, Absence):
        return ""
    said = f"{item.steps[-1].status} {'op' if on.day else 'in'} {date_words(on)}"
    after = item.status == "nagekomen" and item.last_day is not None and item.last_day.surely_before(on)
    return f"{said}, na de termijn" if after else said


def in_force(item: Promise) -> str:
    """The deadline that holds now, with the words of the source where these are vague, and how often it was moved."""
    said = item.deadline_words
    if item.deadline is None:
        return f"termijn: “{said}”, geen dag vermeld" if said else "geen termijn vermeld"
    day = date_words(item.last_day) if said and item.last_day else date_words(item.deadline)
    words = f"termijn: “{said}”, dus uiterlijk {day}" if said else f"termijn: {day}"
    return f"{words}, {times_moved(item)}" if item.moved else words


def times_moved(item: Promise) -> str:
    """How often its deadline was moved to another day: "2 keer verschoven"."""
    times = sum(not step.stays for step in item.moved)
    return f"{counted(times, 'keer', 'keer')} verschoven" if times else "niet verschoven"


def from_to(step: Moved) -> str:
    """From when to when a deadline was moved, or that it is the same day in other words."""
    day = date_words(step.after)
    return f"gebleven op {day}" if step.stays else f"van {date_words(step.before)} naar {day}"


@once
def standings(corpus: Corpus) -> Mapping[State, tuple[Stance, ...]]:
    """The promises of each group, late ones first by deadline, the others newest first; nothing was certain before."""
    found: dict[State, list[Stance]] = {group: [] for group in GROUPS}
    for item in newest_first(corpus.every(Promise), dated=lambda promise: promise.said_on):
        if not item.already_certain:
            stands = standing(corpus, item)
            found[stands.group].append(stands)
    for group in (LATE, RUNNING):
        found[group].sort(key=lambda stands: stands.item.last_day or PartialDate(9999))
    return {group: tuple(items) for group, items in found.items()}


@once
def certain(corpus: Corpus) -> tuple[Stance, ...]:
    """The promises of what was already certain when it was promised: told, and counted apart."""
    items = newest_first(corpus.every(Promise), dated=lambda promise: promise.said_on)
    return tuple(standing(corpus, item) for item in items if item.already_certain)


STOOD = "stond al vast"
"""How a promise stands of what was already certain."""


def in_order(corpus: Corpus) -> tuple[Stance, ...]:
    """Every promise: what asks for attention first, and what was already certain last."""
    return (*(stands for group in standings(corpus).values() for stands in group), *certain(corpus))


def made_at(corpus: Corpus, question: Question) -> tuple[Promise, ...]:
    """The promises that were made at a question, by title."""
    found = (corpus.get(use.by) for use in corpus.index.uses.get(question.ref, ()) if use.field == "vraag")
    return by_title(item for item in found if isinstance(item, Promise))


def statement(corpus: Corpus) -> str:
    """What the list proves, in sentences: how many there are, of which so many were certain, were kept, are late."""
    groups = standings(corpus)
    total, kept, late = sum(map(len, groups.values())), len(groups[KEPT]), len(groups[LATE])
    before = len(certain(corpus))
    certainly = "vaststond toen ze toegezegd werd" if before == 1 else "vaststonden toen ze toegezegd werden"
    if not total:
        return f"{_promises(before)}, die al {certainly}." if before else ""
    verb = "is" if 1 in (kept, total) else "zijn"
    first = f"Van {_promises(total)} {verb} er {kept or 'nog geen'} nagekomen."
    if before:
        every = f"{_promises(total + before)}, waarvan er {before} al {certainly}."
        others = "De andere is" if total == 1 else f"Van de {total} andere {verb} er"
        how = ("nagekomen" if kept else "nog niet nagekomen") if total == 1 else f"{kept or 'nog geen'} nagekomen"
        first = f"{every} {others} {how}."
    if late:
        return f"{first} {late} {'is' if late == 1 else 'zijn'} te laat."
    return first if corpus.overdue else f"{first} Geen enkele is te laat."


def _promises(number: int) -> str:
    return counted(number, "toezegging", "toezeggingen")


def shown_state(corpus: Corpus, item: Promise) -> State:
    """The state that is drawn for it: late, else its last step; where no step is known, that."""
    if item.id in corpus.overdue:
        return LATE
    return state_of(item.steps[-1], "status") if item.steps else _unknown(item)


def _unknown(item: Promise) -> State:
    return item.course.state if isinstance(item.course, Absence) else NOT_STATED


@dataclass(frozen=True)
class Event:
    """Something that happened to a promise. `key`: which one it is of that promise, for ever."""

    key: str
    on: PartialDate
    words: str


def events(corpus: Corpus, item: Promise) -> tuple[Event, ...]:
    """What happened to a promise on a day that is known: said, moved, a step, closed; and that it became late."""
    found: list[tuple[str, object, str]] = [("gezegd", item.said_on, f"Toegezegd. {item.summary}")]
    for number, step in enumerate(item.moved, start=1):
        literal = f" (“{step.after_words}”)" if step.after_words else ""
        words = f"{'Termijn' if step.stays else 'Verschoven'} {from_to(step)}{literal}."
        found.append((f"verschoven-{number}", step.said_on, words))
    for number, course in enumerate(item.steps, start=1):
        word = f"{capital(state_of(course, 'status').word)}. {course.note}"
        found.append((f"stap-{number}", course.date, word.strip()))
    if item.closed_on:
        by = "" if isinstance(item.closed_by, Absence) else f" door: {item.closed_by}"
        found.append(("afgesloten", item.closed_on, f"Afgesloten{by}."))
    if item.id in corpus.overdue and item.last_day:
        found.append((f"te-laat-{item.last_day.iso}", item.last_day, f"{capital(late_words(item))}."))
    return tuple(Event(key, on, words) for key, on, words in found if isinstance(on, PartialDate))
