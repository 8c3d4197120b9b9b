"""The order of the stages: load, validate, select, plan, render, check, publish.

In: a project. Out: an `Outcome`. Each stage returns a new value and its findings; after validate and after render
stands a gate: with an error nothing is published, and what was published before stays. The same stages make one annex:
`annex` for those who have to read it before it is public, `freeze` to store it for good.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from time import perf_counter

from weerklank import addresses
from weerklank.author.load import Loaded, load
from weerklank.author.near import choose_from
from weerklank.author.validate import Validated, validate
from weerklank.build.cache import Store, key
from weerklank.build.publish import SITE, Published, publish, store
from weerklank.build.results import Site, recall, remember
from weerklank.corpus import Corpus, public
from weerklank.findings import Finding, Severity, finding, has_errors, sort_findings
from weerklank.messages import MESSAGES, Hint
from weerklank.project import Materials, Project, read_materials
from weerklank.text import SourceText, Span, whole_file
from weerklank.wording import listing

Report = Callable[[str], None]

_WITHOUT_ANNEX = frozenset({"P001"})
"""Errors that leave the site whole: a machine without the libraries for PDF publishes the pages and says so."""

ANNEX = "weerklank bijlage"
"""The maker of a folder with one annex: neither a build of the site nor this one overwrites the other's folder."""


@dataclass(frozen=True)
class StageTime:
    """How long one stage took, in seconds."""

    name: str
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """What a run gave. `annexes`: site paths of the annexes made; `missing`: those that could not be made.

    `version`: what was frozen, as its folder below that of the content; `published` has its files then.
    """

    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    stages: tuple[StageTime, ...] = ()
    artifacts: int = 0
    published: Published | None = None
    annexes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    version: str = ""


