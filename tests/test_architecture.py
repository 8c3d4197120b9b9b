"""The shape of the code, held: who imports whom, who owns what, how large things get.

A rule that fails here is not to be loosened in passing: it is what keeps the next change small.
"""

import ast
import builtins
import re
import subprocess
import sys
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from weerklank import model
from weerklank.model.fields import fields_of, within

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "weerklank"

ROWS = (
    {"contrast", "elements", "letters", "packing", "text", "system"},
    {"messages"},
    {"bare", "findings"},
    {"project"},
    {"kinds", "pictures", "qr", "states", "theme", "author.near", "author.labels"},
    {"data"},
    {"data.formats"},
    {"model"},
    {"author.load", "markup", "addresses", "wording", "author.quotations"},
    {"order", "chartspec"},
    {"alternative"},
    {"index"},
    {"corpus"},
    {"author", "facts"},
    {"freeze"},
    {"document"},
    {"site"},
    {"html", "charts", "pdf", "seals", "word", "build.cache", "build.publish"},
    {"build.results"},
    {"build.inspect"},
    {"build.artifact"},
    {"build.forms", "build.apart", "build.content"},
    {"site.inputs", "build.make"},
    {"site.annex_files"},
    {"site.pages"},
    {"build"},
    {"build.annexes", "build.coverage", "build.package"},
    {"cli"},
)
"""A module imports only from rows above its own. A part of a package that is named here has a row of its own."""

LATE = {"build.forms", "build", "cli"}
"""These may import inside a function, and only what `check` and an unchanged build do without: both are instant."""

HEAVY = {
    "charts", "pdf", "seals", "data.formats", "word", "site.pages", "build.inspect", "build.content", "build.make",
    "build.annexes", "build.coverage", "build.package", "freeze", "author", "author.load",
}  # fmt: skip

OWNERS = {
    "cffi": {"pdf"},
    "docx": {"word"},
    "fontTools": {"packing"},
    "jinja2": {"html"},
    "markdown": {"markup"},
    "markupsafe": {"markup", "html", "document", "site"},  # its `Markup` is the type of HTML that is safe
    "PIL": {"pictures"},
    "matplotlib": {"charts"},
    "nh3": {"markup"},
    "pydantic": {"model", "author"},  # `author` turns its errors into findings
    "pydantic_core": {"model", "author"},
    "pydyf": {"pdf"},
    "pyhanko": {"seals"},
    "pyhanko_certvalidator": {"seals"},
    "segno": {"qr"},
    "weasyprint": {"pdf"},
    "xlsxwriter": {"data.formats"},
    "yaml": {"author.load"},
}
"""Each library that is not Python's own, and who may name it."""

NEVER = {"ftplib", "http", "requests", "smtplib", "socket", "ssl", "subprocess", "urllib.request"}
"""A build asks nothing of a network and starts no other program."""

FRONT_DOOR = {"system"}
"""What runs before a build and never within one: it may start apt, and keeps an answer beside the environment."""

READERS = {
    "project": "reads templates and our own source",
    "author.load": "reads the content",
    "build.cache": "reads what it wrote",
    "build.publish": "compares with what it wrote",
    "cli": "reads a file that was named: a key, or what is to be verified",
}
WRITERS = {"build.cache": "owns .cache/", "build.publish": "owns the site"}
FOLDERS_FOR_LIBRARIES = {"charts", "pdf"}
"""Their libraries take fonts only as files, so these put them in a temporary folder that they remove."""

MUTABLE = {"pdf.tree"}
"""The tags of a PDF are gathered page by page and joined before they are written; no stage outside sees them."""

CLOCK_AND_ENVIRONMENT = {"project", "cli"}

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "handler",
    "engine",
    "core",
    "base",
    "tools",
}

