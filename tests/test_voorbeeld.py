"""The example agency from one end to the other: site, annexes, Word, data, feeds, and an annex that is frozen."""

import csv
import html
import io
import json
import re
import shutil
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree as ET

import docx
import openpyxl
import pytest

from tests import voorbeeld_site
from tests.file_text import everything_in, hashes
from tests.pdf_tools import Validator, astray, landings, ties
from tests.project_samples import SMALL
from tests.project_samples import build as build_small
from tests.project_samples import project as small_project
from weerklank.build.annexes import annex, freeze
from weerklank.build.cache import Cache
from weerklank.findings import Severity, has_errors
from weerklank.pdf import UA2

FULL = "drinkfonteinen-en-zitbanken"
SHORT = "banken-in-de-schaduw"
SAID = "verzonnen voorbeeld"
"""What every page says of itself."""


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with the site and the cache of its build."""
    return voorbeeld_site.home(tmp_path_factory)


@pytest.fixture(scope="session")
def site(home: Path) -> Path:
    """The published site."""
    return home / "site"


# --- the content -----------------------------------------------------------------------------------------------------


def test_the_content_has_no_errors() -> None:
    """Nothing stops it, and what it warns of is meant: leaning on what is not public, comparing unlike figures."""
    found = [item for item in voorbeeld_site.findings() if item.severity is not Severity.NOTE]

    assert {"R107", "V002", "V008", "V039"} == {item.code for item in found}
    assert not has_errors(found)


def test_it_is_rich() -> None:
    """Between 40 and 100 records, of every kind more than one, and some of each status."""
    whole, seen = voorbeeld_site.whole(), voorbeeld_site.corpus()
    sizes = Counter(type(record).__name__ for record in seen.records())

    assert 40 <= len(seen.records()) < len(whole.records()) <= 100
    assert min(sizes.values()) > 1
    assert {"openbaar", "intern", "concept"} == {record.publication.status for record in whole.records()}


# --- the site --------------------------------------------------------------------------------------------------------


def test_every_page_says_that_it_is_made_up(site: Path) -> None:
    """Who comes to any page, or to the paper, reads that nothing of it happened."""
    silent = [
        path.relative_to(site).as_posix()
        for path in sorted({*site.rglob("*.html")} - {*(site / "kaal").rglob("*.html")})
        if SAID not in html.unescape(re.sub(r"<head>.*?</head>|<[^>]+>", " ", path.read_text("utf-8"), flags=re.DOTALL))
        and 'http-equiv="refresh"' not in path.read_text("utf-8")
    ]

    assert [] == silent
    for question in (FULL, SHORT):
        for ending in ("pdf", "docx"):
            assert SAID in everything_in(site / "vragen" / question / f"bijlage.{ending}").casefold()


def test_every_table_can_be_opened(site: Path) -> None:
    """Each csv has as many cells in every row as in its head, each json is JSON, each workbook has its sheets."""
    for path in sorted(site.rglob("*.csv")):
        rows = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
        assert [len(rows[0])] * len(rows) == [len(row) for row in rows], path
    for path in sorted(site.rglob("*.json")):
        json.loads(path.read_text("utf-8"))
    for path in sorted(site.rglob("*.xlsx")):
        assert [] != openpyxl.load_workbook(path).sheetnames, path


def test_no_mark_of_an_author_is_left(site: Path) -> None:
    """What marks words as French or German is nowhere printed, whatever the file."""
    mark = re.compile(r"\[\[(?:fr|de):")
    found = [path for path in sorted(site.rglob("*")) if path.is_file() and mark.search(everything_in(path))]

    assert [] == [path.relative_to(site).as_posix() for path in found]


def test_feeds_are_xml_with_the_changes(site: Path) -> None:
    """The feed of everything has each public change note, beside what it says of signals; every feed can be parsed."""
    atom = "{http://www.w3.org/2005/Atom}"
    feeds = {path.name: ET.parse(path).getroot() for path in sorted((site / "feeds").rglob("*.xml"))}  # noqa: S314 - our own file
    notes = [note.text for record in voorbeeld_site.corpus().records() for note in record.changes]

    told = [[entry.findtext(f"{atom}summary") or "" for entry in feed.iter(f"{atom}entry")] for feed in feeds.values()]
    assert any(not Counter(notes) - Counter(summaries) for summaries in told)
    assert len(feeds) > 10


def test_word_documents_can_be_opened(site: Path) -> None:
    """Word's own library opens them, and each section of the annex is a heading in them."""
    for question, title in ((FULL, "Twee initiatieven in het lang"), (SHORT, "Waar banken ter sprake kwamen")):
        document = docx.Document(str(site / "vragen" / question / "bijlage.docx"))

        assert title in [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("question", [FULL, SHORT])
def test_annexes_keep_both_standards(site: Path, validator: Validator, question: str) -> None:
    """No rule of PDF/UA-1 or of PDF/A-3a fails, with everything in it that records can hold."""
    verdicts = validator.verdicts(site / "vragen" / question / "bijlage.pdf", "ua1", "3a")

    assert {"ua1": (), "3a": ()} == {verdict.flavour: verdict.failed for verdict in verdicts}
    assert [106, 155] == [verdict.rules for verdict in verdicts]


# --- what is not public ----------------------------------------------------------------------------------------------


def test_nothing_that_is_not_public_is_in_any_file(site: Path) -> None:
    """A concept, an internal record, a record of later and an annex of later leave no word, wherever they are named."""
    telling = [
        path.relative_to(site).as_posix()
        for path in sorted(site.rglob("*"))
        if path.is_file() and voorbeeld_site.HIDDEN.search(f"{path.relative_to(site)} {everything_in(path)}")
    ]

    assert [] == telling


def test_the_site_is_that_of_the_content_without_it(home: Path, tmp_path: Path) -> None:
    """Not one byte tells that there is more."""
    content = voorbeeld_site.without_hidden(tmp_path)
    shutil.copytree(home / "cache", tmp_path / "cache")
    outcome = voorbeeld_site.built(content, tmp_path)

    assert outcome.published is not None
    assert hashes(home / "site") == hashes(tmp_path / "site")


def _small(publication: str) -> str:
    """The small project with its adjustment under this publication."""
    return SMALL.replace("titel: Tweede loket\n", f"titel: Tweede loket\npublicatie: {publication}\n")


def test_a_record_appears_on_its_day(tmp_path: Path) -> None:
    """What is public from tomorrow is there tomorrow, and gone again when it is taken back."""
    tomorrow, taken_back = _small("{status: openbaar, vanaf: 2026-11-24}"), _small("{status: intern}")
    seen = []
    for text, day in ((tomorrow, "2026-11-23"), (tomorrow, "2026-11-24"), (taken_back, "2026-11-25")):
        made = small_project(tmp_path, text, day=day)
        assert [] == [str(item) for item in build_small(made).findings if item.severity is Severity.ERROR]
        seen.append((tmp_path / "site" / "bijsturingen" / "loket.html").exists())

    assert [False, True, False] == seen


# --- an annex that is frozen -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("question", [FULL, SHORT])
def test_annexes_keep_the_norms_of_pdf_2(tmp_path: Path, validator: Validator, question: str) -> None:
    """With `--norm ua2` each keeps PDF/UA-2, PDF/A-4f and WTPDF: no rule fails, and links land in the text."""
    project = voorbeeld_site.project(voorbeeld_site.CONTENT, tmp_path)
    annex(project, question, word=False, cache=Cache(project.cache), report=lambda _: None, norm="ua2")
    path = tmp_path / "site" / "bijlage.pdf"
    found = landings(path.read_bytes())

    assert {"ua2": (), "4f": (), "wt1a": ()} == {
        verdict.flavour: verdict.failed for verdict in validator.verdicts(path, *UA2.flavours)
    }
    assert bool(found) == (question == FULL)
    assert [] == [name for name, lands in found if not lands]


@pytest.mark.parametrize("question", [FULL, SHORT])
def test_the_data_in_an_annex_are_tied_to_what_is_printed(site: Path, question: str) -> None:
    """Each table that travels inside is tied to its printed table, or to the section that tells its rows."""
    data = (site / "vragen" / question / "bijlage.pdf").read_bytes()
    roles = {role for nodes in ties(data).values() for role, _ in nodes}

    assert [] == astray(data)
    assert {"Table", "Sect"} == roles


def test_a_frozen_annex_is_published_as_it_was_frozen(home: Path, tmp_path: Path) -> None:
    """The files of the site are those in the content, byte for byte, also after a record changed."""
    content = voorbeeld_site.without_hidden(tmp_path)
    shutil.copytree(home / "cache", tmp_path / "cache")
    project = voorbeeld_site.project(content, tmp_path)
    frozen = freeze(project, FULL, despite="", cache=Cache(project.cache), report=lambda _: None)
    assert frozen.published is not None, frozen.findings
    changed = content / "initiatieven" / "kinderraad.md"
    changed.write_text(changed.read_text("utf-8").replace("Zeventien kinderen", "Zeventien kleuters"), "utf-8")
    outcome = voorbeeld_site.built(content, tmp_path)

    assert outcome.published is not None, outcome.findings
    version, folder = content / frozen.version, tmp_path / "site" / "vragen" / FULL
    stored, shown = hashes(version), hashes(folder)
    published = {path: stored[path] for path in stored if path != "inhoud.json"}
    assert {"bijlage.pdf", "bijlage.docx", "bijlage.html", "manifest.json"} <= published.keys()
    assert published == hashes(folder / "versies" / version.name)
    newest = {path: shown[path] for path in shown if not path.startswith("versies/")}
    assert newest == {path: published[path] for path in published if path != "manifest.json"}
    assert "Zeventien kleuters" in (tmp_path / "site" / "initiatieven" / "kinderraad.html").read_text("utf-8")
    assert "kleuters" not in everything_in(version / "bijlage.pdf")


def test_an_annex_can_be_made_before_it_is_public(tmp_path: Path) -> None:
    """Of a question under embargo, with a Word document; concepts and internal records stay out."""
    project = voorbeeld_site.project(voorbeeld_site.CONTENT, tmp_path)
    outcome = annex(project, "geheime-vraag", word=True, cache=Cache(project.cache), report=lambda _: None)

    assert outcome.published is not None, outcome.findings
    text = "".join(everything_in(path) for path in (tmp_path / "site").rglob("bijlage.*")).casefold()
    assert "geheimmorgenwoord" in text
    assert [] == [word for word in ("geheimlekwoord", "geheimconceptwoord") if word in text]
