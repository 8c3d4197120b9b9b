"""What `build.py migrate` does and says: which files change, or would change, and what stands in the way.

In: a project. Out: lines for standard output, and whether all went well.
"""

import difflib
from collections.abc import Iterator, Mapping

from weerklank.build import publish
from weerklank.findings import Finding, has_errors, render_text, sort_findings
from weerklank.project import Project

Texts = Mapping[str, tuple[str, str]]
"""The text of each file before and after, by its path as authors see it."""


def migrate(project: Project, *, trial: bool) -> tuple[list[str], bool]:
    """Rewrite content of an older schema, or with `trial` only show what would change."""
    from weerklank.author.load import load
    from weerklank.author.migrate import migrate as rewritten

    loaded = load(project.content)
    made = rewritten(loaded)
    found = sort_findings((*loaded.findings, *made.findings))
    done = bool(made.texts) and not trial and not has_errors(found)
    if done:
        files = {project.content / file.partition("/")[2]: after.encode() for file, (_, after) in made.texts.items()}
        found = sort_findings((*found, *publish.rewrite(files).findings))
    sources = {source.file: source for source in loaded.sources}
    said = render_text(found, sources, closing="").splitlines() if found else []
    shown = _differences(made.texts) if trial else ()
    return [*said, *shown, _closing(made.texts, found, done=done)], not has_errors(found)


def _differences(texts: Texts) -> Iterator[str]:
    for file, (before, after) in texts.items():
        yield from difflib.unified_diff(before.splitlines(), after.splitlines(), file, file, lineterm="", n=1)


def _closing(texts: Texts, found: tuple[Finding, ...], *, done: bool) -> str:
    files = "1 bestand" if len(texts) == 1 else f"{len(texts)} bestanden"
    if has_errors(found):
        return f"niet alles kon; te veranderen: {files}"
    if done:
        return f"omgezet: {files}; lees wat er veranderd is, en kijk het na met build.py check"
    return f"er is niets veranderd; te veranderen: {files}" if texts else "er is niets om te zetten"
