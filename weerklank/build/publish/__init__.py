"""Put a finished site in place: all of it or none of it. The same for a folder that is made once and then kept.

In: the bytes of every file and the folder they go to. Out: what changed, or findings that say why nothing did. Readers
see the old site or the new one, also when the build is killed, the disk is full or two builds run at once.
What the files say is not looked at here.
"""

import contextlib
import errno
import hashlib
import json
import os
import stat
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from weerklank.build.publish import folder, lock, names
from weerklank.findings import Finding, finding
from weerklank.project import system_word

__all__ = ["MANIFEST", "SITE", "Published", "amend", "manifest", "publish", "rewrite", "stands", "store", "sweep"]

MANIFEST = "manifest.json"
SITE = "weerklank"
"""What the manifest of a site names as its maker; a folder of another maker is as foreign as one without a maker."""

PATIENCE = 60.0  # seconds to wait for another build
_KEPT = ".gitkeep"
_DROPPINGS = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@dataclass(frozen=True)
class Published:
    """Paths that were written (new or other bytes), left as they were, and removed; sorted.

    With `findings` nothing was changed and the other three are empty.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True)
class _Standing:
    """What is in the output folder now: files that a build of ours made, and the first of those that none did."""

    ours: frozenset[str]
    foreign: str | None


def publish(
    files: Mapping[str, bytes],
    output: Path,
    *,
    maker: str = SITE,
    for_editing: bool = False,
    patience: float = PATIENCE,
) -> Published:
    """Make `output` hold exactly these files (posix path to bytes) and their manifest, in one step.

    A file with the bytes it had keeps its time. `.gitkeep` stays. A folder with files that `maker` did not make is
    left alone and is a finding, and so is what the operating system refuses. A second build waits `patience` seconds.
    A file that has other bytes than `maker` gave it is put right, or is a finding where the files are `for_editing`.
    """
    findings = names.check(files, reserved=(MANIFEST, _KEPT))
    if findings:
        return Published(findings=findings)
    wanted = {**files, MANIFEST: manifest(files, maker=maker)}
    output = Path(os.path.realpath(output))
    work = _work(output)
    try:
        if output.exists() and not output.is_dir():
            return Published(findings=(finding("C011", map=_shown(output)),))
        done = None if work.exists() else _nothing_to_do(wanted, output, maker=maker)
        if done is not None:
            return done
        return _publish_alone(wanted, output, maker=maker, for_editing=for_editing, work=work, patience=patience)
    except OSError as error:
        return Published(findings=(_refusal(error, output),))


def stands(output: Path, *, patience: float = PATIENCE) -> tuple[dict[str, bytes], tuple[Finding, ...]]:
    """The files of the site that was published here, its manifest included, by path; or why they are not all there.

    No file when one was changed, added or removed since (C033), or when no site stands here (C032).
    """
    output = Path(os.path.realpath(output))
    try:
        if not _listed(output, SITE):
            return {}, (finding("C032", map=_shown(output)),)
        work = _work(output)
        with lock.held(work / "lock", patience=patience) as ours:
            if not ours:
                return {}, (finding("C012", map=_shown(output)),)
            folder.recover(work, output)
            if wrong := _strayed(output):
                return {}, (finding("C033", map=_shown(output), pad=wrong[0], reden=wrong[1]),)
            return {path: (output / path).read_bytes() for path in sorted(_listed(output, SITE))}, ()
    except OSError as error:
        return {}, (_refusal(error, output),)


def store(files: Mapping[str, bytes], place: Path, *, patience: float = PATIENCE) -> Published:
    """Make a new folder with exactly these files, in one step; one with something in it is never touched (C031).

    What is not finished stands in a hidden folder beside it, which the next call clears.
    """
    findings = names.check(files, reserved=())
    if findings:
        return Published(findings=findings)
    link = place.is_symlink()
    place = Path(os.path.realpath(place))
    work = place.parent / f".{SITE}"
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with lock.held(work / "lock", patience=patience) as ours:
            if ours and not link and place.is_dir() and not any(place.iterdir()):
                place.rmdir()
            if not ours or os.path.lexists(place):
                return Published(findings=(finding("C031" if ours else "C012", map=_shown(place)),))
            folder.replace(files, place, same=(), work=work)
    except OSError as error:
        return Published(findings=(_refusal(error, place),))
    return Published(written=tuple(sorted(files)))


def rewrite(files: Mapping[Path, bytes]) -> Published:
    """Give files other bytes, each in one step, and make those that are not there.

    With a finding, the files before it are written.
    """
    written: list[str] = []
    for place, data in files.items():
        waiting = place.with_name(f".{place.name}.{SITE}")
        try:
            place.parent.mkdir(exist_ok=True)
            waiting.write_bytes(data)
            waiting.replace(place)
        except OSError as error:
            with contextlib.suppress(OSError):
                waiting.unlink()
            return Published(written=tuple(written), findings=(_refusal(error, place),))
        written.append(place.as_posix())
    return Published(written=tuple(written))


def amend(place: Path, made: Callable[[], bytes], *, patience: float = PATIENCE) -> Published:
    """Give a file the bytes that follow from what stands there: `made` is called while nobody else is changing it."""
    try:
        with lock.held(place.parent / f".{SITE}" / "lock", patience=patience) as ours:
            return rewrite({place: made()}) if ours else Published(findings=(finding("C012", map=_shown(place)),))
    except OSError as error:
        return Published(findings=(_refusal(error, place),))


def manifest(files: Mapping[str, bytes], *, maker: str = SITE) -> bytes:
    """Return the JSON list of the files: path, size in bytes and SHA-256, sorted by path, without a time."""
    entries = [
        {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in sorted(files.items())
    ]
    return (json.dumps({"made_by": maker, "files": entries}, ensure_ascii=False, indent=1) + "\n").encode()


def sweep(output: Path) -> bool:
    """Remove what an interrupted build left beside the site, and say whether there was anything. Never waits."""
    output = Path(os.path.realpath(output))
    work = _work(output)
    if not work.is_dir():
        return False
    with lock.held(work / "lock", patience=0) as ours:
        if ours:
            folder.recover(work, output)
    return not work.exists()


def _work(output: Path) -> Path:
    """The folder beside the site in which the new one is made: on the same disk, so that it can be swapped."""
    return output.parent / f".{output.name}.{SITE}"


def _nothing_to_do(wanted: Mapping[str, bytes], output: Path, *, maker: str) -> Published | None:
    """The answer when each file stands there already and nothing else does. Looks without the lock."""
    try:
        standing = _survey(output, maker)
        equal = not standing.foreign and standing.ours == wanted.keys() and len(_same(wanted, output)) == len(wanted)
    except OSError:
        # Another build may be replacing what is looked at; under the lock it stands still.
        return None
    return Published(unchanged=tuple(sorted(wanted))) if equal else None


def _publish_alone(
    wanted: Mapping[str, bytes], output: Path, *, maker: str, for_editing: bool, work: Path, patience: float
) -> Published:
    output.parent.mkdir(parents=True, exist_ok=True)
    with lock.held(work / "lock", patience=patience) as ours:
        if not ours:
            return Published(findings=(finding("C012", map=_shown(output)),))
        folder.recover(work, output)
        standing = _survey(output, maker)
        if standing.foreign:
            return Published(findings=(finding("C010", map=_shown(output), voorbeeld=standing.foreign),))
        same = _same(wanted, output)
        if for_editing and (edited := _edited(standing.ours - same, output)):
            return Published(findings=(finding("C016", map=_shown(output), pad=edited),))
        removed = tuple(sorted(standing.ours - wanted.keys()))
        if removed or len(same) != len(wanted):
            kept = {_KEPT: (output / _KEPT).read_bytes()} if (output / _KEPT).is_file() else {}
            folder.replace({**wanted, **kept}, output, same={*same, *kept}, work=work)
        written = tuple(sorted(wanted.keys() - same))
        return Published(written=written, unchanged=tuple(sorted(same)), removed=removed)


def _survey(output: Path, maker: str) -> _Standing:
    """Look at what is in the folder. Only a manifest of the maker makes files ours; empty folders are nobody's."""
    present = folder.files(output) - {_KEPT}
    listed = _listed(output, maker) if MANIFEST in present else frozenset()
    foreign = {path for path in present - listed if path.rpartition("/")[2] not in _DROPPINGS}
    return _Standing(present & listed, min(foreign, default=None))


