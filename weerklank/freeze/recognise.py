"""Which frozen annex a file is, by its bytes alone.

In: bytes, and the files that are stored below the questions. Out: `Recognised`, or None for bytes of no version.
"""

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from weerklank.freeze.versions import MANIFEST, PDF, Version, names, read_manifest

_PDF = ".pdf"
_MUCH = 4  # a quarter of a PDF that is equal at its begin or its end is no coincidence: both are long, and its own


@dataclass(frozen=True)
class Recognised:
    """A file of a version: of the oldest that has it. `also`: the others that have it, the oldest first.

    `newer`: the newest version of that question that stands, when none of these is that. `added`: the number of bytes
    that were written behind those of the frozen PDF since; 0 for the file itself.
    """

    version: Version
    path: str
    also: tuple[Version, ...] = ()
    newer: Version | None = None
    added: int = 0


Stored = Mapping[str, Mapping[str, bytes]]
Names = Mapping[str, Collection[str]]


def recognise(data: bytes, stored: Stored, *, gone: Names = MappingProxyType({})) -> Recognised | None:
    """Look for a file among those of all versions. `stored`: per question its files by path, as in `Corpus.frozen`.

    `gone`: per question the names of versions that were taken back.
    """
    return _found(data, stored, gone, begun=False) or _found(data, stored, gone, begun=True)


def _found(data: bytes, stored: Stored, gone: Names, *, begun: bool) -> Recognised | None:
    """The versions of one question that have a file. `begun`: it only begins like this one."""
    for question, files in stored.items():
        versions = _versions(files)
        hits = [(version, path, size) for version in versions for path, size in _in(version, data, begun=begun)]
        longest = max((size for *_, size in hits), default=0)
        # With a seal it begins as the one without: the longest is what it was.
        if hits:
            (version, path, size), *others = (hit for hit in reversed(hits) if hit[-1] == longest)
            # A table may stand under two names in one version.
            also = tuple(dict.fromkeys(other for other, *_ in others if other != version))
            newest = next((item for item in versions if item.name not in gone.get(question, ())), None)
            newer = None if newest in (version, *also) else newest
            return Recognised(version, path, also, newer, len(data) - size)
    return None


def _in(version: Version, data: bytes, *, begun: bool) -> Iterator[tuple[str, int]]:
    """The path and the size of each file of a version that these bytes are, or begin with."""
    for item in version.files:
        # A PDF can be changed by writing behind its end: a note, a form, another seal.
        fits = item.path.endswith(_PDF) and item.size < len(data) if begun else item.size == len(data)
        if fits and hashlib.sha256(data[: item.size]).hexdigest() == item.sha256:
            yield item.path, item.size


def resembles(data: bytes, stored: Stored) -> Version | None:
    """The version whose PDF a file was, perhaps, before something in it was changed: it begins or ends as that does."""
    for files in stored.values():
        for version in _versions(files):
            whole = files.get(f"{version.name}/{PDF}", b"")
            much = len(whole) // _MUCH
            if much and (data.startswith(whole[:much]) or data.endswith(whole[-much:])):
                return version
    return None


def _versions(files: Mapping[str, bytes]) -> list[Version]:
    found = (read_manifest(files.get(f"{name}/{MANIFEST}", b"")) for name in names(files))
    return [version for version in found if version is not None]
