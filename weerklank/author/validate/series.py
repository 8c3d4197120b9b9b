"""Whether the figures of one series measure one thing, so that a line may join them.

In: typed records. Out: findings. What is drawn is decided where charts are made.
"""

from collections.abc import Iterator

from weerklank.author.load import FieldPath
from weerklank.author.validate.places import Checked
from weerklank.findings import Finding, Related
from weerklank.messages import Elsewhere
from weerklank.model import Measurement, PartialDate, Quantity, Result, Series
from weerklank.model.comparing import declared, segment
from weerklank.wording import scale_words, unit_of

_ALWAYS = ("eenheid", "groep")
"""What no break in a series excuses: other people and another unit are another series."""


def check_series(checked: tuple[Checked, ...]) -> tuple[Finding, ...]:
    """Compare each result with the first of its series, by id of the measurement, that says the same kind of thing."""
    first: dict[tuple[str, int, str], tuple[str, Related]] = {}
    years: dict[tuple[str, ...], Related] = {}
    known = declared(item.model for item in checked if isinstance(item.model, Measurement))
    return tuple(
        found
        for item in sorted(checked, key=lambda item: item.raw.id)
        if isinstance(item.model, Measurement)
        for index, result in enumerate(item.model.results)
        if result.series
        for found in (
            *_check(item, index, result, first=first, series=known.get(result.series)),
            *_check_year(item, index, result, years=years, series=known.get(result.series)),
        )
    )


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


def _check(
    item: Checked,
    index: int,
    result: Result,
    *,
    first: dict[tuple[str, int, str], tuple[str, Related]],
    series: Series | None,
) -> Iterator[Finding]:
    piece = segment(series, result.year.year) if isinstance(result.year, PartialDate) else 0
    for key, words in _said(result, series):
        path: FieldPath = ("resultaten", index, *key)
        here = Related(item.span(path), Elsewhere.FIRST)
        wanted, there = first.setdefault((result.series, 0 if key[-1] in _ALWAYS else piece, key[-1]), (words, here))
        if words != wanted:
            yield item.say(
                "V008", path, related=(there,), id=result.series, veld=key[-1], gevonden=words, waarde=wanted
            )


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
