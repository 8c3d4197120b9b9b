"""What the figures of a measurement must keep: their scale, their margin, their size, and what a series needs.

In: typed records. Out: findings. Whether the figures of a series measure one thing is the work of `series`.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.amounts import shown
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Absence, Measurement, Organisation, PartialDate, Quantity, Result, Scale, Series
from weerklank.model.comparing import bounds, declared, lacking, scale_ends
from weerklank.model.fields import field_of
from weerklank.wording import listing, scale_words, unit_of

_CHANCE = "toevallig"
_OTHER_SCALE = re.compile(r"scha(?:al|len)\b", re.IGNORECASE)
_SAME_SCALE = re.compile(r"(?:zelfde|geen andere|niet de) \w*schaal\b", re.IGNORECASE)
_SHARES = (Decimal(0), Decimal(100))
_OF_SHARES = ("procent", "procentpunt", "")
_AT_95 = Decimal("0.98")
_FAR = 3
"""From so many times what chance can do a margin is most often a slip: a design can double it."""
_LEAST = 2
"""So many figures make a series that can be drawn."""


def check_surveys(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Check the results and series of each measurement."""
    items = [item for item in checked if isinstance(item.model, Measurement)]
    models = [item.model for item in items if isinstance(item.model, Measurement)]
    known = declared(models)
    drawn = _drawn(models)
    organisation = next((item.model for item in checked if isinstance(item.model, Organisation)), None)
    least = organisation.smallest_group if organisation else 0
    return tuple(
        found
        for item in items
        if isinstance(item.model, Measurement)
        for found in (
            *_results(item, item.model, known=known, drawn=drawn, least=least),
            *_margins(item, item.model),
            *_too_wide(item, item.model, known),
            *_given_away(item, item.model, least),
            *_series(item, item.model, known=known, models=models),
            *_sizes(item, item.model),
        )
    )


def _sizes(item: Checked, model: Measurement) -> Iterator[Finding]:
    """Who answered a question filled in the list, and who filled it in was asked; each in the same year."""
    whole, part = field_of(Measurement, "invited"), field_of(Measurement, "completed")
    asked, answered = _by_year(whole.value(model)), _by_year(part.value(model))
    for year in asked.keys() & answered.keys():
        (first, total), (second, number) = asked[year], answered[year]
        if number > total:
            related = (Related(item.span((part.key, second)), Elsewhere.PARTS),)
            yield item.say("R053", (whole.key, first), related=related, som=shown(number), totaal=shown(total))
    filled_in = _filled_in(model)
    for index, result in enumerate(model.results):
        most = filled_in.get(_year(result.year))
        if isinstance(result.respondents, Quantity) and most and result.respondents.value > most[1]:
            related = (Related(item.span((part.key, most[0])), Elsewhere.WHOLE),)
            number = result.respondents.value
            yield item.say(
                "R053", ("resultaten", index, "n"), related=related, som=shown(number), totaal=shown(most[1])
            )


def _filled_in(model: Measurement) -> dict[str, tuple[int, Decimal]]:
    """How many filled in the list, by the years of its results; a number without a year is of a year that is alone."""
    answered = _by_year(field_of(Measurement, "completed").value(model))
    years = {_year(result.year) for result in model.results}
    return dict.fromkeys(years, answered[""]) | answered if "" in answered and len(years) == 1 else answered


def _by_year(counted: object) -> dict[str, tuple[int, Decimal]]:
    """Each number with its place in the list, by its year; by "" where there is none."""
    if not isinstance(counted, tuple):
        return {}
    return {_year(one.year): (place, one.value) for place, one in enumerate(counted)}


def _year(value: object) -> str:
    return value.iso if isinstance(value, PartialDate) else ""


def _drawn(models: list[Measurement]) -> frozenset[str]:
    """The series with enough figures to be drawn."""
    named = [r.series for item in models for r in item.results if r.series and isinstance(r.value, Quantity)]
    return frozenset(name for name in named if named.count(name) >= _LEAST)


