"""The orders in which a long list can be read: as its table is, by date, by name, by what came of it.

In: the public corpus. Out: `Order` values; the first is that of the list itself and of its table.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weerklank.corpus import Corpus, once
from weerklank.facts.loop import loops
from weerklank.facts.recordfacets import (
    measurements_in_order,
    promises_in_order,
    questions_in_order,
    sources_in_order,
)
from weerklank.facts.tables import listed_adjustments
from weerklank.model import Record
from weerklank.order import by_title, newest_first


@dataclass(frozen=True)
class Order:
    """One order. `id`: in addresses, "" for that of the list itself; `label`: what it is called in a choice of them.

    `ids`: all records of the list.
    """

    id: str
    label: str
    ids: tuple[str, ...]


NEWEST, NAME = ("datum", "nieuwste eerst"), ("naam", "naam")
MOST = ("bijsturingen", "meeste bijsturingen")


def _order(named: tuple[str, str], records: Iterable[Record]) -> Order:
    return Order(*named, tuple(item.id for item in records))


@once
def initiative_orders(corpus: Corpus) -> tuple[Order, ...]:
    """The orders of initiatives; those with as many adjustments stand as in the list, those of one date by title."""
    items = tuple(corpus.initiative(loop.initiative) for loop in loops(corpus))
    newest = newest_first(items, dated=lambda item: item.period)
    led = {loop.initiative: loop.carried_out for loop in loops(corpus)}
    return (
        _order(("", "meest vermeld"), items),
        _order(NEWEST, newest),
        _order(NAME, by_title(items)),
        _order(MOST, sorted(items, key=lambda item: -led[item.id])),
    )


@once
def adjustment_orders(corpus: Corpus) -> tuple[Order, ...]:
    """The orders of adjustments; the date is that of the last step."""
    items = listed_adjustments(corpus)
    newest = newest_first(items, dated=lambda item: item.course[-1].date)
    return (
        _order(("", "per initiatief"), items),
        _order(NEWEST, newest),
        _order(NAME, by_title(items)),
    )


@once
def measurement_orders(corpus: Corpus) -> tuple[Order, ...]:
    """The newest first, or by name."""
    items = measurements_in_order(corpus)
    return (_order(("", NEWEST[1]), items), _order(NAME, by_title(items)))


@once
def question_orders(corpus: Corpus) -> tuple[Order, ...]:
    """The newest first, or by name."""
    items = questions_in_order(corpus)
    return (_order(("", NEWEST[1]), items), _order(NAME, by_title(items)))


@once
def promise_orders(corpus: Corpus) -> tuple[Order, ...]:
    """By how they stand, by the day on which they were said, or by name."""
    items = promises_in_order(corpus)
    newest = newest_first(items, dated=lambda item: item.said_on)
    return (_order(("", "te laat eerst"), items), _order(NEWEST, newest), _order(NAME, by_title(items)))


@once
def source_orders(corpus: Corpus) -> tuple[Order, ...]:
    """By where they come from, by the day on which they appeared, or by name."""
    items = sources_in_order(corpus)
    newest = newest_first(items, dated=lambda item: item.date)
    return (_order(("", "eigen documenten eerst"), items), _order(NEWEST, newest), _order(NAME, by_title(items)))
