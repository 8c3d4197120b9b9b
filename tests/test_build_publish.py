"""Publishing: all or nothing, whatever happens, and never at the cost of somebody's files."""

import errno
import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.build.publish import MANIFEST, Published, lock, manifest, names, publish, sweep
from weerklank.build.publish.folder import exchange

ROOT = Path(__file__).resolve().parent.parent
SITE = {
    "index.html": b"<p>thuis",
    "initiatieven/heerlijk-helder/index.html": b"<p>helder",
    "data/alles.csv": b"a;b\r\n",
}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def codes(published: Published) -> list[str]:
    """The codes of what was found."""
    return [item.code for item in published.findings]


def read(path: Path) -> bytes:
    """Read a file as a web server does; one that had just found the old folder when it went asks again."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return path.read_bytes()


# What is published


def test_first_publication(tmp_path: Path) -> None:
    """A folder that does not exist gets every file and the manifest, and nothing is left beside it."""
    published = publish(SITE, tmp_path / "site")

    assert Published(written=tuple(sorted([*SITE, MANIFEST]))) == published
    assert {f"site/{path}": data for path, data in {**SITE, MANIFEST: manifest(SITE)}.items()} == tree(tmp_path)


def test_folders_above_are_made(tmp_path: Path) -> None:
    """`--output` may name a folder in folders that do not exist yet."""
    publish(SITE, tmp_path / "a" / "b" / "site")

    assert SITE["index.html"] == (tmp_path / "a" / "b" / "site" / "index.html").read_bytes()


def test_gitkeep_stays(tmp_path: Path) -> None:
    """The file that keeps the empty folder in the repository survives every build, and is no part of the site."""
    (tmp_path / ".gitkeep").write_bytes(b"")
    publish(SITE, tmp_path)
    publish({"index.html": b"anders"}, tmp_path)

    assert [".gitkeep", "index.html", MANIFEST] == sorted(tree(tmp_path))
    assert ".gitkeep" not in (tmp_path / MANIFEST).read_text(encoding="utf-8")


def test_a_change_is_counted(tmp_path: Path) -> None:
    """What is new or other is written, what is equal stays, what is no longer wanted goes."""
    publish(SITE, tmp_path / "site")
    files = {"index.html": b"<p>anders", "data/alles.csv": b"a;b\r\n", "nieuw.html": b""}

    assert Published(
        written=("index.html", MANIFEST, "nieuw.html"),
        unchanged=("data/alles.csv",),
        removed=("initiatieven/heerlijk-helder/index.html",),
    ) == publish(files, tmp_path / "site")
    assert {**files, MANIFEST: manifest(files)} == tree(tmp_path / "site")
    assert not (tmp_path / "site" / "initiatieven").exists()


def test_an_unchanged_file_is_not_rewritten(tmp_path: Path) -> None:
    """A file with the bytes it had keeps its identity and its time, so that web servers and backups see no change."""
    publish(SITE, tmp_path / "site")
    path = tmp_path / "site" / "data" / "alles.csv"
    os.utime(path, ns=(10**18, 10**18))
    before = path.stat()
    publish({**SITE, "index.html": b"anders"}, tmp_path / "site")

    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_nothing_to_do_touches_nothing(tmp_path: Path) -> None:
    """The same site again leaves the folder itself as it was, and needs no right to write."""
    publish(SITE, tmp_path / "site")
    before = (tmp_path / "site").stat().st_ino

    assert Published(unchanged=tuple(sorted([*SITE, MANIFEST]))) == publish(SITE, tmp_path / "site")
    assert before == (tmp_path / "site").stat().st_ino


@pytest.mark.parametrize("damage", [b"", b"<p>thuiS", b"<p>thuis en meer"])
def test_a_changed_file_is_put_right(tmp_path: Path, damage: bytes) -> None:
    """What stands there is compared byte by byte: neither the manifest nor a time is believed."""
    publish(SITE, tmp_path / "site")
    path = tmp_path / "site" / "index.html"
    before = path.stat()
    path.write_bytes(damage)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    assert ("index.html",) == publish(SITE, tmp_path / "site").written
    assert {**SITE, MANIFEST: manifest(SITE)} == tree(tmp_path / "site")


def test_a_link_in_the_site_is_replaced(tmp_path: Path) -> None:
    """A published file is a plain file: a link in its place is put right and what it points at is left alone."""
    publish(SITE, tmp_path / "site")
    (tmp_path / "elders").write_bytes(SITE["index.html"])
    (tmp_path / "site" / "index.html").unlink()
    (tmp_path / "site" / "index.html").symlink_to(tmp_path / "elders")
    publish(SITE, tmp_path / "site")

    assert not (tmp_path / "site" / "index.html").is_symlink()
    assert SITE["index.html"] == (tmp_path / "elders").read_bytes()


def test_the_output_may_be_a_link(tmp_path: Path) -> None:
    """Where `site` is a link to a folder elsewhere, that folder is replaced and the link stays."""
    (tmp_path / "echt").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "echt")
    publish(SITE, tmp_path / "site")

    assert (tmp_path / "site").is_symlink()
    assert {**SITE, MANIFEST: manifest(SITE)} == tree(tmp_path / "echt")


def test_the_mode_of_the_folder_stays(tmp_path: Path) -> None:
    """Whoever gave a web server the right to read the folder need not do so after every build."""
    (tmp_path / "site").mkdir()
    (tmp_path / "site").chmod(0o2750)
    publish(SITE, tmp_path / "site")

    assert 0o2750 == (tmp_path / "site").stat().st_mode & 0o7777


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    """An address may change its kind between two builds."""
    for files in ({"a": b"1"}, {"a/b": b"2"}, {"a": b"3"}):
        publish(files, tmp_path / "site")

        assert {**files, MANIFEST: manifest(files)} == tree(tmp_path / "site")


def test_manifest() -> None:
    """Anyone can check a published file with what the manifest says of it; it holds nothing of the moment."""
    data = json.loads(manifest(dict(reversed(SITE.items()))))

    assert sorted(SITE) == [entry["path"] for entry in data["files"]]
    assert all(
        entry["size"] == len(SITE[entry["path"]]) and entry["sha256"] == hashlib.sha256(SITE[entry["path"]]).hexdigest()
        for entry in data["files"]
    )
    assert manifest(dict(reversed(SITE.items()))) == manifest(SITE)


# Other people's files


@pytest.mark.parametrize(
    "there",
    [
        {"brief.odt": b"dierbaar"},
        {".gitkeep": b"", "sub/brief.odt": b"dierbaar"},
        {"manifest.json": b'{"name": "een webapp"}', "index.html": b"dierbaar"},
        {"manifest.json": b'{"made_by": "weerklank"', "index.html": b"dierbaar"},
        {"manifest.json": b'["made_by"]', "index.html": b"dierbaar"},
        {"manifest.json": b"[" * 100_000, "index.html": b"dierbaar"},
    ],
)
def test_a_folder_of_somebody_else_is_left_alone(tmp_path: Path, there: dict[str, bytes]) -> None:
    """Without a manifest of ours nothing is ours: `--output` with the wrong folder costs nobody a file."""
    for path, data in there.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(data)

    assert ["C010"] == codes(publish(SITE, tmp_path))
    assert there == tree(tmp_path)


def test_a_file_put_among_ours_is_left_alone(tmp_path: Path) -> None:
    """A file that somebody put in the site by hand stops the build, with its name, until it is moved."""
    publish(SITE, tmp_path / "site")
    (tmp_path / "site" / "notities.txt").write_bytes(b"dierbaar")
    published = publish({"index.html": b"anders"}, tmp_path / "site")

    assert ("voorbeeld", "notities.txt") == published.findings[0].arguments[1]
    assert b"dierbaar" == (tmp_path / "site" / "notities.txt").read_bytes()
    assert SITE["index.html"] == (tmp_path / "site" / "index.html").read_bytes()


@pytest.mark.parametrize("after", [SITE, {"index.html": SITE["index.html"]}], ids=["made again", "no longer made"])
@pytest.mark.parametrize("path", ["data/alles.csv", "initiatieven/heerlijk-helder/index.html"])
def test_an_edited_file_is_left_alone(tmp_path: Path, path: str, after: dict[str, bytes]) -> None:
    """What is made to be worked on is not overwritten and not removed once somebody did; moved away, all goes on."""
    output = tmp_path / "map"
    publish(SITE, output, for_editing=True)
    (output / path).write_bytes(b"dierbaar")
    before = tree(output)
    refused = publish(after, output, for_editing=True)

    assert [("C016", {"map": output.as_posix(), "pad": path})] == [
        (item.code, dict(item.arguments)) for item in refused.findings
    ]
    assert before == tree(output)
    (output / path).rename(tmp_path / "bewaard")
    assert () == publish(after, output, for_editing=True).findings
    assert {**after, MANIFEST: manifest(after)} == tree(output)
    assert b"dierbaar" == (tmp_path / "bewaard").read_bytes()


def test_an_edit_that_comes_to_the_same_is_none(tmp_path: Path) -> None:
    """A file that somebody gave the very bytes that it would get now costs nobody a word; what we made may go."""
    publish(SITE, tmp_path / "map", for_editing=True)
    (tmp_path / "map" / "index.html").write_bytes(b"anders")

    assert () == publish({"index.html": b"anders"}, tmp_path / "map", for_editing=True).findings
    assert {"index.html", MANIFEST} == set(tree(tmp_path / "map"))


def test_what_desktops_leave_is_nobodys(tmp_path: Path) -> None:
    """Looking at the site in a file manager does not stop the next build."""
    publish(SITE, tmp_path / "site")
    (tmp_path / "site" / "data" / ".DS_Store").write_bytes(b"")
    (tmp_path / "site" / "Thumbs.db").write_bytes(b"")
    files = {**SITE, "index.html": b"anders"}

    assert () == publish(files, tmp_path / "site").findings
    assert {**files, MANIFEST: manifest(files)} == tree(tmp_path / "site")


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    """A file in the place of the folder is left alone."""
    (tmp_path / "site").write_bytes(b"dierbaar")

    assert ["C011"] == codes(publish(SITE, tmp_path / "site"))
    assert b"dierbaar" == (tmp_path / "site").read_bytes()


# Names


@pytest.mark.parametrize(
    "path",
    [
        "", "/etc/passwd", "../buiten", "a/../b", "a//b", "./a", "a/", "a\\b", "a\0b", "a\nb", "a\u202eb", "a\u200bb",
        "C:/x", "a:b", "wat?", "ster*", 'aanhaling"', "a|b", "<a>", "con", "CON.html", "a/aux/b", "lpt1.txt", "com¹",
        "nul.tar.gz", "punt.", "spatie ", "a./b", "x" * 256, "é" * 128, "\ud800", "\ufffe", "\ue000",
        "manifest.json", "MANIFEST.JSON", ".gitkeep",
    ],
)  # fmt: skip
def test_unsafe_names(tmp_path: Path, path: str) -> None:
    """A name that some computer would refuse, hide or take for something else stops the build; nothing is written."""
    assert ["C001"] == codes(publish({path: b"", "index.html": b""}, tmp_path / "site"))
    assert {} == tree(tmp_path)


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "console.html",
        "com10",
        "a.b/c.d",
        ".nojekyll",
        ".well-known/x",
        "één/ü.html",
        "x" * 255,
        "auxiliair",
    ],
)
def test_safe_names(path: str) -> None:
    """Ordinary names, also those that only look like a forbidden one."""
    assert () == names.check([path], reserved=())


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Index.html", "index.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("straße", "STRASSE"),
        ("A/x.html", "a/y.html"),
        ("caf\u00e9/x", "cafe\u0301/y"),
        ("a/B/c/x", "a/b/c/y"),
    ],
)
def test_twins(one: str, other: str) -> None:
    """Two names that differ only in case or in the form of an accent are one file on some computers."""
    assert ["C002"] == [item.code for item in names.check([one, other], reserved=())]


def test_a_file_that_is_a_folder_too() -> None:
    """One address cannot be a file and a folder, whatever its case."""
    assert ["C003"] == [item.code for item in names.check(["Data", "data/x.csv"], reserved=())]


def test_all_names_are_told_at_once() -> None:
    """Every wrong name is in the answer, in a fixed order, with the name as it can be shown."""
    found = names.check(["b\ud800", "../a", "c", "C"], reserved=())

    assert [("C001", "../a"), ("C001", "b\\ud800"), ("C002", "c")] == [(item.code, item.artifact) for item in found]


@given(st.lists(st.text(max_size=20), max_size=5))
def test_any_text_as_a_name(paths: list[str]) -> None:
    """Whatever a name is made of, the answer is a list of findings."""
    for item in names.check(paths, reserved=(MANIFEST,)):
        assert item.code in {"C001", "C002", "C003"}
        (item.artifact or "").encode()


@given(st.dictionaries(st.text(alphabet="abAB./é\u0301 ", min_size=1, max_size=6), st.binary(max_size=3), max_size=6))
def test_sound_names_keep_their_bytes(tmp_path_factory: pytest.TempPathFactory, files: dict[str, bytes]) -> None:
    """What passes the check is on the disk under exactly that name with exactly those bytes; nothing is elsewhere."""
    folder = tmp_path_factory.mktemp("namen")
    published = publish(files, folder / "site")
    expected = {} if published.findings else {f"site/{path}": data for path, data in files.items()}

    assert expected == {path: data for path, data in tree(folder).items() if path != f"site/{MANIFEST}"}


# Faults


@pytest.mark.parametrize("swap", ["exchange", "aside"])
@pytest.mark.parametrize("fault", ["kill", "full", "refused", "interrupt"])
def test_every_moment_of_a_fault(tmp_path: Path, need: Callable[[bool, str], None], fault: str, swap: str) -> None:
    """Killed, out of space, refused or interrupted at any step, a build leaves the old site or the new one.

    The next build recovers and leaves nothing beside the site. Without a call to swap two folders there is one moment
    between two renames at which a kill, or a disk that keeps refusing, leaves the site away until that next build.
    """
    need(hasattr(os, "fork"), "this system cannot stop a copy of a process")
    done = subprocess.run(
        [sys.executable, ROOT / "tests" / "publish_faults.py", tmp_path / "werk", fault, swap],
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert 0 == done.returncode, done.stderr
    moments = json.loads(done.stdout)
    after_fault = Counter(state for state, _, _ in moments)

    assert {"old", "new"} == set(after_fault) - {"absent"}
    assert after_fault["absent"] <= (swap == "aside" and fault != "refused")
    assert {("third", "site")} == {(state, *beside) for _, state, beside in moments}
    assert len(moments) > 40


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """A real limit of the system: the old site stays, whole, and a finding says why."""
    publish(SITE, tmp_path / "site")
    program = (
        "import resource, sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.publish import publish\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "print(*(item.code for item in publish({'groot': b'x' * 100_000}, Path(sys.argv[1])).findings))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "site"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "C015\n" == done.stdout
    assert {f"site/{path}": data for path, data in {**SITE, MANIFEST: manifest(SITE)}.items()} == tree(tmp_path)


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "C013"),
        (errno.EDQUOT, "C013"),
        (errno.EACCES, "C014"),
        (errno.EROFS, "C014"),
        (errno.EIO, "C015"),
    ],
)
def test_what_the_system_refuses_is_a_finding(tmp_path: Path, number: int, code: str) -> None:
    """Each refusal of the operating system gets a sentence in Dutch, never a traceback."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.publish import publish\n"
        "def refuse(event, arguments):\n"
        f"    if event == 'os.mkdir': raise OSError({number}, '')\n"
        "sys.addaudithook(refuse)\n"
        "print(*(item.code for item in publish({'index.html': b''}, Path(sys.argv[1])).findings))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, tmp_path / "site"], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert f"{code}\n" == done.stdout


