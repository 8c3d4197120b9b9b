"""Whether a judgement on an answer says why, agrees with what stands beside it, and is shown by name or not at all.

In: a typed question. Out: findings.
"""

from collections.abc import Iterator

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Annex, Question, QuestionPart

_SAID = ("volledig", "deels", "onrechtstreeks")
"""Verdicts on something that the answer says."""


def check_verdicts(item: Checked, question: Question) -> Iterator[Finding]:
    """Each verdict against its own definition; one without a reason is a note."""
    for path, part in _judged(question):
        field = (*path, "dekking")
        for words in _against(part):
            yield finding("R041", span=item.span(field), field=field, waarde=str(part.coverage), gevonden=words)
        if not part.reason and not question.coverage_is_public:
            yield finding("R042", span=item.span(field), field=field)


def _against(part: QuestionPart) -> Iterator[str]:
    """What stands beside a verdict and contradicts it."""
    if part.coverage == "niet_vermeld" and (part.answer or part.citations):
        yield "er staat wel wat het antwoord erover zegt"
    if part.coverage in _SAID and not part.answer and not part.citations:
        yield "er staat niet wat het antwoord erover zegt"
    if part.coverage == "volledig" and part.supply is not None:
        yield "er is nog iets aan te vullen"


def check_coverage(item: Checked, question: Question, annex: Annex) -> Iterator[Finding]:
    """A judgement that readers may see has readers and reasons; one that they may not see is no part of an annex."""
    if annex.coverage == "intern":
        for index, part in enumerate(annex.parts):
            if part.kind == "dekking":
                path: FieldPath = ("bijlage", "onderdelen", index, "soort")
                yield finding("R043", span=item.span(path), hint=Hint("public"), field=path)
        return
    path = ("bijlage", "dekking")
    if not question.readers:
        yield finding("R044", span=item.span(path), hint=Hint("add"), field=path)
    for where, judged in _judged(question):
        if not judged.reason:
            field = (*where, "dekking")
            yield finding("R045", span=item.span(field), hint=Hint("add"), field=field)


def _judged(question: Question) -> Iterator[tuple[FieldPath, QuestionPart]]:
    for number, sub in enumerate(question.sub_questions):
        for index, part in enumerate(sub.parts):
            if part.coverage is not None:
                yield ("deelvragen", number, "delen", index), part
