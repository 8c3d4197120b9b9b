"""What was asked for: the verbs and options of the command line.

In: the arguments after `build.py`. Out: a `Request`, or `WrongUseError` with the Dutch sentence to show.
"""

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from weerklank.author.near import nearest

FORMATS = ("text", "json", "github")
NORMS = ("ua1", "ua2")
_WIDTH = 88


@dataclass(frozen=True)
class Verb:
    """A command: what it is called, what follows it, what it does, and the options that mean something to it."""

    name: str
    words: str
    summary: str
    options: frozenset[str]


_CONTENT = frozenset({"content"})
_PLACES = _CONTENT | {"output", "date"}
_SHOWN = frozenset({"format", "verbose"})

VERBS = (
    Verb("build", "", "maakt de site en de bijlagen (ook zonder opdracht)", _PLACES | _SHOWN | {"no_cache"}),
    Verb("check", "", "kijkt de inhoud na en maakt niets", _PLACES | _SHOWN),
    Verb(
        "annex",
        "VRAAG",
        "maakt de bijlage van één vraag, ook als ze nog niet openbaar is",
        _PLACES | _SHOWN | {"no_cache", "word", "definitief", "toch", "norm", "zegel"},
    ),
    Verb(
        "dekking",
        "VRAAG",
        "maakt het interne dekkingsrapport van één vraag, in intern/VRAAG",
        _CONTENT | _SHOWN | {"date", "no_cache", "word"},
    ),
    Verb(
        "verify",
        "BESTAND",
        "zegt of een bestand een bevroren bijlage is, en door wie ze verzegeld is",
        frozenset({"content"}),
    ),
    Verb(
        "anchor",
        "",
        "schrijft bevroren bijlagen die er nog niet in staan, in bevroren.yaml",
        frozenset({"content"}),
    ),
    Verb(
        "init",
        "MAP",
        "maakt een nieuwe map met een klein voorbeeld van elke soort record",
        frozenset(),
    ),
    Verb(
        "migrate",
        "[MAP]",
        "zet inhoud van een ouder schema om (--proef: toont het alleen)",
        frozenset({"content", "proef"}),
    ),
    Verb("explain", "[CODE]", "legt een melding uit, of noemt ze allemaal", frozenset()),
    Verb("doctor", "", "toont wat deze computer heeft om te bouwen, en haalt Pango op als het ontbreekt", frozenset()),
    Verb("clean", "", "verwijdert de cache en resten van een afgebroken bouw", frozenset({"output"})),
    Verb("test", "[…]", "kijkt het programma zelf na (--snel: in het kort); wat volgt, gaat naar pytest", frozenset()),
    Verb("docs", "", "vernieuwt de naslag in docs/ die uit het programma komt", frozenset()),
)


_ASKED = {
    "MAP": "In welke map? Noem een nieuwe",
    "VRAAG": "Van welke vraag? Noem haar id",
    "BESTAND": "Welk bestand? Noem het",
}


@dataclass(frozen=True)
class Request:
    """One command, understood. `format` is one of `FORMATS`, `norm` of `NORMS`; `despite` is a reason, or "".

    `key`: the file with the key of the seal, if there is to be one.
    """

    verb: str
    words: tuple[str, ...]
    content: Path | None
    output: Path | None
    day: str | None
    format: str
    use_cache: bool
    verbose: bool
    word: bool = False
    final: bool = False
    trial: bool = False
    despite: str = ""
    norm: str = NORMS[0]
    key: Path | None = None


class WrongUseError(Exception):
    """What was typed means nothing to us. Its text is a Dutch sentence."""


def parse(arguments: Sequence[str]) -> Request:
    """Understand a command line. Raises WrongUseError with the sentence to show."""
    try:
        known, rest = _parser().parse_known_args(list(arguments))
    except argparse.ArgumentError as error:
        option = error.argument_name
        raise WrongUseError(f"De optie {option} staat er zonder waarde, of met een waarde die ze niet kent.") from None
    unknown = [word for word in rest if word.startswith("-")]
    if unknown:
        raise WrongUseError(f"De optie {unknown[0]} bestaat niet.{suggestion(unknown[0], _spellings())}")
    verb = _verb(rest[0] if rest else "build")
    words = tuple(rest[1:])
    if len(words) > (1 if verb.words else 0):
        raise WrongUseError(f"“{words[-1]}” is te veel.")
    if verb.words in _ASKED and not words:
        raise WrongUseError(f"{_ASKED[verb.words]}: python3 build.py {verb.name} {verb.words}")
    given = {name for name, value in vars(known).items() if value not in (None, False)}
    if astray := sorted(given - verb.options):
        raise WrongUseError(f"De optie --{astray[0].replace('_', '-')} hoort niet bij “{verb.name}”.")
    _check_final(known)
    return Request(
        verb=verb.name,
        words=words,
        content=known.content,
        output=known.output,
        day=known.date,
        format=_one_of(known.format, FORMATS, "--format"),
        use_cache=not known.no_cache,
        verbose=known.verbose,
        word=known.word,
        final=known.definitief,
        trial=known.proef,
        despite=(known.toch or "").strip(),
        norm=_one_of(known.norm, NORMS, "--norm"),
        key=known.zegel,
    )


