"""A build after an edit is the build from nothing of what stands there now: the same files, to the byte, and findings.

The kinds of edits that authors and designers make, one after the other on one project, and then all of them taken back.
"""

import shutil
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from tests.project_samples import QUESTION, SMALL, project
from weerklank.build.cache import Cache, NoCache, Store
from weerklank.build.pipeline import Clock, Outcome, make
from weerklank.project import ROOT, Project

CONTENT = (
    SMALL
    + """
-- lijsten/begrippen.yaml --
titel: Begrippen
termen:
  - {id: loket, naam: loket, omschrijving: Waar men aanbelt.}
-- lijsten/beleidsvelden.yaml --
titel: Beleidsvelden
termen:
  - {id: brussel, naam: Brussel}
-- bronnen/rapport.txt --
De dienst vroeg de buurt wat beter kan. Zes op tien was tevreden.
-- initiatieven/enquete.md --
---
titel: Enquête over het loket
samenvatting: De dienst vroeg wie aanbelde.
niveau: operationeel
vormen: [gesprek]
status: afgerond
periode: {van: 2018}
beleidsvelden: [brussel]
bronnen: [{bron: rapport, citaat: De dienst vroeg de buurt wat beter kan.}]
---
Aan elk loket, een maand lang.
-- bijsturingen/brief.yaml --
titel: Kortere brief
samenvatting: De brief werd korter.
soort: werkwijze
aanleiding: [{initiatief: enquete, sterkte: mee_bepalend}]
verloop: [{status: gepland, datum: 2019-01}]
bronnen: [{bron: rapport}]
-- metingen/peiling.yaml --
titel: Peiling aan het loket
samenvatting: Hoe tevreden men is.
initiatief: enquete
periode: {van: 2018, tot: 2018}
resultaten:
  - id: tevreden
    onderwerp: Tevredenheid
    waarde: {waarde: 61, eenheid: procent}
    jaar: 2018
    jaar_toelichting: Afgerond.
bronnen: [{bron: rapport}]
-- paginas/over.md --
---
titel: Over de dienst
---
Wij luisteren.
"""
    + QUESTION.partition("bijlage:")[0]
)

State = dict[str, bytes]
"""Each file of the project by its path."""


@dataclass(frozen=True)
class Edit:
    """What someone does: `old` becomes `new` in a file, or the build is of another `day`.

    `path`: of the file, from the project; "a -> b" for one that is called otherwise, "a -> " for one that goes.
    """

    name: str
    path: str
    old: str = ""
    new: str = ""
    day: date | None = None


EDITS = (
    Edit("text of a record", "content/initiatieven/enquete.md", "een maand lang", "twee maanden lang"),
    Edit("title of an initiative", "content/initiatieven/enquete.md", "Enquête over", "Bevraging over"),
    Edit("state of an initiative", "content/initiatieven/enquete.md", "status: afgerond", "status: lopend"),
    Edit("state of an adjustment", "content/bijsturingen/brief.yaml", "status: gepland", "status: uitgevoerd"),
    Edit("summary of an adjustment", "content/bijsturingen/brief.yaml", "werd korter", "werd veel korter"),
    Edit("other cause", "content/bijsturingen/brief.yaml", "initiatief: enquete", "initiatief: overleg"),
    Edit("link in a text", "content/initiatieven/enquete.md", "Aan elk", "Zie [de brief](bijsturing:brief). Aan elk"),
    Edit("no longer public", "content/bijsturingen/brief.yaml", "titel:", "publicatie: {status: intern}\ntitel:"),
    Edit("public again", "content/bijsturingen/brief.yaml", "publicatie: {status: intern}\n", ""),
    Edit("public later", "content/bijsturingen/brief.yaml", "titel:", "publicatie: {vanaf: 2027-01-01}\ntitel:"),
    Edit("that day", "", day=date(2027, 1, 1)),
    Edit("word of a list", "content/lijsten/beleidsvelden.yaml", "naam: Brussel", "naam: Brussel en de Rand"),
    Edit("word added", "content/lijsten/begrippen.yaml", "termen:\n", "termen:\n  - {id: brief, naam: brief}\n"),
    Edit("word of a page template", "templates/pages/begrippen.html", "<h2", "<h2 "),
    Edit("word of a partial", "templates/partials/parts.html", "{% macro", "{# x #}{% macro"),
    Edit("layout of all pages", "templates/layouts/base.html", "<body", "<body "),
    Edit("style sheet", "templates/assets/css/site.css", ";", "; "),
    Edit("script", "templates/assets/js/filter.js", ";", "; "),
    Edit("template of workbooks", "templates/data/werkboek.ods"),
    Edit("note of a figure", "content/metingen/peiling.yaml", "Afgerond.", "Naar boven afgerond."),
    Edit("figure", "content/metingen/peiling.yaml", "waarde: 61", "waarde: 62"),
    Edit("title of a prose page", "content/paginas/over.md", "Over de dienst", "Wie we zijn"),
    Edit("stored text of a source", "content/bronnen/rapport.txt", "Zes op tien", "Meer dan zes op tien"),
    Edit("about a source", "content/bronnen/rapport.yaml", "soort: rapport", "soort: rapport\nuitgever: De drukkerij"),
    Edit("name of the organisation", "content/organisatie.yaml", "naam: Dienst Voorbeeld", "naam: Dienst Luister"),
    Edit("answer to a question", "content/vragen/klanten.yaml", "De meeste wel.", "De meeste wel; vaak zeer."),
    Edit(
        "correction",
        "content/initiatieven/overleg.yaml",
        "titel:",
        "wijzigingen: [{datum: 2026-11-20, tekst: Verbeterd.}]\ntitel:",
    ),
    Edit("other id", "content/initiatieven/overleg.yaml -> content/initiatieven/gesprek.yaml"),
    Edit("record gone", "content/metingen/peiling.yaml -> "),
)


