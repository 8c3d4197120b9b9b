"""The template of the Word document: what it must hold, and that nothing of its maker reaches a document.

A designer opens templates/annex/bijlage.docx in a word processor. It shows every style on a specimen that no document
takes over; these tests say what must be in it, so that a change there that would lose something is told.
"""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from lxml import etree

from tests.block_reading import word_blocks
from tests.exports_samples import EPOCH
from tests.word_tools import R, W, parts, template, value
from weerklank import theme
from weerklank.data.archive import archive_bytes
from weerklank.findings import message
from weerklank.word import contract
from weerklank.word.docx import docx_bytes

HTML = '<head><title>T</title></head><body data-foot="voet"><p class="org">O</p><ul><li>x</li></ul></body>'
SENTINEL = "Jan Peeters"


def _made(data: bytes) -> bytes:
    made, found = docx_bytes(HTML, template=data, pictures={}, signs={}, epoch=EPOCH)
    assert () == found
    return made


def _changed(change: Callable[[str, str], str]) -> bytes:
    """The template with each XML part put through a function of its name and text; an empty text drops the part."""
    texts = {name: change(name, part.decode()) for name, part in parts(template()).items()}
    return archive_bytes({name: text.encode() for name, text in texts.items() if text}, epoch=EPOCH)


def _tree(name: str) -> etree._Element:
    return etree.fromstring(parts(template())[f"word/{name}.xml"])


def test_the_template_is_whole() -> None:
    """It opens, has every style, and makes a document."""
    document = docx.Document(io.BytesIO(template()))
    names = {style.name.casefold() for style in document.styles if style.name}

    assert {name.casefold() for name in contract.all_styles()} <= names
    assert [("punt", "x")] == word_blocks(_made(template()))


