"""The home page: the key figures, the overview of what is stated and what is not, and the ways in."""

import pytest

from tests.corpus_samples import INITIATIVE, NOTES, OTHER, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.model import Initiative
from weerklank.site.home import POSTER_ROWS, home_page


@pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])
def test_there_is_a_home_page(found: Corpus) -> None:
    """From the first day, with one heading and a way to everything."""
    html = rendered("pages/home.html", home_page(found))
    assert 1 == html.count("<h1")
    assert [] == [way for way in home_page(found).ways if f'href="{way.link.path}"' not in html]


def test_the_overview_is_every_initiative() -> None:
    """First what has most to tell, three cells each, and the words in each column counted."""
    found = home_page(example())
    assert 12 == len(found.poster)
    assert ("Pleingesprekken", ["vermeld", "10\u00a0signalen", "4\u00a0bijsturingen"]) == (
        found.poster[0][0].text,
        [cell.label for cell in found.poster[0][1]],
    )
    assert "7 met een bijsturing; 1 alleen een uitkomst; 1 overwogen; 3 niet vermeld" == found.totals[2]
    assert 0 == found.more


def test_more_rows_than_a_poster_can_hold() -> None:
    """The rest is counted, and the totals are those of all."""
    many = [record("initiatief", OTHER, id=f"i{number}", titel=f"Initiatief {number}") for number in range(POSTER_ROWS)]
    found = home_page(corpus(*many))
    assert (POSTER_ROWS, 2) == (len(found.poster), found.more)
    assert f"{POSTER_ROWS + 2} niet vermeld" == found.totals[0]


def test_ways_say_how_much_is_there() -> None:
    """Counts of records, of stakeholders and of what is not known; zero is a count."""
    counts = {way.link.text: way.count for way in home_page(example()).ways}
    assert ("12", "14", "9", "6") == tuple(
        counts[name] for name in ("Initiatieven", "Bijsturingen", "Peilingen", "Vragen")
    )
    assert {"0"} == {
        way.count for way in home_page(minimal().having(Initiative, ())).ways if way.link.text == "Initiatieven"
    }


def test_the_newest_changes_stand_on_home() -> None:
    """The history of corrections is not hidden; five at most."""
    notes = [{"datum": f"2026-0{month}-01", "tekst": f"Wijziging {month}"} for month in range(1, 8)]
    found = home_page(corpus(record("initiatief", INITIATIVE, wijzigingen=[*NOTES, *notes])))
    assert 5 == len(found.changes)
    assert "2026-11-02" == found.changes[0][0].date.iso


def test_the_title_is_that_of_the_agency() -> None:
    """Slogan, introduction and scope come from the record of the organisation."""
    found = home_page(corpus())
    assert ("Wat u ons vertelde", "Alles komt uit één antwoord.") == (found.head.title, str(found.scope))
