"""Whether what a question says of itself fits its kind, and whether an answer that is called literal is so.

In: typed questions and stored texts. Out: findings.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from textwrap import shorten

from weerklank.author.quotations import ELISION, Passage, StoredText
from weerklank.author.validate.citations import Stored
from weerklank.author.validate.places import Checked, within
from weerklank.findings import Finding, Related, finding
from weerklank.markup import plain
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, AbsenceKey, Citation, Question
from weerklank.model.fields import word_of

_PIECE = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+]|[0-9]+\.)\s)")
"""What stands between two paragraphs or items of an author's Markdown."""
_SHOWN = 80
_SEVERAL = 2


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
    """Paragraphs of an answer that no stored text has which the question cites, and those of a text it leaves out."""
    names = {piece.source.id for _, piece in item.pieces if isinstance(piece, Citation)}
    names |= {question.source.id} if question.source else set()
    texts = [stored[name] for name in sorted(names & stored.keys())]
    if question.answer_kind != "letterlijk" or not texts:
        return
    pieces = [(piece, line) for piece in _PIECE.split(question.body) if (line := plain(piece))]
    known = [line for _, line in pieces if any(text.says(line) for text in texts)]
    for piece, line in pieces:
        if line not in known:
            span = within(item.raw, ("tekst",), piece.strip().split("\n")[0])
            yield finding("V025", span=span, field=("tekst",), hint=Hint("summary"), woorden=_cut(line))
    if not ELISION.search(question.body):
        for text in texts:
            for passage in _skipped(text.text, known):
                start, end = passage.start, passage.end
                place = Related(text.source.span(start, end), Elsewhere.SOURCE)
                yield item.say("V028", ("tekst",), hint=Hint("elision"), related=(place,), woorden=_cut(passage.text))


def _skipped(text: StoredText, lines: Iterable[str]) -> Iterator[Passage]:
    """The paragraphs between the first and the last that an answer has of a text, or to the end of the part it ends in.

    Headings are left alone: a page has its own. So is a text of which the answer has one paragraph only.
    """
    found = {number - 1 for line in lines for number in text.find(line) or ()}
    if len(found) < _SEVERAL:
        return
    begins = [start for start in text.starts if start is not None and start > max(found)]
    end = min(begins, default=len(text.passages)) if text.parts else max(found)
    for passage in text.passages[min(found) : end]:
        if passage.number - 1 not in found and passage.kind != "titel":
            yield passage


def _cut(text: str) -> str:
    """The first words of a paragraph."""
    return shorten(text, _SHOWN, placeholder=" …")
