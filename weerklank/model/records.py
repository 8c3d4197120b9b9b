"""The records of engagement: initiatives and adjustments, decisions, sources, lists and prose pages.

In: plain data with Dutch keys. Out: frozen records with English names. Rules across records are in `validate`.
"""

from typing import Annotated, Any, Literal, Self

from pydantic import Discriminator, Field, Tag, model_validator
from pydantic_core import PydanticCustomError

from weerklank.model.values import (
    ID_PATTERN,
    SILENT,
    Absence,
    AdjustmentRef,
    ChangeNote,
    Citations,
    DateValue,
    FormRef,
    InitiativeRef,
    Many,
    Part,
    Period,
    PolicyFieldRef,
    Publication,
    Quantity,
    RoleRef,
    StakeholderRef,
    Stated,
    Tension,
    Texts,
    YesNo,
    which,
)

Level = Literal["strategisch", "operationeel", "intern"]
InitiativeStatus = Literal["gepland", "lopend", "afgerond"]
AdjustmentKind = Literal["toelichting", "werkwijze", "uitwisseling", "product", "beleid", "communicatie", "opleiding"]
Strength = Literal["rechtstreeks", "mee_bepalend", "niet_vermeld"]
CourseKey = Literal[
    "overwogen",
    "gepland",
    "in_uitvoering",
    "uitgevoerd",
    "deels_uitgevoerd",
    "doorlopend",
    "niet_weerhouden",
    "stopgezet",
]


class Record(Part):
    """What every record has. `id` is the file name without its ending; `validate` puts it in, not the author."""

    id: str = Field(alias="id", pattern=ID_PATTERN, max_length=80, description="De bestandsnaam zonder .md of .yaml.")
    title: str = Field(
        alias="titel", min_length=2, max_length=200, description="De titel. Hij mag veranderen, de id nooit."
    )
    body: str = Field(
        "", alias="tekst", description="Het verhaal, in Markdown: in een .md-bestand alles onder het hoofd."
    )
    publication: Publication = Field(
        Publication(), alias="publicatie", description="Wie het mag zien en vanaf wanneer."
    )
    changes: tuple[ChangeNote, ...] = Field(
        (), alias="wijzigingen", description="Openbare geschiedenis van verbeteringen."
    )
    former_ids: tuple[str, ...] = Field((), alias="vroegere_ids", description="Oude ids: hun adres verwijst door.")


Summary = Annotated[str, Field(min_length=3, max_length=320)]


