"""Where everything is and which day it is: the only reader of the environment, the clock and the templates.

In: what the command line chose, the environment and the disk. Out: a frozen `Project`, and the bytes of a folder.
Reading the records is the work of `load`; nothing here writes.
"""

import errno
import hashlib
import os
import stat
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from weerklank.findings import Finding, finding
from weerklank.text import whole_file

ROOT = Path(__file__).resolve().parent.parent

# Embargo dates are Belgian days, also on a server that keeps another time.
_ZONE = ZoneInfo("Europe/Brussels")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SYSTEM_WORDS = {
    "EACCES": "geen toegang",
    "EBUSY": "in gebruik, of een koppelpunt",
    "EDQUOT": "de toegekende ruimte is op",
    "EEXIST": "er staat al iets met die naam",
    "EFBIG": "het bestand wordt te groot",
    "EINVAL": "die naam kan niet",
    "EIO": "de schijf leest of schrijft niet",
    "EISDIR": "het is een map",
    "ELOOP": "een kring van koppelingen",
    "EMFILE": "te veel bestanden tegelijk open",
    "ENAMETOOLONG": "de naam is te lang",
    "ENOENT": "het bestaat niet meer",
    "ENOSPC": "de schijf is vol",
    "ENOTDIR": "een deel van het pad is geen map",
    "EPERM": "niet toegestaan",
    "EROFS": "de schijf is alleen te lezen",
    "ESTALE": "de netwerkschijf is weggevallen",
}
_NOT_OURS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini", "__pycache__"})


