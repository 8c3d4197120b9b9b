"""Initiatives, adjustments and signals in an annex: told one by one, or as a table.

In: a `Scope` and the options of a part. Out: blocks and the full tables behind them.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from weerklank.data.table import Cell, Column, Role, Table, state_cell, text_cell
from weerklank.document.annex.closing import untold
from weerklank.document.annex.course import dated, steps
from weerklank.document.annex.heard import TIE, all_cited, new_places, said_signals, tie_of
from weerklank.document.annex.scope import Made, Scope, ToldRecord, opening, selected_remark
from weerklank.document.blocks import Block, Deed, Deeds, Facts, Grid, Key, Prose, Remark, Tale
from weerklank.document.frame import Frame
from weerklank.document.illustrations import photos
from weerklank.document.parts import NOTHING, Fact, Link, Said, mark, record_link, said
from weerklank.document.sentences import NOTHING_DONE
from weerklank.document.sheets.ending import checked
from weerklank.document.sheets.initiative import counted_facts, participants
from weerklank.document.sheets.verdicts import verdict_facts, verdict_list
from weerklank.facts import tables
from weerklank.facts.annexes import choose_adjustments, choose_initiatives
from weerklank.facts.cells import cell_of
from weerklank.facts.loop import by_follow, leaves_of
from weerklank.facts.tables import selected
from weerklank.facts.ties import Tie, ties_of
from weerklank.markup import bare, inline
from weerklank.model import Absence, Adjustment, AnnexPart, Citation, Initiative, Quantity, Ref
from weerklank.model.fields import field_of
from weerklank.model.records import KeyFact
from weerklank.states import FOLLOW_CONSIDERED, FOLLOW_PLANNED, FOLLOW_REFUSED, FOLLOWED, QUALITATIVE, course, strength
from weerklank.wording import (
    capital,
    date_words,
    number,
    own_words,
    period_short,
    period_words,
    precision_word,
    unit_of,
)

_INITIATIVES = ("initiatief", "initiatieven")
_ADJUSTMENTS = ("bijsturing", "bijsturingen")


def initiatives(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen initiatives, in the order in which the author names them: a story of each, or a line."""
    choice = choose_initiatives(scope.corpus, part.selection)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, _INITIATIVES))
    if not choice.items:
        return Made((*start, Remark(inline("Geen enkel initiatief past in deze keuze."))))
    full = tables.initiatives(scope.corpus, [item.id for item in choice.items], name=prefix)
    by_id = {item.id: item for item in choice.items}
    names = dict.fromkeys((*part.selection.ids, *(str(row[0].value) for row in full.rows)))
    ordered = tuple(by_id[name] for name in names if name in by_id)
    made = (replace(full, title=part.title),)
    if part.show == "fiches":
        tales = tuple(_tale(scope, item, prefix) for item in ordered)
        told = tuple(found for item, tale in zip(ordered, tales, strict=True) for found in _standing(item, tale))
        return Made((*start, *tales), made, told=told)
    rows = tuple(ToldRecord(item.ref, f"{prefix}-{item.id}") for item in ordered)
    led = (replace(row, ref=leaf.ref) for row, item in zip(rows, ordered, strict=True) for leaf in _leaves(scope, item))
    lines = _lines(ordered, full.caption, prefix, tuple(row.id for row in rows))
    return Made((*start, lines), made, told=rows, named=tuple(led))


def _leaves(scope: Scope, item: Initiative) -> tuple[Adjustment, ...]:
    return leaves_of(scope.corpus, item.id)


def _standing(item: Initiative, tale: Tale) -> Iterator[ToldRecord]:
    """The initiative at its story, and everything that followed at its own line in it."""
    yield ToldRecord(item.ref, tale.id)
    deeds = [deed for block in tale.under if isinstance(block, Deeds) for deed in block.items]
    while deeds:
        deed = deeds.pop(0)
        if deed.id:
            yield ToldRecord(Ref("bijsturing", deed.id.removeprefix(_line_of(tale.id, ""))), deed.id, tale.id)
        deeds = [*deed.parts, *deeds]


def _line_of(tale: str, name: str) -> str:
    """The id of the line of an adjustment in a story."""
    return f"{tale}-bijsturing-{name}"


def _lines(items: tuple[Initiative, ...], caption: str, name: str, ids: tuple[str, ...]) -> Grid:
    """One sentence of each; and when each was, where that is known of any."""
    known = not all(isinstance(item.period, Absence) for item in items)
    when = (Column("wanneer", field_of(Initiative, "period").label),) if known else ()
    columns = (Column("titel", "Initiatief", Role.HEAD), *when, Column("samenvatting", "Wat het is"))
    rows = tuple(
        (text_cell(item.title), *((_when(item),) if known else ()), text_cell(bare(item.summary))) for item in items
    )
    cited = tuple(map(all_cited, items))
    return Grid(Table(name, caption, columns, rows, "In één zin"), "lines", cited=cited, ids=ids)


