"""The numbers in a text, in digits or in Dutch words.

In: text. Out: exact numbers. This module does not say which words should have been there.
"""

import re
from collections.abc import Iterator
from decimal import Decimal, InvalidOperation
from functools import lru_cache

_DIGITS = re.compile(r"\d+(?:[.,\u00a0\u202f ]\d+)*")
_UNITS = ("nul", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")
_TEENS = ("dertien", "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien")
_TENS = ("twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")


TIMES = {"duizend": 3, "miljoen": 6, "mln": 6, "miljard": 9, "mld": 9}
"""Words behind a number -> by which power of ten it is more."""
_WITH_TIMES = re.compile(rf"(\d+(?:[.,]\d+)*|[a-zéèëï]+)[ \u00a0\u202f]({'|'.join(TIMES)})\b", re.IGNORECASE)


def _words() -> dict[str, Decimal]:
    """Dutch number words up to a hundred, without accents and diaereses."""
    found = {word: Decimal(number) for number, word in enumerate((*_UNITS, *_TEENS))}
    for ten, word in enumerate(_TENS, 2):
        found[word] = Decimal(ten * 10)
        found |= {f"{_UNITS[unit]}en{word}": Decimal(ten * 10 + unit) for unit in range(1, 10)}
    return found | {"honderd": Decimal(100), "duizend": Decimal(1000), "helft": Decimal(50), "kwart": Decimal(25)}


_NUMBER_WORDS = _words()
_PLAIN = str.maketrans("éèëï", "eeei")


def names(text: str, number: Decimal) -> bool:
    """Whether `text` holds `number`: "66", "66,5", "1.234", "zesenzestig", "de helft" (50), "twaalf"."""
    return number in numbers_in(text)


@lru_cache(maxsize=4096)
def numbers_in(text: str) -> frozenset[Decimal]:
    """Every number in the text, in digits or in Dutch words; digits that can be read in two ways are there twice."""
    found = {reading for match in _DIGITS.finditer(text) for reading in _readings(match[0])}
    words = re.findall(r"[a-z]+", text.lower().translate(_PLAIN))
    return frozenset(found | set(_multiplied(text)) | {_NUMBER_WORDS[word] for word in words if word in _NUMBER_WORDS})


def _multiplied(text: str) -> Iterator[Decimal]:
    """What numbers are with the word behind them: 1 200 000 for "1,2 miljoen"."""
    for match in _WITH_TIMES.finditer(text):
        word = _NUMBER_WORDS.get(match[1].lower().translate(_PLAIN))
        for number in _readings(match[1]) if word is None and match[1][0].isdigit() else filter(None, (word,)):
            yield number.scaleb(TIMES[match[2].lower()]) + 0


def in_words(text: str) -> str:
    """The digits of a number that stands in words by itself: "vierentwintig" is "24"; "" when it is none."""
    number = _NUMBER_WORDS.get(text.strip().lower().translate(_PLAIN))
    return str(number) if number is not None and text.strip().lower() not in ("helft", "kwart") else ""


def _readings(digits: str) -> set[Decimal]:
    """What a run of digits can mean: one number with grouped thousands and decimals, or several numbers.

    In "2025 2 140" each stretch is a number whose later parts are groups of three: 2025, 2, 140 and 2140.
    """
    parts = re.split(r"[\u00a0\u202f ]", digits)
    forms: set[str] = set()
    for start in range(len(parts)):
        tight = ""
        for part in parts[start:]:
            if tight and not re.match(r"\d{3}(?!\d)", part):
                break
            tight += part
            forms |= {tight.replace(".", "").replace(",", "."), tight.replace(",", ""), tight.replace(",", ".")}
    return {value for form in forms if (value := _decimal(form)) is not None}


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
