"""The files of an annex: on the site, in a folder of its own and for good, from exactly the records that it shows."""

import contextlib
import warnings

import pytest

from tests import voorbeeld_site
from tests.corpus_samples import OTHER, record
from tests.question_samples import PARTS, Data, annex, asked
from tests.test_index import _changed
from weerklank.addresses import SPOKEN
from weerklank.build.forms import ChartForm, PageForm, PdfForm, WordForm
from weerklank.corpus import Corpus
from weerklank.data.meta import Meta
from weerklank.document.annex import AnnexView
from weerklank.model import Annex, AnnexPart, Question
from weerklank.site.annex_files import DRAWINGS, AnnexFiles, annex_alone, annex_final, chart
from weerklank.site.pages import all_charts

NAME = asked().questions[0].id
FOLDER = f"vragen/{NAME}/"
ASSETS = {
    "css/site.css": b"a { background: url(../icons/hatch.svg) }",
    "css/annex-screen.css": b"",
    "css/print.css": b"",
    "css/annex.css": b"",
    "icons/hatch.svg": b"<svg/>",
    "icons/favicon.svg": b"<svg/>",
    "fonts/LICENSE.txt": b"OFL",
    "js/filter.js": b"",
}


def _shown(made: AnnexFiles) -> tuple[AnnexView, Meta]:
    """What the files of an annex show, but for the hash that says whether they can show something else."""
    return made.view, made.provenance


PART = {"soort": "initiatieven", "titel": "Eén", "weergave": "fiches", "selectie": {"ids": "bevraging"}}


@pytest.mark.parametrize("parts", [PARTS, [PART]], ids=["all", "one"])
def test_its_inputs_are_all_that_it_shows(parts: list[Data]) -> None:
    """Whatever changes in a record, a word or a text: an annex made from data with the same hash is the same annex."""
    before = asked(record("initiatief", OTHER, id="los", titel="Los"), bijlage=annex(*parts))
    known, stale, kept = AnnexFiles(before, NAME), set(), 0
    for what, after in _changed(before):
        other = AnnexFiles(after, NAME)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # some values that a change comes up with no author could write
            if other.inputs != known.inputs:
                continue
        kept += 1
        with contextlib.suppress(KeyError):  # nor are there words for them
            if _shown(other) != _shown(known):
                stale.add(str(what))

    assert set() == stale
    assert kept > 10 or parts is PARTS, "an annex that names everything would prove nothing"


def test_everything_travels_with_it() -> None:
    """PDF, Word document and workbook, each table as csv and json; the PDF is made of these and of its drawings."""
    made = AnnexFiles(asked(), NAME)
    files = {item.path: item for item in made.files(FOLDER)}
    tables = {f"{FOLDER}gegevens/{name}.{ending}" for name in made.tables for ending in ("csv", "json")}
    pdf, word = files[f"{FOLDER}bijlage.pdf"], files[f"{FOLDER}bijlage.docx"]

    whole = {f"{FOLDER}bijlage.{ending}" for ending in ("pdf", "docx", "xlsx")} | {f"{FOLDER}{SPOKEN}"}
    assert whole | tables == set(files)
    assert set(made.downloads) == set(files)
    assert (PdfForm(), WordForm()) == (pdf.form, word.form)
    assert {*tables, f"{FOLDER}bijlage.xlsx"} <= set(pdf.needs)
    assert {f"grafieken/{name}-druk-licht.svg" for name in made.charts} == {p for p in pdf.needs if p.endswith(".svg")}
    assert tuple(f"grafieken/{name}--word.png" for name in made.charts) == word.needs
    for item in (pdf, word):
        file = item.view()
        assert set(item.needs) >= {*file.drawings.values()}
    assert set(pdf.view().attachments.values()) == {*tables, f"{FOLDER}bijlage.xlsx"}


def test_names_are_those_of_the_view() -> None:
    """What is known of an annex before it is made is what it turns out to have."""
    made = AnnexFiles(asked(), NAME)
    assert made.tables == tuple(table.name for table in made.view.tables)
    assert made.charts == tuple(spec.name for spec in made.view.charts)
    for name in made.tables:
        assert (name,) == tuple(table.name for table in made.table(name).tables)
    assert made.view.tables == made.workbook().tables


