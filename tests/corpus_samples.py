"""A small site of an agency that does not exist, for the tests of pages, feeds and linked data.

`corpus()` gives it whole; its arguments change what a test is about. Nothing here reads a file.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from weerklank.corpus import Corpus, collect, public
from weerklank.html import FileFact, Templates
from weerklank.kinds import KINDS
from weerklank.model import NOT_FILLED_IN, RECORDS, Breakdown, Organisation, Record, Vocabulary
from weerklank.model.fields import Field, Many, fields_of
from weerklank.model.usual import USUAL, usual_list

Data = Mapping[str, object]

BUILD_DAY = date(2026, 11, 23)

HOSTILE = "Vragen & antwoorden </title></script><!-- “x” ]]> 'y' \"z\""
"""A title that would end an element, a script, a comment or an attribute if it were let through."""

SITE: Data = {
    "naam": "Weerklank",
    "slogan": "Wat u ons vertelde",
    "inleiding": "Het agentschap vraagt wat beter kan.",
    "reikwijdte": "Alles komt uit één antwoord.",
    "trefwoorden": ["participatie", "dienstverlening"],
}
ORGANISATION: Data = {
    "id": "organisatie",
    "naam": "Agentschap Voorbeeld",
    "naam_met_lidwoord": "het Agentschap Voorbeeld",
    "afkorting": "AV",
    "overheid": "Voorbeeldland",
    "ovo_code": "OVO000001",
    "contact": {"naam": "Dienst Voorbeeld", "email": "data@voorbeeld.example"},
    "licentie": {
        "naam": "Gratis hergebruik",
        "url": "https://licentie.example/vrij",
        "tekst": "U mag ze hergebruiken.",
    },
    "disclaimer": "Aan deze site kunt u geen rechten ontlenen.",
    "toegankelijkheid": {
        "naleving": "gedeeltelijk",
        "niet_toegankelijk": "Niets bekend.",
        "waarom": "Niet van toepassing.",
        "alternatieven": "Vraag het ons.",
        "feedback": "Mail ons.",
        "handhaving": "De Ombudsdienst.",
        "opgesteld_op": "2026-11-23",
        "methode": "Zelfbeoordeling.",
    },
    "niet_limitatief": [{"lijst": "initiatief", "bronnen": [{"bron": "antwoord"}]}],
}

SOURCE: Data = {
    "id": "antwoord",
    "titel": "Antwoord op een vraag",
    "soort": "parlementair_antwoord",
    "uitgever": "Parlement",
    "datum": "2020-02",
    "geraadpleegd_op": "2026-11-23",
}
INITIATIVE: Data = {
    "id": "bevraging",
    "titel": "Bevraging",
    "samenvatting": "Wij vroegen wat beter kan.",
    "niveau": "operationeel",
    "vormen": ["gesprek"],
    "status": "niet_vermeld",
    "periode": {"van": "2017", "tot": "2019"},
    "beleidsvelden": ["gelijke-kansen"],
    "bronnen": [{"bron": "antwoord"}],
}
NOTES: list[Data] = [
    {"datum": "2026-11-02", "tekst": "Het aantal deelnemers is verbeterd."},
    {"datum": "2026-11-02", "tekst": "De periode is toegevoegd."},
    {"datum": "2026-10", "tekst": "De titel is korter."},
]
"""Change notes, newest first; two of one day."""
OTHER: Data = {**INITIATIVE, "id": "overleg", "titel": "Overleg", "beleidsvelden": "alle", "periode": "niet_vermeld"}
ADJUSTMENT: Data = {
    "id": "nieuwsbrief",
    "titel": "Nieuwsbrief",
    "samenvatting": "Er is een nieuwsbrief.",
    "soort": "communicatie",
    "aanleiding": [{"initiatief": "bevraging", "sterkte": "rechtstreeks"}],
    "verloop": [{"status": "uitgevoerd"}],
    "bronnen": [{"bron": "antwoord"}],
}
MEASUREMENT: Data = {
    "id": "barometer",
    "titel": "Barometer",
    "samenvatting": "Hoe tevreden de besturen zijn.",
    "initiatief": "bevraging",
    "periode": {"van": "2016", "tot": "2016"},
    "resultaten": [
        {
            "id": "termijn",
            "onderwerp": "Termijn",
            "waarde": {"waarde": "66", "eenheid": "procent", "precisie": "ongeveer"},
        },
        {"id": "houding", "onderwerp": "Houding", "waarde": "niet_vermeld"},
    ],
    "bronnen": [{"bron": "antwoord"}],
}
RECORDS_OF_SITE: tuple[tuple[str, Data], ...] = (
    ("bron", SOURCE),
    ("initiatief", INITIATIVE),
    ("initiatief", OTHER),
    ("bijsturing", ADJUSTMENT),
    ("meting", MEASUREMENT),
)
LISTS: Mapping[str, tuple[str, tuple[Data, ...]]] = {
    "beleidsveld": (
        "Beleidsvelden",
        (
            {"id": "gelijke-kansen", "naam": "Gelijke kansen", "omschrijving": "Gelijke kansen voor iedereen."},
            {"id": "brussel", "naam": "Brussel"},
        ),
    ),
    "belanghebbende": ("Belanghebbenden", ({"id": "besturen", "naam": "Lokale besturen"},)),
    "vorm": ("Vormen", ({"id": "gesprek", "naam": "Gesprek", "ook": ["interview"]},)),
    "rol": ("Rollen", ({"id": "coach", "naam": "Coach"},)),
    "klachtthema": ("Thema’s", ({"id": "wachttijd", "naam": "Wachttijd"}, {"id": "netheid", "naam": "Netheid"})),
    "klachtindeling": ("Indelingen", ({"id": "bus", "naam": "bus", "groep": "Voertuig"},)),
    "begrip": ("Begrippen", ({"id": "leemte", "naam": "Leemte", "omschrijving": "Wat er niet staat."},)),
}


def record(kind: str, data: Data, **changes: object) -> Record:
    """A record of this kind; `changes` replaces author's keys. What it leaves out, it calls not stated."""
    return RECORDS[kind].model_validate(said_out(fields_of(RECORDS[kind]), {**data, **changes}))


