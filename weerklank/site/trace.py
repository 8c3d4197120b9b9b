"""From signal to adjustment: the page with every tie.

In: the public corpus. Out: `TracePage`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, Mark, Said, mark, record_link, said, table_downloads
from weerklank.document.sentences import complaints_said
from weerklank.facts.complaints import years_of
from weerklank.facts.figures import KeyFigure
from weerklank.facts.loop import current_status, loop_of, loops
from weerklank.facts.ties import Tie, by_origin, signal_of, signals_of
from weerklank.facts.trace import Numbers, numbers, shown_ties, ties_table
from weerklank.facts.voice import says, source
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import NOT_FILLED_IN, Absence, ComplaintsYear, Initiative, LeftOut, Ref
from weerklank.model.part import words_of
from weerklank.model.records import Strength
from weerklank.site.shell import Head, head
from weerklank.states import STRENGTHS, Shape, course, strength
from weerklank.wording import counted


@dataclass(frozen=True)
class Beam:
    """What a tie leads to and how strongly, as a word with its shape. `end` is None where nothing is recorded yet."""

    strength: Mark
    end: Link | None = None
    state: Mark | None = None


@dataclass(frozen=True)
class Start:
    """A signal, or the place where one could be: then `said` holds the absence. At least one beam leaves from it."""

    text: Markup
    said: Said | None
    sender: Said | None
    beams: tuple[Beam, ...]


@dataclass(frozen=True)
class TraceGroup:
    """An initiative with what it asked and heard, or a year of complaints; `said`: why neither is known."""

    link: Link
    said: Said | None
    marks: tuple[tuple[str, Mark], ...]
    starts: tuple[Start, ...]


@dataclass(frozen=True)
class TracePage:
    """Everything the template prints. `quiet`: initiatives beyond what a drawing can hold, that led to nothing yet.

    `table`: the same as the drawing, for those who read tables; None where it would make the page too heavy.
    """

    head: Head
    statement: str
    figures: tuple[KeyFigure, ...]
    legend: tuple[tuple[Mark, str], ...]
    groups: tuple[TraceGroup, ...]
    quiet: tuple[Link, ...]
    more: int
    table: Table | None
    downloads: tuple[Link, ...]


NOTHING_YET = Mark("nog geen gevolg", Shape.SILENT)

DRAWN = 40
"""More rows than this are a table, not a drawing."""


def starts_of(corpus: Corpus, item: Initiative, ties: tuple[Tie, ...]) -> tuple[Start, ...]:
    """What was said in an initiative, each signal with its beams; last what cannot be tied to a signal."""
    found = []
    for signal in signals_of(item):
        mine = tuple(tie for tie in ties if tie.signal == signal.id)
        by = signal.sender
        sender = None if isinstance(by, LeftOut) else said(corpus, by if isinstance(by, Absence) else (by,))
        found.append(Start(inline(signal.text), None, sender, _beams(corpus, mine)))
    found += _unsignalled(corpus, tuple(tie for tie in ties if signal_of(corpus, tie) is None))
    if not found:
        silence = said(corpus, item.signals) if isinstance(item.signals, Absence) else None
        found.append(Start(NOTHING, silence, None, _beams(corpus, ())))
    return tuple(found)


def _unsignalled(corpus: Corpus, ties: tuple[Tie, ...]) -> tuple[Start, ...]:
    """Ties whose signal is unknown: those for the same reason leave from one place."""
    groups: dict[Absence, list[Tie]] = {}
    for tie in ties:
        groups.setdefault(tie.signal if isinstance(tie.signal, Absence) else NOT_FILLED_IN, []).append(tie)
    return tuple(
        Start(NOTHING, said(corpus, value), None, _beams(corpus, tuple(group))) for value, group in groups.items()
    )


def _beams(corpus: Corpus, ties: tuple[Tie, ...]) -> tuple[Beam, ...]:
    return tuple(_beam(corpus, tie) for tie in ties) or (Beam(NOTHING_YET),)


def _beam(corpus: Corpus, tie: Tie) -> Beam:
    item = corpus.adjustment(tie.adjustment)
    return Beam(mark(strength(tie.strength)), record_link(corpus, item.ref), mark(course(current_status(item))))


def _group(corpus: Corpus, item: Initiative, ties: tuple[Tie, ...]) -> TraceGroup:
    loop = loop_of(corpus, item)
    parts = (("Gevraagd", loop.asked), ("Gehoord", loop.heard))
    marks = tuple((label, Mark(cell.label, cell.shape)) for label, cell in parts)
    link = record_link(corpus, Ref("initiatief", item.id))
    return TraceGroup(link, None, marks, starts_of(corpus, item, ties))


def _year(corpus: Corpus, year: ComplaintsYear, ties: tuple[Tie, ...]) -> TraceGroup:
    """A year of complaints: what each theme led to, and what all complaints together did."""
    themes = dict.fromkeys(sorted((tie.theme for tie in ties), key=lambda name: not name)) or {"": None}
    starts = (
        Start(
            inline(complaints_said(corpus, year, Ref("klachtthema", theme) if theme else None)),
            None,
            None,
            _beams(corpus, tuple(tie for tie in ties if tie.theme == theme)),
        )
        for theme in themes
    )
    return TraceGroup(record_link(corpus, year.ref), None, (), tuple(starts))


def _unknown(corpus: Corpus, ties: tuple[Tie, ...]) -> tuple[TraceGroup, ...]:
    """Adjustments whose initiative is not stated, together per reason."""
    groups: dict[Absence, list[Tie]] = {}
    for tie in ties:
        if isinstance(tie.initiative, Absence):
            groups.setdefault(tie.initiative, []).append(tie)
    return tuple(
        TraceGroup(Link("Initiatief"), said(corpus, value), (), _unsignalled(corpus, tuple(group)))
        for value, group in groups.items()
    )


def _statement(corpus: Corpus, found: Numbers) -> str:
    if not found.adjustments:
        return "Er is nog geen bijsturing gedaan of bezig."
    direct = found.by_strength["rechtstreeks"]
    verb = "volgt" if direct == 1 else "volgen"
    of = counted(found.adjustments, "bijsturing", "bijsturingen")
    first = f"Gedaan of bezig: {of}. {direct} daarvan {verb} rechtstreeks uit wat gehoord werd."
    if found.with_signal == 0:
        return f"{first} Bij geen enkele staat in {source(corpus)} welk signaal dat was."
    return f"{first} Bij {found.with_signal} is het signaal zelf bekend."


def _word(number: int, kind: str) -> str:
    return kind if number == 1 else KINDS[kind].plural


def _figures(corpus: Corpus, found: Numbers) -> tuple[KeyFigure, ...]:
    tied = f"{_word(found.adjustments, 'bijsturing')} met een bekend signaal"
    followed = f"{_word(found.initiatives, 'initiatief')} met een bijsturing"
    ties = ", ".join(f"{number} {words_of(Strength)[key]}" for key, number in found.by_strength.items())
    signals = (
        f"{found.signals_followed} daarvan {'leidde' if found.signals_followed == 1 else 'leidden'} tot een bijsturing."
        if found.signals
        else f"{says(corpus, 'noemt', 'noemen')} geen enkel signaal afzonderlijk."
    )
    return (
        KeyFigure(str(found.with_signal), f"van {found.adjustments}", tied,
                  f"Van wat gedaan of bezig is. Sterkte van het verband: {ties}."),
        KeyFigure(str(found.signals), "", "signaal" if found.signals == 1 else "signalen", signals),
        KeyFigure(str(found.initiatives_followed), f"van {found.initiatives}", followed,
                  "Wat gepland, overwogen of niet uitgevoerd is, telt niet mee."),
    )  # fmt: skip


_LEGEND = (
    *((mark(state), state.definition) for state in STRENGTHS),
    (NOTHING_YET, "Er is geen bijsturing opgetekend."),
)


def trace_page(corpus: Corpus) -> TracePage:
    """The page with every tie between initiatives, signals and adjustments."""
    ties = by_origin(corpus)
    found = [corpus.initiative(loop.initiative) for loop in loops(corpus)]
    loud = [item for item in found if ties.get(item.ref) or signals_of(item)]
    shown, quiet = found, []
    if len(found) > DRAWN:
        shown, quiet = loud[:DRAWN], [item for item in found if not (ties.get(item.ref) or signals_of(item))]
    table, counts = ties_table(corpus), numbers(corpus)
    lead = "Van wat er gezegd werd naar wat er veranderde, en terug: elk verband, en elk open einde."
    return TracePage(
        head(corpus, path=addresses.TRACE, title="Samenhang", lead=lead),
        _statement(corpus, counts),
        _figures(corpus, counts),
        _LEGEND,
        (
            *(_group(corpus, item, ties.get(item.ref, ())) for item in shown),
            *(_year(corpus, year, ties.get(year.ref, ())) for year in years_of(corpus)[:DRAWN]),
            *_unknown(corpus, ties.get(None, ())),
        ),
        tuple(record_link(corpus, Ref("initiatief", item.id)) for item in quiet),
        len(found) - len(shown) - len(quiet),
        shown_ties(table) if len(table.rows) <= 2 * DRAWN else None,
        table_downloads(table),
    )
