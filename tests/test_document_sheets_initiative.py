"""An initiative as a sheet: asked, heard and done, who was there, and what the source leaves unsaid."""

from dataclasses import replace

import pytest
from lxml.html import HtmlElement

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, OTHER, corpus, record
from tests.sheet_tools import Printed, printed, words
from weerklank.corpus import Corpus
from weerklank.document.parts import NOTHING, Fact, Link, Said
from weerklank.document.sheets.points import for_all
from weerklank.model import Initiative, Record

SIGNALS = [
    {"id": "a", "tekst": "Het duurt te lang.", "van": "besturen"},
    {"id": "b", "tekst": "De brief is <onduidelijk>."},
]


def page(*others: Record, **changes: object) -> Printed:
    """The page of the initiative of the small site, changed."""
    return printed("initiatief", INITIATIVE, *others, **changes)


def adjustment(name: str, **changes: object) -> Record:
    """Another adjustment."""
    return record("bijsturing", ADJUSTMENT, **{"id": name, "titel": f"Bijsturing {name}", **changes})


def cause(**changes: object) -> list[dict[str, object]]:
    """A reason for an adjustment that leads to the inquiry."""
    return [{"initiatief": "bevraging", "sterkte": "rechtstreeks", **changes}]


def test_the_three_signposts() -> None:
    """What was asked, heard and done, each with its state, its words or the reason why there are none."""
    found = page(gevraagd="Wat kan **beter**?", gehoord={"toestand": "kwalitatief", "reden": "Vooral lof."})
    assert "<strong>beter</strong>" in found.html
    assert found.sign("gevraagd").startswith("vermeld Wat kan beter?")
    assert found.sign("gehoord").startswith("in woorden, geen cijfer Vooral lof.")
    assert found.sign("gedaan").startswith("1 bijsturing 1 bijsturing. Er is geen datum of bewijsstuk opgegeven.")
    assert ["is-stated", "is-qualitative", "is-stated"] == [
        sign.get("class").split()[1] for sign in found.main.find_class("sign")
    ]


def test_literal_words_have_their_number() -> None:
    """Words beside what was asked lead to the list at the end, where each stands once."""
    cited = [
        {"bron": "antwoord", "plaats": "alinea 1", "citaat": text}
        for text in ("wat beter kan", "vroegen wat beter kan")
    ]
    found = page(bronnen_gevraagd=cited[:1], bronnen=cited[1:])
    (quote,) = found.main.xpath("//div[@class='telling']/p[@class='quote']")
    assert "“wat beter kan” [1]" == words(quote)
    assert ["“vroegen wat beter kan”"] == [words(item) for item in found.main.xpath("//blockquote")]


def test_without_a_summary_the_signals_are_what_was_heard() -> None:
    """A signpost that counts signals shows them, with who said it and what it led to; an open end says so."""
    found = page(adjustment("loket", aanleiding=cause(signaal="a")), signalen=SIGNALS)
    assert found.sign("gehoord").startswith("2 signalen Het duurt te lang.")
    assert [
        ("signaal-a", "Het duurt te lang. Van: Lokale besturen Leidde tot: Bijsturing loket"),
        ("signaal-b", "De brief is <onduidelijk>. Van: niet vermeld Leidde tot: geen bijsturing opgetekend"),
    ] == [
        (item.get("id"), words(item).removesuffix(" Vast adres: ontvangstbewijs"))
        for item in found.main.xpath("//ol[@class='signals']/li")
    ]
    assert ["#bijsturing-loket"] == found.main.xpath("//ol[@class='signals']/li[1]/div/p[last() - 1]/a/@href")
    assert "Samen. Het duurt" in page(signalen=SIGNALS, gehoord="Samen.").sign("gehoord")


def test_silence_says_what_it_means() -> None:
    """An absence without a reason has the definition of its state; nothing done is said in words."""
    assert "Het staat niet in de bron." in page().sign("gevraagd")
    nothing = page(record("bijsturing", ADJUSTMENT, aanleiding=[{"initiatief": "overleg", "sterkte": "rechtstreeks"}]))
    assert nothing.sign("gedaan").startswith("niet vermeld Er is geen bijsturing opgetekend die hieruit volgde.")
    assert [] == nothing.main.xpath("//ol[@class='points']")


def names(found: Printed) -> list[object]:
    """The points as names and lists of the names of their parts."""
    return [_names(item) for item in found.main.xpath("//ol[@class='points']/li")]


def _names(item: HtmlElement) -> list[object]:
    (name,) = item.xpath("./div/p[@class='name']")
    return [words(name), *(_names(part) for part in item.xpath("./div/ul/li"))]


