"""Whether an amount can be what its field says: counts are whole, shares lie within bounds, parts within their total.

In: typed records. Out: findings. How a number is typed is the work of the model.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.numbers import TIMES
from weerklank.author.validate.places import Checked, key_span
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Breakdown, ComplaintsYear, Quantity, Scale
from weerklank.model.complaints import WHOLES
from weerklank.model.fields import Many, ValueShape, at, field_of, fields_of
from weerklank.wording import unit_of

SHARE = "procent"
ANSWERS = "n"
"""The key of how many answered, which is never a share: that is how many of those who were asked did."""
MOST = 100
ROUNDING = Decimal("0.5")
"""By how much a share can differ from the exact one when it is rounded to its last digit."""
LOOSE = 10
"""By how many percent of their whole parts that are not exact may together differ from it."""
FEW, MANY = 2, 10
"""From how many times their sum on a whole cannot be what parts that count once, or more than once, are counts of."""

WITHIN = (("total", ("received", "not_a_complaint")), ("received", ("admissible", "inadmissible")))
"""Figures of a complaints year that cannot be less than others together: attributes of `ComplaintsYear`."""

_TOGETHER = (
    ("total", ("received", "not_a_complaint"), "less"),
    ("received", ("admissible", "inadmissible"), "less"),
    ("received", ("within_45", "over_45"), "more"),
)
"""Figures that are most often together another, and how they can differ all the same: a complaint waits for its
verdict, one of last year is answered now. A complaint that is still open has no term: fewer answers are no surprise."""

_MONEY = ("kosten", "bedrag")
"""Fields with an amount of money."""

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
            if path[-1 if isinstance(path[-1], str) else -2] in _MONEY and not value.unit:
                yield item.say("R107", path, hint=Hint("euro", {"getal": shown(value.value)}), getal=shown(value.value))
            yield from _check_one(item, path, value.value, unit=unit_of(value), counts=_counts(kind, path))
        elif isinstance(value, Decimal) and path[-1] != "waarde":
            yield from _check_one(item, path, value, unit=_unit(item, path), counts=_counts(kind, path))
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
    where = path if _is_part(item, path) else (*path, "waarde")
    if unit == SHARE and path[-1] == ANSWERS:
        yield item.say("R051", where, hint=Hint("whole_only"), getal=f"{shown(value)} {SHARE}")
    elif unit == SHARE:
        if not 0 <= value <= MOST:
            hint = Hint("unit_of_parts" if _is_part(item, path) else "unit")
            yield item.say("R052", where, hint=hint, getal=shown(value))
    elif counts and value < 0:
        yield item.say("R013", where, waarde=shown(value), voorwaarde="minstens 0")
    elif counts and value != value.to_integral_value():
        yield item.say("R051", where, hint=_multiplied(value, unit) or _whole(item, path), getal=shown(value))


def _multiplied(value: Decimal, unit: str) -> Hint | None:
    """How to write a count of which the unit says "miljoen"; None where it does not."""
    times, _, what = unit.partition(" ")
    if times.lower() not in TIMES:
        return None
    number = shown((value.scaleb(TIMES[times.lower()]) + 0).quantize(Decimal(1)))
    return Hint("multiplied", {"getal": number, "woorden": f"“eenheid: {what}”" if what else "geen eenheid"})


def _whole(item: Checked, path: FieldPath) -> Hint:
    """How to write a share where one may stand: a quantity has a unit, the parts of a breakdown have one together."""
    field = at(type(item.model), path)
    if field is None or field.shape is ValueShape.QUANTITY:
        return Hint("whole")
    return Hint("whole_part" if _is_part(item, path) else "whole_only")


def _is_part(item: Checked, path: FieldPath) -> bool:
    """Whether a number is a part of a breakdown."""
    field = at(type(item.model), path)
    return field is not None and field.many is Many.NAMED


def _unit(item: Checked, path: FieldPath) -> str:
    """The unit of a bare number: percent for a part of a breakdown in shares."""
    around = next((piece for place, piece in item.pieces if place == path[:-2]), None)
    return SHARE if isinstance(around, Breakdown) and around.in_shares and path[-2:-1] == ("delen",) else ""


def _check_year(item: Checked, year: ComplaintsYear) -> Iterator[Finding]:
    for path, breakdown, name in breakdowns(year):
        whole = WHOLES.get(breakdown.whole or "", _DIVIDED.get(name, ""))
        if breakdown.in_shares:
            yield from _check_shares(item, path, breakdown)
            if breakdown.total == MOST and _figures(year, (whole,) if whole else ()).get(whole) != MOST:
                yield item.say("R095", (*path, "totaal"), hint=Hint("no_total"))
        elif size := _as_percentages(year, breakdown, whole):
            together = shown(sum(_known(breakdown), Decimal(0)))
            yield item.say("R092", (*path, "delen"), hint=Hint("units"), som=together, totaal=shown(size))
            continue
        elif isinstance(breakdown.total, Decimal):
            yield from _check_sum(item, path, breakdown, breakdown.total)
        yield from _check_whole(item, path, breakdown, year, whole)
    for whole, parts in WITHIN:
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


def breakdowns(year: ComplaintsYear) -> Iterator[tuple[FieldPath, Breakdown, str]]:
    """Each breakdown of a year with its place and its attribute; "" for one of the agency's own."""
    for field in fields_of(year):
        breakdown = field.value(year)
        if isinstance(breakdown, Breakdown):
            yield (field.key,), breakdown, field.attribute
    for index, own in enumerate(year.divisions):
        yield ("uitsplitsingen", index), own, ""


