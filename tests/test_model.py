"""The value types and records of the content model: what an author may write, and the typed value that it becomes."""

import contextlib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, ORGANISATION, SITE, SOURCE, record
from weerklank.model import (
    NOW,
    RECORDS,
    SILENT,
    VOCABULARIES,
    Absence,
    AbsenceKey,
    Adjustment,
    Citation,
    Initiative,
    Measurement,
    Organisation,
    Part,
    PartialDate,
    Period,
    Publication,
    Quantity,
    Ref,
    Source,
    Tension,
    Vocabulary,
    walk,
)
from weerklank.model.dates import DateValue, EndValue
from weerklank.model.fields import fields_of, within
from weerklank.model.numbers import Number
from weerklank.model.part import ADDRESS, Address
from weerklank.model.records import Verifiable
from weerklank.model.values import AnyRef, InitiativeRef, Many, Stated, Texts, YesNo

DATE: TypeAdapter[PartialDate] = TypeAdapter(DateValue)
END: TypeAdapter[PartialDate] = TypeAdapter(EndValue)
YES_NO: TypeAdapter[bool] = TypeAdapter(YesNo)
NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
INITIATIVE_REF: TypeAdapter[Ref] = TypeAdapter(InitiativeRef)
ANY_REF: TypeAdapter[Ref] = TypeAdapter(AnyRef)
TEXTS: TypeAdapter[tuple[str, ...]] = TypeAdapter(Texts)
REFS: TypeAdapter[tuple[Ref, ...]] = TypeAdapter(Many[InitiativeRef])
ADDRESS_TYPE: TypeAdapter[str] = TypeAdapter(Address)
STATED_DATE: TypeAdapter[PartialDate | Absence] = TypeAdapter(Stated[DateValue])


def fault(adapter: "TypeAdapter[Any] | type[BaseModel]", value: object) -> str:
    """The type of the first error that a value gives."""
    validate = adapter.validate_python if isinstance(adapter, TypeAdapter) else adapter.model_validate
    with pytest.raises(ValidationError) as caught:
        validate(value)
    return caught.value.errors()[0]["type"]


# --- addresses -------------------------------------------------------------------------------------------------------


def address_fields() -> list[tuple[type[BaseModel], str]]:
    """Every field that holds an address, by the key that authors type."""
    found = {(item.owner, item.attribute) for model in MODELS for item in within(fields_of(model)) if item.key in _WEB}
    return sorted(found, key=str)


_WEB = ("url", "basisadres")
MODELS: tuple[type[BaseModel], ...] = (*RECORDS.values(), Organisation, Vocabulary)


@pytest.mark.parametrize(("owner", "name"), address_fields())
def test_a_field_for_an_address_takes_nothing_else(owner: type[BaseModel], name: str) -> None:
    """What a page or a PDF would not lead to is refused where it is written, in whatever field that is."""
    info = owner.model_fields[name]
    taken: TypeAdapter[Any] = TypeAdapter(Annotated[info.annotation, *info.metadata])  # type: ignore[arg-type]
    assert "https://a.example/x?y=1#z" == taken.validate_python("https://a.example/x?y=1#z")
    for wrong in (
        *("javascript:alert(1)", "zie de website", "www.a.example", "https://", "https://[x", "https://a b.example"),
        *('https://a.example/"x', "https://a.example/<x>", "https://naam:wachtwoord@a.example", "ftp://a.example"),
        *("https://a.example:poort/", "https:///pad", "mailto:a@b.example", "https://a.example\\x"),
    ):
        assert "string_pattern_mismatch" == fault(taken, wrong)


@given(st.from_regex(ADDRESS))
def test_an_address_is_one_for_every_program(text: str) -> None:
    """What the pattern takes has a host, whatever stands behind it."""
    address = ADDRESS_TYPE.validate_python(text.strip())
    assert urlsplit(address).hostname


# --- dates -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected", "first"),
    [
        ("2019", PartialDate(2019), date(2019, 1, 1)),
        ("2019-06", PartialDate(2019, 6), date(2019, 6, 1)),
        (" 2020-02-29 ", PartialDate(2020, 2, 29), date(2020, 2, 29)),
    ],
)
def test_a_date_is_as_precise_as_it_is_known(text: str, expected: PartialDate, first: date) -> None:
    """A year, a month or a day, and nothing made up to fill it in; ISO 8601 gives it back."""
    found = DATE.validate_python(text)
    assert (expected, text.strip(), first) == (found, found.iso, found.first_day)


