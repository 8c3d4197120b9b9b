"""Artifacts to bytes: the only place where the renderers are put together.

In: artifacts, templates, assets and a cache. Out: bytes per path and what was found while making them.
The key of a cached result is the hash of all it is made from: program, templates, view, and facts about linked files.
Heavy renderers are imported when the first artifact that needs them is not in the cache.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from weerklank.build.artifact import Artifact, Kind
from weerklank.build.cache import Store, key
from weerklank.build.render.produce import beside, produce
from weerklank.build.results import Result, pack, unpack
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
    cache: Store,
    report: Callable[[str], None],
) -> Rendered:
    """Render every artifact; those that state facts about other files come after them."""
    work = _Work(materials, cache, report)
    first = work.recall([artifact for artifact in artifacts if not artifact.needs])
    heavy = [artifact for artifact in first if artifact.kind is Kind.ANNEX]
    with beside(heavy, materials) as made:
        for artifact in first:
            if artifact.kind is not Kind.ANNEX:
                work.make(artifact)
        for artifact, result in zip(heavy, made(), strict=True):
            work.keep(artifact, result)
    for artifact in work.recall([artifact for artifact in artifacts if artifact.needs]):
        work.make(artifact)
    cache.put(work.entries)
    return Rendered(dict(sorted(work.files.items())), tuple(work.findings), work.keys, work.fresh)


class _Work:
    """One run of the renderers: the files so far, and templates compiled on first use."""

    def __init__(self, materials: Materials, cache: Store, report: Callable[[str], None]) -> None:
        self.files: dict[str, bytes] = {}
        self.findings: list[Finding] = []
        self.keys: dict[str, str] = {}
        self.entries: dict[str, bytes] = {}
        self.fresh = 0
        self._materials = materials
        self._cache = cache
        self._report = report
        self._templates = Templates(materials.templates)
        self._template_key = key(part for item in sorted(materials.templates.items()) for part in item)
        self._document_key = key(part for item in sorted(materials.documents.items()) for part in item)
        self._asset_key = key(part for item in sorted(materials.assets.items()) for part in item)

    def recall(self, artifacts: list[Artifact]) -> list[Artifact]:
        """Take from the cache what is there and copy what is an asset; returns the others, which must be made."""
        for artifact in artifacts:
            if self._is_asset(artifact):
                assert isinstance(artifact.view, bytes)
                self.files[artifact.path] = artifact.view
            else:
                self.keys[artifact.path] = self._key(artifact)
        stored = self._cache.get(self.keys[item.path] for item in artifacts if item.path in self.keys)
        missed = []
        for artifact in artifacts:
            if artifact.path not in self.keys:
                continue
            data = stored.get(self.keys[artifact.path])
            result = unpack(data) if data is not None else None
            if result is None:
                missed.append(artifact)
            else:
                self.files[artifact.path] = result.data
                self.findings += result.findings
        return missed

    def _is_asset(self, artifact: Artifact) -> bool:
        """Whether the bytes are at hand in each build, also in one that is remembered."""
        return artifact.kind is Kind.COPY and self._materials.assets.get(artifact.path) == artifact.view

    def make(self, artifact: Artifact) -> None:
        """Put the bytes of one artifact among the files."""
        facts = self._facts(artifact)
        self.keep(artifact, produce(artifact, materials=self._materials, templates=self._templates, facts=facts))

    def keep(self, artifact: Artifact, result: Result) -> None:
        """Take what was made. What could not be made is tried again in the next build."""
        self._report(artifact.path)
        self.fresh += 1
        self.findings += result.findings
        if result.data:
            self.files[artifact.path] = result.data
            self.entries[self.keys[artifact.path]] = pack(result)

    def _facts(self, artifact: Artifact) -> dict[str, FileFact]:
        return {path: self._fact(path) for path in artifact.needs if path in self.files}

    def _fact(self, path: str) -> FileFact:
        data = self.files[path]
        return FileFact(len(data), hashlib.sha256(data).hexdigest())

    def _key(self, artifact: Artifact) -> str:
        pages = (Kind.HTML, Kind.XML, Kind.ANNEX, Kind.WORD)
        templates = self._template_key if artifact.kind in pages else ""
        assets = self._asset_key if artifact.kind in (Kind.ANNEX, Kind.WORD, Kind.CHART) else ""
        documents = self._document_key if artifact.kind is Kind.WORD or artifact.option == "ods" else ""
        return key(
            (
                self._materials.program,
                artifact.kind,
                artifact.path,
                artifact.template,
                artifact.option,
                templates,
                assets,
                documents,
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
