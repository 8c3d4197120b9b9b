"""How promises stand on the day of the build: late as a date, kept apart from what was certain, never in days."""

from dataclasses import replace
from datetime import date

import pytest

from tests.corpus_samples import Data, corpus, record
from weerklank.corpus import Corpus, public
from weerklank.facts.listing import all_of
from weerklank.facts.promises import certain, events, in_force, standing, standings, statement
from weerklank.kinds import KINDS
from weerklank.model import Promise, Ref

PROMISE: Data = {
    "id": "bank",
    "titel": "Een bank",
    "samenvatting": "De minister zegt een bank toe.",
    "gezegd_op": "2023-02-14",
    "uiterlijk": "2023-06",
    "verloop": {"status": "in_uitvoering"},
    "bronnen": [{"bron": "antwoord"}],
}


def promise(**changes: object) -> Promise:
    """A promise with these keys changed."""
    made = record("toezegging", PROMISE, **changes)
    assert isinstance(made, Promise)
    return made


def seen(*items: Promise, on: str = "2023-12-01") -> Corpus:
    """What the public sees of these on a day."""
    return public(corpus(*items), on=date.fromisoformat(on))


def words(on: str, **changes: object) -> str:
    """How one promise stands on a day: its group and the words beside it."""
    item = promise(**changes)
    found = standing(seen(item, on=on), item)
    return f"{found.group.key}: {found.words}".removesuffix(": ").replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("on", "changes", "expected"),
    [
        ("2023-06-30", {}, "loopt"),
        ("2023-07-01", {}, "te_laat: te laat: termijn verstreken op 30 juni 2023"),
        ("2024-02-29", {"uiterlijk": "2024-02"}, "loopt"),
        ("2023-12-31", {"uiterlijk": "2023"}, "loopt"),
        ("2024-01-01", {"uiterlijk": "2023"}, "te_laat: te laat: termijn verstreken op 31 december 2023"),
        ("2023-12-01", {"verschoven": [{"van": "2023-06", "naar": "2024-03-31"}]}, "loopt"),
        (
            "2024-04-01",
            {"verschoven": [{"van": "2023-06", "naar": "2024-03-31"}]},
            "te_laat: te laat: termijn verstreken op 31 maart 2024",
        ),
        ("2023-12-01", {"uiterlijk": "niet_vermeld"}, "zonder_termijn"),
        ("2023-12-01", {"verloop": "niet_vermeld"}, "te_laat: te laat: termijn verstreken op 30 juni 2023"),
        (
            "2023-12-01",
            {"verloop": {"status": "deels_nagekomen"}},
            "te_laat: te laat: termijn verstreken op 30 juni 2023",
        ),
        (
            "2023-12-01",
            {"verloop": {"status": "deels_nagekomen"}, "afgesloten_door": "De commissie"},
            "deels_nagekomen",
        ),
        ("2023-12-01", {"verloop": "niet_vermeld", "afgesloten_door": "De commissie"}, "afgesloten"),
        ("2023-12-01", {"verloop": {"status": "in_uitvoering"}, "afgesloten_door": "De commissie"}, "afgesloten"),
        (
            "2023-12-01",
            {"verloop": {"status": "nagekomen", "datum": "2023-06-30"}},
            "nagekomen: nagekomen op 30 juni 2023",
        ),
        (
            "2023-12-01",
            {"verloop": {"status": "nagekomen", "datum": "2023-07-10"}},
            "nagekomen: nagekomen op 10 juli 2023, na de termijn",
        ),
        ("2023-12-01", {"verloop": {"status": "ingetrokken"}, "reden": "Te duur."}, "ingetrokken"),
    ],
)
def test_late_is_a_date(on: str, changes: Data, expected: str) -> None:
    """A month or a year counts until its last day, the last deadline holds, and what is over is not late."""
    assert expected == words(on, **changes)


def test_the_whole_does_not_know_the_day() -> None:
    """Only the public part is made for a day; it knows which promises are late and nothing else of that day."""
    item = promise()

    assert frozenset() == corpus(item).overdue
    assert replace(seen(item, on="2023-07-01"), by_kind={}) == replace(seen(item, on="2026-01-01"), by_kind={})


