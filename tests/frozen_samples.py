"""A small content on disk, of an agency that does not exist, with a question whose annex can be frozen.

`write` lays it down; its arguments change records. The records are those of `corpus_samples`.
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from tests.corpus_samples import LISTS, ORGANISATION, RECORDS_OF_SITE, SITE
from weerklank.author.load import Loaded, load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus, public
from weerklank.facts.provenance import annex_data
from weerklank.findings import Finding
from weerklank.freeze import Particulars, seal
from weerklank.freeze.sealing import Sealed
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
            "in_het_kort": "De laatste was in 2016.",
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


_TIE = {"initiatief": "bevraging", "sterkte": "mee_bepalend"}
_RECORDS = tuple(
    (kind, {**data, "aanleiding": [_TIE]} if kind == "bijsturing" else data) for kind, data in RECORDS_OF_SITE
)
"""The samples; the text of their source ties nothing by words of its own."""


def hidden(kind: str, name: str, title: str, **publication: str) -> tuple[str, str]:
    """A record like the one of the same kind in the samples, with another title and its own publication."""
    like = next(data for found, data in _RECORDS if found == kind)
    return f"{_FILE_OF[kind]}/{name}.yaml", text({**like, "titel": title, "publicatie": publication})


def files(question: Mapping[str, object] = QUESTION) -> dict[str, str]:
    """The text of every file, by its path in the content folder."""
    site = {**SITE, "basisadres": "https://weerklank.example"}
    made = {"organisatie.yaml": text({**ORGANISATION, "site": site})}
    for kind, (title, terms) in LISTS.items():
        made[f"lijsten/{_LIST_OF[kind]}.yaml"] = text({"titel": title, "termen": terms})
    for kind, data in _RECORDS:
        made[f"{_FILE_OF[kind]}/{data['id']}.yaml"] = text(data)
    made["bronnen/antwoord.txt"] = (
        "Wij vroegen wat beter kan.\nOngeveer 66 procent is tevreden. De laatste keer was in 2016.\n"
    )
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


ANNEX = {"bijlage.pdf": b"%PDF-1.7", "bijlage.html": b"<p>", "gegevens/dekking.csv": b"a;b\r\n"}
FOLDER = f"vragen/{QUESTION_ID}"


def particulars(*, despite: str = "") -> Particulars:
    """What the manifest of the test annex says."""
    titles = {"gegevens/dekking.csv": "Dekking"}
    return Particulars(QUESTION_ID, "Gegevens over klanten", "10 maart 2020", "0.1.0", "ab12", despite, titles)


def corpus(content: Path, *, day: date = DAY) -> Corpus:
    """Every record of a content without errors."""
    found = validate(load(content), on=day).corpus
    assert found is not None
    return found


def sealed(content: Path, *, day: date = DAY, annex: Mapping[str, bytes] = ANNEX, despite: str = "") -> Sealed:
    """The annex as it would be stored today."""
    own = annex_data(public(corpus(content), on=date.max), QUESTION_ID)
    return seal(annex, particulars(despite=despite), loaded=loaded(content), own=own, day=day)


def frozen(content: Path, *, day: date = DAY, annex: Mapping[str, bytes] = ANNEX) -> Path:
    """Store the annex; returns the folder of the version."""
    made = sealed(content, day=day, annex=annex)
    folder = content / FOLDER / made.name
    for path, data in made.files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def places(found: tuple[Finding, ...]) -> list[tuple[str, str]]:
    """The code and the place of each finding."""
    return sorted((item.code, str(item.span.file) if item.span else "") for item in found)
