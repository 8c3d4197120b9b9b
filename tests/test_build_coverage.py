"""The coverage report as files: marked as internal, accessible, the same in Word, and nowhere a reader comes."""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from html import unescape
from pathlib import Path

import pypdfium2
import pytest

from tests import voorbeeld_site
from tests.file_text import everything_in
from tests.frozen_samples import QUESTION_FILE, QUESTION_ID, change, write
from tests.pdf_tools import Validator, read_aloud
from tests.test_document_coverage import report
from weerklank import cli
from weerklank.build import annexes
from weerklank.build.cache import NoCache
from weerklank.build.coverage import MAKER, PDF, WORD, coverage_folder, coverage_report
from weerklank.build.pipeline import Outcome
from weerklank.cli.arguments import WrongUseError, parse
from weerklank.document.coverage import INTERNAL
from weerklank.html import Templates
from weerklank.project import ROOT, open_project, read_materials
from weerklank.word.contract import unknown

QUESTIONS = tuple(item.id for item in voorbeeld_site.whole().questions)
FULL = "drinkfonteinen-en-zitbanken"


def make(folder: Path, question: str, *, content: Path = voorbeeld_site.CONTENT, word: bool = False) -> Outcome:
    """Make the report of a question in a folder."""
    project = replace(voorbeeld_site.project(content, folder), output=folder / "intern" / question)
    return coverage_report(project, question, word=word, cache=NoCache(), report=lambda _: None)


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the reports of every question of the example agency, the secret ones too."""
    folder = tmp_path_factory.mktemp("dekking")
    for question in QUESTIONS:
        outcome = make(folder, question, word=question == FULL)
        assert outcome.published is not None, outcome.findings
    return folder / "intern"


@pytest.mark.parametrize("question", QUESTIONS)
def test_internal_at_head_and_foot_of_every_page(reports: Path, question: str) -> None:
    """Also of a question that is not public, and of one without an annex; once more in the text of the first page."""
    document = pypdfium2.PdfDocument((reports / question / PDF).read_bytes())
    pages = [page.get_textpage().get_text_bounded() for page in document]

    assert [3, *(2 for _ in pages[1:])] == [text.count(INTERNAL) for text in pages]


@pytest.mark.parametrize("question", QUESTIONS)
def test_accessible_like_an_annex(reports: Path, question: str, validator: Validator) -> None:
    """PDF/UA-1 and PDF/A-3a at once, without a fault."""
    verdicts = validator.verdicts(reports / question / PDF, "ua1", "3a")

    assert {"ua1": (), "3a": ()} == {verdict.flavour: verdict.failed for verdict in verdicts}


def test_readers_are_named_once(reports: Path) -> None:
    """Every verdict is theirs: their names stand at the top, with their days, and not again at each part."""
    heard = read_aloud((reports / FULL / PDF).read_bytes())
    readers = report(FULL).readers

    assert len(readers) > 1
    assert [1] * len(readers) == [heard.count(reader.partition(",")[0]) for reader in readers]
    assert "Elk oordeel is van alle lezers die bovenaan staan." in " ".join(heard.split())


def test_what_is_read_aloud(reports: Path) -> None:
    """A verdict is a word that is heard, with its reason and what can be filled in, in the order of the question."""
    heard = " ".join(read_aloud((reports / FULL / PDF).read_bytes()).replace("\u00a0", " ").split())

    assert "Uiterlijk (berekend)" in heard
    assert "Dienst:" in heard or "Kabinet:" in heard
    parts = (
        "Hoe ver gaat het",
        "Per deel: oordeel",
        "Waar bronnen twee dingen zeggen",
        "Waar check voor waarschuwt",
        "Wie welke woorden nakeek",
        "Wat nog niet ingevuld",
        "Voor u verzendt",
    )
    order = [heard.index(text) for text in parts]
    assert sorted(order) == order


def test_word_says_the_same(reports: Path) -> None:
    """In the header of each page and in the text that it is internal; the verdicts and reasons too."""
    data = everything_in(reports / FULL / WORD)

    assert 3 <= data.count(INTERNAL)
    assert all(word in data for word in ("niet behandeld", "niet te beoordelen", "Het aantal staat er."))


def test_every_word_of_the_report_is_printed(reports: Path) -> None:
    """What the view says stands in the PDF and in the Word document: no field of it gets lost in the template."""
    word = unescape(re.sub("<[^>]+>", "", everything_in(reports / FULL / WORD)))
    pages = pypdfium2.PdfDocument(reports / FULL / PDF)
    paper = "".join(page.get_textpage().get_text_range() for page in pages)
    printed = {PDF: squashed(paper), WORD: squashed(word)}
    said = {squashed(text) for text in sentences(report(FULL))}

    assert len(said) > 100
    lost = {name: sorted(item for item in said if item not in text) for name, text in printed.items()}
    assert {PDF: [], WORD: []} == lost


def sentences(value: object) -> Iterator[str]:
    """All that a view says, but what only a file says of itself and how a state is drawn."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from sentences(item)
    elif is_dataclass(value):
        for item in fields(value):
            if item.name not in ("shape", "document_title", "description", "running"):
                yield from sentences(getattr(value, item.name))


def squashed(text: str) -> str:
    """Without white space, hyphens at the end of a line and the marks that are drawn in their place."""
    return re.sub(r"[\s\u00ad\ufffe\u200b-]+", "", text)


