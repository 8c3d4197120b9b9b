"""What the heading of an annex says of days: all that is recorded of them, and nothing else."""

import pytest

from tests.question_samples import annex, question
from weerklank.document.annex.heading import dates


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
