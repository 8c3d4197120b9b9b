"""The page of a record, read as a reader reads it."""

from collections.abc import Iterator

from lxml import html
from lxml.html import HtmlElement

from tests.corpus_samples import Data, corpus, record, rendered
from weerklank.corpus import Corpus
from weerklank.model import Record
from weerklank.site.record import record_page


class Printed:
    """The page of a record as a reader gets it."""

    def __init__(self, found: Corpus, item: Record) -> None:
        self.view = record_page(found, found.get(item.ref))
        self.html = rendered("pages/record.html", self.view)
        self.tree = html.fromstring(self.html)
        self.main: HtmlElement = self.tree.find(".//main")

    @property
    def words(self) -> str:
        """Everything that stands in the middle of the page."""
        return words(self.main)

    def section(self, name: str) -> str:
        """The words of one section, without its title; "" when it is not there."""
        found = self.main.xpath(f"//section[@aria-labelledby='{name}']")
        return words(found[0]).removeprefix(words(found[0].find(".//h2"))).strip() if found else ""

    def sign(self, name: str) -> str:
        """What stands at a signpost and beside it, without its title."""
        (found,) = self.main.xpath(f"//ol[@class='story']/li[div/h2[@id='{name}']]")
        return words(found).removeprefix(words(found.find(".//h2"))).strip()

    def shapes(self, word: str) -> list[str]:
        """The classes of everything that is drawn with this word."""
        drawn = [item for item in self.main.find_class("state") if words(item) == word]
        return [name for item in drawn for name in item.get("class").split()]

    def facts(self) -> dict[str, str]:
        """Every fact of the page by its term."""
        return {words(pair.find("dt")): words(pair.find("dd")) for pair in self.main.xpath("//dl/div")}

    def rows(self) -> list[list[str]]:
        """The rows of all tables."""
        return [[words(cell) for cell in row] for row in self.main.xpath("//tbody/tr")]


_BLOCKS = frozenset(
    {"p", "li", "dt", "dd", "div", "h1", "h2", "h3", "h4", "ul", "ol", "summary", "details", "blockquote"}
)


def words(element: HtmlElement) -> str:
    """What stands in an element, white space folded; what stands on lines of its own is apart."""
    return " ".join("".join(_pieces(element)).replace("\xad", "").split())


def _pieces(element: HtmlElement) -> Iterator[str]:
    apart = " " if element.tag in _BLOCKS else ""
    yield apart + (element.text or "")
    for child in element:
        yield from _pieces(child)
        yield child.tail or ""
    yield apart


def printed(kind: str, data: Data, *others: Record, **changes: object) -> Printed:
    """The page of this record in the small site."""
    item = record(kind, data, **changes)
    return Printed(corpus(item, *others), item)