# Two builds


def test_a_second_build_says_that_it_waited(tmp_path: Path) -> None:
    """A build that is not let in within its patience changes nothing and says so."""
    path = tmp_path / ".site.weerklank" / "lock"
    held = lock.acquire(path, patience=0)
    assert held is not None

    assert ["C012"] == codes(publish(SITE, tmp_path / "site", patience=0))
    assert not sweep(tmp_path / "site")

    lock.release(path, held)

    assert () == publish(SITE, tmp_path / "site", patience=0).findings
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_many_builds_at_once(tmp_path: Path) -> None:
    """Four builds of four sites in one folder: each gets its turn, and what stays is one of them, whole."""
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from weerklank.build.publish import publish\n"
        "for turn in range(15):\n"
        "    files = {f'{number}.html': f'{sys.argv[2]} {turn}'.encode() for number in range(5)}\n"
        "    files[f'{sys.argv[2]}/{turn}.html'] = b''\n"
        "    published = publish(files, Path(sys.argv[1]))\n"
        "    assert not published.findings, published.findings\n"
    )
    builds = [
        subprocess.Popen([sys.executable, "-c", program, tmp_path / "site", name], cwd=ROOT)
        for name in ("a", "b", "c", "d")
    ]
    while any(build.poll() is None for build in builds):
        if (tmp_path / "site").exists():
            # Swapped in one step: from the first site on there is always one.
            assert read(tmp_path / "site" / "0.html").split()[0] in (b"a", b"b", b"c", b"d")
            assert "weerklank" == json.loads(read(tmp_path / "site" / MANIFEST))["made_by"]

    assert [0, 0, 0, 0] == [build.returncode for build in builds]
    files = {path: data for path, data in tree(tmp_path / "site").items() if path != MANIFEST}
    assert manifest(files) == (tmp_path / "site" / MANIFEST).read_bytes()
    assert 1 == len({files[f"{number}.html"] for number in range(5)})
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_a_file_where_the_work_is_done(tmp_path: Path) -> None:
    """A file that bears the name of the working folder is left alone, at once and with a finding."""
    (tmp_path / ".site.weerklank").write_bytes(b"dierbaar")

    assert ["C015"] == codes(publish(SITE, tmp_path / "site"))
    assert {".site.weerklank": b"dierbaar"} == tree(tmp_path)


