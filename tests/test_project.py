"""Where everything is, and which day it is."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.findings import Finding
from weerklank.project import (
    ROOT,
    Files,
    Project,
    build_date,
    open_project,
    program_key,
    read_files,
    read_materials,
    system_word,
    tree_key,
)

NOTHING: Mapping[str, str] = {}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The smallest project: two folders."""
    (tmp_path / "content").mkdir()
    (tmp_path / "templates").mkdir()
    return tmp_path


def opened(root: Path, **chosen: Path) -> Project:
    """A project that must open."""
    project = open_project(root=root, day="2026-03-01", environ=NOTHING, **chosen)
    assert isinstance(project, Project)
    return project


def refused(root: Path, *, day: str | None = "2026-03-01", **chosen: Path) -> list[tuple[str, dict[str, str]]]:
    """Codes and arguments of a project that must not open."""
    findings = open_project(root=root, day=day, environ=NOTHING, **chosen)
    assert not isinstance(findings, Project)
    return [(item.code, dict(item.arguments)) for item in findings]


def test_places(root: Path) -> None:
    """Without choices everything is where the layout says."""
    expected = Project(
        root=root,
        content=root / "content",
        templates=root / "templates",
        output=root / "site",
        cache=root / ".cache",
        date=date(2026, 3, 1),
    )

    assert expected == opened(root)


def test_chosen_places(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A path on the command line counts from where the user is, not from the project."""
    (root / "elders" / "inhoud").mkdir(parents=True)
    monkeypatch.chdir(root / "elders")
    project = opened(root, content=Path("inhoud"), output=Path("../publiek"))

    assert (root / "elders" / "inhoud", root / "publiek") == (project.content, project.output)


def test_the_root_is_ours() -> None:
    """The project is found from the package, wherever the user is."""
    assert Path(__file__).resolve().parent.parent == ROOT


def test_shown(root: Path) -> None:
    """A path is shown as an author knows it: from the root, with forward slashes; elsewhere in full."""
    project = opened(root)

    assert "content/x.md" == project.shown(root / "content" / "x.md")
    assert (root.parent / "elders").as_posix() == project.shown(root.parent / "elders")


def test_folders_that_are_missing(tmp_path: Path) -> None:
    """All that is missing is told at once."""
    expected = [
        ("C022", {"waarde": "morgen"}),
        ("C020", {"map": "content/"}),
        ("C020", {"map": "templates/"}),
    ]

    assert expected == refused(tmp_path, day="morgen")


@pytest.mark.parametrize(
    ("output", "thing"),
    [
        (".", "het project"),
        ("..", "het project"),
        ("content", "de inhoud"),
        ("content/site", "de inhoud"),
        ("templates/site", "de map met sjablonen"),
        (".cache/site", "de cache"),
    ],
)
def test_the_site_never_covers_what_people_write(root: Path, output: str, thing: str) -> None:
    """The output folder is replaced as a whole, so it may hold nothing else and lie in nothing else."""
    assert [("C023", thing)] == [(code, arguments["ander"]) for code, arguments in refused(root, output=root / output)]


def test_the_site_never_covers_content_from_elsewhere(root: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The rule follows the content to where it is."""
    content = tmp_path_factory.mktemp("elders") / "site" / "content"
    content.mkdir(parents=True)

    assert ["C023"] == [code for code, _ in refused(root, content=content, output=content.parent)]


def test_a_link_to_the_content_is_the_content(root: Path) -> None:
    """A link does not get round the rule."""
    (root / "site").symlink_to(root / "content")

    assert ["C023"] == [code for code, _ in refused(root)]


def test_a_circle_of_links(root: Path) -> None:
    """A link to itself is a place like any other until something is written there."""
    (root / "site").symlink_to(root / "site")

    assert isinstance(open_project(root=root, day="2026-03-01", environ=NOTHING), Project)


# The day


def test_the_day_that_was_asked_for() -> None:
    """`--date` comes before everything else."""
    assert date(2026, 3, 1) == build_date("2026-03-01", {"SOURCE_DATE_EPOCH": "0"})


@pytest.mark.parametrize(
    "day", ["", "gisteren", "2026-3-1", "20260301", "2026-W09-7", "2026-02-30", "01-03-2026", "٢٠٢٦-03-01"]
)
def test_what_is_no_date(day: str) -> None:
    """One way to write a date, and an existing day."""
    found = build_date(day, NOTHING)

    assert isinstance(found, Finding)
    assert ("C022", (("waarde", day),)) == (found.code, found.arguments)


@pytest.mark.parametrize(
    ("seconds", "day"),
    [
        ("0", date(1970, 1, 1)),
        ("-86400", date(1969, 12, 31)),
        ("1772319599", date(2026, 2, 28)),
        ("1772319600", date(2026, 3, 1)),  # midnight in Brussels is 23 h UTC in winter
        ("1782856800", date(2026, 7, 1)),  # and 22 h UTC in summer
    ],
)
def test_source_date_epoch(seconds: str, day: date) -> None:
    """The date of a reproducible build is the day in Belgium at that moment."""
    assert day == build_date(None, {"SOURCE_DATE_EPOCH": seconds})


@pytest.mark.parametrize("seconds", ["gisteren", "1.5", "9" * 30, "-" + "9" * 15])
def test_source_date_epoch_that_is_wrong(seconds: str) -> None:
    """A variable that means nothing is told, not passed over."""
    found = build_date(None, {"SOURCE_DATE_EPOCH": seconds})

    assert isinstance(found, Finding)
    assert "C021" == found.code


def test_today() -> None:
    """Without anything else it is today, in Belgium, wherever the server thinks it is."""
    zone = ZoneInfo("Europe/Brussels")
    before = datetime.now(zone).date()
    program = "from weerklank.project import build_date; print(build_date(None, {}))"
    days = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT, env={**os.environ, "TZ": name}, capture_output=True, text=True, check=True,
        ).stdout.strip()
        for name in ("Pacific/Kiritimati", "Pacific/Pago_Pago")
    ]  # fmt: skip

    assert all(before.isoformat() <= day <= datetime.now(zone).date().isoformat() for day in days)