@pytest.mark.parametrize("text", ["", "19", "2019-6", "12/6/2019", "2019-06-12T00:00", "20190612", "heden", "٢٠١٩"])
def test_another_notation_is_no_date(text: str) -> None:
    """ISO 8601 only, in the digits 0 to 9: a date that can be read in two ways is not guessed."""
    assert fault(DATE, text) in ("datum_vorm", "datum_bestaat_niet")


@pytest.mark.parametrize("text", ["2019-13", "2019-00", "2019-02-29", "2019-06-00", "2019-06-31", "0000"])
def test_a_day_must_exist(text: str) -> None:
    """A month or day that no calendar has is a mistake, also a zero that looks like "unknown"."""
    assert "datum_bestaat_niet" == fault(DATE, text)


def test_dates_sort_by_what_is_known() -> None:
    """A year comes before its months and a month before its days; an open end comes last."""
    texts = ["2019", "2019-06", "2019-06-12", "2019-07", "2020"]
    dates = [PartialDate(2020), PartialDate(2019, 7), PartialDate(2019, 6, 12), PartialDate(2019, 6), PartialDate(2019)]
    assert texts == [item.iso for item in sorted(dates)]
    assert max(*dates, NOW) == NOW


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2018", "2019-06", True),
        ("2019-05", "2019-06-12", True),
        ("2019", "2019-06", False),
        ("2019-06", "2019", False),
        ("2019-06-12", "2019-06-12", False),
        ("2019-06-13", "2019-06-12", False),
    ],
)
def test_surely_before(first: str, second: str, expected: bool) -> None:  # noqa: FBT001 - a table of answers
    """What is not known can't make a date earlier."""
    assert expected is DATE.validate_python(first).surely_before(DATE.validate_python(second))


@pytest.mark.parametrize(
    ("adapter", "value"),
    [
        (DATE, {"year": 2019}),
        (DATE, 2019),
        (DATE, ["2019"]),
        (END, {"year": 9999}),
        (INITIATIVE_REF, {"kind": "initiatief", "id": "overleg"}),
        (INITIATIVE_REF, Ref("bron", "overleg")),
        (ANY_REF, {"kind": "bron", "id": "rapport"}),
        (YES_NO, True),
        (YES_NO, "true"),
        (YES_NO, "Ja"),
        (YES_NO, "1"),
        (NUMBER, True),
        (NUMBER, [1, 2]),
        (NUMBER, 0.1),
        (Verifiable, {"answer": "nee", "reason": "daarom"}),
    ],
)
def test_only_what_authors_write_is_taken(adapter: "TypeAdapter[Any] | type[BaseModel]", value: object) -> None:
    """The shape of our own classes, booleans of YAML and binary numbers are no content: each value has one notation."""
    expected = {DATE: "string_type", END: "string_type", YES_NO: "bool_parsing", NUMBER: "decimal_type"}
    assert expected.get(adapter, "toetsbaar_vorm" if adapter is Verifiable else "string_type") == fault(adapter, value)


def test_a_typed_value_stays_what_it_is() -> None:
    """Our own code may hand over a value that is typed already."""
    assert PartialDate(2019) == DATE.validate_python(PartialDate(2019))
    assert Ref("initiatief", "overleg") == INITIATIVE_REF.validate_python(Ref("initiatief", "overleg"))
    assert Decimal("0.10") == NUMBER.validate_python(Decimal("0.10"))


@pytest.mark.parametrize(("text", "expected"), [("ja", True), ("nee", False)])
def test_yes_and_no_are_dutch(text: str, expected: bool) -> None:  # noqa: FBT001 - a table of answers
    """Two words, in lower case."""
    assert expected is YES_NO.validate_python(text)


# --- periods ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"van": "2017"}, (PartialDate(2017), None, None, "")),
        ({"van": "2017", "tot": "heden"}, (PartialDate(2017), NOW, None, "")),
        ({"tot": "2019-06"}, (None, PartialDate(2019, 6), None, "")),
        ({"frequentie": "jaarlijks"}, (None, None, "jaarlijks", "")),
        ({"letterlijk": "op geregelde tijdstippen"}, (None, None, None, "op geregelde tijdstippen")),
        ({"van": "2019-06", "tot": "2019"}, (PartialDate(2019, 6), PartialDate(2019), None, "")),
    ],
)
def test_a_period_says_one_thing_at_least(data: Mapping[str, str], expected: tuple[object, ...]) -> None:
    """Each part is optional, and an end that may still lie after the start is fine."""
    found = Period.model_validate(data)
    assert expected == (found.start, found.end, found.frequency, found.literal)


