"""An annex that says of which day its data are tells nothing that happened later, of whatever kind."""

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from tests import voorbeeld_site
from weerklank.author.load import FieldPath, Loaded, RawRecord, load, read_record
from weerklank.author.validate import validate
from weerklank.author.validate.places import value_span
from weerklank.corpus import public
from weerklank.document.annex import annex_view
from weerklank.findings import Finding
from weerklank.freeze.ahead import ahead
from weerklank.kinds import KINDS
from weerklank.messages import MESSAGES
from weerklank.model import RECORDS, Ref, walk
from weerklank.model.fields import ValueShape, fields_of, is_printable, within
from weerklank.model.moments import moments
from weerklank.text import SourceText

FULL = Ref("vraag", "drinkfonteinen-en-zitbanken")
OTHER_DOCUMENTS = ("vraag", "bron", "pagina")
"""A question has the days of its own way; of a source the date is told where it is cited; a page is in no annex."""

NO_EVENTS = {
    "nagekeken_op": "somebody looked at the record",
    "uiterlijk": "a deadline lies ahead",
    "verschoven.van": "a deadline lies ahead",
    "verschoven.naar": "a deadline lies ahead",
    "reeksen.streefwaarde.van": "what is to be reached lies ahead",
    "reeksen.streefwaarde.tot": "what is to be reached lies ahead",
}
"""Dates that an annex may print, of any day."""


def edited(record: RawRecord, values: dict[FieldPath, str]) -> RawRecord:
    """The record with other values in these places."""
    text, source = record.source.text, record.source
    spans = sorted({value_span(record, path): value for path, value in values.items()}.items(), reverse=True)
    for span, value in spans:
        start, end = source.offset(span.line, span.column), source.offset(span.end_line, span.end_column)
        text = text[:start] + value + text[end:]
    found, _ = read_record(record.kind, record.id, SourceText(source.file, text))
    assert found is not None
    return found


def whole_annex(record: RawRecord, as_of: str) -> RawRecord:
    """The question with an annex of this day that takes all that there is."""
    parts = [{"soort": kind.annex_part, "titel": kind.heading} for kind in KINDS.values() if kind.annex_part]
    parts += [{"soort": "klachten", "titel": "Klachten"}, {"soort": "signalen", "titel": "Signalen"}]
    parts += [
        {"soort": "meting", "titel": item.title, "meting": item.id} for item in voorbeeld_site.whole().measurements
    ]
    parts += [{**part, "weergave": "fiches"} for part in parts if part["soort"] in ("initiatieven", "toezeggingen")]
    places: dict[FieldPath, str] = {
        ("bijlage", "toestand_op"): as_of,
        ("bijlage", "onderdelen"): f"{json.dumps(parts, ensure_ascii=False)}\n",
    }
    return edited(record, places)


@cache
def content() -> Loaded:
    """What the example agency wrote."""
    return load(voorbeeld_site.CONTENT)


def found_in(records: tuple[RawRecord, ...]) -> tuple[Finding, ...]:
    """What is later than the day of the whole annex."""
    loaded = replace(content(), records=records)
    corpus = validate(loaded, on=voorbeeld_site.DAY).corpus
    assert corpus is not None
    return tuple(item for item in ahead(loaded, corpus, drafts={FULL.id}) if dict(item.arguments)["vraag"] == FULL.id)


def as_of(day: str) -> tuple[RawRecord, ...]:
    """All records, with the whole annex of this day."""
    return tuple(
        whole_annex(item, day) if (item.kind, item.id) == (FULL.kind, FULL.id) else item for item in content().records
    )


@cache
def found_at(day: str) -> tuple[Finding, ...]:
    """What is later than this day."""
    return found_in(as_of(day))


def events(found: Iterable[Finding]) -> list[Finding]:
    """What had not happened."""
    return [item for item in found if item.code == "V061"]


def place(item: Finding) -> tuple[str, str]:
    """The kind of the record and the field."""
    assert item.span is not None
    folder = item.span.file.split("/")[-2]
    kind = next(kind.name for kind in KINDS.values() if kind.folder == folder)
    return kind, ".".join(step for step in item.field if isinstance(step, str))


def dates_of(kind: str) -> set[str]:
    """The places where the model has a date that an annex may print of a record of this kind."""
    found = within(fields_of(RECORDS[kind]))
    paths = (field.path for field in found if field.shape is ValueShape.DATE)
    return {".".join(path) for path in paths if is_printable(RECORDS[kind], path)}


@pytest.mark.parametrize("kind", [name for name in RECORDS if name not in OTHER_DOCUMENTS])
def test_every_date_of_the_model(kind: str) -> None:
    """Each date that an annex can print is compared with its day, but for those that may lie ahead of it."""
    found = {field for name, field in map(place, events(found_at("1000"))) if name == kind}
    assert dates_of(kind) - NO_EVENTS.keys() == found