def test_sweep(tmp_path: Path) -> None:
    """`clean` finishes what a killed build had decided and removes what it had not."""
    work = tmp_path / ".site.weerklank"
    publish(SITE, tmp_path / "site")
    (work / "writing" / "half").mkdir(parents=True)
    assert sweep(tmp_path / "site")
    assert {**SITE, MANIFEST: manifest(SITE)} == tree(tmp_path / "site")

    (work / "next").mkdir(parents=True)
    (work / "next" / "index.html").write_bytes(b"nieuw")
    assert sweep(tmp_path / "site")
    assert {"index.html": b"nieuw"} == tree(tmp_path / "site")
    assert not sweep(tmp_path / "site")
    assert ["site"] == [path.name for path in tmp_path.iterdir()]


def test_exchange(tmp_path: Path) -> None:
    """Two folders change names in one step; what does not exist cannot."""
    for name in ("een", "twee"):
        (tmp_path / name).mkdir()
        (tmp_path / name / name).touch()
    swapped = exchange(tmp_path / "een", tmp_path / "twee")

    assert swapped == (tmp_path / "een" / "twee").exists()
    assert swapped == (tmp_path / "twee" / "een").exists()
    with pytest.raises(FileNotFoundError):
        exchange(tmp_path / "een", tmp_path / "drie")
