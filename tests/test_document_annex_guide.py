"""Where the guide of an annex leads: to the place of each record, in the order of the pages, and to the paragraphs."""

from collections.abc import Iterator

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests import voorbeeld_site
from tests.corpus_samples import rendered
from tests.question_samples import SUB_QUESTIONS, annex, asked
from weerklank.corpus import Corpus
from weerklank.document.annex import annex_view
from weerklank.document.blocks import Guide
from weerklank.facts.annexes import rests_on
from weerklank.model import Question, Ref
from weerklank.site.annex import annex_page


def guides() -> Iterator[tuple[Question, Guide]]:
    """The guide of every annex of the example agency that has one."""
    for question in voorbeeld_site.corpus().questions:
        sections = annex_view(voorbeeld_site.corpus(), question.id).sections if question.annex else ()
        yield from ((question, item) for part in sections for item in part.blocks if isinstance(item, Guide))


def papers(site: Corpus, name: str) -> tuple[HtmlElement, HtmlElement]:
    """An annex on paper and on its page."""
    paper = html.fromstring(rendered("annex/annex.html", annex_view(site, name)))
    return paper, html.fromstring(rendered("annex/web.html", annex_page(site, name)))


def test_every_place_is_there_in_order() -> None:
    """Each link leads to an id of the document, and a later one never stands before an earlier."""
    count = 0
    for question, _ in guides():
        for page in papers(voorbeeld_site.corpus(), question.id):
            ids = [str(name) for name in page.xpath("//@id")]
            assert len(ids) == len(set(ids))
            for row in page.xpath("//table[contains(@class, 't-guide')]/tbody/tr"):
                places = [link.get("href")[1:] for link in row.xpath("td[last()]//a")]
                assert sorted(places, key=ids.index) == places
                count += len(places)
    assert count > 10


def test_a_record_is_led_to_and_not_its_part() -> None:
    """A row or a story has its own place; only what a part tells as a whole is found at the part."""
    own = {"initiatief", "bijsturing", "toezegging"}
    for question, guide in guides():
        for sub, row in zip(question.sub_questions, guide.rows, strict=True):
            if {ref.kind for ref in rests_on(sub)} <= own:
                assert all(any(ref.id in spot.id for ref in rests_on(sub)) for spot in row.spots), row


@pytest.mark.parametrize("show", ["tabel", "fiches"])
def test_each_form_has_places(show: str) -> None:
    """As a row of a table and as a story; what followed from a story that is led to is found in it."""
    parts = ({"soort": "wegwijzer", "titel": "Per deel"}, {"soort": "initiatieven", "titel": "Wat", "weergave": show})
    paper, web = papers(asked(bijlage=annex(*parts)), "tevredenheid")

    for page in (paper, web):
        (first, second) = page.xpath("//table[contains(@class, 't-guide')]/tbody/tr")
        (one,) = first.xpath("td[last()]//a/@href")
        (two,) = second.xpath("td[last()]//a/@href")
        assert "Bevraging" in page.get_element_by_id(one[1:]).text_content()
        assert ("bijsturing-nieuwsbrief" in two) == (show == "fiches")
        assert page.xpath(f"//*[@id='{two[1:]}']")


def test_paragraphs_of_the_parts_stand_in_for_those_of_the_sentence() -> None:
    """A sub-question whose sentence cites nothing leads to the paragraphs that its parts rest on."""
    (guide,) = (
        item for part in annex_view(asked(), "tevredenheid").sections for item in part.blocks if isinstance(item, Guide)
    )
    assert ["al.\N{NO-BREAK SPACE}1", "al.\N{NO-BREAK SPACE}2"] == [row.places[0].text for row in guide.rows]
    assert 2 == len(SUB_QUESTIONS)
    for question, found in guides():
        for sub, row in zip(question.sub_questions, found.rows, strict=True):
            cited = any(part.citations for part in sub.parts)
            assert bool(row.places) or not (cited or (sub.in_short and sub.in_short.citations)), sub.number


def test_an_adjustment_that_no_part_tells_is_found_at_its_initiative() -> None:
    """A line that names an initiative is where what followed from it is to be looked for."""
    parts = ({"soort": "wegwijzer", "titel": "Per deel"}, {"soort": "initiatieven", "titel": "Wat"})
    site = asked(bijlage=annex(*parts))
    (guide,) = (item for item in annex_view(site, "tevredenheid").sections[0].blocks if isinstance(item, Guide))

    assert Ref("bijsturing", "nieuwsbrief") in rests_on(next(q for q in site.questions).sub_questions[1])
    assert ["initiatieven-bevraging"] == [spot.id for spot in guide.rows[1].spots]
