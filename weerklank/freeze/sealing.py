"""Everything that is stored when an annex becomes final.

In: the files of an annex, the content it rests on, and what is to be said of it. Out: the files with their manifest.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from weerklank.author.load import Loaded
from weerklank.corpus import Corpus, Withdrawn
from weerklank.freeze.known import anchored, folder_of, names_known, withdrawn, withdrawn_names
from weerklank.freeze.snapshot import snapshot
from weerklank.freeze.versions import (
    MANIFEST,
    PDF,
    SNAPSHOT,
    StoredFile,
    Version,
    names,
    next_name,
    read_manifest,
    write_manifest,
)


@dataclass(frozen=True)
class Particulars:
    """What the manifest says of an annex besides its files; see `Version`. `titles`: the title of a table by path."""

    question: str
    title: str
    as_of: str
    program: str
    data: str
    despite: str
    titles: Mapping[str, str]


@dataclass(frozen=True)
class Sealed:
    """A version that can be stored: its name, and its files by their path within its folder."""

    name: str
    files: Mapping[str, bytes]


def seal(files: Mapping[str, bytes], about: Particulars, *, loaded: Loaded, own: Corpus, day: date) -> Sealed:
    """Complete the files of an annex with the content that it rests on (`own`) and a manifest of all of it.

    `day`: the day of the build, which names the version. The same files and content give the same bytes.
    """
    stored = loaded.annexes.get(about.question, {})
    previous = next(iter(names(stored)), "")
    ever = (f"{name}/{MANIFEST}" for name in names_known(loaded, about.question))
    content = snapshot(loaded, own, published=files.keys())
    version = Version(
        question=about.question,
        name=next_name((*stored, *ever), day=day),
        title=about.title,
        as_of=about.as_of,
        program=about.program,
        data=about.data,
        despite=about.despite,
        previous=previous,
        chain=_digest(stored.get(f"{previous}/{MANIFEST}", b"")) if previous else "",
        files=tuple(_entry(path, data, about.titles.get(path, "")) for path, data in sorted(files.items())),
        kept=(_entry(SNAPSHOT, content, ""),),
    )
    return Sealed(version.name, {**files, SNAPSHOT: content, MANIFEST: write_manifest(version)})


def standing(files: Mapping[str, bytes], about: Particulars, *, loaded: Loaded, seals: bool = False) -> Version | None:
    """The newest version that stands, when it is these files already, to the byte, and its manifest says the same.

    A PDF with a seal is the same with something behind it. `seals`: a seal is asked for: one without is another.
    """
    stored = loaded.annexes.get(about.question, {})
    back = withdrawn_names(loaded, about.question)
    name = next((name for name in names(stored) if name not in back), "")
    version = read_manifest(stored.get(f"{name}/{MANIFEST}", b"")) if name else None
    if version is None or (version.title, version.as_of, version.despite) != (about.title, about.as_of, about.despite):
        return None
    kept = stored.get(f"{name}/{PDF}", b"")
    made = {path: _digest(data) for path, data in files.items() if path != PDF}
    same = made == {item.path: item.sha256 for item in version.files if item.path != PDF}
    is_sealed = kept != files[PDF]
    return version if same and kept.startswith(files[PDF]) and (is_sealed or not seals) else None


def taken_back(data: bytes, question: str, *, loaded: Loaded) -> Withdrawn | None:
    """The newest version of a question that was taken back and has this PDF, be it with a seal behind it."""
    stored, digest = loaded.annexes.get(question, {}), _digest(data)
    known = {item.version: item.pdf for item in anchored(loaded) if folder_of(loaded, item.question) == question}
    for back in withdrawn(loaded).get(question, ()):
        if known[back.version] == digest or stored.get(f"{back.version}/{PDF}", b"").startswith(data):
            return back
    return None


def _entry(path: str, data: bytes, title: str) -> StoredFile:
    return StoredFile(path, len(data), _digest(data), title)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
