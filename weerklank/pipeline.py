"""The order of the stages: load, validate, select, plan, render, check, publish.

In: a project. Out: an `Outcome`. Each stage returns a new value and its findings; after validate and after render
stands a gate: with an error nothing is published, and what was published before stays.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from time import perf_counter

from weerklank.cache import Cache, NoCache, key
from weerklank.corpus import Corpus, public
from weerklank.findings import Finding, Severity, has_errors, sort_findings
from weerklank.load import load
from weerklank.memory import recall, remember
from weerklank.project import Materials, Project, read_materials
from weerklank.publish import Published, publish
from weerklank.text import SourceText
from weerklank.validate import validate

Report = Callable[[str], None]

_WITHOUT_ANNEX = frozenset({"P001"})
"""Errors that leave the site whole: a machine without the libraries for PDF publishes the pages and says so."""


@dataclass(frozen=True)
class StageTime:
    """How long one stage took, in seconds."""

    name: str
    seconds: float


@dataclass(frozen=True)
class Outcome:
    """What a run gave. `annexes`: site paths of the annexes made; `missing`: those that could not be made."""

    findings: tuple[Finding, ...]
    sources: Mapping[str, SourceText] = field(default_factory=dict)
    stages: tuple[StageTime, ...] = ()
    artifacts: int = 0
    published: Published | None = None
    annexes: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


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


def _read(project: Project, clock: _Clock) -> _Read:
    with clock.stage("lezen"):
        loaded = load(project.content)
    with clock.stage("nakijken"):
        validated = validate(loaded, on=project.date)
    parts: list[bytes | str] = [part for source in loaded.sources for part in (source.file, source.text)]
    parts += [part for file in loaded.frozen for part in (file.question, file.path, file.content)]
    findings = sort_findings((*loaded.findings, *validated.findings))
    return _Read(validated.corpus, findings, {source.file: source for source in loaded.sources}, key(parts))


def check(project: Project, *, report: Report) -> Outcome:
    """Read and validate the content; render nothing and publish nothing."""
    clock = _Clock(report)
    read = _read(project, clock)
    return Outcome(read.findings, read.sources, tuple(clock.stages))


@dataclass(frozen=True)
class _Made:
    """The files of the site, what was found while making them, and which are annexes, made or not."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    annexes: tuple[str, ...]


def build(project: Project, *, cache: Cache | NoCache, report: Report) -> Outcome:
    """Build and publish the site with its annexes."""
    clock = _Clock(report)
    read = _read(project, clock)
    if read.corpus is None or has_errors(read.findings):
        return Outcome(read.findings, read.sources, tuple(clock.stages))
    with clock.stage("herkennen"):
        materials, faults = read_materials(project)
        entry = key(("bouw", materials.program, project.date.isoformat(), read.key, *materials.parts()))
        earlier = recall(cache, entry, assets=materials.assets)
    if earlier is not None:
        made = _Made(earlier.files, (), earlier.annexes)
    else:
        made = _make(public(read.corpus, on=project.date), materials, cache=cache, clock=clock, entry=entry)
    outcome = Outcome(
        sort_findings((*read.findings, *faults, *made.findings)),
        read.sources,
        tuple(clock.stages),
        len(made.files),
        None,
        tuple(path for path in made.annexes if path in made.files),
        tuple(path for path in made.annexes if path not in made.files),
    )
    return _published(project, outcome, made.files, clock)


def _make(corpus: Corpus, materials: Materials, *, cache: Cache | NoCache, clock: _Clock, entry: str) -> _Made:
    """Plan, render and check; a result without findings is remembered under `entry`.

    What makes pages is imported here and not above: `check` and an unchanged build do without it.
    """
    from weerklank.artifacts import Kind
    from weerklank.check import check as look
    from weerklank.pages import plan
    from weerklank.render import collisions, render

    with clock.stage("kiezen"):
        artifacts = plan(corpus, assets=materials.assets)
    with clock.stage("maken"):
        rendered = render(artifacts, materials=materials, cache=cache, report=clock.report)
    with clock.stage("bekijken"):
        findings = (*collisions(artifacts), *rendered.findings, *look(rendered.files))
    annexes = tuple(artifact.path for artifact in artifacts if artifact.kind is Kind.ANNEX)
    if not findings:
        copies = tuple(path for path in rendered.files if path not in rendered.keys)
        remember(cache, entry, keys=rendered.keys, copies=copies, annexes=annexes)
        cache.prune({entry, *rendered.keys.values()})
    return _Made(rendered.files, findings, annexes)


def _published(project: Project, outcome: Outcome, files: Mapping[str, bytes], clock: _Clock) -> Outcome:
    """Publish what was made, unless something found stands in the way."""
    if any(item.severity is Severity.ERROR and item.code not in _WITHOUT_ANNEX for item in outcome.findings):
        return outcome
    with clock.stage("publiceren"):
        published = publish(files, project.output)
    findings = sort_findings((*outcome.findings, *published.findings))
    done = None if published.findings else published
    return replace(outcome, findings=findings, stages=tuple(clock.stages), published=done)


__all__ = ["Outcome", "StageTime", "build", "check"]
