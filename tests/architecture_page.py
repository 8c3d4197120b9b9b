"""The parts of docs/architecture.md that are read from the code: who imports whom, what each part is for, what is held.

In: the package, and the rows and rules of `test_architecture`. Out: the page with those parts renewed. The words
between them are written by hand.
"""

import ast
import inspect
import re
from collections.abc import Callable, Iterable
from pathlib import Path

from tests import test_architecture as rules

PAGE = Path(__file__).resolve().parent.parent / "docs" / "architecture.md"


def renewed(text: str) -> str:
    """The page with each block between `<!-- made: NAME -->` and `<!-- /made -->` as the code is now."""

    def block(match: re.Match[str]) -> str:
        return f"<!-- made: {match[1]} -->\n\n{_BLOCKS[match[1]]()}\n\n<!-- /made -->"

    return re.sub(r"<!-- made: (\w+) -->\n.*?<!-- /made -->", block, text, flags=re.DOTALL)


def names() -> set[str]:
    """The blocks that the page must have."""
    return set(_BLOCKS)


def _picture() -> str:
    """Each part as a box, and an arrow to what it builds on; what already follows from other arrows has none."""
    arrows = sorted((source, target) for source, target in _needed(_imports()))
    packages: dict[str, list[str]] = {}
    for row in rules.ROWS:
        for unit in sorted(row):
            packages.setdefault(unit.partition(".")[0], []).append(unit)
    lines = ["```mermaid", "flowchart BT"]
    for package, units in packages.items():
        if len(units) == 1:
            lines.append(f"  {_box(units[0])}")
        else:
            lines += [f"  subgraph {package}", *(f"    {_box(unit)}" for unit in units), "  end"]
    return "\n".join([*lines, *(f"  {_id(source)} --> {_id(target)}" for source, target in arrows), "```"])


def _box(unit: str) -> str:
    return f'{_id(unit)}["{unit}"]'


def _id(unit: str) -> str:
    # A word that Mermaid keeps for itself cannot be an id, and a package with a frame has its name already.
    return f"m_{unit.replace('.', '_')}"


def _imports() -> dict[str, set[str]]:
    """What each part imports of the others."""
    graph: dict[str, set[str]] = {}
    for module in rules.MODULES:
        named = {unit for item in rules._imports(module.path) if (unit := rules._unit(item))}
        graph.setdefault(module.unit, set()).update(named - {module.unit})
    return graph


def _needed(graph: dict[str, set[str]]) -> Iterable[tuple[str, str]]:
    """The arrows that no other way through the graph gives (its transitive reduction)."""

    def reached(start: Iterable[str]) -> set[str]:
        seen: set[str] = set()
        waiting = list(start)
        while waiting:
            unit = waiting.pop()
            waiting += graph.get(unit, set()) - seen
            seen |= graph.get(unit, set())
        return seen

    for unit, targets in graph.items():
        yield from ((unit, target) for target in targets if target not in reached(targets))


def _rows() -> str:
    """The parts in the order of their rows, each with the first sentence that it says of itself."""
    lines = ["| Row | Part | Is for |", "|---|---|---|"]
    for number, row in enumerate(rules.ROWS, 1):
        lines += [f"| {number} | `{unit}` | {_purpose(unit)} |" for unit in sorted(row)]
    return "\n".join(lines)


def _purpose(unit: str) -> str:
    path = next(module.path for module in rules.MODULES if module.name == unit)
    text = ast.get_docstring(rules._tree(path)) or ""
    return " ".join(text.partition("\n\n")[0].split()).replace("|", r"\|")


def _held() -> str:
    """What the rules of `test_architecture` say, in its own words."""
    tests = [found for name, found in vars(rules).items() if name.startswith("test_") and inspect.isfunction(found)]
    return "\n".join(f"- {' '.join((inspect.getdoc(test) or '').split())}" for test in tests)


_BLOCKS: dict[str, Callable[[], str]] = {"picture": _picture, "rows": _rows, "held": _held}
