"""An adjustment as a sheet: where it came from, its course with evidence, and the point that it is a part of."""

import pytest

from tests.corpus_samples import ADJUSTMENT, BUILD_DAY, INITIATIVE, corpus, record
from tests.sheet_tools import Printed, printed, words
from weerklank.corpus import public
from weerklank.model import Record

SIGNAL = {"signalen": [{"id": "wachten", "tekst": "Het duurt te lang."}]}
CAUSE = {"initiatief": "bevraging", "signaal": "wachten", "sterkte": "mee_bepalend", "toelichting": "Zo staat het er."}


def page(*others: Record, **changes: object) -> Printed:
    """The page of the adjustment of the small site, changed."""
    return printed("bijsturing", ADJUSTMENT, *others, **changes)


def test_it_leads_back_to_its_initiative_and_signal() -> None:
    """From adjustment to signal to initiative, with the strength of the tie as a word with its shape."""
    found = page(record("initiatief", INITIATIVE, **SIGNAL), aanleiding=[CAUSE])
    assert "vermeld Bevraging" == found.sign("initiatief")
    (link,) = found.main.xpath("//ol[@class='story']/li[1]//div[@class='telling']//a")
    assert "../initiatieven/bevraging.html#signaal-wachten" == link.get("href")
    assert found.sign("signaal").startswith("vermeld Het duurt te lang.")
    assert "één van de redenen: Zo staat het er." == found.facts()["Verband"]
    assert ["is-partly"] == [shape for shape in found.shapes("één van de redenen:") if shape != "state"]


def test_an_unknown_signal_says_so() -> None:
    """No signal is guessed: its state, and the reason of the record or a sentence of ours."""
    assert "niet vermeld Welk signaal erbij hoort, staat niet in de bron." in page().sign("signaal")
    why = {"toestand": "niet_vermeld", "reden": "De bron zegt alleen dat besturen erom vroegen."}
    found = page(aanleiding=[{"initiatief": "bevraging", "signaal": why, "sterkte": "rechtstreeks"}])
    assert "alleen dat besturen erom vroegen" in found.sign("signaal")


def test_an_unknown_initiative_says_so() -> None:
    """An adjustment that came from no known initiative has the state in its place; a hidden cause leaves no word."""
    cause = {"initiatief": {"toestand": "niet_vermeld", "reden": "Uit klachten."}, "sterkte": "niet_vermeld"}
    assert "niet vermeld Uit klachten." == page(aanleiding=[cause]).sign("initiatief")
    hidden = record("initiatief", INITIATIVE, publicatie={"status": "intern"})
    item = record("bijsturing", ADJUSTMENT, aanleiding=[*ADJUSTMENT["aanleiding"], cause])  # type: ignore[misc]
    shown = Printed(public(corpus(hidden, item), on=BUILD_DAY), item)
    assert "niet vermeld Uit klachten." == shown.sign("initiatief")
    assert "Bevraging" not in shown.words


def test_each_cause_keeps_its_own_strength() -> None:
    """Of more than one cause, each says from which initiative, which signal and how firmly."""
    second = {"initiatief": "overleg", "sterkte": "rechtstreeks", "toelichting": "Dat zegt de bron."}
    third = {"initiatief": {"toestand": "niet_vermeld", "reden": "Uit klachten."}, "sterkte": "niet_vermeld"}
    found = page(record("initiatief", INITIATIVE, **SIGNAL), aanleiding=[CAUSE, second, third])
    lists = [
        {words(pair.find("dt")): words(pair.find("dd")) for pair in facts}
        for facts in found.main.xpath("//ol[@class='story']/li[2]//dl")
    ]
    assert [
        {"Uit": "Bevraging", "Verband": "één van de redenen: Zo staat het er."},
        {"Uit": "Overleg", "Verband": "rechtstreeks: Dat zegt de bron."},
        {"Uit": "niet vermeld: Uit klachten.", "Verband": "niet vermeld"},
    ] == lists
    assert "vermeld Bevraging Overleg" == found.sign("initiatief")


