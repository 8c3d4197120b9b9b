"""Which records an annex takes, and the tables that only an annex has."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus_samples import ADJUSTMENT, SOURCE, corpus, record
from tests.question_samples import annex, asked, question
from weerklank.data.table import Column, Role, Table, count_cell, text_cell
from weerklank.facts.annexes import (
    annex_corpus,
    answers_table,
    choose_adjustments,
    choose_initiatives,
    counted_refs,
    coverage_table,
    matrix_list,
    rests_on,
    selection_words,
)
from weerklank.model import Selection
from weerklank.states import COVERAGES

SITE = asked()


def _select(**keys: object) -> Selection:
    return Selection.model_validate(keys)


def _ids(items: tuple[Any, ...]) -> list[str]:
    return [item.id for item in items]


@pytest.mark.parametrize(
    ("keys", "items", "unknown"),
    [
        ({}, ["bevraging", "overleg"], []),
        ({"ids": "overleg"}, ["overleg"], []),
        ({"beleidsveld": "gelijke-kansen"}, ["bevraging", "overleg"], []),
        ({"beleidsveld": "brussel"}, ["overleg"], []),
        ({"niveau": "operationeel"}, ["bevraging", "overleg"], []),
        ({"niveau": "intern"}, [], []),
        ({"vorm": "gesprek"}, ["bevraging", "overleg"], []),
        ({"belanghebbende": "besturen"}, [], ["bevraging", "overleg"]),
        ({"status": "lopend"}, [], ["bevraging", "overleg"]),
        ({"periode": {"van": "2018"}}, ["bevraging"], ["overleg"]),
        ({"periode": {"van": "2020", "tot": "heden"}}, [], ["overleg"]),
        ({"periode": {"tot": "2017-06"}}, ["bevraging"], ["overleg"]),
        ({"niveau": "intern", "status": "lopend"}, [], []),
        ({"status": "gepland"}, [], ["bevraging", "overleg"]),
    ],
)
def test_every_key_narrows(keys: dict[str, object], items: list[str], unknown: list[str]) -> None:
    """A record that does not say whether it fits is not chosen and not silently dropped: it is unknown."""
    choice = choose_initiatives(SITE, _select(**keys))

    assert items == _ids(choice.items)
    assert unknown == _ids(choice.unknown)
    assert 2 == choice.total


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "ids": st.sampled_from(["bevraging", "overleg"]),
            "niveau": st.sampled_from(["operationeel", "intern"]),
            "vorm": st.just("gesprek"),
            "status": st.sampled_from(["lopend", "gepland"]),
            "periode": st.sampled_from([{"van": "2015"}, {"tot": "2018"}, {"van": "2030"}]),
        },
    ),
    st.sampled_from(["ids", "niveau", "status"]),
)
def test_a_key_less_never_takes_less(keys: dict[str, object], left_out: str) -> None:
    """Every filled key narrows: without one of them nothing that was chosen is lost."""
    narrow = choose_initiatives(SITE, _select(**keys))
    wide = choose_initiatives(SITE, _select(**{key: value for key, value in keys.items() if key != left_out}))

    assert set(_ids(narrow.items)) <= set(_ids(wide.items))
    assert not set(_ids(narrow.items)) & set(_ids(narrow.unknown))


@pytest.mark.parametrize(
    ("keys", "items", "unknown"),
    [
        ({}, ["deel", "los"], []),
        ({"ids": "punt"}, ["deel"], []),
        ({"ids": "los"}, ["los"], []),
        ({"status": "uitgevoerd"}, ["deel"], []),
        ({"niveau": "operationeel"}, ["deel"], ["los"]),
        ({"vorm": "gesprek"}, ["deel"], ["los"]),
        ({"periode": {"van": "2019", "tot": "2019"}}, ["los"], ["deel"]),
        ({"beleidsveld": "brussel"}, ["los"], ["deel"]),
    ],
)
def test_adjustments_are_chosen_as_leaves(keys: dict[str, object], items: list[str], unknown: list[str]) -> None:
    """The id of a point keeps its parts; level and form are those of the initiatives it came from."""
    point = record("bijsturing", ADJUSTMENT, id="punt", titel="Punt")
    part = record("bijsturing", ADJUSTMENT, id="deel", titel="Deel", onderdeel_van="punt")
    loose = record(
        "bijsturing",
        ADJUSTMENT,
        id="los",
        titel="Los",
        beleidsvelden="alle",
        aanleiding=[{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}],
        verloop=[{"status": "gepland", "datum": "2019-03"}],
    )
    site = corpus(point, part, loose)
    wanted = {"deel", "los"}
    choice = choose_adjustments(site, _select(**keys))

    assert items == [name for name in _ids(choice.items) if name in wanted]
    assert unknown == [name for name in _ids(choice.unknown) if name in wanted]


def test_a_selection_is_readable() -> None:
    """Who reads the annex sees by what the records were chosen."""
    selection = _select(beleidsveld="brussel", niveau="strategisch", status="in_uitvoering", periode={"van": "2018"})

    words = "beleidsveld Brussel, niveau strategisch, toestand in uitvoering en periode vanaf 2018"
    assert words == selection_words(SITE, selection)
    assert "" == selection_words(SITE, _select())


def test_the_annex_speaks_of_what_it_shows_and_rests_on() -> None:
    """Absences are counted over these records, not over everything that the site holds."""
    other = record("bron", SOURCE, id="elders")
    shown = annex({"soort": "initiatieven", "titel": "Eén", "selectie": {"ids": "bevraging"}})
    own = annex_corpus(asked(other, bijlage=shown), question(bijlage=shown))

    assert ["bevraging"] == _ids(own.initiatives)
    assert ["nieuwsbrief"] == _ids(own.adjustments)
    assert ["barometer"] == _ids(own.measurements)
    assert ["tevredenheid"] == _ids(own.questions)
    assert ["antwoord"] == _ids(own.sources)


def test_coverage_adds_up() -> None:
    """The counts of a row are its parts, and the rows together are all parts of the question."""
    table = coverage_table(SITE, question())
    keys = [column.key for column in table.columns]
    start = keys.index("delen")

    end = start + 1 + len(COVERAGES)
    assert [state.key for state in COVERAGES] == keys[start + 1 : end]
    for row in table.rows:
        assert row[start].value == sum(int(str(cell.value)) for cell in row[start + 1 : end])
    assert 3 == sum(int(str(row[start].value)) for row in table.rows)
    assert "a: deels; b: niet vermeld" == table.rows[0][keys.index("in_woorden")].text


def test_a_part_without_answer_says_so() -> None:
    """No cell is blank where the answer is silent: the meaning of its coverage stands there."""
    table = answers_table(SITE, question())

    assert ["1a", "1b", "2"] == [row[0].text for row in table.rows]
    assert "Het antwoord gaat hier niet op in." == table.rows[1][4].text
    assert "niet_vermeld" == table.rows[1][3].value
    assert "Barometer en Bevraging" == table.rows[0][5].text
    assert "Antwoord op een vraag, antwoord, alinea 1" == table.rows[0][6].text


def test_records_used_are_counted_by_kind() -> None:
    """One record that two parts rest on is one record."""
    refs = rests_on(question().sub_questions[0])

    assert "1\u00a0initiatief, 1\u00a0meting" == counted_refs(refs)


def test_a_wide_matrix_becomes_a_list() -> None:
    """The list has every count of the matrix that is not zero, and names the rows that are empty."""
    columns = (Column("wie", "Wie", Role.HEAD), *(Column(key, key.upper(), Role.NUMBER) for key in ("alle", "a", "b")))
    rows = (
        (text_cell("Steden"), count_cell(3), count_cell(3), count_cell(0)),
        (text_cell("Burgers"), count_cell(0), count_cell(0), count_cell(0)),
    )
    made = matrix_list(Table("m", "M", columns, rows))

    assert [("Steden", Decimal(3), "A: 3")] == [(row[0].text, row[1].value, row[2].text) for row in made.rows]
    assert ("Nergens genoemd: Burgers.",) == made.notes
