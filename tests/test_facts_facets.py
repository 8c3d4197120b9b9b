"""Facets: every record is found by each of its values, zeros are shown, and what is not stated is a value."""

from collections import Counter

import pytest

from tests.corpus_samples import ADJUSTMENT, BUILD_DAY, INITIATIVE, OTHER, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus, public
from weerklank.facts.facets import (
    SILENCES,
    Facet,
    adjustment_facets,
    facet_title,
    initiative_facets,
    keys_by_record,
    years_of,
)
from weerklank.facts.heard import heard_table
from weerklank.model import Absence, PartialDate, Period
from weerklank.states import ABSENCES, State

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
OTHERS = set(SILENCES) - {"niet-vermeld", "gepland"}
"""Ways not to be there that are a value only where a record has them; "gepland" is a word of its own elsewhere."""
MANY = {"beleidsveld", "belanghebbende", "vorm", "rol", "jaar", "initiatief", "sterkte"}
"""Dimensions in which one record can have more than one value."""


def initiatives(found: Corpus) -> dict[str, Facet]:
    """The facets of all initiatives, by dimension."""
    return {facet.dimension: facet for facet in initiative_facets(found)}


def adjustments(found: Corpus) -> dict[str, Facet]:
    """The facets of all adjustments, by dimension."""
    return {facet.dimension: facet for facet in adjustment_facets(found)}


def ids_of(facet: Facet, value: str) -> list[str]:
    """The records that a value keeps."""
    (found,) = [item for item in facet.values if item.id == value]
    return list(found.ids)


@CORPORA
def test_every_record_has_a_value_in_each_dimension(found: Corpus) -> None:
    """Nobody falls out of a list by being silent; a record counts once where it can have one value only."""
    groups = (
        (initiatives(found), [item.id for item in found.initiatives]),
        (adjustments(found), [i.id for i in found.leaves]),
    )
    for facets, ids in groups:
        for facet in facets.values():
            counts = Counter(name for value in facet.values for name in value.ids)
            assert set(ids) == set(counts), facet.dimension
            assert facet.dimension in MANY or set(counts.values()) <= {1}, facet.dimension


@CORPORA
def test_the_values_of_a_record_are_those_that_keep_it(found: Corpus) -> None:
    """The same relation from the other side, in the order of the facets."""
    for facets in (initiative_facets(found), adjustment_facets(found)):
        pairs = [(name, f"{facet.dimension}:{v.id}") for facet in facets for v in facet.values for name in v.ids]
        assert {name: tuple(key for other, key in pairs if other == name) for name, _ in pairs} == keys_by_record(
            facets
        )


@CORPORA
def test_values_have_one_page_each(found: Corpus) -> None:
    """Values of a dimension have different ids, fit for an address."""
    for facet in (*initiatives(found).values(), *adjustments(found).values()):
        ids = [value.id for value in facet.values]
        assert len(ids) == len(set(ids))
        assert [] == [name for name in ids if not set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")]
        assert all(value.label for value in facet.values)


def test_a_value_without_records_is_there() -> None:
    """A stakeholder that no initiative names has a place and a zero."""
    assert [] == ids_of(initiatives(example())["belanghebbende"], "architecten")
    assert [] == ids_of(adjustments(corpus())["toestand"], "stopgezet")


def test_an_initiative_for_all_fields_is_one_for_each() -> None:
    """It is found under each field, and under a value of its own; silence is neither."""
    facet = initiatives(corpus())["beleidsveld"]
    assert ["overleg"] == ids_of(facet, "verschillende-of-alle") == ids_of(facet, "brussel")
    assert ["bevraging", "overleg"] == ids_of(facet, "gelijke-kansen")
    assert [] == ids_of(facet, "niet-vermeld")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"van": "2017", "tot": "2019"}, (2017, 2018, 2019)),
        ({"van": "2017-05", "tot": "2017-06"}, (2017,)),
        ({"van": "2017", "tot": "heden"}, (2017,)),
        ({"van": "2017"}, (2017,)),
        ({"tot": "2019"}, (2019,)),
        ({"frequentie": "jaarlijks"}, ()),
    ],
)
def test_the_years_of_a_period(data: dict[str, str], expected: tuple[int, ...]) -> None:
    """Every year that the source names or spans; an open end does not run on into years that nobody named."""
    assert expected == years_of(Period.model_validate(data))


def test_an_absent_period_has_no_years() -> None:
    """No year is made up."""
    assert () == years_of(Absence.model_validate("niet_vermeld"))
    assert 2017 == PartialDate(2017).year


def test_years_stand_newest_first() -> None:
    """Then what has no year."""
    assert ["2019", "2018", "2017", "niet-vermeld"] == [value.id for value in initiatives(corpus())["jaar"].values]


