"""What a field is: one walk over the model, in which nothing is missing and nothing is said twice."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, get_args

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError, create_model

from tests.corpus_samples import INITIATIVE, record
from weerklank.kinds import KINDS
from weerklank.model import RECORDS, Absence, ComplaintsYear, Initiative, Organisation, Question, Ref, Vocabulary
from weerklank.model.fields import Field, Many, ValueShape, at, field_of, fields_of, within
from weerklank.model.part import words_of
from weerklank.model.records import CourseKey, InitiativeStatus, Signal, Step, Strength
from weerklank.model.values import ID_PATTERN, Precision
from weerklank.states import ABSENCES, COURSES

WRITTEN: tuple[type[BaseModel], ...] = (*RECORDS.values(), Organisation, Vocabulary)


def every() -> Iterator[Field]:
    """Every field of every file that an author writes."""
    for model in WRITTEN:
        yield from within(fields_of(model))


def test_every_field_of_the_model_is_there() -> None:
    """The walk leaves out none and keeps the order of the class."""
    for owner in {field.owner for field in every()}:
        assert list(owner.model_fields) == [field.attribute for field in fields_of(owner)]


def test_every_field_says_what_it_is() -> None:
    """Each has words for readers and words for authors; a label is no sentence, a help text is one."""
    silent = [field.path for field in every() if not field.label or not field.help]
    odd = [field.label for field in every() if field.label[0].islower() or field.label.endswith(".")]

    assert [] == silent
    assert [] == odd
    assert [] == [field.help for field in every() if not field.help.endswith(".")]


def test_words_of_a_choice_are_words_of_the_program() -> None:
    """Quotation marks are for what a source says literally: no choice is printed with them."""
    words = {choice.word for field in every() for choice in field.choices}

    assert len(words) > 40
    assert [] == [word for word in words if set(word) & set('“”‘"')]


def test_words_for_an_absence_fit_into_a_sentence() -> None:
    """They stand at fields that can be absent, and read as a subject: "De kosten", "Wie besliste"."""
    assert [] == [field.path for field in every() if field.absent and not field.states]
    assert [] == [
        field.absent for field in every() if field.absent and (field.absent[0].islower() or "." in field.absent)
    ]


def test_a_field_is_read_from_its_annotation() -> None:
    """Shape, number, absence, choices and references are those of the model."""
    period, policy = field_of(Initiative, "period"), field_of(Initiative, "policy_fields")
    assert (ValueShape.PERIOD, Many.ONE, True, True) == (period.shape, period.many, period.stated, period.required)
    assert ABSENCES == period.states
    assert ("van", "tot", "frequentie", "letterlijk", "bronnen") == tuple(part.key for part in period.parts)
    assert ("periode", "van") == period.parts[0].path
    assert (ValueShape.REFERENCE, Many.LIST, True, False) == (policy.shape, policy.many, policy.stated, policy.required)
    assert ("beleidsveld",) == policy.refers_to
    assert [("alle", "verschillende of alle")] == [(choice.key, choice.word) for choice in policy.choices]
    assert Signal is field_of(Initiative, "signals").model
    parts = next(part for part in field_of(ComplaintsYear, "carrier").parts if part.key == "delen")
    assert (ValueShape.NUMBER, Many.NAMED, True) == (parts.shape, parts.many, parts.stated)
    assert ValueShape.ABSENCE is field_of(RECORDS["meting"], "overall").shape
    assert not field_of(RECORDS["meting"], "overall").stated


def test_a_record_and_its_class_are_asked_alike() -> None:
    """A field gives the value of a record, also one that the author left out."""
    item = record("initiatief", INITIATIVE)
    assert fields_of(Initiative) == fields_of(item)
    assert item.title == field_of(item, "title").value(item)
    assert isinstance(field_of(item, "outcome").value(item), Absence)
    with pytest.raises(KeyError):
        field_of(item, "titel")


def test_every_reference_says_where_it_may_lead() -> None:
    """A reference without kinds could not be checked or chosen from a list."""
    references = [field for field in every() if field.shape is ValueShape.REFERENCE]
    assert references
    assert [] == [field.path for field in references if not field.refers_to or set(field.refers_to) - KINDS.keys()]
    assert [] == [field.path for field in every() if field.refers_to and field.shape is not ValueShape.REFERENCE]


def test_choices_are_printed_as_words() -> None:
    """No choice is printed with an underscore; states have their own words."""
    choices = [choice for field in every() for choice in field.choices]
    assert [] == [choice.key for choice in choices if "_" in choice.word]
    assert {state.key: state.word for state in COURSES} == words_of(CourseKey)
    assert {
        "rechtstreeks": "rechtstreeks",
        "mee_bepalend": "één van de redenen",
        "niet_vermeld": "niet vermeld",
    } == words_of(Strength)
    assert ["", "", "ongeveer"] == list(words_of(Precision).values())[:3]
    assert list(get_args(InitiativeStatus)) == list(words_of(InitiativeStatus))
    assert COURSES == tuple(choice.state for choice in field_of(Step, "status").choices)


def test_a_choice_is_never_taken_for_a_state() -> None:
    """Typed alone, "gepland" is what the field itself has to choose from, although a state is called the same."""
    lost = []
    for item in every():
        if item.stated and item.choices:
            info = item.owner.model_fields[item.attribute]
            annotation: Any = info.annotation
            probe = create_model("Probe", value=(annotation, info))
            read = (probe.model_validate({item.key: choice.key}).model_dump()["value"] for choice in item.choices)
            lost += [(item.path, found) for found in read if isinstance(found, dict)]
    assert [] == lost


def test_the_path_of_an_author_leads_to_a_field() -> None:
    """Places in lists and names that an author chose do not count."""
    assert ("signalen", "van") == (at(Initiative, ("signalen", 0, "van")) or field_of(Initiative, "id")).path
    for path in (("drager", "delen"), ("drager", "delen", "brief")):
        found = at(ComplaintsYear, path)
        assert found is not None
        assert "parts" == found.attribute
    assert at(Question, ("bijlage", "onderdelen", 2, "selectie", "periode", "van"))
    for wrong in ((), ("onbekend",), ("titel", "verder"), ("signalen", 0, "onbekend")):
        assert at(Initiative, wrong) is None


def test_paths_are_unique() -> None:
    """A key leads to one field."""
    for model in WRITTEN:
        paths = [field.path for field in within(fields_of(model))]
        assert len(paths) == len(set(paths))


def test_a_record_names_itself() -> None:
    """Each class has a kind of its own, so that a record knows the reference that leads to it."""
    assert list(RECORDS) == [model.KIND.name for model in RECORDS.values()]
    assert Ref("initiatief", "bevraging") == record("initiatief", INITIATIVE).ref


def test_what_has_the_form_of_an_id_is_one() -> None:
    """A text that is checked as an id says so by its type, so that no reader is told things by it."""
    form = re.compile(r"\^\(?" + re.escape(ID_PATTERN.strip("^$")) + r"(\)\?)?\$")
    models: tuple[type[BaseModel], ...] = (Organisation, Vocabulary, *RECORDS.values())
    found = {
        f"{field.owner.__name__}.{field.attribute}": field.identifies
        for model in models
        for field in within(fields_of(model))
        for note in field.owner.model_fields[field.attribute].metadata
        if form.fullmatch(str(getattr(note, "pattern", "")))
    }
    assert {"Result.series", "Signal.id", "Term.id"} <= found.keys()
    assert all(found.values()), found


def test_a_list_that_may_be_absent_is_not_empty() -> None:
    """An empty list says nothing; that there is nothing has its words. What shows such a list may count on a first."""
    lists = {
        (field.owner, field.attribute)
        for model in RECORDS.values()
        for field in within(fields_of(model))
        if field.many is Many.LIST and field.stated
    }
    assert lists
    for owner, attribute in lists:
        info = owner.model_fields[attribute]
        whole: Any = Annotated[info.annotation, *info.metadata]
        with pytest.raises(ValidationError, match="too_short"):
            TypeAdapter(whole).validate_python([])
