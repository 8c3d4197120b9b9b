"""Judgements on an answer: each verdict against its own definition."""

import pytest

from tests.corpus_samples import Data
from weerklank.author.validate.judging import against
from weerklank.model import QuestionPart
from weerklank.states import COVERAGES

SAID: Data = {"antwoord": "De meeste wel."}
WHY: Data = {"reden": "De bijlage is niet gelezen."}
DECIDED: Data = {"steunt_op": ["beslissing:keuze"]}
MEASURED: Data = {"steunt_op": ["meting:barometer"]}
OPEN: Data = {"aan_te_vullen": {"wie": "dienst", "wat": "De maand."}}

FITS: dict[str, tuple[Data, ...]] = {
    "volledig": (SAID,),
    "deels": (SAID, {**SAID, **OPEN}),
    "onrechtstreeks": (SAID, {"bronnen": [{"bron": "antwoord"}]}),
    "cijfer_niet_vermeld": (SAID, MEASURED),
    "niet_gemeten": (WHY, DECIDED),
    "niet_te_beoordelen": (WHY,),
    "niet_van_toepassing": (WHY, {**WHY, **SAID}),
    "niet_vermeld": ({}, WHY, OPEN),
}
CONTRADICTS: dict[str, tuple[Data, ...]] = {
    "volledig": ({}, {**SAID, **OPEN}),
    "deels": ({}, WHY),
    "onrechtstreeks": ({}, MEASURED),
    "cijfer_niet_vermeld": ({}, WHY),
    "niet_gemeten": ({}, MEASURED),
    "niet_te_beoordelen": ({}, {**WHY, **SAID}),
    "niet_van_toepassing": ({}, SAID),
    "niet_vermeld": (SAID, {**WHY, **SAID}),
}


def part(verdict: str, beside: Data) -> QuestionPart:
    """A part of a question with this verdict, and what stands beside it."""
    return QuestionPart.model_validate({"vraag": "tevreden", "dekking": verdict, **beside})


@pytest.mark.parametrize("verdict", [state.key for state in COVERAGES])
def test_each_verdict_is_held_to_its_definition(verdict: str) -> None:
    """For each there is something that contradicts it, and something that does not."""
    assert [] == [beside for beside in FITS[verdict] if tuple(against(part(verdict, beside)))]
    assert [] == [beside for beside in CONTRADICTS[verdict] if not tuple(against(part(verdict, beside)))]
