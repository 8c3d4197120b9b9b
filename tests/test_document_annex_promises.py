"""Promises as an annex prints them: the literal words, every deadline, what became of it and who closed it."""

from typing import Any

import pytest
from lxml import html

from tests.corpus_samples import Data, record, rendered
from tests.question_samples import annex, asked, cite, question
from weerklank.document.annex import annex_view
from weerklank.model import Record

WORDS = "Er kwam een nieuwsbrief na de bevraging."
PROMISE: dict[str, Any] = {
    "id": "bank",
    "titel": "Een bank",
    "samenvatting": "De minister zegt een bank toe.",
    "woorden": [cite(WORDS, "antwoord, alinea 2")],
    "door": "De minister van Pleinen",
    "aan": "De commissie",
    "gezegd_op": "2026-03-03",
    "uiterlijk": "2026-06",
    "termijn": "tegen de zomer",
    "verschoven": [
        {
            "van": "2026-06",
            "naar": "2026-09-30",
            "op": "2026-06-02",
            "termijn": "het najaar",
            "reden": "De leverancier is te laat.",
        },
        {"van": "2026-09-30", "naar": "2027", "op": "niet_vermeld", "reden": "niet_vermeld"},
    ],
    "verloop": [
        {"status": "in_uitvoering", "datum": "2026-06-02", "toelichting": "De bank is besteld."},
        {"status": "nagekomen", "datum": "2026-10-06"},
    ],
    "afgesloten_door": "De commissie zelf",
    "bronnen": [cite("De aanpak werkt.", "antwoord, alinea 2")],
}
PARTS: dict[str, Data] = {
    show: {"soort": "toezeggingen", "titel": "Toegezegd", "weergave": show} for show in ("tabel", "fiches")
}


