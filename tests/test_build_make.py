"""Artifacts to files: a cached result is used exactly when nothing it is made from has changed."""

import sqlite3
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, ClassVar

import pytest

from weerklank.build.artifact import AnyArtifact, Artifact, Bench, Form, Stock, digest
from weerklank.build.cache import FILE, Cache, NoCache, Store
from weerklank.build.forms import BytesForm, PageForm, TextForm
from weerklank.build.inspect import check
from weerklank.build.make import MadeFiles, collisions, make_files
from weerklank.build.publish import publish
from weerklank.build.results import MadeFile, Seen
from weerklank.findings import finding
from weerklank.project import Materials


@dataclass(frozen=True)
class View:
    """What the page below prints."""

    text: str
    head: None = None


@dataclass(frozen=True)
class Drawing(Form[str]):
    """A format of the tests: it reads one asset and the files that it needs, and finds something in a bad view."""

    pen: str = "dun"

    def reads(self, stock: Stock) -> Iterable[str]:  # noqa: ARG002 - always the same
        """The ink."""
        return ["assets/inkt"]

    def make(self, view: str, bench: Bench) -> MadeFile:
        """Everything that it was given, in a row."""
        if view == "onmogelijk":
            return MadeFile(b"", (finding("P001", bibliotheek="pango"),))
        found = (finding("S007", artifact=bench.path, grootte="1", grens="0"),) if view == "zwaar" else ()
        parts = (self.pen.encode(), view.encode(), *bench.given.values(), *bench.files.values())
        return MadeFile(b"|".join(parts), found)


@dataclass(frozen=True)
class SlowDrawing(Drawing):
    """The same in a process of its own."""

    apart: ClassVar[bool] = True


_FACTS = "{% for path, file in files|dictsort %}{{ path }} {{ file.size }} {{ file.sha256 }}{% endfor %}"
TEMPLATES = {
    "pages/a.html": "<h1>{{ text }}</h1>{% include 'partials/b.html' %}" + _FACTS,
    "partials/b.html": "",
    "pages/c.html": "",
}
MATERIALS = Materials(TEMPLATES, {"css/site.css": b"a{}", "inkt": b"zwart"}, "program 1", {"annex/a.docx": b"d"})


def artifact(path: str, form: Form[Any], view: object, *needs: str, inputs: tuple[str, ...] = ()) -> AnyArtifact:
    """An artifact whose inputs are its view, or others."""
    return Artifact(path, form, lambda: view, inputs or (digest(view),), needs)


PAGE = artifact("a.html", PageForm("pages/a.html"), View("een"))
TEXT = artifact("robots.txt", TextForm(), "User-agent: *\n")
COPY = artifact("css/site.css", BytesForm(), b"a{}")
DRAWING = artifact("x.svg", Drawing(), "kaart")
ALL = (PAGE, TEXT, COPY, DRAWING)


def run(artifacts: Sequence[AnyArtifact], cache: Store, materials: Materials = MATERIALS) -> MadeFiles:
    """Make without a word."""
    with cache.open() as entries:
        return make_files(artifacts, materials=materials, entries=entries, report=lambda _: None)


# --- what becomes of an artifact -------------------------------------------------------------------------------------


def test_each_form_makes_its_bytes() -> None:
    """Pages through their template, texts as they are, copies untouched; sorted by path."""
    found = run(ALL, NoCache())
    expected = {
        "a.html": b"<h1>een</h1>",
        "css/site.css": b"a{}",
        "robots.txt": b"User-agent: *\n",
        "x.svg": b"dun|kaart|zwart",
    }
    assert (expected, (), frozenset()) == (found.files, found.findings, found.missing)
    assert sorted(expected) == list(found.files)


def test_what_is_made_for_others_is_not_published() -> None:
    """A file that only another one needs is made, and is not among the files."""
    page = replace(PAGE, needs=("x.svg",))
    found = run((page, replace(DRAWING, published=False)), NoCache())
    assert ["a.html"] == list(found.files)
    assert b"x.svg 15" in found.files["a.html"]