class _Clock:
    """Times the stages of one run."""

    def __init__(self, report: Report) -> None:
        self.stages: list[StageTime] = []
        self.report = report

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside and say that it began."""
        self.report(name)
        start = perf_counter()
        yield
        self.stages.append(StageTime(name, perf_counter() - start))


@dataclass(frozen=True)
class _Read:
    """The content as read: the corpus, unless something is wrong; `key` changes with any byte of any file."""

    corpus: Corpus | None
    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText]
    key: str
    loaded: Loaded


def _read(project: Project, clock: _Clock) -> _Read:
    with clock.stage("lezen"):
        loaded = load(project.content)
    with clock.stage("nakijken"):
        validated = validate(loaded, on=project.date)
    parts: list[bytes | str] = [part for source in loaded.sources for part in (source.file, source.text)]
    parts += [part for file in loaded.frozen for part in (file.question, file.path, file.content)]
    findings = sort_findings((*loaded.findings, *validated.findings, *_of_frozen(loaded, validated, project)))
    sources = {source.file: source for source in loaded.sources}
    return _Read(validated.corpus, findings, sources, key(parts), loaded)


def _of_frozen(loaded: Loaded, validated: Validated, project: Project) -> tuple[Finding, ...]:
    """Whether frozen annexes are what they were, where records moved away from them, and which have to wait."""
    if not loaded.frozen:
        return ()
    from weerklank.freeze import moved, verify, waiting

    folder = project.content.name
    corpus = None if has_errors((*loaded.findings, *validated.findings)) else validated.corpus
    found = (*verify(loaded, folder=folder), *moved(loaded, corpus, folder=folder))
    if corpus is None:
        return found
    return (*found, *waiting(public(corpus, on=project.date), whole=corpus, folder=folder))


def _public(corpus: Corpus, on: date) -> Corpus:
    """What the public may see; a frozen annex comes as a whole or not at all."""
    shown = public(corpus, on=on)
    if not shown.frozen:
        return shown
    from weerklank.freeze import released

    return released(shown, whole=corpus)


def check(project: Project, *, report: Report) -> Outcome:
    """Read and validate the content; render nothing and publish nothing."""
    clock = _Clock(report)
    read = _read(project, clock)
    return Outcome(read.findings, read.sources, tuple(clock.stages))


def build(project: Project, *, cache: Store, report: Report) -> Outcome:
    """Build and publish the site with its annexes."""
    clock = _Clock(report)
    read = _read(project, clock)
    if read.corpus is None or has_errors(read.findings):
        return Outcome(read.findings, read.sources, tuple(clock.stages))
    with clock.stage("herkennen"):
        materials, faults = read_materials(project)
        entry = key(("bouw", materials.program, project.date.isoformat(), read.key, *materials.parts()))
        site = recall(cache, entry, assets=materials.assets)
    if site is None:
        site = _make(_public(read.corpus, project.date), materials, cache=cache, clock=clock, entry=entry)
    outcome = Outcome(
        sort_findings((*read.findings, *faults, *site.findings)),
        read.sources,
        tuple(clock.stages),
        len(site.files),
        None,
        tuple(path for path in site.annexes if path in site.files),
        tuple(path for path in site.annexes if path not in site.files),
    )
    outcome = _published(project, outcome, site.files, clock)
    if outcome.published is not None:
        cache.keep(site.keys)
    return outcome


def _make(corpus: Corpus, materials: Materials, *, cache: Store, clock: _Clock, entry: str) -> Site:
    """Plan, render and check. A build in which all could be made is remembered under `entry`, whatever was found.

    What makes pages is imported here and not above: `check` and an unchanged build do without it.
    """
    from weerklank.build.inspect import check as look
    from weerklank.build.render import collisions, render
    from weerklank.site.pages import plan

    with clock.stage("kiezen"):
        artifacts = plan(corpus, assets=materials.assets)
    with clock.stage("maken"):
        rendered = render(artifacts, materials=materials, cache=cache, report=clock.report)
    with clock.stage("bekijken"):
        missing = {artifact.path for artifact in artifacts} - rendered.files.keys()
        findings = (*collisions(artifacts), *rendered.findings, *look(rendered.files, missing=missing))
    pdfs = {addresses.annex(question.id) for question in corpus.questions}
    annexes = tuple(artifact.path for artifact in artifacts if artifact.path in pdfs)
    site = Site(rendered.files, findings, annexes, frozenset((entry, *rendered.keys.values())))
    if not missing:
        remember(cache, entry, site, entries=rendered.keys)
    return site


def _published(
    project: Project, outcome: Outcome, files: Mapping[str, bytes], clock: _Clock, *, maker: str = SITE
) -> Outcome:
    """Publish what was made, unless something found stands in the way."""
    if any(item.severity is Severity.ERROR and item.code not in _WITHOUT_ANNEX for item in outcome.findings):
        return outcome
    with clock.stage("publiceren"):
        published = publish(files, project.output, maker=maker)
    findings = sort_findings((*outcome.findings, *published.findings))
    done = None if published.findings else published
    return replace(outcome, findings=findings, stages=tuple(clock.stages), published=done)


# One annex


def annex(project: Project, question: str, *, word: bool, cache: Store, report: Report) -> Outcome:
    """Make the annex of one question in the output folder, also when it or its records are not public yet.

    `word`: with a Word document. An unknown question is C030. What is a concept or intern gets in no annex.
    """
    from weerklank.build.render import render
    from weerklank.site.pages import annex_alone

    clock = _Clock(report)
    read = _read(project, clock)
    refused = _refused(read, question)
    if read.corpus is None or refused or has_errors(read.findings):
        return Outcome(sort_findings((*read.findings, *refused)), read.sources, tuple(clock.stages))
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        artifacts = annex_alone(public(read.corpus, on=date.max), question, word=word)
    with clock.stage("maken"):
        rendered = render(artifacts, materials=materials, cache=cache, report=report)
    outcome = Outcome(
        sort_findings((*read.findings, *faults, *rendered.findings)),
        read.sources,
        tuple(clock.stages),
        len(rendered.files),
        annexes=tuple(path for path in rendered.files if path.startswith("bijlage.")),
        missing=tuple(artifact.path for artifact in artifacts if artifact.path not in rendered.files),
    )
    outcome = _published(project, outcome, rendered.files, clock, maker=ANNEX)
    if outcome.published is not None:
        cache.keep(rendered.keys.values())
    return outcome


def freeze(project: Project, question: str, *, despite: str, cache: Store, report: Report) -> Outcome:
    """Store the annex of one question for good, below the question in the content folder.

    `despite`: the reason to do so while something is not filled in or not right, or "": nothing is stored then.
    """
    from weerklank.build.inspect import check as look
    from weerklank.build.render import render
    from weerklank.freeze import seal
    from weerklank.site.pages import annex_final

    clock = _Clock(report)
    read = _read(project, clock)
    refused = (*_refused(read, question), *_blocked(read.findings, despite))
    if read.corpus is None or refused or (has_errors(read.findings) and not despite):
        return Outcome(sort_findings((*read.findings, *refused)), read.sources, tuple(clock.stages))
    corpus = public(read.corpus, on=date.max)
    materials, faults = read_materials(project)
    with clock.stage("kiezen"):
        final = annex_final(corpus, question, assets=materials.assets, despite=despite)
    if final.missing and not despite:
        hint, missing = Hint("fill_in"), listing(final.missing)
        lacking = finding("P068", span=_file(read, question), hint=hint, velden=missing)
        return Outcome(sort_findings((*read.findings, lacking)), read.sources, tuple(clock.stages))
    with clock.stage("maken"):
        rendered = render(final.artifacts, materials=materials, cache=cache, report=report)
    found = (*faults, *rendered.findings)
    found += () if has_errors(found) else look(rendered.files)
    outcome = Outcome(sort_findings((*read.findings, *found)), read.sources, tuple(clock.stages), len(rendered.files))
    if has_errors(found):
        return outcome
    sealed = seal(rendered.files, final.about, loaded=read.loaded, own=final.own, day=project.date)
    with clock.stage("bevriezen"):
        stored = store(sealed.files, project.content / "vragen" / question / sealed.name)
    if stored.findings:
        return replace(outcome, findings=sort_findings((*outcome.findings, *stored.findings)))
    cache.keep(rendered.keys.values())
    version = f"vragen/{question}/{sealed.name}"
    return replace(outcome, stages=tuple(clock.stages), published=stored, version=version)


def _refused(read: _Read, question: str) -> tuple[Finding, ...]:
    """Why there can be no annex of this question, whatever else is right."""
    names = {record.id for record in read.loaded.records if record.kind == "vraag"}
    names |= {name for kind, name in read.loaded.broken if kind == "vraag"}
    if question not in names:
        return (finding("C030", hint=choose_from(question, tuple(sorted(names))), id=question),)
    found = next((item for item in (read.corpus.questions if read.corpus else ()) if item.id == question), None)
    if found is not None and found.publication.status != "openbaar":
        return (finding("P070", span=_file(read, question), status=found.publication.status),)
    return (finding("P069", span=_file(read, question)),) if found is not None and found.annex is None else ()


def _blocked(findings: tuple[Finding, ...], despite: str) -> tuple[Finding, ...]:
    """A reason does not help against errors that leave too little to make an annex of."""
    blocking = any(MESSAGES[item.code].freezable is False for item in findings)
    return (finding("P071"),) if despite and blocking else ()


def _file(read: _Read, question: str) -> Span:
    record = next(item for item in read.loaded.records if (item.kind, item.id) == ("vraag", question))
    return whole_file(record.source.file)


__all__ = ["ANNEX", "Outcome", "StageTime", "annex", "build", "check", "freeze"]
