"""Lines over the years: what may stand on one line, what cuts it, and what is said of it."""

from decimal import Decimal
from typing import Any

import pytest

from tests.corpus_samples import MEASUREMENT, Data, corpus, record
from weerklank.chartspec import ChartKind, ChartSpec, description
from weerklank.corpus import Corpus
from weerklank.facts.lines import MOST, line_charts, round_axis
from weerklank.facts.years import by_year
from weerklank.model import Measurement

FIRST: dict[str, Any] = {
    "reeks": "termijn",
    "onderwerp": "Termijn",
    "waarde": {"waarde": "66", "eenheid": "procent", "precisie": "ongeveer"},
    "antwoord": "tevreden",
    "groep": "besturen",
    "jaar": "2016",
    "n": "80",
}
LATER: Data = {**FIRST, "jaar": "2020", "waarde": {"waarde": "70", "eenheid": "procent"}}
SILENT: Data = {**FIRST, "jaar": "2018", "waarde": {"toestand": "niet_gemeten", "reden": "te duur."}}
BETWEEN: Data = {**FIRST, "jaar": "2018", "waarde": {"waarde": "68", "eenheid": "procent"}}


def site(*found: Data, **changes: object) -> tuple[Corpus, Measurement]:
    """A site whose measurement has these results, and whose figures lack nothing."""
    numbered = [{**item, "id": f"r{number}"} for number, item in enumerate(found)]
    made = corpus(record("meting", MEASUREMENT, resultaten=numbered, **{"populatie": "besturen", **changes}))
    return made, made.measurements[0]


def drawn(*found: Data, **changes: object) -> ChartSpec:
    """The one chart of these results."""
    (spec,) = line_charts(*site(*found, **changes))
    return spec


def test_a_line_needs_two_years() -> None:
    """The same measure in two years is a line, in the order of the years, with the group in its heading."""
    spec = drawn(LATER, FIRST)
    assert ("reeksen-barometer-1", ChartKind.SERIES) == (spec.name, spec.kind)
    assert "Termijn, besturen" == spec.title == spec.table.title
    assert [("2016", "besturen", "ongeveer 66\u00a0procent"), ("2020", "besturen", "70\u00a0procent")] == [
        tuple(spec.cells(key)[row].text for key in ("jaar", "groep", "waarde")) for row in range(2)
    ]
    assert spec.axis == (Decimal(0), Decimal(100))


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
        [FIRST, {**LATER, "waarde": {"waarde": "7", "eenheid": "op 10"}}],
        [FIRST, {**LATER, "n": "niet_vermeld"}],
    ],
)
def test_one_point_or_another_measure_is_no_line(found: list[Data]) -> None:
    """Without two years, or with other answers, another group, subject or measure, there is no trend to see."""
    assert () == line_charts(*site(*found))


def test_without_a_population_there_is_no_line() -> None:
    """Nobody can compare figures of who knows whom."""
    assert () == line_charts(*site(FIRST, LATER, populatie="niet_vermeld"))


def test_a_line_runs_over_measurements() -> None:
    """Two measurements of one initiative may carry one series, and each shows the whole line."""
    who = {"populatie": "besturen"}
    first, second = (
        record(
            "meting",
            MEASUREMENT,
            id=f"m{number}",
            titel=f"Meting {number}",
            resultaten=[{**item, "id": "a"}],
            **who,
        )
        for number, item in enumerate((FIRST, LATER))
    )
    made = corpus(first, second)
    assert [2, 2] == [len(spec.table.rows) for item in made.measurements for spec in line_charts(made, item)]
    assert {"reeksen-m0-1"} == {spec.name for item in made.measurements for spec in line_charts(made, item)}


def test_a_year_that_was_not_measured_is_said_with_its_reason() -> None:
    """It stands in the table and in the words of the drawing, never as a figure."""
    spec = drawn(FIRST, SILENT, LATER)
    assert ["66", "niet gemeten", "70"] == [
        cell.text if cell.state else str(cell.value) for cell in spec.cells("waarde")
    ]
    assert "2018: niet gemeten. Te duur." in spec.note
    assert "2018: niet gemeten" in description(spec)


