"""Results of measurements: figures keep their wording, and what cannot be compared never shares a line unsaid."""

from typing import Any

import pytest

from tests.corpus_samples import MEASUREMENT, Data, corpus, record
from tests.voorbeeld_site import corpus as example
from weerklank.chartspec import ChartKind, ChartSpec, description
from weerklank.corpus import Corpus
from weerklank.facts.comparing import comparable, names_of, stated_of
from weerklank.facts.results import drawings, results, undrawn
from weerklank.model import Measurement

SHARE: Data = {"waarde": "66", "eenheid": "procent", "precisie": "ongeveer"}
RESULT: dict[str, Any] = {
    "id": "termijn",
    "onderwerp": "Termijn",
    "waarde": SHARE,
    "antwoord": "tevreden",
    "groep": "besturen",
}


def site(*found: Data, **changes: object) -> tuple[Corpus, Measurement]:
    """A site whose measurement has these results."""
    numbered = [{**item, "id": f"r{number}"} for number, item in enumerate(found)]
    made = corpus(record("meting", MEASUREMENT, resultaten=numbered, **changes))
    return made, made.measurements[0]


def row(made: Corpus, item: Measurement, number: int = 0) -> dict[str, str]:
    """One row of the table in words."""
    table = results(made, item)
    return {column.key: cell.text for column, cell in zip(table.columns, table.rows[number], strict=True)}


def test_a_figure_with_all_that_is_said_about_it() -> None:
    """Wording, group and year with their remarks, number of answers, aspects and the value."""
    more = {"groep_toelichting": "volgens de context", "jaar": "2016", "aspecten": ["snel", "juist"], "n": "1200"}
    expected = {
        "onderwerp": "Termijn",
        "antwoord": "tevreden",
        "groep": "besturen, volgens de context",
        "jaar": "2016",
        "n": "1200",
        "aspecten": "één cijfer voor 2 aspecten samen: snel en juist",
        "waarde": "ongeveer 66\u00a0procent",
        "foutenmarge": "niet vermeld",
        "vraagtekst": "niet vermeld",
        "schaal": "niet vermeld",
        "reeks": "–",
        "reeks_naam": "–",
        "meting": "barometer",
        "eenheid": "procent",
        "streefwaarde": "niet van toepassing",
        "streefwaarde_naam": "niet van toepassing",
        "breuk": "niet van toepassing",
        "groep_toelichting": "volgens de context",
        "jaar_toelichting": "–",
    }
    assert expected == row(*site({**RESULT, **more}))


def test_what_is_not_said_is_not_said() -> None:
    """Every gap of a result is a state in its own column; a remark is not put after an absence."""
    bare = {"onderwerp": "Imago", "waarde": "cijfer_niet_vermeld", "groep_toelichting": "volgens de context"}
    found = row(*site(bare))
    assert "gemeten, cijfer niet vermeld" == found["waarde"]
    assert ["niet vermeld"] * 4 == [found[key] for key in ("antwoord", "groep", "jaar", "n")]
    assert "niet uitgesplitst" == found["aspecten"]


@pytest.mark.parametrize(
    ("found", "label", "caption"),
    [
        ([RESULT], "Aandeel", "Barometer. Aandeel in procent van een niet vermeld aantal antwoorden"),
        (
            [{**RESULT, "waarde": {"waarde": "66", "eenheid": "%"}, "n": "12"}],
            "Aandeel",
            "Barometer. Aandeel in procent",
        ),
        ([{**RESULT, "waarde": "12", "n": "12"}], "Waarde", "Barometer. Waarde"),
    ],
)
def test_the_caption_names_unit_and_denominator(found: list[Data], label: str, caption: str) -> None:
    """A share of an unknown number of answers says so above the table; a sign for percent is percent."""
    table = results(*site(*found))
    assert (label, caption) == (next(c.label for c in table.columns if c.key == "waarde"), table.caption)


def test_figures_that_may_not_be_added_say_so() -> None:
    """Only a measurement that allows it leaves the warning out."""
    assert ("Deze cijfers mogen niet opgeteld of gemiddeld worden.",) == results(*site(RESULT)).notes
    assert () == results(*site(RESULT, samen_te_tellen="ja")).notes


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, True),
        ({"antwoord": "heel tevreden"}, False),
        ({"groep": "burgers"}, False),
        ({"waarde": {"waarde": "7", "eenheid": "op tien"}}, False),
        ({"waarde": {"waarde": "66", "eenheid": "%"}}, True),
        ({"onderwerp": "Houding"}, True),
    ],
)
def test_what_can_be_compared(changes: Data, expected: bool) -> None:  # noqa: FBT001 - a table of answers
    """The same counted answers, of the same group, in the same unit."""
    assert expected is comparable(stated_of(site(RESULT, {**RESULT, **changes})[1]))


