"""Every absence in the records, with its state and reason: nothing is smoothed, counted twice or left out."""

from collections import Counter

import pytest
from pydantic import BaseModel

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, OTHER, SOURCE, Data, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.facts.gaps import Gap, empty_policy_fields, gap_groups, gaps
from weerklank.model import RECORDS, Annex, Breakdown, Division, Measurement, Ref
from weerklank.model.fields import fields_of as model_fields
from weerklank.model.fields import within
from weerklank.model.records import GroundRules

YEAR: Data = {"id": "jaar-2019", "titel": "Klachten in 2019", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}


def of(found: Corpus, kind: str, name: str) -> list[Gap]:
    """The gaps of one record."""
    return [gap for gap in gaps(found) if gap.ref == Ref(kind, name)]


def fields_of(gaps_found: list[Gap]) -> Counter[tuple[str, str]]:
    """How often each field, with its subject, is absent."""
    return Counter((gap.field, gap.subject) for gap in gaps_found)


# --- completeness ----------------------------------------------------------------------------------------------------

NEVER_A_GAP: dict[tuple[type[BaseModel], str], str] = {
    (Annex, "as_of"): "the annex prints its own state",
    **{(kind, "total"): "a total that is not repeated is none" for kind in (Breakdown, Division)},
    **{(GroundRules, name): "whoever sets no rules leaves nothing unsaid" for name in GroundRules.model_fields},
}
"""Fields whose absence is no gap, and why."""


def test_every_field_that_can_be_absent_has_a_word() -> None:
    """An absence of a field that nobody named would not be on the page of what we do not know."""
    stated = [(kind, field) for kind, model in RECORDS.items() for field in within(model_fields(model)) if field.states]
    unnamed = {(field.owner, field.attribute): kind for kind, field in stated if not field.absent}
    assert set() == unnamed.keys() - NEVER_A_GAP.keys()
    assert set() == NEVER_A_GAP.keys() - unnamed.keys()


# --- what is a gap ---------------------------------------------------------------------------------------------------


def test_what_is_left_out_is_a_gap() -> None:
    """An omitted field counts as not stated, like one that the author wrote so; a filled one is no gap."""
    found = corpus(record("initiatief", OTHER, doel="Luisteren.", uitkomst="niet_vermeld"))
    names = {gap.field for gap in of(found, "initiatief", "overleg")}
    assert {"purpose", "outcome", "asked"} & names == {"outcome", "asked"}
    assert "forms" not in names


def test_a_gap_keeps_its_reason() -> None:
    """The state and the reason are those of the record."""
    absent = {"toestand": "niet_gemeten", "reden": "Te duur."}
    found = of(corpus(record("bijsturing", ADJUSTMENT, kosten=absent)), "bijsturing", "nieuwsbrief")
    (gap,) = [item for item in found if item.field == "cost"]
    assert ("niet_gemeten", "Te duur.", "Nieuwsbrief") == (gap.state.key, gap.reason, gap.title)


def test_without_a_figure_only_the_figure_is_missed() -> None:
    """A result that has none has no group or year to miss; one that has a figure does."""
    found = fields_of(of(corpus(), "meting", "barometer"))
    assert 1 == found["value", "Houding"]
    assert 0 == found["respondents", "Houding"]
    assert [1, 1, 1, 1] == [found[name, "Termijn"] for name in ("group", "answer", "respondents", "year")]


def test_two_results_of_one_subject_are_two_gaps() -> None:
    """A figure that is missing for two groups, or in two years, is missing twice."""
    silent = {"onderwerp": "Houding", "waarde": "cijfer_niet_vermeld", "jaar": "2019"}
    results = [{**silent, "id": "a", "groep": "besturen"}, {**silent, "id": "b", "groep": "burgers"}]
    found = fields_of(of(corpus(record("meting", MEASUREMENT, resultaten=results)), "meting", "barometer"))
    assert [1, 1] == [found["value", f"Houding, {group}, 2019"] for group in ("besturen", "burgers")]


def test_each_part_of_a_record_is_named() -> None:
    """Participants, other counts and signals say what of them is missing."""
    parts = {
        "deelnemers": [{"wie": "besturen"}, {"wie": "burgers", "aantal": "3"}],
        "aantallen": [{"wat": "brieven", "aantal": "niet_vermeld"}],
        "signalen": [{"id": "a", "tekst": "Te traag."}],
    }
    found = fields_of(of(corpus(record("initiatief", OTHER, **parts)), "initiatief", "overleg"))
    expected = [("count", "besturen"), ("count", "brieven"), ("sender", "Te traag.")]
    assert [1, 1, 1] == [found[key] for key in expected]
    assert 0 == found["count", "burgers"]


def test_signals_say_what_was_heard() -> None:
    """With signals there is nothing silent about what was heard."""
    signals = [{"id": "a", "tekst": "Te traag."}]
    found = fields_of(of(corpus(record("initiatief", OTHER, signalen=signals)), "initiatief", "overleg"))
    assert 0 == found["heard", ""]
    assert 1 == fields_of(of(corpus(), "initiatief", "overleg"))["heard", ""]


