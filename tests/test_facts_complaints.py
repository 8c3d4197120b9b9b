"""Complaints per year: one row per figure, one column per year, and a part that may be counted twice says so."""

from decimal import Decimal

import pytest

from tests.corpus_samples import Data, corpus, minimal, record
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.facts.complaints import LINES, complaints, given_table, shares, with_shares, years_of
from weerklank.facts.divisions import BREAKDOWNS
from weerklank.model import ComplaintsYear, Record
from weerklank.model.complaints import Exactness
from weerklank.model.fields import field_of, fields_of
from weerklank.states import LEFT_OUT, NOT_MEASURED

YEAR: Data = {"titel": "Klachten", "bronnen": [{"bron": "antwoord"}]}


def table(*years: Data) -> Table:
    """The table of these years."""
    records = [record("klachtenjaar", {"id": f"k{number}", **YEAR, **year}) for number, year in enumerate(years)]
    found = complaints(corpus(*records))
    assert found is not None
    return found


def row(found: Table, label: str) -> list[str]:
    """The values of one row in words."""
    (cells,) = [cells for cells in found.rows if cells[0].text == label]
    return [cell.text for cell in cells[1:]]


@pytest.mark.parametrize("found", [minimal(), corpus()])
def test_without_a_year_there_is_no_table(found: Corpus) -> None:
    """The page says that figures are to come; an empty table would say nothing."""
    assert complaints(found) is None


def test_every_figure_has_a_row() -> None:
    """Also where no year gives it: then it is not stated, never empty and never zero."""
    found = table({"jaar": "2019", "totaal": "0"})
    assert [field_of(ComplaintsYear, name).label for name in LINES] == [cells[0].text for cells in found.rows]
    assert (["0"], ["niet vermeld"]) == (row(found, "Alle meldingen"), row(found, "Ontvangen klachten"))


def test_the_names_are_those_of_the_model() -> None:
    """A line or a breakdown that the model does not know would always be silent."""
    of_the_report = ComplaintsYear.model_fields.keys() - Record.model_fields.keys() - {"year", "citations", "tensions"}
    assert of_the_report == {*LINES, *BREAKDOWNS, "divisions", "compensations", "exactness"}
    assert {*LINES} == {*Exactness.model_fields}


def test_years_run_from_new_to_old() -> None:
    """The newest year stands beside the labels; keys are names for machines."""
    found = table({"jaar": "2018", "totaal": "7"}, {"jaar": "2019", "totaal": "12345"})
    assert ["gegeven", "jaar_2019", "jaar_2018"] == [column.key for column in found.columns]
    assert ["12\u00a0345", "7"] == row(found, "Alle meldingen")


def test_two_records_of_one_year_keep_their_own_column() -> None:
    """Nothing is overwritten: each record has its column under its own key."""
    found = table({"jaar": "2019", "totaal": "1"}, {"jaar": "2019", "totaal": "2"}, {"jaar": "2019-06"})
    keys = [column.key for column in found.columns]
    assert ["gegeven", "jaar_2019_06", "jaar_2019_k0", "jaar_2019_k1"] == keys
    assert ["niet vermeld", "1", "2"] == row(found, "Alle meldingen")


def test_the_parts_of_a_breakdown() -> None:
    """Every part that any year has; a dash where a year leaves it out, which says nothing of the source."""
    not_counted = {"toestand": "niet_gemeten", "reden": "Niet geteld."}
    first = {"soort": "uitsluitend", "delen": {"brief": "3", "mail": not_counted}}
    found = table(
        {"jaar": "2019", "drager": first}, {"jaar": "2018", "drager": {"soort": "uitsluitend", "delen": {"fax": "1"}}}
    )
    assert ["3", "–"] == row(found, "Drager: brief")
    assert ["niet gemeten", "–"] == row(found, "Drager: mail")
    assert ["–", "1"] == row(found, "Drager: fax")
    (mail,) = [cells for cells in found.rows if cells[0].text == "Drager: mail"]
    assert [NOT_MEASURED, LEFT_OUT] == [cell.state for cell in mail[1:]]
    assert "Niet geteld." == mail[1].reason