@dataclass(frozen=True)
class Project:
    """One build: its folders, all absolute, and `date`, the day that decides what is public."""

    root: Path
    content: Path
    templates: Path
    output: Path
    cache: Path
    date: date

    def shown(self, path: Path) -> str:
        """Return a path as an author knows it: from the root when it lies there, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


@dataclass(frozen=True)
class Materials:
    """What renderers use besides views: templates as text, assets and documents as bytes, by path.

    `program`: a hash that changes with our own source and any library. `documents`: files that are made in an office
    program and filled in by us, as a Word document with the styles of an annex.
    """

    templates: Mapping[str, str]
    assets: Mapping[str, bytes]
    program: str
    documents: Mapping[str, bytes] = field(default_factory=dict)

    def parts(self) -> Iterator[bytes | str]:
        """All bytes of all files, each after its path, group by group."""
        groups: tuple[Mapping[str, bytes | str], ...] = (self.templates, self.assets, self.documents)
        for files in groups:
            yield str(len(files))
            for path, data in sorted(files.items()):
                yield from (path, data)


@dataclass(frozen=True)
class Files:
    """The files of one folder: posix path within it and bytes, sorted by path; findings for what could not be read."""

    files: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]


def open_project(
    *,
    root: Path = ROOT,
    content: Path | None = None,
    output: Path | None = None,
    day: str | None = None,
    environ: Mapping[str, str] = os.environ,
) -> Project | tuple[Finding, ...]:
    """Return the project, or the findings that say why there is none. Relative paths count from where the user is.

    The date is `day` (YYYY-MM-DD), else SOURCE_DATE_EPOCH (seconds, https://reproducible-builds.org/specs), else today.
    """
    root = _real(root)
    built = build_date(day, environ)
    project = Project(
        root=root,
        content=_real(content or root / "content"),
        templates=root / "templates",
        output=_real(output or root / "site"),
        cache=root / ".cache",
        date=built if isinstance(built, date) else date.min,
    )
    findings = [built] if isinstance(built, Finding) else []
    findings += [
        finding("C020", map=project.shown(folder) + "/")
        for folder in (project.content, project.templates)
        if not folder.is_dir()
    ]
    findings += _overlaps(project)
    return tuple(findings) or project


def build_date(day: str | None, environ: Mapping[str, str]) -> date | Finding:
    """Return the day of the build. This is the only place that looks at a clock."""
    if day is not None:
        return _written_date(day)
    seconds = environ.get("SOURCE_DATE_EPOCH", "")
    if not seconds:
        return datetime.now(_ZONE).date()
    try:
        return (_EPOCH + timedelta(seconds=int(seconds))).astimezone(_ZONE).date()
    except (ValueError, OverflowError):
        return finding("C021", waarde=seconds)


def read_files(folder: Path, *, shown: str) -> Files:
    """Read every file below a folder. `shown` is how the author knows the folder ("templates").

    Hidden files and what desktops leave behind are passed over; links and devices are findings and are not followed.
    """
    files: list[tuple[str, bytes]] = []
    findings: list[Finding] = []
    _read_into(files, findings, folder=folder, prefix="", shown=shown)
    return Files(tuple(sorted(files)), tuple(findings))


def read_materials(project: Project) -> tuple[Materials, tuple[Finding, ...]]:
    """Read the templates folder: `assets/x` gets the address `x` on the site, pages and feeds are templates.

    Whatever else stands there is a document. A file below assets/ is an asset, whatever its ending.
    """
    read = read_files(project.templates, shown=project.shown(project.templates))
    templates: dict[str, str] = {}
    assets: dict[str, bytes] = {}
    documents: dict[str, bytes] = {}
    for path, data in read.files:
        if path.startswith("assets/"):
            assets[path.removeprefix("assets/")] = data
        elif path.endswith((".html", ".xml")):
            templates[path] = data.decode()
        else:
            documents[path] = data
    return Materials(templates, assets, program_key(), documents), read.findings


def tree_key(folder: Path) -> str:
    """Return a SHA-256 that changes with any name, byte or link below a folder; "" when some of it cannot be read.

    Hidden files are left out: nobody reads them as content.
    """
    digest, pending = hashlib.sha256(), [folder]
    try:
        while pending:
            place = pending.pop()
            for entry in sorted(os.scandir(place), key=lambda entry: entry.name):
                if entry.name.startswith("."):
                    continue
                path, mode = Path(entry.path), entry.stat(follow_symlinks=False).st_mode
                digest.update(os.fsencode(f"\0{path.relative_to(folder).as_posix()}\0{stat.S_IFMT(mode)}\0"))
                if stat.S_ISDIR(mode):
                    pending.append(path)
                elif stat.S_ISREG(mode):
                    with path.open("rb") as file:
                        digest.update(hashlib.file_digest(file, "sha256").digest())
    except OSError:
        return ""
    return digest.hexdigest()


def system_word(error: OSError) -> str:
    """Return an error of the operating system in Dutch, with its name for those who want to look it up."""
    name = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return f"“{_SYSTEM_WORDS[name]}” ({name})" if name in _SYSTEM_WORDS else name


def program_key(package: Path = ROOT / "weerklank") -> str:
    """Return a SHA-256 that changes with our own source, Python and any installed library: a part of each cache key."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(package.rglob("*.py")):
        digest.update(f"\0{path.relative_to(package).as_posix()}\0".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    for name in sorted(_distributions()):
        digest.update(f"\0{name}".encode())
    return digest.hexdigest()


def _real(path: Path) -> Path:
    """The path without links. Unlike `Path.resolve` in Python 3.11 and 3.12, a circle of links raises nothing here."""
    return Path(os.path.realpath(path))


def _written_date(day: str) -> date | Finding:
    try:
        written = date.fromisoformat(day)
    except ValueError:
        return finding("C022", waarde=day)
    # Python also takes 20260301 and 2026-W09-7, which no author would recognise.
    return written if written.isoformat() == day else finding("C022", waarde=day)


def _overlaps(project: Project) -> list[Finding]:
    """The output folder is replaced as a whole, so it must not touch what people write."""
    output = project.output
    places = {
        "het project": output == project.root or project.root.is_relative_to(output),
        "de inhoud": output.is_relative_to(project.content) or project.content.is_relative_to(output),
        "de map met sjablonen": output.is_relative_to(project.templates) or project.templates.is_relative_to(output),
        "het programma": output.is_relative_to(ROOT / "weerklank"),
        "de cache": output.is_relative_to(project.cache),
    }
    hit = next((name for name, touches in places.items() if touches), None)
    return [finding("C023", map=project.shown(output), ander=hit)] if hit else []


def _read_into(
    files: list[tuple[str, bytes]], findings: list[Finding], *, folder: Path, prefix: str, shown: str
) -> None:
    """Read one folder and those below it. An entry that went away in the meantime is a finding like any other."""
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        findings.append(finding("C024", span=whole_file(f"{shown}/{prefix}".rstrip("/")), melding=system_word(error)))
        return
    for entry in entries:
        if entry.name.startswith(".") or entry.name in _NOT_OURS:
            continue
        path = prefix + entry.name
        try:
            mode = entry.stat(follow_symlinks=False).st_mode
            if stat.S_ISDIR(mode):
                _read_into(files, findings, folder=folder / entry.name, prefix=f"{path}/", shown=shown)
            elif stat.S_ISREG(mode):
                files.append((path, (folder / entry.name).read_bytes()))
            else:
                kind = "een koppeling" if stat.S_ISLNK(mode) else "iets anders"
                findings.append(finding("C025", span=whole_file(f"{shown}/{path}"), gevonden=kind))
        except OSError as error:
            findings.append(finding("C024", span=whole_file(f"{shown}/{path}"), melding=system_word(error)))


def _distributions() -> set[str]:
    """Name and version of what is installed, from the names of the metadata folders."""
    return {path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")}
