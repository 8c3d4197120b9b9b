"""Whether a date that tells what happened can have happened.

In: typed records and the day that is built for. Out: findings. The order of dates is a rule of each kind.
"""

from collections.abc import Mapping
from datetime import date

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding
from weerklank.messages import Hint
from weerklank.model import Adjustment, PartialDate
from weerklank.model.moments import moments
from weerklank.states import PLANNED

_HINTS: Mapping[FieldPath, Hint] = {("datum_antwoord",): Hint("answer")}
"""What to write instead where the day ahead is known and meant."""


def check_moments(checked: tuple[Checked, ...], *, on: date) -> tuple[Finding, ...]:
    """Find each date of something that happened that lies after `on` however it is filled in."""
    return tuple(
        item.say("R054", path, hint=_HINTS.get(path), waarde=value.iso, dag=on.isoformat())
        for item in checked
        for path, value in moments(type(item.model), item.pieces)
        if value.first_day > on
    )


def check_plans(checked: tuple[Checked, ...], *, on: date) -> tuple[Finding, ...]:
    """Find each last step of a course that is still planned for a day that has gone by."""
    return tuple(
        item.say("R063", ("verloop", len(item.model.course) - 1, "datum"), waarde=last.date.iso)
        for item in checked
        if isinstance(item.model, Adjustment)
        if (last := item.model.course[-1]).status == PLANNED.key
        if isinstance(last.date, PartialDate) and last.date.last_day < on
    )
