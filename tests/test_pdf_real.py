"""The annex of the real question: what a minister's office gets."""

import os
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.pdf_tools import Validator, astray, filled, landings, outline, read_aloud, ties
from tests.project_samples import files_of
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.build.artifact import AnyArtifact
from weerklank.build.forms import AnnexFile, PdfForm
from weerklank.corpus import public
from weerklank.pdf import UA2
from weerklank.project import ROOT, Materials, Project, open_project, read_materials
from weerklank.site.pages import plan

pytestmark = pytest.mark.source_document

GOLDEN = Path(__file__).parent / "golden" / "annex" / "werkelijke-bijlage.txt"
LARGEST = 1_000_000  # bytes
MOST = 6  # pages: more, and nobody attaches it to an answer
FULL = 0.7  # of the height of the matter: a page with less on it looks as if something is missing


def _planned() -> tuple[tuple[AnyArtifact, ...], Materials]:
    day = date(2026, 11, 23)
    corpus = validate(load(ROOT / "content"), on=day).corpus
    assert corpus is not None
    project = open_project()
    assert isinstance(project, Project)
    materials, faults = read_materials(project)
    assert () == faults
    artifacts = plan(public(corpus, on=day), assets=materials.assets)
    return artifacts, materials


@pytest.fixture(scope="module")
def annex() -> tuple[bytes, AnnexFile]:
    """The PDF and the view it is made from."""
    artifacts, materials = _planned()
    made = files_of(artifacts, materials, wanted=lambda item: item.form == PdfForm())
    (pdf,) = (item for item in artifacts if item.form == PdfForm())
    assert () == made.findings
    view = pdf.view()
    assert isinstance(view, AnnexFile)
    return made.files[pdf.path], view


def test_both_standards_at_once(annex: tuple[bytes, AnnexFile], validator: Validator, tmp_path: Path) -> None:
    """The annex keeps PDF/UA-1 and PDF/A-3a: no rule of either fails."""
    path = tmp_path / "bijlage.pdf"
    path.write_bytes(annex[0])
    verdicts = validator.verdicts(path, "ua1", "3a")

    assert {"ua1": (), "3a": ()} == {verdict.flavour: verdict.failed for verdict in verdicts}
    assert [106, 155] == [verdict.rules for verdict in verdicts]


def test_the_norms_of_pdf_2_on_request(validator: Validator, tmp_path: Path) -> None:
    """With `--norm ua2` the annex keeps PDF/UA-2, PDF/A-4f and WTPDF: no rule fails, and links land in the text."""
    artifacts, materials = _planned()
    changed = tuple(replace(item, form=PdfForm("ua2")) if item.form == PdfForm() else item for item in artifacts)
    made = files_of(changed, materials, wanted=lambda item: item.form == PdfForm("ua2"))
    (data,) = (data for path, data in made.files.items() if path.endswith("bijlage.pdf"))
    (tmp_path / "bijlage.pdf").write_bytes(data)

    assert {"ua2": (), "4f": (), "wt1a": ()} == {
        verdict.flavour: verdict.failed for verdict in validator.verdicts(tmp_path / "bijlage.pdf", *UA2.flavours)
    }
    assert landings(data)
    assert [] == [name for name, lands in landings(data) if not lands]


def test_short_enough_to_attach(annex: tuple[bytes, AnnexFile]) -> None:
    """Four to six pages, each but the last filled."""
    parts = filled(annex[0])

    assert 4 <= len(parts) <= MOST
    assert [] == [number for number, part in enumerate(parts[:-1], 1) if part < FULL]


def test_small_enough_for_mail(annex: tuple[bytes, AnnexFile]) -> None:
    """With its data inside, the annex stays under one megabyte."""
    assert len(annex[0]) < LARGEST


def test_the_data_are_inside(annex: tuple[bytes, AnnexFile]) -> None:
    """Every table travels as csv and json, and all of them as one workbook, with relationship Data."""
    pdf, file = annex
    with pikepdf.open(BytesIO(pdf)) as document:
        relations = {str(item.F): str(item.AFRelationship) for item in document.Root.AF}
        names = set(document.attachments)

    assert {item.name for item in file.view.attachments} == names
    assert dict.fromkeys(names, "/Data") == relations


def test_the_data_are_tied_to_what_they_are_of(annex: tuple[bytes, AnnexFile]) -> None:
    """Each table that travels inside is tied to its printed table, or to the section that tells its rows."""
    found = ties(annex[0])

    assert [] == astray(annex[0])
    assert {"Table"} == {role for role, _ in found["wegwijzer.csv"] + found["resultaten-tevredenheidsbarometer.json"]}
    assert {"Sect"} == {role for role, _ in found["initiatieven.csv"] + found["bronnen.json"]}


def test_every_page_says_draft_and_where_it_is(annex: tuple[bytes, AnnexFile]) -> None:
    """As long as a parliamentary field is missing, each page says Ontwerp, and which page of how many it is."""
    document = pypdfium2.PdfDocument(annex[0])
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in document]

    assert [] == [number for number, text in enumerate(texts, 1) if "Ontwerp" not in text]
    assert [] == [n for n, text in enumerate(texts, 1) if f"Pagina {n} van {len(texts)}" not in text]


def test_bookmarks_are_the_sections(annex: tuple[bytes, AnnexFile]) -> None:
    """The bookmarks name every section, in order."""
    pdf, file = annex
    marks = [line.strip() for line in outline(pdf)]
    titles = [section.title for section in file.view.sections]

    assert titles == [mark for mark in marks if mark in titles]


def test_the_first_page_reads_as_a_person_would(annex: tuple[bytes, AnnexFile]) -> None:
    """Heading, placeholders and where to find what, aloud and in order, are those of the golden file.

    WEERKLANK_GOLDEN=1 writes the file anew, to be read before it is kept.
    """
    spoken = read_aloud(annex[0])
    first = spoken[: spoken.index("H2 'Initiatieven, en wat er daarna gebeurde'")]
    first = first[: first.rindex("\n") + 1]
    if os.environ.get("WEERKLANK_GOLDEN") == "1":
        GOLDEN.write_text(first, encoding="utf-8")

    assert GOLDEN.read_text(encoding="utf-8") == first
