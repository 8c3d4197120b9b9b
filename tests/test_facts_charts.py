"""What is drawn: every number of a chart stands in its table and in its words, and an absence is never a bar."""

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, OTHER, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.chartspec import ChartKind, ChartSpec, description
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.facts.charts import (
    adjustment_chart,
    adjustment_table,
    heard_chart,
    initiative_chart,
    initiative_table,
)
from weerklank.model import Adjustment

CHARTS = (adjustment_chart, initiative_chart, heard_chart)


def texts(table: Table, *keys: str) -> list[tuple[str, ...]]:
    """The words of some columns, row by row."""
    places = [[column.key for column in table.columns].index(key) for key in keys]
    return [tuple(row[place].text for place in places) for row in table.rows]


def specs(found: Corpus) -> list[ChartSpec]:
    """The charts that can be drawn."""
    return [spec for make in CHARTS if (spec := make(found)) is not None]


@pytest.mark.parametrize("found", [example(), corpus()], ids=["example", "sample"])
def test_every_number_is_in_the_words(found: Corpus) -> None:
    """Whoever can't see the chart hears each label and each number of it."""
    for spec in specs(found):
        words = description(spec)
        keys = (spec.label, *((spec.value,) if spec.value else ()), *spec.extra)
        missing = [
            cell.text for key in keys for cell in spec.cells(key) if cell.value is not None and cell.text not in words
        ]
        assert [] == missing, spec.name


def test_nothing_is_drawn_of_nothing() -> None:
    """Without records there is no chart; its table is there and empty."""
    assert [] == specs(minimal())
    assert [(), ()] == [adjustment_table(minimal()).rows, initiative_table(minimal()).rows]


def test_adjustments_by_state() -> None:
    """States in the order of their course, only those that occur, together all adjustments."""
    table = adjustment_table(example())
    assert [
        ("overwogen", "1"),
        ("gepland", "2"),
        ("in uitvoering", "1"),
        ("uitgevoerd", "3"),
        ("deels uitgevoerd", "1"),
        ("doorlopend", "3"),
        ("niet overgenomen", "2"),
        ("stopgezet", "1"),
    ] == texts(table, "toestand", "aantal")
    assert "van 14" in table.caption
    some = example().having(Adjustment, [item for item in example().leaves if item.course[-1].status != "gepland"])
    assert "gepland" not in [state for state, _ in texts(adjustment_table(some), "toestand", "aantal")]
    spec = adjustment_chart(example())
    assert spec is not None
    assert (ChartKind.COUNTS, "14\u00a0bijsturingen per toestand") == (spec.kind, spec.title)


def test_points_are_not_counted_beside_their_parts() -> None:
    """A bar counts adjustments without parts."""
    part = record(
        "bijsturing",
        ADJUSTMENT,
        id="deel",
        titel="Een deel",
        onderdeel_van="nieuwsbrief",
        verloop=[{"status": "gepland"}],
    )
    assert [("gepland", "1")] == texts(adjustment_table(corpus(part)), "toestand", "aantal")


@pytest.mark.parametrize(
    ("period", "expected"),
    [
        ({"van": "2017", "tot": "2019"}, ("2017", "2019", "van 2017 tot 2019", "")),
        (
            {"van": "2017", "tot": "heden", "frequentie": "jaarlijks"},
            ("2017", "heden", "jaarlijks, sinds 2017", "jaarlijks"),
        ),
        ({"van": "2017-05"}, ("2017", "niet ingevuld", "vanaf mei 2017", "")),
        ({"tot": "2019"}, ("niet ingevuld", "2019", "tot 2019", "")),
        ({"letterlijk": "recent"}, ("niet ingevuld", "niet ingevuld", "“recent”", "“recent”")),
        ("gepland", ("gepland", "gepland", "gepland", "")),
    ],
)
def test_when_an_initiative_ran(period: object, expected: tuple[str, ...]) -> None:
    """First and last year as far as the source says; its vague words stand where it has no year."""
    found = corpus(record("initiatief", OTHER, periode=period))
    rows = dict(
        zip(
            [row[0] for row in texts(initiative_table(found), "titel")],
            texts(initiative_table(found), "van", "tot", "wanneer", "hoe_vaak"),
            strict=True,
        )
    )
    assert expected == rows["Overleg"]


def test_time_runs_from_old_to_new() -> None:
    """What has a year comes first, by year; what has none comes after it."""
    early = record("initiatief", OTHER, id="vroeg", titel="Vroeg", periode={"van": "2011", "tot": "2016"})
    assert ["Vroeg", "Bevraging", "Overleg"] == [row[0] for row in texts(initiative_table(corpus(early)), "titel")]


def test_without_a_year_there_is_no_timeline() -> None:
    """Words like “recent” are no place on a line."""
    vague = {"periode": {"letterlijk": "recent"}}
    found = corpus(record("initiatief", INITIATIVE, **vague), record("initiatief", OTHER, **vague))
    assert initiative_chart(found) is None
    assert 2 == len(initiative_table(found).rows)


def test_who_was_heard_is_a_matrix() -> None:
    """One column for each policy field, one for all of them and one for each absence; empty places are places."""
    spec = heard_chart(example())
    assert spec is not None
    assert ChartKind.MATRIX is spec.kind
    assert 1 + 5 + 3 == len(spec.extra)
    assert ("veld_niet_vermeld", "veld_kwalitatief") == spec.extra[-2:]
    assert "niet genoemd" in description(spec)


def test_examples_are_called_examples() -> None:
    """A chart that travels alone says that its list is open."""
    assert [True, True, True] == [spec.table.non_exhaustive for spec in specs(example())]
    assert all("er kan meer zijn" in description(spec) for spec in specs(example()))
