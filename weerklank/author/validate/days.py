"""What to write instead of a text that is no date, so that obeying it never names another day.

In: text as it was typed, and what can stand beside it. Out: hints. A word that changes a day ("eind", "zomer") is kept
in a field that exists there, or said in words: then the hint shows no day that the words do not name.
"""

import re
from datetime import date

from weerklank.author.validate.meant import day_meant, days_in
from weerklank.messages import Hint
from weerklank.model import PartialDate

_ABOUT = re.compile(
    r"(sinds|vanaf|in|begin|eind|einde|midden|half|ca\.|circa|rond|omstreeks|voor|vóór|na|tot|tegen|zomer|voorjaar"
    r"|najaar|winter|lente|herfst)(?: van)? ",
    re.IGNORECASE,
)
_TO_THE_LAST_DAY = ("in", "eind", "einde")
"""Words that leave the last day of a term where it is."""
_ANOTHER = ("voor", "vóór", "na", "tot", "tegen")
"""Words that make another day of it."""
_SHORT_YEAR = re.compile(r"(\d{2})[-/. ](\d{1,2})[-/. ](\d{2})")
_QUARTER = re.compile(
    r"(?:[qk]([1-4])|(eerste|tweede|derde|vierde) kwartaal)(?: van)? (\d{4})|(\d{4})[- ][qk]([1-4])", re.IGNORECASE
)
_ORDER = ("eerste", "tweede", "derde", "vierde")
NO_DAY = ("days", "months")
"""The hints of `day_hint` for a day that does not exist."""


def day_hint(text: str, *, words: str = "", deadline: bool = False) -> Hint:
    """What to write instead of a text that is no date, or how many days and months there are.

    `words`: the key beside it for the words of the source, or ""; `deadline`: a month or a year counts to its last day.
    """
    plain = " ".join(text.split())
    if found := _QUARTER.fullmatch(plain):
        return _quarter(found, plain, words if deadline else "")
    if found := _SHORT_YEAR.fullmatch(plain):
        return _short_year(*(int(part) for part in found.groups()))
    if about := _ABOUT.match(plain):
        return _about(about[1].lower(), plain, day_meant(plain[about.end() :]), words, deadline=deadline)
    return _exact(*day_meant(text))


def _exact(year: int, month: int, day: int) -> Hint:
    """A day as it is written, or why it does not exist."""
    if not year:
        return Hint("day")
    last = days_in(year, month)
    if not last and (month or day):
        return Hint("months")
    if day > last:
        return Hint("days", {"waarde": PartialDate(year, month).iso, "grens": str(last)})
    return Hint("write", {"waarde": PartialDate(year, month, day).iso})


def _about(about: str, plain: str, named: tuple[int, int, int], words: str, *, deadline: bool) -> Hint:
    """A vague day: as precise as it is known where that stays true, else the words alone."""
    year, month, day = named
    if not year or day > days_in(year, month or 1):
        return Hint("day")
    iso = PartialDate(year, month, day).iso
    if deadline and words:
        if about in _TO_THE_LAST_DAY:
            return Hint("term", {"waarde": iso, "woorden": plain, "veld": words})
        return Hint("vague_term", {"woorden": plain, "veld": words})
    if about in _ANOTHER:
        return Hint("other_day", {"woorden": about})
    if words:
        return Hint("about", {"waarde": iso, "woorden": about, "veld": words})
    return Hint("about_in_text", {"waarde": iso, "woorden": about})


def _quarter(found: re.Match[str], plain: str, words: str) -> Hint:
    """A quarter: the months that it has, and for a deadline the last of them."""
    number = int(found[1] or found[5] or _ORDER.index(found[2].lower()) + 1)
    year = int(found[3] or found[4])
    first, last = PartialDate(year, 3 * number - 2, 0).iso, PartialDate(year, 3 * number, 0).iso
    if words:
        return Hint("term", {"waarde": last, "woorden": plain, "veld": words})
    return Hint("quarter", {"woorden": plain, "waarde": first, "ander": last})


def _short_year(one: int, two: int, three: int) -> Hint:
    """Each day that a date with a year of two digits can be."""
    ways = dict.fromkeys(((2000 + three, two, one), (2000 + one, two, three), (2000 + three, one, two)))
    real = [date(*way).isoformat() for way in ways if 1 <= way[2] <= days_in(way[0], way[1])]
    return Hint("which_day", {"voorbeeld": " of ".join(real)}) if real else Hint("day")
