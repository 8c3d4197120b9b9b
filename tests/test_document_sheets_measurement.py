"""A measurement as a sheet: each figure with its words, what has none and why, and how it was measured."""

from collections import Counter
from typing import Any

import pytest

from tests.corpus_samples import MEASUREMENT, Data, corpus, record
from tests.sheet_tools import Printed, printed, words
from tests.test_charts import FONTS
from tests.voorbeeld_site import corpus as example
from weerklank.charts import Width, scene_of
from weerklank.charts.scene import Ink
from weerklank.document.frame import Frame
from weerklank.document.sentences import figure_in_full
from weerklank.document.sheets.measurement import about_series
from weerklank.facts.results import drawings
from weerklank.model import Measurement, Quantity, Ref
from weerklank.wording import number

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
    "groep": "burgers",
    "waarde": {"toestand": "cijfer_niet_vermeld", "reden": "Wel gevraagd."},
}


def page(*results: Data, **changes: object) -> Printed:
    """The page of a measurement with these results."""
    changes |= {"resultaten": list(results)} if results else {}
    return printed("meting", MEASUREMENT, **changes)


def large(found: Printed) -> list[str]:
    """The figures at the head of the page, without how to cite them."""
    return [
        " ".join(words(part) for part in item if part.tag != "details") for item in found.main.find_class("reading")
    ]


def test_a_figure_is_read_with_its_words() -> None:
    """Precision before the number, the counted answers beside it, and an address of its own."""
    found = page(FIGURE)
    assert ["ongeveer 66 procent Termijn Getelde antwoorden: “tevreden” Groep: besturen"] == large(found)
    (cite,) = found.main.xpath("//article[@id='cijfer-a']//p[@class='copy']")
    assert (
        "Agentschap Voorbeeld, Barometer: Termijn, ongeveer 66 procent, “tevreden”, besturen. "
        "metingen/barometer.html#cijfer-a"
    ) == words(cite)


def test_a_figure_is_read_in_the_table_with_whom_and_when() -> None:
    """Whoever answered, in which year, how many, and which aspects are in the one figure."""
    found = page(
        {**FIGURE, "aspecten": ["snel", "juist", "helder"], "jaar": "2016", "jaar_toelichting": "naar ik meen"}
    )
    (row,) = found.rows()
    assert [
        *("Termijn", "“tevreden”", "besturen", "2016, naar ik meen", "niet vermeld"),
        *("één cijfer voor 3 aspecten samen: snel, juist en helder", "ongeveer 66%", "[1]"),
    ] == row


def test_many_figures_are_read_in_the_table() -> None:
    """A wall of large numbers says nothing."""
    many = [{**FIGURE, "id": f"r{number}", "onderwerp": f"Onderwerp {number}"} for number in range(5)]
    assert ([], 5) == (large(page(*many)), len(page(*many).rows()))
    assert 4 == len(large(page(*many[:4])))


NOT_TOGETHER = "Ze mogen niet opgeteld, niet gemiddeld en niet als evolutie gelezen worden."


@pytest.mark.parametrize(
    ("results", "changes", "expected"),
    [
        ((FIGURE,), {}, ""),
        ((FIGURE, {**FIGURE, "id": "c"}), {"samen_te_tellen": "ja"}, ""),
        ((FIGURE, {**FIGURE, "id": "c"}), {}, NOT_TOGETHER),
        (
            (FIGURE, {**FIGURE, "id": "c", "antwoord": "heel tevreden"}),
            {},
            f"De bron omschrijft de getelde antwoorden telkens met andere woorden. {NOT_TOGETHER}",
        ),
        (
            (FIGURE, {**FIGURE, "id": "c", "groep": "burgers"}),
            {},
            f"De cijfers komen van verschillende groepen. {NOT_TOGETHER}",
        ),
    ],
)
def test_figures_that_stand_together_are_warned_about(results: tuple[Data, ...], changes: Data, expected: str) -> None:
    """Only where there is more than one, and unless the measurement allows it."""
    notes = page(*results, **changes).main.xpath("//section[@aria-labelledby='resultaten']/header/p")
    assert expected == " ".join(words(note) for note in notes)


