"""What the documents say is what the program does: commands, fields, messages, an error, dependencies."""

import inspect
import re
import shutil
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

from tests import architecture_page
from tests.project_samples import SMALL, files, written
from weerklank import __version__
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.cli import verbs
from weerklank.findings import render_text, sort_findings
from weerklank.model import manual
from weerklank.project import build_date

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
KEEP_A_CHANGELOG = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}
README = (ROOT / "README.md").read_text("utf-8")


def test_the_readme_lists_the_commands() -> None:
    """Every verb of the command line has a row in the README, and no row names another."""
    rows = re.findall(r"^\| `build\.py(?: or `)?(?:` or `build\.py)? ?([a-z]+)", README, re.MULTILINE)

    assert sorted(verb.name for verb in verbs.VERBS) == sorted(rows)


def test_the_options_in_the_readme_exist() -> None:
    """An option that the README or the manual for authors names is in the help."""
    named = set(re.findall(r"`[^`\n]*?(--[a-z][a-z-]*)", README + (DOCS / "handleiding.md").read_text("utf-8")))
    known = set(re.findall(r"--[a-z][a-z-]*", verbs.help_text()))

    assert set() == named - known - {"--require-hashes"}


def test_the_pages_in_docs_are_those_of_the_program() -> None:
    """What is made from the program says what the program says now, and nothing is left of what is gone."""
    stored = {path.relative_to(DOCS).as_posix(): path for path in (DOCS / "schema").glob("*.json")}
    stored |= {name: DOCS / name for name in ("velden.md", "meldingen.md")}
    made = manual.pages()
    old = [name for name, path in stored.items() if made.get(name) != path.read_text("utf-8")]

    assert [] == old, "run: python3 build.py docs (and remove what is of no kind any more)"
    assert stored.keys() == made.keys()


def _example() -> tuple[str, str]:
    record = re.search(r"```yaml\n(   titel: Bericht in de bus.*?)```", README, re.DOTALL)
    shown = re.search(r"## What an error looks like\n\n```\n(.*?)```", README, re.DOTALL)
    assert record is not None
    assert shown is not None
    return re.sub(r"(?m)^ {3}", "", record[1]).rstrip() + "\n", shown[1]


def test_the_example_record_is_sound(tmp_path: Path) -> None:
    """The record that the README teaches says no more than the source in a new folder: nothing is wrong with it."""
    record, _ = _example()
    content = tmp_path / "content"
    shutil.copytree(ROOT / "weerklank" / "begin", content)
    (content / "bijsturingen" / "bericht-in-de-bus.yaml").write_text(record, encoding="utf-8")
    loaded = load(content)
    day = build_date("2026-11-23", {})
    found = (*loaded.findings, *validate(loaded, on=day).findings)  # type: ignore[arg-type]

    assert [] == [str(item) for item in found if item.severity.value != "opmerking"]


def test_the_example_of_an_error_is_what_an_author_sees(tmp_path: Path) -> None:
    """The error in the README, letter by letter, comes from the mistake that it shows."""
    record, shown = _example()
    name = "bijsturingen/bericht-in-de-bus.yaml"
    content = written(SMALL, tmp_path / "content")
    assert name not in files(SMALL)
    (content / name).write_text(record.replace("soort: werkwijze", "sort: werkwijze"), encoding="utf-8")
    loaded = load(content)
    day = build_date("2026-11-23", {})
    findings = sort_findings((*loaded.findings, *validate(loaded, on=day).findings))  # type: ignore[arg-type]
    sources = {source.file: source for source in loaded.sources}
    own = [item for item in findings if item.span and item.span.file.endswith(name) and item.span.line == 3]
    text = render_text(own, sources)

    assert shown.rstrip() == text.split("\n\n")[0].replace(f"{tmp_path.as_posix()}/", "").rstrip()


