"""The header and footer that all websites of the Flemish government share, by the identifiers that a site gets.

In: plain data with Dutch keys. Out: a part of `Organisation`, and the addresses of the scripts that draw them. This is
the only thing that a page ever loads from elsewhere, and only where an organisation asks for it.
"""

from weerklank.model.part import Part, field

HOST = "https://prod.widgets.burgerprofiel.vlaanderen.be"
"""Where the second version of the service lies; README of @govflanders/vl-widget-global-header-types 2.0.14."""
IDENTIFIER = r"^([0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})?$"


class Flanders(Part, title="kop en voet van Vlaanderen"):
    """The global header and footer; a site has them both, one of them, or neither."""

    header: str = field(
        "Kop", "De identificatie (UUID) van de globale kop.", alias="kop", default="", pattern=IDENTIFIER
    )
    footer: str = field(
        "Voet", "De identificatie (UUID) van de globale voet.", alias="voet", default="", pattern=IDENTIFIER
    )

    @property
    def above(self) -> str:
        """The script that draws the header where it stands, or ""."""
        return _script(self.header)

    @property
    def below(self) -> str:
        """The script that draws the footer where it stands, or ""."""
        return _script(self.footer)

    @property
    def host(self) -> str:
        """The only place from which a page may load something, or ""."""
        return HOST if self.header or self.footer else ""

    @property
    def name(self) -> str:
        """What it is called in a sentence, or ""."""
        parts = [word for word, known in (("de kop", self.header), ("de voet", self.footer)) if known]
        return f"{' en '.join(parts)} van Vlaanderen" if parts else ""


def _script(identifier: str) -> str:
    return f"{HOST}/api/v2/widget/{identifier.lower()}/embed" if identifier else ""