def _check_whole(
    item: Checked, path: FieldPath, breakdown: Breakdown, year: ComplaintsYear, whole: str
) -> Iterator[Finding]:
    """What is divided is no more than the figure, and just that where the author says that it is that figure."""
    total, size = _figures(year, (whole,)) if whole else {}, _size(breakdown)
    if not total or size == total[whole] or (breakdown.in_shares and not size):
        return
    related = (Related(item.span((field_of(year, whole).key,)), Elsewhere.WHOLE),)
    complete = breakdown.kind == "uitsluitend" and all(isinstance(part, Decimal) for part in breakdown.parts.values())
    exact = breakdown.in_shares or isinstance(breakdown.total, Decimal)
    way = "exact" if exact else breakdown.precision
    if _is_more(size, total[whole], way):
        where = (*path, "totaal" if isinstance(breakdown.total, Decimal) else "delen")
        yield item.say("R053", where, related=related, som=shown(size), totaal=shown(total[whole]))
    elif breakdown.whole and complete and _is_less(size, total[whole], way):
        yield item.say("R056", (*path, "van"), related=related, som=shown(size), totaal=shown(total[whole]))


def _figures(year: ComplaintsYear, names: tuple[str, ...]) -> dict[str, Decimal]:
    """The figures of a year that are known exactly, by attribute."""
    values = {name: field_of(year, name).value(year) for name in names if year.is_exact(name)}
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
    known = () if breakdown.in_shares else _known(breakdown)
    return sum(known, Decimal(0)) if breakdown.kind == "uitsluitend" else max(known, default=Decimal(0))


def _known(breakdown: Breakdown) -> tuple[Decimal, ...]:
    return tuple(part for part in breakdown.parts.values() if isinstance(part, Decimal))


def _as_percentages(year: ComplaintsYear, breakdown: Breakdown, whole: str) -> Decimal | None:
    """What parts divide that were typed as counts and together make a hundred, while that is far more; else None.

    An author who writes down that these are counts is believed.
    """
    known, figure = _known(breakdown), next(iter(_figures(year, (whole,) if whole else ()).values()), None)
    # A hundred beside them is what percentages are together, as well as a number.
    total = breakdown.total if isinstance(breakdown.total, Decimal) else None
    size = figure if total is None or (total == MOST and figure is not None) else total
    if breakdown.unit or size is None or len(known) < 2 or max(known, default=MOST) > MOST:  # noqa: PLR2004 - one part divides nothing
        return None
    together, once = sum(known, Decimal(0)), breakdown.kind == "uitsluitend"
    hundred = abs(together - MOST) <= len(known) * ROUNDING if once else together >= MOST
    return size if hundred and size >= (FEW if once else MANY) * together else None


def _check_shares(item: Checked, path: FieldPath, breakdown: Breakdown) -> Iterator[Finding]:
    """Shares of cases that count once are a hundred together, as far as rounding and "ongeveer" let them be."""
    known = _known(breakdown)
    together = sum(known, Decimal(0))
    finest = max((-int(part.as_tuple().exponent) for part in known), default=0)
    slack, whole = len(known) * ROUNDING.scaleb(-finest), Decimal(MOST)
    more = _is_more(together, whole, breakdown.precision, slack)
    code = "R034" if more else "R056" if _is_less(together, whole, breakdown.precision, slack) else ""
    if code and breakdown.kind == "uitsluitend" and (code == "R034" or len(known) == len(breakdown.parts)):
        hint = Hint("more_choices") if code == "R034" else None
        parts, percent = (*path, "delen"), f"{shown(together)} procent"
        yield item.say(code, parts, hint=hint, som=percent, totaal=f"{MOST} procent")


def _check_sum(item: Checked, path: FieldPath, breakdown: Breakdown, total: Decimal) -> Iterator[Finding]:
    numbers = {name: part for name, part in breakdown.parts.items() if not isinstance(part, Absence)}
    field = (*path, "totaal")
    if breakdown.kind == "uitsluitend":
        result = sum(numbers.values(), Decimal(0))
        # Where a part is not known, the others may fall short of the total; they can never exceed it.
        complete = len(numbers) == len(breakdown.parts)
        way = breakdown.precision
        if _is_more(result, total, way) or (complete and _is_less(result, total, way)):
            related = (Related(key_span(item.raw, (*path, "delen")), Elsewhere.PARTS),)
            yield item.say(
                "R034",
                field,
                hint=Hint("more_choices") if result > total else None,
                related=related,
                som=shown(result),
                totaal=shown(total),
            )
        return
    for name, number in numbers.items():
        if _is_more(number, total, breakdown.precision):
            related = (Related(item.span((*path, "delen", name)), Elsewhere.PARTS),)
            yield item.say("R053", field, related=related, som=shown(number), totaal=shown(total))


def _is_more(together: Decimal, whole: Decimal, precision: str, slack: Decimal = Decimal(0)) -> bool:
    """Whether parts are more than their whole can be; at most so many may always be fewer. `slack`: of rounding."""
    return precision != "hoogstens" and together > whole + _slack(whole, precision, slack)


def _is_less(together: Decimal, whole: Decimal, precision: str, slack: Decimal = Decimal(0)) -> bool:
    """Whether parts are less than their whole can be; at least so many may always be more."""
    return precision != "minstens" and together < whole - _slack(whole, precision, slack)


def _slack(whole: Decimal, precision: str, slack: Decimal) -> Decimal:
    return max(slack, whole * LOOSE / MOST) if precision == "ongeveer" else slack


def shown(value: Decimal) -> str:
    """The number as an author types it."""
    return f"{value:f}".replace(".", ",")
