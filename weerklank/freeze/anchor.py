"""The anchor of frozen annexes: a file beside the records, outside their folders, with the hashes of every version.

In: the content as loaded. Out: findings about versions that it does not know, that are gone or that were replaced, and
the text of the file with more of them. A folder vouches for its own files; only what lies elsewhere vouches for it.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from weerklank.author.load import ANCHOR, FieldPath, Loaded, RawRecord
from weerklank.author.validate.places import key_span
from weerklank.findings import Finding, Related, finding
from weerklank.freeze.snapshot import all_ids, inner
from weerklank.freeze.verify import verify
from weerklank.freeze.versions import MANIFEST, PDF, is_name, names
from weerklank.messages import Elsewhere, Hint
from weerklank.text import whole_file

_HEAD = """\
# Elke bevroren bijlage met de controlegetallen (SHA-256) van haar pdf en haar manifest, per vraag en versie.
# Gemaakt door build.py: verander hier niets, en zet dit bestand mee in het versiebeheer.
"""
_HASH = re.compile(r"[0-9a-f]{64}")
_BACK = Hint("restore")


@dataclass(frozen=True)
class Anchored:
    """A version as the anchor knows it. `question`: its id when it was frozen; hashes are SHA-256 in hexadecimal."""

    question: str
    version: str
    pdf: str
    manifest: str


def anchored(loaded: Loaded) -> tuple[Anchored, ...]:
    """The versions that the anchor knows, as far as it can be read."""
    return tuple(item for _, item in _entries(loaded.anchor) if item is not None)


def anchored_pdf(loaded: Loaded, data: bytes) -> Anchored | None:
    """The version whose PDF these bytes are."""
    digest = _digest(data)
    return next((item for item in anchored(loaded) if item.pdf == digest), None)


def verify_all(loaded: Loaded, *, folder: str) -> tuple[Finding, ...]:
    """What is wrong within the folders of versions, and what of them does not agree with the anchor."""
    inside = verify(loaded, folder=folder)
    return (*inside, *verify_anchor(loaded, folder=folder, told=inside))


def verify_anchor(loaded: Loaded, *, folder: str, told: Collection[Finding] = ()) -> tuple[Finding, ...]:
    """Compare the anchor with the folders. `folder`: what the content folder is called.

    `told`: what is known to be wrong within the folders, which is not said a second time.
    """
    if loaded.anchor is None and any(inner(source.file) == ANCHOR for source in loaded.sources):
        # It is there and cannot be read: that is a finding of its own.
        return ()
    wrong = {item.span.file.rpartition("/")[0] for item in told if item.span}
    strange = (
        finding(
            "P073",
            span=whole_file(f"{folder}/vragen/{place}/{name}/{MANIFEST}"),
            hint=Hint("anchor"),
            vraag=place,
            versie=name,
        )
        for place, name in unanchored(loaded)
    )
    return (*_of_anchor(loaded, folder, wrong), *strange)


def _of_anchor(loaded: Loaded, folder: str, wrong: Collection[str]) -> Iterator[Finding]:
    """What the anchor knows and the folders do not have, or not as it was."""
    for path, item in _entries(loaded.anchor):
        assert loaded.anchor is not None
        span = key_span(loaded.anchor, path)
        if item is None:
            yield finding("P076", span=span, hint=_BACK, field=path)
            continue
        place = _folder(loaded, item.question)
        files = loaded.annexes.get(place, {})
        own = f"{folder}/vragen/{place}/{item.version}"
        if not any(name.startswith(f"{item.version}/") for name in files):
            yield finding("P074", span=span, hint=_BACK, field=path, vraag=item.question, versie=item.version)
        elif not _same(item, files) and not any(where == own or where.startswith(f"{own}/") for where in wrong):
            related = (Related(whole_file(f"{own}/{MANIFEST}"), Elsewhere.OTHER_FILE),)
            yield finding(
                "P075", span=span, hint=_BACK, related=related, field=path, vraag=item.question, versie=item.version
            )


def unanchored(loaded: Loaded) -> tuple[tuple[str, str], ...]:
    """The versions (question, name) that the anchor does not know."""
    known = {(_folder(loaded, item.question), item.version) for item in anchored(loaded)}
    return tuple(
        (place, name) for place, files in loaded.annexes.items() for name in names(files) if (place, name) not in known
    )


def with_versions(loaded: Loaded, versions: Collection[tuple[str, str]]) -> bytes:
    """The text of the anchor with these versions (question, name) as they are stored now.

    What it knows already stays as it is: a version is anchored once.
    """
    known = {(item.question, item.version): item for item in anchored(loaded)}
    for question, name in versions:
        files = loaded.annexes[question]
        hashes = (_digest(files.get(f"{name}/{file}")) for file in (PDF, MANIFEST))
        known.setdefault((question, name), Anchored(question, name, *hashes))
    lines = []
    for question in sorted({item.question for item in known.values()}):
        lines.append(f"{question}:")
        for _, item in sorted(known.items()):
            if item.question == question:
                lines += [f"  {item.version}:", f"    pdf: {item.pdf}", f"    manifest: {item.manifest}"]
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _entries(anchor: RawRecord | None) -> Iterator[tuple[FieldPath, Anchored | None]]:
    """Each version with its place; None for what is no version."""
    for question, versions in (anchor.data if anchor else {}).items():
        if not isinstance(versions, dict) or not versions:
            yield (question,), None
            continue
        for name, hashes in versions.items():
            good = isinstance(hashes, dict) and set(hashes) == {"pdf", "manifest"} and is_name(name)
            texts: Mapping[str, str] = {}
            if good and isinstance(hashes, dict):
                texts = {key: text for key, text in hashes.items() if isinstance(text, str) and _HASH.fullmatch(text)}
            both = len(texts) == 2  # noqa: PLR2004 - the PDF and the manifest
            yield (question, name), Anchored(question, name, texts["pdf"], texts["manifest"]) if both else None


def _folder(loaded: Loaded, question: str) -> str:
    """The folder of a question, which may have another id by now."""
    if question in loaded.annexes:
        return question
    called = (record for record in loaded.records if record.kind == "vraag" and question in all_ids(record))
    return next((record.id for record in called), question)


def _same(item: Anchored, files: Mapping[str, bytes]) -> bool:
    pdf, manifest = (_digest(files.get(f"{item.version}/{name}")) for name in (PDF, MANIFEST))
    return (pdf, manifest) == (item.pdf, item.manifest)


def _digest(data: bytes | None) -> str:
    return hashlib.sha256(data).hexdigest() if data is not None else ""
