"""HTML as a tree, read by the parser of the standard library.

In: HTML that closes what it opens, as our templates and `markup` make it. Out: elements with their words.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TypeAlias

_EMPTY = frozenset({"br", "col", "hr", "img", "link", "meta", "source", "wbr"})
_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the no-break space, which is meant

Node: TypeAlias = "HtmlElement | str"


@dataclass(frozen=True)
class HtmlElement:
    """`attributes`: without a value they are ""; `children`: elements and text, in order."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node] = field(default_factory=list)

    @property
    def classes(self) -> tuple[str, ...]:
        """The names in the attribute `class`."""
        return tuple(self.attributes.get("class", "").split())

    @property
    def elements(self) -> list["HtmlElement"]:
        """The children that are elements."""
        return [child for child in self.children if isinstance(child, HtmlElement)]

    def walk(self) -> Iterator["HtmlElement"]:
        """The element itself and every element in it, in the order of the text."""
        yield self
        for child in self.elements:
            yield from child.walk()

    def first(self, tag: str = "", *, of_class: str = "") -> "HtmlElement | None":
        """The first element in it, or itself, with this tag and class."""
        found = (item for item in self.walk() if not tag or item.tag == tag)
        return next((item for item in found if not of_class or of_class in item.classes), None)

    def text(self) -> str:
        """All words in it, on one line."""
        words = [child if isinstance(child, str) else child.text() for child in self.children]
        return folded("".join(words)).strip()


def parsed(html: str) -> HtmlElement:
    """Return the tree of a document or of a piece of one, in an element `div`."""
    reader = _TreeBuilder()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def folded(text: str) -> str:
    """Return text with white space as a browser shows it."""
    return _SPACE.sub(" ", text)


class _TreeBuilder(HTMLParser):
    """Gathers the elements; the standard library hands them out only to a subclass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [HtmlElement("div")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = HtmlElement(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)
