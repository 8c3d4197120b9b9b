"""From a value of the model to what people and machines read."""

from decimal import Decimal

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, SOURCE, corpus, organisation, record
from weerklank.corpus import Corpus
from weerklank.facts.cells import NOTHING, cell_of, places_cell
from weerklank.model import Absence, PartialDate, Period, Quantity, Ref
from weerklank.model.fields import field_of
from weerklank.states import NOT_STATED


def test_an_absence_is_a_state() -> None:
    """Its word to read, its reason beside it, and no value."""
    cell = cell_of(corpus(), Absence.model_validate({"toestand": "niet_vermeld", "reden": "Niemand telde."}))
    assert ("niet vermeld", None, NOT_STATED, "Niemand telde.") == (cell.text, cell.value, cell.state, cell.reason)


@pytest.mark.parametrize(
    ("value", "text", "machine"),
    [
        (PartialDate(2020, 2), "februari 2020", "2020-02"),
        (Period.model_validate({"van": "2017", "tot": "2019"}), "van 2017 tot 2019", "van 2017 tot 2019"),
        ("Luisteren", "Luisteren", "Luisteren"),
        (Quantity.model_validate("46"), "46", Decimal(46)),
        (Decimal(12345), "12\u00a0345", Decimal(12345)),
        (Ref("initiatief", "overleg"), "Overleg", "Overleg"),
        (("goed", "slecht", "weet niet"), "goed, slecht en weet niet", "goed; slecht; weet niet"),
    ],
)
def test_a_value_for_people_and_for_machines(value: object, text: str, machine: object) -> None:
    """A date is read in words and kept in ISO; a number is kept exactly; a list is read and split."""
    cell = cell_of(corpus(), value)
    assert (text, machine, None) == (cell.text, cell.value, cell.state)


def test_a_quantity_keeps_its_precision() -> None:
    """Words like “ongeveer” are never lost: not in the text, not beside the bare number."""
    points = Corpus(organisation(site={"duizendtallen": "punt"}), {})
    data = {"waarde": "12345.50", "eenheid": "procent", "precisie": "ongeveer"}
    cell = cell_of(points, Quantity.model_validate(data))
    expected = ("ongeveer 12.345,50\u00a0procent", Decimal("12345.50"), "ongeveer", "12.345,50%")
    assert expected == (cell.text, cell.value, cell.qualifier, cell.number)


def test_names_are_joined_for_people_and_for_machines() -> None:
    """Words of a list and titles of records."""
    refs = (Ref("beleidsveld", "gelijke-kansen"), Ref("beleidsveld", "brussel"), Ref("initiatief", "overleg"))
    cell = cell_of(corpus(), refs)
    expected = ("Gelijke kansen, Brussel en Overleg", "Gelijke kansen; Brussel; Overleg")
    assert expected == (cell.text, cell.value)


def test_a_choice_has_the_words_of_its_list() -> None:
    """What an author types as a key is printed as its word, and kept as it was typed."""
    item = record("bijsturing", ADJUSTMENT)
    cause = item.causes[0].model_copy(update={"strength": "mee_bepalend"})  # type: ignore[attr-defined]
    cell = cell_of(corpus(), cause.strength, field_of(cause, "strength"))
    assert ("één van de redenen", "mee_bepalend") == (cell.text, cell.value)
    everything = record("initiatief", INITIATIVE, beleidsvelden="alle")
    cell = cell_of(corpus(), "alle", field_of(everything, "policy_fields"))
    assert ("verschillende of alle", "verschillende of alle") == (cell.text, cell.value)


def test_a_part_is_no_value() -> None:
    """What has fields of its own is not put into words as a whole: that would leave most of them out."""
    with pytest.raises(TypeError, match="Initiative"):
        cell_of(corpus(), record("initiatief", INITIATIVE))


def test_a_place_names_its_source() -> None:
    """Short beside other words, in full in a table that is read apart; each place once."""
    found = corpus(record("bron", SOURCE, kort="Antwoord"))
    citations = found.initiatives[0].citations
    place = citations[0].place
    short, full = (", ".join(filter(None, (name, place))) for name in ("Antwoord", "Antwoord op een vraag"))
    assert short == places_cell(found, (*citations[:1], *citations[:1])).text
    assert full == places_cell(found, citations[:1], in_full=True).text
    assert NOTHING == places_cell(found, ())
