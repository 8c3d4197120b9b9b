"""The formats: each makes its files, and is given what it says that it reads and nothing else."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

import pytest

from tests import voorbeeld_site
from tests.corpus_samples import corpus
from tests.project_samples import files_of
from tests.question_samples import asked
from weerklank import theme
from weerklank.build import forms
from weerklank.build.artifact import AnyArtifact, Artifact, Form, Stock
from weerklank.build.forms import ChartForm, DataFile, DataForm, PageForm, PdfForm, WordForm
from weerklank.data.meta import Meta
from weerklank.data.table import Column, Role, Table, text_cell
from weerklank.facts.charts import adjustment_chart
from weerklank.html import Templates
from weerklank.project import Materials, Project, open_project, read_materials
from weerklank.site.annex_files import annex_alone, annex_final
from weerklank.site.pages import plan

TABLE = Table("proef", "Proef", (Column("naam", "Naam", Role.HEAD),), ((text_cell("Overleg"),),))
DATA = DataFile((TABLE,), Meta("Dienst", "2026-11-23", "23 november 2026"), "Proef")


def _materials() -> Materials:
    project = open_project()
    assert isinstance(project, Project)
    return read_materials(project)[0]


NAME = asked().questions[0].id
MATERIALS = _materials()
STOCK = Stock(MATERIALS)


def read_by(form: Form[Any]) -> frozenset[str]:
    """The materials that a form reads."""
    return frozenset(form.reads(STOCK))


@pytest.mark.parametrize(
    ("ending", "start"),
    [
        ("csv", b"\xef\xbb\xbfnaam\r\nOverleg\r\n"),
        ("json", b"{"),
        ("csv-metadata.json", b"{"),
        ("xlsx", b"PK"),
        ("ods", b"PK"),
    ],
)
def test_the_ending_says_how_a_table_is_written(ending: str, start: bytes) -> None:
    """One form for all data files; only the workbook with styles of a designer reads a material, and no asset."""
    file = Artifact(f"data/proef.{ending}", DataForm(ending), lambda: DATA, ())
    given = {path: data for path, data in MATERIALS.documents.items() if path in read_by(file.form)}
    assert files_of([file], Materials({}, {}, "", given)).files[file.path].startswith(start)
    assert (ending == "ods") == bool(given) == bool(read_by(file.form))


def test_a_chart_reads_its_fonts_and_nothing_else() -> None:
    """A drawing is made with the fonts of charts only: whatever else changes, it stays."""
    spec = adjustment_chart(corpus())
    assert spec is not None
    fonts = {path: data for path, data in MATERIALS.assets.items() if f"assets/{path}" in read_by(ChartForm("png"))}
    charts = [Artifact(f"x-{variant}", ChartForm(variant), lambda: spec, ()) for variant in ("breed-licht", "png")]
    made = files_of(charts, Materials({}, fonts, ""))

    assert {path.partition(".")[2] for path in fonts} == {"ttf.woff"}
    assert len(fonts) < sum(path.endswith((".woff2", ".woff")) for path in MATERIALS.assets)
    assert [b"<svg", b"\x89PNG"] == [made.files[f"x-{variant}"][:4] for variant in ("breed-licht", "png")]


def test_letters_that_no_font_has_are_told_once() -> None:
    """With the picture of a chart, and not with each of its drawings."""
    spec = adjustment_chart(corpus())
    assert spec is not None
    odd = replace(spec, title="Kaart \U0001f600")
    charts = [
        Artifact(f"x-{variant}", ChartForm(variant), lambda: odd, ())
        for variant in ("breed-licht", "smal-donker", "png")
    ]

    assert ["X010"] == [item.code for item in files_of(charts, MATERIALS).findings]


# --- what is remade when a material changes --------------------------------------------------------------------------


def _plans() -> dict[str, tuple[AnyArtifact, ...]]:
    site = asked()
    final = annex_final(site, NAME, assets=MATERIALS.assets, despite="", norm="ua1")
    alone = annex_alone(site, NAME, word=True, norm="ua1")
    rich = plan(voorbeeld_site.corpus(), assets=MATERIALS.assets)
    return {"site": plan(site, assets=MATERIALS.assets), "rich": rich, "alone": alone, "final": final.artifacts}


PLANS = _plans()


def remade(path: str, artifacts: Iterable[AnyArtifact]) -> set[str]:
    """The addresses of what reads a material, by its path below templates/."""
    return {item.path for item in artifacts if path in read_by(item.form)}


@pytest.mark.parametrize("path", sorted(path for path in MATERIALS.assets if path.endswith((".css", ".js"))))
def test_a_style_sheet_or_script_remakes_itself(path: str) -> None:
    """One letter in a style sheet remakes that file; one for paper the PDF, and nothing draws a chart again."""
    before, after = (
        {item.path: (item.form, item.inputs) for item in plan(asked(), assets=assets)}
        for assets in (MATERIALS.assets, {**MATERIALS.assets, path: MATERIALS.assets[path] + b" "})
    )
    alone = path.startswith(theme.FOR_PAPER)  # no file of the site: it is there for the PDF
    assert ([] if alone else [path]) == [name for name in before if before[name] != after[name]]
    printed = alone or path == "css/annex.css"
    paper = {name for name in before if name.endswith(".pdf")} if printed else set()
    assert paper == remade(f"assets/{path}", PLANS["site"])


class Loading(dict[str, str]):
    """Templates that remember which of them were asked for."""

    def __init__(self) -> None:
        super().__init__(MATERIALS.templates)
        self.asked: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.asked.add(name)
        return super().__getitem__(name)


def test_a_template_remakes_what_it_is_part_of() -> None:
    """Whatever Jinja loads while a file is rendered is what the file is known to read, and that is not everything."""
    artifacts = (item for found in PLANS.values() for item in found)
    by_template = {item.form.template: item for item in artifacts if isinstance(item.form, PageForm)}
    unused = set(MATERIALS.templates)
    for template, item in sorted(by_template.items()):
        texts = Loading()
        _, found = Templates(texts).render(template, item.view(), artifact=item.path, files={})
        assert () == found
        assert template in texts.asked <= read_by(item.form) < MATERIALS.templates.keys(), template
        unused -= read_by(item.form)
    assert unused == {"annex/annex.html", "annex/dekking.html", "annex/head.html"}, "these are for the PDF"
    assert "annex/body.html" in read_by(PdfForm())


def test_one_letter_in_a_page_remakes_that_page() -> None:
    """Of one kind of page the template is in no other page; what all pages have is in all of them."""
    site = PLANS["rich"]
    pages = {item.path for item in site if isinstance(item.form, PageForm) and item.path.endswith(".html")}
    pages -= {item.path for item in site if item.form == PageForm("pages/doorverwijzing.html")}
    assert {"begrippen.html"} == remade("pages/begrippen.html", site)
    assert pages == remade("layouts/base.html", site)
    endings = {path.rpartition(".")[2] for path in remade("annex/body.html", site)}
    assert {"pdf", "docx", "html"} == endings


@pytest.mark.parametrize("name", ["site", "alone", "final"])
def test_a_form_is_given_what_it_reads_and_no_more(name: str) -> None:
    """With every other material taken away, each document comes out the same."""
    artifacts = [item for item in PLANS[name] if isinstance(item.form, (PdfForm, WordForm))]
    needed = {path for item in artifacts for path in item.needs}
    some = [item for item in PLANS[name] if item in artifacts or item.path in needed]
    read = {path for item in some for path in read_by(item.form)}
    poor = Materials(
        {path: text for path, text in MATERIALS.templates.items() if path in read},
        {path: data for path, data in MATERIALS.assets.items() if f"assets/{path}" in read},
        MATERIALS.program,
        {path: data for path, data in MATERIALS.documents.items() if path in read},
    )
    assert len(poor.templates) + len(poor.assets) < len(MATERIALS.templates) + len(MATERIALS.assets)
    whole, part = files_of(some, MATERIALS), files_of(some, poor)
    assert (whole.files, whole.findings) == (part.files, part.findings)
    assert {".pdf", ".docx"} <= {path[path.rindex(".") :] for path in part.files}


def test_forms_are_what_the_package_says() -> None:
    """Each form of the package can be told from its name, and takes part in the plan of the site."""
    found = {
        value for name in forms.__all__ if isinstance(value := getattr(forms, name), type) and issubclass(value, Form)
    }
    assert {type(item.form) for item in PLANS["rich"]} == found