BREAK: Data = {"id": "termijn", "breuk": {"jaar": "2018", "reden": "Andere vraag"}}


def test_a_break_allows_other_words_and_forbids_to_compare() -> None:
    """Between breaks the words are the same; the break is said with its reason."""
    results = [{**FIRST, "jaar": "2015"}, FIRST, {**BETWEEN, "antwoord": "akkoord"}, {**LATER, "antwoord": "akkoord"}]
    assert () == line_charts(*site(*results))
    spec = drawn(*results, reeksen=[BREAK])
    assert [("Termijn, besturen", 2018)] == [(cut.label, cut.year) for cut in spec.cuts]
    assert "Breuk in 2018: Andere vraag. Wat voor en na de breuk staat, mag u niet vergelijken." in spec.note
    assert "breuk in 2018" in description(spec)


@pytest.mark.parametrize(("margin", "said"), [("2,4", False), ("2,6", True)])
def test_a_margin_that_nobody_can_see_is_not_explained(margin: str, said: bool) -> None:  # noqa: FBT001
    """On an axis of a hundred, one of two points lies within its point."""
    spec = drawn({**FIRST, "foutenmarge": margin}, LATER)
    assert said is ("Het streepje door een punt" in spec.note)


def test_a_target_says_which_years_it_held() -> None:
    """Its value, its name and its years are in the drawing, in the note and in the words."""
    target = {"waarde": {"waarde": "75", "eenheid": "procent"}, "naam": "norm", "van": "2016", "tot": "2018"}
    spec = drawn(FIRST, LATER, reeksen=[{"id": "termijn", "streefwaarde": target}])
    (goal,) = spec.goals
    assert (Decimal(75), 2016, 2018, "norm 75\u00a0procent") == (goal.value, goal.first, goal.last, goal.words)
    assert "Norm: 75\u00a0procent, vanaf 2016 tot 2018." in spec.note
    assert "norm 75\u00a0procent, van 2016 tot 2018" in description(spec)


def test_lines_of_one_measure_share_one_axis() -> None:
    """Shares stand side by side; a score has a drawing of its own."""
    other = [{**item, "reeks": "toon", "onderwerp": "Toon"} for item in (FIRST, LATER)]
    score = [{**item, "reeks": "score", "waarde": {"waarde": "7", "eenheid": "op 10"}} for item in (FIRST, LATER)]
    specs = line_charts(*site(FIRST, LATER, *other, *score))
    found = [(len(spec.table.rows), *map(int, spec.axis or ())) for spec in specs]
    assert [(4, 0, 100), (2, 0, 10)] == found
    both = (FIRST, LATER)
    many = [{**item, "reeks": f"r{n}", "onderwerp": f"Onderwerp {n}"} for n in range(MOST + 1) for item in both]
    assert [2 * MOST, 2] == [len(spec.table.rows) for spec in line_charts(*site(*many))]


def test_the_table_has_a_column_for_each_year() -> None:
    """Figures stand under their years, an absence as its word, and what is not there as a dash that is explained."""
    toon = [{**item, "reeks": "toon", "onderwerp": "Toon"} for item in (FIRST, LATER)]
    (table,) = by_year(*site(FIRST, SILENT, LATER, *toon))
    assert ["Onderwerp", "2016", "2018", "2020", "Aantal ’20"] == [column.label for column in table.columns]
    assert [["Termijn", "66%", "niet gemeten", "70%", "80"], ["Toon", "66%", "–", "70%", "80"]] == [
        [cell.number or cell.text for cell in row] for row in table.rows
    ]
    assert "Cijfers per jaar. Aandeel “tevreden”, in procent. Groep: besturen." in table.caption
    assert ("–: hier staat niets over.",) == table.notes


