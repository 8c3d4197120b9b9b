"""Whether the figures of one series measure one thing, so that a line may join them.

In: typed records. Out: findings. What is drawn is decided where charts are made.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked, value_at
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere, Hint
from weerklank.model import Measurement, PartialDate, Quantity, Result, Series
from weerklank.model.comparing import declared, segment
from weerklank.wording import quoted, scale_words, unit_of

_ALWAYS = ("eenheid", "groep")
"""What no break in a series excuses: other people and another unit are another series."""

_EMPTY = "niet ingevuld"


@dataclass(frozen=True)
class _Saying:
    """What one figure of a series says: `key` is that of the field, `path` the place of its words."""

    item: Checked
    path: FieldPath
    key: str
    words: str


def check_series(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Compare the results of each series, by id of the measurement, that say the same kind of thing."""
    years: dict[tuple[str, ...], Related] = {}
    groups: dict[tuple[str, int, str], list[_Saying]] = {}
    known = declared(item.model for item in checked if isinstance(item.model, Measurement))
    found: list[Finding] = []
    for item in sorted(checked, key=lambda item: item.raw.id):
        for index, result in enumerate(item.model.results if isinstance(item.model, Measurement) else ()):
            if result.series:
                series = known.get(result.series)
                found += _check_year(item, index, result, years=years, series=series)
                for where, said in _sayings(item, index, result, series):
                    groups.setdefault(where, []).append(said)
    found += (one for (series_id, *_), group in groups.items() for one in _check(series_id, group))
    return tuple(found)


def _check_year(
    item: Checked, index: int, result: Result, *, years: dict[tuple[str, ...], Related], series: Series | None
) -> Iterator[Finding]:
    """A second figure of one year, of those that say the same kind of thing."""
    if not isinstance(result.year, PartialDate):
        return
    path: FieldPath = ("resultaten", index, "jaar")
    here = Related(item.span(path), Elsewhere.FIRST)
    there = years.setdefault((result.series, result.year.iso, *(words for _, words in _said(result, series))), here)
    if there != here:
        yield item.say("V023", path, related=(there,), id=result.series, waarde=result.year.iso)


def _sayings(
    item: Checked, index: int, result: Result, series: Series | None
) -> Iterator[tuple[tuple[str, int, str], _Saying]]:
    """What a figure says, by its series, the piece of it between breaks and the field."""
    piece = segment(series, result.year.year) if isinstance(result.year, PartialDate) else 0
    for key, words in _said(result, series):
        path: FieldPath = ("resultaten", index, *key)
        yield (result.series, 0 if key[-1] in _ALWAYS else piece, key[-1]), _Saying(item, path, key[-1], words)


def _check(series: str, group: list[_Saying]) -> Iterator[Finding]:
    """Those that say another thing than most do; of two things said as often, the first stands, but never nothing."""
    often = Counter(said.words for said in group)
    wanted = max(often, key=lambda words: (often[words], bool(words)))
    usual = next(said for said in group if said.words == wanted)
    there = Related(usual.item.span(usual.path), Elsewhere.IN_SERIES)
    for said in group:
        if said.words != wanted:
            gevonden, waarde = (quoted(words) if words else _EMPTY for words in (said.words, wanted))
            hint = _hint(said, wanted)
            yield said.item.say(
                "V008",
                said.path,
                hint=hint,
                related=(there,),
                id=series,
                veld=said.key,
                gevonden=gevonden,
                waarde=waarde,
            )


def _hint(said: _Saying, wanted: str) -> Hint:
    """What to write where this is the same measure all the same."""
    if said.key != "eenheid" or (said.words and wanted):
        return Hint("as_there", {"veld": said.key})
    value = value_at(said.item.raw, said.path[:-1])
    if wanted and not isinstance(value, dict):
        return Hint("unit", {"getal": str(value).replace(",", "."), "waarde": wanted})
    return Hint("unit_beside", {"waarde": wanted}) if wanted else Hint("unit_there", {"waarde": said.words})


def _said(result: Result, series: Series | None) -> Iterator[tuple[tuple[str, ...], str]]:
    """What must not change within a series, or within a piece of it between breaks: keys of a field, and what it says.

    What is written of the whole series holds for each result that says nothing else.
    """
    yield ("onderwerp",), result.subject
    if isinstance(result.answer, str):
        yield ("antwoord",), result.answer
    if isinstance(result.group, str):
        yield ("groep",), result.group
    question = result.question if isinstance(result.question, str) else series.question if series else ""
    if question:
        yield ("vraagtekst",), question
    if result.scale is not None:
        yield ("schaal",), scale_words(result.scale)
    if isinstance(result.value, Quantity):
        yield ("waarde", "eenheid"), unit_of(result.value)
