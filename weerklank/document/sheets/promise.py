"""A promise as a sheet: its words, who made it to whom, by when, how often that moved, and what came of it."""

from dataclasses import replace

from weerklank.document.blocks import Block, Facts, Section
from weerklank.document.entries import Entries, Entry, Links, Quotes
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Said, mark, record_link
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.document.sheets.steps import proof, step_entry
from weerklank.document.sheets.verdicts import verdict_blocks
from weerklank.facts.promises import from_to, late_words, times_moved
from weerklank.markup import inline
from weerklank.model import Absence
from weerklank.model.fields import field_of, state_of
from weerklank.model.promise import Moved, Promise, PromiseStep
from weerklank.states import LATE
from weerklank.wording import capital

_TERM = "Termijn"


def promise(frame: Frame, item: Promise) -> Sheet:
    """The sheet of a promise."""
    facts = frame.facts(item, "promised_by", "promised_to", "question", "said_on", "due", "due_words")
    said: list[Block] = [Quotes(item.words)] if item.words else []
    certain = _certain(frame, item)
    said.append(Facts(f"{item.title}: feiten", (*_state(frame, item), *facts, *certain, *frame.used_in(item))))
    sections = [Section(frame.id("toezegging"), "Wat toegezegd is", tuple(said))]
    if item.moved:
        times = inline(f"{capital(times_moved(item))}.")
        moved = Entries("steps", tuple(_moved(frame, step) for step in item.moved))
        label = field_of(item, "moved").label
        sections.append(Section(frame.id("verschoven"), label, (moved,), note=times))
    sections.append(Section(frame.id("verloop"), field_of(item, "course").label, _course(frame, item)))
    if said_of := verdict_blocks(frame, item):
        heading = field_of(item, "verdicts").label
        sections.append(Section(frame.id("oordeel"), heading, said_of[1:]))
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
    closed = closing(frame, item)
    return (
        known,
        *((Facts("Waarom niet", why),) if why else ()),
        *((Facts(f"{item.title}: afgesloten", closed),) if closed else ()),
    )


def _state(frame: Frame, item: Promise) -> tuple[Fact, ...]:
    """How it stands: late, with the day of its deadline, beside the last step that a source tells of."""
    label = field_of(PromiseStep, "status").label
    steps = tuple(Fact(label, Said(NOTHING, mark(state_of(step, "status")))) for step in item.steps[-1:])
    if item.id not in frame.corpus.overdue:
        return steps
    return (Fact(_TERM, Said(NOTHING, mark(LATE, word=late_words(item)))), *steps)


def _certain(frame: Frame, item: Promise) -> tuple[Fact, ...]:
    """That it was certain before it was promised, and so is counted apart."""
    (fact,) = frame.fact(item, "already_certain") or (None,)
    return (replace(fact, value=replace(fact.value, citations=item.certain_citations)),) if fact else ()


def closing(frame: Frame, item: Promise) -> tuple[Fact, ...]:
    """Who closed it, when, and what shows that."""
    proofs = tuple(proof(item_) for item_ in item.closed_with)
    cited = tuple(citation for item_ in item.closed_with for citation in item_.citations)
    shown = (Fact(field_of(item, "closed_with").label, Said(NOTHING, links=proofs, citations=cited)),) if proofs else ()
    return (*frame.facts(item, "closed_by", "closed_on"), *shown)


def _moved(frame: Frame, step: Moved) -> Entry:
    """A deadline that was moved, as from what to what."""
    facts = frame.facts(step, "after_words", "said_on", "reason")
    return Entry(Said(inline(capital(from_to(step)))), facts=facts, citations=step.citations)
