"""An agency of any size, made the same way every time, to see how work grows with records.

`files(400)` is its content as an author would write it; `corpus(400)` the same, read. Lists have a fixed length, as
real ones do: only records grow. Run as a program it prints the seconds of a processor that a plan of the site takes:

    python -m tests.growing_content 100 200 400 800
"""

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from time import process_time

from tests.corpus_samples import ORGANISATION, SITE
from weerklank.corpus import Corpus, collect
from weerklank.kinds import KINDS
from weerklank.model import RECORDS, VOCABULARIES, Organisation, Vocabulary
from weerklank.model.usual import USUAL, usual_list
from weerklank.site.pages import plan

WORDS = 12
"""How many words each controlled list has."""

_LISTS = {"beleidsvelden": "veld", "belanghebbenden": "groep", "vormen": "vorm", "rollen": "rol", "begrippen": "woord",
          "klachtthemas": "thema", "klachtindelingen": "indeling"}  # fmt: skip
_FOLDERS = {"initiatieven": "initiatief", "bijsturingen": "bijsturing", "metingen": "meting", "vragen": "vraag",
            "beslissingen": "beslissing", "bronnen": "bron", "klachten": "klachtenjaar",
            "toezeggingen": "toezegging"}  # fmt: skip


_ABOUT = {
    **{key: value for key, value in ORGANISATION.items() if key != "id"},
    "site": SITE,
    "niet_limitatief": [{"lijst": "initiatief", "bronnen": [{"bron": "bron-0"}]}],
}


def files(size: int) -> Mapping[str, object]:
    """The content of an agency with this many records, by file name: of 20, 8 are initiatives and 7 adjustments.

    With each question comes a promise. The first question has an annex about all of them, whatever its size.
    """
    found: dict[str, object] = {"organisatie.yaml": _ABOUT}
    for name, one in _LISTS.items():
        terms = [{"id": f"{one}-{n}", "naam": f"{one.capitalize()} {n}"} for n in range(WORDS)]
        found[f"lijsten/{name}.yaml"] = {"titel": name.capitalize(), "termen": terms}
    counts = dict.fromkeys(_MAKERS, 0)
    for place in range(size):
        kind = _KINDS[place % len(_KINDS)]
        number = counts[kind]
        counts[kind] += 1
        found.update(_MAKERS[kind](number, size))
    return found


_KINDS = ("bron", *("initiatief", "bijsturing") * 7, "initiatief", "meting", "vraag", "beslissing", "klachtenjaar")


def _number_of(kind: str, size: int) -> int:
    """How many records of a kind there are among this many, at least one."""
    return max(1, sum(_KINDS[place % len(_KINDS)] == kind for place in range(size)))


def _cited(number: int, size: int) -> list[dict[str, str]]:
    sources = _number_of("bron", size)
    return [
        {"bron": f"bron-{(number + step) % sources}", "plaats": f"alinea {step}", "citaat": _sentence(number + step)}
        for step in range(3)
    ]


def _sentence(number: int) -> str:
    return f"De dienst hoorde {number % 40} keer dat het beter kan in straat {number % 7}."


def _initiative(number: int, size: int) -> dict[str, object]:
    quoted = f"“alinea {number % 280} van stuk {number % _number_of('bron', size)}”"
    signals = [{"id": f"s{k}", "tekst": _sentence(number + k), "van": f"groep-{k}"} for k in range(number % 3)]
    return {f"initiatieven/initiatief-{number}.yaml": {
        "titel": f"Initiatief {number}", "samenvatting": _sentence(number),
        "niveau": ("strategisch", "operationeel", "intern")[number % 3], "vormen": [f"vorm-{number % WORDS}"],
        "status": ("gepland", "lopend", "afgerond")[number % 3],
        "periode": {"van": str(1995 + number % 25), "tot": str(1997 + number % 25)},
        "gehoord": {
            "toestand": "kwalitatief", "reden": "In woorden.",
            "beslissing": f"beslissing-{number % _number_of('beslissing', size)}",
        },
        "beleidsvelden": [f"veld-{number % WORDS}", f"veld-{(number + 5) % WORDS}"],
        "rollen": [f"rol-{number % WORDS}"],
        "belanghebbenden": [f"groep-{number % WORDS}", f"groep-{(number + 1) % WORDS}"],
        "gevraagd": _sentence(number), "signalen": signals or "niet_vermeld", "bronnen": _cited(number, size),
        "tekst": f"{_sentence(number)} Zie [een ander](initiatief:initiatief-{number // 2}), {quoted}.",
        "leemten": [f"Hoe vaak straat {number} aan bod kwam."],
        "tegenspraken": [{"onderwerp": f"Straat {number}", "lezingen": [{"bron": _cited(n, size)[0]} for n in (1, 2)]}],
        "wijzigingen": [{"datum": f"2025-{1 + number % 12:02}", "tekst": _sentence(number)}],
    }}  # fmt: skip


