"""The parts of an OpenDocument spreadsheet beside its tables: styles of the template, document facts, views, manifest.

In: the template, title, publisher, moment. Out: XML texts for `ods`, which writes the tables and the archive. ODF 1.3
part 3 is the source of every element here.
"""

from datetime import UTC, datetime
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr
from zipfile import BadZipFile

from weerklank.data.archive import unpacked
from weerklank.data.flat import one_line
from weerklank.data.formats.workbook import CellGrid, LineKind, Look, SheetPlan, WorkbookInfo

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

CELL_STYLES = (
    *LINE_STYLES.values(), PAGE_TEXT_STYLE, LINK_STYLE, TABLE_LINK_STYLE, TABLE_HEAD_STYLE, *LOOK_STYLES.values()
)  # fmt: skip
"""The cell styles that the template must have."""

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
    """Return META-INF/manifest.xml for the parts `names`."""
    entries = [("/", MIMETYPE), *((name, "text/xml" if name.endswith(".xml") else "") for name in names)]
    lines = [
        element("manifest:file-entry", {"manifest:full-path": name, "manifest:media-type": kind})
        for name, kind in entries
    ]
    root = {"xmlns:manifest": f"{_OASIS}manifest:1.0", "manifest:version": _VERSION}
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{element("manifest:manifest", root, *lines)}'.encode()


def template_parts(template: bytes) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """Return what a workbook takes over from its template, and what the template lacks, in Dutch.

    Taken over are the styles and the pictures in them; who made the template, when and on which printer stays behind.
    """
    try:
        parts = unpacked(template)
        styles = ET.fromstring(parts["styles.xml"])  # noqa: S314 - a file of the project itself
    except (BadZipFile, KeyError, ET.ParseError):
        return {}, ("de vorm van een rekenblad",)
    space = f"{{{_NAMESPACES['style']}}}"
    cells = [item for item in styles.iter(f"{space}style") if item.get(f"{space}family") == "table-cell"]
    found = {item.get(f"{space}name") for item in (*cells, *styles.iter(f"{space}master-page"))}
    lacks = [f"de celstijl “{name}”" for name in CELL_STYLES if name not in found]
    lacks += [f"de paginastijl “{name}”" for name in (PAGE, TABLE_PAGE) if name not in found]
    taken = {path: data for path, data in parts.items() if path == "styles.xml" or path.startswith("Pictures/")}
    return taken, tuple(lacks)


def settings_xml(sheets: tuple[SheetPlan, ...]) -> bytes:
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


def _view(sheet: SheetPlan, grid: CellGrid | None) -> list[str]:
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
