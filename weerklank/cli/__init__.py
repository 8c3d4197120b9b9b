"""The command line: what was asked, what goes to which stream, and the exit code.

In: the arguments after `build.py`. Out: results on standard output, talk on standard error, and 0 (fine), 1 (findings
that are errors), 2 (wrong use) or 3 (our own bug, the only one with a traceback). `pipeline` builds.
"""

import io
import os
import re
import sys
import textwrap
import traceback
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from weerklank import __version__
from weerklank.build import cache, pipeline, publish
from weerklank.cli.anchoring import anchor, withdraw
from weerklank.cli.arguments import Request, WrongUseError, parse, suggestion
from weerklank.cli.migrating import migrate
from weerklank.cli.packaging import pack
from weerklank.cli.sealing import sealer, verify
from weerklank.cli.shown import reporter, say, show, show_findings
from weerklank.cli.starting import start
from weerklank.cli.verbs import FORMATS, help_text
from weerklank.findings import Finding, has_errors, message
from weerklank.messages import MESSAGES
from weerklank.project import Project, open_project

FINE, FAULTY, WRONG_USE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
_WIDTH = 88


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code."""
    _open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a letter shows a question mark; it never stops the build.
            stream.reconfigure(errors="replace")
    try:
        code = _carry_out(arguments)
        sys.stdout.flush()
    except WrongUseError as error:
        say(f"{error}\nZie: python3 build.py --help")
        return WRONG_USE
    except KeyboardInterrupt:
        say("Onderbroken. De site is niet half veranderd.")
        return INTERRUPTED
    except BrokenPipeError:
        # Whatever read our output has stopped reading, as `head` does. A normal exit would complain about it.
        os._exit(FAULTY)
    except Exception:  # noqa: BLE001 - the last place that can turn a bug into an exit code
        traceback.print_exc()
        say(
            "Dit is een fout van het programma, niet van uw inhoud. De site is niet half veranderd.\n"
            "Meld ze met alles wat hierboven staat en met de versies: "
            f"weerklank {__version__}, Python {sys.version.split()[0]}."
        )
        return BUG
    return code


def _open_streams() -> None:
    """Python has no stream where whoever started it closed one, and the next file to be opened would get its number."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:  # noqa: PLR2004 - the three that a process begins with
        pass
    os.close(number)
    sys.stdout, sys.stderr = sys.stdout or io.StringIO(), sys.stderr or io.StringIO()


def _carry_out(arguments: Sequence[str]) -> int:
    if {"-h", "--help"} & set(arguments):
        print(help_text(next((word for word in arguments if not word.startswith("-")), "")), end="")
        return FINE
    if "--version" in arguments:
        print(f"weerklank {__version__}")
        return FINE
    request = parse(arguments)
    if without := {"explain": _explain, "init": _init}.get(request.verb):
        return without(request.words)
    where = Path(request.words[0]) if request.verb == "migrate" and request.words else request.content
    project = open_project(content=where, output=request.output, day=request.day)
    if not isinstance(project, Project):
        raise WrongUseError("\n".join(f"{item.severity.value} {item.code}  {message(item)}" for item in project))
    apart = {
        "anchor": _anchor,
        "clean": _clean,
        "intrekken": _withdraw,
        "migrate": _migrate,
        "pak": _package,
        "verify": _verify,
    }
    if alone := apart.get(request.verb):
        return alone(project, request)
    if request.verb == "check":
        outcome = pipeline.check(project, report=reporter(verbose=request.verbose))
    else:
        # matplotlib keeps a list of fonts: beside our own cache, not in somebody's home folder.
        os.environ.setdefault("MPLCONFIGDIR", str(project.cache / "matplotlib"))
        store = cache.Cache(project.cache) if request.use_cache else cache.NoCache()
        if of_question := {"annex": _annex, "dekking": _coverage}.get(request.verb):
            return of_question(project, request, store)
        outcome = pipeline.build(project, cache=store, report=reporter(verbose=request.verbose))
    show(outcome, project, request=request)
    return FAULTY if has_errors(outcome.findings) else FINE