def test_the_promise_in_the_manual_is_one(tmp_path: Path) -> None:
    """The record that the manual shows fits its kind, to the last field."""
    page = (DOCS / "handleiding.md").read_text("utf-8")
    shown = re.search(r"```yaml\n(titel: Een bank in de schaduw.*?)```", page, re.DOTALL)
    assert shown is not None
    content = tmp_path / "content"
    shutil.copytree(ROOT / "weerklank" / "begin", content)
    (content / "toezeggingen" / "bank.yaml").write_text(shown[1], encoding="utf-8")
    loaded = load(content)
    findings = (*loaded.findings, *validate(loaded, on=build_date("2026-11-23", {})).findings)  # type: ignore[arg-type]

    assert {"V001"} == {item.code for item in findings if item.severity.value == "fout"}, "its source is elsewhere"


def test_every_dependency_earns_its_line() -> None:
    """Each run-time dependency has one row in the README that says why, and no row is for something else."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["zegel"]]
    wanted = sorted(re.split(r"[<>=~!\[]", item)[0] for item in asked)
    table = README[README.index("## Dependencies") : README.index("For tests only")]
    rows = sorted(re.findall(r"^\| ([a-z0-9-]+) \|", table, re.MULTILINE))

    assert wanted == rows


def test_the_pictures_and_pages_are_there() -> None:
    """Every file that README or manual links to exists."""
    for document in (ROOT / "README.md", DOCS / "handleiding.md"):
        links = re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8"))
        assert [] == [link for link in links if not (document.parent / link).exists()], document.name


def test_the_page_about_the_architecture_is_that_of_the_code() -> None:
    """Its picture, its table of parts and its rules are read from the code."""
    text = architecture_page.PAGE.read_text("utf-8")

    assert architecture_page.renewed(text) == text, "run: python3 build.py docs"
    assert architecture_page.names() == set(re.findall(r"<!-- made: (\w+) -->", text))


def test_the_steps_of_a_build_exist() -> None:
    """Each function that the page about the architecture names is one, and nothing else stands there."""
    text = architecture_page.PAGE.read_text("utf-8").partition("## Who builds")[0]
    steps = re.findall(r"^\| [a-z ]+ \| `([\w.]+)\.(\w+)` \|", text, re.MULTILINE)
    functions = [getattr(import_module(f"weerklank.{module}"), name) for module, name in steps]

    assert len(steps) > 5
    assert [] == [function for function in functions if not inspect.isfunction(function)]


def test_the_list_of_changes_is_about_this_version() -> None:
    """Frozen annexes print the number: the program, its metadata and the list of changes say the same one."""
    metadata = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    changes = (ROOT / "CHANGELOG.md").read_text("utf-8")
    releases = re.findall(r"^## (?:\[?(\d+\.\d+\.\d+)\]? - \d{4}-\d\d-\d\d|Unreleased)$", changes, re.MULTILINE)
    headings = re.findall(r"^### (.*)$", changes, re.MULTILINE)

    assert metadata == __version__
    assert __version__ in (releases[:2] if any(releases) else changes)
    assert [] == [name for name in headings if name not in KEEP_A_CHANGELOG]


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/architecture.md"])
def test_a_page_names_files_that_exist(page: str) -> None:
    """A path between backticks, and the goal of a link, is there; what a build makes has its place in .gitignore."""
    text = (ROOT / page).read_text("utf-8")
    made = re.compile(
        r"site/|bijlagen/|pak/|\.venv/|\.cache/|content/|mijn-map/|.*VRAAG|/tmp/|tests/findings/R039|.*\*"
    )
    paths = [
        word
        for code in re.findall(r"`([^`\n]+)`", text)
        for word in code.split()
        if re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", word) and ("/" in word or word.endswith((".py", ".md", ".toml")))
    ]
    links = [goal for goal in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in goal]
    folder = (ROOT / page).parent

    assert paths
    assert [] == [path for path in paths if not made.match(path) and not (ROOT / path).exists()]
    assert [] == [goal for goal in links if not (folder / goal).exists()]
