"""The course of a record in an annex: each step with its day and what the source says of it.

In: steps of a record. Out: facts, one for each step.
"""

from collections.abc import Iterable, Iterator

from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Said
from weerklank.markup import inline
from weerklank.model import Absence, PartialDate, Step
from weerklank.model.fields import state_of
from weerklank.wording import capital, date_words


def steps(course: Iterable[Step]) -> Iterator[Fact]:
    """Each step by its state."""
    for step in course:
        word = capital(state_of(step, "status").word)
        yield Fact(word, Said(inline(dated(step.date, step.note)), citations=citations_in(step)))


def dated(day: PartialDate | Absence, note: str) -> str:
    """A step with its day; one without either says that it was."""
    when = "" if isinstance(day, Absence) else date_words(day)
    return ". ".join(piece for piece in (when, note) if piece) or "datum niet vermeld"