def _init(words: tuple[str, ...]) -> int:
    return _said(start(Path(words[0])))


def _explain(words: tuple[str, ...]) -> int:
    if not words:
        for code, item in sorted(MESSAGES.items()):
            print(f"{code}  {_sentence(item.template)}")
        return FINE
    code = words[0].upper()
    if code not in MESSAGES:
        raise WrongUseError(f"De code {words[0]} bestaat niet.{suggestion(code, sorted(MESSAGES))}")
    item = MESSAGES[code]
    print(f"{code}, {item.severity.value}: {_sentence(item.template)}\n")
    print(textwrap.fill(item.explanation, _WIDTH))
    return FINE


def _sentence(template: str) -> str:
    """The sentence of a message with a mark where a finding has its own words."""
    return re.sub(r"\{\w+\}", "…", template)


def _verify(project: Project, request: Request) -> int:
    return _said(verify(project, Path(request.words[0])))


def _migrate(project: Project, request: Request) -> int:
    return _said(migrate(project, trial=request.trial))


def _said(outcome: tuple[Iterable[str], bool]) -> int:
    """Print the lines of a command and return its exit code."""
    lines, good = outcome
    print("\n".join(lines))
    return FINE if good else FAULTY


def _anchor(project: Project, _: Request) -> int:
    return _said(anchor(project))


def _withdraw(project: Project, request: Request) -> int:
    return _said(withdraw(project, request.words[0], request.reason))


def _clean(project: Project, _: Request) -> int:
    cache_gone = cache.clean(project.cache)
    rest_gone = publish.sweep(project.output)
    if cache_gone:
        print(f"{project.shown(project.cache)} is verwijderd")
    if rest_gone:
        print(f"de resten van een afgebroken bouw naast {project.shown(project.output)} zijn opgeruimd")
    if not cache_gone and not rest_gone:
        print("er was niets te verwijderen")
    return FINE


def _package(project: Project, request: Request) -> int:
    """Make one archive of the site that stands."""
    lines, wrong = pack(project)
    if wrong or request.format != FORMATS[0]:
        show_findings(wrong, {}, request=request, closing="er is geen pak gemaakt")
    else:
        print("\n".join(lines))
    return FAULTY if has_errors(wrong) else FINE


def _annex(project: Project, request: Request, store: cache.Cache | cache.NoCache) -> int:
    """Make or freeze the annex of one question."""
    from weerklank.build import annexes

    report = reporter(verbose=request.verbose)
    name = request.words[0]
    if request.final:
        outcome = annexes.freeze(
            project,
            name,
            despite=request.despite,
            cache=store,
            report=report,
            norm=request.norm,
            sealed=sealer(request),
        )
    else:
        project = replace(project, output=annex_folder(project, request))
        outcome = annexes.annex(project, name, word=request.word, cache=store, report=report, norm=request.norm)
    _refuse_unknown(outcome.findings)
    show(outcome, project, request=request)
    return FINE if outcome.version or not has_errors(outcome.findings) else FAULTY


def _coverage(project: Project, request: Request, store: cache.Cache | cache.NoCache) -> int:
    """Make the coverage report of one question."""
    from weerklank.build.coverage import coverage_folder, coverage_report

    name = request.words[0]
    project = replace(project, output=coverage_folder(project, name))
    outcome = coverage_report(project, name, word=request.word, cache=store, report=reporter(verbose=request.verbose))
    _refuse_unknown(outcome.findings)
    show(outcome, project, request=request)
    return FAULTY if has_errors(outcome.findings) else FINE


def _refuse_unknown(findings: Iterable[Finding]) -> None:
    """A question that is not there is wrong use."""
    if unknown := next((item for item in findings if item.code == "C030"), None):
        raise WrongUseError(f"fout C030  {message(unknown)}" + (f"\ntip: {unknown.hint}" if unknown.hint else ""))


def annex_folder(project: Project, request: Request) -> Path:
    """Where an annex goes: the folder that was asked for, or one of its own beside the site."""
    return project.output if request.output else project.root / "bijlagen" / request.words[0]