READING = {"read_text", "read_bytes", "iterdir", "rglob", "scandir", "listdir"}
WRITING = {
    "write_text", "write_bytes", "mkdir", "makedirs", "touch", "unlink", "rmdir", "rmtree", "rename", "symlink_to",
    "hardlink_to", "mkstemp", "mkdtemp", "copyfile", "copytree", "truncate",
}  # fmt: skip


@dataclass(frozen=True)
class Import:
    """`target`: the module named, dots and all; `late`: inside a function."""

    target: str
    line: int
    late: bool


@dataclass(frozen=True)
class Module:
    """`name`: from below the package ("build.publish.lock"); `unit`: the longest part of it that has a row."""

    name: str
    path: Path

    @property
    def unit(self) -> str:
        """The part that has a row."""
        return _row_of(self.name)

    def place(self, line: int) -> str:
        """A place to jump to."""
        return f"{self.path.relative_to(ROOT)}:{line}:"

    def __str__(self) -> str:
        return self.name


def _row_of(name: str) -> str:
    """The longest part of a module's name that has a row; without any, its first part."""
    parts = name.split(".")
    candidates = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((unit for unit in candidates if unit in ROW_OF), parts[0])


ROW_OF = {unit: row for row, units in enumerate(ROWS) for unit in units}


def _modules() -> list[Module]:
    modules = []
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        if name:
            modules.append(Module(name, path))
    return modules


MODULES = _modules()
NAMES = {module.name for module in MODULES}
UNITS = {module.unit for module in MODULES}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes(), path)


def _imports(path: Path) -> Iterator[Import]:
    """Every import of a module: at its top, in functions, and under any condition."""
    pending: list[tuple[ast.AST, bool]] = [(_tree(path), False)]
    while pending:
        node, late = pending.pop()
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno, late) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert 0 == node.level, f"{path.name}:{node.lineno}: an import names the whole path"
            yield from (Import(f"{node.module}.{alias.name}", node.lineno, late) for alias in node.names)
        inside = late or isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
        pending += [(child, inside) for child in ast.iter_child_nodes(node)]


def _own(item: Import) -> str | None:
    """The module of ours that an import names, without the package; None for a library or a plain name of ours."""
    if not item.target.startswith("weerklank."):
        return None
    parts = item.target.split(".")[1:]
    candidates = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in candidates if name in NAMES), None)


def _unit(item: Import) -> str | None:
    """The unit of ours that an import names, or None."""
    name = _own(item)
    return name and _row_of(name)


def _above(unit: str | None, other: str) -> bool:
    """Say whether one unit stands in a row above the other's; one without a row is another test's business."""
    return unit not in ROW_OF or other not in ROW_OF or ROW_OF[unit] < ROW_OF[other]


def _calls(path: Path) -> Iterator[tuple[str, int]]:
    """Every function that is called by name or as an attribute, with its line; `open` only as the file function."""
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Name):
            yield called.id, node.lineno
        elif isinstance(called, ast.Attribute):
            yield ("open" if _opens_a_file(called, node) else f".{called.attr}"), node.lineno


def _opens_a_file(called: ast.Attribute, call: ast.Call) -> bool:
    """`os.open(…)`, or `path.open("rb")`: an `open` of ours takes no mode."""
    if called.attr != "open":
        return False
    if isinstance(called.value, ast.Name) and called.value.id in ("os", "io"):
        return True
    mode = [*call.args, *(word.value for word in call.keywords if word.arg == "mode")][:1]
    return bool(mode) and isinstance(mode[0], ast.Constant) and bool(re.fullmatch(r"[rwxab+t]+", str(mode[0].value)))


def _writes(path: Path) -> Iterator[tuple[str, int]]:
    """Calls that change the disk. `x.replace(y)` with one argument moves a file; with two it changes text."""
    yield from ((name, line) for name, line in _calls(path) if name.removeprefix(".") in WRITING)
    for node in ast.walk(_tree(path)):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if node.func.attr == "replace" and len(node.args) == 1 and not node.keywords:
            yield ".replace", node.lineno


