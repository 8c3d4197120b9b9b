"""The search page: from A to Z for every reader, and the index that the script reads."""

import json
import re

from tests.corpus_samples import ADJUSTMENT, HOSTILE, corpus, record, rendered
from weerklank.site.search import everything, index_script, search_page


def index(script: str) -> dict[str, list[object]]:
    """The index as the browser gets it."""
    found = re.fullmatch(r"window\.weerklankIndex = \{\nsoorten: (.*),\nrecords: \[\n(.*)\n\]\};\n", script, re.DOTALL)
    assert found is not None
    return {"kinds": json.loads(found[1]), "records": json.loads(f"[{found[2]}]")}


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


def test_pages_without_records_are_found_too() -> None:
    """What the navigation and the foot lead to can be found by its name."""
    found = {entry.title for entry in everything(corpus()) if entry.kind == "pagina"}

    assert {"Wat de bron niet zegt", "Wat leidde tot wat", "Open data", "Toegankelijkheidsverklaring"} <= found
    assert "Zoeken" not in found


def test_the_index_is_the_list() -> None:
    """The script knows what the page lists, with kinds by number, addresses with their fragment, and texts."""
    found = everything(corpus())
    made = index(index_script(corpus(), found))
    addresses = [f"{entry.path}#{entry.fragment}" if entry.fragment else entry.path for entry in found]

    assert [[address, entry.title, entry.text] for address, entry in zip(addresses, found, strict=True)] == [
        item[1:4] for item in made["records"] if isinstance(item, list)
    ]
    assert "begrippen.html#begrip-leemte" in addresses


def test_the_index_is_data() -> None:
    """A hostile title is a string in the index and text on the page; the same records give the same bytes."""
    whole = corpus(record("bijsturing", {**ADJUSTMENT, "titel": HOSTILE}))
    found = everything(whole)
    html = rendered("pages/zoeken.html", search_page(whole, found))

    assert HOSTILE in [item[2] for item in index(index_script(whole, found))["records"] if isinstance(item, list)]
    assert HOSTILE not in html
    assert html.count("<script") == html.count("</script>")
    assert index_script(whole, found) == index_script(whole, everything(whole))


def test_the_page_is_whole_without_scripts() -> None:
    """The form waits for the script; until then the page says what to do instead."""
    whole = corpus()
    html = rendered("pages/zoeken.html", search_page(whole, everything(whole)))

    assert re.search(r"<form[^>]* hidden>", html)
    assert "Daarvoor moet JavaScript aanstaan" in html
    assert '<a href="initiatieven/bevraging.html">Bevraging</a>' in html
