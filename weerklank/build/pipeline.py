"""The order of the stages: read, judge, recognise, choose, make, look, publish.

In: a project. Out: an `Outcome`. Each stage returns a new value and its findings; after judging and after looking
stands a gate: with an error nothing is published, and what was published before stays. The same stages make one annex:
`annex` for those who have to read it before it is public, `freeze` to store it for good. `make` publishes nothing.

What makes pages is imported when it is needed: `check` and an unchanged build do without it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from weerklank import addresses
from weerklank.build.cache import OpenCache, Store, key
from weerklank.build.content import Clock, Content, Report, StageTime, read_content
from weerklank.build.publish import SITE, Published, publish, store
from weerklank.build.results import Lists, WholeSite, recall, remember
from weerklank.corpus import Corpus, public
from weerklank.findings import Finding, Severity, finding, has_errors, sort_findings
from weerklank.messages import Hint
from weerklank.project import Materials, Project, read_materials
from weerklank.text import SourceText
from weerklank.wording import listing

_WITHOUT_ANNEX = frozenset({"P001"})
"""Errors that leave the site whole: a machine without the libraries for PDF publishes the pages and says so."""

ANNEX = "weerklank bijlage"
"""The maker of a folder with one annex: neither a build of the site nor this one overwrites the other's folder."""


