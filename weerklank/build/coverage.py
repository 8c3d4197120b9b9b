"""The coverage report of one question: for those who write and check an answer, never for a reader of the site.

In: a project and the id of a question. Out: an `Outcome`, with a folder that holds the report and nothing else.
"""

from functools import partial
from pathlib import Path

from weerklank.build.artifact import AnyArtifact, Artifact, digest
from weerklank.build.cache import Store
from weerklank.build.content import Content, read_content
from weerklank.build.forms import COVERAGE, CoverageFile, PdfForm, WordForm
from weerklank.build.make import make_files
from weerklank.build.pipeline import Clock, Outcome, Report, published
from weerklank.document.coverage import coverage_view
from weerklank.facts.provenance import provenance
from weerklank.findings import sort_findings
from weerklank.model import Ref
from weerklank.project import Project, read_materials

PDF, WORD = "dekking.pdf", "dekking.docx"
MAKER = "weerklank dekking"
"""The maker of a folder with one report: no other command overwrites it, and this one overwrites no other's."""


def coverage_folder(project: Project, question: str) -> Path:
    """Where the report goes: never in the site, never beside an annex, and kept out of version control."""
    return project.root / "intern" / question


def coverage_report(project: Project, question: str, *, word: bool, cache: Store, report: Report) -> Outcome:
    """Make the report of one question, whatever its status and whether or not it gets an annex. An unknown one is C030.

    `project`: its output is the folder of the report. `word`: with a Word document.
    """
    clock = Clock(report)
    content = read_content(project, clock.stage)
    unknown = content.unknown(question)
    if content.sound is None or unknown:
        return Outcome(sort_findings((*content.findings, *unknown)), content.sources, clock.stages)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        artifacts = _artifacts(content, question, word=word)
    with cache.open() as entries:
        with clock.stage("maken"):
            made = make_files(artifacts, materials=materials, entries=entries, report=report)
        found = sort_findings((*content.findings, *faults, *made.findings))
        outcome = Outcome(found, content.sources, clock.stages, made.files, keys=made.keys)
        return published(outcome, project, entries=entries, clock=clock, maker=MAKER)


def _artifacts(content: Content, question: str, *, word: bool) -> tuple[AnyArtifact, ...]:
    """The report as PDF, and as Word document when that is asked for."""
    corpus = content.sound
    assert corpus is not None
    files = {item.source.file: Ref(item.kind, item.id) for item in content.loaded.records}
    view = coverage_view(corpus, question, found=content.findings, files=files, today=content.project.date)
    inputs, file = (digest(view),), partial(CoverageFile, view, provenance(corpus).epoch)
    artifacts: list[AnyArtifact] = [
        Artifact(PDF, PdfForm(template=COVERAGE, look=corpus.organisation.look), file, inputs)
    ]
    if word:
        artifacts.append(Artifact(WORD, WordForm(COVERAGE, corpus.organisation.look), file, inputs))
    return tuple(artifacts)
