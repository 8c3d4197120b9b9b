"""Pages to look things up: decisions, sources with their stored text, and the glossary."""

from dataclasses import replace

import pytest

from tests.corpus_samples import LISTS, OTHER, SOURCE, Data, corpus, record, rendered
from tests.real_content import minimal, real
from weerklank.corpus import Corpus
from weerklank.model import Vocabulary
from weerklank.site.reference import decision_page, decisions_page, glossary_page, source_page, sources_page

CORPORA = pytest.mark.parametrize("found", [real(), corpus(), minimal()], ids=["real", "sample", "minimal"])
DECISION: Data = {
    "id": "in-woorden",
    "titel": "In woorden",
    "samenvatting": "We meten in woorden.",
    "motivering": "Cijfers zeggen *weinig*.",
    "bronnen": [{"bron": "antwoord"}],
}
TEXT = "De besturen waren tevreden.\n\nEr kwam een nieuwsbrief.\n"


# --- decisions -------------------------------------------------------------------------------------------------------


@CORPORA
def test_decisions_can_be_printed(found: Corpus) -> None:
    """Each has a page, and the list is there before the first."""
    html = rendered("pages/index.html", decisions_page(found))
    assert bool(found.decisions) != ("Er zijn nog geen beslissingen opgetekend." in html)
    for item in found.decisions:
        assert "<h1>" in rendered("pages/beslissing.html", decision_page(found, item.id))


def test_a_decision_names_what_it_explains() -> None:
    """Records whose absences rest on it, and why it was taken."""
    absent = {"toestand": "niet_gemeten", "beslissing": "in-woorden"}
    view = decision_page(
        corpus(record("beslissing", DECISION), record("initiatief", OTHER, gehoord=absent)), "in-woorden"
    )
    assert ["Overleg"] == [link.text for link in view.explains]
    assert "<em>weinig</em>" in str(view.reasons)
    assert None is view.motivation.mark


def test_a_decision_without_a_reason_says_so() -> None:
    """Silence about the why is a state, not an empty page."""
    view = decision_page(corpus(record("beslissing", DECISION, motivering="niet_vermeld")), "in-woorden")
    assert ("niet vermeld", "") == (view.motivation.mark.word if view.motivation.mark else "", str(view.reasons))
    assert "niet vermeld" in rendered("pages/beslissing.html", view)


# --- sources ---------------------------------------------------------------------------------------------------------


@CORPORA
def test_sources_can_be_printed(found: Corpus) -> None:
    """Each has a page with the records that rest on it."""
    assert "<h1>" in rendered("pages/index.html", sources_page(found))
    for item in found.sources:
        assert "<h1>" in rendered("pages/bron.html", source_page(found, item.id))


def test_a_stored_text_is_shown_in_numbered_passages() -> None:
    """Whole, and each passage with a place of its own to link to."""
    view = source_page(replace(corpus(), texts={"antwoord": TEXT}), "antwoord")
    assert [("p1", "De besturen waren tevreden."), ("p2", "Er kwam een nieuwsbrief.")] == [
        (passage.anchor, passage.text) for passage in view.passages
    ]
    html = rendered("pages/bron.html", view)
    assert [1, 1] == [html.count(f'id="p{number}"') for number in (1, 2)]
    assert () == source_page(corpus(), "antwoord").passages


def test_a_source_names_who_cites_it() -> None:
    """Every record in which it occurs, in the order of kinds; a prose page is no record."""
    page = record("pagina", {"id": "over", "titel": "Over deze site", "tekst": "[bron](bron:antwoord)"})
    names = [link.text for link in source_page(corpus(page), "antwoord").used_by]
    assert ["Bevraging", "Overleg", "Nieuwsbrief", "Barometer"] == names


def test_an_address_or_why_there_is_none() -> None:
    """A link outside the site, or the state in the facts."""
    linked = source_page(corpus(record("bron", SOURCE, url="https://voorbeeld.example/")), "antwoord")
    assert ("https://voorbeeld.example/", ["Soort", "Uitgever", "Datum"]) == (
        linked.url,
        [fact.term for fact in linked.facts],
    )
    silent = source_page(corpus(), "antwoord")
    assert ("", ["Soort", "Uitgever", "Datum", "Adres"]) == (silent.url, [fact.term for fact in silent.facts])


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
