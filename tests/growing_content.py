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
from weerklank.model import RECORDS, VOCABULARIES, Organisation, Vocabulary
from weerklank.site.pages import plan

WORDS = 12
"""How many words each controlled list has."""

_LISTS = {"beleidsvelden": "veld", "belanghebbenden": "groep", "vormen": "vorm", "rollen": "rol", "begrippen": "woord"}
_FOLDERS = {"initiatieven": "initiatief", "bijsturingen": "bijsturing", "metingen": "meting", "vragen": "vraag",
            "beslissingen": "beslissing", "bronnen": "bron", "klachten": "klachtenjaar"}  # fmt: skip


def files(size: int) -> Mapping[str, object]:
    """The content of an agency with this many records, by file name: of 20, 9 are initiatives and 8 adjustments."""
    found: dict[str, object] = {
        "organisatie.yaml": {**{k: v for k, v in ORGANISATION.items() if k != "id"}, "site": SITE}
    }
    for name, one in _LISTS.items():
        terms = [{"id": f"{one}-{n}", "naam": f"{one.capitalize()} {n}"} for n in range(WORDS)]
        found[f"lijsten/{name}.yaml"] = {"titel": name.capitalize(), "termen": terms}
    counts = dict.fromkeys(("initiatief", "bijsturing", "meting", "bron", "vraag"), 0)
    for place in range(size):
        kind = ("bron", *("initiatief", "bijsturing") * 8, "initiatief", "meting", "vraag")[place % 20]
        number = counts[kind]
        counts[kind] += 1
        found.update(_MAKERS[kind](number, size))
    return found


def _cited(number: int, size: int) -> list[dict[str, str]]:
    sources = (size + 19) // 20
    return [
        {"bron": f"bron-{(number + step) % sources}", "plaats": f"alinea {step}", "citaat": _sentence(number + step)}
        for step in range(3)
    ]


def _sentence(number: int) -> str:
    return f"De dienst hoorde {number % 40} keer dat het beter kan in straat {number % 7}."


def _initiative(number: int, size: int) -> dict[str, object]:
    signals = [{"id": f"s{k}", "tekst": _sentence(number + k), "van": f"groep-{k}"} for k in range(number % 3)]
    return {f"initiatieven/initiatief-{number}.yaml": {
        "titel": f"Initiatief {number}", "samenvatting": _sentence(number),
        "niveau": ("strategisch", "operationeel", "intern")[number % 3], "vormen": [f"vorm-{number % WORDS}"],
        "status": ("gepland", "lopend", "afgerond")[number % 3],
        "periode": {"van": str(1995 + number % 25), "tot": str(1997 + number % 25)},
        "beleidsvelden": [f"veld-{number % WORDS}", f"veld-{(number + 5) % WORDS}"],
        "rollen": [f"rol-{number % WORDS}"],
        "belanghebbenden": [f"groep-{number % WORDS}", f"groep-{(number + 1) % WORDS}"],
        "gevraagd": _sentence(number), "signalen": signals or "niet_vermeld", "bronnen": _cited(number, size),
        "tekst": f"{_sentence(number)} Er is **meer** te zeggen.",
        "wijzigingen": [{"datum": f"2025-{1 + number % 12:02}", "tekst": _sentence(number)}],
    }}  # fmt: skip


def _adjustment(number: int, size: int) -> dict[str, object]:
    origin = number * 7 % max(1, size * 9 // 20)
    signal = {"signaal": "s0"} if origin % 3 else {}
    part = {"onderdeel_van": f"bijsturing-{number - 1}"} if number % 6 == 1 else {}
    return {f"bijsturingen/bijsturing-{number}.yaml": {
        "titel": f"Bijsturing {number}", "samenvatting": _sentence(number),
        "soort": ("werkwijze", "product", "beleid")[number % 3], **part,
        "aanleiding": [{"initiatief": f"initiatief-{origin}", "sterkte": "rechtstreeks", **signal}],
        "verloop": [{"status": "gepland", "datum": str(1998 + number % 25)}, {"status": "uitgevoerd"}],
        "doelgroepen": [f"groep-{number % WORDS}"], "beleidsvelden": [f"veld-{number % WORDS}"],
        "bronnen": _cited(number, size), "tekst": _sentence(number),
    }}  # fmt: skip


def _measurement(number: int, size: int) -> dict[str, object]:
    figures = [
        {"id": f"r{k}", "onderwerp": f"Onderwerp {k}", "waarde": {"waarde": str(10 + 9 * k), "eenheid": "procent"},
         "antwoord": "tevreden", "groep": f"Groep {k}", "jaar": str(1990 + number % 30)}
        for k in range(4)
    ]  # fmt: skip
    return {f"metingen/meting-{number}.yaml": {
        "titel": f"Meting {number}", "samenvatting": _sentence(number), "initiatief": f"initiatief-{number}",
        "periode": {"van": str(1990 + number % 30), "tot": str(1990 + number % 30)}, "resultaten": figures,
        "bronnen": _cited(number, size),
    }}  # fmt: skip


def _source(number: int, _size: int) -> dict[str, object]:
    name = f"bronnen/bron-{number}"
    text = "\n\n".join(f"{_sentence(place)} Dat staat in alinea {place} van stuk {number}." for place in range(280))
    return {
        f"{name}.yaml": {"titel": f"Bron {number}", "soort": "rapport", "opmerking": _sentence(number)},
        f"{name}.txt": text,
    }


def _question(number: int, size: int) -> dict[str, object]:
    parts = [
        {"letter": letter, "vraag": _sentence(number), "dekking": "volledig", "antwoord": _sentence(number),
         "steunt_op": [f"initiatief:initiatief-{number}", f"bijsturing:bijsturing-{number}"]}
        for letter in "ab"
    ]  # fmt: skip
    sub = [{"nr": str(k), "tekst": _sentence(k), "delen": parts} for k in (1, 2)]
    return {f"vragen/vraag-{number}.yaml": {
        "titel": f"Vraag {number}", "deelvragen": sub, "datum_gesteld": str(1995 + number % 25),
        "bronnen": _cited(number, size), "tekst": _sentence(number),
    }}  # fmt: skip


_MAKERS = {
    "initiatief": _initiative,
    "bijsturing": _adjustment,
    "meting": _measurement,
    "bron": _source,
    "vraag": _question,
}


def corpus(size: int) -> Corpus:
    """The same content as records."""
    made, texts, lists = [], {}, {}
    for path, data in files(size).items():
        folder, _, name = path.rpartition("/")
        name, _, ending = name.rpartition(".")
        if ending == "txt":
            texts[name] = str(data)
        elif folder == "lijsten":
            lists[VOCABULARIES[name]] = Vocabulary.model_validate({"id": name, **_plain(data)})
        elif folder:
            made.append(RECORDS[_FOLDERS[folder]].model_validate({"id": name, **_plain(data)}))
    organisation = Organisation.model_validate({**ORGANISATION, "site": SITE})
    return replace(Corpus(organisation, lists, texts=texts), **collect(made))


def _plain(data: object) -> dict[str, object]:
    assert isinstance(data, dict)
    return data


def text_of(data: object) -> str:
    """The text of a file of the content: a stored text as it is, anything else as JSON, which is YAML."""
    return data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _seconds(size: int) -> float:
    found = corpus(size)
    start = process_time()
    plan(found, assets={})
    return process_time() - start


if __name__ == "__main__":
    _seconds(20)
    for argument in sys.argv[1:]:
        print(f"{argument} records: {_seconds(int(argument)):.2f} s")