@pytest.mark.parametrize("kind", [name for name in RECORDS if name not in OTHER_DOCUMENTS])
def test_nothing_of_before_its_day(kind: str) -> None:
    """An annex of a day that all had happened on has nothing to be told of."""
    assert [] == [item for item in found_at("2026-12-31") if place(item)[0] == kind]


@pytest.mark.parametrize("sources", [False, True])
def test_no_later_date_is_printed(*, sources: bool) -> None:
    """Each record, or each source, gets a year of its own for all that happened: each that is printed is told of."""
    years, records = {}, []
    whole = voorbeeld_site.whole()
    for number, record in enumerate(as_of("3000"), start=3001):
        ref = Ref(record.kind, record.id)
        if ref == FULL or not whole.has(ref) or (ref.kind == "bron") is not sources:
            records.append(record)
        else:
            item = whole.get(ref)
            places = [path for path, _ in moments(type(item), walk(item)) if path[-1] != "nagekeken_op"]
            records.append(edited(record, dict.fromkeys(places, str(number))))
            years[str(number)] = ref
    corpus = validate(replace(content(), records=tuple(records)), on=voorbeeld_site.DAY).corpus
    assert corpus is not None
    words = repr(annex_view(public(corpus, on=date.max), FULL.id))
    printed = {ref for year, ref in years.items() if year in words}
    found = found_in(tuple(records))
    told = {Ref("bron", dict(item.arguments)["bron"]) for item in found if item.code == "V062"}
    told |= {ref for ref in printed for item in events(found) if item.span and f"/{ref.id}." in item.span.file}

    assert len(printed) > (3 if sources else 25)
    assert set() == printed - told


ANSWER = Ref("bron", "antwoord-12")
CASES: dict[str, tuple[str, Ref, dict[FieldPath, str], list[str]]] = {
    "a day that may be before": (
        "2026",
        Ref("bijsturing", "waterproeven"),
        {("verloop", 0, "datum"): "2026-12-05"},
        [],
    ),
    "what is announced": (
        "2026-12-31",
        Ref("bijsturing", "tappunten-op-markten"),
        {("verloop", 0, "status"): "gepland", ("verloop", 0, "datum"): "2027"},
        [],
    ),
    "an initiative that runs": (
        "2026-12-31",
        Ref("initiatief", "kinderraad"),
        {("periode", "van"): "2027"},
        ["periode.van"],
    ),
    "an initiative that is planned": (
        "2026-12-31",
        Ref("initiatief", "kinderraad"),
        {("periode", "van"): "2027", ("status",): "gepland"},
        [],
    ),
    "the answer itself": ("2026-12-31", ANSWER, {("datum",): "2027"}, []),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_told(name: str) -> None:
    """What is announced or running may end later; the answer that an annex goes with may be of any day."""
    day, ref, values, expected = CASES[name]
    answered: dict[FieldPath, str] = {("datum_antwoord",): "2027"} if ref == ANSWER else {}
    records = tuple(
        edited(record, values)
        if (record.kind, record.id) == (ref.kind, ref.id)
        else edited(record, answered)
        if (record.kind, record.id) == (FULL.kind, FULL.id)
        else record
        for record in as_of(day)
    )
    found = (item for item in found_in(records) if item.code == "V062" or f"/{ref.id}." in str(item.span))

    assert expected == [place(item)[1] for item in found]


def test_a_later_source_is_told_of_each_record() -> None:
    """Who made the record sees the source and its day, at the first citation of it, and the day of the annex."""
    day: dict[FieldPath, str] = {("datum",): "2027-01-05"}
    records = tuple(
        edited(item, day) if item.id == "pleinpeiling" and item.kind == "bron" else item for item in as_of("2026-12-31")
    )
    found = [item for item in found_in(records) if "metingen/" in str(item.span)]

    assert {"V062"} == {item.code for item in found}
    assert len(found) == len({item.span.file for item in found if item.span}) > 2
    for item in found:
        assert ("pleinpeiling", "2027-01-05", "2026-12-31") == tuple(
            dict(item.arguments)[key] for key in ("bron", "waarde", "grens")
        )
        assert ["de vraag"] == [other.text for other in item.related]


def test_a_line_has_figures_of_other_measurements() -> None:
    """A measurement alone in an annex brings the later years of its lines with it."""
    part = [{"soort": "meting", "titel": "Peiling", "meting": "pleinpeiling-2021"}]
    values: dict[FieldPath, str] = {("bijlage", "onderdelen"): f"{json.dumps(part)}\n"}
    records = tuple(
        edited(item, values) if (item.kind, item.id) == (FULL.kind, FULL.id) else item for item in as_of("2022")
    )
    found = {item.span.file.rpartition("/")[2] for item in events(found_in(records)) if item.span}

    assert {"pleinpeiling-2023.yaml", "pleinpeiling-2025.yaml"} <= found


def test_it_stops_check_and_freezing_without_a_reason() -> None:
    """It is a rule that is broken, not a record that cannot be read."""
    assert [True, None] == [MESSAGES[code].freezable for code in ("V061", "V062")]
