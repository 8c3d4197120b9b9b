"""The parts of an OpenDocument spreadsheet that do not depend on its tables: styles, document facts, manifest.

In: title, publisher, moment. Out: XML texts for `ods`, which writes the tables and the archive. ODF 1.3 part 3 is the
source of every element here.
"""

from datetime import UTC, datetime
from xml.sax.saxutils import escape, quoteattr

from weerklank.data.flat import one_line
from weerklank.data.formats.workbook import Grid, LineKind, Look, Sheet, WorkbookInfo
from weerklank.theme import LIGHT

MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"

PAGE, TABLE_PAGE = "Staand", "Liggend"
"""Names of the master pages: for a sheet of text, and for a sheet with a grid."""

PAGE_TEXT_STYLE = "Bladtekst"
LINK_STYLE, TABLE_LINK_STYLE, TABLE_HEAD_STYLE = "Verwijzing", "Tabelverwijzing", "Tabelkop"
LINE_STYLES = {LineKind.TITLE: "Titel", LineKind.HEADING: "Tussenkop", LineKind.TEXT: "Tekst"}
LOOK_STYLES = {
    Look.HEAD: "Rijkop",
    Look.TEXT: "Tabeltekst",
    Look.LITERAL: "Letterlijk",
    Look.NUMBER: "Getal",
    Look.ABSENT: "Afwezig",
}

_VERSION = "1.3"
_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES = {
    "office": f"{_OASIS}office:1.0",
    "style": f"{_OASIS}style:1.0",
    "table": f"{_OASIS}table:1.0",
    "text": f"{_OASIS}text:1.0",
    "number": f"{_OASIS}datastyle:1.0",
    "fo": f"{_OASIS}xsl-fo-compatible:1.0",
    "meta": f"{_OASIS}meta:1.0",
    "config": f"{_OASIS}config:1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xlink": "http://www.w3.org/1999/xlink",
}
_HAIR, _THICK = f"0.5pt solid {LIGHT.rule}", f"1.5pt solid {LIGHT.rule_strong}"
_LINK = {"fo:color": LIGHT.link, "style:text-underline-style": "solid", "style:text-underline-width": "auto"}
_WRAP = {"fo:wrap-option": "wrap", "style:vertical-align": "top"}
_ROW = _WRAP | {"fo:border-bottom": _HAIR, "fo:padding": "0.8mm"}
_BOLD = {"fo:font-weight": "bold"}


def element(name: str, attributes: dict[str, str] | None = None, *inner: str) -> str:
    """Return one XML element; `inner` is XML already."""
    opening = name + "".join(f" {key}={quoteattr(value)}" for key, value in (attributes or {}).items())
    return f"<{opening}>{''.join(inner)}</{name}>" if inner else f"<{opening}/>"


def document(name: str, *inner: str) -> bytes:
    """Return an XML file with root element `name`."""
    names = {f"xmlns:{prefix}": address for prefix, address in _NAMESPACES.items()}
    text = element(name, names | {"office:version": _VERSION}, *inner)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}'.encode()


