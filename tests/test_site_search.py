"""The search page: from A to Z for every reader, and the index that the script reads."""

import re

from tests.corpus_samples import ADJUSTMENT, HOSTILE, corpus, record, rendered
from tests.search_tools import texts_of
from weerklank.site.search import MOST, everything, index_files, search_page


def test_every_entry_stands_under_its_letter() -> None:
    """Letters in order, accents and signs before a word set aside, digits and signs last; nothing is left out."""
    titles = ["Één loket", "’t Stadhuis", "2020 in beeld", "مجلس", "eenvoud"]
    records = [record("bijsturing", {**ADJUSTMENT, "id": f"b{n}", "titel": title}) for n, title in enumerate(titles)]
    whole = corpus(*records)
    page = search_page(whole, everything(whole))
    letters = {letter.name: [link.text for link in letter.links] for letter in page.letters}

    assert ["Één loket", "eenvoud"] == [title for title in letters["E"] if title in titles]
    assert "’t Stadhuis" in letters["T"]
    assert ["2020 in beeld"] == letters["0–9"]
    assert ["مجلس"] == letters["م"]
    assert "0–9" == page.letters[-1].name
    assert len(everything(whole)) == sum(len(letter.links) for letter in page.letters)
    assert len(page.letters) == len({letter.id for letter in page.letters})


def test_each_title_says_what_it_is() -> None:
    """By the word for one of its kind; a year of complaints goes by the name of its list."""
    year = {"id": "2019", "titel": "Klachten in 2019", "jaar": "2019", "bronnen": [{"bron": "antwoord"}]}
    whole = corpus(record("klachtenjaar", year))
    notes = {link.text: link.note for letter in search_page(whole, everything(whole)).letters for link in letter.links}

    assert "klachten" == notes["Klachten in 2019"]
    assert ("initiatief", "bron", "begrip") == tuple(
        notes[name] for name in ("Bevraging", "Antwoord op een vraag", "Leemte")
    )


def test_many_titles_are_lists() -> None:
    """Of more titles than fit on a page every kind has its list, with how many it holds."""
    whole = corpus(*(record("bijsturing", {**ADJUSTMENT, "id": f"b{n}", "titel": f"Nr. {n}"}) for n in range(MOST)))
    page = search_page(whole, everything(whole))
    html = rendered("pages/zoeken.html", page)

    assert () == page.letters
    assert ("bijsturingen/index.html", str(MOST + 1)) in [(link.path, link.note) for link in page.kinds]
    assert "begrippen.html" in [link.path for link in page.kinds]
    assert "te veel titels" in html
    assert len(html) < 20_000


def test_pages_without_records_are_found_too() -> None:
    """What the navigation and the foot lead to can be found by its name."""
    found = {entry.title for entry in everything(corpus()) if entry.kind == "pagina"}

    assert {"Wat de bron niet zegt", "Wat leidde tot wat", "Open data", "Toegankelijkheidsverklaring"} <= found
    assert "Zoeken" not in found


def test_the_index_is_the_list() -> None:
    """The scripts know what the page lists: addresses with their fragment, titles and texts."""
    expected = [
        (f"{entry.path}#{entry.fragment}" if entry.fragment else entry.path, entry.title, entry.text)
        for entry in everything(corpus())
    ]

    assert expected == texts_of(index_files(corpus()))
    assert "begrippen.html#begrip-leemte" in [address for address, *_ in expected]


def test_the_index_is_data() -> None:
    """A hostile title is a string in the index and text on the page."""
    whole = corpus(record("bijsturing", {**ADJUSTMENT, "titel": HOSTILE}))
    html = rendered("pages/zoeken.html", search_page(whole, everything(whole)))

    assert HOSTILE in [title for _, title, _ in texts_of(index_files(whole))]
    assert HOSTILE not in html
    assert html.count("<script") == html.count("</script>")


def test_the_page_is_whole_without_scripts() -> None:
    """The form waits for the script; until then the page says what to do instead."""
    whole = corpus()
    html = rendered("pages/zoeken.html", search_page(whole, everything(whole)))

    assert re.search(r"<form[^>]* hidden>", html)
    assert "Daarvoor moet JavaScript aanstaan" in html
    assert '<a href="initiatieven/bevraging.html">Bevraging</a>' in html