def test_what_was_done_stands_once_with_its_parts() -> None:
    """Points with their parts below them, however deep, and each of them once on the page."""
    parts = [adjustment("punt"), adjustment("deel", onderdeel_van="punt"), adjustment("deeltje", onderdeel_van="deel")]
    found = page(*parts)
    tree = ["Bijsturing punt", ["Bijsturing deel", ["Bijsturing deeltje"]]]
    assert [tree, ["Nieuwsbrief"]] == names(found)
    assert [1, 1, 1] == [found.words.count(f"Bijsturing {name}") for name in ("punt", "deel ", "deeltje")]


def test_what_was_done_stands_in_the_order_of_the_source() -> None:
    """As the first words that each rests on stand in the stored text; what has no such words comes last."""
    text = "Er kwam een loket.\n\nDaarna een balie, en een folder.\n"
    cited = {
        name: adjustment(name, bronnen=[{"bron": "antwoord", "citaat": words_of}])
        for name, words_of in (("a-folder", "een folder"), ("b-balie", "een balie"), ("c-loket", "een loket"))
    }
    item = record("initiatief", INITIATIVE)
    found = Printed(replace(corpus(item, *cited.values()), texts={"antwoord": text}), item)
    ordered = ("Bijsturing c-loket", "Bijsturing b-balie", "Bijsturing a-folder", "Nieuwsbrief")
    assert [[name] for name in ordered] == names(found)


def test_what_holds_for_all_is_said_once() -> None:
    """State and strength of all adjustments stand apart; what differs stands at the point, or at its part."""
    same = page(adjustment("b"))
    assert ("uitgevoerd voor alle 2", "rechtstreeks voor alle 2") == (
        same.facts()["Toestand"],
        same.facts()["Verband"],
    )
    assert 0 == sum(words(item).count("uitgevoerd") for item in same.main.xpath("//ol[@class='points']"))
    parts = [
        adjustment("punt"),
        adjustment("deel", onderdeel_van="punt", verloop=[{"status": "gepland"}]),
        adjustment(
            "ander", onderdeel_van="punt", verloop=[{"status": "gepland"}], aanleiding=cause(toelichting="Wel.")
        ),
    ]
    mixed = page(*parts)
    later = mixed.sign("nog-niet-gedaan")
    assert "gepland" not in mixed.sign("gedaan")
    assert [2, 1] == [later.count("gepland"), later.count("rechtstreeks: Wel.")]


def test_a_point_says_what_is_hard_to_check() -> None:
    """Else its summary; a point with parts leaves that to them."""
    found = page(adjustment("vaag", toetsbaar={"nee": "Het is een voornemen."}))
    assert "Niet toetsbaar zoals geformuleerd: Het is een voornemen." in found.sign("gedaan")
    assert 1 == found.words.count("Er is een nieuwsbrief.")


@pytest.mark.parametrize(
    ("records", "word", "expected"),
    [
        ([], "1 bijsturing", "1 bijsturing. Er is geen datum of bewijsstuk opgegeven."),
        ([adjustment("b")], "2 bijsturingen", "2 bijsturingen. Er is geen datum of bewijsstuk opgegeven."),
        (
            [adjustment("b", verloop=[{"status": "uitgevoerd", "datum": "2020", "bewijs": [{"titel": "Verslag"}]}])],
            "2 bijsturingen",
            "2 bijsturingen.",
        ),
        (
            [adjustment("b", onderdeel_van="nieuwsbrief"), adjustment("c", onderdeel_van="nieuwsbrief")],
            "1 punt, 2 bijsturingen",
            "1 punt in de bron, 2 bijsturingen. Er is geen datum of bewijsstuk opgegeven.",
        ),
    ],
)
def test_how_what_was_done_is_counted(records: list[Record], word: str, expected: str) -> None:
    """As adjustments, as points where the source counts otherwise, and what all of them lack."""
    assert page(*records).sign("gedaan").startswith(f"{word} {expected}")


def test_facts_are_never_left_out() -> None:
    """Each with its value or its state."""
    facts = page(beleidsvelden="alle").facts()
    terms = ("Doel", "Rol", "Wie erbij was", "Aantal deelnemers", "Stand van zaken", "Uitkomst")
    assert ["niet vermeld"] * 6 == [facts[term] for term in terms]
    assert ("van 2017 tot 2019", "Gesprek", "verschillende of alle") == (
        facts["Wanneer"],
        facts["Vorm"],
        facts["Beleidsveld"],
    )


