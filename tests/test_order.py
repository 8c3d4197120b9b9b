"""The order in which readers find records."""

from dataclasses import dataclass
from typing import cast

from weerklank.model import SILENT, Absence, PartialDate, Period, Record
from weerklank.order import by_title, newest_first


@dataclass(frozen=True)
class _Item:
    """As much of a record as has an order."""

    id: str
    title: str
    date: PartialDate | Period | Absence | None = None


def _titles(*items: _Item) -> str:
    found = newest_first(cast("tuple[Record, ...]", items), dated=lambda item: cast("_Item", item).date)
    return " ".join(item.title for item in found)


def test_the_newest_stands_first() -> None:
    """A day is later than its month without a day, and a month than its year: what is vague comes after."""
    items = [
        _Item("a", "jaar", PartialDate(2019)),
        _Item("b", "dag", PartialDate(2019, 6, 12)),
        _Item("c", "maand", PartialDate(2019, 6)),
        _Item("d", "nieuw", PartialDate(2020)),
    ]

    assert "nieuw dag maand jaar" == _titles(*items)


def test_without_a_date_last_and_by_title() -> None:
    """An absence is no date; records of one date stand by title, whatever their ids."""
    items = [_Item("a", "Zee"), _Item("b", "Éb", SILENT), _Item("c", "aak"), _Item("d", "Oud", PartialDate(1900))]

    assert "Oud aak Éb Zee" == _titles(*items)


def test_a_period_counts_as_its_end() -> None:
    """What still runs is newest; without an end the start counts."""
    items = [
        _Item("a", "begonnen", Period.model_validate({"van": "2018"})),
        _Item("b", "voorbij", Period.model_validate({"van": "2010", "tot": "2017"})),
        _Item("c", "loopt", Period.model_validate({"van": "2001", "tot": "heden"})),
        _Item("d", "woorden", Period.model_validate({"letterlijk": "ooit"})),
    ]

    assert "loopt begonnen voorbij woorden" == _titles(*items)


def test_titles_stand_by_alphabet() -> None:
    """Accents and capitals do not count, and the id only where titles are the same."""
    items = [_Item("b", "Éénheid"), _Item("z", "arm"), _Item("a", "Zorg"), _Item("a", "arm")]
    found = by_title(cast("list[Record]", items))

    assert [("a", "arm"), ("z", "arm"), ("b", "Éénheid"), ("a", "Zorg")] == [(item.id, item.title) for item in found]
