"""Whether the numbers that a record states stand in what it quotes, or in the stored texts that it cites.

In: typed records, stored texts. Out: findings at numbers that stand in none of them. A number with a quotation of its
own is compared with that (see `citations`). Where one of the texts is not stored, there is no telling.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from weerklank.author.load import FieldPath
from weerklank.author.validate.amounts import shown
from weerklank.author.validate.citations import Stored
from weerklank.author.validate.numbers import numbers_in
from weerklank.author.validate.places import Checked, within
from weerklank.author.validate.texts import NAMED, own_sentences
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Absence, Citation, Measurement, PartialDate, Quantity, Record, Ref, Scale
from weerklank.model.fields import at
from weerklank.model.numbers import readings
from weerklank.wording import counted

_NUMBER = re.compile(r"(?<![\w.,:/#@-])[0-9]+(?:[ .,\u00a0\u202f][0-9]+)*(?![\w:/@-])")
_SMALL = 12
"""Up to here a number in a sentence counts what the record itself shows, or is the number of a question."""


def check_figures(checked: tuple[Checked, ...], stored: Mapping[str, Stored]) -> Iterator[Finding]:
    """Figures of fields, then figures in sentences, of each record in turn."""
    typed = {(item.raw.kind, item.raw.id): _typed(item) for item in checked}
    for item in checked:
        cited = [piece for _, piece in item.pieces if isinstance(piece, Citation)]
        if not isinstance(item.model, Record) or not cited or any(one.source.id not in stored for one in cited):
            continue
        said = set[Decimal]().union(*(stored[name].numbers for name in {one.source.id for one in cited}))
        yield from _fields(item, said)
        yield from _beside(item, stored)
        refs = [piece for _, piece in item.pieces if isinstance(piece, Ref)]
        names = [piece for path, piece in item.pieces if path and path[-1] in NAMED and isinstance(piece, str)]
        said |= numbers_in(" ".join(names))
        own = typed[item.raw.kind, item.raw.id].union(*(typed.get((ref.kind, ref.id), ()) for ref in refs))
        yield from _sentences(item, said | own)


def _typed(item: Checked) -> frozenset[Decimal]:
    """The numbers of fields, dates in parts among them."""
    found: set[Decimal] = set()
    for _, piece in item.pieces:
        if isinstance(piece, Quantity):
            found.add(piece.value)
        elif isinstance(piece, Decimal | int) and not isinstance(piece, bool):
            found.add(Decimal(piece))
        elif isinstance(piece, PartialDate):
            found |= {Decimal(part) for part in (piece.year, piece.month, piece.day)}
    return frozenset(found)


def _fields(item: Checked, said: set[Decimal]) -> Iterator[Finding]:
    for path, piece in item.pieces:
        number = _stated(item, path, piece)
        if number and abs(number) not in said:
            yield item.say("V029", path, getal=shown(number))


def _stated(item: Checked, path: FieldPath, piece: object) -> Decimal | None:
    """The number of a field that says what a source says, without words of its own to compare it with."""
    if isinstance(piece, Quantity):
        return None if any(one.quotation for one in piece.citations) else piece.value
    field = at(type(item.model), path) if isinstance(piece, Decimal) else None
    if not isinstance(piece, Decimal) or field is None or issubclass(field.owner, Quantity | Scale):
        return None
    return piece


def _beside(item: Checked, stored: Mapping[str, Stored]) -> Iterator[Finding]:
    """The results of a measurement whose number stands in a source, and in none of the passages that they cite.

    Told once for each measurement, at the first of them; a number with a quotation of its own is compared with that.
    """
    if not isinstance(item.model, Measurement):
        return
    found = []
    for place, result in enumerate(item.model.results):
        cited = result.citations or item.model.citations
        if isinstance(result.value, Absence) or any(one.quotation for one in result.value.citations):
            continue
        number = abs(result.value.value)
        told = not all(one.quotation for one in cited) or number in _cited(cited, stored)
        if not told and any(number in stored[one.source.id].numbers for one in cited):
            found.append((place, result.value.value))
    if found:
        place, number = found[0]
        hint = Hint("quote_row", {"getal": shown(number)}) if not item.model.results[place].citations else None
        yield item.say(
            "V043",
            ("resultaten", place, "waarde"),
            hint=hint,
            getal=shown(number),
            aantal=counted(len(found), "cijfer", "cijfers"),
        )


def _cited(cited: tuple[Citation, ...], stored: Mapping[str, Stored]) -> frozenset[Decimal]:
    """The numbers in the passages that hold the words of these citations."""
    found: set[Decimal] = set()
    for one in cited:
        text = stored[one.source.id].text
        found |= numbers_in(one.quotation)
        for number, _, _ in text.spans(one.quotation):
            found |= numbers_in(text.passages[number - 1].text)
    return frozenset(found)


def _sentences(item: Checked, known: set[Decimal]) -> Iterator[Finding]:
    for path, piece in own_sentences(item):
        for match in _NUMBER.finditer(piece):
            meant = readings(match[0])
            if meant and max(meant) > _SMALL and known.isdisjoint(meant):
                yield finding("V029", span=within(item.raw, path, match[0]), field=path, getal=match[0])
