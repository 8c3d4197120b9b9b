"""Our safe HTML as blocks of a Word document.

In: HTML as `markup` makes it. Out: blocks, or the runs of one line. Emphasis by slant has no look of its own in this
house, so it becomes plain text; the link back from a note has no use on paper and goes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from weerklank.word.tree import Block, GridBlock, GridColumn, Heading, Inline, List, Paragraph, Run, Tone

_BLOCKS = frozenset(
    {"p", "ul", "ol", "li", "table", "blockquote", "pre", "div", "hr", "h1", "h2", "h3", "h4", "h5", "h6"}
)
_EMPTY = frozenset({"br", "hr", "wbr", "img"})
_SPACE = re.compile(r"[ \t\n\r\f]+")  # not the no-break space, which is meant


@dataclass(frozen=True)
class Reading:
    """How HTML is read. `link`: an address in the HTML to one in the document ("" for no link).

    `tone`: of its paragraphs; `literal`: all of it is words of a source; `lift`: how many levels its headings rise.
    """

    link: Callable[[str], str]
    tone: Tone = Tone.TEXT
    literal: bool = False
    lift: int = 1


@dataclass
class _Element:
    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["_Element | str"] = field(default_factory=list)


def blocks_from_html(html: str, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks of a piece of HTML; loose text becomes a paragraph."""
    return _blocks(_tree(html), reading)


def runs_from_html(html: str, reading: Reading) -> tuple[Inline, ...]:
    """Return the runs of one line of HTML. Blocks in it are joined by line ends."""
    runs: list[Inline] = []
    for block in blocks_from_html(html, reading):
        if isinstance(block, Paragraph):
            runs.extend((Run("\n"), *block.runs) if runs else block.runs)
    return tuple(runs)


class _Reader(HTMLParser):
    """Gathers the elements; the standard library hands them out only to a subclass."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Element("div")]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = _Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.tag == tag for element in self.open[1:]):
            while self.open.pop().tag != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def _tree(html: str) -> _Element:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.open[0]


def _blocks(element: _Element, reading: Reading) -> tuple[Block, ...]:
    """The blocks inside an element; text and phrases between blocks become paragraphs."""
    blocks: list[Block] = []
    loose: list[_Element | str] = []
    for child in element.children:
        if isinstance(child, _Element) and child.tag in _BLOCKS:
            blocks.extend(_paragraph(loose, reading))
            loose = []
            blocks.extend(_block(child, reading))
        else:
            loose.append(child)
    return (*blocks, *_paragraph(loose, reading))


def _block(element: _Element, reading: Reading) -> tuple[Block, ...]:
    tag = element.tag
    made: tuple[Block, ...] = ()
    if tag in ("p", "pre"):
        made = _paragraph(element.children, reading, kept=tag == "pre")
    elif tag in ("ul", "ol"):
        items = [child for child in element.children if isinstance(child, _Element) and child.tag == "li"]
        start = element.attributes.get("start", "")
        made = (
            List(tag == "ol", tuple(_item(item, reading) for item in items), int(start) if start.isdecimal() else 1),
        )
    elif tag == "blockquote":
        made = _blocks(element, replace(reading, tone=Tone.QUOTE))
    elif tag == "table":
        made = _table(element, reading)
    elif tag[0] == "h" and tag[1:].isdecimal():
        level = min(6, max(1, int(tag[1:]) - reading.lift))
        made = (Heading(level, _text(element), element.attributes.get("id", "")),)
    elif tag != "hr":
        made = _blocks(element, reading)
    return made


def _item(element: _Element, reading: Reading) -> tuple[Block, ...]:
    """An item whose element has an id gets it on its first paragraph: notes are linked to."""
    blocks = _blocks(element, reading)
    anchor = element.attributes.get("id", "")
    if anchor and blocks and isinstance(blocks[0], Paragraph):
        return (replace(blocks[0], anchor=anchor), *blocks[1:])
    return blocks


def _table(element: _Element, reading: Reading) -> tuple[Block, ...]:
    rows = [row for row in _all(element, "tr") if _cells(row)]
    if not rows:
        return ()
    columns = tuple(GridColumn(_text(cell), numeric=cell.attributes.get("class") == "n") for cell in _cells(rows[0]))
    body = [tuple(_blocks(cell, reading) for cell in _cells(row)) for row in rows[1:]]
    missing = [(cells + ((),) * len(columns))[: len(columns)] for cells in body]
    return (GridBlock("", columns, tuple(missing)),)


def _cells(row: _Element) -> list[_Element]:
    return [child for child in row.children if isinstance(child, _Element) and child.tag in ("td", "th")]


def _all(element: _Element, tag: str) -> list[_Element]:
    found: list[_Element] = []
    for child in element.children:
        if isinstance(child, _Element):
            found.extend([child] if child.tag == tag else _all(child, tag))
    return found


def _paragraph(children: list[_Element | str], reading: Reading, *, kept: bool = False) -> tuple[Block, ...]:
    """One paragraph, or none when there is nothing to read. `kept`: white space is as typed."""
    runs: list[Run] = []
    _collect(children, Run("", literal=reading.literal), reading, runs)
    if not kept:
        runs = _folded(runs)
    shown = tuple(run for run in runs if run.text)
    return (Paragraph(shown, reading.tone),) if any(run.text.strip() for run in shown) else ()


def _collect(children: list[_Element | str], look: Run, reading: Reading, runs: list[Run]) -> None:
    for child in children:
        if isinstance(child, str):
            runs.append(replace(look, text=child))
        elif child.tag == "br":
            runs.append(replace(look, text="\v"))
        elif child.attributes.get("class") != "footnote-backref":
            _collect(child.children, _looks(child, look, reading), reading, runs)


def _looks(element: _Element, look: Run, reading: Reading) -> Run:
    """The look of the text inside a phrase."""
    tag, attributes = element.tag, element.attributes
    return replace(
        look,
        bold=look.bold or tag in ("strong", "b"),
        raised=look.raised or tag == "sup",
        literal=look.literal or attributes.get("class") == "lit",
        lang=attributes.get("lang", look.lang),
        link=reading.link(attributes.get("href", "")) if tag == "a" else look.link,
    )


def _folded(runs: list[Run]) -> list[Run]:
    """White space as a browser shows it: one space, none at the ends of a line. A vertical tab is a forced line end.

    Neighbours of one look become one run.
    """
    folded: list[Run] = []
    before = "\n"
    for run in runs:
        text = "\n" if run.text == "\v" else _SPACE.sub(" ", run.text)
        text = text.removeprefix(" ") if before in " \n" else text
        before = text[-1:] or before
        if folded and replace(run, text="") == replace(folded[-1], text=""):
            text = folded.pop().text + text
        folded.append(replace(run, text=text))
    while folded and not folded[-1].text.rstrip(" \n"):
        folded.pop()
    return [*folded[:-1], replace(folded[-1], text=folded[-1].text.rstrip(" \n"))] if folded else []


def _text(element: _Element) -> str:
    """The plain words of an element, on one line."""
    words = [child if isinstance(child, str) else _text(child) for child in element.children]
    return _SPACE.sub(" ", "".join(words)).strip()