def _strayed(output: Path) -> tuple[str, str] | None:
    """The first file of a site that is not as its manifest says, and in what way."""
    there = _survey(output, SITE)
    if gone := min(_listed(output, SITE) - there.ours, default=None):
        return gone, "ontbreekt"
    if there.foreign:
        return there.foreign, "komt niet van de bouw"
    edited = _edited(there.ours, output)
    return (edited, "is veranderd") if edited else None


def _edited(ours: frozenset[str], output: Path) -> str | None:
    """The first of these paths with other bytes than the manifest says that it was made with."""
    if not (files := ours - {MANIFEST}):
        return None
    made = {entry["path"]: entry.get("sha256") for entry in json.loads((output / MANIFEST).read_bytes())["files"]}
    hashes = ((path, hashlib.sha256((output / path).read_bytes()).hexdigest()) for path in sorted(files))
    return next((path for path, found in hashes if found != made.get(path)), None)


def _listed(output: Path, maker: str) -> frozenset[str]:
    """The paths in the manifest that stands there, its own included; none when it is not one of this maker."""
    try:
        data = json.loads((output / MANIFEST).read_bytes())
        if data["made_by"] != maker:
            return frozenset()
        return frozenset({MANIFEST, *(str(entry["path"]) for entry in data["files"])})
    except (FileNotFoundError, NotADirectoryError, ValueError, TypeError, KeyError, RecursionError):
        return frozenset()


def _same(wanted: Mapping[str, bytes], output: Path) -> frozenset[str]:
    """The paths whose bytes stand there already, in a plain file. The bytes are compared, not times or a list."""
    return frozenset(path for path, data in wanted.items() if _holds(output / path, data))


def _holds(path: Path, data: bytes) -> bool:
    try:
        state = path.lstat()
        return stat.S_ISREG(state.st_mode) and state.st_size == len(data) and path.read_bytes() == data
    except (FileNotFoundError, NotADirectoryError):
        return False


def _refusal(error: OSError, output: Path) -> Finding:
    """What the operating system refused, as a finding."""
    if error.errno in _FULL:
        return finding("C013", map=_shown(output))
    if error.errno in _FORBIDDEN:
        return finding("C014", map=_shown(output))
    return finding("C015", map=_shown(output), melding=system_word(error))


def _shown(output: Path) -> str:
    return output.as_posix()
