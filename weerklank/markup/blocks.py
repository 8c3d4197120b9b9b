"""Markdown as HTML blocks and as plain text. Holds Python-Markdown, which converts, and nh3, which has the final say.

In: Markdown as typed. Out: `Markup` with allowed elements and attributes only, plain text, the destinations of links.
It trusts nothing, and it checks no reference.
"""

import html
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from xml.etree.ElementTree import Element

import nh3
from markdown import Markdown
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.footnotes import FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString
from markupsafe import Markup, escape

from weerklank.markup.source import FOREIGN, NBSP, address_of, bind, clean, record_of, slug_of, too_complex
from weerklank.markup.typed import meant
from weerklank.model import Ref
from weerklank.model.illustrated import FILE_PATTERN


class _InlineMark(InlineProcessor):
    """A mark of ours within a line. `made`: gives its element. Words of a source (`q`) have no marks in them."""

    ANCESTOR_EXCLUDES = ("q", "a")

    def __init__(self, pattern: str, md: Markdown, made: Callable[[re.Match[str]], Element]) -> None:
        super().__init__(pattern, md)
        self._made = made

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: N802, ARG002 - the library's name
        return self._made(m), m.start(0), m.end(0)


BESIDE = "beeld:"
"""What the source of a picture begins with that lies beside the record."""


def _set_apart(root: Element) -> None:
    """Name as such the pictures that are a paragraph of their own."""
    for paragraph in root:
        inner = list(paragraph)
        alone = paragraph.tag == "p" and len(inner) == 1 and not f"{paragraph.text or ''}{inner[0].tail or ''}".strip()
        if alone and inner[0].tag == "img" and re.fullmatch(FILE_PATTERN, inner[0].get("src", "")):
            inner[0].attrib = {"src": BESIDE + inner[0].get("src", ""), "alt": inner[0].get("alt", "")}


def _holding(tag: str, text: str, **attributes: str) -> Element:
    element = Element(tag, attributes)
    element.text = text
    return element


def _address(found: re.Match[str]) -> Element:
    return _holding("a", AtomicString(found[0]), href=found[1] or f"mailto:{found[2]}")


_LITERAL = r"“[^“”]+”"
_MAIL = r"<([^<>\s!@]+@[^@<>\s]+)>"
_TYPED = r"(?<![\w.+/@-])(?:(https?://[\w-]+\.[^\s<>()\[\]“”\"’]*[\w/=&#-])|([\w.+-]+@[\w-]+(?:\.[\w-]+)+))"
"""An address of the web or of mail that was typed as it is read."""
_ALIGNED = {"text-align: right;": "n", "text-align: center;": "c"}
_DROPPED = "x-dropped"
_BACK = "Terug naar de tekst (noot {})"
_BACK_SIGN = "↑"  # the fonts of the annex have no curved arrow


