"""Seals on the command line: the key that puts one, and whether a file is the one that was frozen.

In: what was asked for. Out: a sealer, or sentences with the exit code. The password comes from the environment or from
whoever sits at the terminal; neither it nor the key is kept.
"""

import getpass
import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from weerklank.cli.arguments import Request, WrongUseError
from weerklank.project import Project, system_word

VARIABLE = "WEERKLANK_ZEGEL"
"""The variable that holds the password, for who seals without a terminal."""

_ZONE = ZoneInfo("Europe/Brussels")
_NOT_TRUSTED = (
    "Of de uitgever van het certificaat te vertrouwen is, is hier niet nagekeken: dat zegt het pdf-programma van wie "
    "leest."
)


def sealer(request: Request) -> Callable[[bytes], bytes] | None:
    """What seals a PDF with the key that was asked for; None without one. Raises WrongUseError."""
    if request.key is None:
        return None
    from weerklank.seals import NoKeyError, Sealer

    key = _read(request.key)
    password = os.environ.get(VARIABLE)
    if password is None:
        if not sys.stdin.isatty():
            raise WrongUseError(f"Het wachtwoord van de sleutel ontbreekt: zet het in de omgeving, in {VARIABLE}.")
        password = getpass.getpass("Wachtwoord van de sleutel: ")
    try:
        return Sealer(key, password, at=datetime.now(UTC))
    except NoKeyError as problem:
        raise WrongUseError(str(problem)) from None


def verify(project: Project, name: Path) -> tuple[list[str], bool]:
    """What can be said of a file, sentence by sentence, and whether it is as it was frozen. Raises WrongUseError."""
    from weerklank import freeze
    from weerklank.author.load import load

    def beside(path: str) -> bytes | None:
        return _read(name.parent / path) if (name.parent / path).is_file() else None

    data = _read(name)
    lines, good = freeze.told(data, load(project.content), folder=project.shown(project.content), beside=beside)
    said, sound = _seals(data) if data.startswith(b"%PDF") else ([], True)
    return [*lines, *said], good and sound


def _seals(data: bytes) -> tuple[list[str], bool]:
    """What the seals in a PDF say, and whether none of them is broken."""
    from weerklank.seals import UnreadableError, seals_of

    try:
        seals = seals_of(data)
    except UnreadableError:
        return ["Of er een zegel op staat, is niet te zeggen: deze pdf is niet te lezen."], False
    lines = [] if seals else ["Er staat geen zegel op."]
    for seal in seals:
        moment = seal.at.astimezone(_ZONE).strftime(" op %d-%m-%Y om %H.%M uur") if seal.at else ""
        lines.append(f"Verzegeld{moment} door {seal.by}; certificaat van {seal.issuer}.")
        if not seal.intact:
            lines.append("Het zegel is gebroken: wat verzegeld werd, is daarna veranderd.")
        elif not seal.whole:
            lines.append("Na het zegel is er iets bij geschreven; wat verzegeld werd, is niet veranderd.")
        else:
            lines.append("Het zegel is heel: na het zegel is niets veranderd.")
    lines += [_NOT_TRUSTED] if seals else []
    return lines, all(seal.intact and seal.whole for seal in seals[-1:]) and all(seal.intact for seal in seals)


def _read(name: Path) -> bytes:
    """A file that was named on the command line."""
    try:
        return name.read_bytes()
    except FileNotFoundError:
        raise WrongUseError(f"Het bestand {name} is er niet.") from None
    except OSError as problem:
        raise WrongUseError(f"Het bestand {name} is niet te lezen: {system_word(problem)}.") from None
