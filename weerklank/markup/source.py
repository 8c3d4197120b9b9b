"""What an author's text may hold: characters, complexity, destinations of links, and the spaces that bind.

In: text as typed. Out: cleaned text, addresses that are allowed, yes or no. It converts nothing.
"""

import html
import re
import unicodedata
from collections.abc import Collection
from urllib.parse import urlsplit

from weerklank.kinds import KINDS
from weerklank.model import Ref

LONGEST = 20_000
"""The most characters of one Markdown field."""

NBSP = "\u00a0"
FOREIGN = r"\[\[([a-z]{2,3}(?:-[A-Z]{2})?):([^\[\]]+)\]\]"
"""Words in another language, `[[fr: texte]]`: language and words."""

# --- characters and size ---------------------------------------------------------------------------------------------

# Control characters, noncharacters and marks that turn the reading direction of what follows; none of them is text.
_NOT_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """Text with one kind of line end and without characters that are no text or that break the reading direction."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n\n")
    return _SURROGATE.sub("\ufffd", _NOT_TEXT.sub("", text))


# Python-Markdown looks again at the rest of a text for each of these marks, so that its time grows with their square.
_MARKS = {"[": 400, "`": 1200, "<": 1200, "*": 2000, "_": 2000, "!": 2000, "|": 4000, "\\": 2000, "“": 2000, "\n": 2000}
# Twelve quotations or list items within one another; each level is parsed again by all levels around it.
_DEEP = re.compile(r"^[ \t]*(?:(?:>|(?:[-+*]|\d{1,9}\.)[ \t])[ \t]*){12}|^(?:[ ]{4}|[ ]{0,3}\t){12}", re.MULTILINE)


def too_complex(text: str) -> bool:
    """Whether Markdown is too long, too full of marks or too deeply nested: it could take minutes to convert."""
    return (
        len(text) > LONGEST or bool(_DEEP.search(text)) or any(text.count(mark) > most for mark, most in _MARKS.items())
    )


# --- links -----------------------------------------------------------------------------------------------------------

_RECORD = re.compile(r"([a-z]+):([a-z0-9]+(?:-[a-z0-9]+)*)")
# Words before a colon that are never a mistyped kind of record.
_SCHEMES = frozenset(
    ("about", "blob", "data", "file", "ftp", "http", "https", "javascript", "mailto", "site", "sms", "tel", "vbscript")
)


def record_of(destination: str) -> Ref | None:
    """The record that a destination means; its kind may be one that does not exist."""
    found = _RECORD.fullmatch(destination)
    return Ref(found[1], found[2]) if found and found[1] not in _SCHEMES else None


_DESTINATION = re.compile(rf"(\]\([ ]*<?|^[ ]{{0,3}}\[[^\[\]]+\]:[ ]*<?){_RECORD.pattern}(?=[\s>)]|$)", re.MULTILINE)


def unlinked(text: str, records: Collection[Ref]) -> str:
    """The text in which no link leads to one of these records: of such a link the words stay."""
    if "](" not in text and "]:" not in text:
        return text
    return _DESTINATION.sub(lambda found: f"{found[1]}-" if Ref(found[2], found[3]) in records else found[0], text)


def address_of(destination: str) -> str | None:
    """The address that a destination may have in HTML, or None when it is refused."""
    address = html.unescape(destination).strip()
    if record := record_of(address):
        return f"site:{record.kind}:{record.id}" if record.kind in KINDS else None
    if re.search(r"[\s<>\"\\]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme in ("http", "https"):
        return address if parts.netloc else None
    return address if parts.scheme == "mailto" and "@" in parts.path else None


# --- typography ------------------------------------------------------------------------------------------------------

_UNITS = (
    r"procent(?:punt(?:en)?)?|euro|miljoen|miljard|duizend|[kMG]B|km²?|m²|ha|uur|jaar|"
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
)
_BOUND = re.compile(
    rf"(?<=\d) (?=(?:{_UNITS})\b)|(?<=€) (?=\d)|(?<=\b[Nn]r\.) (?=\d)|(?<=\b[Aa]rt\.) (?=\d)|"
    r"(?<=\bblz\.) (?=\d)|(?<=\bal\.) (?=\d)"
)


_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")


def bind(text: str) -> str:
    """Keep a number, its thousands and its unit, a day and its month on one line."""
    return _BOUND.sub(NBSP, _GROUPED.sub(lambda found: found[0].replace(" ", NBSP), text))


def slug_of(text: str) -> str:
    """A heading as part of an id: lower-case ASCII letters, digits and hyphens, at most sixty; may be ""."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].rstrip("-")