class Involved(Part):
    """A stakeholder in an initiative, optionally with the part it played."""

    who: StakeholderRef = Field(alias="wie", description="De id uit lijsten/belanghebbenden.yaml.")
    part: str = Field("", alias="rol", description="Welk deel die had.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        return {"wie": value} if isinstance(value, str) else value


class Participants(Part):
    """How many took part, and who is counted."""

    who: str = Field(alias="wie", min_length=2, description="Wie geteld is.")
    count: Stated[Quantity] = Field(SILENT, alias="aantal", description="Hoeveel.")
    note: str = Field("", alias="toelichting", description="Wat erbij hoort te weten.")


class CountOf(Part):
    """A number that is not about participants: what is counted and how many."""

    what: str = Field(alias="wat", min_length=2, description="Wat geteld is.")
    count: Stated[Quantity] = Field(alias="aantal", description="Hoeveel.")
    note: str = Field("", alias="toelichting", description="Wat erbij hoort te weten.")


class Signal(Part):
    """One concrete piece of feedback."""

    id: str = Field(alias="id", pattern=ID_PATTERN, description="Een id binnen dit initiatief.")
    text: str = Field(alias="tekst", min_length=3, description="Wat er gezegd werd.")
    sender: Stated[StakeholderRef] = Field(SILENT, alias="van", description="Van wie het kwam.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")


class GroundRules(Part):
    """What participants may expect: who decides, who processes, what can change, what else counts, when they
    hear back.
    """

    decides: Stated[str] = Field(SILENT, alias="wie_beslist", description="Wie beslist.")
    processes: Stated[str] = Field(SILENT, alias="wie_verwerkt", description="Wie de inbreng verwerkt.")
    can_change: Stated[str] = Field(SILENT, alias="wat_kan_veranderen", description="Wat nog kan veranderen.")
    also_counts: Stated[str] = Field(SILENT, alias="wat_telt_ook", description="Wat nog meetelt.")
    reports_back: Stated[str] = Field(
        SILENT, alias="terugkoppeling", description="Wanneer deelnemers iets terug horen."
    )


PolicyFields = Annotated[
    Annotated[Literal["alle"], Tag("alle")]
    | Annotated[Many[PolicyFieldRef], Tag("waarde")]
    | Annotated[Absence, Tag("toestand")],
    Discriminator(lambda value: "alle" if value == "alle" else which(value)),
]


class Initiative(Record):
    """An engagement initiative: a moment, track or channel in which the agency listens."""

    summary: Summary = Field(alias="samenvatting", description="Samenvatting in hoogstens 320 tekens, zonder opmaak.")
    level: Level = Field(alias="niveau", description="Strategisch, operationeel of intern.")
    forms: Stated[Many[FormRef]] = Field(alias="vormen", description="De werkvormen, ids uit lijsten/vormen.yaml.")
    status: Stated[InitiativeStatus] = Field(alias="status", description="Gepland, lopend of afgerond.")
    period: Stated[Period] = Field(alias="periode", description="Wanneer en hoe vaak.")
    policy_fields: PolicyFields = Field(
        SILENT, alias="beleidsvelden", description="Ids uit lijsten/beleidsvelden.yaml, of alle."
    )
    roles: Stated[Many[RoleRef]] = Field(SILENT, alias="rollen", description="De rol van de organisatie.")
    stakeholders: Stated[Many[Involved]] = Field(SILENT, alias="belanghebbenden", description="Wie erbij was.")
    participants: Stated[Many[Participants]] = Field(
        SILENT, alias="deelnemers", description="Hoeveel, en wie geteld is."
    )
    counts: tuple[CountOf, ...] = Field((), alias="aantallen", description="Andere aantallen dan deelnemers.")
    purpose: Stated[str] = Field(SILENT, alias="doel", description="Waarvoor het dient.")
    asked: Stated[str] = Field(SILENT, alias="gevraagd", description="Wat er gevraagd werd, in Markdown.")
    heard: Stated[str] = Field(SILENT, alias="gehoord", description="Wat er gehoord werd, in Markdown.")
    signals: Stated[Many[Signal]] = Field(SILENT, alias="signalen", description="Concrete signalen, één per stuk.")
    ground_rules: GroundRules | None = Field(None, alias="spelregels", description="Wat deelnemers mogen verwachten.")
    outcome: Stated[str] = Field(SILENT, alias="uitkomst", description="Wat het opleverde.")
    asked_citations: Citations = Field((), alias="bronnen_gevraagd", description="Bronnen bij gevraagd.")
    heard_citations: Citations = Field((), alias="bronnen_gehoord", description="Bronnen bij gehoord.")
    done_citations: Citations = Field((), alias="bronnen_gedaan", description="Bronnen bij gedaan.")
    not_stated: tuple[str, ...] = Field(
        (), alias="leemten", description="Wat de bron verder niet zegt, één zin per stuk."
    )
    tensions: tuple[Tension, ...] = Field((), alias="tegenspraken", description="Waar bronnen twee dingen zeggen.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")


class Cause(Part):
    """From which initiative and signal an adjustment came, and how strongly the source ties them."""

    initiative: Stated[InitiativeRef] = Field(alias="initiatief", description="De id van het initiatief.")
    signal: Stated[str] = Field(SILENT, alias="signaal", description="De id van het signaal binnen dat initiatief.")
    strength: Strength = Field(alias="sterkte", description="Hoe sterk de bron het verband legt.")
    note: str = Field("", alias="toelichting", description="Waaruit dat blijkt.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")


class Evidence(Part):
    """Something anyone can look at that shows that a step was taken."""

    title: str = Field(alias="titel", min_length=2, description="Wat het is.")
    url: str = Field("", alias="url", pattern=r"^(https?://\S+)?$", description="Waar het staat.")
    date: DateValue | None = Field(None, alias="datum", description="Van wanneer het is.")
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")


class Step(Part):
    """One step in the course of an adjustment."""

    status: CourseKey = Field(alias="status", description="De toestand na deze stap.")
    date: Stated[DateValue] = Field(SILENT, alias="datum", description="Wanneer.")
    note: str = Field("", alias="toelichting", description="Waaruit dat blijkt.")
    evidence: tuple[Evidence, ...] = Field((), alias="bewijs", description="Bewijsstukken.")


class Verifiable(Part):
    """Whether a reader could check that it was done as it is worded; if not or partly, why."""

    answer: Literal["ja", "deels", "nee"] = Field(description="ja, deels of nee.")
    reason: str = Field("", description="Waarom niet, of waarom maar voor een deel.")

    @model_validator(mode="before")
    @classmethod
    def _from_word(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        if value == "ja":
            return {"answer": "ja"}
        if isinstance(value, dict) and len(value) == 1 and next(iter(value)) in ("nee", "deels"):
            word, reason = next(iter(value.items()))
            return {"answer": word, "reason": reason}
        raise PydanticCustomError("toetsbaar_vorm", "ja, or nee/deels with a reason")

    @model_validator(mode="after")
    def _says_why(self) -> Self:
        if self.answer != "ja" and not self.reason:
            raise PydanticCustomError("toetsbaar_vorm", "ja, or nee/deels with a reason")
        return self


class Adjustment(Record):
    """A service adjustment: something that changed, or was considered, because of what was heard."""

    summary: Summary = Field(alias="samenvatting", description="Samenvatting in hoogstens 320 tekens, zonder opmaak.")
    kind: AdjustmentKind = Field(alias="soort", description="Wat voor bijsturing het is.")
    causes: tuple[Cause, ...] = Field(alias="aanleiding", min_length=1, description="Waar het vandaan komt.")
    part_of: AdjustmentRef | None = Field(
        None, alias="onderdeel_van", description="De bijsturing waar dit een deel van is."
    )
    course: tuple[Step, ...] = Field(alias="verloop", min_length=1, description="Het verloop, nieuwste laatst.")
    reason: str = Field("", alias="reden", description="Waarom het niet weerhouden of stopgezet is.")
    verifiable: Verifiable | None = Field(
        None, alias="toetsbaar", description="ja, of {nee: waarom}, of {deels: waarom}."
    )
    decided_by: Stated[str] = Field(SILENT, alias="beslist_door", description="Wie besliste.")
    cost: Stated[Quantity] = Field(SILENT, alias="kosten", description="Wat het kostte.")
    effect: Stated[str] = Field(SILENT, alias="effect", description="Wat het opleverde.")
    count: Stated[Quantity] = Field(SILENT, alias="aantal", description="Hoeveel keer of voor hoeveel.")
    policy_fields: PolicyFields = Field(
        SILENT, alias="beleidsvelden", description="Ids uit lijsten/beleidsvelden.yaml, of alle."
    )
    audiences: Stated[Many[StakeholderRef]] = Field(SILENT, alias="doelgroepen", description="Voor wie.")
    not_stated: tuple[str, ...] = Field(
        (), alias="leemten", description="Wat de bron verder niet zegt, één zin per stuk."
    )
    tensions: tuple[Tension, ...] = Field((), alias="tegenspraken", description="Waar bronnen twee dingen zeggen.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")

    @model_validator(mode="after")
    def _reason_when_refused(self) -> Self:
        if self.course[-1].status in ("niet_weerhouden", "stopgezet") and not self.reason:
            raise PydanticCustomError("reden_ontbreekt", "refused or stopped needs a reason")
        return self


class Decision(Record):
    """A decision of method or policy that explains why something is or is not done."""

    summary: Summary = Field(alias="samenvatting", description="Samenvatting in hoogstens 320 tekens, zonder opmaak.")
    date: Stated[DateValue] = Field(SILENT, alias="datum", description="Wanneer beslist.")
    taken_by: Stated[str] = Field(SILENT, alias="genomen_door", description="Wie besliste.")
    motivation: Stated[str] = Field(SILENT, alias="motivering", description="Waarom, in Markdown.")
    citations: Citations = Field(alias="bronnen", min_length=1, description="Waar het staat.")


class Source(Record):
    """A document that facts come from."""

    kind: Literal["parlementair_antwoord", "rapport", "regelgeving", "webpagina", "dataset"] = Field(
        alias="soort", description="Wat voor document het is."
    )
    short: str = Field("", alias="kort", max_length=60, description="Korte naam voor onder een citaat.")
    publisher: Stated[str] = Field(SILENT, alias="uitgever", description="Wie het uitgaf.")
    date: Stated[DateValue] = Field(SILENT, alias="datum", description="Wanneer het verscheen.")
    url: Stated[str] = Field(SILENT, alias="url", description="Het adres.")
    consulted: DateValue | None = Field(None, alias="geraadpleegd_op", description="Wanneer bekeken.")
    language: str = Field(
        "nl", alias="taal", pattern=r"^[a-z]{2}(-[A-Z]{2})?$", description="De taal, bijvoorbeeld nl of fr."
    )
    external: YesNo = Field(False, alias="extern", description="ja: deze bron hoort niet bij het antwoord zelf.")  # noqa: FBT003
    note: str = Field("", alias="opmerking", description="Wat de lezer moet weten.")


class Page(Record):
    """A prose page."""

    summary: str = Field("", alias="samenvatting", max_length=320, description="Eén zin voor zoekresultaten.")


class Term(Part):
    """A word of a controlled list or of the glossary, with its definition."""

    id: str = Field(alias="id", pattern=ID_PATTERN, description="De id waarmee records ernaar verwijzen.")
    name: str = Field(alias="naam", min_length=1, description="De naam zoals ze gedrukt wordt.")
    definition: Stated[str] = Field(SILENT, alias="omschrijving", description="Wat het betekent.")
    also: Texts = Field((), alias="ook", description="Andere schrijfwijzen of de afkorting.")
    url: str = Field("", alias="url", pattern=r"^(https?://\S+)?$", description="Het adres.")
    group: str = Field("", alias="groep", description="Een groep binnen de lijst.")
    citations: Citations = Field((), alias="bronnen", description="Waar het staat.")


class Vocabulary(Part):
    """A controlled list. `non_exhaustive` when the source itself calls it open."""

    id: str = Field(alias="id", description="De bestandsnaam zonder .yaml.")
    title: str = Field(alias="titel", description="De naam van de lijst.")
    note: str = Field("", alias="toelichting", description="Wat de lezer over de lijst moet weten.")
    non_exhaustive: YesNo = Field(False, alias="niet_limitatief", description="ja: de bron geeft alleen voorbeelden.")  # noqa: FBT003
    citations: Citations = Field((), alias="bronnen", description="Waar dat staat.")
    terms: tuple[Term, ...] = Field(alias="termen", min_length=1, description="De woorden.")

    def term(self, name: str) -> Term | None:
        """The term with this id, or None."""
        return next((term for term in self.terms if term.id == name), None)