def _adjustment(number: int, size: int) -> dict[str, object]:
    origin = number * 3 % _number_of("initiatief", size)
    signal = {"signaal": "s0"} if origin % 3 else {}
    part = {"onderdeel_van": f"bijsturing-{number - 1}"} if number % 6 == 1 else {}
    return {f"bijsturingen/bijsturing-{number}.yaml": {
        "titel": f"Bijsturing {number}", "samenvatting": _sentence(number),
        "soort": ("werkwijze", "product", "beleid")[number % 3], **part,
        "aanleiding": [{"initiatief": f"initiatief-{origin}", "sterkte": "rechtstreeks", **signal}],
        "verloop": [
            {"status": "gepland", "datum": str(1998 + number % 25)},
            {"status": "uitgevoerd", "bewijs": [{"titel": f"Brief {number}", "bronnen": _cited(number, size)}]},
        ],
        "doelgroepen": [f"groep-{number % WORDS}"], "beleidsvelden": [f"veld-{number % WORDS}"],
        "bronnen": _cited(number, size), "tekst": _sentence(number),
    }}  # fmt: skip


def _measurement(number: int, size: int) -> dict[str, object]:
    figures = [
        {"id": f"r{k}", "reeks": f"reeks-{number // 5}-{k}", "onderwerp": f"Onderwerp {k}",
         "waarde": {"waarde": str(10 + 9 * k), "eenheid": "procent"}, "antwoord": "tevreden",
         "groep": f"Groep {k}", "jaar": str(1990 + number % 30)}
        for k in range(4)
    ]  # fmt: skip
    return {f"metingen/meting-{number}.yaml": {
        "titel": f"Meting {number}", "samenvatting": _sentence(number), "initiatief": f"initiatief-{number}",
        "periode": {"van": str(1990 + number % 30), "tot": str(1990 + number % 30)}, "resultaten": figures,
        "wijze": ("online", "post", "niet_vermeld")[number % 3], "uitvoerder": f"Bureau {number % 7}",
        "bronnen": _cited(number, size),
    }}  # fmt: skip


def _source(number: int, _size: int) -> dict[str, object]:
    name = f"bronnen/bron-{number}"
    text = "\n\n".join(f"{_sentence(place)} Dat staat in alinea {place} van stuk {number}." for place in range(280))
    return {
        f"{name}.yaml": {
            "titel": f"Bron {number}",
            "soort": ("rapport", "webpagina", "dataset")[number % 3],
            "uitgever": f"Uitgever {number % 30}",
            "datum": str(2000 + number % 20),
            "opmerking": _sentence(number),
        },
        f"{name}.txt": text,
    }


def _question(number: int, size: int) -> dict[str, object]:
    parts = [
        {"letter": letter, "vraag": _sentence(number), "dekking": "volledig", "antwoord": _sentence(number),
         "steunt_op": [f"initiatief:initiatief-{number}", f"bijsturing:bijsturing-{number}"]}
        for letter in "ab"
    ]  # fmt: skip
    annex = {"bijlage": {"titel": "Alles samen", "onderdelen": _PARTS}} if number == 0 else {}
    sub = [{"nr": str(k), "tekst": _sentence(k), "delen": parts} for k in (1, 2)]
    return {
        f"vragen/vraag-{number}.yaml": {
            "titel": f"Vraag {number}",
            "deelvragen": sub,
            "datum_gesteld": str(1995 + number % 25),
            "soort": ("schriftelijke_vraag", "vraag_om_uitleg")[number % 2],
            "zittingsjaar": f"{1995 + number % 25}-{1996 + number % 25}",
            "vraagsteller": f"Lid {number % 30}",
            "minister": "de minister van Pleinen",
            "bronnen": _cited(number, size),
            "tekst": _sentence(number),
            **annex,
        },
        **_promise(number, size),
    }


