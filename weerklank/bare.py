"""The plain edition of a page: what its main part says, in HTML that needs no class, style, id or script.

In: a finished page of the site. Out: a page that holds its words in the same order, in elements that any content
management system keeps. What shows a meaning only by how it looks is dropped or put in words: a chart is its
alternative text, a fold a heading, a list that shows no numbers has none. Links are absolute; without the address of
the site only those that lead elsewhere are links.
"""

import posixpath
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

from weerklank.elements import HtmlElement, Node, folded, parsed

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_BLOCKS = _HEADINGS | {
    "article", "blockquote", "details", "div", "dl", "figcaption", "figure", "header", "img", "ol", "p", "picture",
    "section", "table", "ul",
}  # fmt: skip
"""What stands on lines of its own."""
_CONTROLS = frozenset({"control", "footnote-backref"})
"""Classes of what helps a reader of the page itself."""
_LEFT_OUT = frozenset({"button", "hr", "nav", "output", "script", "source", "style"})
_INLINE = {"b": "strong", "strong": "strong", "em": "em", "i": "em", "code": "code"}
_SCOPES = frozenset({"section", "article", "li", "details"})
"""A heading in one of these heads nothing outside of it."""
_NUMBERED = frozenset({"sources", "points"})
"""Classes of the lists whose numbers a reader sees; so does one without a class."""
_LINES = frozenset({"cite", "subject"})
"""Classes of words in a line that a reader sees on a line of their own."""
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_DEEPEST = 6
_BREAK = "<br>\n"


@dataclass(frozen=True)
class Bare:
    """Which page: its path (`page`), and the address of the `site` without slash at its end, or ""."""

    page: str
    site: str


def bare(page: bytes, about: Bare) -> bytes:
    """Return the plain edition of a page."""
    tree = parsed(page.decode())
    title, main = tree.first("title"), tree.first("main")
    assert title is not None
    assert main is not None
    canonical = f'<link rel="canonical" href="{escape(f"{about.site}/{about.page}")}">\n' if about.site else ""
    lines = "\n".join(_Edition(about).flow(main.children))
    return (
        '<!doctype html>\n<html lang="nl-BE">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n'
        f'<title>Zonder opmaak: {escape(title.text())}</title>\n<meta name="robots" content="noindex">\n{canonical}'
        f"</head>\n<body>\n<main>\n{lines}\n</main>\n</body>\n</html>\n"
    ).encode()


