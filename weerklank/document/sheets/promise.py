"""A promise as a sheet: its words, who made it to whom, by when, how often that moved, and what came of it."""

from weerklank.document.blocks import Block, Facts, Section
from weerklank.document.entries import Entries, Entry, Links, Quotes
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Said, mark, record_link
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.document.sheets.steps import step_entry
from weerklank.markup import inline
from weerklank.model import Absence
from weerklank.model.fields import field_of, state_of
from weerklank.model.promise import Moved, Promise
from weerklank.wording import counted, date_words


def promise(frame: Frame, item: Promise) -> Sheet:
    """The sheet of a promise."""
    state = tuple(
        Fact(field_of(step, "status").label, Said(NOTHING, mark(state_of(step, "status")))) for step in item.steps[-1:]
    )
    facts = frame.facts(item, "promised_by", "promised_to", "question", "said_on", "due", "due_words", "closed_by")
    said: list[Block] = [Quotes(item.words)] if item.words else []
    said.append(Facts(f"{item.title}: feiten", (*state, *facts, *frame.used_in(item))))
    sections = [Section(frame.id("toezegging"), "Wat toegezegd is", tuple(said))]
    if item.moved:
        times = inline(f"{counted(len(item.moved), 'keer', 'keer')} verschoven.")
        moved = Entries("steps", tuple(_moved(frame, step) for step in item.moved))
        label = field_of(item, "moved").label
        sections.append(Section(frame.id("verschoven"), label, (moved,), note=times))
    sections.append(Section(frame.id("verloop"), field_of(item, "course").label, _course(frame, item)))
    if item.adjustments:
        led = Links(tuple(record_link(frame.corpus, ref) for ref in item.adjustments))
        sections.append(Section(frame.id("bijsturingen"), field_of(item, "adjustments").label, (led,)))
    return finished(frame, item, "Toezegging", item.summary, tuple(sections))


def _course(frame: Frame, item: Promise) -> tuple[Block, ...]:
    """What came of it: each step, or that no step is known; and why it was withdrawn."""
    if isinstance(item.course, Absence):
        silent = frame.fact(item, "course", label=field_of(item, "course").absent)
        known: Block = Facts(f"{item.title}: verloop", silent)
    else:
        known = Entries("steps", tuple(step_entry(frame, step) for step in item.course))
    why = frame.fact(item, "reason")
    return (known, Facts("Waarom niet", why)) if why else (known,)


def _moved(frame: Frame, step: Moved) -> Entry:
    """A deadline that was moved, as from what to what."""
    name = f"Van {date_words(step.before)} naar {date_words(step.after)}"
    return Entry(Said(inline(name)), facts=frame.facts(step, "said_on", "reason"), citations=step.citations)
