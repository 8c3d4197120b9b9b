"""What a Word document has besides its text and its looks: page, header, footer, settings, properties.

In: a `WordDocument` and a moment. Out: an Office Open XML package with an empty body, for `body` to fill. Everything is
stated here, so that no library adds a clock, a thumbnail or its own name.
"""

from datetime import UTC, datetime
from xml.sax.saxutils import escape

from weerklank.data.archive import archive_bytes
from weerklank.data.flat import visible
from weerklank.word.page import PAGES, RELATIONSHIPS, WORDML, Page
from weerklank.word.styles import (
    DECLARATION,
    FOOTER,
    HEADER,
    LANGUAGE,
    font_table_xml,
    numbering_xml,
    styles_xml,
)
from weerklank.word.tree import WordDocument

DRAFT = "Ontwerp"

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("document", f"{_WORD_TYPE}.document.main+xml"),
    ("styles", f"{_WORD_TYPE}.styles+xml"),
    ("numbering", f"{_WORD_TYPE}.numbering+xml"),
    ("settings", f"{_WORD_TYPE}.settings+xml"),
    ("fontTable", f"{_WORD_TYPE}.fontTable+xml"),
)
_EDGES = tuple(
    (name, kind, f"{_WORD_TYPE}.{kind}+xml")
    for page in PAGES
    for name, kind in ((page.header, "header"), (page.footer, "footer"))
)


def empty_package(document: WordDocument, *, epoch: int) -> bytes:
    """Return a .docx file with everything but a body."""
    moment = datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("rId1", f"{_OFFICE}/relationships/officeDocument", "word/document.xml"),
            ("rId2", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ("rId3", f"{_OFFICE}/relationships/extended-properties", "docProps/app.xml"),
        ),
        "docProps/app.xml": f'{DECLARATION}<Properties xmlns="{_OFFICE}/extended-properties"/>'.encode(),
        "docProps/core.xml": _core_properties(document, moment),
        "word/_rels/document.xml.rels": _relationships(
            *(
                (f"rId{number}", f"{_OFFICE}/relationships/{name}", f"{name}.xml")
                for number, (name, _) in enumerate(_PARTS[1:], start=1)
            ),
            *((name, f"{_OFFICE}/relationships/{kind}", f"{name}.xml") for name, kind, _ in _EDGES),
        ),
        "word/document.xml": _part("document", "<w:body/>"),
        "word/fontTable.xml": font_table_xml(),
        **{f"word/{page.header}.xml": _header(document, page) for page in PAGES},
        **{f"word/{page.footer}.xml": _footer(document, page) for page in PAGES},
        "word/numbering.xml": numbering_xml(),
        "word/settings.xml": _settings(),
        "word/styles.xml": styles_xml(),
    }
    return archive_bytes(parts, epoch=epoch)


def _content_types() -> bytes:
    overrides = [(f"/word/{name}.xml", kind) for name, kind in _PARTS]
    overrides.extend((f"/word/{name}.xml", kind) for name, _, kind in _EDGES)
    overrides.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    overrides.append(("/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml"))
    entries = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides)
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">{defaults}{entries}</Types>'.encode()


def _relationships(*targets: tuple[str, str, str]) -> bytes:
    entries = "".join(f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets)
    return f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">{entries}</Relationships>'.encode()


def _core_properties(document: WordDocument, moment: str) -> bytes:
    names = (
        f'xmlns:cp="{_PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"'
    )
    status = f"<cp:contentStatus>{DRAFT}</cp:contentStatus>" if document.draft else ""
    facts = (
        f"<dc:title>{escape(visible(document.title))}</dc:title>"
        f"<dc:subject>{escape(visible(document.subject))}</dc:subject>"
        f"<dc:creator>{escape(visible(document.publisher))}</dc:creator>"
        f"<cp:lastModifiedBy>{escape(visible(document.publisher))}</cp:lastModifiedBy>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{moment}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{moment}</dcterms:modified>'
        f"<dc:language>{LANGUAGE}</dc:language>{status}"
    )
    return f"{DECLARATION}<cp:coreProperties {names}>{facts}</cp:coreProperties>".encode()


def _header(document: WordDocument, page: Page) -> bytes:
    draft = f"<w:r><w:tab/></w:r><w:r><w:rPr><w:b/><w:bCs/></w:rPr>{_text(DRAFT)}</w:r>" if document.draft else ""
    return _part("hdr", _paragraph(HEADER, page, f"<w:r>{_text(document.header)}</w:r>{draft}"))


def _footer(document: WordDocument, page: Page) -> bytes:
    numbers = f"{_run('Pagina ')}{_field('PAGE')}{_run(' van ')}{_field('NUMPAGES')}"
    return _part("ftr", _paragraph(FOOTER, page, f"<w:r>{_text(document.footer)}<w:tab/></w:r>{numbers}"))


def _settings() -> bytes:
    """Word 2013 and later without compatibility mode; Belgian signs. Order of elements: ECMA-376 part 1, 17.15.1.78."""
    mode = '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    return _part(
        "settings",
        f'<w:zoom w:percent="100"/><w:defaultTabStop w:val="709"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{mode}</w:compat><w:themeFontLang w:val="{LANGUAGE}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>',
    )


def _part(root: str, inner: str) -> bytes:
    names = f'xmlns:w="{WORDML}" xmlns:r="{RELATIONSHIPS}"'
    return f"{DECLARATION}<w:{root} {names}>{inner}</w:{root}>".encode()


def _paragraph(style: str, page: Page, runs: str) -> str:
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{page.text_width}"/></w:tabs>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{runs}</w:p>'


def _run(text: str) -> str:
    return f"<w:r>{_text(text)}</w:r>"


def _text(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(visible(text))}</w:t>'


def _field(code: str) -> str:
    """A field that Word fills in by itself on every page; "1" stands there until it has."""
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