def _promise(number: int, size: int) -> dict[str, object]:
    state = ("in_uitvoering", "nagekomen", "deels_nagekomen")[number % 3]
    return {f"toezeggingen/toezegging-{number}.yaml": {
        "titel": f"Toezegging {number}", "samenvatting": _sentence(number), "vraag": f"vraag-{number}",
        "door": f"minister {number % 4}", "aan": f"Lid {number % 30}", "gezegd_op": f"{1995 + number % 25}-03",
        "uiterlijk": str(2000 + number % 40), "verloop": [{"status": state, "datum": str(1997 + number % 25)}],
        "bronnen": _cited(number, size),
    }}  # fmt: skip


_PARTS = [
    {"soort": "wegwijzer", "titel": "Antwoorden"},
    {"soort": "initiatieven", "titel": "Initiatieven", "weergave": "fiches"},
    {"soort": "bijsturingen", "titel": "Bijsturingen", "weergave": "fiches"},
    {"soort": "meting", "titel": "Meting", "meting": "meting-0"},
    {"soort": "grafiek", "titel": "In de tijd", "grafiek": "initiatieven-in-de-tijd"},
    {"soort": "grafiek", "titel": "Wie werd gehoord", "grafiek": "wie-wordt-genoemd"},
    {"soort": "klachten", "titel": "Klachten"},
    {"soort": "niet_vermeld", "titel": "Wat er niet staat"},
]


def _decision(number: int, size: int) -> dict[str, object]:
    return {f"beslissingen/beslissing-{number}.yaml": {
        "titel": f"Beslissing {number}", "samenvatting": _sentence(number), "motivering": _sentence(number),
        "datum": str(1995 + number % 25), "bronnen": _cited(number, size),
    }}  # fmt: skip


def _year(number: int, size: int) -> dict[str, object]:
    parts = {f"reden {k}": str(k) for k in range(4)}
    return {f"klachten/jaar-{number}.yaml": {
        "titel": f"Klachten, reeks {number}", "jaar": str(1900 + number), "totaal": str(40 + number),
        "gegrondheid": {"soort": "uitsluitend", "totaal": "6", "delen": parts}, "bronnen": _cited(number, size),
    }}  # fmt: skip


_MAKERS = {
    "bron": _source,
    "initiatief": _initiative,
    "bijsturing": _adjustment,
    "meting": _measurement,
    "vraag": _question,
    "beslissing": _decision,
    "klachtenjaar": _year,
}


def corpus(size: int) -> Corpus:
    """The same content as records."""
    made, texts = [], {}
    lists = {kind: usual_list(KINDS[kind]) for kind in USUAL}
    for path, data in files(size).items():
        folder, _, name = path.rpartition("/")
        name, _, ending = name.rpartition(".")
        if ending == "txt":
            texts[name] = str(data)
        elif folder == "lijsten":
            lists[VOCABULARIES[name]] = Vocabulary.model_validate({"id": name, **_plain(data)})
        elif folder:
            made.append(RECORDS[_FOLDERS[folder]].model_validate({"id": name, **_plain(data)}))
    organisation = Organisation.model_validate({**_ABOUT, "id": "organisatie"})
    return replace(Corpus(organisation, lists, texts=texts), by_kind=collect(made))


def _plain(data: object) -> dict[str, object]:
    assert isinstance(data, dict)
    return data


def text_of(data: object) -> str:
    """The text of a file of the content: a stored text as it is, anything else as JSON, which is YAML."""
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _seconds(size: int) -> float:
    found = corpus(size)
    start = process_time()
    for artifact in plan(found, assets={}):
        artifact.view()
    return process_time() - start


if __name__ == "__main__":
    _seconds(20)
    for argument in sys.argv[1:]:
        print(f"{argument} records: {_seconds(int(argument)):.2f} s")
