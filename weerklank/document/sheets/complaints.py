"""A year of complaints as a sheet: from report to solution, the term, the themes, the years, and every breakdown."""

from decimal import Decimal

from markupsafe import Markup

from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.document.blocks import Block, Facts, Fold, Grid, Picture, Prose, Section
from weerklank.document.entries import Entries, Entry
from weerklank.document.frame import Frame
from weerklank.document.parts import NOTHING, Fact, Said, chart_figure, mark, said, words
from weerklank.document.sentences import COUNTED, NOTHING_DONE, complaints_in_short
from weerklank.document.sheet import Sheet
from weerklank.document.sheets.ending import finished
from weerklank.document.sheets.points import for_all, ids_in, points, state_of
from weerklank.document.sheets.verdicts import verdict_facts
from weerklank.facts.cells import NOTHING as NO_SHARE
from weerklank.facts.cells import cell_of
from weerklank.facts.complaintcharts import steps_chart, term_chart, theme_chart, trend_chart, trend_table
from weerklank.facts.complaints import LINES, more_than_once
from weerklank.facts.divisions import (
    Divided,
    count_cell,
    divided,
    given_note,
    part_share,
    rounding,
    share_cell,
    themes,
)
from weerklank.facts.filled import filled
from weerklank.facts.loop import by_follow, leaves_from
from weerklank.facts.ties import ties_of
from weerklank.markup import inline
from weerklank.model import Absence, Adjustment, Cause, Compensation, ComplaintsYear, Ref
from weerklank.model.fields import field_of
from weerklank.states import FOLLOW_CONSIDERED, FOLLOW_PLANNED, FOLLOW_REFUSED, FOLLOWED, strength
from weerklank.wording import counted, date_words

_ENTRY = ("drager", "kanaal")
"""The breakdowns that say how complaints came in."""


def complaints_year(frame: Frame, item: ComplaintsYear) -> Sheet:
    """The sheet of one year."""
    corpus = frame.corpus
    steps, term, about, line = (
        steps_chart(corpus, item),
        term_chart(corpus, item),
        theme_chart(corpus, item),
        trend_chart(corpus),
    )
    found, own = divided(corpus, item), themes(corpus, item)
    entry = tuple(one for one in found if one.key in _ENTRY)
    rest = tuple(one for one in found if one.key not in _ENTRY and one != own)
    sections = (
        _section(frame, "keten", "Van melding tot oplossing", _drawn(frame, steps), wide=True),
        _section(frame, "termijn", "Binnen 45 dagen?", _drawn(frame, term), wide=True),
        _section(frame, "themas", "Waarover", _themes(frame, item, about, own), wide=True),
        _followed(frame, item),
        _section(frame, "jaren", "Over de jaren", years_blocks(frame), wide=True),
        _section(frame, "hoe", "Hoe ze binnenkwamen", _divisions(frame, item, entry), note=_rounded(entry)),
        _section(frame, "uitgesplitst", "Uitgesplitst", _divisions(frame, item, rest), note=_rounded(rest)),
        _section(frame, "compensaties", field_of(item, "compensations").label, _given(frame, item)),
        _figures(frame, item),
    )
    charts = tuple(spec for spec in (steps, term, about, line) if spec is not None)
    short = complaints_in_short(item, thousands=corpus.organisation.site.thousands)
    kept = tuple(section for section in sections if section is not None)
    return finished(frame, item, "Klachten", short, kept, charts=charts)


def _followed(frame: Frame, item: ComplaintsYear) -> Section:
    """What these complaints led to: what is done first, and apart from it what is planned, considered or refused."""
    blocks: list[Block] = []
    taken: set[str] = set()
    for state, leaves in by_follow(leaves_from(frame.corpus, item.ref)).items():
        if leaves:
            tops, only = frame.corpus.index.points_of(item.ref), {leaf.id for leaf in leaves}
            found = points(frame, tops, lambda leaf: _told(frame, item, leaf), only=only, taken=taken)
            facts = for_all(found.shared, len(leaves))
            lead = f"{_LEADS[state]}: {counted(len(leaves), *COUNTED)}."
            blocks += [Prose(frame.paragraph(lead)), found.listed]
            blocks += [Facts(f"{item.title}: {_LEADS[state].lower()}", facts)] if facts else []
            taken |= set(ids_in(found.listed.items))
    return Section(frame.id("gevolg"), "Wat hieruit volgde", tuple(blocks) or (Prose(frame.paragraph(NOTHING_DONE)),))


_LEADS = {
    FOLLOWED: "Gedaan of bezig",
    FOLLOW_PLANNED: "Gepland, nog niet gedaan",
    FOLLOW_CONSIDERED: "Overwogen, nog niet gedaan",
    FOLLOW_REFUSED: "Niet gedaan",
}


def _told(frame: Frame, item: ComplaintsYear, leaf: Adjustment) -> tuple[Fact, ...]:
    return state_of(frame, leaf), *_ties(frame, item, leaf), *verdict_facts(frame.corpus, leaf)


def _ties(frame: Frame, item: ComplaintsYear, leaf: Adjustment) -> tuple[Fact, ...]:
    facts: list[Fact] = []
    for tie in ties_of(frame.corpus, leaf):
        if tie.origin == item.ref:
            if tie.theme:
                theme = said(frame.corpus, (Ref("klachtthema", tie.theme),))
                facts.append(Fact(field_of(Cause, "theme").label, theme))
            strong = Said(inline(tie.note), mark(strength(tie.strength)), citations=tie.citations)
            facts.append(Fact(field_of(Cause, "strength").label, strong))
    return tuple(facts)


def _section(
    frame: Frame, name: str, title: str, blocks: tuple[Block, ...], *, wide: bool = False, note: Markup = NOTHING
) -> Section | None:
    return Section(frame.id(name), title, blocks, wide=wide, note=note) if blocks else None


