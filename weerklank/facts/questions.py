"""What a question is called, by its kind; what its answer is; which questions go on from another.

In: a question, or the public corpus. Out: words in the form that a sentence needs, and references. Every sentence that
names a kind of question takes its words here.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.corpus import Corpus
from weerklank.model import Absence, PartialDate, Question, Ref
from weerklank.model.question import Converted, QuestionKind
from weerklank.states import LEFT_OUT, NOT_APPLICABLE
from weerklank.wording import capital, date_words, listing


@dataclass(frozen=True)
class Called:
    """What one question of a kind is called, with its article, in one word, and more of them."""

    one: str
    the: str
    short: str
    many: str


CALLED: Mapping[QuestionKind, Called] = {
    "schriftelijke_vraag": Called("schriftelijke vraag", "de schriftelijke vraag", "vraag", "schriftelijke vragen"),
    "vraag_om_uitleg": Called("vraag om uitleg", "de vraag om uitleg", "vraag", "vragen om uitleg"),
    "actuele_vraag": Called("actuele vraag", "de actuele vraag", "vraag", "actuele vragen"),
    "interpellatie": Called("interpellatie", "de interpellatie", "interpellatie", "interpellaties"),
    "verzoek": Called("verzoek", "het verzoek", "verzoek", "verzoeken"),
}
"""The kinds of question, in the order in which a sentence lists them."""


def called(question: Question) -> Called:
    """What this question is called."""
    return CALLED[question.kind]


def numbered(question: Question) -> str:
    """Its kind with its number, or in which state that is not there: "Vraag om uitleg, nr. 12"."""
    kind, number = capital(called(question).one), question.number
    if not isinstance(number, Absence):
        return f"{kind}, nr. {number}"
    return kind if number.state in (NOT_APPLICABLE, LEFT_OUT) else f"{kind}, nummer {number.state.word}"


def converted(step: Converted) -> str:
    """What a question was before, until when: "schriftelijke vraag nr. 12, omgezet op 20 mei 2026"."""
    number = f" nr. {step.number}" if step.number else ""
    return f"{CALLED[step.kind].one}{number}{_when(step.on)}"


def _when(on: PartialDate | Absence) -> str:
    if isinstance(on, PartialDate):
        return f", omgezet {'op' if on.day else 'in'} {date_words(on)}"
    return f", datum {on.state.word}: {on.reason}" if on.reason else ""


def is_literal(question: Question) -> bool:
    """Whether its text gives the words of the answer, not what somebody says that they come to."""
    return question.answer_kind == "letterlijk"


def kinds_in(corpus: Corpus) -> str:
    """The kinds that occur, as the subject of a sentence: "Schriftelijke vragen en interpellaties"."""
    found = {question.kind for question in corpus.questions}
    return capital(listing(words.many for kind, words in CALLED.items() if kind in found)) or "Vragen"


def follow_ups(corpus: Corpus, question: Question) -> tuple[Ref, ...]:
    """The questions that say that they refer to this one."""
    uses = corpus.index.uses.get(question.ref, ())
    return tuple(use.by for use in uses if use.field == "verwijst_naar" and use.by.kind == "vraag")