def _when(item: Initiative) -> Cell:
    period = item.period
    if not isinstance(period, Absence):
        return text_cell(period_short(period))
    return state_cell(period.state, reason=period.reason if period.state == QUALITATIVE else "")


def _has_signals_apart(scope: Scope, item: Initiative) -> bool:
    """Whether a part of this annex tells the signals of this initiative: then its story does not."""
    parts = scope.question.annex.parts if scope.question.annex is not None else ()
    chosen = (choose_initiatives(scope.corpus, part.selection) for part in parts if part.kind == "signalen")
    return any(item in choice.items for choice in chosen)


def _tale(scope: Scope, item: Initiative, prefix: str) -> Tale:
    """The story of an initiative: one fact large; what was asked, heard and done; what was adjusted, and how tied."""
    frame = scope.frame(f"{prefix}-{item.id}")
    told: list[Block] = [Prose(frame.paragraph(item.summary), cited=all_cited(item))]
    done, keys = _done(scope, frame, item), _keys(scope, item)
    for name in ("asked", "heard") if _is_when(keys, item) else ("period", "asked", "heard"):
        told += _told(frame, item, name)
    told += () if _has_signals_apart(scope, item) else said_signals(scope, item)
    told += _numbers(frame, item)
    told += () if done else _came_of_it(frame, item)
    told += photos(scope.corpus, item)
    return Tale(
        frame.id("verhaal"), item.title, keys, tuple(told), (*done, *untold(scope, item.tensions), *checked(item))
    )


def _numbers(frame: Frame, item: Initiative) -> tuple[Block, ...]:
    """How many took part, and what else was counted, but for what stands large."""
    large = [key.quantity for key in item.key_facts] or [count for count, _ in _stated(item)[:1]]
    people = () if isinstance(item.participants, Absence) else item.participants
    kept = item.model_copy(
        update={
            "participants": tuple(part for part in people if not _is_large(part.count, large)),
            "counts": tuple(part for part in item.counts if not _is_large(part.count, large)),
        }
    )
    counts = (fact for part in kept.counts for fact in counted_facts(frame, part))
    facts = tuple(fact for fact in (*participants(frame, kept), *counts) if fact.value.mark is None)
    return (Facts("Ook geteld" if large else "In aantallen", facts, run=True),) if facts else ()


def _came_of_it(frame: Frame, item: Initiative) -> tuple[Block, ...]:
    """What an initiative came to without any adjustment; where the source does not say, that none is recorded."""
    return _told(frame, item, "outcome") or (Prose(frame.led(_LEADS[FOLLOWED], NOTHING_DONE, "gevolg")),)


def _is_large(count: Quantity | Absence, large: Sequence[Quantity | None]) -> bool:
    return isinstance(count, Quantity) and any(
        other is not None and (other.value, other.unit, other.precision) == (count.value, count.unit, count.precision)
        for other in large
    )


def _stated(item: Initiative) -> list[tuple[Quantity, str]]:
    """Every number of an initiative, with what is counted."""
    people = () if isinstance(item.participants, Absence) else item.participants
    counts = [(part.count, part.who) for part in people] + [(part.count, part.what) for part in item.counts]
    return [(count, what) for count, what in counts if isinstance(count, Quantity)]


def _told(frame: Frame, item: Initiative, name: str) -> tuple[Block, ...]:
    """A field as the source fills it, in figures or in words; what it does not say stands in a part of its own."""
    value, label = getattr(item, name), field_of(item, name).label
    if isinstance(value, Absence):
        if value.key not in ("kwalitatief", "gepland") or not value.reason:
            return ()
        label, value = f"{label}, {value.state.word}", value.reason
    value = value if isinstance(value, str) else cell_of(frame.corpus, value).text
    return (Prose(frame.led(label, value, name)),)


def _keys(scope: Scope, item: Initiative) -> tuple[Key, ...]:
    """What stands large: the author's choice, or else what is counted, or else when it was."""
    if item.key_facts:
        return tuple(_key(scope, item, key) for key in item.key_facts)
    for count, what in _stated(item)[:1]:
        return (_quantity(scope, item, count, what),)
    short = "" if isinstance(item.period, Absence) else period_short(item.period)
    return (Key(short),) if short else ()


def _is_when(keys: tuple[Key, ...], item: Initiative) -> bool:
    """Whether what stands large says all of when it was, in the same words."""
    if isinstance(item.period, Absence):
        return False
    large = " ".join(f"{key.large} {key.label.striptags()}" for key in keys)
    pieces = (piece.strip("“”") for piece in period_words(item.period).split(", "))
    return all(re.search(rf"(?<![\w-]){re.escape(piece)}(?![\w-])", large) for piece in pieces)


