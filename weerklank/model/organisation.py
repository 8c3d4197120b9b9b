"""Who publishes, under which terms, and how the site and the annex introduce it.

In: `organisatie.yaml`. Out: a frozen `Organisation`. Nothing of one agency stands in code or templates: it is all here.
"""

from typing import Literal

from pydantic import Field

from weerklank.model.values import Citations, DateValue, Part, Tension, YesNo


class Statement(Part):
    """Words of the organisation about itself, with their source."""

    text: str = Field(alias="tekst", min_length=3, description="De letterlijke tekst.")
    points: tuple[str, ...] = Field((), alias="punten", description="Opgesomde punten.")
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")


class Contact(Part):
    """How to reach the publisher: a role, never a person."""

    name: str = Field(alias="naam", description="De dienst.")
    email: str = Field(
        "", alias="email", pattern=r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$", description="Een mailbox van de dienst."
    )
    address: str = Field("", alias="adres", description="Het postadres.")
    url: str = Field("", alias="url", pattern=r"^(https?://\S+)?$", description="Het adres van de website.")


class Licence(Part):
    """Under which terms the data may be reused."""

    name: str = Field(alias="naam", description="De naam van de licentie.")
    url: str = Field(alias="url", pattern=r"^https?://\S+$", description="Het adres van de licentie.")
    text: str = Field("", alias="tekst", description="Wat dat betekent, in één zin.")


class AccessibilityStatement(Part):
    """The five parts that art. II.16 and following of the Bestuursdecreet ask for, plus how it was drawn up."""

    compliance: Literal["volledig", "gedeeltelijk", "niet"] = Field(
        alias="naleving", description="In welke mate de site voldoet."
    )
    not_accessible: str = Field(
        alias="niet_toegankelijk", min_length=3, description="Deel 1: wat niet toegankelijk is."
    )
    why: str = Field(alias="waarom", min_length=3, description="Deel 2: waarom niet.")
    alternatives: str = Field(alias="alternatieven", min_length=3, description="Deel 3: welke alternatieven er zijn.")
    feedback: str = Field(alias="feedback", min_length=3, description="Deel 4: hoe u een probleem meldt.")
    enforcement: str = Field(alias="handhaving", min_length=3, description="Deel 5: waar u een klacht indient.")
    drawn_up: DateValue = Field(alias="opgesteld_op", description="Wanneer opgesteld.")
    reviewed: DateValue | None = Field(None, alias="herzien_op", description="Wanneer laatst herzien.")
    method: str = Field(alias="methode", min_length=3, description="Hoe de site beoordeeld is.")


class OpenList(Part):
    """A kind of record whose list the source calls one of examples."""

    kind: Literal["initiatief", "bijsturing"] = Field(alias="lijst", description="Van welke soort de lijst is.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar de bron dat zegt.")


class SiteSettings(Part):
    """Titles and addresses of the site."""

    name: str = Field(alias="naam", description="De naam van de site.")
    slogan: str = Field(alias="slogan", description="De titel op de startpagina.")
    introduction: str = Field(alias="inleiding", description="De inleiding op de startpagina.")
    scope: str = Field("", alias="reikwijdte", description="Waar de gegevens vandaan komen, bij de cijfers.")
    base_url: str = Field(
        "", alias="basisadres", pattern=r"^(https?://\S+)?$", description="Het adres waarop de site staat."
    )
    thousands: Literal["spatie", "punt"] = Field(
        "spatie", alias="duizendtallen", description="Hoe duizendtallen gegroepeerd worden."
    )
    keywords: tuple[str, ...] = Field((), alias="trefwoorden", description="Trefwoorden voor de open data.")


class PrintSettings(Part):
    """What the annex prints in its head and foot."""

    footer: str = Field("", alias="voettekst", description="Links onderaan elke bladzijde.")


class Organisation(Part):
    """Who publishes."""

    id: str = Field(alias="id", description="De bestandsnaam zonder .yaml.")
    name: str = Field(alias="naam", description="De naam.")
    with_article: str = Field(
        alias="naam_met_lidwoord", description="De naam in een zin, bijvoorbeeld “het Agentschap …”."
    )
    abbreviation: str = Field(alias="afkorting", description="De afkorting.")
    government: str = Field("", alias="overheid", description="De overheid waartoe ze hoort: het woordmerk bovenaan.")
    ovo: str = Field("", alias="ovo_code", pattern=r"^(OVO\d{6})?$", description="De OVO-code.")
    contact: Contact = Field(alias="contact", description="Hoe lezers de dienst bereiken.")
    mission: Statement | None = Field(None, alias="missie", description="De missie, in de woorden van de bron.")
    vision: Statement | None = Field(None, alias="visie", description="De visie, in de woorden van de bron.")
    remarks: tuple[Statement, ...] = Field(
        (), alias="toelichtingen", description="Wat de organisatie over zichzelf zegt."
    )
    open_lists: tuple[OpenList, ...] = Field(
        (), alias="niet_limitatief", description="Lijsten die alleen voorbeelden geven."
    )
    licence: Licence = Field(alias="licentie", description="Wat men met de gegevens mag doen.")
    disclaimer: str = Field(
        alias="disclaimer", min_length=3, description="Wat de lezer van de site mag verwachten, in Markdown."
    )
    accessibility: AccessibilityStatement = Field(
        alias="toegankelijkheid", description="De toegankelijkheidsverklaring."
    )
    site: SiteSettings = Field(alias="site", description="Titels en adres van de site.")
    printing: PrintSettings = Field(PrintSettings(), alias="afdruk", description="Wat de bijlage onderaan drukt.")
    tensions: tuple[Tension, ...] = Field((), alias="tegenspraken", description="Waar bronnen twee dingen zeggen.")
    may_index: YesNo = Field(True, alias="zoekmachines", description="nee: zoekmachines mogen de site niet opnemen.")  # noqa: FBT003
