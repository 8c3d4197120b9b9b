"""Numbers as people type them: what a text can mean as a number, and the types of the model that hold one.

In: text. Out: an exact `Decimal`, never a binary float. What can be read in two ways is not guessed: the author is
asked, with both readings.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError

# Python also reads "1_000", "1e9", "NaN", "007" and the digits of other scripts as numbers; no author means these.
_PLAIN = re.compile(r"([+-]?)(0|[1-9][0-9]*)(?:[.,]([0-9]+))?")
_GROUPED = re.compile(r"([+-]?)([1-9][0-9]{0,2}(?:([ .,])[0-9]{3})(?:\3[0-9]{3})*)(?:(?!\3)[.,]([0-9]+))?")
_THOUSAND = 3
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2007\u2009\u202f", " "))


def readings(text: str) -> tuple[Decimal, ...]:
    """Everything that a text can mean as a number: none, one, or two ("12.500" is 12,5 and 12 500).

    Decimals stand behind a comma or a point, thousands are not marked or by a space, points or commas. The minus of
    typography counts as one; spaces of every width do.
    """
    tidy = text.strip().translate(_SPACES).replace("\u2212", "-")
    found: dict[Decimal, None] = {}
    for sign, whole, decimals in _parts(tidy):
        number = Decimal(f"{sign}{whole}.{decimals}") if decimals else Decimal(f"{sign}{whole}")
        found.setdefault(number)
    return tuple(found)


def _parts(text: str) -> list[tuple[str, str, str]]:
    """Sign, digits before and digits behind the decimal sign, of each shape that fits."""
    plain, grouped = _PLAIN.fullmatch(text), _GROUPED.fullmatch(text)
    shapes = [(plain[1], plain[2], plain[3] or "")] if plain else []
    if grouped:
        shapes.append((grouped[1], re.sub(r"[ .,]", "", grouped[2]), grouped[4] or ""))
    return shapes


_PERCENT = frozenset({"procent", "%", "percent"})
_OUT_OF = re.compile(r"op ([1-9][0-9]{0,3})")
_OUT_OF_WORDS = {"op vijf": 5, "op tien": 10, "op twintig": 20, "op honderd": 100}


def bounds_of_unit(unit: str) -> tuple[Decimal, Decimal] | None:
    """The lowest and highest that a unit allows by itself: percent, marks out of ten, NPS. None for any other."""
    plain = unit.strip().casefold()
    if plain in _PERCENT:
        return Decimal(0), Decimal(100)
    if plain == "nps":
        return Decimal(-100), Decimal(100)
    found = _OUT_OF.fullmatch(plain)
    most = int(found[1]) if found else _OUT_OF_WORDS.get(plain)
    return (Decimal(0), Decimal(most)) if most else None


def within_unit(text: str, unit: str) -> Decimal | None:
    """The one reading of a number with two that its unit allows: "72,543" of a percentage. None for any other text."""
    found, ends = readings(text), bounds_of_unit(unit)
    fitting = [number for number in found if ends is not None and ends[0] <= number <= ends[1]]
    return fitting[0] if len(found) > 1 and len(fitting) == 1 else None


def unmistakable(number: Decimal) -> str:
    """The number as it can be typed without a second reading: never with exactly three decimals."""
    whole, _, decimals = f"{number:f}".partition(".")
    kept = decimals.rstrip("0")
    return f"{whole},{kept if len(kept) != _THOUSAND else kept + '0'}" if kept else whole


def _to_decimal(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("decimal_type")
    found = readings(value)
    if not found:
        raise PydanticCustomError("getal_vorm", "not a number", {"waarde": value})
    if len(found) > 1:
        decimal, whole = found
        asked = {"waarde": value, "decimaal": unmistakable(decimal), "geheel": unmistakable(whole)}
        raise PydanticCustomError("getal_twee_lezingen", "two readings", asked)
    return found[0]


Number = Annotated[Decimal, BeforeValidator(_to_decimal), WithJsonSchema({"type": ["number", "string"]})]
"""An exact number of any sign, as it is typed."""


@dataclass(frozen=True)
class Counted:
    """Says of a number, or of a quantity without percent, that it counts: it is whole. It stands in `Annotated`."""


COUNTED = Counted()
Whole = Annotated[Number, COUNTED]
"""How many there are."""


def _to_int(value: object) -> object:
    found = readings(value) if isinstance(value, str) else ()
    if len(found) != 1 or found[0] != found[0].to_integral_value():
        raise PydanticCustomError("getal_heel", "not a whole number", {"waarde": value})
    return int(found[0])


Ordinal = Annotated[int, BeforeValidator(_to_int)]
"""The number that something has in a row."""
