"""The steps in the course of a record: each state with its date, its proofs, and what the source says of it."""

from weerklank.document.entries import Entry
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Link, Mark, Said
from weerklank.markup import inline
from weerklank.model import Evidence, Step
from weerklank.model.fields import field_of, state_of
from weerklank.states import Shape
from weerklank.wording import capital, date_words

_NOTHING_TO_SHOW = ("overwogen", "gepland", "niet_weerhouden", "ingetrokken")
"""Steps by which nothing was done yet, or will be: there is no proof to miss."""


def step_entry(frame: Frame, step: Step) -> Entry:
    """One step: its state with a capital, its date, its proofs, and what the source says of it."""
    state = state_of(step, "status")
    links = tuple(map(proof, step.evidence))
    cited = tuple(citation for item in step.evidence for citation in item.citations)
    none = Mark("niet opgegeven", Shape.NOT_APPLICABLE)
    proven = Said(NOTHING, links=links, citations=cited) if links else Said(NOTHING, none)
    shown = () if not links and step.status in _NOTHING_TO_SHOW else (Fact(field_of(step, "evidence").label, proven),)
    facts = (*frame.facts(step, "date"), *shown)
    notes = (inline(step.note),) if step.note else ()
    return Entry(Said(NOTHING, Mark(capital(state.word), state.shape)), facts=facts, notes=notes)


def proof(shown: Evidence) -> Link:
    """Something that anyone can look at, with its date."""
    return Link(shown.title, url=shown.url, note=date_words(shown.date) if shown.date else "")