def test_the_total_of_a_breakdown_is_a_row() -> None:
    """What the parts divide is printed where a year gives it."""
    parts = {"soort": "uitsluitend", "delen": {"brief": "3"}}
    assert ["3", "–"] == row(
        table({"jaar": "2019", "drager": {**parts, "totaal": "3"}}, {"jaar": "2018", "drager": parts}), "Drager: totaal"
    )
    assert "Drager: totaal" not in [cells[0].text for cells in table({"jaar": "2019", "drager": parts}).rows]


@pytest.mark.parametrize(("kind", "expected"), [("uitsluitend", 0), ("meerkeuze", 1)])
def test_a_note_where_one_complaint_counts_twice(kind: str, expected: int) -> None:
    """A sum above the total is explained before anybody wonders."""
    found = table({"jaar": "2019", "ombudsnormen": {"soort": kind, "delen": {"tijdig": "3"}}})
    assert expected == len(found.notes)
    assert all(note.startswith("Ombudsnorm: één klacht kan meer dan één keer geteld zijn") for note in found.notes)


def test_a_note_names_the_years_of_which_it_holds() -> None:
    """Where a complaint counts twice in some years only, of the others is not said that it can."""
    twice, once = ({"soort": kind, "delen": {"brief": "3"}} for kind in ("meerkeuze", "uitsluitend"))
    given = ({"jaar": "2019", "drager": twice}, {"jaar": "2018", "drager": once}, {"jaar": "2017", "drager": twice})
    found = table(*given, {"jaar": "2016"})

    assert ["Drager (2019 en 2017): één klacht kan"] == [note[:37] for note in found.notes]
    assert ["Drager: één klacht kan"] == [note[:22] for note in table(given[0], {"jaar": "2016"}).notes]


def test_the_order_of_years() -> None:
    """Columns and records are in one order, so that a page can find its own column."""
    records = [record("klachtenjaar", {"id": f"k{year}", "jaar": year, **YEAR}) for year in ("2017", "2019", "2018")]
    assert ["k2019", "k2018", "k2017"] == [item.id for item in years_of(corpus(*records))]


def test_own_breakdowns_and_compensations_are_rows() -> None:
    """What an agency keeps for itself stands in the table as the rest does; what another year lacks is not stated."""
    own = {"naam": "Voertuig", "soort": "uitsluitend", "totaal": "9", "delen": {"bus": "4", "tram": "5"}}
    given = {"wat": "een rit", "aantal": "3", "bedrag": {"waarde": "12", "eenheid": "euro"}}
    found = table({"jaar": "2019", "uitsplitsingen": [own], "compensaties": given}, {"jaar": "2018"})
    assert ["4", "–"] == row(found, "Voertuig: bus")
    assert ["9", "–"] == row(found, "Voertuig: totaal")
    assert ["3", "niet vermeld"] == row(found, "Compensaties: een rit")
    assert ["€\u00a012", "niet vermeld"] == row(found, "Compensaties: een rit, bedrag")


def test_what_was_given_has_a_table_with_all_that_is_said_of_it() -> None:
    """How exact a number is and the remark beside it are lost in no file."""
    about = {"wat": "een taxirit", "aantal": {"waarde": "1150", "precisie": "ongeveer"}, "toelichting": "Terugbetaald."}
    year = record("klachtenjaar", {"id": "k", **YEAR, "jaar": "2019", "compensaties": about})
    found = given_table(corpus(year))
    assert found is not None
    assert ["2019", "een taxirit", "ongeveer 1150", "niet vermeld", "Terugbetaald.", "–"] == [
        cell.text for cell in found.rows[0]
    ]
    assert (Decimal(1150), "ongeveer") == (found.rows[0][2].value, found.rows[0][2].qualifier)
    assert given_table(corpus(record("klachtenjaar", {"id": "k", **YEAR, "jaar": "2019"}))) is None


GIVEN = {"soort": "uitsluitend", "eenheid": "procent", "delen": {"gegrond": "61,3", "ongegrond": "38,6"}}
"""A breakdown of which the source gives shares only."""


