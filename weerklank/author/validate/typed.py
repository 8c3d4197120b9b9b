"""What to write instead of a text that is no number or no date, so that obeying it never tells another fact.

In: text as it was typed, and what can stand beside it. Out: hints. A word that changes a number ("meer dan", "%",
"miljoen") is kept in a field that exists there, multiplied out, or said in words: then the hint shows no number.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from weerklank.author.validate.meant import (
    FRACTION,
    NUMBER,
    WITH_TIMES,
    day_meant,
    days_in,
    numbers_meant,
    plain_of,
    visible,
)
from weerklank.author.validate.numbers import in_words
from weerklank.messages import Hint
from weerklank.model import PartialDate
from weerklank.model.numbers import bounds_of_unit, readings

_BARE = re.compile("[\"']?-?[0-9][0-9., '_]*(?:,-)?[\"']?|-?[.,][0-9]+")
_UNITS = {
    r"procent(?:punt|punten)\b|%-punt(?:en)?\b": "procentpunt",
    r"%|\bprocent\b|(?<=\d)procent\b": "procent",
    r"€|\beuro?\b": "euro",
}
"""What stands beside a number for its unit -> how the unit is written; what has the longest words comes first."""
_PRECISIONS = {
    r"\b(?:ca\.?|circa|ongeveer|zowat|pakweg|rond(?: de)?|om en bij(?: de)?)(?!\w)|^[~±≈]": "ongeveer",
    r"\b(?:minstens|minimaal|minimum|ten minste|tenminste)\b|^≥": "minstens",
    r"\b(?:hoogstens|maximaal|maximum|ten hoogste)\b|^≤": "hoogstens",
}
"""Words beside a number that say how exact it is -> how that is written."""
_LOOSE = {
    r"\b(?:niet meer dan|minder dan|lager dan|onder(?: de)?|nog geen)\b|^<|\bof minder\b": "hoogstens",
    r"\b(?:niet minder dan|meer dan|hoger dan|ruim|boven(?: de)?)\b|^>|\+$|\b(?:of|en) meer\b": "minstens",
    r"\b(?:bijna|haast)\b": "ongeveer",
}
"""Words that say somewhat more -> what is true all the same; the words themselves are kept beside it."""
_COUNTED = re.compile(
    r" (?:klacht(?:en)?|melding(?:en)?|antwoord(?:en)?|mensen|personen|deelnemers|dossiers|stuks|keer)$",
    re.IGNORECASE,
)
"""What a number counts, which changes nothing."""
_AND_WORDS = re.compile(r"([-0-9., '_]*[0-9])(?: (?:duizend|miljoen|mln|miljard|mld)\b\.?)? (.+)", re.IGNORECASE)
_OUT_OF = re.compile(r"(.+) (op [1-9][0-9]{0,3})")
_WORDS_AFTER = re.compile(r"[^\W\d_][\w -]*")
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


@dataclass(frozen=True)
class Room:
    """What can stand beside a number. `quantity`: its unit, its precision and the words have a field.

    `short`: the key of a quantity that was written as its number alone, or "". `counts`: only a whole number can be
    meant. `parts`: it is a part of a breakdown, which has one unit and one precision for all of them. `share`: whether
    it can be a percentage. `state`: an absence can stand there, under this key; "" where none can.
    """

    quantity: bool = True
    short: str = ""
    counts: bool = False
    parts: bool = False
    share: bool = True
    state: str = ""


@dataclass(frozen=True)
class _Apart:
    """A text taken apart. `beside`: fields with their words; `loose`: the words have to be kept as they are."""

    number: str
    beside: Mapping[str, str]
    loose: bool = False


def number_hint(text: str, room: Room) -> Hint:
    """What to write instead of a text that is no number."""
    plain = plain_of(text)
    if len(NUMBER.findall(_OUT_OF.sub(r"\1", plain))) > 1 and not _BARE.fullmatch(plain):
        return Hint("only_number")
    if not NUMBER.search(plain) and not FRACTION.search(plain) and not _worded(plain):
        return Hint("digits")
    said = _taken_apart(plain)
    if not room.quantity and _COUNTED.fullmatch(f" {said.beside.get('eenheid', '')}"):
        said = _Apart(
            said.number, {key: word for key, word in said.beside.items() if key != "eenheid"}, loose=said.loose
        )
    numbers = " of ".join(_fitting(said, counts=room.counts)) if _is_bare(said.number) else ""
    if numbers and visible(text) != text.strip() and readings(visible(text)):
        return Hint("unseen", {"waarde": numbers})
    if not numbers or (said.beside.get("eenheid") == "procent" and not room.share):
        return _in_words(text, room)
    return _placed(text, numbers, said, room)


def _placed(text: str, numbers: str, said: _Apart, room: Room) -> Hint:
    """The number, and where what stands beside it belongs."""
    if room.parts:
        return _as_part(text, numbers, said, room)
    if room.quantity:
        return _with_fields(text, numbers, said, room.short)
    if said.beside:
        return _in_words(text, room)
    return Hint("write" if _is_bare(plain_of(text)) else "alone", {"waarde": numbers})


def _taken_apart(plain: str) -> _Apart:
    """The number with its "miljoen", and what stands beside it for its unit and its precision."""
    if mark := _OUT_OF.fullmatch(plain):
        return _Apart(mark[1], {"eenheid": mark[2]})
    rest, unit = _without(_UNITS, plain)
    rest, loosely = _without(_LOOSE, rest)
    rest, precision = _without(_PRECISIONS, rest)
    if precision and loosely:  # "ongeveer, maar minder dan": nobody can tell
        return _Apart("", {})
    rest = _COUNTED.sub("", rest) if re.search(r"[0-9] \S+$", rest) else rest
    loose = bool(loosely)
    found = (
        None
        if _is_bare(rest)
        else re.fullmatch(
            r"([-0-9., '_]*[0-9])(?: (?:duizend|miljoen|mln|miljard|mld)\b\.?)? (.+)", rest, re.IGNORECASE
        )
    )
    if found and _WORDS_AFTER.fullmatch(found[2]) and not unit:
        rest, unit = rest[: found.start(2)].strip(), found[2].strip()
    elif found and unit and re.fullmatch(r"(?:incl|excl)\w*\.? .+", found[2], re.IGNORECASE):
        rest, loose = rest[: found.start(2)].strip(), True
    beside = {"eenheid": unit, "precisie": loosely or precision}
    return _Apart(rest, {key: word for key, word in beside.items() if word}, loose=loose)


def _without(words: Mapping[str, str], text: str) -> tuple[str, str]:
    """A text without the one of these words that is in it, and what it stands for."""
    for pattern, meaning in words.items():
        if re.search(pattern, text, re.IGNORECASE):
            return " ".join(re.sub(pattern, " ", text, count=1, flags=re.IGNORECASE).split()), meaning
    return text, ""


def _worded(plain: str) -> bool:
    return bool(in_words(plain)) or bool(WITH_TIMES.fullmatch(plain))


def _is_bare(plain: str) -> bool:
    """Whether a text is a number and nothing more."""
    return _worded(plain) or any(whole.fullmatch(plain) for whole in (_BARE, FRACTION))


def as_words(value: object) -> str:
    """A quantity as one would say it, where its number alone belongs: "ongeveer 61,3 procent"."""
    named = value if isinstance(value, dict) else {}
    return " ".join(word for key in ("precisie", "waarde", "eenheid") if isinstance(word := named.get(key), str))


def _state(text: str, key: str) -> str:
    return f"{key}: {{toestand: cijfer_niet_vermeld, reden: {json.dumps(text.strip(), ensure_ascii=False)}}}"


def _in_words(text: str, room: Room) -> Hint:
    """What can be done with words that a number alone would lose."""
    if room.state:
        return Hint("as_state", {"voorbeeld": _state(text, room.state)})
    return Hint("as_quantity" if room.quantity else "in_text", {"woorden": text.strip()})


def _as_part(text: str, numbers: str, said: _Apart, room: Room) -> Hint:
    """A part of a breakdown: its unit and its precision hold for all parts."""
    if said.loose or said.beside.get("eenheid", "procent") != "procent":
        return _in_words(text, room)
    if "precisie" in said.beside:
        only = _state(text, room.state)
        return Hint("beside_all_parts", {"getal": numbers, "woorden": _listed(said.beside), "voorbeeld": only})
    if said.beside:
        return Hint("beside_parts", {"getal": numbers, "woorden": _listed(said.beside)})
    return Hint("write", {"waarde": numbers})


def _with_fields(text: str, numbers: str, said: _Apart, short: str) -> Hint:
    """A number whose unit or precision stood beside it, as a quantity."""
    words = {"letterlijk": json.dumps(text.strip(), ensure_ascii=False)} if said.loose else {}
    beside = {**said.beside, **words}
    if not beside:
        return Hint("write", {"waarde": numbers})
    if short and " of " not in numbers:
        fields = ", ".join(f"{key}: {word}" for key, word in {"waarde": numbers, **beside}.items())
        return Hint("example", {"voorbeeld": f"{short}: {{{fields}}}"})
    if beside.keys() == {"eenheid"}:
        return Hint("with_unit", {"getal": numbers, "woorden": beside["eenheid"]})
    return Hint("with_fields", {"getal": numbers, "woorden": _listed(beside)})


def _fitting(said: _Apart, *, counts: bool) -> tuple[str, ...]:
    """The readings that can be; all of them where none can. No share is 7125 percent, and it need not be whole."""
    numbers, unit = numbers_meant(said.number), said.beside.get("eenheid", "")
    ends = bounds_of_unit(unit)
    if ends and len(numbers) > 1:
        numbers = tuple(one for one in numbers if ends[0] <= Decimal(one.replace(",", ".")) <= ends[1]) or numbers
    whole = tuple(number for number in numbers if "," not in number)
    return whole if counts and whole and unit != "procent" else numbers


def _listed(fields: Mapping[str, str]) -> str:
    return " en ".join(f"“{key}: {word}”" for key, word in fields.items())


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
