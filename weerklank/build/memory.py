"""A whole build remembered: when nothing it is made from has changed, neither has anything it makes.

In: the key of all inputs together (program, day, content, templates). Out: the files of the build that had that key.
Only a build that was sound is remembered, and each file is still checked against its own hash by the cache.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.build.cache import Cache, NoCache


@dataclass(frozen=True)
class Remembered:
    """The files of an earlier build, and which of them are annexes."""

    files: Mapping[str, bytes]
    annexes: tuple[str, ...]


def remember(
    cache: Cache | NoCache, entry: str, *, keys: Mapping[str, str], copies: tuple[str, ...], annexes: tuple[str, ...]
) -> None:
    """Keep which cache entries a sound build consists of. `copies`: paths that are assets as they are."""
    found = {"bestanden": dict(sorted(keys.items())), "kopieën": sorted(copies), "bijlagen": sorted(annexes)}
    cache.put(entry, json.dumps(found, ensure_ascii=False, sort_keys=True).encode())


def recall(cache: Cache | NoCache, entry: str, *, assets: Mapping[str, bytes]) -> Remembered | None:
    """The earlier build with exactly these inputs; None when any of its files is gone."""
    stored = cache.get(entry)
    if stored is None:
        return None
    found = json.loads(stored)
    files = {path: cache.get(item) for path, item in found["bestanden"].items()}
    files |= {path: assets.get(path) for path in found["kopieën"]}
    whole = {path: data for path, data in sorted(files.items()) if data is not None}
    return Remembered(whole, tuple(found["bijlagen"])) if len(whole) == len(files) else None