def test_years_that_no_sheet_has_room_for_have_tables_of_their_own() -> None:
    """No year is lost, each table says of which year its numbers of answers are, and none is wider than paper."""
    found = [{**FIRST, "id": f"j{year}", "jaar": str(year), "n": str(year)} for year in range(2001, 2021)]
    tables = by_year(*site(*found, ingevuld="80"))

    assert [7, 7, 6] == [sum(column.key.startswith("j") for column in table.columns) for table in tables]
    assert [str(year) for year in range(2001, 2021)] == [
        column.label for table in tables for column in table.columns if column.key.startswith("j")
    ]
    assert ["Aantal ’07", "Aantal ’14", "Aantal ’20"] == [table.columns[-1].label for table in tables]


def test_series_called_after_their_groups_say_each_once() -> None:
    """A name that is the group already needs no group beside it, above a drawing, in its caption or in the table."""
    other = {"reeks": "burgers", "groep": "burgers"}
    found = ({**FIRST, "reeks": "besturen"}, {**LATER, "reeks": "besturen"}, {**FIRST, **other}, {**LATER, **other})
    named = [{"id": "besturen", "naam": "Besturen"}, {"id": "burgers", "naam": "Burgers"}]
    made, item = site(*found, {**SILENT, **other}, reeksen=named)
    (spec,) = line_charts(made, item)
    (table,) = by_year(made, item)

    assert ("Besturen", "Burgers") == tuple(dict.fromkeys(cell.text for cell in spec.cells("reeks")))
    assert "2018 (Burgers): niet gemeten." in spec.note
    assert ["Groep", "2016", "2018", "2020"] == [column.label for column in table.columns][:4]
    assert ["Besturen", "Burgers"] == [row[0].text for row in table.rows]
    assert "Besturen" == drawn(*found[:2], reeksen=named[:1]).title
    young = ({**FIRST, **other, "groep": "jongeren"}, {**LATER, **other, "groep": "jongeren"})
    (apart,) = by_year(*site(*found[:2], *young))
    assert ["reeks", "groep"] == [column.key for column in apart.columns][:2]


@pytest.mark.parametrize(
    ("left", "said"),
    [
        ({}, "Aantal antwoorden en marge: die van 2020"),
        ({"foutenmarge": "niet_vermeld"}, "Aantal antwoorden: dat van 2020"),
        ({"n": "niet_vermeld"}, "Marge: die van 2020"),
        ({"n": "niet_vermeld", "foutenmarge": "niet_vermeld"}, ""),
    ],
)
def test_a_caption_names_the_columns_that_are_there(left: Data, said: str) -> None:
    """No number of answers and no margin is announced that no column has."""
    margin = {"foutenmarge": {"waarde": "2", "eenheid": "procentpunt"}}
    (table,) = by_year(*site(FIRST, {**LATER, **margin, **left}, ingevuld="80"))

    assert table.caption.endswith(f"Groep: besturen. {said}" if said else "Groep: besturen")
    assert len(table.columns) == 3 + said.count("ntal antw") + said.lower().count("marge")


def test_units_are_always_printed() -> None:
    """Where lines have different units, each figure says its own."""
    score = [{**item, "reeks": "score", "waarde": {"waarde": "7", "eenheid": "op 10"}} for item in (FIRST, LATER)]
    (table,) = by_year(*site(FIRST, LATER, *score))
    assert ["70%", "7\u00a0op 10"] == [row[2].number for row in table.rows]


@pytest.mark.parametrize(
    ("values", "expected"),
    [(["7"], (0, 7)), (["58,4", "71"], (0, 75)), (["12400"], (0, 15000)), (["-3", "11"], (-5, 15))],
)
def test_an_axis_starts_at_zero_and_ends_at_a_round_number(values: list[str], expected: tuple[int, int]) -> None:
    """No figure lies outside, and no axis is cut."""
    assert expected == tuple(map(int, round_axis(Decimal(value.replace(",", ".")) for value in values)))