def meta_xml(about: WorkbookInfo, *, epoch: int) -> bytes:
    """Return meta.xml: title, publisher, language and one moment, without the name of a program."""
    moment = datetime.fromtimestamp(epoch, tz=UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    publisher = escape(one_line(about.meta.publisher))
    facts = (
        element("dc:title", None, escape(one_line(about.title))),
        element("meta:initial-creator", None, publisher),
        element("dc:creator", None, publisher),
        element("meta:creation-date", None, moment),
        element("dc:date", None, moment),
        element("dc:language", None, "nl-BE"),
    )
    return document("office:document-meta", element("office:meta", None, *facts))


def manifest_xml(names: tuple[str, ...]) -> bytes:
    """Return META-INF/manifest.xml for the XML parts `names`."""
    entries = [("/", MIMETYPE), *((name, "text/xml") for name in names)]
    lines = [
        element("manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind})
        for name, kind in entries
    ]
    root = {"xmlns:manifest": f"{_OASIS}manifest:1.0", "manifest:version": _VERSION}
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("manifest:manifest", root, *lines)}'.encode()


def styles_xml() -> bytes:
    """Return styles.xml: every cell style by its Dutch name, the language, and the two kinds of page."""
    text = {
        "fo:font-family": "Calibri",
        "fo:font-size": "11pt",
        "fo:color": LIGHT.ink,
        "fo:language": "nl",
        "fo:country": "BE",
    }
    default = element("style:default-style", {"style:family": "table-cell"}, element("style:text-properties", text))
    styles = (
        _cell_style(LINE_STYLES[LineKind.TITLE], text={**_BOLD, "fo:font-size": "18pt"}),
        _cell_style(LINE_STYLES[LineKind.HEADING], text={**_BOLD, "fo:font-size": "13pt"}),
        _cell_style(LINE_STYLES[LineKind.TEXT]),
        _cell_style(PAGE_TEXT_STYLE, cell=_WRAP),
        _cell_style(LINK_STYLE, text=_LINK),
        _cell_style(TABLE_LINK_STYLE, cell=_ROW, text=_LINK),
        _cell_style(
            TABLE_HEAD_STYLE, cell=_ROW | {"fo:border-bottom": _THICK, "style:vertical-align": "bottom"}, text=_BOLD
        ),
        _cell_style(LOOK_STYLES[Look.HEAD], cell=_ROW, text=_BOLD),
        _cell_style(LOOK_STYLES[Look.TEXT], cell=_ROW),
        _cell_style(LOOK_STYLES[Look.LITERAL], cell=_ROW, text={"fo:font-family": "Cambria"}),
        _cell_style(LOOK_STYLES[Look.NUMBER], cell=_ROW, paragraph={"fo:text-align": "end"}),
        _cell_style(LOOK_STYLES[Look.ABSENT], cell=_ROW, text={"fo:color": LIGHT.ink_soft}),
    )
    pages = (_page_layout("a4-staand", "21cm", "29.7cm"), _page_layout("a4-liggend", "29.7cm", "21cm"))
    masters = (_master_page(PAGE, "a4-staand"), _master_page(TABLE_PAGE, "a4-liggend"))
    return document(
        "office:document-styles",
        element("office:styles", None, default, *styles),
        element("office:automatic-styles", None, *pages),
        element("office:master-styles", None, *masters),
    )


def settings_xml(sheets: tuple[Sheet, ...]) -> bytes:
    """Return settings.xml: opened at the first sheet, head rows and row names kept in sight, no grid lines."""
    tables = [
        element("config:config-item-map-entry", {"config:name": sheet.name}, *_view(sheet, sheet.grid))
        for sheet in sheets
    ]
    view = element(
        "config:config-item-map-entry",
        None,
        _setting("ViewId", "string", "view1"),
        element("config:config-item-map-named", {"config:name": "Tables"}, *tables),
        _setting("ActiveTable", "string", sheets[0].name),
    )
    views = element("config:config-item-map-indexed", {"config:name": "Views"}, view)
    items = element("config:config-item-set", {"config:name": "ooo:view-settings"}, views)
    return document("office:document-settings", element("office:settings", None, items))


def _view(sheet: Sheet, grid: Grid | None) -> list[str]:
    frozen = 2  # com.sun.star.sheet: 0 is not split, 2 is frozen
    rows, columns = (len(sheet.lines) + 1, grid.pinned) if grid else (0, 0)
    numbers = (
        ("HorizontalSplitMode", "short", frozen if columns else 0),
        ("VerticalSplitMode", "short", frozen if rows else 0),
        ("HorizontalSplitPosition", "int", columns),
        ("VerticalSplitPosition", "int", rows),
        ("PositionRight", "int", columns),
        ("PositionBottom", "int", rows),
    )
    return [
        *(_setting(name, kind, str(value)) for name, kind, value in numbers),
        _setting("ShowGrid", "boolean", "false"),
    ]


def _setting(name: str, kind: str, value: str) -> str:
    return element("config:config-item", {"config:name": name, "config:type": kind}, escape(value))


def _cell_style(
    name: str,
    *,
    cell: dict[str, str] | None = None,
    paragraph: dict[str, str] | None = None,
    text: dict[str, str] | None = None,
) -> str:
    kinds = (
        ("style:table-cell-properties", cell),
        ("style:paragraph-properties", paragraph),
        ("style:text-properties", text),
    )
    properties = [element(kind, values) for kind, values in kinds if values]
    return element("style:style", {"style:name": name, "style:family": "table-cell"}, *properties)


def _page_layout(name: str, width: str, height: str) -> str:
    size = {
        "fo:page-width": width,
        "fo:page-height": height,
        "style:print-orientation": "landscape" if width > height else "portrait",
        "fo:margin": "15mm",
        "style:scale-to-X": "1",
        "style:scale-to-Y": "0",
    }
    footer = element(
        "style:footer-style",
        None,
        element(
            "style:header-footer-properties", {"fo:min-height": "10mm", "fo:margin": "0mm", "fo:margin-top": "5mm"}
        ),
    )
    return element("style:page-layout", {"style:name": name}, element("style:page-layout-properties", size), footer)


def _master_page(name: str, layout: str) -> str:
    number = (
        "Pagina ",
        element("text:page-number", None, "1"),
        " van ",
        element("text:page-count", None, "1"),
    )
    footer = element(
        "style:footer",
        None,
        element("style:region-left", None, element("text:p", None, element("text:sheet-name", None, "blad"))),
        element("style:region-right", None, element("text:p", None, *number)),
    )
    attributes = {"style:name": name, "style:page-layout-name": layout}
    return element("style:master-page", attributes, element("style:header", {"style:display": "false"}), footer)