@dataclass(frozen=True)
class Outcome:
    """What a run gave: its `files` by path, and what became of them.

    `annexes`: paths of the annexes made; `missing`: of those that could not be made. `keys`: the entries of the cache
    that it used. `version`: what was frozen, as its folder below that of the content; `published` has its files then.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    stages: tuple[StageTime, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)
    annexes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    keys: frozenset[str] = frozenset()
    published: Published | None = None
    version: str = ""


def check(project: Project, *, report: Report) -> Outcome:
    """Read and validate the content; make nothing and publish nothing."""
    clock = Clock(report)
    content = read_content(project, clock)
    return Outcome(content.findings, content.sources, clock.stages)


def build(project: Project, *, cache: Store, report: Report) -> Outcome:
    """Build and publish the site with its annexes."""
    clock = Clock(report)
    with cache.open() as entries:
        return _published(make(project, entries=entries, clock=clock), project, entries=entries, clock=clock)


def make(project: Project, *, entries: OpenCache, clock: Clock) -> Outcome:
    """The files of the site, with all that was found. Nothing is published; no files when the content has an error."""
    content = read_content(project, clock)
    if content.sound is None:
        return Outcome(content.findings, content.sources, clock.stages)
    with clock.stage("herkennen"):
        materials, faults = read_materials(project)
        name = key(("bouw", materials.program, content.key(), *materials.parts()))
        site = recall(entries, name)
    if site is None:
        site = _site(content.public(), materials, entries, clock)
        if not site.missing:
            remember(entries, name, site)
    return Outcome(
        sort_findings((*content.findings, *faults, *site.findings)),
        content.sources,
        clock.stages,
        site.files,
        tuple(path for path in site.annexes if path in site.files),
        tuple(path for path in site.annexes if path not in site.files),
        site.keys | {name},
    )


def _site(corpus: Corpus, materials: Materials, entries: OpenCache, clock: Clock) -> WholeSite:
    """Choose what the site consists of, make it and look at it."""
    from weerklank.build.inspect import compare
    from weerklank.build.make import collisions, make_files
    from weerklank.site.pages import plan

    lists = Lists(entries, materials.program)
    with clock.stage("kiezen"):
        artifacts = plan(corpus, assets=materials.assets, names=lists)
    with clock.stage("maken"):
        made = make_files(artifacts, materials=materials, entries=entries, report=clock.report)
    with clock.stage("bekijken"):
        wrong = compare(made.pages, made.files.keys(), missing=made.missing)
    pdfs = {addresses.annex(question.id) for question in corpus.questions}
    return WholeSite(
        made.files,
        (*collisions(artifacts), *made.findings, *wrong),
        tuple(artifact.path for artifact in artifacts if artifact.path in pdfs),
        made.missing,
        made.results,
        made.keys | lists.keys,
    )


def _published(outcome: Outcome, project: Project, *, entries: OpenCache, clock: Clock, maker: str = SITE) -> Outcome:
    """Publish what was made, unless something found stands in the way; the cache keeps what was published."""
    if any(item.severity is Severity.ERROR and item.code not in _WITHOUT_ANNEX for item in outcome.findings):
        return outcome
    with clock.stage("publiceren"):
        published = publish(outcome.files, project.output, maker=maker)
    if published.findings:
        return replace(outcome, findings=sort_findings((*outcome.findings, *published.findings)), stages=clock.stages)
    entries.keep(outcome.keys)
    return replace(outcome, stages=clock.stages, published=published)


# One annex


def annex(project: Project, question: str, *, word: bool, cache: Store, report: Report) -> Outcome:
    """Make the annex of one question in the output folder, also when it or its records are not public yet.

    `word`: with a Word document. An unknown question is C030. What is a concept or intern gets in no annex.
    """
    from weerklank.build.make import make_files
    from weerklank.site.annex_files import annex_alone

    clock = Clock(report)
    content = read_content(project, clock)
    refused = content.refused(question)
    if content.sound is None or refused:
        return _stopped(content, clock, refused)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        artifacts = annex_alone(public(content.sound, on=date.max), question, word=word)
    with cache.open() as entries:
        with clock.stage("maken"):
            made = make_files(artifacts, materials=materials, entries=entries, report=report)
        outcome = Outcome(
            sort_findings((*content.findings, *faults, *made.findings)),
            content.sources,
            clock.stages,
            made.files,
            tuple(path for path in made.files if path.startswith("bijlage.")),
            tuple(sorted(made.missing)),
            made.keys,
        )
        return _published(outcome, project, entries=entries, clock=clock, maker=ANNEX)


def freeze(project: Project, question: str, *, despite: str, cache: Store, report: Report) -> Outcome:
    """Store the annex of one question for good, below the question in the content folder.

    `despite`: the reason to do so while something is not filled in or not right, or "": nothing is stored then.
    """
    from weerklank.build.inspect import compare
    from weerklank.build.make import make_files
    from weerklank.freeze import seal
    from weerklank.site.annex_files import annex_final

    clock = Clock(report)
    content = read_content(project, clock)
    refused = (*content.refused(question), *content.blocked(despite))
    if content.corpus is None or refused or (content.sound is None and not despite):
        return _stopped(content, clock, refused)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        corpus = public(content.corpus, on=date.max)
        final = annex_final(corpus, question, assets=materials.assets, despite=despite)
    if final.missing and not despite:
        place, hint = content.file(question), Hint("fill_in")
        return _stopped(content, clock, (finding("P068", span=place, hint=hint, velden=listing(final.missing)),))
    with cache.open() as entries:
        with clock.stage("maken"):
            made = make_files(final.artifacts, materials=materials, entries=entries, report=report)
        found = (*faults, *made.findings, *compare(made.pages, made.files.keys(), missing=made.missing))
        outcome = Outcome(sort_findings((*content.findings, *found)), content.sources, clock.stages, made.files)
        if has_errors(found):
            return outcome
        sealed = seal(made.files, final.about, loaded=content.loaded, own=final.own, day=project.date)
        with clock.stage("bevriezen"):
            stored = store(sealed.files, project.content / "vragen" / question / sealed.name)
        if stored.findings:
            return replace(outcome, findings=sort_findings((*outcome.findings, *stored.findings)))
        entries.keep(made.keys)
    version = f"vragen/{question}/{sealed.name}"
    return replace(outcome, stages=clock.stages, published=stored, version=version)


def _stopped(content: Content, clock: Clock, why: tuple[Finding, ...]) -> Outcome:
    """Nothing was made."""
    return Outcome(sort_findings((*content.findings, *why)), content.sources, clock.stages)


__all__ = ["ANNEX", "Outcome", "StageTime", "annex", "build", "check", "freeze", "make"]
