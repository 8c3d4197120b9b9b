"""Published addresses: the site-relative path of every record, list and download.

In: kinds, ids and names. Out: posix paths below `site/`. Addresses derive from ids, never from titles.
Every link names its file, so that the site works under any prefix, on any server and opened from disk.
"""

import posixpath
from collections.abc import Mapping
from types import MappingProxyType

from weerklank.kinds import KINDS, Address
from weerklank.model import Ref

HOME = "index.html"
GAPS = "wat-de-bron-niet-zegt.html"
HEARD = "wie-wordt-genoemd.html"
GLOSSARY = "begrippen.html"
DATA = "data/index.html"
SEARCH = "zoeken.html"
SEARCH_INDEX = "js/zoekindex.js"
TRACE = "wat-leidde-tot-wat.html"
ACCESSIBILITY = "toegankelijkheidsverklaring.html"
NOT_FOUND = "404.html"
CHANGES = "wijzigingen.html"
DISCLAIMER = "disclaimer.html"
ICON = "icons/favicon.svg"
DCAT = "data/dcat.jsonld"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"

FORMER: Mapping[str, str] = MappingProxyType(
    {"samenhang.html": TRACE, "wat-we-niet-weten.html": GAPS, "wie-werd-gehoord.html": HEARD}
)
"""Addresses that pages of the program had before -> those that they have now: an address that was published lasts."""

WORKBOOK = "weerklank"
"""The name of the workbook with all tables: data/weerklank.xlsx and data/weerklank.ods."""


def of_record(ref: Ref) -> str:
    """The page of a record; a glossary term is a place on the glossary page (see `fragment`)."""
    kind = KINDS[ref.kind]
    match kind.address:
        case Address.PLACE:
            return GLOSSARY
        case Address.ROOT:
            return f"{ref.id}.html"
        case Address.FACET:
            return facet(*kind.narrows, ref.id)
        case Address.FOLDER:
            return f"{kind.folder}/{ref.id}.html"


def fragment(ref: Ref) -> str:
    """The fragment within the page of a record, or ""."""
    return f"{ref.kind}-{ref.id}" if KINDS[ref.kind].address is Address.PLACE else ""


def has_facets(kind: str) -> bool:
    """Whether each word of this kind has a page: the list that is narrowed by it."""
    return kind in KINDS and KINDS[kind].address is Address.FACET


def numbered(path: str, number: int) -> str:
    """Page `number` of what has more than one page: the first keeps the address of the whole."""
    stem, ending = posixpath.splitext(path)
    return path if number == 1 else f"{stem}-{number}{ending}"


def part(path: str, number: int) -> str:
    """Page `number` of a list: the first keeps the address of the list, the others stand in a folder of that name.

    No record, word or year can be called so: initiatieven/index/2.html, initiatieven/per/jaar/2023/2.html.
    """
    stem, ending = posixpath.splitext(path)
    return path if number == 1 else f"{stem}/{number}{ending}"


def ordered(kind: str, order: str) -> str:
    """The list of a kind in another order, for example initiatieven/op/naam.html."""
    return f"{KINDS[kind].folder}/op/{order}.html"


def table(name: str) -> str:
    """The page that explains the columns of a table of the open data."""
    return f"data/tabel-{name}.html"


def index(kind: str) -> str:
    """The list page of a kind."""
    return GLOSSARY if KINDS[kind].address is Address.PLACE else f"{KINDS[kind].folder}/index.html"


def is_taken(ref: Ref) -> bool:
    """Whether the page that a record would have is one that the program makes itself."""
    pages = {HOME, GAPS, HEARD, GLOSSARY, DATA, SEARCH, TRACE, ACCESSIBILITY, NOT_FOUND, CHANGES, DISCLAIMER}
    return of_record(ref) in pages | set(map(index, KINDS)) | set(FORMER)


def facet(kind: str, dimension: str, value: str) -> str:
    """The ready-made page of one facet value, for example initiatieven/per/beleidsveld/gelijke-kansen.html."""
    return f"{KINDS[kind].folder}/per/{dimension}/{value}.html"


def download(name: str, ending: str) -> str:
    """A data file, for example data/initiatieven.csv."""
    return f"data/{name}.{ending}"


def list_index(kind: str) -> str:
    """The script that knows which record of a list has which values, and the orders that the list can have."""
    return f"js/lijst-{KINDS[kind].folder}.js"


def list_rows(kind: str) -> str:
    """The script with each row of a list as it is printed and as a line of CSV."""
    return f"js/rijen-{KINDS[kind].folder}.js"


def search_part(name: str) -> str:
    """A script with a part of the index of search: words (w0), letters (l0) or texts (t0)."""
    return f"js/zoek/{name}.js"


def chart(name: str, variant: str) -> str:
    """A chart drawing, for example grafieken/bijsturingen-per-toestand-breed-licht.svg."""
    return f"grafieken/{name}-{variant}.svg"


def picture(folder: str, file: str, ending: str) -> str:
    """A picture beside a record as it is published, for example beelden/initiatieven/plein.jpg."""
    return f"beelden/{folder}/{file.rpartition('.')[0]}.{ending}"


def logo(file: str, ending: str) -> str:
    """The logo as it is published, for example beelden/logo.png."""
    return f"beelden/{file.rpartition('.')[0]}.{ending}"


def chart_png(name: str) -> str:
    """A chart as a picture for documents."""
    return f"grafieken/{name}.png"


_BARE = "kaal/"


def bare(page: str) -> str:
    """The plain edition of a page, for example kaal/initiatieven/heerlijk-helder.html."""
    return f"{_BARE}{page}"


def is_bare(path: str) -> bool:
    """Whether a file is the plain edition of a page."""
    return path.startswith(_BARE)


SPOKEN = "bijlage-voorgelezen.txt"
"""The words of an annex as they are heard, beside its PDF."""


def annex(question: str, ending: str = "pdf") -> str:
    """The annex of a question, or its web twin with ending html."""
    return f"vragen/{question}/bijlage.{ending}"


def annex_spoken(question: str) -> str:
    """The words of the annex of a question as they are heard."""
    return f"vragen/{question}/{SPOKEN}"


def relative(target: str, *, page: str) -> str:
    """The relative link from one page to a site-relative path."""
    return posixpath.relpath(target, posixpath.dirname(page) or ".")


def receipt(initiative: str, signal: str, ending: str = "html") -> str:
    """The receipt of a signal: its page, its feed (xml) or its QR code (svg), for example s/overleg-wachttijd.html."""
    return f"s/{initiative}-{signal}.{ending}"


def feed(kind: str = "", name: str = "") -> str:
    """An Atom feed: of everything, of all records of a kind, or of one initiative or policy field."""
    if not kind:
        return "feeds/alles.xml"
    return f"feeds/{kind}-{name}.xml" if name else f"feeds/{KINDS[kind].folder}.xml"