def _uses_tempfile(path: Path) -> bool:
    return any(item.target.partition(".")[0] == "tempfile" for item in _imports(path))


def _body_length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a body without its docstring."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def test_every_module_has_a_row() -> None:
    """A new module says in ROWS between which others it stands; that is a decision, not a detail."""
    missing = [f"weerklank/{unit} has no row in tests/test_architecture.py: choose one" for unit in UNITS - set(ROW_OF)]

    assert [] == missing


def test_every_row_and_owner_has_a_module() -> None:
    """A name that no module has protects nothing."""
    named = {
        "ROWS": set(ROW_OF), "LATE": LATE, "HEAVY": HEAVY, "READERS": set(READERS), "WRITERS": set(WRITERS),
        "FOLDERS_FOR_LIBRARIES": FOLDERS_FOR_LIBRARIES, "MUTABLE": MUTABLE, "FRONT_DOOR": FRONT_DOOR,
        "CLOCK_AND_ENVIRONMENT": CLOCK_AND_ENVIRONMENT, "OWNERS": set().union(*OWNERS.values()),
    }  # fmt: skip
    used = {
        (library, module.unit)
        for module in MODULES
        for item in _imports(module.path)
        if (library := item.target.partition(".")[0]) in OWNERS
    }

    assert [] == [f"{name} names {unit}" for name, units in named.items() for unit in sorted(units - NAMES)]
    assert [] == [
        f"OWNERS gives {library} to {unit}, which does not use it"
        for library, units in OWNERS.items()
        for unit in sorted(units)
        if (library, unit) not in used
    ]


def test_a_name_stands_in_one_row() -> None:
    """ROWS is an order, so no name can stand in it twice."""
    names = [unit for row in ROWS for unit in row]

    assert sorted(names) == sorted(set(names))


def test_imports_go_up() -> None:
    """A module imports only from rows above its own, wherever in the file the import stands."""
    wrong = [
        f"{module.place(item.line)} {module.unit} imports {target}, which is not above it"
        for module in MODULES
        for item in _imports(module.path)
        if (target := _unit(item)) not in (None, module.unit) and not _above(target, module.unit)
    ]

    assert [] == wrong


def test_imports_stand_at_the_top() -> None:
    """Only the composing modules import late, and only what is heavy; nobody imports for typing alone."""
    wrong = [
        f"{module.place(item.line)} {item.target}"
        for module in MODULES
        for item in _imports(module.path)
        if (item.late and not (module.unit in LATE and _unit(item) in HEAVY)) or item.target == "typing.TYPE_CHECKING"
    ]

    assert [] == wrong


