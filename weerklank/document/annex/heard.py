"""What was said in an initiative, in its story or in a table of an annex: each signal with what it led to, and where.

In: a `Scope` and an initiative, or the options of a part. Out: blocks, and the words for a tie to a signal.
"""

from dataclasses import replace

from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.document.annex.scope import Made, Scope, ToldRecord, opening, selected_remark
from weerklank.document.blocks import Block, Facts, Grid, Remark
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Said, said
from weerklank.document.sheets.verdicts import verdict_list
from weerklank.facts.annexes import choose_initiatives
from weerklank.facts.loop import follow_of
from weerklank.facts.ties import Tie, signals_of
from weerklank.facts.trace import came_of, ties_table
from weerklank.markup import bare, inline
from weerklank.model import Absence, Adjustment, AnnexPart, Citation, Initiative, Ref, Selection, Signal
from weerklank.states import FOLLOWED, SIGNAL_OPEN, course
from weerklank.wording import capital, date_words, listing, uncapital

TIE = "Verband"


def said_signals(scope: Scope, item: Initiative) -> tuple[Block, ...]:
    """What was said, signal by signal: by whom, and what each led to."""
    found = signals_of(item)
    facts = tuple(
        Fact(
            _SIGNAL if len(found) == 1 else f"{_SIGNAL} {place}",
            Said(inline(signal.text), citations=new_places(scope, item, signal.citations)),
            inline(capital("; ".join(filter(None, (_given_by(scope, signal), _led_to(scope, item, signal)))))),
        )
        for place, signal in enumerate(found, start=1)
    )
    return (Facts("Signalen", facts),) if facts else ()


_SIGNAL = "Signaal"


def _given_by(scope: Scope, signal: Signal) -> str:
    """Who gave a signal, as the source names them; "" where that is not stated."""
    given = () if isinstance(signal.sender, Absence) else said(scope.corpus, signal.sender).links
    return f"van {listing(uncapital(link.text) for link in given)}" if given else ""


def _led_to(scope: Scope, item: Initiative, signal: Signal) -> str:
    """What came of a signal, by title, or that nothing is recorded."""
    found = came_of(scope.corpus, item, signal).items()
    return "; ".join(f"{uncapital(word)}: {listing(map(_named, leaves))}" for word, leaves in found) or SIGNAL_OPEN.word


def _named(leaf: Adjustment) -> str:
    return leaf.title if follow_of(leaf) == FOLLOWED else f"{leaf.title} ({course(leaf.course[-1].status).word})"


def signals(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """What was said, a table for each initiative: signal by signal, what each led to, with the reason where nothing."""
    choice = choose_initiatives(scope.corpus, part.selection)
    words = ("initiatief", "initiatieven")
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, words))
    chosen, table = {item.id for item in choice.items}, ties_table(scope.corpus)
    at = {column.key: place for place, column in enumerate(table.columns)}
    rows = tuple(row for row in table.rows if row[at["initiatief_id"]].value in chosen and row[at["signaal_id"]].value)
    if not rows:
        narrowed = part.selection != Selection() and any(row[at["signaal_id"]].value for row in table.rows)
        none = "Geen enkel signaal past in deze keuze." if narrowed else "De gegevens noemen geen enkel signaal."
        return Made((*start, Remark(inline(none))))
    kept = replace(table, name=prefix, title=part.title, rows=rows)
    found: dict[str, list[tuple[Cell, ...]]] = {}
    for row in rows:
        found.setdefault(str(row[at["initiatief_id"]].value), []).append(row)
    grids = tuple(_of_one(scope, scope.corpus.initiative(name), kept, own) for name, own in found.items())
    told = tuple(ToldRecord(Ref("initiatief", name), f"{prefix}-{name}") for name in found)
    led = dict.fromkeys(str(row[at["bijsturing_id"]].value or "") for row in rows)
    judged = verdict_list(scope.corpus, (scope.corpus.adjustment(name) for name in led if name))
    return Made((*start, *grids, *judged), (kept,), told=told)


def _of_one(scope: Scope, item: Initiative, table: Table, rows: list[tuple[Cell, ...]]) -> Grid:
    """The signals of one initiative. The first row is where the initiative is told."""
    at = {column.key: place for place, column in enumerate(table.columns)}
    columns = (
        Column("signaal", "Gehoord", Role.HEAD),
        table.columns[at["sterkte"]],
        replace(table.columns[at["bijsturing"]], role=Role.TEXT),
        table.columns[at["toestand"]],
    )
    caption = f"{item.title}: wat gehoord werd, en wat ermee gebeurde"
    told = tuple(_and_why(scope, item, row, at) for row in rows)
    ids = (f"{table.name}-{item.id}", *("" for _ in rows[1:]))
    return Grid(Table(table.name, table.title, columns, told, caption), "signals", ids=ids)


def _and_why(scope: Scope, item: Initiative, row: tuple[Cell, ...], at: dict[str, int]) -> tuple[Cell, ...]:
    """The cells of a row; an adjustment that was not taken on has its reason beside its state."""
    state, name = row[at["toestand"]], str(row[at["bijsturing_id"]].value or "")
    if name:
        leaf = scope.corpus.adjustment(name)
        day = leaf.course[-1].date
        words = [date_words(day)] if not isinstance(day, Absence) else []
        state = replace(state, reason="; ".join(filter(None, (*words, bare(leaf.reason)))))
    heard = _numbered(scope, item, str(row[at["signaal_id"]].value), row[at["signaal"]])
    cells = (heard, row[at["sterkte"]], row[at["bijsturing"]], state)
    return tuple(cell if cell.text else text_cell("–") for cell in cells)


def _numbered(scope: Scope, item: Initiative, name: str, said: Cell) -> Cell:
    """A signal with the number by which a story of its initiative calls it, and with who gave it."""
    found = signals_of(item)
    place, signal = next((place, one) for place, one in enumerate(found, start=1) if one.id == name)
    given = _given_by(scope, signal)
    number = f"{place}. " if len(found) > 1 else ""
    return text_cell(f"{number}{said.text}{f' ({given})' if given else ''}")


def all_cited(item: Initiative | Adjustment) -> tuple[Citation, ...]:
    """Everything that a record rests on: what it names for the whole, or else what its fields name."""
    return item.citations or tuple(citations_in(item))


def new_places(scope: Scope, item: Initiative, citations: tuple[Citation, ...]) -> tuple[Citation, ...]:
    """Citations, unless all their places stand behind the first words of the story already."""
    near = _spots(scope, all_cited(item))
    return () if _spots(scope, citations) <= near else citations


def _spots(scope: Scope, citations: tuple[Citation, ...]) -> set[str]:
    return {place.text for citation in citations for place in scope.places.of((citation,))}


def tie_of(item: Initiative, ties: list[Tie]) -> str:
    """What ties are called by their signals: "Verband met signaal 1 en 2"."""
    names = [signal.id for signal in signals_of(item)]
    known = sorted(names.index(tie.signal) + 1 for tie in ties if tie.signal in names)
    return f"{TIE} met signaal {listing(map(str, known))}" if known and len(names) > 1 else TIE
