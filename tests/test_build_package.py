"""The site as one archive: whole, the same bytes each time, and only of a site that is as it was published."""

import contextlib
import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests import voorbeeld_site
from weerklank.build.package import Package, package, package_place
from weerklank.build.publish import MANIFEST, lock, manifest, publish, stands
from weerklank.cli import main
from weerklank.data.archive import unpacked
from weerklank.project import ROOT, Project

SITE = {
    "index.html": b"<p>thuis",
    "initiatieven/helder.html": b"<p>helder",
    "data/alles.csv": b"a;b\r\n",
}

COUNTS = "4\u00a0bestanden, waarvan 2\u00a0webpagina’s"


def project_at(folder: Path, files: dict[str, bytes] = SITE) -> Project:
    """A project whose site has these files, in a folder of its own."""
    project = replace(voorbeeld_site.project(voorbeeld_site.CONTENT, folder), root=folder, output=folder / "site")
    assert not publish(files, project.output).findings
    return project


def what(made: Package) -> list[tuple[str, str, str]]:
    """Code, path and reason of each finding."""
    found = [(item.code, dict(item.arguments)) for item in made.findings]
    return [(code, told.get("pad", ""), told.get("reden", "")) for code, told in found]


def test_the_whole_site_and_what_to_do_with_it(tmp_path: Path) -> None:
    """Every file with the bytes that were published, the manifest, and beside the site what a web team must know."""
    made = package(project_at(tmp_path))
    data = made.place.read_bytes()

    assert tmp_path / "pak" / "site.zip" == made.place
    assert hashlib.sha256(data).hexdigest() == made.sha256
    entries = unpacked(data)
    readme = entries.pop("LEESMIJ.txt").decode()
    assert {f"site/{path}": data for path, data in {**SITE, MANIFEST: manifest(SITE)}.items()} == entries
    assert COUNTS == made.counts
    assert made.counts in readme
    assert ["pak", "site"] == sorted(path.name for path in tmp_path.iterdir())


def test_the_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    """Whatever the day, the place and the order in which the files were written."""
    one = package(project_at(tmp_path / "a"))
    other = package(project_at(tmp_path / "b", dict(reversed(SITE.items()))))

    assert one.place.read_bytes() == other.place.read_bytes()
    with zipfile.ZipFile(io.BytesIO(one.place.read_bytes())) as archive:
        assert {(1980, 1, 1, 0, 0, 0)} == {entry.date_time for entry in archive.infolist()}
        assert None is archive.testzip()


def test_another_site_gives_other_bytes(tmp_path: Path) -> None:
    """One byte in one page."""
    one = package(project_at(tmp_path / "a"))
    other = package(project_at(tmp_path / "b", {**SITE, "index.html": b"<p>Thuis"}))

    assert one.sha256 != other.sha256


@pytest.mark.parametrize(
    ("harm", "expected"),
    [
        (lambda site: (site / "index.html").write_bytes(b"<p>Thuis"), ("C033", "index.html", "is veranderd")),
        (lambda site: (site / "index.html").unlink(), ("C033", "index.html", "ontbreekt")),
        (lambda site: (site / "eigen.html").write_bytes(b"x"), ("C033", "eigen.html", "komt niet van de bouw")),
        (lambda site: (site / MANIFEST).unlink(), ("C032", "", "")),
        (lambda site: (site / MANIFEST).write_bytes(b"{"), ("C032", "", "")),
        (lambda site: (site / MANIFEST).write_bytes(manifest(SITE, maker="weerklank bijlage")), ("C032", "", "")),
    ],
)
def test_no_archive_of_what_was_not_published(
    tmp_path: Path, harm: Callable[[Path], object], expected: tuple[str, str, str]
) -> None:
    """A file that was changed, taken away or added since, and a folder that is not a site of ours."""
    project = project_at(tmp_path)
    harm(project.output)

    assert [expected] == what(package(project))
    assert not package_place(project).exists()


def test_what_is_nobodys_is_left_out(tmp_path: Path) -> None:
    """What desktops leave behind, and the file by which git keeps an empty folder."""
    project = project_at(tmp_path)
    (project.output / ".gitkeep").touch()
    (project.output / "data" / ".DS_Store").touch()
    made = package(project)

    assert not made.findings
    assert {*(f"site/{path}" for path in SITE), f"site/{MANIFEST}", "LEESMIJ.txt"} == unpacked(
        made.place.read_bytes()
    ).keys()


def test_nothing_is_read_while_another_builds(tmp_path: Path) -> None:
    """Who builds holds the folder: what is read meanwhile could be half of one site and half of another."""
    project = project_at(tmp_path)
    place = tmp_path / ".site.weerklank" / "lock"
    handle = lock.acquire(place, patience=0)
    assert handle is not None
    try:
        files, found = stands(project.output, patience=0)
        assert ({}, ["C012"]) == (files, [item.code for item in found])
    finally:
        lock.release(place, handle)


def test_a_place_that_cannot_be_written(tmp_path: Path) -> None:
    """A file where the folder of archives should be."""
    project = project_at(tmp_path)
    (tmp_path / "pak").write_bytes(b"")

    assert ["C015"] == [item.code for item in package(project).findings]


def test_git_ignores_it() -> None:
    """An archive is made, never kept."""
    assert "/pak/" in (ROOT / ".gitignore").read_text().splitlines()


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit code 1 with the reason, also for a program, where no site stands."""
    assert 1 == main(["pak", "--output", str(tmp_path / "niets")])
    assert "fout C032" in (said := capsys.readouterr().out)
    assert said.endswith("er is geen pak gemaakt\n")

    assert 1 == main(["pak", "--output", str(tmp_path / "niets"), "--format", "json"])
    assert ["C032"] == [item["code"] for item in json.loads(capsys.readouterr().out)["findings"]]


def test_the_command_says_where_it_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The archive, its size, its counts and its hash; for a program an empty list of findings."""
    name = f"proef-{tmp_path.name}"
    publish(SITE, tmp_path / name)
    place = ROOT / "pak" / f"{name}.zip"
    try:
        assert 0 == main(["pak", "--output", str(tmp_path / name)])
        lines = capsys.readouterr().out.splitlines()
        digest = hashlib.sha256(place.read_bytes()).hexdigest()
        assert lines[0].startswith(f"pak: pak/{name}.zip (")
        assert f"erin: {COUNTS}, en LEESMIJ.txt voor wie ze op een server zet" == lines[1]
        assert f"sha-256: {digest}" == lines[2]
        assert 0 == main(["pak", "--output", str(tmp_path / name), "--format", "json"])
        assert [] == json.loads(capsys.readouterr().out)["findings"]
    finally:
        place.unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            place.parent.rmdir()