def test_a_page_states_facts_about_files() -> None:
    """Size and hash are those of the file in this build, in whatever order; a file that is not planned is not there."""
    page = replace(PAGE, needs=("x.svg", "data/weg.csv"))
    expected = f"<h1>een</h1>x.svg 15 {sha256(b'dun|kaart|zwart').hexdigest()}"
    for order in ((page, DRAWING), (DRAWING, page)):
        assert expected.encode() == run(order, NoCache()).files["a.html"]


def test_a_file_can_be_made_of_others() -> None:
    """What an artifact needs it gets as bytes, also by way of another process and of files that need others."""
    slow = artifact("b.pdf", SlowDrawing(), "bijlage", "x.svg")
    last = artifact("c.txt", Drawing(), "lijst", "b.pdf")
    for order in ((last, slow, DRAWING), (DRAWING, slow, last)):
        found = run(order, NoCache()).files
        assert b"dun|bijlage|zwart|dun|kaart|zwart" == found["b.pdf"]
        assert b"dun|lijst|zwart|dun|bijlage|zwart|dun|kaart|zwart" == found["c.txt"]


def test_what_is_slow_begins_first() -> None:
    """What another process makes is begun before everything else, and waited for last."""
    said: list[str] = []
    slow = artifact("z.pdf", SlowDrawing(), "bijlage", "x.svg")
    late = artifact("b.html", PageForm("pages/a.html"), View("twee"), "z.pdf")
    with NoCache().open() as entries:
        make_files((PAGE, late, TEXT, DRAWING, slow), materials=MATERIALS, entries=entries, report=said.append)
    assert ["x.svg", "z.pdf", "a.html", "robots.txt", "b.html"] == said


def test_progress_names_what_is_made(tmp_path: Path) -> None:
    """Whoever waits sees what is worked on; what comes from the cache takes no time and is not named."""
    said = list[str]()
    for _ in range(2):
        with Cache(tmp_path).open() as entries:
            make_files(ALL, materials=MATERIALS, entries=entries, report=said.append)
    assert [item.path for item in ALL] == said


# --- what is not made again ------------------------------------------------------------------------------------------


def never() -> object:
    """A view that nobody may ask for."""
    pytest.fail("the view was asked for")


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    """The second time no view is asked for, and the bytes are those of a build without a cache."""
    cache = Cache(tmp_path)
    first = run(ALL, cache)
    second = run([replace(item, view=never) for item in ALL], cache)
    assert ({item.path for item in ALL}, ()) == (set(first.fresh), second.fresh)
    assert first.files == second.files == run(ALL, NoCache()).files
    assert (first.keys, first.results, first.pages) == (second.keys, second.results, second.pages)


def test_other_inputs_with_the_same_view_make_nothing(tmp_path: Path) -> None:
    """What an input changes but nobody sees costs the view and no more."""
    cache, asked = Cache(tmp_path), list[str]()
    run(ALL, cache)

    def view() -> View:
        asked.append("gevraagd")
        return View("een")

    again = replace(PAGE, view=view, inputs=("iets anders",))
    assert ((), (), 1) == (run((again,), cache).fresh, run((again,), cache).fresh, len(asked))


