"""Who was heard: the matrix, the levels, and those whom no initiative names."""

import pytest

from tests.corpus_samples import INITIATIVE, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.site.heard import heard_page

NAMED = record("initiatief", INITIATIVE, belanghebbenden=["besturen"])


@pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
def test_the_page_can_be_printed(found: Corpus) -> None:
    """Also when nobody is named: then there is no chart and nothing to download, and no dead link."""
    view = heard_page(found)
    html = rendered("pages/gehoord.html", view)
    assert bool(view.figure) == bool(view.downloads) == bool(view.table.rows) == ("<picture>" in html)


def test_the_statement_counts_who_is_named() -> None:
    """Out of everyone on the list."""
    assert heard_page(corpus(NAMED)).statement.startswith("1 van de 1\u00a0belanghebbende")
    assert heard_page(corpus()).statement.startswith("0 van de 1\u00a0belanghebbende")


def test_who_is_named_nowhere_is_not_forgotten() -> None:
    """Each with a link to the page that says so; together with the named ones they are the whole list."""
    assert ["Lokale besturen"] == [link.text for link in heard_page(corpus()).unheard]
    assert () == heard_page(corpus(NAMED)).unheard
    view = heard_page(example())
    assert 13 == len(view.unheard) + len(view.table.rows)
    assert "initiatieven/per/belanghebbende/toeristen.html" in {link.path for link in view.unheard}


def test_the_levels_are_those_of_the_same_people() -> None:
    """Both tables name the same stakeholders."""
    view = heard_page(example())
    assert {row[0].text for row in view.table.rows} == {row[0].text for row in view.levels.rows}


def test_only_examples_are_called_examples() -> None:
    """The sentence stands there when the source says so."""
    sentence = "er kan meer zijn dan de bron noemt"
    assert (True, False) == tuple(
        sentence in rendered("pages/gehoord.html", heard_page(found)) for found in (example(), minimal())
    )
