"""A small content on disk, of an agency that does not exist, with a question whose annex can be frozen.

`write` lays it down; its arguments change records. The records are those of `corpus_samples`.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.corpus_samples import LISTS, ORGANISATION, RECORDS_OF_SITE, SITE
from weerklank.author.load import Loaded, load
from weerklank.kinds import FOLDERS
from weerklank.model import VOCABULARIES
from weerklank.project import ROOT, Project

DAY = date(2026, 11, 23)
QUESTION_ID = "klanten"
QUESTION_FILE = "vragen/klanten.yaml"

CONCEPT, INTERNAL, LATER = "Kwartelei", "Zandloper", "Morgenster"
"""Words that stand in the title of a concept, of an internal record and of one that is public only later."""

QUESTION: Mapping[str, object] = {
    "titel": "Klanten bevragen",
    "onderwerp": "Klanten van het agentschap",
    "nummer": "12",
    "zittingsjaar": "2019-2020",
    "vraagsteller": "Een lid van het parlement",
    "minister": "de minister van Voorbeelden",
    "datum_gesteld": "2020-03-03",
    "deelvragen": [
        {
            "nr": "1",
            "onderwerp": "Meting",
            "tekst": "Wanneer was de laatste meting?",
            "delen": [
                {
                    "vraag": "De laatste meting",
                    "dekking": "deels",
                    "reden": "Alleen het jaar.",
                    "antwoord": "In 2016.",
                    "steunt_op": ["meting:barometer", "initiatief:bevraging"],
                    "bronnen": [{"bron": "antwoord"}],
                }
            ],
        }
    ],
    "lezers": [{"wie": "An Lezer", "op": "2020-03-05"}],
    "bijlage": {
        "dekking": "openbaar",
        "titel": "Gegevens over klanten",
        "toestand_op": "2027-03-10",
        "onderdelen": [
            {"soort": "dekking", "titel": "Leeswijzer"},
            {"soort": "wegwijzer", "titel": "Wat het antwoord geeft"},
            {"soort": "initiatieven", "titel": "Initiatieven"},
            {"soort": "bijsturingen", "titel": "Bijsturingen"},
            {"soort": "grafiek", "titel": "Hoe ver de bijsturingen staan", "grafiek": "bijsturingen-per-toestand"},
        ],
    },
}

_FILE_OF = {kind: folder for folder, kind in FOLDERS.items()}
_LIST_OF = {kind: name for name, kind in VOCABULARIES.items()}


def text(data: Mapping[str, object]) -> str:
    """A record as YAML, one key a line (JSON is YAML)."""
    return json.dumps({key: value for key, value in data.items() if key != "id"}, ensure_ascii=False, indent=1)


def hidden(kind: str, name: str, title: str, **publication: str) -> tuple[str, str]:
    """A record like the one of the same kind in the samples, with another title and its own publication."""
    like = next(data for found, data in RECORDS_OF_SITE if found == kind)
    return f"{_FILE_OF[kind]}/{name}.yaml", text({**like, "titel": title, "publicatie": publication})


def files(question: Mapping[str, object] = QUESTION) -> dict[str, str]:
    """The text of every file, by its path in the content folder."""
    site = {**SITE, "basisadres": "https://weerklank.example"}
    made = {"organisatie.yaml": text({**ORGANISATION, "site": site})}
    for kind, (title, terms) in LISTS.items():
        made[f"lijsten/{_LIST_OF[kind]}.yaml"] = text({"titel": title, "termen": terms})
    for kind, data in RECORDS_OF_SITE:
        made[f"{_FILE_OF[kind]}/{data['id']}.yaml"] = text(data)
    made["bronnen/antwoord.txt"] = "Wij vroegen wat beter kan.\nOngeveer 66 procent is tevreden.\n"
    made[QUESTION_FILE] = text(question)
    return made


def write(folder: Path, made: Mapping[str, str] | None = None) -> Path:
    """Lay the content down in `content/` below a folder; returns that content folder."""
    content = folder / "content"
    for path, words in (files() if made is None else made).items():
        target = content / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(words, encoding="utf-8")
    return content


def change(content: Path, path: str, old: str, new: str) -> None:
    """Replace words in a file that has them once."""
    file = content / path
    found = file.read_text(encoding="utf-8")
    assert 1 == found.count(old)
    file.write_text(found.replace(old, new), encoding="utf-8")


def loaded(content: Path) -> Loaded:
    """The content, which has no faults of reading."""
    found = load(content)
    assert () == found.findings
    return found


def project(folder: Path, *, day: date = DAY) -> Project:
    """A project whose content lies in a folder, with the templates that are published."""
    return Project(
        root=folder,
        content=folder / "content",
        templates=ROOT / "templates",
        output=folder / "site",
        cache=folder / ".cache",
        date=day,
    )


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
