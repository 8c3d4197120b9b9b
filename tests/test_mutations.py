"""The list of deliberate faults keeps up with the program: each has the one place that it is about."""

import ast
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from tests.tools.mutations import ROOT, Broken, Fault, broken, faults

FAULTS = faults()


def _trouble(fault: Fault) -> str:
    """Why a fault cannot be made any more, or would be noticed by any test at all; "" for one that can be tried."""
    made = broken(fault, ROOT)
    if isinstance(made, str):
        return made
    if fault.find == fault.put:
        return "breaks nothing"
    try:
        if made.path.suffix == ".py":
            ast.parse(made.text)
        if made.path.suffix == ".html":
            Environment(autoescape=True).parse(made.text)
    except (SyntaxError, TemplateSyntaxError) as error:
        return f"cannot be read: {error}"
    return ""


def test_every_fault_can_be_made() -> None:
    """Whoever rewrites the code that a fault is about gives it its new place in tests/tools/faults.yaml."""
    assert {} == {fault.name: trouble for fault in FAULTS if (trouble := _trouble(fault))}


def test_a_fault_says_who_should_notice() -> None:
    """Each has a name of its own, and the test modules that it names are there."""
    names = [fault.name for fault in FAULTS]
    modules = {word for fault in FAULTS for word in fault.tests.split() if word.endswith(".py")}

    assert sorted(set(names)) == sorted(names)
    assert [] == [name for name in sorted(modules) if not (ROOT / name).is_file()]


def test_a_fault_without_its_place_says_so(tmp_path: Path) -> None:
    """Where its text is gone, or stands more than once, it is told which and where."""
    (tmp_path / "a.py").write_text("one = 1\ntwo = 1\n", encoding="utf-8")

    def told(find: str, where: str = "*.py") -> str:
        found = broken(Fault("", where, find, "", ""), tmp_path)
        assert isinstance(found, str)
        return found

    assert "'three' stands in no file of *.py; it is to stand in one place" == told("three")
    assert "'one' stands in no file of *.html; it is to stand in one place" == told("one", "*.html")
    assert "'= 1' stands in a.py (2 times); it is to stand in one place" == told("= 1")
    assert broken(Fault("", "*.py", "two", "2", ""), tmp_path) == Broken(tmp_path / "a.py", "one = 1\n2 = 1\n")