def said_out(fields: tuple[Field, ...], data: Data) -> Data:
    """Data in which every field that may be absent says so, as an author does who looked for it in the source."""
    may_be_absent = (item for item in fields if item.stated and not item.required and item.owner is not Breakdown)
    silent = {item.key: "niet_vermeld" for item in may_be_absent if item.key not in data}
    known = {item.key: item for item in fields}
    return {key: _said_out(known.get(key), value) for key, value in data.items()} | {
        key: word for key, word in silent.items() if known[key].default == NOT_FILLED_IN
    }


def _said_out(item: Field | None, value: object) -> object:
    if item is None or not item.parts or item.many is Many.NAMED:
        return value
    if isinstance(value, list | tuple):
        return [_said_out(item, each) for each in value]
    return said_out(item.parts, value) if isinstance(value, dict) and "toestand" not in value else value


def organisation(*, site: Data | None = None, **changes: object) -> Organisation:
    """The agency, with other settings of its site or other author's keys."""
    return Organisation.model_validate({**ORGANISATION, "site": {**SITE, **(site or {})}, **changes})


def corpus(*records: Record, base: str = "", **changes: object) -> Corpus:
    """The whole site. `records` come in the place of those of the same kind and id; `base` is its address."""
    made = {(kind, str(data["id"])): record(kind, data) for kind, data in RECORDS_OF_SITE}
    for item in records:
        made[item.KIND.name, item.id] = item
    vocabularies = {kind: usual_list(KINDS[kind]) for kind in USUAL} | {
        kind: Vocabulary.model_validate({"id": kind, "titel": title, "termen": terms})
        for kind, (title, terms) in LISTS.items()
    }
    found = Corpus(organisation(site={"basisadres": base}, **changes), vocabularies)
    return replace(found, by_kind=collect(made.values()))


@cache
def minimal() -> Corpus:
    """An agency that has written nothing yet but who it is, as the public sees it."""
    return public(Corpus(organisation(niet_limitatief=[]), {}), on=BUILD_DAY)


@cache
def templates() -> Templates:
    """The templates of the project."""
    folder = Path(__file__).resolve().parent.parent / "templates"
    paths = [path for path in sorted(folder.rglob("*")) if path.suffix in (".html", ".xml")]
    return Templates({path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8") for path in paths})


def rendered(template: str, view: object, *, files: Mapping[str, FileFact] | None = None) -> str:
    """A view through its template; a mistake in the template fails the test."""
    data, findings = templates().render(template, view, artifact="proef", files=files or {})
    assert () == findings
    return data.decode()
