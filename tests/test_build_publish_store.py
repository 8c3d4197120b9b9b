"""Storing a folder for good: whole or not at all, and never over another."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from weerklank.build.publish import Published, amend, lock, store

ROOT = Path(__file__).resolve().parent.parent
FILES = {"bijlage.pdf": b"%PDF", "gegevens/dekking.csv": b"a;b\r\n", "manifest.json": b"{}\n"}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_folder_is_stored(tmp_path: Path) -> None:
    """Exactly these files stand there, in folders made for them, and nothing beside them."""
    place = tmp_path / "vragen" / "klanten" / "2026-11-23"

    assert Published(written=tuple(sorted(FILES))) == store(FILES, place)
    assert {f"vragen/klanten/2026-11-23/{path}": data for path, data in FILES.items()} == tree(tmp_path)
    assert ["2026-11-23"] == [path.name for path in place.parent.iterdir()]


@pytest.mark.parametrize("there", ["folder", "file", "link"])
def test_what_is_there_is_never_touched(tmp_path: Path, there: str) -> None:
    """A folder that is stored already, or anything else of that name, stays as it is."""
    place = tmp_path / "2026-11-23"
    if there == "folder":
        store(FILES, place)
    elif there == "file":
        place.write_bytes(b"x")
    else:
        (tmp_path / "elders").mkdir()
        place.symlink_to(tmp_path / "elders")
    before = tree(tmp_path)

    assert ["C031"] == [item.code for item in store({"ander.txt": b"x"}, place).findings]
    assert before == tree(tmp_path)


def test_a_name_that_is_not_safe(tmp_path: Path) -> None:
    """The names of the site's files hold here too."""
    assert ["C001"] == [item.code for item in store({"../x": b""}, tmp_path / "a").findings]
    assert [] == list(tmp_path.iterdir())


def test_another_is_busy(tmp_path: Path) -> None:
    """Two at once: the second waits, and gives up with a sentence."""
    (tmp_path / ".weerklank").mkdir()
    held = lock.acquire(tmp_path / ".weerklank" / "lock", patience=0)
    assert held is not None
    found = store(FILES, tmp_path / "2026-11-23", patience=0)
    lock.release(tmp_path / ".weerklank" / "lock", held)

    assert ["C012"] == [item.code for item in found.findings]
    assert () == store(FILES, tmp_path / "2026-11-23").findings


def test_two_that_add_to_one_file_lose_nothing(tmp_path: Path) -> None:
    """Each reads what the other wrote, however long it thinks about it; the lock leaves nothing behind."""
    place = tmp_path / "bevroren.yaml"

    def added(name: str) -> Callable[[], bytes]:
        def made() -> bytes:
            there = place.read_bytes() if place.exists() else b""
            time.sleep(0.05)
            return there + f"{name}\n".encode()

        return made

    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda name: amend(place, added(name)), "abcdefgh"))

    assert [()] * 8 == [item.findings for item in found]
    assert list("abcdefgh") == sorted(place.read_text().split())
    assert ["bevroren.yaml"] == [path.name for path in tmp_path.iterdir()]


def test_who_waits_too_long_for_a_file_changes_nothing(tmp_path: Path) -> None:
    """While another holds it, the file is neither read nor written, and a sentence says so."""
    place = tmp_path / "bevroren.yaml"
    with lock.held(tmp_path / ".weerklank" / "lock", patience=0):
        found = amend(place, lambda: b"x", patience=0)

    assert ["C012"] == [item.code for item in found.findings]
    assert not place.exists()


FAULT = """
import errno, json, os, signal, sys
from pathlib import Path
from weerklank.build.publish import store

place, fault, moment, files = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), json.loads(sys.argv[4])
count = 0

def hook(event, arguments):
    global count
    if not event.startswith(("open", "os.", "shutil.")):
        return
    count += 1
    if fault == "kill" and count == moment:
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "full" and count >= moment and event in ("open", "os.mkdir", "os.rename"):
        raise OSError(errno.ENOSPC, "full")

sys.addaudithook(hook)
found = store({path: data.encode() for path, data in files.items()}, place)
sys.exit(1 if found.findings else 0)
"""


@pytest.mark.parametrize("fault", ["kill", "full"])
def test_whole_or_not_at_all(tmp_path: Path, fault: str) -> None:
    """Whenever a process is killed or the disk is full, there is a whole folder or none, and the next one gets through.

    Python announces each call that touches the disk; the fault comes at the first announcement, the second and so on.
    """
    files = json.dumps({path: data.decode() for path, data in FILES.items()})
    through = 0
    for moment in range(1, 60):
        place = tmp_path / str(moment) / "2026-11-23"
        place.parent.mkdir()
        command = [sys.executable, "-c", FAULT, str(place), fault, str(moment), files]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
        assert b"Traceback" not in done.stderr
        found = tree(place) if place.exists() else None
        assert found in (None, FILES)
        assert (found == FILES) or done.returncode != 0
        if found is None:
            assert () == store(FILES, place).findings
        assert {f"2026-11-23/{path}": data for path, data in FILES.items()} == {
            path: data for path, data in tree(place.parent).items() if path != ".weerklank/lock"
        }
        through += done.returncode == 0
        if through:
            break

    assert through


def test_a_place_that_may_not_be_written(tmp_path: Path) -> None:
    """What the system refuses is a finding, not a traceback."""
    (tmp_path / "vragen").write_bytes(b"een bestand")

    assert ["C015"] == [item.code for item in store(FILES, tmp_path / "vragen" / "klanten").findings]
