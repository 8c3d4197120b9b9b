"""A promise on its page, in its list and in the table: what came of it, also when nothing is known of that."""

from tests.corpus_samples import Data, corpus, record
from tests.sheet_tools import Printed, printed
from weerklank.facts.gaps import gaps
from weerklank.facts.listing import all_of
from weerklank.kinds import KINDS
from weerklank.model.question import Promise

PROMISE: Data = {
    "id": "bank",
    "titel": "Een bank",
    "samenvatting": "De minister zegt een bank toe.",
    "gezegd_op": "2026-03-03",
    "bronnen": [{"bron": "antwoord"}],
}
SILENCE: Data = {"verloop": {"toestand": "niet_vermeld", "reden": "Het verslag komt er niet op terug."}}


def test_a_promise_of_which_nothing_is_known() -> None:
    """It is written with the state and its reason, and so it is printed: on its page, its card and in the table."""
    page = printed("toezegging", PROMISE, **SILENCE)
    assert "Wat ervan kwam niet vermeld: Het verslag komt er niet op terug." == page.section("verloop")
    item = record("toezegging", PROMISE, **SILENCE)
    found = corpus(item)
    state = found.index.card(item.ref).state
    assert state is not None
    assert "niet_vermeld" == state.key
    table = all_of(found, KINDS["toezegging"])
    keys = [column.key for column in table.columns]
    (row,) = table.rows
    assert ("niet vermeld", "niet vermeld") == (row[keys.index("toestand")].text, row[keys.index("datum")].text)
    assert "Wat ervan kwam" in [gap.what for gap in gaps(found) if gap.ref == item.ref]


def test_a_promise_whose_course_is_not_written_yet() -> None:
    """Of what its author has not come to, the page says nothing, and it is no gap."""
    item = Promise.model_validate(PROMISE)
    found = corpus(item)
    assert "" == Printed(found, item).section("verloop")
    assert [] == [gap for gap in gaps(found) if gap.ref == item.ref]
    assert found.index.card(item.ref).state is None
    (row,) = all_of(found, KINDS["toezegging"]).rows
    assert "niet vermeld" in [cell.text for cell in row]


def test_the_last_step_is_how_far_it_is() -> None:
    """The state of the newest step stands with the facts, each step in the course."""
    page = printed("toezegging", PROMISE, verloop=[{"status": "in_uitvoering"}, {"status": "nagekomen"}])
    assert "nagekomen" == page.facts()["Toestand"]
    assert "In uitvoering" in page.section("verloop")
