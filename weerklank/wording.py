"""How values read in Dutch as written in Belgium: dates, periods, numbers, counts, lists and labels.

In: values of the model. Out: plain text, with U+00A0 where a line break would hurt. It makes no HTML.
The words are small tables of our own: a build in which nothing changed loads this module too, and Babel with its locale
data would take longer than the rest. The tests hold the tables to that data (CLDR, nl-BE).
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from weerklank.model import NOW, Margin, PartialDate, Period, Quantity, Scale
from weerklank.model.part import words_of
from weerklank.model.values import Frequency, Precision

NBSP = "\u00a0"
_SOFT_HYPHEN = "\u00ad"
_MINUS = "\u2212"

_MONTHS = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)

# --- dates and periods -----------------------------------------------------------------------------------------------


def date_words(value: PartialDate) -> str:
    """`12 februari 2020`, `februari 2020` or `2020`, as precisely as it is known; `heden` for an open end."""
    if value == NOW:
        return "heden"
    if not value.month:
        return str(value.year)
    month = f"{_MONTHS[value.month - 1]} {value.year}"
    return f"{value.day}{NBSP}{month}" if value.day else month


def names_month(text: str, month: int) -> bool:
    """Whether words name a month: "oktober", "okt.", "31/10", "31.10.2026", "2026-10"."""
    name = _MONTHS[month - 1]
    return bool(re.search(rf"(?i)\b(?:{name}|{name[:3]}t?\.)(?!\w)|[/.-]\s?0?{month}(?!\d)", text))


def period_words(period: Period) -> str:
    """How often and when, parts joined by commas; the source's own wording comes last, in curly quotes.

    `tot heden` after a known start reads as `sinds`; what was once begins and ends on its one date. A period with
    nothing but citations reads as "".
    """
    parts = [words_of(Frequency)[period.frequency]] if period.frequency else []
    once = period.frequency == "eenmalig" and period.end is None
    if span := _span_words(period.start, period.start if once else period.end):
        parts.append(span)
    if period.literal:
        parts.append(quoted(period.literal))
    return ", ".join(parts)


def period_short(period: Period) -> str:
    """When and how often for a line of facts: the source's own wording only where nothing more precise is known."""
    known = period.start is not None or period.end is not None or period.frequency is not None
    return period_words(period.model_copy(update={"literal": ""}) if known else period)


def _span_words(start: PartialDate | None, end: PartialDate | None) -> str:
    if start is None:
        return "" if end is None else f"tot {date_words(end)}"
    if end is None:
        return f"vanaf {date_words(start)}"
    if end == NOW:
        return f"sinds {date_words(start)}"
    return date_words(start) if start == end else f"van {date_words(start)} tot {date_words(end)}"


def quoted(text: str) -> str:
    """Put text in curly double quotes; quotes inside it become single ones, quotes around it are not doubled."""
    bare = text.strip()
    if len(bare) > 1 and bare[0] in '“"' and bare[-1] in '”"' and not re.search('[“”"]', bare[1:-1]):
        bare = bare[1:-1]
    inner = re.sub('"([^"]*)"', "‘\\1’", bare)
    return f"“{inner.replace('“', '‘').replace('”', '’')}”"


# --- numbers ---------------------------------------------------------------------------------------------------------

# Beyond this many digits a number is not written out in full: "1E+999999999" would fill the memory.
_MOST_DIGITS = 40
# From five digits on: "1234" stays closed up, "12 345" does not (Team Taaladvies).
_GROUP_FROM = 5
_EURO = frozenset({"euro", "eur", "€"})
_PERCENT = frozenset({"procent", "%", "percent"})


def number(value: Decimal | int, *, thousands: str = "spatie") -> str:
    """An exact number with a decimal comma: `1234`, `12 345,60`. Digits are never added, dropped or rounded.

    `thousands` is "spatie" (U+00A0) or "punt"; four digits stay ungrouped.
    """
    return _grouped(value, separator="." if thousands == "punt" else NBSP, group_from=_GROUP_FROM)


