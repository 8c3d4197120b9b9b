#!/usr/bin/env python3
"""Front door: make the environment where it is missing, then hand over to `weerklank.cli`.

In: the command line, and whatever Python it was started with. Out: the exit code of the command, or 1 with one Dutch
sentence when the environment cannot be made. This file needs the standard library only and builds nothing itself.
"""

import sys

MINIMUM = (3, 11)

if sys.version_info < MINIMUM:  # an old Python must get a sentence, not a traceback
    sys.exit(
        "weerklank heeft Python {}.{} of nieuwer nodig; dit is Python {}.{}.\n"
        "Installeer een nieuwere Python en start de bouw daarmee, bijvoorbeeld: python3.13 build.py".format(
            *(MINIMUM + sys.version_info[:2])
        )
    )

import contextlib
import errno
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "weerklank.txt"
LOG = ENVIRONMENT / "weerklank-install.log"
RUN = "requirements.txt"
SEAL = "requirements-zegel.txt"  # holds all of RUN, and what seals a document and reads seals
DEVELOP = "requirements-dev.txt"  # holds all of SEAL; a test keeps it so
LOCKS = (RUN, SEAL, DEVELOP)
TOOLS = ROOT / "tests" / "tools"
QUICK = "--snel"
PLAIN = (
    "anchor",
    "check",
    "clean",
    "docs",
    "explain",
    "init",
    "intrekken",
    "migrate",
    "pak",
    "verify",
)  # these lay out no paper
HANDED_OVER = "WEERKLANK_HANDED_OVER"  # set for the interpreter that takes over, so that it never hands over again
FULL = "De schijf is vol. Maak plaats en start de bouw opnieuw."
UNMADE = "De map .venv kan niet gemaakt worden. Mag u schrijven in de map van het project, en is er plaats?"
WINDOWS = sys.platform == "win32"

Version = tuple[int, ...]


def main(arguments: Sequence[str]) -> int:
    """Run one command with everything it needs installed; returns its exit code."""
    handed_over = os.environ.pop(HANDED_OVER, "") == "1"
    testing = arguments[:1] == ["test"] and not {"-h", "--help"} & set(arguments[1:2])
    if arguments == ["doctor"]:
        return doctor()
    lock = lock_for(arguments)
    if not inside() and handed_over:
        stop("De omgeving in .venv is beschadigd. Verwijder de map .venv en start de bouw opnieuw.")
    if not ready(lock):
        with alone(lock):
            if not is_current(lock):
                install(lock)
        if not inside():
            return hand_over(arguments)
    if str(ROOT) not in sys.path:
        sys.path.insert(0, str(ROOT))
    if prints(arguments):
        from weerklank.system.provide import provide  # noqa: PLC0415 - the door of another program may lack it

        provide(say)
    if testing:
        return test(arguments[1:])
    if arguments == ["docs"]:
        return docs()
    from weerklank.cli import main as run  # noqa: PLC0415 - cannot be imported before it is installed

    return run(arguments)


def prints(arguments: Sequence[str]) -> bool:
    """Say whether a command lays out paper, and so wants Pango."""
    return not {"-h", "--help", "--version", *PLAIN} & set(arguments)


def lock_for(arguments: Sequence[str]) -> str:
    """Return the lock with all that a command needs, and not much more: few will ever seal a document."""
    if arguments[:1] == ["test"] or arguments == ["docs"]:
        return DEVELOP
    return SEAL if arguments[:1] == ["verify"] or any(word.startswith("--zegel") for word in arguments) else RUN


# Which interpreter


def ready(lock: str) -> bool:
    """Say whether this interpreter can go on as it is.

    Ours can when its stamp is that of the lock. Another one can when it has every library of pyproject.toml, new
    enough: an environment somebody activated, or `uv run build.py`. An environment of ours comes before the system's.
    """
    if inside():
        return is_current(lock) or (not STAMP.is_file() and has_all(lock))
    activated = sys.prefix != sys.base_prefix or "CONDA_PREFIX" in os.environ
    return (activated or not is_current(lock)) and has_all(lock)


def inside() -> bool:
    """Say whether this interpreter is the one of our own environment."""
    return Path(sys.prefix).resolve() == ENVIRONMENT.resolve()


def interpreter() -> Path:
    """Return the Python of our own environment, whether it exists or not."""
    return ENVIRONMENT / ("Scripts/python.exe" if WINDOWS else "bin/python")


def has_all(lock: str) -> bool:
    """Say whether this interpreter has what pyproject.toml asks for, from the names of the installed metadata."""
    wanted = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    requirements: list[str] = wanted["project"]["dependencies"]
    if lock in (SEAL, DEVELOP):
        requirements = [*requirements, *wanted["project"]["optional-dependencies"]["zegel"]]
    if lock == DEVELOP:
        requirements = [*requirements, *wanted["dependency-groups"]["dev"]]
    installed = installed_versions()
    return all(is_met(requirement, installed) for requirement in requirements)


