"""What a chart says in words: everything that it draws, as it is printed, in Dutch sentences."""

import re
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.chartspec import (
    ChartKind,
    ChartSpec,
    description,
    footnotes,
    is_small,
    moment,
    printed,
    says_when,
)
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.states import FIGURE_NOT_STATED, NOT_STATED, course

NBSP = "\u00a0"
SILENT = state_cell(NOT_STATED)
NOW = Cell("heden", "9999")
EMPTY = text_cell("")


def _table(columns: tuple[Column, ...], *rows: tuple[Cell, ...], non_exhaustive: bool = False) -> Table:
    return Table("tabel", "Tabel", columns, rows, non_exhaustive=non_exhaustive)


def _year(year: int) -> Cell:
    return Cell(str(year), year)


def _counts(*rows: tuple[Cell, ...], non_exhaustive: bool = False) -> ChartSpec:
    columns = (Column("toestand", "Toestand", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER, "bijsturingen"))
    table = _table(columns, *rows, non_exhaustive=non_exhaustive)
    return ChartSpec("toestand", ChartKind.COUNTS, "Bijsturingen per toestand", table, "toestand", "aantal")


def test_shares_say_figure_wording_and_rest() -> None:
    """A share is read with its qualifier, the wording of the counted answers, who answered, and what the rest is."""
    columns = (
        Column("onderwerp", "Onderwerp", Role.HEAD),
        Column("antwoord", "Getelde antwoorden", Role.LITERAL),
        Column("groep", "Groep"),
        Column("aandeel", "Aandeel", Role.NUMBER, "procent"),
    )
    table = _table(
        columns,
        (
            text_cell("Informatie en termijn"),
            text_cell("helemaal tevreden of tevreden"),
            text_cell("lokale besturen"),
            Cell(f"ongeveer 66{NBSP}procent", 66, qualifier="ongeveer"),
        ),
        (text_cell("Vriendelijkheid"), SILENT, SILENT, Cell(f"85{NBSP}procent", 85)),
        (text_cell("Algemene tevredenheid"), SILENT, SILENT, state_cell(FIGURE_NOT_STATED)),
    )
    spec = ChartSpec(
        "toezicht",
        ChartKind.SHARES,
        "Toezicht",
        table,
        "onderwerp",
        "aandeel",
        ("antwoord", "groep"),
        remainder="andere antwoorden: verdeling niet vermeld",
    )

    assert (
        "Toezicht. Drie balken van 0 tot 100 procent. "
        f"Informatie en termijn: ongeveer 66{NBSP}procent, “helemaal tevreden of tevreden”, lokale besturen. "
        f"Vriendelijkheid: 85{NBSP}procent, getelde antwoorden niet vermeld, groep niet vermeld. "
        "Algemene tevredenheid: gemeten, cijfer niet vermeld, getelde antwoorden niet vermeld, groep niet vermeld. "
        "De rest van elke balk is gearceerd (andere antwoorden: verdeling niet vermeld)."
    ) == description(spec)

    one = replace(spec, table=replace(spec.table, rows=spec.table.rows[:1]))
    assert "Eén balk van 0 tot 100 procent" in description(one)
    assert "De rest van de balk is gearceerd" in description(one)


def test_counts_say_each_number_and_what_is_counted() -> None:
    """The real adjustments: 8 done, 1 planned, 1 under way, 1 that goes on; the list is one of examples."""
    counts = {"uitgevoerd": 8, "gepland": 1, "in_uitvoering": 1, "doorlopend": 1}
    rows = [(Cell(course(key).word, key, course(key)), count_cell(number)) for key, number in counts.items()]

    assert (
        "Bijsturingen per toestand. Vier balken, aantal (bijsturingen). "
        "uitgevoerd: 8; gepland: 1; in uitvoering: 1; doorlopend: 1. " + OPEN_LIST
    ) == description(_counts(*rows, non_exhaustive=True))


def test_counts_name_their_series() -> None:
    """With several bars for one name, each bar is read with both names."""
    columns = (Column("jaar", "Jaar"), Column("soort", "Soort"), Column("n", "Aantal", Role.NUMBER))
    table = _table(columns, (text_cell("2017"), text_cell("klachten"), Cell(f"63{NBSP}751", 63751)))
    spec = ChartSpec("k", ChartKind.COUNTS, "Klachten", table, "jaar", "n", ("soort",))

    assert f"Klachten. Eén balk, aantal. 2017, klachten: 63{NBSP}751." == description(spec)


