"""Which dates of a record say when something happened, and which of these an annex may print.

In: a record. Out: dates with the path to them in the author's own keys. What is planned or promised for a day has not
happened, and that somebody looked at a record or a source is nothing that happened to what it is about.
"""

from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from weerklank.model.dates import NOW, PartialDate
from weerklank.model.fields import at, is_printable, walk
from weerklank.model.records import Initiative, Record, Step
from weerklank.model.survey import Measurement
from weerklank.model.values import Absence, Period
from weerklank.states import PLANNED

Path = tuple[str | int, ...]
Moment = tuple[Path, PartialDate]


def moments(model: type[BaseModel], pieces: Iterable[tuple[Path, object]]) -> Iterator[Moment]:
    """Each date of something that happened. `pieces`: all of a record with its path, as `walk` gives it."""
    planned: Path = ()
    for path, value in pieces:
        if isinstance(value, Step) and value.status == PLANNED.key:
            planned = path  # what is announced has its day ahead of it
        if isinstance(value, PartialDate) and not (planned and path == (*planned, "datum")):
            found = at(model, path)
            if found is not None and found.happened:
                yield path, value


def printed_moments(record: Record) -> Iterator[Moment]:
    """The dates of what happened that an annex may print, and from when what was begun and until when what is over."""
    model = type(record)
    for path, value in moments(model, walk(record)):
        if is_printable(model, path) and (found := at(model, path)) and not found.looked:
            yield path, value
    yield from _periods(record)


def _periods(record: Record) -> Iterator[Moment]:
    """The day that an initiative began, unless it is planned, and that it ended; and those of what was measured."""
    match record:
        case Initiative(status="lopend" | "afgerond", period=Period() as period):
            yield from _ends(("periode",), period, over=record.status == "afgerond")
        case Measurement() if any(not isinstance(result.value, Absence) for result in record.results):
            for name, when in (("periode", record.period), ("veldwerk", record.fieldwork)):
                if isinstance(when, Period):
                    yield from _ends((name,), when, over=when.frequency is None)


def _ends(path: Path, period: Period, *, over: bool) -> Iterator[Moment]:
    if period.start is not None:
        yield (*path, "van"), period.start
    if over and period.end is not None and period.end != NOW:
        yield (*path, "tot"), period.end