@pytest.mark.parametrize(
    ("item", "materials"),
    [
        (artifact("a.html", PageForm("pages/a.html"), View("twee")), MATERIALS),
        (replace(PAGE, path="b.html"), MATERIALS),
        (replace(PAGE, form=PageForm("pages/c.html")), MATERIALS),
        (PAGE, replace(MATERIALS, templates={**TEMPLATES, "pages/a.html": "<p>"})),
        (PAGE, replace(MATERIALS, templates={**TEMPLATES, "partials/b.html": " "})),
        (PAGE, replace(MATERIALS, program="program 2")),
        (DRAWING, replace(MATERIALS, assets={"inkt": b"blauw"})),
        (replace(DRAWING, form=Drawing("dik")), MATERIALS),
        (artifact("css/site.css", BytesForm(), b"b{}"), MATERIALS),
    ],
)
def test_what_changed_is_made_again(item: AnyArtifact, materials: Materials, tmp_path: Path) -> None:
    """Another view, address, form, template, asset that it reads or program, and the stored result is no longer it."""
    cache = Cache(tmp_path)
    run(ALL, cache)
    assert (item.path,) == run((item,), cache, materials).fresh


@pytest.mark.parametrize(
    ("item", "materials"),
    [
        (PAGE, replace(MATERIALS, assets={})),
        (PAGE, replace(MATERIALS, templates={**TEMPLATES, "pages/c.html": "anders", "pages/d.html": ""})),
        (DRAWING, replace(MATERIALS, assets={"inkt": b"zwart", "css/site.css": b"b{}"}, documents={})),
        (DRAWING, replace(MATERIALS, templates={})),
        (TEXT, replace(MATERIALS, templates={}, assets={}, documents={})),
    ],
)
def test_what_did_not_change_is_not_made(item: AnyArtifact, materials: Materials, tmp_path: Path) -> None:
    """A page does not hold its style sheet nor another page, and a form that reads no template knows of none."""
    cache = Cache(tmp_path)
    run(ALL, cache)
    found = run((replace(item, view=never),), cache, materials)
    assert ((), [item.path]) == (found.fresh, list(found.files))


def test_a_file_it_needs_counts(tmp_path: Path) -> None:
    """Another file is another page; the same file made of other inputs is the same page."""
    page, cache = replace(PAGE, needs=("x.svg",)), Cache(tmp_path)
    run((page, DRAWING), cache)
    assert () == run((page, replace(DRAWING, inputs=("anders",))), cache).fresh
    assert {"a.html", "x.svg"} == set(run((page, artifact("x.svg", Drawing(), "plan")), cache).fresh)


# --- what cannot be made, and what was found -------------------------------------------------------------------------


def test_a_mistake_is_found_each_time(tmp_path: Path) -> None:
    """What could not be made is tried again: a second build says the same, and a mended one goes on."""
    broken = replace(MATERIALS, templates={"pages/a.html": "{{ weg }}"})
    cache = Cache(tmp_path)
    first, second = run(ALL, cache, broken), run(ALL, cache, broken)
    assert ["T001"] == [item.code for item in first.findings]
    assert first.findings == second.findings
    assert (frozenset({"a.html"}), ["a.html"]) == (second.missing, list(second.fresh))
    assert b"<h1>een</h1>" == run(ALL, cache).files["a.html"]


def test_what_was_found_is_kept_with_the_result(tmp_path: Path) -> None:
    """A result with a finding is not made again, and says the same each time."""
    odd, cache = artifact("x.svg", Drawing(), "zwaar"), Cache(tmp_path)
    first, second = run((odd,), cache), run((replace(odd, view=never),), cache)
    assert ["S007"] == [item.code for item in first.findings]
    assert (("x.svg",), ()) == (first.fresh, second.fresh)
    assert (first.files, first.findings) == (second.files, second.findings)


def test_a_page_that_was_looked_at_is_not_looked_at_again(tmp_path: Path) -> None:
    """What a page says to others, and what is wrong with it by itself, comes from the cache with it."""
    materials = replace(MATERIALS, templates={"pages/a.html": '<h2 id="a">x</h2><a href="b.html#c">b</a><img src="a">'})
    first, second = (run((PAGE,), cache, materials) for cache in (Cache(tmp_path),) * 2)
    assert ["S004", "S006"] == sorted(item.code for item in first.findings)
    assert (first.findings, first.pages, ()) == (second.findings, second.pages, second.fresh)
    assert Seen(frozenset({"a"}), (("b.html", "c"), ("a", "")), ()) == second.pages["a.html"]


