"""How far an answer covers a question: counted per state, worded per sub-question and in one sentence."""

import pytest

from tests.corpus_samples import record
from tests.real_content import real
from weerklank.facts.coverage import coverage_of, in_words, size, statement, sums
from weerklank.model import Question


def question(*coverages: str) -> Question:
    """A question with one sub-question, that has a part for each coverage."""
    letters = "abcdefgh" if len(coverages) > 1 else [""]
    parts = [
        {"letter": letter, "vraag": "Hoe vaak?", "dekking": coverage}
        for letter, coverage in zip(letters, coverages, strict=False)
    ]
    data = {"id": "v", "titel": "Vraag", "deelvragen": [{"nr": "1", "tekst": "Hoe vaak meet u?", "delen": parts}]}
    found = record("vraag", data)
    assert isinstance(found, Question)
    return found


def test_every_state_is_counted() -> None:
    """Zeros are counts, too; all parts together are the counts together."""
    found = coverage_of(question("deels", "niet_vermeld", "deels"))
    assert [("volledig", 0), ("deels", 2), ("onrechtstreeks", 0), ("cijfer_niet_vermeld", 0), ("niet_vermeld", 1)] == [
        (state.key, number) for state, number in found.counts
    ]
    assert (1, 3, 2) == (found.sub_questions, found.parts, found.number("deels"))


@pytest.mark.parametrize(
    ("coverages", "expected"),
    [
        (("deels",), "deels"),
        (("niet_vermeld", "niet_vermeld"), "a, b niet vermeld"),
        (("deels", "niet_vermeld", "deels"), "a, c deels; b niet vermeld"),
        (("cijfer_niet_vermeld", "volledig"), "a gemeten, cijfer niet vermeld; b volledig"),
    ],
)
def test_a_sub_question_in_words(coverages: tuple[str, ...], expected: str) -> None:
    """Letters by state, in the order in which the states come; a part that stands alone has no letter."""
    assert expected == in_words(question(*coverages).sub_questions[0])


@pytest.mark.parametrize(
    ("coverages", "expected"),
    [
        (("deels", "deels"), "Geen enkel deel is volledig beantwoord, geen enkel deel blijft zonder antwoord."),
        (("volledig", "deels"), "1 van de 2 delen is volledig beantwoord, geen enkel deel blijft zonder antwoord."),
        (("volledig", "niet_vermeld"), "1 van de 2 delen is volledig beantwoord, 1 van de 2 blijft zonder antwoord."),
        (
            ("volledig", "volledig", "niet_vermeld", "niet_vermeld"),
            "2 van de 4 delen zijn volledig beantwoord, 2 van de 4 blijven zonder antwoord.",
        ),
    ],
)
def test_one_sentence_that_the_counts_prove(coverages: tuple[str, ...], expected: str) -> None:
    """What is full and what is silent, in the singular where there is one."""
    assert expected == statement(coverage_of(question(*coverages)))


def test_the_coverage_of_the_real_question() -> None:
    """10 sub-questions in 23 parts: none full, 8 partly, 1 indirectly, 1 measured without a figure, 13 silent."""
    (item,) = real().questions
    found = coverage_of(item)
    assert "10\u00a0deelvragen, 23\u00a0delen" == size(found)
    assert "0 volledig; 8 deels; 1 onrechtstreeks; 1 gemeten, cijfer niet vermeld; 13 niet vermeld" == sums(found)
    assert "Geen enkel deel is volledig beantwoord, 13 van de 23 blijven zonder antwoord." == statement(found)
    assert "a, b, d deels; c niet vermeld" == in_words(item.sub_questions[1])