def _rounded(found: tuple[Divided, ...]) -> Markup:
    return inline(" ".join(rounding(found)))


def _figures(frame: Frame, item: ComplaintsYear) -> Section:
    """Every figure of the report, stated or not."""
    lines = tuple((text_cell(field_of(item, name).label), cell_of(frame.corpus, item.figure(name))) for name in LINES)
    caption = f"Klachten in {date_words(item.year)}, in aantallen"
    table = Table(f"klachten-{item.id}", caption, (_head("Gegeven"), _COUNT), lines, caption)
    shown = filled(table)
    grid = Grid(shown, "counts") if shown.rows else Prose(frame.paragraph(" ".join(shown.notes)))
    used = frame.used_in(item)
    facts = (Facts(f"{item.title}: gebruik", used),) if used else ()
    return Section(frame.id("cijfers"), "De aantallen van het verslag", (grid, *facts))


def _drawn(frame: Frame, spec: ChartSpec | None) -> tuple[Block, ...]:
    """A drawing with its table, which is one line until it is opened."""
    if spec is None:
        return ()
    name = frame.id(f"tabel-{spec.name}")
    fold = Fold(name, "Dezelfde cijfers in een tabel", (Grid(spec.table, "shares", has_files=True),))
    return (Picture(spec.name, chart_figure(spec)), fold)


def _themes(frame: Frame, item: ComplaintsYear, spec: ChartSpec | None, found: Divided | None) -> tuple[Block, ...]:
    """What the complaints are about, drawn and with shares; where none is counted, why."""
    if found is None:
        return ()
    if spec is None:
        return (_division(frame, item, found),)
    return (Picture(spec.name, chart_figure(spec)), Grid(spec.table, "shares", has_files=True))


def years_blocks(frame: Frame) -> tuple[Block, ...]:
    """The complaints over the years, drawn and in a table; () where there is one year."""
    spec, table = trend_chart(frame.corpus), _years_table(frame.corpus)
    picture = (Picture(spec.name, chart_figure(spec)),) if spec is not None else ()
    return (*picture, Grid(table, "shares")) if table is not None else ()


@once
def _years_table(corpus: Corpus) -> Table | None:
    """The table over the years without what is filled in nowhere: the same on the page of every year."""
    table = trend_table(corpus)
    return filled(table, names=False) if table is not None else None


def _divisions(frame: Frame, item: ComplaintsYear, found: tuple[Divided, ...]) -> tuple[Block, ...]:
    return tuple(_division(frame, item, one) for one in found)


def _division(frame: Frame, item: ComplaintsYear, found: Divided) -> Grid:
    """One breakdown with its shares and its total; a case that may be counted twice says so."""
    if found.in_shares:
        return _division_in_shares(frame, item, found)
    corpus = frame.corpus
    shared = found.has_shares and any(isinstance(part.count, Decimal) for part in found.parts)
    rows = [
        (text_cell(part.word), count_cell(corpus, part), *((_once(part_share(corpus, found, part)),) if shared else ()))
        for part in found.parts
    ]
    if found.has_total:
        total = found.item.total
        share = (_once(share_cell(corpus, total, found.whole)),) if shared else ()
        rows.append((text_cell(field_of(found.item, "total").label), cell_of(corpus, total), *share))
    of = f" van {found.of}, {date_words(item.year)}"
    caption = f"{found.label}{of}" if found.whole else f"{found.label}, in aantallen"
    notes = [more_than_once(found.label)] if found.several else []
    notes += [] if shared or found.whole else [found.of]
    columns = (_head(found.label), _COUNT, _SHARE) if shared else (_head(found.label), _COUNT)
    name = f"klachten-{item.id}-{found.key}"
    return Grid(Table(name, caption, columns, tuple(rows), caption, tuple(notes)), "shares")


def _once(share: Cell) -> Cell:
    """A state stands beside it, where the number would be: it is not said again for the share."""
    return NO_SHARE if share.state is not None else share


def _division_in_shares(frame: Frame, item: ComplaintsYear, found: Divided) -> Grid:
    """A breakdown of which the source gives shares; the whole is named above it, or why that is not known below."""
    rows = [(text_cell(part.word), part_share(frame.corpus, found, part)) for part in found.parts]
    if found.has_total and isinstance(found.item.total, Absence):
        rows.append((text_cell(field_of(found.item, "total").label), cell_of(frame.corpus, found.item.total)))
    of = f" van {found.of}" if found.of else ""
    caption = f"{found.label}{of}, {date_words(item.year)}, in procent"
    notes = (given_note(found), *((more_than_once(found.label),) if found.several else ()))
    name, columns = f"klachten-{item.id}-{found.key}", (_head(found.label), _SHARE)
    return Grid(Table(name, caption, columns, tuple(rows), caption, notes), "shares")


_COUNT = Column("aantal", "Aantal", Role.NUMBER)
_SHARE = Column("aandeel", "Aandeel", Role.NUMBER)


def _head(label: str) -> Column:
    return Column("gegeven", label, Role.HEAD)


def _given(frame: Frame, item: ComplaintsYear) -> tuple[Block, ...]:
    """What complainants got; an absence that the author wrote is told as any other."""
    given = item.compensations
    if isinstance(given, Absence):
        facts = frame.fact(item, "compensations")
        return (Facts(f"{item.title}: compensaties", facts),) if facts else ()
    return (Entries("points alone", tuple(_compensation(frame, one) for one in given)),)


def _compensation(frame: Frame, one: Compensation) -> Entry:
    notes = (inline(one.note),) if one.note else ()
    return Entry(words(one.what), notes=notes, facts=frame.facts(one, "count", "amount"), citations=one.citations)
