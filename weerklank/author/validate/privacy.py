"""Personal data that should not be published: national numbers, bank accounts, telephone numbers, mail addresses.

In: typed records and stored texts. Out: findings at the words. What the organisation allows, with its reason, is let
through (`toegestaan` in organisatie.yaml); records and sources that are internal are not looked at.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from weerklank.author.load import FieldPath, SourceDocument
from weerklank.author.validate.places import Checked, may_be_public, within
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Organisation
from weerklank.text import Span

_SHOWN = 2
_BIRTH_CENTURY = 2_000_000_000
_SEP = r"[ .\-/]?"
_BEFORE, _AFTER = r"(?<![\w.+\-/])", r"(?![\-./]?\w)"

_NATIONAL = re.compile(rf"{_BEFORE}\d\d{_SEP}\d\d{_SEP}\d\d{_SEP}\d{{3}}{_SEP}\d\d{_AFTER}")
_ACCOUNT = re.compile(
    rf"{_BEFORE}(?:BE\d\d(?: ?\d{{4}}){{3}}|(?!BE)[A-Z]{{2}}\d\d(?: ?[A-Z0-9]{{4}}){{2,7}}(?: ?[A-Z0-9]{{1,3}})?)(?!\w)"
)
_TELEPHONE = re.compile(rf"(?<![\w.+\-/])(?:(?:\+|00)32{_SEP}(?:\(0\))?|0)(?:{_SEP}\d){{8,9}}{_AFTER}")
_MAIL = re.compile(r"(?<![\w.+-])([\w.+-]+)@([\w-]+(?:\.[\w-]+)+)")
_ENTERPRISE = re.compile(r"\d{4}\.\d{3}\.\d{3}")
"""How an enterprise number is written (Crossroads Bank for Enterprises): no telephone number is."""

_SERVICE = ("800", "900", "70", "78")
"""Numbers of services, not of people: free, paid and shared-cost ranges of the Belgian numbering plan (BIPT)."""
_PRIVATE = re.compile(
    "gmail|googlemail|hotmail|outlook|live|msn|yahoo|icloud|me|gmx|proton|protonmail|telenet|skynet|proximus|scarlet"
    "|pandora|belgacom|base|orange|mobilevikings|edpnet"
)
"""Providers at which people have an address of their own, by the name before the last dot."""
_ROLE = re.compile(
    "abonnement|balie|cel|communicatie|contact|dienst|helpdesk|info|klachten|loket|meldpunt|nieuwsbrief|onthaal|pers"
    "|press|privacy|secretariaat|support|team|toegankelijkheid|web|webmaster"
)
"""Words with which the address of a service begins or ends, where an address on somebody's name has a first name."""


@dataclass(frozen=True)
class Personal:
    """Some words that tell of a person, and the code of the finding about them."""

    code: str
    words: str


def personal(text: str) -> Iterator[Personal]:
    """What in a text looks like data of a person, in the order of the codes."""
    taken: list[tuple[int, int]] = []
    for code, pattern, is_one in _KINDS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if is_one(match) and not any(start < until and begin < end for begin, until in taken):
                taken.append((start, end))
                yield Personal(code, match[0])


def check_privacy(checked: tuple[Checked, ...], texts: tuple[SourceDocument, ...]) -> Iterator[Finding]:
    """Look at every text that may become public: those of records and the stored text of their sources."""
    allowed = {
        _plain(item.text) for found in checked if isinstance(found.model, Organisation) for item in found.model.allowed
    }
    closed = {item.raw.id for item in checked if item.raw.kind == "bron" and not may_be_public(item)}
    for item in checked:
        if may_be_public(item):
            yield from _in_record(item, allowed)
    for text in texts:
        if text.id not in closed:
            for found in _told(text.source.text, allowed):
                start = text.source.text.index(found.words)
                yield _say(found, text.source.span(start, start + len(found.words)))


def _in_record(item: Checked, allowed: set[str]) -> Iterator[Finding]:
    for path, value in item.pieces:
        if isinstance(value, str) and path[:1] not in (("toegestaan",), ("contact",)):
            for found in _told(value, allowed):
                yield _say(found, within(item.raw, path, found.words), path)


def _told(text: str, allowed: set[str]) -> Iterator[Personal]:
    return (found for found in dict.fromkeys(personal(text)) if _plain(found.words) not in allowed)


def _say(found: Personal, span: Span, path: FieldPath = ()) -> Finding:
    return finding(found.code, span=span, field=path, hint=Hint("allow"), woorden=_masked(found.words))


def _masked(words: str) -> str:
    """Enough to find it back; a log or a message is no place for the rest."""
    return f"{words[:_SHOWN]}…{words[-1:]}"


def _plain(words: str) -> str:
    return re.sub(r"[\s./()-]", "", words).lower()


# --- what is what -----------------------------------------------------------------------------------------------------


def _is_national(match: re.Match[str]) -> bool:
    """The check digits are 97 less the rest of the first nine by 97, with a 2 before them for births since 2000.

    Source: Rijksregister, structure of the national number (KB 3 april 1984); a month may be 20 or 40 higher (bis).
    """
    digits = re.sub(r"\D", "", match[0])
    first, check = int(digits[:9]), int(digits[9:])
    month, day = int(digits[2:4]) % 20, int(digits[4:6])
    return month <= 12 and day <= 31 and check in (97 - first % 97, 97 - (_BIRTH_CENTURY + first) % 97)  # noqa: PLR2004


def _is_account(match: re.Match[str]) -> bool:
    """An IBAN read as a number, its first four signs last and letters from 10 for A, leaves 1 by 97 (ISO 13616)."""
    signs = match[0].replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in signs[4:] + signs[:4])) % 97 == 1


def _is_telephone(match: re.Match[str]) -> bool:
    """A Belgian number: nine digits with the 0, ten for a mobile one, which begins with 045 to 049."""
    if _ENTERPRISE.fullmatch(match[0]):
        return False
    national = re.sub(r"\D", "", re.sub(r"^(\+|00)32", "", match[0])).removeprefix("0")
    if national.startswith(_SERVICE):
        return False
    mobile = national[:1] == "4" and national[1:2] in "56789"
    return national[:1] != "0" and len(national) == (9 if mobile else 8)


def _is_mail(match: re.Match[str]) -> bool:
    """An address with a provider for private people, or on a first name and a name."""
    local, domain = match[1].lower(), match[2].lower()
    parts = [part for part in re.split(r"[._]", local) if part]
    on_name = len(parts) > 1 and all(re.fullmatch(r"[^\W\d]+(-[^\W\d]+)*", part) for part in parts)
    role = any(_ROLE.fullmatch(part) for part in (*parts[:1], *parts[-1:]))
    return bool(_PRIVATE.fullmatch(domain.split(".")[-2])) or (on_name and not role)


_KINDS: tuple[tuple[str, re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    ("V030", _NATIONAL, _is_national),
    ("V031", _ACCOUNT, _is_account),
    ("V032", _TELEPHONE, _is_telephone),
    ("V033", _MAIL, _is_mail),
)
