"""The end of an annex: what is absent, what contradicts, the words that need explaining, the sources.

In: a `Scope`, and the sections made so far. Out: blocks and the tables behind them.
"""

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

from markupsafe import Markup

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import (
    Block,
    Grid,
    Heading,
    ReadingRow,
    Remark,
    StateRow,
    States,
    TensionItem,
    Tensions,
    TermRow,
    Terms,
)
from weerklank.document.numbering import Sources, citations_in, documents, used_by
from weerklank.document.parts import Mark, mark, quote, said, words
from weerklank.facts.annexes import gaps_table
from weerklank.facts.cells import cell_of
from weerklank.facts.gaps import empty_policy_fields
from weerklank.facts.gaptable import every_gap
from weerklank.facts.tables import selected
from weerklank.markup import inline
from weerklank.model import Absence, AnnexPart, Tension, Term
from weerklank.states import COURSES, COVERAGES, State
from weerklank.wording import capital, collate, counted, listing


def gaps(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """Every absence in the records that the annex speaks of, by state, with its reason."""
    empty = empty_policy_fields(scope.corpus) if scope.own.initiatives == scope.corpus.initiatives else ()
    table = gaps_table(scope.own, empty=empty, name=prefix)
    every = every_gap(scope.own)
    states = tuple(dict.fromkeys(row[1].state for row in table.rows if row[1].state is not None))
    blocks: list[Block] = [*opening(part, prefix=prefix)]
    for state in states:
        rows = tuple(row for row in table.rows if row[1].state == state)
        own = replace(table, rows=rows, caption=f"{state.definition} {_count(rows)}.")
        blocks.append(Heading(capital(state.word), f"{prefix}-{state.key.replace('_', '-')}", mark(state)))
        blocks.append(Grid(selected(own, ("wat", "waar", "reden")), "gaps"))
    blocks.append(Remark(inline(f"Elke leemte per record, met haar reden, staat in de ingesloten tabel {every.name}.")))
    return Made(tuple(blocks), (table, every))


def _count(rows: tuple[tuple[Cell, ...], ...]) -> str:
    return capital(counted(len(rows), "leemte", "leemten"))


def tensions(scope: Scope) -> tuple[Block, ...]:
    """Where sources, or one source, say two things, in the question and in the records of the annex."""
    own = scope.own
    found: list[Tension] = list(scope.question.tensions)
    found += [item for record in own.initiatives for item in record.tensions]
    found += [item for record in own.adjustments for item in record.tensions]
    found += [item for record in own.measurements for item in record.tensions]
    if not found:
        return ()
    return (
        Remark(inline("Beide lezingen staan er. Er is geen keuze gemaakt.")),
        Tensions(tuple(_tension(scope, item) for item in found)),
    )


def _tension(scope: Scope, item: Tension) -> TensionItem:
    rows = []
    for reading in item.readings:
        found = quote(scope.corpus, reading.citation)
        rows.append(ReadingRow(found.text, found.place, inline(reading.note), scope.numbers((reading.citation,))))
    return TensionItem(item.subject, tuple(rows), inline(item.note))


# --- glossary --------------------------------------------------------------------------------------------------------

_NOT_PRINTED = frozenset(
    {"id", "kind", "target", "style", "lang", "path", "fragment", "key", "value", "description", "unit", "name", "url"}
    | {"shape", "downloads", "wide", "wide_dark", "middle", "middle_dark", "narrow", "narrow_dark", "number"}
)
_PLURAL = r"(?:en|s|’s)?"
_LONGEST_ABBREVIATION = 5


def _printed(value: object) -> Iterator[str]:
    """The words of blocks as a reader sees them."""
    if isinstance(value, Markup):
        yield value.striptags()
    elif isinstance(value, str):
        yield value
    elif isinstance(value, State):
        yield value.word
    elif isinstance(value, tuple):
        for item in value:
            yield from _printed(item)
    elif is_dataclass(value):
        for item in fields(value):
            if item.name not in _NOT_PRINTED:
                yield from _printed(getattr(value, item.name))


def terms_in(corpus: Corpus, blocks: tuple[Block, ...]) -> tuple[Term, ...]:
    """The words of the glossary that occur in these blocks, in alphabetical order."""
    vocabulary = corpus.vocabularies.get("begrip")
    text = " \n".join(_printed(blocks))
    found = [term for term in (vocabulary.terms if vocabulary else ()) if _occurs(term, text)]
    return tuple(sorted(found, key=lambda term: collate(term.name)))


def _occurs(term: Term, text: str) -> bool:
    return any(re.search(rf"(?<!\w){_spelled(name)}(?!\w)", text) for name in (term.name, *term.also))


def _spelled(name: str) -> str:
    """A pattern for a word: abbreviations as they are, other words in any case and in the plural."""
    if name.isupper() and len(name) <= _LONGEST_ABBREVIATION:
        return re.escape(name)
    return f"(?i:{re.escape(name)}{_PLURAL})"


def _expansion(term: Term) -> str:
    """What an abbreviation stands for, read aloud in its place: the first of its other forms in more than one word."""
    return next((form for form in term.also if " " in form), "") if term.name.isupper() else ""


def glossary(scope: Scope, terms: tuple[Term, ...], blocks: tuple[Block, ...]) -> Made:
    """The words that occur and need explaining, and the words for coverage and course that occur."""
    rows = tuple(
        TermRow(
            term.name,
            listing(term.also, last="of"),
            said(scope.corpus, term.definition) if isinstance(term.definition, Absence) else words(term.definition),
            scope.numbers(citations_in(term)),
            _expansion(term),
        )
        for term in terms
    )
    states = _states(blocks)
    made: list[Block] = [Terms("Namen, afkortingen en woorden in deze bijlage", rows)] if rows else []
    if states:
        made.append(States("Woorden voor dekking en toestand in deze bijlage", states))
    return Made(tuple(made), (_terms_table(scope.corpus, terms),) if terms else ())


def _states(blocks: tuple[Block, ...]) -> tuple[StateRow, ...]:
    found = set(_marks(blocks))
    known: dict[tuple[str, str], State] = {}
    for state in (*COVERAGES, *COURSES):
        if (state.word, state.shape) in found:
            known.setdefault((state.word, state.shape), state)
    return tuple(StateRow(mark(state), state.definition) for state in known.values())


def _marks(value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mark | State):
        yield value.word, value.shape
    elif isinstance(value, tuple):
        for item in value:
            yield from _marks(item)
    elif is_dataclass(value):
        for item in fields(value):
            yield from _marks(getattr(value, item.name))


def _terms_table(corpus: Corpus, terms: tuple[Term, ...]) -> Table:
    columns = (
        Column("begrip", "Begrip", Role.HEAD, description="Het woord."),
        Column("ook", "Ook", description="Andere schrijfwijzen."),
        Column("omschrijving", "Wat het betekent", description="De uitleg, of waarom die er niet is."),
    )
    rows = tuple(
        (
            text_cell(term.name),
            text_cell("; ".join(term.also)),
            cell_of(corpus, term.definition),
        )
        for term in terms
    )
    return Table("begrippen", "Begrippen in deze bijlage", columns, rows, "Begrippen die in deze bijlage voorkomen")


# --- sources ---------------------------------------------------------------------------------------------------------


def sources(scope: Scope, part: AnnexPart | None, *, prefix: str) -> Made:
    """The numbered quotations, by document, each with what rests on it."""
    start = opening(part, prefix=prefix) if part is not None else ()
    return Made((*start, *documents(scope.corpus, scope.sources)), (_sources_table(scope.corpus, scope.sources),))


def _sources_table(corpus: Corpus, found: Sources) -> Table:
    columns = (
        Column("nummer", "Nr.", Role.HEAD, description="Het nummer in de bijlage."),
        Column("document", "Document", description="De titel van de bron."),
        Column("plaats", "Plaats", description="De plaats in de bron."),
        Column("citaat", "Citaat", Role.LITERAL, description="De letterlijke woorden; leeg: het geheel."),
        Column("gebruikt_bij", "Gebruikt bij", description="Wat erop steunt."),
        Column("extern", "Extern", description="ja: de bron hoort niet bij het antwoord."),
        Column("adres", "Adres", description="Het adres van het document."),
    )
    cited = [(item, corpus.source(item.source)) for item in found.items]
    rows = tuple(
        (
            Cell(text=str(item.number), value=item.number),
            text_cell(source.title),
            text_cell(item.place),
            text_cell(item.quote.text),
            text_cell(used_by(item.uses, all_names=True)),
            text_cell("ja" if source.external else "nee"),
            cell_of(corpus, source.url),
        )
        for item, source in cited
    )
    return Table("bronnen", "Bronnen", columns, rows, "Bronnen, met wat erop steunt")


__all__ = ["gaps", "glossary", "sources", "tensions", "terms_in"]
