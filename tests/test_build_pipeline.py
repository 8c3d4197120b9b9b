"""The stages in order, with two gates: an error publishes nothing, and what was published stays."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.project_samples import QUESTION, SMALL, build, project, published
from weerklank.build import pipeline
from weerklank.build.cache import FILE, Cache, NoCache
from weerklank.findings import has_errors
from weerklank.project import ROOT, Project

BROKEN = SMALL.replace("initiatief: overleg", "initiatief: overlg")
STAGES = ["herkennen", "lezen", "nakijken", "kiezen", "maken", "bekijken", "publiceren"]
RECOGNISED = ["herkennen", "publiceren"]


def codes(outcome: pipeline.Outcome) -> list[str]:
    """The codes of all findings."""
    return [item.code for item in outcome.findings]


def own_templates(folder: Path) -> Path:
    """A copy of the templates, to make mistakes in."""
    shutil.copytree(ROOT / "templates", folder / "templates")
    return folder / "templates"


def spoil(templates: Path, mistake: str) -> None:
    """Put a mistake in the body of the page of a record."""
    page = templates / "pages" / "record.html"
    page.write_text(page.read_text(encoding="utf-8").replace("{% endblock %}", mistake + "{% endblock %}", 1), "utf-8")


# --- check -----------------------------------------------------------------------------------------------------------


def test_check_makes_nothing(tmp_path: Path) -> None:
    """Checking reads and judges; no folder appears, no site and no cache."""
    made = project(tmp_path, BROKEN)
    outcome = pipeline.check(made, report=lambda _: None)
    assert ["V001"] == codes(outcome)
    assert (None, ["lezen", "nakijken"]) == (outcome.published, [stage.name for stage in outcome.stages])
    assert ["content"] == [path.name for path in tmp_path.iterdir()]


def test_check_says_what_a_build_says(tmp_path: Path) -> None:
    """The findings about content are the same, with the sources that they point into."""
    made = project(tmp_path, BROKEN)
    checked, built = pipeline.check(made, report=lambda _: None), build(made)
    assert (checked.findings, checked.sources) == (built.findings, built.sources)
    assert "content/bijsturingen/loket.yaml" in {Path(name).as_posix()[-31:] for name in checked.sources}


@pytest.mark.parametrize("verb", ["check", "build"])
def test_an_instant_answer_loads_nothing_heavy(verb: str, tmp_path: Path) -> None:
    """`check` loads nothing that draws, prints or renders; a build in which nothing changed not even what reads."""
    made = project(tmp_path)
    build(made, cache=Cache(made.cache))
    script = (
        "import sys; from pathlib import Path; from dataclasses import replace; from weerklank.build import pipeline;"
        "from weerklank.build.cache import Cache; from weerklank.project import open_project\n"
        "here = Path(sys.argv[1])\n"
        "made = replace(open_project(content=here / 'content', output=here / 'site', day='2026-11-23', environ={}),"
        " cache=here / 'cache')\n"
        "more = {'cache': Cache(made.cache)} if sys.argv[2] == 'build' else {}\n"
        "getattr(pipeline, sys.argv[2])(made, report=lambda _: None, **more)\n"
        "heavy = {'matplotlib', 'weasyprint', 'jinja2', 'xlsxwriter', 'odf', 'docx', 'babel', 'weerklank.site.pages'}\n"
        "heavy |= {'pydantic', 'yaml', 'weerklank.model'} if sys.argv[2] == 'build' else set()\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(tmp_path), verb]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ("", "[]\n") == (done.stderr, done.stdout)


# --- building --------------------------------------------------------------------------------------------------------


def test_a_sound_project_is_published(tmp_path: Path) -> None:
    """Every stage is timed in its order, and the folder holds what the outcome says."""
    made = project(tmp_path)
    outcome = build(made)
    assert ([], STAGES) == (codes(outcome), [stage.name for stage in outcome.stages])
    assert all(stage.seconds >= 0 for stage in outcome.stages)
    assert outcome.published is not None
    assert set(outcome.published.written) == set(published(made))
    assert {**outcome.files, "manifest.json": published(made)["manifest.json"]} == published(made)
    assert b"Tweede loket" in published(made)["bijsturingen/loket.html"]


def test_the_smallest_project_is_published(tmp_path: Path) -> None:
    """Who you are is enough to begin with: no list and no record yet, and every page is there and sound."""
    outcome = build(project(tmp_path, SMALL.partition("-- lijsten/")[0]))
    assert ["V020"] == codes(outcome)
    assert outcome.published is not None


def test_progress_is_told(tmp_path: Path) -> None:
    """Each stage is named when it begins, then each file while it is made."""
    said: list[str] = []
    pipeline.build(project(tmp_path), cache=NoCache(), report=said.append)
    assert STAGES == [name for name in said if name in STAGES]
    assert said.index("maken") < said.index("bijsturingen/loket.html") < said.index("bekijken")


def test_an_unchanged_project_is_recognised(tmp_path: Path) -> None:
    """With nothing changed nothing is planned, made or written; the bytes are those of a build without a cache."""
    made = project(tmp_path)
    build(made, cache=Cache(made.cache))
    before = published(made)
    again = build(made, cache=Cache(made.cache))
    assert RECOGNISED == [stage.name for stage in again.stages]
    assert again.published is not None
    assert ((), ()) == (again.published.written, again.published.removed)
    build(made)
    assert before == published(made)


def count(made: Project) -> int:
    """How many entries the cache of a project has."""
    with closing(sqlite3.connect(made.cache / FILE)) as database:
        found: int = database.execute("select count(*) from result").fetchone()[0]
        return found


def test_the_cache_holds_the_last_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the last builds did not use is removed, so a cache does not grow for ever."""
    monkeypatch.setattr("weerklank.build.cache.BUILDS", 2)
    made, sizes = project(tmp_path), []
    for number in range(4):
        project(tmp_path, SMALL.replace("Tweede loket", f"Loket {number:03}"))
        build(made, cache=Cache(made.cache))
        sizes.append(count(made))
    assert sizes[0] < sizes[1] == sizes[2] == sizes[3]