def printed(show: str, *promises: Record) -> str:
    """The words of an annex with one part, as it stands on paper."""
    view = annex_view(asked(*promises, bijlage=annex(PARTS[show])), "tevredenheid")
    (part,) = html.fromstring(rendered("annex/annex.html", view)).xpath("//section[@id='toezeggingen']")
    return " ".join(" ".join(part.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def test_in_full_a_promise_has_its_words_and_what_came_of_them() -> None:
    """The words with their place, who said them to whom, each deadline with its reason, each step, who closed it."""
    said = printed("fiches", record("toezegging", PROMISE))

    for words in (
        "De minister zegt een bank toe. (al. 2)",
        f"“{WORDS}” (al. 2)",
        "Door De minister van Pleinen",
        "Aan De commissie",
        "Gezegd op 3 maart 2026",
        "Uiterlijk juni 2026 (in de woorden van de bron: “tegen de zomer” )",
        "van juni 2026 naar 30 september 2026 (in de woorden van de bron: “het najaar” ). Gezegd op: 2 juni 2026.",
        "Reden: De leverancier is te laat.",
        "van 30 september 2026 naar 2027. Gezegd op: niet vermeld. Reden: niet vermeld.",
        "2027 termijn, 2 keer verschoven",
        "In uitvoering 2 juni 2026. De bank is besteld.",
        "Nagekomen 6 oktober 2026",
        "Afgesloten door De commissie zelf",
    ):
        assert words in said, words


def test_an_annex_does_not_name_its_own_question() -> None:
    """A promise that was made at another question says at which; at this one it goes without saying."""
    other = question(id="later", titel="Een latere vraag", bijlage=None)
    here, there = (record("toezegging", PROMISE, vraag=name) for name in ("tevredenheid", "later"))

    assert "Bij de vraag" not in printed("fiches", here)
    assert "Bij de vraag Een latere vraag" in printed("fiches", there, other)


def test_the_table_has_each_deadline() -> None:
    """When it was said and by whom, the deadline in the words of the source, and each one that it was moved to."""
    said = printed("tabel", record("toezegging", PROMISE))

    assert "3 maart 2026 door de minister van Pleinen aan de commissie" in said
    moved = "2 keer verschoven: naar 30 september 2026 (“het najaar”) en dan naar 2027"
    assert f"juni 2026, “tegen de zomer”. {moved}" in said
    assert "nagekomen : 6 oktober 2026" in said


def test_a_vague_deadline_keeps_its_words_where_it_stands_large() -> None:
    """The last day that the words can mean is never printed as if a source named it, also of one that was moved."""
    first = printed("fiches", record("toezegging", {**PROMISE, "verschoven": []}))
    assert "juni 2026 termijn ( “tegen de zomer” )" in first

    moved = printed("fiches", record("toezegging", {**PROMISE, "verschoven": PROMISE["verschoven"][:1]}))
    assert "30 september 2026 termijn ( “het najaar” ), 1 keer verschoven" in moved


@pytest.mark.parametrize("show", PARTS)
def test_a_deadline_that_stayed_the_same_day_was_not_moved(show: str) -> None:
    """A month that becomes its last day is the same deadline, said with more precision: it is told, and not counted."""
    moves = [
        {"van": "2026-06", "naar": "2026-09", "termijn": "het najaar"},
        {"van": "2026-09", "naar": "2026-09-30", "termijn": "30 september"},
    ]
    said = printed(show, record("toezegging", {**PROMISE, "verschoven": moves}))
    once = printed(show, record("toezegging", {**PROMISE, "verschoven": moves[1:]}))

    assert "1 keer verschoven" in said.lower()
    assert "gebleven op 30 september 2026" in said
    assert "niet verschoven" in once.lower()
    assert "van september 2026 naar" not in said + once


def test_what_nobody_said_is_said() -> None:
    """A promise without a day, a deadline or a course says so, in both forms, with the reason."""
    silent = {"verloop": {"toestand": "niet_vermeld", "reden": "Het verslag zwijgt."}, "gezegd_op": "niet_vermeld"}
    empty = {key: value for key, value in PROMISE.items() if key in ("id", "titel", "samenvatting", "bronnen")}
    item = record("toezegging", empty, **silent)

    assert 2 == printed("tabel", item).count("niet vermeld") - 1
    assert "niet vermeld : Het verslag zwijgt." in printed("tabel", item)
    told = printed("fiches", item)
    assert "Wat ervan kwam niet vermeld: Het verslag zwijgt." in told
    assert "Uiterlijk niet vermeld" in told


def test_words_alone_are_a_deadline() -> None:
    """A deadline that the source gives in words only stands in these words."""
    item = record("toezegging", {**PROMISE, "uiterlijk": "niet_vermeld", "verschoven": []})

    assert "“tegen de zomer”" in printed("tabel", item)
    assert "“tegen de zomer”" in printed("fiches", item)


def test_two_readings_of_a_promise_are_told() -> None:
    """Where sources say two things of a promise, the part about what is not said has both."""
    readings = [{"bron": cite("jaarlijks", "antwoord, alinea 3")}, {"bron": cite("eenmalig", "antwoord, alinea 3")}]
    item = record("toezegging", {**PROMISE, "tegenspraken": [{"onderwerp": "Welke bank", "lezingen": readings}]})
    parts = annex(PARTS["tabel"], {"soort": "niet_vermeld", "titel": "Wat niet vermeld is"})
    view = annex_view(asked(item, bijlage=parts), "tevredenheid")

    assert "Welke bank" in str(html.fromstring(rendered("annex/annex.html", view)).text_content())


def test_late_is_late_on_the_day_of_the_annex() -> None:
    """By its own day, not by that of the build: since when, in both forms and in the attached data."""
    silent = {key: value for key, value in PROMISE.items() if key not in ("afgesloten_door", "verschoven", "verloop")}
    item = record("toezegging", silent, verloop={"status": "in_uitvoering", "datum": "2026-06-02"})
    for day, late in (("2026-06-30", False), ("2026-07-01", True)):
        for show in ("tabel", "fiches"):
            view = annex_view(asked(item, bijlage=annex(PARTS[show], toestand_op=day)), "tevredenheid")
            (part,) = html.fromstring(rendered("annex/annex.html", view)).xpath("//section[@id='toezeggingen']")
            said = " ".join(" ".join(part.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())
            assert late == ("termijn verstreken op 30 juni 2026" in said), (day, show)
            assert late == ("te laat" in said), (day, show)
            (table,) = view.tables
            (row,) = table.rows
            since = row[[column.key for column in table.columns].index("te_laat_sinds")].value
            assert ("2026-06-30" if late else None) == since


def test_who_closed_it_and_why_stands_in_both_forms() -> None:
    """With the day and what shows it; how often the term moved is counted."""
    closed = {"afgesloten_op": "2026-10-07", "afgesloten_bewijs": [{"titel": "Het verslag", "datum": "2026-10"}]}
    for show in ("tabel", "fiches"):
        said = printed(show, record("toezegging", PROMISE, **closed))
        for words in ("De commissie zelf", "7 oktober 2026", "Het verslag (oktober 2026)"):
            assert words in said, (show, words)
        assert "2 keer verschoven" in said.lower(), show


def test_a_choice_in_which_none_fits_says_so() -> None:
    """That there are none is said only where there are none."""
    chosen = annex({"soort": "toezeggingen", "titel": "Toegezegd", "selectie": {"status": "ingetrokken"}})
    view = annex_view(asked(record("toezegging", PROMISE), bijlage=chosen), "tevredenheid")

    assert "Geen van de toezeggingen past in deze keuze." in str(view.sections)
    assert "Er zijn geen toezeggingen opgetekend." in printed("tabel")


def test_in_full_a_promise_has_its_proofs_and_what_is_said_against_it() -> None:
    """What shows a step, what was certain before, the author's own words, and both readings, unless they are listed."""
    proof = {"titel": "Leveringsbon", "url": "https://voorbeeld.example/bon", "datum": "2026-09"}
    tension = {"onderwerp": "Hoe vaak", "lezingen": [{"bron": cite("jaarlijks")}, {"bron": cite("eenmalig")}]}
    course = [{"status": "nagekomen", "datum": "2026-10-06", "bewijs": [proof]}]
    more = {"tegenspraken": [tension], "tekst": "Over **alle** pleinen.", "stond_al_vast": "Dat stond al vast."}
    item = record("toezegging", {**PROMISE, "verloop": course, **more})
    said = printed("fiches", item)

    for words in ("Leveringsbon", "Over alle pleinen.", "Dat stond al vast.", "“jaarlijks”", "“eenmalig”"):
        assert words in said
    gaps = {"soort": "niet_vermeld", "titel": "Wat niet"}
    view = annex_view(asked(item, bijlage=annex(PARTS["fiches"], gaps)), "tevredenheid")
    (part,) = html.fromstring(rendered("annex/annex.html", view)).xpath("//section[@id='toezeggingen']")
    assert "“eenmalig”" not in part.text_content()
