"""Whether a judgement on an answer says why, agrees with what stands beside it, and is shown by name or not at all.

In: a typed question. Out: findings.
"""

import re
from collections.abc import Iterator

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked, within
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Annex, Question, QuestionPart

_SAID = ("volledig", "deels", "onrechtstreeks")
"""Verdicts on something that the answer says."""
_UNSAID = "niet_vermeld"
"""The verdict on what the answer does not say."""
_UNREAD = "niet_te_beoordelen"
"""The verdict on what may stand in a document that was not read; words that name the document go with it."""
_BLAME = re.compile(
    r"\b(?:onbeantwoord|ontwij|ontweek|ontwek|(?:ver|stil)?zwijg|(?:ver)?zweeg|weiger|verdoezel|verhul)\w*",
    re.IGNORECASE,
)
"""Words that judge who answers, where the sentence should say what stands there."""
_WHY = {
    "niet_gemeten": "er staat niet waarom er niet gemeten is",
    "niet_te_beoordelen": "er staat niet welk stuk niet gelezen is",
    "niet_van_toepassing": "er staat niet welke voorwaarde niet vervuld is",
}
"""Verdicts that are about something which only their reason, or a decision, names."""


def check_verdicts(item: Checked, question: Question) -> Iterator[Finding]:
    """Each verdict against its own definition; one without a reason is a note."""
    for path, part in _judged(question):
        field = (*path, "dekking")
        faults = tuple(against(part))
        for words, hint in faults:
            yield finding(
                "R041",
                span=item.span(field),
                hint=hint,
                field=field,
                waarde=str(part.coverage),
                gevonden=words,
            )
        if not faults and not part.reason and not question.coverage_is_public:
            yield finding("R042", span=item.span(field), field=field)


def check_words(item: Checked, question: Question) -> Iterator[Finding]:
    """Sentences that every reader sees and that blame: an agency does not judge the minister whom it answers for."""
    for index, sub in enumerate(question.sub_questions):
        path: FieldPath = ("deelvragen", index, "in_het_kort", "tekst")
        for match in _BLAME.finditer(sub.in_short.text if sub.in_short else ""):
            yield finding("R064", span=within(item.raw, path, match[0]), field=path, woorden=match[0])


def against(part: QuestionPart) -> Iterator[tuple[str, Hint]]:
    """What stands beside a verdict and contradicts it, or what should stand there; and the hint that mends it."""
    verdict, said = str(part.coverage), bool(part.answer or part.citations)
    if (verdict == _UNSAID and said) or (verdict == _UNREAD and part.answer):
        yield "er staat wel wat het antwoord erover zegt", Hint("said")
    if verdict in _SAID and not said:
        yield "er staat niet wat het antwoord erover zegt", Hint("unsaid")
    if verdict == "volledig" and part.supply is not None:
        yield "er is nog iets aan te vullen", Hint("open")
    if verdict == "cijfer_niet_vermeld" and not said and not part.rests_on:
        yield "er staat niet waaruit blijkt dat ernaar gevraagd is", Hint("unsaid")
    if verdict in _WHY and not part.reason and not _decided(part):
        yield _WHY[verdict], Hint("why")


def _decided(part: QuestionPart) -> bool:
    """Whether a decision says why there is no measurement."""
    return part.coverage == "niet_gemeten" and any(ref.kind == "beslissing" for ref in part.rests_on)


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
