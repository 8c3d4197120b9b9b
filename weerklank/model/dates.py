"""Dates as precisely as they are known, and the types of the model that hold one.

In: text as the author typed it. Out: `PartialDate`, a year, a month or a day.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, InstanceOf, WithJsonSchema
from pydantic_core import PydanticCustomError, PydanticKnownError


@dataclass(frozen=True, order=True)
class PartialDate:
    """A date as precisely as it is known: year, year and month, or a full day (ISO 8601). Sorts by what is known."""

    year: int
    month: int = 0
    day: int = 0

    @property
    def iso(self) -> str:
        """ISO 8601 text of the same precision: `2019`, `2019-06` or `2019-06-12`."""
        parts = [f"{self.year:04d}"] + [f"{part:02d}" for part in (self.month, self.day) if part]
        return "-".join(parts)

    @property
    def first_day(self) -> date:
        """The first day that this date can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The last day that this date can mean."""
        if self.day:
            return self.first_day
        month = self.month or 12
        return date(self.year, month, monthrange(self.year, month)[1])

    def surely_before(self, other: "PartialDate") -> bool:
        """Whether it is earlier however either is to be filled in: 2019 is not surely before 2019-06."""
        for own, its in ((self.year, other.year), (self.month, other.month), (self.day, other.day)):
            if not own or not its:
                return False
            if own != its:
                return own < its
        return False


_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def _to_date(value: object) -> object:
    if isinstance(value, PartialDate):
        return value
    if not isinstance(value, str):
        raise PydanticKnownError("string_type")
    found = _DATE.fullmatch(value.strip())
    if not found:
        raise PydanticCustomError("datum_vorm", "date shape", {"waarde": value})
    year, month, day = (int(part or 0) for part in found.groups())
    try:
        date(year, month or 1, day or 1)
    except ValueError:
        raise PydanticCustomError("datum_bestaat_niet", "no such date", {"waarde": value}) from None
    if (found[2] and not month) or (found[3] and not day):
        raise PydanticCustomError("datum_bestaat_niet", "no such date", {"waarde": value})
    return PartialDate(year, month, day)


DateValue = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_to_date),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}(-\d{2}(-\d{2})?)?$", "examples": ["2019", "2019-06", "2019-06-12"]}
    ),
]


def _to_day(value: object) -> object:
    found = _to_date(value)
    if isinstance(found, PartialDate) and not found.day:
        raise PydanticCustomError("dag_vereist", "a full day", {"waarde": value})
    return found


DayValue = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_to_day),
    WithJsonSchema({"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}$", "examples": ["2019-06-12"]}),
]
"""A full day: from a month that is known alone nobody can tell when something opens."""


@dataclass(frozen=True)
class Happened:
    """Says of a date that it tells what happened, so that it is not later than today. It stands in `Annotated`."""


@dataclass(frozen=True)
class Looked:
    """Says of a date that somebody looked on it: nothing happened then to what the record is about."""


HAPPENED, LOOKED = Happened(), Looked()
PastDate = Annotated[DateValue, HAPPENED]
LookedDate = Annotated[DateValue, HAPPENED, LOOKED]

NOW = PartialDate(9999)
"""The end of a period that still runs (`heden`): sorts after every date."""


def _to_end(value: object) -> object:
    return NOW if value == "heden" else _to_date(value)


EndValue = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_to_end),
    WithJsonSchema(
        {"type": "string", "pattern": r"^(\d{4}(-\d{2}(-\d{2})?)?|heden)$", "examples": ["2019-06", "heden"]}
    ),
]
