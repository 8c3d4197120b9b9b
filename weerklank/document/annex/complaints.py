"""Complaints in an annex: over the years, every breakdown in numbers and shares, what they led to, contradictions.

In: a `Scope` and the options of a part. Out: blocks, the tables behind them and the charts to draw.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from weerklank.corpus import Corpus, once
from weerklank.data.table import Column, Role, Table, spread, text_cell
from weerklank.document.annex.closing import untold
from weerklank.document.annex.evidence import bare
from weerklank.document.annex.scope import Made, Scope, ToldRecord, opening
from weerklank.document.blocks import Block, Facts, Grid, Heading, Prose, Remark
from weerklank.document.numbering import citations_in
from weerklank.document.parts import NOTHING, Fact, Mark, Said, mark, said
from weerklank.document.sheets.measurement import picture
from weerklank.facts.complaintcharts import trend_chart, trend_table
from weerklank.facts.complaints import complaints as complaints_table
from weerklank.facts.complaints import given_table, shares, with_shares, years_of
from weerklank.facts.filled import filled
from weerklank.facts.loop import leaves_from
from weerklank.facts.trace import ties_table
from weerklank.markup import inline
from weerklank.model import Absence, AnnexPart
from weerklank.states import LEFT_OUT
from weerklank.wording import date_words, listing


def complaints(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """Complaints per year; without a year, that there is none, and what the initiatives say in words."""
    start, corpus = opening(part, prefix=prefix), scope.corpus
    table, shown = complaints_table(corpus), with_shares(corpus)
    if table is None or shown is None:
        return Made((*start, Remark(inline("Er zijn geen cijfers over klachten opgetekend.")), *_in_words(scope)))
    years, trend = years_of(corpus), trend_chart(corpus)
    specs = (trend,) if trend is not None else ()
    cited = tuple(citation for item in years for citation in citations_in(item))
    followed = _followed(scope, prefix)
    sheets = (Grid(bare(sheet), "complaints") for sheet in _sheets(_shown(corpus, shown)))
    blocks: list[Block] = [*map(picture, specs), *sheets, *_reasons(shown), *_beside_given(scope)]
    blocks += [Remark(NOTHING, cited=cited), Heading("Wat uit de klachten volgde", f"{prefix}-gevolg")]
    blocks += [Grid(followed, "adjustments")] if followed.rows else [Remark(inline(_NOTHING_FOLLOWED))]
    blocks += _told(scope, prefix)
    data = tuple(made for made in (table, shares(corpus), given_table(corpus), trend_table(corpus)) if made is not None)
    leaves = (leaf.ref for item in years for leaf in leaves_from(corpus, item.ref))
    named = tuple(map(ToldRecord, dict.fromkeys(leaves)))
    return Made((*start, *blocks), data, specs, told=tuple(ToldRecord(item.ref) for item in years), named=named)


@once
def _shown(_corpus: Corpus, table: Table) -> Table:
    """The table without what is filled in nowhere: the same in every annex."""
    return filled(table, names=False, years=False)


_MOST_YEARS = 5
"""So many columns of years have room for a number, its share or a state on paper."""


def _sheets(table: Table) -> Iterator[Table]:
    """The table with as many years as a sheet has room for, then the years that are left; each says which they are.

    A row of which no year on the sheet says anything is left out of it; under the last stands what holds for all.
    """
    last = len(table.columns) - 1
    sheets = tuple(spread(range(1, last + 1), _MOST_YEARS))
    for places in sheets:
        columns = tuple(table.columns[place] for place in (0, *places))
        kept = (tuple(row[place] for place in (0, *places)) for row in table.rows)
        rows = tuple(row for row in kept if any(cell.text != LEFT_OUT.word for cell in row[1:]))
        years = f": {listing(column.label for column in columns[1:])}" if len(sheets) > 1 else ""
        notes = table.notes if last in places else ()
        yield replace(table, columns=columns, rows=rows, caption=f"{table.caption}{years}", notes=notes)


_NOTHING_FOLLOWED = "Er is geen bijsturing opgetekend die uit deze klachten volgde."


def _followed(scope: Scope, prefix: str) -> Table:
    """What the complaints of each year led to, with how far that is: what is not done is not told as what was."""
    table = ties_table(scope.corpus)
    at = {column.key: place for place, column in enumerate(table.columns)}
    rows = tuple(row for row in table.rows if row[at["klachten_id"]].value and row[at["bijsturing_id"]].value)
    told = tuple(
        (
            row[at["bijsturing"]],
            text_cell(": ".join(filter(None, (row[at["klachten"]].text, str(row[at["thema"]].value or ""))))),
            row[at["sterkte"]],
            row[at["toestand"]],
        )
        for row in rows
    )
    columns = (
        Column("bijsturing", "Bijsturing", Role.HEAD),
        Column("uit", "Uit"),
        Column("verband", "Verband"),
        Column("toestand", "Toestand"),
    )
    name, caption = f"{prefix}-gevolg", "Wat uit de klachten volgde, en hoe ver het staat"
    return Table(name, "Wat uit de klachten volgde", columns, told, caption)


def _told(scope: Scope, prefix: str) -> Iterator[Block]:
    """Where the sources say two things, unless the annex says so elsewhere, and the story of each year."""
    years = years_of(scope.corpus)
    yield from untold(scope, tuple(tension for item in years for tension in item.tensions))
    for item in years:
        if item.body:
            yield Prose(scope.frame(prefix).led(date_words(item.year), item.body, item.id))


def _reasons(table: Table) -> Iterable[Block]:
    """Why figures of a table are not there, those of one reason together."""
    found: dict[tuple[str, Mark], list[tuple[str, str]]] = {}
    for head, *cells in table.rows:
        for column, cell in zip(table.columns[1:], cells, strict=True):
            if cell.state is not None and cell.reason:
                found.setdefault((cell.reason, mark(cell.state)), []).append((column.label, head.text))
    heads = tuple(row[0].text for row in table.rows)
    facts = tuple(
        Fact("; ".join(_named(places, heads)), Said(inline(reason), why)) for (reason, why), places in found.items()
    )
    return (Facts("Waarom een cijfer er niet is", facts),) if facts else ()


def _named(places: list[tuple[str, str]], heads: tuple[str, ...]) -> Iterator[str]:
    """Cells of a table by their rows and their year; a breakdown of which all rows are meant only by its name.

    `places`: year and head of each; `heads`: those of the whole table.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for year, head in places:
        name, _, part = head.partition(": ")
        found.setdefault((year, name), []).append(part)
    for (year, name), parts in found.items():
        whole = sum(head.startswith(f"{name}: ") for head in heads)
        yield (
            f"{name} ({year})"
            if len(parts) == max(whole, 1) > 1
            else f"{': '.join(filter(None, (name, listing(parts))))} ({year})"
        )


def _beside_given(scope: Scope) -> Iterable[Block]:
    """What belongs to a compensation, under the table that counts it."""
    facts = tuple(
        Fact(f"{one.what} ({date_words(year.year)})", Said(inline(one.note)))
        for year in years_of(scope.corpus)
        for one in (() if isinstance(year.compensations, Absence) else year.compensations)
        if one.note
    )
    return (Facts("Bij de compensaties", facts),) if facts else ()


def _in_words(scope: Scope) -> Iterable[Block]:
    facts = tuple(
        Fact(item.title, said(scope.corpus, item.heard))
        for item in scope.own.initiatives
        if isinstance(item.heard, Absence) and item.heard.key == "kwalitatief"
    )
    return (Facts("Wat de bron er in woorden over zegt", facts),) if facts else ()
