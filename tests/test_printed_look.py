"""An agency has a face and words of its own wherever it is seen, and nothing is left of those of the house."""

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import lxml.etree
import pikepdf
import pytest

from tests import voorbeeld_site
from tests.printed_reading import page, words
from weerklank import addresses, theme
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.kinds import KINDS

HOUSE = {theme.LIGHT.stated, theme.LIGHT.link, theme.DARK.link, *theme.LIGHT.series, *theme.DARK.series}
OWN = voorbeeld_site.corpus().organisation


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example agency."""
    return voorbeeld_site.site(tmp_path_factory)


def test_no_colour_of_the_house_is_left(site: Path) -> None:
    """Not on a page, not in a drawing; style sheets only name the house palette, and use it for greys."""
    for path in [*site.rglob("*.html"), *site.rglob("*.svg")]:
        found = set(re.findall(r"#[0-9a-f]{6}\b", path.read_text("utf-8")))
        assert not found & HOUSE, path
    roles = (site / "css/tokens.css").read_text("utf-8").partition("Roles")[2]
    assert not set(re.findall(r"#[0-9a-f]{6}\b", roles)) & HOUSE
    assert not re.search(r"var\(--(yellow|blue)", roles)


def test_its_own_colours_are_used(site: Path) -> None:
    """The fill in the style sheet, in charts of both schemes, around the page and in the mark of the site."""
    look = OWN.look
    assert look.light.stated in (site / addresses.ICON).read_text("utf-8")
    assert look.light.stated in (site / "index.html").read_text("utf-8")
    for scheme, palette in (("licht", look.light), ("donker", look.dark)):
        drawings = "".join(path.read_text("utf-8") for path in site.rglob(f"*-{scheme}.svg"))
        assert palette.stated in drawings
        assert palette.stated in (site / "css/tokens.css").read_text("utf-8")


def test_the_annex_is_printed_in_them(site: Path) -> None:
    """The fill of shapes on paper is that of the agency, and never that of the house."""
    for path in site.rglob("bijlage.pdf"):
        painted = _fills(path.read_bytes())
        assert _rgb(OWN.look.paper.stated) in painted, path
        assert _rgb(theme.PAPER.stated) not in painted, path


def test_workbooks_and_word_documents_link_in_them(site: Path) -> None:
    """Whatever opens a file sees links in the colour of the agency, and never in that of the house."""
    paths = [path for ending in ("xlsx", "ods", "docx") for path in site.rglob(f"*.{ending}")]
    assert {".xlsx", ".ods", ".docx"} == {path.suffix for path in paths}
    for path in paths:
        with zipfile.ZipFile(path) as archive:
            (styles,) = (archive.read(name).decode().lower() for name in archive.namelist() if "styles.xml" in name)
        assert OWN.look.light.link.removeprefix("#") in styles, path
        assert theme.LIGHT.link.removeprefix("#") not in styles, path


def _fills(data: bytes) -> set[tuple[int, ...]]:
    with pikepdf.open(io.BytesIO(data)) as document:
        found = (thing for thing in document.objects if isinstance(thing, pikepdf.Stream))
        streams = [stream.read_bytes() for stream in found if _drawn(stream)]
    fills = (match for stream in streams for match in re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) rg\b", stream))
    return {tuple(round(float(part) * 255) for part in parts) for parts in fills}


def _drawn(stream: pikepdf.Stream) -> bool:
    return stream.get("/Subtype") in (None, "/Form") and "/Length1" not in stream


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


def test_lists_have_their_own_names(site: Path) -> None:
    """In the menu, above the list, on the way to a record and on the home page."""
    for item in OWN.list_names:
        usual = KINDS[item.kind].heading
        list_page = page((site / addresses.index(item.kind)).read_bytes())
        assert item.name == words(list_page.find(".//h1"))
        for path in sorted(site.rglob("*.html")):
            tree = page(path.read_bytes())
            links = [words(link) for part in ("nav", "ol") for link in tree.xpath(f"//{part}//a")]
            assert usual not in links, path
    home = words(page((site / "index.html").read_bytes()).find(".//body"))
    assert all(item.name in home for item in OWN.list_names)


def test_the_catalogue_has_its_theme(site: Path) -> None:
    """What a catalogue puts the data under is what the agency says."""
    record = json.loads((site / "data/dcat.jsonld").read_text("utf-8"))
    assert record["dcat:dataset"]["dcat:theme"]["@id"].endswith(f"/data-theme/{OWN.site.catalogue_theme}")


def test_the_logo_is_on_every_page(site: Path) -> None:
    """With its words, and the file is there; a page that leads on to another, or that is copied, has none."""
    shown = OWN.face.logo
    assert shown is not None
    for path in sorted(site.rglob("*.html")):
        tree = page(path.read_bytes())
        if tree.xpath("//meta[@http-equiv='refresh']") or "kaal" in path.parts:
            continue
        (image,) = tree.xpath("//header//img[parent::*[@class='brand-logo']]")
        assert shown.shows == image.get("alt"), path
        if not image.get("src").startswith("/"):
            assert (path.parent / image.get("src")).is_file(), path


def test_the_logo_heads_the_annex(site: Path) -> None:
    """In the PDF with its words, and in the Word document."""
    shown = OWN.face.logo
    assert shown is not None
    for path in site.rglob("bijlage.pdf"):
        with pikepdf.open(path) as document:
            found = (item for item in document.objects if isinstance(item, pikepdf.Dictionary))
            said = {str(item["/Alt"]) for item in found if "/Alt" in item}
        assert shown.shows in said, path
        assert shown.shows in word_descriptions(path.with_suffix(".docx").read_bytes()), path


def word_descriptions(data: bytes) -> set[str]:
    """What stands for each picture of a Word document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        tree = lxml.etree.fromstring(archive.read("word/document.xml"))
    return {str(item.get("descr")) for item in tree.iter("{*}docPr")}


def test_a_logo_that_is_not_there_is_said(tmp_path: Path) -> None:
    """At its own line, and no other picture beside the file of the agency is left unsaid."""
    content = tmp_path / "content"
    shutil.copytree(voorbeeld_site.CONTENT, content)
    (content / "logo.png").rename(content / "lgo.png")
    loaded = load(content)
    found = [item for item in validate(loaded, on=voorbeeld_site.DAY).findings if item.code in ("V040", "V042")]
    (line,) = (item for item in found if item.code == "V040")
    assert line.span is not None
    assert line.span.file.endswith("organisatie.yaml")
    assert any(item.span is not None and item.span.file.endswith("lgo.png") for item in found if item.code == "V042")
