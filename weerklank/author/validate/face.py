"""The face of the agency: colours that words can be read on.

In: the typed organisation. Out: findings. The contrasts are those of WCAG 2.2, against every ground that a colour is
used on.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.validate.places import Checked
from weerklank.contrast import TEXT, contrast, nearest
from weerklank.findings import Finding
from weerklank.messages import Hint
from weerklank.model import Organisation
from weerklank.model.fields import field_of
from weerklank.model.look import Appearance
from weerklank.theme import DARK, LIGHT, grounds
from weerklank.wording import number

_COLOURS = (
    ("fill", LIGHT, 0),
    ("line", LIGHT, 1),
    ("dark_fill", DARK, 0),
    ("dark_line", DARK, 1),
)
"""Each colour with the palette that it comes into, and which of its grounds it has to stand out from."""


def check_face(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Check the colours of the organisation."""
    for item in checked:
        if isinstance(item.model, Organisation):
            yield from _colours(item, item.model.face)


def _colours(item: Checked, face: Appearance) -> Iterator[Finding]:
    for name, palette, place in _COLOURS:
        colour, needs = getattr(face, name), grounds(palette)[place]
        found = sorted((contrast(colour, ground), ground, ratio) for ground, ratio in needs) if colour else []
        if lacking := [(has, ground, asked) for has, ground, asked in found if has < asked]:
            has, ground, asked = lacking[0]
            yield item.say(
                "V060",
                ("uiterlijk", field_of(Appearance, name).key),
                hint=Hint("nearest", {"waarde": nearest(colour, needs).removeprefix("#")}),
                waarde=colour,
                ander=ground,
                getal=_ratio(has),
                grens=_ratio(asked),
                soort="woorden" if asked == TEXT else "lijnen en vormen",
            )


def _ratio(value: float) -> str:
    """A contrast, rounded down: never more than it is."""
    return number(Decimal(int(value * 10)) / 10)
