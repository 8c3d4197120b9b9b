"""What the heading of an annex says of days: all that is recorded of them, and nothing else."""

import pytest

from tests.question_samples import annex, question
from weerklank.document.annex.heading import dates, formula
from weerklank.model import NOT_FILLED_IN


@pytest.mark.parametrize(
    ("as_of", "answered", "draft", "final"),
    [
        (
            "2026-11-10",
            "2026-11-12",
            "Wat hier staat, is de toestand op 10 november 2026. Het antwoord is van 12 november 2026.",
            "Wat hier staat, is de toestand op 10 november 2026. Het antwoord is van 12 november 2026.",
        ),
        (
            "2026-11-12",
            "2026-11-12",
            "Wat hier staat, is de toestand op 12 november 2026, de datum van het antwoord.",
            "Wat hier staat, is de toestand op 12 november 2026, de datum van het antwoord.",
        ),
        (
            "2026-11",
            None,
            "Wat hier staat, is de toestand in november 2026. Het antwoord is van [datum nog in te vullen].",
            "Wat hier staat, is de toestand in november 2026.",
        ),
        (
            None,
            "2026",
            "Wat hier staat, is de toestand op [datum nog in te vullen]. Het antwoord is van 2026.",
            "Van welke dag de gegevens zijn, is niet vermeld. Het antwoord is van 2026.",
        ),
        (
            None,
            None,
            "Wat hier staat, is de toestand op [datum nog in te vullen]. Het antwoord is van [datum nog in te vullen].",
            "Van welke dag de gegevens zijn, is niet vermeld.",
        ),
    ],
)
def test_the_heading_says_the_days_that_are_recorded(
    as_of: str | None, answered: str | None, draft: str, final: str
) -> None:
    """The day of the data and that of the answer each stand as recorded; that somebody checked is not said."""
    asked = question(bijlage=annex(toestand_op=as_of or "niet_vermeld"), datum_antwoord=answered or "niet_vermeld")

    said = ["".join(clause.text for clause in dates(asked, final=done)) for done in (False, True)]
    assert [draft, final] == [words.replace("\N{NO-BREAK SPACE}", " ") for words in said]


def test_a_day_that_nobody_filled_in_is_not_called_silent() -> None:
    """What the author left out says nothing of a source."""
    asked = question(bijlage=annex())
    assert asked.annex is not None
    unfilled = asked.model_copy(update={"annex": asked.annex.model_copy(update={"as_of": NOT_FILLED_IN})})

    assert dates(unfilled, final=True)[0].text == "Van welke dag de gegevens zijn, is niet ingevuld"


def test_the_heading_is_a_sentence_of_the_words_of_its_author() -> None:
    """A committee without its article has it, and a title that ends with the answer is not followed by it again."""
    asked = question(commissie="Cultuur", zittingsjaar="2024-25")
    plain, under = (
        "".join(clause.text for clause in formula(asked, title=title)) for title in ("", "Toelichting bij het antwoord")
    )

    assert plain.endswith(", in de commissie voor Cultuur")
    assert "(2024-2025)" in plain
    assert plain.startswith("bij het antwoord op ")
    assert not under.startswith("bij het antwoord")
