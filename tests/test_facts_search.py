"""What can be found: every record and term, by the words that its page shows."""

from tests.corpus_samples import INITIATIVE, corpus, record
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.facts.cells import cell_of
from weerklank.facts.search import NOT_SOUGHT, ORDER, SearchEntry, SearchLine, entries
from weerklank.markup import plain
from weerklank.model import Absence, Annex, ChangeNote, Citation, Period, Quantity, Source, walk
from weerklank.model.fields import ValueShape, at, fields_of, within
from weerklank.model.usual import USUAL

NO_TEXTS = (Citation, Period, Quantity, ChangeNote, Annex, *(part.owner for part in within(fields_of(Annex))))
"""Parts whose texts are found elsewhere or are no words: citations, amounts, and how an annex is put together."""


def entry(kind: str, title: str, **changes: object) -> SearchEntry:
    """The entry of a record of the small site; `changes` are author's keys of the initiative."""
    found = entries(corpus(record("initiatief", INITIATIVE, **changes)))
    return next(item for item in found if (item.kind, item.title) == (kind, title))


def test_everything_with_a_place_is_found_once() -> None:
    """Each record and each term of a list whose terms have pages or places; kinds in order, titles in Dutch order."""
    found = [item for item in entries(corpus()) if item.kind not in USUAL]

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
        ("klachtthema", "Netheid", "begrippen.html"),
        ("klachtthema", "Wachttijd", "begrippen.html"),
        ("klachtindeling", "bus", "begrippen.html"),
        ("bron", "Antwoord op een vraag", "bronnen/antwoord.html"),
    ] == [(item.kind, item.title, item.path) for item in found]
    assert ["begrip-leemte"] == [item.fragment for item in found if item.kind == "begrip"]
    assert {item.kind for item in found} <= {kind.name for kind in ORDER}


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

    names = {line.text.partition(" (")[0] for line in found.lines}
    assert {"Gesprek", "Gelijke kansen", "Lokale besturen", "operationeel"} <= names


def test_what_is_absent_counts_by_its_reason() -> None:
    """Why something is not there is on the page, so it can be found; the state itself would find everything."""
    found = entry("initiatief", "Bevraging", gehoord={"toestand": "niet_vermeld", "reden": "Het verslag is zoek."})

    assert SearchLine("Gehoord: Het verslag is zoek.", "gehoord", aside=True) in found.lines
    assert "niet_vermeld" not in found.text


def test_a_stored_text_is_found_by_passage() -> None:
    """SearchLine n of the text of a source with a stored text is the passage at #pn of its page."""
    whole = corpus()
    texts = {"antwoord": "Eerste alinea, met een punt.\n\nTweede alinea,\nover twee regels.\n"}
    found = entries(type(whole)(**{**whole.__dict__, "texts": texts}))
    source = next(item for item in found if item.kind == "bron")

    assert [SearchLine("Eerste alinea, met een punt.", "p1"), SearchLine("Tweede alinea, over twee regels.", "p2")] == [
        *source.lines
    ]


def test_a_record_is_found_by_every_text_in_it() -> None:
    """What an author wrote leads to the record, whichever field it stands in, unless a reason says why not."""
    found = example()
    texts = {(item.kind, item.path): item.text for item in entries(found)}
    missing = [
        (field.owner.__name__, field.attribute)
        for item in found.records()
        if not (isinstance(item, Source) and item.id in found.texts)
        for path, value in walk(item)
        if isinstance(value, str) and (field := at(type(item), path)) is not None and field.shape is ValueShape.TEXT
        if not set(field.owner.__mro__) & set(NO_TEXTS)
        if not any((owner, field.attribute) in NOT_SOUGHT for owner in field.owner.__mro__)
        if plain(value) and plain(value) not in texts[item.KIND.name, addresses.of_record(item.ref)]
    ]
    assert [] == missing


def test_what_finds_nothing_is_a_field() -> None:
    """A reason for a field that is gone would hide the next one of that name."""
    assert [] == [(owner, name) for owner, name in NOT_SOUGHT if name not in owner.model_fields]


def test_a_name_finds_what_names_it() -> None:
    """Names of words and words of choices lead to a record; the other records that it refers to do not."""
    found = example()
    item = next(item for item in found.initiatives if not isinstance(item.signals, Absence))
    text = next(entry.text for entry in entries(found) if entry.path == addresses.of_record(item.ref))
    assert found.term(item.level).name in text.split("\n")
    for measurement in found.measurements:
        text = next(entry.text for entry in entries(found) if entry.path == addresses.of_record(measurement.ref))
        assert found.get(measurement.initiative).title not in text.split("\n")


def test_another_spelling_finds_what_has_the_word() -> None:
    """A record is found by the other names of a word that it refers to."""
    found = example()
    item = next(item for item in found.adjustments if item.id == "waterkalender")
    assert "bewoners (omwonenden)" in next(e.text for e in entries(found) if e.path == addresses.of_record(item.ref))


def test_every_figure_is_found_where_it_stands() -> None:
    """A figure leads to its record and to its place there, in one line with what it counts; a date likewise."""
    found = example()
    by_path = {entry.path: entry for entry in entries(found)}
    for item in found.measurements:
        lines = by_path[addresses.of_record(item.ref)].lines
        for result in item.results:
            if isinstance(result.value, Absence):
                continue
            shown = plain(cell_of(found, result.value).text)
            line = next(line for line in lines if line.fragment == f"cijfer-{result.id}")
            assert shown in line.text
            assert plain(result.subject) in line.text
    cost = next(item for item in found.adjustments if item.id == "waterkalender")
    said = [line.text for line in by_path[addresses.of_record(cost.ref)].lines]
    assert "Kosten: ongeveer 4,25 euro per fontein" in said
    assert not any("nagekeken" in line.text for entry in by_path.values() for line in entry.lines)
