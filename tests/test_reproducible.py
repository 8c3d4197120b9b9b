"""The same records give the same bytes: in any folder, time zone, language, hash seed and order of files."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

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

Hashes = dict[str, str]


def _copied(target: Path, *, order: Callable[[list[Path]], list[Path]]) -> Path:
    """The content of the project, its files made in another order."""
    source = ROOT / "content"
    for path in order(sorted(path for path in source.rglob("*") if path.is_file())):
        copy = target / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())
    return target


def _built(folder: Path, *, content: Path, cache: str, output: str = "site", **environ: str) -> Hashes:
    """Build in a process of its own; returns the SHA-256 of every file."""
    program = folder / "bouw.py"
    program.write_text(_BUILD, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **environ}
    command = [sys.executable, str(program), str(content), str(folder / output), str(folder / "cache"), cache]
    subprocess.run(command, check=True, cwd=folder, env=environment)
    site = folder / output
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Hashes]:
    """A build without a cache, in one folder."""
    folder = tmp_path_factory.mktemp("eerste")
    content = _copied(folder / "content", order=lambda paths: paths)
    environ = {"TZ": "Europe/Brussels", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"}
    return folder, _built(folder, content=content, cache="geen", **environ)


def test_another_machine_makes_the_same_bytes(first: tuple[Path, Hashes], tmp_path: Path) -> None:
    """Folder, time zone, locale, hash seed and order of files change no byte of any file, PDF and all."""
    elsewhere = tmp_path / "een heel andere map"
    elsewhere.mkdir()
    content = _copied(elsewhere / "content", order=lambda paths: paths[::-1])
    environ = {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}
    second = _built(elsewhere, content=content, cache="geen", **environ)

    assert first[1] == second
    assert {".pdf", ".docx", ".xlsx", ".ods", ".svg", ".png", ".html"} <= {Path(name).suffix for name in second}


def test_the_cache_changes_no_byte(first: tuple[Path, Hashes], tmp_path: Path) -> None:
    """A build with an empty cache, and one with a full cache, give what a build without a cache gives."""
    folder, expected = first
    content = folder / "content"

    assert expected == _built(tmp_path, content=content, cache="cache")
    assert expected == _built(tmp_path, content=content, cache="cache", output="opnieuw")


def test_the_manifest_names_every_file(first: tuple[Path, Hashes]) -> None:
    """The manifest gives the hash of each file that is published, and of no other."""
    folder, hashes = first
    manifest = json.loads((folder / "site" / "manifest.json").read_text("utf-8"))
    listed = {item["path"]: item["sha256"] for item in manifest["files"]}

    assert {name: value for name, value in hashes.items() if name != "manifest.json"} == listed
