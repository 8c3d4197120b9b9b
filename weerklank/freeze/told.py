"""What a file is, in sentences: one of a frozen annex, its manifest, or something that only begins like one.

In: the bytes of the file, the content as loaded, and how to get at the files beside it. Out: sentences in Dutch, and
whether everything is as it was frozen.
"""

import hashlib
from collections.abc import Callable

from weerklank.author.load import ANCHOR, Loaded
from weerklank.corpus import Withdrawn
from weerklank.findings import Finding, message
from weerklank.freeze.anchor import verify_all
from weerklank.freeze.known import anchored, anchored_pdf, folder_of, withdrawn
from weerklank.freeze.recognise import Recognised, recognise, resembles
from weerklank.freeze.versions import MANIFEST, Version, day_words, read_manifest
from weerklank.wording import listing

Told = tuple[list[str], bool]


def told(data: bytes, loaded: Loaded, *, folder: str, beside: Callable[[str], bytes | None]) -> Told:
    """What can be said of a file. `folder`: the content folder as its author calls it.

    `beside`: the file at a path from the folder that the file lies in, or None.
    """
    lines, good = _told(data, loaded, folder=folder, beside=beside)
    if unread := [item for item in loaded.findings if item.span and item.span.file.rpartition("/")[2] == ANCHOR]:
        lines.append(f"Of die versie ingetrokken is, is niet te zeggen: {message(unread[0])} ({unread[0].span}).")
    return lines, good and not unread


def _told(data: bytes, loaded: Loaded, *, folder: str, beside: Callable[[str], bytes | None]) -> Told:
    if (version := read_manifest(data)) is not None:
        return _manifest(data, version, loaded, folder, beside)
    back = withdrawn(loaded)
    found = recognise(data, loaded.annexes, gone={name: {item.version for item in back[name]} for name in back})
    if found is None:
        return _unknown(data, loaded, folder), False
    named = f"{folder}/{_place(found.version)}{found.path}, {_words(found.version)}"
    first = _written_behind(named, found.added) if found.added else f"Dit is, teken voor teken, {named}."
    also = [f"Het staat ook in {listing(_words(item) for item in found.also)}."] if found.also else []
    gone = [words for version in (found.version, *found.also) if (words := _taken_back(version, loaded))]
    holds = [version for version in (found.version, *found.also) if not _taken_back(version, loaded)]
    wrong = _wrong_in(found.version, loaded, folder)
    lines = [first, *also, *gone, *_now(found, holds, gone=bool(gone)), *wrong]
    return lines, bool(holds) and not found.added and not wrong


def _now(found: Recognised, holds: list[Version], *, gone: bool) -> list[str]:
    """Which version holds now, where that is not this one alone: one with the same file, another, or none."""
    if gone and found.newer is None:
        same = f"{listing(f'versie {item.words}' for item in holds)}, met hetzelfde bestand"
        return [f"Wat nu geldt, is {same}." if holds else "Er is geen versie van deze bijlage die nu geldt."]
    if gone and found.newer is not None:
        return [f"Wat nu geldt, is versie {found.newer.words}."]
    return [f"Er is een latere versie: {found.newer.words}."] if found.newer else []


def _taken_back(version: Version, loaded: Loaded) -> str:
    """That a version was withdrawn, when and why; "" for one that stands."""
    known = withdrawn(loaded).get(folder_of(loaded, version.question), ())
    return "".join(f"Versie {version.words} is {_back(item)}" for item in known if item.version == version.name)


def _back(item: Withdrawn) -> str:
    return f"ingetrokken op {day_words(item.on)}, omdat: {item.reason.rstrip('.')}."


def _written_behind(named: str, number: int) -> str:
    much = "één byte" if number == 1 else f"{number} bytes"
    return f"Dit begint als {named}, maar daarna is er iets bij geschreven ({much}): het is veranderd."


def _unknown(data: bytes, loaded: Loaded, folder: str) -> list[str]:
    """A file that no manifest knows."""
    if (known := anchored_pdf(loaded, data)) is not None:
        named = f"versie {known.version} van de bijlage bij vraag “{known.question}”"
        return [
            f"Dit is, teken voor teken, de pdf die bevroren werd als {named}.",
            *([f"Die versie is {_back(known.withdrawn)}"] if known.withdrawn else []),
            f"Dat staat in {folder}/{ANCHOR}; de map van die versie is weg, of heeft een andere pdf.",
        ]
    like = resembles(data, loaded.annexes)
    return [
        f"Dit is geen bevroren bijlage van {folder}: geen enkel manifest daar kent dit bestand.",
        *([f"Het lijkt op {_words(like)}: een groot deel is gelijk, en iets erin is anders."] if like else []),
    ]


def _manifest(
    data: bytes, version: Version, loaded: Loaded, folder: str, beside: Callable[[str], bytes | None]
) -> Told:
    """Whether a manifest is that of a version, and whether the files beside it are those that it names."""
    own = f"{folder}/{_place(version)}{MANIFEST}"
    kept = loaded.annexes.get(version.question, {}).get(f"{version.name}/{MANIFEST}")
    hashes = {(item.question, item.version): item.manifest for item in anchored(loaded)}
    if kept == data:
        first = f"Dit is, teken voor teken, {own}, het manifest van {_words(version)}."
    elif hashes.get((version.question, version.name)) == hashlib.sha256(data).hexdigest():
        first = f"Dit is, teken voor teken, het manifest van {_words(version)}; {own} is weg, of een ander."
    elif kept is None:
        first = f"Dit is een manifest van {_words(version)}, maar {folder} kent die versie niet."
    else:
        first = f"Dit is een manifest van {_words(version)}, maar een ander dan {own}: een van beide is veranderd."
    wrong = _wrong_in(version, loaded, folder) if kept == data else []
    files, whole = _beside(version, beside)
    gone = [words] if (words := _taken_back(version, loaded)) else []
    return [first, *gone, *wrong, files], kept == data and not gone and not wrong and whole


def _beside(version: Version, beside: Callable[[str], bytes | None]) -> tuple[str, bool]:
    """How many of the published files lie beside their manifest, which of them are others, and whether none is."""
    there = {item: found for item in version.files if (found := beside(item.path)) is not None}
    other = [item.path for item, found in there.items() if hashlib.sha256(found).hexdigest() != item.sha256]
    if not there:
        return "Ernaast ligt geen enkel bestand dat het noemt.", True
    start = f"Van de {len(version.files)} bestanden die het noemt, {'ligt' if len(there) == 1 else 'liggen'} er"
    if other:
        return f"{start} {len(there)} naast; veranderd: {listing(other)}.", False
    return f"{start} {len(there)} naast, teken voor teken zoals bevroren.", True


def _wrong_in(version: Version, loaded: Loaded, folder: str) -> list[str]:
    """What is wrong within a version that the content has, and between it and the anchor."""
    place = _place(version)
    found = verify_all(loaded, folder=folder.rpartition("/")[2])
    wrong = [item for item in found if any(place in file for file in _files(item))]
    return [f"Niet in orde in die versie: {item.span.file if item.span else place}: {message(item)}." for item in wrong]


def _files(item: Finding) -> tuple[str, ...]:
    """The files that a finding is about."""
    spans = (item.span, *(other.span for other in item.related))
    return tuple(span.file for span in spans if span)


def _place(version: Version) -> str:
    return f"vragen/{version.question}/{version.name}/"


def _words(version: Version) -> str:
    return f"versie {version.words} van de bijlage bij vraag “{version.question}”"