def test_the_template_keeps_to_the_contract_with_word() -> None:
    """No element and no class that the walker does not know."""
    project = open_project(environ={})
    assert not isinstance(project, tuple)
    templates = Templates(read_materials(project)[0].templates)

    html, faults = templates.render("annex/dekking.html", report(FULL), artifact=WORD, files={})

    assert ((), ()) == (faults, unknown(html.decode()))


def test_nothing_of_it_is_published(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """No word that only the report has stands in any file of the site, its annexes and data included."""
    site = voorbeeld_site.home(tmp_path_factory) / "site"
    question = next(item for item in voorbeeld_site.whole().questions if item.id == FULL)
    ours = {INTERNAL, "Dekkingsrapport"}
    ours |= {part.supply.what for sub in question.sub_questions for part in sub.parts if part.supply}
    said = {path: everything_in(path) for path in site.rglob("*") if path.is_file() and path.suffix != ".png"}

    assert not [(path, word) for path, text in said.items() for word in ours if word in text]
    assert not [
        path for path in said if path.stem in ("dekking", "coverage") and path.suffix in (".pdf", ".docx", ".css")
    ]
    assert {PDF, WORD, "manifest.json"} == {path.name for path in (reports / FULL).iterdir()}
    assert MAKER in (reports / FULL / "manifest.json").read_text()


def test_its_folder_is_its_own(tmp_path: Path) -> None:
    """Below the project, outside the site, the annexes and the content; git leaves it alone; no option moves it."""
    own = voorbeeld_site.project(voorbeeld_site.CONTENT, tmp_path)
    folder = coverage_folder(own, FULL)

    assert ROOT / "intern" / FULL == folder
    assert not [place for place in (own.output, own.content, ROOT / "bijlagen") if folder.is_relative_to(place)]
    assert "/intern/" in (ROOT / ".gitignore").read_text().splitlines()
    with pytest.raises(WrongUseError, match="De optie --output hoort niet bij “dekking”"):
        parse(["dekking", FULL, "--output", "site"])


def test_which_question() -> None:
    """One has to be named."""
    with pytest.raises(WrongUseError, match="Van welke vraag"):
        parse(["dekking"])


@pytest.mark.parametrize("name", ["klant", "../../etc", "", "klanten/../klanten"])
def test_an_unknown_question(tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A question that is not there is wrong use, said in Dutch; nothing is written."""
    content = write(tmp_path)
    code = cli.main(["dekking", name, "--content", str(content)])
    captured = capsys.readouterr()

    assert (2, "") == (code, captured.out)
    assert f"fout C030  er is geen vraag “{name}”" in captured.err
    assert ["content"] == [path.name for path in tmp_path.iterdir()]


def test_a_question_that_cannot_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its file is there: what is wrong in it is told, not that there is no such question."""
    content = write(tmp_path)
    (content / QUESTION_FILE).write_text("titel: [\n", encoding="utf-8")
    code = cli.main(["dekking", QUESTION_ID, "--content", str(content)])
    captured = capsys.readouterr()

    assert (1, "") == (code, captured.err)
    assert f"{QUESTION_FILE}:" in captured.out


def test_a_sign_that_no_font_has(tmp_path: Path) -> None:
    """A report of what is not public quotes what is there: such a sign is printed by its number and stops nothing."""
    content = write(tmp_path)
    draft = '"titel": "Klanten → bevragen 日", "publicatie": {"status": "concept"}'
    change(content, QUESTION_FILE, '"titel": "Klanten bevragen"', draft)
    outcome = make(tmp_path, QUESTION_ID, content=content)

    assert outcome.published is not None, outcome.findings
    heard = " ".join(read_aloud((tmp_path / "intern" / QUESTION_ID / PDF).read_bytes()).split())
    assert "Klanten → bevragen [teken U+65E5]" in heard


def test_once_a_frozen_annex_differs(tmp_path: Path) -> None:
    """What a record says now and what the annex says are printed both."""
    content = write(tmp_path)
    frozen = annexes.freeze(
        voorbeeld_site.project(content, tmp_path), QUESTION_ID, despite="", cache=NoCache(), report=lambda _: None
    )
    assert frozen.version
    change(content, QUESTION_FILE, '"In 2016."', '"In 2017."')
    outcome = make(tmp_path, QUESTION_ID, content=content)

    assert "P064" in [item.code for item in outcome.findings]
    assert outcome.published is not None
    heard = " ".join(read_aloud((tmp_path / "intern" / QUESTION_ID / PDF).read_bytes()).split())
    assert "antwoord: toen “In 2016.”, nu “In 2017.”." in heard


def test_an_edited_report_stays(tmp_path: Path) -> None:
    """Somebody worked in the Word document: without it, or with it made again, the command names it and stops."""
    content = write(tmp_path)
    make(tmp_path, QUESTION_ID, content=content, word=True)
    document = tmp_path / "intern" / QUESTION_ID / WORD
    document.write_bytes(b"met opmerkingen")
    change(content, QUESTION_FILE, '"titel": "Klanten bevragen"', '"titel": "Klanten beluisteren"')
    for word in (False, True):
        outcome = make(tmp_path, QUESTION_ID, content=content, word=word)

        assert outcome.published is None
        assert [dict(item.arguments)["pad"] for item in outcome.findings if item.code == "C016"] == [WORD]
        assert b"met opmerkingen" == document.read_bytes()
