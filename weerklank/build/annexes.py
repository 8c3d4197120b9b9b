"""One annex through the same stages as the site: for those who have to read it before it is public, or for good.

In: a project and the id of a question. Out: an `Outcome`, with a folder that holds one annex, or what was frozen.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import date

from weerklank.author.load import ANCHOR, load
from weerklank.build.cache import Store
from weerklank.build.content import Content, read_content
from weerklank.build.inspect import compare
from weerklank.build.make import make_files
from weerklank.build.pipeline import Clock, Outcome, Report, published
from weerklank.build.publish import Published, amend, store
from weerklank.corpus import Withdrawn, public
from weerklank.document.annex import Hole
from weerklank.findings import Finding, finding, has_errors, sort_findings
from weerklank.freeze import (
    MOVED,
    PDF,
    Version,
    seal,
    standing,
    taken_back,
    with_versions,
    with_withdrawal,
)
from weerklank.messages import Hint
from weerklank.project import Project, read_materials
from weerklank.site.annex_files import FinalAnnex, annex_alone, annex_final

MAKER = "weerklank bijlage"
"""The maker of a folder with one annex: neither a build of the site nor this one overwrites the other's folder."""


def annex(project: Project, question: str, *, word: bool, cache: Store, report: Report, norm: str = "ua1") -> Outcome:
    """Make the annex of one question in the output folder, also when it or its records are not public yet.

    `word`: with a Word document. `norm`: see `pdf.norms`. An unknown question is C030. What is a concept or intern gets
    in no annex.
    """
    clock = Clock(report)
    content = read_content(project, clock.stage, anew=question)
    refused = content.refused(question)
    if content.sound is None or refused:
        return _stopped(content, clock, refused)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        artifacts = annex_alone(public(content.sound, on=date.max), question, word=word, norm=norm)
    with cache.open() as entries:
        with clock.stage("maken"):
            made = make_files(artifacts, materials=materials, entries=entries, report=report)
        outcome = Outcome(
            sort_findings((*content.findings, *faults, *made.findings)),
            content.sources,
            clock.stages,
            made.files,
            tuple(path for path in made.files if path.startswith("bijlage")),
            tuple(sorted(made.missing)),
            made.keys,
        )
        return published(outcome, project, entries=entries, clock=clock, maker=MAKER)


def freeze(
    project: Project,
    question: str,
    *,
    despite: str,
    cache: Store,
    report: Report,
    norm: str = "ua1",
    sealed: Callable[[bytes], bytes] | None = None,
) -> Outcome:
    """Store the annex of one question for good, below the question in the content folder.

    `despite`: the reason to do so while something is not filled in or not right, or "": nothing is stored then.
    `norm`: see `pdf.norms`. `sealed`: gives the PDF with a seal. What is frozen already is not stored a second time:
    the outcome names that version, with nothing published.
    """
    clock = Clock(report)
    content = read_content(project, clock.stage, anew=question)
    refused = (*content.refused(question), *content.blocked(despite))
    if content.corpus is None or refused or (content.sound is None and not despite):
        return _stopped(content, clock, refused)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        corpus = public(content.corpus, on=date.max)
        final = annex_final(corpus, question, assets=materials.assets, despite=despite, norm=norm)
    if final.missing and not despite:
        return _stopped(content, clock, tuple(_open(content, question, hole) for hole in final.missing))
    with cache.open() as entries:
        with clock.stage("maken"):
            made = make_files(final.artifacts, materials=materials, entries=entries, report=report)
        found = (*faults, *made.findings, *compare(made.pages, made.files.keys(), missing=made.missing))
        outcome = Outcome(sort_findings((*content.findings, *found)), content.sources, clock.stages, made.files)
        if has_errors(found):
            return outcome
        if (known := _before(content, question, made.files, final, sealed=sealed is not None)) is not None:
            found = (*outcome.findings, known) if isinstance(known, Finding) else outcome.findings
            name = "" if isinstance(known, Finding) else f"vragen/{question}/{known.name}"
            return replace(outcome, findings=sort_findings(found), stages=clock.stages, version=name)
        files = {**made.files, PDF: sealed(made.files[PDF])} if sealed else made.files
        version = seal(files, final.about, loaded=content.loaded, own=final.own, day=project.date)
        with clock.stage("bevriezen"):
            stored = store(version.files, project.content / "vragen" / question / version.name)
            kept = stored if stored.findings else anchor(project, ((question, version.name),))
        if stored.findings:
            return replace(outcome, findings=sort_findings((*outcome.findings, *stored.findings)))
        entries.keep(made.keys)
    outcome = replace(outcome, findings=sort_findings((*outcome.findings, *kept.findings)))
    return replace(outcome, stages=clock.stages, published=stored, version=f"vragen/{question}/{version.name}")


def _grew_old(content: Content, version: Version) -> bool:
    """Whether the records are said to differ from what a version was made of: a new one takes their warnings away."""
    about = {("vraag", version.question), ("versie", version.name)}
    return any(item.code in MOVED and about <= set(item.arguments) for item in content.findings)


def _before(
    content: Content, question: str, files: Mapping[str, bytes], final: FinalAnnex, *, sealed: bool
) -> Version | Finding | None:
    """The version that is this already; or, where nobody gave a reason to, that the same bytes were taken back."""
    known = standing(files, final.about, loaded=content.loaded, seals=sealed)
    if known is not None and not _grew_old(content, known):
        return known
    back = None if final.about.despite else taken_back(files[PDF], question, loaded=content.loaded)
    return _again(content, question, back) if back is not None else None


def _again(content: Content, question: str, back: Withdrawn) -> Finding:
    """That an annex would be frozen a second time of which the same bytes were taken back."""
    span = content.place("vraag", question, ("bijlage",))
    return finding(
        "P078",
        span=span,
        hint=Hint("again"),
        field=("bijlage",),
        versie=back.version,
        woorden=back.reason.rstrip("."),
    )


def _open(content: Content, question: str, hole: Hole) -> Finding:
    """An open place in an annex that has to be final, where an author closes it."""
    span = content.place(hole.kind, question if hole.kind == "vraag" else hole.kind, hole.path)
    return finding("P068", span=span, hint=Hint("fill_in"), field=hole.path, velden=hole.name)


def anchor(project: Project, versions: Collection[tuple[str, str]]) -> Published:
    """Write these versions (question, name), as they are stored now, in the anchor; nothing else in it changes.

    One at a time: what another freezes meanwhile is in the anchor by the time that it is read here.
    """
    return amend(project.content / ANCHOR, lambda: with_versions(load(project.content), versions))


def withdraw(project: Project, question: str, version: str, reason: str) -> Published:
    """Write in the anchor that a version was taken back on the day of the project, and why. No file is touched."""
    back = Withdrawn(version, project.date.isoformat(), reason)
    return amend(project.content / ANCHOR, lambda: with_withdrawal(load(project.content), question, back))


def _stopped(content: Content, clock: Clock, why: tuple[Finding, ...]) -> Outcome:
    """Nothing was made."""
    return Outcome(sort_findings((*content.findings, *why)), content.sources, clock.stages)