def choosing() -> Corpus:
    """The example agency, in which the annex of each question draws the same charts, each over records of its own."""
    found = voorbeeld_site.corpus()
    questions = []
    for chosen, question in zip(found.initiatives, found.questions, strict=False):
        drawn = {"soort": "grafiek", "titel": "Wie", "grafiek": "wie-wordt-genoemd", "selectie": {"ids": chosen.id}}
        parts = (AnnexPart.model_validate(drawn), *(question.annex.parts if question.annex else ()))
        asked_for = (question.annex or Annex.model_validate(annex())).model_copy(update={"parts": parts})
        questions.append(question.model_copy(update={"annex": asked_for}))
    return found.having(Question, questions)


@pytest.mark.parametrize("corpus", [asked(), voorbeeld_site.corpus(), choosing()], ids=["small", "example", "choosing"])
def test_one_name_is_one_drawing(corpus: Corpus) -> None:
    """On the site a name is drawn once: an annex that draws something else there has another name for it."""
    annexes = [AnnexFiles(corpus, item.id).view for item in corpus.questions if item.annex is not None]
    site = {spec.name: spec for spec in all_charts(corpus)}
    clashes = [spec.name for view in annexes for spec in view.charts if site.setdefault(spec.name, spec) != spec]

    assert [] == clashes
    assert any(view.charts for view in annexes)


@pytest.mark.parametrize("word", [True, False])
def test_a_folder_of_its_own(word: bool) -> None:  # noqa: FBT001 - the option of the command
    """Without the site around it, drawings are made for the documents and stay out of the folder."""
    artifacts = annex_alone(asked(), NAME, word=word, norm="ua1")
    published = {item.path for item in artifacts if item.published}

    assert word == ("bijlage.docx" in published)
    assert {"bijlage.pdf", "bijlage.xlsx"} <= published
    assert [] == [path for path in published if path.startswith("grafieken/")]
    variants = {item.form.variant for item in artifacts if isinstance(item.form, ChartForm)}
    assert ({"druk-licht", "png", "word"} if word else {"druk-licht"}) == variants
    paths = {item.path for item in artifacts}
    assert [] == [path for item in artifacts for path in item.needs if path not in paths]


def test_a_final_annex_stands_on_its_own() -> None:
    """All its files, the drawings and looks of its page, and nothing that is only for a Word document."""
    final = annex_final(asked(), NAME, assets=ASSETS, despite="", norm="ua1")
    paths = {item.path for item in final.artifacts if item.published}

    assert {"bijlage.pdf", "bijlage.docx", "bijlage.xlsx", "bijlage.html", "css/tokens.css", "css/site.css"} <= paths
    assert {"icons/hatch.svg", "icons/favicon.svg", "fonts/LICENSE.txt"} <= paths
    assert not {"css/annex.css", "js/filter.js"} & paths
    assert {
        f"grafieken/{spec}-{variant}.svg" for spec in AnnexFiles(asked(), NAME).charts for variant in DRAWINGS
    } <= paths
    assert [] == [path for path in paths if path.endswith(".png")]
    (page,) = (item for item in final.artifacts if item.path == "bijlage.html")
    assert (PageForm("annex/sheet.html"), True) == (page.form, set(page.needs) <= paths)


def test_draft_and_final_are_not_the_same() -> None:
    """A final annex says so: its files are not those of the draft that was made before."""
    draft, final = AnnexFiles(asked(), NAME), AnnexFiles(asked(), NAME, final=True)
    assert (draft.data_hash, draft.inputs != final.inputs) == (final.data_hash, True)


def test_a_chart_is_drawn_in_every_variant() -> None:
    """Or in those that are asked for."""
    made = AnnexFiles(asked(), NAME)
    name = made.charts[0]
    every = list(chart(asked(), name, lambda: made.chart(name), made.inputs))
    one = list(chart(asked(), name, lambda: made.chart(name), made.inputs, "png", published=False))

    assert [*DRAWINGS, "png"] == [item.form.variant for item in every if isinstance(item.form, ChartForm)]
    assert [(f"grafieken/{name}.png", False)] == [(item.path, item.published) for item in one]