class _Finish(Treeprocessor):
    """What is done to the tree of one text, after all processors of the library.

    `base`: level of its highest heading; `prefix`: what ids begin with; `destinations`: where links lead; `shows`:
    whether a picture that stands alone stays.
    """

    def __init__(self, md: Markdown, base: int) -> None:
        super().__init__(md)
        self.base = base
        self.prefix = ""
        self.shows = False
        self.destinations: list[str] = []

    def run(self, root: Element) -> None:
        self.destinations = []
        ids = self._headings(root)
        ids |= self._notes(root)
        if self.shows:
            _set_apart(root)
        for element in root.iter():
            self._element(element, ids)
        _bind_tree(root)

    def _headings(self, root: Element) -> dict[str, str]:
        """Shift levels so that none is skipped, and give ids; returns the author's fragment per id."""
        ids: dict[str, str] = {}
        taken: Counter[str] = Counter()
        level = self.base - 1
        for heading in root.iter():
            if not re.fullmatch("h[1-6]", str(heading.tag)):
                continue
            asked = self.base + max(int(heading.tag[1]) - 2, 0)
            level = min(asked, level + 1, 6)
            heading.tag = f"h{level}"
            plain = slug = slug_of("".join(heading.itertext())) or "kop"
            while slug in ids:
                taken[plain] += 1
                slug = f"{plain}-{taken[plain] + 1}"
            ids[slug] = self._id(slug)
            heading.set("id", ids[slug])
        return ids

    def _notes(self, root: Element) -> dict[str, str]:
        """Number the ids of footnotes and of the places that refer to them."""
        notes = [item for item in root.iter("li") if item.get("id", "").startswith("fn:")]
        numbers = {item.get("id", "").partition(":")[2]: str(number) for number, item in enumerate(notes, start=1)}
        ids: dict[str, str] = {}
        for element in [*root.iter("li"), *root.iter("sup")]:
            sort, colon, label = element.get("id", "").partition(":")
            if colon and label in numbers:
                name = "noot" if sort == "fn" else f"nootverwijzing{sort.removeprefix('fnref')}"
                ids[f"{sort}:{label}"] = self._id(f"{name}-{numbers[label]}")
                element.set("id", ids[f"{sort}:{label}"])
        return ids

    def _id(self, name: str) -> str:
        return f"{self.prefix}-{name}" if self.prefix else name

    def _element(self, element: Element, ids: dict[str, str]) -> None:
        if element.tag == "a":
            self._link(element, ids)
        elif element.tag == "img":
            if element.get("src", "").startswith(BESIDE):
                return
            self.destinations.append(f"!{element.get('src', '')}")
            element.tag, element.text = _DROPPED, element.get("alt", "")
        elif element.tag == "q":
            element.tag = "span"
            element.set("class", "lit")
        elif element.tag in ("td", "th"):
            aligned = _ALIGNED.get(element.attrib.pop("style", ""))
            if aligned:
                element.set("class", aligned)
            if element.tag == "th" and not "".join(element.itertext()).strip():
                element.tag = "td"
            elif element.tag == "th":
                element.set("scope", "col")

    def _link(self, link: Element, ids: dict[str, str]) -> None:
        target = link.get("href", "")
        if target.startswith("#"):
            if target[1:] not in ids:
                if link.get("class") == "footnote-backref":
                    link.text = ""
                else:
                    self.destinations.append(target)
                link.tag = _DROPPED
                return
            link.set("href", f"#{ids[target[1:]]}")
            if link.get("class") == "footnote-backref":
                link.set("aria-label", link.get("title", ""))
                link.set("role", "doc-backlink")
            elif link.get("class") == "footnote-ref":
                link.set("role", "doc-noteref")
            link.attrib.pop("title", None)
            return
        self.destinations.append(html.unescape(target).strip())
        href = address_of(target)
        link.attrib.clear()
        if href is None:
            link.tag = _DROPPED
            return
        link.set("href", href)
        if href.startswith("http"):
            link.set("rel", "external")


@cache
def _converter(base: int) -> tuple[Markdown, _Finish]:
    """One configured converter per base level: configuring it takes longer than converting a record."""
    notes = FootnoteExtension(BACKLINK_TITLE=_BACK, BACKLINK_TEXT=_BACK_SIGN)
    converter = Markdown(
        extensions=[TableExtension(), notes, SaneListExtension(), AbbrExtension()], output_format="html"
    )
    converter.preprocessors.deregister("html_block")
    converter.parser.blockprocessors.deregister("code")  # four spaces are a slip of the keyboard, not a program
    for name in ("html", "entity", "automail"):
        converter.inlinePatterns.deregister(name)
    marks = converter.inlinePatterns
    marks.register(_InlineMark(FOREIGN, converter, lambda m: _holding("span", m[2].strip(), lang=m[1])), "foreign", 176)
    # The library's own writes each letter of a mail address as a character reference.
    marks.register(_InlineMark(_MAIL, converter, lambda m: _holding("a", m[1], href=f"mailto:{m[1]}")), "mail", 115)
    marks.register(_InlineMark(_TYPED, converter, _address), "typed", 70)
    marks.register(_InlineMark(_LITERAL, converter, lambda m: _holding("q", m[0])), "literal", 65)
    finish = _Finish(converter, base)
    converter.treeprocessors.register(finish, "finish", -1)
    return converter, finish


@cache
def _cleaner() -> nh3.Cleaner:
    """The last word on what reaches a page, whatever the converter let through."""
    headings = {f"h{level}" for level in range(2, 7)}
    tags = ("p", "ul", "ol", "li", "table", "thead", "tbody", "tr", "th", "td", "blockquote", "pre", "code")
    phrases = ("em", "strong", "a", "abbr", "span", "sup", "hr", "br", "div", "img")
    return nh3.Cleaner(
        tags={*headings, *tags, *phrases},
        attributes={
            **{tag: {"id"} for tag in (*headings, "li", "sup")},
            "a": {"href", "rel", "role", "aria-label"},
            "abbr": {"title"},
            "span": {"lang"},
            "ol": {"start"},
            "img": {"src", "alt"},
            "th": {"scope"},
        },
        allowed_classes={
            "span": {"lit"},
            "th": {"n", "c"},
            "td": {"n", "c"},
            "div": {"footnote"},
            "a": {"footnote-ref", "footnote-backref"},
        },
        clean_content_tags={"script", "style"},
        url_schemes={"http", "https", "mailto", "site", BESIDE[:-1]},
        url_relative=lambda address: address if address.startswith("#") else None,
        link_rel=None,
        strip_comments=True,
    )


