"""The pages of measurements: each figure with its words, and what was not measured beside it."""

from typing import Any

import pytest

from tests.corpus_samples import MEASUREMENT, Data, corpus, record, rendered
from tests.real_content import real
from weerklank.corpus import Corpus
from weerklank.site.measurement import MeasurementPage, measurement_page

FIGURE: dict[str, Any] = {
    "id": "a",
    "onderwerp": "Termijn",
    "antwoord": "tevreden",
    "groep": "besturen",
    "waarde": {"waarde": "66", "eenheid": "procent", "precisie": "ongeveer"},
}
SILENT: Data = {
    "id": "b",
    "onderwerp": "Imago",
    "waarde": {"toestand": "cijfer_niet_vermeld", "reden": "Wel gevraagd."},
}


def page(*results: Data, **changes: object) -> MeasurementPage:
    """The page of a measurement with these results."""
    changes |= {"resultaten": list(results)} if results else {}
    return measurement_page(corpus(record("meting", MEASUREMENT, **changes)), "barometer")


@pytest.mark.parametrize("found", [real(), corpus()], ids=["real", "sample"])
def test_every_measurement_has_a_page(found: Corpus) -> None:
    """With its figures, its gaps and its table."""
    for item in found.measurements:
        view = measurement_page(found, item.id)
        html = rendered("pages/meting.html", view)
        assert [] == [reading.subject for reading in view.readings if reading.subject not in html]
        assert len(item.results) == len(view.table.rows)


def test_a_figure_is_read_with_its_words() -> None:
    """Precision before the number, the counted answers in quotation marks, and the group."""
    (reading,) = page(FIGURE).readings
    assert ("ongeveer", "66", "procent", "Termijn") == (reading.before, reading.number, reading.unit, reading.subject)
    facts = {fact.term: str(fact.value.html) or fact.value.mark for fact in reading.facts}
    assert "“tevreden”" in str(facts["Getelde antwoorden"])
    assert ("besturen", "één aspect") == (facts["Groep"], facts["Aspecten"])
    assert [] == [term for term, value in facts.items() if not value]


def test_one_figure_for_more_aspects_says_so() -> None:
    """A reader does not take it for one thing."""
    (reading,) = page({**FIGURE, "aspecten": ["snel", "juist", "helder"]}).readings
    assert "één cijfer voor 3 aspecten samen" == str(reading.facts[-1].value.html)


NOT_TOGETHER = "Ze mogen niet opgeteld, niet gemiddeld en niet als evolutie gelezen worden."


@pytest.mark.parametrize(
    ("results", "changes", "expected"),
    [
        ((FIGURE,), {}, ""),
        ((FIGURE, {**FIGURE, "id": "c"}), {"samen_te_tellen": "ja"}, ""),
        (
            (FIGURE, {**FIGURE, "id": "c"}),
            {},
            NOT_TOGETHER,
        ),
        (
            (FIGURE, {**FIGURE, "id": "c", "antwoord": "heel tevreden"}),
            {},
            f"Ze tellen elk andere antwoorden. {NOT_TOGETHER}",
        ),
    ],
)
def test_figures_that_stand_together_are_warned_about(results: tuple[Data, ...], changes: Data, expected: str) -> None:
    """Only where there is more than one, and unless the measurement allows it."""
    assert expected == page(*results, **changes).warning


def test_what_was_not_measured_stands_beside_the_figures() -> None:
    """No own measurement, no figure, no sample: each with its state and reason."""
    found = page(SILENT, eigen_meting={"toestand": "niet_gemeten", "reden": "Te duur."})
    assert ["Een eigen meting in cijfers", "Imago"] == [item.what for item in found.missing[:2]]
    assert ["Te duur.", "Wel gevraagd."] == [str(item.said.html) for item in found.missing[:2]]
    assert {"De steekproef", "De respons", "De foutenmarge", "De kosten"} <= {item.what for item in found.missing}
    assert "De steekproef" not in {item.what for item in page(SILENT, steekproef="Iedereen").missing}


def test_without_a_figure_there_is_no_chart() -> None:
    """The page says that there are no figures, and shows what was asked."""
    found = page(SILENT)
    assert ("Geen cijfers", (), None) == (found.title, found.readings, found.figure)
    assert "Imago" in rendered("pages/meting.html", found)
    assert "1\u00a0cijfer" == page(FIGURE).title


def test_facts_are_never_left_out() -> None:
    """Who made the instrument, when and how it was used, as far as the source says."""
    origin = {"door": "de studiedienst", "op": "2011", "nu": "het departement"}
    facts = {
        fact.term: str(fact.value.html)
        for fact in page(ontwikkeld=origin, schaal=["goed", "slecht"], doelgroepen=["besturen", "burgers"]).facts
    }
    assert "2011, door de studiedienst" == facts["Ontwikkeld"]
    assert "het departement" == facts["Die dienst is nu deel van"]
    assert ("goed; slecht", "besturen en burgers") == (facts["Schaal"], facts["Doelgroepen"])
    undated = {fact.term: str(fact.value.html) for fact in page(ontwikkeld={"door": "de studiedienst"}).facts}
    assert "de studiedienst" == undated["Ontwikkeld"]
    assert "Die dienst is nu deel van" not in undated


def test_a_series_stands_with_each_of_its_measurements() -> None:
    """The line over the years is on the page of every measurement that has a point in it."""
    first = {**FIGURE, "reeks": "termijn", "jaar": "2016"}
    second = record("meting", MEASUREMENT, id="later", titel="Later", resultaten=[{**first, "jaar": "2020"}])
    found = corpus(record("meting", MEASUREMENT, resultaten=[first]), second)
    assert [1, 1] == [len(measurement_page(found, name).series) for name in ("barometer", "later")]
    assert () == page(FIGURE).series
