"""The face of the agency: colours that words can be read on, and a home page that opens with something that is done.

In: the typed organisation, and the adjustment that it names. Out: findings. The contrasts are those of WCAG 2.2,
against every ground that a colour is used on.
"""

from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.contrast import TEXT, contrast, nearest
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Adjustment, Organisation
from weerklank.model.fields import field_of, word_of
from weerklank.model.look import Appearance
from weerklank.states import DOING
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
    """Check the colours of the organisation, and what its home page opens with."""
    adjustments = {item.model.id: item for item in checked if isinstance(item.model, Adjustment)}
    for item in checked:
        if isinstance(item.model, Organisation):
            yield from _colours(item, item.model.face)
            chosen = item.model.site.opening
            if chosen and (named := adjustments.get(chosen.id)):
                yield from _opening(item, named)


def _opening(item: Checked, named: Checked) -> Iterator[Finding]:
    """What opens the home page is done or being done."""
    assert isinstance(named.model, Adjustment)
    step = named.model.course[-1]
    if step.status not in DOING:
        where: FieldPath = ("verloop", len(named.model.course) - 1, "status")
        related = (Related(named.span(where), Elsewhere.OTHER_RECORD),)
        yield item.say(
            "R103", ("site", "opening"), hint=Hint("another"), related=related, waarde=word_of(step, "status")
        )


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