def _one_of(given: str | None, known: Sequence[str], option: str) -> str:
    """A value that the option knows; the first of them when none was given."""
    if given is not None and given not in known:
        raise WrongUseError(f"{option} kent {_listing(known)}; niet “{given}”.")
    return given or known[0]


def _check_final(known: argparse.Namespace) -> None:
    """Refuse options that need each other, or exclude each other."""
    for option in ("toch", "zegel"):
        if getattr(known, option) is not None and not known.definitief:
            raise WrongUseError(f"De optie --{option} hoort bij --definitief.")
    if known.toch is not None and not known.toch.strip():
        raise WrongUseError('De optie --toch vraagt een reden, bijvoorbeeld --toch "het nummer komt later".')
    if known.definitief and known.output is not None:
        raise WrongUseError("De optie --output hoort niet bij --definitief: wat bevroren wordt, komt bij de inhoud.")


def help_text() -> str:
    """Return what `--help` prints."""
    verbs = "\n".join(f"  {f'{verb.name} {verb.words}':<19}{verb.summary}" for verb in VERBS)
    return f"""Gebruik: python3 build.py [opdracht] [opties]

Maakt van de records in content/ een site in site/, met de bijlagen bij antwoorden op parlementaire vragen.

Opdrachten:
{verbs}

{_parser().format_help()}
Afloop: 0 in orde, 1 er zijn fouten gevonden, 2 verkeerd gebruikt, 3 een fout van het programma zelf.
"""


def _parser() -> argparse.ArgumentParser:
    """The options. Verbs and what is wrong are ours to word: argparse speaks English."""
    parser = argparse.ArgumentParser(
        usage=argparse.SUPPRESS,
        add_help=False,
        allow_abbrev=False,
        exit_on_error=False,
        formatter_class=lambda prog: argparse.HelpFormatter(prog, max_help_position=26, width=_WIDTH + 16),
    )
    group = parser.add_argument_group("Opties")
    group.add_argument("--content", metavar="MAP", type=Path, help="de map met de records (anders: content)")
    group.add_argument(
        "--output", metavar="MAP", type=Path, help="de map waarin alles komt (anders: site, of bijlagen/VRAAG)"
    )
    group.add_argument("--date", metavar="JJJJ-MM-DD", help="de dag die beslist wat al openbaar is (anders: vandaag)")
    group.add_argument("--format", metavar="VORM", help=f"hoe meldingen getoond worden: {_listing(FORMATS)}")
    group.add_argument("--no-cache", action="store_true", help="maakt alles opnieuw")
    group.add_argument("--word", action="store_true", help="annex, dekking: maakt er ook een Word-document bij")
    group.add_argument(
        "--definitief",
        action="store_true",
        help="annex: bevriest de bijlage, bij de vraag in content/vragen/",
    )
    group.add_argument(
        "--toch", metavar="REDEN", help="annex --definitief: bevriest hoewel iets open staat; de reden is openbaar"
    )
    group.add_argument(
        "--zegel",
        metavar="SLEUTEL",
        type=Path,
        help="annex --definitief: verzegelt de pdf met de sleutel en het certificaat in dit p12-bestand",
    )
    group.add_argument(
        "--norm", metavar="NORM", help="annex: ua1 (gewoon: PDF/UA-1 en PDF/A-3a) of ua2 (PDF/UA-2 en PDF/A-4f)"
    )
    group.add_argument("--proef", action="store_true", help="migrate: toont wat er zou veranderen, en verandert niets")
    group.add_argument(
        "-v", "--verbose", action="store_true", help="toont ook opmerkingen en welke bestanden wijzigden"
    )
    group.add_argument("-h", "--help", action="store_true", help="toont deze tekst")
    group.add_argument("--version", action="store_true", help="toont de versie van het programma")
    return parser


def _spellings() -> list[str]:
    return re.findall(r"--[a-z-]+", _parser().format_help())


def _verb(word: str) -> Verb:
    verb = next((verb for verb in VERBS if verb.name == word), None)
    if verb is None:
        raise WrongUseError(f"De opdracht “{word}” bestaat niet.{suggestion(word, [verb.name for verb in VERBS])}")
    if verb.name in ("test", "docs"):
        raise WrongUseError(f"De opdracht {verb.name} staat vooraan: python3 build.py {verb.name}")
    return verb


def suggestion(word: str, candidates: Sequence[str]) -> str:
    """A question after a sentence: whether the nearest of these was meant; "" when none is near."""
    near = nearest(word, candidates)
    return f" Bedoelt u {near[0]}?" if near else ""


def _listing(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} of {words[-1]}"