def _bind_tree(element: Element) -> None:
    if element.tag in ("code", "pre"):
        return
    if element.text:
        element.text = bind(element.text)
    for child in element:
        _bind_tree(child)
        if child.tail:
            child.tail = bind(child.tail)


def block(text: str, *, prefix: str, base: int = 3) -> Markup:
    """Markdown as HTML blocks. `##` and `#` become level `base`; ids begin with `prefix`, unique on the page.

    Text that is `too_complex` is shown as it was typed, in paragraphs.
    """
    return Markup(_convert(text, prefix=prefix, base=base)[0])  # noqa: S704 - what the cleaner let through


_ALONE = re.compile(r"<p>(<img [^>]*>)</p>")


@dataclass(frozen=True)
class Shown:
    """A picture in a text, by its file; `alt`: what the text says that it shows, or ""."""

    file: str
    alt: str


def pieces(text: str, *, prefix: str, base: int = 3) -> tuple[Markup | Shown, ...]:
    """The same as `block`, in pieces: HTML, and between it each picture that is a paragraph of its own."""
    made = _convert(text, prefix=prefix, base=base, shows=True)[0]
    found = (_shown(part) or Markup(part.strip()) for part in _ALONE.split(made))  # noqa: S704 - as `block`
    return tuple(piece for piece in found if piece)


def _shown(html_text: str) -> Shown | None:
    if not html_text.startswith("<img ") or html_text.count("<") > 1:
        return None
    given = {name: html.unescape(value) for name, value in re.findall(r'(\w+)="([^"]*)"', html_text)}
    return Shown(given["src"].removeprefix(BESIDE), given.get("alt", ""))


def shown_in(text: str) -> tuple[Shown, ...]:
    """The pictures that a text shows."""
    return tuple(piece for piece in pieces(text, prefix="") if isinstance(piece, Shown)) if "![" in text else ()


def _convert(text: str, *, prefix: str, base: int, shows: bool = False) -> tuple[str, tuple[str, ...]]:
    cleaned = clean(text)
    if too_complex(cleaned):
        return _as_typed(cleaned), ()
    converter, finish = _converter(base)
    finish.prefix, finish.shows = prefix, shows
    converter.reset()
    try:
        made = converter.convert(meant(cleaned))
    except RecursionError:
        return _as_typed(cleaned), ()
    return _cleaner().clean(made), tuple(finish.destinations)


def _as_typed(text: str) -> str:
    return "\n".join(f"<p>{escape(part.strip())}</p>" for part in re.split(r"\n\s*\n", text) if part.strip())


def _destinations(text: str) -> tuple[str, ...]:
    if "](" not in text and "]:" not in text and "<" not in text:
        return ()
    return tuple(dict.fromkeys(_convert(text, prefix="", base=3)[1]))


def record_links(text: str) -> tuple[Ref, ...]:
    """The records that a text links to (`[tekst](initiatief:heerlijk-helder)`), once each; the kind may be unknown."""
    return tuple(record for destination in _destinations(text) if (record := record_of(destination)))


def refused_links(text: str) -> tuple[str, ...]:
    """The destinations of links that lead nowhere and are left out: other schemes than http, https and mailto, relative
    addresses, headings that the text does not have, kinds of record that do not exist; pictures, with "!" before them.
    """
    return tuple(target for target in _destinations(text) if address_of(target) is None)


_MARKED = re.compile(r"[\\`*_\[\]<>&#|~=\n]|^\s*(?:[-+]|\d+\.)\s| {2}", re.MULTILINE)
_NOTE_MARK = re.compile(r'<sup id="[^"]*">.*?</sup>|<a [^>]*class="footnote-backref"[^>]*>.*?</a>', re.DOTALL)
_CELL_END = re.compile(r"</t[hd]>\s*(?=<t[hd])")
_BLOCK_END = re.compile(r"</(?:p|li|h[1-6]|tr|pre|blockquote)>|<br>|<hr>")
_TAG = re.compile(r'<(?:[^<>"]|"[^"]*")*>')


def plain(text: str) -> str:
    """Markdown as plain text, one line per paragraph, item or row, without marks of footnotes and no-break spaces."""
    if not _MARKED.search(text):
        return clean(text).replace(NBSP, " ").strip()
    made = _NOTE_MARK.sub("", _convert(text, prefix="", base=3)[0])
    lines = _BLOCK_END.sub("\x00", _CELL_END.sub(" | ", made))
    words = html.unescape(_TAG.sub("", lines)).replace(NBSP, " ")
    return "\n".join(line for part in words.split("\x00") if (line := " ".join(part.split()).removesuffix(" |")))
