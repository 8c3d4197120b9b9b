"""Artifacts to bytes: the only place where the renderers are put together.

In: artifacts, templates, assets and a cache. Out: bytes per path and what was found while making them.
The key of a cached result is the hash of all it is made from: program, templates, view, and facts about linked files.
Heavy renderers are imported when the first artifact that needs them is not in the cache.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from weerklank.build.artifact import Artifact, Kind
from weerklank.build.cache import Cache, NoCache, key
from weerklank.build.render.produce import Produced, beside, produce
from weerklank.findings import Finding, finding
from weerklank.html import FileFact, Templates
from weerklank.project import Materials


@dataclass(frozen=True)
class Rendered:
    """The bytes of each artifact that could be made, the findings, the cache key of each path, how many were new."""

    files: Mapping[str, bytes]
    findings: tuple[Finding, ...]
    keys: Mapping[str, str]
    fresh: int


def render(
    artifacts: tuple[Artifact, ...],
    *,
    materials: Materials,
    cache: Cache | NoCache,
    report: Callable[[str], None],
) -> Rendered:
    """Render every artifact; those that state facts about other files come after them."""
    work = _Work(materials, cache, report)
    heavy = [artifact for artifact in artifacts if artifact.kind is Kind.ANNEX and not work.recall(artifact)]
    first = [artifact for artifact in artifacts if not artifact.needs and artifact not in heavy]
    second = [artifact for artifact in artifacts if artifact.needs]
    with beside(heavy, materials) as made:
        for artifact in first:
            work.make(artifact)
        for artifact, result in zip(heavy, made(), strict=True):
            work.keep(artifact, result)
    for artifact in second:
        work.make(artifact)
    return Rendered(dict(sorted(work.files.items())), tuple(work.findings), work.keys, work.fresh)


class _Work:
    """One run of the renderers: the files so far, and templates compiled on first use."""

    def __init__(self, materials: Materials, cache: Cache | NoCache, report: Callable[[str], None]) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self.keys: dict[str, str] = {}
        self.fresh = 0
        self._materials = materials
        self._cache = cache
        self._report = report
        self._templates = Templates(materials.templates)
        self._template_key = key(part for item in sorted(materials.templates.items()) for part in item)
        self._asset_key = key(part for item in sorted(materials.assets.items()) for part in item)

    def recall(self, artifact: Artifact) -> bool:
        """Take an artifact from the cache, if it is there."""
        entry = self._key(artifact)
        self.keys[artifact.path] = entry
        data = self._cache.get(entry)
        if data is not None:
            self.files[artifact.path] = data
        return data is not None

    def make(self, artifact: Artifact) -> None:
        """Put the bytes of one artifact among the files, from the cache or made anew."""
        if artifact.kind is Kind.COPY:
            assert isinstance(artifact.view, bytes)
            self._copy(artifact.path, artifact.view)
        elif not self.recall(artifact):
            facts = self._facts(artifact)
            self.keep(artifact, produce(artifact, materials=self._materials, templates=self._templates, facts=facts))

    def _copy(self, path: str, data: bytes) -> None:
        """Take bytes as they are. A build that is remembered has assets at hand; other bytes it finds in the cache."""
        self.files[path] = data
        if self._materials.assets.get(path) != data:
            self.keys[path] = key((Kind.COPY, data))
            if self._cache.get(self.keys[path]) is None:
                self._cache.put(self.keys[path], data)

    def keep(self, artifact: Artifact, result: Produced) -> None:
        """Take what was made; only a result without findings is kept for a later build."""
        self._report(artifact.path)
        self.fresh += 1
        data, found = result
        self.findings.extend(found)
        if data:
            self.files[artifact.path] = data
            if not found:
                self._cache.put(self.keys[artifact.path], data)

    def _facts(self, artifact: Artifact) -> dict[str, FileFact]:
        return {path: self._fact(path) for path in artifact.needs if path in self.files}

    def _fact(self, path: str) -> FileFact:
        data = self.files[path]
        return FileFact(len(data), hashlib.sha256(data).hexdigest())

    def _key(self, artifact: Artifact) -> str:
        templates = self._template_key if artifact.kind in (Kind.HTML, Kind.XML, Kind.ANNEX) else ""
        assets = self._asset_key if artifact.kind in (Kind.ANNEX, Kind.WORD, Kind.CHART) else ""
        return key(
            (
                self._materials.program,
                artifact.kind,
                artifact.path,
                artifact.template,
                artifact.option,
                templates,
                assets,
                repr(artifact.view),
                repr(self._facts(artifact)),
            )
        )


def collisions(artifacts: tuple[Artifact, ...]) -> tuple[Finding, ...]:
    """A finding for every address that two artifacts claim."""
    seen: dict[str, int] = {}
    for artifact in artifacts:
        seen[artifact.path] = seen.get(artifact.path, 0) + 1
    return tuple(
        finding("S001", artifact=path, aantal=str(number)) for path, number in sorted(seen.items()) if number > 1
    )


__all__ = ["Rendered", "collisions", "render"]
