"""Which files in content/ are records, stored texts or frozen annexes, and which are none of them.

In: the folder. Out: entries in order of path, and findings about names. No file is opened and no link is followed.
"""

import os
import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from weerklank.author.near import did_you_mean
from weerklank.findings import Finding, Related, finding
from weerklank.kinds import FOLDERS, ORGANISATION
from weerklank.messages import Elsewhere, Hint
from weerklank.text import whole_file

LONGEST_ID = 80
MAX_FOLDER_DEPTH = 8

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Windows gives these names to devices, with or without an ending.
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_ENDINGS = (".md", ".yaml")
_NEARLY = (".yml", ".markdown", ".mdown", ".md.txt", ".yaml.txt")
# What editors and file managers leave behind without the author knowing.
_LEFTOVERS = re.compile(r"\..*|.*~|~\$.*|#.*#|Thumbs\.db|desktop\.ini|.*\.(swp|swo|bak|tmp)", re.IGNORECASE)


class FileUse(StrEnum):
    """What an entry is for."""

    RECORD = "record"
    TEXT = "text"
    FROZEN = "frozen"


@dataclass(frozen=True)
class ContentFile:
    """A file to read. `file` is the path shown to the author; for a frozen file, `inner` is its path in the annex."""

    use: FileUse
    kind: str
    id: str
    path: Path
    file: str
    inner: str = ""


@dataclass(frozen=True)
class Listing:
    """What was found: entries in order of path, and findings about names and folders."""

    entries: tuple[ContentFile, ...]
    findings: tuple[Finding, ...]


def list_folder(content: Path) -> Listing:
    """List `content`. A folder that is not there or cannot be listed is a finding."""
    shown = PurePosixPath(_shown(content.name) or "content")
    if not content.is_dir():
        return Listing((), (finding("L015", span=whole_file(str(shown))),))
    entries: list[ContentFile] = []
    findings: list[Finding] = []
    for child in _children(content, shown, findings):
        file = shown / _shown(child.name)
        if child.is_dir(follow_symlinks=False):
            if child.name in FOLDERS:
                _list_kind(Path(child.path), file, entries, findings)
            else:
                hint = _belonging(child.name, tuple(FOLDERS))
                findings.append(finding("L008", span=whole_file(str(file)), hint=hint, naam=_shown(child.name)))
        elif _stem(child.name)[0] == ORGANISATION:
            _add_record(child, file, ORGANISATION, entries, findings)
        else:
            findings.append(
                finding(
                    "L007",
                    span=whole_file(str(file)),
                    hint=_belonging(child.name, ("organisatie.yaml",)),
                    naam=_shown(child.name),
                )
            )
    if not any(entry.kind == ORGANISATION for entry in entries) and not any(item.code == "L010" for item in findings):
        findings.append(finding("L016", span=whole_file(str(shown / "organisatie.yaml"))))
    return _without_doubles(entries, findings)


def _list_kind(folder: Path, shown: PurePosixPath, entries: list[ContentFile], findings: list[Finding]) -> None:
    kind = FOLDERS[folder.name]
    for child in _children(folder, shown, findings):
        file = shown / _shown(child.name)
        if child.is_dir(follow_symlinks=False):
            if kind == "vraag" and _good_id(child.name):
                _list_frozen(Path(child.path), file, child.name, entries=entries, findings=findings)
            else:
                findings.append(
                    finding("L008", span=whole_file(str(file)), hint=Hint("move_up"), naam=_shown(child.name))
                )
        elif kind == "bron" and child.name.endswith(".txt") and not child.name.endswith(_NEARLY):
            name = child.name.removesuffix(".txt")
            if _accept_id(name, file, findings):
                entries.append(ContentFile(FileUse.TEXT, "bron", name, Path(child.path), str(file)))
        else:
            _add_record(child, file, kind, entries, findings)


def _add_record(
    child: os.DirEntry[str], file: PurePosixPath, kind: str, entries: list[ContentFile], findings: list[Finding]
) -> None:
    stem, ending = _stem(child.name)
    if ending in _ENDINGS:
        if _accept_id(stem, file, findings):
            entries.append(ContentFile(FileUse.RECORD, kind, stem, Path(child.path), str(file)))
    elif ending:
        right = ".yaml" if "y" in ending.lower() else ".md"
        hint = Hint("name_file", {"naam": stem + right})
        findings.append(finding("L010", span=whole_file(str(file)), hint=hint, naam=_shown(child.name)))
    else:
        findings.append(finding("L007", span=whole_file(str(file)), naam=_shown(child.name)))