def _grouped(value: Decimal | int, *, separator: str, group_from: int) -> str:
    exact = Decimal(value)
    if not exact.is_finite() or max(abs(exact.adjusted()), len(exact.as_tuple().digits)) > _MOST_DIGITS:
        return str(exact).replace(".", ",").replace("-", _MINUS)
    whole, point, decimals = format(exact.copy_abs(), "f").partition(".")
    if len(whole) >= group_from:
        whole = format(int(whole), ",").replace(",", separator)
    return (_MINUS if exact < 0 else "") + whole + ("," if point else "") + decimals


def precision_word(quantity: Quantity) -> str:
    """The word before a figure that is not exact ("ongeveer"), or "" for one that is."""
    return words_of(Precision)[quantity.precision]


def quantity_words(quantity: Quantity, *, thousands: str = "spatie") -> str:
    """A quantity in a sentence: `ongeveer 66 procent`, `180 experten`, `€ 14 600,50`."""
    return " ".join(filter(None, (precision_word(quantity), _figure(quantity, thousands=thousands))))


def figure_words(value: Decimal | Quantity, *, thousands: str = "spatie") -> str:
    """A figure of a year, as exactly as the source says it: "68 210", "ongeveer 68 210"."""
    if isinstance(value, Quantity):
        return quantity_words(value, thousands=thousands)
    return number(value, thousands=thousands)


def _figure(quantity: Quantity, *, thousands: str) -> str:
    """The number with its unit in words."""
    unit = unit_of(quantity)
    if unit == "euro":
        return _euro(quantity.value, thousands)
    return NBSP.join(filter(None, (_either_side(quantity), number(quantity.value, thousands=thousands), unit)))


def _either_side(quantity: Quantity) -> str:
    """The sign before a margin of error; "" for any other quantity."""
    return "±" if isinstance(quantity, Margin) else ""


def quantity_short(quantity: Quantity, *, thousands: str = "spatie", said: str = "") -> str:
    """A quantity in a table: `66%`, `€ 14 600,50`, `180 experten`; never a precision word.

    `said`: the unit that the table says once for all its numbers, which then stand bare.
    """
    unit = unit_of(quantity)
    if unit == "euro":
        return _euro(quantity.value, thousands)
    bare = NBSP.join(filter(None, (_either_side(quantity), number(quantity.value, thousands=thousands))))
    if unit == "procent":
        return f"{bare}%"
    return bare if unit in ("", said) else f"{bare}{NBSP}{unit}"


def own_words(quantity: Quantity) -> str:
    """The words of the source over a figure; "" where they say no more than what is printed ("78,1%")."""
    forms = {
        " ".join(filter(None, (precision_word(quantity), form(quantity, thousands=sign))))
        for sign in ("spatie", "punt")
        for form in (_figure, quantity_short)
    }
    return "" if _plain(quantity.literal) in map(_plain, forms) else quantity.literal


def _plain(text: str) -> str:
    return " ".join(text.casefold().split()).replace(" %", "%")


def scale_words(scale: Scale, *, thousands: str = "spatie") -> str:
    """A scale of answers: `van 0 tot 10`, `goed; slecht`, or both."""
    ends = ""
    if scale.low is not None and scale.high is not None:
        ends = f"van {number(scale.low, thousands=thousands)} tot {number(scale.high, thousands=thousands)}"
    return ": ".join(filter(None, (ends, "; ".join(scale.labels))))


def unit_of(quantity: Quantity) -> str:
    """The unit of a figure, in words: the signs for percent and euro are words here."""
    unit = quantity.unit.strip()
    if unit.casefold() in _EURO:
        return "euro"
    return "procent" if unit.casefold() in _PERCENT else unit


