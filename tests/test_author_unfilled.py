"""Silence of an author: a field that was left out is said to authors, and nowhere else."""

from tests.corpus_samples import INITIATIVE, MEASUREMENT, corpus
from tests.question_samples import QUESTION
from weerklank.author.unfilled import unfilled
from weerklank.document.remarks import AtField
from weerklank.document.remarks import unfilled as to_fill_in
from weerklank.document.sheets import sheet
from weerklank.facts.gaps import gaps
from weerklank.model import RECORDS

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
