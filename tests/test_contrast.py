"""How well colours stand out, and the nearest that stands out enough."""

import pytest

from tests import contrast as independent
from weerklank.contrast import GRAPHICS, TEXT, contrast, luminance, mixed, nearest, toned

COLOURS = ("#000000", "#ffffff", "#0055cc", "#ffed00", "#7a1f1f", "#8fd3f4", "#767676")


@pytest.mark.parametrize("colour", COLOURS)
def test_it_is_what_the_tests_reckon(colour: str) -> None:
    """The formulas of WCAG, written down twice."""
    assert independent.luminance(colour) == luminance(colour)
    assert all(independent.contrast(colour, other) == contrast(colour, other) for other in COLOURS)


@pytest.mark.parametrize("colour", COLOURS)
def test_the_nearest_does_and_what_is_nearer_does_not(colour: str) -> None:
    """A colour that will do stays; else one step less, darker or lighter, would not do."""
    needs = (("#ffffff", TEXT), ("#f7f9fc", GRAPHICS))
    found = nearest(colour, needs)
    assert all(independent.contrast(found, ground) >= ratio for ground, ratio in needs)
    if all(independent.contrast(colour, ground) >= ratio for ground, ratio in needs):
        assert colour == found
        return
    steps = [mixed(colour, end, step / 255) for step in range(256) for end in ("#000000", "#ffffff")]
    before = steps[: steps.index(found)]
    assert not [c for c in before if all(independent.contrast(c, ground) >= ratio for ground, ratio in needs)]


def test_what_cannot_be_is_said() -> None:
    """No colour stands out from black and from white that well."""
    assert "" == nearest("#777777", (("#ffffff", 7), ("#000000", 7)))


@pytest.mark.parametrize("ratio", [3, 4.5, 10])
def test_a_tone_has_its_contrast_and_hardly_more(ratio: float) -> None:
    """On a light and on a dark ground, whatever the colour was."""
    for ground in ("#ffffff", "#15181d"):
        for colour in ("#0055cc", "#7a1f1f", "#8fd3f4"):
            assert ratio <= independent.contrast(toned(colour, ground, ratio), ground) < ratio * 1.05
