"""The front door: from a bare Python to a running command, and a clear sentence when that cannot be.

These tests make real environments, in a copy of the front door whose lists of libraries are empty.
"""

import ast
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest

import build
import weerklank

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """import sys

def main(arguments):
    print(sys.prefix, *arguments, sep="|")
    return len(arguments)
"""


@pytest.fixture(scope="module")
def bare() -> str:
    """The Python below the environment of these tests, which has no library of ours."""
    return getattr(sys, "_base_executable", sys.executable)


def lay_out(folder: Path) -> Path:
    """Make a project with the real front door, a program of one line and nothing to install."""
    (folder / "weerklank").mkdir(parents=True)
    shutil.copy(ROOT / "build.py", folder)
    shutil.copytree(ROOT / "weerklank" / "system", folder / "weerklank" / "system")
    (folder / "weerklank" / "__init__.py").write_text("", encoding="utf-8")
    (folder / "weerklank" / "cli.py").write_text(PROGRAM, encoding="utf-8")
    for name in build.LOCKS:
        (folder / name).write_text("", encoding="utf-8")
    asked = '[project]\ndependencies = ["bestaat-niet>=1"]\n[dependency-groups]\ndev = []\n'
    (folder / "pyproject.toml").write_text(asked, encoding="utf-8")
    return folder


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A project that was never started, in a folder with a space in its name."""
    return lay_out(tmp_path / "een project")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, bare: str) -> Path:
    """A project that was started once; tests take a copy."""
    folder = lay_out(tmp_path_factory.mktemp("gestart") / "project")
    assert 0 == start(bare, folder).returncode
    return folder


@pytest.fixture
def old(tmp_path: Path, started: Path) -> Path:
    """A project that was started before."""
    return Path(shutil.copytree(started, tmp_path / "project", symlinks=True))


def start(python: str | Path, folder: Path, *arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Start the front door from another folder, without a network and without the tools of this machine."""
    hidden = ("VIRTUAL_ENV", "CONDA_PREFIX", "PYTHONPATH")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    environment |= {"PATH": f"/usr/bin{os.pathsep}/bin", "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": "", **variables}
    return subprocess.run(
        [python, folder / "build.py", *arguments],
        cwd=folder.parent, env=environment, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def test_from_nothing(new: Path, bare: str) -> None:
    """The first start makes the environment and goes on in it; the second one only goes on."""
    first = start(bare, new, "explain", "C010")
    second = start(bare, new)
    inside = start(new / ".venv" / ("Scripts/python.exe" if build.WINDOWS else "bin/python"), new)
    expected = (0, f"{new / '.venv'}\n", "")

    assert (2, f"{new / '.venv'}|explain|C010\n") == (first.returncode, first.stdout)
    assert "De omgeving wordt klaargezet" in first.stderr
    assert "De omgeving is klaar." in first.stderr
    assert expected == (second.returncode, second.stdout, second.stderr)
    assert expected == (inside.returncode, inside.stdout, inside.stderr)


def test_a_new_list_renews_the_environment(old: Path, bare: str) -> None:
    """When the list of libraries changed, they are installed again, once."""
    (old / build.RUN).write_text("# anders\n", encoding="utf-8")
    first, second = start(bare, old), start(bare, old)

    assert (0, f"{old / '.venv'}\n") == (first.returncode, first.stdout)
    assert "De omgeving wordt klaargezet" in first.stderr
    assert (0, "") == (second.returncode, second.stderr)


def test_an_environment_that_has_all_is_used(new: Path) -> None:
    """In an environment that somebody activated, and that has what is asked, no other one is made."""
    asked = '[project]\ndependencies = ["pytest>=8"]\n[dependency-groups]\ndev = []\n'
    (new / "pyproject.toml").write_text(asked, encoding="utf-8")
    done = start(sys.executable, new, "check")

    assert (1, f"{sys.prefix}|check\n", "") == (done.returncode, done.stdout, done.stderr)
    assert not (new / ".venv").exists()


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (
            None,
            "De bibliotheken zijn niet te halen: is er een verbinding met het internet, of een proxy in te stellen?",
        ),
        (b"andere bytes", "Een bibliotheek die binnenkwam, is niet die van de lijst. Er is niets gebruikt."),
    ],
)
def test_what_cannot_be_installed(old: Path, bare: str, tmp_path: Path, found: bytes | None, sentence: str) -> None:
    """Without a network, or with bytes that the list does not know: one sentence and exit 1; the next start is new."""
    if found is not None:
        (tmp_path / "bestaat_niet-1.0-py3-none-any.whl").write_bytes(found)
    digest = hashlib.sha256(b"de goede bytes").hexdigest()
    (old / build.RUN).write_text(f"bestaat-niet==1.0 --hash=sha256:{digest}\n", encoding="utf-8")
    done = start(bare, old, PIP_FIND_LINKS=str(tmp_path))

    assert (1, "") == (done.returncode, done.stdout)
    assert sentence in done.stderr
    assert "Traceback" not in done.stderr
    assert not (old / ".venv" / "weerklank.txt").exists()
    assert (old / ".venv" / "weerklank-install.log").stat().st_size > 0

    (old / build.RUN).write_text("", encoding="utf-8")
    assert 0 == start(bare, old).returncode