def test_who_was_there() -> None:
    """Each stakeholder with the part it played, and how many of whom."""
    facts = page(
        belanghebbenden=[{"wie": "besturen", "rol": "gastheer"}],
        deelnemers=[{"wie": "besturen", "aantal": "46", "toelichting": "Op papier."}, {"wie": "burgers"}],
        aantallen=[{"wat": "brieven", "aantal": {"waarde": "3", "precisie": "minstens"}}],
    ).facts()
    assert "Lokale besturen (gastheer)" == facts["Wie erbij was"]
    assert ("46 Op papier.", "niet vermeld") == (
        facts["Aantal deelnemers: besturen"],
        facts["Aantal deelnemers: burgers"],
    )
    assert "minstens 3" == facts["Aantal: brieven"]


def test_ground_rules_are_shown_whole_or_not() -> None:
    """Whoever sets rules is asked for all of them."""
    found = page(spelregels={"wie_beslist": "De raad"}).facts()
    assert ("De raad", "niet vermeld") == (found["Wie beslist"], found["Wat nog meetelt"])
    assert "Wie beslist" not in page().facts()


def test_what_the_source_does_not_say() -> None:
    """The author's own sentences, or else the fields that are not stated."""
    (fold,) = page(leemten=["Wie er sprak."]).main.xpath("//details[@id='leemten']")
    assert "Wat de bron niet zegt: 1 punt Wie er sprak." == words(fold)
    (fold,) = page().main.xpath("//details[@id='leemten']")
    assert "4 punten Het aantal deelnemers De concrete signalen Het doel De uitkomst" in words(fold)


def test_readings_stand_side_by_side() -> None:
    """No choice is made, and a remark on a reading stays with it."""
    readings = [
        {"bron": {"bron": "antwoord", "plaats": "alinea 1", "citaat": text}, "toelichting": text.upper()}
        for text in ("een", "twee")
    ]
    tension = {"onderwerp": "Hoeveel", "lezingen": readings, "toelichting": "Zie boven."}
    made = page(tegenspraken=[tension])
    found = made.section("tegenspraak")
    assert "Hoeveel “een” [1] EEN “twee” [2] TWEE" in found
    assert found.endswith("Zie boven.")
    assert "“een” Antwoord op een vraag, alinea 1" in words(made.main.xpath("//*[@id='bron-1']")[0])


def test_a_record_of_nothing_else_needs_no_measurement() -> None:
    """The measurements of an initiative are part of what was heard; without any there is no such fact."""
    assert "Barometer" == page().facts()["Metingen"]
    assert "Metingen" not in Printed(corpus(), Corpus.initiative(corpus(), "overleg")).facts()


def test_what_nobody_filled_in_says_nothing_of_the_source() -> None:
    """Three dashes: no sentence that the source is silent, no fact, and no gap."""
    item = Initiative.model_validate(OTHER)
    found = Printed(corpus(item), item)
    assert ["–"] * 3 == [found.sign(name).split()[0] for name in ("gevraagd", "gehoord", "gedaan")]
    (story,) = found.main.find_class("story")
    assert [] == [text for text in ("Het staat niet in de bron", "niet vermeld") if text in words(story)]
    (fold,) = found.main.xpath("//details[@id='leemten']")
    assert "Wat de bron niet zegt: 1 punt Wanneer" == words(fold)


def test_a_point_in_two_states_is_neither() -> None:
    """A point of which one part is done and one is planned stands under both headings, with a state at each part."""
    course = {name: [{"status": name}] for name in ("gepland", "overwogen", "doorlopend")}
    parts = (adjustment(name, onderdeel_van="punt", verloop=steps) for name, steps in course.items())
    found = page(adjustment("punt"), *parts)
    for place, states in (("gedaan", ["doorlopend"]), ("nog-niet-gedaan", ["gepland", "overwogen"])):
        items = found.main.xpath(f"//ol[@class='story']/li[div/h2[@id='{place}']]//li[div/p[@class='name']]")
        marks = {words(item.find("./div/p/a")): [words(mark) for mark in item.xpath("./div/p/span")] for item in items}
        assert not marks["Bijsturing punt"]
        assert [[state] for state in states] == [marks[f"Bijsturing {state}"] for state in states]
    assert 1 == len(found.main.xpath("//*[@id='bijsturing-punt']"))


def test_what_holds_for_all_stands_apart_from_its_links() -> None:
    """What is named with a link comes after a colon: "voor alle 2: geen water"."""
    bare = Fact("Thema", Said(NOTHING, links=(Link("geen water", "begrippen.html"),)))
    (found,) = for_all((bare,), 2)
    assert "voor alle 2: " == str(found.value.html)
    assert (bare,) == for_all((bare,), 1)