def test_taking_back_an_edit_costs_nothing(tmp_path: Path) -> None:
    """The build before the last one is remembered as a whole: nothing is planned or made."""
    made = project(tmp_path)
    build(made, cache=Cache(made.cache))
    before = published(made)
    project(tmp_path, SMALL.replace("Tweede loket", "Derde loket"))
    assert "maken" in [stage.name for stage in build(made, cache=Cache(made.cache)).stages]
    project(tmp_path)
    again = build(made, cache=Cache(made.cache))
    assert RECOGNISED == [stage.name for stage in again.stages]
    assert before == published(made)


def heavy_page(tmp_path: Path) -> Project:
    """A project with a page that is heavier than it should be, and with a letter in a chart that no font has."""
    long = " ".join(f"woord{number}" for number in range(30_000))
    text = SMALL.replace("-- bijsturingen/", "-- bronnen/lang.yaml --\ntitel: Lang\nsoort: rapport\n-- bijsturingen/")
    return project(tmp_path, text + f"-- bronnen/lang.txt --\n{long}\n")


def test_a_warning_does_not_switch_off_the_memory(tmp_path: Path) -> None:
    """What was found is remembered with what was made: the second build says the same without making anything."""
    made = heavy_page(tmp_path)
    first, second = (build(made, cache=Cache(made.cache)) for _ in range(2))
    assert ["S007"] == codes(first)
    assert first.findings == second.findings
    assert RECOGNISED == [stage.name for stage in second.stages]
    size = count(made)
    project(tmp_path, SMALL.replace("Tweede loket", "Derde loket"))
    assert ["S007"] == codes(build(made, cache=Cache(made.cache)))
    assert count(made) > size


def test_the_day_decides(tmp_path: Path) -> None:
    """The same content on another day is another site: an embargo ends without anybody touching a file."""
    text = SMALL + "publicatie: {vanaf: 2026-11-23}\n"
    before, after = project(tmp_path, text, day="2026-11-22"), project(tmp_path, text, day="2026-11-23")
    build(before, cache=Cache(before.cache))
    assert "bijsturingen/loket.html" not in published(before)
    build(after, cache=Cache(after.cache))
    assert "bijsturingen/loket.html" in published(after)


def test_another_day_makes_nothing(tmp_path: Path) -> None:
    """A day that shows and hides nothing is judged anew, and each file is there already."""
    first = project(tmp_path, day="2026-11-22")
    build(first, cache=Cache(first.cache))
    before, said = published(first), list[str]()
    later = project(tmp_path, day="2026-11-23")
    outcome = pipeline.build(later, cache=Cache(later.cache), report=said.append)
    assert (STAGES, before) == (said, published(later))
    assert outcome.published is not None
    assert ((), ()) == (outcome.published.written, outcome.published.removed)


