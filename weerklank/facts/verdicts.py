"""What the other side says of what came of its signals and of what it was promised, counted apart from what was done.

In: the public corpus. Out: the name of each party, one cell for all verdicts on a record, the table of all of them, and
the sentence that counts them. No count of what was done or kept reads any of it.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TypeGuard

from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.cells import cell_of, places_cell
from weerklank.facts.columns import Drawn
from weerklank.facts.promises import Event
from weerklank.kinds import KINDS
from weerklank.model import Absence, Adjustment, PartialDate, Promise, Record, Ref, Verdict
from weerklank.model.fields import field_of, state_of
from weerklank.model.verdict import VERDICTS
from weerklank.states import LEFT_OUT
from weerklank.wording import counted, date_words, listing, within

Judged = Adjustment | Promise
TABLE = "oordelen"


def judged(item: Record) -> TypeGuard[Judged]:
    """Whether it is of a kind on which the other side gives its verdict."""
    return isinstance(item, Adjustment | Promise)


def giver_of(corpus: Corpus, item: Judged, verdict: Verdict) -> str:
    """What the party that gave a verdict is called."""
    if isinstance(verdict.giver, Ref):
        return corpus.term(verdict.giver).name
    name = item.promised_to if isinstance(item, Promise) else verdict.giver
    return field_of(verdict, "giver").word(verdict.giver) if isinstance(name, Absence) else name


def giver_key(verdict: Verdict) -> str:
    """What tells the parties of one record apart, for ever."""
    return verdict.giver.id if isinstance(verdict.giver, Ref) else verdict.giver.replace("_", "-")


def quoted_words(verdict: Verdict) -> tuple[str, ...]:
    """The literal words, each quotation once."""
    return tuple(dict.fromkeys(citation.quotation for citation in verdict.words if citation.quotation))


def in_short(corpus: Corpus, item: Judged, verdict: Verdict) -> str:
    """A verdict in a line: "volstaat deels volgens bewoners, 12 juni 2026"."""
    day = f", {date_words(verdict.date)}" if isinstance(verdict.date, PartialDate) else ""
    return f"{state_of(verdict, 'verdict').word} volgens {within(giver_of(corpus, item, verdict))}{day}"


def column(corpus: Corpus, model: type[Judged]) -> Drawn[Record]:
    """The verdicts on a record in one cell."""
    own = field_of(model, "verdicts")
    return Drawn(Column(own.key, own.label, description=own.help), lambda item: _cell(corpus, item))


def _cell(corpus: Corpus, item: Record) -> Cell:
    found = item.verdicts if judged(item) else ()
    if not (found and judged(item)):
        return Cell(text=LEFT_OUT.word, value=None, state=LEFT_OUT)
    words = [in_short(corpus, item, verdict) for verdict in found]
    return Cell(text="; ".join(words), value="; ".join(f"{giver_key(each)}: {each.verdict}" for each in found))


def verdict_events(corpus: Corpus, item: Judged) -> tuple[Event, ...]:
    """The verdicts that were given on a day that is known."""
    label = field_of(item, "verdicts").label
    return tuple(
        Event(f"oordeel-{giver_key(each)}", each.date, f"{label}: {in_short(corpus, item, each)}. {_said(each)}")
        for each in item.verdicts
        if isinstance(each.date, PartialDate)
    )


def _said(verdict: Verdict) -> str:
    return " ".join(f"“{words}”" for words in quoted_words(verdict))


@once
def every_judged(corpus: Corpus) -> tuple[Judged, ...]:
    """The adjustments and promises on which a verdict was given, in the order of the records."""
    return tuple(item for item in corpus.records() if judged(item) and item.verdicts)


@once
def verdict_table(corpus: Corpus) -> Table | None:
    """Every verdict with the words that it was given in; None while there is none."""
    rows = tuple(_row(corpus, item, verdict) for item in every_judged(corpus) for verdict in item.verdicts)
    if not rows:
        return None
    return Table(TABLE, "Oordelen van wie erom vroeg", _COLUMNS, rows, "Wat wie erom vroeg er zelf van zegt")


_COLUMNS = (
    Column("soort", "Soort", description="Een bijsturing of een toezegging."),
    Column("id", "Id", description="De vaste naam ervan."),
    Column("titel", "Waarover", Role.HEAD, description="De titel ervan."),
    Column("van", "Van", description="De partij die het oordeel gaf."),
    Column("van_id", "Id van de partij", description="De vaste naam van die partij."),
    Column("oordeel", "Oordeel", Role.STATE, description="Wat die partij ervan vindt: niet de toestand zelf."),
    Column("datum", "Datum", description="Wanneer ze dat zei."),
    Column("woorden", "In deze woorden", Role.LITERAL, description="Haar letterlijke woorden."),
    Column("bron", "Bron", description="Waar die woorden staan."),
)


def _row(corpus: Corpus, item: Judged, verdict: Verdict) -> tuple[Cell, ...]:
    card, state = corpus.index.card(item.ref), state_of(verdict, "verdict")
    return (
        text_cell(KINDS[item.KIND.name].name),
        text_cell(item.id),
        text_cell(card.title, path=card.address),
        text_cell(giver_of(corpus, item, verdict)),
        text_cell(giver_key(verdict)),
        Cell(text=state.word, value=state.key, state=state),
        cell_of(corpus, verdict.date),
        text_cell(" / ".join(quoted_words(verdict))),
        places_cell(corpus, verdict.words),
    )


def statement(items: Iterable[Judged], words: tuple[str, str]) -> str:
    """One sentence that counts verdicts on some records, "" where there is none: each party has one on each record.

    `words`: one and many of what is judged.
    """
    given = [item for item in items if item.verdicts]
    if not given:
        return ""
    found: Sequence[str] = [verdict.verdict for item in given for verdict in item.verdicts]
    counts = Counter(found)
    told = listing(f"{counts[state.key]} keer {state.word}" for state in VERDICTS if counts[state.key])
    total = counted(len(found), "oordeel", "oordelen")
    verb = "is" if len(found) == 1 else "zijn"
    return f"Over {counted(len(given), *words)} {verb} er {total} van wie erom vroeg: {told}."
