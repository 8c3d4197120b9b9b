"""Whether an amount can be what its field says: counts are whole, shares lie within bounds, parts within their total.

In: typed records. Out: findings. How a number is typed is the work of the model.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Breakdown, ComplaintsYear, Quantity
from weerklank.model.fields import at, field_of, fields_of
from weerklank.wording import unit_of

SHARE = "procent"
MOST = 100

_WITHIN = (("total", ("received", "not_a_complaint")), ("received", ("admissible", "inadmissible")))
"""Figures of a complaints year that cannot be less than others together: attributes of `ComplaintsYear`."""


def check_amounts(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Check each amount by itself, and those of a complaints year beside each other."""
    return tuple(found for item in checked for found in _check(item))


def _check(item: Checked) -> Iterator[Finding]:
    kind = type(item.model)
    for path, value in item.pieces:
        if isinstance(value, Quantity):
            yield from _check_one(item, path, value.value, unit=unit_of(value), counts=_counts(kind, path))
        elif isinstance(value, Decimal) and path[-1] != "waarde":
            yield from _check_one(item, path, value, unit="", counts=_counts(kind, path))
            if value < 0 and not _counts(kind, path):
                yield item.say("R013", path, waarde=shown(value), voorwaarde="minstens 0")
    if isinstance(item.model, ComplaintsYear):
        yield from _check_year(item, item.model)


def _counts(kind: type, path: FieldPath) -> bool:
    field = at(kind, path)
    return field is not None and field.counts


def _check_one(item: Checked, path: FieldPath, value: Decimal, *, unit: str, counts: bool) -> Iterator[Finding]:
    where = (*path, "waarde")
    if unit == SHARE:
        if not 0 <= value <= MOST:
            yield item.say("R052", where, hint=Hint("unit"), getal=shown(value))
    elif counts and value < 0:
        yield item.say("R013", where, waarde=shown(value), voorwaarde="minstens 0")
    elif counts and value != value.to_integral_value():
        yield item.say("R051", where, hint=Hint("whole"), getal=shown(value))


def _check_year(item: Checked, year: ComplaintsYear) -> Iterator[Finding]:
    for field in fields_of(year):
        breakdown = field.value(year)
        if isinstance(breakdown, Breakdown) and isinstance(breakdown.total, Decimal):
            yield from _check_sum(item, (field.key,), breakdown, breakdown.total)
    for whole, parts in _WITHIN:
        total = field_of(year, whole).value(year)
        known = [found for name in parts if isinstance(found := field_of(year, name).value(year), Decimal)]
        if isinstance(total, Decimal) and sum(known) > total:
            related = tuple(
                Related(item.span((field_of(year, name).key,)), Elsewhere.PARTS)
                for name in parts
                if isinstance(field_of(year, name).value(year), Decimal)
            )
            path = (field_of(year, whole).key,)
            yield item.say("R053", path, related=related, som=shown(sum(known, Decimal(0))), totaal=shown(total))


def _check_sum(item: Checked, path: FieldPath, breakdown: Breakdown, total: Decimal) -> Iterator[Finding]:
    numbers = {name: part for name, part in breakdown.parts.items() if not isinstance(part, Absence)}
    field = (*path, "totaal")
    if breakdown.kind == "uitsluitend":
        result = sum(numbers.values(), Decimal(0))
        # Where a part is not known, the others may fall short of the total; they can never exceed it.
        complete = len(numbers) == len(breakdown.parts)
        if result > total or (complete and result != total):
            related = (Related(key_span(item.raw, (*path, "delen")), Elsewhere.PARTS),)
            yield item.say(
                "R034", field, hint=Hint("more_choices"), related=related, som=shown(result), totaal=shown(total)
            )
        return
    for name, number in numbers.items():
        if number > total:
            related = (Related(item.span((*path, "delen", name)), Elsewhere.PARTS),)
            yield item.say("R053", field, related=related, som=shown(number), totaal=shown(total))


def shown(value: Decimal) -> str:
    """The number as an author types it."""
    return f"{value:f}".replace(".", ",")
