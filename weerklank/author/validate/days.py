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
    r"(sinds|vanaf|in|begin|eind|einde|midden|medio|half|ca\.|circa|rond|omstreeks|voor|vóór|na|tot|tegen|zomer|voorjaar"
    r"|najaar|winter|lente|herfst)(?: van)? ",
    re.IGNORECASE,
)
_SAID = {"van": ("sinds", "vanaf", "in"), "": ("in",)}
"""Words that add nothing to a date, by the key of the field; "" for any."""
_TO_THE_LAST_DAY = ("in", "eind", "einde")
"""Words that leave the last day of a term where it is."""
_ANOTHER = ("voor", "vóór", "na", "tot", "tegen")
"""Words that make another day of it."""
_SHORT_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{2})")
_TWO_DIGITS = 10
_QUARTER = re.compile(
    r"(?:(begin|midden|half|eind|einde)(?: van)?(?: het)? )?(?:het )?"
    r"(?:(?:[qk]([1-4])|(eerste|tweede|derde|vierde) kwartaal)(?: van)? (\d{4})|(\d{4})[- ][qk]([1-4]))",
    re.IGNORECASE,
)
_ORDER = ("eerste", "tweede", "derde", "vierde")
_WEEKDAY = re.compile(
    r"(?:(?:maan|dins|woens|donder|vrij|zater|zon)dag|ma|di|wo|do|vr|za|zo)[.,]? (?:de )?(?=[0-9])", re.IGNORECASE
)
_NO_YEAR = re.compile(r"[0-9]{1,2}(?:ste|de|e)? [a-z]{3,9}\.?", re.IGNORECASE)
_ITSELF = ("vandaag", "gisteren", "eergisteren", "morgen", "nu", "onlangs", "recent")
NO_DAY = ("days", "months")
"""The hints of `day_hint` for a day that does not exist."""


def day_hint(text: str, *, words: str = "", deadline: bool = False, key: str = "") -> Hint:
    """What to write instead of a text that is no date, or how many days and months there are.

    `key`: of the field; `words`: the key beside it for the words of the source, or ""; `deadline`: a month or a year
    counts to its last day.
    """
    plain = _WEEKDAY.sub("", " ".join(text.split()), count=1)
    if plain.lower() in _ITSELF:
        return Hint("itself")
    if _NO_YEAR.fullmatch(plain) and (month := day_meant(f"{plain} 2000"))[1]:
        return Hint("no_year", {"waarde": PartialDate(*month).iso[5:]})
    if found := _QUARTER.fullmatch(plain):
        return _quarter(found, plain, words, deadline=deadline, key=key)
    if found := _SHORT_YEAR.fullmatch(plain):
        return _short_year(*(int(part) for part in found.groups()))
    if about := _ABOUT.match(plain):
        said = about[1].lower()
        return _about(said, plain, day_meant(plain[about.end() :]), words, deadline=deadline, key=key)
    return _exact(*day_meant(plain))


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


def _about(about: str, plain: str, named: tuple[int, int, int], words: str, *, deadline: bool, key: str) -> Hint:
    """A vague day: as precise as it is known where that stays true, else the words alone."""
    year, month, day = named
    if not year or day > days_in(year, month or 1):
        return Hint("day")
    iso = PartialDate(year, month, day).iso
    if deadline and words:
        if about in _TO_THE_LAST_DAY:
            return Hint("term", {"waarde": iso, "woorden": plain, "veld": words})
        return Hint("vague_term", {"woorden": plain, "veld": words})
    if about in _SAID.get(key, _SAID[""]):
        return Hint("write", {"waarde": iso})
    if about in _ANOTHER:
        return Hint("other_day", {"woorden": about})
    return _beside(plain, iso, words, key)


def _beside(plain: str, iso: str, words: str, key: str) -> Hint:
    """A day with its vague words in the field beside it, or in the text of the record."""
    if words == "letterlijk":
        # "From the summer of 2025" would otherwise be from 2025 on.
        return Hint("literal", {"ander": key, "woorden": plain, "veld": words})
    if words:
        return Hint("about", {"waarde": iso, "woorden": plain, "veld": words})
    return Hint("about_in_text", {"waarde": iso, "woorden": plain})


def _quarter(found: re.Match[str], plain: str, words: str, *, deadline: bool, key: str) -> Hint:
    """A quarter: for a deadline its last month, unless it is the beginning of it; else its year with the words."""
    about, number = (
        (found[1] or "").lower(),
        int(found[2] or found[6] or _ORDER.index((found[3] or "eerste").lower()) + 1),
    )
    year = int(found[4] or found[5])
    if not (deadline and words):
        return _beside(plain, PartialDate(year).iso, words, key)
    if about and about not in _TO_THE_LAST_DAY:
        return Hint("vague_term", {"woorden": plain, "veld": words})
    return Hint("term", {"waarde": PartialDate(year, 3 * number).iso, "woorden": plain, "veld": words})


def _short_year(one: int, two: int, three: int) -> Hint:
    """Each day that a date with a year of two digits can be; a year has two of them."""
    ways = [(2000 + three, two, one), (2000 + one, two, three), (2000 + three, one, two)]
    if one < _TWO_DIGITS:
        del ways[1]
    real = [date(*way).isoformat() for way in dict.fromkeys(ways) if 1 <= way[2] <= days_in(way[0], way[1])]
    return Hint("which_day", {"voorbeeld": " of ".join(real)}) if real else Hint("day")
