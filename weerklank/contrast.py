"""How well a colour stands out from another, and the nearest one that stands out enough.

In: colours as "#rrggbb". Out: numbers and colours. The formulas are those of WCAG 2.2.
"""

from collections.abc import Iterable

TEXT, GRAPHICS = 4.5, 3.0
"""The least contrast of words (1.4.3), and of lines and shapes that carry meaning (1.4.11)."""

_LINEAR = 0.04045
_STEPS = 255
_BLACK, _WHITE = "#000000", "#ffffff"


def luminance(colour: str) -> float:
    """The relative luminance, 0 for black to 1 for white: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance."""
    parts = (part / 255 for part in _parts(colour))
    red, green, blue = (part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """The contrast ratio, 1 to 21, in either order: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def nearest(colour: str, needs: Iterable[tuple[str, float]]) -> str:
    """The colour itself or the least darker or lighter one that has its contrast with each ground; "" for none.

    `needs`: each ground with the contrast that is asked for.
    """
    wanted = tuple(needs)
    for step in range(_STEPS + 1):
        for end in (_BLACK, _WHITE):
            found = mixed(colour, end, step / _STEPS)
            if all(contrast(found, ground) >= ratio for ground, ratio in wanted):
                return found
    return ""


def toned(colour: str, ground: str, ratio: float) -> str:
    """The colour made darker or lighter until its contrast with a ground is this ratio, no less and hardly more."""
    ends = (_BLACK, _WHITE)
    found = (mixed(colour, end, step / _STEPS) for end in ends for step in range(_STEPS + 1))
    enough = [shade for shade in found if contrast(shade, ground) >= ratio]
    return min(enough, key=lambda shade: contrast(shade, ground)) if enough else colour


def mixed(colour: str, other: str, share: float) -> str:
    """A colour with this share, from 0 to 1, of another."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(own + (end - own) * share):02x}" for own, end in pairs)


def _parts(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))
