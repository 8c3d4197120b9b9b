"""The tables of initiatives and adjustments: stable keys, one row per record, and absences that stay absences."""

import pytest

from tests.corpus_samples import ADJUSTMENT, BUILD_DAY, INITIATIVE, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus, public
from weerklank.data.table import Cell, Role, Table, state_cell
from weerklank.facts.loop import loops
from weerklank.facts.tables import (
    adjustments,
    initiatives,
    loop_cell,
    record_cell,
    selected,
    verifiable,
)
from weerklank.model import Adjustment, Ref
from weerklank.states import LEFT_OUT, NOT_STATED

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])


def column(table: Table, key: str) -> list[Cell]:
    """The cells of one column."""
    place = [item.key for item in table.columns].index(key)
    return [row[place] for row in table.rows]


# --- cells -----------------------------------------------------------------------------------------------------------


def test_a_record_links_to_its_page() -> None:
    """The head of a row leads to the record."""
    assert "bijsturingen/x.html" == record_cell("X", Ref("bijsturing", "x")).path


def test_a_loop_cell_has_its_own_words() -> None:
    """A count of signals or adjustments stands in the shape of its state."""
    cell = loop_cell(loops(corpus())[0].done)
    assert ("1\u00a0bijsturing", "is-stated") == (cell.text, cell.state.shape.value if cell.state else "")


# --- tables ----------------------------------------------------------------------------------------------------------


@CORPORA
def test_keys_fit_open_data(found: Corpus) -> None:
    """Keys are stable names, every column says what it is, and one column heads the row."""
    for table in (initiatives(found), adjustments(found)):
        keys = [item.key for item in table.columns]
        assert len(keys) == len(set(keys))
        assert [] == [key for key in keys if not set(key) <= set("abcdefghijklmnopqrstuvwxyz0123456789_")]
        assert [] == [item.key for item in table.columns if not item.description]
        assert 1 == sum(item.role is Role.HEAD for item in table.columns)


@CORPORA
def test_every_record_has_one_row(found: Corpus) -> None:
    """All initiatives, and all adjustments that are counted; points are left to their parts."""
    assert sorted(item.id for item in found.initiatives) == sorted(
        cell.text for cell in column(initiatives(found), "id")
    )
    assert sorted(item.id for item in found.leaves) == sorted(cell.text for cell in column(adjustments(found), "id"))


@CORPORA
def test_no_cell_is_silent_by_accident(found: Corpus) -> None:
    """Every cell has words: a value, or the state of its absence."""
    for table in (initiatives(found), adjustments(found)):
        assert [] == [cell for row in table.rows for cell in row if not cell.text]


def test_an_adjustment_whose_cause_is_hidden() -> None:
    """Where it came from is not told, in words; the row stays."""
    hidden = record("initiatief", INITIATIVE, publicatie={"status": "intern"})
    found = public(corpus(hidden), on=BUILD_DAY)
    (row,) = adjustments(found).rows
    assert [] == [cell for cell in row if not cell.text]
    assert [state_cell(LEFT_OUT)] * 2 == [*column(adjustments(found), "uit"), *column(adjustments(found), "verband")]


def test_initiatives_stand_in_the_order_of_lists() -> None:
    """First what has most to tell, as on the home page."""
    assert [loop.initiative for loop in loops(example())] == [
        cell.text for cell in column(initiatives(example()), "id")
    ]


def test_a_table_of_some_records() -> None:
    """A page of one value has the table of exactly its rows, under its own name."""
    (item,) = [item for item in corpus().initiatives if item.id == "overleg"]
    table = initiatives(corpus(), (item.id,), name="initiatieven-per-vorm-gesprek")
    assert ("initiatieven-per-vorm-gesprek", ["overleg"]) == (table.name, [cell.text for cell in column(table, "id")])
    assert () == adjustments(corpus(), ()).rows


def test_examples_are_called_examples() -> None:
    """A list that the source calls open says so, in words and as a fact; another does not."""
    assert (True, False) == (initiatives(corpus()).non_exhaustive, adjustments(corpus()).non_exhaustive)
    assert (1, 0) == (len(initiatives(corpus()).notes), len(adjustments(corpus()).notes))


def test_the_causes_of_an_adjustment() -> None:
    """Initiatives by title, each once; what came from none says what the record says of it."""
    causes = [{"initiatief": name, "sterkte": "rechtstreeks"} for name in ("bevraging", "overleg", "bevraging")]
    assert "Bevraging en Overleg" == _causes(causes).text
    said = [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld", "toelichting": "Een klacht"}]
    assert "Een klacht" == _causes(said).text
    assert state_cell(NOT_STATED) == _causes([{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}])


def _causes(causes: list[dict[str, str]]) -> Cell:
    (cell,) = column(adjustments(corpus(record("bijsturing", ADJUSTMENT, aanleiding=causes))), "uit")
    return cell


def test_an_adjustment_shows_its_last_step() -> None:
    """The newest state, its date, and how much evidence the whole course has."""
    proof = [{"titel": "Verslag"}, {"titel": "Webpagina"}]
    steps = [{"status": "gepland", "datum": "2019", "bewijs": proof}, {"status": "uitgevoerd", "datum": "2020-02"}]
    table = adjustments(corpus(record("bijsturing", ADJUSTMENT, verloop=steps)))
    assert [["uitgevoerd"], ["2020-02"], [2]] == [
        [cell.value for cell in column(table, key)] for key in ("toestand", "datum", "bewijsstukken")
    ]


@pytest.mark.parametrize(("value", "expected"), [(None, "niet beoordeeld"), ("ja", "ja"), ({"nee": "Te vaag."}, "nee")])
def test_verifiable_in_words(value: object, expected: str) -> None:
    """What nobody judged is not called verifiable."""
    item = record("bijsturing", ADJUSTMENT, **({} if value is None else {"toetsbaar": value}))
    assert isinstance(item, Adjustment)
    assert expected == verifiable(item)


def test_a_table_with_fewer_columns() -> None:
    """The chosen columns in the chosen order; everything else stays."""
    whole = initiatives(corpus())
    part = selected(whole, ("titel", "id"))
    assert ["titel", "id"] == [item.key for item in part.columns]
    assert [row[::-1] for row in selected(whole, ("id", "titel")).rows] == list(part.rows)
    assert (whole.name, whole.caption, whole.notes) == (part.name, part.caption, part.notes)


def test_all_fields_in_words() -> None:
    """`alle` is worded; a field is named; silence is a state."""
    found = corpus(record("initiatief", INITIATIVE, beleidsvelden="niet_vermeld"))
    assert {"verschillende of alle", "niet vermeld"} == {
        cell.text for cell in column(initiatives(found), "beleidsvelden")
    }
