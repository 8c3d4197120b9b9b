"""The annex of a question as a page of the site.

In: the public corpus and the id of a question with an annex. Out: `AnnexPage`, for template `annex/web.html`.
"""

from dataclasses import dataclass, replace

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.annex.places import Places
from weerklank.document.annex.view import AnnexView, annex_view, downloads, table_links
from weerklank.document.parts import Link
from weerklank.kinds import KINDS
from weerklank.model import Ref
from weerklank.site.shell import Head, head, list_link


@dataclass(frozen=True)
class AnnexPage:
    """The annex as a page of the site. `sources`, `listed`: as in its view. `downloads`: the whole annex.

    `data`: the files of each table, by its title. `linked`: its links to records lead to pages beside it, and not to
    the site by its address.
    """

    head: Head
    web: bool
    site: str
    sources: Places
    listed: str
    annex: AnnexView
    downloads: tuple[Link, ...]
    data: tuple[tuple[str, tuple[Link, ...]], ...]
    linked: bool = True


def annex_page(corpus: Corpus, question_id: str) -> AnnexPage:
    """The same annex as a page of the site. ValueError when there is no annex."""
    view = annex_view(corpus, question_id, web=True)
    ref = Ref("vraag", question_id)
    page = head(
        corpus,
        path=addresses.annex(question_id, "html"),
        title=view.document_title,
        description=view.description,
        trail=(list_link(corpus, KINDS["vraag"]), Link(corpus.get(ref).title, addresses.of_record(ref))),
        section=addresses.index("vraag"),
    )
    return AnnexPage(
        replace(page, crumbs=(*page.crumbs[:-1], Link("Bijlage", current=True))),
        True,  # noqa: FBT003 - the field `web`
        view.site,
        view.sources,
        view.listed,
        view,
        downloads(question_id, data=bool(view.tables)),
        tuple((table.title, table_links(question_id, table.name)) for table in view.tables),
    )
