"""Who publishes, under which terms, and how the site and the annex introduce it.

In: `organisatie.yaml`. Out: a frozen `Organisation`. Nothing of one agency stands in code or templates: it is all here.
"""

from typing import Literal

from weerklank.kinds import Kind
from weerklank.model.dates import PastDate
from weerklank.model.flanders import Flanders
from weerklank.model.look import Appearance, ListName
from weerklank.model.numbers import Ordinal
from weerklank.model.part import Address, AddressOrNothing, Identifier, Part, field
from weerklank.model.values import AdjustmentRef, Citations, SourceRef, Tension, YesNo
from weerklank.theme import Palettes

SCHEMA = "2"
"""Which schema the content is of, as `migrate` writes it: what it was before that has no number."""


class Statement(Part, title="uitspraak van de organisatie"):
    """Words of the organisation about itself, with their source."""

    text: str = field("Tekst", "De letterlijke tekst.", alias="tekst", min_length=3)
    points: tuple[str, ...] = field("Punten", "Opgesomde punten.", alias="punten", default=())
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


class Contact(Part, title="contact"):
    """How to reach the publisher: a role, never a person."""

    name: str = field("Dienst", "De dienst.", alias="naam")
    email: str = field(
        "Mail", "Een mailbox van de dienst.", alias="email", default="", pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$"
    )
    address: str = field("Postadres", "Het postadres.", alias="adres", default="")
    url: AddressOrNothing = field("Website", "Het adres van de website.", alias="url", default="")


class Licence(Part, title="licentie"):
    """The terms under which the data may be reused."""

    name: str = field("Naam", "De naam van de licentie.", alias="naam")
    url: Address = field("Adres", "Het adres van de licentie.", alias="url")
    text: str = field("Wat dat betekent", "Wat dat betekent, in één zin.", alias="tekst", default="")


class AccessibilityStatement(Part, title="toegankelijkheid"):
    """The five parts that art. II.16 and following of the Bestuursdecreet ask for, plus how it was drawn up."""

    compliance: Literal["volledig", "gedeeltelijk", "niet"] = field(
        "Naleving", "In welke mate de site voldoet.", alias="naleving"
    )
    not_accessible: str = field(
        "Wat niet toegankelijk is", "Deel 1: wat niet toegankelijk is.", alias="niet_toegankelijk", min_length=3
    )
    why: str = field("Waarom niet", "Deel 2: waarom niet.", alias="waarom", min_length=3)
    alternatives: str = field(
        "Alternatieven", "Deel 3: welke alternatieven er zijn.", alias="alternatieven", min_length=3
    )
    feedback: str = field("Een probleem melden", "Deel 4: hoe u een probleem meldt.", alias="feedback", min_length=3)
    enforcement: str = field(
        "Een klacht indienen", "Deel 5: waar u een klacht indient.", alias="handhaving", min_length=3
    )
    drawn_up: PastDate = field("Opgesteld op", "Wanneer opgesteld.", alias="opgesteld_op")
    reviewed: PastDate | None = field("Herzien op", "Wanneer laatst herzien.", alias="herzien_op", default=None)
    method: str = field("Methode", "Hoe de site beoordeeld is.", alias="methode", min_length=3)


class OpenList(Part, title="niet-limitatieve lijst"):
    """A kind of record whose list the source calls non-exhaustive."""

    kind: Literal["initiatief", "bijsturing"] = field("Lijst", "Van welke soort de lijst is.", alias="lijst")
    citations: Citations = field("Bronnen", "Waar de bron dat zegt.", alias="bronnen", min_length=1)


class Allowed(Part, title="toegestaan gegeven"):
    """Words that look like data of a person, and why they may be published."""

    text: str = field("Wat", "Het nummer of adres, zoals het er staat.", alias="tekst", in_annex=False, min_length=3)
    reason: str = field("Waarom", "Waarom het openbaar mag zijn.", alias="reden", in_annex=False, min_length=3)


CatalogueTheme = Literal[
    "AGRI", "ECON", "EDUC", "ENER", "ENVI", "GOVE", "HEAL", "INTR", "JUST", "REGI", "SOCI", "TECH", "TRAN"
]
"""The codes of http://publications.europa.eu/resource/authority/data-theme, but for provisional data."""


class SiteSettings(Part, title="site"):
    """Titles and addresses of the site."""

    name: str = field("Naam", "De naam van de site.", alias="naam")
    slogan: str = field("Slogan", "De titel op de startpagina.", alias="slogan", in_annex=False)
    introduction: str = field("Inleiding", "De inleiding op de startpagina.", alias="inleiding", in_annex=False)
    scope: str = field(
        "Reikwijdte", "Waar de gegevens vandaan komen, bij de cijfers.", alias="reikwijdte", in_annex=False, default=""
    )
    opening: AdjustmentRef | None = field(
        "Opening",
        "De id van de bijsturing waarmee de startpagina opent; anders kiest het programma er een.",
        alias="opening",
        in_annex=False,
        default=None,
    )
    base_url: AddressOrNothing = field("Basisadres", "Het adres waarop de site staat.", alias="basisadres", default="")
    thousands: Literal["spatie", "punt"] = field(
        "Duizendtallen",
        "Hoe duizendtallen gegroepeerd worden, op de site en in bijlagen: vanaf vijf cijfers, met punten ook bedragen "
        "van vier.",
        alias="duizendtallen",
        default="spatie",
    )
    keywords: tuple[str, ...] = field(
        "Trefwoorden", "Trefwoorden voor de open data.", alias="trefwoorden", in_annex=False, default=()
    )
    catalogue_theme: CatalogueTheme = field(
        "Thema in catalogi",
        "Het thema waaronder catalogi de open data zetten, een code van de Europese lijst.",
        alias="catalogusthema",
        in_annex=False,
        default="GOVE",
    )