def test_a_timeline_says_when_in_words() -> None:
    """A span, an unknown end, a year, an open end and no year at all each have their own words."""
    columns = (Column("titel", "Initiatief"), Column("van", "Van"), Column("tot", "Tot"), Column("w", "Wanneer"))
    table = _table(
        columns,
        (text_cell("Barometer"), _year(2011), _year(2016), text_cell("van 2011 tot 2016")),
        (text_cell("Oefening"), _year(2017), SILENT, EMPTY),
        (text_cell("Heerlijk Helder"), _year(2019), _year(2019), EMPTY),
        (text_cell("Klachten"), _year(2018), NOW, text_cell("jaarlijks")),
        (text_cell("Visietraject"), SILENT, SILENT, text_cell("“dit jaar”")),
        (text_cell("Bevraging"), SILENT, SILENT, SILENT),
    )
    spec = ChartSpec("tijd", ChartKind.TIMELINE, "In de tijd", table, "titel", "van", ("tot", "w"))

    assert (
        "In de tijd. Tijdlijn van 2011 tot heden met zes rijen. Barometer: van 2011 tot 2016. "
        "Oefening: vanaf 2017, einde niet vermeld. Heerlijk Helder: 2019. Klachten: sinds 2018, jaarlijks. "
        "Visietraject: niet vermeld, “dit jaar”. Bevraging: niet vermeld."
    ) == description(spec)


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        (_year(2011), _year(2016), "2011 tot 2016"),
        (_year(2019), _year(2019), "2019"),
        (_year(2019), EMPTY, "2019"),
        (Cell("juni 2018", "2018-06"), NOW, "sinds juni 2018"),
        (_year(2017), SILENT, "vanaf 2017, einde niet vermeld"),
        (SILENT, _year(2014), "tot 2014, begin niet vermeld"),
        (SILENT, NOW, "tot heden, begin niet vermeld"),
        (SILENT, SILENT, "niet vermeld"),
        (text_cell("dit jaar"), SILENT, "dit jaar"),
    ],
)
def test_a_moment_never_claims_more_than_is_known(start: Cell, end: Cell, words: str) -> None:
    """What is not known of a period is named; a start without an end is not an open end."""
    column = Column("k", "K")

    assert words == moment(start, end, start_column=column, end_column=column)


def test_words_that_name_the_dates_stand_alone() -> None:
    """The whole period in words makes the dates superfluous; a frequency does not."""
    assert says_when(text_cell("van 2011 tot 2016"), _year(2011), _year(2016))
    assert not says_when(text_cell("jaarlijks"), _year(2011), SILENT)
    assert not says_when(text_cell("jaarlijks"), SILENT, SILENT)


def test_a_matrix_says_what_is_there_and_sums_up_the_silence() -> None:
    """Each cell that says something is read with its column; what stays empty is said once for a row."""
    columns = tuple(Column(key, label) for key, label in (("t", "Naam"), ("a", "Gevraagd"), ("b", "Gehoord")))
    table = _table(
        columns,
        (text_cell("Netwerk"), Cell("6 keer", 6), SILENT),
        (text_cell("Oefening"), EMPTY, SILENT),
        (text_cell("Helder"), state_cell(FIGURE_NOT_STATED), count_cell(0)),
    )
    spec = ChartSpec("m", ChartKind.MATRIX, "Lus", table, "t", "", ("a", "b"))

    assert (
        "Lus. Raster van drie rijen en twee kolommen. Netwerk: Gevraagd 6 keer; elders niet vermeld. "
        "Oefening: overal niet vermeld. Helder: Gevraagd gemeten, cijfer niet vermeld; elders 0."
    ) == description(spec)


def test_a_series_is_read_year_by_year() -> None:
    """A line is read point by point, and an absence in words."""
    columns = (Column("r", "Reeks"), Column("j", "Jaar"), Column("v", "Aandeel", Role.NUMBER))
    table = _table(
        columns,
        (text_cell("vertrouwen"), _year(2011), Cell("28,6 procent", Decimal("28.6"))),
        (text_cell("vertrouwen"), _year(2012), Cell("30 procent", 30)),
        (text_cell("vertrouwen"), _year(2013), state_cell(FIGURE_NOT_STATED)),
        (text_cell("vertrouwen"), _year(2015), Cell("35 procent", 35)),
    )
    spec = ChartSpec("s", ChartKind.SERIES, "Vertrouwen", table, "r", "v", ("j",))

    assert (
        "Vertrouwen. Eén lijn over de jaren. vertrouwen: 2011: 28,6 procent; 2012: 30 procent; "
        "2013: gemeten, cijfer niet vermeld; 2015: 35 procent."
    ) == description(spec)


