"""One line of text as HTML: titles, summaries, cells.

In: text as typed, with a few Markdown marks. Out: `Markup` of phrases only; every other character is shown as typed.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup, escape

from weerklank.markup.source import FOREIGN, LONGEST, NBSP, address_of, bind, clean

_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_\[\](){}#+.!<>|-])"
    r"|`(?P<code>[^`]+)`"
    rf"|{FOREIGN.replace('([a-z]', '(?P<lang>[a-z]', 1).replace('([^', '(?P<foreign>[^', 1)}"
    r"|(?P<image>!?)\[(?P<label>[^\[\]]+)\]\((?P<target>[^()\s]+)\)"
    r"|\*\*(?P<strong>[^*]+)\*\*"
    r"|“(?P<literal>[^“”]+)”"
)


def inline(text: str) -> Markup:
    """A title or summary: bold, links, `code`, `[[fr: …]]` and quotations; every other character is shown as typed."""
    line = clean(text).replace("\n", " ")
    return Markup("").join(_pieces(line)) if len(line) <= LONGEST else escape(line)


def bare(text: str) -> str:
    """What `inline` shows, as plain text: for a cell, a file, a name that machines read."""
    return inline(text).striptags().replace(NBSP, " ")


def _pieces(text: str) -> Iterator[Markup]:
    done = 0
    for found in _INLINE.finditer(text):
        yield escape(bind(text[done : found.start()]))
        yield _piece(found)
        done = found.end()
    yield escape(bind(text[done:]))


def _piece(found: re.Match[str]) -> Markup:
    match found.lastgroup:
        case "escaped":
            made = escape(found["escaped"])
        case "code":
            made = Markup("<code>{}</code>").format(found["code"])
        case "foreign":
            made = Markup('<span lang="{}">{}</span>').format(found["lang"], _nested(found["foreign"].strip()))
        case "strong":
            made = Markup("<strong>{}</strong>").format(_nested(found["strong"]))
        case "literal":
            made = Markup('<span class="lit">“{}”</span>').format(_nested(found["literal"]))
        case _:
            made = _link(_nested(found["label"]), None if found["image"] else address_of(found["target"]))
    return made


def _link(label: Markup, address: str | None) -> Markup:
    """The link, or its label alone when it leads nowhere or is an image."""
    if address is None:
        return label
    rel = Markup(' rel="external"') if address.startswith("http") else ""
    return Markup('<a href="{}"{}>{}</a>').format(address, rel, label)


def _nested(text: str) -> Markup:
    return Markup("").join(_pieces(text))
