"""Whether each frozen annex is still, byte for byte, what was stored.

In: the stored files as loaded. Out: a finding at each file that was changed, removed or added. Nothing is repaired.
"""

import hashlib
from collections.abc import Iterator, Mapping

from weerklank.author.load import Loaded
from weerklank.findings import Finding, finding
from weerklank.freeze.known import anchored, folder_of
from weerklank.freeze.snapshot import all_ids
from weerklank.freeze.versions import MANIFEST, StoredFile, Version, is_name, names, read_manifest
from weerklank.messages import Hint
from weerklank.text import whole_file

_BACK, _AWAY = Hint("restore"), Hint("move")


def verify(loaded: Loaded, *, folder: str) -> tuple[Finding, ...]:
    """Check every stored file against the manifest of its version. `folder`: what the content folder is called."""
    return tuple(
        item
        for name, files in loaded.annexes.items()
        for item in _question(
            _called(loaded, name), files, place=f"{folder}/vragen/{name}", taken_back=_taken_back(loaded, name)
        )
    )


def _called(loaded: Loaded, question: str) -> frozenset[str]:
    """The id of a question, and those that it used to have."""
    record = next((item for item in loaded.records if (item.kind, item.id) == ("vraag", question)), None)
    return frozenset(all_ids(record) if record else (question,))


def _taken_back(loaded: Loaded, question: str) -> Mapping[str, str]:
    """The hash of the manifest of each version that was withdrawn: its folder may be gone."""
    known = (item for item in anchored(loaded) if item.withdrawn and folder_of(loaded, item.question) == question)
    return {item.version: item.manifest for item in known}


def _question(
    called: frozenset[str], files: Mapping[str, bytes], *, place: str, taken_back: Mapping[str, str]
) -> Iterator[Finding]:
    for path in files:
        if not is_name(path.partition("/")[0]) or "/" not in path:
            yield finding("P062", span=whole_file(f"{place}/{path}"), hint=_AWAY)
    for name in names(files):
        data = files.get(f"{name}/{MANIFEST}", b"")
        version = read_manifest(data)
        if version is None or version.question not in called or version.name != name:
            yield finding("P063", span=whole_file(f"{place}/{name}/{MANIFEST}"), hint=_BACK, versie=name)
        else:
            yield from _version(version, files, place=place)
            yield from _chain(version, files, place=place, taken_back=taken_back)


def _version(version: Version, files: Mapping[str, bytes], *, place: str) -> Iterator[Finding]:
    listed = {f"{version.name}/{item.path}": item for item in (*version.files, *version.kept)}
    for path, item in listed.items():
        if path not in files:
            yield finding("P061", span=whole_file(f"{place}/{path}"), hint=_BACK, versie=version.name)
        elif not _is(item, files[path]):
            yield finding("P060", span=whole_file(f"{place}/{path}"), hint=_BACK, versie=version.name)
    for path in files:
        if path.startswith(f"{version.name}/") and path not in listed and path != f"{version.name}/{MANIFEST}":
            yield finding("P062", span=whole_file(f"{place}/{path}"), hint=_AWAY)


def _chain(
    version: Version, files: Mapping[str, bytes], *, place: str, taken_back: Mapping[str, str]
) -> Iterator[Finding]:
    """Each version vouches for the manifest of the one before it, or for what is known of one that was withdrawn."""
    if not version.previous:
        return
    path = f"{version.previous}/{MANIFEST}"
    if path not in files and taken_back.get(version.previous) == version.chain:
        return
    if path not in files:
        yield finding("P061", span=whole_file(f"{place}/{path}"), hint=_BACK, versie=version.previous)
    elif hashlib.sha256(files[path]).hexdigest() != version.chain:
        yield finding("P060", span=whole_file(f"{place}/{path}"), hint=_BACK, versie=version.previous)


def _is(item: StoredFile, data: bytes) -> bool:
    return item.size == len(data) and item.sha256 == hashlib.sha256(data).hexdigest()
