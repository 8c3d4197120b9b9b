"""The example agency holds everything that the model can hold: a new field, choice or state fails here by its name.

In: the fields of the model and the public part of the example agency. A field of a part that several records have
(`letterlijk` of a quantity) counts as one field.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sized
from functools import cache

from pydantic import BaseModel

from tests import voorbeeld_site
from weerklank.corpus import Corpus
from weerklank.model import (
    NOW,
    RECORDS,
    SILENT,
    Absence,
    Organisation,
    PartialDate,
    Ref,
    Vocabulary,
    walk,
)
from weerklank.model.fields import Field, Many, ValueShape, fields_of, within
from weerklank.states import ABSENCES, ON_REQUEST, SHIELDED, State

ONE_AGENCY = {
    "AccessibilityStatement.compliance": "a site complies in one measure",
    "SiteSettings.thousands": "a site groups digits in one way",
    "SiteSettings.catalogue_theme": "a site stands under one theme",
    "ListName.kind": "the other lists keep their usual names",
    "Organisation.may_index": "search engines are welcome or they are not",
}
"""What an agency says once, so that it cannot say the other thing as well: class and attribute, with the reason."""


ALIKE = ("Exactness.",)
"""Classes whose fields all have the same words: each word is chosen at one of them."""

FOR_AUTHORS = (
    "Supply.",
    "QuestionPart.supply",
    "Question.passed_on",
    "Question.to_cabinet_on",
    "Question.readers",
    "Review.",
    "Citation.review",
)
"""What only authors see: it is in no public corpus, so it is looked for in the whole one."""

NEVER_HELD = {
    "Flanders.header": "each page would ask something of a network; tests/test_site_flanders.py has a site of its own",
    "Flanders.footer": "the same",
}
"""What the example agency leaves out, with the reason."""

NEVER_ALONE = {
    "Vocabulary.terms": "a list of one word leaves nothing to choose",
    "Breakdown.parts": "one part divides nothing",
    "Division.parts": "one part divides nothing",
}
"""Lists that make no sense with one item, with the reason."""


@cache
def fields() -> dict[str, Field]:
    """Every field of every record and of all parts, by class and attribute."""
    models: tuple[type[BaseModel], ...] = (Organisation, Vocabulary, *RECORDS.values(), Absence)
    found = [field for model in models for field in within(fields_of(model))]
    return {f"{field.owner.__name__}.{field.attribute}": field for field in found}


@cache
def values(*, of: Callable[[], Corpus] = voorbeeld_site.corpus) -> dict[str, list[object]]:
    """What records have in each field: as an author typed it, or the default where nothing was typed."""
    seen = of()
    found: dict[str, list[object]] = {name: [] for name in fields()}
    for model in (seen.organisation, *seen.vocabularies.values(), *seen.records()):
        for _, piece in walk(model):
            if isinstance(piece, BaseModel):
                for field in fields_of(piece):
                    found[f"{field.owner.__name__}.{field.attribute}"].append(field.value(piece))
    return found


def seen(name: str) -> list[object]:
    """What stands in a field, where it can stand."""
    return values(of=voorbeeld_site.whole if name.startswith(FOR_AUTHORS) else voorbeeld_site.corpus)[name]


def single(name: str) -> Iterator[object]:
    """Every single value of a field, out of its lists; an absence is one."""
    for value in seen(name):
        yield from value if isinstance(value, tuple) else value.values() if isinstance(value, dict) else (value,)


def is_singular(field: Field) -> bool:
    """Whether there is one of it in all of the content."""
    name = f"{field.owner.__name__}.{field.attribute}"
    return len(values()[name]) == 1


def test_every_field_is_filled() -> None:
    """Each field has a value somewhere, and not only the reason why there is none."""
    filled = {
        name
        for name, field in fields().items()
        for value in single(name)
        if value not in (None, "") and (field.shape is ValueShape.ABSENCE or not isinstance(value, Absence))
    }

    assert NEVER_HELD.keys() == fields().keys() - filled


def test_every_field_that_may_is_left_out() -> None:
    """Each field that an author need not fill is not filled somewhere, or says there that the source is silent."""
    always = [
        name
        for name, field in fields().items()
        if not field.required
        and name not in NEVER_HELD
        and not is_singular(field)
        and field.default not in seen(name)
        and not (field.stated and SILENT in seen(name))
    ]

    assert [] == always


def test_lists_are_short_and_long() -> None:
    """Each list has as few items as it may, but one at least, and elsewhere more than that."""
    wrong = {}
    for name, field in fields().items():
        if field.many is not Many.ONE and not is_singular(field):
            least = max(1, field.least)
            lengths = {min(len(value), least + 1) for value in seen(name) if isinstance(value, Sized)}
            if name in NEVER_ALONE:
                lengths.add(least)
            if missing := {least, least + 1} - lengths:
                wrong[name] = missing

    assert {} == wrong


def test_every_choice_is_made() -> None:
    """Each word of each closed list is chosen somewhere, and each yes has a no."""
    everywhere = values(of=voorbeeld_site.whole)
    asked: dict[str, set[str | bool]] = {
        name: {True, False} if field.shape is ValueShape.YES_NO else {choice.key for choice in field.choices}
        for name, field in fields().items()
        if name not in ONE_AGENCY and not name.startswith(ALIKE)
    }
    made = {name: {value for value in everywhere[name] if isinstance(value, str | bool)} for name in asked}

    assert {} == {name: keys - made[name] for name, keys in asked.items() if keys - made[name]}


def test_every_state_stands_in_every_shape() -> None:
    """A text, a date, a list of records: in each shape that may lack its value, it lacks it in each state."""
    seen: dict[tuple[ValueShape, Many], set[State]] = defaultdict(set)
    for name, field in fields().items():
        if field.stated:
            seen[field.shape, field.many] |= {value.state for value in single(name) if isinstance(value, Absence)}

    figures = {SHIELDED, ON_REQUEST}  # these two are about figures; any shape may hold them, as it may hold the others
    wanted = {shape: set(ABSENCES) - (set() if shape == (ValueShape.QUANTITY, Many.ONE) else figures) for shape in seen}
    assert {} == {shape: wanted[shape] - states for shape, states in seen.items() if wanted[shape] - states}
    assert len(seen) > 8


def test_dates_are_as_precise_as_they_can_be() -> None:
    """A year, a month and a day; a period begins, ends, and goes on."""
    dates = [value for name in fields() for value in single(name) if isinstance(value, PartialDate)]

    assert {4, 7, 10} == {len(value.iso) for value in dates if value != NOW}
    assert NOW in dates


def test_references_lead_to_every_kind() -> None:
    """Where a reference may lead to several kinds, it leads to each of them."""
    lacking = {
        name: set(field.refers_to) - {value.kind for value in single(name) if isinstance(value, Ref)}
        for name, field in fields().items()
        if field.refers_to
    }

    assert {} == {name: kinds for name, kinds in lacking.items() if kinds}
