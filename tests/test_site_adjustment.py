"""The page of an adjustment: where it came from, its course with evidence, and the point that it is a part of."""

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record, rendered
from tests.real_content import BUILD_DAY, real
from weerklank.corpus import Corpus, public
from weerklank.model import Record
from weerklank.site.adjustment import AdjustmentPage, adjustment_page
from weerklank.states import Shape

SIGNAL = {"signalen": [{"id": "wachten", "tekst": "Het duurt te lang."}]}


def page(*records: Record, **changes: object) -> AdjustmentPage:
    """The page of the adjustment of the small site, changed."""
    return adjustment_page(corpus(record("bijsturing", ADJUSTMENT, **changes), *records), "nieuwsbrief")


def value(found: AdjustmentPage, term: str) -> str:
    """A fact in words: its text or the word of its state."""
    (fact,) = [fact for fact in found.facts if fact.term == term]
    return str(fact.value.html) or (fact.value.mark.word if fact.value.mark else "")


@pytest.mark.parametrize("found", [real(), corpus()], ids=["real", "sample"])
def test_every_adjustment_has_a_page(found: Corpus) -> None:
    """Points and parts alike; whatever the records leave out, the page can be made and printed."""
    for item in found.adjustments:
        view = adjustment_page(found, item.id)
        assert view.head.title == item.title
        assert "<h1>" in rendered("pages/bijsturing.html", view)


def test_it_leads_back_to_its_initiative_and_signal() -> None:
    """From adjustment to signal to initiative, with the strength of the tie in words."""
    cause = {
        "initiatief": "bevraging",
        "signaal": "wachten",
        "sterkte": "mee_bepalend",
        "toelichting": "Zo staat het er.",
    }
    initiative, signal, _ = page(record("initiatief", INITIATIVE, **SIGNAL), aanleiding=[cause]).loop
    assert (["Bevraging"], Shape.STATED) == ([link.text for link in initiative.links], initiative.mark.shape)
    assert "Het duurt te lang." in str(signal.html)
    assert "Sterkte van het verband: <b>mee bepalend</b>. Zo staat het er." in str(signal.html)


def test_an_unknown_signal_says_so() -> None:
    """No signal is guessed: its state, and the reason of the record or a sentence of ours."""
    assert "Welk signaal hiertoe leidde, staat niet in de bron." in str(page().loop[1].html)
    why = {"toestand": "niet_vermeld", "reden": "De bron zegt alleen dat besturen erom vroegen."}
    cause = {"initiatief": "bevraging", "signaal": why, "sterkte": "rechtstreeks"}
    assert "alleen dat besturen erom vroegen" in str(page(aanleiding=[cause]).loop[1].html)


def test_an_unknown_initiative_says_so() -> None:
    """An adjustment that came from no known initiative has the state in its place; so has one whose cause is hidden."""
    cause = {"initiatief": {"toestand": "niet_vermeld", "reden": "Uit klachten."}, "sterkte": "niet_vermeld"}
    first = page(aanleiding=[cause]).loop[0]
    assert ("niet vermeld", "<p>Uit klachten.</p>") == (first.mark.word, str(first.html))
    hidden = record("initiatief", INITIATIVE, publicatie={"status": "intern"})
    shown = adjustment_page(public(corpus(hidden), on=BUILD_DAY), "nieuwsbrief").loop[0]
    assert ("niet vermeld", ()) == (shown.mark.word, shown.links)


def test_the_course_has_evidence_or_says_that_there_is_none() -> None:
    """Each step with its state, date and proofs."""
    proof = {"titel": "Verslag", "url": "https://voorbeeld.example/verslag", "datum": "2020-03"}
    steps = [
        {"status": "gepland"},
        {"status": "uitgevoerd", "datum": "2020-02", "bewijs": [proof], "toelichting": "Klaar."},
    ]
    found = page(verloop=steps)
    assert [("Gepland", 0), ("Uitgevoerd", 1)] == [(step.word, len(step.evidence)) for step in found.course]
    assert ("februari 2020", "Klaar.") == (str(found.course[1].date.html), str(found.course[1].note))
    html = rendered("pages/bijsturing.html", found)
    assert '<a href="https://voorbeeld.example/verslag">Verslag</a>' in html
    assert 1 == html.count("Bewijsstuk: ")
    assert "1\u00a0bewijsstuk." in str(found.loop[2].html)
    assert "Geen bewijsstuk opgegeven." in str(page().loop[2].html)


def test_what_was_refused_says_why() -> None:
    """The reason stands beside the course."""
    refused = page(verloop=[{"status": "niet_weerhouden"}], reden="Te duur & te traag.")
    assert "Te duur &amp; te traag." == str(refused.reason)
    assert "<h3>Waarom</h3>" in rendered("pages/bijsturing.html", refused)
    assert "<h3>Waarom</h3>" not in rendered("pages/bijsturing.html", page())


def test_a_part_shows_the_point_it_belongs_to() -> None:
    """The whole tree with this page marked; what stands alone has no tree."""
    part = record("bijsturing", ADJUSTMENT, id="deel", titel="Een deel", onderdeel_van="nieuwsbrief")
    found = adjustment_page(corpus(part), "deel")
    (point,) = found.tree
    assert ("Nieuwsbrief", [True]) == (point.link.text, [node.link.current for node in point.parts])
    assert "Eén punt in de bron, met 1\u00a0onderdeel." == found.tree_note
    assert found.tree_note == page(part).tree_note
    assert ((), "") == (page().tree, page().tree_note)
    assert "(deze pagina)" in rendered("pages/bijsturing.html", found)


@pytest.mark.parametrize(
    ("given", "expected"),
    [(None, "niet beoordeeld"), ("ja", "ja"), ({"nee": "Te vaag."}, "nee"), ({"deels": "Half."}, "deels")],
)
def test_whether_it_can_be_verified(given: object, expected: str) -> None:
    """The judgement with its reason; what nobody judged is not called verifiable."""
    found = page(**({} if given is None else {"toetsbaar": given}))
    assert expected == value(found, "Toetsbaar zoals geformuleerd")
    reason = next(iter(given.values())) if isinstance(given, dict) else ""
    assert reason == str(found.facts[0].note)


def test_facts_are_never_left_out() -> None:
    """Cost, effect, decision and number stand there, if only to say that the source does not give them."""
    found = page(kosten={"waarde": "1234,5", "eenheid": "euro"}, beleidsvelden="alle")
    assert "€\u00a01.234,50" == value(found, "Kosten")
    assert "verschillende of alle" == value(found, "Beleidsveld")
    assert ["niet vermeld"] * 3 == [value(found, term) for term in ("Wie besliste", "Effect", "Hoeveel")]
