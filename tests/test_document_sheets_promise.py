"""A promise on its page, in its list and in the table: what came of it, also when nothing is known of that."""

import shutil
from datetime import date
from pathlib import Path

from tests.corpus_samples import Data, corpus, record
from tests.sheet_tools import printed
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.facts.gaps import gaps
from weerklank.facts.listing import all_of
from weerklank.findings import Severity
from weerklank.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
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
    assert "Wat ervan kwam niet vermeld: Het verslag komt er niet op terug. Afgesloten door" in page.section("verloop")
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


def test_a_check_accepts_it(tmp_path: Path) -> None:
    """An author who writes so gets no word of it, but that the course was looked for."""
    content = tmp_path / "content"
    shutil.copytree(ROOT / "weerklank" / "begin", content)
    path = content / "toezeggingen" / "alle-fietspaden-nagekeken.yaml"
    text = path.read_text("utf-8")
    begin, end = text.index("verloop:"), text.index("\nbronnen:") + 1
    path.write_text(f"{text[:begin]}verloop: niet_vermeld\n{text[end:]}", encoding="utf-8")
    loaded = load(content)
    found = validate(loaded, on=date(2026, 11, 23))
    assert [] == [item.code for item in (*loaded.findings, *found.findings) if item.severity is not Severity.NOTE]


def test_the_last_step_is_how_far_it_is() -> None:
    """The state of the newest step stands with the facts, each step in the course."""
    page = printed("toezegging", PROMISE, verloop=[{"status": "in_uitvoering"}, {"status": "nagekomen"}])
    assert "nagekomen" == page.facts()["Toestand"]
    assert "In uitvoering" in page.section("verloop")
