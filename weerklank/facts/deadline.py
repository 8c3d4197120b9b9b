"""By when a question is to be answered: a written one twenty working days after it was sent, others have no such term.

In: the kind of question and its day. Out: a day. Saturdays, Sundays and the ten public holidays that Belgian law knows
(the act of 4 January 1974) are no working days; days on which an agency or the parliament closes besides are not known
here.
"""

from datetime import date, timedelta

from weerklank.model.question import WORKING_DAYS, QuestionKind

_FIXED = ((1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25))
_AFTER_EASTER = (1, 39, 50)  # Easter Monday, Ascension Day, Whit Monday
_FRIDAY = 4


def due(kind: QuestionKind, asked: date) -> date | None:
    """The last day of the term; None for a kind that has none."""
    if kind not in WORKING_DAYS:
        return None
    day, left = asked, WORKING_DAYS[kind]
    while left:
        day += timedelta(days=1)
        left -= day.weekday() <= _FRIDAY and day not in holidays(day.year)
    return day


def holidays(year: int) -> frozenset[date]:
    """The public holidays of a year."""
    easter = _easter(year)
    return frozenset(
        (*(date(year, *day) for day in _FIXED), *(easter + timedelta(days=later) for later in _AFTER_EASTER))
    )


def _easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar: the Sunday after the full moon that the church computes."""
    century = year // 100
    moon = (19 * (year % 19) + 15 + century - century // 4 - (8 * century + 13) // 25) % 30
    moon -= moon == 29 or (moon == 28 and year % 19 > 10)  # noqa: PLR2004 - the two exceptions of the calendar
    full_moon = date(year, 3, 21) + timedelta(days=moon)
    return full_moon + timedelta(days=7 - (full_moon.weekday() + 1) % 7)
