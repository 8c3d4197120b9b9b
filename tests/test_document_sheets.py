"""Every kind of record as a sheet, and printed: what it says, once, and in which order."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from tests.corpus_samples import NOTES, OTHER, SOURCE, Data, corpus, minimal, record
from tests.question_samples import QUESTION
from tests.sheet_tools import Printed, printed, words
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.document.entries import Entry, Quotes
from weerklank.document.numbering import sources_of
from weerklank.document.sheets import has_sheet, sheet

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
TEXT = "De besturen waren tevreden.\n\nEr kwam een nieuwsbrief.\n"


@CORPORA
def test_every_record_has_a_sheet_and_a_page(found: Corpus) -> None:
    """Whatever the records say or leave out, the page can be made and printed; its ids are there once."""
    for item in found.records():
        if not has_sheet(item):
            continue
        page = Printed(found, item)
        assert item.title == page.view.head.title
        ids = [element.get("id") for element in page.tree.iter() if element.get("id")]
        assert len(set(ids)) == len(ids), item.ref
        targets = [str(link.get("href")) for link in page.tree.iter("a")]
        assert [] == [target for target in targets if target.startswith("#") and target[1:] not in ids], item.ref


def _within(value: object) -> Iterator[object]:
    """A piece of a sheet with everything in it."""
    yield value
    if isinstance(value, tuple):
        for item in value:
            yield from _within(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))


def _told(piece: object) -> Iterator[str]:
    """What a reader must be able to read of an entry."""
    if isinstance(piece, Entry):
        yield from (str(note.striptags()) for note in piece.notes)
        yield from (fact.term for fact in piece.facts)


def _bare(text: str) -> str:
    return "".join(text.replace("\xad", "").split())


@CORPORA
def test_entries_are_printed_whole(found: Corpus) -> None:
    """Every note and every term of an entry stands on its page."""
    lost = [
        (item.ref, text)
        for item in filter(has_sheet, found.records())
        for page in (_bare(Printed(found, item).words),)
        for piece in _within(sheet(found, item).sections)
        for text in _told(piece)
        if _bare(text) not in page
    ]
    assert [] == lost


@CORPORA
def test_quotations_stand_between_marks(found: Corpus) -> None:
    """Wherever a page quotes a source, its words have quotation marks; the stored text of a source is its own page."""
    pages = {item.ref: Printed(found, item) for item in filter(has_sheet, found.records())}
    quoted = [
        (ref, words(element))
        for ref, page in pages.items()
        for element in page.main.xpath(".//*[self::p or self::span or self::blockquote][contains(@class, 'quote')]")
        if not element.xpath("ancestor::ol[@class='passages']") and not words(element).startswith("[")
    ]
    assert [] == [(ref, text) for ref, text in quoted if not re.match(r"“.+”( \[\d+\])?$", text)]
    told = {ref: sum(isinstance(piece, Quotes) for piece in _within(page.view.sheet)) for ref, page in pages.items()}
    assert [] == [ref for ref, number in told.items() if number > sum(ref == other for other, _ in quoted)]


@CORPORA
def test_a_sheet_may_stand_beside_others(found: Corpus) -> None:
    """With a prefix, every id of one sheet differs from those of the next."""
    for item in filter(has_sheet, found.records()):
        ids = [section.id for section in sheet(found, item, prefix="deel").sections if section.title]
        assert [] == [name for name in ids if not name.startswith("deel-")]


def test_only_questions_and_prose_have_no_sheet() -> None:
    """Every other kind of record is laid out once."""
    assert {"vraag", "pagina"} == {item.KIND.name for item in example().records() if not has_sheet(item)}


# --- decisions -------------------------------------------------------------------------------------------------------

DECISION: Data = {
    "id": "in-woorden",
    "titel": "In woorden",
    "samenvatting": "We meten in woorden.",
    "motivering": "Cijfers zeggen *weinig*.",
    "bronnen": [{"bron": "antwoord"}],
}


def test_a_decision_names_what_it_explains() -> None:
    """Records whose absences rest on it, and why it was taken."""
    absent = {"toestand": "niet_gemeten", "beslissing": "in-woorden"}
    page = printed("beslissing", DECISION, record("initiatief", OTHER, gehoord=absent))
    assert "<em>weinig</em>" in page.html
    assert page.section("verklaart").endswith("Overleg")
    assert "" == printed("beslissing", DECISION).section("verklaart")


def test_a_decision_without_a_reason_says_so() -> None:
    """Silence about the why is a state with its reason, not an empty page."""
    silent = {"toestand": "niet_vermeld", "reden": "De bron legt niets uit."}
    assert (
        "niet vermeld: De bron legt niets uit."
        == printed("beslissing", DECISION, motivering=silent).facts()["Motivering"]
    )


# --- sources ---------------------------------------------------------------------------------------------------------


def test_a_stored_text_is_shown_in_numbered_passages() -> None:
    """Whole, and each passage with a place of its own to link to."""
    item = record("bron", SOURCE)
    page = Printed(replace(corpus(item), texts={"antwoord": TEXT}), item)
    assert [("p1", "alinea 1 De besturen waren tevreden."), ("p2", "alinea 2 Er kwam een nieuwsbrief.")] == [
        (passage.get("id"), words(passage)) for passage in page.main.xpath("//ol[@class='passages']/li")
    ]
    assert [] == printed("bron", SOURCE).main.xpath("//ol[@class='passages']")


def test_a_source_names_who_cites_it() -> None:
    """Every record in which it occurs, in the order of kinds; a prose page is no record."""
    prose = record("pagina", {"id": "over", "titel": "Over deze site", "tekst": "[bron](bron:antwoord)"})
    assert "Bevraging Overleg Nieuwsbrief Barometer" == printed("bron", SOURCE, prose).section("gebruikt")


def test_an_address_or_why_there_is_none() -> None:
    """A link outside the site, or the state in its place."""
    page = printed("bron", SOURCE, url="https://voorbeeld.example/")
    assert ["https://voorbeeld.example/"] == [link.text for link in page.main.xpath("//dl//a[@href][contains(., ':')]")]
    assert "niet vermeld" == printed("bron", SOURCE).facts()["Adres"]


def test_what_is_no_part_of_the_answer_says_so() -> None:
    """On its own page as under every quotation of it."""
    assert "Deze bron komt van elders." in printed("bron", SOURCE, extern="ja").section("feiten")
    assert "hoort niet bij" not in printed("bron", SOURCE).words


def test_a_source_has_a_story_and_corrections_like_any_record() -> None:
    """What an author writes under a source is not lost."""
    page = printed("bron", SOURCE, tekst="Het is een *lange* tekst.", wijzigingen=NOTES)
    assert ("Het is een lange tekst.", True) == (page.section("verhaal"), bool(page.section("gecorrigeerd")))


# --- complaints ------------------------------------------------------------------------------------------------------

YEAR: Data = {"id": "2019", "titel": "Klachten in 2019", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}


def test_a_year_has_every_figure_or_its_state() -> None:
    """Eight lines, of which none is left out; another year is not on this page."""
    other = record("klachtenjaar", YEAR, id="oud", jaar="2018", totaal="99")
    page = printed("klachtenjaar", YEAR, other, totaal="12", gemiddeld_aantal_dagen={"toestand": "niet_vermeld"})
    rows = {row[0]: row[1] for row in page.rows() if len(row) == 2}
    assert (8, "12", "niet vermeld") == (
        len(rows),
        rows["Alle meldingen"],
        rows["Gemiddelde behandeltermijn, in dagen"],
    )
    assert "99" not in page.words


def test_a_breakdown_has_its_parts_its_total_and_its_warning() -> None:
    """Each part by name; a sum that may exceed the total is explained."""
    norms = {"soort": "meerkeuze", "totaal": "30", "delen": {"tijdig": "12", "hoffelijk": "niet_vermeld"}}
    page = printed("klachtenjaar", YEAR, ombudsnormen=norms, drager={"soort": "uitsluitend", "delen": {"brief": "3"}})
    found = page.rows()
    silent = ["hoffelijk", "niet vermeld", "–"]
    assert [["brief", "3", "100%"], ["tijdig", "12", "40%"], silent, ["Totaal", "30", "100%"]] == found[:4]
    assert 1 == page.words.count("één klacht kan meer dan één keer geteld zijn")


def test_a_state_of_a_part_stands_once() -> None:
    """Its number and its share are not there for one reason; without any number there is no column of shares."""
    broken = {"toestand": "niet_gemeten", "reden": "Stuk."}
    some, none = (
        printed("klachtenjaar", YEAR, drager={"soort": "uitsluitend", "totaal": "8", "delen": parts}).rows()[:2]
        for parts in ({"brief": "3", "mail": broken}, {"brief": broken, "mail": broken})
    )
    assert [["brief", "3", "38%"], ["mail", "niet gemeten: Stuk.", "–"]] == some
    assert [["brief", "niet gemeten: Stuk."], ["mail", "niet gemeten: Stuk."]] == none


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ({}, "Klachten in 2019."),
        ({"ontvangen": "1", "binnen_45_dagen": "1"}, "1 klacht in 2019. 1 kreeg binnen 45 dagen een antwoord."),
        (
            {"ontvangen": "12345", "binnen_45_dagen": "12000", "na_45_dagen": "345", "gemiddeld_aantal_dagen": "24,5"},
            (
                "12 345 klachten in 2019. 12 000 kregen binnen 45 dagen een antwoord, 345 later. "
                "Gemiddeld duurde het 24,5 dagen."
            ),
        ),
    ],
)
def test_a_year_in_short(given: Data, expected: str) -> None:
    """As much as the report states, and no more."""
    assert expected == words(printed("klachtenjaar", YEAR, **given).main.find_class("lead")[0])


# --- the same on every sheet -----------------------------------------------------------------------------------------


def test_a_record_names_the_questions_that_rest_on_it() -> None:
    """Each question once, with the parts of it."""
    question = {
        **QUESTION,
        "deelvragen": [
            {
                "nr": str(number),
                "tekst": "Hoe zit het?",
                "delen": [{"vraag": "Hoe", "dekking": "deels", "steunt_op": ["beslissing:in-woorden"]}],
            }
            for number in (1, 2)
        ],
    }
    page = printed("beslissing", DECISION, record("vraag", question))
    assert "Tevredenheid, deelvragen 1 en 2" == page.facts()["Gebruikt in"]


def test_sources_have_one_numbering() -> None:
    """Each quotation once; one that stands within a longer one from the same place has the number of that one."""
    cited = [
        {"bron": "antwoord", "plaats": "alinea 1", "citaat": text}
        for text in ("De besturen waren tevreden.", "waren tevreden", "Er kwam een nieuwsbrief.")
    ]
    page = printed("beslissing", DECISION, bronnen=cited)
    found = [(item.get("id"), words(item)) for item in page.main.xpath("//ol[@class='sources']/li")]
    assert [
        ("bron-1", "“De besturen waren tevreden.” Antwoord op een vraag, alinea 1"),
        ("bron-2", "“Er kwam een nieuwsbrief.” Antwoord op een vraag, alinea 1"),
    ] == [(name, re.sub("”(?=A)", "” ", text)) for name, text in found]


def test_a_source_without_words_is_not_that_of_a_quotation() -> None:
    """No words stand in every quotation; who names a document only has a number of its own."""
    plain, quoted = {"bron": "antwoord"}, {"bron": "antwoord", "citaat": "De besturen waren tevreden."}
    item = record("beslissing", DECISION, bronnen=[quoted, plain])
    assert 2 == len(set(sources_of(corpus(item), item).numbers.values()))


def test_corrections_stand_newest_first() -> None:
    """Whatever the order in which they were written down."""
    page = printed("beslissing", DECISION, wijzigingen=list(reversed(NOTES)))
    assert ["2026-11-02", "2026-11-02", "2026-10"] == [time.get("datetime") for time in page.main.iter("time")]


def test_how_to_cite_a_page() -> None:
    """Who says it, what, where; with an address when the site knows its own."""
    item = record("beslissing", DECISION)
    assert (
        "Agentschap Voorbeeld, In woorden, Weerklank, beslissingen/in-woorden.html" in Printed(corpus(item), item).words
    )
    known = corpus(item, base="https://voorbeeld.example/")
    assert "Weerklank, https://voorbeeld.example/beslissingen/in-woorden.html" in Printed(known, item).words
