"""The page of an initiative: asked, heard and done, who was there, and what the source leaves unsaid."""

import re

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, record, rendered
from tests.real_content import real
from weerklank.corpus import Corpus
from weerklank.document.parts import TreeNode
from weerklank.document.record_facts import initiative_facts
from weerklank.model import Initiative, Record
from weerklank.model.fields import fields_of
from weerklank.site import initiative
from weerklank.site.initiative import (
    InitiativePage,
    done_note,
    done_tree,
    initiative_page,
)
from weerklank.states import Shape

SIGNALS = [{"id": "a", "tekst": "Het duurt te lang."}, {"id": "b", "tekst": "De brief is <onduidelijk>."}]


def page(*records: Record, **changes: object) -> InitiativePage:
    """The page of the initiative of the small site, changed."""
    return initiative_page(corpus(record("initiatief", INITIATIVE, **changes), *records), "bevraging")


def adjustment(name: str, **changes: object) -> Record:
    """Another adjustment."""
    return record("bijsturing", ADJUSTMENT, **{"id": name, "titel": f"Bijsturing {name}", **changes})


def texts(nodes: tuple[TreeNode, ...]) -> list[object]:
    """A tree as names and lists of names."""
    return [[node.link.text, *texts(node.parts)] for node in nodes]


@pytest.mark.parametrize("found", [real(), corpus()], ids=["real", "sample"])
def test_every_initiative_has_a_page(found: Corpus) -> None:
    """Whatever the records say or leave out, the page can be made and printed."""
    for item in found.initiatives:
        view = initiative_page(found, item.id)
        assert view.head.title == item.title
        assert re.search(r"<h1>", rendered("pages/initiatief.html", view))


def test_the_three_blocks() -> None:
    """What was asked, heard and done, each with its state, its words or the reason why there are none."""
    asked, heard, done = page(
        gevraagd="Wat kan **beter**?", gehoord={"toestand": "kwalitatief", "reden": "Vooral lof."}
    ).loop
    assert ("vermeld", "<p>Wat kan <strong>beter</strong>?</p>") == (asked.mark.word, str(asked.html).strip())
    assert (Shape.QUALITATIVE, "<p>Vooral lof.</p>") == (heard.mark.shape, str(heard.html))
    assert ("1\u00a0bijsturing", "<p>1 volgt rechtstreeks uit de feedback.</p>") == (done.mark.word, str(done.html))


def test_without_a_summary_the_signals_are_what_was_heard() -> None:
    """A block that counts signals shows them, and does not say that the source is silent."""
    _, heard, _ = page(signalen=SIGNALS).loop
    assert "2\u00a0signalen" == heard.mark.word
    assert "<ul><li>Het duurt te lang.</li><li>De brief is &lt;onduidelijk&gt;.</li></ul>" == str(heard.html)
    assert "Samen." in str(page(signalen=SIGNALS, gehoord="Samen.").loop[1].html)


def test_silence_says_what_it_means() -> None:
    """An absence without a reason has the definition of its state."""
    assert "De bron zwijgt." in str(page().loop[0].html)
    nothing = page(record("bijsturing", ADJUSTMENT, aanleiding=[{"initiatief": "overleg", "sterkte": "rechtstreeks"}]))
    assert "geen bijsturing die hieruit volgde" in str(nothing.loop[2].html)
    assert ((), "") == (nothing.done, nothing.done_note)
    assert "Nog geen gevolg bekend." in rendered("pages/initiatief.html", nothing)


def test_what_was_done_is_a_tree() -> None:
    """Points with their parts below them, however deep, and each on the page."""
    parts = [adjustment("punt"), adjustment("deel", onderdeel_van="punt"), adjustment("deeltje", onderdeel_van="deel")]
    found = corpus(*parts)
    tree = [["Bijsturing punt", ["Bijsturing deel", ["Bijsturing deeltje"]]], ["Nieuwsbrief"]]
    assert tree == texts(done_tree(found, "bevraging"))
    html = rendered("pages/initiatief.html", initiative_page(found, "bevraging"))
    html = html[html.index('<ul class="tree">') : html.index('id="signalen"')]
    assert [1, 1] == [
        html.count(f'<a href="../bijsturingen/{name}.html">Bijsturing {name}</a>') for name in ("deel", "deeltje")
    ]


