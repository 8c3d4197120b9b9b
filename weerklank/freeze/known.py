"""What the anchor knows of frozen annexes: the hashes of each version, and which of them were withdrawn, when and why.

In: the content as loaded. Out: `Anchored` values with their places. Whether the folders agree is checked in `anchor`.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from weerklank.author.load import FieldPath, Loaded, Plain, RawRecord
from weerklank.corpus import Withdrawn
from weerklank.freeze.snapshot import all_ids
from weerklank.freeze.versions import is_day, is_name

HASHES = ("pdf", "manifest")
WITHDRAWN = ("ingetrokken", "reden")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Anchored:
    """A version as the anchor knows it. `question`: its id when it was frozen; hashes are SHA-256 in hexadecimal.

    `withdrawn`: that it was taken back, or None.
    """

    question: str
    version: str
    pdf: str
    manifest: str
    withdrawn: Withdrawn | None = None


def anchored(loaded: Loaded) -> tuple[Anchored, ...]:
    """The versions that the anchor knows, as far as it can be read."""
    return tuple(item for _, item in entries(loaded.anchor) if item is not None)


def anchored_pdf(loaded: Loaded, data: bytes) -> Anchored | None:
    """The version whose PDF these bytes are."""
    digest = digest_of(data)
    return next((item for item in anchored(loaded) if item.pdf == digest), None)


def withdrawn(loaded: Loaded) -> Mapping[str, tuple[Withdrawn, ...]]:
    """The versions that were taken back, newest first, by the id that their question has now."""
    found: dict[str, list[Withdrawn]] = {}
    for item in sorted(anchored(loaded), key=lambda item: item.version, reverse=True):
        if item.withdrawn is not None:
            found.setdefault(folder_of(loaded, item.question), []).append(item.withdrawn)
    return {question: tuple(items) for question, items in found.items()}


def withdrawn_names(loaded: Loaded, question: str) -> frozenset[str]:
    """The names of the versions of a question that were taken back."""
    return frozenset(item.version for item in withdrawn(loaded).get(question, ()))


def names_known(loaded: Loaded, question: str) -> tuple[str, ...]:
    """The names of all versions of a question that there ever were, as the anchor knows them."""
    return tuple(item.version for item in anchored(loaded) if folder_of(loaded, item.question) == question)


def entries(anchor: RawRecord | None) -> Iterator[tuple[FieldPath, Anchored | None]]:
    """Each version with its place; None for what is no version."""
    for question, versions in (anchor.data if anchor else {}).items():
        if not isinstance(versions, dict) or not versions:
            yield (question,), None
            continue
        for name, facts in versions.items():
            yield (question, name), _entry(question, name, facts)


def _entry(question: str, name: str, facts: Plain) -> Anchored | None:
    if not isinstance(facts, dict) or not is_name(name):
        return None
    texts = {key: text for key, text in facts.items() if isinstance(text, str)}
    keys = set(facts) - set(HASHES)
    good = set(texts) == set(facts) and keys in (set(), set(WITHDRAWN))
    if not good or not all(_HASH.fullmatch(texts.get(key, "")) for key in HASHES):
        return None
    back = None
    if keys:
        day, reason = (texts[key].strip() for key in WITHDRAWN)
        if not is_day(day) or not reason:
            return None
        back = Withdrawn(name, day, reason)
    return Anchored(question, name, texts["pdf"], texts["manifest"], back)


def folder_of(loaded: Loaded, question: str) -> str:
    """The folder of a question, which may have another id by now."""
    if question in loaded.annexes:
        return question
    called = (record for record in loaded.records if record.kind == "vraag" and question in all_ids(record))
    return next((record.id for record in called), question)


def called(loaded: Loaded, item: Anchored) -> frozenset[str]:
    """What the question of a version is called: as when it was frozen, and as it is now."""
    return frozenset({item.question, folder_of(loaded, item.question)})


def digest_of(data: bytes | None) -> str:
    """The SHA-256 in hexadecimal; "" of no file."""
    return hashlib.sha256(data).hexdigest() if data is not None else ""