class _Edition:
    """One walk through a page; it knows the `level` of the heading that it is under, and how deep in folds it is."""

    def __init__(self, about: Bare) -> None:
        self._about = about
        self._level, self._folds = 1, 0

    # What stands on lines of its own

    def flow(self, nodes: Iterable[Node]) -> Iterator[str]:
        """Blocks as lines; words between them become paragraphs."""
        words: list[Node] = []
        for node in nodes:
            if isinstance(node, str) or not _is_block(node):
                words.append(node)
                continue
            yield from self._paragraph(words)
            words = []
            yield from self._block(node)
        yield from self._paragraph(words)

    def _paragraph(self, words: Sequence[Node]) -> Iterator[str]:
        if text := self.line(words):
            yield f"<p>{text}</p>"

    def _block(self, item: HtmlElement) -> Iterator[str]:
        if _is_left_out(item):
            return
        level = self._level
        yield from self._writer(item)(item)
        if item.tag in _SCOPES:
            self._level = level

    def _writer(self, item: HtmlElement) -> Callable[[HtmlElement], Iterator[str]]:
        """What writes a block: by what it is, then by what it shows; of any other only what is in it."""
        writers = {
            "p": self._words,
            "ul": self._list,
            "ol": self._list,
            "dl": self._terms,
            "table": self._table,
            "details": self._fold,
            "img": self._picture,
            "blockquote": self._quotation,
            **dict.fromkeys(_HEADINGS, self._heading),
        }
        if item.tag in writers:
            return writers[item.tag]
        if "quote" in item.classes:
            return self._quotation
        return self._cells if _is_row_of_cells(item) else self._inside

    def _inside(self, item: HtmlElement) -> Iterator[str]:
        yield from self.flow(item.children)

    def _words(self, item: HtmlElement) -> Iterator[str]:
        if text := self.line(item.children):
            yield f"<p{_language(item)}>{text}</p>"

    def _picture(self, item: HtmlElement) -> Iterator[str]:
        yield f"<p>Afbeelding: {_text(item.attributes.get('alt', ''))}</p>"

    def _quotation(self, item: HtmlElement) -> Iterator[str]:
        yield from _around("blockquote", _language(item), list(self.flow(item.children)))

    def _cells(self, item: HtmlElement) -> Iterator[str]:
        yield from self._items("ul", [HtmlElement("li", children=[cell]) for cell in item.elements])

    def _heading(self, item: HtmlElement) -> Iterator[str]:
        yield from self._headed(int(item.tag[1]) + self._folds, item.children)

    def _headed(self, level: int, words: Sequence[Node]) -> Iterator[str]:
        self._level = min(level, _DEEPEST)
        if text := self.line(words):
            yield f"<h{self._level}>{text}</h{self._level}>"

    def _fold(self, item: HtmlElement) -> Iterator[str]:
        """A heading for what opens on a click; headings in it go a level down. A small one is words."""
        summary = item.first("summary")
        inside = [child for child in item.children if child is not summary]
        words = summary.children if summary else []
        if "fold" not in item.classes:
            yield from self._paragraph([HtmlElement("strong", children=words)])
            yield from self.flow(inside)
            return
        yield from self._headed(self._level + 1, words)
        self._folds += 1
        yield from self.flow(inside)
        self._folds -= 1

    def _list(self, item: HtmlElement) -> Iterator[str]:
        shown = not item.classes or (_NUMBERED & set(item.classes) and "alone" not in item.classes)
        yield from self._items("ol" if item.tag == "ol" and shown else "ul", item.elements)

    def _items(self, tag: str, items: Iterable[HtmlElement]) -> Iterator[str]:
        lines = []
        for item in items:
            level = self._level
            lines += self._holding("li", _language(item), item)
            self._level = level
        yield from _around(tag, "", lines)

    def _terms(self, item: HtmlElement) -> Iterator[str]:
        pairs = (inner for child in item.elements for inner in (child.elements if child.tag == "div" else (child,)))
        yield from _around("dl", "", [line for pair in pairs for line in self._holding(pair.tag, "", pair, empty=True)])

    def _table(self, item: HtmlElement) -> Iterator[str]:
        yield "<table>"
        for part in item.elements:
            if part.tag == "caption":
                yield f"<caption>{self.line(part.children)}</caption>"
                continue
            yield f"<{part.tag}>"
            for row in part.elements:
                # A tab between cells: as text, a row can be pasted in a sheet.
                yield "<tr>" + "\t".join(self._cell(cell) for cell in row.elements) + "</tr>"
            yield f"</{part.tag}>"
        yield "</table>"

    def _cell(self, cell: HtmlElement) -> str:
        scope = f' scope="{cell.attributes["scope"]}"' if "scope" in cell.attributes else ""
        if _is_row_of_cells(cell):
            cell = HtmlElement("td", children=[HtmlElement("div", children=cell.children)])
        return " ".join(self._holding(cell.tag, scope, cell, empty=True))

    def _holding(self, tag: str, attributes: str, item: HtmlElement, *, empty: bool = False) -> list[str]:
        """An element that holds words, or blocks. `empty`: also where there is nothing in it."""
        if _is_left_out(item):
            return []
        if any(isinstance(child, HtmlElement) and _is_block(child) for child in item.children):
            return _around(tag, attributes, list(self.flow(item.children)))
        text = self.line(item.children)
        return [f"<{tag}{attributes}>{text}</{tag}>"] if text or empty else []

    # What stands in a line

    def line(self, nodes: Iterable[Node]) -> str:
        """Words with the elements that mean something within a line."""
        text = folded("".join(map(self._inline, nodes))).strip()
        return text.removeprefix("<br>").removesuffix("<br>").strip()

    def _inline(self, node: Node) -> str:
        if isinstance(node, str):
            return _text(node)
        if _is_left_out(node):
            return ""
        if node.attributes.get("role") == "img":
            return _text(node.attributes.get("aria-label", ""))
        if node.tag == "br":
            return _BREAK
        inner = "".join(map(self._inline, node.children))
        return self._marked(node, inner) if inner.strip() else inner

    def _marked(self, node: HtmlElement, inner: str) -> str:
        """Words with what their element means."""
        if node.tag == "sup":
            return f" ({inner})"
        if node.tag == "abbr":
            return f"{inner} ({_text(node.attributes.get('title', ''))})"
        if node.tag in _INLINE:
            return f"<{_INLINE[node.tag]}>{inner}</{_INLINE[node.tag]}>"
        link = self._address(node.attributes.get("href", ""))
        if link:
            return f'<a href="{escape(link)}"{_language(node)}>{inner}</a>'
        spoken = f"<span{_language(node)}>{inner}</span>" if "lang" in node.attributes else inner
        return (_BREAK if _LINES & set(node.classes) else "") + spoken

    def _address(self, link: str) -> str:
        """Where a link leads from anywhere; "" when that cannot be said."""
        if _ELSEWHERE.match(link):
            return link
        if not link or not self._about.site:
            return ""
        path, mark, place = link.partition("#")
        page = self._about.page
        whole = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
        return f"{self._about.site}/{whole}{mark}{place}"


def _is_block(item: HtmlElement) -> bool:
    """Whether it stands on lines of its own, itself or by what is in it."""
    return item.tag in _BLOCKS or any(inner.tag in _BLOCKS for inner in item.walk())


def _is_left_out(item: HtmlElement) -> bool:
    """What only works on the page, or is said in words beside it."""
    hidden = item.attributes.get("aria-hidden") == "true"
    return hidden or item.tag in _LEFT_OUT or bool(_CONTROLS & set(item.classes))


def _is_row_of_cells(item: HtmlElement) -> bool:
    """Shapes side by side, with nothing between them."""
    return bool(item.elements) and all("cell" in child.classes for child in item.elements)


def _around(tag: str, attributes: str, lines: list[str]) -> list[str]:
    return [f"<{tag}{attributes}>", *lines, f"</{tag}>"] if lines else []


def _language(item: HtmlElement) -> str:
    language = item.attributes.get("lang", "")
    return f' lang="{escape(language)}"' if language else ""


def _text(words: str) -> str:
    """Words as HTML, without the places where a long one may break."""
    return escape(words.replace("\u00ad", ""), quote=False)
