"""The versions of a frozen annex: what they are called, what their manifest says and where they are published.

In: the corpus with the stored files, names of versions, days. Out: `Version` values, newest first, and manifests as
bytes. Whether the files are still those of the manifest is checked in `verify`.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from weerklank.corpus import Corpus
from weerklank.model import PartialDate
from weerklank.wording import date_words

MANIFEST, PDF = "manifest.json", "bijlage.pdf"
SNAPSHOT = "inhoud.json"
"""The content that a version was made of. It is kept and never published."""

_MAKER = "weerklank"
_NAME = re.compile(r"(\d{4}-\d{2}-\d{2})(?:-([2-9]|[1-9]\d+))?")


@dataclass(frozen=True)
class StoredFile:
    """A file of a version: posix path within its folder, size in bytes, SHA-256 in hexadecimal, title of its table."""

    path: str
    size: int
    sha256: str
    title: str = ""


@dataclass(frozen=True)
class Version:
    """What the manifest of a version says.

    `name`: the day, with -2, -3 for more on one day. `as_of`: the state of the data in words; `data`: their SHA-256;
    `despite`: why it was frozen while something was wrong, or "". `previous` is the version before it, `chain` the
    SHA-256 of the manifest of that one. `files` are published, `kept` are not.
    """

    question: str
    name: str
    title: str
    as_of: str
    program: str
    data: str
    despite: str
    previous: str
    chain: str
    files: tuple[StoredFile, ...]
    kept: tuple[StoredFile, ...]

    @property
    def words(self) -> str:
        """The name for people."""
        return name_words(self.name)

    def file(self, path: str) -> StoredFile | None:
        """The published file at this path within the folder."""
        return next((item for item in self.files if item.path == path), None)


def name_words(name: str) -> str:
    """The name of a version for people: `23 november 2026`, or `23 november 2026 (2)` for the second of that day."""
    day, number = _sort_key(name)
    words = day_words(day.isoformat())
    return words if number == 1 else f"{words} ({number})"


def day_words(day: str) -> str:
    """A day (`2026-11-23`) for people."""
    found = date.fromisoformat(day)
    return date_words(PartialDate(found.year, found.month, found.day))


def day_of(name: str) -> str:
    """The day on which a version was frozen, by its name: `2026-11-23` of `2026-11-23-2`."""
    return _sort_key(name)[0].isoformat()


def is_name(name: str) -> bool:
    """Whether the name of a folder is that of a version."""
    found = _NAME.fullmatch(name)
    return found is not None and is_day(found[1])


def is_day(text: str) -> bool:
    """Whether this is a day as names of versions have it: 2026-11-23."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def names(paths: Iterable[str]) -> tuple[str, ...]:
    """The versions that stored paths belong to (`2026-11-23/bijlage.pdf`), newest first."""
    found = {path.partition("/")[0] for path in paths if "/" in path}
    return tuple(sorted(filter(is_name, found), key=_sort_key, reverse=True))


def next_name(paths: Iterable[str], *, day: date) -> str:
    """The name of a version that is frozen on a day: no folder that is there already, or that ever was, has it."""
    taken = {_sort_key(name)[1] for name in names(paths) if _sort_key(name)[0] == day}
    number = max(taken, default=0) + 1
    return day.isoformat() if number == 1 else f"{day.isoformat()}-{number}"


def versions(corpus: Corpus, question: str) -> tuple[Version, ...]:
    """The frozen versions of the annex of a question, newest first; () when there is none.

    A question that has since been renamed keeps its versions.
    """
    files = corpus.frozen.get(question, {})
    read = (read_manifest(files.get(f"{name}/{MANIFEST}", b"")) for name in names(files))
    return tuple(replace(version, question=question) for version in read if version is not None)


def public_files(corpus: Corpus, version: Version) -> Mapping[str, bytes]:
    """The files of a version that are published, by their path within its folder: all but the content it rests on."""
    files = corpus.frozen[version.question]
    return {path: files[f"{version.name}/{path}"] for path in (*(item.path for item in version.files), MANIFEST)}


def address(version: Version, path: str) -> str:
    """The site path of a file of a version, for example vragen/klanten/versies/2026-11-23/bijlage.pdf."""
    return f"vragen/{version.question}/versies/{version.name}/{path}"


def readable(data: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds
    """What JSON says. Raises ValueError for what is none, also for half a letter, which no page can hold."""
    found = json.loads(data)
    json.dumps(found, ensure_ascii=False).encode()
    return found


def write_manifest(version: Version) -> bytes:
    """The manifest as JSON; `files` has the form that the manifest of the site has."""
    facts = {
        "made_by": _MAKER,
        "question": version.question,
        "version": version.name,
        "title": version.title,
        "as_of": version.as_of,
        "program": version.program,
        "data": version.data,
        "despite": version.despite,
        "previous": version.previous,
        "previous_sha256": version.chain,
        "files": [_entry(item) for item in version.files],
        "not_published": [_entry(item) for item in version.kept],
    }
    return (json.dumps(facts, ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest(data: bytes) -> Version | None:
    """What a manifest says; None when it is not one of ours or is incomplete."""
    try:
        found = readable(data)
        if found["made_by"] != _MAKER:
            return None
        texts = {name: found[name] for name in ("question", "title", "as_of", "program", "data", "despite", "previous")}
        texts |= {"name": found["version"], "chain": found["previous_sha256"]}
        if not all(isinstance(text, str) for text in texts.values()) or not is_name(texts["name"]):
            return None
        files, kept = (tuple(_stored(item) for item in found[name]) for name in ("files", "not_published"))
        return Version(**texts, files=files, kept=kept)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None


def _entry(item: StoredFile) -> dict[str, str | int]:
    entry: dict[str, str | int] = {"path": item.path, "size": item.size, "sha256": item.sha256}
    return {**entry, "title": item.title} if item.title else entry


def _stored(entry: Mapping[str, object]) -> StoredFile:
    path, size, sha256, title = entry["path"], entry["size"], entry["sha256"], entry.get("title", "")
    if isinstance(path, str) and isinstance(size, int) and isinstance(sha256, str) and isinstance(title, str):
        return StoredFile(path, size, sha256, title)
    raise TypeError(entry)


def _sort_key(name: str) -> tuple[date, int]:
    found = _NAME.fullmatch(name)
    assert found is not None
    return date.fromisoformat(found[1]), int(found[2] or 1)
