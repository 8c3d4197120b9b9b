"""Which frozen annex a file is, by its bytes alone.

In: bytes, and the files that are stored below the questions. Out: `Recognised`, or None for bytes of no version.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from weerklank.freeze.versions import MANIFEST, PDF, Version, names, read_manifest

_PDF = ".pdf"
_MUCH = 4  # a quarter of a PDF that is equal from its first byte is no coincidence: all begin with their own letters


@dataclass(frozen=True)
class Recognised:
    """A file of a version. `newer`: the newest version of that question when this is an older one.

    `added`: the number of bytes that were written behind those of the frozen PDF since; 0 for the file itself.
    """

    version: Version
    path: str
    newer: Version | None
    added: int = 0


def recognise(data: bytes, stored: Mapping[str, Mapping[str, bytes]]) -> Recognised | None:
    """Look for a file among those of all versions. `stored`: per question its files by path, as in `Corpus.frozen`."""
    digest = hashlib.sha256(data).hexdigest()
    versions = [(files, version) for files in stored.values() for version in _versions(files)]
    for files, version in versions:
        for item in version.files:
            if item.sha256 == digest and item.size == len(data):
                return Recognised(version, item.path, _newer(files, version))
    for files, version in versions:
        for item in version.files:
            # A PDF can be changed by writing behind its end: a note, a form, another seal.
            begun = item.path.endswith(_PDF) and item.size < len(data)
            if begun and hashlib.sha256(data[: item.size]).hexdigest() == item.sha256:
                return Recognised(version, item.path, _newer(files, version), len(data) - item.size)
    return None


def resembles(data: bytes, stored: Mapping[str, Mapping[str, bytes]]) -> Version | None:
    """The version whose PDF a file was, perhaps, before something in it was changed: it begins as that one does."""
    for files in stored.values():
        for version in _versions(files):
            whole = files.get(f"{version.name}/{PDF}", b"")
            begin = whole[: len(whole) // _MUCH]
            if begin and data.startswith(begin):
                return version
    return None


def _versions(files: Mapping[str, bytes]) -> list[Version]:
    found = (read_manifest(files.get(f"{name}/{MANIFEST}", b"")) for name in names(files))
    return [version for version in found if version is not None]


def _newer(files: Mapping[str, bytes], version: Version) -> Version | None:
    newest = _versions(files)[0]
    return None if newest == version else newest