def test_shares_of_a_source_are_never_numbers() -> None:
    """They are printed as they are given, as numbers of complaints nowhere, and it is said that they are given."""
    made = [
        record("klachtenjaar", {"id": "k", **YEAR, "jaar": "2019", "ontvankelijk": "49870", "gegrondheid": GIVEN}),
        record("klachtenjaar", {"id": "v", **YEAR, "jaar": "2018", "gegrondheid": {**GIVEN, "precisie": "ongeveer"}}),
    ]
    found = shares(corpus(*made))
    assert found is not None
    said = "Alleen het aandeel is opgegeven."
    assert [
        ["61,3 procent", "opgegeven", "49 870 ontvankelijke klachten"],
        ["38,6 procent", "opgegeven", "49 870 ontvankelijke klachten"],
        ["ongeveer 61,3 procent", "opgegeven", "ontvankelijke klachten"],
        ["ongeveer 38,6 procent", "opgegeven", "ontvankelijke klachten"],
    ] == [[cell.text.replace("\u00a0", " ") for cell in row[5:]] for row in found.rows]
    assert {(None, said)} == {(row[4].value, row[4].reason) for row in found.rows}
    assert [Decimal("61.3"), Decimal("38.6")] == [row[5].value for row in found.rows[:2]]

    counts, shown = complaints(corpus(*made)), with_shares(corpus(*made))
    assert counts is not None
    assert shown is not None
    assert not any(cells[0].text.startswith("Gegrondheid") for cells in counts.rows)
    assert ["61,3%", "61,3%"] == [cell.number for cell in next(r for r in shown.rows if "gegrond" in r[0].text)[1:]]
    assert ["", "ongeveer"] == [cell.qualifier for cell in next(r for r in shown.rows if "gegrond" in r[0].text)[1:]]
    assert any(note.startswith("Een percentage zonder aantal") for note in shown.notes)


def test_a_share_is_no_more_exact_than_its_count() -> None:
    """At least 100 of 180 is at least 55 percent: 55,6 is never rounded so that it says more than the source."""
    for precision, share in (("minstens", "55%"), ("hoogstens", "56%"), ("ongeveer", "56%")):
        split = {"soort": "meerkeuze", "precisie": precision, "delen": {"brief": "100"}}
        year = {"jaar": "2019", "ontvangen": "180", "drager": split}
        made = corpus(record("klachtenjaar", {"id": "k", **YEAR, **year}))
        found, shown = shares(made), with_shares(made)
        assert found is not None
        assert shown is not None
        count, part = found.rows[0][4:6]
        assert (precision, precision, share) == (count.qualifier, part.qualifier, part.number)
        assert f"{precision} 100 ({share})" == next(row for row in shown.rows if "brief" in row[0].text)[1].text


def test_the_shares_of_all_years() -> None:
    """A row per part and year: its number, its share, and what that is a share of."""
    year = {"jaar": "2019", "ontvangen": "8", "drager": {"soort": "uitsluitend", "delen": {"brief": "1", "mail": "7"}}}
    found = shares(corpus(record("klachtenjaar", {"id": "k", **YEAR, **year})))
    assert found is not None
    assert [
        ["2019", "Drager", "brief", "", "1", "13 procent", "berekend", "8 ontvangen klachten"],
        ["2019", "Drager", "mail", "", "7", "88 procent", "berekend", "8 ontvangen klachten"],
    ] == [[cell.text for cell in cells] for cells in found.rows]
    assert ["13%", "88%"] == [cells[5].number for cells in found.rows]
    assert "Aandelen zijn afgerond" in found.notes[0]
    assert shares(corpus(record("klachtenjaar", {"id": "k", **YEAR, "jaar": "2019"}))) is None


@pytest.mark.parametrize("precision", ["ongeveer", "minstens", "hoogstens"])
def test_a_figure_is_as_exact_as_its_source(precision: str) -> None:
    """Each figure of the report has its word before it in the table, and none where it is exact."""
    keys = [field.key for field in fields_of(Exactness)]
    found = table({"jaar": "2019", **dict.fromkeys(keys, "1234"), "precisie": dict.fromkeys(keys, precision)})
    labels = [field_of(ComplaintsYear, name).label for name in LINES]
    assert [f"{precision} 1234"] * len(LINES) == [row(found, label)[0] for label in labels]
