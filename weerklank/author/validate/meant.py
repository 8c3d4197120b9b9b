"""What an author most likely meant by a value that does not fit, so that a hint can show it as it is to be written.

In: text as it was typed. Out: that text in the form of the model, or "" when nobody can tell. It corrects nothing.
"""

import re
import unicodedata
from calendar import monthrange
from decimal import Decimal

from weerklank.author.validate.numbers import TIMES, in_words
from weerklank.kinds import FOLDERS, KINDS
from weerklank.messages import Hint
from weerklank.model.numbers import readings, unmistakable

_MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maart", "mrt", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("augustus", "august"),
    ("september", "sept"),
    ("oktober", "october"),
    ("november",),
    ("december",),
)
"""What people write for each month, in Dutch and in English; three letters of it are enough."""
_MONTH_YEAR = re.compile(r"^(\d{1,2})[-/. ](\d{4})$")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR = re.compile(r"(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:ste|de|e|st|nd|rd|th)?\.? )?([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[t ]\d.*")
NUMBER = re.compile(r"(?<![\w.,'_])(?:-|[.,])?[0-9]+(?:[., '_][0-9]+)*(?!\w|[.,][0-9])")
"""A number that stands by itself in a text: 2k, 0x1F and 1e3 are none."""
WITH_TIMES = re.compile(rf"(.+?) ({'|'.join(TIMES)})\.?", re.IGNORECASE)
FRACTION = re.compile(r"([0-9]*) ?([¼½¾⅕⅖⅗⅘⅛⅜⅝⅞])")
_MONTHS_IN_A_YEAR = 12
_ALIKE = {**dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d", "-"), **dict.fromkeys("‘’´`", "'")}

_UNKNOWN = (
    *("onbekend", "niet bekend", "?", "??", "n.b.", "nb", "geen", "geen idee", "-", "/", "weet niet", "unknown"),
    *("geen cijfer", "geen gegevens", "niet beschikbaar"),
)
_NOT_MEASURED = tuple(f"niet {done}" for done in ("geteld", "gemeten", "bevraagd", "bijgehouden", "geregistreerd"))
_NOT_APPLICABLE = ("n.v.t.", "nvt", "n.v.t", "niet van toepassing", "n/a", "n.a.", "na")
ABSENT = {
    **dict.fromkeys(_UNKNOWN, Hint("unknown")),
    **dict.fromkeys((*_NOT_MEASURED, "ongeteld"), Hint("not_measured")),
    **dict.fromkeys(_NOT_APPLICABLE, Hint("write", {"waarde": "niet_van_toepassing"})),
}
"""Words for what is not there -> which absence to write. Why it is not there, only the source can tell."""


def day_meant(text: str) -> tuple[int, int, int]:
    """Year, month and day that a text most likely names, as numbers that need not exist; 0 for what is not said."""
    plain = _MONTH_YEAR.sub(r"\2-\1", " ".join(text.lower().split()))
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
        # Only an American date has a month above twelve in second place.
        return (year, day, month) if month > _MONTHS_IN_A_YEAR >= day else (year, month, day)
    if found := _WITH_TIME.fullmatch(plain):
        plain = found[1]
    if found := _YEAR.fullmatch(plain):
        return int(found[1]), 0, 0
    if found := _YEAR_FIRST.fullmatch(plain):
        return int(found[1]), int(found[2]), int(found[3] or 0)
    if found := _IN_WORDS.fullmatch(plain):
        return (int(found[3]), month, int(found[1] or 0)) if (month := _month(found[2])) else (0, 0, 0)
    if found := _MONTH_FIRST.fullmatch(plain):
        return (int(found[3]), month, int(found[2])) if (month := _month(found[1])) else (0, 0, 0)
    return 0, 0, 0


def days_in(year: int, month: int) -> int:
    """How many days a month has; 0 for a month or a year that does not exist."""
    return monthrange(year, month)[1] if year and 1 <= month <= _MONTHS_IN_A_YEAR else 0


def numbers_meant(text: str) -> tuple[str, ...]:
    """How to type the one number in a text, or in Dutch words; two ways where it can be read in two, () for no one."""
    plain = plain_of(text)
    if found := WITH_TIMES.fullmatch(plain):
        ones = (Decimal(one.replace(",", ".")) for one in numbers_meant(found[1]))
        return tuple(unmistakable(one.scaleb(TIMES[found[2].lower()])) for one in ones)
    if found := FRACTION.fullmatch(plain):
        return (unmistakable(Decimal(found[1] or 0) + Decimal(str(unicodedata.numeric(found[2])))),)
    if word := in_words(plain):
        return (word,)
    numbers = NUMBER.findall(plain)
    return tuple(map(unmistakable, readings(_tidy(numbers[0])))) if len(numbers) == 1 else ()


def visible(text: str) -> str:
    """The text without characters that nobody sees."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def plain_of(text: str) -> str:
    """The text with one kind of space, dash, quotation mark and digit."""
    signs = (str(unicodedata.decimal(sign)) if sign.isdecimal() else _ALIKE.get(sign, sign) for sign in visible(text))
    return " ".join("".join(signs).split())


def _tidy(number: str) -> str:
    """A number without marks that only part thousands, and without zeros before it."""
    grouped = re.fullmatch(r"(-?[0-9]{1,3})((?:['_][0-9]{3})+)((?:[.,][0-9]+)?)", number)
    bare = re.sub(r"['_]", "", number) if grouped else number
    return re.sub(r"^(-?)(?=[.,])", r"\g<1>0", re.sub(r"^(-?)0+(?=[0-9])", r"\1", bare))


def id_meant(text: str) -> str:
    """The id in the name of a file, an address within content/, a title or a reference with its kind."""
    plain = re.sub(r"\.(md|ya?ml|txt)$", "", text.strip().lower())
    folder, slash, name = plain.rpartition("/")
    kind, colon, other = plain.partition(":")
    if slash and folder.rpartition("/")[2] in FOLDERS:
        plain = name
    elif colon and (kind in KINDS or kind in FOLDERS):
        plain = other
    bare = unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


def file_meant(text: str) -> str:
    """The name of a file with small letters and hyphens: "Foto plein.JPG" -> "foto-plein.jpg"."""
    stem, _, ending = text.strip().rpartition(".")
    return f"{id_meant(stem)}.{ending.lower()}"


def mail_meant(text: str) -> str:
    """A mail address that was hidden from machines: "wij(at)x.be" -> "wij@x.be"."""
    return re.sub(r"\s*[(\[]\s*at\s*[)\]]\s*", "@", text.strip())


def kind_meant(text: str) -> str:
    """The kind in a reference that names the folder of it: "metingen:x" -> "meting"."""
    kind, colon, _ = text.strip().lower().partition(":")
    return (kind if kind in KINDS else FOLDERS.get(kind, "")) if colon else ""


def _month(word: str) -> int:
    return next((number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)), 0)


_ORAL = frozenset({"mondelinge-vraag", "mondeling", "mondelinge", "vraag-in-de-commissie", "commissievraag"})
_LATER = frozenset({"opvolgvraag", "vervolgvraag"})


def question_meant(text: str) -> Hint | None:
    """Where the kind of a question can be read that is called by a word that says less; None for any other word."""
    called = id_meant(text)
    if called in _ORAL:
        return Hint("oral")
    return Hint("follow_up") if called in _LATER else None
