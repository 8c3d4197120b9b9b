"""What a figure of a measurement may stand beside: its scale, the series that it belongs to, and what it lacks.

In: measurements and their results. Out: plain values. `validate` says where a rule is broken, `facts` draws by it.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from weerklank.model.numbers import bounds_of_unit
from weerklank.model.survey import Measurement, Result, Scale, Series
from weerklank.model.values import Absence, Quantity

Bounds = tuple[Decimal, Decimal]

_PERCENT = frozenset({"procent", "%", "percent"})


def scale_ends(scale: Scale | Absence | None) -> Bounds | None:
    """The lowest and highest of a scale that has numbers."""
    if isinstance(scale, Scale) and scale.low is not None and scale.high is not None:
        return scale.low, scale.high
    return None


def bounds(item: Measurement, result: Result, series: Series | None) -> Bounds | None:
    """The lowest and highest that a figure can be: by its own scale, that of its series or measurement, or its unit.

    A share of answers lies between 0 and 100 whatever the answers were.
    """
    unit = result.value.unit if isinstance(result.value, Quantity) else ""
    by_unit = bounds_of_unit(unit)
    if unit.strip().casefold() in _PERCENT:
        return by_unit
    own = scale_ends(result.scale) or scale_ends(series.scale if series else None)
    return own or (scale_ends(item.scale) if by_unit is not None else None) or by_unit


def declared(measurements: Iterable[Measurement]) -> Mapping[str, Series]:
    """Id -> what measurements say of a series; the first that says something of it counts."""
    found: dict[str, Series] = {}
    for item in sorted(measurements, key=lambda item: item.id):
        for series in item.series:
            found.setdefault(series.id, series)
    return found


def segment(series: Series | None, year: int) -> int:
    """Which piece of a series a year lies in: each break begins a new one."""
    return sum(1 for cut in series.breaks if cut.year.year <= year) if series else 0


def lacking(item: Measurement, result: Result) -> tuple[str, ...]:
    """What a figure lacks to stand beside another: who is meant, how many answered, and when; () for nothing."""
    missing = []
    if isinstance(item.population, Absence):
        missing.append("populatie")
    if isinstance(result.respondents, Absence) and isinstance(item.completed, Absence):
        missing.append("aantal antwoorden")
    if isinstance(result.year, Absence):
        missing.append("jaar")
    return tuple(missing)
