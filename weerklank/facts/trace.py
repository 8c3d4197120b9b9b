"""From what was said to what was done: every tie between a signal or a complaint and an adjustment, and its open ends.

In: the public corpus. Out: `Tie` values, both ways round, and the table of all of them. An adjustment that has parts is
not a row of its own: its parts are, with its ties where they name no initiative themselves. So what is counted here is
what is counted everywhere else.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from weerklank.corpus import Corpus, once
from weerklank.data.table import OPEN_LIST, Cell, Column, Role, Table, state_cell, text_cell
from weerklank.facts.cells import NOTHING, cell_of, marked_cell, places_cell
from weerklank.facts.complaints import years_of
from weerklank.facts.loop import by_follow, current_status, done_leaves, leaves_of, loops
from weerklank.facts.tables import record_cell
from weerklank.facts.ties import Tie, all_ties, by_origin, signal_of, signals_of, ties_of
from weerklank.model import NOT_FILLED_IN, Absence, Adjustment, ComplaintsYear, Initiative, Ref, Signal
from weerklank.model.part import words_of
from weerklank.model.records import Strength
from weerklank.states import (
    FOLLOWED,
    FOLLOWED_BY,
    LEFT_OUT,
    SIGNAL_OPEN,
    SIGNAL_OUTCOMES,
    STRENGTHS,
    State,
    course,
    strength,
)

NO_SIGNAL = "Welk signaal erbij hoort, staat niet in de bron."

LED_TO = "Leidde tot"
DECIDED = "Beslist"
TIE_NOT_STATED = "Verband niet vermeld"


@dataclass(frozen=True)
class Numbers:
    """How much is tied: adjustments by the strongest tie they have and with a known signal; signals; initiatives.

    `signals_followed`: those of which the source itself says that they led to what is done; `signals_untied`: those
    that something done is recorded with, without that. What complaints were about is known as a signal is, but no
    signal: it is counted with the first, not the second.
    """

    adjustments: int
    by_strength: Mapping[str, int]
    with_signal: int
    signals: int
    signals_followed: int
    signals_untied: int
    initiatives: int
    initiatives_followed: int


@once
def numbers(corpus: Corpus) -> Numbers:
    """How many adjustments that are done or being done, signals and initiatives are tied to one another."""
    done = done_leaves(corpus)
    found = [tie for item in done for tie in ties_of(corpus, item)]
    strengths: dict[str, set[str]] = {}
    for tie in found:
        if tie.strength:
            strengths.setdefault(tie.adjustment, set()).add(tie.strength)
    strongest = [next(key for key in words_of(Strength) if key in keys) for keys in strengths.values()]
    heard = {(item.id, signal.id) for item in corpus.initiatives for signal in signals_of(item)}
    known = {(tie.initiative, tie.signal) for tie in found} & heard
    led = {(tie.initiative, tie.signal) for tie in found if tie.is_said} & heard
    return Numbers(
        adjustments=len(done),
        by_strength={key: strongest.count(key) for key in words_of(Strength)},
        with_signal=len({tie.adjustment for tie in found if tie.theme or signal_of(corpus, tie) is not None}),
        signals=len(heard),
        signals_followed=len(led),
        signals_untied=len(known - led),
        initiatives=len(corpus.initiatives),
        initiatives_followed=len({tie.initiative for tie in found if isinstance(tie.initiative, str)}),
    )


@once
def outcomes(corpus: Corpus) -> tuple[tuple[State, int], ...]:
    """Signals by what they came to; without any, adjustments that are done or being done by how firmly they are tied.

    A signal that led to more than one thing counts once: under what was done rather than planned, considered or
    refused, and there under the strongest tie. States that do not occur count 0.
    """
    found = numbers(corpus)
    if not found.signals:
        return tuple((state, found.by_strength[state.key]) for state in STRENGTHS)
    ties: dict[tuple[str, str], list[Tie]] = {}
    for tie in all_ties(corpus):
        if signal_of(corpus, tie) is not None:
            ties.setdefault((str(tie.initiative), str(tie.signal)), []).append(tie)
    signals = ((item.id, signal.id) for item in corpus.initiatives for signal in signals_of(item))
    counts = Counter(_outcome(corpus, ties.get(name, [])) for name in signals)
    return tuple((state, counts[state]) for state in SIGNAL_OUTCOMES)


def _outcome(corpus: Corpus, ties: list[Tie]) -> State:
    groups = by_follow(corpus.adjustment(tie.adjustment) for tie in ties)
    for state, found in groups.items():
        if found and state == FOLLOWED:
            names = {item.id for item in found}
            strengths = {tie.strength for tie in ties if tie.adjustment in names}
            return next(FOLLOWED_BY[key] for key in words_of(Strength) if key in strengths)
        if found:
            return state
    return SIGNAL_OPEN


def came_of(corpus: Corpus, initiative: Initiative, signal: Signal) -> Mapping[str, tuple[Adjustment, ...]]:
    """The adjustments that name a signal, by what may be said of them: that it led to them, as `LED_TO`, only where the
    source states the tie and they were not refused; `DECIDED` where they were; `TIE_NOT_STATED` for all others.
    """
    found: dict[str, list[Adjustment]] = {LED_TO: [], DECIDED: [], TIE_NOT_STATED: []}
    for leaf in corpus.index.in_order(leaves_of(corpus, initiative.id)):
        mine = [tie for tie in ties_of(corpus, leaf) if (tie.initiative, tie.signal) == (initiative.id, signal.id)]
        if any(tie.is_said for tie in mine):
            found[DECIDED if current_status(leaf) == "niet_weerhouden" else LED_TO].append(leaf)
        elif mine:
            found[TIE_NOT_STATED].append(leaf)
    return {word: tuple(leaves) for word, leaves in found.items() if leaves}


def direct_leaves(corpus: Corpus) -> tuple[Adjustment, ...]:
    """The adjustments that are done or being done and that the source ties directly to what was heard."""
    done = done_leaves(corpus)
    return tuple(item for item in done if any(tie.strength == "rechtstreeks" for tie in ties_of(corpus, item)))


# The table


@once
def ties_table(corpus: Corpus) -> Table:
    """Every tie and every open end: initiatives as on the home page, years of complaints, what has no known origin."""
    found = by_origin(corpus)
    rows: list[tuple[Cell, ...]] = []
    for loop in loops(corpus):
        item = corpus.initiative(loop.initiative)
        mine = found.get(item.ref, ())
        for signal in signals_of(item):
            said = [tie for tie in mine if tie.signal == signal.id]
            rows += [_row(corpus, tie) for tie in said]
            if not said:
                rows.append(_open_row(corpus, item, signal))
        rows += [_row(corpus, tie) for tie in mine if signal_of(corpus, tie) is None]
        if not mine and not signals_of(item):
            rows.append(_open_row(corpus, item, None))
    for year in years_of(corpus):
        rows += [_row(corpus, tie) for tie in found.get(year.ref, ())] or [_open_year(corpus, year)]
    rows += [_row(corpus, tie) for tie in found.get(None, ())]
    return Table(
        "koppelingen",
        "Van signaal naar bijsturing",
        _COLUMNS,
        tuple(rows),
        caption="Wat er gezegd werd, wat er gebeurde en hoe sterk de bron die twee verbindt",
        notes=(OPEN_LIST,) if corpus.is_open("initiatief") or corpus.is_open("bijsturing") else (),
        non_exhaustive=corpus.is_open("initiatief") or corpus.is_open("bijsturing"),
    )


_COLUMNS = (
    Column("initiatief", "Initiatief", description="Het initiatief dat de bijsturing als aanleiding noemt."),
    Column("initiatief_id", "Id initiatief", description="De vaste naam ervan."),
    Column("signaal", "Signaal", description="Wat er gezegd werd."),
    Column("signaal_id", "Id signaal", description="De vaste naam van het signaal binnen het initiatief."),
    Column("klachten", "Klachten", description="Het jaar klachten dat ze noemt, als de aanleiding geen initiatief is."),
    Column("klachten_id", "Id klachten", description="De vaste naam ervan."),
    Column("thema", "Thema", description="Waarover die klachten gingen."),
    Column("thema_id", "Id thema", description="De id van dat thema in de lijst."),
    Column("bijsturing", "Bijsturing", Role.HEAD, description="Wat er gebeurde. Leeg als er niets opgetekend is."),
    Column("bijsturing_id", "Id bijsturing", description="De vaste naam ervan."),
    Column("toestand", "Toestand", description="De laatste stap in het verloop van de bijsturing."),
    Column("sterkte", "Verband", description="Hoe sterk de bron het verband legt."),
    Column("toelichting", "Waaruit dat blijkt", description="De woorden waarop dat verband steunt."),
    Column("bron", "Bron", description="Waar het verband staat."),
)


def _row(corpus: Corpus, tie: Tie) -> tuple[Cell, ...]:
    adjustment = corpus.adjustment(tie.adjustment)
    state, strong = course(current_status(adjustment)), strength(tie.strength)
    return (
        *_from(corpus, tie),
        record_cell(adjustment.title, Ref("bijsturing", adjustment.id)),
        text_cell(adjustment.id),
        Cell(text=state.word, value=state.key, state=state),
        Cell(text=strong.word, value=strong.key, state=strong if strong == LEFT_OUT else None),
        marked_cell(tie.note),
        places_cell(corpus, tie.citations),
    )


def _open_row(corpus: Corpus, initiative: Initiative, signal: Signal | None) -> tuple[Cell, ...]:
    return (
        *_heard(corpus, initiative.id, signal, initiative.signals),
        *_NO_COMPLAINTS,
        state_cell(SIGNAL_OPEN),
        *[NOTHING] * 4,
        places_cell(corpus, signal.citations if signal else ()),
    )


_SHORT = ("bijsturing", "toestand", "initiatief", "signaal", "sterkte")
_INSTEAD = {"initiatief": "klachten", "signaal": "thema"}
_TOGETHER = {"initiatief": "Initiatief of klachten", "signaal": "Signaal of thema"}


def shown_ties(table: Table) -> Table:
    """The same table as a page has room for: complaints stand where initiatives do, and their theme as a signal."""
    at = {column.key: place for place, column in enumerate(table.columns)}

    def shown(row: tuple[Cell, ...], key: str) -> Cell:
        return row[at[_INSTEAD.get(key, key) if row[at["klachten_id"]].value else key]]

    columns = tuple(table.columns[at[key]] for key in _SHORT)
    if any(row[at["klachten_id"]].value for row in table.rows):
        columns = tuple(replace(column, label=_TOGETHER.get(column.key, column.label)) for column in columns)
    return replace(table, columns=columns, rows=tuple(tuple(shown(row, key) for key in _SHORT) for row in table.rows))


_NO_COMPLAINTS = (NOTHING,) * 4


def _from(corpus: Corpus, tie: Tie) -> tuple[Cell, ...]:
    """Where a tie starts: the initiative and its signal, or the complaints and their theme, each with its id."""
    if not tie.complaints:
        return (*_heard(corpus, tie.initiative, signal_of(corpus, tie), tie.signal), *_NO_COMPLAINTS)
    theme = corpus.term(Ref("klachtthema", tie.theme)).name if tie.theme else ""
    return (
        *(NOTHING,) * 4,
        *_year(corpus, tie.complaints),
        *(text_cell(word) if word else NOTHING for word in (theme, tie.theme)),
    )


def _year(corpus: Corpus, name: str) -> tuple[Cell, Cell]:
    ref = Ref("klachtenjaar", name)
    return record_cell(corpus.get(ref).title, ref), text_cell(name)


def _open_year(corpus: Corpus, year: ComplaintsYear) -> tuple[Cell, ...]:
    silence = state_cell(SIGNAL_OPEN)
    return (*(NOTHING,) * 4, *_year(corpus, year.id), *(NOTHING,) * 2, silence, *(NOTHING,) * 4, NOTHING)


def _heard(corpus: Corpus, initiative: str | Absence, signal: Signal | None, silence: object) -> tuple[Cell, ...]:
    """The initiative and the signal, each with its id; where one is not there, the reason and no id."""
    silent = cell_of(corpus, silence if isinstance(silence, Absence) else NOT_FILLED_IN)
    return (
        *(
            (cell_of(corpus, initiative), NOTHING)
            if isinstance(initiative, Absence)
            else (
                record_cell(corpus.initiative(initiative).title, Ref("initiatief", initiative)),
                text_cell(initiative),
            )
        ),
        marked_cell(signal.text)
        if signal
        else replace(silent, reason=silent.reason or ("" if silent.state == LEFT_OUT else NO_SIGNAL)),
        text_cell(signal.id) if signal else NOTHING,
    )