def test_a_breakdown_names_its_parts() -> None:
    """Absences in a mapping are gaps of that part; a total that is not repeated is none."""
    carrier = {"soort": "uitsluitend", "delen": {"brief": "3", "mail": "niet_vermeld"}}
    found = fields_of(of(corpus(record("klachtenjaar", YEAR, drager=carrier)), "klachtenjaar", "jaar-2019"))
    assert (1, 0) == (found["parts", "Drager, mail"], found["parts", "Drager, brief"])
    assert (1, 1) == (found["total", ""], found["received", ""])


def test_a_record_misses_a_thing_once() -> None:
    """Two steps without a date are one missing date, so no more records can lack it than there are."""
    steps = [{"status": "overwogen"}, {"status": "uitgevoerd"}]
    found = corpus(record("bijsturing", ADJUSTMENT, verloop=steps))
    assert 1 == fields_of(of(found, "bijsturing", "nieuwsbrief"))["date", ""]


def test_a_point_is_left_to_its_parts() -> None:
    """What is counted as its parts is not missed twice."""
    part = record("bijsturing", ADJUSTMENT, id="deel", titel="Een deel", onderdeel_van="nieuwsbrief")
    found = corpus(part)
    assert [] == of(found, "bijsturing", "nieuwsbrief")
    assert of(found, "bijsturing", "deel")


def test_a_source_that_explains_words_is_no_gap() -> None:
    """What the answer could have said does not include when a website was made."""
    assert of(corpus(), "bron", "antwoord")
    assert [] == of(corpus(record("bron", SOURCE, extern="ja")), "bron", "antwoord")


def test_a_part_without_answer_is_a_gap() -> None:
    """Each part that the answer passes over, with its number and letter, where the judgement is public."""
    silent = [gap for gap in gaps(example()) if gap.unanswered]
    assert ["Deelvraag 5b: Wie beslist"] == [gap.subject for gap in silent]
    assert {"niet_vermeld"} == {gap.state.key for gap in silent}


# --- groups ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
def test_groups_hold_every_gap_once(found: Corpus) -> None:
    """No gap is lost in grouping, and no group has more than could have it."""
    groups = gap_groups(found)
    assert Counter(gaps(found)) == Counter(gap for group in groups for gap in group.gaps)
    assert [] == [group.what for group in groups if len({gap.ref for gap in group.gaps}) > group.total]
    assert [] == [group.what for group in groups if {group.state} != {gap.state for gap in group.gaps}]


def test_what_only_a_part_can_miss_is_of_the_records_with_that_part() -> None:
    """A day of a verdict is missed by those that have a verdict, of those that have one."""
    verdict = {"van": "burgers", "oordeel": "volstaat", "woorden": [{"bron": "antwoord"}], "datum": "niet_vermeld"}
    judged = record("bijsturing", ADJUSTMENT, id="a", titel="Aa", oordeel_van_de_gever=[verdict])
    whole = corpus(judged, record("bijsturing", ADJUSTMENT, id="b", titel="Bb"))
    (group,) = (group for group in gap_groups(whole) if group.gaps[0].within == "verdicts")

    assert (1, 1) == (len(group.gaps), group.total)


def test_groups_stand_by_state_then_kind_then_number() -> None:
    """What was decided comes before what is only silent; within a kind the most frequent comes first."""
    groups = gap_groups(example())
    states = list(dict.fromkeys(group.state.key for group in groups))
    assert ["niet_gemeten", "cijfer_niet_vermeld", "kwalitatief", "afgeschermd", "ter_inzage", "gepland"] == states[:6]
    silent = [len(group.gaps) for group in groups if (group.kind, group.state.key) == ("bijsturing", "niet_vermeld")]
    assert silent == sorted(silent, reverse=True)
    assert 7 == silent[0]


def test_a_measurement_misses_what_is_left_out() -> None:
    """Sample, response, margin and cost are named, each for the one measurement that says no more than its figures."""
    short = example().having(Measurement, [item for item in example().measurements if item.id.startswith("duiven")])
    whats = {group.what: len(group.gaps) for group in gap_groups(short) if group.kind == "meting"}
    wanted = ("De steekproef", "Het aantal ingevulde vragenlijsten", "De foutenmarge", "De kosten")
    assert [1, 1, 1, 1] == [whats[name] for name in wanted]


def test_a_source_that_only_explains_words_could_not_miss_a_thing() -> None:
    """It is left out of the gaps, and out of how many sources there are to miss something."""
    outside = record("bron", SOURCE, id="uitleg", titel="Uitleg", extern="ja", datum="niet_vermeld")
    inside = record("bron", SOURCE, id="verslag", titel="Verslag", datum="niet_vermeld")
    found = corpus(outside, inside)
    (group,) = (group for group in gap_groups(found) if (group.kind, group.what) == ("bron", "De datum"))
    own = sum(1 for item in found.sources if not item.external)
    assert ["verslag"] == [gap.ref.id for gap in group.gaps]
    assert (own, own + 1) == (group.total, len(found.sources))


def test_policy_fields_without_an_initiative() -> None:
    """A field that no initiative is about is a gap of the whole; one about all fields is about each."""
    assert () == empty_policy_fields(example())
    silent = [record("initiatief", data, beleidsvelden="niet_vermeld") for data in (INITIATIVE, OTHER)]
    nobody = corpus(*silent)
    assert ["gelijke-kansen", "brussel"] == [place.id for place in empty_policy_fields(nobody)]
    assert () == empty_policy_fields(corpus(record("initiatief", INITIATIVE, beleidsvelden="alle")))
    assert () == empty_policy_fields(minimal())