def test_what_was_certain_is_counted_apart() -> None:
    """It is in no group; the sentence says how many there are in all, and how many of these were certain."""
    kept = {"verloop": {"status": "nagekomen"}}
    certainly = {"stond_al_vast": "Het stond in het decreet."}
    site = seen(promise(), promise(id="vast", **kept, **certainly), promise(id="nog", **kept))

    assert ["vast"] == [stands.item.id for stands in certain(site)]
    assert "vast" not in [stands.item.id for group in standings(site).values() for stands in group]
    first = "3\u00a0toezeggingen, waarvan er 1 al vaststond toen ze toegezegd werd."
    assert f"{first} Van de 2 andere is er 1 nagekomen. 1 is te laat." == statement(site)
    late = promise(id="vast", **certainly)
    assert "nagekomen." == statement(seen(late, promise(id="nog", **kept))).rpartition(" ")[2], "one of them is late"
    two = [promise(id=name, **kept, **certainly) for name in ("vast", "ook-vast")]
    first = "3\u00a0toezeggingen, waarvan er 2 al vaststonden toen ze toegezegd werden."
    assert f"{first} De andere is nog niet nagekomen. 1 is te laat." == statement(seen(promise(), *two))
    assert "2\u00a0toezeggingen, die al vaststonden toen ze toegezegd werden." == statement(seen(*two))
    assert "1\u00a0toezegging, die al vaststond toen ze toegezegd werd." == statement(seen(two[0]))


def test_the_words_of_a_term() -> None:
    """A vague term keeps its words with the last day that they can mean; a moved one says how often."""
    moved = [{"van": "2023-06", "naar": "2023-09"}, {"van": "2023-09", "naar": "2024"}]

    assert "termijn: juni 2023" == in_force(promise())
    assert "termijn: “in het najaar”, dus uiterlijk 20\u00a0december 2023" == in_force(
        promise(uiterlijk="2023-12-20", termijn="in het najaar")
    )
    assert "termijn: 2024, 2\u00a0keer verschoven" == in_force(promise(verschoven=moved))
    vague = [*moved[:1], {"van": "2023-09", "naar": "2024-12", "termijn": "het najaar van 2024"}]
    assert "termijn: “het najaar van 2024”, dus uiterlijk 31\u00a0december 2024, 2\u00a0keer verschoven" == in_force(
        promise(verschoven=vague)
    )
    same = [{"van": "2023-06", "naar": "2023-09", "termijn": "het najaar"}, {"van": "2023-09", "naar": "2023-09-30"}]
    assert "termijn: 30\u00a0september 2023, 1\u00a0keer verschoven" == in_force(promise(verschoven=same))
    assert "termijn: 30\u00a0september 2023, niet verschoven" == in_force(promise(verschoven=same[1:]))
    assert "geen termijn vermeld" == in_force(promise(uiterlijk="niet_vermeld"))


def test_the_table_has_the_day_and_since_when() -> None:
    """Who works with the data need not work out what a month means."""
    table = all_of(seen(promise(), promise(id="ruim", uiterlijk="2030")), KINDS["toezegging"])
    keys = [column.key for column in table.columns]
    found = {
        row[keys.index("id")].text: [row[keys.index(key)] for key in ("laatste_dag", "te_laat_sinds")]
        for row in table.rows
    }

    assert ["2023-06-30", "2023-06-30"] == [cell.value for cell in found["bank"]]
    assert "2030-12-31" == found["ruim"][0].value
    assert "niet van toepassing" == found["ruim"][1].text


def test_what_happened_can_be_followed() -> None:
    """Said, moved, a step, closed, late: each with its own day and a name that lasts."""
    item = promise(
        verschoven=[{"van": "2023-06", "naar": "2023-09", "op": "2023-06-02"}],
        verloop=[{"status": "in_uitvoering", "datum": "2023-05"}],
    )
    found = {event.key: event.on.iso for event in events(seen(item), item)}

    expected = {
        "gezegd": "2023-02-14",
        "verschoven-1": "2023-06-02",
        "stap-1": "2023-05",
        "te-laat-2023-09-30": "2023-09-30",
    }
    assert expected == found


def test_nobody_closed_it() -> None:
    """A source may say that it is closed and not by whom."""
    item = promise(afgesloten_op="2023-09-01", afgesloten_door="niet_vermeld")
    found = {event.key: event.words for event in events(seen(item), item)}

    assert not item.is_open
    assert "Afgesloten." == found["afgesloten"]


def test_the_card_knows() -> None:
    """A page that names a promise can say since when it is late, and changes when that does."""
    late, before = seen(promise()), seen(promise(), on="2023-06-30")
    ref = Ref("toezegging", "bank")

    assert "2023-06-30" == (card.iso if (card := late.index.card(ref).late) else "")
    assert before.index.card(ref).late is None
    assert late.index.beside(ref) != before.index.beside(ref)
