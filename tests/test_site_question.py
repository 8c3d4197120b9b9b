"""The page of a question: what was asked, what the answer gives, what it does not."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.corpus_samples import HOSTILE, rendered
from tests.question_samples import COMPLETE, annex, asked, cite, question
from weerklank.corpus import Corpus, public
from weerklank.facts.questions import numbered
from weerklank.html import FileFact
from weerklank.site.annex_files import AnnexFiles
from weerklank.site.question import question_page

NAME = "tevredenheid"
BASE = "https://www.voorbeeld.example"
PART = {"vraag": "Wat er was", "dekking": "volledig", "reden": "Het staat er.", "antwoord": "Iets."}


def _page(site: Corpus, files: Mapping[str, FileFact] | None = None) -> HtmlElement:
    return html.fromstring(rendered("pages/vraag.html", question_page(site, NAME), files=files))


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\xad", "").split())


def _section(page: HtmlElement, name: str) -> HtmlElement:
    (found,) = page.xpath(f"//section[@aria-labelledby='{name}']")
    assert isinstance(found, HtmlElement)
    return found


def test_the_score_has_a_cell_for_every_part() -> None:
    """Each cell leads to the answer to its part and says its coverage in words, not only in shape."""
    page = _page(asked())
    cells = page.xpath("//ol[@class='score']//a")

    assert ["#deel-1a", "#deel-1b", "#deel-2"] == [cell.get("href") for cell in cells]
    assert ["Deel 1a: deelsa", "Deel 1b: niet vermeldb", "Deel 2: volledig"] == [_words(cell) for cell in cells]
    assert all(page.xpath(f"//li[@id='{cell.get('href')[1:]}']") for cell in cells)


def test_the_legend_counts_every_state() -> None:
    """The counts add up to all parts, and who judged stands beside them."""
    found = question_page(asked(), NAME).judgement

    assert found is not None
    assert ["1 van 3", "1 van 3", "1 van 3"] == [count for _, count in found.legend]
    assert "1 van de 3 delen is volledig beantwoord, 1 van de 3 is niet behandeld." == found.statement
    assert "gemaakt door An Lezer (1\u00a0maart 2020), niet door de minister" in found.by


def test_a_judgement_that_is_not_public_is_not_there() -> None:
    """Neither the score nor a mark nor a reason; what the answer says stays."""
    whole = asked(bijlage=annex(dekking="intern"))
    page = _page(public(whole, on=date(2026, 11, 23)))

    assert None is question_page(public(whole, on=date(2026, 11, 23)), NAME).judgement
    assert [] == page.xpath("//ol[@class='score'] | //li[@id='deel-1a']//*[contains(@class, 'state')]")
    assert "De laatste was in 2016." in _words(page.xpath("//li[@id='deel-1a']")[0])
    assert "Alleen het jaar" not in _words(page)


def test_words_of_the_member_are_literal() -> None:
    """Introduction and sub-questions are set as the words of a source."""
    page = _page(asked())

    assert "Burgers verwachten veel. Daarom deze vraag." == _words(_section(page, "delen").find(".//blockquote"))
    assert "“Wat gebeurde er met de resultaten?”" in _words(_section(page, "deelvraag-2").find_class("quote")[0])


def test_every_answer_has_its_words_records_and_sources() -> None:
    """What the answer gives, where, on which records that rests; the literal words under the sub-question."""
    page = _page(asked())
    first = page.get_element_by_id("deel-1a")
    text = _words(first)

    assert "De laatste was in 2016. (Antwoord op een vraag, antwoord, alinea 1)" in text
    assert "a “bevraagd in 2016”" in _words(_section(page, "deelvraag-1").find(".//details"))
    assert "Steunt op: Barometer, Bevraging" in text
    links = [str(link.get("href")) for link in first.iter("a")]
    assert {"../metingen/barometer.html", "../initiatieven/bevraging.html", "../bronnen/antwoord.html#p1"} <= set(links)


@pytest.mark.parametrize("short", ["Dat staat er.", None])
def test_no_part_is_blank(short: str | None) -> None:
    """A part about which the author wrote nothing says so, whatever was judged of it: no verdict shows."""
    silent = [
        {"letter": letter, "vraag": f"Iets over {letter}", "dekking": verdict, "reden": "Dat is zo."}
        for letter, verdict in (("a", "niet_vermeld"), ("b", "niet_te_beoordelen"))
    ]
    sub = {"nr": "1", "tekst": "Wat is er?", "delen": silent, **({"in_het_kort": short} if short else {})}
    page = _page(public(asked(deelvragen=[sub], bijlage=annex(dekking="intern")), on=date(2026, 11, 23)))
    parts = [_words(part) for part in page.find_class("say")]

    beside = "; zie het antwoord in het kort" if short else ""
    assert [f"Over dit deel is hier niets apart opgetekend{beside}."] * 2 == parts
    assert all(_words(part) for part in _page(asked()).find_class("say"))


def test_the_page_begins_with_the_answer() -> None:
    """A sentence for each sub-question that has one, with its places, before anything else; it stands there alone."""
    short = {"tekst": "In 2016.", "bronnen": [cite("bevraagd in 2016")]}
    subs = [
        {"nr": "1", "onderwerp": "Wanneer", "tekst": "Wanneer was het?", "in_het_kort": short, "delen": [PART]},
        {"nr": "2", "tekst": "En waar?", "delen": [PART]},
    ]
    page = _page(asked(deelvragen=subs, bron="antwoord"))
    first = page.xpath("//section")[0]

    assert "kort" == first.get("aria-labelledby")
    assert ["Deelvraag 1 In 2016. (antwoord, alinea 1)"] == [_words(item) for item in first.iter("li")]
    assert ["#deelvraag-1", "../bronnen/antwoord.html#p1"] == [link.get("href") for link in first.iter("a")]
    assert 1 == _words(page).count("In 2016.")
    assert ["Deelvraag 1 Wanneer", "Deelvraag 2"] == [_words(item) for item in page.iter("h3")][:2]


def test_silence_is_said() -> None:
    """A part without an answer is not blank."""
    assert "Het antwoord gaat hier niet op in." in _words(_page(asked()).get_element_by_id("deel-1b"))


def test_the_whole_answer_is_there_and_literal() -> None:
    """The full text of the minister, with its lists, as the words of a source."""
    answer = _section(_page(asked()), "antwoord").find_class("quote")[0]

    assert "Het agentschap luistert." in _words(answer)
    assert ["Ten eerste.", "Ten tweede."] == [_words(item) for item in answer.iter("li")]


def test_a_claim_is_on_the_name_of_who_makes_it() -> None:
    """An assertion without figure or document is never printed as a fact of ours."""
    text = _words(_section(_page(asked()), "beweringen"))

    assert "De aanpak werkt." in text
    assert "Volgens het agentschap" in text


def test_parliamentary_fields_are_never_left_out() -> None:
    """What is not known is printed as not stated; what is known as it is."""
    empty = {fact.term: fact.value.mark for fact in question_page(asked(), NAME).facts}
    full = {
        fact.term: str(fact.value.html) for fact in question_page(asked(base="", **COMPLETE, termijn="ja"), NAME).facts
    }

    assert all(mark is not None and mark.word == "niet vermeld" for mark in empty.values())
    assert {"Nummer", "Zittingsjaar", "Vraagsteller", "Minister", "Datum van de vraag"} <= set(empty)
    assert "379" == full["Nummer"]
    assert "12\u00a0februari 2020" == full["Datum van de vraag"]
    assert "ja" == full["Op tijd beantwoord"]


def test_an_address_at_the_parliament_is_a_link() -> None:
    """The reader can go to the question itself."""
    page = _page(asked(url="https://parlement.example/379"))

    assert [link for link in page.iter("a") if link.get("href") == "https://parlement.example/379"]


def test_an_earlier_question_is_linked() -> None:
    """A question that refers to another leads to its page."""
    other = question(id="eerder", titel="Eerdere vraag", bijlage=None)
    facts = {fact.term: fact.value for fact in question_page(asked(other, verwijst_naar=["eerder"]), NAME).facts}

    assert ["vragen/eerder.html"] == [link.path for link in facts["Verwijst naar"].links]


def test_a_later_question_is_linked() -> None:
    """Who reads a question finds those that came back to it."""
    site = asked(question(id="later", titel="Latere vraag", bijlage=None, verwijst_naar=NAME))
    facts = {fact.term: fact.value for fact in question_page(site, NAME).facts}

    assert [("Latere vraag", "vragen/later.html")] == [
        (link.text, link.path) for link in facts["Hiernaar verwijst"].links
    ]


@pytest.mark.parametrize(
    ("kind", "one", "the"),
    [
        ("schriftelijke_vraag", "Schriftelijke vraag", "De schriftelijke vraag"),
        ("vraag_om_uitleg", "Vraag om uitleg", "De vraag om uitleg"),
        ("actuele_vraag", "Actuele vraag", "De actuele vraag"),
        ("interpellatie", "Interpellatie", "De interpellatie"),
        ("verzoek", "Verzoek", "Het verzoek"),
    ],
)
def test_the_page_says_what_kind_it_is(kind: str, one: str, the: str) -> None:
    """Above its title, in its first sentence and for search engines; no other kind is named anywhere."""
    view = question_page(asked(soort=kind, nummer="12"), NAME)
    text = _words(_page(asked(soort=kind, nummer="12")))

    assert f"{one}, nr. 12" == view.head.kicker
    assert f". {the} telt 2\u00a0deelvragen" in str(view.head.lead)
    assert view.head.description.startswith(f"{one}: ")
    assert ("chriftelijke" in text) is (kind == "schriftelijke_vraag")


def test_several_members_ask_several_ministers() -> None:
    """One name is typed as it always was; more are a list. The committee stands with them."""
    names = {
        "vraagsteller": ["An Janssens", "Bert Peeters"],
        "minister": ["De minister van Water", "De minister van Wegen"],
    }
    view = question_page(asked(base="", **names, commissie="de commissie voor Water"), NAME)
    facts = {fact.term: str(fact.value.html) for fact in view.facts}

    assert "An Janssens en Bert Peeters" == facts["Vraagsteller"]
    assert "De minister van Water en de minister van Wegen" == facts["Minister"]
    assert "de commissie voor Water" == facts["Commissie"]


def test_a_question_that_became_another_kind_says_so() -> None:
    """It keeps its page; what it was, with its number then and the day, stands with the facts."""
    was = {"uit": "schriftelijke_vraag", "nummer": "12", "op": "2020-04-02"}
    facts = {
        fact.term: str(fact.value.html)
        for fact in question_page(asked(soort="vraag_om_uitleg", omgezet=was), NAME).facts
    }

    assert "was eerst schriftelijke vraag nr.\u00a012, omgezet op 2\u00a0april 2020" == facts["Omgezet"]


def test_a_summary_is_never_called_literal() -> None:
    """Not in words and not by its letter: the answer of a summary stands in the letter of our own sentences."""
    page = _page(asked(antwoord_soort="samenvatting", inleiding=""))
    answer = _section(page, "antwoord")

    assert "Een samenvatting van het antwoord, niet de letterlijke woorden." in _words(answer)
    assert "De volledige tekst" not in _words(page)
    assert [] == page.xpath("//*[contains(@class, 'literal')]")
    assert [] == answer.xpath(".//*[contains(@class, 'quote')]")


def test_files_are_shown_with_size_and_hash() -> None:
    """A file that was made is named with both; one that was not made is not promised."""
    site = asked()
    made = f"vragen/{NAME}/bijlage.pdf"
    page = _page(site, {made: FileFact(175_000, "ab" * 32)})
    links = [str(link.get("href")) for link in page.iter("a")]
    text = _words(_section(page, "bijlage"))

    assert made in AnnexFiles(site, NAME).downloads
    assert f"{NAME}/bijlage.pdf" in links
    assert f"{NAME}/bijlage.html" in links
    assert f"{NAME}/bijlage.docx" not in links
    assert "175 kB" in text
    assert "ab" * 32 in text


def test_a_draft_says_what_is_missing() -> None:
    """Draft or final, with what must still be filled in."""
    draft = question_page(asked(), NAME).annex
    final = annex(status="definitief", toestand_op="2020-03-01")
    done = question_page(asked(base=BASE, bijlage=final, **COMPLETE), NAME).annex

    assert draft is not None
    assert draft.state.startswith("Ontwerp. Nog in te vullen: nummer, zittingsjaar")
    assert done is not None
    assert "Definitief." == done.state


def test_a_question_without_annex_has_a_page() -> None:
    """No annex, no files, and the facts are still there."""
    site = asked(bijlage=None)
    page = _page(site)

    assert "Bestanden" not in _words(page)
    assert "Nummer" in _words(_section(page, "bijlage"))


def test_all_words_of_sources_are_listed_once() -> None:
    """The sources at the end hold every citation of the question, each once, under one numbering."""
    items = question_page(asked(), NAME).sources.items

    assert list(range(1, len(items) + 1)) == [item.number for item in items]
    assert {"bevraagd in 2016", "De aanpak werkt."} <= {item.quote.text for item in items}


def test_tensions_and_corrections_are_shown() -> None:
    """What contradicts and what was corrected stands on the page, when there is any."""
    tension = {"onderwerp": "Jaar", "lezingen": [{"bron": cite("2016")}, {"bron": cite("Het overleg")}]}
    notes = [{"datum": "2026-01-02", "tekst": "Eerst."}, {"datum": "2026-03", "tekst": "Daarna."}]
    view = question_page(asked(tegenspraken=[tension], wijzigingen=notes), NAME)
    plain = _page(asked())

    assert ["Jaar"] == [item.subject for item in view.tensions]
    assert ["2026-03", "2026-01-02"] == [change.date.iso for change in view.changes]
    assert [] == plain.xpath("//section[@aria-labelledby='tegenspraak' or @aria-labelledby='wijzigingen']")


@pytest.mark.parametrize("title", [HOSTILE, "Een gewone vraag"])
def test_headings_and_fragments_are_in_order(title: str) -> None:
    """One h1, no level skipped, every id once and every fragment somewhere, whatever the title holds."""
    page = _page(asked(titel=title))
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4")]
    ids = page.xpath("//@id")
    fragments = [str(link.get("href")) for link in page.iter("a") if str(link.get("href")).startswith("#")]

    assert 1 == levels.count(1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert len(set(ids)) == len(ids)
    assert all(link[1:] in ids for link in fragments)
    assert title in _words(page.find(".//h1"))


@pytest.mark.parametrize("typed", ["87", "nr. 87", "Nr 87", "nummer 87"])
def test_a_number_is_printed_once_as_a_number(typed: str) -> None:
    """What an author puts before it is what the program prints there already; no other word is taken away."""
    assert "Schriftelijke vraag, nr. 87" == numbered(question(nummer=typed))
    assert "nrc-12" == question(nummer="nrc-12").number
