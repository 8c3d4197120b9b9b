"""Pages of text: what authors wrote, the accessibility statement, the disclaimer and the page for a wrong address."""

from html import unescape

import pytest

from tests.corpus_samples import ORGANISATION, Data, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.model import Page
from weerklank.site.prose import (
    ProsePage,
    accessibility_page,
    disclaimer_page,
    not_found_page,
    prose_page,
)

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
STATEMENT: Data = {"tekst": "Wij luisteren.", "punten": ["naar <allen>"], "bronnen": [{"bron": "antwoord"}]}


def text(view: ProsePage) -> str:
    """Everything in the sections."""
    found = rendered("pages/tekst.html", view)
    return found[found.index("<section") :]


def page(name: str, **changes: object) -> ProsePage:
    """A prose page of a site whose organisation has these fields."""
    item = record("pagina", {"id": name, "titel": "Over deze site", "tekst": "## Kop\n\nTekst."})
    assert isinstance(item, Page)
    return prose_page(corpus(item, base="", **changes), item)


@CORPORA
def test_fixed_pages_can_be_printed(found: Corpus) -> None:
    """Statement, disclaimer and wrong address are there from the first day."""
    for view in (accessibility_page(found), disclaimer_page(found), *(prose_page(found, item) for item in found.pages)):
        html = rendered("pages/tekst.html", view)
        assert 1 == html.count("<h1"), view.head.path
    assert "<h1" in rendered("pages/404.html", not_found_page(found))


def test_prose_is_shown_as_written() -> None:
    """Its headings stand below that of the page."""
    view = page("werkwijze")
    assert "<h2" in str(view.body)
    assert ((), ()) == (view.sections, view.facts)


def test_the_page_about_the_site_carries_the_organisation() -> None:
    """Mission, vision and remarks in their literal words with their sources, and how to reach the publisher."""
    view = page("over", missie=STATEMENT, visie=STATEMENT, toelichtingen=[STATEMENT, {"tekst": "En nog iets."}])
    titles = [section.title for section in view.sections]
    assert ["Missie", "Visie", "Wat AV over zichzelf zegt", "Voorbeelden"] == titles
    assert 3 == text(view).count("<li>naar &lt;allen&gt;</li>")
    assert "“En nog iets.”" in text(view)
    assert ["bronnen/antwoord.html"] == [item.quote.path for item in view.sources.items]
    assert ["Dienst", "Mail", "OVO-code"] == [fact.term for fact in view.facts]


def test_what_the_organisation_left_out_has_no_empty_section() -> None:
    """No mission, no section; nor one about open lists where there are none."""
    assert () == page("over", niet_limitatief=[]).sections


@pytest.mark.parametrize("level", ["volledig", "gedeeltelijk", "niet"])
def test_the_statement_has_all_parts_of_the_law(level: str) -> None:
    """How far the site complies, what is not accessible, why, what instead, how that was judged, how to complain."""
    given = ORGANISATION["toegankelijkheid"]
    assert isinstance(given, dict)
    view = accessibility_page(corpus(toegankelijkheid={**given, "naleving": level, "herzien_op": "2026-12-01"}))
    keys = ["naleving", "niet-toegankelijk", "waarom", "alternatieven", "opstelling", "feedback", "handhaving"]
    assert keys == [section.id for section in view.sections]
    words = unescape(text(view)).replace("\u00a0", " ")
    assert f"Deze website voldoet {level} aan de toegankelijkheidseisen" in words
    for piece in (
        "Niets bekend.",
        "Mail ons.",
        "De Ombudsdienst.",
        "23 november 2026",
        "herzien op 1 december 2026",
        "EN 301 549",
    ):
        assert piece in words
    assert "Deze toegankelijkheidsverklaring is van toepassing op" in str(view.head.lead)


def test_the_disclaimer_has_the_terms_of_reuse() -> None:
    """With a link to the licence."""
    assert 'href="https://licentie.example/vrij"' in text(disclaimer_page(corpus()))


def test_a_wrong_address_says_nothing_to_machines() -> None:
    """It is no page about anything."""
    assert "" == not_found_page(corpus()).head.json_ld


def test_the_agency_has_its_article_in_a_sentence() -> None:
    """A sentence begins with "Het Agentschap", as the record of the organisation says, not with the bare name."""
    assert str(accessibility_page(corpus()).head.lead).startswith("Het Agentschap Voorbeeld streeft")
