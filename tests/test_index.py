"""What records know of each other is complete in both directions, and all that can change another record's page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin

import pytest
from pydantic import BaseModel

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, OTHER, SOURCE, corpus, record
from weerklank import addresses
from weerklank.corpus import Corpus, collect
from weerklank.document.sheets import has_sheet
from weerklank.index import Resting, Use
from weerklank.model import SILENT, Absence, PartialDate, Record, Ref, Vocabulary, walk
from weerklank.site.inputs import Inputs
from weerklank.site.prose import prose_page
from weerklank.site.question import question_page
from weerklank.site.record import RecordPage, record_page
from weerklank.states import course

TEXT = "Alinea een.\n\nDe termijn was te lang.\n\nDe mails waren duidelijk."


def _cited(words: str = "", source: str = "verslag") -> list[dict[str, str]]:
    return [{"bron": source, "plaats": "alinea 2", "citaat": words}]


def _result(name: str, value: str, year: str) -> dict[str, object]:
    figure = {"waarde": value, "eenheid": "procent"} if value else "niet_vermeld"
    return {"id": name, "reeks": name, "onderwerp": name.capitalize(), "waarde": figure, "jaar": year}


def agency() -> Corpus:
    """An agency in which every kind of relation between records occurs, each at least once."""
    why = {"toestand": "niet_vermeld", "beslissing": "in-woorden", "bronnen": _cited("te lang")}
    initiative = record(
        "initiatief", INITIATIVE, bronnen=_cited("De termijn was te lang."), tekst="Zie [overleg](initiatief:overleg).",
        belanghebbenden=[{"wie": "besturen", "rol": "vroeg iets"}], rollen=["coach"],
        wijzigingen=[{"datum": "2026-03-01", "tekst": "Verbeterd."}],
        signalen=[{"id": "termijn", "tekst": "Het duurt te lang.", "van": "besturen", "bronnen": _cited("te lang")}],
    )  # fmt: skip
    direct = {
        "initiatief": "bevraging",
        "signaal": "termijn",
        "sterkte": "rechtstreeks",
        "bronnen": _cited("duidelijk"),
    }
    loose = {"initiatief": "bevraging", "signaal": why, "sterkte": "mee_bepalend", "toelichting": "Het werd genoemd."}
    steps = [{"status": "gepland"}, {"status": "uitgevoerd", "datum": "2019-05", "bewijs": [{"titel": "De brief"}]}]
    point = record("bijsturing", ADJUSTMENT, aanleiding=[loose], verloop=steps, toetsbaar={"nee": "Geen maat."})
    part = record(
        "bijsturing", ADJUSTMENT, id="sms", titel="Een sms", onderdeel_van="nieuwsbrief", aanleiding=[direct],
        verloop=steps, doelgroepen=["besturen"], beleidsvelden=["brussel"], bronnen=_cited("te lang", "antwoord"),
    )  # fmt: skip
    other = record(
        "bijsturing", ADJUSTMENT, id="loket", titel="Een loket", onderdeel_van="nieuwsbrief",
        aanleiding=[{"initiatief": "overleg", "sterkte": "niet_vermeld"}], toetsbaar={"deels": "Alleen het aantal."},
        verloop=[{"status": "gepland", "datum": "2020"}, {"status": "uitgevoerd"}],
    )  # fmt: skip
    first = record("meting", MEASUREMENT, resultaten=[_result("termijn", "66", "2016"), _result("mails", "", "2016")])
    second = record(
        "meting", MEASUREMENT, id="peiling", titel="Peiling", resultaten=[_result("termijn", "70", "2018")],
        beslissing="in-woorden",
    )  # fmt: skip
    third = record(
        "meting", MEASUREMENT, id="telling", titel="Telling", initiatief="overleg",
        resultaten=[_result("wachttijd", "12", "2016"), _result("stemming", "", "2016")],
    )  # fmt: skip
    decision = record(
        "beslissing",
        {"id": "in-woorden", "titel": "In woorden", "samenvatting": "We meten in woorden.", "bronnen": _cited()},
    )
    parts = [
        {"letter": "a", "vraag": "Hoe vaak?", "dekking": "deels", "steunt_op": ["initiatief:bevraging"]},
        {"letter": "b", "vraag": "En dan?", "dekking": "deels", "steunt_op": ["bijsturing:sms", "meting:barometer"]},
    ]  # fmt: skip
    question = record("vraag", {"id": "vraag", "titel": "Een vraag", "deelvragen": [
        {"nr": "1", "tekst": "Hoe meet u?", "delen": parts}]}, bronnen=_cited(source="antwoord"))  # fmt: skip
    years = [
        record("klachtenjaar", {
            "id": year, "titel": f"Klachten in {year}", "jaar": year, "totaal": "26", "bronnen": _cited(),
            "gegrondheid": {"soort": "uitsluitend", "delen": {"gegrond": "5", part: "3"}},
        })
        for year, part in (("2019", "deels"), ("2020", "niet"))
    ]  # fmt: skip
    page = record("pagina", {"id": "over", "titel": "Over", "tekst": "Zie [het overleg](initiatief:overleg)."})
    source = record("bron", SOURCE, id="verslag", titel="Verslag", kort="het verslag", taal="fr")
    overleg = record("initiatief", OTHER, gehoord="Het liep vlot.")
    made = (initiative, overleg, point, part, other, first, second, third, decision, question, *years, page, source)
    mission = {"tekst": "Wij luisteren.", "bronnen": _cited("De mails waren duidelijk.")}
    return replace(corpus(*made, missie=mission), texts={"verslag": TEXT})


# --- both directions -------------------------------------------------------------------------------------------------


def test_uses_are_references_turned_round() -> None:
    """Who refers to a record is exactly who a walk over every record finds, under the key that the author typed."""
    found = agency()
    walked = {
        (value, Use(ref, str(path[0])))
        for ref, item in found.index.records.items()
        for path, value in walk(item)
        if isinstance(value, Ref)
    }

    assert walked == {(ref, use) for ref, uses in found.index.uses.items() for use in uses}
    assert len(walked) == sum(map(len, found.index.uses.values()))


def test_relations_of_an_initiative() -> None:
    """Adjustments by the initiatives they name; leaves also through the point they are part of; its measurements."""
    index = agency().index

    def ids(relation: object) -> dict[str, list[str]]:
        assert isinstance(relation, dict)
        return {name: [item.id for item in items] for name, items in relation.items()}

    assert {"bevraging": ["sms", "nieuwsbrief"], "overleg": ["loket"]} == ids(index.adjustments)
    assert {"bevraging": ["loket", "sms"], "overleg": ["loket"]} == {
        ref.id: [item.id for item in items] for ref, items in index.leaves.items()
    }
    assert {"nieuwsbrief": ["loket", "sms"]} == ids(index.parts)
    assert {"bevraging": ["barometer", "peiling"], "overleg": ["telling"]} == ids(index.measurements)
    assert dict.fromkeys(("nieuwsbrief", "sms", "loket"), "nieuwsbrief") == {
        name: item.id for name, item in index.tops.items()
    }


def test_what_rests_on_a_record() -> None:
    """Each part of a question stands by each record that its answer rests on."""
    assert {
        Ref("initiatief", "bevraging"): (Resting("vraag", 1, "a"),),
        Ref("bijsturing", "sms"): (Resting("vraag", 1, "b"),),
        Ref("meting", "barometer"): (Resting("vraag", 1, "b"),),
    } == agency().index.resting


def test_a_card_is_all_that_names_a_record() -> None:
    """Title, address, summary, state and date of a record; name and place of a word."""
    index = agency().index

    for ref, item in index.records.items():
        card = index.card(ref)
        assert (ref.kind, ref.id, item.title, addresses.of_record(ref)) == (
            card.kind,
            card.id,
            card.title,
            card.address,
        )
    assert (course("uitgevoerd"), "Er is een nieuwsbrief.") == (
        index.card(Ref("bijsturing", "sms")).state, index.card(Ref("bijsturing", "sms")).summary,
    )  # fmt: skip
    dates = {
        "bijsturing:sms": "2019-05",
        "initiatief:bevraging": "2017",
        "klachtenjaar:2020": "2020",
        "bron:verslag": "2020-02",
    }
    assert dates == {name: str(date.iso) for name in dates if (date := index.card(Ref(*name.split(":"))).date)}
    word = index.card(Ref("begrip", "leemte"))
    assert ("Leemte", addresses.GLOSSARY, "begrip-leemte") == (word.title, word.address, word.fragment)
    with pytest.raises(KeyError):
        index.card(Ref("initiatief", "geen"))


# --- what can change a page ------------------------------------------------------------------------------------------


def _record_page(kind: str) -> Callable[[Corpus, str], RecordPage]:
    return lambda found, name: record_page(found, found.get(Ref(kind, name)))


PAGES: dict[str, Callable[[Corpus, str], Any]] = {
    **{item.KIND.name: _record_page(item.KIND.name) for item in agency().records() if has_sheet(item)},
    "vraag": question_page,
    "pagina": lambda found, name: prose_page(found, next(item for item in found.pages if item.id == name)),
}


def _variants(value: object, annotation: object = None) -> Iterator[object]:
    """The same value with one thing in it changed or left out, for everything in it; references lead where they did."""
    match value:
        case Absence():
            yield value.model_copy(update={"reason": f"{value.reason} Anders."})
            yield Absence.model_validate("gepland" if value.key.value != "gepland" else "niet_vermeld")
        case BaseModel():
            for name, info in type(value).model_fields.items():
                others = [*_variants(getattr(value, name), info.annotation)] if name != "id" else []
                others += [] if info.is_required() else [info.get_default(call_default_factory=True)]
                absent = "Absence" in repr(info.annotation) and not isinstance(getattr(value, name), dict)
                others += [SILENT] if absent else []
                yield from (value.model_copy(update={name: other}) for other in others)
        case tuple():
            for place, item in enumerate(value):
                rest = value[:place], value[place + 1 :]
                yield from ((*rest[0], other, *rest[1]) for other in _variants(item))
                yield from [(*rest[0], *rest[1])] if len(value) > 1 else ()
        case dict():
            yield from ({**value, key: other} for key, item in value.items() for other in _variants(item))
            yield {**value, "nieuw": next(iter(value.values()))}
        case _:
            yield from _other(value, annotation)


def _other(value: object, annotation: object) -> Iterator[object]:
    """Another value of the same kind; of a closed list, every other word of it."""
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if word != value)
    elif isinstance(value, bool):
        yield not value
    elif isinstance(value, Decimal):
        yield value + 1
    elif isinstance(value, PartialDate):
        yield replace(value, year=value.year + 1)
    elif isinstance(value, str) and value:
        yield f"{value} anders"


def _changed(found: Corpus) -> Iterator[tuple[Ref | str, Corpus]]:
    """The corpus with one thing changed, with the record, word or text in which it is."""
    for ref, item in found.index.records.items():
        for other in _variants(item):
            assert isinstance(other, Record)
            records = {**found.index.records, ref: other}
            yield ref, replace(found, by_kind=collect(records.values()))
    for kind, words in found.vocabularies.items():
        for other in _variants(words.terms):
            changed = words.model_copy(update={"terms": other})
            assert isinstance(changed, Vocabulary)
            yield kind, replace(found, vocabularies={**found.vocabularies, kind: changed})
    yield "tekst", replace(found, texts={"verslag": TEXT.replace("\n\n", "\n", 1)})


@pytest.mark.slow
def test_nothing_else_can_change_a_page() -> None:
    """Whatever changes in another record: where all that a page is known to be made from is equal, the page is."""
    before = agency()
    known = Inputs(before)
    pages = {ref: (known.page(ref), PAGES[ref.kind](before, ref.id)) for ref in before.index.records}
    stale, kept = [], 0
    for what, after in _changed(before):
        now = Inputs(after)
        for ref, (inputs, page) in pages.items():
            if ref != what and ref in after.index.records and now.page(ref) == inputs:
                kept += 1
                if PAGES[ref.kind](after, ref.id) != page:
                    stale.append((what, ref))

    assert [] == sorted(set(map(str, stale)))
    assert kept > 1000, "inputs that name everything would prove nothing"


def test_a_text_changes_no_other_page() -> None:
    """The story, the effect or the notes of a record reach no page of another: its card does not have them."""
    before = agency()
    known = Inputs(before)
    for ref, item in before.index.records.items():
        after = replace(
            before,
            by_kind=collect(
                {**before.index.records, ref: item.model_copy(update={"body": "Een ander verhaal."})}.values()
            ),
        )
        now = Inputs(after)
        assert [ref] == [other for other in before.index.records if known.page(other) != now.page(other)], ref


def test_kinds_of_pages_are_all_kinds() -> None:
    """A kind without a page here would not be held to what its page is made from."""
    assert {item.KIND.name for item in agency().records()} == set(PAGES)
