"""What `build.py anchor` does and says: frozen annexes that the anchor does not know are written in it, if whole.

In: a project. Out: lines for standard output, and whether every version is anchored and is what it was.
"""

from weerklank.findings import has_errors, message, render_text, sort_findings
from weerklank.project import Project


def anchor(project: Project) -> tuple[list[str], bool]:
    """Anchor the versions that are not yet; one that is not whole by its own manifest is left alone."""
    from weerklank import freeze
    from weerklank.author.load import ANCHOR, load
    from weerklank.build import annexes

    loaded, folder = load(project.content), project.content.name
    wrong = freeze.verify(loaded, folder=folder)
    against = freeze.verify_anchor(loaded, folder=folder, told=wrong)
    place = f"{project.shown(project.content)}/{ANCHOR}"
    faults = tuple(
        item for item in (*loaded.findings, *against) if item.span and item.span.file == f"{folder}/{ANCHOR}"
    )
    lines: list[str] = []
    if has_errors(faults):
        sources = {source.file: source for source in loaded.sources}
        lines = render_text(sort_findings(faults), sources, closing="").splitlines()
        return [*lines, f"er is niets veranderd in {place}"], False
    broken: list[tuple[str, str]] = []
    whole: list[tuple[str, str]] = []
    for question, name in freeze.unanchored(loaded):
        own = [item for item in wrong if item.span and f"/vragen/{question}/{name}/" in item.span.file]
        (broken if own else whole).append((question, name))
        lines += [f"niet verankerd: {item.span.file}: {message(item)}" for item in own if item.span]
    if whole:
        done = annexes.anchor(project, whole)
        if done.findings:
            return [message(item) for item in done.findings], False
        anchored = {(item.question, item.version): item for item in freeze.anchored(load(project.content))}
        for question, name in whole:
            item = anchored[question, name]
            lines.append(
                f"verankerd: vraag “{question}”, versie {name}\n  pdf       {item.pdf}\n  manifest  {item.manifest}"
            )
        lines.append(f"kijk na dat dit is wat u bevroor, en zet {place} mee in het versiebeheer")
    elif not broken:
        lines.append("elke bevroren bijlage is al verankerd" if loaded.annexes else "er is geen bevroren bijlage")
    return lines, not broken
