"""The glossary: every word of every list with its meaning."""

from dataclasses import replace

import pytest

from tests.corpus_samples import LISTS, SOURCE, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.model import Vocabulary
from weerklank.site.glossary import glossary_page

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
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
    ours = ["begrip", "beleidsveld", "belanghebbende", "vorm", "rol"]
    built_in = ["niveau", "bijsturingssoort", "bronsoort", "klachtthema", "klachtindeling"]
    assert [*ours, *built_in] == [group.id for group in groups]
    assert ["Brussel", "Gelijke kansen"] == [term.name for term in groups[1].terms]


def test_a_word_leads_to_its_page_and_says_where_its_meaning_comes_from() -> None:
    """A meaning from elsewhere is labelled; a word without one has a dash."""
    cited = {"id": "leemte", "naam": "Leemte", "omschrijving": "Wat er niet staat.", "bronnen": [{"bron": "antwoord"}]}
    lists = {
        **corpus().vocabularies,
        "begrip": Vocabulary.model_validate({"id": "begrippen", "titel": "Begrippen", "termen": [cited]}),
    }
    found = replace(corpus(record("bron", SOURCE, extern="ja")), vocabularies=lists)
    groups = {group.id: group for group in glossary_page(found).groups}
    assert ("Deze uitleg komt van elders.", "") == (groups["begrip"].terms[0].external, groups["begrip"].terms[0].page)
    brussels = groups["beleidsveld"].terms[0]
    assert ("initiatieven/per/beleidsveld/brussel.html", "–") == (
        brussels.page,
        brussels.definition.mark.word if brussels.definition.mark else "",
    )
    assert ("interview",) == groups["vorm"].terms[0].also
    assert "vorm" in LISTS
