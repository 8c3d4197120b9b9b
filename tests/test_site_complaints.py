"""The list of complaints: the place where figures come, and all years in one table."""

import pytest

from tests.corpus_samples import OTHER, Data, corpus, record, rendered
from tests.real_content import minimal, real
from weerklank.corpus import Corpus
from weerklank.site.complaints import complaints_page

YEAR: Data = {"titel": "Klachten", "bronnen": [{"bron": "antwoord"}]}
NEW = record("klachtenjaar", {**YEAR, "id": "nieuw", "titel": "Klachten in 2019", "jaar": "2019", "totaal": "12"})
OLD = record("klachtenjaar", {**YEAR, "id": "oud", "titel": "Klachten in 2018", "jaar": "2018", "totaal": "7"})


@pytest.mark.parametrize(
    "found", [real(), corpus(), minimal(), corpus(NEW, OLD)], ids=["real", "sample", "minimal", "years"]
)
def test_the_list_can_be_printed(found: Corpus) -> None:
    """Before the first year, too."""
    view = complaints_page(found)
    html = rendered("pages/klachten.html", view)
    assert bool(found.complaints) == bool(view.table) == bool(view.downloads)
    assert [] == [link.text for link in view.years if link.text not in html]


def test_words_stand_where_there_is_no_figure() -> None:
    """What an initiative heard in words about complaints is not lost for want of a number."""
    heard = {"toestand": "kwalitatief", "reden": "Klachten gaan vooral over de termijn."}
    found = complaints_page(corpus(record("initiatief", OTHER, gehoord=heard)))
    assert [("Overleg", "Klachten gaan vooral over de termijn.")] == [
        (link.text, str(said.html)) for link, said in found.words
    ]
    assert "Klachten gaan vooral over de termijn." in rendered("pages/klachten.html", found)
