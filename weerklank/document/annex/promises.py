"""Promises in an annex: in their literal words, by when and how that moved, and what came of each.

In: a `Scope` and the options of a part. Out: blocks and the full table behind them.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from markupsafe import Markup

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.document.annex.closing import untold
from weerklank.document.annex.course import dated, steps
from weerklank.document.annex.listed import taken
from weerklank.document.annex.scope import Made, Scope, ToldRecord
from weerklank.document.blocks import Block, Facts, Grid, Key, Prose, Tale
from weerklank.document.frame import Frame
from weerklank.document.numbering import citations_in
from weerklank.document.parts import NOTHING, Fact, Said, quote
from weerklank.document.sheets.ending import checked
from weerklank.document.sheets.promise import closing
from weerklank.document.sheets.verdicts import verdict_facts, verdict_list
from weerklank.facts.cells import cell_of
from weerklank.facts.promises import from_to, lapsed, late_words, times_moved
from weerklank.markup import bare, inline
from weerklank.model import Absence, AnnexPart, Citation, PartialDate, said_absent
from weerklank.model.fields import field_of, state_of
from weerklank.model.promise import Moved, Promise
from weerklank.states import LATE
from weerklank.wording import capital, date_words, listing, quoted, uncapital, within

_SAID, _DUE, _COURSE = "Gezegd", "Uiterlijk", "Wat ervan kwam"


def promises(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen promises, the newest first: each in full, or as a row with its deadline and how that moved."""
    found = taken(scope, part, prefix=prefix)
    if found.table is None:
        return Made(found.start)
    items = cast(tuple[Promise, ...], tuple(map(scope.corpus.get, found.refs)))
    if part.show == "fiches":
        tales = tuple(_tale(scope, item, prefix) for item in items)
        told = tuple(ToldRecord(item.ref, tale.id) for item, tale in zip(items, tales, strict=True))
        return Made((*found.start, *tales), (found.table,), told=told)
    told = found.rows(prefix)
    grid = replace(_lines(scope, items, found.table), ids=tuple(item.id for item in told))
    against = untold(scope, tuple(tension for item in items for tension in item.tensions))
    under = (*_closings(scope, items), *verdict_list(scope.corpus, items), *against)
    return Made((*found.start, grid, *under), (found.table,), told=told)


# --- a row of each ---------------------------------------------------------------------------------------------------


def _lines(scope: Scope, items: tuple[Promise, ...], full: Table) -> Grid:
    columns = (
        Column("titel", "Toezegging", Role.HEAD),
        Column("gezegd", _SAID),
        Column("uiterlijk", _DUE),
        Column("toestand", _COURSE, Role.STATE),
    )
    titles = {row[0].value: row[1] for row in full.rows}
    rows = tuple(
        (titles[item.id], _said_cell(item), _due_cell(item), _state_cell(scope.corpus, item)) for item in items
    )
    cited = tuple(
        (*item.words, *(citation for step in item.moved for citation in step.citations), *citations_in(item))
        for item in items
    )
    return Grid(Table(full.name, full.title, columns, rows, full.caption), "promises", cited)


def _said_cell(item: Promise) -> Cell:
    """When it was said, by whom and to whom, as far as that is stated."""
    known = (_on(item.said_on), _who("door", item.promised_by), _who("aan", item.promised_to))
    words = " ".join(filter(None, known))
    return text_cell(bare(words)) if words else _absent(item.said_on)


def _on(day: PartialDate | Absence) -> str:
    return "" if isinstance(day, Absence) else date_words(day)


def _who(word: str, name: str | Absence) -> str:
    return "" if isinstance(name, Absence) else f"{word} {within(name)}"


def _absent(value: object) -> Cell:
    """What is said of a value that is not there."""
    assert isinstance(value, Absence)
    return Cell(text=value.state.word, value=None, state=value.state, reason=bare(value.reason))


def _due_cell(item: Promise) -> Cell:
    """The deadline, in the words of the source as well, and each one that it was moved to."""
    silent = item.due if isinstance(item.due, Absence) and item.due.reason else None
    day = f"{silent.state.word} ({bare(silent.reason)})" if silent else _on(item.due)
    due = ", ".join(filter(None, (day, quoted(item.due_words) if item.due_words else "")))
    before = (item.due, *(step.after for step in item.moved))
    moved = listing(map(_to, item.moved, before), last="en dan")
    alone = len(item.moved) == 1 and not item.moved[0].stays
    moved = f"Verschoven {moved}" if alone else f"{capital(times_moved(item))}: {moved}" if moved else ""
    if isinstance(item.due, Absence) and not item.due_words and not moved:
        return _absent(item.due)
    return text_cell(". ".join(filter(None, (due, moved))))


def _to(step: Moved, known: PartialDate | Absence) -> str:
    """When it was moved to; from when, where that is another day than the one before it."""
    start = "" if step.before == known else f"van {date_words(step.before)} "
    words = f" ({quoted(step.after_words)})" if step.after_words else ""
    return f"{from_to(step) if step.stays else f'{start}naar {date_words(step.after)}'}{words}"


