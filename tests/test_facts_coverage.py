"""How far an answer covers a question: counted per state, worded per sub-question and in one sentence."""

import pytest

from tests.corpus_samples import record
from tests.voorbeeld_site import corpus as example
from weerklank.facts.coverage import coverage_of, in_words, size, statement
from weerklank.model import Question
from weerklank.states import COVERAGES


def question(*coverages: str | None) -> Question:
    """A question with one sub-question, that has a part for each coverage."""
    letters = "abcdefgh" if len(coverages) > 1 else [""]
    parts = [
        {"letter": letter, "vraag": "Hoe vaak?", **({"dekking": coverage} if coverage else {})}
        for letter, coverage in zip(letters, coverages, strict=False)
    ]
    data = {"id": "v", "titel": "Vraag", "deelvragen": [{"nr": "1", "tekst": "Hoe vaak meet u?", "delen": parts}]}
    found = record("vraag", data)
    assert isinstance(found, Question)
    return found


def test_every_state_is_counted() -> None:
    """Zeros are counts, too; all parts together are the counts together."""
    found = coverage_of(question("deels", "niet_vermeld", "deels"))
    assert [(state.key, {"deels": 2, "niet_vermeld": 1}.get(state.key, 0)) for state in COVERAGES] == [
        (state.key, number) for state, number in found.counts
    ]
    assert (1, 3, 2) == (found.sub_questions, found.parts, found.number("deels"))


@pytest.mark.parametrize(
    ("coverages", "expected"),
    [
        (("deels",), "deels"),
        (("niet_vermeld", "niet_vermeld"), "a, b: niet vermeld"),
        (("deels", "niet_vermeld", "deels"), "a, c: deels; b: niet vermeld"),
        (("cijfer_niet_vermeld", "volledig"), "a: gemeten, cijfer niet vermeld; b: volledig"),
    ],
)
def test_a_sub_question_in_words(coverages: tuple[str, ...], expected: str) -> None:
    """Letters by state, in the order in which the states come; a part that stands alone has no letter."""
    assert expected == in_words(question(*coverages).sub_questions[0])


@pytest.mark.parametrize(
    ("coverages", "expected"),
    [
        (("deels", "deels"), "Geen enkel deel is volledig beantwoord."),
        (("volledig", "deels"), "1 van de 2 delen is volledig beantwoord."),
        (("volledig", "niet_vermeld"), "1 van de 2 delen is volledig beantwoord, 1 van de 2 is niet behandeld."),
        (
            ("volledig", "volledig", "niet_vermeld", "niet_vermeld"),
            "2 van de 4 delen zijn volledig beantwoord, 2 van de 4 zijn niet behandeld.",
        ),
    ],
)
def test_one_sentence_that_the_counts_prove(coverages: tuple[str, ...], expected: str) -> None:
    """What is full and what is silent, in the singular where there is one."""
    assert expected == statement(coverage_of(question(*coverages)))


def test_what_nobody_judged_is_a_part_all_the_same() -> None:
    """It is counted among the parts, and has no state and no word."""
    asked = question("deels", None)
    assert (2, 1) == (coverage_of(asked).parts, sum(number for _, number in coverage_of(asked).counts))
    assert "a: deels" == in_words(asked.sub_questions[0])


def test_the_coverage_of_a_question() -> None:
    """Five sub-questions in 15 parts, one of which nobody judged, in words and in one sentence."""
    (item,) = (found for found in example().questions if found.id == "drinkfonteinen-en-zitbanken")
    found = coverage_of(item)
    assert "5\u00a0deelvragen, 15\u00a0delen" == size(found)
    assert "3 van de 15 delen zijn volledig beantwoord, 1 van de 15 is niet behandeld." == statement(found)
    assert "a: volledig; b: gemeten, cijfer niet vermeld; c: onrechtstreeks" == in_words(item.sub_questions[1])
    assert "a, b: deels" == in_words(item.sub_questions[3])


def test_coverage_that_is_intern_is_not_there() -> None:
    """How far an answer goes is for the agency alone, unless it shows that."""
    (item,) = (found for found in example().questions if found.id == "banken-in-de-schaduw")
    assert "" == "".join(map(in_words, item.sub_questions))
    assert [("", None)] == [(part.reason, part.coverage) for sub in item.sub_questions for part in sub.parts]
