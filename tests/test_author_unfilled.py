"""Silence of an author: a field that was left out is said to authors, and nowhere else."""

from tests.corpus_samples import INITIATIVE, corpus
from tests.question_samples import QUESTION
from weerklank.author.unfilled import unfilled
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


def test_what_was_left_out_is_no_gap() -> None:
    """Only a written state is one."""
    found = [gap.field for gap in gaps(corpus(LEFT_OUT)) if gap.ref == LEFT_OUT.ref]

    assert "purpose" in found
    assert [] == [name for name in ("outcome", "participants") if name in found]
    assert "Uitkomst" not in str(sheet(corpus(LEFT_OUT), LEFT_OUT))
