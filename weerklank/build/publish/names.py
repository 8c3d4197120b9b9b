"""Names that work as a file on every computer and every web server.

In: the paths that a build wants to write. Out: findings for those that would be refused, lost or mixed up somewhere.
Nothing is renamed and the disk is not looked at.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from weerklank.findings import Finding, finding

LONGEST = 255  # bytes of one part of a path, the limit of ext4, APFS and NTFS for plain text
_FORBIDDEN = frozenset('<>:"|?*\\')
# Learn Microsoft, “Naming Files, Paths, and Namespaces”: these name devices, whatever comes after the first point.
_DEVICES = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[1-9¹²³]|lpt[1-9¹²³])(\.|$)", re.IGNORECASE)
_INVISIBLE = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})


def check(paths: Iterable[str], *, reserved: tuple[str, ...]) -> tuple[Finding, ...]:
    """Return a finding for each path that is unsafe, or that another path of the site would overwrite somewhere.

    `reserved`: names at the top of the site that the build keeps for itself.
    """
    ordered = sorted(paths)
    taken = {_folded(name) for name in reserved}
    findings = []
    good = []
    for path in ordered:
        reason = "die naam houdt de bouw voor zichzelf" if _folded(path) in taken else _reason(path)
        if reason:
            findings.append(finding("C001", artifact=_printable(path), pad=_printable(path), reden=reason))
        else:
            good.append(path)
    return (*findings, *_collisions(good))


def _reason(path: str) -> str | None:
    """Why a path is refused, or None."""
    if not path:
        return "de naam is leeg"
    if path.startswith("/"):
        return "het pad begint buiten de site"
    return next((reason for part in path.split("/") if (reason := _part_reason(part))), None)


def _part_reason(part: str) -> str | None:
    """Why one part of a path is refused, or None."""
    if part in ("", ".", ".."):
        return f"een deel van het pad is {'leeg' if not part else f'“{part}”'}"
    if any(unicodedata.category(character) in _INVISIBLE for character in part):
        return "er staat een onzichtbaar teken in"
    if wrong := next((character for character in part if character in _FORBIDDEN), None):
        return f"het teken {wrong} mag niet in een naam"
    if part[-1] in " .":
        return "een deel eindigt op een punt of een spatie"
    if _DEVICES.match(part):
        return "Windows kent die naam als een toestel"
    return "een deel is te lang" if len(part.encode()) > LONGEST else None


def _collisions(paths: list[str]) -> Iterator[Finding]:
    """Findings for two names that a file system without case or with one form of accents takes for one."""
    files = {_folded(path): path for path in reversed(paths)}
    folders: dict[str, tuple[str, str]] = {}  # folded folder -> the folder as first written, and a path in it
    for path in paths:
        first = files[_folded(path)]
        if first != path:
            yield finding("C002", artifact=path, pad=path, ander=first)
        for parent in _parents(path):
            written, example = folders.setdefault(_folded(parent), (parent, path))
            if written != parent:
                yield finding("C002", artifact=path, pad=path, ander=example)
                break
    for folded, (_, example) in folders.items():
        if folded in files:
            yield finding("C003", artifact=files[folded], pad=files[folded], ander=example)


def _parents(path: str) -> Iterator[str]:
    """The folders that a path goes through, from the top."""
    end = path.find("/")
    while end != -1:
        yield path[:end]
        end = path.find("/", end + 1)


def _folded(text: str) -> str:
    """One spelling for all names that some file system holds to be equal."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())


def _printable(text: str) -> str:
    """A name that is itself unsafe, so that it can be shown: half a surrogate pair has no bytes."""
    return text.encode("utf-8", "backslashreplace").decode()
