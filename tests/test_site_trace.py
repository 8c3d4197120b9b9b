"""The page with all ties between what was said and what was done."""

import re

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record, rendered
from weerklank.corpus import Corpus
from weerklank.model import Record
from weerklank.site.trace import ON_A_PAGE, Chain, TracePage, trace_pages

SIGNALS = [{"id": "wachten", "tekst": "Het wachten duurt lang."}, {"id": "brieven", "tekst": "Brieven zijn stroef."}]


def adjustment(name: str, *, signal: object, strength: str = "rechtstreeks") -> Record:
    """An adjustment that came from the inquiry."""
    reason = {"initiatief": "bevraging", "signaal": signal, "sterkte": strength, "toelichting": "Dat staat er."}
    return record("bijsturing", {**ADJUSTMENT, "id": name, "titel": name.capitalize(), "aanleiding": [reason]})


def page(whole: Corpus) -> TracePage:
    """The first page of ties."""
    return next(iter(trace_pages(whole)))[1]()


def said(whole: Corpus) -> list[Chain]:
    """What was said in the inquiry, with what each led to."""
    return [chain for chain in page(whole).chains if chain.origin.text == "Bevraging"]


def test_a_signal_leads_to_what_it_changed() -> None:
    """Each signal has what it led to, how firmly, and how that stands; one that led to nothing says so."""
    waiting, letters, unknown = said(
        corpus(record("initiatief", INITIATIVE, signalen=SIGNALS), adjustment("loket", signal="wachten"))
    )

    assert "Het wachten duurt lang." == str(waiting.text)
    assert [("rechtstreeks", "is-stated", [("Loket", "uitgevoerd")])] == [
        (led.strength.word, led.strength.shape, [(end.link.text, end.state.word) for end in led.ends])
        for led in waiting.led
    ]
    assert [("geen bijsturing opgetekend", ())] == [(led.strength.word, led.ends) for led in letters.led]
    assert ["Nieuwsbrief"] == [end.link.text for led in unknown.led for end in led.ends]
    assert ("s/bevraging-wachten.html", None) == (waiting.receipt and waiting.receipt.path, unknown.receipt)


def test_the_strength_is_a_word_and_a_shape() -> None:
    """Full when the source ties them itself, half when it names one of several, ruled when it does not say."""
    strengths = ("rechtstreeks", "mee_bepalend", "niet_vermeld")
    found = [adjustment(f"b{n}", signal="niet_vermeld", strength=key) for n, key in enumerate(strengths)]
    (chain,) = said(corpus(*found))

    assert [("rechtstreeks", "is-stated"), ("één van de redenen", "is-partly"), ("niet vermeld", "is-silent")] == [
        (led.strength.word, led.strength.shape) for led in chain.led
    ]


def test_signals_are_counted_once_by_what_they_came_to() -> None:
    """Done comes before planned and refused, the strongest tie before the others; the counts make up the whole."""
    signals = [{"id": name, "tekst": f"Gezegd: {name}."} for name in ("gedaan", "plan", "geweigerd", "niets")]
    course = {
        "gedaan": "uitgevoerd",
        "ook": "niet_weerhouden",
        "plan": "gepland",
        "geweigerd": "niet_weerhouden",
    }
    origin = {"ook": "gedaan"}
    found = [
        record(
            "bijsturing",
            {
                **ADJUSTMENT,
                "id": name,
                "titel": name.capitalize(),
                "verloop": [{"status": status}],
                "reden": "Te duur.",
            },
            aanleiding=[{"initiatief": "bevraging", "signaal": origin.get(name, name), "sterkte": "mee_bepalend"}],
        )
        for name, status in course.items()
    ]
    view = page(corpus(record("initiatief", INITIATIVE, signalen=signals), *found))

    assert [(1, "één van de redenen"), (1, "gepland"), (1, "niet uitgevoerd"), (1, "geen bijsturing opgetekend")] == [
        (number, mark.word) for number, mark in view.outcomes
    ]
    assert view.of == sum(number for number, _ in view.outcomes) == 4
    assert (
        "Van 4\u00a0signalen leidde er volgens de bron 1 tot een bijsturing die gedaan of bezig is." == view.statement
    )


def test_no_sentence_claims_a_tie_that_the_source_does_not_state() -> None:
    """What stands beside a signal without a stated tie is counted apart."""
    whole = corpus(
        record("initiatief", INITIATIVE, signalen=SIGNALS),
        adjustment("loket", signal="wachten"),
        adjustment("balie", signal="brieven", strength="niet_vermeld"),
    )
    led = "Van 2\u00a0signalen leidde er volgens de bron 1 tot een bijsturing die gedaan of bezig is."

    assert f"{led} Bij 1 is er een opgetekend, en het verband niet vermeld." == page(whole).statement


def test_the_page_prints_cause_tie_and_effect() -> None:
    """The words, who said them and the strength stand in every chain, the strength with what it is for a listener."""
    whole = corpus(
        record("initiatief", INITIATIVE, signalen=SIGNALS),
        adjustment("loket", signal="wachten"),
        adjustment("balie", signal="wachten"),
    )
    html = rendered("pages/verbanden.html", page(whole))

    assert 2 == html.count('<h3 class="said">')
    assert 2 == len(re.findall(r'<p class="cell is-stated"><span><span class="hidden">Verband: </span>rechts', html))
    assert 1 == html.count("Dat zegt niets over wat er in de bron staat.")


def test_nothing_is_left_out() -> None:
    """What led to nothing and was told nothing is named; the table beside the chains has each tie."""
    view = page(corpus())

    assert ["Bevraging"] == [chain.origin.text for chain in view.chains]
    assert ["Overleg"] == [link.text for link in view.quiet]
    assert view.table is not None
    assert 2 == len(view.table.rows)
    assert "Gedaan of bezig: 1\u00a0bijsturing. 1 daarvan volgt rechtstreeks uit feedback." in view.statement
    assert "Bij geen enkele staat in de bron welk signaal dat was." in view.statement


def test_many_chains_are_spread_over_pages() -> None:
    """Every chain stands on one page and no other, and each page leads to all."""
    loud = [record("initiatief", {**INITIATIVE, "id": f"s{n}", "signalen": SIGNALS}) for n in range(ON_A_PAGE + 3)]
    whole = corpus(*loud)
    found = [(path, view()) for path, view in trace_pages(whole)]

    assert ["wat-leidde-tot-wat.html", "wat-leidde-tot-wat-2.html", "wat-leidde-tot-wat-3.html"] == [
        p for p, _ in found
    ]
    names = [chain.id for _, view in found for chain in view.chains]
    assert len(names) == len(set(names)) == found[0][1].count == 2 * (ON_A_PAGE + 3) + 1
    assert ["1–40", "41–80", "81–87"] == [link.text for link in found[1][1].pages]
    assert [link.path for link in found[1][1].pages] == [path for path, _ in found]
    assert found[0][1].table is None
    for _, view in found:
        rendered("pages/verbanden.html", view)
