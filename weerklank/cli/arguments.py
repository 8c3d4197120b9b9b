"""What was asked for: the verbs and options of the command line.

In: the arguments after `build.py`. Out: a `Request`, or `WrongUseError` with the Dutch sentence to show.
"""

import argparse
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from weerklank.author.near import nearest
from weerklank.cli.verbs import FORMATS, NORMS, OPTIONS, VERBS, Verb

_ASKED = {
    "MAP": "In welke map? Noem een nieuwe",
    "VRAAG": "Van welke vraag? Noem haar id",
    "BESTAND": "Welk bestand? Noem het",
    "VERSIE": "Welke versie? Noem de vraag en de versie, zoals mijn-vraag/2026-11-23",
}


@dataclass(frozen=True)
class Request:
    """One command, understood. `format` is one of `FORMATS`, `norm` of `NORMS`; `despite` is a reason, or "".

    `key`: the file with the key of the seal, if there is to be one. `reason`: why a version is withdrawn.
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
    reason: str = ""


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
    if astray := sorted(given - set(verb.options)):
        raise WrongUseError(f"De optie --{astray[0].replace('_', '-')} hoort niet bij “{verb.name}”.")
    _check_final(known)
    reason = (known.reden or "").strip()
    if verb.name == "intrekken" and not reason:
        raise WrongUseError('Waarom? Zeg het met --reden, bijvoorbeeld --reden "de verkeerde datum".')
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
        reason=reason,
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


def _parser() -> argparse.ArgumentParser:
    """The options. Verbs and what is wrong are ours to word: argparse speaks English."""
    parser = argparse.ArgumentParser(usage=argparse.SUPPRESS, add_help=False, allow_abbrev=False, exit_on_error=False)
    for option in OPTIONS:
        kind = {"type": Path} if option.is_path else {}
        more: dict[str, Any] = {"metavar": option.value, **kind} if option.value else {"action": "store_true"}
        parser.add_argument(*option.flags, dest=option.name, **more)
    return parser


def _spellings() -> list[str]:
    return [*(item.flags[-1] for item in OPTIONS), "--help", "--version"]


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