@given(st.text())
def test_any_text_as_a_day(text: str) -> None:
    """Whatever is typed, the answer is a date or a finding."""
    assert isinstance(build_date(text, NOTHING), date | Finding)
    assert isinstance(build_date(None, {"SOURCE_DATE_EPOCH": text}), date | Finding)


# Reading a folder


def test_read_files(tmp_path: Path) -> None:
    """Every file, sorted by its path, as bytes; hidden ones and what desktops leave are not there."""
    for path in ("b.html", "a/z.css", "a/b/c.woff2", "A.html", ".DS_Store", ".git/config", "a/Thumbs.db", "leeg/.x"):
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(path.encode())
    paths = ("A.html", "a/b/c.woff2", "a/z.css", "b.html")

    assert Files(tuple((path, path.encode()) for path in paths), ()) == read_files(tmp_path, shown="templates")


def test_read_files_follows_no_link(tmp_path: Path) -> None:
    """A link to something elsewhere is a finding, and what it leads to is not read."""
    (tmp_path / "geheim").mkdir()
    (tmp_path / "geheim" / "sleutel").write_bytes(b"geheim")
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "bestand").symlink_to(tmp_path / "geheim" / "sleutel")
    (folder / "map").symlink_to(tmp_path / "geheim")
    (folder / "nergens").symlink_to("weg")
    read = read_files(folder, shown="templates")

    assert () == read.files
    assert [("C025", f"templates/{name}:1:1") for name in ("bestand", "map", "nergens")] == [
        (item.code, str(item.span)) for item in read.findings
    ]


def test_read_files_waits_for_no_pipe(tmp_path: Path) -> None:
    """What is not a plain file is not opened: a pipe would wait for ever."""
    os.mkfifo(tmp_path / "pijp")

    assert ["iets anders"] == [dict(item.arguments)["gevonden"] for item in read_files(tmp_path, shown="x").findings]


def test_read_files_of_a_folder_that_is_gone(tmp_path: Path) -> None:
    """A folder that cannot be read is a finding."""
    read = read_files(tmp_path / "weg", shown="templates")

    assert ["C024"] == [item.code for item in read.findings]


