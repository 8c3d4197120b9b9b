"""What records lean on: the documents that facts come from, decisions, prose pages, and words of controlled lists.

In: plain data with Dutch keys. Out: frozen records and lists with English names.
"""

from itertools import chain
from typing import ClassVar, Literal

from weerklank.kinds import KINDS, Kind
from weerklank.model.dates import LookedDate, PastDate
from weerklank.model.illustrated import Illustrated
from weerklank.model.part import Address, AddressOrNothing, Identifier, Part, field
from weerklank.model.records import Record, Summary
from weerklank.model.values import (
    ID_PATTERN,
    NOT_FILLED_IN,
    Citations,
    SourceKindRef,
    SourceRef,
    Stated,
    Texts,
    YesNo,
    stated,
)


class TextPart(Part, title="tekstdeel"):
    """A part of the stored text of a source: paragraphs are numbered within it."""

    name: str = field("Naam", "Hoe het deel heet, bijvoorbeeld antwoord.", alias="naam", min_length=2)
    begins: str = field("Begint met", "De eerste woorden van het deel, letterlijk.", alias="begint", min_length=2)


class Source(Record):
    """A document that facts come from."""

    KIND: ClassVar[Kind] = KINDS["bron"]
    DATED: ClassVar[str] = "date"

    kind: SourceKindRef = field(
        "Soort", "Wat voor document het is, een id uit lijsten/bronsoorten.yaml.", alias="soort"
    )
    short: str = field("Korte naam", "Korte naam voor onder een citaat.", alias="kort", default="", max_length=60)
    publisher: Stated[str] = stated("Uitgever", "Wie het uitgaf.", "De uitgever", alias="uitgever")
    date: Stated[PastDate] = stated("Datum", "Wanneer het verscheen.", "De datum", alias="datum")
    url: Stated[Address] = stated("Adres", "Het adres.", "Het adres", alias="url")
    consulted: LookedDate | None = field("Bekeken op", "Wanneer bekeken.", alias="geraadpleegd_op", default=None)
    language: str = field(
        "Taal", "De taal, bijvoorbeeld nl of fr.", alias="taal", default="nl", pattern=r"^[a-z]{2}(-[A-Z]{2})?$"
    )
    external: YesNo = field(
        "Hoort niet bij het antwoord zelf",
        "ja: deze bron hoort niet bij het antwoord zelf.",
        alias="extern",
        default=False,
    )
    text_parts: tuple[TextPart, ...] = field(
        "Delen van de tekst",
        "Hoe de bewaarde tekst verdeeld is, in volgorde: de alinea’s worden in elk deel genummerd.",
        alias="tekstdelen",
        default=(),
    )
    note: str = field("Opmerking", "Wat de lezer moet weten.", alias="opmerking", default="")

    @property
    def division(self) -> tuple[tuple[str, str], ...]:
        """The name and the first words of each part of its text."""
        return tuple((part.name, part.begins) for part in self.text_parts)

    @property
    def called(self) -> str:
        """What it is called beside its words."""
        return self.short or self.title


class Decision(Illustrated, Record):
    """A decision of method or policy that explains why something is or is not done."""

    KIND: ClassVar[Kind] = KINDS["beslissing"]
    DATED: ClassVar[str] = "date"

    summary: Summary = field(
        "Samenvatting", "Samenvatting in hoogstens 320 tekens, zonder opmaak.", alias="samenvatting"
    )
    date: Stated[PastDate] = stated("Datum", "Wanneer beslist.", "De datum", alias="datum")
    taken_by: Stated[str] = stated("Genomen door", "Wie besliste.", "Wie besliste", alias="genomen_door")
    motivation: Stated[str] = stated("Motivering", "Waarom, in Markdown.", "De motivering", alias="motivering")
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", min_length=1)


class Page(Illustrated, Record):
    """A prose page."""

    KIND: ClassVar[Kind] = KINDS["pagina"]

    summary: str = field(
        "Samenvatting", "Eén zin voor zoekresultaten.", alias="samenvatting", default="", max_length=320
    )


class Term(Part, title="term"):
    """A word of a controlled list or of the glossary, with its definition."""

    id: Identifier = field("Id", "De id waarmee andere gegevens ernaar verwijzen.", alias="id", pattern=ID_PATTERN)
    name: str = field("Naam", "De naam zoals ze gedrukt wordt.", alias="naam", min_length=1)
    definition: Stated[str] = field("Omschrijving", "Wat het betekent.", alias="omschrijving", default=NOT_FILLED_IN)
    also: Texts = field("Ook", "Andere schrijfwijzen of de afkorting.", alias="ook", default=())
    url: AddressOrNothing = field("Adres", "Het adres.", alias="url", default="")
    group: str = field("Groep", "Een groep binnen de lijst.", alias="groep", default="")
    citations: Citations = field("Bronnen", "Waar het staat.", alias="bronnen", default=())


class Vocabulary(Part):
    """A controlled list. `non_exhaustive` when the source itself calls it open."""

    id: Identifier = field("Id", "De bestandsnaam zonder .yaml.", alias="id")
    title: str = field("Titel", "De naam van de lijst.", alias="titel")
    note: str = field("Toelichting", "Wat de lezer over de lijst moet weten.", alias="toelichting", default="")
    non_exhaustive: YesNo = field(
        "Alleen voorbeelden", "ja: de bron geeft alleen voorbeelden.", alias="niet_limitatief", default=False
    )
    order: Literal["alfabet", "lijst"] = field(
        "Volgorde",
        "alfabet: de woorden staan op naam; lijst: ze staan overal zoals ze hier staan.",
        alias="volgorde",
        default="alfabet",
    )
    source: SourceRef | None = field(
        "Bron",
        "De gewone bron: een citaat waar geen bron bij staat, komt eruit.",
        alias="bron",
        in_annex=False,
        default=None,
    )
    citations: Citations = field("Bronnen", "Waar dat staat.", alias="bronnen", default=())
    terms: tuple[Term, ...] = field("Woorden", "De woorden.", alias="termen", min_length=1)

    def term(self, name: str) -> Term | None:
        """The term with this id, or None."""
        return next((term for term in self.terms if term.id == name), None)

    def of_group(self, group: str) -> tuple[Term, ...]:
        """The terms of a group, and those that are of none."""
        return tuple(term for term in self.terms if term.group.casefold() in ("", group.casefold()))

    def called(self, text: str, *, group: str = "") -> Term | None:
        """The term of a group, or of none, that a text names: by its id, its name or another spelling."""
        word, among = text.casefold(), self.of_group(group)
        by_id = (term for term in among if term.id == text)
        by_name = (term for term in among if word in map(str.casefold, (term.name, *term.also)))
        return next(chain(by_id, by_name), None)