def test_the_course_has_evidence_or_says_that_there_is_none() -> None:
    """Each step with its state, date and proofs, the newest last."""
    proof = {"titel": "Verslag", "url": "https://voorbeeld.example/verslag", "datum": "2020-03"}
    steps = [
        {"status": "gepland"},
        {"status": "uitgevoerd", "datum": "2020-02", "bewijs": [proof], "toelichting": "Klaar."},
    ]
    found = page(verloop=steps)
    assert [
        "Gepland Datum: niet vermeld",
        "Uitgevoerd Klaar. Datum: februari 2020 Bewijsstukken: Verslag (maart 2020)",
    ] == [words(step) for step in found.main.xpath("//ol[@class='steps']/li")]
    assert ["https://voorbeeld.example/verslag"] == found.main.xpath("//ol[@class='steps']//a/@href")


def test_what_was_refused_says_why() -> None:
    """The reason stands with the course."""
    refused = page(verloop=[{"status": "niet_weerhouden"}], reden="Te duur & te traag.")
    assert "Te duur & te traag." == refused.facts()["Reden"]
    assert "Reden" not in page().facts()


def test_a_part_shows_the_point_it_belongs_to() -> None:
    """The whole point with this page marked; what stands alone has none."""
    item = record("bijsturing", ADJUSTMENT, id="deel", titel="Een deel", onderdeel_van="nieuwsbrief")
    found = Printed(corpus(item), item)
    assert "Eén punt in de bron, met 1 onderdeel." in found.section("deel")
    assert "Nieuwsbrief uitgevoerd Een deel (deze pagina)" in found.section("deel")
    assert ["Een deel (deze pagina)"] == [words(name) for name in found.main.xpath("//p[@aria-current]")]
    assert "Nieuwsbrief (deze pagina)" in page(item).section("deel")
    assert "" == page().section("deel")


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (None, "niet beoordeeld"),
        ("ja", "ja"),
        ({"nee": "Te vaag."}, "nee Te vaag."),
        ({"deels": "Half."}, "deels Half."),
    ],
)
def test_whether_it_can_be_verified(given: object, expected: str) -> None:
    """The judgement with its reason; what nobody judged is not called verifiable."""
    found = page(**({} if given is None else {"toetsbaar": given}))
    assert expected == found.facts()["Toetsbaar zoals geformuleerd"]


def test_facts_are_never_left_out() -> None:
    """Cost, effect, decision and number stand there, if only to say that the source does not give them."""
    found = page(kosten={"waarde": "1234,5", "eenheid": "euro", "precisie": "ongeveer"}, beleidsvelden="alle").facts()
    assert ("ongeveer € 1234,50", "verschillende of alle") == (found["Kosten"], found["Beleidsveld"])
    assert ["niet vermeld"] * 3 == [found[term] for term in ("Wie besliste", "Effect", "Hoeveel")]


def test_what_the_source_does_not_say_is_one_line_until_it_is_opened() -> None:
    """Counted on the line, named inside."""
    found = page(leemten=["Voor wie ze is", "Hoe vaak ze komt"])
    (fold,) = found.main.xpath("//details[@id='leemten']")
    assert "Wat de bron niet zegt: 2 punten Voor wie ze is Hoe vaak ze komt" == words(fold)
    assert [] == page().main.xpath("//details[@id='leemten']")


def test_only_what_was_done_misses_a_proof() -> None:
    """A step that is planned or refused has nothing to show."""
    steps = [{"status": "gepland"}, {"status": "uitgevoerd"}]
    planned, done = page(verloop=steps[:1]), page(verloop=steps)

    assert "Bewijsstukken" not in planned.sign("bijsturing")
    assert 1 == done.sign("bijsturing").count("Bewijsstukken: niet opgegeven")
