"""Whether what a question says of itself fits its kind, and whether an answer that is called literal is so.

In: typed questions and stored texts. Out: findings.
"""

import re
from collections.abc import Iterator, Mapping

from weerklank.author.validate.citations import Stored
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding
from weerklank.markup import plain
from weerklank.messages import Hint
from weerklank.model import Absence, AbsenceKey, Citation, Question
from weerklank.model.fields import word_of

_PIECE = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|[0-9]+\.)\s)")
"""What stands between two paragraphs or items of an author's Markdown."""


def check_asking(checked: tuple[Checked, ...], stored: Mapping[str, Stored]) -> tuple[Finding, ...]:
    """Check every question against its own kind, and its answer against the texts that it cites."""
    return tuple(
        found
        for item in checked
        if isinstance(item.model, Question)
        for found in (*_kind(item, item.model), *_answer(item, item.model, stored))
    )


def _kind(item: Checked, question: Question) -> Iterator[Finding]:
    """A term where there is none, and a question that would have become what it was."""
    kind = word_of(question, "kind")
    none = isinstance(question.term, Absence) and question.term.key is AbsenceKey.NOT_APPLICABLE
    if "term" in question.model_fields_set and not question.has_term and not none:
        yield item.say("R060", ("termijn",), hint=Hint("no_term"), veld="termijn", soort=kind)
    if question.converted and question.converted[-1].kind == question.kind:
        path = ("omgezet", len(question.converted) - 1, "uit")
        yield item.say("R060", path, hint=Hint("now"), veld="omgezet", soort=kind)


def _answer(item: Checked, question: Question, stored: Mapping[str, Stored]) -> Iterator[Finding]:
    """The first paragraph of an answer that stands in none of the stored texts that the question cites."""
    names = {piece.source.id for _, piece in item.pieces if isinstance(piece, Citation)}
    texts = [
        stored[name] for name in sorted(names | ({question.source.id} if question.source else set())) if name in stored
    ]
    if question.answer_kind != "letterlijk" or not texts:
        return
    for line in filter(None, map(plain, _PIECE.split(question.body))):
        if not any(text.says(line) for text in texts):
            yield item.say("V025", ("tekst",), hint=Hint("summary"), woorden=line[:80])
            return
