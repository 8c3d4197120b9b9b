"""What surrounds every page: head, navigation, crumbs, foot.

In: the corpus and what one page says about itself. Out: frozen `Shell` and `Head` values. It makes no page.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.document.blocks import Photo
from weerklank.document.illustrations import logo
from weerklank.document.parts import NOTHING, Link
from weerklank.facts.provenance import state_as_of
from weerklank.kinds import KINDS, Kind, Menu
from weerklank.markup import inline, plain
from weerklank.model import Organisation
from weerklank.site.linked import Json, page_data
from weerklank.wording import date_words, soft_hyphens


@dataclass(frozen=True)
class Shell:
    """The same on every page: the publisher (`organisation`) with its `logo`, links at the top (`navigation`) and below
    (`foot`). `as_of`: of when the records are, in words, or "".
    """

    organisation: Organisation
    logo: Photo | None
    navigation: tuple[Link, ...]
    foot: tuple[Link, ...]
    as_of: str

    @property
    def base_url(self) -> str:
        """The address at which the site stands, without slash at the end, or ""."""
        return self.organisation.site.base_url.rstrip("/")


EVERYTHING = Link("Alle wijzigingen", addresses.feed())
"""The feed of all changes."""
PROMISES = Link("Toezeggingen", addresses.feed("toezegging"))
"""The feed of all promises."""


@dataclass(frozen=True)
class Head:
    """What one page says about itself. `path`: site-relative address. `section`: the path of its navigation link.

    `title` names the page; `heading` is the same with places where a long word may break. `description`: one sentence
    for search results; `lead`: the first paragraph; `kicker`: what kind of page it is, above the title. `crumbs`: the
    way from home to here; `feeds`: what can be followed.
    `bare`: the path of its plain edition, or "".
    `silent`: the page is about what is not known (ruled head). `json_ld`: linked data as JSON text, or "".
    `shell`: what surrounds every page.
    """

    path: str
    title: str
    heading: str
    description: str
    shell: Shell
    lead: Markup = NOTHING
    kicker: str = ""
    crumbs: tuple[Link, ...] = ()
    section: str = ""
    silent: bool = False
    json_ld: str = ""
    feeds: tuple[Link, ...] = ()
    bare: str = ""

    @property
    def above(self) -> str:
        """What the page stands under, where its title does not start with it: no two pages have both the same."""
        return ", ".join(crumb.text for crumb in self.crumbs[1:-1] if not self.title.startswith(crumb.text))


GAPS = Link("Wat de bron niet zegt", addresses.GAPS)
TRACE = Link("Wat leidde tot wat", addresses.TRACE)
HEARD = Link("Wie wordt genoemd", addresses.HEARD)


@once
def shell(corpus: Corpus) -> Shell:
    """The surroundings that all pages share; navigation names only kinds that have a page."""
    navigation = _lists(corpus, Menu.TOP)
    pages = tuple(Link(page.title, f"{page.id}.html") for page in corpus.pages)
    foot = (
        TRACE,
        GAPS,
        HEARD,
        *_lists(corpus, Menu.FOOT),
        Link("Open data", addresses.DATA),
        Link("Wijzigingen", addresses.CHANGES),
        Link("Zoeken", addresses.SEARCH),
        *pages,
        Link("Disclaimer", addresses.DISCLAIMER),
        Link("Toegankelijkheidsverklaring", addresses.ACCESSIBILITY),
    )
    newest = state_as_of(corpus)
    return Shell(corpus.organisation, logo(corpus), navigation, foot, date_words(newest) if newest else "")


def _lists(corpus: Corpus, menu: Menu) -> tuple[Link, ...]:
    """The list pages that stand in this part of the navigation."""
    return tuple(list_link(corpus, kind) for kind in KINDS.values() if kind.menu is menu)


def list_link(corpus: Corpus, kind: Kind) -> Link:
    """The list page of a kind, by the name that the agency gives it."""
    return Link(corpus.organisation.called(kind), addresses.index(kind.name))


def way_to(corpus: Corpus, kind: Kind) -> tuple[Link, ...]:
    """The crumbs that lead to the list of a kind: those of the kind that it stands under come first."""
    above = way_to(corpus, KINDS[kind.under]) if kind.under else ()
    return (*above, list_link(corpus, kind))


def head(
    corpus: Corpus,
    *,
    path: str,
    title: str,
    lead: str = "",
    description: str = "",
    kicker: str = "",
    trail: tuple[Link, ...] = (),
    section: str = "",
    silent: bool = False,
    about: Json = "",
    feeds: tuple[Link, ...] = (),
    is_copied: bool = False,
) -> Head:
    """The head of one page. `trail`: the crumbs between home and this page; the page itself is added.

    `about`: what the page is about as linked data, see `linked`; "" for a page that is about nothing in particular.
    `is_copied`: it has a plain edition.
    """
    described = description or plain(lead)
    crumbs = (Link(corpus.organisation.site.name, addresses.HOME), *trail, Link(title, current=True))
    crumbs = crumbs if path != addresses.HOME else ()
    data = page_data(corpus, path=path, title=title, description=described, crumbs=crumbs, about=about)
    return Head(
        path,
        title,
        soft_hyphens(title),
        described,
        shell(corpus),
        inline(lead),
        kicker,
        crumbs,
        section,
        silent,
        data if path != addresses.NOT_FOUND else "",
        feeds,
        addresses.bare(path) if is_copied else "",
    )