def _key(scope: Scope, item: Initiative, key: KeyFact) -> Key:
    if key.quantity is None:
        return Key(key.word, inline(key.label), cited=new_places(scope, item, key.citations))
    return _quantity(scope, item, key.quantity, key.label, key.citations)


def _quantity(scope: Scope, item: Initiative, quantity: Quantity, what: str, beside: tuple[Citation, ...] = ()) -> Key:
    """A number with what it rests on. `beside`: what it rests on that it does not say itself."""
    unit = unit_of(quantity)
    shown = number(quantity.value, thousands=scope.corpus.organisation.site.thousands)
    label = what if unit in what else f"{unit} {what}" if what not in unit else unit
    label += f" (“{own}”)" if (own := own_words(quantity)) else ""
    about = precision_word(quantity)
    cited = new_places(scope, item, tuple(dict.fromkeys((*beside, *quantity.citations))))
    return Key(f"{about} {shown}".strip(), inline(label), figure=True, about=bool(about), cited=cited)


def _done(scope: Scope, frame: Frame, item: Initiative) -> tuple[Block, ...]:
    """The adjustments in the order of the source; what ties more of them alike to the initiative stands once, below."""
    cited = new_places(scope, item, item.done_citations)
    made: list[Block] = []
    taken: set[str] = set()
    for state, leaves in by_follow(leaves_of(scope.corpus, item.id)).items():
        if leaves:
            deeds = _deeds(scope, frame, item, leaves)
            many = f", {_points(len(deeds.items), len(leaves))}{len(leaves)} bijsturingen" if len(leaves) > 1 else ""
            items = tuple(_placed(deed, taken) for deed in deeds.items)
            made.append(replace(deeds, lead=f"{_LEADS[state]}{many}:", items=items, cited=() if made else cited))
    return tuple(made)


def _points(shown: int, counted: int) -> str:
    """How many points the source makes of them, where a reader would count others than are told."""
    return "" if shown == counted else "1 punt met " if shown == 1 else f"{shown} punten met samen "


def _placed(deed: Deed, taken: set[str]) -> Deed:
    """A deed without an id that stands elsewhere: a point whose parts are told apart has one place. Fills `taken`."""
    place = "" if deed.id in taken else deed.id
    taken.add(deed.id)
    return replace(deed, id=place, parts=tuple(_placed(part, taken) for part in deed.parts))


_LEADS = {
    FOLLOWED: "Wat erop volgde",
    FOLLOW_PLANNED: "Wat gepland is",
    FOLLOW_CONSIDERED: "Wat overwogen wordt",
    FOLLOW_REFUSED: "Wat niet uitgevoerd of stopgezet is",
}
"""What stands above adjustments, by what they came to: what is not done is not told as what was."""


def _deeds(scope: Scope, frame: Frame, item: Initiative, leaves: tuple[Adjustment, ...]) -> Deeds:
    """These adjustments as the points of the source; nothing stands above them yet."""
    ties = {leaf.id: (*_ties(scope, item, leaf), *verdict_facts(scope.corpus, leaf)) for leaf in leaves}
    first = next(iter(ties.values())) if len(ties) > 1 else ()
    shared = tuple(tie for tie in first if all(tie in found for found in ties.values()))
    own = {name: _without(found, shared) for name, found in ties.items()}
    deeds = (_deed(frame, top, own) for top in frame.corpus.index.points_of(item.ref))
    return Deeds("", tuple(deed for deed in deeds if deed), shared)


def _deed(frame: Frame, item: Adjustment, ties: Mapping[str, tuple[Fact, ...]]) -> Deed | None:
    """An adjustment with those of its parts that have their ties here; None when nothing of it belongs here."""
    inside = frame.corpus.index.parts_of(item)
    parts = tuple(deed for part in inside if (deed := _deed(frame, part, ties)))
    if not parts and (inside or item.id not in ties):
        return None
    place = _line_of(frame.id("verhaal"), item.id)
    name = Said(NOTHING, links=(record_link(frame.corpus, item.ref),))
    if not parts:
        now = item.course[-1]
        words = [] if isinstance(now.date, Absence) else [capital(date_words(now.date))]
        return Deed(
            mark(course(now.status)),
            name,
            inline(". ".join((*words, *filter(None, [item.reason])))),
            ties.get(item.id, ()),
            id=place,
        )
    if len({part.mark for part in parts}) > 1 or len(parts) < len(inside):
        return Deed(None, name, NOTHING, (), parts, place)
    return Deed(parts[0].mark, name, NOTHING, (), tuple(replace(part, mark=None) for part in parts), place)


def _without(ties: tuple[Fact, ...], shared: tuple[Fact, ...]) -> tuple[Fact, ...]:
    return tuple(tie for tie in ties if tie not in shared)