def _of_kind(kind: ChartKind, number: int) -> ChartSpec:
    """A chart of this kind with `number` rows; of SERIES lines, of two years each."""
    names = tuple(text_cell(f"naam {place}") for place in range(number))
    rows = [(name, _year(2011 + year), count_cell(7), text_cell("zin")) for name in names for year in (0, 1)]
    kept = (
        rows if kind is ChartKind.SERIES else [(name, _year(2011), count_cell(7), text_cell("zin")) for name in names]
    )
    columns = (Column("a", "A", Role.HEAD), Column("j", "Jaar"), Column("n", "N", Role.NUMBER), Column("z", "Z"))
    extra = {ChartKind.TIMELINE: ("j", "z"), ChartKind.SERIES: ("j",), ChartKind.MATRIX: ("n",), ChartKind.DOTS: ()}
    value = "j" if kind is ChartKind.TIMELINE else "n"
    own = extra.get(kind, () if kind is ChartKind.COUNTS else ("z",))
    return ChartSpec("c", kind, "Titel", _table(columns, *kept), "a", value, own)


@pytest.mark.parametrize("kind", ChartKind)
@pytest.mark.parametrize("number", [1, 2, 4])
def test_a_chart_counts_what_it_draws_and_says_each_once(kind: ChartKind, number: int) -> None:
    """Every kind of chart says how many it draws, one as one, and names each of them and each year once."""
    text = description(_of_kind(kind, number))
    how_many = {1: "één", 2: "twee", 4: "vier"}
    thing = {
        ChartKind.SHARES: ("balk", "balken"),
        ChartKind.COUNTS: ("balk", "balken"),
        ChartKind.TIMELINE: ("rij", "rijen"),
        ChartKind.MATRIX: ("rij", "rijen"),
        ChartKind.SERIES: ("lijn", "lijnen"),
        ChartKind.DOTS: ("punt", "punten"),
    }.get(kind)

    if thing:
        counted = f"{how_many[number]} {thing[number > 1]}".replace("é", "e")
        assert re.search(rf"\b{counted}\b", text.lower().replace("é", "e")), text
    assert [1] * number == [text.count(f"naam {place}") for place in range(number)]
    assert not re.search(r"(\b[^.;:]+): \1:", text)


@pytest.mark.parametrize("years", [2, 3, 12])
def test_a_line_without_a_name_is_one_line(years: int) -> None:
    """Where only years tell the rows apart, there is one line, however many years; each year is said once."""
    rows = [(_year(2011 + place), count_cell(100 + place)) for place in range(years)]
    table = _table((Column("j", "Jaar", Role.HEAD), Column("n", "Klachten", Role.NUMBER)), *rows)
    spec = ChartSpec("c", ChartKind.SERIES, "Klachten per jaar", table, "j", "n", ("j",))
    points = "; ".join(f"{2011 + place}: {100 + place}" for place in range(years))

    assert f"Klachten per jaar. Eén lijn over de jaren. {points}." == description(spec)
    assert is_small(spec)


@given(st.lists(st.integers(1, 10**9), min_size=1, max_size=20))
def test_every_plotted_number_is_in_the_words(numbers: list[int]) -> None:
    """Whoever cannot see the drawing gets each of its numbers, as printed."""
    rows = [(text_cell(f"rij {place}"), count_cell(number)) for place, number in enumerate(numbers)]
    text = description(_counts(*rows))

    assert [] == [number for place, number in enumerate(numbers) if f"rij {place}: {number}" not in text]


def test_literal_words_stand_in_quotes_once() -> None:
    """Words of a source are quoted, whether or not the table already did so; an empty cell is an absence."""
    literal = Column("k", "K", Role.LITERAL)

    assert "“tevreden”" == printed(text_cell("tevreden"), literal)
    assert "“tevreden”" == printed(text_cell("“tevreden”"), literal)
    assert "niet vermeld" == printed(SILENT, literal)
    assert "niet vermeld" == printed(EMPTY, Column("k", "K"))


def test_a_picture_that_travels_says_that_its_list_is_open() -> None:
    """The notes under a drawing hold each note once, and that the list is one of examples."""
    columns = (Column("a", "A"), Column("n", "N", Role.NUMBER))
    open_table = Table("t", "T", columns, (), notes=("Een noot.",), non_exhaustive=True)
    said = Table("t", "T", columns, (), notes=(OPEN_LIST,), non_exhaustive=True)

    assert ("Een noot.", OPEN_LIST) == footnotes(ChartSpec("c", ChartKind.COUNTS, "C", open_table, "a", "n"))
    assert ("Bij ons.", OPEN_LIST) == footnotes(ChartSpec("c", ChartKind.COUNTS, "C", said, "a", "n", note="Bij ons."))


def test_a_column_that_is_not_there_is_our_fault() -> None:
    """A spec that names an unknown column is refused when it is made, not when it is drawn."""
    table = _table((Column("a", "A"), Column("n", "N")))

    with pytest.raises(ValueError, match=r"no column \['b'\]"):
        ChartSpec("c", ChartKind.COUNTS, "C", table, "a", "b")
    assert ("n",) == ChartSpec("c", ChartKind.MATRIX, "C", table, "a", "", ("n",)).extra
