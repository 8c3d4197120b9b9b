"""Whether an amount can be what its field says: counts are whole, shares lie within bounds, parts within their total.

In: typed records. Out: findings. How a number is typed is the work of the model.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Breakdown, ComplaintsYear, Quantity, Scale
from weerklank.model.complaints import WHOLES
from weerklank.model.fields import at, field_of, fields_of
from weerklank.wording import unit_of

SHARE = "procent"
MOST = 100

_WITHIN = (("total", ("received", "not_a_complaint")), ("received", ("admissible", "inadmissible")))
"""Figures of a complaints year that cannot be less than others together: attributes of `ComplaintsYear`."""

_TOGETHER = (
    ("total", ("received", "not_a_complaint"), "less"),
    ("received", ("admissible", "inadmissible"), "less"),
    ("received", ("within_45", "over_45"), "more"),
)
"""Figures that are most often together another, and how they can differ all the same: a complaint waits for its
verdict, one of last year is answered now. A complaint that is still open has no term: fewer answers are no surprise."""

_DIVIDED = {
    "themes": "received",
    "inadmissible_by": "inadmissible",
    "outcome": "admissible",
    "solved": "admissible",
    "norms": "admissible",
    "carrier": "total",
    "channel": "total",
}
"""Breakdown -> the figure that it divides, or a part of it: attributes of `ComplaintsYear`."""


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
            if value < 0 and not _counts(kind, path) and not _is_end(kind, path):
                yield item.say("R013", path, waarde=shown(value), voorwaarde="minstens 0")
    if isinstance(item.model, ComplaintsYear):
        yield from _check_year(item, item.model)


def _counts(kind: type, path: FieldPath) -> bool:
    field = at(kind, path)
    return field is not None and field.counts


def _is_end(kind: type, path: FieldPath) -> bool:
    """Whether a number is the lowest or highest of a scale, which may lie below zero."""
    field = at(kind, path)
    return field is not None and field.owner is Scale


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
    for path, breakdown, whole in _breakdowns(year):
        if isinstance(breakdown.total, Decimal):
            yield from _check_sum(item, path, breakdown, breakdown.total)
        yield from _check_whole(item, path, breakdown, year, whole)
    for whole, parts in _WITHIN:
        total, known = _figures(year, (whole,)), _figures(year, parts)
        if total and sum(known.values()) > total[whole]:
            yield _say_sum(item, year, "R053", whole, known)
    for whole, parts, surprise in _TOGETHER:
        total, known = _figures(year, (whole,)), _figures(year, parts)
        more = sum(known.values()) - total.get(whole, Decimal(0))
        if (
            total
            and known
            and total[whole] >= 0
            and (more > 0 if surprise == "more" else more < 0 and len(known) == len(parts))
        ):
            yield _say_sum(item, year, "R056", whole, known)


def _breakdowns(year: ComplaintsYear) -> Iterator[tuple[FieldPath, Breakdown, str]]:
    """Each breakdown with its place and the figure that it divides, or ""; what its author names comes first."""
    for field in fields_of(year):
        breakdown = field.value(year)
        if isinstance(breakdown, Breakdown):
            yield (field.key,), breakdown, WHOLES.get(breakdown.whole or "", _DIVIDED.get(field.attribute, ""))
    for index, own in enumerate(year.divisions):
        yield ("uitsplitsingen", index), own, WHOLES.get(own.whole or "", "")


def _check_whole(
    item: Checked, path: FieldPath, breakdown: Breakdown, year: ComplaintsYear, whole: str
) -> Iterator[Finding]:
    """What is divided is no more than the figure, and just that where the author says that it is that figure."""
    total, size = _figures(year, (whole,)) if whole else {}, _size(breakdown)
    if not total or size == total[whole]:
        return
    related = (Related(item.span((field_of(year, whole).key,)), Elsewhere.WHOLE),)
    complete = breakdown.kind == "uitsluitend" and all(isinstance(part, Decimal) for part in breakdown.parts.values())
    if size > total[whole]:
        where = (*path, "totaal" if isinstance(breakdown.total, Decimal) else "delen")
        yield item.say("R053", where, related=related, som=shown(size), totaal=shown(total[whole]))
    elif breakdown.whole and complete:
        yield item.say("R056", (*path, "van"), related=related, som=shown(size), totaal=shown(total[whole]))


def _figures(year: ComplaintsYear, names: tuple[str, ...]) -> dict[str, Decimal]:
    """The figures of a year that are known, by attribute."""
    values = {name: field_of(year, name).value(year) for name in names}
    return {name: value for name, value in values.items() if isinstance(value, Decimal)}


def _say_sum(item: Checked, year: ComplaintsYear, code: str, whole: str, parts: dict[str, Decimal]) -> Finding:
    related = tuple(Related(item.span((field_of(year, name).key,)), Elsewhere.PARTS) for name in parts)
    total = _figures(year, (whole,))[whole]
    path = (field_of(year, whole).key,)
    return item.say(code, path, related=related, som=shown(sum(parts.values(), Decimal(0))), totaal=shown(total))


def _size(breakdown: object) -> Decimal:
    """How many cases are divided, at least: the total, or exclusive parts together."""
    if not isinstance(breakdown, Breakdown):
        return Decimal(0)
    if isinstance(breakdown.total, Decimal):
        return breakdown.total
    known = [part for part in breakdown.parts.values() if isinstance(part, Decimal)]
    return sum(known, Decimal(0)) if breakdown.kind == "uitsluitend" else max(known, default=Decimal(0))


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