@pytest.mark.parametrize("data", [{}, {"bronnen": [{"bron": "antwoord"}]}, {"letterlijk": "  "}])
def test_an_empty_period_is_none(data: Mapping[str, object]) -> None:
    """Whoever knows nothing writes an absence, so that the page says so."""
    assert "periode_leeg" == fault(Period, data)


@pytest.mark.parametrize(("start", "end"), [("2019", "2018"), ("2019-06", "2019-05"), ("2019-06-12", "2019-06-11")])
def test_a_period_does_not_end_before_it_starts(start: str, end: str) -> None:
    """An end that lies surely before the start is a slip of the pen."""
    assert "periode_omgekeerd" == fault(Period, {"van": start, "tot": end})


# --- numbers and quantities ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("66", "66"),
        ("66,5", "66.5"),
        ("66.50", "66.50"),
        ("12 345", "12345"),
        ("1.234,50", "1234.50"),
        ("-3", "-3"),
        ("1\u00a0000", "1000"),
    ],
)
def test_a_number_is_exact(text: str, expected: str) -> None:
    """A comma or a point for decimals, spaces between thousands, and every digit kept as it was typed."""
    assert expected == str(NUMBER.validate_python(text))


@pytest.mark.parametrize(
    "text", ["", "veel", "66%", "1.234.5", "1,2,3", "1_000", "1e9", "NaN", "Infinity", ".5", "5.", "٦٦", "½"]
)
def test_anything_else_is_no_number(text: str) -> None:
    """What only a programming language calls a number is a slip of the pen."""
    assert "getal_vorm" == fault(NUMBER, text)


def test_a_bare_number_is_a_quantity() -> None:
    """The short form has no unit and is exact; the long form says more."""
    assert Quantity.model_validate({"waarde": "46"}) == Quantity.model_validate("46")
    long = {"waarde": "66", "eenheid": "procent", "precisie": "ongeveer", "letterlijk": "ongeveer 66 procent"}
    found = Quantity.model_validate(long)
    expected = (Decimal(66), "procent", "ongeveer", "ongeveer 66 procent")
    assert expected == (found.value, found.unit, found.precision, found.literal)


# --- absences --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "key", [key.value for key in AbsenceKey if key not in (AbsenceKey.NOT_MEASURED, AbsenceKey.ON_REQUEST)]
)
def test_an_absence_is_one_word(key: str) -> None:
    """The bare word and the long form are the same absence, with its state."""
    bare, long = Absence.model_validate(key), Absence.model_validate({"toestand": key})
    assert bare == long
    assert (key, "") == (bare.state.key, bare.reason)


def test_not_measured_says_why() -> None:
    """What was not measured has a reason or a decision that explains it."""
    assert "niet_gemeten_zonder_reden" == fault(Absence, "niet_gemeten")
    assert "Te duur." == Absence.model_validate({"toestand": "niet_gemeten", "reden": "Te duur."}).reason
    found = Absence.model_validate({"toestand": "niet_gemeten", "beslissing": "in-woorden"})
    assert Ref("beslissing", "in-woorden") == found.decision


def test_the_source_of_an_absence_has_a_short_form() -> None:
    """`bron` holds an id or a whole citation; both become the one citation of the absence."""
    short = Absence.model_validate({"toestand": "niet_vermeld", "bron": "antwoord"})
    whole = Absence.model_validate({"toestand": "niet_vermeld", "bron": {"bron": "antwoord", "plaats": "alinea 3"}})
    assert (Citation.model_validate({"bron": "antwoord"}),) == short.citations
    assert ("alinea 3",) == tuple(citation.place for citation in whole.citations)


PLANNED = {"toestand": "gepland", "reden": "Na de zomer."}


@pytest.mark.parametrize(
    ("value", "expected"),
    [("2019-06", PartialDate(2019, 6)), ("niet_vermeld", SILENT), (PLANNED, Absence.model_validate(PLANNED))],
)
def test_a_stated_value_is_a_value_or_an_absence(value: object, expected: PartialDate | Absence) -> None:
    """A word for an absence is never read as a text or refused as a date."""
    assert expected == STATED_DATE.validate_python(value)


def test_what_is_left_out_is_not_stated() -> None:
    """An omitted field that may be absent is a silence of the source, never empty and never zero."""
    found = record("initiatief", INITIATIVE)
    assert isinstance(found, Initiative)
    assert [SILENT] * 5 == [found.participants, found.purpose, found.asked, found.heard, found.signals]
    assert AbsenceKey.NOT_STATED is SILENT.key


