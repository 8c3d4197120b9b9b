"""The records of engagement: what they share, initiatives and adjustments.

In: plain data with Dutch keys. Out: frozen records with English names. Rules across records are in `validate`.
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal, Self, get_args

from pydantic import Discriminator, Field, Tag, ValidationError, model_validator
from pydantic_core import PydanticCustomError

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import LookedDate, PastDate
from weerklank.model.illustrated import Illustrated
from weerklank.model.part import AddressOrNothing, Identifier, Part, Printed, field
from weerklank.model.values import (
    ID_PATTERN,
    NOT_FILLED_IN,
    Absence,
    AdjustmentKindRef,
    AdjustmentRef,
    ChangeNote,
    Citations,
    ComplaintsRef,
    FormRef,
    InitiativeRef,
    LevelRef,
    Many,
    Period,
    PolicyFieldRef,
    Publication,
    Quantity,
    Ref,
    RoleRef,
    SourceRef,
    StakeholderRef,
    Stated,
    Tally,
    Tension,
    ThemeRef,
    stated,
    which,
)
from weerklank.model.verdict import Verdicts
from weerklank.states import COURSES, STRENGTHS

InitiativeStatus = Literal["gepland", "lopend", "afgerond"]
Strength = Annotated[Literal["rechtstreeks", "mee_bepalend", "niet_vermeld"], Printed(states=STRENGTHS)]
CourseKey = Annotated[
    Literal[
        "overwogen",
        "gepland",
        "in_uitvoering",
        "uitgevoerd",
        "deels_uitgevoerd",
        "doorlopend",
        "niet_weerhouden",
        "stopgezet",
    ],
    Printed(states=COURSES, heading="Hoe ver een bijsturing staat", note="De laatste stap die de bron vermeldt."),
]


class Record(Part):
    """What every record has. `id` is the file name without its ending; `validate` puts it in, not the author."""

    KIND: ClassVar[Kind]
    DATED: ClassVar[str] = ""
    """The attribute with the date or period that the record carries; "" where it carries none of its own."""

    id: Identifier = field("Id", "De bestandsnaam zonder .md of .yaml.", alias="id", pattern=ID_PATTERN, max_length=80)
    title: str = field(
        "Titel", "De titel. Hij mag veranderen, de id nooit.", alias="titel", min_length=2, max_length=200
    )
    body: str = field(
        "Verhaal", "Het verhaal, in Markdown: in een .md-bestand alles onder het hoofd.", alias="tekst", default=""
    )
    source: SourceRef | None = field(
        "Bron",
        "De gewone bron hiervan: een citaat waar geen bron bij staat, komt eruit.",
        alias="bron",
        in_annex=False,
        default=None,
    )
    publication: Publication = field(
        "Publicatie", "Wie het mag zien en vanaf wanneer.", alias="publicatie", in_annex=False, default=Publication()
    )
    changes: tuple[ChangeNote, ...] = field(
        "Wijzigingen", "Openbare geschiedenis van verbeteringen.", alias="wijzigingen", in_annex=False, default=()
    )
    last_checked: LookedDate | None = field(
        "Gegevens nagekeken op",
        "De dag waarop iemand dit voor het laatst met de bronnen vergeleek: lezers zien ze.",
        alias="nagekeken_op",
        default=None,
    )
    former_ids: tuple[str, ...] = field(
        "Vroegere ids", "Oude ids: hun adres verwijst door.", alias="vroegere_ids", in_annex=False, default=()
    )

    @property
    def ref(self) -> Ref:
        """The reference that leads to this record."""
        return Ref(self.KIND.name, self.id)


def may_see(data: Mapping[str, Any], on: date) -> bool:
    """Whether the public may see a record on this day, by its plain data; never when these cannot be read."""
    try:
        return Publication.model_validate(data.get("publicatie", {})).is_public(on)
    except ValidationError:
        return False


Summary = Annotated[str, Field(min_length=3, max_length=320)]


class Involved(Part, title="betrokkene"):
    """A stakeholder in an initiative, optionally with the part it played."""

    who: StakeholderRef = field("Wie", "De id uit lijsten/belanghebbenden.yaml.", alias="wie")
    part: str = field("Rol", "Welk deel die had.", alias="rol", default="")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:  # noqa: ANN401 - pydantic hands over whatever the author wrote
        return {"wie": value} if isinstance(value, str) else value


class Participants(Part, title="deelnemers"):
    """How many took part, and who is counted."""

    who: str = field("Wie", "Wie geteld is.", alias="wie", min_length=2)
    count: Stated[Tally] = stated("Aantal", "Hoeveel.", "Het aantal", alias="aantal")
    note: str = field("Toelichting", "Wat erbij hoort te weten.", alias="toelichting", default="")


class CountOf(Part, title="ander aantal"):
    """A number that is not about participants: what is counted and how many."""

    what: str = field("Wat", "Wat geteld is.", alias="wat", min_length=2)
    count: Stated[Tally] = field("Aantal", "Hoeveel.", alias="aantal", absent="Het aantal")
    note: str = field("Toelichting", "Wat erbij hoort te weten.", alias="toelichting", default="")


class Signal(Part, title="signaal"):
    """One concrete piece of feedback."""

    id: Identifier = field("Id", "Een id binnen dit initiatief.", alias="id", pattern=ID_PATTERN)
    text: str = field("Signaal", "Wat er gezegd werd.", alias="tekst", min_length=3)
    sender: Stated[StakeholderRef] = stated("Van", "Van wie het kwam.", "Van wie het signaal kwam", alias="van")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())


class KeyFact(Part, title="kernfeit"):
    """What stands large beside the story of an initiative: a quantity or a word, what it is, and where it stands."""

    quantity: Quantity | None = field("Hoeveel", "Een hoeveelheid.", alias="hoeveelheid", default=None)
    word: str = field("Woord", "Of een woord, zoals jaarlijks.", alias="woord", default="")
    label: str = field("Wat het is", "Wat die hoeveelheid of dat woord zegt.", alias="label", min_length=2)
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", min_length=1)

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.quantity is None) == (not self.word):
            raise PydanticCustomError("kernfeit_vorm", "a quantity or a word")
        return self


class GroundRules(Part, title="spelregels"):
    """What participants may expect: who decides, who processes, what can change, what else counts, when they
    hear back.
    """

    decides: Stated[str] = field("Wie beslist", "Wie beslist.", alias="wie_beslist", default=NOT_FILLED_IN)
    processes: Stated[str] = field(
        "Wie verwerkt de inbreng", "Wie de inbreng verwerkt.", alias="wie_verwerkt", default=NOT_FILLED_IN
    )
    can_change: Stated[str] = field(
        "Wat kan veranderen", "Wat nog kan veranderen.", alias="wat_kan_veranderen", default=NOT_FILLED_IN
    )
    also_counts: Stated[str] = field("Wat nog meetelt", "Wat nog meetelt.", alias="wat_telt_ook", default=NOT_FILLED_IN)
    reports_back: Stated[str] = field(
        "Wanneer deelnemers iets terug horen",
        "Wanneer deelnemers iets terug horen.",
        alias="terugkoppeling",
        default=NOT_FILLED_IN,
    )


PolicyFields = Annotated[
    Annotated[Literal["alle"], Printed((("alle", "verschillende of alle"),)), Tag("alle")]
    | Annotated[Many[PolicyFieldRef], Tag("waarde")]
    | Annotated[Absence, Tag("toestand")],
    Discriminator(lambda value: "alle" if value == "alle" else which(value)),
]


StatedStatus = Annotated[
    Annotated[InitiativeStatus, Tag("waarde")] | Annotated[Absence, Tag("toestand")],
    # "gepland" is a word of both lists: without a reason it says how far the initiative is, not that this is unknown.
    Discriminator(lambda value: "waarde" if value in get_args(InitiativeStatus) else which(value)),
]


class Initiative(Illustrated, Record):
    """An engagement initiative: a moment, track or channel in which the agency listens."""

    KIND: ClassVar[Kind] = KINDS["initiatief"]
    DATED: ClassVar[str] = "period"

    summary: Summary = field(
        "Samenvatting", "Samenvatting in hoogstens 320 tekens, zonder opmaak.", alias="samenvatting"
    )
    level: LevelRef = field("Niveau", "Het niveau, een id uit lijsten/niveaus.yaml.", alias="niveau")
    forms: Stated[Many[FormRef]] = field(
        "Vorm", "De werkvormen, ids uit lijsten/vormen.yaml.", alias="vormen", absent="De werkvorm"
    )
    status: StatedStatus = field(
        "Stand van zaken", "Gepland, lopend of afgerond.", alias="status", absent="De stand van zaken"
    )
    period: Stated[Period] = field("Wanneer", "Wanneer en hoe vaak.", alias="periode", absent="Wanneer")
    policy_fields: PolicyFields = stated(
        "Beleidsveld", "Ids uit lijsten/beleidsvelden.yaml, of alle.", "Het beleidsveld", alias="beleidsvelden"
    )
    roles: Stated[Many[RoleRef]] = stated(
        "Rol", "De rol van de organisatie.", "De rol van de organisatie", alias="rollen"
    )
    stakeholders: Stated[Many[Involved]] = stated(
        "Wie erbij was", "Wie erbij was.", "Wie erbij was", alias="belanghebbenden"
    )
    participants: Stated[Many[Participants]] = stated(
        "Aantal deelnemers", "Hoeveel, en wie geteld is.", "Het aantal deelnemers", alias="deelnemers"
    )
    counts: tuple[CountOf, ...] = field(
        "Andere aantallen", "Andere aantallen dan deelnemers.", alias="aantallen", default=()
    )
    key_facts: Many[KeyFact] = field(
        "Kernfeit", "Wat groot naast het verhaal staat: een hoeveelheid of een woord.", alias="kernfeit", default=()
    )
    purpose: Stated[str] = stated("Doel", "Waarvoor het dient.", "Het doel", alias="doel")
    asked: Stated[str] = stated("Gevraagd", "Wat er gevraagd werd, in Markdown.", "Wat gevraagd werd", alias="gevraagd")
    heard: Stated[str] = stated("Gehoord", "Wat er gehoord werd, in Markdown.", "Wat gehoord werd", alias="gehoord")
    signals: Stated[Many[Signal]] = stated(
        "Signalen", "Concrete signalen, één per stuk.", "De concrete signalen", alias="signalen"
    )
    ground_rules: GroundRules | None = field(
        "Spelregels", "Wat deelnemers mogen verwachten.", alias="spelregels", default=None
    )
    outcome: Stated[str] = stated("Uitkomst", "Wat het opleverde.", "De uitkomst", alias="uitkomst")
    asked_citations: Citations = field(
        "Bronnen bij gevraagd", "Bronnen bij gevraagd.", alias="bronnen_gevraagd", default=()
    )
    heard_citations: Citations = field(
        "Bronnen bij gehoord", "Bronnen bij gehoord.", alias="bronnen_gehoord", default=()
    )
    done_citations: Citations = field("Bronnen bij gedaan", "Bronnen bij gedaan.", alias="bronnen_gedaan", default=())
    not_stated: tuple[str, ...] = field(
        "Wat de bron verder niet zegt", "Wat de bron verder niet zegt, één zin per stuk.", alias="leemten", default=()
    )
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)


class Cause(Part, title="aanleiding"):
    """From which initiative and signal, or which complaints, an adjustment came, and how strongly the source ties them.

    One of both: `validate` asks for it, and for a theme that was counted in that year.
    """

    initiative: Stated[InitiativeRef] = stated(
        "Uit",
        "De id van het initiatief, waar het geen klachten zijn.",
        "Het initiatief waaruit ze volgt",
        alias="initiatief",
    )
    signal: Stated[str] = stated(
        "Signaal", "De id van het signaal binnen dat initiatief.", "Het signaal waaruit ze volgt", alias="signaal"
    )
    complaints: ComplaintsRef | None = field(
        "Klachten", "De id van het klachtenjaar, in de plaats van een initiatief.", alias="klachten", default=None
    )
    theme: ThemeRef | None = field(
        "Thema", "Waarover die klachten gingen, een id uit lijsten/klachtthemas.yaml.", alias="thema", default=None
    )
    strength: Strength = field("Verband", "Hoe sterk de bron het verband legt.", alias="sterkte")
    note: str = field("Toelichting", "Waaruit dat blijkt.", alias="toelichting", default="")
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())

    @property
    def origin(self) -> Ref | None:
        """The initiative or the year of complaints that it names; None where neither is known."""
        return self.initiative if isinstance(self.initiative, Ref) else self.complaints


class Evidence(Part, title="bewijsstuk"):
    """Something anyone can look at that shows that a step was taken."""

    title: str = field("Titel", "Wat het is.", alias="titel", min_length=2)
    url: AddressOrNothing = field("Adres", "Waar het staat.", alias="url", default="")
    date: PastDate | None = field("Datum", "Van wanneer het is.", alias="datum", default=None)
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())


class Step(Part, title="stap in het verloop"):
    """One step in the course of an adjustment."""

    status: CourseKey = field("Toestand", "De toestand na deze stap.", alias="status")
    date: Stated[PastDate] = stated("Datum", "Wanneer.", "De datum", alias="datum")
    note: str = field("Toelichting", "Waaruit dat blijkt.", alias="toelichting", default="")
    evidence: tuple[Evidence, ...] = field("Bewijsstukken", "Bewijsstukken.", alias="bewijs", default=())


class Verifiable(Part, title="toetsbaar"):
    """Whether a reader could check that it was done as it is worded; if not or partly, why."""

    answer: Literal["ja", "deels", "nee"] = field("Antwoord", "ja, deels of nee.")
    reason: str = field("Waarom niet", "Waarom niet, of waarom maar voor een deel.", default="")

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


class Adjustment(Illustrated, Record):
    """A service adjustment: something that changed, or was considered, because of what was heard."""

    KIND: ClassVar[Kind] = KINDS["bijsturing"]

    summary: Summary = field(
        "Samenvatting", "Samenvatting in hoogstens 320 tekens, zonder opmaak.", alias="samenvatting"
    )
    kind: AdjustmentKindRef = field(
        "Soort", "Wat voor bijsturing het is, een id uit lijsten/bijsturingssoorten.yaml.", alias="soort"
    )
    causes: tuple[Cause, ...] = field("Aanleiding", "Waar het vandaan komt.", alias="aanleiding", min_length=1)
    part_of: AdjustmentRef | None = field(
        "Onderdeel van", "De bijsturing waar dit een deel van is.", alias="onderdeel_van", default=None
    )
    course: tuple[Step, ...] = field("Verloop", "Het verloop, nieuwste laatst.", alias="verloop", min_length=1)
    reason: str = field("Reden", "Waarom het niet overgenomen of stopgezet is.", alias="reden", default="")
    verdicts: Verdicts = field(
        "Oordeel van wie het signaal gaf",
        "Wat elke partij die het signaal gaf, er zelf van zegt. Het verandert niets aan het verloop.",
        alias="oordeel_van_de_gever",
        default=(),
    )
    verifiable: Verifiable | None = field(
        "Toetsbaar zoals geformuleerd", "ja, of {nee: waarom}, of {deels: waarom}.", alias="toetsbaar", default=None
    )
    decided_by: Stated[str] = stated("Wie besliste", "Wie besliste.", "Wie besliste", alias="beslist_door")
    cost: Stated[Quantity] = stated("Kosten", "Wat het kostte.", "De kosten", alias="kosten")
    effect: Stated[str] = stated("Effect", "Wat het opleverde.", "Het effect", alias="effect")
    count: Stated[Tally] = stated(
        "Hoeveel", "Hoeveel keer of voor hoeveel.", "Hoeveel keer of voor hoeveel", alias="aantal"
    )
    policy_fields: PolicyFields = stated(
        "Beleidsveld", "Ids uit lijsten/beleidsvelden.yaml, of alle.", "Het beleidsveld", alias="beleidsvelden"
    )
    audiences: Stated[Many[StakeholderRef]] = stated("Voor wie", "Voor wie.", "Voor wie", alias="doelgroepen")
    not_stated: tuple[str, ...] = field(
        "Wat de bron verder niet zegt", "Wat de bron verder niet zegt, één zin per stuk.", alias="leemten", default=()
    )
    tensions: tuple[Tension, ...] = field(
        "Tegenspraken", "Waar bronnen twee dingen zeggen.", alias="tegenspraken", default=()
    )
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)

    @model_validator(mode="after")
    def _reason_when_refused(self) -> Self:
        if self.course[-1].status in ("niet_weerhouden", "stopgezet") and not self.reason:
            raise PydanticCustomError("reden_ontbreekt", "refused or stopped needs a reason")
        return self
