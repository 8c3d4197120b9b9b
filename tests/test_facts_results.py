"""Results of measurements: figures keep their wording, and what cannot be compared never shares a line unsaid."""

from typing import Any

import pytest

from tests.corpus_samples import MEASUREMENT, Data, corpus, record
from tests.voorbeeld_site import corpus as example
from weerklank.chartspec import ChartKind, ChartSpec, alternative_text
from weerklank.corpus import Corpus
from weerklank.facts.results import comparable, names_of, result_chart, results, series_charts, stated_of
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
    assert (label, caption) == (table.columns[-1].label, table.caption)


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


def drawn(*found: Data, **changes: object) -> ChartSpec:
    """The chart of a measurement that has one."""
    spec = result_chart(*site(*found, **changes))
    assert spec is not None
    return spec


def test_only_figures_are_drawn() -> None:
    """A result without a figure has no bar; the table on the page still has its row."""
    made, item = site(RESULT, {"onderwerp": "Imago", "waarde": "cijfer_niet_vermeld"})
    spec = result_chart(made, item)
    assert spec is not None
    assert (1, 2) == (len(spec.table.rows), len(results(made, item).rows))
    assert (ChartKind.SHARES, "andere antwoorden: verdeling niet vermeld") == (spec.kind, spec.remainder)


@pytest.mark.parametrize(
    "found",
    [
        [{"onderwerp": "Imago", "waarde": "cijfer_niet_vermeld"}],
        [{**RESULT, "waarde": {"waarde": "7", "eenheid": "op tien"}}],
        [RESULT, {**RESULT, "waarde": "46"}],
    ],
)
def test_what_is_no_share_is_not_drawn(found: list[Data]) -> None:
    """A bar of 0 to 100 is for percentages only."""
    assert result_chart(*site(*found)) is None


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
    words = alternative_text(spec)
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
            (RESULT, OTHER_GROUP),
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
    spec = result_chart(example(), item)
    assert spec is not None
    words = alternative_text(spec)
    for piece in (
        "71,5\u00a0procent, “tevreden of zeer tevreden”, bewoners",
        "ongeveer 80\u00a0procent, getelde antwoorden niet vermeld, gemeenten",
        "minstens 41\u00a0procent, “voelde zich veilig”, bewoners",
    ):
        assert piece in words
    assert "Geur" not in words
    assert "niet met elkaar te vergelijken" in spec.note


# --- series ----------------------------------------------------------------------------------------------------------

FIRST: Data = {**RESULT, "reeks": "termijn", "jaar": "2016"}
LATER: Data = {**FIRST, "jaar": "2020", "waarde": {"waarde": "70", "eenheid": "procent"}}


def test_a_line_needs_two_years() -> None:
    """The same measure in two years is a line, in the order of the years."""
    (spec,) = series_charts(site(LATER, FIRST)[0])
    assert ("reeks-termijn", ChartKind.SERIES) == (spec.name, spec.kind)
    assert "Termijn, besturen" == spec.title == spec.table.title
    assert [("2016", "besturen", "ongeveer 66\u00a0procent"), ("2020", "besturen", "70\u00a0procent")] == [
        (row[1].text, row[2].text, row[3].text) for row in spec.table.rows
    ]
    assert "procentpunten" in spec.note


@pytest.mark.parametrize(
    "found",
    [
        [FIRST],
        [FIRST, {**LATER, "jaar": "2016"}],
        [FIRST, {**LATER, "jaar": "niet_vermeld"}],
        [FIRST, {**LATER, "waarde": "cijfer_niet_vermeld"}],
        [FIRST, {**LATER, "antwoord": "heel tevreden"}],
        [FIRST, {**LATER, "groep": "burgers"}],
        [FIRST, {**LATER, "reeks": "houding"}],
        [FIRST, {**LATER, "onderwerp": "Termijn van de brief"}],
    ],
)
def test_one_point_or_another_measure_is_no_line(found: list[Data]) -> None:
    """Without two years, or with other answers, another group, subject or measure, there is no trend to see."""
    assert () == series_charts(site(*found)[0])


def test_a_line_runs_over_measurements() -> None:
    """Two measurements of one initiative may carry one series."""
    first, second = (
        record("meting", MEASUREMENT, id=f"m{number}", titel=f"Meting {number}", resultaten=[{**item, "id": "a"}])
        for number, item in enumerate((FIRST, LATER))
    )
    (spec,) = series_charts(corpus(first, second))
    assert 2 == len(spec.table.rows)