# --- charts ----------------------------------------------------------------------------------------------------------


WHO: Data = {"populatie": "besturen", "ingevuld": "80"}
"""What must stand beside figures that stand beside each other."""


def drawn(*found: Data, **changes: object) -> ChartSpec:
    """The one chart of a measurement whose figures may stand beside each other."""
    (spec,) = drawings(*site(*({"jaar": "2020", **item} for item in found), **{**WHO, **changes}))
    return spec


def test_only_figures_are_drawn() -> None:
    """A result without a figure has no bar; the table on the page still has its row."""
    made, item = site(RESULT, {"onderwerp": "Imago", "waarde": "cijfer_niet_vermeld"})
    (spec,) = drawings(made, item)
    assert (1, 2) == (len(spec.table.rows), len(results(made, item).rows))
    assert (ChartKind.SHARES, "andere antwoorden: verdeling niet vermeld") == (spec.kind, spec.remainder)


def test_a_figure_that_lacks_something_stands_alone_and_says_what() -> None:
    """Without population, number of answers or year no figure stands beside another; its bar says what is missing."""
    first, second = drawings(*site(RESULT, {**RESULT, "jaar": "2020", "n": "80"}))
    assert [1, 1] == [len(spec.table.rows) for spec in (first, second)]
    assert "Ontbreekt: populatie, aantal antwoorden en jaar" == first.cells("ontbreekt")[0].text
    assert "Ontbreekt: populatie" == second.cells("ontbreekt")[0].text
    assert "Ontbreekt: populatie, aantal antwoorden en jaar" in description(first)
    assert 2 == len(drawn(RESULT, {**RESULT, "onderwerp": "Toon"}).table.rows)


def test_many_figures_that_lack_something_are_read_in_the_table() -> None:
    """A wall of bars, each alone, says nothing; the table says why there is none."""
    many = [{**RESULT, "onderwerp": f"Onderwerp {number}"} for number in range(5)]
    assert (4, 0) == (len(drawings(*site(*many[:4]))), len(drawings(*site(*many))))
    assert "5 cijfers staan in geen grafiek, omdat dit ontbreekt: populatie, aantal antwoorden en jaar." == undrawn(
        site(*many)[1]
    )


SCORE: Data = {**RESULT, "onderwerp": "Score", "waarde": {"waarde": "7,4", "eenheid": "op 10"}}
WAIT: Data = {**RESULT, "onderwerp": "Wachten", "waarde": {"waarde": "12,5", "eenheid": "minuten"}}


def kinds(*found: Data, **changes: object) -> list[tuple[str, int, object]]:
    """Kind, number of rows and axis of each chart."""
    specs = drawings(*site(*({"jaar": "2020", **item} for item in found), **{**WHO, **changes}))
    return [(spec.kind.value, len(spec.table.rows), spec.axis and tuple(map(int, spec.axis))) for spec in specs]


def test_one_result_in_another_unit_harms_no_other() -> None:
    """Shares keep their bars and scores their own scale; a figure without a scale of its own is in the table only."""
    assert [("aandelen", 1, None), ("punten", 1, (0, 10))] == kinds(RESULT, SCORE, WAIT)
    assert [("punten", 2, (0, 15))] == kinds(WAIT, {**WAIT, "onderwerp": "Lezen"})
    fall = {"waarde": "-120", "eenheid": "procent meer"}
    assert [("punten", 2, (-150, 50))] == kinds(
        {**WAIT, "waarde": fall}, {**WAIT, "waarde": {"waarde": "11", "eenheid": "procent meer"}}
    )
    assert [] == kinds({"onderwerp": "Imago", "waarde": "cijfer_niet_vermeld"})


def test_groups_are_points_on_one_axis() -> None:
    """Each with its margin; a group that is shielded has its place too, and groups that are alike are no groups."""
    groups = [{**RESULT, "groep": name, "foutenmarge": "2"} for name in ("besturen", "burgers")]
    hidden = {**RESULT, "groep": "scholen", "waarde": "afgeschermd"}
    assert [("punten", 3, (0, 100))] == kinds(*groups, hidden)
    (spec,) = drawings(*site(*({**item, "jaar": "2020"} for item in (*groups, hidden)), **WHO))
    assert ("groep", "Termijn") == (spec.label, spec.title)
    assert "burgers: ongeveer 66\u00a0procent, foutenmarge ±\u00a02\u00a0procentpunt" in description(spec)
    assert "scholen: afgeschermd" in description(spec)
    assert [("aandelen", 2, None)] == kinds(RESULT, {**RESULT, "onderwerp": "Toon", "groep": "burgers"})