def test_what_has_no_figure_says_why() -> None:
    """Each subject with its state and reason, and of whom it was asked; a reason is never lost."""
    why = {"toestand": "niet_vermeld", "reden": "Van voor 2015."}
    found = page({**SILENT, "jaar": why}, eigen_meting={"toestand": "niet_gemeten", "reden": "Te duur."})
    assert [
        "Imago Waarde: gemeten, cijfer niet vermeld: Wel gevraagd. Groep: burgers Jaar: niet vermeld: Van voor 2015."
    ] == [words(item) for item in found.main.xpath("//ol[@class='entries']/li")]
    assert "niet gemeten: Te duur." == found.facts()["Eigen meting in cijfers"]


def test_without_a_figure_there_is_no_chart() -> None:
    """The page says that there are no figures, and shows what was asked."""
    found = page(SILENT)
    assert ([], [], []) == (large(found), found.rows(), found.main.xpath("//figure"))
    assert "De bron geeft geen enkel cijfer. Hieronder staat waarom." == found.section("resultaten")
    assert ["Geen cijfers", "1 cijfer"] == [
        words(shown.main.xpath("//h2[@id='resultaten']")[0]) for shown in (found, page(FIGURE))
    ]


def test_facts_are_never_left_out() -> None:
    """Who made the instrument, when and how it was used, as far as the source says."""
    origin = {"door": "de studiedienst", "op": "2011", "nu": "het departement"}
    facts = page(ontwikkeld=origin, schaal=["goed", "slecht"], doelgroepen=["besturen", "burgers"]).facts()
    assert "2011, door de studiedienst" == facts["Ontwikkeld"]
    assert "het departement" == facts["Die dienst is nu deel van"]
    assert ("goed; slecht", "besturen en burgers") == (facts["Antwoordschaal"], facts["Doelgroepen"])
    silent = "populatie, hoe de deelnemers gekozen zijn, steekproef, aantal uitgenodigden"
    rest = "aantal ingevulde vragenlijsten, wijze van bevragen, methode, dagen van het veldwerk, vraagtekst, basis"
    assert facts["Niet vermeld"].startswith(f"niet vermeld: {silent}, {rest}, weging, foutenmarge, criteria, hoe vaak")
    assert "of het officiële statistiek is" in facts["Niet vermeld"]
    undated = {"door": "de studiedienst", "op": {"toestand": "niet_vermeld", "reden": "Lang geleden."}}
    assert "niet vermeld: Lang geleden." == page(ontwikkeld=undated).facts()["Wanneer het instrument ontwikkeld is"]


def test_a_series_stands_with_each_of_its_measurements() -> None:
    """The line over the years is on the page of every measurement that has a point in it."""
    first, who = {**FIGURE, "reeks": "termijn", "jaar": "2016", "n": "80"}, {"populatie": "besturen"}
    second = record("meting", MEASUREMENT, id="later", titel="Later", resultaten=[{**first, "jaar": "2020"}], **who)
    found = corpus(record("meting", MEASUREMENT, resultaten=[first], **who), second)
    shown = [Printed(found, item) for item in found.measurements]
    assert [["Termijn", "ongeveer 66%", "ongeveer 66%", "80"]] * 2 == [item.rows()[0][:4] for item in shown]
    heads = [item.main.xpath("//div[@class='gallery']//h3")[0] for item in shown]
    assert ["Termijn, besturen"] * 2 == [words(head) for head in heads]
    assert [] == page(FIGURE).main.find_class("gallery")


