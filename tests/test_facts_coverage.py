"""How far an answer covers a question: counted per state, worded per sub-question and in one sentence."""

import pytest

from tests.corpus_samples import record
from tests.voorbeeld_site import corpus as example
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


def test_the_coverage_of_a_question() -> None:
    """Five sub-questions in 11 parts, counted by how far each is covered, in words and in one sentence."""
    (item,) = (found for found in example().questions if found.id == "drinkfonteinen-en-zitbanken")
    found = coverage_of(item)
    assert "5\u00a0deelvragen, 11\u00a0delen" == size(found)
    assert "3 volledig; 4 deels; 2 onrechtstreeks; 1 gemeten, cijfer niet vermeld; 1 niet vermeld" == sums(found)
    assert "3 van de 11 delen zijn volledig beantwoord, 1 van de 11 blijft zonder antwoord." == statement(found)
    assert "a volledig; b gemeten, cijfer niet vermeld; c onrechtstreeks" == in_words(item.sub_questions[1])
    assert "a, b deels" == in_words(item.sub_questions[3])
