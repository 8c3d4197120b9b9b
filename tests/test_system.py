"""What the operating system must bring: Pango is found, fetched where it may be, and told of where it may not.

The packages of these tests are made here, from the libraries of this machine, and lie in a folder that apt reads as if
it were a server: nothing comes from a network.
"""

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import build
from weerklank.cli.verbs import VERBS
from weerklank.system import doctor, libraries

ROOT = Path(__file__).resolve().parent.parent
DEBIAN = sys.platform == "linux" and all(map(shutil.which, ("apt-get", "dpkg-deb")))
on_debian = pytest.mark.skipif(not DEBIAN, reason="apt is what fetches Pango, and this machine has no apt")
UNPACK = """
import sys
from pathlib import Path
from weerklank.system import provide
print(provide.unpack(Path(sys.argv[1])))
"""


def run(script: str, *words: str, **environment: str) -> str:
    """What a fresh Python prints."""
    done = subprocess.run(
        [sys.executable, "-c", script, *words],
        cwd=ROOT,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout + done.stderr


def own_library(name: str) -> Path:
    """Where this machine keeps a library."""
    maps = f"import ctypes; ctypes.CDLL({name!r}); print(open('/proc/self/maps').read())"
    return next(Path(line.split()[-1]) for line in run(maps).splitlines() if name.removesuffix(".0") in line)


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """An apt that knows one folder with our packages, each holding libraries of this machine; nothing is installed."""
    folder = tmp_path_factory.mktemp("pakketten")
    names = {
        "libpango-1.0-0": ["libpango-1.0.so.0"],
        "libpangoft2-1.0-0": ["libpangoft2-1.0.so.0"],
        "libharfbuzz-subset0": ["libharfbuzz-subset.so.0"],
    }
    index = []
    for package, held in names.items():
        tree = folder / package
        (tree / "DEBIAN").mkdir(parents=True)
        (tree / "usr/lib/hier").mkdir(parents=True)
        for name in held:
            shutil.copy(own_library(name), tree / "usr/lib/hier" / name)
        control = f"Package: {package}\nVersion: 9\nArchitecture: all\nMaintainer: niemand\nDescription: proef\n"
        (tree / "DEBIAN" / "control").write_text(control, encoding="utf-8")
        made = folder / f"{package}.deb"
        subprocess.run(["dpkg-deb", "--root-owner-group", "--build", tree, made], check=True, stdout=subprocess.DEVNULL)
        digest = hashlib.sha256(made.read_bytes()).hexdigest()
        index.append(f"{control}Filename: ./{made.name}\nSize: {made.stat().st_size}\nSHA256: {digest}\n")
    (folder / "Packages").write_text("\n".join(index), encoding="utf-8")
    for name in ("niets", "status"):
        (folder / name).write_text("", encoding="utf-8")
    (folder / "bron.list").write_text(f"deb [trusted=yes] copy:{folder} ./\n", encoding="utf-8")
    settings = {"Dir::Etc::sourcelist": "bron.list", "Dir::Etc::sourceparts": "niets", "Dir::State::status": "status"}
    lines = [f'{key} "{folder / value}";' for key, value in settings.items()]
    (folder / "apt.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return {"APT_CONFIG": str(folder / "apt.conf")}


def test_the_names_are_those_that_are_opened() -> None:
    """A library that a new WeasyPrint opens is one that we look for; it may do without what it can do without."""
    from weasyprint.text import ffi  # noqa: PLC0415 - only this test reads it

    text = Path(ffi.__file__).read_text(encoding="utf-8")
    opened = {word.strip("'\", \n") for word in text.split("_dlopen(")[2:] for word in word.split(",")}
    linux = {word for word in opened if word.startswith("lib") and ".so." in word} - {"libharfbuzz-vector.so.0"}

    assert linux == set(libraries.NEEDED)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """The names are those of the system; a folder with something that is no library changes nothing."""
    (tmp_path / "libpango-9.so.0").write_text("geen bibliotheek", encoding="utf-8")
    script = (
        "import sys\nfrom pathlib import Path\nfrom weerklank.system import libraries\n"
        "libraries.NEEDED = ('libbestaat-niet.so.0', *libraries.NEEDED)\nprint(libraries.load(Path(sys.argv[1])))"
    )

    assert "('libbestaat-niet.so.0',)" == run(script, str(tmp_path)).strip()


@on_debian
def test_packages_are_unpacked_without_rights(tmp_path: Path, server: Mapping[str, str]) -> None:
    """Apt fetches them into our folder, whence they are loaded; its own working files are gone."""
    folder = tmp_path / "met een spatie" / "pango"
    folder.parent.mkdir()

    assert "True" == run(UNPACK, str(folder), **server).strip()
    assert ["pango"] == [path.name for path in folder.parent.iterdir()]
    assert 3 == len(list(folder.rglob("*.so.0")))


@on_debian
def test_what_is_unpacked_is_what_is_loaded(tmp_path: Path, server: Mapping[str, str]) -> None:
    """Where the system lacks a library, the one of our folder answers to its name."""
    run(UNPACK, str(tmp_path / "pango"), **server)
    library = next((tmp_path / "pango").rglob("libpango-1.0.so.0"))
    script = (
        "import ctypes, sys\nfrom pathlib import Path\nfrom weerklank.system import libraries\n"
        "libraries._open_all([Path(sys.argv[1])])\nctypes.CDLL('libpango-1.0.so.0')\n"
        "print({line.split()[-1] for line in open('/proc/self/maps') if 'libpango-1.0' in line})"
    )

    assert str({str(library)}) == run(script, str(library)).strip()


@on_debian
def test_a_failure_is_said_once_and_remembered(tmp_path: Path) -> None:
    """Without a server the build goes on; the next one does not wait for it again, and the doctor tries anew."""
    (tmp_path / "apt.conf").write_text(
        f'Dir::Etc::sourcelist "{tmp_path}/geen.list";\nDir::Etc::sourceparts "{tmp_path}/geen";\n'
    )
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom weerklank.system import libraries, provide\n"
        "os.geteuid = lambda: 1000\nlibraries.NEEDED = ('libbestaat-niet.so.0',)\n"
        "for again in (False, False, True):\n"
        "    print('—', provide.provide(print, again=again, environment=Path(sys.argv[1])))"
    )
    said = run(script, str(tmp_path), APT_CONFIG=str(tmp_path / "apt.conf"))

    assert 2 == said.count("wordt opgehaald naar de map .venv")
    assert 2 == said.count("sudo apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0")
    assert 3 == said.count("— False")
    assert "mislukt" == (tmp_path / "pango-niet.txt").read_text(encoding="utf-8")


@on_debian
def test_who_says_no_is_not_asked_again(tmp_path: Path) -> None:
    """On a terminal it is asked; no is an answer, and is kept."""
    import pty  # noqa: PLC0415 - exists on Unix only

    script = (
        "import sys\nfrom pathlib import Path\nfrom weerklank.system import libraries, provide\n"
        "libraries.NEEDED = ('libbestaat-niet.so.0',)\n"
        "ask = lambda: provide.provide(print, environment=Path(sys.argv[1]))\nprint(ask(), ask())"
    )
    ours, theirs = pty.openpty()
    os.write(ours, b"nee\n")
    command = [sys.executable, "-c", script, str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, stdin=theirs, stderr=theirs, stdout=subprocess.PIPE, text=True, check=True)
    for number in (ours, theirs):
        os.close(number)

    assert 1 == done.stdout.count("Doen? [J/n]")
    assert done.stdout.endswith("False False\n")
    assert "geweigerd" == (tmp_path / "pango-niet.txt").read_text(encoding="utf-8")


def test_only_what_prints_asks_for_pango() -> None:
    """Each command is of one kind or the other; an explanation, a check or a look at the help waits for nothing."""
    printing = {verb.name for verb in VERBS if build.prints(["--date", "2026-01-01", verb.name, "x"])}

    assert {"build", "annex", "dekking", "test"} == printing - {"doctor"}
    assert build.prints([])
    assert not any(build.prints(words.split()) for words in ("--help", "annex --help", "--version"))


def test_the_doctor_names_what_is_missing(tmp_path: Path) -> None:
    """A folder that cannot be written in and an environment that is not made are what a build lacks."""
    (tmp_path / "site").write_text("geen map", encoding="utf-8")
    lines = doctor.examine(tmp_path, ready=False)
    told = doctor.report(lines)

    assert {"Omgeving", "site/"} <= {line.name for line in lines if line.needed and not line.there}
    assert "Wat nog ontbreekt: Omgeving, " in told
    assert "python3 build.py" in told


def test_the_doctor_finds_all_that_these_tests_need() -> None:
    """On a machine that prints an annex it says so, and ends well."""
    done = subprocess.run([sys.executable, "build.py", "doctor"], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (0, "") == (done.returncode, done.stderr)
    assert done.stdout.endswith("Alles is er om de site en de bijlagen te maken.\n")
