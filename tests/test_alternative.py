"""Short alternative texts of charts: what is shown and its main figures, beside a table that has them all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import voorbeeld_site
from tests.printed_reading import page, words
from weerklank.alternative import alternative_text
from weerklank.chartspec import ChartKind, ChartSpec, Cut
from weerklank.data.table import Cell, Column, Role, Table, count_cell, text_cell
from weerklank.site.pages import all_charts

LONGEST = 300
"""Characters; a description that tells every figure of a large chart takes over a thousand."""

SENTENCE = re.compile(r"[.?!…]\s+(?=[A-Z“0-9−])")
COLUMNS = (Column("a", "Naam", Role.HEAD), Column("j", "Jaar"), Column("n", "Aantal", Role.NUMBER))


def chart(kind: ChartKind, *rows: tuple[str, str, int | None], **more: object) -> ChartSpec:
    """A chart of names, years and numbers."""
    cells = tuple(
        (text_cell(name), Cell(year, year), count_cell(number) if number is not None else Cell(""))
        for name, year, number in rows
    )
    extra = {ChartKind.SERIES: ("j",), ChartKind.TIMELINE: ("j",), ChartKind.MATRIX: ("n",)}.get(kind, ())
    value = "j" if kind is ChartKind.TIMELINE else "n"
    return ChartSpec("c", kind, "Klachten", Table("t", "Klachten", COLUMNS, cells), "a", value, extra, **more)  # type: ignore[arg-type]


MANY = tuple(
    (name, str(2011 + place), number)
    for place, (name, number) in enumerate(zip("abcde", (3, 9, 1, 9, None), strict=True))
)


@pytest.mark.parametrize(
    ("spec", "text"),
    [
        (chart(ChartKind.COUNTS, *MANY[:2]), "Klachten: twee balken, aantal. A: 3; b: 9."),
        (
            chart(ChartKind.COUNTS, *MANY),
            "Klachten: vijf balken, aantal. Het hoogst: 9 (b en d); het laagst: 1 (c); 1 zonder getal.",
        ),
        (chart(ChartKind.COUNTS, *[("a", "", 2)] * 5), "Klachten: vijf balken, aantal. 5 keer 2."),
        (chart(ChartKind.DOTS, *MANY[:1]), "Klachten: één punt. A: 3."),
        (chart(ChartKind.STEPS, *MANY), "Klachten: vijf balken, aantal. A: 3; e: niet vermeld."),
        (chart(ChartKind.MATRIX, *MANY), "Klachten: raster van vijf rijen en één kolom. Aantal: iets bij 4 van 5."),
        (
            chart(ChartKind.TIMELINE, *MANY),
            "Klachten: tijdlijn van 2011 tot 2015 met vijf rijen. Eerst begonnen a: 2011; laatst begonnen e: 2015.",
        ),
        (
            chart(ChartKind.SERIES, ("a", "2019", 7), ("a", "2020", None), ("a", "2021", 8), cuts=(Cut("a", 2021),)),
            "Klachten: één lijn in twee delen over de jaren. A: 7 in 2019; na de breuk in 2021: 8 in 2021.",
        ),
        (
            chart(
                ChartKind.SERIES,
                *[("a", str(year), year - 2010) for year in (2019, 2020, 2022, 2024)],
                cuts=(Cut("a", 2021), Cut("a", 2030)),
            ),
            (
                "Klachten: één lijn in twee delen over de jaren. "
                "A: 9 in 2019, 10 in 2020; na de breuk in 2021: 12 in 2022, 14 in 2024."
            ),
        ),
        (
            chart(
                ChartKind.SERIES,
                *[(name, year, number) for name, _, number in (*MANY, ("f", "", 5)) for year in ("2019", "2020")],
            ),
            "Klachten: zes lijnen over de jaren. Het hoogst: 9 in 2020 (b en d); het laagst: 1 in 2020 (c).",
        ),
    ],
)
def test_what_is_shown_and_its_main_figures(spec: ChartSpec, text: str) -> None:
    """A few figures are all said; of many the highest and lowest, the first and last, or how much is filled."""
    assert text == alternative_text(spec)


@pytest.mark.parametrize("spec", all_charts(voorbeeld_site.corpus()), ids=lambda spec: spec.name)
def test_every_chart_is_said_in_two_sentences(spec: ChartSpec) -> None:
    """Of every chart of the example agency; each number that is said is one of its table, its title or a count."""
    text = alternative_text(spec)
    said = set(re.findall(r"\d[\d\u00a0]*(?:,\d+)?", text.removeprefix(spec.title)))
    known = {
        number for row in spec.table.rows for cell in row for number in re.findall(r"\d[\d\u00a0]*(?:,\d+)?", cell.text)
    }
    counts = {str(number) for number in range(1 + len(spec.table.rows) * max(1, len(spec.extra)))}

    assert len(SENTENCE.split(text)) <= 2, text
    assert len(text) <= LONGEST
    assert set() == said - known - counts - {"100"} - set(re.findall(r"\d+", spec.title))


def test_every_chart_stands_beside_its_table(tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a short text leaves out is in a table on the same page, in words that are read."""
    site = voorbeeld_site.site(tmp_path_factory)
    charts = {spec.name: spec for spec in all_charts(voorbeeld_site.corpus())}
    looked = set()
    for path in site.rglob("*.html"):
        tree = page(path.read_bytes())
        for image in tree.xpath("//figure[@class='chart']//img"):
            name = re.sub(r"-(smal|breed|druk)-licht.*", "", image.get("src").rpartition("/")[2])
            spec = charts[name]
            looked.add(name)
            text = words(tree)
            plotted = [cell.text for key in (spec.value or spec.extra[0],) for cell in spec.cells(key) if cell.value]
            assert [] == [item for item in plotted if words_of(item).removesuffix(" procent") not in text], (path, name)
    assert looked


def words_of(text: str) -> str:
    """A cell as it is read: spaces folded."""
    return " ".join(text.replace("\u00a0", " ").split())


@given(st.lists(st.integers(0, 10**6), min_size=5, max_size=30, unique=True))
def test_the_highest_and_the_lowest_are_said(numbers: list[int]) -> None:
    """Of any numbers."""
    rows = [(f"rij {place}", "", number) for place, number in enumerate(numbers)]
    text = alternative_text(chart(ChartKind.COUNTS, *rows))

    for number in (max(numbers), min(numbers)):
        assert f"{count_cell(number).text} (rij {numbers.index(number)})" in text


def test_a_title_of_two_sentences_is_one() -> None:
    """A title may hold a full stop or a question; an abbreviation keeps its own."""
    spec = chart(ChartKind.DOTS, ("a", "", 1))
    titled = ChartSpec("c", spec.kind, "Wie? Bv. u. Een vraag", spec.table, "a", "n")

    assert "Wie?; Bv. u; Een vraag: één punt. A: 1." == alternative_text(titled)
