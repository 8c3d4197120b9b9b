"""The figures of a measurement as people read them: a row for each line, a column for each year.

In: the public corpus and a measurement. Out: `Table` values, and sentences with what has no column.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, spread, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.lines import Trend, in_caption, lines_of, names
from weerklank.model import Measurement, Quantity, Result
from weerklank.wording import NBSP, listing

MOST_YEARS = 8
"""So many columns of years a table has on paper."""


def by_year(corpus: Corpus, item: Measurement) -> tuple[Table, ...]:
    """The same figures as people read them: a row for each line, a column for each year, then n and margin.

    A sheet of paper has room for `MOST_YEARS`; what lies before is in tables of its own.
    """
    shown = lines_of(corpus, item)
    years = sorted({year for line in shown for year, _, _ in line.points})
    return tuple(_some_years(corpus, item, some) for some in spread(years, MOST_YEARS))


def _some_years(corpus: Corpus, item: Measurement, years: Sequence[int]) -> Table:
    shown = lines_of(corpus, item)
    last = max((year for line in shown for year, _ in line.stated if year in years), default=years[-1])
    answers = {line.answer for line in shown if line.unit == "procent"}
    named = not any(line.of for line in shown)
    beside = tuple(
        found
        for found in _BESIDE
        if not (named and found[2] == "group")
        and (len(answers) > 1 if found[2] == "answer" else len({getattr(line, found[2]) for line in shown}) > 1)
    )
    short = f"’{last % 100:02d}"
    final = [dict(line.stated).get(last) for line in shown]
    kept = tuple(
        found
        for found in _LAST
        if any(result is not None and isinstance(getattr(result, found[2]), Quantity) for result in final)
    )
    columns = (
        Column("reeks", "Groep" if named and shown[0].group else "Onderwerp", Role.HEAD),
        *(Column(key, label) for key, label, _ in beside),
        *(Column(f"j{year}", str(year), Role.NUMBER) for year in years),
        *(Column(key, f"{label} {short}", Role.NUMBER) for key, label, _ in kept),
    )
    rows = []
    for line, result in zip(shown, final, strict=True):
        own = {year: found for year, _, found in line.points}
        words = (text_cell(getattr(line, name)) if getattr(line, name) else _NONE for *_, name in beside)
        figures = (_year(corpus, own.get(year)) for year in years)
        rest = (_beside(corpus, result, name) for *_, name in kept)
        rows.append((text_cell(line.title), *words, *figures, *rest))
    notes = (_DASH,) if any(_NONE in row for row in rows) else ()
    return Table(
        f"resultaten-{item.id}", item.title, columns, tuple(rows), caption=_whole(shown, last, kept), notes=notes
    )


def beside_years(corpus: Corpus, item: Measurement) -> tuple[str, ...]:
    """The numbers of answers and the margins of every year, where the columns have those of one: no figure is bare."""
    shown = lines_of(corpus, item)
    found = []
    for label, name in (("Aantal antwoorden", "respondents"), ("Foutenmarge", "margin")):
        each = [
            (
                called,
                [
                    f"{_beside(corpus, result, name).number} ({year})"
                    for year, result in line.stated
                    if isinstance(getattr(result, name), Quantity)
                ],
            )
            for called, line in zip(names(shown), shown, strict=True)
        ]
        if any(len(years) > 1 for _, years in each):
            said = "; ".join(f"{called} {listing(years)}" for called, years in each if years)
            found.append(f"{label} per jaar: {said}.")
    return tuple(found)


_BESIDE = (("antwoord", "Getelde antwoorden", "answer"), ("groep", "Groep", "group"))
"""What stands beside a line where not all lines say the same: key, head and attribute."""

_LAST = (("n", "Aantal", "respondents"), ("foutenmarge", "Marge", "margin"))
"""What is read of the last year: key, head and attribute of the result."""

_NONE = Cell(text="–")
_DASH = "–: hier staat niets over."


_BOTH, _ONE = (
    "Aantal antwoorden en marge: die van {}",
    {"n": "Aantal antwoorden: dat van {}", "foutenmarge": "Marge: die van {}"},
)
"""Of which year the last columns are: of both, and of one by its key."""


def _whole(shown: tuple[Trend, ...], last: int, kept: tuple[tuple[str, str, str], ...]) -> str:
    """What holds for the whole table, and what its last columns are about."""
    alike = len({line.unit for line in shown}) == 1
    groups = {line.group for line in shown}
    answers = {line.answer for line in shown if line.unit == "procent"}
    said = in_caption(shown) if alike else f"Groep: {shown[0].group}" if len(groups) == 1 and shown[0].group else ""
    if not alike and len(answers) == 1 and answers != {""}:
        said = ". ".join(filter(None, (f"In procent: wie “{answers.pop()}” antwoordde", said)))
    beside = _BOTH if len(kept) > 1 else "".join(_ONE[key] for key, *_ in kept)
    return ". ".join(filter(None, ("Cijfers per jaar", said, beside.format(last))))


def _year(corpus: Corpus, result: Result | None) -> Cell:
    """The figure of a year; of an absence the word."""
    return _bare(cell_of(corpus, result.value)) if result else _NONE


def _beside(corpus: Corpus, result: Result | None, name: str) -> Cell:
    """The number of answers or the margin of a figure; where nobody wrote one, there is nothing to say."""
    if result is None or name not in result.model_fields_set:
        return _NONE
    cell = _bare(cell_of(corpus, getattr(result, name), unit="antwoorden"))
    return replace(cell, number=cell.number.replace(NBSP, " "))  # a narrow column may break before the unit


def _bare(cell: Cell) -> Cell:
    """A cell of a narrow column: its reason, and what its state means, stand under the chart."""
    return replace(cell, text=cell.text.partition(":")[0] if cell.state else cell.text, reason="")


def silent(rows: Iterable[tuple[Cell, ...]], *, none: Cell) -> str:
    """Which years of a line have no figure, and why, after a space; "" where all have one.

    `rows`: the year and its figure first; `none`: the figure of a year of which no report is recorded.
    """
    found: dict[str, list[str]] = {}
    for year, figure, *_ in rows:
        if figure.value is None:
            found.setdefault("geen verslag opgetekend" if figure == none else figure.text, []).append(year.text)
    return "".join(f" {listing(years)}: {why}." for why, years in found.items())