def test_a_tool_that_fails_is_not_the_end(old: Path, bare: str, tmp_path: Path) -> None:
    """Where uv is there and does not get through, the tools that come with Python have their turn."""
    (tmp_path / "uv").write_text(f"#!/bin/sh\necho gevraagd > '{tmp_path}/spoor'\nexit 2\n", encoding="utf-8")
    (tmp_path / "uv").chmod(0o755)
    (old / build.RUN).write_text("# anders\n", encoding="utf-8")
    done = start(bare, old, PATH=f"{tmp_path}{os.pathsep}/usr/bin{os.pathsep}/bin")

    assert (0, f"{old / '.venv'}\n") == (done.returncode, done.stdout)
    assert (tmp_path / "spoor").exists()


def test_a_broken_environment_is_made_anew(old: Path, bare: str) -> None:
    """When the Python of the environment is gone, as after an upgrade of the system, it is made again."""
    for path in (old / ".venv" / "bin").glob("python*"):
        path.unlink()

    assert 0 == start(bare, old).returncode


def test_an_environment_that_is_none(old: Path, bare: str) -> None:
    """A .venv whose Python turns out to be another one ends with a sentence, not in a circle."""
    (old / ".venv" / "pyvenv.cfg").unlink()
    done = start(bare, old)

    assert (1, "") == (done.returncode, done.stdout)
    assert "Verwijder de map .venv" in done.stderr


def test_two_first_starts_at_once(new: Path, bare: str) -> None:
    """Two people, or two windows, that start at the same moment: one makes the environment, the other waits for it."""
    environment = {**os.environ, "PATH": "/usr/bin:/bin", "PIP_NO_INDEX": "1"}
    runs = [
        subprocess.Popen([bare, new / "build.py"], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for _ in range(2)
    ]
    results = [run.communicate() for run in runs]

    assert [0, 0] == [run.returncode for run in runs]
    assert 1 == sum(b"klaargezet" in err for _, err in results)


def test_a_python_that_makes_no_environment(new: Path, bare: str, tmp_path: Path) -> None:
    """Debian leaves the means out; the sentence says what to install."""
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['ensurepip'] = None\n", encoding="utf-8")
    done = start(bare, new, PYTHONPATH=str(tmp_path))

    assert (1, "") == (done.returncode, done.stdout)
    assert "sudo apt install python3-venv" in done.stderr
    assert "Traceback" not in done.stderr


# Without starting anything


def test_an_old_python_gets_a_sentence() -> None:
    """Python 3.7 can still read the file, and is stopped before it imports what it does not have."""
    tree = ast.parse((ROOT / "build.py").read_text(encoding="utf-8"), feature_version=(3, 7))
    first = next(number for number, node in enumerate(tree.body) if isinstance(node, ast.If))
    before = [ast.unparse(node) for node in tree.body[:first] if isinstance(node, (ast.Import, ast.ImportFrom))]

    assert ["import sys"] == before
    assert "sys.version_info < MINIMUM" == ast.unparse(tree.body[first].test)  # type: ignore[attr-defined]
    assert "sys.exit(" in ast.unparse(tree.body[first])


def test_minimum_is_said_once() -> None:
    """pyproject.toml and the front door agree on the oldest Python; the version is that of the package."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert ">=" + ".".join(map(str, build.MINIMUM)) == project["requires-python"]
    assert weerklank.__version__ == project["version"]


@pytest.mark.parametrize(
    ("requirement", "version", "met"),
    [
        ("lib>=1.2", "1.2", True),
        ("lib>=1.2", "1.10.0", True),
        ("lib>=1.2", "1.1.9", False),
        ("lib~=70.0", "70.1", True),
        ("lib~=70.0", "71.0", False),
        ("lib~=70.0", "69.9", False),
        ("Lib.X-y>=1", "1", False),
        ("other>=1", "1", False),
    ],
)
def test_is_met(requirement: str, version: str, met: bool) -> None:  # noqa: FBT001
    """The two forms of a floor, compared as numbers."""
    assert met == build.is_met(requirement, {"lib": build.numbers(version)})


def test_names_of_distributions() -> None:
    """One library, many spellings."""
    assert {"python-docx"} == {build.normal_name(name) for name in ("python-docx", "Python_Docx", "python.docx")}


def test_installed_versions() -> None:
    """What runs these tests is found, with the version that it says itself."""
    assert build.numbers(pytest.__version__) == build.installed_versions()["pytest"]


def pins(name: str) -> dict[str, str]:
    """Each pin of a list: name with its condition, and version."""
    text = (ROOT / name).read_text(encoding="utf-8")
    found = re.finditer(r"^([\w.-]+)==([\w.+!]+)( ; [^\\\n]*)?", text, re.MULTILINE)
    return {build.normal_name(match[1]) + (match[3] or "").rstrip(): match[2] for match in found}


def test_every_pin_has_its_hashes() -> None:
    """Nothing gets in whose bytes are not known."""
    for name in build.LOCKS:
        blocks = re.split(r"\n(?=\S)", (ROOT / name).read_text(encoding="utf-8").strip())

        assert [] == [block for block in blocks if not re.search(r"--hash=sha256:[0-9a-f]{64}", block)]
        assert len(blocks) == len(pins(name))


def test_development_has_all_that_a_build_has() -> None:
    """Who installs the list for tests has the list for builds, to the same version."""
    assert pins(build.RUN).items() <= pins(build.SEAL).items() <= pins(build.DEVELOP).items()


def test_pins_answer_what_is_asked() -> None:
    """The lists hold every library that pyproject.toml names, new enough."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for name, asked in (
        (build.RUN, wanted["project"]["dependencies"]),
        (build.SEAL, wanted["project"]["optional-dependencies"]["zegel"]),
        (build.DEVELOP, wanted["dependency-groups"]["dev"]),
    ):
        pinned = {pin.partition(" ; ")[0]: build.numbers(version) for pin, version in pins(name).items()}

        assert [] == [requirement for requirement in asked if not build.is_met(requirement, pinned)]


