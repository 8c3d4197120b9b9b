"""The kinds of record, and of words in controlled lists: the only table of them.

In: nothing. Out: `KINDS`, in the order in which readers meet them. What a record of a kind holds is said by its class
in `model`, which names its kind; everything else that is true of a whole kind stands here, and nowhere a second time.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

ORGANISATION = "organisatie"
"""The one file about the publisher: read like a record, and not one."""
LIST = "lijst"
LISTS = "lijsten"
"""The folder with the controlled lists; each file in it, a `LIST`, holds the words of one kind."""


class Address(StrEnum):
    """Where the pages of a kind stand."""

    FOLDER = "a folder of its own, with a list page"
    ROOT = "the top of the site, without a list page"
    PLACE = "a place on one page with all of them"
    FACET = "the list of the records that have it"


class Menu(StrEnum):
    """Where the navigation names the list page of a kind; what stands at the top comes first in search, too."""

    TOP = "top"
    FOOT = "foot"
    NONE = "none"


@dataclass(frozen=True)
class Kind:
    """One kind, as references and code name it (`initiatief`).

    `plural`: in counts; `heading`: above a list of them; `called`: how one is called in a list of everything, when that
    is not `name`. `folder`: in content/ and on the site; for words, the file in lijsten/. `supports`: an answer may
    rest on it (`initiatief:heerlijk-helder`). `annex_part`: the part of an annex that shows its records, and whose
    selection names their ids; "" for none. `told`: an annex says what the source leaves out of them. `about`: what they
    are, in a sentence above the list of them; `none`: what stands there while there is none; both "" where the list
    page is of its own make. `caption`: what the table with all of them says above it in the open data, made from the
    fields of the kind; "" where its tables are of its own make. `narrows`: for words, the kind whose
    list is narrowed by them, and under which dimension. `under`: the kind under whose name in the menu it stands; ""
    for one that stands by itself.
    """

    name: str
    plural: str
    heading: str
    folder: str
    address: Address = Address.FOLDER
    menu: Menu = Menu.FOOT
    called: str = ""
    supports: bool = True
    annex_part: str = ""
    told: bool = False
    about: str = ""
    none: str = ""
    caption: str = ""
    narrows: tuple[str, str] = ("", "")
    under: str = ""

    @property
    def of_words(self) -> bool:
        """Whether it is a word of a controlled list rather than a record."""
        return self.address in (Address.PLACE, Address.FACET)

    @property
    def list_file(self) -> str:
        """Where authors keep the words of a list, from the folder of the content; "" for records."""
        return f"{LISTS}/{self.folder}.yaml" if self.of_words else ""

    @property
    def is_selected(self) -> bool:
        """Whether a part of an annex lists the records that it selects; sources stand there because they are cited."""
        return bool(self.annex_part and self.caption and self.told)


def _words(
    name: str, plural: str, heading: str, narrows: tuple[str, str] = ("", ""), address: Address = Address.FACET
) -> Kind:
    """A controlled list in which each word has a page: the records that have it, initiatives unless it is said."""
    return Kind(
        name,
        plural,
        heading,
        plural,
        address=address,
        menu=Menu.NONE,
        supports=False,
        narrows=narrows if any(narrows) or address is not Address.FACET else ("initiatief", name),
    )


_ALL = (
    Kind(
        "initiatief",
        "initiatieven",
        "Initiatieven",
        "initiatieven",
        menu=Menu.TOP,
        annex_part="initiatieven",
        told=True,
    ),
    Kind(
        "bijsturing",
        "bijsturingen",
        "Bijsturingen",
        "bijsturingen",
        menu=Menu.TOP,
        annex_part="bijsturingen",
        told=True,
    ),
    Kind(
        "meting",
        "metingen",
        "Metingen",
        "metingen",
        menu=Menu.TOP,
        told=True,
        caption="Metingen, met wie wat aan wie vroeg, hoe en wanneer",
    ),
    Kind("klachtenjaar", "klachtenjaren", "Klachten", "klachten", menu=Menu.TOP, called="klachten", told=True),
    Kind(
        "beslissing",
        "beslissingen",
        "Beslissingen",
        "beslissingen",
        about="Beslissingen over methode of beleid, die verklaren waarom iets wel of niet gebeurt.",
        none="Er zijn nog geen beslissingen opgetekend.",
    ),
    Kind(
        "vraag",
        "vragen",
        "Vragen",
        "vragen",
        menu=Menu.TOP,
        caption="Vragen uit het parlement, met wie ze stelde, aan wie en wanneer",
    ),
    Kind(
        "toezegging",
        "toezeggingen",
        "Toezeggingen",
        "toezeggingen",
        annex_part="toezeggingen",
        told=True,
        about="Wat in het parlement toegezegd is, tegen wanneer, en wat ervan kwam.",
        none="**Nog geen toezegging.** Hier komt wat een minister toezegt, met de termijn en wat ervan kwam.",
        caption="Toezeggingen, met hun termijn en wat ervan kwam",
        under="vraag",
    ),
    Kind("begrip", "begrippen", "Begrippen", "begrippen", address=Address.PLACE, annex_part="begrippen"),
    _words("beleidsveld", "beleidsvelden", "Beleidsvelden"),
    _words("belanghebbende", "belanghebbenden", "Belanghebbenden"),
    _words("vorm", "vormen", "Vormen"),
    _words("rol", "rollen", "Rollen"),
    _words("niveau", "niveaus", "Niveaus"),
    _words("bijsturingssoort", "bijsturingssoorten", "Soorten bijsturingen", narrows=("bijsturing", "soort")),
    _words("bronsoort", "bronsoorten", "Soorten bronnen", address=Address.PLACE),
    _words("klachtthema", "klachtthemas", "Thema’s van klachten", address=Address.PLACE),
    _words("klachtindeling", "klachtindelingen", "Indelingen van klachten", address=Address.PLACE),
    Kind(
        "bron",
        "bronnen",
        "Bronnen",
        "bronnen",
        annex_part="bronnen",
        caption="Bronnen, met wie ze uitgaf en wanneer",
    ),
    Kind("pagina", "pagina’s", "Pagina’s", "paginas", Address.ROOT, Menu.NONE, supports=False),
)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""Every kind by its name."""
OF_RECORDS = tuple(kind for kind in _ALL if not kind.of_words)
OF_WORDS = tuple(kind for kind in _ALL if kind.of_words)
FOLDERS: Mapping[str, str] = MappingProxyType({LISTS: LIST, **{kind.folder: kind.name for kind in OF_RECORDS}})
"""Folder in content/ -> the kind of its files."""


def words_of_facet(kind: str, dimension: str) -> Kind | None:
    """The words by which lists of a kind are narrowed under this dimension, or None where it is something else."""
    return next((words for words in OF_WORDS if words.narrows == (kind, dimension)), None)


def shown_by(annex_part: str) -> Kind | None:
    """The kind whose records a part of an annex shows, or None when that part is about something else."""
    return next((kind for kind in _ALL if kind.annex_part and kind.annex_part == annex_part), None)
