"""Pages to look things up: the lists of decisions and of sources, and the glossary."""

from dataclasses import replace

import pytest

from tests.corpus_samples import LISTS, SOURCE, corpus, record, rendered
from tests.real_content import minimal, real
from weerklank.corpus import Corpus
from weerklank.model import Vocabulary
from weerklank.site.reference import decisions_page, glossary_page, sources_page

CORPORA = pytest.mark.parametrize("found", [real(), corpus(), minimal()], ids=["real", "sample", "minimal"])
# --- decisions -------------------------------------------------------------------------------------------------------


@CORPORA
def test_decisions_can_be_printed(found: Corpus) -> None:
    """The list is there before the first."""
    html = rendered("pages/index.html", decisions_page(found))
    assert bool(found.decisions) != ("Er zijn nog geen beslissingen opgetekend." in html)


# --- sources ---------------------------------------------------------------------------------------------------------


@CORPORA
def test_sources_can_be_printed(found: Corpus) -> None:
    """The list is there before the first."""
    assert "<h1>" in rendered("pages/index.html", sources_page(found))


def test_what_belongs_to_the_answer_comes_first() -> None:
    """Then what only explains words; each is labelled."""
    other = record("bron", SOURCE, id="a-woordenboek", titel="A-woordenboek", extern="ja")
    rows = sources_page(corpus(other)).rows
    assert ["Antwoord op een vraag", "A-woordenboek"] == [row.link.text for row in rows]
    assert ["hoort bij het antwoord", "niet uit het antwoord"] == [row.meta[1] for row in rows]


# --- glossary --------------------------------------------------------------------------------------------------------


@CORPORA
def test_the_glossary_can_be_printed(found: Corpus) -> None:
    """Every word has a place of its own; a list without words has none."""
    view = glossary_page(found)
    html = rendered("pages/begrippen.html", view)
    terms = [term for group in view.groups for term in group.terms]
    assert [] == [term.id for term in terms if 1 != html.count(f'id="{term.id}"')]
    assert sum(len(item.terms) for item in found.vocabularies.values()) == len(terms)
    assert [] == [group.title for group in view.groups if not group.terms]


def test_words_stand_in_dutch_order_with_the_glossary_first() -> None:
    """A reader looks for words, then for lists."""
    groups = glossary_page(corpus()).groups
    assert ["begrip", "beleidsveld", "belanghebbende", "vorm", "rol"] == [group.id for group in groups]
    assert ["Brussel", "Gelijke kansen"] == [term.name for term in groups[1].terms]


def test_a_word_leads_to_its_page_and_says_where_its_meaning_comes_from() -> None:
    """A meaning from elsewhere is labelled; a word without one has a state."""
    cited = {"id": "leemte", "naam": "Leemte", "omschrijving": "Wat er niet staat.", "bronnen": [{"bron": "antwoord"}]}
    lists = {
        **corpus().vocabularies,
        "begrip": Vocabulary.model_validate({"id": "begrippen", "titel": "Begrippen", "termen": [cited]}),
    }
    found = replace(corpus(record("bron", SOURCE, extern="ja")), vocabularies=lists)
    groups = {group.id: group for group in glossary_page(found).groups}
    assert (True, "") == (groups["begrip"].terms[0].external, groups["begrip"].terms[0].page)
    brussels = groups["beleidsveld"].terms[0]
    assert ("initiatieven/per/beleidsveld/brussel.html", "niet vermeld") == (
        brussels.page,
        brussels.definition.mark.word if brussels.definition.mark else "",
    )
    assert ("interview",) == groups["vorm"].terms[0].also
    assert "vorm" in LISTS
