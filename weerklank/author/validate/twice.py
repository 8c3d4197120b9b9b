"""Whether something stands twice: in a list, and among the figures of a measurement.

In: typed records. Out: findings. What has an id, and what a record of one kind may have once, is found elsewhere.
"""

from collections.abc import Hashable, Iterator
from decimal import Decimal

from pydantic import BaseModel

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import (
    AnnexPart,
    Breakdown,
    Cause,
    Citation,
    Measurement,
    Quantity,
    QuestionPart,
    Result,
    SubQuestion,
)
from weerklank.model.complaints import Compensation
from weerklank.model.fields import Many, fields_of
from weerklank.model.verdict import Verdict
from weerklank.wording import unit_of

_ELSEWHERE = (AnnexPart, Breakdown, Cause, Compensation, QuestionPart, Result, SubQuestion, Verdict)
"""Parts that have a rule of their own for what stands twice."""


def check_twice(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Find each part of a list that says the same as one before it, numbers and sources aside."""
    for item in checked:
        for path, piece in (((), item.model), *item.pieces):
            if isinstance(piece, BaseModel):
                yield from _lists(item, path, piece)
        if isinstance(item.model, Measurement):
            yield from _results(item, item.model)


def _lists(item: Checked, path: FieldPath, piece: BaseModel) -> Iterator[Finding]:
    for field in fields_of(piece):
        values = field.value(piece) if field.many is Many.LIST else ()
        if not isinstance(values, tuple) or any(part.identifies for part in field.parts):
            continue
        first: dict[Hashable, int] = {}
        for index, value in enumerate(values):
            if isinstance(value, _ELSEWHERE):
                continue
            place = (*path, field.key, index)
            if (there := first.setdefault(_said(value), index)) != index:
                related = (Related(item.span((*path, field.key, there)), Elsewhere.FIRST),)
                hint = Hint("once" if value == values[there] else "differ")
                yield item.say("R104", place, hint=hint, related=related, veld=field.key)


def _said(value: object) -> Hashable:
    """What a value says, without its numbers; of a part also without its amounts and its sources."""
    match value:
        case str():
            return " ".join(value.split()).casefold()
        case BaseModel():
            return tuple((name, _said(part)) for name, part in value if not _set_aside(part))
        case tuple():
            return tuple(_said(part) for part in value)
        case dict():
            return tuple((name, _said(part)) for name, part in value.items())
    return value


def _set_aside(value: object) -> bool:
    """Whether it is an amount, or the list of sources of what is said; the one source of a reading is what it is."""
    if isinstance(value, tuple):
        return any(isinstance(part, Citation) for part in value)
    return isinstance(value, Decimal | Quantity)


def _results(item: Checked, model: Measurement) -> Iterator[Finding]:
    """Figures that stand in no series, and that a reader cannot tell apart."""
    first: dict[Hashable, int] = {}
    for index, result in enumerate(model.results):
        unit = unit_of(result.value) if isinstance(result.value, Quantity) else ""
        names = ("subject", "aspects", "group", "group_note", "year", "year_note", "answer", "question")
        said = (*(_said(getattr(result, name)) for name in names), unit)
        if not result.series and (there := first.setdefault(said, index)) != index:
            related = (Related(item.span(("resultaten", there, "onderwerp")), Elsewhere.FIRST),)
            path: FieldPath = ("resultaten", index, "onderwerp")
            yield item.say("R106", path, hint=Hint("differ"), related=related, woorden=result.subject)
