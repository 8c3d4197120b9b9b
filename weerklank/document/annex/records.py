"""Initiatives and adjustments in an annex: as a table, or as full sheets.

In: a `Scope` and the options of a part. Out: blocks and the full tables behind them.
"""

from dataclasses import replace

from markupsafe import Markup

from weerklank.document.annex.scope import Made, Scope, opening, selected_remark
from weerklank.document.blocks import Assertion, Block, Facts, Grid, Heading, Prose, Remark
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Mark, Said, mark, record_link, said, words
from weerklank.document.record_facts import initiative_facts
from weerklank.facts import figures, tables
from weerklank.facts.annexes import choose_adjustments, choose_initiatives
from weerklank.facts.loop import current_status, leaves_of, loop_of, points
from weerklank.markup import block, inline
from weerklank.model import Absence, Adjustment, AnnexPart, Cause, Initiative, Ref
from weerklank.model.fields import word_of
from weerklank.states import course
from weerklank.wording import capital, counted

_INITIATIVES = ("initiatief", "initiatieven")
_ADJUSTMENTS = ("bijsturing", "bijsturingen")


def initiatives(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen initiatives: asked, heard and done in one table, or a sheet for each."""
    choice = choose_initiatives(scope.corpus, part.selection)
    made = tables.initiatives(scope.corpus, [item.id for item in choice.items], name=prefix)
    table = replace(made, title=part.title)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, _INITIATIVES))
    if not choice.items:
        return Made((*start, Remark(inline("Geen enkel initiatief past in deze keuze."))))
    by_id = {item.id: item for item in choice.items}
    start = (Assertion(figures.statement(scope.corpus, by_id.keys())), *start)
    ordered = tuple(by_id[str(row[0].value)] for row in table.rows)
    if part.show == "fiches":
        sheets = tuple(piece for item in ordered for piece in _initiative_sheet(scope, item, prefix))
        return Made((*start, *_notes(table.notes), *sheets), (table,))
    numbers = tuple(scope.numbers(citations_in(item)) for item in ordered)
    grid = Grid(tables.selected(table, ("titel", "gevraagd", "gehoord", "gedaan")), "poster", numbers)
    return Made((*start, grid), (table,))


def _notes(notes: tuple[str, ...]) -> tuple[Block, ...]:
    return tuple(Remark(inline(note)) for note in notes)


def _initiative_sheet(scope: Scope, item: Initiative, prefix: str) -> tuple[Block, ...]:
    corpus = scope.corpus
    found = loop_of(corpus, item)
    leaves = leaves_of(corpus, item.id)
    done = said(corpus, tuple(Ref("bijsturing", leaf.id) for leaf in leaves)).links
    loop = (
        Fact("Gevraagd", _part(scope, item.asked, Mark(found.asked.label, found.asked.shape), f"{prefix}-{item.id}-g")),
        Fact("Gehoord", _part(scope, item.heard, Mark(found.heard.label, found.heard.shape), f"{prefix}-{item.id}-h")),
        Fact("Gedaan", Said(Markup(""), Mark(found.done.label, found.done.shape), links=done)),
    )
    facts = (Fact("Niveau", words(word_of(item, "level"))), *initiative_facts(corpus, item), *_who(scope, item))
    gaps = tuple(inline(text) for text in item.not_stated)
    return (
        Heading(item.title, f"{prefix}-{item.id}"),
        Prose(Markup("<p>{}</p>").format(inline(item.summary))),
        Facts(f"{item.title}: gevraagd, gehoord, gedaan", loop),
        Facts(f"{item.title}: feiten", facts),
        *_missing(gaps),
        Remark(Markup(""), scope.numbers(citations_in(item))),
    )


def _part(scope: Scope, value: str | Absence, shown: Mark, prefix: str) -> Said:
    if isinstance(value, Absence):
        return said(scope.corpus, value)
    return Said(block(value, prefix=prefix, base=4), shown)


def _who(scope: Scope, item: Initiative) -> tuple[Fact, ...]:
    corpus = scope.corpus
    people = item.stakeholders
    refs = people if isinstance(people, Absence) else tuple(part.who for part in people)
    numbers = item.participants
    if isinstance(numbers, Absence):
        return (Fact("Wie erbij was", said(corpus, refs)), Fact("Aantal deelnemers", said(corpus, numbers)))
    counts = tuple(Fact(f"Aantal: {part.who}", said(corpus, part.count), inline(part.note)) for part in numbers)
    return (Fact("Wie erbij was", said(corpus, refs)), *counts)


def _missing(gaps: tuple[Markup, ...]) -> tuple[Block, ...]:
    if not gaps:
        return ()
    items = Markup("").join(Markup("<li>{}</li>").format(gap) for gap in gaps)
    return (Prose(Markup("<p>Wat de bron verder niet zegt:</p><ul>{}</ul>").format(items)),)


def adjustments(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The chosen adjustments, parts counted apart: where they come from, how strongly, and how far they are."""
    choice = choose_adjustments(scope.corpus, part.selection)
    made = tables.adjustments(scope.corpus, [item.id for item in choice.items], name=prefix)
    table = replace(made, title=part.title)
    start = (*opening(part, prefix=prefix), *selected_remark(scope, part.selection, choice, _ADJUSTMENTS))
    if not choice.items:
        return Made((*start, Remark(inline("Geen enkele bijsturing past in deze keuze."))))
    start = (Assertion(_adjustment_statement(scope, choice.items)), *start)
    by_id = {item.id: item for item in choice.items}
    ordered = tuple(by_id[str(row[0].value)] for row in table.rows)
    proof = Remark(inline(_proof(choice.items)))
    if part.show == "fiches":
        sheets = tuple(piece for item in ordered for piece in _adjustment_sheet(scope, item, prefix))
        return Made((*start, *_notes(table.notes), proof, *sheets), (table,))
    numbers = tuple(scope.numbers(citations_in(item)) for item in ordered)
    grid = Grid(tables.selected(table, ("titel", "uit", "verband", "toestand")), "adjustments", numbers)
    return Made((*start, grid, proof), (table,))


def _adjustment_statement(scope: Scope, items: tuple[Adjustment, ...]) -> str:
    direct = tuple(item for item in items if any(cause.strength == "rechtstreeks" for cause in item.causes))
    count = counted(len(items), *_ADJUSTMENTS)
    if not direct:
        return f"{count}. Geen enkele volgt volgens de bron rechtstreeks uit feedback."
    number = points(scope.corpus, direct)
    also = f"; de bron telt die als {counted(number, 'punt', 'punten')}" if number != len(direct) else ""
    return f"{count}. {len(direct)} {'volgt' if len(direct) == 1 else 'volgen'} rechtstreeks uit feedback{also}."


def _proof(items: tuple[Adjustment, ...]) -> str:
    without = sum(1 for item in items if not any(step.evidence for step in item.course))
    if without == 0:
        return "Bij elke bijsturing is een bewijsstuk opgegeven."
    return f"Bij {without} van de {len(items)} is geen bewijsstuk opgegeven."


def _adjustment_sheet(scope: Scope, item: Adjustment, prefix: str) -> tuple[Block, ...]:
    corpus = scope.corpus
    policy, check = item.policy_fields, item.verifiable
    fields = words("verschillende of alle") if isinstance(policy, str) else said(corpus, policy)
    facts = (
        *(_cause(scope, cause) for cause in item.causes),
        *_course(scope, item),
        *((Fact("Reden", words(item.reason)),) if item.reason else ()),
        Fact(
            "Toetsbaar zoals geformuleerd",
            words(check.answer if check else "niet beoordeeld"),
            inline(check.reason) if check else Markup(""),
        ),
        Fact("Soort", words(word_of(item, "kind"))),
        Fact("Beleidsveld", fields),
        Fact("Voor wie", said(corpus, item.audiences)),
        Fact("Wie besliste", said(corpus, item.decided_by)),
        Fact("Kosten", said(corpus, item.cost)),
        Fact("Effect", said(corpus, item.effect)),
        Fact("Hoeveel", said(corpus, item.count)),
    )
    return (
        Heading(item.title, f"{prefix}-{item.id}"),
        Prose(Markup("<p>{}</p>").format(inline(item.summary))),
        Facts(f"{item.title}: {course(current_status(item)).word}", facts),
        *_missing(tuple(inline(text) for text in item.not_stated)),
        Remark(Markup(""), scope.numbers(citations_in(item))),
    )


def _cause(scope: Scope, cause: Cause) -> Fact:
    strength = f"Sterkte van het verband: {word_of(cause, 'strength')}. {cause.note}".strip()
    if isinstance(cause.initiative, Absence):
        return Fact("Uit", said(scope.corpus, cause.initiative), inline(strength))
    return Fact("Uit", Said(Markup(""), links=(record_link(scope.corpus, cause.initiative),)), inline(strength))


def _course(scope: Scope, item: Adjustment) -> tuple[Fact, ...]:
    facts = []
    for place, step in enumerate(item.course, start=1):
        state = course(step.status)
        proof = "; ".join(f"{evidence.title} {evidence.url}".strip() for evidence in step.evidence)
        note = " ".join(piece for piece in (step.note, f"Bewijsstuk: {proof}." if proof else "") if piece)
        name = "Toestand" if place == len(item.course) else f"Eerdere stap {place}"
        facts.append(Fact(name, Said(inline(note), mark(state))))
        facts.append(Fact(f"{capital(state.word)} op", said(scope.corpus, step.date)))
    return tuple(facts)