def test_words_stand_in_dutch_order() -> None:
    """The words of a list as a reader looks for them, with what is no word of it last."""
    facet = initiatives(example())["beleidsveld"]
    expected = ["banken-en-schaduw", "drinkwater", "licht", "markten", "standbeelden"]
    assert expected == [value.id for value in facet.values][:5]
    last = ["cijfer-niet-vermeld", "kwalitatief", "gepland", "niet-van-toepassing"]
    assert ["verschillende-of-alle", "niet-vermeld", *last] == [value.id for value in facet.values][5:]


ABSENT = {"beleidsveld": "beleidsvelden", "belanghebbende": "belanghebbenden", "vorm": "vormen", "rol": "rollen",
          "jaar": "periode", "status": "status", "gevolg": "uitkomst"}  # fmt: skip
"""Dimensions of initiatives that a record may say nothing of, with the key that an author then types."""


@pytest.mark.parametrize("state", ABSENCES, ids=lambda state: state.key)
def test_what_is_not_there_stands_under_its_own_name(state: State) -> None:
    """Not measured, not applicable or announced is not "niet vermeld"; what no record says is no value to choose."""
    absent = {"toestand": state.key, "reden": "Zo staat het er."}
    found = corpus(record("initiatief", OTHER, id="stil", titel="Stil", **dict.fromkeys(ABSENT.values(), absent)))
    facets = initiatives(found)

    for dimension in ABSENT:
        here = {value.label for value in facets[dimension].values if "stil" in value.ids}
        assert {state.word} == here, dimension
        assert [] == [value.label for value in facets[dimension].values if not value.ids and value.id in OTHERS], (
            dimension
        )
    named = record("initiatief", OTHER, beleidsvelden=absent, belanghebbenden=[{"wie": "besturen"}])
    said = {column.label for column in heard_table(corpus(named)).columns}
    assert f"Veld {state.word}" in said


def test_what_followed_is_a_dimension() -> None:
    """Initiatives can be narrowed to those that led to something."""
    facet = initiatives(example())["gevolg"]
    assert {"met een bijsturing": 7, "overwogen": 1, "alleen een uitkomst": 1, "gepland": 1, "niet vermeld": 2} == {
        v.label: len(v.ids) for v in facet.values
    }


def test_an_adjustment_is_found_by_each_of_its_initiatives() -> None:
    """Two causes, two places; an adjustment without a known initiative is found there."""
    causes = [{"initiatief": name, "sterkte": "mee_bepalend"} for name in ("bevraging", "overleg")]
    nowhere = [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}]
    both = record("bijsturing", ADJUSTMENT, id="beide", titel="Beide", aanleiding=causes)
    none = record("bijsturing", ADJUSTMENT, id="geen", titel="Geen", aanleiding=nowhere)
    facet = adjustments(corpus(both, none))["initiatief"]
    assert (["beide"], ["geen"]) == (ids_of(facet, "overleg"), ids_of(facet, "niet-vermeld"))
    assert ["nieuwsbrief", "beide"] == ids_of(facet, "bevraging"), "in the order of the list"


def test_an_adjustment_whose_cause_is_hidden() -> None:
    """It is found where no initiative is known; that the source does not say how firm the tie is, nobody wrote."""
    hidden = record("initiatief", INITIATIVE, publicatie={"status": "intern"})
    found = adjustments(public(corpus(hidden), on=BUILD_DAY))
    assert [["nieuwsbrief"], []] == [
        ids_of(found["initiatief"], "niet-ingevuld"),
        ids_of(found["sterkte"], "niet-vermeld"),
    ]


def test_strengths_and_states_are_counted() -> None:
    """An adjustment counts once in each strength of its ties, also of its point, and in the state of its last step."""
    found = adjustments(example())
    strengths = {value.id: len(value.ids) for value in found["sterkte"].values}
    assert {"rechtstreeks": 12, "mee-bepalend": 7, "niet-vermeld": 6} == strengths
    states = {value.id: len(value.ids) for value in found["toestand"].values}
    assert ["overwogen", "gepland", "in-uitvoering", "uitgevoerd", "deels-uitgevoerd"] == list(states)[:5]
    assert [1, 2, 1, 3, 1, 3, 2, 1] == list(states.values())


def test_a_stakeholder_named_twice_counts_once() -> None:
    """Two parts in one initiative are one initiative."""
    twice = [{"wie": "besturen", "rol": "gastheer"}, {"wie": "besturen"}]
    facet = initiatives(corpus(record("initiatief", INITIATIVE, belanghebbenden=twice)))["belanghebbende"]
    assert ["bevraging"] == ids_of(facet, "besturen")
    assert ["overleg"] == ids_of(facet, "niet-vermeld")


def test_a_facet_page_has_a_title() -> None:
    """Dimension and value, with a capital."""
    facet = initiatives(corpus(record("initiatief", OTHER)))["beleidsveld"]
    assert "Beleidsveld: Brussel" == facet_title(facet, facet.values[0])
