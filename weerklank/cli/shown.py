"""What a run says: findings and what was made on standard output, progress on standard error.

In: an `Outcome` and the request. Out: lines.
"""

import os
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TextIO

from weerklank.build.pipeline import Outcome
from weerklank.build.publish import Published
from weerklank.cli.arguments import Request
from weerklank.findings import KEPT, Finding, render_github, render_json, render_text
from weerklank.project import Project
from weerklank.text import SourceText, Span


def show(outcome: Outcome, project: Project, *, request: Request) -> None:
    """Write the results: findings, then what was made."""
    outcome = _placed(outcome, project)
    show_findings(outcome.findings, outcome.sources, request=request, closing=_closing(outcome, request))
    if request.format == "json":
        return
    place = "map" if request.verb in ("annex", "dekking") else "site"
    print("\n".join(summary(outcome, project, verbose=request.verbose, place=place, despite=request.despite)))


def show_findings(
    findings: Iterable[Finding], sources: Mapping[str, SourceText], *, request: Request, closing: str
) -> None:
    """Write findings in the form that was asked for."""
    if request.format == "json":
        print(render_json(findings), end="")
    elif request.format == "github":
        print(render_github(findings), end="")
    else:
        colour = wants_colour(sys.stdout, os.environ)
        print(render_text(findings, sources, colour=colour, notes=request.verbose, closing=closing), end="")


def _placed(outcome: Outcome, project: Project) -> Outcome:
    """The same with every file as an editor finds it from here: the folder of the content may have any place."""
    name, shown = f"{project.content.name}/", f"{project.shown(project.content)}/"
    if shown == name:
        return outcome

    def there(file: str) -> str:
        return f"{shown}{file.removeprefix(name)}" if file.startswith(name) else file

    def moved(span: Span) -> Span:
        return replace(span, file=there(span.file))

    findings = tuple(
        replace(
            item,
            span=item.span and moved(item.span),
            related=tuple(replace(other, span=moved(other.span)) for other in item.related),
        )
        for item in outcome.findings
    )
    sources = {there(file): replace(source, file=there(file)) for file, source in outcome.sources.items()}
    return replace(outcome, findings=findings, sources=sources)


def _closing(outcome: Outcome, request: Request) -> str:
    """What was made although there is an error."""
    if request.verb == "check":
        return "zolang er een fout is, publiceert een bouw niets"
    if outcome.published is None:
        return "de bijlage was al bevroren" if outcome.version else KEPT
    if request.verb == "annex":
        return "de bijlage is toch bevroren" if outcome.version else "de bijlage is gemaakt zonder pdf"
    if request.verb == "dekking":
        return "het dekkingsrapport is gemaakt zonder pdf"
    return "de site is gepubliceerd zonder bijlage"


def summary(outcome: Outcome, project: Project, *, verbose: bool, place: str = "site", despite: str = "") -> list[str]:
    """Return what was made, where it is and how long it took, line by line. `place`: what the folder is."""
    lines = []
    site = project.shown(project.output)
    folder = f"{project.shown(project.content)}/{outcome.version}"
    if outcome.version and not outcome.published:
        lines.append(f"er is niets veranderd: dezelfde bijlage is al bevroren in {folder}/")
    elif outcome.version and outcome.published:
        lines.append(f"bevroren: {folder}/ ({len(outcome.published.written)} bestanden)")
        lines += [f"toch, want: {despite}"] if despite else []
    elif published := outcome.published:
        lines.append(f"{place}: {site}/ ({_counts(published)})")
        if verbose:
            lines += [f"  geschreven: {path}" for path in published.written]
            lines += [f"  verwijderd: {path}" for path in published.removed]
        lines += [f"bijlage: {site}/{path}" for path in outcome.annexes]
    lines += [f"bijlage niet gemaakt: {path}" for path in outcome.missing]
    lines += [f"nog niet ingevuld: {line}" for line in outcome.unfilled] if verbose else []
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


def reporter(*, verbose: bool) -> Callable[[str], None]:
    """Where progress goes: to a person at a terminal, or to anyone who asks for it, never among the results."""
    return say if verbose or sys.stderr.isatty() else be_silent


def say(sentence: str) -> None:
    """Say something that is no result."""
    print(sentence, file=sys.stderr, flush=True)


def be_silent(_: str) -> None:
    """Say nothing."""
