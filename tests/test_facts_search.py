"""What can be found: every record and term, by the words that its page shows."""

from tests.corpus_samples import INITIATIVE, corpus, record
from weerklank.facts.search import KINDS, Entry, entries


def entry(kind: str, title: str, **changes: object) -> Entry:
    """The entry of a record of the small site; `changes` are author's keys of the initiative."""
    found = entries(corpus(record("initiatief", INITIATIVE, **changes)))
    return next(item for item in found if (item.kind, item.title) == (kind, title))


def test_everything_with_a_place_is_found_once() -> None:
    """Each record and each term of a list whose terms have pages or places; kinds in order, titles in Dutch order."""
    found = entries(corpus())

    assert [
        ("initiatief", "Bevraging", "initiatieven/bevraging.html"),
        ("initiatief", "Overleg", "initiatieven/overleg.html"),
        ("bijsturing", "Nieuwsbrief", "bijsturingen/nieuwsbrief.html"),
        ("meting", "Barometer", "metingen/barometer.html"),
        ("begrip", "Leemte", "begrippen.html"),
        ("beleidsveld", "Brussel", "initiatieven/per/beleidsveld/brussel.html"),
        ("beleidsveld", "Gelijke kansen", "initiatieven/per/beleidsveld/gelijke-kansen.html"),
        ("belanghebbende", "Lokale besturen", "initiatieven/per/belanghebbende/besturen.html"),
        ("vorm", "Gesprek", "initiatieven/per/vorm/gesprek.html"),
        ("rol", "Coach", "initiatieven/per/rol/coach.html"),
        ("bron", "Antwoord op een vraag", "bronnen/antwoord.html"),
    ] == [(item.kind, item.title, item.path) for item in found]
    assert ["begrip-leemte"] == [item.fragment for item in found if item.kind == "begrip"]
    assert {item.kind for item in found} <= {kind.name for kind in KINDS}


def test_the_words_of_a_record_are_plain() -> None:
    """Marks of Markdown do not count as words, and the same piece of text counts once."""
    text = "Wij **vroegen** wat [beter](begrip:leemte) kan."
    found = entry("initiatief", "Bevraging", samenvatting=text, gevraagd=text, tekst=text)

    assert 1 == found.text.count("Wij vroegen wat beter kan.")
    assert "**" not in found.text
    assert "begrip:leemte" not in found.text


def test_names_of_terms_are_words_of_the_record() -> None:
    """A record is found by the name of a term that it refers to, not by its id."""
    found = entry("initiatief", "Bevraging", belanghebbenden=["besturen"])

    assert {"Gesprek", "Gelijke kansen", "Lokale besturen", "operationeel"} <= set(found.text.split("\n"))


def test_what_is_absent_counts_by_its_reason() -> None:
    """Why something is not there is on the page, so it can be found; the state itself would find everything."""
    found = entry("initiatief", "Bevraging", gehoord={"toestand": "niet_vermeld", "reden": "Het verslag is zoek."})

    assert "Het verslag is zoek." in found.text.split("\n")
    assert "niet_vermeld" not in found.text


def test_a_stored_text_is_found_by_passage() -> None:
    """Line n of the text of a source with a stored text is the passage at #pn of its page."""
    whole = corpus()
    texts = {"antwoord": "Eerste alinea, met een punt.\n\nTweede alinea,\nover twee regels.\n"}
    found = entries(type(whole)(**{**whole.__dict__, "texts": texts}))
    source = next(item for item in found if item.kind == "bron")

    assert source.passages
    assert ["Eerste alinea, met een punt.", "Tweede alinea, over twee regels."] == source.text.split("\n")
    assert not any(item.passages for item in found if item.kind != "bron")