@pytest.mark.parametrize(
    "path", ["content/organisatie.yaml", "templates/assets/css/site.css", "templates/pages/404.html"]
)
def test_any_byte_counts(path: str, tmp_path: Path) -> None:
    """A build is recognised by every byte that it reads, also one that changes nothing."""
    made = project(tmp_path, templates=own_templates(tmp_path))
    build(made, cache=Cache(made.cache))
    with (tmp_path / path).open("ab") as file:
        file.write(b"\n")
    assert STAGES == [stage.name for stage in build(made, cache=Cache(made.cache)).stages]
    assert RECOGNISED == [stage.name for stage in build(made, cache=Cache(made.cache)).stages]


def test_what_is_saved_during_a_build_is_not_taken_for_what_was_there(tmp_path: Path) -> None:
    """An author who saves while the build reads gets a site of what was read, and the next build reads again."""
    made = project(tmp_path)
    file = made.content / "bijsturingen" / "loket.yaml"
    before = file.read_text("utf-8")

    def save(stage: str) -> None:
        if stage == "lezen":
            file.write_text(before.replace("Tweede loket", "Derde loket"), "utf-8")

    pipeline.build(made, cache=Cache(made.cache), report=save)
    assert b"Derde loket" in published(made)["bijsturingen/loket.html"]
    file.write_text(before, "utf-8")
    build(made, cache=Cache(made.cache))
    assert b"Tweede loket" in published(made)["bijsturingen/loket.html"]


def test_wrong_content_is_recognised_too(tmp_path: Path) -> None:
    """What is wrong is said again with its line, without reading anything again; nothing is published."""
    made = project(tmp_path, BROKEN)
    first, second = (build(made, cache=Cache(made.cache)) for _ in range(2))
    assert (["herkennen"], None) == ([stage.name for stage in second.stages], second.published)
    assert first.findings == second.findings
    assert {item.span.file for item in first.findings if item.span} <= second.sources.keys() <= first.sources.keys()
    assert all(first.sources[file] == text for file, text in second.sources.items())


def test_a_build_that_misses_something_is_not_recognised(tmp_path: Path) -> None:
    """What could not be made is tried again: it may have been the machine."""
    templates = own_templates(tmp_path)
    made = project(tmp_path, templates=templates)
    spoil(templates, "{{ bestaat_niet }}")
    for _ in range(2):
        assert STAGES[:-1] == [stage.name for stage in build(made, cache=Cache(made.cache)).stages]


# --- gates -----------------------------------------------------------------------------------------------------------


def assert_nothing_published(made: Project, expected: str) -> None:
    """A build with this error changes nothing of the site, old or absent."""
    before = {path: path.stat().st_mtime_ns for path in made.output.rglob("*")} if made.output.exists() else {}
    outcome = build(made)
    assert has_errors(outcome.findings)
    assert ({expected}, None) == (set(codes(outcome)), outcome.published)
    after = {path: path.stat().st_mtime_ns for path in made.output.rglob("*")} if made.output.exists() else {}
    assert before == after


@pytest.mark.parametrize("first", [True, False], ids=["after-a-site", "from-nothing"])
def test_an_error_in_content_publishes_nothing(first: bool, tmp_path: Path) -> None:  # noqa: FBT001 - a fixture value
    """The first gate: nothing is rendered from content with an error, and what was published stays to the byte."""
    if first:
        build(project(tmp_path))
    assert_nothing_published(project(tmp_path, BROKEN), "V001")


def test_an_organisation_that_is_missing_publishes_nothing(tmp_path: Path) -> None:
    """Without a publisher there is no corpus at all."""
    assert_nothing_published(project(tmp_path, "-- bronnen/rapport.yaml --\ntitel: Rapport\nsoort: rapport\n"), "L016")


@pytest.mark.parametrize("cached", [True, False])
def test_a_mistake_in_a_template_publishes_nothing(cached: bool, tmp_path: Path) -> None:  # noqa: FBT001 - as above
    """The second gate: pages that cannot be made keep the whole site back, and drag no dead links along."""
    templates = own_templates(tmp_path)
    made = project(tmp_path, templates=templates)
    build(made, cache=Cache(made.cache))
    spoil(templates, "{{ bestaat_niet }}")
    before = published(made)
    outcome = build(made, cache=Cache(made.cache) if cached else NoCache())
    assert ({"T001"}, None, before) == (set(codes(outcome)), outcome.published, published(made))


def test_a_dead_link_publishes_nothing(tmp_path: Path) -> None:
    """What the last look finds counts as much as anything before."""
    templates = own_templates(tmp_path)
    made = project(tmp_path, templates=templates)
    spoil(templates, '<a href="weg.html">x</a>')
    assert_nothing_published(made, "S002")