@pytest.mark.parametrize(
    ("records", "expected"),
    [
        ([], "1\u00a0bijsturing. Er is geen datum of bewijsstuk opgegeven."),
        ([adjustment("b")], "2\u00a0bijsturingen. Er is geen datum of bewijsstuk opgegeven."),
        (
            [adjustment("b", verloop=[{"status": "uitgevoerd", "datum": "2020"}])],
            "2\u00a0bijsturingen. Er is geen bewijsstuk opgegeven.",
        ),
        (
            [adjustment("b", onderdeel_van="nieuwsbrief"), adjustment("c", onderdeel_van="nieuwsbrief")],
            "1\u00a0punt in de bron, 2\u00a0bijsturingen. Er is geen datum of bewijsstuk opgegeven.",
        ),
    ],
)
def test_how_what_was_done_is_counted(records: list[Record], expected: str) -> None:
    """As adjustments, as points where the source counts otherwise, and what all of them lack."""
    assert expected == done_note(corpus(*records), "bevraging")


def test_no_note_where_nothing_is_missing() -> None:
    """A date and a proof, and nothing is said to be missing."""
    step = {"status": "uitgevoerd", "datum": "2020", "bewijs": [{"titel": "Verslag"}]}
    assert "1\u00a0bijsturing." == done_note(corpus(record("bijsturing", ADJUSTMENT, verloop=[step])), "bevraging")
    assert "" == done_note(corpus(), "overleg")


def test_facts_are_never_left_out() -> None:
    """Seven facts, each with its value or its state."""
    found = initiative_facts(corpus(), corpus().initiative("overleg"))
    assert ["Wanneer", "Stand van zaken", "Vorm", "Rol", "Beleidsveld", "Doel", "Uitkomst"] == [
        fact.term for fact in found
    ]
    values = {fact.term: str(fact.value.html) or fact.value.mark or fact.value.links for fact in found}
    assert "verschillende of alle" == values["Beleidsveld"]
    assert [] == [term for term, value in values.items() if not value]


def test_who_was_there() -> None:
    """Each stakeholder with the part it played; or why that is not known."""
    found = page(belanghebbenden=[{"wie": "besturen", "rol": "gastheer"}])
    assert ([("Lokale besturen", "gastheer")], None) == (
        [(p.who.text, str(p.part)) for p in found.parties],
        found.parties_absent,
    )
    silent = page()
    assert silent.parties_absent is not None
    assert ((), "niet vermeld") == (
        silent.parties,
        silent.parties_absent.mark.word if silent.parties_absent.mark else "",
    )


def test_numbers_say_who_is_counted() -> None:
    """Participants and other counts, each with what it counts; without any the absence stands there."""
    found = page(
        deelnemers=[{"wie": "besturen", "aantal": "46"}, {"wie": "burgers"}],
        aantallen=[{"wat": "brieven", "aantal": "3"}],
    )
    assert ["Aantal: besturen", "Aantal: burgers", "Aantal: brieven"] == [fact.term for fact in found.participants]
    assert ["Aantal deelnemers"] == [fact.term for fact in page().participants]


def test_ground_rules_are_shown_whole_or_not() -> None:
    """Whoever sets rules is asked for all of them."""
    assert () == page().rules
    found = page(spelregels={"wie_beslist": "De raad"})
    assert 5 == len(found.rules)
    assert ["De raad", ""] == [str(fact.value.html) for fact in found.rules[:2]]


def test_what_the_source_does_not_say() -> None:
    """The author's own sentences, or else the fields that are not stated."""
    assert ["Wie er sprak."] == [str(gap) for gap in page(leemten=["Wie er sprak."]).ending.gaps]
    assert ["Het aantal deelnemers", "Het doel", "De concrete signalen", "De uitkomst"] == [
        str(gap) for gap in page().ending.gaps
    ]


def test_every_silence_of_an_initiative_is_listed() -> None:
    """A field that can be absent stands in the list, or is left out of it for a reason that is written down."""
    absent = {field.attribute: field.absent for field in fields_of(Initiative) if field.absent}
    silent = record(
        "initiatief", INITIATIVE, **{field.key: "niet_vermeld" for field in fields_of(Initiative) if field.absent}
    )
    assert set() == initiative._NOT_LISTED.keys() - absent.keys()
    assert [words for name, words in absent.items() if name not in initiative._NOT_LISTED] == [
        str(gap) for gap in initiative_page(corpus(silent), silent.id).ending.gaps
    ]