def test_what_runs_here_is_not_known_to_be_unsafe() -> None:
    """Floors below which a library has a hole that is known: a lower pin would be a step back."""
    floors = {"weasyprint": "70.0", "markdown": "3.11", "jinja2": "3.1.6", "nh3": "0.3.7", "pyyaml": "6.0"}
    pinned = pins(build.RUN)

    assert [] == [name for name, floor in floors.items() if build.numbers(pinned[name]) < build.numbers(floor)]


# The tests' own set-up


SKIPS = """
import pytest
def test_fixture(need): need(False, "reden een")
def test_call(): pytest.skip("reden twee")
@pytest.mark.skipif(True, reason="reden drie")
def test_mark(): pass
def test_that_passes(need): need(True, "")
"""
SKIPS_ALL = 'import pytest\npytest.skip("reden vier", allow_module_level=True)\n'


def run_tests(folder: Path, *options: str, require_all: bool) -> subprocess.CompletedProcess[str]:
    """Run the tests of a folder under our conftest."""
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-ra", "-p", "no:cacheprovider", *options, folder],
        cwd=folder, env={**os.environ, "WEERKLANK_REQUIRE_ALL": "1" if require_all else ""},
        capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("options", [[], ["-n", "1"]])
def test_a_build_server_skips_nothing(tmp_path: Path, options: list[str]) -> None:
    """A test without its tool is skipped with a reason, and is a failure where WEERKLANK_REQUIRE_ALL is set."""
    shutil.copy(ROOT / "tests" / "conftest.py", tmp_path)
    (tmp_path / "test_some.py").write_text(SKIPS, encoding="utf-8")
    (tmp_path / "test_none.py").write_text(SKIPS_ALL, encoding="utf-8")
    lenient = run_tests(tmp_path, *options, require_all=False)
    strict = run_tests(tmp_path, *options, "--deselect", "test_some.py::test_fixture", require_all=True)
    failing = run_tests(tmp_path, *options, "test_some.py::test_fixture", require_all=True)

    assert [0, 1, 1] == [run.returncode for run in (lenient, strict, failing)]
    assert "1 passed, 4 skipped" in lenient.stdout
    assert "1 passed, 3 skipped" in strict.stdout
    assert "3 skipped, which is a failure here" in strict.stdout
    assert all(f"reden {word}" in lenient.stdout for word in ("een", "twee", "drie", "vier"))
    assert "1 failed" in failing.stdout


def test_the_build_server_script(need: Callable[[bool, str], None]) -> None:
    """The script is one that the shell can read, and may be started."""
    shell = shutil.which("bash")
    need(shell is not None, "bash ontbreekt")

    assert 0 == subprocess.run([str(shell), "-n", ROOT / ".ci" / "run"], check=False).returncode
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
    assert "WEERKLANK_REQUIRE_ALL=1" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