def _results(
    item: Checked, model: Measurement, *, known: Mapping[str, Series], drawn: frozenset[str], least: int
) -> Iterator[Finding]:
    answered = _by_year(model.completed)
    for index, result in enumerate(model.results):
        path: FieldPath = ("resultaten", index)
        if size := _too_few(result, answered, least):
            where = "n" if isinstance(result.respondents, Quantity) else "waarde"
            yield item.say("R085", (*path, where), hint=Hint("shield"), getal=shown(size), grens=str(least))
        if not isinstance(result.value, Quantity):
            continue
        yield from _outside(item, (*path, "waarde"), result.value, bounds(model, result, known.get(result.series)))
        missing = lacking(model, result)
        if result.series in drawn and missing:
            words = listing(missing)
            yield item.say("R084", (*path, "reeks"), hint=Hint("add_or_alone"), id=result.series, gevonden=words)


def _too_few(result: Result, answered: Mapping[str, tuple[int, Decimal]], least: int) -> Decimal | None:
    """So many answered, where that is too few to tell: of a figure, and of one that is shielded because of it."""
    size = result.respondents.value if isinstance(result.respondents, Quantity) else None
    if size is None and isinstance(result.value, Quantity):
        size = answered.get(_year(result.year), answered.get("", (0, None)))[1]
    told = isinstance(result.value, Quantity) or _is_shielded(result)
    return size if told and size is not None and size < least else None


def _outside(
    item: Checked, path: FieldPath, value: Quantity, within: tuple[Decimal, Decimal] | None
) -> Iterator[Finding]:
    """A figure that its scale does not have; a share beyond 0 and 100 is found with the amounts."""
    if within is None or unit_of(value) == "procent" or within[0] <= value.value <= within[1]:
        return
    low, high = within
    where = f"van {shown(low)} tot {shown(high)}"
    yield item.say("R080", (*path, "waarde"), hint=Hint("scale"), getal=shown(value.value), voorwaarde=where)


def _margins(item: Checked, model: Measurement) -> Iterator[Finding]:
    """A margin of error says what chance can do; where chance chose nobody, there is none."""
    if isinstance(model.choice, Absence) or model.choice == _CHANCE:
        return
    places: list[FieldPath] = [("foutenmarge",)] if isinstance(model.margin, Quantity) else []
    places += [
        ("resultaten", index, "foutenmarge")
        for index, result in enumerate(model.results)
        if isinstance(result.margin, Quantity)
    ]
    for path in places:
        related = (Related(item.span(("keuze",)), Elsewhere.CHOICE),)
        yield item.say("R083", path, hint=Hint("no_margin"), related=related, waarde=model.choice)


def _too_wide(item: Checked, model: Measurement, known: Mapping[str, Series]) -> Iterator[Finding]:
    """A margin that says nothing, or is far more than chance can do with so many answers.

    At 95 percent chance does at most 0.98 times the length of the scale divided by the root of the number of answers.
    """
    answered = {year: number for year, (_, number) in _by_year(model.completed).items()}
    if isinstance(model.margin, Quantity):
        ends = _SHARES if unit_of(model.margin) in _OF_SHARES else scale_ends(model.scale)
        yield from _wide(item, ("foutenmarge",), model.margin, ends, min(answered.values(), default=None))
    for index, result in enumerate(model.results):
        if isinstance(result.margin, Quantity) and isinstance(result.value, Quantity):
            ends = bounds(model, result, known.get(result.series))
            own = result.respondents.value if isinstance(result.respondents, Quantity) else None
            size = own or answered.get(_year(result.year), answered.get(""))
            yield from _wide(item, ("resultaten", index, "foutenmarge"), result.margin, ends, size)


