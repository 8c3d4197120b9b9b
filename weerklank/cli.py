"""The command line: what was asked, what goes to which stream, and the exit code.

In: the arguments after `build.py`. Out: results on standard output, talk on standard error, and 0 (fine), 1 (findings
that are errors), 2 (wrong use) or 3 (our own bug, the only one with a traceback). `pipeline` builds.
"""

import argparse
import io
import os
import re
import sys
import textwrap
import traceback
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TextIO

from weerklank import __version__
from weerklank.author.near import nearest
from weerklank.build import cache, pipeline, publish
from weerklank.build.pipeline import Outcome
from weerklank.build.publish import Published
from weerklank.findings import KEPT, has_errors, message, render_github, render_json, render_text
from weerklank.messages import MESSAGES
from weerklank.project import Project, open_project

FINE, FAULTY, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
FORMATS = ("text", "json", "github")
_WIDTH = 88


@dataclass(frozen=True)
class Verb:
    """A command: what it is called, what follows it, what it does, and the options that mean something to it."""

    name: str
    words: str
    summary: str
    options: frozenset[str]


_PLACES = frozenset({"content", "output", "date"})
_SHOWN = frozenset({"format", "verbose"})

VERBS = (
    Verb("build", "", "maakt de site en de bijlagen (ook zonder opdracht)", _PLACES | _SHOWN | {"no_cache"}),
    Verb("check", "", "kijkt de inhoud na en maakt niets", _PLACES | _SHOWN),
    Verb(
        "annex",
        "VRAAG",
        "maakt de bijlage van één vraag, ook als ze nog niet openbaar is",
        _PLACES | _SHOWN | {"no_cache", "word", "definitief", "toch"},
    ),
    Verb("explain", "[CODE]", "legt een melding uit, of noemt ze allemaal", frozenset()),
    Verb("clean", "", "verwijdert de cache en resten van een afgebroken bouw", frozenset({"output"})),
    Verb("test", "[…]", "kijkt het programma zelf na (--snel: in het kort); wat volgt, gaat naar pytest", frozenset()),
    Verb("docs", "", "vernieuwt de naslag in docs/ die uit het programma komt", frozenset()),
)


@dataclass(frozen=True)
class Request:
    """One command, understood. `format` is one of `FORMATS`; `despite` is a reason, or ""."""

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
    despite: str = ""