def _list_frozen(
    folder: Path, shown: PurePosixPath, question: str, *, entries: list[ContentFile], findings: list[Finding]
) -> None:
    """Add the files of a frozen annex, including those in folders below it."""
    waiting = [(folder, shown, PurePosixPath())]
    seen: dict[str, PurePosixPath] = {}
    while waiting:
        place, file, inner = waiting.pop()
        for child in _children(place, file, findings):
            child_file, child_inner = file / _shown(child.name), inner / child.name
            twin = seen.setdefault(_folded(str(child_inner)), child_file)
            if twin != child_file:
                related = (Related(whole_file(str(twin)), Elsewhere.OTHER_FILE),)
                findings.append(
                    finding("L012", span=whole_file(str(child_file)), related=related, naam=_shown(child.name))
                )
            elif not child.is_dir(follow_symlinks=False):
                entry = ContentFile(
                    FileUse.FROZEN, "vraag", question, Path(child.path), str(child_file), str(child_inner)
                )
                entries.append(entry)
            elif len(child_inner.parts) < MAX_FOLDER_DEPTH:
                waiting.append((Path(child.path), child_file, child_inner))
            else:
                findings.append(
                    finding(
                        "L008",
                        span=whole_file(str(child_file)),
                        hint=Hint("too_deep"),
                        naam=_shown(child.name),
                    )
                )


def _children(folder: Path, shown: PurePosixPath, findings: list[Finding]) -> list[os.DirEntry[str]]:
    """Files and folders in order of name; links and devices are refused, what editors leave behind is passed over."""
    try:
        with os.scandir(folder) as listing:
            children = sorted(listing, key=lambda child: child.name)
    except OSError as error:
        findings.append(finding("L001", span=whole_file(str(shown)), reden=reason(error)))
        return []
    kept = []
    for child in children:
        file = shown / _shown(child.name)
        if _LEFTOVERS.fullmatch(child.name):
            continue
        if child.is_symlink() or _is_junction(child):
            findings.append(finding("L005", span=whole_file(str(file)), hint=Hint("real_file")))
        elif child.is_file(follow_symlinks=False) or child.is_dir(follow_symlinks=False):
            kept.append(child)
        else:
            findings.append(finding("L006", span=whole_file(str(file))))
    return kept


def _is_junction(child: os.DirEntry[str]) -> bool:
    """On Windows a folder can be elsewhere without being a symbolic link: its reparse tag says so."""
    return bool(getattr(child.stat(follow_symlinks=False), "st_reparse_tag", 0))


def _without_doubles(entries: list[ContentFile], findings: list[Finding]) -> Listing:
    """Refuse two files with one id; neither is read, because nobody can know which one is meant."""
    groups: dict[tuple[FileUse, str, str, str], list[ContentFile]] = {}
    for entry in entries:
        groups.setdefault((entry.use, entry.kind, entry.id, entry.inner), []).append(entry)
    for first, *others in groups.values():
        for other in others:
            related = (Related(whole_file(first.file), Elsewhere.OTHER_FILE),)
            findings.append(finding("L011", span=whole_file(other.file), related=related, id=other.id))
    return Listing(tuple(sorted(entries, key=lambda entry: entry.file)), tuple(findings))


def _stem(name: str) -> tuple[str, str]:
    """The name and its ending when that is, or looks like, the ending of a record; else the name and ""."""
    length = next((len(ending) for ending in (*_NEARLY, *_ENDINGS) if name.lower().endswith(ending)), 0)
    return name[: len(name) - length], name[len(name) - length :]


def _good_id(name: str) -> bool:
    return bool(_ID.fullmatch(name)) and len(name) <= LONGEST_ID and not _DEVICES.fullmatch(name)


def _accept_id(name: str, file: PurePosixPath, findings: list[Finding]) -> bool:
    if _good_id(name):
        return True
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    proposal = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-")
    hint = Hint("name_file", {"naam": proposal + file.suffix}) if _good_id(proposal) else Hint("example")
    findings.append(finding("L009", span=whole_file(str(file)), hint=hint, naam=_shown(name)))
    return False


def _belonging(name: str, known: tuple[str, ...]) -> Hint:
    return did_you_mean(name, known) or Hint("belong", {"woorden": ", ".join(known)})


def _folded(name: str) -> str:
    """Two names that fold to one are one file on a Mac, on Windows, or on a network share."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _shown(name: str) -> str:
    """The name as text that every output can hold: bytes that are not UTF-8 become a question mark."""
    return name.encode("utf-8", "replace").decode("utf-8")


def reason(error: OSError) -> str:
    """Return why the system refuses a file, in Dutch."""
    if isinstance(error, PermissionError):
        return "u hebt er geen leesrecht op"
    return "het is er niet meer" if isinstance(error, FileNotFoundError) else "het systeem geeft het niet vrij"
