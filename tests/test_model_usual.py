"""Words of one's own for levels, adjustments and sources, and the usual ones where a folder has no list."""

from dataclasses import replace

import pytest

from tests.corpus_samples import corpus
from tests.test_author_validate import BASE, checked, seen
from weerklank.author.lists import unwritten
from weerklank.author.load import load
from weerklank.author.migrate import migrate
from weerklank.corpus import Corpus
from weerklank.facts.facets import adjustment_facets, initiative_facets
from weerklank.facts.figures import key_figures
from weerklank.facts.heard import level_table
from weerklank.kinds import KINDS
from weerklank.model import VOCABULARIES, Ref, Source, Vocabulary
from weerklank.model.usual import USUAL, usual_list
from weerklank.site.glossary import glossary_page
from weerklank.site.narrowed import facet_pages

SPELLED = BASE.joinpath("initiatieven/overleg.yaml").read_text("utf-8")
OWN = """\
titel: Reikwijdte
volgorde: {}
termen:
  - {{id: stad, naam: Hele stad}}
  - {{id: buurt, naam: Eén buurt, omschrijving: Over één buurt.}}
  - {{id: operationeel, naam: Aan het loket}}
"""


def _with(order: str) -> Corpus:
    """The small site with levels of its own."""
    found = corpus()
    words = Vocabulary.model_validate(
        {
            "id": "niveaus",
            "titel": "Reikwijdte",
            "volgorde": order,
            "termen": [
                {"id": "stad", "naam": "Hele stad"},
                {"id": "buurt", "naam": "Eén buurt", "omschrijving": "Over één buurt."},
                {"id": "operationeel", "naam": "Aan het loket"},
            ],
        }
    )
    return replace(found, vocabularies={**found.vocabularies, "niveau": words})


def test_without_a_list_the_usual_words_hold() -> None:
    """Content that knows no such list stays as it was, and a slip is answered with these words."""
    slip = SPELLED.replace("operationeel", "operatoineel")
    assert [("V001", "bedoelt u “operationeel”?")] == [
        (code, hint) for code, _, hint in seen({"initiatieven/overleg.yaml": slip})
    ]
    far = SPELLED.replace("operationeel", "wijk")
    assert ["kies uit: intern, operationeel, strategisch"] == [
        hint for _, _, hint in seen({"initiatieven/overleg.yaml": far})
    ]
    found = checked({"initiatieven/overleg.yaml": SPELLED}).corpus
    assert found is not None
    assert "operationeel" == found.term(found.initiative("overleg").level).name


def test_a_list_of_ones_own_takes_their_place() -> None:
    """Then its words hold and no others: one of the program that it lacks is as wrong as any."""
    own = {"lijsten/niveaus.yaml": OWN.format("lijst"), "initiatieven/overleg.yaml": SPELLED}
    assert [] == seen(own)
    strange = SPELLED.replace("operationeel", "strategisch")
    assert [("V001", "kies uit: buurt, operationeel, stad")] == [
        (code, hint) for code, _, hint in seen({**own, "initiatieven/overleg.yaml": strange})
    ]
    broken = {**own, "lijsten/niveaus.yaml": "titel: Reikwijdte\n"}
    assert ["R001"] == [code for code, _, _ in seen(broken)], "a broken list adds nothing to its own fault"


def test_words_that_were_keys_may_keep_their_underscore() -> None:
    """The kinds of sources were keys of the program: content of then reads the same."""
    assert (
        Ref("bronsoort", "parlementair-antwoord")
        == Source.model_validate({"id": "a", "titel": "Antwoord", "soort": "parlementair_antwoord"}).kind
    )


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("lijst", ["Hele stad", "Eén buurt", "Aan het loket"]),
        ("alfabet", ["Aan het loket", "Eén buurt", "Hele stad"]),
    ],
)
def test_a_list_says_in_what_order_its_words_stand(order: str, names: list[str]) -> None:
    """The same on every page: where a list is narrowed, in the table of who was heard, in the glossary."""
    found = _with(order)
    facet = next(facet for facet in initiative_facets(found) if facet.dimension == "niveau")
    group = next(group for group in glossary_page(found).groups if group.id == "niveau")

    assert names == [value.label for value in facet.values]
    assert names == [column.label for column in level_table(found).columns[1:]]
    assert names == [term.name for term in group.terms]
    assert "Reikwijdte" == group.title
    assert "aan het loket" in key_figures(found)[0].note


def test_every_word_has_its_list() -> None:
    """Also one that no record has, for records and texts link to it; with its meaning above it."""
    found = _with("lijst")
    pages = {page.parts[0].path: page for page in facet_pages(found)}
    empty = pages["initiatieven/per/niveau/buurt.html"].view()
    kinds = [value.id for facet in adjustment_facets(found) if facet.dimension == "soort" for value in facet.values]

    assert ((), "Over één buurt.") == (empty.rows, str(empty.definition))
    assert [name for name, _ in USUAL["bijsturingssoort"]] == kinds
    assert {f"bijsturingen/per/soort/{name}.html" for name in kinds} <= pages.keys()


def test_migrate_writes_the_usual_words_out() -> None:
    """Each list that lacks, with its words, meanings and order, also in content of this schema; and only once."""
    loaded = load(BASE)
    made = migrate(loaded).texts
    lists = {kind: made[f"{BASE.name}/lijsten/{KINDS[kind].folder}.yaml"] for kind in USUAL}
    for kind, (before, after) in lists.items():
        name = KINDS[kind].folder
        read = checked({f"lijsten/{name}.yaml": after}).corpus
        assert ("", False) == (before, read is None)
        assert read is not None
        assert usual_list(KINDS[kind]).model_dump() == read.vocabularies[kind].model_dump()
    there = {record.id for record in load(BASE).records if record.kind == "lijst"}
    assert set(VOCABULARIES) - there >= {KINDS[kind].folder for kind in USUAL}
    assert {} == unwritten(replace(loaded, broken=frozenset(("lijst", KINDS[kind].folder) for kind in USUAL)))