class PrintSettings(Part, title="afdruk"):
    """What the annex prints in its head and foot."""

    footer: str = field("Voettekst", "Links onderaan elke pagina.", alias="voettekst", default="")


class Organisation(Part):
    """Who publishes."""

    id: Identifier = field("Id", "De bestandsnaam zonder .yaml.", alias="id")
    schema_version: Literal["2"] | None = field(
        "Schema",
        "Van welk schema de inhoud is; build.py migrate schrijft het.",
        alias="schema",
        in_annex=False,
        default=None,
    )
    source: SourceRef | None = field(
        "Bron",
        "De gewone bron van wat in dit bestand zelf aangehaald wordt; elk record schrijft zijn eigen bron.",
        alias="bron",
        in_annex=False,
        default=None,
    )
    name: str = field("Naam", "De naam.", alias="naam")
    with_article: str = field(
        "Naam met lidwoord", "De naam in een zin, bijvoorbeeld “het Agentschap …”.", alias="naam_met_lidwoord"
    )
    abbreviation: str = field("Afkorting", "De afkorting.", alias="afkorting")
    government: str = field(
        "Overheid", "De overheid waartoe ze hoort: het woordmerk bovenaan.", alias="overheid", default=""
    )
    ovo: str = field("OVO-code", "De OVO-code.", alias="ovo_code", default="", pattern=r"^(OVO\d{6})?$")
    contact: Contact = field("Contact", "Hoe lezers de dienst bereiken.", alias="contact")
    mission: Statement | None = field(
        "Missie", "De missie, in de woorden van de bron.", alias="missie", in_annex=False, default=None
    )
    vision: Statement | None = field(
        "Visie", "De visie, in de woorden van de bron.", alias="visie", in_annex=False, default=None
    )
    remarks: tuple[Statement, ...] = field(
        "Toelichtingen", "Wat de organisatie over zichzelf zegt.", alias="toelichtingen", in_annex=False, default=()
    )
    open_lists: tuple[OpenList, ...] = field(
        "Lijsten met alleen voorbeelden", "Lijsten die alleen voorbeelden geven.", alias="niet_limitatief", default=()
    )
    licence: Licence = field("Licentie", "Wat men met de gegevens mag doen.", alias="licentie")
    disclaimer: str = field(
        "Disclaimer",
        "Wat de lezer van de site mag verwachten, in Markdown.",
        alias="disclaimer",
        in_annex=False,
        min_length=3,
    )
    accessibility: AccessibilityStatement = field(
        "Toegankelijkheidsverklaring", "De toegankelijkheidsverklaring.", alias="toegankelijkheid", in_annex=False
    )
    site: SiteSettings = field("Site", "Titels en adres van de site.", alias="site")
    face: Appearance = field("Uiterlijk", "Het logo en de kleuren.", alias="uiterlijk", default=Appearance())
    flanders: Flanders = field(
        "Vlaanderen",
        "De kop en de voet die alle websites van de Vlaamse overheid delen. Zonder laadt de site niets van elders.",
        alias="vlaanderen",
        in_annex=False,
        default=Flanders(),
    )
    list_names: tuple[ListName, ...] = field(
        "Namen van lijsten",
        "Hoe lijsten heten waar de gewone naam niet past.",
        alias="lijstnamen",
        default=(),
    )
    smallest_group: Ordinal = field(
        "Kleinste groep",
        "Een cijfer van minder antwoorden wordt afgeschermd.",
        alias="kleinste_groep",
        in_annex=False,
        default=30,
        ge=1,
    )
    printing: PrintSettings = field("Afdruk", "Wat de bijlage onderaan drukt.", alias="afdruk", default=PrintSettings())
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", in_annex=False, default=()
    )
    allowed: tuple[Allowed, ...] = field(
        "Toegestaan",
        "Nummers en adressen die op persoonsgegevens lijken en toch openbaar mogen zijn, met de reden.",
        alias="toegestaan",
        in_annex=False,
        default=(),
    )
    may_index: YesNo = field(
        "Zoekmachines",
        "nee: zoekmachines mogen de site niet opnemen.",
        alias="zoekmachines",
        in_annex=False,
        default=True,
    )

    @property
    def look(self) -> Palettes:
        """The palettes that pages, charts and annexes are drawn in."""
        return self.face.palettes

    def called(self, kind: Kind) -> str:
        """What the list of a kind is called."""
        return next((item.name for item in self.list_names if item.kind == kind.name), kind.heading)
