"""When somebody last compared a record with its sources: on the page of every kind, in an annex, in data."""

import pytest
from lxml import html

from tests import voorbeeld_site
from tests.corpus_samples import Data, record, rendered
from tests.question_samples import annex, asked
from tests.test_document_annex_promises import PROMISE
from tests.test_facts_verdicts import ADJUSTMENT, INITIATIVE
from weerklank.document.annex import annex_view
from weerklank.facts.tables import adjustments, initiatives
from weerklank.model import Page, Question, Record
from weerklank.site.prose import prose_page
from weerklank.site.question import question_page
from weerklank.site.record import record_page


def page(item: Record) -> str:
    """The words of the page of a record of the example agency."""
    site = voorbeeld_site.corpus()
    if isinstance(item, Question):
        text = rendered("pages/vraag.html", question_page(site, item.id))
    elif isinstance(item, Page):
        text = rendered("pages/tekst.html", prose_page(site, item))
    else:
        text = rendered("pages/record.html", record_page(site, item))
    return str(html.fromstring(text).text_content()).replace("\N{NO-BREAK SPACE}", " ")


def test_the_page_of_every_kind_says_when_it_was_looked_at() -> None:
    """Once, as precisely as it is known; a page of which nobody said so says nothing."""
    items = {type(item): item for item in voorbeeld_site.corpus().records() if item.last_checked}
    assert len(items) == 9
    for item in items.values():
        assert page(item).count("Gegevens nagekeken ") == 1, item.ref
    silent = next(item for item in voorbeeld_site.corpus().initiatives if not item.last_checked)
    assert "Gegevens nagekeken" not in page(silent)
    assert "Gegevens nagekeken in november 2026." in page(voorbeeld_site.corpus().by_kind["toezegging"][0])


@pytest.mark.parametrize(
    ("part", "kind", "data"),
    [
        ("initiatieven", "initiatief", INITIATIVE),
        ("bijsturingen", "bijsturing", ADJUSTMENT),
        ("toezeggingen", "toezegging", PROMISE),
    ],
)
def test_an_annex_says_it_where_a_record_is_told(part: str, kind: str, data: Data) -> None:
    """Under the story; not where a record is a row."""
    cause = {"aanleiding": [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}]} if kind == "bijsturing" else {}
    item = record(
        kind, {**data, "signalen": "niet_vermeld"} if kind == "initiatief" else data, nagekeken_op="2026-02-03", **cause
    )
    view = annex_view(
        asked(item, bijlage=annex({"soort": part, "titel": "Een deel", "weergave": "fiches"})), "tevredenheid"
    )
    told = str(html.fromstring(rendered("annex/annex.html", view)).text_content()).replace("\N{NO-BREAK SPACE}", " ")

    assert "Gegevens nagekeken op 3 februari 2026." in told


def test_data_have_the_day() -> None:
    """A column of its own in the tables of records."""
    site = voorbeeld_site.corpus()
    for table in (initiatives(site), adjustments(site)):
        place = [column.key for column in table.columns].index("nagekeken_op")
        assert "2026-10-01" in [row[place].value for row in table.rows]