def installed_versions() -> dict[str, Version]:
    """Return each distribution that this interpreter can import, with its version; the first on the path counts."""
    found: dict[str, Version] = {}
    for folder in sys.path:
        with contextlib.suppress(OSError):
            for name in os.listdir(folder or "."):  # noqa: PTH208 - names are enough, and this is on every start
                if name.endswith(".dist-info"):
                    project, _, version = name.removesuffix(".dist-info").partition("-")
                    found.setdefault(normal_name(project), numbers(version))
    return found


def is_met(requirement: str, installed: dict[str, Version]) -> bool:
    """Say whether `name>=1.2` or `name~=1.2` holds. These are the only two forms that pyproject.toml uses."""
    name, operator, floor = re.split(r"(>=|~=)", requirement)
    version, least = installed.get(normal_name(name)), numbers(floor)
    if version is None or version < least:
        return False
    return operator == ">=" or version[: len(least) - 1] == least[:-1]


def normal_name(name: str) -> str:
    """Return the one spelling of a distribution's name (packaging specification, “Name normalization”)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def numbers(version: str) -> Version:
    """Return the numbers of a version, good enough to compare a release with a floor."""
    return tuple(int(number) for number in re.findall(r"\d+", version))


def hand_over(arguments: Sequence[str]) -> int:
    """Continue in the interpreter of our environment; where the system can, this process becomes that one."""
    command = [str(interpreter()), str(ROOT / "build.py"), *arguments]
    os.environ[HANDED_OVER] = "1"
    if not WINDOWS:
        sys.stdout.flush()
        sys.stderr.flush()
        os.execv(command[0], command)  # noqa: S606 - no shell is meant
    try:
        return subprocess.run(command, check=False).returncode
    except KeyboardInterrupt:
        return 130


# The environment


def stamp_lines(lock: str) -> list[str]:
    """Return what the stamp holds for a lock: its name, its hash and the Python, for each lock that it fulfils."""
    python = ".".join(map(str, sys.version_info[:2]))
    names = LOCKS[: LOCKS.index(lock) + 1]
    return [f"{name} {hashlib.sha256((ROOT / name).read_bytes()).hexdigest()} {python}" for name in names]


def is_current(lock: str) -> bool:
    """Say whether our environment was made from exactly this lock with this Python and is still there."""
    try:
        stamped = STAMP.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return set(stamp_lines(lock)) <= set(stamped) and interpreter().exists()


def install(lock: str) -> None:
    """Make or renew our environment from the lock; the stamp is written last. Stops with a sentence on failure."""
    what = "om te testen " if lock == DEVELOP else ""
    say(f"De omgeving {what}wordt klaargezet in .venv. Dat gebeurt één keer en duurt meestal minder dan een minuut.")
    fresh = not interpreter().exists() or stamped_python() not in (None, sys.version_info[:2])
    STAMP.unlink(missing_ok=True)
    tool = shutil.which("uv")
    try:
        if not (tool and install_with_uv(tool, lock, fresh=fresh)):
            install_with_pip(lock, fresh=fresh)
        STAMP.write_text("\n".join(stamp_lines(lock)) + "\n", encoding="utf-8")
    except OSError as error:
        stop(FULL if error.errno == errno.ENOSPC else UNMADE)
    say("De omgeving is klaar.")


def stamped_python() -> Version | None:
    """Return the Python that the stamp names, or None without a stamp: then the environment is not ours to clear."""
    try:
        return numbers(STAMP.read_text(encoding="utf-8").split()[-1])
    except (OSError, ValueError, IndexError):
        return None


def install_with_uv(tool: str, lock: str, *, fresh: bool) -> bool:
    """Install with uv; False when that fails, so that pip, which may know another way out, gets its turn."""
    if fresh and not succeeds([tool, "venv", "--clear", "--quiet", "--python", sys.executable, str(ENVIRONMENT)]):
        return False
    python = ["--python", str(interpreter())]
    return succeeds([tool, "pip", "install", "--quiet", "--require-hashes", *python, "-r", str(ROOT / lock)])


def install_with_pip(lock: str, *, fresh: bool) -> None:
    """Install with the tools that come with Python. Stops with a sentence on failure."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        stop(
            "Deze Python kan geen omgeving maken: de modules venv en ensurepip ontbreken.\n"
            "Op Debian of Ubuntu: sudo apt install python3-venv. Start de bouw daarna opnieuw."
        )
    pip = [str(interpreter()), "-m", "pip"]
    if (fresh or not succeeds([*pip, "--version"])) and not succeeds(
        [sys.executable, "-m", "venv", "--clear", str(ENVIRONMENT)]
    ):
        stop(f"{UNMADE} {details()}")
    options = ["--quiet", "--no-input", "--disable-pip-version-check", "--require-hashes"]
    if not succeeds([*pip, "install", *options, "-r", str(ROOT / lock)]):
        stop(f"{why_pip_failed()} {details()}")