def test_a_survey_says_each_figure_once_in_a_table() -> None:
    """Who copies a figure finds how to cite it, folded, under an address of its own."""
    first, who = {**FIGURE, "reeks": "termijn", "jaar": "2016", "n": "80"}, {"populatie": "besturen"}
    found = page(first, {**first, "id": "b", "jaar": "2020"}, **who)
    assert [] == large(found)
    (cite,) = found.main.xpath("//li[@id='cijfer-b']")
    assert words(cite).endswith("besturen, 2020, n = 80. metingen/barometer.html#cijfer-b")


def test_a_cited_figure_keeps_what_is_not_literal() -> None:
    """Who copies a figure takes along that its group or year follows from the context only."""
    figure = {"id": "termijn", "onderwerp": "Termijn", "waarde": {"waarde": "66", "eenheid": "procent"}}
    notes = {
        "groep": "besturen",
        "groep_toelichting": "volgens de context",
        "jaar_toelichting": "volgens de zin ervoor",
    }
    found = corpus(record("meting", MEASUREMENT, resultaten=[{**figure, **notes, "groep": "besturen", "jaar": "2016"}]))
    item = found.measurements[0]
    said = figure_in_full(found, item, item.results[0])
    assert said.endswith("66\u00a0procent, besturen (volgens de context), 2016 (volgens de zin ervoor).")


def test_no_figure_of_a_survey_stands_on_its_page_more_than_twice() -> None:
    """Once in a drawing and once in a table; alternative texts and how to cite it are not counted."""
    item = example().get(Ref("meting", "bankenmonitor"))
    assert isinstance(item, Measurement)
    figures = Counter(number(r.value.value) for r in item.results if isinstance(r.value, Quantity))
    found = Printed(example(), item)
    cells = [words(cell).rstrip("%").split() for cell in found.main.xpath("//tbody//td")]
    tabled = Counter(word for cell in cells for word in cell if word in figures)
    drawn = Counter(
        word.text
        for spec in drawings(example(), item)
        for word in scene_of(spec, width=Width.WIDE, fonts=FONTS).words
        if word.ink is not Ink.SOFT
    )
    assert 50 < figures.total()
    for figure, count in figures.items():
        # A number of answers or a margin may be the same digits as a figure.
        assert count <= tabled[figure] <= count + 3, figure
        assert drawn[figure] <= count, figure


def _scale_facts(*scales: str, **series: object) -> dict[str, str]:
    """The scale of a series by its label, with a result per year from 2021 on; "" of a scale: none of its own."""
    results = [
        {
            "id": f"r{place}",
            "reeks": "score",
            "onderwerp": "Score",
            "jaar": str(2021 + place),
            "waarde": {"waarde": "7", "eenheid": "op 10"},
            **({"schaal": {"laagste": own, "hoogste": "10"}} if own else {}),
        }
        for place, own in enumerate(scales)
    ]
    whole = {"id": "score", "naam": "Score", "schaal": {"laagste": "1", "hoogste": "10"}, **series}
    item = record("meting", MEASUREMENT, resultaten=results, reeksen=[whole])
    assert isinstance(item, Measurement)
    found = about_series(Frame(corpus(item)), item)
    return {fact.term: f"{fact.value.html} {fact.note}".strip() for _, facts in found for fact in facts}


CUT = {"breuk": {"jaar": "2022", "reden": "Een andere schaal."}}


def test_a_scale_is_said_of_the_years_that_it_holds_for() -> None:
    """Where years were on another scale each has its years; where only a break says so, that is said with it."""
    scales = _scale_facts("", "0", "0")

    assert "van 1 tot 10" == scales["Antwoordschaal in 2021"]
    assert "van 0 tot 10" == scales["Antwoordschaal in 2022 en 2023"]
    assert "Antwoordschaal" not in scales
    assert "van 1 tot 10" == _scale_facts("", "")["Antwoordschaal"]
    assert (
        "van 1 tot 10 Voor en na de breuk in 2022 kan ze anders zijn." == _scale_facts("", "", **CUT)["Antwoordschaal"]
    )
    assert "van 1 tot 10" == _scale_facts("1", "1", **CUT)["Antwoordschaal"]
