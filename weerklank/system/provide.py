"""Get Pango on Debian and Ubuntu: installed by who may, unpacked below `.venv` by who may not.

In: how to speak with whoever is there. Out: nothing; what could be had can be loaded afterwards. apt does the fetching
in both cases, so that a package is only used when its signature is that of the distribution.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from weerklank.system.libraries import ENVIRONMENT, OWN, load
from weerklank.system.pango import COMMANDS, PACKAGES

NEVER = "WEERKLANK_PANGO"
"""Set to “nee”, nothing is ever fetched."""
_ANSWER = "pango-niet.txt"
_SETTINGS = ("--quiet=2", "-o", "Acquire::Retries=0", "-o", "Acquire::http::Timeout=10")
_INSTALL = ("install", "--yes", "--no-install-recommends")

Say = Callable[[str], None]


def provide(say: Say, *, again: bool = False, environment: Path = ENVIRONMENT) -> bool:
    """Get what is missing where that can be done here; return whether all of it can be loaded now.

    On a terminal it is asked first; an answer of no, and a failure, are remembered until `again`.
    """
    if not load(environment / OWN.name):
        return True
    answer = environment / _ANSWER
    if again:
        answer.unlink(missing_ok=True)
    if os.environ.get(NEVER) == "nee" or answer.is_file() or not _has_apt():
        return False
    root = os.geteuid() == 0
    where = "geïnstalleerd" if root else "opgehaald naar de map .venv, zonder iets te installeren"
    if sys.stdin.isatty() and sys.stderr.isatty():
        if not _agrees(say, where):
            _remember(answer, "geweigerd")
            return False
    else:
        say(f"Pango, dat de bijlage opmaakt, ontbreekt en wordt {where}.")
    got = install() if root else unpack(environment / OWN.name)
    if got and not load(environment / OWN.name):
        say("Pango is klaar.")
        return True
    _remember(answer, "mislukt")
    say(
        "Dat is niet gelukt: is er een verbinding met het internet? Een beheerder kan het installeren met "
        f"“{by_hand()}”. Probeer daarna opnieuw met “python3 build.py doctor”."
    )
    return False


def by_hand() -> str:
    """The command that installs it."""
    return COMMANDS["linux"]


def install() -> bool:
    """Install the packages, as an administrator; say whether that ended well."""
    apt = ["apt-get", *_SETTINGS]
    return _succeeds([*apt, "update"]) and _succeeds([*apt, *_INSTALL, *PACKAGES])


def unpack(folder: Path) -> bool:
    """Fetch the packages with all that they need and this machine lacks, and unpack them in a folder.

    apt keeps its lists and what it fetched in a folder of ours: it needs no rights for that, and changes nothing of
    the system. What stood in the folder goes: it no longer fits this system, or it would have been loaded.
    """
    work = folder.with_name(f"{folder.name}-apt")
    try:
        for path in (folder, work):
            shutil.rmtree(path, ignore_errors=True)
        for name in ("lists/partial", "archives/partial"):
            (work / name).mkdir(parents=True)
        own = [f"Dir::State::lists={work / 'lists'}", f"Dir::Cache={work}", f"Dir::Cache::archives={work / 'archives'}"]
        apt = ["apt-get", *_SETTINGS, "-o", "Debug::NoLocking=1", *(part for item in own for part in ("-o", item))]
        if not (_succeeds([*apt, "update"]) and _succeeds([*apt, *_INSTALL, "--download-only", *PACKAGES])):
            return False
        fetched = sorted((work / "archives").glob("*.deb"))
        return all(_succeeds(["dpkg-deb", "--extract", str(path), str(folder)]) for path in fetched)
    except OSError:
        return False
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _has_apt() -> bool:
    return bool(sys.platform == "linux" and shutil.which("apt-get") and shutil.which("dpkg-deb"))


def _agrees(say: Say, where: str) -> bool:
    say(f"Pango, dat de bijlage opmaakt, ontbreekt. Het kan nu worden {where}. Doen? [J/n] ")
    try:
        return input().strip().lower() in ("", "j", "ja", "y", "yes")
    except EOFError:
        return False


def _remember(answer: Path, word: str) -> None:
    """Keep the outcome beside the environment; where there is none of ours, it is asked again."""
    if answer.parent.is_dir():
        answer.write_text(word, encoding="utf-8")


def _succeeds(command: Sequence[str]) -> bool:
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=quiet, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return done.returncode == 0
