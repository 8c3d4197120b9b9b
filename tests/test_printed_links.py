"""What leads somewhere does: addresses of the web and of mail, notes and back, titles, and the numbers of citations.

Looked at is what is published, of the example agency and of the real content: pages, PDF and Word.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import html5lib
import pikepdf
import pytest
from lxml import etree

from tests import voorbeeld_site
from tests.block_reading import pdf_blocks
from tests.browser_tools import real_site
from tests.pdf_tools import outline
from tests.printed_reading import W, folded

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
TYPED = re.compile(r"https?://[\w-]+\.[^\s<>()“”\"]*[\w/=]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
AS_IT_IS = {"code", "pre", "script", "style", "blockquote"}
"""What is inside is to be copied, or the words of a source: no link of ours."""
LITERAL = {"lit", "quote", "copy", "passage", "source-text"}


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The published site of the example agency, or of the real content."""
    return (voorbeeld_site.site if request.param == "voorbeeld" else real_site)(tmp_path_factory)


def _tree(path: Path) -> etree._Element:
    return html5lib.parse(path.read_bytes(), treebuilder="lxml", namespaceHTMLElements=False).getroot()


def test_every_address_on_a_page_is_a_link(site: Path) -> None:
    """Of the web and of mail, wherever an author typed one; what stands in a quotation is left as it is."""
    bare = [
        (path.relative_to(site).as_posix(), found)
        for path in sorted(site.rglob("*.html"))
        if "kaal" not in path.parts  # whose quotations have no class
        for found in _bare(_tree(path).find("body"))
    ]

    assert [] == bare


def _bare(body: etree._Element) -> Iterator[str]:
    for element in body.iter():
        for text, owner in ((element.text, element), (element.tail, element.getparent())):
            if text and isinstance(owner, etree._Element) and ("@" in text or "://" in text):
                around = [owner, *owner.iterancestors()]
                if not any(item.tag in ("a", *AS_IT_IS) or LITERAL & _classes(item) for item in around):
                    yield from TYPED.findall(text)


def _classes(element: etree._Element) -> set[str]:
    return set((element.get("class") or "").split())


def test_every_address_in_an_annex_is_a_link(site: Path) -> None:
    """Each that can be read in the PDF or in Word leads where it says."""
    for pdf in _annexes(site):
        read = {found for _, text in pdf_blocks(pdf.read_bytes()) for found in TYPED.findall(text)}
        assert read
        for leads in (_pdf_leads(pdf), _word_leads(pdf.with_suffix(".docx"))):
            assert set() == {found for found in read if not {found, f"mailto:{found}"} & leads}


def _annexes(site: Path) -> list[Path]:
    return sorted((site / "vragen").rglob("bijlage.pdf"))


def _pdf_leads(path: Path) -> set[str]:
    with pikepdf.open(path) as document:
        areas = [area for page in document.pages for area in page.get("/Annots", pikepdf.Array())]
        return {str(area.A.URI) for area in areas if "/A" in area}


def _word_leads(path: Path) -> set[str]:
    with zipfile.ZipFile(path) as archive:
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        document = etree.fromstring(archive.read("word/document.xml"))
    targets = {item.get("Id"): str(item.get("Target")) for item in relations}
    return {targets[name] for link in document.iter(f"{W}hyperlink") if (name := link.get(f"{R}id"))}


def test_notes_lead_there_and_back(tmp_path_factory: pytest.TempPathFactory) -> None:
    """On every page of the site: the number leads to the note, and the note to where its number stands."""
    met = 0
    for path in sorted(voorbeeld_site.site(tmp_path_factory).rglob("*.html")):
        tree = _tree(path)
        places = {item.get("id"): item for item in tree.iter() if isinstance(item.tag, str) and item.get("id")}
        for call in tree.xpath("//a[@role = 'doc-noteref']"):
            (back,) = places[call.get("href")[1:]].xpath(".//a[@role = 'doc-backlink']")
            assert call in places[back.get("href")[1:]].iter("a")
            met += 1

    assert met


def test_notes_lead_there_and_back_on_paper(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a PDF each of the two lands on the line where the other stands."""
    met = 0
    for path in _annexes(voorbeeld_site.site(tmp_path_factory)):
        with pikepdf.open(path) as document:
            places = _places(document)
            areas = {
                str(area.Dest): (page.obj.objgen, [float(side) for side in area.Rect])
                for page in document.pages
                for area in page.get("/Annots", pikepdf.Array())
                if "/Dest" in area and "-noot" in str(area.Dest)
            }
        for target in areas:
            answer = re.sub("-noot(verwijzing)?-", lambda m: "-noot-" if m[1] else "-nootverwijzing-", target)
            (page, top), (there, (_, low, _, high)) = places[target], areas[answer]
            assert page == there
            assert low - LINE <= top <= high + LINE
            met += 1

    assert met >= 2


LINE = 16
"""How far, in points, a place may lie above or below the words that stand there: a line."""


def _places(document: pikepdf.Pdf) -> dict[str, tuple[tuple[int, int], float]]:
    """The named places of a PDF: page, and height on it."""
    names = list(document.Root.Names.Dests.Names)
    return {
        str(name): (target[0].objgen, float(target[3])) for name, target in zip(names[::2], names[1::2], strict=True)
    }


def test_what_it_is_called_everywhere(site: Path) -> None:
    """Heading, bookmark, title of the PDF, of the page and of the Word document all carry the subject."""
    for pdf in _annexes(site):
        page = _tree(pdf.with_suffix(".html"))
        kind, heading = pdf_blocks(pdf.read_bytes())[0]
        (subject,) = [words(item) for item in page.xpath("//h1/*[@class='subject']")] or [heading]
        with pikepdf.open(pdf) as document:
            titles = [str(document.docinfo["/Title"]), str(document.open_metadata()["dc:title"])]
        with zipfile.ZipFile(pdf.with_suffix(".docx")) as archive:
            titles.append(etree.fromstring(archive.read("docProps/core.xml")).findtext(DC_TITLE))
        titles.append(page.findtext("head/title"))

        assert (kind, heading) == ("kop 1", outline(pdf.read_bytes())[0])
        assert subject in heading
        assert [] == [title for title in titles if subject not in title]


CITED = "//*[@class='al' or @class='cite' or contains(@class, 'src') or @data-label='Alinea']//a"
DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def test_numbers_of_citations_are_those_of_the_source(site: Path) -> None:
    """Where an annex, or the page of a record, names a paragraph by its number, the source has that number there."""
    labels = {path: _labels(path) for path in sorted((site / "bronnen").glob("*.html"))}
    met, parted = 0, []
    for path in sorted(site.rglob("*.html")):
        for link in _tree(path).xpath(CITED):
            target, _, place = link.get("href", "").partition("#")
            number = NUMBER.search(words(link))
            label = labels.get((path.parent / target).resolve(), {}).get(place)
            if label and number:
                met += 1
                parted += [] if label.endswith(f"alinea {number[1]}") else [(path.name, words(link), label)]

    assert met > 20
    assert [] == parted


NUMBER = re.compile(r"(?:^|\balinea |^al\. )(\d+(?:\.\d+)*)(?:–[\d.]+)?$")
"""A number by itself or after its word; of a range the first."""


def _labels(path: Path) -> dict[str, str]:
    return {
        item.get("id"): words(found[0]) for item in _tree(path).iter("li") if (found := item.xpath("p[@class='label']"))
    }


def words(element: etree._Element) -> str:
    """What an element says."""
    return folded("".join(element.itertext()))