def test_parts_of_a_whole_stand_together_and_say_their_rounding() -> None:
    """All answers to one question are points on one axis; what rounding does is said, and nothing is bent."""
    thirds = [{**RESULT, "antwoord": name, "waarde": {"waarde": "33,3", "eenheid": "procent"}} for name in "abc"]
    assert [("punten", 3, (0, 100))] == kinds(*thirds)
    made, item = site(*thirds)
    assert "Termijn: de antwoorden geven samen 99,9 procent. Dat komt door afronding." in results(made, item).notes
    halves = [{**item, "waarde": {"waarde": "30", "eenheid": "procent"}} for item in thirds]
    assert not any("afronding" in note for note in results(*site(*halves)).notes)


def test_a_chart_warns_where_it_must() -> None:
    """Not exact, not comparable, and a remainder that is no dissatisfaction: each is said when it is so."""
    two = drawn(RESULT, {**RESULT, "antwoord": "heel tevreden"})
    for words in ("gestippelde rand", "niet met elkaar te vergelijken", "geen ontevredenheid"):
        assert words in two.note
    exact = {**RESULT, "waarde": {"waarde": "85", "eenheid": "procent"}}
    one = drawn(exact, overige_antwoorden="15 procent gaf geen mening")
    assert "" == one.note
    assert "andere antwoorden" == one.remainder


def test_group_and_year_stand_at_each_bar() -> None:
    """Two bars of one subject are told apart in the drawing, in its words and in the table."""
    spec = drawn({**RESULT, "jaar": "2019"}, {**RESULT, "jaar": "2021", "groep": "burgers"})
    assert ("antwoord", "groep", "jaar") == spec.extra
    words = description(spec)
    assert "“tevreden”, besturen, 2019" in words
    assert "“tevreden”, burgers, 2021" in words


def test_results_of_one_subject_have_names_of_their_own() -> None:
    """Group and year are part of the name where the subject alone would name two results."""
    _, item = site({**RESULT, "jaar": "2019"}, {**RESULT, "jaar": "2021"}, {**RESULT, "onderwerp": "Toon"})
    assert ["Termijn, besturen, 2019", "Termijn, besturen, 2021", "Toon"] == [*names_of(item).values()]


COUNTED_WORDS = "de bron omschrijft de getelde antwoorden"
GROUPS = "de cijfers komen van verschillende groepen"
OTHER_GROUP: Data = {**RESULT, "groep": "burgers"}
OTHER_WORDS: Data = {**RESULT, "antwoord": "heel tevreden"}


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ((RESULT, {**RESULT, "jaar": "2020"}), ""),
        (
            (RESULT, {**OTHER_GROUP, "onderwerp": "Toon"}),
            "niet zonder meer met elkaar te vergelijken: de cijfers komen van verschillende groepen.",
        ),
        ((RESULT, OTHER_WORDS), f"niet met elkaar te vergelijken: {COUNTED_WORDS} telkens met andere woorden."),
        (
            (RESULT, RESULT, {**OTHER_WORDS, "groep": "burgers"}),
            f"niet met elkaar te vergelijken: {COUNTED_WORDS} niet overal met dezelfde woorden en {GROUPS}.",
        ),
    ],
    ids=["years", "groups", "words", "both"],
)
def test_bars_are_no_comparison_for_the_reason_that_there_is(found: tuple[Data, ...], expected: str) -> None:
    """Other words or another group, and only what is so; without a reason there is no sentence."""
    note = drawn(*found).note
    assert expected in note if expected else "te vergelijken" not in note
    assert (COUNTED_WORDS in expected) is (COUNTED_WORDS in note)


def test_figures_are_drawn_with_their_words() -> None:
    """Each bar has its precision and the answers that were counted; where these differ, the bars are no comparison."""
    (item,) = (found for found in example().measurements if found.id == "pleinpeiling-2025")
    words = " ".join(description(spec) for spec in drawings(example(), item))
    for piece in (
        "ongeveer 80\u00a0procent, getelde antwoorden niet vermeld, gemeenten, juni 2025",
        "47\u00a0procent, “tevreden of zeer tevreden”, bewoners, 2025",
        "2025: minstens 41\u00a0procent",
    ):
        assert piece in words
    assert "Geur" not in words
