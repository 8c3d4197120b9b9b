"""What changed: every change note of every record, newest first, and the feeds that follow them."""

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, NOTES, corpus, minimal, record, rendered
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.site.changes import all_feeds, changes_page, latest_changes
from weerklank.site.pages import plan

CHANGED = corpus(
    record("initiatief", INITIATIVE, wijzigingen=NOTES),
    record("bijsturing", ADJUSTMENT, wijzigingen=[{"datum": "2026-11-03", "tekst": "De datum staat er nu bij."}]),
)


@pytest.mark.parametrize("found", [example(), CHANGED, minimal()], ids=["example", "changed", "minimal"])
def test_the_page_can_be_printed(found: Corpus) -> None:
    """Also when nothing changed yet; every feed that it names is made."""
    view = changes_page(found)
    html = rendered("pages/wijzigingen.html", view)
    assert len(view.changes) == html.count("<time ")
    paths = {artifact.path for artifact in plan(found, assets={})}
    assert [] == [feed.path for feed in view.feeds if feed.path not in paths]


def test_the_newest_change_comes_first() -> None:
    """By date; those of one day by record, and within a record as the author wrote them."""
    found = [(note.date.iso, link.text, note.text) for note, link in latest_changes(CHANGED)]
    assert found == [
        ("2026-11-03", "Nieuwsbrief", "De datum staat er nu bij."),
        ("2026-11-02", "Bevraging", "Het aantal deelnemers is verbeterd."),
        ("2026-11-02", "Bevraging", "De periode is toegevoegd."),
        ("2026-10", "Bevraging", "De titel is korter."),
    ]


def test_only_the_latest_where_there_is_little_room() -> None:
    """The newest ones are kept."""
    assert ["2026-11-03", "2026-11-02"] == [note.date.iso for note, _ in latest_changes(CHANGED, most=2)]
    assert () == latest_changes(minimal())


def test_there_is_a_feed_for_whatever_one_follows() -> None:
    """Everything, promises, each policy field, each initiative."""
    expected = [
        "alles",
        "toezeggingen",
        "beleidsveld-gelijke-kansen",
        "beleidsveld-brussel",
        "initiatief-bevraging",
        "initiatief-overleg",
    ]
    assert [f"feeds/{name}.xml" for name in expected] == [feed.path for feed in all_feeds(CHANGED)]
