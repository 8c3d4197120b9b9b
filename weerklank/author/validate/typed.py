"""What to write instead of a text that is no number, so that obeying it never tells another fact.

In: text as it was typed, and what can stand beside it. Out: hints. A word that changes a number ("meer dan", "%",
"miljoen") is kept in a field that exists there, multiplied out, or said in words: then the hint shows no number.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from types import MappingProxyType

from weerklank.author.validate.meant import (
    FRACTION,
    NUMBER,
    WITH_TIMES,
    numbers_meant,
    plain_of,
    visible,
)
from weerklank.author.validate.numbers import TIMES, in_words
from weerklank.messages import Hint
from weerklank.model.numbers import bounds_of_unit, readings

_BARE = re.compile("[\"']?-?[0-9][0-9., '_]*(?:,-)?[\"']?|-?[.,][0-9]+")
POINTS = "procentpunt"
"""The unit of what percentages differ."""
_UNITS = {
    r"procent(?:punt|punten)\b|%-punt(?:en)?\b": POINTS,
    r"%|\bprocent\b|(?<=\d)procent\b": "procent",
    r"€|\beuro?\b": "euro",
}
"""What stands beside a number for its unit -> how the unit is written; what has the longest words comes first."""
_PRECISIONS = {
    r"\b(?:ca\.?|circa|ongeveer|zowat|pakweg|zo'n|naar schatting|rond(?: de)?|om en bij(?: de)?)(?!\w)|^[~±≈]": (
        "ongeveer"
    ),
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
_BESIDE = (_UNITS, _PRECISIONS, _LOOSE)
_COUNTED = re.compile(
    r" (?:klacht(?:en)?|melding(?:en)?|antwoord(?:en)?|mensen|personen|deelnemers|dossiers|stuks|keer)$",
    re.IGNORECASE,
)
"""What a number counts, which changes nothing."""
_OUT_OF = re.compile(r"(.+) (op [1-9][0-9]{0,3})")
_AND_WORDS = re.compile(r"([-0-9., '_]*[0-9])(?: (?:duizend|miljoen|mln|miljard|mld)\b\.?)? (.+)", re.IGNORECASE)
_WORDS_AFTER = re.compile(r"[^\W\d_][\w -]*")
_NAMED_N = re.compile(r"^n ?[=:] ?", re.IGNORECASE)
"""What stands before a number of answers, and says no more than that it is one."""
_WITH_REMARK = re.compile(r"([^()]+?) ?(\([^()\d]*[^\W\d_][^()\d]*\))")
"""A number with words in brackets behind it."""
_CHANGING = re.compile(rf"\b(?:{'|'.join(TIMES)}|raming|geraamd|schatting|geschat)\b", re.IGNORECASE)
"""What makes another number of it, or says how exact it is, besides the words above."""
_PLUS_MINUS = re.compile(r"\+ ?/ ?-|\+-")
_AROUND = re.compile(r"^± ?")
_NOTHING: Mapping[str, str] = MappingProxyType({})
_NO_CENTS = ",-"
"""What an amount ends with that has none."""
_CENTS = 2
"""How many decimals an amount of money has, at most."""


@dataclass(frozen=True)
class Room:
    """What can stand beside a number, and how that is written there.

    `quantity`: its unit, its precision and the words have a field. `short`: the key of a quantity that was written as
    its number alone, `listed`: it was one of a list; "" and False where the fields are written out, and then `beside`
    is what they hold. `key`: of the field. `unit`: the one that all its numbers have; `margin`: it is one of error.
    `counts`: only a whole number can be meant. `share`: whether it can be a percentage. `parts`: it is a part of a
    breakdown, which has one unit and one precision for all of them: `counted` where the others are no shares.
    `precise`: there is a field for how exact it is, apart from it.
    """

    quantity: bool = True
    short: str = ""
    listed: bool = False
    beside: Mapping[str, str] = field(default_factory=dict)
    key: str = ""
    unit: str = ""
    margin: bool = False
    counts: bool = False
    share: bool = True
    parts: bool = False
    counted: bool = False
    precise: bool = False


@dataclass(frozen=True)
class _Apart:
    """A text taken apart. `beside`: fields with their words; `loose`: the words have to be kept as they are."""

    number: str
    beside: Mapping[str, str]
    loose: bool = False

    def without(self, key: str) -> "_Apart":
        """The same without one of the fields."""
        return replace(self, beside={name: word for name, word in self.beside.items() if name != key})


def number_hint(text: str, room: Room) -> Hint:
    """What to write instead of a text that is no number."""
    plain = _PLUS_MINUS.sub("±", _NAMED_N.sub("", plain_of(text), count=1))
    if not room.quantity and (remarked := _beside_a_remark(plain, room)):
        return remarked
    several = len(NUMBER.findall(_OUT_OF.sub(r"\1", plain))) > 1
    if (several and not _BARE.fullmatch(plain)) or ".." in plain:
        return _in_words(text, room)
    if not NUMBER.search(plain) and not FRACTION.search(plain) and not _worded(plain):
        return Hint("digits")
    said = _fitted(_taken_apart(_AROUND.sub("", plain) if room.margin else plain), room)
    whole = room.counts or said.number.endswith(_NO_CENTS)
    numbers = _fitting(said, counts=whole) if _is_bare(said.number) else ()
    if room.counts and not numbers and _is_bare(said.number):
        return Hint("whole_only")
    if numbers and visible(text) != text.strip() and readings(visible(text)):
        return Hint("unseen", {"waarde": " of ".join(numbers)})
    return _placed(text, numbers, said, room)


def _beside_a_remark(plain: str, room: Room) -> Hint | None:
    """The number, and where a remark in brackets behind it belongs; None where that remark changes the number."""
    found = _WITH_REMARK.fullmatch(plain)
    inner = found[2].strip("() ") if found else ""
    changes = any(re.search(pattern, inner, re.IGNORECASE) for words in _BESIDE for pattern in words)
    if found is None or changes or _CHANGING.search(inner):
        return None
    hint = number_hint(found[1], room)
    if hint.name not in ("write", "alone"):
        return None
    return Hint("remark", {"waarde": hint.arguments["waarde"], "woorden": found[2]})


def _placed(text: str, numbers: tuple[str, ...], said: _Apart, room: Room) -> Hint:
    """The number, and where what stands beside it belongs."""
    if said.beside.get("eenheid") == "procent" and not room.share:
        return _in_words(text, replace(room, quantity=False))
    if not numbers:
        return _in_words(text, room, said.beside)
    if room.parts:
        return _as_part(text, " of ".join(numbers), said, room)
    return (_with_fields if room.quantity else _alone)(text, numbers, said, room)


def _fitted(said: _Apart, room: Room) -> _Apart:
    """The same with the unit that the field has by itself, or without it where that goes without saying."""
    unit = said.beside.get("eenheid", "")
    if room.margin and unit == "procent":
        return replace(said, beside={**said.beside, "eenheid": POINTS})
    own = bool(unit) and room.unit.startswith(unit)
    return said.without("eenheid") if own or (not room.quantity and _COUNTED.fullmatch(f" {unit}")) else said


def _alone(text: str, numbers: tuple[str, ...], said: _Apart, room: Room) -> Hint:
    """A number that has no fields of its own."""
    shown, precision = " of ".join(numbers), said.beside.get("precisie", "")
    if room.precise and room.counts and said.beside == {"eenheid": "procent"}:
        return Hint("own_division", {"getal": shown, "veld": room.key})
    if said.beside.keys() - {"precisie"} or (precision and not room.precise):
        return _in_words(text, room)
    if precision and said.loose:
        return Hint("precise_in_text", {"getal": shown, "veld": f"{room.key}: {precision}", "woorden": text.strip()})
    if precision:
        return Hint("precise", {"getal": shown, "veld": f"{room.key}: {precision}"})
    return Hint("write" if _is_bare(plain_of(text)) else "alone", {"waarde": shown})


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
    found = None if _is_bare(rest) else _AND_WORDS.fullmatch(rest)
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


def _in_words(text: str, room: Room, beside: Mapping[str, str] = _NOTHING) -> Hint:
    """What can be done with words that a number alone would lose, and for which there is no field.

    `beside`: what is known of it all the same, its unit for one.
    """
    if not room.quantity:
        return Hint("in_text", {"woorden": text.strip(), "veld": room.key})
    fields = {"waarde": "…", **beside, "letterlijk": _quoted(text)}
    listed = ", ".join(f"{key}: {word}" for key, word in fields.items())
    return Hint("as_quantity", {"woorden": text.strip(), "voorbeeld": _in_form(listed, room)})


def _as_part(text: str, numbers: str, said: _Apart, room: Room) -> Hint:
    """A part of a breakdown: its unit and its precision hold for all parts."""
    unit, precision = said.beside.get("eenheid", ""), said.beside.get("precisie", "")
    if said.loose or unit not in ("", "procent"):
        return _in_words(text, room)
    if unit and room.counted:
        return Hint("share_among_counts", {"woorden": text.strip(), "veld": room.key})
    new = {key: word for key, word in said.beside.items() if room.beside.get(key) != word}
    if precision and "precisie" in new:
        return Hint(
            "beside_all_parts",
            {"getal": numbers, "woorden": _listed(new), "ander": text.strip(), "veld": room.key},
        )
    if new:
        return Hint("beside_parts", {"getal": numbers, "woorden": _listed(new)})
    return Hint("write", {"waarde": numbers})


def _with_fields(text: str, numbers: tuple[str, ...], said: _Apart, room: Room) -> Hint:
    """A number whose unit or precision stood beside it, as a quantity."""
    words = {"letterlijk": _quoted(text)} if said.loose else {}
    beside = {**said.beside, **words}
    new = {key: word for key, word in beside.items() if room.beside.get(key) != word}
    if not new:
        return Hint("write", {"waarde": " of ".join(numbers)})
    if not room.short and not room.listed:
        return Hint("with_fields", {"getal": " of ".join(numbers), "woorden": _listed(new)})
    forms = (", ".join(f"{key}: {word}" for key, word in {"waarde": one, **beside}.items()) for one in numbers)
    return Hint("example", {"voorbeeld": " of ".join(_in_form(form, room) for form in forms)})


def _in_form(fields: str, room: Room) -> str:
    """The fields of a quantity as they are written where it stands."""
    if room.short or room.listed:
        return f"{room.short}: {{{fields}}}" if room.short else f"{{{fields}}}"
    return fields


def _quoted(text: str) -> str:
    return json.dumps(text.strip(), ensure_ascii=False)


def _fitting(said: _Apart, *, counts: bool) -> tuple[str, ...]:
    """The readings that can be; all of them where none can. No share is 7125 percent, and it need not be whole."""
    numbers, unit = numbers_meant(said.number), said.beside.get("eenheid", "")
    if counts and unit != "procent":  # "8.000" counts eight thousand, not eight
        return tuple(number for number in numbers[-1:] if "," not in number)
    ends = bounds_of_unit("procent" if unit == POINTS else unit)
    if ends and len(numbers) > 1:
        numbers = tuple(one for one in numbers if ends[0] <= Decimal(one.replace(",", ".")) <= ends[1]) or numbers
    if unit == "euro" and len(numbers) > 1:  # no amount has thousandths
        numbers = tuple(one for one in numbers if _decimals(said.number, one) <= _CENTS) or numbers
    return numbers


def _decimals(typed: str, read: str) -> int:
    """How many decimals a reading has, as it was typed: three, where "14.600" is 14,6 and "8.000" is 8."""
    return 0 if read == numbers_meant(typed)[-1] else len(re.split("[.,]", typed)[-1])


def _listed(fields: Mapping[str, str]) -> str:
    return " en ".join(f"“{key}: {word}”" for key, word in fields.items())