@pytest.mark.parametrize("unit", sorted(UNITS))
def test_a_package_has_no_cycles(unit: str) -> None:
    """Inside a package, too, one can say what comes first."""
    graph = {
        module.name: {name for item in _imports(module.path) if _unit(item) == unit and (name := _own(item))}
        - {module.name}
        for module in MODULES
        if module.unit == unit
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(f"these import one another: {' → '.join(error.args[1])}")


def test_a_library_has_one_owner() -> None:
    """A library is named by its owner only, so that it can be replaced in one place."""
    wrong = [
        f"{module.place(item.line)} {library} belongs to {OWNERS.get(library, 'nobody yet')}"
        for module in MODULES
        for item in _imports(module.path)
        if (library := item.target.partition(".")[0]) not in {*sys.stdlib_module_names, "weerklank"}
        and module.unit not in OWNERS.get(library, set())
    ]

    assert [] == wrong


def test_no_network_and_no_other_programs() -> None:
    """What is published depends on the content and on nothing that something else says."""
    wrong = [
        f"{module.place(item.line)} {item.target}"
        for module in MODULES
        if module.unit not in FRONT_DOOR
        for item in _imports(module.path)
        if any(item.target == name or item.target.startswith(f"{name}.") for name in NEVER)
    ]

    assert [] == wrong


def test_reading_has_owners() -> None:
    """Everything between reading and publishing works on values: it can be tested without a disk."""
    wrong = [
        f"{module.place(line)} {name}"
        for module in MODULES
        if module.unit not in {*READERS, *FOLDERS_FOR_LIBRARIES, *FRONT_DOOR}
        for name, line in _calls(module.path)
        if name == "open" or name.removeprefix(".") in READING
    ]

    assert [] == wrong


def test_writing_has_owners() -> None:
    """What changes the disk is in two places, and what a library needs as a file is in a temporary folder."""
    wrong = [
        f"{module.place(line)} {name}"
        for module in MODULES
        if module.unit not in {*WRITERS, *FRONT_DOOR}
        and not (module.unit in FOLDERS_FOR_LIBRARIES and _uses_tempfile(module.path))
        for name, line in _writes(module.path)
    ]

    assert [] == wrong


def test_one_clock() -> None:
    """Only `project` asks what day it is and what the environment says (`cli`: whether the terminal has colour)."""
    pattern = re.compile(r"\b(?:date\.today|datetime\.(?:now|today|utcnow)|time\.time|os\.(?:environ|getenv))\b")
    wrong = [
        f"{module} {match.group()}"
        for module in MODULES
        if module.unit not in CLOCK_AND_ENVIRONMENT | FRONT_DOOR
        for match in pattern.finditer(module.path.read_text(encoding="utf-8"))
    ]

    assert [] == wrong


def test_modules_stay_small() -> None:
    """A module that grows past its limit becomes a package of the same name."""
    lengths = {module.name: module.path.read_bytes().count(b"\n") for module in MODULES}

    assert {} == {name: length for name, length in lengths.items() if length > LONGEST_MODULE}


def test_functions_stay_small() -> None:
    """A function that grows past its limit, its docstring left out, is two."""
    long = [
        f"{module.place(node.lineno)} {node.name} has {length} lines"
        for module in MODULES
        for node in ast.walk(_tree(module.path))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (length := _body_length(node)) > LONGEST_FUNCTION
    ]

    assert [] == long


def test_names_say_something() -> None:
    """No module is called after what could be anything."""
    assert [] == [module.name for module in MODULES if not VAGUE.isdisjoint(module.name.split("."))]


def test_the_name_of_a_class_means_one_thing() -> None:
    """Who reads a name knows which class it is, private ones included."""
    places: dict[str, list[str]] = {}
    for module in MODULES:
        for node in ast.walk(_tree(module.path)):
            if isinstance(node, ast.ClassDef):
                places.setdefault(node.name.lstrip("_"), []).append(module.place(node.lineno))

    assert {} == {name: found for name, found in places.items() if len(found) > 1}


def test_modules_say_what_they_do() -> None:
    """Every module has a docstring; that of a module or package says what comes in and what goes out."""
    texts = {module.name: ast.get_docstring(_tree(module.path)) or "" for module in MODULES}

    assert [] == [name for name, text in texts.items() if not text]
    assert [] == [name for name in UNITS if not ("In: " in texts[name] and "Out: " in texts[name])]


SPEAKS_HTML = {"pdf", "word", "markup"}
"""What these name between backticks are elements and attributes as well as names of ours."""


def test_docstrings_name_what_exists() -> None:
    """A name between backticks is one: of this module, of something that another defines, or of a key in content."""
    known = {part for name in NAMES for part in name.split(".")} | set(dir(builtins)) | set(typing.__all__)
    known |= {field.key for kind in model.MODELS.values() for field in within(fields_of(kind))}
    for module in MODULES:
        known |= _defined(_tree(module.path))
    stale = [
        f"{module.place(line)} `{name}`"
        for module in MODULES
        if module.unit not in SPEAKS_HTML
        for line, text in _docstrings(_tree(module.path))
        for name in re.findall(r"`([A-Za-z_][\w.]*)`", text)
        if not set(name.split(".")) <= known | _used(_tree(module.path))
    ]

    assert [] == stale


def _docstrings(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Strings that stand alone: of a module, a class, a function or a name, each with its line."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.lineno, node.value.value


def _defined(tree: ast.Module) -> set[str]:
    """Functions, classes, attributes of classes, and names of a module."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


def _used(tree: ast.Module) -> set[str]:
    """What the code of a module names: variables, attributes, arguments, imports, and words in its strings."""
    alone = {text for _, text in _docstrings(tree)}
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, (ast.arg, ast.keyword)):
            names.add(node.arg or "")
        elif isinstance(node, ast.alias):
            names |= set(node.name.split("."))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value not in alone:
            names |= set(re.findall(r"\w+", node.value))
    return names


def test_dataclasses_are_frozen() -> None:
    """What a stage hands on is never changed afterwards; a private one may gather things while a stage works."""
    loose = [
        f"{module.place(node.lineno)} {node.name}"
        for module in MODULES
        if module.name not in MUTABLE
        for node in ast.walk(_tree(module.path))
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
        for decorator in node.decorator_list
        if ast.unparse(decorator).partition("(")[0] == "dataclass" and "frozen=True" not in ast.unparse(decorator)
    ]

    assert [] == loose


def test_every_module_has_tests() -> None:
    """The tests of a module stand under its name."""
    tests = ROOT / "tests"
    missing = [
        f"tests/test_{name}.py"
        for name in sorted(unit.replace(".", "_") for unit in UNITS)
        if not [*tests.glob(f"test_{name}.py"), *tests.glob(f"test_{name}_*.py")]
    ]

    assert [] == missing


def _project_files() -> list[Path]:
    """What git knows or would take, without what an agency writes; without git, everything but what tools leave."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z", ":!content/"],
        cwd=ROOT, capture_output=True, check=False, text=True,
    )  # fmt: skip
    if listing.returncode == 0:
        return [ROOT / name for name in listing.stdout.split("\0") if name and (ROOT / name).is_file()]
    skipped = {".venv", ".git", ".cache", "node_modules", "__pycache__", ".mypy_cache", ".ruff_cache", ".hypothesis"}
    tops = [path for path in ROOT.iterdir() if path.name not in {*skipped, "content"}]
    found = [*tops, *(path for top in tops if top.is_dir() for path in top.rglob("*"))]
    return [path for path in found if path.is_file() and skipped.isdisjoint(path.relative_to(ROOT).parts)]


