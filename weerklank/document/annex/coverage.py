"""How far the answer goes, for an annex whose organisation lets readers see that: who judged, the matrix, each part.

In: a `Scope`. Out: blocks with the coverage matrix and the answers, and the tables behind them.
"""

from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import AnswerRow, Answers, Assertion, Legend, Matrix, MatrixRow, Remark
from weerklank.document.parts import mark, record_link
from weerklank.facts.annexes import answer_words, answers_table, counted_refs, coverage_table, label, rests_on
from weerklank.facts.coverage import Coverage, coverage_of, in_words, size, statement
from weerklank.markup import inline
from weerklank.model import AnnexPart, Question, SubQuestion
from weerklank.states import coverage
from weerklank.wording import date_words, listing


def judgement(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """One sentence, who judged, the matrix, what the marks mean, and what the answer gives per part."""
    question, corpus = scope.question, scope.corpus
    if not question.coverage_is_public:
        return Made(())
    found, table, full = coverage_of(question), coverage_table(corpus, question), answers_table(corpus, question)
    caption = "Dekking per deelvraag. De letters zijn de delen van elke deelvraag."
    matrix = Matrix(caption, tuple(_row(sub) for sub in question.sub_questions), pages=True, data=table.name)
    legend = Legend(tuple((mark(state), f"{count} van {found.parts}") for state, count in found.counts if count))
    rows = tuple(row for sub in question.sub_questions for row in _answer_rows(scope, sub))
    return Made(
        (
            Assertion(f"{size(found)}. {statement(found)}{_unjudged(found)}"),
            Remark(inline(_by(question))),
            *opening(part, prefix=prefix),
            matrix,
            legend,
            Answers(f"{full.caption}.", rows, data=full.name),
        ),
        (table, full),
    )


_UNJUDGED = "niet beoordeeld"


def _unjudged(found: Coverage) -> str:
    """How many parts nobody judged: they are in no count."""
    count = found.parts - sum(number for _, number in found.counts)
    return f" {count} van de {found.parts} {'is' if count == 1 else 'zijn'} {_UNJUDGED}." if count else ""


def _by(question: Question) -> str:
    names = listing(f"{reader.who} ({date_words(reader.on)})" for reader in question.readers)
    return f"Deze indeling is gemaakt door {names}, niet door de minister of de vraagsteller."


def _row(sub: SubQuestion) -> MatrixRow:
    cells = tuple((part.letter, mark(coverage(part.coverage))) for part in sub.parts if part.coverage)
    return MatrixRow(
        sub.number, sub.subject, cells, in_words(sub, unjudged=_UNJUDGED), counted_refs(rests_on(sub)), _target(sub)
    )


def _target(sub: SubQuestion) -> str:
    return f"deelvraag-{sub.number}"


def _answer_rows(scope: Scope, sub: SubQuestion) -> tuple[AnswerRow, ...]:
    return tuple(
        AnswerRow(
            _target(sub) if part is sub.parts[0] else "",
            label(sub, part),
            part.asked,
            mark(coverage(part.coverage)) if part.coverage else None,
            inline(f"{answer_words(part)} {part.reason}".strip()),
            tuple(record_link(scope.corpus, ref) for ref in part.rests_on),
            part.citations,
        )
        for part in sub.parts
    )
