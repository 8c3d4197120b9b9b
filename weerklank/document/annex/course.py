"""The course of a record in an annex: each step with its day and what the source says of it.

In: steps of a record. Out: facts, one for each step and one for its proofs.
"""

from collections.abc import Iterable, Iterator

from weerklank.document.numbering import citations_in
from weerklank.document.parts import NOTHING, Fact, Said
from weerklank.document.sheets.steps import proof
from weerklank.markup import inline
from weerklank.model import Absence, PartialDate, Step, said_absent
from weerklank.model.fields import field_of, state_of
from weerklank.states import UNFILLED
from weerklank.wording import capital, date_words


def steps(course: Iterable[Step]) -> Iterator[Fact]:
    """Each step by its state, and what anyone can look at that shows it."""
    for step in course:
        word = capital(state_of(step, "status").word)
        yield Fact(word, Said(inline(dated(step.date, step.note)), citations=citations_in(step)))
        if step.evidence:
            yield Fact(field_of(step, "evidence").label, Said(NOTHING, links=tuple(map(proof, step.evidence))))


def dated(day: PartialDate | Absence, note: str) -> str:
    """A step with its day; one without either says that it was."""
    when = "" if isinstance(day, Absence) else date_words(day)
    return (
        ". ".join(piece for piece in (when, note) if piece)
        or f"datum {day.state.word if said_absent(day) else UNFILLED}"
    )