# --- references and lists --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["", "Overleg", "een overleg", "overleg_1", "-overleg", "overleg-", "bron:overleg", "é"]
)
def test_a_reference_is_an_id(text: str) -> None:
    """Lower case letters, digits and single hyphens: what may be the name of a file and of a page."""
    assert "verwijzing_vorm" == fault(INITIATIVE_REF, text)


def test_a_reference_knows_its_kind() -> None:
    """The field says what kind it names; where any kind may stand, the author writes it."""
    assert Ref("initiatief", "overleg") == INITIATIVE_REF.validate_python(" overleg ")
    assert Ref("bron", "rapport-2020") == ANY_REF.validate_python("bron:rapport-2020")


@pytest.mark.parametrize("text", ["overleg", "pagina:over", "initiatief: overleg", "initiatief:", "bron:Rapport"])
def test_a_reference_of_any_kind_names_one(text: str) -> None:
    """A kind we know, a colon and an id, without space."""
    assert "verwijzing_soort" == fault(ANY_REF, text)


def test_one_value_is_a_list_of_one() -> None:
    """Authors leave out the dash when there is one thing to say; a group of fields is no text."""
    assert (Ref("initiatief", "a"),) == REFS.validate_python("a")
    assert (Ref("initiatief", "a"), Ref("initiatief", "b")) == REFS.validate_python(["a", "b"])
    assert ("gesprek",) == TEXTS.validate_python("gesprek")
    assert "tuple_type" == fault(TEXTS, {"a": "b"})


def test_a_citation_may_stand_alone() -> None:
    """`bronnen` takes one citation as well as a list."""
    found = Source.model_validate(SOURCE)
    one = Initiative.model_validate({**INITIATIVE, "bronnen": {"bron": found.id}})
    assert one == Initiative.model_validate({**INITIATIVE, "bronnen": [{"bron": found.id}]})


# --- pieces ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "day", "expected"),
    [
        ({}, date(2026, 1, 1), True),
        ({"status": "concept"}, date(2026, 1, 1), False),
        ({"status": "intern"}, date(2026, 1, 1), False),
        ({"vanaf": "2026-03-02"}, date(2026, 3, 1), False),
        ({"vanaf": "2026-03-02"}, date(2026, 3, 2), True),
        ({"status": "concept", "vanaf": "2020-01-01"}, date(2026, 1, 1), False),
    ],
)
def test_what_is_public_on_a_day(data: Mapping[str, str], day: date, expected: bool) -> None:  # noqa: FBT001
    """Public is what has that status and whose day has come, from its first moment."""
    assert expected is Publication.model_validate(data).is_public(day)


def test_a_tension_has_two_readings() -> None:
    """Where one thing is said there is nothing to weigh."""
    reading = {"bron": {"bron": "antwoord", "citaat": "jaarlijks"}}
    assert "too_short" == fault(Tension, {"onderwerp": "Hoe vaak", "lezingen": [reading]})
    assert 2 == len(Tension.model_validate({"onderwerp": "Hoe vaak", "lezingen": [reading, reading]}).readings)


@pytest.mark.parametrize(
    ("value", "expected"),
    [("ja", ("ja", "")), ({"nee": "Te vaag."}, ("nee", "Te vaag.")), ({"deels": "Half."}, ("deels", "Half."))],
)
def test_verifiable_or_why_not(value: object, expected: tuple[str, str]) -> None:
    """Yes stands alone; no and partly have a reason."""
    found = Verifiable.model_validate(value)
    assert expected == (found.answer, found.reason)


@pytest.mark.parametrize("value", ["nee", "deels", {"nee": ""}, {"ja": "Zeker."}, {"nee": "a", "deels": "b"}, []])
def test_no_without_a_reason_is_refused(value: object) -> None:
    """A reader is owed the why."""
    assert "toetsbaar_vorm" == fault(Verifiable, value)


@pytest.mark.parametrize("status", ["niet_weerhouden", "stopgezet"])
def test_refused_says_why(status: str) -> None:
    """What was not taken up or was stopped has a reason; an earlier step asks for none."""
    data = {**ADJUSTMENT, "verloop": [{"status": "overwogen"}, {"status": status}]}
    assert "reden_ontbreekt" == fault(Adjustment, data)
    assert Adjustment.model_validate({**data, "reden": "Te duur."}).reason
    earlier = {**ADJUSTMENT, "verloop": [{"status": status}, {"status": "uitgevoerd"}]}
    assert "" == Adjustment.model_validate(earlier).reason


def test_the_policy_field_may_be_all() -> None:
    """`alle` is a word of its own, beside a list of ids and an absence."""
    found = [Initiative.model_validate({**INITIATIVE, "beleidsvelden": value}).policy_fields for value in ("alle", "a")]
    assert ["alle", (Ref("beleidsveld", "a"),)] == found
    assert SILENT == Initiative.model_validate({**INITIATIVE, "beleidsvelden": "niet_vermeld"}).policy_fields


