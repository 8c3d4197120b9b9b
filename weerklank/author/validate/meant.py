"""What an author most likely meant by a value that does not fit, so that a hint can show it as it is to be written.

In: text as it was typed. Out: that text in the form of the model, or "" when nobody can tell. It corrects nothing.
"""

import re
from calendar import monthrange

from weerklank.author.validate.numbers import in_words
from weerklank.kinds import FOLDERS, KINDS

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
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})(?:[-/. ](\d{1,2}))?")
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:ste|de|e|st|nd|rd|th)?\.? )?([a-z]{3,9})\.?,? (\d{4})")
_MONTH_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_WITH_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[t ]\d.*")
_GROUPED = re.compile(r"\d{1,3}(?:[.\s]\d{3})+")
_NUMBER = re.compile(r"\d+(?:[., \u00a0\u202f]\d+)*")
_MONTHS_IN_A_YEAR = 12

UNKNOWN = dict.fromkeys(
    ("onbekend", "?", "??", "n.b.", "nb", "geen", "geen idee", "-", "/", "weet niet", "unknown"), "niet_vermeld"
) | dict.fromkeys(("n.v.t.", "nvt", "n.v.t", "niet van toepassing", "n/a", "n.a.", "na"), "niet_van_toepassing")
"""Words for what is not there -> the absence that is most often meant."""


def day_meant(text: str) -> tuple[int, int, int]:
    """Year, month and day that a text most likely names, as numbers that need not exist; 0 for what is not said."""
    plain = " ".join(text.lower().split())
    if found := _DAY_FIRST.fullmatch(plain):
        day, month, year = (int(part) for part in found.groups())
        # Only an American date has a month above twelve in second place.
        return (year, day, month) if month > _MONTHS_IN_A_YEAR >= day else (year, month, day)
    if found := _WITH_TIME.fullmatch(plain):
        plain = found[1]
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


def number_meant(text: str) -> str:
    """The one number in a text, or a Dutch word for it in digits; "" when there are more numbers or none."""
    found = _NUMBER.findall(text)
    if len(found) == 1:
        return re.sub(r"[.\s]", "", found[0]) if _GROUPED.fullmatch(found[0]) else str(found[0])
    return in_words(text) if not found else ""


def id_meant(text: str) -> str:
    """The id in the name of a file, an address within content/, a title or a reference with its kind."""
    plain = re.sub(r"\.(md|ya?ml|txt)$", "", text.strip().lower())
    folder, slash, name = plain.rpartition("/")
    kind, colon, other = plain.partition(":")
    if slash and folder.rpartition("/")[2] in FOLDERS:
        plain = name
    elif colon and (kind in KINDS or kind in FOLDERS):
        plain = other
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def kind_meant(text: str) -> str:
    """The kind in a reference that names the folder of it: "metingen:x" -> "meting"."""
    kind, colon, _ = text.strip().lower().partition(":")
    return (kind if kind in KINDS else FOLDERS.get(kind, "")) if colon else ""


def _month(word: str) -> int:
    return next((number for number, names in enumerate(_MONTHS, 1) if any(name.startswith(word) for name in names)), 0)
