"""By when a question is to be answered: twenty working days, without the holidays of the law."""

from datetime import date

import pytest

from weerklank.facts.deadline import due, holidays
from weerklank.model.question import QuestionKind


@pytest.mark.parametrize(
    ("asked", "last"),
    [
        ("2026-01-05", "2026-02-02"),  # nothing in between: four weeks
        ("2026-04-20", "2026-05-20"),  # Labour Day and Ascension Day
        ("2026-03-20", "2026-04-20"),  # Easter Monday
        ("2026-12-01", "2026-12-30"),  # Christmas
        ("2026-12-21", "2027-01-20"),  # Christmas, and New Year's Day in the next year
        ("2026-01-03", "2026-01-30"),  # sent on a Saturday
    ],
)
def test_twenty_working_days(asked: str, last: str) -> None:
    """Counted by hand on a calendar."""
    assert date.fromisoformat(last) == due("schriftelijke_vraag", date.fromisoformat(asked))


def test_only_a_written_question_has_a_term() -> None:
    """What is asked aloud is answered aloud: no day is worked out for it."""
    oral: tuple[QuestionKind, ...] = ("vraag_om_uitleg", "actuele_vraag", "interpellatie", "verzoek")
    for kind in oral:
        assert due(kind, date(2026, 1, 5)) is None


def test_the_holidays_of_the_law() -> None:
    """Ten a year, three of which move with Easter (2019: 21 April, 2025: 20 April, 2049: 18 April, as published)."""
    for easter, monday, ascension, whit in (
        (2019, "2019-04-22", "2019-05-30", "2019-06-10"),
        (2025, "2025-04-21", "2025-05-29", "2025-06-09"),
        (2049, "2049-04-19", "2049-05-27", "2049-06-07"),
    ):
        found = holidays(easter)
        assert {date.fromisoformat(day) for day in (monday, ascension, whit)} <= found
        assert 10 == len(found)