def succeeds(command: Sequence[str]) -> bool:
    """Run a command without input; its output goes to the log. Say whether it ended well."""
    # Settings that make pip install beside the environment would leave the environment empty.
    clean = {name: value for name, value in os.environ.items() if name not in ("PIP_USER", "PIP_TARGET", "PIP_PREFIX")}
    done = subprocess.run(
        command, env=clean, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if ENVIRONMENT.is_dir():
        with LOG.open("ab") as log:
            log.write(done.stdout)
    return done.returncode == 0


def why_pip_failed() -> str:
    """Return what the log says in a sentence: the cases that people meet, and one for all others."""
    log = LOG.read_bytes().decode(errors="replace") if LOG.is_file() else ""
    for pattern, sentence in (
        ("DO NOT MATCH THE HASHES", "Een bibliotheek die binnenkwam, is niet die van de lijst. Er is niets gebruikt."),
        ("No space left|Errno 28", FULL),
        (
            "Retrying|NewConnectionError|NameResolutionError|timed out|SSLError|ProxyError|No matching distribution",
            "De bibliotheken zijn niet te halen: is er een verbinding met het internet, of een proxy in te stellen?",
        ),
    ):
        if re.search(pattern, log):
            return sentence
    return "De bibliotheken zijn niet te installeren. Verwijder de map .venv en probeer opnieuw."


def details() -> str:
    """Return where the whole story stands, when it does."""
    return "Het verloop staat in .venv/weerklank-install.log." if LOG.is_file() else ""


@contextlib.contextmanager
def alone(lock: str) -> Iterator[None]:
    """Let one build at a time touch the environment; a second one waits. The lock file itself is what is locked."""
    with (ROOT / lock).open("rb") as handle:
        if sys.platform == "win32":
            import msvcrt  # noqa: PLC0415 - exists on Windows only

            handle.seek(2**30)  # beyond the end: a locked stretch cannot be read by others
            with contextlib.suppress(OSError):
                msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
        else:
            import fcntl  # noqa: PLC0415 - exists elsewhere only

            with contextlib.suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield


# What this machine has


def doctor() -> int:
    """Get what is missing where that can be done, and show what is there; 1 when a build still lacks something."""
    sys.path.insert(0, str(ROOT))
    from weerklank.system import doctor, provide  # noqa: PLC0415 - only this command needs them

    provide.provide(say, again=True)
    lines = doctor.examine(ROOT, ready=is_current(RUN) or has_all(RUN))
    print(doctor.report(lines))
    return 1 if any(line.needed and not line.there for line in lines) else 0


# The tests


def test(arguments: Sequence[str]) -> int:
    """Run every check of the project and report them all. Without arguments the tests use all cores.

    After `--snel` comes a quick answer: no test that needs a browser, another program or a whole build, and fewer
    examples of each property.
    """
    quick = arguments[:1] == [QUICK]
    arguments = arguments[1:] if quick else arguments
    if not quick:
        install_tools()
    python = [sys.executable, "-m"]
    parallel = [] if arguments else ["-n", "auto", "--dist", "worksteal"]
    fewer = ["-m", "not slow", "--hypothesis-profile=snel"] if quick else []
    checks = (
        ("ruff check", [*python, "ruff", "check", "--output-format", "concise", "."]),
        ("ruff format", [*python, "ruff", "format", "--check", "--output-format", "concise", "."]),
        ("mypy", [*python, "mypy"]),
        ("pytest", [*python, "pytest", *parallel, *fewer, *arguments]),
    )
    results = []
    for name, command in checks:
        say(f"— {name}")
        results.append((name, subprocess.run(command, cwd=ROOT, check=False).returncode))
    for name, code in results:
        say(f"{name}: {'in orde' if code == 0 else 'niet in orde'}")
    return 1 if any(code for _, code in results) else 0


def install_tools() -> None:
    """Install the checkers for pages, where npm is; without them the tests that need them say that they are skipped."""
    npm = shutil.which("npm")
    stamp = TOOLS / "node_modules" / "weerklank.txt"
    wanted = hashlib.sha256((TOOLS / "package-lock.json").read_bytes()).hexdigest()
    if npm is None or (stamp.is_file() and stamp.read_text(encoding="ascii") == wanted):
        return
    say("De controleprogramma’s voor de pagina’s worden geïnstalleerd.")
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if subprocess.run(command, cwd=TOOLS, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False).returncode:
        say("Dat is niet gelukt; de tests die ze nodig hebben, worden overgeslagen of falen.")
    else:
        stamp.write_text(wanted, encoding="ascii")


# The pages that the program makes of itself


def docs() -> int:
    """Write the pages and schemas in docs/ that are made from the program."""
    from tests import architecture_page  # noqa: PLC0415 - cannot be imported before it is installed
    from weerklank.model.manual import pages  # noqa: PLC0415 - as above

    architecture = architecture_page.PAGE.read_text(encoding="utf-8")
    for path, text in {**pages(), "architecture.md": architecture_page.renewed(architecture)}.items():
        (ROOT / "docs" / path).write_text(text, encoding="utf-8", newline="\n")
    return 0


# The terminal


def say(sentence: str) -> None:
    """Tell what happens; standard output is for results."""
    print(sentence, file=sys.stderr, flush=True)


def stop(sentence: str) -> NoReturn:
    """End with a sentence and exit code 1: not a bug of ours, so no traceback."""
    say(sentence.rstrip())
    raise SystemExit(1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
