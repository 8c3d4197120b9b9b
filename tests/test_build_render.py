"""Artifacts to bytes: a cached result is used exactly when nothing it is made from has changed."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from tests.corpus_samples import corpus
from tests.question_samples import annex, asked
from weerklank.build.artifact import AnnexFile, Artifact, DataFile, Kind
from weerklank.build.cache import FILE, Cache, NoCache
from weerklank.build.render import Rendered, render
from weerklank.chartspec import ChartSpec
from weerklank.data.archive import archive_bytes, unpacked
from weerklank.data.meta import Meta
from weerklank.data.table import Column, Role, Table, text_cell
from weerklank.document.annex import annex_view
from weerklank.facts.charts import adjustment_chart
from weerklank.project import Materials, Project, open_project, read_materials

FONTS = Path(__file__).resolve().parent.parent / "templates" / "assets" / "fonts"


@dataclass(frozen=True)
class View:
    """What the page below prints."""

    text: str
    head: None = None


_FACTS = "{% for path, file in files|dictsort %}{{ path }} {{ file.size }} {{ file.sha256 }}{% endfor %}"
TEMPLATES = {"pages/a.html": "<h1>{{ text }}</h1>" + _FACTS}
MATERIALS = Materials(TEMPLATES, {"css/site.css": b"a{}"}, "program 1")
TABLE = Table("proef", "Proef", (Column("naam", "Naam", Role.HEAD),), ((text_cell("Overleg"),),))
META = Meta("Dienst", "2026-11-23", "23 november 2026")

PAGE = Artifact("a.html", Kind.HTML, View("een"), "pages/a.html")
TEXT = Artifact("robots.txt", Kind.TEXT, "User-agent: *\n")
COPY = Artifact("css/site.css", Kind.COPY, b"a{}")
DATA = Artifact("data/proef.csv", Kind.TABLE, DataFile((TABLE,), META), option="csv")
ALL = (PAGE, TEXT, COPY, DATA)


def run(artifacts: tuple[Artifact, ...], cache: Cache | NoCache, materials: Materials = MATERIALS) -> Rendered:
    """Render without a word."""
    return render(artifacts, materials=materials, cache=cache, report=lambda _: None)


def chart_spec() -> ChartSpec:
    """A chart of the small corpus."""
    spec = adjustment_chart(corpus())
    assert isinstance(spec, ChartSpec)
    return spec


def chart() -> Artifact:
    """A drawing of it."""
    return Artifact("grafieken/x.svg", Kind.CHART, chart_spec(), option="breed-licht")


def with_fonts(program: str = "program 1", *, others: Mapping[str, bytes] | None = None) -> Materials:
    """Materials with the real fonts, which a drawing needs."""
    fonts = {f"fonts/{path.name}": path.read_bytes() for path in FONTS.glob("*.woff2")}
    return Materials(TEMPLATES, fonts | dict(others or {}), program)


def test_each_kind_becomes_its_bytes() -> None:
    """Pages through their template, texts as they are, copies untouched, tables by their ending; sorted by path."""
    found = run(ALL, NoCache())
    expected = {
        "a.html": b"<h1>een</h1>",
        "css/site.css": b"a{}",
        "data/proef.csv": b"\xef\xbb\xbfnaam\r\nOverleg\r\n",
        "robots.txt": b"User-agent: *\n",
    }
    assert (expected, ()) == (found.files, found.findings)
    assert sorted(expected) == list(found.files)


def test_nothing_is_made_twice(tmp_path: Path) -> None:
    """The second time everything comes from the cache, and the bytes are those of a build without one."""
    cache = Cache(tmp_path)
    first, second = run(ALL, cache), run(ALL, cache)
    assert (3, 0) == (first.fresh, second.fresh)
    assert first.files == second.files == run(ALL, NoCache()).files
    assert first.keys == second.keys


@pytest.mark.parametrize(
    ("artifact", "materials"),
    [
        (replace(PAGE, view=View("twee")), MATERIALS),
        (replace(PAGE, path="b.html"), MATERIALS),
        (PAGE, replace(MATERIALS, templates={**TEMPLATES, "partials/x.html": ""})),
        (PAGE, replace(MATERIALS, program="program 2")),
        (replace(DATA, option="json"), MATERIALS),
        (replace(DATA, view=DataFile((TABLE,), replace(META, licence="Vrij"))), MATERIALS),
        (DATA, replace(MATERIALS, program="program 2")),
        (replace(TEXT, view="User-agent: a\n"), MATERIALS),
    ],
)
def test_what_changed_is_made_again(artifact: Artifact, materials: Materials, tmp_path: Path) -> None:
    """Another view, address, template, option or program, and the stored result is no longer it."""
    cache = Cache(tmp_path)
    run(ALL, cache)
    assert 1 == run((artifact,), cache, materials).fresh


@pytest.mark.parametrize(
    ("artifact", "materials"),
    [
        (PAGE, replace(MATERIALS, assets={"css/site.css": b"b{}"})),
        (DATA, replace(MATERIALS, templates={})),
        (TEXT, replace(MATERIALS, templates={}, assets={})),
    ],
)
def test_what_did_not_change_is_not_made(artifact: Artifact, materials: Materials, tmp_path: Path) -> None:
    """A page does not hold its style sheet, and data know no templates."""
    cache = Cache(tmp_path)
    run(ALL, cache)
    assert 0 == run((artifact,), cache, materials).fresh


def test_a_drawing_changes_with_the_fonts(tmp_path: Path) -> None:
    """Letters are drawn into a chart, so another font file is another drawing."""
    cache, materials = Cache(tmp_path), with_fonts()
    first = run((chart(),), cache, materials)
    assert (1, 0) == (first.fresh, run((chart(),), cache, materials).fresh)
    assert 1 == run((chart(),), cache, with_fonts(others={"fonts/extra.woff2": b"x"})).fresh


def test_a_word_document_changes_with_its_template(tmp_path: Path) -> None:
    """Another margin in the file that a designer edits, or a word in a partial, is a new document."""
    project = open_project(environ={})
    assert isinstance(project, Project)
    real, _ = read_materials(project)
    site = asked(bijlage=annex({"soort": "begrippen", "titel": "Begrippen"}))
    view = annex_view(site, "tevredenheid", data_hash="0f", version="1")
    word = Artifact("bijlage.docx", Kind.WORD, AnnexFile(view, META))
    parts = unpacked(real.documents["annex/bijlage.docx"])
    parts["word/document.xml"] = parts["word/document.xml"].replace(b'w:left="1701"', b'w:left="1134"')
    narrow = replace(real, documents={"annex/bijlage.docx": archive_bytes(parts, epoch=0)})
    blocks = real.templates["partials/blocks.html"].replace("Wat het betekent", "Wat het zegt")
    reworded = replace(real, templates={**real.templates, "partials/blocks.html": blocks})

    cache = Cache(tmp_path)
    first = run((word,), cache, real)
    assert 0 == run((word,), cache, real).fresh
    for changed in (narrow, reworded):
        again = run((word,), cache, changed)
        assert 1 == again.fresh
        assert first.files != again.files


def test_a_workbook_changes_with_its_template(tmp_path: Path) -> None:
    """Another letter in the file that a designer edits is a new workbook; the one for Excel knows no template."""
    template = (FONTS.parents[1] / "data" / "werkboek.ods").read_bytes()
    parts = unpacked(template)
    parts["styles.xml"] = parts["styles.xml"].replace(b"Calibri", b"Arial")
    books = tuple(replace(DATA, path=f"a.{ending}", kind=Kind.WORKBOOK, option=ending) for ending in ("ods", "xlsx"))
    first, second = (
        replace(MATERIALS, documents={"data/werkboek.ods": data}) for data in (template, archive_bytes(parts, epoch=0))
    )
    cache = Cache(tmp_path)

    assert (2, 0) == (run(books, cache, first).fresh, run(books, cache, first).fresh)
    assert 1 == run(books, cache, second).fresh


def test_a_page_states_facts_about_files(tmp_path: Path) -> None:
    """Size and hash are those of the file in this build, in whatever order; another file makes another page."""
    page = replace(PAGE, needs=("data/proef.csv", "data/weg.csv"))
    cache = Cache(tmp_path)
    data = run((page, DATA), cache).files["data/proef.csv"]
    expected = f"<h1>een</h1>data/proef.csv {len(data)} {sha256(data).hexdigest()}"
    assert expected.encode() == run((page, DATA), cache).files["a.html"]
    other = replace(DATA, view=DataFile((replace(TABLE, rows=()),), META))
    assert 2 == run((page, other), cache).fresh


def test_a_mistake_is_found_each_time(tmp_path: Path) -> None:
    """What could not be made is tried again: a second build says the same, and a mended one goes on."""
    broken = replace(MATERIALS, templates={"pages/a.html": "{{ weg }}"})
    cache = Cache(tmp_path)
    first, second = run(ALL, cache, broken), run(ALL, cache, broken)
    assert ["T001"] == [item.code for item in first.findings]
    assert first.findings == second.findings
    assert ("a.html" in first.files, second.fresh) == (False, 1)
    assert b"<h1>een</h1>" == run(ALL, cache).files["a.html"]


def test_what_was_found_is_kept_with_the_result(tmp_path: Path) -> None:
    """A result with a finding is not made again, and says the same each time."""
    odd = Artifact("grafieken/x.png", Kind.CHART, replace(chart_spec(), title="Kaart \U0001f600"), option="png")
    cache = Cache(tmp_path)
    first, second = run((odd,), cache, with_fonts()), run((odd,), cache, with_fonts())
    assert ["X010"] == [item.code for item in first.findings]
    assert (1, 0) == (first.fresh, second.fresh)
    assert (first.files, first.findings) == (second.files, second.findings)


def test_a_damaged_entry_is_made_again(tmp_path: Path) -> None:
    """Entries under each other's key: a cache is never trusted beyond its hashes."""
    cache = Cache(tmp_path)
    expected = run(ALL, cache)
    with closing(sqlite3.connect(tmp_path / FILE)) as database:
        rows = database.execute("select key, data, seal from result").fetchall()
        for (name, _, _), (_, data, seal) in zip(rows, [*rows[1:], rows[0]], strict=True):
            database.execute("update result set data = ?, seal = ? where key = ?", (data, seal, name))
        database.commit()
    found = run(ALL, cache)
    assert (expected.files, 3) == (found.files, found.fresh)


def test_progress_names_what_is_made(tmp_path: Path) -> None:
    """Whoever waits sees what is worked on; what comes from the cache takes no time and is not named."""
    cache, said = Cache(tmp_path), list[str]()
    for _ in range(2):
        render(ALL, materials=MATERIALS, cache=cache, report=said.append)
    assert ["a.html", "robots.txt", "data/proef.csv"] == said