def _ties(scope: Scope, item: Initiative, leaf: Adjustment) -> tuple[Fact, ...]:
    """How firmly the source ties an adjustment to this initiative, in its own words where the author quotes them.

    Ties that are alike are said once; each says of which signals it is.
    """
    own = [tie for tie in ties_of(scope.corpus, leaf) if tie.initiative == item.id]
    alike: dict[Said, list[Tie]] = {}
    for tie in own:
        words = Said(inline(tie.note), mark(strength(tie.strength)), citations=new_places(scope, item, tie.citations))
        alike.setdefault(words, []).append(tie)
    return tuple(Fact(tie_of(item, ties), words) for words, ties in alike.items())


def adjustments(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen adjustments, parts counted apart: where they come from, how strongly, and how far they are."""
    choice = choose_adjustments(scope.corpus, part.selection)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, _ADJUSTMENTS))
    if not choice.items:
        return Made((*start, Remark(inline("Geen enkele bijsturing past in deze keuze."))))
    full = tables.adjustments(scope.corpus, [item.id for item in choice.items], name=prefix)
    by_id = {item.id: item for item in choice.items}
    place = {name: number for number, name in enumerate(part.selection.ids)}
    named = (by_id[str(row[0].value)] for row in full.rows)
    ordered = tuple(sorted(named, key=lambda item: _chosen_at(place, item)))
    rows = {str(row[0].value): row for row in full.rows}
    full = replace(full, rows=tuple(rows[item.id] for item in ordered))
    made = (replace(full, title=part.title),)
    if part.show == "fiches":
        tales = tuple(_full(scope, item, prefix) for item in ordered)
        told = tuple(ToldRecord(item.ref, tale.id) for item, tale in zip(ordered, tales, strict=True))
        return Made((*start, *tales), made, told=told)
    told = tuple(ToldRecord(item.ref, f"{prefix}-{item.id}") for item in ordered)
    short = selected(full, ("titel", "uit", "verband", "toestand", "datum"))
    short = replace(short, rows=tuple(tuple(replace(cell, reason="") for cell in row) for row in short.rows))
    why = tuple(Fact(item.title, said(scope.corpus, item.reason)) for item in ordered if item.reason)
    reasons = (Facts("Waarom niet", why),) if why else ()
    spent = tuple(Fact(item.title, fact.value) for item in ordered for fact in _cost(scope, item))
    costs = (Facts("Wat ze kostten", spent),) if spent else ()
    wholes = (ToldRecord(item.part_of, row.id) for item, row in zip(ordered, told, strict=True) if item.part_of)
    grid = Grid(short, "adjustments", ids=tuple(row.id for row in told))
    return Made(
        (*start, grid, *reasons, *costs, *verdict_list(scope.corpus, ordered)), made, told=told, named=tuple(wholes)
    )


def _chosen_at(place: Mapping[str, int], item: Adjustment) -> int:
    """Where its author names an adjustment, or the point that it is part of; the last where that is nowhere."""
    names = (item.id, *((item.part_of.id,) if item.part_of else ()))
    return min((place[name] for name in names if name in place), default=len(place))


def _full(scope: Scope, item: Adjustment, prefix: str) -> Tale:
    """An adjustment with its ties, its course and what is stated of it."""
    frame = scope.frame(f"{prefix}-{item.id}")
    now = item.course[-1]
    ties = (
        Fact(
            TIE,
            Said(inline(cause.note), mark(strength(cause.strength)), _linked(scope, cause.origin), cause.citations),
        )
        for cause in scope.corpus.index.causes[item.id]
    )
    fields = frame.facts(item, "reason", "audiences", "decided_by", "cost", "effect", "count")
    stated = (fact for fact in fields if _says(fact))
    key = Key(course(now.status).word, inline(dated(now.date, "")))
    judged = verdict_facts(scope.corpus, item)
    facts = Facts("Aanleiding en verloop", (*ties, *steps(item.course), *judged, *stated))
    return Tale(
        frame.id("verhaal"),
        item.title,
        (key,),
        (Prose(frame.paragraph(item.summary), cited=all_cited(item)), *photos(scope.corpus, item)),
        (facts, *untold(scope, item.tensions), *checked(item)),
    )


def _cost(scope: Scope, item: Adjustment) -> tuple[Fact, ...]:
    """What it cost, or why that is not known; nothing where there is no word of it."""
    return tuple(fact for fact in scope.frame(item.id).facts(item, "cost") if _says(fact))


def _says(fact: Fact) -> bool:
    """Whether a fact has a word besides the state that it is not there in: the part of what is missing has that."""
    return fact.value.mark is None or bool(fact.value.html)


def _linked(scope: Scope, ref: Ref | None) -> tuple[Link, ...]:
    return () if ref is None else (record_link(scope.corpus, ref),)