# --- records ---------------------------------------------------------------------------------------------------------


def test_every_kind_has_a_class_of_records() -> None:
    """References, folders and addresses name the same kinds."""
    assert {
        "bron",
        "initiatief",
        "bijsturing",
        "meting",
        "klachtenjaar",
        "beslissing",
        "vraag",
        "toezegging",
        "pagina",
    } == set(RECORDS)
    own = {"beleidsveld", "belanghebbende", "vorm", "rol", "begrip"}
    assert {*own, "niveau", "bijsturingssoort", "bronsoort"} <= set(VOCABULARIES.values())


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Initiative, INITIATIVE),
        (Adjustment, ADJUSTMENT),
        (Measurement, MEASUREMENT),
        (Source, SOURCE),
        (Organisation, {**ORGANISATION, "site": SITE}),
    ],
)
def test_a_misspelled_key_is_refused(model: type[Part], data: Mapping[str, object]) -> None:
    """A key that nothing prints would be lost in silence; the English names of our classes are no keys either."""
    assert "extra_forbidden" == fault(model, {**data, "titl": "x"})
    assert "extra_forbidden" == fault(model, {**data, "tensions": []})


def test_a_record_does_not_change() -> None:
    """Stages hand records on; none of them changes one."""
    found = record("initiatief", INITIATIVE)
    with pytest.raises(ValidationError, match="frozen"):
        found.title = "Anders"  # type: ignore[misc]
    assert found == record("initiatief", INITIATIVE)


def test_white_space_around_words_is_dropped() -> None:
    """What an editor adds at the end of a line is not content."""
    assert "Bevraging" == record("initiatief", INITIATIVE, titel="  Bevraging \n").title


def test_a_list_finds_its_words() -> None:
    """A term by its id, or None; a list has at least one word."""
    found = Vocabulary.model_validate(
        {"id": "vormen", "titel": "Vormen", "termen": [{"id": "gesprek", "naam": "gesprek"}]}
    )
    assert ("gesprek", None) == (getattr(found.term("gesprek"), "name", ""), found.term("enquete"))
    assert "too_short" == fault(Vocabulary, {"id": "vormen", "titel": "Vormen", "termen": []})


# --- walking ---------------------------------------------------------------------------------------------------------


def test_walk_gives_each_piece_in_the_keys_of_the_author() -> None:
    """Paths are those of the file, depth first; references and dates are leaves; what was left out is not there."""
    cause = {"initiatief": "bevraging", "sterkte": "rechtstreeks", "bronnen": {"bron": "antwoord"}}
    data = {**ADJUSTMENT, "aanleiding": [cause], "verloop": [{"status": "uitgevoerd", "datum": "2020-03"}]}
    found = dict(walk(record("bijsturing", data)))
    assert Ref("initiatief", "bevraging") == found["aanleiding", 0, "initiatief"]
    assert Ref("bron", "antwoord") == found["aanleiding", 0, "bronnen", 0, "bron"]
    assert PartialDate(2020, 3) == found["verloop", 0, "datum"]
    assert ("bron",) not in found
    paths = list(found)
    assert paths.index(("aanleiding",)) < paths.index(("aanleiding", 0)) < paths.index(("aanleiding", 0, "initiatief"))


def test_walk_enters_mappings() -> None:
    """The parts of a breakdown are found under their own names."""
    parts = {"uitsluitend": {"brief": "3", "mail": {"toestand": "niet_gemeten", "beslissing": "geen-mail"}}}
    year = {"id": "k", "titel": "Klachten", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}
    found = dict(
        walk(record("klachtenjaar", {**year, "drager": {"soort": "uitsluitend", "delen": parts["uitsluitend"]}}))
    )
    assert Decimal(3) == found["drager", "delen", "brief"]
    assert Ref("beslissing", "geen-mail") == found["drager", "delen", "mail", "beslissing"]


@given(
    st.text() | st.integers() | st.booleans() | st.none() | st.lists(st.text()) | st.dictionaries(st.text(), st.text())
)
def test_nothing_an_author_writes_is_a_traceback(value: object) -> None:
    """Whatever stands at a place, it is taken or refused; no other exception leaves the model."""
    adapters = (DATE, END, YES_NO, NUMBER, INITIATIVE_REF, ANY_REF, TEXTS, REFS, STATED_DATE)
    for adapter in adapters:
        with contextlib.suppress(ValidationError):
            adapter.validate_python(value)