def done(state: State, edit: Edit) -> State:
    """The files after an edit."""
    path, _, target = edit.path.partition(" -> ")
    found = dict(state)
    if not path:
        return found
    data = found.pop(path)
    if edit.old:
        assert edit.old.encode() in data, edit.name
        return {**found, path: data.replace(edit.old.encode(), edit.new.encode())}
    if " -> " not in edit.path:
        return {**found, path: data + b"\0"}  # at the end of an archive, where it changes nothing but the bytes
    if target:
        data = b"vroegere_ids: [overleg]\n" + data
        found = {name: text.replace(b"initiatief: overleg", b"initiatief: gesprek") for name, text in found.items()}
        found = {name: text.replace(b"initiatief:overleg", b"initiatief:gesprek") for name, text in found.items()}
        found[target] = data
    return found


def written(folder: Path, before: State, after: State) -> None:
    """Bring a folder from one state to another."""
    for path in before.keys() - after.keys():
        (folder / path).unlink()
    for path, data in after.items():
        if before.get(path) != data:
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(data)


def made(own: Project, store: Store) -> Outcome:
    """The site as a value."""
    with store.open() as entries:
        found = make(own, entries=entries, clock=Clock(lambda _: None))
        entries.keep(found.keys)
        return found


@pytest.fixture
def own(tmp_path: Path) -> Project:
    """A project with templates of its own."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    return project(tmp_path, CONTENT, templates=tmp_path / "templates")


def state_of(folder: Path) -> State:
    """Every file of content and templates."""
    paths = (path for name in ("content", "templates") for path in sorted((folder / name).rglob("*")))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if path.is_file()}


def differing(found: Outcome, expected: Outcome) -> list[str]:
    """The paths of what differs between two builds, and whether they say something else."""
    paths = sorted(found.files.keys() | expected.files.keys())
    other = (found.findings, found.annexes) != (expected.findings, expected.annexes)
    return [path for path in paths if found.files.get(path) != expected.files.get(path)] + ["findings"] * other


def walk(own: Project, edits: tuple[Edit, ...]) -> list[str]:
    """Make the edits one after the other and take them back; what differed from a build from nothing, by its name."""
    folder, cache, wrong = own.content.parent, Cache(own.cache), []
    states = [(state_of(folder), own, made(own, cache))]
    for edit in edits:
        before, last, _ = states[-1]
        after, now = done(before, edit), replace(last, date=edit.day or last.date)
        written(folder, before, after)
        states.append((after, now, made(now, cache)))
        clean = made(now, NoCache())
        assert clean.files, (edit.name, clean.findings)
        wrong += [f"{edit.name}: {what}" for what in differing(states[-1][2], clean)]
    for edit in reversed(edits):
        after, _, _ = states.pop()
        before, last, expected = states[-1]
        written(folder, after, before)
        wrong += [f"{edit.name}, taken back: {what}" for what in differing(made(last, cache), expected)]
    return wrong


@pytest.mark.slow
def test_an_edited_site_is_a_new_site(own: Project) -> None:
    """Each kind of edit, and each of them taken back, gives what a build from nothing gives."""
    assert [] == walk(own, EDITS)


ANNEX = (
    Edit("text of a record", "content/initiatieven/enquete.md", "een maand lang", "twee maanden lang"),
    Edit("answer to a question", "content/vragen/klanten.yaml", "De meeste wel.", "De meeste wel; vaak zeer."),
    Edit("style sheet for paper", "templates/assets/css/annex.css", ";", "; "),
    Edit("template of the annex", "templates/annex/body.html", "{% macro", "{# x #}{% macro"),
    Edit("style sheet for screens", "templates/assets/css/site.css", ";", "; "),
)


@pytest.mark.slow
def test_an_edited_annex_is_a_new_annex(own: Project) -> None:
    """The same with an annex, as PDF, Word document and page."""
    project(own.content.parent, QUESTION)
    assert [] == walk(own, ANNEX)


def test_every_edit_changes_something(own: Project) -> None:
    """An edit that finds nothing to change would prove nothing."""
    state = state_of(own.content.parent)
    for edit in EDITS:
        after = done(state, edit)
        assert after != state or edit.day, edit.name
        state = after