def test_a_page_beside_a_file_that_could_not_be_made(tmp_path: Path) -> None:
    """A page that tells of a file is another page while that file is missing, in both directions."""
    page, cache = replace(PAGE, needs=("x.pdf",)), Cache(tmp_path)

    def outcome(view: str) -> MadeFiles:
        # The same inputs each time: a machine without a library cannot make it, another one can.
        return run((page, Artifact("x.pdf", Drawing(), lambda: view, ("dezelfde",))), cache)

    without, whole = (outcome(view).files["a.html"] for view in ("onmogelijk", "kaart"))
    assert (b"<h1>een</h1>", True) == (without, b"x.pdf 15" in whole)
    known = outcome("kaart")
    assert (whole, ()) == (known.files["a.html"], known.fresh)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        database.execute("delete from result where key = ?", (known.results["x.pdf"],))
        database.commit()
    assert without == outcome("onmogelijk").files["a.html"]


def test_an_empty_file_is_a_file(tmp_path: Path) -> None:
    """A style sheet without a rule is published like any other, also the second time."""
    empty, cache = artifact("css/leeg.css", BytesForm(), b""), Cache(tmp_path)
    assert [{"css/leeg.css": b""}] * 2 == [run((empty,), cache).files for _ in range(2)]


def test_exchanged_entries_are_made_again(tmp_path: Path) -> None:
    """OpenCache under each other's key: a cache is never trusted beyond its seals."""
    cache = Cache(tmp_path)
    expected = run(ALL, cache)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        rows = database.execute("select key, data, seal from result").fetchall()
        for (name, _, _), (_, data, seal) in zip(rows, [*rows[1:], rows[0]], strict=True):
            database.execute("update result set data = ?, seal = ? where key = ?", (data, seal, name))
        database.commit()
    found = run(ALL, cache)
    assert (expected.files, set(expected.fresh)) == (found.files, set(found.fresh))


# --- how much work it is ---------------------------------------------------------------------------------------------


def calls(work: Callable[[], object]) -> int:
    """How many functions are called during some work: what it costs, whatever else the machine does."""
    found = 0

    def count(_: object, event: str, __: object) -> None:
        nonlocal found
        found += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(None)
    return found


def chained(size: int) -> tuple[AnyArtifact, ...]:
    """Pages that link to each other, each beside a file of which it tells."""
    text = '<h1 id="a">x</h1><a href="p{}.html#a">x</a>'
    pages = (
        artifact(f"p{place}.html", TextForm(), text.format((place + 1) % size), f"d{place}.txt")
        for place in range(size)
    )
    return (*pages, *(artifact(f"d{place}.txt", Drawing(), f"rij {place}") for place in range(size)))


@pytest.mark.parametrize("step", ["anew", "unchanged", "collisions", "looking", "publishing", "again"])
def test_work_grows_with_the_files(step: str, tmp_path: Path) -> None:
    """Four times as many files are at most some four times the work, in every step of a build."""

    def work(size: int) -> int:
        artifacts, folder = chained(size), tmp_path / str(size)
        if step == "anew":
            return calls(lambda: run(artifacts, NoCache()))
        cache = Cache(folder / "cache")
        made = run(artifacts, cache)
        if step in ("publishing", "again"):
            publish(made.files if step == "again" else {}, folder / "site")
        steps: dict[str, Callable[[], object]] = {
            "unchanged": lambda: run(artifacts, cache),
            "collisions": lambda: collisions((*artifacts, *artifacts)),
            "looking": lambda: check(made.files),
            "publishing": lambda: publish(made.files, folder / "site"),
            "again": lambda: publish(made.files, folder / "site"),
        }
        return calls(steps[step])

    work(10)
    assert work(400) < 4.4 * work(100)
