"""What the Word document does with each element and each class of the HTML of an annex: the tables of the contract.

In: nothing, or HTML. Out: the names of styles in the template, or what in the HTML has no place in the contract.
"""

from weerklank.elements import HtmlElement, parsed
from weerklank.states import Shape

TITLE, NORMAL, QUOTE, CAPTION, NOTE = "Title", "Normal", "Quote", "Caption", "footnote text"
REMARK, FIGURE_CAPTION, TOC_HEAD = "Opmerking", "Figuurbijschrift", "TOC Heading"
BULLETS, NUMBERS, SIGNED = "List Bullet", "List Number", "Lijst met vormen"
CELL, CELL_HEAD, SMALL_CELL, SMALL_CELL_HEAD = "Tabeltekst", "Tabelkop", "Tabeltekst klein", "Tabelkop klein"
HEADINGS = tuple(f"Heading {level}" for level in range(1, 7))
CONTENTS = tuple(f"toc {level}" for level in range(1, 4))
LINK, LITERAL, NOTE_NUMBER, ABBREVIATION, STATE = (
    "Hyperlink", "Letterlijk", "footnote reference", "Afkorting", "Toestand"
)  # fmt: skip
TABLE = "Sobere tabel"

PARAGRAPHS = {
    "subject": "Onderwerp",
    "statement": "Stelling",
    "remark": REMARK,
    "status": REMARK,
    "legend": REMARK,
    "quote": QUOTE,
}
"""Classes that give a paragraph its style; on an element around paragraphs, all of them."""

PHRASES = {
    "quote": LITERAL, "lit": LITERAL, "todo": "Ontbreekt", "soft": "Zacht",
    "cite": "Zacht klein", "inwords": "Zacht klein", "none": "Zacht klein", "refs": "Zacht klein",
    "rests": "Zacht klein",
}  # fmt: skip
"""Classes that give words within a paragraph their style."""

SIGNS = frozenset(shape.value for shape in Shape)
"""The shape of a state, a picture before its word; only beside one of `MARKED`."""

MARKED = frozenset({"state", "cell"})

LARGEST = {"logo": (60, 16), "photo": (75, 55)}
"""How wide and how high a picture in an element of a class may be at most, in mm."""

IN_HEADER = frozenset({"org", "draft"})
"""Who sends the annex, and that it is a draft: in the header of each page instead of at the top of the first."""

LEADING = frozenset({"key", "lead"})
"""Classes of a paragraph that is nothing without what comes after it: both stand on one page."""

MEANINGS = {
    "page": "the number of the page of `data-target`", "hidden": "is left out",
    "again": "is left out: a second page of one part, which may be the same",
    "n": "a number: right in its column", "c": "centred in its column", "footnote": "the notes of a text",
}  # fmt: skip
"""Other classes with a meaning."""

LOOKS = frozenset({
    "about", "al", "annex", "count", "coverage", "deeds", "documents", "figure", "first", "footnote-backref",
    "footnote-ref", "formula", "front", "keys", "logo", "long", "marked", "matrix", "mute",
    "paged", "pages", "pair", "paragraphs", "part", "parts", "photo", "prose", "run", "src", "st", "table", "tale",
    "tell", "tie", "toc", "under", "wordmark",
})  # fmt: skip
"""Classes that only say how something looks on paper; so do those that begin with `t-`."""

BLOCKS = frozenset({
    "blockquote", "dd", "div", "dl", "dt", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "img", "li", "main", "nav", "ol", "p", "pre", "section", "table", "ul",
})  # fmt: skip
"""Elements that end a line of text."""

TABLE_PARTS = frozenset({"caption", "tbody", "td", "th", "thead", "tr"})

INLINE = frozenset({"a", "abbr", "b", "br", "code", "em", "i", "span", "strong", "sup", "time"})

HEAD = frozenset({"html", "head", "meta", "title", "link", "body"})


def all_styles() -> frozenset[str]:
    """Return the name of every style that the template must have."""
    paragraphs = {
        TITLE,
        NORMAL,
        QUOTE,
        CAPTION,
        NOTE,
        FIGURE_CAPTION,
        TOC_HEAD,
        BULLETS,
        NUMBERS,
        SIGNED,
        *HEADINGS,
        *CONTENTS,
    }
    cells = {CELL, CELL_HEAD, SMALL_CELL, SMALL_CELL_HEAD, TABLE}
    words = {LINK, NOTE_NUMBER, ABBREVIATION, STATE, *PHRASES.values()}
    return frozenset(paragraphs | cells | words | set(PARAGRAPHS.values()))


def unknown(html: str) -> tuple[str, ...]:
    """Return the elements ("<mark>") and classes (".bold") in HTML that this contract does not know, once each."""
    tags = BLOCKS | TABLE_PARTS | INLINE | HEAD
    found: list[str] = []
    for element in parsed(html).walk():
        if element.tag not in tags:
            found.append(f"<{element.tag}>")
        found.extend(f".{name}" for name in element.classes if not _known(name, element))
    return tuple(dict.fromkeys(found))


def _known(name: str, element: HtmlElement) -> bool:
    if name in SIGNS:
        return bool(MARKED & set(element.classes))
    known = {*PARAGRAPHS, *PHRASES, *MARKED, *IN_HEADER, *LEADING, *MEANINGS, *LOOKS}
    return name in known or name.startswith("t-")
