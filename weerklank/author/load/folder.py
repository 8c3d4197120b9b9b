"""Which files in content/ are records, stored texts or frozen annexes, and which are none of them.

In: the folder. Out: entries in order of path, and findings about names. No file is opened and no link is followed.
"""

import os
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from weerklank.author.near import did_you_mean
from weerklank.findings import Finding, Related, finding
from weerklank.kinds import FOLDERS, ORGANISATION
from weerklank.messages import Elsewhere, Hint
from weerklank.pictures import ENDINGS as PICTURES
from weerklank.text import whole_file

LONGEST_ID = 80
MAX_FOLDER_DEPTH = 8

ANCHOR = "bevroren.yaml"
"""The file that the program keeps of all frozen annexes."""

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# Windows gives these names to devices, with or without an ending.
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_ENDINGS = (".md", ".yaml")
_NO_PICTURE = (".gif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".avif", ".jxl", ".svg", ".svgz", ".psd")
_NEARLY = (".yml", ".markdown", ".mdown", ".md.txt", ".yaml.txt")
# What editors and file managers leave behind without the author knowing.
_LEFTOVERS = re.compile(r"\..*|.*~|~\$.*|#.*#|Thumbs\.db|desktop\.ini|.*\.(swp|swo|bak|tmp)", re.IGNORECASE)


class FileUse(StrEnum):
    """What an entry is for."""

    RECORD = "record"
    TEXT = "text"
    FROZEN = "frozen"
    ANCHOR = "anchor"
    PICTURE = "picture"


@dataclass(frozen=True)
class ContentFile:
    """A file to read. `file` is the path shown to the author; for a frozen file, `inner` is its path in the
    annex, for a picture its name.
    """

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
    reader = _Lister()
    reader.top(content, PurePosixPath(_shown(content.name) or "content"))
    return Listing(tuple(sorted(reader.entries, key=lambda entry: entry.file)), tuple(reader.findings))


class _Lister:
    """Goes through the folders. `file` is always the path as it is shown to the author."""

    def __init__(self) -> None:
        self.entries: list[ContentFile] = []
        self.findings: list[Finding] = []

    def top(self, content: Path, shown: PurePosixPath) -> None:
        """The folder with everything."""
        if not content.is_dir():
            self._tell("L015", shown, hint=Hint("start"))
            return
        for child, file in self._children(content, shown):
            if child.is_dir(follow_symlinks=False):
                if child.name in FOLDERS:
                    self._kind(Path(child.path), file, FOLDERS[child.name])
                else:
                    self._tell("L008", file, hint=_belonging(child.name, tuple(FOLDERS)), naam=_shown(child.name))
            elif child.name == ANCHOR:
                self.entries.append(ContentFile(FileUse.ANCHOR, "", "", Path(child.path), str(file)))
            elif _stem(child.name)[0] == ORGANISATION:
                self._record(child, file, ORGANISATION)
            elif child.name.lower().endswith((*PICTURES, *_NO_PICTURE)):
                self._picture(child, file, ORGANISATION)
            else:
                self._tell(
                    "L007", file, hint=_belonging(child.name, ("organisatie.yaml", ANCHOR)), naam=_shown(child.name)
                )
        there = any(entry.kind == ORGANISATION for entry in self.entries)
        # What is never read does not fill a folder.
        if not self.entries and {item.code for item in self.findings} <= {"L007", "L008"}:
            self._tell("L018", shown, hint=Hint("fill", {"map": content.as_posix()}))
        elif not there and not any(item.code == "L010" for item in self.findings):
            self._tell("L016", shown / "organisatie.yaml", hint=Hint("copy"))
        self._refuse_twins()

    def _kind(self, folder: Path, shown: PurePosixPath, kind: str) -> None:
        for child, file in self._children(folder, shown):
            if child.is_dir(follow_symlinks=False):
                if kind == "vraag" and _good_id(child.name):
                    self._frozen(Path(child.path), file, child.name)
                else:
                    self._tell("L008", file, hint=Hint("move_up"), naam=_shown(child.name))
            elif kind == "bron" and child.name.endswith(".txt") and not child.name.endswith(_NEARLY):
                name = child.name.removesuffix(".txt")
                if self._accepts(name, file):
                    self.entries.append(ContentFile(FileUse.TEXT, "bron", name, Path(child.path), str(file)))
            elif child.name.lower().endswith((*PICTURES, *_NO_PICTURE)):
                self._picture(child, file, kind)
            else:
                self._record(child, file, kind)

    def _picture(self, child: os.DirEntry[str], file: PurePosixPath, kind: str) -> None:
        stem, _, ending = child.name.rpartition(".")
        if f".{ending.lower()}" not in PICTURES:
            self._tell("L050", file, hint=Hint("convert"), naam=_shown(child.name))
        elif ending != ending.lower():
            self._tell("L009", file, hint=Hint("name_file", {"naam": child.name.lower()}), naam=_shown(child.name))
        elif self._accepts(stem, file):
            self.entries.append(ContentFile(FileUse.PICTURE, kind, stem, Path(child.path), str(file), child.name))

    def _record(self, child: os.DirEntry[str], file: PurePosixPath, kind: str) -> None:
        stem, ending = _stem(child.name)
        if ending in _ENDINGS:
            if self._accepts(stem, file):
                self.entries.append(ContentFile(FileUse.RECORD, kind, stem, Path(child.path), str(file)))
        elif ending:
            right = ".yaml" if "y" in ending.lower() else ".md"
            self._tell("L010", file, hint=Hint("name_file", {"naam": stem + right}), naam=_shown(child.name))
        else:
            self._tell("L007", file, naam=_shown(child.name))

    def _frozen(self, folder: Path, shown: PurePosixPath, question: str) -> None:
        """Add the files of a frozen annex, including those in folders below it."""
        waiting = [(folder, shown, PurePosixPath())]
        seen: dict[str, PurePosixPath] = {}
        while waiting:
            place, above, inner = waiting.pop()
            for child, file in self._children(place, above):
                path, own = Path(child.path), inner / child.name
                twin = seen.setdefault(_folded(str(own)), file)
                if twin != file:
                    self._tell("L012", file, twin=str(twin), naam=_shown(child.name))
                elif not child.is_dir(follow_symlinks=False):
                    self.entries.append(ContentFile(FileUse.FROZEN, "vraag", question, path, str(file), str(own)))
                elif len(own.parts) < MAX_FOLDER_DEPTH:
                    waiting.append((path, file, own))
                else:
                    self._tell("L008", file, hint=Hint("too_deep"), naam=_shown(child.name))

    def _children(self, folder: Path, shown: PurePosixPath) -> Iterator[tuple[os.DirEntry[str], PurePosixPath]]:
        """Files and folders in order of name; links and devices are refused, what editors leave behind passed over."""
        try:
            with os.scandir(folder) as listing:
                children = sorted(listing, key=lambda child: child.name)
        except OSError as error:
            self._tell("L001", shown, reden=reason(error))
            return
        for child in children:
            file = shown / _shown(child.name)
            if _LEFTOVERS.fullmatch(child.name):
                continue
            if child.is_symlink() or _is_junction(child):
                self._tell("L005", file, hint=Hint("real_file"))
            elif child.is_file(follow_symlinks=False) or child.is_dir(follow_symlinks=False):
                yield child, file
            else:
                self._tell("L006", file)

    def _refuse_twins(self) -> None:
        """Refuse two files with one id; neither is read, because nobody can know which one is meant."""
        first: dict[tuple[FileUse, str, str, str], ContentFile] = {}
        for entry in self.entries:
            twin = first.setdefault((entry.use, entry.kind, entry.id, entry.inner), entry)
            if twin is not entry:
                self._tell("L011", entry.file, twin=twin.file, id=entry.id)

    def _accepts(self, name: str, file: PurePosixPath) -> bool:
        if _good_id(name):
            return True
        plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
        proposal = re.sub(r"[^a-z0-9]+", "-", plain)[:LONGEST_ID].strip("-")
        hint = Hint("name_file", {"naam": proposal + file.suffix}) if _good_id(proposal) else Hint("example")
        self._tell("L009", file, hint=hint, naam=_shown(name))
        return False

    def _tell(
        self, code: str, file: PurePosixPath | str, *, hint: Hint | None = None, twin: str = "", **words: str
    ) -> None:
        related = (Related(whole_file(twin), Elsewhere.OTHER_FILE),) if twin else ()
        self.findings.append(finding(code, span=whole_file(str(file)), hint=hint, related=related, field=(), **words))


def _is_junction(child: os.DirEntry[str]) -> bool:
    """On Windows a folder can be elsewhere without being a symbolic link: its reparse tag says so."""
    return bool(getattr(child.stat(follow_symlinks=False), "st_reparse_tag", 0))


def _stem(name: str) -> tuple[str, str]:
    """The name and its ending when that is, or looks like, the ending of a record; else the name and ""."""
    length = next((len(ending) for ending in (*_NEARLY, *_ENDINGS) if name.lower().endswith(ending)), 0)
    return name[: len(name) - length], name[len(name) - length :]


def _good_id(name: str) -> bool:
    return bool(_ID.fullmatch(name)) and len(name) <= LONGEST_ID and not _DEVICES.fullmatch(name)


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