def _euro(value: Decimal, thousands: str) -> str:
    """`€ 14 600,50`, with points `€ 1.234,50`: amounts take points from four digits on, and have no or two decimals."""
    sign, digits, exponent = value.as_tuple()
    # Not `quantize`, which rounds or refuses beyond the precision of the context.
    amount = Decimal((sign, (*digits, 0), -2)) if exponent == -1 else value
    shown = _grouped(amount, separator=".", group_from=4) if thousands == "punt" else number(amount)
    return f"€{NBSP}{shown}"


def counted(count: int, singular: str, plural: str) -> str:
    """`1 bijsturing`, `6 bijsturingen`, `0 bijsturingen`."""
    return f"{number(count)}{NBSP}{singular if count == 1 else plural}"


def file_size(size: int) -> str:
    """The size of a file in decimal units: `494 bytes`, `5,2 kB`, `175 kB`, `1,3 MB`. Below ten units one decimal."""
    if size < 1000:  # noqa: PLR2004 - a kilobyte
        return counted(size, "byte", "bytes")
    for power, unit in ((1, "kB"), (2, "MB"), (3, "GB")):
        tenths = (size * 10 + 1000**power // 2) // 1000**power
        if tenths < 100:  # noqa: PLR2004 - ten units
            return f"{number(Decimal(tenths) / 10).removesuffix(',0')}{NBSP}{unit}"
        whole = (size + 1000**power // 2) // 1000**power
        if whole < 1000 or unit == "GB":  # noqa: PLR2004 - the next unit
            return f"{number(whole)}{NBSP}{unit}"
    raise AssertionError("the last unit takes every size")


# --- sentences -------------------------------------------------------------------------------------------------------


def listing(items: Iterable[str], *, last: str = "en") -> str:
    """Join words: "a", "a en b", "a, b en c"; nothing gives ""."""
    words = tuple(items)
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


_CLIPPED = re.compile(r"['’‘](?:s|t|n|k|m|r|ns|er)[\s\u00a0]+", re.IGNORECASE)


def capital(text: str) -> str:
    """Give a sentence its capital: "ijzer" becomes "IJzer", "’s avonds" becomes "’s Avonds".

    No capital after a digit, and none within quotation marks: those words are the source's.
    """
    clipped = _CLIPPED.match(text)
    start = clipped.end() if clipped else 0
    if text[start : start + 2] == "ij":
        return f"{text[:start]}IJ{text[start + 2 :]}"
    return text[:start] + text[start : start + 1].upper() + text[start + 1 :]


def uncapital(text: str) -> str:
    """The same words inside a sentence: a capital stays where a second one follows (ABB, BBC-tools)."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


_ROLE = re.compile(
    r"(?:(?:Vlaams|Vlaamse|Waals|Waalse|Brussels|Brusselse|federaal|federale)\s+)?"
    r"(?:vice-?)?(?:minister(?:-president)?|staatssecretaris|commissie|gouverneur)(?:\s+(?:van|voor|bevoegd)\b|$)",
    re.IGNORECASE,
)
"""A role or a body that is named without its article: "Vlaams minister van Pleinen", but not "minister Janssens"."""


def within(name: str) -> str:
    """A name as it stands within a sentence: "De minister van Pleinen" and "Minister van Pleinen" alike.

    Both become "de minister van Pleinen"; a role before the name of a person needs no article.
    """
    if _ROLE.match(name):
        return f"de {uncapital(name) if name.startswith('Minister') else name}"
    return uncapital(name) if name.startswith(("De ", "Het ", "Een ")) else name


def committee(name: str) -> str:
    """A committee as it stands within a sentence: "Cultuur" and "Commissie voor Cultuur" alike have all their words."""
    return within(name) if "commissie" in name.casefold() else f"de commissie voor {name}"


def as_sentence(text: str, about: str) -> str:
    """What an author wrote, with a stop; behind what it is `about` where it does not begin as a sentence of its own."""
    said = text.strip()
    whole = f"{about}: {said}" if said[:1].islower() else said
    return whole if whole.endswith((".", "!", "?", "…")) else f"{whole}."


_FOLDED = str.maketrans({"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})
_PIECES = re.compile(r"[0-9]+|[^0-9]+")


def collate(text: str) -> tuple[tuple[tuple[int, int, str], ...], str]:
    """The key of Dutch alphabetical order, word by word: case, diacritics and punctuation do not count.

    Digits sort as numbers and before letters; "de" and "’t" are not skipped, ij is i and j. The text breaks ties.
    """
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_FOLDED)
    letters = "".join(
        char if char.isalnum() else " " for char in plain if not unicodedata.combining(char) and char not in "'’‘"
    )
    pieces = []
    for piece in _PIECES.findall(" ".join(letters.split())):
        digits = piece.lstrip("0") if piece[0] in "0123456789" else None
        pieces.append((1, 0, piece) if digits is None else (0, len(digits), digits))
    return tuple(pieces), text


# --- soft hyphens ----------------------------------------------------------------------------------------------------

_LONG_WORD = re.compile(r"[^\W\d_]{16,}")
_EDGE = 5
_APART = 8
# Where one part of a Dutch compound ends (a suffix that closes a noun), and words that often begin the next part.
_CLOSES = r"(?:heids|ings|teits|schaps|ments|iteits|ische|atie|itie|erings|ends|baars|enden|dienst|klant|overheid)"
_OPENS = (
    r"(?:aanbod|aanpak|aansluit|akkoord|beheer|beleid|besluit|bestu[ur]|bevoegd|bevrag|bijeen|decreet|dienst|formulier|"
    r"groep|initiatie|kracht|leer|manag|meting|moment|monitor|netwerk|onder(?:zoek|nem|steun)|oefening|organisatie|overleg|plan|"
    r"praktijk|project|proces|strategie|structuur|systeem|toezicht|traject|tevreden|verklaring|verlening|versterk|"
    r"vertegenwoord|voorbereid|voorziening|vraag|werking|zitting|barometer|medewerk|personeel|commissie|subsidie)"
)
_SEAM = re.compile(rf"(?={_OPENS})", re.IGNORECASE)
_CLOSING = re.compile(rf"{_CLOSES}(?=[bcdfghjklmnprtvwz]|st|sch|on|aa|ov)", re.IGNORECASE)


_SYLLABLE = re.compile(
    r"(?<=[aeiouyé])(?=[bcdfghjklmnpqrstvwxz][aeiouyé])|(?<=[aeiouyé][bcdfgjklmnprstvwxz])(?=[bdfgjkmnptvwz][aeiouyé])",
    re.IGNORECASE,
)
"""Before a consonant between vowels, and between two of them: hot|ten|tot, be|zoe|ker."""


def soft_hyphens(title: str, *, most: int = 0) -> str:
    """Mark where a word of sixteen letters or more may break: at the seams of a compound, five letters from both ends.

    A rule of our own, of the endings and words that seams are made of: it rather misses a place than marks a wrong one.
    `most`: so many letters a piece may have; a longer one breaks between syllables, or where it must.
    """
    return _LONG_WORD.sub(lambda found: _with_seams(found[0], most), title)


def _with_seams(word: str, most: int) -> str:
    places = {found.start() for found in _SEAM.finditer(word)} | {found.end() for found in _CLOSING.finditer(word)}
    chosen: list[int] = []
    for place in sorted(places):
        if _EDGE <= place <= len(word) - _EDGE and (not chosen or place - chosen[-1] >= _APART):
            chosen.append(place)
    if most:
        chosen = [place for start, end in pairwise((0, *chosen, len(word))) for place in _cuts(word, start, end, most)]
    for place in reversed(chosen):
        word = word[:place] + _SOFT_HYPHEN + word[place:]
    return word


def _cuts(word: str, start: int, end: int, most: int) -> Iterator[int]:
    """The places where a piece of a word breaks, and its end unless that is the end of the word."""
    while end - start > most:
        places = (found.start() for found in _SYLLABLE.finditer(word, start + _EDGE))
        last = min(start + most, end - _EDGE)
        start = max((place for place in places if place <= last), default=last)
        yield start
    if end < len(word):
        yield end
