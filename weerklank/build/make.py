"""Artifacts to files. Each is looked up by what it is made from; only when that is new is its view asked for.

In: artifacts, materials and an open cache. Out: the bytes of each file, what was found and what pages need to know of
each other. A file has two keys. The first, of all its inputs, is known before its view and leads to the second, of
what the view holds: another input that shows nothing else (a typo in a record, for a chart that counts records) costs
the view and not the drawing. Both name program, form, address, the materials that the form reads and the files that it
needs; a form can reach nothing else.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from typing import Any

from weerklank.build.apart import OtherProcess, Task
from weerklank.build.artifact import AnyArtifact, Bench, Form, Stock, digest
from weerklank.build.cache import OpenCache, key
from weerklank.build.inspect import look
from weerklank.build.results import MadeFile, Seen, pack, unpack
from weerklank.findings import Finding, finding
from weerklank.project import Materials


@dataclass(frozen=True)
class MadeFiles:
    """The published files that could be made, by path, and what was found while making and looking at each.

    `pages`: what pages need to know of each other. `missing`: paths that could not be made; `fresh`: that were not in
    the cache. `results`: the cache entry of each file; `keys`: all entries that were used.
    """

    files: Mapping[str, bytes]
    pages: Mapping[str, Seen]
    findings: tuple[Finding, ...]
    missing: frozenset[str]
    fresh: tuple[str, ...]
    results: Mapping[str, str]
    keys: frozenset[str]


def make_files(
    artifacts: Sequence[AnyArtifact], *, materials: Materials, entries: OpenCache, report: Callable[[str], None]
) -> MadeFiles:
    """Make every artifact, or take it from the cache; each comes after the files that it needs."""
    with closing(OtherProcess()) as other:
        work = _Work(artifacts, Stock(materials), entries, report, other)
        for artifact in work.ordered():
            work.take(artifact)
        work.settle()
    published = {artifact.path for artifact in artifacts if artifact.published}
    made = {path: work.made[path] for path in sorted(published & work.made.keys())}
    return MadeFiles(
        {path: result.data for path, result in made.items()},
        {path: result.seen for path, result in made.items() if path.endswith(".html")},
        tuple(work.findings),
        frozenset(published - made.keys()),
        tuple(work.fresh),
        {path: work.results[path] for path in made},
        frozenset(work.keys),
    )


def collisions(artifacts: Iterable[AnyArtifact]) -> tuple[Finding, ...]:
    """A finding for every address that two artifacts claim."""
    seen: dict[str, int] = {}
    for artifact in artifacts:
        seen[artifact.path] = seen.get(artifact.path, 0) + 1
    return tuple(
        finding("S001", artifact=path, aantal=str(number)) for path, number in sorted(seen.items()) if number > 1
    )


class _Work:
    """One run: what was made so far, and under which keys."""

    def __init__(
        self,
        artifacts: Sequence[AnyArtifact],
        stock: Stock,
        entries: OpenCache,
        report: Callable[[str], None],
        other: OtherProcess,
    ) -> None:
        self.made: dict[str, MadeFile] = {}
        self.findings: list[Finding] = []
        self.fresh: list[str] = []
        self.results: dict[str, str] = {}
        self.keys: set[str] = set()
        self._artifacts = {artifact.path: artifact for artifact in artifacts}
        self._stock, self._entries, self._report, self._beside = stock, entries, report, other
        self._reads: dict[Form[Any], tuple[str, ...]] = {}
        self._first: dict[str, str] = {}
        self._digests: dict[str, str] = {}
        self._begun: dict[str, tuple[AnyArtifact, str]] = {}

    # In which order

    def ordered(self) -> list[AnyArtifact]:
        """What is made in the other process comes first, after what it needs; what needs that comes last."""
        found: dict[str, AnyArtifact] = {}
        late: dict[str, bool] = {}

        def waits(path: str) -> bool:
            if path not in late:
                artifact = self._artifacts.get(path)
                late[path] = artifact is not None and (artifact.form.apart or any(map(waits, artifact.needs)))
            return late[path]

        def visit(artifact: AnyArtifact) -> None:
            if artifact.path not in found:
                for path in artifact.needs:
                    if path in self._artifacts:
                        visit(self._artifacts[path])
                found[artifact.path] = artifact

        artifacts = self._artifacts.values()
        for artifact in sorted(artifacts, key=lambda item: (not item.form.apart, waits(item.path))):
            visit(artifact)
        return list(found.values())

    # What it is made from

    def _read(self, form: Form[Any]) -> tuple[str, ...]:
        if form not in self._reads:
            self._reads[form] = tuple(sorted(form.reads(self._stock)))
        return self._reads[form]

    def _ground(self, artifact: AnyArtifact) -> str:
        """What both keys share: everything but the view."""
        given = (part for path in self._read(artifact.form) for part in (path, self._stock.digest(path)))
        return key((self._stock.materials.program, repr(artifact.form), artifact.path, *given))

    def _first_key(self, path: str) -> str:
        """The hash of all that a file is made from; "" for a file that is not in this build."""
        artifact = self._artifacts.get(path)
        if artifact is None:
            return ""
        if path not in self._first:
            needs = key(part for need in artifact.needs for part in (need, self._first_key(need)))
            self._first[path] = key(("waarvan", self._ground(artifact), needs, *artifact.inputs))
        return self._first[path]

    def _second_key(self, artifact: AnyArtifact, view: object) -> str:
        """The hash of all that a file shows."""
        needs = key(part for need in artifact.needs for part in (need, self._digest(need)))
        return key(("wat", self._ground(artifact), needs, digest(view)))

    def _digest(self, path: str) -> str:
        """The hash of a file of this build; "" for one that is not there."""
        if path not in self._digests:
            self._digests[path] = digest(self.made[path].data) if path in self.made else ""
        return self._digests[path]

    # Making

    def take(self, artifact: AnyArtifact) -> None:
        """Take a file from the cache, make it, or begin on it."""
        if not self._begun.keys().isdisjoint(artifact.needs):
            self.settle()
        # A page tells of the files that were made. When one of them could not be, its inputs no longer say what it is.
        whole = all(path in self.made for path in artifact.needs if path in self._artifacts)
        first = self._first_key(artifact.path)
        if not whole and artifact.form.asks_all:
            return
        known = self._entries.get(first) if whole else None
        self.keys |= {first} if whole else set()
        if known is not None and self._recall(artifact, known.decode("ascii", "replace")):
            return
        view = artifact.view()
        second = self._second_key(artifact, view)
        if whole:
            self._entries.put(first, second.encode())
        if self._recall(artifact, second):
            return
        self._report(artifact.path)
        self.fresh.append(artifact.path)
        if artifact.form.apart:
            self._begun[artifact.path] = (artifact, second)
            self._beside.begin(self._task(artifact, view))
        else:
            needed = self._needed(artifact)
            spoken = {path: self.made[path].spoken for path in needed}
            bench = Bench(artifact.path, self._stock.templates, self._given(artifact), needed, spoken)
            self._keep(artifact, second, artifact.form.make(view, bench))

    def settle(self) -> None:
        """Wait for what is made in the other process."""
        for path, result in self._beside.results():
            artifact, second = self._begun.pop(path)
            self._keep(artifact, second, result)

    def _recall(self, artifact: AnyArtifact, second: str) -> bool:
        """Take a file from the cache by what it shows, if it is there."""
        stored = self._entries.get(second)
        result = unpack(stored) if stored is not None else None
        if result is not None:
            self._note(artifact, result, second)
        return result is not None

    def _keep(self, artifact: AnyArtifact, second: str, result: MadeFile) -> None:
        """Look at what was made and keep it. What could not be made is tried again in the next build."""
        if not result.is_made:
            self.findings += result.findings
            return
        seen, found = look(artifact.path, result.data)
        result = replace(result, seen=seen, findings=(*result.findings, *found))
        self._entries.put(second, pack(result))
        self._note(artifact, result, second)

    def _note(self, artifact: AnyArtifact, result: MadeFile, second: str) -> None:
        self.made[artifact.path] = result
        self.results[artifact.path] = second
        self.keys.add(second)
        self.findings += result.findings

    def _given(self, artifact: AnyArtifact) -> dict[str, bytes]:
        files = self._stock.files
        return {path: files[path] for path in self._read(artifact.form) if path in files}

    def _needed(self, artifact: AnyArtifact) -> dict[str, bytes]:
        return {path: self.made[path].data for path in artifact.needs if path in self.made}

    def _task(self, artifact: AnyArtifact, view: object) -> Task:
        texts = self._stock.materials.templates
        templates = {path: texts[path] for path in self._read(artifact.form) if path in texts}
        return Task(artifact.path, artifact.form, view, templates, self._given(artifact), self._needed(artifact))
