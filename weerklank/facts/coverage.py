"""How far an answer covers the question: per part, per sub-question and in all.

In: a question record. Out: counts per coverage state in the order of the vocabulary.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from weerklank.model import Question, SubQuestion
from weerklank.states import COVERAGES, State, coverage
from weerklank.wording import counted

UNANSWERED = "niet_vermeld"


@dataclass(frozen=True)
class Coverage:
    """`counts`: (state, number of parts) for every state of the vocabulary, zeros included; nobody judged the rest."""

    sub_questions: int
    parts: int
    counts: tuple[tuple[State, int], ...]

    def number(self, key: str) -> int:
        """How many parts have this coverage."""
        return next(number for state, number in self.counts if state.key == key)


def coverage_of(question: Question) -> Coverage:
    """Count the parts of all sub-questions per coverage state."""
    found = Counter[str | None](part.coverage for sub in question.sub_questions for part in sub.parts)
    counts = tuple((state, found[state.key]) for state in COVERAGES)
    return Coverage(len(question.sub_questions), found.total(), counts)


def in_words(sub: SubQuestion, *, word: Callable[[State], str] = attrgetter("word"), unjudged: str = "") -> str:
    """The coverage of one sub-question in words: "a, b: deels; c: niet vermeld".

    `word`: how a verdict is called; `unjudged`: what nobody judged, which is left out when that is "".
    """
    groups: dict[str, list[str]] = {}
    for part in sub.parts:
        called = word(coverage(part.coverage)) if part.coverage else unjudged
        if called:
            groups.setdefault(called, []).append(part.letter)
    return "; ".join(
        f"{', '.join(filter(None, letters))}: {called}".removeprefix(": ") for called, letters in groups.items()
    )


def statement(found: Coverage) -> str:
    """One sentence that the matrix proves."""
    full, silent = found.number("volledig"), found.number(UNANSWERED)
    first = (
        "Geen enkel deel is volledig beantwoord"
        if full == 0
        else f"{full} van de {found.parts} delen zijn volledig beantwoord"
        if full != 1
        else f"1 van de {found.parts} delen is volledig beantwoord"
    )
    if silent == 0:
        return f"{first}."
    verb = "is" if silent == 1 else "zijn"
    return f"{first}, {silent} van de {found.parts} {verb} niet behandeld."


def size(found: Coverage) -> str:
    """How many sub-questions and parts: "10 deelvragen, 23 delen"."""
    return f"{counted(found.sub_questions, 'deelvraag', 'deelvragen')}, {counted(found.parts, 'deel', 'delen')}"
