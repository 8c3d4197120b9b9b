"""A final annex as a page that stands on its own: what is frozen beside the PDF and says the same.

In: the view of the annex for paper. Out: `AnnexSheet`, for template `annex/sheet.html`. It has no navigation that can
go stale; every address in it is that of the folder it is kept in, or an absolute one.

The folder has `css/tokens.css`, the style sheets in `STYLES` with what these load, and the drawings of each chart.
"""

from dataclasses import dataclass, replace

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.annex.places import Places
from weerklank.document.annex.view import AnnexView, downloads, table_links
from weerklank.document.parts import Link

PAGE = "bijlage.html"
STYLES = ("css/site.css", "css/annex-screen.css", "css/print.css")


@dataclass(frozen=True)
class Place:
    """The address of the page within its folder: links are relative to it."""

    path: str


@dataclass(frozen=True)
class AnnexSheet:
    """The page. `canonical`: its address, `home`: that of its question; both "" when the site does not know its own.

    `colour`: of what a browser draws around it; `downloads`: the whole annex; `data`: those of each table.
    """

    head: Place
    web: bool
    linked: bool
    site: str
    sources: Places
    listed: str
    canonical: str
    home: str
    may_index: bool
    colour: str
    annex: AnnexView
    downloads: tuple[Link, ...]
    data: tuple[tuple[str, tuple[Link, ...]], ...]


def annex_sheet(corpus: Corpus, view: AnnexView) -> AnnexSheet:
    """The page of an annex; `view` is the one that its PDF is made from."""
    folder = addresses.annex(view.id, "html").removesuffix(PAGE)
    return AnnexSheet(
        head=Place(PAGE),
        web=True,
        linked=False,
        site=view.site,
        sources=view.sources,
        listed=view.listed,
        canonical=f"{view.site}/{folder}{PAGE}" if view.site else "",
        home=f"{view.site}/{folder.removesuffix('/')}.html" if view.site else "",
        may_index=corpus.organisation.may_index,
        colour=corpus.organisation.look.light.stated,
        annex=replace(view, web=True),
        downloads=_within(downloads(view.id, data=bool(view.tables)), folder),
        data=tuple((table.title, _within(table_links(view.id, table.name), folder)) for table in view.tables),
    )


def _within(links: tuple[Link, ...], folder: str) -> tuple[Link, ...]:
    return tuple(replace(link, path=link.path.removeprefix(folder)) for link in links)
