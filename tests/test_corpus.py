"""Links in both directions, and the public part: what is hidden leaves no trace anywhere."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import voorbeeld_site
from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, OTHER, SOURCE, Data, corpus, organisation, record
from tests.voorbeeld_site import corpus as example
from tests.voorbeeld_site import whole as example_whole
from weerklank.corpus import Corpus, collect, public
from weerklank.kinds import OF_WORDS
from weerklank.markup import record_links
from weerklank.model import (
    VOCABULARIES,
    Adjustment,
    Initiative,
    Measurement,
    Organisation,
    Part,
    Question,
    Record,
    Ref,
    walk,
)
from weerklank.model.fields import fields_of
from weerklank.model.usual import USUAL

DAY = date(2026, 3, 1)
HIDDEN = {"publicatie": {"status": "intern"}}
LATER = {"publicatie": {"vanaf": "2026-03-02"}}

DECISION: Data = {
    "id": "in-woorden",
    "titel": "In woorden",
    "samenvatting": "We meten in woorden.",
    "bronnen": [{"bron": "antwoord"}],
}
YEAR: Data = {"id": "jaar-2019", "titel": "Klachten in 2019", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}
PART: Data = {"vraag": "Hoe vaak?", "dekking": "deels", "steunt_op": ["initiatief:bevraging", "initiatief:overleg"]}
QUESTION: Data = {
    "id": "vraag",
    "titel": "Vraag over klanten",
    "deelvragen": [{"nr": "1", "tekst": "Hoe vaak meet u?", "delen": [PART]}],
}
ANNEX: Data = {"titel": "Bijlage", "onderdelen": [{"soort": "dekking", "titel": "Dekking"}]}


def adjustment(name: str, **changes: object) -> Record:
    """An adjustment with another id."""
    return record("bijsturing", ADJUSTMENT, id=name, titel=f"Bijsturing {name}", **changes)


def names(records: tuple[Record, ...]) -> list[str]:
    """The ids of records."""
    return [item.id for item in records]


def pieces(found: Corpus) -> list[object]:
    """Everything in every record, list and the organisation."""
    models = (found.organisation, *found.vocabularies.values(), *found.records())
    return [value for model in models for _, value in walk(model)]


# --- lookup ----------------------------------------------------------------------------------------------------------


def test_records_stand_by_kind_and_id() -> None:
    """Whatever the order in which records come, the corpus has them in one order."""
    records = [record("initiatief", OTHER), record("bron", SOURCE), record("initiatief", INITIATIVE)]
    found = collect(records)
    assert found == collect(reversed(records))
    assert ["bevraging", "overleg"] == names(found["initiatief"])
    assert ["antwoord"] == names(found["bron"])


def test_a_reference_leads_to_its_record() -> None:
    """Records and words of lists are found by reference; another one is a mistake of ours."""
    found = corpus()
    assert "Bevraging" == found.get(Ref("initiatief", "bevraging")).title == found.initiative("bevraging").title
    assert "Nieuwsbrief" == found.adjustment("nieuwsbrief").title
    assert "Antwoord op een vraag" == found.source("antwoord").title
    assert "Gesprek" == found.term(Ref("vorm", "gesprek")).name
    for wrong in (Ref("initiatief", "nieuwsbrief"), Ref("bron", "niets")):
        assert not found.has(wrong)
        with pytest.raises(KeyError):
            found.get(wrong)
    with pytest.raises(KeyError):
        found.term(Ref("vorm", "niets"))
    assert [True, True, False] == [
        found.has(Ref(*pair)) for pair in (("bron", "antwoord"), ("vorm", "gesprek"), ("vorm", "x"))
    ]


def test_every_record_knows_its_kind() -> None:
    """References and records agree on kinds, for each kind there is."""
    found = corpus(record("beslissing", DECISION), record("klachtenjaar", YEAR), record("vraag", QUESTION))
    assert found.refs() == {item.ref for item in found.records()}
    assert {"bron", "initiatief", "bijsturing", "meting", "beslissing", "klachtenjaar", "vraag"} == {
        item.KIND.name for item in found.records()
    }


def test_leaves_and_tops() -> None:
    """A leaf has no parts and counts as one thing done; a top is no part and counts as one point of the source."""
    found = corpus(
        adjustment("geheel"), adjustment("deel-b", onderdeel_van="geheel"), adjustment("deel-a", onderdeel_van="geheel")
    )
    assert {"geheel": ["deel-a", "deel-b"]} == {name: names(parts) for name, parts in found.parts.items()}
    assert ["deel-a", "deel-b", "nieuwsbrief"] == names(found.leaves)
    assert ["geheel", "nieuwsbrief"] == names(found.tops)


def test_links_run_both_ways() -> None:
    """An initiative knows its adjustments and measurements, whoever wrote the link; each once."""
    causes = [
        {"initiatief": "bevraging", "sterkte": "rechtstreeks"},
        {"initiatief": "overleg", "sterkte": "mee_bepalend"},
    ]
    twice = [*causes, {"initiatief": "bevraging", "signaal": "wachten", "sterkte": "rechtstreeks"}]
    nowhere = [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}]
    found = corpus(adjustment("a", aanleiding=twice), adjustment("b", aanleiding=nowhere))
    assert ["a", "nieuwsbrief"] == names(found.adjustments_of("bevraging"))
    assert ["a"] == names(found.adjustments_of("overleg"))
    assert () == found.adjustments_of("geen")
    assert ["barometer"] == names(found.measurements_of("bevraging"))
    assert () == found.measurements_of("overleg")


def test_a_list_of_examples_is_known() -> None:
    """Only what the source calls examples is open."""
    assert (True, False) == (corpus().is_open("initiatief"), corpus().is_open("bijsturing"))


# --- the public part -------------------------------------------------------------------------------------------------


def test_what_is_public_stays_as_it_is() -> None:
    """A corpus without anything to hide is its own public part, with the same values."""
    assert corpus() == public(corpus(), on=DAY)
    assert voorbeeld_site.corpus() == public(voorbeeld_site.corpus(), on=voorbeeld_site.DAY)


@pytest.mark.parametrize("status", ["concept", "intern"])
def test_a_status_hides(status: str) -> None:
    """Drafts and internal records are not there."""
    found = public(corpus(record("initiatief", OTHER, publicatie={"status": status})), on=DAY)
    assert ["bevraging"] == names(found.initiatives)


def test_a_record_appears_on_its_day() -> None:
    """The day before it is not there; on the day it is."""
    hidden = corpus(record("initiatief", OTHER, **LATER))
    assert ["bevraging"] == names(public(hidden, on=date(2026, 3, 1)).initiatives)
    assert ["bevraging", "overleg"] == names(public(hidden, on=date(2026, 3, 2)).initiatives)


def test_a_record_goes_with_what_it_cannot_do_without() -> None:
    """A measurement belongs to an initiative; when that is hidden, so is the measurement, and so on."""
    found = public(corpus(record("initiatief", INITIATIVE, **HIDDEN)), on=DAY)
    assert ["overleg"] == names(found.initiatives)
    assert () == found.measurements


def test_hiding_goes_on_until_nothing_points_at_what_is_gone() -> None:
    """A record that falls away takes along what points at it: the measurement, then whatever rests on that."""
    part = {**PART, "steunt_op": ["meting:barometer"]}
    asked = [{"nr": "1", "tekst": "Hoe vaak meet u?", "delen": [part]}]
    annex = {**ANNEX, "onderdelen": [{"soort": "meting", "titel": "Meting", "meting": "barometer"}]}
    question = record("vraag", QUESTION, deelvragen=asked, bijlage=annex)
    found = public(corpus(record("initiatief", INITIATIVE, **HIDDEN), question), on=DAY)
    (seen,) = found.questions
    assert () == seen.sub_questions[0].parts[0].rests_on
    assert seen.annex is None, "an annex of which no part is left says nothing"


def test_an_optional_reference_becomes_empty() -> None:
    """A part of a hidden point stands alone, and an absence loses the decision behind it, not its state."""
    parent, part = adjustment("geheel", **HIDDEN), adjustment("deel", onderdeel_van="geheel")
    absent = {"toestand": "niet_gemeten", "reden": "Te duur.", "beslissing": "in-woorden"}
    initiative = record("initiatief", OTHER, gehoord=absent)
    found = public(corpus(parent, part, initiative, record("beslissing", DECISION, **HIDDEN)), on=DAY)
    assert found.adjustment("deel").part_of is None
    heard = found.initiative("overleg").heard
    assert ("niet_gemeten", "Te duur.", None) == (heard.key, heard.reason, heard.decision)  # type: ignore[union-attr]


def test_a_cause_goes_and_the_adjustment_stays() -> None:
    """An adjustment that came from a hidden initiative is still done; where it came from is not told."""
    causes = [
        {"initiatief": "overleg", "sterkte": "rechtstreeks"},
        {"initiatief": "bevraging", "sterkte": "mee_bepalend"},
    ]
    found = public(corpus(adjustment("a", aanleiding=causes), record("initiatief", OTHER, **HIDDEN)), on=DAY)
    assert [Ref("initiatief", "bevraging")] == [cause.initiative for cause in found.adjustment("a").causes]


def test_a_citation_of_a_hidden_source_goes_with_its_words() -> None:
    """The words of an internal document are not for the public either, and neither is its stored text."""
    cited = [{"bron": "antwoord"}, {"bron": "nota", "citaat": "geheime woorden"}]
    secret = record("bron", SOURCE, id="nota", **HIDDEN)
    all_records = corpus(record("initiatief", OTHER, bronnen=cited), secret)
    texts = {"antwoord": "openbare tekst", "nota": "geheime woorden"}
    found = public(Corpus(**{**vars_of(all_records), "texts": texts}), on=DAY)
    assert ["antwoord"] == [citation.source.id for citation in found.initiative("overleg").citations]
    assert {"antwoord": "openbare tekst"} == found.texts


def test_a_claim_goes_with_its_last_source() -> None:
    """A claim needs a source: without one that the public may see, it is not told. A record stays, without sources."""
    secret = record("bron", SOURCE, id="nota", **HIDDEN)
    claims = [
        {"tekst": name, "door": "het agentschap", "bronnen": [{"bron": bron} for bron in cited]}
        for name, cited in (("beide", ("antwoord", "nota")), ("alleen intern", ("nota",)))
    ]
    records = (record("vraag", QUESTION, beweringen=claims), record("initiatief", OTHER, bronnen=[{"bron": "nota"}]))
    found = public(corpus(*records, secret), on=DAY)
    assert ["beide"] == [claim.text for claim in found.questions[0].claims]
    assert () == found.initiative("overleg").citations


def test_one_reading_is_no_tension() -> None:
    """Where the other reading is hidden, there are no two things to show."""
    readings = [{"bron": {"bron": name, "citaat": name}} for name in ("antwoord", "nota")]
    tension = {"onderwerp": "Hoe vaak", "lezingen": readings}
    records = (record("initiatief", OTHER, tegenspraken=[tension]), record("bron", SOURCE, id="nota", **HIDDEN))
    found = public(corpus(*records), on=DAY)
    assert () == found.initiative("overleg").tensions


def test_the_parts_of_a_breakdown_are_looked_through() -> None:
    """Absences hide in mappings, too; the name of the part stays, the hidden decision does not."""
    absent = {"toestand": "niet_gemeten", "reden": "Geen mail.", "beslissing": "in-woorden"}
    carrier = {"soort": "uitsluitend", "delen": {"brief": "3", "mail": absent}}
    records = (record("klachtenjaar", YEAR, drager=carrier), record("beslissing", DECISION, **HIDDEN))
    (year,) = public(corpus(*records), on=DAY).complaints
    assert year.carrier is not None
    assert ["brief", "mail"] == list(year.carrier.parts)
    assert Ref("beslissing", "in-woorden") not in [value for _, value in walk(year)]


def test_an_annex_has_its_own_day() -> None:
    """A question can be public before its annex; frozen files wait for the annex."""
    question = record("vraag", QUESTION, bijlage={**ANNEX, "openbaar_vanaf": "2026-03-02"})
    with_files = Corpus(**{**vars_of(corpus(question)), "frozen": {"vraag": {"bijlage.pdf": b"%PDF"}}})
    before = public(with_files, on=date(2026, 3, 1))
    assert (None, {}) == (before.questions[0].annex, before.frozen)
    for day in (date(2026, 3, 2), date(2026, 3, 3), date(2027, 1, 1)):
        after = public(with_files, on=day)
        assert after.questions[0].annex is not None
        assert {"vraag": {"bijlage.pdf": b"%PDF"}} == after.frozen


@pytest.mark.parametrize("shown", ["intern", "openbaar"])
def test_a_judgement_is_there_only_where_it_is_shown(shown: str) -> None:
    """Verdicts, reasons and readers where the agency shows them; what is still to do, and when it went where, never."""
    part = {**PART, "dekking": "deels", "reden": "Alleen het jaar.", "aan_te_vullen": {"wie": "dienst", "wat": "Meer."}}
    asked = {"deelvragen": [{"nr": "1", "tekst": "Hoe vaak meet u?", "delen": [part]}]}
    days = {"doorgestuurd_op": "2026-01-02", "naar_kabinet_op": "2026-01-09"}
    readers = {"lezers": [{"wie": "An Lezer", "op": "2026-01-05"}]}
    annex = {**ANNEX, "dekking": shown, "onderdelen": [{"soort": "tekst", "titel": "Wat"}]}
    whole = corpus(record("vraag", QUESTION, **asked, **days, **readers, bijlage=annex))
    (found,) = public(whole, on=DAY).questions
    (seen,) = found.sub_questions[0].parts
    told = (seen.coverage, seen.reason, tuple(reader.who for reader in found.readers))

    assert (("deels", "Alleen het jaar.", ("An Lezer",)) if shown == "openbaar" else (None, "", ())) == told
    assert (None, None, None) == (seen.supply, found.passed_on, found.to_cabinet_on)


@pytest.mark.parametrize(("chosen", "expected"), [(["bevraging", "overleg"], ["bevraging"]), (["overleg"], None)])
def test_a_selection_never_widens(chosen: list[str], expected: list[str] | None) -> None:
    """An id that is hidden leaves the selection; a selection of which nothing is left does not take everything."""
    parts = [{"soort": "initiatieven", "titel": "Enkele", "selectie": {"ids": chosen}}, *_parts(ANNEX)]
    question = record("vraag", QUESTION, bijlage={**ANNEX, "onderdelen": parts})
    (found,) = public(corpus(record("initiatief", OTHER, **HIDDEN), question), on=DAY).questions
    assert found.annex is not None
    taken = [list(part.selection.ids) for part in found.annex.parts if part.kind == "initiatieven"]
    assert ([expected] if expected else []) == taken


def test_every_list_is_there() -> None:
    """What comes after never has to ask whether a list exists: one that nobody began has the words of the program."""
    found = public(Corpus(organisation(niet_limitatief=[]), {}), on=DAY)
    assert set(VOCABULARIES.values()) == set(found.vocabularies)
    assert {kind.name: kind.heading for kind in OF_WORDS} == {
        kind: item.title for kind, item in found.vocabularies.items()
    }
    assert USUAL.keys() == {kind for kind, item in found.vocabularies.items() if item.terms}


def test_the_organisation_is_looked_through() -> None:
    """What the organisation says of itself may rest on a source that is not public."""
    said = {"tekst": "Wij luisteren.", "bronnen": [{"bron": "antwoord"}, {"bron": "nota"}]}
    found = public(
        Corpus(
            **{
                **vars_of(corpus(record("bron", SOURCE, id="nota", **HIDDEN))),
                "organisation": organisation(missie=said),
            }
        ),
        on=DAY,
    )
    assert isinstance(found.organisation, Organisation)
    assert found.organisation.mission is not None
    assert ["antwoord"] == [citation.source.id for citation in found.organisation.mission.citations]


def vars_of(found: Corpus) -> dict[str, Any]:
    """The fields of a corpus."""
    return {name: getattr(found, name) for name in found.__dataclass_fields__}


def _parts(annex: Data) -> list[Data]:
    parts = annex["onderdelen"]
    assert isinstance(parts, list)
    return parts


@settings(max_examples=25)
@given(st.sets(st.sampled_from(sorted(voorbeeld_site.corpus().refs()))))
def test_no_reference_to_a_hidden_record_remains(chosen: set[Ref]) -> None:
    """Whichever records of the example agency are hidden, nothing that is left names one of them."""
    whole = voorbeeld_site.corpus()
    hide = {"publication": whole.initiatives[0].publication.model_copy(update={"status": "intern"})}
    records = [item.model_copy(update=hide) if item.ref in chosen else item for item in whole.records()]
    found = public(Corpus(**{**vars_of(whole), "by_kind": collect(records)}), on=voorbeeld_site.DAY)
    gone = whole.refs() - found.refs()
    assert chosen <= gone
    assert set() == gone & {value for value in pieces(found) if isinstance(value, Ref)}
    assert set() == gone & {ref for text in pieces(found) if isinstance(text, str) for ref in record_links(text)}
    assert {item.id for item in found.sources} >= set(found.texts)
    _assert_sound(found)


def _assert_sound(found: Corpus) -> None:
    """Every reference that is left leads somewhere; a list that is not left out has as many items as its field asks."""
    refs = {value for value in pieces(found) if isinstance(value, Ref)}
    assert set() == {ref for ref in refs if not found.has(ref)}
    for piece in pieces(found):
        if isinstance(piece, Part) and not isinstance(piece, Record):
            asked = [own for own in fields_of(piece) if own.least and own.value(piece) != own.default]
            short = [own.attribute for own in asked if len(own.value(piece)) < own.least]
            assert [] == short, piece


def test_types_are_kept() -> None:
    """A record that lost a piece is still a record of its kind."""
    found = public(corpus(record("initiatief", OTHER, **HIDDEN), record("vraag", QUESTION)), on=DAY)
    kinds = (Initiative, Adjustment, Measurement, Question)
    groups = (found.initiatives, found.adjustments, found.measurements, found.questions)
    assert [1, 1, 1, 1] == [
        sum(isinstance(item, kind) for item in group) for kind, group in zip(kinds, groups, strict=True)
    ]
    assert MEASUREMENT["id"] == found.measurements[0].id


def test_what_an_author_left_out_hides_nothing() -> None:
    """A list that may be left out takes nothing away from what is public when it is."""
    for before in example_whole().measurements:
        after = next((item for item in example().measurements if item.id == before.id), None)
        assert after is None or [one.id for one in before.series] == [one.id for one in after.series]
