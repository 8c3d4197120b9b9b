"""Content in which every field of every kind holds words of its own, so that one can ask where each of them is printed.

In: the fields of the model. Out: files as an author writes them, and a `Canary` for each value that was put in. A new
field is in it by itself. Of each kind there are three records: `-vol` has every value, `-leeg` has an absence wherever
a field may have one, and `-half` has one wherever a part of a field may.
"""

import io
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from itertools import count
from typing import Any

from PIL import Image

from weerklank.kinds import KINDS, LISTS, OF_WORDS, ORGANISATION
from weerklank.model import (
    RECORDS,
    AnnexPart,
    Breakdown,
    Cause,
    Citation,
    ComplaintsYear,
    KeyFact,
    Organisation,
    Selection,
    Verdict,
    Vocabulary,
)
from weerklank.model.fields import Field, Many, ValueShape, field_of, fields_of
from weerklank.model.promise import Moved, Promise

FULL, EMPTY, HALF = "vol", "leeg", "half"
ABOUT = "over"
"""The page that says what the organisation says of itself."""
WORD_LISTS = tuple(kind.name for kind in OF_WORDS)
Data = Any  # what YAML can hold

ANNEX_PARTS = (
    {"soort": "dekking"},
    {"soort": "wegwijzer"},
    {"soort": "initiatieven"},
    {"soort": "initiatieven", "weergave": "fiches"},
    {"soort": "bijsturingen"},
    {"soort": "bijsturingen", "weergave": "fiches"},
    *({"soort": "meting", "meting": f"meting-{variant}"} for variant in (FULL, EMPTY, HALF)),
    {"soort": "klachten"},
    *({"soort": kind.annex_part} for kind in KINDS.values() if kind.is_selected),
    {"soort": "niet_vermeld"},
    {"soort": "begrippen"},
    {"soort": "bronnen"},
)
"""Every kind of part of an annex, but running text and charts, which show no field of a record."""

_LEAST = {
    "klachtenjaar.totaal.": (110_000, 3),
    "klachtenjaar.ontvangen.": (50_000, 2),
    "klachtenjaar.ontvankelijk.": (26_000, 1),
    ".totaal.": (20_000, 1),
    ".hoogste.": (90_000, 1),
    ".laagste.": (1_000, 1),
    "": (2_100, 1),
}
"""What a number is at least, and how far apart two of these are, by what the path holds."""
_REST = {
    "klachtenjaar.geen_klacht": ("klachtenjaar.totaal", "klachtenjaar.ontvangen"),
    "klachtenjaar.onontvankelijk": ("klachtenjaar.ontvangen", "klachtenjaar.ontvankelijk"),
}
"""A number that is what two others of its record leave."""
_LATE = ("vraag.datum_antwoord",)
"""A day that comes after those that the model has below it."""
_MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split()


@dataclass(frozen=True)
class Canary:
    """`path`: the field that it is in, with its kind first; `record`: kind and id of the record.

    `words`: each of these texts shows that the value is printed. `shape`: of the field; an absence counts as one.
    """

    path: str
    record: tuple[str, str]
    shape: ValueShape
    words: tuple[str, ...]


@dataclass
class Birds:
    """The content so far: `files` by path in content/, and every canary in it."""

    files: dict[str, str] = field(default_factory=dict)
    pictures: dict[str, bytes] = field(default_factory=dict)
    canaries: list[Canary] = field(default_factory=list)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))


_REQUIRED: dict[str, Data] = {
    "initiatief": {"niveau": "operationeel", "vormen": "niet_vermeld", "status": "lopend", "periode": "niet_vermeld"},
    "bijsturing": {
        "soort": "werkwijze",
        "aanleiding": [{"initiatief": "niet_vermeld", "sterkte": "niet_vermeld"}],
        "verloop": [{"status": "uitgevoerd"}],
    },
    "meting": {
        "initiatief": "basis",
        "periode": "niet_vermeld",
        "resultaten": [{"id": "een", "onderwerp": "Iets", "waarde": "niet_vermeld"}],
    },
    "vraag": {"deelvragen": [{"nr": "1", "tekst": "Wat is er?", "delen": [{"vraag": "iets"}]}]},
    "bron": {"soort": "rapport"},
}
"""What a record must have that nothing but a reference is about, besides a title, a summary and a source."""