def _state_cell(corpus: Corpus, item: Promise) -> Cell:
    """How far it is, since when, and why it was withdrawn; and that it is late."""
    late = late_words(item) if item.id in corpus.overdue else ""
    if isinstance(item.course, Absence):
        silent = cell_of(corpus, item.course)
        return replace(silent, reason="; ".join(filter(None, (silent.reason, late))))
    last = item.course[-1]
    state = state_of(last, "status")
    note = "; ".join(filter(None, (_on(last.date), bare(item.reason), late)))
    return Cell(text=state.word, value=state.key, state=state, reason=note)


def _closings(scope: Scope, items: tuple[Promise, ...]) -> tuple[Facts, ...]:
    """Who closed each that was closed, when, and on what evidence."""
    closed = (item for item in items if item.closed_on or item.closed_with or not isinstance(item.closed_by, Absence))
    found = ((item, closing(scope.frame(item.id), item)) for item in closed)
    facts = tuple(
        replace(fact, term=f"{item.title}: {uncapital(fact.term)}") for item, facts_of in found for fact in facts_of
    )
    return (Facts("Wie ze afsloot, en waaruit dat blijkt", facts),) if facts else ()


# --- each in full ----------------------------------------------------------------------------------------------------


def _tale(scope: Scope, item: Promise, prefix: str) -> Tale:
    """A promise: its words, who said them to whom, its deadlines, its course, and who closed it."""
    frame = scope.frame(f"{prefix}-{item.id}")
    told: tuple[Block, ...] = (
        Prose(frame.paragraph(item.summary), cited=item.citations),
        *(_literal(scope, citation) for citation in item.words if citation.quotation),
        *((Prose(frame.prose(item.body, "tekst")),) if item.body else ()),
    )
    moved = (Fact(field_of(item, "moved").label, _moved(step)) for step in item.moved)
    what_came = steps(item.steps) if item.steps else frame.fact(item, "course", label=_COURSE)
    at = () if item.question == scope.question.ref else ("question",)  # in its own annex that goes without saying
    facts = (
        *frame.facts(item, "promised_by", "promised_to", *at, "said_on", "already_certain"),
        *_due(frame, item),
        *moved,
        *what_came,
        *frame.facts(item, "reason"),
        *closing(frame, item),
        *verdict_facts(scope.corpus, item),
        *frame.facts(item, "adjustments"),
    )
    return Tale(
        frame.id("verhaal"),
        item.title,
        tuple(_keys(scope.corpus, item)),
        told,
        (Facts("Termijn en verloop", facts), *untold(scope, item.tensions), *checked(item)),
    )


def _keys(corpus: Corpus, item: Promise) -> Iterator[Key]:
    """That it is late, how far it is, and the deadline that holds now."""
    if item.id in corpus.overdue and item.last_day:
        yield Key(LATE.word, inline(lapsed(item)))
    if item.steps:
        last = item.steps[-1]
        yield Key(state_of(last, "status").word, inline(dated(last.date, "")))
    elif said_absent(item.course):
        yield Key(item.course.state.word, inline("wat ervan kwam"))
    if item.moved:
        yield Key(date_words(item.moved[-1].after), inline(f"termijn{_vague(item)}, {times_moved(item)}"))
    elif not isinstance(item.due, Absence):
        yield Key(date_words(item.due), inline(f"termijn{_vague(item)}"))


def _vague(item: Promise) -> str:
    """What the source says where it names no day: the last day that this can mean stands large."""
    return f" ({quoted(item.deadline_words)})" if item.deadline_words else ""


def _literal(scope: Scope, citation: Citation) -> Prose:
    """The words themselves, with where they are found."""
    found = quote(scope.corpus, citation)
    lang = Markup(' lang="{}"').format(found.lang) if found.lang else NOTHING
    return Prose(Markup("<p{}>“{}”</p>").format(lang, found.text), literal=True, cited=(citation,))


def _due(frame: Frame, item: Promise) -> tuple[Fact, ...]:
    """The deadline as it was promised, with the words of the source where these say it otherwise."""
    words = _in_words(item.due_words)
    due = frame.fact(item, "due", note=words)
    return due or ((Fact(field_of(item, "due").label, Said(inline(quoted(item.due_words)))),) if words else ())


def _in_words(said: str) -> str:
    return f"(in de woorden van de bron: {quoted(said)})" if said else ""


def _moved(step: Moved) -> Said:
    """From when to when, on which day that was said, and why."""
    pieces = [f"{from_to(step)} {_in_words(step.after_words)}".rstrip()]
    for name in ("said_on", "reason"):
        field, value = field_of(step, name), getattr(step, name)
        if isinstance(value, Absence):
            why = f" ({value.reason})" if value.reason else ""
            pieces += [f"{field.label}: {value.state.word}{why}"] if field.written(step) else []
        else:
            pieces.append(f"{field.label}: {date_words(value) if isinstance(value, PartialDate) else value}")
    return Said(inline(". ".join(piece.rstrip(".") for piece in pieces) + "."), citations=step.citations)
