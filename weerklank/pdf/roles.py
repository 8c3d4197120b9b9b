"""Which tag of PDF 1.7 an HTML element gets (ISO 32000-1, 14.8.4), and which elements are never read aloud.

In: an element. Out: the name of a role, or one of two placeholders for elements that PDF has no tag for.
"""

from xml.etree.ElementTree import Element

SVG = "{http://www.w3.org/2000/svg}"

BLOCK = ""  # a block without a tag of its own: it becomes a paragraph, or gives way to what is in it
INLINE = "inline"  # leaves no trace

_ROLES = {
    "a": "Link",
    "abbr": "Span",
    "article": "Art",
    "aside": "Div",
    "blockquote": "BlockQuote",
    "caption": "Caption",
    "code": "Code",
    "dd": "DD",
    "dl": "L",
    "dt": "DT",
    "em": "Em",
    "embed": "Figure",
    "figcaption": "Caption",
    "figure": "Div",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "img": "Figure",
    "kbd": "Code",
    "li": "LI",
    "menu": "L",
    "object": "Figure",
    "ol": "L",
    "p": "P",
    "pre": "P",
    "q": "Quote",
    "samp": "Code",
    "section": "Sect",
    "strong": "Strong",
    "table": "Table",
    "tbody": "TBody",
    "td": "TD",
    "tfoot": "TFoot",
    "th": "TH",
    "thead": "THead",
    "tr": "TR",
    "ul": "L",
    f"{SVG}svg": "Figure",
}
_BLOCKS = frozenset(
    {
        "address",
        "body",
        "center",
        "details",
        "div",
        "fieldset",
        "footer",
        "form",
        "header",
        "hgroup",
        "html",
        "legend",
        "main",
        "nav",
        "search",
        "summary",
    }
)

# Roles of ours that are not in PDF 1.7, and what a reader that does not know them takes them for.
ROLE_MAP = {"Em": "Span", "Strong": "Span"}

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
# These hold blocks only: text directly in them is wrapped into paragraphs.
GROUPINGS = frozenset({"Document", "Sect", "Art", "Div", "BlockQuote"})
INLINES = frozenset({"Span", "Em", "Strong", "Code", "Quote", "Link", "Reference", "Note", "Lbl"})

# ListNumbering by CSS list style (ISO 32000-1, table 347).
NUMBERING = {
    "circle": "Circle",
    "decimal": "Decimal",
    "decimal-leading-zero": "Decimal",
    "disc": "Disc",
    "lower-alpha": "LowerAlpha",
    "lower-latin": "LowerAlpha",
    "lower-roman": "LowerRoman",
    "square": "Square",
    "upper-alpha": "UpperAlpha",
    "upper-latin": "UpperAlpha",
    "upper-roman": "UpperRoman",
}
NUMBERING_2 = {**NUMBERING, "description": "Description"}
"""The same in PDF 2.0, which has a word for terms with their descriptions (ISO 32000-2, table 382)."""


def role_of(element: Element) -> str:
    """Return the role of an element: a tag name, `BLOCK` or `INLINE`."""
    tag = element.tag
    if (tag == "a" and not element.get("href")) or (tag == "abbr" and not element.get("title")):
        return INLINE
    return _ROLES.get(tag, BLOCK if tag in _BLOCKS else INLINE)


def is_decoration(element: Element) -> bool:
    """Say whether an author took the element out of what is read: it becomes an artefact."""
    if element.get("aria-hidden") == "true":
        return True
    if element.get("role") in ("presentation", "none"):
        return element.tag in ("img", f"{SVG}svg")
    return element.tag == "img" and element.get("alt") == ""


def alternative(element: Element) -> str:
    """Return the text that stands for a picture, or for a link that is a mark without words; else nothing."""
    if element.tag == "a":
        written = "".join(element.itertext()).strip()
        return element.get("aria-label", "") if written and not any(map(str.isalnum, written)) else ""
    title = element.find(f"{SVG}title")
    text = element.get("alt") or element.get("aria-label") or (title.text if title is not None else "")
    return " ".join((text or "").split())
