"""Facets of measurements, questions, promises and sources: each record is found, each name is somebody's."""

from collections import Counter
from collections.abc import Callable
from functools import cache

import pytest

from tests import growing_content
from tests.corpus_samples import BUILD_DAY, SOURCE, corpus, record
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus, public
from weerklank.facts.facets import Facet
from weerklank.facts.orders import Order, measurement_orders, promise_orders, question_orders, source_orders
from weerklank.facts.recordfacets import (
    MOST,
    OTHERS,
    measurement_facets,
    promise_facets,
    question_facets,
    source_facets,
)
from weerklank.model import RECORDS

MAKERS: dict[str, tuple[Callable[[Corpus], tuple[Facet, ...]], Callable[[Corpus], tuple[Order, ...]]]] = {
    "meting": (measurement_facets, measurement_orders),
    "vraag": (question_facets, question_orders),
    "toezegging": (promise_facets, promise_orders),
    "bron": (source_facets, source_orders),
}
SEVERAL = {"jaar", "vraagsteller", "minister"}
"""Dimensions in which one record can have more than one value."""


@cache
def many() -> Corpus:
    """An agency with more than fifty records of each of these kinds."""
    return public(growing_content.corpus(1100), on=BUILD_DAY)


@pytest.mark.parametrize("kind", MAKERS)
@pytest.mark.parametrize("found", [example, many], ids=["example", "many"])
def test_every_record_has_a_value_and_a_place(found: Callable[[], Corpus], kind: str) -> None:
    """In each dimension, once where it can have one value only; and once in each order."""
    facets, orders = MAKERS[kind]
    ids = {item.id for item in found().every(RECORDS[kind])}

    assert facets(found())
    for facet in facets(found()):
        counts = Counter(name for value in facet.values for name in value.ids)
        assert ids == set(counts), facet.dimension
        assert facet.dimension in SEVERAL or set(counts.values()) <= {1}, facet.dimension
        assert any(value.path for value in facet.values), "there is something to choose"
        names = [value.id for value in facet.values]
        assert len(names) == len(set(names)) <= MOST + 12 or facet.dimension in ("jaar", "zittingsjaar")
        assert [] == [name for name in names if not set(name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")]
    for order in orders(found()):
        assert sorted(ids) == sorted(order.ids), order.id


def publishers(*names: object) -> dict[str, int]:
    """How many of the sources by these each value of the facet of publishers keeps."""
    sources = [record("bron", SOURCE, id=f"stuk-{n}", titel=f"Stuk {n}", uitgever=name) for n, name in enumerate(names)]
    facets = {facet.dimension: facet for facet in source_facets(corpus(*sources))}
    found = facets.get("uitgever")
    if found is None:
        return {}
    kept = {value.label: sum(name.startswith("stuk-") for name in value.ids) for value in found.values}
    return {label: count for label, count in kept.items() if count}


def test_a_name_of_one_record_stands_with_others() -> None:
    """Its list would tell what its own page does; how a name is typed does not matter, and silence keeps its name."""
    found = publishers("Stad Ooi", "stad  ooi", "De Drukker", {"toestand": "niet_van_toepassing"})

    assert {"Stad Ooi": 2, "een andere uitgever": 1, "niet van toepassing": 1} == found
    assert {} == publishers("Stad Ooi", "De Drukker")


def test_two_names_are_never_one() -> None:
    """Also where nothing of them is left in an address, or only what they share."""
    long = "de minister van alles wat er maar te besturen valt in steden en in gemeenten"
    names = ("مجلس", "بلدية", "Rue", "Rué", f"{long}, en water", f"{long}, en wind")
    assert [2] * len(names) == list(publishers(*names, *names).values())


def test_many_names_have_an_end() -> None:
    """The most frequent are values; all others are found together, and none is lost."""
    (facet,) = (facet for facet in source_facets(many()) if facet.dimension == "uitgever")
    values = {value.id: len(value.ids) for value in facet.values}

    assert values[OTHERS] > 0
    assert MOST == len([name for name, count in values.items() if count and name != OTHERS])
    assert len(many().sources) == sum(values.values())
