"""What `build.py anchor` and `build.py intrekken` do and say: what they write in the anchor of frozen annexes.

In: a project, and for the second a version and a reason. Out: lines for standard output, and whether all is well: every
version is anchored and is what it was, or the version was taken back.
"""

from collections.abc import Iterable
from pathlib import PurePath

from weerklank.author.near import nearest
from weerklank.findings import Finding, has_errors, message, render_text, sort_findings
from weerklank.project import Project
from weerklank.text import SourceText


def anchor(project: Project) -> tuple[list[str], bool]:
    """Anchor the versions that are not yet; one that is not whole by its own manifest is left alone."""
    from weerklank import freeze
    from weerklank.author.load import ANCHOR, load
    from weerklank.build import annexes

    loaded, folder = load(project.content), project.content.name
    wrong = freeze.verify(loaded, folder=folder)
    against = freeze.verify_anchor(loaded, folder=folder, told=wrong)
    place = f"{project.shown(project.content)}/{ANCHOR}"
    if refused := _faults((*loaded.findings, *against), loaded.sources, f"{folder}/{ANCHOR}", shown=place):
        return refused, False
    lines: list[str] = []
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


def withdraw(project: Project, version: str, reason: str) -> tuple[list[str], bool]:
    """Take back a version: it stays in the anchor, with the day and the reason. `version`: VRAAG/DAG, or its folder."""
    from weerklank import freeze
    from weerklank.author.load import ANCHOR, load
    from weerklank.build import annexes

    loaded, folder = load(project.content), project.content.name
    place = f"{project.shown(project.content)}/{ANCHOR}"
    asked = "/".join(PurePath(version).parts[-2:])
    known = {f"{name}/{item.version}": item for item in freeze.anchored(loaded) for name in freeze.called(loaded, item)}
    if (item := known.get(asked)) is None:
        near = nearest(asked, tuple(known))
        return [f"{place} kent geen versie “{asked}”.{f' Bedoelt u {near[0]}?' if near else ''}"], False
    if back := item.withdrawn:
        return [f"die versie is al ingetrokken op {freeze.day_words(back.on)}, omdat: {back.reason}"], True
    if project.date.isoformat() < (frozen := freeze.day_of(item.version)):
        then, now = (freeze.day_words(day) for day in (frozen, project.date.isoformat()))
        return [
            f"die versie is bevroren op {then} en kan niet ingetrokken zijn op {now}: dat is vroeger",
            f"er is niets veranderd in {place}",
        ], False
    against = freeze.verify_anchor(loaded, folder=folder, told=freeze.verify(loaded, folder=folder))
    if refused := _faults((*loaded.findings, *against), loaded.sources, f"{folder}/{ANCHOR}", shown=place):
        return refused, False
    done = annexes.withdraw(project, item.question, item.version, reason)
    if done.findings:
        return [message(found) for found in done.findings], False
    named = f"versie {freeze.name_words(item.version)} van de bijlage bij vraag “{item.question}”"
    return [
        f"ingetrokken: {named}, omdat: {reason}",
        f"dat staat nu in {place}: zet het mee in het versiebeheer, en bouw de site opnieuw",
        "haar bestanden komen niet meer op de site; de map mag u bewaren of verwijderen",
    ], True


def _faults(found: Iterable[Finding], sources: Iterable[SourceText], anchor: str, *, shown: str) -> list[str]:
    """What is wrong with the anchor itself, in lines: then nothing is written in it. `shown`: what it is called."""
    own = tuple(item for item in found if item.span and item.span.file == anchor)
    if not has_errors(own):
        return []
    lines = render_text(sort_findings(own), {source.file: source for source in sources}, closing="").splitlines()
    return [*lines, f"er is niets veranderd in {shown}"]
