"""The face of an agency and words of its own: its logo, its colours, what it calls its lists.

In: plain data with Dutch keys. Out: parts of `Organisation`. Whether words can be read on a colour is for `check`.
"""

from typing import Annotated

from pydantic import BeforeValidator, StringConstraints

from weerklank.kinds import KINDS, Menu
from weerklank.model.illustrated import FILE_PATTERN
from weerklank.model.part import OneOf, Part, field
from weerklank.theme import Accent, Palettes, look_of


def _hex(value: object) -> object:
    """A colour as it is typed, with or without "#", which begins a remark in YAML where it stands alone."""
    return f"#{value.lower().removeprefix('#')}" if isinstance(value, str) and value else value


Colour = Annotated[str, BeforeValidator(_hex), StringConstraints(pattern=r"^(#[0-9a-f]{6})?$")]

LISTED = tuple(name for name, kind in KINDS.items() if kind.menu is not Menu.NONE)
"""Kinds with a list page in the navigation."""


class Logo(Part, title="logo"):
    """The logo of the agency, on every page and at the head of an annex."""

    file: str = field(
        "Bestand",
        "De naam van het bestand naast organisatie.yaml: png, jpg, jpeg of webp.",
        alias="bestand",
        pattern=FILE_PATTERN,
    )
    shows: str = field(
        "Wat er te zien is", "Wat iemand die het logo niet ziet, leest.", alias="beschrijving", min_length=2
    )


class ListName(Part, title="naam van een lijst"):
    """What an agency calls one of its lists."""

    kind: Annotated[str, OneOf(LISTED)] = field("Lijst", "Van welke soort de lijst is.", alias="lijst")
    name: str = field("Naam", "Hoe de lijst heet, in het menu en boven de lijst.", alias="naam", min_length=2)


class Appearance(Part, title="uiterlijk"):
    """How the site and the annex of an agency look; what it leaves out looks as it does of any other."""

    logo: Logo | None = field("Logo", "Het logo, op elke pagina en bovenaan een bijlage.", alias="logo", default=None)
    fill: Colour = field(
        "Vlak", "De kleur achter woorden en in vormen, in zes tekens: 8fd3f4.", alias="vlak", default=""
    )
    line: Colour = field(
        "Lijn", "De kleur van links en van lijnen in grafieken, in zes tekens: 00558c.", alias="lijn", default=""
    )
    dark_fill: Colour = field(
        "Vlak op een donkere grond", "Als een ander vlak daar beter past.", alias="vlak_donker", default=""
    )
    dark_line: Colour = field(
        "Lijn op een donkere grond", "De kleur van links en van lijnen daar.", alias="lijn_donker", default=""
    )

    @property
    def palettes(self) -> Palettes:
        """The colours that pages, charts and annexes are drawn in."""
        return look_of(Accent(self.fill, self.line), Accent(self.dark_fill or self.fill, self.dark_line))
