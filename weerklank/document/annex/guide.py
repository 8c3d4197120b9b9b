"""The reading guide and the answers: how far the answer covers the question, and what it says per part.

In: a `Scope`. Out: blocks with the coverage matrix, the answers and the claims.
"""

from markupsafe import Markup

from weerklank.data.table import Table
from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import (
    AnswerRow,
    Answers,
    Assertion,
    Block,
    Grid,
    Heading,
    Legend,
    Matrix,
    MatrixRow,
    Prose,
    Remark,
)
from weerklank.document.parts import mark, record_link
from weerklank.facts.annexes import (
    answer_words,
    answers_table,
    claims_table,
    counted_refs,
    coverage_table,
    label,
    rests_on,
)
from weerklank.facts.coverage import coverage_of, in_words, size, statement
from weerklank.facts.tables import selected
from weerklank.markup import inline
from weerklank.model import AnnexPart, SubQuestion
from weerklank.states import coverage

HOW_TO_READ = (
    "Een volle vorm betekent: de bron zegt het. Een gearceerde vorm betekent: de bron zwijgt. Letterlijke woorden van "
    "een bron staan in een letter met schreef. Een nummer tussen haken, zoals [1], verwijst naar de lijst van bronnen."
)


def guide(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The first page: one sentence, the matrix, what the marks mean and how to read the rest."""
    question = scope.question
    found = coverage_of(question)
    caption = "Dekking per deelvraag. De letters zijn de delen van elke deelvraag."
    matrix = Matrix(caption, tuple(_row(scope, sub) for sub in question.sub_questions), scope.answers)
    legend = Legend(tuple((mark(state), f"{count} van {found.parts}") for state, count in found.counts))
    return Made(
        (
            Assertion(f"{size(found)}. {statement(found)}"),
            *opening(part, prefix=prefix),
            matrix,
            legend,
            Remark(inline(HOW_TO_READ)),
        ),
        (coverage_table(scope.corpus, question),),
    )


def _row(scope: Scope, sub: SubQuestion) -> MatrixRow:
    return MatrixRow(
        sub.number,
        sub.subject,
        tuple((part.letter, mark(coverage(part.coverage))) for part in sub.parts if part.coverage),
        in_words(sub),
        counted_refs(rests_on(sub)),
        target(sub) if scope.answers else "",
    )


def target(sub: SubQuestion) -> str:
    """The fragment at which the answers to a sub-question stand."""
    return f"deelvraag-{sub.number}"


def answers(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """What the answer gives: one table, or with `fiches` one table per sub-question under its literal words."""
    question = scope.question
    full = answers_table(scope.corpus, question)
    if part.show == "fiches":
        blocks = tuple(block for sub in question.sub_questions for block in _sheet(scope, sub))
    else:
        rows = tuple(row for sub in question.sub_questions for row in _answer_rows(scope, sub))
        blocks = (Answers(f"{full.caption}.", rows),)
    claims, tables = _claims(scope, prefix)
    return Made((*opening(part, prefix=prefix), *blocks, *claims), (full, *tables))


def _answer_rows(scope: Scope, sub: SubQuestion, *, anchored: bool = True) -> tuple[AnswerRow, ...]:
    return tuple(
        AnswerRow(
            target(sub) if anchored and part is sub.parts[0] else "",
            label(sub, part),
            part.asked,
            mark(coverage(part.coverage)) if part.coverage else None,
            inline(answer_words(part)),
            tuple(record_link(scope.corpus, ref) for ref in part.rests_on),
            scope.numbers(part.citations),
        )
        for part in sub.parts
    )


def _sheet(scope: Scope, sub: SubQuestion) -> tuple[Block, ...]:
    title = f"Deelvraag {sub.number}{': ' + sub.subject if sub.subject else ''}"
    return (
        Heading(title, target(sub)),
        Prose(Markup("<p>“{}”</p>").format(sub.text), literal=True),
        Answers(
            f"Deelvraag {sub.number}{f': {in_words(sub)}' if in_words(sub) else ''}.",
            _answer_rows(scope, sub, anchored=False),
        ),
    )


def _claims(scope: Scope, prefix: str) -> tuple[tuple[Block, ...], tuple[Table, ...]]:
    """What the answer asserts without a figure or a document: never as a fact, always on somebody's name."""
    if not scope.question.claims:
        return (), ()
    table = claims_table(scope.question)
    numbers = tuple(scope.numbers(claim.citations) for claim in scope.question.claims)
    grid = Grid(selected(table, ("bewering", "door")), "claims", numbers)
    return (Heading("Wat het antwoord beweert", f"{prefix}-beweringen"), grid), (table,)
