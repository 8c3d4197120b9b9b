"""The words of a paragraph, each stretch with its look.

In: inline elements and text. Out: phrases, with white space as a browser shows it. Emphasis by slant has no look of
its own in this house, so it becomes plain text; the link back from a note has no use on paper and goes.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from weerklank.elements import HtmlElement, Node, folded
from weerklank.word import contract

SIGN = "\u00a0\u00a0\u00a0"
"""As wide as the shape of a state, which stands in its place."""

PAGE = "[blz.]"
"""Stands for the number of a page until Word fills it in."""

_LINE_END = "\v"


@dataclass(frozen=True)
class Phrase:
    """Text with one look. `styles`: names of styles in the template, outer first; `raised`: above the line.

    `link`: a web address, a mail address with `mailto:`, or `#id` within the document. `tip`: what a screen reader says
    of a link, or what an abbreviation stands for.
    `lang`: BCP 47, where it is not the document's own. `page`: the text is the page of this id; `note`: the text is
    the number of the note with this id; `sign`: the text is the drawing of this shape. A line end in `text` is kept.
    """

    text: str
    styles: tuple[str, ...] = ()
    bold: bool = False
    raised: bool = False
    lang: str = ""
    link: str = ""
    tip: str = ""
    page: str = ""
    note: str = ""
    sign: str = ""


PLAIN = Phrase("")


def phrases(nodes: Sequence[Node], look: Phrase = PLAIN, *, kept: bool = False) -> tuple[Phrase, ...]:
    """Return the phrases of a line. `kept`: white space is as typed."""
    found: list[Phrase] = []
    _collect(nodes, look, found)
    shown = found if kept else _folded(found)
    return tuple(phrase for phrase in shown if phrase.text)


def plain(nodes: Sequence[Node]) -> str:
    """Return the words that phrases show, blocks on lines of their own."""
    lines: list[list[Node]] = [[]]
    for node in nodes:
        if isinstance(node, HtmlElement) and node.tag in contract.BLOCKS | contract.TABLE_PARTS:
            lines += [[plain(node.children)], []]
        else:
            lines[-1].append(node)
    return "\n".join(filter(None, ("".join(phrase.text for phrase in phrases(line)) for line in lines)))


def _collect(nodes: Sequence[Node], look: Phrase, found: list[Phrase]) -> None:
    for item in nodes:
        if isinstance(item, str):
            found.append(replace(look, text=item))
        elif item.tag == "br":
            found.append(replace(look, text=_LINE_END))
        elif item.attributes.get("role") == "doc-noteref":
            link = item.attributes.get("href", "")
            found.append(replace(look, text=item.text(), raised=True, link=link, note=link.removeprefix("#")))
        elif "page" in item.classes:
            found.append(replace(look, text=PAGE, page=item.attributes.get("data-target", "").removeprefix("#")))
        elif contract.MARKED & set(item.classes):
            _marked(item, look, found)
        elif not silent(item):
            _collect(item.children, _looks(item, look), found)


def silent(item: HtmlElement) -> bool:
    """Say whether an element is not for paper: a shape without words, words for screen readers, the way back."""
    hidden = item.attributes.get("aria-hidden") == "true" or not {"hidden", "again"}.isdisjoint(item.classes)
    return hidden or item.attributes.get("role") == "doc-backlink"


def _marked(item: HtmlElement, look: Phrase, found: list[Phrase]) -> None:
    """A state: its shape, and its word beside it. Where only shapes stand side by side, a space parts them."""
    sign = next((name for name in item.classes if name in contract.SIGNS), "")
    if sign:
        found.append(replace(look, text=SIGN, sign=sign))
        found.append(replace(look, text="\u00a0"))
    _collect(item.children, replace(look, styles=(*look.styles, contract.STATE)), found)
    if "cell" in item.classes:
        found.append(replace(look, text=" "))


def _looks(item: HtmlElement, look: Phrase) -> Phrase:
    """The look of the text inside an element."""
    names = [contract.PHRASES[name] for name in item.classes if name in contract.PHRASES]
    names += [contract.ABBREVIATION] if item.tag == "abbr" else []
    tips = {"a": "aria-label", "abbr": "title"}
    return replace(
        look,
        styles=(*look.styles, *(name for name in names if name not in look.styles)),
        bold=look.bold or item.tag in ("strong", "b"),
        raised=look.raised or item.tag == "sup",
        lang=item.attributes.get("lang", look.lang),
        link=item.attributes.get("href", "") if item.tag == "a" else look.link,
        tip=item.attributes.get(tips[item.tag], "") if item.tag in tips else look.tip,
    )


def _folded(found: list[Phrase]) -> list[Phrase]:
    """One space for white space, none at the ends of a line. Neighbours of one look become one phrase."""
    made: list[Phrase] = []
    before = "\n"
    for phrase in found:
        text = "\n" if phrase.text == _LINE_END else folded(phrase.text)
        text = text.removeprefix(" ") if before in " \n" else text
        before = text[-1:] or before
        if text == "\n" and made:
            made[-1] = replace(made[-1], text=made[-1].text.rstrip(" "))
        if made and replace(phrase, text="") == replace(made[-1], text=""):
            text = made.pop().text + text
        made.append(replace(phrase, text=text))
    while made and not made[-1].text.rstrip(" \n"):
        made.pop()
    return [*made[:-1], replace(made[-1], text=made[-1].text.rstrip(" \n"))] if made else []
