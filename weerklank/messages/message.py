"""What a message is: how severe it is, one sentence, an explanation and what its reader can do.

In: nothing. Out: the types that each block of messages is made of; `HINTS`, templates for more than one message; and
`Elsewhere`, the words behind another place that a finding shows. The sentences themselves stand in the blocks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter
from types import MappingProxyType

Hints = Mapping[str, str]
"""Templates of what to do about it, by a name that code uses."""

NONE: Hints = MappingProxyType({})


class Severity(StrEnum):
    """How severe a finding is: an error stops publication, a warning is shown, a note is counted."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    NOTE = "opmerking"


@dataclass(frozen=True)
class Message:
    """`template`: one Dutch sentence without full stop, with str.format names; `explanation`: of `build.py explain`.

    `freezable`: whether an annex may be frozen despite an error; None for what is no error.
    """

    severity: Severity
    template: str
    explanation: str
    hints: Hints
    freezable: bool | None = None

    @property
    def names(self) -> frozenset[str]:
        """The arguments that the template takes."""
        return names_in(self.template)


def error(template: str, explanation: str, hints: Hints = NONE) -> Message:
    """What is asked cannot be done, or a record, a link or the annex itself is not whole: none is frozen with it."""
    return Message(Severity.ERROR, template, explanation, hints, freezable=False)


def breach(template: str, explanation: str, hints: Hints = NONE) -> Message:
    """Every word can still be read: an annex may be frozen despite it, for a reason that all can read.

    A rule that a record breaks, words that are not in the source, an earlier version that is no longer what it was.
    """
    return Message(Severity.ERROR, template, explanation, hints, freezable=True)


def warning(template: str, explanation: str, hints: Hints = NONE) -> Message:
    """Something that a person should look at; nothing stops."""
    return Message(Severity.WARNING, template, explanation, hints)


def note(template: str, explanation: str, hints: Hints = NONE) -> Message:
    """Something that is counted, and shown to those who ask."""
    return Message(Severity.NOTE, template, explanation, hints)


@dataclass(frozen=True)
class Hint:
    """What to do about a finding: the name of a hint of its message, or of one for all, and what fills it."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def names_in(template: str) -> frozenset[str]:
    """Return the arguments that a template takes."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)


HINTS: Mapping[str, str] = MappingProxyType(
    {
        "did_you_mean": "bedoelt u {woorden}?",
        "choose_from": "kies uit: {woorden}",
        "start": "begin van een klein voorbeeld: python3 build.py init NIEUWE-MAP",
        "digits": "schrijf het getal in cijfers, bijvoorbeeld 66 of 66,5",
        "write": "schrijf {waarde}",
        "whole_only": "schrijf een geheel getal",
        "alone": "hier kan alleen een getal: schrijf {waarde}",
        "as_quantity": "een getal alleen zou iets anders zeggen dan “{woorden}”: schrijf {voorbeeld}, met bij waarde "
        "het getal dat de bron noemt, en bij letterlijk haar eigen woorden",
        "in_text": "hier kan alleen een getal, en dat zegt iets anders: laat “{veld}” weg, en zet “{woorden}” in de "
        "tekst van het record",
        "remark": "schrijf {waarde}, en zet “{woorden}” in de tekst van het record",
        "own_division": "hier hoort een aantal; geeft de bron alleen een aandeel, laat “{veld}” dan weg en zet het "
        "onder “uitsplitsingen”: {{naam: …, soort: uitsluitend, van: …, eenheid: procent, delen: {{…: {getal}, de "
        "andere: niet_vermeld}}}}",
        "precise": "schrijf {getal}, en zet aan het begin van het record bij precisie “{veld}”",
        "precise_in_text": "schrijf {getal}, zet aan het begin van het record bij precisie “{veld}”, en “{woorden}” in "
        "de tekst van het record",
        "beside_parts": "schrijf {getal}, en zet naast “delen” {woorden}",
        "beside_all_parts": "geldt het voor alle delen, schrijf dan {getal}, en zet naast “delen” {woorden}; "
        "geldt het voor dit deel alleen, laat “{veld}” dan weg, en zet “{ander}” in de tekst van het record",
        "share_among_counts": "de andere delen zijn aantallen, en één eenheid geldt voor alle delen: schrijf het "
        "aantal, of laat “{veld}” weg en zet “{woorden}” in de tekst van het record",
        "add_word": "schrijf de id van een woord uit {naam}; staat het er nog niet in, voeg het daar dan eerst toe",
        "make": "schrijf de id van een {soort} die er is; is ze er nog niet, maak dan eerst {naam}",
        "one_each": "hier kan er één: maak voor elk een eigen deel, met {woorden}",
        "one_list": "hier kan er één: maak voor elk een eigen deel, met {woorden}, of voeg de groep als één woord toe "
        "aan {naam}",
        "day": "schrijf de datum als 2019, 2019-06 of 2019-06-12",
        "unknown": "zwijgt de bron erover, schrijf dan niet_vermeld; zegt ze dat het niet gemeten of geteld is, "
        "schrijf dan {{toestand: niet_gemeten, reden: …}}",
        "not_measured": "schrijf {{toestand: niet_gemeten, reden: …}}, met de reden die de bron geeft",
        "no_state": "een toestand kan hier niet staan; laat “{veld}” weg, of schrijf ze in de plaats van het hele veld",
        "space_after_dash": "zet een spatie na elk streepje",
    }
)


class Elsewhere(StrEnum):
    """What is at the other place."""

    FIRST = "eerst hier"
    IN_SERIES = "zo staat het elders in de reeks"
    LINE_ABOVE = "de regel erboven"
    OTHER_FILE = "het andere bestand"
    OTHER_RECORD = "het andere record"
    SOURCE = "in de bron"
    AUDIENCE = "hier staat wie het mag zien"
    SIGNALS = "de signalen van dat initiatief"
    THEMES = "de thema’s van dat jaar"
    ONWARD = "en van daar"
    LATER_DATE = "de latere datum staat hoger"
    PARTS = "de delen"
    WHOLE = "het geheel"
    BEFORE = "de vorige"
    BEGUN = "hier begonnen"
    STOPPED = "hier loopt het vast"
    QUESTION = "de vraag"
    COUNT = "nog een aantal"
    CHOICE = "hier staat hoe de deelnemers gekozen zijn"