def test_no_address_of_a_package_host() -> None:
    """Where packages come from is a matter of the machine: no file of the project names a host or an index of them."""
    hosts = [
        "pypi" + ".org", "python" + "hosted", "npm" + "js.", "registry" + ".yarn", "jsr" + ".io", "un" + "pkg.com",
        "js" + "delivr", "cdn" + "js.", "deb." + "debian", "crates" + ".io", "ana" + "conda.org", "proxy." + "golang",
    ]  # fmt: skip
    options = ["--" + "index-url", "--extra-" + "index-url", "--find-" + "links", "--trusted-" + "host"]
    pattern = re.compile("|".join(map(re.escape, [*hosts, *options])).encode())
    # `uv pip compile` has an option to leave an index out, which is the opposite of naming one.
    leave_out = ("--no-emit-" + "index-url").encode()
    found = [
        f"{path.relative_to(ROOT)}: {match.group().decode()}"
        for path in _project_files()
        for match in pattern.finditer(path.read_bytes().replace(leave_out, b""))
    ]

    assert [] == found


def test_pins_hold_no_address() -> None:
    """The files that pin versions hold hashes and no address at all."""
    for name in ("requirements.txt", "requirements-zegel.txt", "requirements-dev.txt", "tests/tools/package-lock.json"):
        assert b"://" not in (ROOT / name).read_bytes(), name