def _wide(
    item: Checked, path: FieldPath, margin: Quantity, ends: tuple[Decimal, Decimal] | None, size: Decimal | None
) -> Iterator[Finding]:
    if margin.value < 0:
        yield item.say("R013", (*path, "waarde"), waarde=shown(margin.value), voorwaarde="minstens 0")
    if ends is None:
        return
    length = ends[1] - ends[0]
    chance = _AT_95 * length / size.sqrt() if size else None
    if margin.value > length / 2 or (chance is not None and margin.value > _FAR * chance):
        words = f"{shown(margin.value)} {unit_of(margin)}".strip()
        most = f"hoogstens {shown(chance.quantize(Decimal('0.1')))}" if chance else ""
        hint = Hint("chance", {"aantal": shown(size), "voorwaarde": most}) if size else Hint("check")
        yield item.say("R105", (*path, "waarde"), hint=hint, waarde=words)


def _given_away(item: Checked, model: Measurement, least: int) -> Iterator[Finding]:
    """A figure that is shielded, though the total and the other groups give away how many answered.

    The total is how many filled the list in that year; where that is not known, the largest of the groups.
    """
    answered = _filled_in(model)
    together: dict[tuple[str, int], list[tuple[int, Result]]] = {}
    for index, result in enumerate(model.results):
        year = 0 if isinstance(result.year, Absence) else result.year.year
        together.setdefault((result.subject, year), []).append((index, result))
    for found in together.values():
        hidden = [index for index, result in found if _is_shielded(result)]
        shown_n = [r.respondents.value for _, r in found if isinstance(r.respondents, Quantity) and not _is_shielded(r)]
        if len(hidden) != 1 or len(shown_n) < _LEAST or len(shown_n) != len(found) - 1:
            continue
        most, groups = max(shown_n), sum(shown_n, Decimal(0))
        _, total = answered.get(_year(found[0][1].year), (0, most))
        rest = total - (groups - most if most == total else groups)
        if 0 < rest < least:
            yield item.say("R086", ("resultaten", hidden[0], "waarde"), hint=Hint("another"), getal=shown(rest))


def _is_shielded(result: Result) -> bool:
    return isinstance(result.value, Absence) and result.value.key == "afgeschermd"


def _series(
    item: Checked, model: Measurement, *, known: Mapping[str, Series], models: list[Measurement]
) -> Iterator[Finding]:
    for index, series in enumerate(model.series):
        path: FieldPath = ("reeksen", index)
        results = [result for other in models for result in other.results if result.series == series.id]
        if not results:
            yield item.say("V026", (*path, "id"), hint=Hint("name"), id=series.id)
        if known[series.id] is not series:
            yield item.say("V027", (*path, "id"), hint=Hint("once"), id=series.id)
        stated = [result for result in results if isinstance(result.value, Quantity)]
        units = {unit_of(result.value) for result in stated if isinstance(result.value, Quantity)}
        yield from _other_scales(item, path, series, models)
        for number, target in enumerate(series.targets):
            where: FieldPath = (*path, "streefwaarde", number, "waarde")
            if units and unit_of(target.value) not in units:
                unit = unit_of(target.value) or "geen eenheid"
                yield item.say("R087", where, gevonden=unit, waarde=listing(sorted(units), last="of"))
            elif stated:
                yield from _outside(item, where, target.value, bounds(model, stated[0], series))


def _other_scales(item: Checked, path: FieldPath, series: Series, models: list[Measurement]) -> Iterator[Finding]:
    """A break because of the scale, in a series whose figures are all on one scale: then the old ones are, too."""
    scales = {
        scale_words(scale) if isinstance(scale, Scale) else ""
        for model in models
        for result in model.results
        if result.series == series.id
        for scale in [result.scale or series.scale or model.scale]
    }
    for number, cut in enumerate(series.breaks):
        if len(scales) == 1 and _OTHER_SCALE.search(cut.reason) and not _SAME_SCALE.search(cut.reason):
            where: FieldPath = (*path, "breuk", number, "reden")
            year = cut.year.iso
            yield item.say("R102", where, hint=Hint("own_scale", {"waarde": year}), waarde=year)
