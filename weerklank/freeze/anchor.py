"""The anchor of frozen annexes: a file beside the records, outside their folders, with the hashes of every version.

In: the content as loaded. Out: findings about versions that it does not know, that are gone or that were replaced, and
the text of the file with more of them. A folder vouches for its own files; only what lies elsewhere vouches for it.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from weerklank.author.load import ANCHOR, Loaded
from weerklank.author.validate.places import key_span, value_span
from weerklank.corpus import Withdrawn
from weerklank.findings import Finding, Related, finding
from weerklank.freeze.known import Anchored, anchored, digest_of, entries, folder_of
from weerklank.freeze.snapshot import inner
from weerklank.freeze.verify import verify
from weerklank.freeze.versions import MANIFEST, PDF, day_of, names
from weerklank.messages import Elsewhere, Hint
from weerklank.text import whole_file

_HEAD = """\
# Elke bevroren bijlage met de controlegetallen (SHA-256) van haar pdf en haar manifest, per vraag en versie.
# Gemaakt door build.py: verander hier niets, en zet dit bestand mee in het versiebeheer.
"""
_BACK = Hint("restore")


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
    for path, item in entries(loaded.anchor):
        assert loaded.anchor is not None
        span = key_span(loaded.anchor, path)
        if item is None:
            yield finding("P076", span=span, hint=_BACK, field=path)
            continue
        back = item.withdrawn
        if back and back.on < day_of(item.version):
            where = (*path, "ingetrokken")
            span = value_span(loaded.anchor, where)
            yield finding(
                "P077",
                span=span,
                hint=_BACK,
                field=where,
                vraag=item.question,
                versie=item.version,
                waarde=back.on,
            )
        place = folder_of(loaded, item.question)
        files = loaded.annexes.get(place, {})
        own = f"{folder}/vragen/{place}/{item.version}"
        if not any(name.startswith(f"{item.version}/") for name in files):
            if back is None:
                yield finding("P074", span=span, hint=_BACK, field=path, vraag=item.question, versie=item.version)
        elif not _same(item, files) and not any(where == own or where.startswith(f"{own}/") for where in wrong):
            related = (Related(whole_file(f"{own}/{MANIFEST}"), Elsewhere.OTHER_FILE),)
            yield finding(
                "P075", span=span, hint=_BACK, related=related, field=path, vraag=item.question, versie=item.version
            )


def unanchored(loaded: Loaded) -> tuple[tuple[str, str], ...]:
    """The versions (question, name) that the anchor does not know."""
    known = {(folder_of(loaded, item.question), item.version) for item in anchored(loaded)}
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
        pdf, manifest = (digest_of(files.get(f"{name}/{file}")) for file in (PDF, MANIFEST))
        known.setdefault((question, name), Anchored(question, name, pdf, manifest))
    return _text(known)


def with_withdrawal(loaded: Loaded, question: str, back: Withdrawn) -> bytes:
    """The text of the anchor in which a version was taken back. What was taken back before keeps its day and reason.

    `question`: as the anchor calls it. Raises KeyError for a version that it does not know.
    """
    known = {(item.question, item.version): item for item in anchored(loaded)}
    item = known[question, back.version]
    known[question, back.version] = item if item.withdrawn else replace(item, withdrawn=back)
    return _text(known)


def _text(known: Mapping[tuple[str, str], Anchored]) -> bytes:
    lines = []
    for question in sorted({item.question for item in known.values()}):
        lines.append(f"{question}:")
        for _, item in sorted(known.items(), key=lambda pair: pair[0]):
            if item.question == question:
                lines += [f"  {item.version}:", f"    pdf: {item.pdf}", f"    manifest: {item.manifest}"]
                if back := item.withdrawn:
                    why = json.dumps(back.reason, ensure_ascii=False)
                    lines += [f"    ingetrokken: {back.on}", f"    reden: {why}"]
    return (_HEAD + "\n".join(lines) + "\n").encode()


def _same(item: Anchored, files: Mapping[str, bytes]) -> bool:
    pdf, manifest = (digest_of(files.get(f"{item.version}/{name}")) for name in (PDF, MANIFEST))
    return (pdf, manifest) == (item.pdf, item.manifest)