_SHARED = {"niveaus": "operationeel", "bijsturingssoorten": "werkwijze", "bronsoorten": "rapport"}
"""Words that records must have, by the file of their list."""


def write() -> Birds:
    """Everything there is."""
    birds = Birds()
    _Writer(birds, "initiatief", "basis", FULL).target("initiatief", "basis", "Basis van alles")
    _Writer(birds, ORGANISATION, ORGANISATION, EMPTY).organisation()
    for folder, name in _SHARED.items():
        _Writer(birds, folder, folder, FULL).term(folder, name, "Woord van velen")
    for words in OF_WORDS:
        _Writer(birds, words.name, words.folder, FULL).vocabulary(words.folder)
    for kind in RECORDS:
        for variant in (FULL, EMPTY, HALF):
            name = ABOUT if (kind, variant) == ("pagina", FULL) else f"{kind}-{variant}"
            _Writer(birds, kind, name, variant).record()
    return birds


def _has_pattern(rule: object) -> bool:
    return bool(getattr(rule, "pattern", None))


class _Writer:
    """One record: knows which variant of it is being written."""

    def __init__(self, birds: Birds, kind: str, name: str, variant: str) -> None:
        self.birds, self.kind, self.name, self.variant = birds, kind, name, variant
        self.figures: dict[str, int] = {}
        self.heard = ""

    # files

    def record(self) -> None:
        data = self._part(fields_of(RECORDS[self.kind]), self.kind)
        del data["id"]
        quoted = self._quoting(data, "termijn") if RECORDS[self.kind] is Promise else data
        self._file(f"{KINDS[self.kind].folder}/{self.name}.yaml", quoted)

    def organisation(self) -> None:
        data = self._part(fields_of(Organisation), ORGANISATION)
        del data["id"]
        self._file(f"{ORGANISATION}.yaml", data)

    def vocabulary(self, folder: str) -> None:
        data = self._part(fields_of(Vocabulary), f"lijst {folder}")
        del data["id"]
        existing = self.birds.files.get(f"{LISTS}/{folder}.yaml")
        data["termen"] += json.loads(existing)["termen"] if existing else []
        self._file(f"{LISTS}/{folder}.yaml", data)

    def _file(self, path: str, data: Data) -> None:
        self.birds.files[path] = json.dumps(data, ensure_ascii=False, indent=1)

    # values

    def _part(self, fields: tuple[Field, ...], path: str, depth: int = 0) -> dict[str, Data]:
        made = {item.key: self._field(item, f"{path}.{item.key}", depth) for item in fields}
        return {key: value for key, value in made.items() if value != []}

    def _field(self, item: Field, path: str, depth: int) -> Data:
        for name, special in _SPECIAL.items():
            if fnmatchcase(path, name):
                stated = item.stated and item.many is not Many.NAMED and self.variant == (HALF if depth else EMPTY)
                return self._absence(path) if stated else special(self, path)
        if item.stated and self.variant == (HALF if depth else EMPTY):
            absence = self._absence(path)
            return {self.text(f"{path}.(naam)"): absence} if item.many is Many.NAMED else absence
        if item.many is Many.ONE:
            return self._value(item, path, depth)
        many = max(1, item.least)
        values = [self._value(item, path, depth) for _ in range(many)]
        return {self.text(f"{path}.(naam)"): value for value in values} if item.many is Many.NAMED else values

    def _value(self, item: Field, path: str, depth: int) -> Data:
        inside: dict[ValueShape, Callable[[], Data]] = {
            ValueShape.PART: lambda: self._part(item.parts, path, depth + 1),
            ValueShape.PERIOD: lambda: self._quoting(self._part(item.parts, path, depth + 1), "letterlijk"),
            ValueShape.QUANTITY: lambda: self._quantity(item, path, depth),
            ValueShape.TEXT: lambda: self._text(item, path),
            ValueShape.NUMBER: lambda: self.number(path),
            ValueShape.DATE: lambda: self.date(path),
            ValueShape.CHOICE: lambda: self._one_of(item, path),
            ValueShape.YES_NO: lambda: self._yes_no(path),
            ValueShape.REFERENCE: lambda: self._reference(item, path),
            ValueShape.ABSENCE: lambda: self._absence(path),
        }
        return inside[item.shape]()

    def _one_of(self, item: Field, path: str) -> Data:
        """Two records differ in what they choose, so that one can see what their pages print of it."""
        choice = item.choices[0 if self.variant == FULL else 1]
        return self._choice(path, choice.key, choice.word)

    def _yes_no(self, path: str) -> Data:
        yes, no = next(words for name, words in YES_NO.items() if fnmatchcase(path, name))
        return self._choice(path, "ja", yes) if self.variant == FULL else self._choice(path, "nee", no)

    def _quantity(self, item: Field, path: str, depth: int) -> Data:
        """How precise a number is counts as printed where its word stands before that number."""
        part = self._part(tuple(piece for piece in item.parts if piece.key != "precisie"), path, depth + 1)
        number = part["waarde"]
        spelled = (number, f"{number[:-3]}.{number[-3:]}", f"€ {number[:-3]}.{number[-3:]}")
        self._note(
            f"{path}.precisie",
            ValueShape.TEXT,
            "ongeveer",
            *(f"ongeveer {sign}{word}" for sign in ("", "± ", "±\u00a0") for word in spelled),
        )
        return self._quoting(part | {"precisie": "ongeveer"}, "waarde", "letterlijk")

    def _quoting(self, part: dict[str, Data], *keys: str) -> dict[str, Data]:
        """The quotation of a number names the number, and that of literal words has them."""
        first, *rest = part["bronnen"]
        quotation = " ".join((first["citaat"], *(part[key] for key in keys)))
        return part | {"bronnen": [first | {"citaat": quotation}, *rest]}

    def _choice(self, path: str, value: str, *words: str) -> Data:
        """A value that cannot be one of its own."""
        return self._note(path, ValueShape.CHOICE, value, *words)

    def _note(self, path: str, shape: ValueShape, value: Data, *words: str) -> Data:
        self.birds.canaries.append(Canary(path, (self.kind, self.name), shape, words))
        return value

    def picture(self, path: str) -> str:
        """The name of a picture that lies beside the record."""
        name = f"kw{next(self.birds.numbers):04d}.png"
        self.birds.pictures[f"{KINDS[self.kind].folder}/{name}"] = self._pixels()
        return str(self._note(path, ValueShape.TEXT, name, name))

    @staticmethod
    def _pixels() -> bytes:
        made = io.BytesIO()
        Image.new("RGB", (4, 3)).save(made, "PNG")
        return made.getvalue()

    def look(self, _: str) -> Data:
        """The usual colours, and a picture beside the file; what is seen of them holds no word."""
        self.birds.pictures["logo.png"] = self._pixels()
        return {"logo": {"bestand": "logo.png", "beschrijving": "Logo"}}

    def text(self, path: str) -> str:
        """A word that occurs nowhere else."""
        word = f"kw{next(self.birds.numbers):04d}"
        return str(self._note(path, ValueShape.TEXT, word, word))

    def number(self, path: str) -> str:
        """A number that occurs nowhere else; a total is what its parts are together, or more."""
        least, step = next(base for part, base in _LEAST.items() if part in f"{path}.")
        whole, part = (self.figures.get(name) for name in _REST.get(path, ("", "")))
        figure = whole - part if whole and part else least + step * next(self.birds.numbers)
        self.figures[path] = figure
        number = str(figure)
        return str(self._note(path, ValueShape.NUMBER, number, number, f"{number[:-3]}.{number[-3:]}"))

    def date(self, path: str) -> str:
        """A day that occurs nowhere else; later ones come later."""
        number = next(self.birds.numbers)
        year = (1400 if path in _LATE else 1000) + number // 300
        month, day = number // 25 % 12 + 1, number % 25 + 1
        words = f"{day} {_MONTHS[month - 1]} {year}"
        return str(self._note(path, ValueShape.DATE, f"{year:04d}-{month:02d}-{day:02d}", words))

    def _text(self, item: Field, path: str) -> str:
        word = self.text(path)
        pattern = next(
            (str(rule.pattern) for rule in item.owner.model_fields[item.attribute].metadata if _has_pattern(rule)), ""
        )
        if "http" in pattern or item.key == "url":
            return f"https://voorbeeld.example/{word}"
        return f"{word}@voorbeeld.example" if "@" in pattern else word

    def _absence(self, path: str) -> Data:
        reason = self.text(f"{path}.(afwezig).reden")
        citations = _Writer(self.birds, self.kind, self.name, FULL)._citation(f"{path}.(afwezig).bronnen")
        return {"toestand": "niet_vermeld", "reden": reason, "bronnen": [citations]}

    def _citation(self, path: str) -> Data:
        return self._part(fields_of(Citation), path)

    def _reference(self, item: Field, path: str) -> str:
        """A record, or a word of a list, that nothing else refers to; its title is the canary."""
        kind = item.refers_to[0]
        name = f"doel{next(self.birds.numbers):04d}"
        title = self.text(path)
        if kind in RECORDS:
            self.target(kind, name, title)
        else:
            self.term(KINDS[kind].folder, name, title)
        return f"{kind}:{name}" if len(item.refers_to) > 1 else name

    def target(self, kind: str, name: str, title: str) -> None:
        """A record with nothing but what it must have, and no word that another record has."""
        required = {
            "titel": title,
            "samenvatting": "Doel van een verwijzing.",
            "bronnen": [{"bron": f"bron-{FULL}", "citaat": "Iets."}],
            **_REQUIRED.get(kind, {}),
        }
        if kind == "klachtenjaar":  # each year has one record
            required["jaar"] = str(1801 + next(self.birds.numbers) % 150)
        allowed = {item.key for item in fields_of(RECORDS[kind])}
        self._file(
            f"{KINDS[kind].folder}/{name}.yaml", {key: value for key, value in required.items() if key in allowed}
        )

    def term(self, folder: str, name: str, title: str) -> None:
        path = f"{LISTS}/{folder}.yaml"
        data = json.loads(self.birds.files.get(path, '{"titel": "Lijst", "termen": []}'))
        data["termen"].append({"id": name, "naam": title, "omschrijving": "Doel van een verwijzing."})
        self._file(path, data)

    # what cannot be filled without knowing what it is

    def cause(self, path: str) -> Data:
        """One names an initiative and a signal of it, the other complaints and a theme that is counted there."""
        data = self._part(fields_of(Cause), path, 1)
        complained = {key: value for key, value in data.items() if key not in ("initiatief", "signaal")}
        data = {key: value for key, value in data.items() if key not in ("klachten", "thema")}
        year = f"klachten/{complained['klachten']}.yaml"
        themes = {"soort": "meerkeuze", "delen": {complained["thema"]: "niet_vermeld"}}
        self._file(year, json.loads(self.birds.files[year]) | {"themas": themes})
        if self.variant == HALF:
            return [data, complained]
        heard = self.text(f"{path}.signaal")
        place = f"initiatieven/{data['initiatief']}.yaml"
        target = json.loads(self.birds.files[place])
        self._file(place, target | {"signalen": [{"id": "gezegd", "tekst": heard}]})
        self.heard = place
        return [data | {"signaal": "gezegd"}, complained]

    def verdicts(self, path: str) -> Data:
        """Only where somebody is known who may judge."""
        known = self.heard or (self.kind == "toezegging" and self.variant != EMPTY)
        return [self._part(fields_of(Verdict), path, 1)] if known else []

    def judged(self, path: str) -> Data:
        """Words of which none is part of another."""
        key, word = ("volstaat_niet", "volstaat niet") if self.variant == FULL else ("volstaat_deels", "volstaat deels")
        return self._choice(path, key, word)

    def giver(self, path: str) -> Data:
        """The party that gave the signal; of a promise whom it was made to, by the name that stands there."""
        if not self.heard:
            return self._choice(path, "toegezegd_aan")
        name = self._reference(field_of(Verdict, "giver"), path)
        target = json.loads(self.birds.files[self.heard])
        (signal,) = target["signalen"]
        self._file(self.heard, target | {"signalen": [signal | {"van": name}]})
        return name

    def annex_parts(self, path: str) -> Data:
        """Every kind of part, the first with every option and a running text."""
        full = self._part(tuple(f for f in fields_of(AnnexPart) if f.key in ("titel", "tekst")), path)
        parts = [{**option, "titel": f"Onderdeel {number}"} for number, option in enumerate(ANNEX_PARTS)]
        options = self._part(fields_of(Selection), f"{path}.selectie", 1)
        options |= {"status": "lopend", "ids": [f"initiatief-{FULL}"]}
        narrow = {"soort": "initiatieven", "titel": "Een keuze", "selectie": options}
        return [{"soort": "tekst", **full}, *parts, narrow]

    def ended(self, path: str) -> Data:
        """A promise that somebody closed does not run any more."""
        key, word = ("ingetrokken", "ingetrokken") if self.variant == FULL else ("nagekomen", "nagekomen")
        return self._choice(path, key, word)

    def verifiable(self, path: str) -> Data:
        """Written as the answer with its reason."""
        self._note(f"{path}.answer", ValueShape.CHOICE, "deels", "deels")
        return {"deels": self.text(f"{path}.reason")}

    def key_facts(self, path: str) -> Data:
        """One is a quantity, the other a word."""
        both = self._part(fields_of(KeyFact), path, 1)
        word = {**both, "label": self.text(f"{path}.label")}
        return [
            {key: part[key] for key in part if key != left} for part, left in ((both, "woord"), (word, "hoeveelheid"))
        ]

    def parts(self, path: str) -> Data:
        """Each part of a breakdown is a word of a list."""
        name = f"doel{next(self.birds.numbers):04d}"
        title = self.text(f"{path}.(naam)")
        self.term("klachtthemas" if "themas" in path else "klachtindelingen", name, title)
        return {name: self._absence(path) if self.variant == HALF else self.number(path)}

    def usual(self) -> str:
        """The default source of a record: another record."""
        return f"bron-{EMPTY if self.variant == FULL else FULL}"

    def due(self, path: str) -> Data:
        """A term by itself: where it moves it is the one that it moved from, and that is a field of its own."""
        return self.date(path) if self.variant == FULL else self._absence(path)

    def moved(self, path: str) -> Data:
        """From a term that nobody knew before."""
        if self.variant == FULL:
            return []
        return [self._quoting(self._part(fields_of(Moved), path, 1), "termijn")]

    def year(self, path: str) -> str:
        """A year by itself that occurs nowhere else."""
        year = str(1500 + next(self.birds.numbers) % 300)
        return str(self._note(path, ValueShape.DATE, year, year))


