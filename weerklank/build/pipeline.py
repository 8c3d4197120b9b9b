"""The order of the stages: recognise, read, judge, choose, make, look, publish.

In: a project. Out: an `Outcome`. Each stage returns a new value and its findings; after judging and after looking
stands a gate: with an error nothing is published, and what was published before stays. `make` publishes nothing.

What reads content and what makes pages is imported when it is needed: a build in which no byte has changed since one of
the last on the same day is recognised by hashes, and does without both. On another day the content is judged anew,
because what may be shown and what is said of it follow the day; but no file names the day among its inputs, so each
comes from the cache unless the day shows or hides a record in it.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter

from weerklank.build.cache import OpenCache, Store, key
from weerklank.build.publish import SITE, Published, publish
from weerklank.build.results import Lists, WholeSite, recall, remember
from weerklank.findings import Finding, Severity, sort_findings
from weerklank.project import Materials, Project, read_materials, tree_key
from weerklank.text import SourceText

Report = Callable[[str], None]

_WITHOUT_ANNEX = frozenset({"P001"})
"""Errors that leave the site whole: a machine without the libraries for PDF publishes the pages and says so."""


@dataclass(frozen=True)
class StageTime:
    """How long one stage took, in seconds."""

    name: str
    seconds: float


class Clock:
    """Times the stages of one run."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self._done: list[StageTime] = []

    @property
    def stages(self) -> tuple[StageTime, ...]:
        """The stages that ended."""
        return tuple(self._done)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Time what happens inside and say that it began."""
        self.report(name)
        start = perf_counter()
        yield
        self._done.append(StageTime(name, perf_counter() - start))


@dataclass(frozen=True)
class Outcome:
    """What a run gave: its `files` by path, and what became of them.

    `annexes`: paths of the annexes made; `missing`: of those that could not be made. `keys`: the entries of the cache
    that it used. `version`: what is frozen, as its folder below that of the content; `published` has its files when it
    was not frozen before.
    `unfilled`: what each record does not say yet, for authors.
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
    unfilled: tuple[str, ...] = ()


def check(project: Project, *, report: Report) -> Outcome:
    """Read and validate the content; make nothing and publish nothing."""
    from weerklank.build.content import read_content

    clock = Clock(report)
    content = read_content(project, clock.stage)
    return Outcome(content.findings, content.sources, clock.stages, unfilled=content.unfilled)


def build(project: Project, *, cache: Store, report: Report) -> Outcome:
    """Build and publish the site with its annexes."""
    clock = Clock(report)
    with cache.open() as entries:
        return published(make(project, entries=entries, clock=clock), project, entries=entries, clock=clock)


def make(project: Project, *, entries: OpenCache, clock: Clock) -> Outcome:
    """The files of the site, with all that was found. Nothing is published; no files when the content has an error."""
    with clock.stage("herkennen"):
        materials, faults = read_materials(project)
        name = _name(project, materials, faults)
        site = recall(entries, name) if name else None
    if site is None:
        site = _site(project, materials, entries, clock)
        site = replace(site, findings=sort_findings((*site.findings, *faults)))
        # What an author saved meanwhile may have been read or not: such a build is known by no name.
        if name and not site.missing and name == _name(project, materials, faults):
            remember(entries, name, site)
    return Outcome(
        site.findings,
        site.sources,
        clock.stages,
        site.files,
        tuple(path for path in site.annexes if path in site.files),
        tuple(path for path in site.annexes if path not in site.files),
        site.keys | {name} if name else site.keys,
    )


def _name(project: Project, materials: Materials, faults: tuple[Finding, ...]) -> str:
    """What a build is recognised by: every byte that it reads, and the day; "" when the content cannot be read."""
    tree = tree_key(project.content)
    about = (materials.program, project.date.isoformat(), project.content.name, tree, repr(faults))
    return key(("bouw", *about, *materials.parts())) if tree else ""


def _site(project: Project, materials: Materials, entries: OpenCache, clock: Clock) -> WholeSite:
    """Read the content, choose what the site consists of, make it and look at it."""
    from weerklank.build.content import read_content
    from weerklank.build.inspect import compare
    from weerklank.build.make import collisions, make_files
    from weerklank.site.pages import annex_paths, plan

    content = read_content(project, clock.stage)
    if content.sound is None:
        return WholeSite(content.findings, content.sources)
    corpus, lists = content.public(), Lists(entries, materials.program)
    with clock.stage("kiezen"):
        artifacts = plan(corpus, assets=materials.assets, names=lists)
    with clock.stage("maken"):
        made = make_files(artifacts, materials=materials, entries=entries, report=clock.report)
    with clock.stage("bekijken"):
        flanders = corpus.organisation.flanders
        asked = (flanders.above, flanders.below)
        wrong = compare(made.pages, made.files.keys(), missing=made.missing, asked=asked)
    return WholeSite(
        (*content.findings, *collisions(artifacts), *made.findings, *wrong),
        content.sources,
        made.files,
        annex_paths(corpus),
        made.missing,
        made.results,
        made.keys | lists.keys,
    )


def published(outcome: Outcome, project: Project, *, entries: OpenCache, clock: Clock, maker: str = SITE) -> Outcome:
    """Publish what was made, unless something found stands in the way; the cache keeps what was published."""
    wrong = any(item.severity is Severity.ERROR and item.code not in _WITHOUT_ANNEX for item in outcome.findings)
    if wrong or not outcome.files:
        return outcome
    with clock.stage("publiceren"):
        done = publish(outcome.files, project.output, maker=maker, for_editing=maker != SITE)
    if done.findings:
        return replace(outcome, findings=sort_findings((*outcome.findings, *done.findings)), stages=clock.stages)
    entries.keep(outcome.keys)
    return replace(outcome, stages=clock.stages, published=done)
