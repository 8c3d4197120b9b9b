"""Whole projects as one text: what an author has in content/, file by file, and a build of it."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from weerklank.build import pipeline
from weerklank.build.artifact import AnyArtifact
from weerklank.build.cache import Cache, NoCache
from weerklank.build.make import MadeFiles, make_files
from weerklank.build.pipeline import Outcome
from weerklank.project import Materials, Project, open_project

SMALL = """
-- organisatie.yaml --
naam: Dienst Voorbeeld
naam_met_lidwoord: de Dienst Voorbeeld
afkorting: DV
contact: {naam: Dienst Voorbeeld}
licentie: {naam: Vrij gebruik, url: https://voorbeeld.example/licentie}
disclaimer: Aan deze pagina’s kunt u geen rechten ontlenen.
toegankelijkheid:
  naleving: volledig
  niet_toegankelijk: Niets.
  waarom: Alles is nagekeken.
  alternatieven: Niet nodig.
  feedback: Schrijf naar de dienst.
  handhaving: Bij de ombudsdienst.
  opgesteld_op: 2020-03-02
  methode: Zelf beoordeeld.
site:
  naam: Gehoord
  slogan: Wat u zei, en wat we deden
  inleiding: De dienst luistert.
-- lijsten/vormen.yaml --
titel: Vormen
termen:
  - {id: gesprek, naam: gesprek}
-- bronnen/rapport.yaml --
titel: Jaarrapport
soort: rapport
-- initiatieven/overleg.yaml --
titel: Overleg met de buurt
samenvatting: De dienst vroeg de buurt wat beter kan.
niveau: operationeel
vormen: [gesprek]
status: afgerond
periode: {van: 2019}
bronnen: [{bron: rapport}]
-- bijsturingen/loket.yaml --
titel: Tweede loket
samenvatting: De dienst opent een tweede loket.
soort: werkwijze
aanleiding: [{initiatief: overleg, sterkte: mee_bepalend}]
verloop: [{status: uitgevoerd, datum: 2020-02, bewijs: [{titel: Verslag}]}]
bronnen: [{bron: rapport}]
"""
"""An agency with one initiative, one adjustment and one source."""

QUESTION = """
-- vragen/klanten.yaml --
titel: Tevredenheid van klanten
deelvragen:
  - nr: 1
    tekst: Zijn uw klanten tevreden?
    delen:
      - {vraag: tevreden, dekking: deels, reden: De meeste., antwoord: De meeste wel., steunt_op: [initiatief:overleg]}
bijlage:
  titel: Bijlage bij het antwoord
  onderdelen:
    - {soort: wegwijzer, titel: Waar vindt u wat}
"""
"""A question with an annex, to be put after `SMALL`."""

_HEAD = re.compile(r"^-- (\S+) --\n", re.MULTILINE)


def files(text: str) -> dict[str, str]:
    """Path and text of each file; one that comes again replaces the first."""
    _, *pieces = _HEAD.split(text)
    return dict(zip(pieces[::2], pieces[1::2], strict=True))


def written(text: str, folder: Path) -> Path:
    """Write the files of a project into a folder; returns the folder."""
    for name, content in files(text).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return folder


def project(folder: Path, text: str = SMALL, *, day: str = "2026-11-23", templates: Path | None = None) -> Project:
    """A project in an empty folder, with the templates of this one or others."""
    written(text, folder / "content")
    found = open_project(content=folder / "content", output=folder / "site", day=day, environ={})
    assert isinstance(found, Project)
    return replace(found, cache=folder / "cache", templates=templates or found.templates)


def build(made: Project, *, cache: Cache | NoCache | None = None) -> Outcome:
    """Build and publish without a word."""
    return pipeline.build(made, cache=cache or NoCache(), report=lambda _: None)


def files_of(
    artifacts: Sequence[AnyArtifact], materials: Materials, *, wanted: Callable[[AnyArtifact], bool] = lambda _: True
) -> MadeFiles:
    """Make the artifacts that are wanted, without a cache and without a word; what these need is made as well."""
    needed = {path for item in artifacts if wanted(item) for path in item.needs}
    needed |= {path for item in artifacts if item.path in needed for path in item.needs}
    some = [replace(item, published=wanted(item)) for item in artifacts if wanted(item) or item.path in needed]
    with NoCache().open() as entries:
        return make_files(some, materials=materials, entries=entries, report=lambda _: None)


def published(made: Project) -> dict[str, bytes]:
    """Path and bytes of every file in the output folder."""
    return {
        path.relative_to(made.output).as_posix(): path.read_bytes()
        for path in sorted(made.output.rglob("*"))
        if path.is_file()
    }