def test_the_specimen_shows_every_style() -> None:
    """Who changes a style sees what changes."""
    styles = {style.get(f"{W}styleId"): str(value(style, "name")) for style in _tree("styles").iter(f"{W}style")}
    kinds = {f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle"}
    trees = [_tree("document"), _tree("footnotes")]
    used = {styles[item.get(f"{W}val")] for tree in trees for item in tree.iter() if item.tag in kinds}

    assert {name.casefold() for name in contract.all_styles() - {contract.NORMAL}} <= {name.casefold() for name in used}


def test_an_agency_has_its_own_colours() -> None:
    """A colour of the house is that of the agency, wherever the template has it."""
    assert b'"0055cc"' in parts(_made(template()))["word/styles.xml"]
    data, _ = docx_bytes(
        HTML, template=template(), pictures={}, signs={}, epoch=EPOCH, colours={theme.LIGHT.link: "#123456"}
    )
    styles = parts(data)["word/styles.xml"].lower()

    assert b'"0055cc"' not in styles
    assert b'"123456"' in styles


def test_colours_are_those_of_the_house() -> None:
    """A colour in the template is one of the light palette: `theme` owns them."""
    palette = {colour.removeprefix("#").upper() for colour in vars(theme.LIGHT).values() if isinstance(colour, str)}
    written = {
        colour.upper()
        for name in parts(template())
        if name.startswith("word/")
        for colour in re.findall(r'(?:color|fill)="([0-9A-Fa-f]{6})"', parts(template())[name].decode())
    }

    assert written
    assert written <= palette


def test_pages() -> None:
    """A4 upright, then turned, both with the margins of the annex, a number and the number of pages on each."""
    sections = docx.Document(io.BytesIO(template())).sections

    assert [(210, 297), (297, 210)] == [
        (round(section.page_width.mm), round(section.page_height.mm))
        for section in sections
        if section.page_width and section.page_height
    ]
    for name in ("footer1", "footer2"):
        assert ["PAGE", "NUMPAGES"] == [field.get(f"{W}instr").strip() for field in _tree(name).iter(f"{W}fldSimple")]


def test_languages_and_fonts() -> None:
    """Dutch of Belgium; fonts by name, with a font of the same widths where they are not there."""
    fonts = {font.get(f"{W}name"): value(font, "altName") for font in _tree("fontTable").iter(f"{W}font")}

    assert "nl-BE" == _tree("styles").find(f"{W}docDefaults//{W}lang").get(f"{W}val")
    assert {"Calibri": "Carlito", "Cambria": "Caladea"} == fonts


def test_it_names_nobody() -> None:
    """The file as it is kept has no maker, no path and no history."""
    found = parts(template())
    text = b"".join(found.values()).decode()

    assert not re.search(r"rsid|<w:ins |<w:del |w:author=|attachedTemplate|<dc:creator>|lastModifiedBy|Company", text)
    assert not [name for name in found if re.search("comments|people|thumbnail|custom", name)]


def _as_saved_by_someone(name: str, text: str) -> str:
    """What a word processor adds on saving."""
    if name == "docProps/core.xml":
        added = f"<dc:creator>{SENTINEL}</dc:creator><cp:lastModifiedBy>{SENTINEL}</cp:lastModifiedBy>"
        return text.replace("</cp:coreProperties>", f"{added}<cp:revision>7</cp:revision></cp:coreProperties>")
    if name == "docProps/app.xml":
        return text.replace("/>", f"><Company>{SENTINEL}</Company></Properties>")
    if name == "word/settings.xml":
        text = text.replace("<w:zoom", '<w:attachedTemplate r:id="rId1"/><w:zoom').replace(
            "<w:settings ", f'<w:settings xmlns:r="{R[1:-1]}" '
        )
        root = f'<w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids><w:docVars><w:docVar w:name="{SENTINEL}" w:val="x"/>'
        return text.replace("<w:themeFontLang", f"{root}</w:docVars><w:themeFontLang")
    if name == "_rels/.rels":
        kind = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail"
        picture = f'<Relationship Id="rId9" Type="{kind}" Target="docProps/thumbnail.jpeg"/>'
        return text.replace("</Relationships>", f"{picture}</Relationships>")
    if name == "[Content_Types].xml":
        return text.replace("<Override", '<Default Extension="jpeg" ContentType="image/jpeg"/><Override', 1)
    return text.replace("Dit is het sjabloon", SENTINEL)


def test_nothing_of_the_maker_is_taken_over() -> None:
    """Whoever saves the template, no name and no history of theirs is in a document, nor a word of the specimen."""
    path = f"file:///C:/{SENTINEL}/eigen.dotx".replace(" ", "%20")
    relation = f'<Relationship Id="rId1" Type="{R[1:-1]}/attachedTemplate" Target="{path}" TargetMode="External"/>'
    relations = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{relation}'
    more = {
        "word/_rels/settings.xml.rels": f"{relations}</Relationships>".encode(),
        "docProps/thumbnail.jpeg": SENTINEL.encode(),
    }
    saved = archive_bytes(parts(_changed(_as_saved_by_someone)) | more, epoch=EPOCH)
    made = b"".join(parts(_made(saved)).values())

    assert SENTINEL.encode() in b"".join(parts(saved).values())
    assert SENTINEL.encode() not in made
    assert path.encode() not in made
    assert not re.search(b"rsid|attachedTemplate", made)
    assert b"specimen" not in made
    assert b"Een noot" not in made
    assert parts(_made(saved)).keys() == parts(_made(template())).keys()
    assert parts(_made(saved))["docProps/core.xml"] == parts(_made(template()))["docProps/core.xml"]


def test_a_word_processor_may_rename_ids() -> None:
    """Styles are found by the names that people see, and lists by the numbering of their style."""
    ids = re.compile(r'(w:styleId="|<w:(?:pStyle|rStyle|tblStyle|basedOn|next) w:val=")(?!Normal"|TableNormal")')
    renamed = _changed(lambda _, text: ids.sub(r"\1Stijl", text))

    assert b'"StijlListBullet"' in parts(_made(renamed))["word/document.xml"]
    assert [("punt", "x")] == word_blocks(_made(renamed))


def test_the_look_is_that_of_the_template() -> None:
    """Another size of a style, another margin and another header reach the document."""

    def change(_: str, text: str) -> str:
        text = text.replace('w:left="1701"', 'w:left="1134"').replace("Pagina ", "Blad ")
        return text.replace('<w:name w:val="List Bullet"/>', '<w:name w:val="List Bullet"/><w:aliases w:val="Punt"/>')

    found = parts(_made(_changed(change)))

    assert b'w:left="1134"' in found["word/document.xml"]
    assert b"Blad " in found["word/footer1.xml"]
    assert b'w:aliases w:val="Punt"' in found["word/styles.xml"]


@pytest.mark.parametrize(
    ("pattern", "replacement", "lack"),
    [
        ('<w:name w:val="Tabelkop"/>', '<w:name w:val="Kop van tabel"/>', "de stijl “Tabelkop”"),
        ('<w:alias w:val="Toestand"/>', "", "het vak “Toestand” in de kop of de voet"),
        (r"<w:numPr><w:numId w:val=\"2\"/></w:numPr>", "", "een nummering in de stijl “List Number”"),
        (r"<Relationship [^>]*/numbering[^>]*/>", "", "een nummering in de stijl “List Bullet”"),
        ("</w:document>", "", "de vorm van een Word-document"),
        ("<w:sectPr>(?!.*<w:sectPr>).*</w:sectPr>", "", "twee soorten pagina’s: eerst staand, dan liggend"),
        (r"<Relationship [^>]*/footnotes[^>]*/>", "", "een voetnoot"),
    ],
)
def test_what_the_template_lacks_is_told(pattern: str, replacement: str, lack: str) -> None:
    """A part that a designer removed or renamed is an error that names it, and no document is made."""
    data, found = docx_bytes(
        HTML, template=_changed(lambda _, text: re.sub(pattern, replacement, text)), pictures={}, signs={}, epoch=EPOCH
    )

    assert b"" == data
    assert {"T002"} == {item.code for item in found}
    assert f"sjabloon annex/bijlage.docx mist {lack}" == message(found[0])


@pytest.mark.parametrize("data", [b"", b"PK", b"geen zip", b"{zip}"])
def test_a_file_that_is_no_document_is_told(data: bytes) -> None:
    """A template that is not there, or that is something else, is told like any other lack."""
    empty = io.BytesIO()
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("a.txt", "a")
    made, found = docx_bytes(
        HTML, template=data.replace(b"{zip}", empty.getvalue()), pictures={}, signs={}, epoch=EPOCH
    )

    assert b"" == made
    assert ["T002"] == [item.code for item in found]
