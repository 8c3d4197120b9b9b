"""What an author most likely meant by a value that does not fit, so that a hint can show it as it is to be written.

In: text as it was typed. Out: that text in the form of the model, or "" when nobody can tell, and hints that show it.
It corrects nothing.
"""

import re
import unicodedata
from calendar import monthrange
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from weerklank.author.validate.numbers import in_words
from weerklank.kinds import FOLDERS, KINDS
from weerklank.messages import Hint
from weerklank.model import PartialDate
from weerklank.model.numbers import readings, unmistakable

_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september", "sept"),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
"""What people write for each month, in Dutch and in English; three letters of it are enough."""
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR = re.compile(r"(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:ste|de|e|st|nd|rd|th)?\.? )?([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[t ]\d.*")
_NUMBER = re.compile(r"(?<![\w.,'_])(?:-|[.,])?[0-9]+(?:[., '_][0-9]+)*(?!\w|[.,][0-9])")
"""A number that stands by itself in a text: 2k, 0x1F and 1e3 are none."""
_BARE = re.compile("[0-9., '_\"-]+")
_TIMES = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
_WITH_TIMES = re.compile(rf"(.+?) ({'|'.join(_TIMES)})\.?", re.IGNORECASE)
_FRACTION = re.compile(r"([0-9]*) ?([¼½¾⅕⅖⅗⅘⅛⅜⅝⅞])")
_UNITS = {
    r"procent(?:punt|punten)|%-punt(?:en)?": "procentpunt",
    r"%|procent\b": "procent",
    r"€|\beuro?\b": "euro",
}
"""What stands beside a number for its unit -> how the unit is written; what has the longest words comes first."""
_PRECISIONS = {
    r"\b(?:ca\.?|circa|ongeveer|zowat|pakweg|rond(?: de)?|om en bij(?: de)?)(?!\w)|^[~±≈]": "ongeveer",
    r"\b(?:minstens|minimaal|minimum|ten minste)\b|^≥": "minstens",
    r"\b(?:hoogstens|maximaal|maximum|ten hoogste)\b|^≤": "hoogstens",
}
"""Words beside a number that say how exact it is -> how that is written."""
_MONTHS_IN_A_YEAR = 12
_ALIKE = {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"), **dict.fromkeys("‘’´`", "'")}
_ABOUT = re.compile(
    r"(sinds|vanaf|in|begin|eind|einde|midden|half|ca\.|circa|rond|omstreeks|voor|vóór|na|tot|tegen|zomer|voorjaar"
    r"|najaar|winter|lente|herfst)(?: van)? ",
    re.IGNORECASE,
)
NO_DAY = ("days", "months")
"""The hints of `day_hint` for a day that does not exist."""

UNKNOWN = dict.fromkeys(
    ("onbekend", "?", "??", "n.b.", "nb", "geen", "geen idee", "-", "/", "weet niet", "unknown"), "niet_vermeld"
) | dict.fromkeys(("n.v.t.", "nvt", "n.v.t", "niet van toepassing", "n/a", "n.a.", "na"), "niet_van_toepassing")
"""Words for what is not there -> the absence that is most often meant."""


def day_meant(text: str) -> tuple[int, int, int]:
    """Year, month and day that a text most likely names, as numbers that need not exist; 0 for what is not said."""
    plain = " ".join(text.lower().split())
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
        # Only an American date has a month above twelve in second place.
        return (year, day, month) if month > _MONTHS_IN_A_YEAR >= day else (year, month, day)
    if found := _WITH_TIME.fullmatch(plain):
        plain = found[1]
    if found := _YEAR.fullmatch(plain):
        return int(found[1]), 0, 0
    if found := _YEAR_FIRST.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3] or 0)
    if found := _IN_WORDS.fullmatch(plain):
        return (int(found[3]), month, int(found[1] or 0)) if (month := _month(found[2])) else (0, 0, 0)
    if found := _MONTH_FIRST.fullmatch(plain):
        return (int(found[3]), month, int(found[2])) if (month := _month(found[1])) else (0, 0, 0)
    return 0, 0, 0


def days_in(year: int, month: int) -> int:
    """How many days a month has; 0 for a month or a year that does not exist."""
    return monthrange(year, month)[1] if year and 1 <= month <= _MONTHS_IN_A_YEAR else 0


def numbers_meant(text: str) -> tuple[str, ...]:
    """How to type the one number in a text, or in Dutch words; two ways where it can be read in two, () for no one."""
    plain = _plain(text)
    if found := _WITH_TIMES.fullmatch(plain):
        ones = (Decimal(one.replace(",", ".")) for one in numbers_meant(found[1]))
        return tuple(unmistakable(one.scaleb(_TIMES[found[2].lower()])) for one in ones)
    if found := _FRACTION.fullmatch(plain):
        return (unmistakable(Decimal(found[1] or 0) + Decimal(str(unicodedata.numeric(found[2])))),)
    if word := in_words(plain):
        return (word,)
    numbers = _NUMBER.findall(plain)
    return tuple(map(unmistakable, readings(_tidy(numbers[0])))) if len(numbers) == 1 else ()


@dataclass(frozen=True)
class Room:
    """What can stand beside a number. `quantity`: its unit and its precision have a field.

    `short`: the key of a quantity that was written as its number alone, or "". `counts`: only a whole number can be
    meant. `parts`: it is a part of a breakdown, which has one unit and one precision for all of them.
    """

    quantity: bool = True
    short: str = ""
    counts: bool = False
    parts: bool = False


def number_hint(text: str, room: Room) -> Hint:
    """What to write instead of a text that is no number."""
    plain, numbers = _plain(text), " of ".join(_fitting(numbers_meant(text), counts=room.counts))
    if not numbers:
        return Hint("only_number" if len(_NUMBER.findall(plain)) > 1 else "digits")
    if _visible(text) != text.strip() and readings(_visible(text)):
        return Hint("unseen", {"waarde": numbers})
    return _beside(plain, numbers, room)


def as_words(value: object) -> str:
    """A quantity as one would say it, where its number alone belongs: "ongeveer 61,3 procent"."""
    named = value if isinstance(value, dict) else {}
    return " ".join(word for key in ("precisie", "waarde", "eenheid") if isinstance(word := named.get(key), str))


def _beside(plain: str, numbers: str, room: Room) -> Hint:
    """Where what stands beside the number belongs."""
    found = {"eenheid": _named(_UNITS, plain), "precisie": _named(_PRECISIONS, plain)}
    beside = {key: word for key, word in found.items() if word}
    if room.parts and beside and found["eenheid"] in {"", "procent"}:
        return Hint("beside_parts", {"getal": numbers, "woorden": _listed(beside)})
    if room.quantity and beside:
        return _with_fields(numbers, beside, room.short)
    if beside.get("precisie"):
        return Hint("alone_about", {"waarde": numbers, "woorden": beside["precisie"]})
    bare = in_words(plain) or any(whole.fullmatch(plain) for whole in (_BARE, _WITH_TIMES, _FRACTION))
    if room.quantity and not bare:
        return Hint("rest_elsewhere", {"getal": numbers})
    return Hint("write" if bare else "alone", {"waarde": numbers})


def _with_fields(numbers: str, beside: Mapping[str, str], short: str) -> Hint:
    """A number whose unit or precision stood beside it, as a quantity."""
    if short and " of " not in numbers:
        fields = ", ".join(f"{key}: {word}" for key, word in {"waarde": numbers, **beside}.items())
        return Hint("example", {"voorbeeld": f"{short}: {{{fields}}}"})
    if "precisie" in beside:
        return Hint("with_fields", {"getal": numbers, "woorden": _listed(beside)})
    return Hint("with_unit", {"getal": numbers, "woorden": beside["eenheid"]})


def _fitting(numbers: tuple[str, ...], *, counts: bool) -> tuple[str, ...]:
    """The readings that can be; all of them where none can."""
    whole = tuple(number for number in numbers if "," not in number)
    return whole if counts and whole else numbers


def _named(words: Mapping[str, str], text: str) -> str:
    """The first word whose pattern is in a text, or ""."""
    return next((word for pattern, word in words.items() if re.search(pattern, text, re.IGNORECASE)), "")


def _listed(fields: Mapping[str, str]) -> str:
    return " en ".join(f"“{key}: {word}”" for key, word in fields.items())


def day_hint(text: str) -> Hint:
    """What to write instead of a text that is no date, or how many days and months there are."""
    year, month, day = day_meant(text)
    if about := _ABOUT.match(text.strip()):
        year, month, day = day_meant(text.strip()[about.end() :])
        if year and day <= days_in(year, month or 1):
            return Hint("about", {"waarde": PartialDate(year, month, day).iso, "woorden": about[1].lower()})
        year = 0
    if not year:
        return Hint("day")
    last = days_in(year, month)
    if not last:
        return Hint("months")
    if day > last:
        return Hint("days", {"waarde": PartialDate(year, month).iso, "grens": str(last)})
    return Hint("write", {"waarde": PartialDate(year, month, day).iso})


def _visible(text: str) -> str:
    """The text without characters that nobody sees."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def _plain(text: str) -> str:
    """The text with one kind of space, dash, quotation mark and digit."""
    signs = (str(unicodedata.decimal(sign)) if sign.isdecimal() else _ALIKE.get(sign, sign) for sign in _visible(text))
    return " ".join("".join(signs).split())


def _tidy(number: str) -> str:
    """A number without marks that only part thousands, and without zeros before it."""
    grouped = re.fullmatch(r"(-?[0-9]{1,3})((?:['_][0-9]{3})+)((?:[.,][0-9]+)?)", number)
    bare = re.sub(r"['_]", "", number) if grouped else number
    return re.sub(r"^(-?)(?=[.,])", r"\g<1>0", re.sub(r"^(-?)0+(?=[0-9])", r"\1", bare))


def id_meant(text: str) -> str:
    """The id in the name of a file, an address within content/, a title or a reference with its kind."""
    plain = re.sub(r"\.(md|ya?ml|txt)$", "", text.strip().lower())
    folder, slash, name = plain.rpartition("/")
    kind, colon, other = plain.partition(":")
    if slash and folder.rpartition("/")[2] in FOLDERS:
        plain = name
    elif colon and (kind in KINDS or kind in FOLDERS):
        plain = other
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def file_meant(text: str) -> str:
    """The name of a file with small letters and hyphens: "Foto plein.JPG" -> "foto-plein.jpg"."""
    stem, _, ending = text.strip().rpartition(".")
    return f"{id_meant(stem)}.{ending.lower()}"


def mail_meant(text: str) -> str:
    """A mail address that was hidden from machines: "wij(at)x.be" -> "wij@x.be"."""
    return re.sub(r"\s*[(\[]\s*at\s*[)\]]\s*", "@", text.strip())


def kind_meant(text: str) -> str:
    """The kind in a reference that names the folder of it: "metingen:x" -> "meting"."""
    kind, colon, _ = text.strip().lower().partition(":")
    return (kind if kind in KINDS else FOLDERS.get(kind, "")) if colon else ""


def _month(word: str) -> int:
    return next((number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)), 0)
