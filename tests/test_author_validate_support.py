"""Whether a tie and a day rest on words of their own: what is remarked, and what is not."""

import pytest

from tests.test_author_validate_relations import ADJUSTMENT, found

QUOTED = "bronnen: [{bron: rapport, citaat: In het najaar van 2019 ging het loket open.}]"


def told(code: str, text: str) -> int:
    """How often a finding is told of an adjustment."""
    return [item.code for item in found({"bijsturingen/a.yaml": text})].count(code)


@pytest.mark.parametrize(
    ("strength", "words", "said"),
    [
        ("rechtstreeks", "", 1),
        ("rechtstreeks", ", bronnen: [{bron: rapport}]", 1),
        ("rechtstreeks", ", bronnen: [{bron: rapport, citaat: Omdat bewoners het vroegen.}]", 0),
        ("mee_bepalend", "", 0),
        ("niet_vermeld", "", 0),
    ],
)
def test_a_tie_that_is_made_by_a_source_has_its_words(strength: str, words: str, said: int) -> None:
    """What stands at the end of the record does not say which words make the tie."""
    cause = f"[{{initiatief: overleg, sterkte: {strength}{words}}}]"
    text = ADJUSTMENT.replace("[{initiatief: overleg, sterkte: mee_bepalend}]", cause)
    assert said == told("V039", text)


@pytest.mark.parametrize(
    ("day", "said"), [("2019-09-12", 0), ("2019", 0), ("2018", 1), ("2020-01", 1), ("niet_vermeld", 0)]
)
def test_a_day_of_the_course_is_named_by_a_quotation(day: str, said: int) -> None:
    """The year is enough: sources write days in many ways."""
    text = ADJUSTMENT.replace("[{status: gepland}]", f"[{{status: gepland, datum: {day}}}]")
    lines = [line for line in text.splitlines() if not line.startswith("bronnen:")]
    assert said == told("V024", "\n".join([*lines, QUOTED]) + "\n")
