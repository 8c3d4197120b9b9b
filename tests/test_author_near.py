"""What an author may have meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.author.near import choose_from, did_you_mean, distance, nearest
from weerklank.findings import finding
from weerklank.messages import Hint


def said(hint: Hint | None) -> str | None:
    """The words of a hint, as a finding has them."""
    return finding("R002", hint=hint, veld="x").hint


def test_near_words_are_ranked() -> None:
    """Nearest first; a swap of neighbours is one slip; a word that is cut off is near, however long the rest."""
    assert ("uitgevoerd",) == nearest("uitgevored", ["uitgevoerd", "deels_uitgevoerd", "gepland"])
    assert ("fusies-gemeenten",) == nearest("fusies", ["fusies-gemeenten", "barometer"])
    assert ("niet_vermeld",) == nearest("Niet vermeld", ["niet_vermeld", "niet_gemeten"])
    assert () == nearest("barometer", ["loket", "onthaal"])


def test_hints_are_whole_sentences() -> None:
    """One word, several words, a short list, or nothing."""
    assert said(did_you_mean("overlg", ["overleg"])) == "bedoelt u “overleg”?"
    assert said(did_you_mean("a1", ["a2", "a3"], count=2)) == "bedoelt u “a2” of “a3”?"
    assert said(choose_from("zzz", ("ja", "nee"))) == "kies uit: ja, nee"
    assert choose_from("zzz", tuple(f"woord-{n}" for n in range(9))) is None


@pytest.mark.parametrize(
    ("written", "slips"),
    [("overleg", 0), ("overlg", 1), ("overlegg", 1), ("overlag", 1), ("ovelreg", 1), ("ovlreg", 2)],
)
def test_a_slip_is_one_letter(written: str, slips: int) -> None:
    """A letter that is left out, added or changed, and two neighbours that are swapped, are each one slip."""
    assert slips == distance(written, "overleg", limit=5)


@given(st.text(alphabet="abc", max_size=8), st.text(alphabet="abc", max_size=8))
def test_distance_is_symmetrical_and_bounded(one: str, other: str) -> None:
    """The distance is the same both ways, nothing for equal words, and at most the length of the longer one."""
    there, back = distance(one, other, limit=10), distance(other, one, limit=10)
    assert there == back <= max(len(one), len(other))
    assert (there == 0) == (one == other)
