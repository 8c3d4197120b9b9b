"""What is drawn: a chart specification for each figure of the site and the annex.

In: the public corpus. Out: `ChartSpec` values, or None where there is nothing that may be drawn.
A chart never has a bar of words, a line through one point, or an absence as zero.
"""

from dataclasses import replace

from weerklank import addresses
from weerklank.chartspec import OPEN_END, ChartKind, ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, count_cell, text_cell
from weerklank.facts.cells import cell_of
from weerklank.facts.heard import heard_table
from weerklank.facts.loop import current_status, loops
from weerklank.model import NOW, Absence, Period, Ref
from weerklank.states import COURSES, LEFT_OUT, UNFILLED, course
from weerklank.wording import capital, collate, counted, period_words, uncapital


@once
def adjustment_table(corpus: Corpus) -> Table:
    """Adjustments (without parts) per status, every status of the vocabulary that occurs."""
    statuses = [current_status(item) for item in corpus.leaves]
    rows = tuple(
        (Cell(text=state.word, value=state.key, state=state), count_cell(statuses.count(state.key)))
        for state in COURSES
        if state.key in statuses
    )
    return Table(
        "bijsturingen-per-toestand",
        "Bijsturingen per toestand",
        (
            Column("toestand", "Toestand", Role.HEAD, description="De laatste stap in het verloop."),
            Column(
                "aantal", "Aantal", Role.NUMBER, "bijsturingen", "Het aantal bijsturingen, onderdelen apart geteld."
            ),
        ),
        rows,
        caption=f"Aantal bijsturingen per toestand, van {len(statuses)}; onderdelen zijn apart geteld",
        notes=(OPEN_LIST,) if corpus.is_open("bijsturing") else (),
        non_exhaustive=corpus.is_open("bijsturing"),
    )


@once
def adjustment_chart(corpus: Corpus) -> ChartSpec | None:
    """Adjustments per status as bars."""
    table = adjustment_table(corpus)
    if not table.rows:
        return None
    done = course("uitgevoerd")
    note = f"‘{capital(done.word)}’: {uncapital(done.definition)} Onderdelen zijn apart geteld."
    return ChartSpec(
        table.name,
        ChartKind.COUNTS,
        f"{counted(len(corpus.leaves), 'bijsturing', 'bijsturingen')} per toestand",
        table,
        "toestand",
        "aantal",
        note=note,
    )


def _years(period: Period | Absence, when: Cell) -> tuple[Cell, Cell]:
    """The first and the last year; of an absence `when`, which says it, twice."""
    if isinstance(period, Absence):
        return when, when
    silent = Cell(UNFILLED, state=LEFT_OUT, reason=period_words(period))
    start = count_cell(period.start.year) if period.start else silent
    if period.end is None:
        return start, silent
    return start, text_cell(OPEN_END) if period.end == NOW else count_cell(period.end.year)


def _beside_years(period: Period) -> str:
    """What a source says besides years: how often, or its own vague words when there is no year."""
    years = period.start is not None or period.end is not None
    return period_words(period.model_copy(update={"start": None, "end": None} | ({"literal": ""} if years else {})))


@once
def initiative_table(corpus: Corpus) -> Table:
    """When each initiative ran: first and last year as far as the source says, and its own wording."""
    rows = []
    for loop in loops(corpus):
        item = corpus.initiative(loop.initiative)
        when = cell_of(corpus, item.period)
        start, end = _years(item.period, when)
        often = text_cell("" if isinstance(item.period, Absence) else _beside_years(item.period))
        rows.append(
            (text_cell(item.title, path=addresses.of_record(Ref("initiatief", item.id))), start, end, when, often)
        )
    dated = [row for row in rows if _has_year(row)]
    rest = [row for row in rows if not _has_year(row)]
    dated.sort(key=lambda row: (str(row[1].value or row[2].value), collate(row[0].text)))
    return Table(
        "initiatieven-in-de-tijd",
        "Initiatieven in de tijd",
        (
            Column("titel", "Initiatief", Role.HEAD, description="De titel."),
            Column("van", "Vanaf", Role.NUMBER, "jaar", "Het eerste jaar dat de bron noemt."),
            Column("tot", "Tot", Role.NUMBER, "jaar", "Het laatste jaar dat de bron noemt."),
            Column("wanneer", "Wanneer", description="Periode en frequentie, met de woorden van de bron."),
            Column("hoe_vaak", "Hoe vaak, of de woorden van de bron", description="Wat de bron naast jaren zegt."),
        ),
        (*dated, *rest),
        caption="Wanneer elk initiatief plaatsvond, voor zover de bron het zegt",
        notes=(OPEN_LIST,) if corpus.is_open("initiatief") else (),
        non_exhaustive=corpus.is_open("initiatief"),
    )


def _has_year(row: tuple[Cell, ...]) -> bool:
    return row[1].value is not None or row[2].value is not None


@once
def initiative_chart(corpus: Corpus) -> ChartSpec | None:
    """Initiatives over time. None when no initiative has a year."""
    table = initiative_table(corpus)
    if not any(isinstance(row[1].value, int) or isinstance(row[2].value, int) for row in table.rows):
        return None
    return ChartSpec(
        table.name,
        ChartKind.TIMELINE,
        table.title,
        table,
        "titel",
        "van",
        ("tot", "hoe_vaak"),
        note="Een gearceerde rij heeft geen jaar. Wat er wel over gezegd is, staat erbij.",
    )


MOST_ROWS = 40
"""A timeline or a matrix of more rows is no longer looked at: a page draws so many, and says what it leaves out."""


def on_a_page(spec: ChartSpec) -> ChartSpec:
    """A chart as a page draws it: of a long timeline the newest, of a long matrix the first, and how many are left out.

    The table keeps its name, so its files have every row.
    """
    rows = spec.table.rows
    if len(rows) <= MOST_ROWS or spec.kind not in (ChartKind.TIMELINE, ChartKind.MATRIX):
        return spec
    dated = [row for row in rows if spec.kind is ChartKind.MATRIX or _has_year(row)]
    rest = [row for row in rows if row not in dated] if len(dated) < MOST_ROWS else []
    if spec.kind is ChartKind.TIMELINE:
        kept, which = (*dated[-MOST_ROWS:], *rest)[:MOST_ROWS], "nieuwste"
    else:
        kept, which = tuple(dated[:MOST_ROWS]), "meest genoemde"
    said = f"Dit zijn de {MOST_ROWS} {which} van {len(rows)}. De {len(rows) - MOST_ROWS} andere staan in de bestanden."
    table = replace(spec.table, rows=kept, caption=f"{spec.table.caption}. {said}")
    return replace(spec, table=table, note=f"{said} {spec.note}".strip())


@once
def heard_chart(corpus: Corpus) -> ChartSpec | None:
    """Who was heard, as a matrix of stakeholders by policy field."""
    table = heard_table(corpus)
    if not table.rows:
        return None
    return ChartSpec(
        table.name,
        ChartKind.MATRIX,
        table.title,
        table,
        "belanghebbende",
        "",
        tuple(column.key for column in table.columns[1:]),
        note="Een gearceerd vak is leeg: bij geen enkel opgetekend initiatief daar is deze belanghebbende genoemd.",
    )
