"""What a chart shows in at most two sentences, for those who cannot see it and have its table beside it.

In: a `ChartSpec`. Out: Dutch text: what is drawn, and its main figures: all of a few; of many the highest and the
lowest, the first and the last, or how much is filled. What says every figure is `chartspec.description`.
A short description beside a long one is technique G95 of WCAG 2.2.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from weerklank.chartspec import (
    ChartKind,
    ChartSpec,
    dated,
    how_many,
    is_empty,
    moment,
    printed,
    reach,
    says_when,
    sentence,
)
from weerklank.data.table import Cell
from weerklank.wording import capital, listing

_NEXT = re.compile(r"(?:\.|(?<=[?!]))\s+(?=[^a-z])")
"""Where another sentence begins."""

_NEVER = 10_000
"""After every year."""
_FEW = 4
"""So many rows are said in full."""


@dataclass(frozen=True)
class _Bar:
    """A named figure: its words, and its `number` (None for an absence)."""

    name: str
    words: str
    number: float | None

    def __str__(self) -> str:
        return f"{self.name}: {self.words}" if self.name else self.words


def alternative_text(spec: ChartSpec) -> str:
    """Return what the chart shows and its main figures, in one or two sentences."""
    spec = spec.drawn
    drawn, main = _WORDS[spec.kind](spec)
    head = f"{_within(spec.title)}: {drawn}" if spec.title.strip() else drawn
    rest = "; ".join(item for item in main if item not in head)
    return " ".join(sentence(capital(_within(text))) for text in (head, rest) if text)


def _within(text: str) -> str:
    """Return words as they stand within one sentence."""
    return _NEXT.sub("; ", text.strip().rstrip("."))


def _points(spec: ChartSpec) -> tuple[_Bar, ...]:
    """The figure of each row, by its name; of bars with a series also by that."""
    column = spec.column(spec.value)
    named = zip(spec.names, spec.cells(spec.value), strict=True)
    return tuple(_Bar(name, printed(cell, column), _number(cell)) for name, cell in named)


def _number(cell: Cell) -> float | None:
    if cell.state is not None or cell.value is None or isinstance(cell.value, str):
        return None
    return float(cell.value)


def _main(points: Iterable[_Bar]) -> list[str]:
    """All of a few figures; of many the highest and the lowest, and how many have none."""
    points = tuple(points)
    if len(points) <= _FEW:
        return list(map(str, points))
    known = [point for point in points if point.number is not None]
    numbers = [point.number for point in known if point.number is not None]
    ends = {"hoogst": max(numbers), "laagst": min(numbers)} if len(set(numbers)) > 1 else {}
    found = [f"het {word}: {_those(known, number)}" for word, number in ends.items()]
    found += [f"{len(known)} keer {known[0].words}"] if len(set(numbers)) == 1 else []
    without = len(points) - len(known)
    return [*found, f"{without} zonder getal"] if without else found


def _those(points: Iterable[_Bar], number: float) -> str:
    """A number as printed, with those that have it: by name when they are one or two."""
    same = [point for point in points if point.number == number]
    names = listing(point.name for point in same) if len(same) <= 2 else f"{len(same)} keer"  # noqa: PLR2004 - a pair
    return f"{same[0].words} ({names})"


def _bars(spec: ChartSpec) -> tuple[str, list[str]]:
    column = spec.column(spec.value)
    return f"{how_many(len(spec.table.rows), 'balk', 'balken')}, {column.label.lower()}", _main(_points(spec))


def _steps(spec: ChartSpec) -> tuple[str, list[str]]:
    points = _points(spec)
    return _bars(spec)[0], list(map(str, points if len(points) <= _FEW else (points[0], points[-1])))


def _shares(spec: ChartSpec) -> tuple[str, list[str]]:
    return f"{how_many(len(spec.table.rows), 'balk', 'balken')} van 0 tot 100 procent", _main(_points(spec))


def _parts(spec: ChartSpec) -> tuple[str, list[str]]:
    return f"één balk met {how_many(len(spec.table.rows), 'deel', 'delen')}", _main(_points(spec))


def _dots(spec: ChartSpec) -> tuple[str, list[str]]:
    return how_many(len(spec.table.rows), "punt", "punten"), _main(_points(spec))


def _timeline(spec: ChartSpec) -> tuple[str, list[str]]:
    starts, ends = spec.cells(spec.value), spec.cells(spec.extra[0])
    rows = list(zip(spec.names, _moments(spec), starts, strict=True))
    known = sorted((row for row in rows if dated(row[2])), key=lambda row: str(row[2].value)[:4])
    if len(rows) <= _FEW:
        main = [f"{name}: {when}" for name, when, _ in rows]
    else:
        ways = {"eerst": known[0], "laatst": known[-1]} if known else {}
        main = [f"{word} begonnen {name}: {when}" for word, (name, when, _) in ways.items()]
        if without := len(rows) - len(known):
            main.append(f"{without} zonder begin")
    return f"tijdlijn{reach(starts, ends)} met {how_many(len(spec.table.rows), 'rij', 'rijen')}", main


def _moments(spec: ChartSpec) -> Iterator[str]:
    """When each row was: in its own words where these name the dates."""
    first, last = spec.column(spec.value), spec.column(spec.extra[0])
    own = spec.cells(spec.extra[1]) if len(spec.extra) > 1 else ()
    for row, (start, end) in enumerate(zip(spec.cells(spec.value), spec.cells(spec.extra[0]), strict=True)):
        said = moment(start, end, start_column=first, end_column=last)
        yield printed(own[row], spec.column(spec.extra[1])) if own and says_when(own[row], start, end) else said


def _matrix(spec: ChartSpec) -> tuple[str, list[str]]:
    filled = {spec.column(key).label: sum(not is_empty(cell) for cell in spec.cells(key)) for key in spec.extra}
    rows = len(spec.table.rows)
    if len(filled) <= _FEW:
        main = [f"{label}: iets bij {number} van {rows}" for label, number in filled.items()]
    else:
        most = max(filled.values())
        names = [label for label, number in filled.items() if number == most]
        main = [f"er staat iets in {sum(filled.values())} van {rows * len(filled)} vakken"]
        main += [f"het meest {listing(names)}: {most}"] if len(names) <= 2 else []  # noqa: PLR2004 - a pair
    columns = how_many(len(filled), "kolom", "kolommen")
    return f"raster van {how_many(len(spec.table.rows), 'rij', 'rijen')} en {columns}", main


def _series(spec: ChartSpec) -> tuple[str, list[str]]:
    names = tuple(dict.fromkeys(spec.lines))
    parts = len(names) + sum(len(_cuts(spec, name)) for name in names)
    within = f" in {how_many(parts, 'deel', 'delen')}" if parts > len(names) else ""
    lines = f"{how_many(len(names), 'lijn', 'lijnen')}{within} over de jaren"
    own = {name: _course(spec, name) for name in names}
    if len(names) > _FEW:
        last = ((name, points[-1]) for name, points in own.items() if points)
        return lines, _main(_Bar(name, f"{point.words} in {point.name}", point.number) for name, point in last)
    main = []
    for name, points in own.items():
        cuts = _cuts(spec, name)
        said = _ends([point for point in points if not cuts or _year(point) < cuts[0]])
        for cut, after in zip(cuts, (*cuts, _NEVER)[1:], strict=True):
            said += f"; na de breuk in {cut}: {_ends([point for point in points if cut <= _year(point) < after])}"
        title = "" if name in {"", spec.title} else f"{name}: "
        main.append(f"{title}{said or 'geen getal'}")
    return lines, main


def _course(spec: ChartSpec, name: str) -> list[_Bar]:
    """The figures of one line, each under its year."""
    column = spec.column(spec.value)
    rows = zip(spec.lines, spec.cells(spec.extra[0]), spec.cells(spec.value), strict=True)
    found = (_Bar(year.text, printed(value, column), _number(value)) for line, year, value in rows if line == name)
    return [point for point in found if point.number is not None]


def _ends(points: list[_Bar]) -> str:
    """The first and the last figure of what may be compared."""
    return ", ".join(dict.fromkeys(f"{point.words} in {point.name}" for point in (*points[:1], *points[-1:])))


def _year(point: _Bar) -> int:
    return int(point.name[:4])


def _cuts(spec: ChartSpec, name: str) -> list[int]:
    """The years of the breaks that part figures of a line; two without a figure between them part it once."""
    years = [_year(point) for point in _course(spec, name)]
    cuts = sorted({cut.year for cut in spec.cuts if cut.label == name and years and min(years) < cut.year})
    ends = zip(cuts, (*cuts, _NEVER)[1:], strict=True)
    return [cut for cut, after in ends if any(cut <= year < after for year in years)]


_WORDS: dict[ChartKind, Callable[[ChartSpec], tuple[str, list[str]]]] = {
    ChartKind.STEPS: _steps,
    ChartKind.PARTS: _parts,
    ChartKind.SHARES: _shares,
    ChartKind.COUNTS: _bars,
    ChartKind.TIMELINE: _timeline,
    ChartKind.MATRIX: _matrix,
    ChartKind.SERIES: _series,
    ChartKind.DOTS: _dots,
}