class WrongUseError(Exception):
    """What was typed means nothing to us. Its text is a Dutch sentence."""


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter shows a question mark; it never stops the build.
            stream.reconfigure(errors="replace")
    try:
        code = _carry_out(arguments)
        sys.stdout.flush()
    except WrongUseError as error:
        _say(f"{error}\nZie: python3 build.py --help")
        return WRONG_USE
    except KeyboardInterrupt:
        _say("Onderbroken. De site is niet half veranderd.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whatever read our output has stopped reading, as `head` does. A normal exit would complain about it.
        os._exit(FAULTY)
    except Exception:  # noqa: BLE001 - the last place that can turn a bug into an exit code
        traceback.print_exc()
        _say(
            "Dit is een fout van het programma, niet van uw inhoud. De site is niet half veranderd.\n"
            "Meld ze met alles wat hierboven staat en met de versies: "
            f"weerklank {__version__}, Python {sys.version.split()[0]}."
        )
        return BUG
    return code


def _carry_out(arguments: Sequence[str]) -> int:
    if {"-h", "--help"} & set(arguments):
        print(help_text(), end="")
        return FINE
    if "--version" in arguments:
        print(f"weerklank {__version__}")
        return FINE
    request = parse(arguments)
    if request.verb == "explain":
        return _explain(request.words)
    project = open_project(content=request.content, output=request.output, day=request.day)
    if not isinstance(project, Project):
        raise WrongUseError("\n".join(f"{item.severity.value} {item.code}  {message(item)}" for item in project))
    if request.verb == "clean":
        return _clean(project)
    if request.verb == "check":
        outcome = pipeline.check(project, report=_reporter(verbose=request.verbose))
    else:
        # matplotlib keeps a list of fonts: beside our own cache, not in somebody's home folder.
        os.environ.setdefault("MPLCONFIGDIR", str(project.cache / "matplotlib"))
        store = cache.Cache(project.cache) if request.use_cache else cache.NoCache()
        if request.verb == "annex":
            return _annex(project, request, store)
        outcome = pipeline.build(project, cache=store, report=_reporter(verbose=request.verbose))
    _show(outcome, project, request=request)
    return FAULTY if has_errors(outcome.findings) else FINE


# Understanding


def parse(arguments: Sequence[str]) -> Request:
    """Understand a command line. Raises WrongUseError with the sentence to show."""
    try:
        known, rest = _parser().parse_known_args(list(arguments))
    except argparse.ArgumentError as error:
        option = error.argument_name
        raise WrongUseError(f"De optie {option} staat er zonder waarde, of met een waarde die ze niet kent.") from None
    unknown = [word for word in rest if word.startswith("-")]
    if unknown:
        raise WrongUseError(f"De optie {unknown[0]} bestaat niet.{_nearest(unknown[0], _spellings())}")
    verb = _verb(rest[0] if rest else "build")
    words = tuple(rest[1:])
    if len(words) > (1 if verb.words else 0):
        raise WrongUseError(f"“{words[-1]}” is te veel.")
    if verb.name == "annex" and not words:
        raise WrongUseError("Van welke vraag? Noem haar id: python3 build.py annex VRAAG")
    given = {name for name, value in vars(known).items() if value not in (None, False)}
    if astray := sorted(given - verb.options):
        raise WrongUseError(f"De optie --{astray[0].replace('_', '-')} hoort niet bij “{verb.name}”.")
    _check_final(known)
    form: str = known.format or FORMATS[0]
    if form not in FORMATS:
        raise WrongUseError(f"--format kent {_listing(FORMATS)}; niet “{form}”.")
    return Request(
        verb=verb.name,
        words=words,
        content=known.content,
        output=known.output,
        day=known.date,
        format=form,
        use_cache=not known.no_cache,
        verbose=known.verbose,
        word=known.word,
        final=known.definitief,
        despite=(known.toch or "").strip(),
    )


def _check_final(known: argparse.Namespace) -> None:
    """Refuse options that need each other, or exclude each other."""
    if known.toch is not None and not known.definitief:
        raise WrongUseError("De optie --toch hoort bij --definitief.")
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
    group.add_argument("--word", action="store_true", help="annex: maakt er ook een Word-document bij")
    group.add_argument(
        "--definitief", action="store_true", help="annex: bevriest de bijlage, bij de vraag in content/vragen/"
    )
    group.add_argument(
        "--toch", metavar="REDEN", help="annex --definitief: bevriest hoewel iets open staat; de reden is openbaar"
    )
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
        raise WrongUseError(f"De opdracht “{word}” bestaat niet.{_nearest(word, [verb.name for verb in VERBS])}")
    if verb.name in ("test", "docs"):
        raise WrongUseError(f"De opdracht {verb.name} staat vooraan: python3 build.py {verb.name}")
    return verb


def _nearest(word: str, candidates: Sequence[str]) -> str:
    near = nearest(word, candidates)
    return f" Bedoelt u {near[0]}?" if near else ""


def _listing(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} of {words[-1]}"


# Doing


def _explain(words: tuple[str, ...]) -> int:
    if not words:
        for code, item in sorted(MESSAGES.items()):
            print(f"{code}  {_sentence(item.template)}")
        return FINE
    code = words[0].upper()
    if code not in MESSAGES:
        raise WrongUseError(f"De code {words[0]} bestaat niet.{_nearest(code, sorted(MESSAGES))}")
    item = MESSAGES[code]
    print(f"{code}, {item.severity.value}: {_sentence(item.template)}\n")
    print(textwrap.fill(item.explanation, _WIDTH))
    return FINE


def _sentence(template: str) -> str:
    """The sentence of a message with a mark where a finding has its own words."""
    return re.sub(r"\{\w+\}", "…", template)


def _clean(project: Project) -> int:
    cache_gone = cache.clean(project.cache)
    rest_gone = publish.sweep(project.output)
    if cache_gone:
        print(f"{project.shown(project.cache)} is verwijderd")
    if rest_gone:
        print(f"de resten van een afgebroken bouw naast {project.shown(project.output)} zijn opgeruimd")
    if not cache_gone and not rest_gone:
        print("er was niets te verwijderen")
    return FINE


def _annex(project: Project, request: Request, store: cache.Cache | cache.NoCache) -> int:
    """Make or freeze the annex of one question."""
    from weerklank.build import annexes

    report = _reporter(verbose=request.verbose)
    name = request.words[0]
    if request.final:
        outcome = annexes.freeze(project, name, despite=request.despite, cache=store, report=report)
    else:
        project = replace(project, output=annex_folder(project, request))
        outcome = annexes.annex(project, name, word=request.word, cache=store, report=report)
    if unknown := next((item for item in outcome.findings if item.code == "C030"), None):
        raise WrongUseError(f"fout C030  {message(unknown)}" + (f"\ntip: {unknown.hint}" if unknown.hint else ""))
    _show(outcome, project, request=request)
    return FINE if outcome.version or not has_errors(outcome.findings) else FAULTY


def annex_folder(project: Project, request: Request) -> Path:
    """Where an annex goes: the folder that was asked for, or one of its own beside the site."""
    return project.output if request.output else project.root / "bijlagen" / request.words[0]


# Showing


def _show(outcome: Outcome, project: Project, *, request: Request) -> None:
    """Write the results: findings, then what was made."""
    if request.format == "json":
        print(render_json(outcome.findings), end="")
        return
    if request.format == "github":
        print(render_github(outcome.findings), end="")
    else:
        colour = wants_colour(sys.stdout, os.environ)
        text = render_text(
            outcome.findings, outcome.sources, colour=colour, notes=request.verbose, closing=_closing(outcome, request)
        )
        print(text, end="")
    place = "map" if request.verb == "annex" else "site"
    print("\n".join(summary(outcome, project, verbose=request.verbose, place=place, despite=request.despite)))


def _closing(outcome: Outcome, request: Request) -> str:
    """What was made although there is an error."""
    if outcome.published is None:
        return KEPT
    if request.verb == "annex":
        return "de bijlage is toch bevroren" if outcome.version else "de bijlage is gemaakt zonder pdf"
    return "de site is gepubliceerd zonder bijlage"


def summary(outcome: Outcome, project: Project, *, verbose: bool, place: str = "site", despite: str = "") -> list[str]:
    """Return what was made, where it is and how long it took, line by line. `place`: what the folder is."""
    lines = []
    site = project.shown(project.output)
    if outcome.published and outcome.version:
        folder = f"{project.shown(project.content)}/{outcome.version}"
        lines.append(f"bevroren: {folder}/ ({len(outcome.published.written)} bestanden)")
        lines += [f"toch, want: {despite}"] if despite else []
    elif published := outcome.published:
        lines.append(f"{place}: {site}/ ({_counts(published)})")
        if verbose:
            lines += [f"  geschreven: {path}" for path in published.written]
            lines += [f"  verwijderd: {path}" for path in published.removed]
        lines += [f"bijlage: {site}/{path}" for path in outcome.annexes]
    lines += [f"bijlage niet gemaakt: {path}" for path in outcome.missing]
    stages = [f"{stage.name} {_seconds(stage.seconds)}" for stage in outcome.stages]
    total = _seconds(sum(stage.seconds for stage in outcome.stages))
    return [*lines, f"tijd: {total}" + (f" ({', '.join(stages)})" if stages else "")]


def _counts(published: Published) -> str:
    number = len(published.written) + len(published.unchanged)
    files = "1 bestand" if number == 1 else f"{number} bestanden"
    if not published.written and not published.removed:
        return f"{files}, niets gewijzigd"
    return f"{files}: {len(published.written)} geschreven, {len(published.removed)} verwijderd"


def _seconds(number: float) -> str:
    return f"{number:.2f} s".replace(".", ",")


def wants_colour(stream: TextIO, environ: Mapping[str, str]) -> bool:
    """Say whether colour may be used: on a terminal that knows it, unless NO_COLOR (https://no-color.org) is set."""
    if not stream.isatty() or environ.get("NO_COLOR") or environ.get("TERM") == "dumb":
        return False
    return sys.platform != "win32" or bool({"WT_SESSION", "TERM"} & environ.keys())


def _reporter(*, verbose: bool) -> Callable[[str], None]:
    """Where progress goes: to a person at a terminal, or to anyone who asks for it, never among the results."""
    return _say if verbose or sys.stderr.isatty() else _be_silent


def _say(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


def _be_silent(_: str) -> None:
    """Say nothing."""
