"""Published addresses: the site-relative path of every record, list and download.

In: kinds, ids and names. Out: posix paths below `site/`. Addresses derive from ids, never from titles.
Every link names its file, so that the site works under any prefix, on any server and opened from disk.
"""

import posixpath

from weerklank.model import Ref

FOLDERS = {
    "initiatief": "initiatieven",
    "bijsturing": "bijsturingen",
    "meting": "metingen",
    "klachtenjaar": "klachten",
    "beslissing": "beslissingen",
    "vraag": "vragen",
    "bron": "bronnen",
}

HOME = "index.html"
GAPS = "wat-we-niet-weten.html"
HEARD = "wie-werd-gehoord.html"
GLOSSARY = "begrippen.html"
DATA = "data/index.html"
SEARCH = "zoeken.html"
SEARCH_INDEX = "js/zoekindex.js"
TRACE = "samenhang.html"
ACCESSIBILITY = "toegankelijkheidsverklaring.html"
NOT_FOUND = "404.html"
CHANGES = "wijzigingen.html"
DISCLAIMER = "disclaimer.html"
ICON = "icons/favicon.svg"
DCAT = "data/dcat.jsonld"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"

WORKBOOK = "weerklank"
"""The name of the workbook with all tables: data/weerklank.xlsx and data/weerklank.ods."""


def of_record(ref: Ref) -> str:
    """The page of a record; a glossary term is a place on the glossary page (see `fragment`)."""
    if ref.kind == "begrip":
        return GLOSSARY
    if ref.kind == "pagina":
        return f"{ref.id}.html"
    if ref.kind in FACETED:
        return facet("initiatief", FACETED[ref.kind], ref.id)
    return f"{FOLDERS[ref.kind]}/{ref.id}.html"


def fragment(ref: Ref) -> str:
    """The fragment within the page of a record, or ""."""
    return f"begrip-{ref.id}" if ref.kind == "begrip" else ""


FACETED = {"beleidsveld": "beleidsveld", "belanghebbende": "belanghebbende", "vorm": "vorm", "rol": "rol"}
"""Facet dimension of each controlled list whose terms have pages of their own."""


def index(kind: str) -> str:
    """The list page of a kind."""
    return f"{FOLDERS[kind]}/index.html"


def facet(kind: str, dimension: str, value: str) -> str:
    """The ready-made page of one facet value, for example initiatieven/per/beleidsveld/gelijke-kansen.html."""
    return f"{FOLDERS[kind]}/per/{dimension}/{value}.html"


def download(name: str, ending: str) -> str:
    """A data file, for example data/initiatieven.csv."""
    return f"data/{name}.{ending}"


def rows(name: str) -> str:
    """The script with the CSV lines of a table, for saving a narrowed list."""
    return f"js/rijen-{name}.js"


def chart(name: str, variant: str) -> str:
    """A chart drawing, for example grafieken/bijsturingen-per-toestand-breed-licht.svg."""
    return f"grafieken/{name}-{variant}.svg"


def chart_png(name: str) -> str:
    """A chart as a picture for documents."""
    return f"grafieken/{name}.png"


def annex(question: str, ending: str = "pdf") -> str:
    """The annex of a question, or its web twin with ending html."""
    return f"vragen/{question}/bijlage.{ending}"


def relative(target: str, *, page: str) -> str:
    """The relative link from one page to a site-relative path."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def feed(kind: str = "", name: str = "") -> str:
    """An Atom feed: of everything, or of one initiative or policy field."""
    return f"feeds/{kind}-{name}.xml" if kind else "feeds/alles.xml"
