"""The same records give the same bytes: in any folder, time zone, language, hash seed and order of files."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.file_text import hashes

ROOT = Path(__file__).resolve().parent.parent

_BUILD = """
import json, sys
from dataclasses import replace
from pathlib import Path
from weerklank.build.cache import Cache, NoCache
from weerklank.build.pipeline import build
from weerklank.project import open_project

if __name__ == "__main__":
    content, output, cache = map(Path, sys.argv[1:4])
    project = replace(open_project(content=content, output=output, day="2026-11-23"), cache=cache)
    store = Cache(cache) if sys.argv[4] == "cache" else NoCache()
    found = build(project, cache=store, report=lambda _: None)
    assert found.published is not None, found.findings
"""


def _copied(target: Path) -> Path:
    """The content of the example agency, its files made in the opposite order."""
    source = voorbeeld_site.CONTENT
    for path in sorted((path for path in source.rglob("*") if path.is_file()), reverse=True):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return target


def _built(folder: Path, *, content: Path, cache: str, **environ: str) -> dict[str, str]:
    """Build in a process of its own; returns the SHA-256 of every file."""
    program = folder / "bouw.py"
    program.write_text(_BUILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environ}
    command = [sys.executable, str(program), str(content), str(folder / "site"), str(folder / "cache"), cache]
    subprocess.run(command, check=True, cwd=folder, env=environment)
    return hashes(folder / "site")


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site of the example agency, which was built with an empty cache, and with that cache."""
    return voorbeeld_site.home(tmp_path_factory)


def test_another_machine_makes_the_same_bytes(home: Path, tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed, order of files and cache change no byte of any file, PDF and all."""
    elsewhere = tmp_path / "een heel andere map"
    elsewhere.mkdir()
    environ = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}
    made = _built(elsewhere, content=_copied(elsewhere / "content"), cache="geen", **environ)

    assert hashes(home / "site") == made
    assert {".pdf", ".docx", ".xlsx", ".ods", ".svg", ".png", ".html"} <= {Path(name).suffix for name in made}


def test_a_full_cache_changes_no_byte(home: Path, tmp_path: Path) -> None:
    """A build that finds all its files in the cache of another gives what that build gave."""
    shutil.copytree(home / "cache", tmp_path / "cache")
    environ = {"TZ": "Europe/Brussels", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}

    assert hashes(home / "site") == _built(tmp_path, content=voorbeeld_site.CONTENT, cache="cache", **environ)


def test_the_manifest_names_every_file(home: Path) -> None:
    """The manifest gives the hash of each file that is published, and of no other."""
    found = hashes(home / "site")
    manifest = json.loads((home / "site" / "manifest.json").read_text("utf-8"))
    listed = {item["path"]: item["sha256"] for item in manifest["files"]}

    assert {name: value for name, value in found.items() if name != "manifest.json"} == listed