def _fixed(value: str, *words: str) -> Callable[[_Writer, str], Data]:
    """A value that cannot be one of its own, and what is printed of it."""
    return lambda writer, path: writer._choice(path, value, *(words or (value,)))


YES_NO = {
    "bron.extern": ("Deze bron hoort niet bij een antwoord", ""),
    "lijst *.niet_limitatief": ("er kan meer zijn", ""),
    "meting.samen_te_tellen": ("", "niet opgeteld"),
    "organisatie.zoekmachines": ("", "noindex"),
}
"""What is printed of yes and of no; "" is nothing."""

_LISTS = tuple(f"lijst {words.folder}" for words in OF_WORDS)


def _divided(key: str) -> list[str]:
    """The paths of one field of every breakdown."""
    owned = (item for item in fields_of(ComplaintsYear) if item.model and issubclass(item.model, Breakdown))
    return [f"klachtenjaar.{item.key}.{key}" for item in owned]


_SPECIAL: dict[str, Callable[[_Writer, str], Data]] = {
    "bijsturing.aanleiding": _Writer.cause,
    "initiatief.kernfeit": _Writer.key_facts,
    "*.afbeeldingen.bestand": _Writer.picture,
    "bijsturing.toetsbaar": _Writer.verifiable,
    "*.oordeel_van_de_gever": _Writer.verdicts,
    "*.oordeel_van_de_gever.van": _Writer.giver,
    "*.oordeel_van_de_gever.oordeel": _Writer.judged,
    "toezegging.uiterlijk": _Writer.due,
    "toezegging.verschoven": _Writer.moved,
    "vraag.bijlage.onderdelen": _Writer.annex_parts,
    "klachtenjaar.jaar": _Writer.year,
    "klachtenjaar.precisie": lambda *_: {},  # what is not exact has no share, and others look for shares
    "meting.resultaten.jaar": _Writer.year,
    "meting.keuze": _fixed("toevallig", "toevallig gekozen"),
    "meting.reeksen.id": lambda writer, path: writer._choice(path, f"reeks-{writer.variant}"),
    "meting.resultaten.reeks": lambda writer, path: writer._choice(path, f"reeks-{writer.variant}"),
    "meting.reeksen.streefwaarde.waarde.eenheid": _fixed("punten"),
    "meting.resultaten.waarde.eenheid": _fixed("punten"),
    "vraag.deelvragen.delen.dekking": _fixed("deels"),
    "vraag.soort": _fixed("schriftelijke_vraag", "schriftelijke vraag"),  # the kind that has a term
    "vraag.omgezet.uit": _fixed("interpellatie"),
    "toezegging.verloop.status": _Writer.ended,
    "vraag.bijlage.dekking": _fixed("openbaar", "Wat beantwoord is"),
    "vraag.deelvragen.nr": _fixed("1", "Deelvraag 1"),
    "vraag.deelvragen.delen.letter": _fixed("a", "1a"),
    "bron.taal": _fixed("fr", "Frans"),
    "bron.tekstdelen": lambda *_: [],  # no text of a source is stored: no other place has its parts
    "organisatie.ovo_code": _fixed("OVO009876"),
    "klachtenjaar.*.soort": _fixed("meerkeuze"),
    "klachtenjaar.*.van": _fixed("meldingen"),
    **dict.fromkeys(_divided("eenheid"), _fixed("aantal")),
    **dict.fromkeys(_divided("precisie"), _fixed("minstens", "minstens")),
    "klachtenjaar.themas.delen": _Writer.parts,
    "klachtenjaar.uitsplitsingen.delen": _Writer.parts,
    "vraag.bijlage.status": _fixed("ontwerp", "Ontwerp"),
    "*.publicatie.status": _fixed("openbaar"),
    "organisatie.schema": lambda *_: "2",
    "organisatie.kleinste_groep": lambda *_: "2",
    "organisatie.uiterlijk": _Writer.look,
    "organisatie.vlaanderen.*": lambda *_: "00000000-0000-4000-8000-000000000000",
    "*.nagekeken": lambda *_: {"door": "Iemand", "op": "2020-01-01", "oordeel": "ja"},
    **{f"{kind}.bron": lambda writer, _: writer.usual() for kind in (*RECORDS, *_LISTS)},
}
"""Fields whose value depends on others, or cannot be one of its own; the path may hold a star.

The default source, the version of the schema, a rule for authors, where a script stands and what somebody looked at are
no words of a page.
"""