def test_a_folder_that_is_not_ours_is_left_alone(tmp_path: Path) -> None:
    """What cannot be published is a finding, and the outcome does not claim that it was."""
    made = project(tmp_path)
    made.output.mkdir()
    (made.output / "thesis.docx").write_bytes(b"mine")
    outcome = build(made)
    assert (["C010"], None) == (codes(outcome), outcome.published)
    assert {"thesis.docx": b"mine"} == published(made)


# --- without the libraries for PDF -----------------------------------------------------------------------------------

NO_PANGO = """
import cffi
def refuse(self, name, flags=0):
    raise OSError(f"cannot load library '{name}'")
cffi.FFI.dlopen = refuse
"""
"""Put where Python finds it first: every process of this build is on a machine without Pango."""


def test_without_pango_the_site_is_published(tmp_path: Path) -> None:
    """The annex is missing and is named; pages, data and charts are there, and the exit code says 1."""
    project(tmp_path, SMALL + QUESTION)
    (tmp_path / "sitecustomize.py").write_text(NO_PANGO, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path}{os.pathsep}{ROOT}"}
    arguments = ["--content", str(tmp_path / "content"), "--output", str(tmp_path / "site"), "--no-cache"]
    script = "import sys; from weerklank.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", script, *arguments, "--date", "2026-11-23"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert (1, "") == (done.returncode, done.stderr)
    assert ["P001"] == [word for word in done.stdout.split() if word in ("P001", "S002")]
    assert "bijlage niet gemaakt: vragen/klanten/bijlage.pdf\n" in done.stdout
    assert (tmp_path / "site" / "vragen" / "klanten" / "bijlage.html").is_file()
    assert not (tmp_path / "site" / "vragen" / "klanten" / "bijlage.pdf").exists()


def test_with_pango_the_annex_is_made(tmp_path: Path) -> None:
    """The outcome names each annex that was made; none is missing."""
    made = project(tmp_path, SMALL + QUESTION)
    outcome = build(made)
    assert ([], ("vragen/klanten/bijlage.pdf",), ()) == (codes(outcome), outcome.annexes, outcome.missing)
    assert published(made)["vragen/klanten/bijlage.pdf"].startswith(b"%PDF-")


# --- how much of a rich site one letter costs ------------------------------------------------------------------------


def remade(folder: Path, factory: pytest.TempPathFactory, edit: Callable[[Path], None]) -> list[str]:
    """What is made anew of the example agency, as copied into a folder, after an edit in its content and templates."""
    shutil.copytree(voorbeeld_site.home(factory), folder, dirs_exist_ok=True)
    shutil.copytree(voorbeeld_site.CONTENT, folder / "content")
    own_templates(folder)
    edit(folder)
    made = replace(voorbeeld_site.project(folder / "content", folder), templates=folder / "templates")
    said: list[str] = []
    outcome = pipeline.build(made, cache=Cache(made.cache), report=said.append)
    assert not has_errors(outcome.findings)
    return sorted(set(said) - set(STAGES))


def changed(path: Path, before: str, after: str) -> None:
    """Put other words in the place of these, which stand in a file once."""
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_letter_in_a_style_sheet_costs_that_style_sheet(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No page, no drawing and no annex holds it, so that none is made anew."""

    def edit(folder: Path) -> None:
        sheet = folder / "templates" / "assets" / "css" / "site.css"
        sheet.write_text(sheet.read_text(encoding="utf-8") + "p { margin: 1px; }\n", encoding="utf-8")

    assert ["css/site.css"] == remade(tmp_path, tmp_path_factory, edit)


def test_a_letter_in_a_story_costs_what_prints_it(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Its page, the words that can be found, and annexes about it: no other page, no list, no drawing and no table."""

    def edit(folder: Path) -> None:
        changed(folder / "content" / "beslissingen" / "geen-geluksmeting.md", "Daarom staat", "Daarom staatt")

    made = remade(tmp_path, tmp_path_factory, edit)
    searched = ("js/zoekindex.js", "js/zoek/")
    own = {path for path in made if not path.startswith(("vragen/", *searched))}
    assert {"beslissingen/geen-geluksmeting.html", "kaal/beslissingen/geen-geluksmeting.html"} == own
    assert [path for path in made if path.startswith(searched)]
    assert [] == [path for path in made if path.endswith((".csv", ".json", ".xlsx", ".svg", ".png"))]
