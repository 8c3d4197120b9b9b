"""What every record page ends with."""

from tests.corpus_samples import INITIATIVE, NOTES, corpus, record
from tests.question_samples import QUESTION
from weerklank.model import Ref
from weerklank.site.ending import all_citations, asked_in, changes_of
from weerklank.site.initiative import initiative_page


def test_a_record_page_ends_with_what_it_rests_on() -> None:
    """Sources, corrections newest first, and the questions that rest on it."""
    item = record("initiatief", INITIATIVE, wijzigingen=list(reversed(NOTES)))
    found = initiative_page(corpus(item, record("vraag", QUESTION)), "bevraging")
    assert ["2026-11-02", "2026-11-02", "2026-10"] == [change.iso for change in found.ending.changes]
    assert ["Tevredenheid, deelvraag 1a"] == [link.text for link in found.ending.questions]
    assert found.ending.questions == asked_in(corpus(record("vraag", QUESTION)), Ref("initiatief", "bevraging"))
    item = record("initiatief", INITIATIVE, wijzigingen=NOTES)
    assert changes_of(item) == initiative_page(corpus(item), "bevraging").ending.changes


def test_every_citation_of_a_record_is_found() -> None:
    """However deep it stands."""
    absent = {"toestand": "niet_vermeld", "bron": {"bron": "antwoord", "plaats": "alinea 9"}}
    item = record(
        "initiatief", INITIATIVE, doel=absent, gehoord="x", bronnen_gehoord={"bron": "antwoord", "plaats": "alinea 8"}
    )
    assert {"alinea 9", "alinea 8", ""} == {citation.place for citation in all_citations(item)}