def test_read_materials(root: Path) -> None:
    """Each file of the templates folder is one of three things; a template is text, the rest bytes."""
    texts = {"pages/a.html": "<p>", "feeds/b.xml": "<f/>", "assets/c.html": "c", "annex/d.docx": "d", "data/e.ods": "e"}
    for path, text in texts.items():
        (root / "templates" / path).parent.mkdir(parents=True, exist_ok=True)
        (root / "templates" / path).write_text(text, "utf-8")
    materials, findings = read_materials(opened(root))

    assert () == findings
    assert {"feeds/b.xml": "<f/>", "pages/a.html": "<p>"} == materials.templates
    assert {"c.html": b"c"} == materials.assets
    assert {"annex/d.docx": b"d", "data/e.ods": b"e"} == materials.documents


def test_tree_key(tmp_path: Path) -> None:
    """Any name, byte, link or folder counts, wherever it stands; a hidden file does not, and a copy is the same."""
    keys = []
    for number in range(9):
        folder = tmp_path / str(number) / "content"
        (folder / "vragen" / "x").mkdir(parents=True)
        (folder / "a.md").write_bytes(b"een")
        (folder / "vragen" / "x" / "b.pdf").write_bytes(b"twee")
        changes: dict[int, Callable[[Path], object]] = {
            1: lambda place: (place / ".verborgen").write_bytes(b"x"),
            2: lambda place: (place / "a.md").write_bytes(b"eeN"),
            3: lambda place: (place / "a.md").rename(place / "b.md"),
            4: lambda place: (place / "vragen" / "x" / "b.pdf").write_bytes(b"tweE"),
            5: lambda place: (place / "leeg").mkdir(),
            6: lambda place: (place / "c.md").symlink_to("a.md"),
            7: lambda place: (place / "c.md").write_bytes(b""),
            8: lambda place: (place / "vragen" / "x" / "b.pdf").rename(place / "vragen" / "b.pdf"),
        }
        changes.get(number, str)(folder)
        keys.append(tree_key(folder))

    assert keys[0] == keys[1]
    assert 8 == len(set(keys))
    assert "" == tree_key(tmp_path / "weg")


@pytest.mark.parametrize("path", ["pages/a.html", "assets/a.css", "annex/a.docx"])
def test_all_materials_count(path: str, root: Path) -> None:
    """Bytes, name and kind of each file are among the parts that a whole build is recognised by."""
    parts = []
    for name, text in ((path, "een"), (path, "twee"), (f"{path}2", "een"), ("assets/annex/a.docx", "een")):
        file = root / "templates" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
        parts.append(tuple(read_materials(opened(root))[0].parts()))
        file.unlink()

    assert len(parts) == len(set(parts))


def test_system_words() -> None:
    """An error of the system has a Dutch word where we have one, and always its name."""
    assert "“geen toegang” (EACCES)" == system_word(PermissionError(13, "Permission denied"))
    assert "“het is een map” (EISDIR)" == system_word(IsADirectoryError(21, "Is a directory"))
    assert "ECHILD" == system_word(OSError(10, "No child processes"))
    assert "OSError" == system_word(OSError("zomaar"))


# The program


def test_program_key_follows_the_source(tmp_path: Path) -> None:
    """Any change in our own source, a name included, gives another key; nothing else of the folder does."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "een.py").write_bytes(b"x = 1")
    keys = [program_key(tmp_path)]
    (tmp_path / "a" / "lees.txt").write_bytes(b"")
    keys.append(program_key(tmp_path))
    (tmp_path / "a" / "een.py").write_bytes(b"x = 2")
    keys.append(program_key(tmp_path))
    (tmp_path / "a" / "een.py").rename(tmp_path / "een.py")
    keys.append(program_key(tmp_path))

    assert keys[0] == keys[1]
    assert 3 == len(set(keys))
    assert all(re.fullmatch("[0-9a-f]{64}", key) for key in keys)


def test_program_key_follows_the_libraries(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another version of any library gives another key: what it would render may differ."""
    keys = []
    monkeypatch.syspath_prepend(tmp_path)
    for version in ("1.0", "1.1"):
        (tmp_path / f"letterzetter-{version}.dist-info").mkdir()
        keys.append(program_key())

    assert keys[0] != keys[1]


def test_no_english_of_the_system_reaches_an_author() -> None:
    """What the system says of a file goes through `system_word`; only who makes such an error names its own words."""
    package = ROOT / "weerklank"
    users = {
        path.relative_to(package).as_posix() for path in package.rglob("*.py") if "strerror" in path.read_text("utf-8")
    }
    assert {"build/publish/folder.py"} == users
