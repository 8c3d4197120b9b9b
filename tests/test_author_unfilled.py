"""Silence of an author: a field that was left out is said to authors, and nowhere else."""

from collections.abc import Mapping

import pytest

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, corpus
from tests.question_samples import QUESTION
from tests.test_facts_promises import PROMISE
from weerklank.author.unfilled import left_out, unfilled
from weerklank.document.remarks import AtField
from weerklank.document.remarks import unfilled as to_fill_in
from weerklank.document.sheets import sheet
from weerklank.facts.gaps import gaps
from weerklank.model import RECORDS, Part
from weerklank.model.fields import walk

LEFT_OUT = RECORDS["initiatief"].model_validate({**INITIATIVE, "doel": "niet_vermeld"})
"""It says that the source does not state the purpose, and nothing of who was there, or of the outcome."""


def test_what_was_left_out_is_for_authors() -> None:
    """Each record that leaves something out has a line with the keys; a written state is not among them."""
    (line,) = (line for line in unfilled(corpus(LEFT_OUT)) if line.startswith(f"initiatief:{LEFT_OUT.id}: "))

    keys = line.rpartition(": ")[2].split(", ")
    assert {"uitkomst", "deelnemers"} <= set(keys)
    assert "doel" not in keys


def test_a_term_is_asked_where_there_is_one() -> None:
    """Whether an answer was in time is no question for a kind that has no term."""
    kinds = ("schriftelijke_vraag", "interpellatie")
    bare = {kind: RECORDS["vraag"].model_validate({**QUESTION, "soort": kind}) for kind in kinds}
    keys = {kind: unfilled(corpus(item))[-1].rpartition(": ")[2].split(", ") for kind, item in bare.items()}

    assert "termijn" in keys["schriftelijke_vraag"]
    assert "termijn" not in keys["interpellatie"]
    assert "minister" in keys["interpellatie"]


RESULTS = [{"id": f"r{place}", "onderwerp": "Termijn", "jaar": str(2020 + place), "waarde": "1"} for place in range(3)]


def test_pieces_that_lack_the_same_stand_together() -> None:
    """Twelve results without a margin are one thing to look for; one among others is called by its name."""
    apart = [{**RESULTS[0], "n": "niet_vermeld"}, *RESULTS[1:]]
    rows = {place.field: place.text for place in _open(resultaten=RESULTS)}
    assert "Foutenmarge, Vraag" in rows["Resultaten, alle 3"]
    two, one = "Resultaat “Termijn, 2021”; Resultaat “Termijn, 2022”", "Resultaat “Termijn, 2020”"
    found = {place.field: place.text for place in _open(resultaten=apart)}
    assert "Aantal antwoorden" in found[two]
    assert "Aantal antwoorden" not in found[one]


def test_what_a_measurement_says_for_all_is_not_asked_of_each() -> None:
    """A margin where everyone was asked, and what the measurement or the series says of every result."""
    said = {"keuze": "iedereen", "vraagtekst": "niet_vermeld"}
    assert not [place.text for place in _open(resultaten=RESULTS, **said) if "Foutenmarge" in place.text]
    assert not [place.text for place in _open(resultaten=RESULTS, **said) if "Vraag" in place.text]
    asked = _open(resultaten=RESULTS, keuze="toevallig", foutenmarge="niet_vermeld")
    assert not [place.text for place in asked if "Foutenmarge" in place.text]
    own = [{**item, "reeks": "termijn"} for item in RESULTS]
    series = [{"id": "termijn", "naam": "Termijn", "vraagtekst": "Hoe lang?"}]
    assert not [
        place for place in _open(resultaten=own, reeksen=series) if "Resulta" in place.field and "Vraag" in place.text
    ]


@pytest.mark.parametrize("state", ["kwalitatief", "cijfer_niet_vermeld", "niet_gemeten", "niet_vermeld"])
def test_of_a_figure_that_is_not_there_nothing_else_is_asked(state: str) -> None:
    """Nobody can fill in how many answered what was not measured; a figure that nobody came to yet is asked."""
    absent = [{**item, "waarde": {"toestand": state, "reden": "Zo staat het er."}} for item in RESULTS]

    assert not [place for place in _open(resultaten=absent) if place.field.startswith("Resultat")]
    assert [place for place in _open(resultaten=RESULTS) if place.field.startswith("Resultat")]


def _asked_of(kind: str, data: Mapping[str, object], name: str) -> bool:
    """Whether the author of a record is asked for this field of it, or of a piece of it."""
    item = RECORDS[kind].model_validate(data)
    parts = [part for _, part in walk(item) if isinstance(part, Part)]
    return any(name in [own.key for own in left_out(part, item)] for part in parts)


def test_a_cause_is_a_signal_or_complaints() -> None:
    """What came of complaints came of no initiative, and has no signal."""
    complaints = {**ADJUSTMENT, "aanleiding": [{"klachten": "2024", "sterkte": "rechtstreeks"}]}
    initiative = {**ADJUSTMENT, "aanleiding": [{"initiatief": "bevraging", "sterkte": "rechtstreeks"}]}

    assert [False, False] == [_asked_of("bijsturing", complaints, name) for name in ("initiatief", "signaal")]
    assert [False, True] == [_asked_of("bijsturing", initiative, name) for name in ("initiatief", "signaal")]


@pytest.mark.parametrize(
    ("status", "asked"),
    [("uitgevoerd", (True, True)), ("gepland", (True, False)), ("niet_weerhouden", (False, False))],
)
def test_what_was_not_done_has_no_effect(status: str, asked: tuple[bool, bool]) -> None:
    """The cost of what is planned can be known; of what never comes there is neither cost nor effect."""
    data = {**ADJUSTMENT, "reden": "Te duur.", "verloop": [{"status": status, "datum": "niet_vermeld"}]}
    for name in ("kosten", "effect"):
        data.pop(name, None)

    assert asked == tuple(_asked_of("bijsturing", data, name) for name in ("kosten", "effect"))


@pytest.mark.parametrize(("status", "asked"), [("in_uitvoering", False), ("nagekomen", True)])
def test_what_runs_was_closed_by_nobody(status: str, asked: bool) -> None:  # noqa: FBT001 - a case
    """Who closed a promise is asked once it has ended."""
    data = {**PROMISE, "verloop": [{"status": status, "datum": "niet_vermeld"}]}

    assert asked == _asked_of("toezegging", data, "afgesloten_door")


def _open(**changes: object) -> list[AtField]:
    """What is still open in a measurement."""
    item = RECORDS["meting"].model_validate({**MEASUREMENT, **changes})
    return list(to_fill_in(corpus(item), (item,)))


def test_what_was_left_out_is_no_gap() -> None:
    """Only a written state is one."""
    found = [gap.field for gap in gaps(corpus(LEFT_OUT)) if gap.ref == LEFT_OUT.ref]

    assert "purpose" in found
    assert [] == [name for name in ("outcome", "participants") if name in found]
    assert "Uitkomst" not in str(sheet(corpus(LEFT_OUT), LEFT_OUT))
