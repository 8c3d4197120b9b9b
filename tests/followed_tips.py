"""What becomes of a record when its author does what a tip says, to the letter.

In: a place, what was typed there, and the tip. Out: for each way to obey the tip, the value as it is then read, with
what is said of it and what is printed. A tip that proposes nothing to type gives none.
"""

import copy
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from tests import canaries
from tests.typed_places import ON_A_LINE, Place, value_at
from weerklank.author.load import read_record
from weerklank.author.validate.amounts import check_amounts
from weerklank.author.validate.fields import type_records
from weerklank.corpus import Corpus, collect
from weerklank.facts.cells import cell_of
from weerklank.findings import Severity
from weerklank.kinds import ORGANISATION
from weerklank.model import Breakdown, ComplaintsYear, Organisation, Quantity
from weerklank.model.fields import walk
from weerklank.text import SourceText

OF_MORE = {"R013", "R081", "R034", "R053", "R056"}
"""Messages that are as true of what was typed: it is below what can be, no end of the scale or no part of the total."""

_FIELDS = re.compile(r"(?:schrijf|of) (?:dan )?(?:(\w+): )?(\{.*?\})(?= of |$|, )")
_ONE_OF = re.compile(r"(?:schrijf|typ) (?:dan )?(?:waarde: )?(-?[0-9]+(?:,[0-9]+)?)(?: of (-?[0-9]+(?:,[0-9]+)?))?")
_BESIDE = re.compile(r"“(\w+): ([^”]+)”")


@dataclass(frozen=True)
class Obeyed:
    """`typed`: what the field holds now; `errors`: what is said of it; `value`: as it is read; `printed`: its words."""

    typed: str
    errors: tuple[str, ...]
    value: object
    printed: str


def obey(place: Place, tip: str) -> Iterator[Obeyed]:
    """Each way to do what the tip says."""
    forms = [(key, fields) for key, fields in _FIELDS.findall(tip) if "…" not in fields]
    for key, fields in forms:
        assert not key or key == next(step for step in reversed(place.steps) if isinstance(step, str)), tip
        yield _read(place, fields)
    if not forms and (found := _ONE_OF.search(tip)):
        for number in filter(None, found.groups()):
            yield _read(_beside(place, tip), number)


def _beside(place: Place, tip: str) -> Place:
    """The place with what the tip says to write beside it."""
    fields = {key: json.loads(word) if word.startswith('"') else word for key, word in _BESIDE.findall(tip)}
    if not fields:
        return place
    data = copy.deepcopy(place.data)
    around = data if "bij precisie" in tip else value_at(data, place.steps[: -2 if "naast “delen”" in tip else -1])
    around = around.setdefault("precisie", {}) if "bij precisie" in tip else around
    assert isinstance(around, dict), tip
    around |= fields
    return replace(place, data=data)


def _read(place: Place, typed: str) -> Obeyed:
    """What the program makes of the record with this in the place."""
    record, said = place.read(typed, ON_A_LINE)
    fitted = type_records([record] if record else [])
    found = [*said, *fitted.findings, *check_amounts(fitted.checked)]
    # What is said of a record as a whole, as that a total is less than its parts, is another matter.
    line = place.line(ON_A_LINE)
    errors = tuple(
        f"{one.code} {one.hint}"
        for one in found
        if one.severity is Severity.ERROR and one.span and one.span.line == line and one.code not in OF_MORE
    )
    if not fitted.checked:
        known = any(one.code in OF_MORE for one in found)
        return Obeyed(typed, errors if known else (*errors, "no record"), None, typed)
    model = fitted.checked[0].model
    values = dict(walk(model))
    whole, around = values.get(place.steps[:-1]), values.get(place.steps[:-2])
    value = whole if isinstance(whole, Quantity) else values.get(place.steps, whole)
    if isinstance(model, ComplaintsYear) and len(place.steps) == 1:
        value = model.figure(place.field.attribute)
    value = value[0] if isinstance(value, tuple) and len(value) == 1 else value
    if isinstance(around, Breakdown) and isinstance(value, Decimal):
        fields = {"waarde": value, "eenheid": around.unit or "", "precisie": around.precision}
        value = Quantity.model_validate(fields)
    printed = str(value) if isinstance(value, int) else cell_of(_corpus(), value).text
    return Obeyed(typed, errors, value, printed)


@cache
def _corpus() -> Corpus:
    """An organisation without records."""
    text = canaries.write().files[f"{ORGANISATION}.yaml"]
    record, _ = read_record(ORGANISATION, ORGANISATION, SourceText("content/organisatie.yaml", text))
    assert record is not None
    model = type_records([record]).checked[0].model
    assert isinstance(model, Organisation)
    return Corpus(model, {}, collect([]))
