"""What an annex begins and ends with: where to find what, what the source does not say, words, sources.

In: a `Scope`, and the sections made so far. Out: blocks and the tables behind them.
"""

import re
from collections.abc import Iterator

from markupsafe import Markup

from weerklank.data.table import Column, Role, Table, state_cell, text_cell
from weerklank.document.annex.glossary import terms_in
from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import (
    Block,
    Facts,
    Guide,
    GuideRow,
    GuideSpot,
    Paragraphs,
    Remark,
    SourceItem,
    SourceList,
    TermRow,
    Terms,
)
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Fact, Said, quote, said, words
from weerklank.facts.annexes import rests_on
from weerklank.facts.cells import cell_of
from weerklank.facts.gaps import Gap, GapGroup, missing_groups, parts_that_could
from weerklank.facts.voice import elsewhere
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import RECORDS, Absence, AnnexPart, Citation, Source, SubQuestion, Tension, Term
from weerklank.model.fields import field_of
from weerklank.model.promise import Promise
from weerklank.model.records import CountOf
from weerklank.states import NOT_STATED, PLANNED, QUALITATIVE, State
from weerklank.wording import collate, listing, quoted, uncapital

_TO_BE_FILLED_IN = "[in het kort: nog in te vullen]"


def guide(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """Each sub-question: what the answer gives in one sentence of the author's, its paragraphs, and the parts on it."""
    rows = []
    for sub in scope.question.sub_questions:
        places = scope.places.of(_cited(scope, sub))
        open_ = sub.in_short is None and not scope.final
        text = inline(sub.in_short.text if sub.in_short else _TO_BE_FILLED_IN if open_ else "–")
        rows.append(GuideRow(sub.number, sub.subject or sub.text, text, open_, places, _spots(scope, sub)))
    columns = (
        Column("deelvraag", "Nr.", Role.HEAD, description="Het nummer van de deelvraag."),
        Column("onderwerp", "Deelvraag", description="Het onderwerp in enkele woorden."),
        Column("in_het_kort", "Wat het antwoord zegt", description="Wat het antwoord geeft, in één zin."),
        Column("alinea", "Alinea", description="Waar het staat in het antwoord."),
    )
    cells = tuple(
        (
            text_cell(str(row.number)),
            text_cell(row.subject),
            text_cell(row.html.striptags()),
            text_cell(", ".join(place.text for place in row.places)),
        )
        for row in rows
    )
    table = Table("wegwijzer", part.title, columns, cells, part.title)
    return Made((*opening(part, prefix=prefix), Guide(part.title, tuple(rows), data=table.name)), (table,))


def _cited(scope: Scope, sub: SubQuestion) -> tuple[Citation, ...]:
    """Where the answer to a sub-question stands: what its sentence rests on, or else the answers to its parts."""
    found = sub.in_short.citations if sub.in_short else ()
    found = found or tuple(citation for part in sub.parts for citation in part.citations)
    return tuple(citation for citation in found if citation.source.id == scope.places.answer) or found


def _spots(scope: Scope, sub: SubQuestion) -> tuple[GuideSpot, ...]:
    """Where the annex tells what the answer rests on, from the first page to the last.

    What stands within a story that is led to as well is found there.
    """
    known = dict.fromkeys(scope.told[ref] for ref in rests_on(sub) if ref in scope.told)
    stories = {place.id for place in known}
    kept = sorted((place for place in known if place.inside not in stories), key=lambda place: place.order)
    unique = tuple({place.id: place for place in reversed(kept)}.values())[::-1]
    before = ("", *(place.part for place in unique))
    return tuple(
        GuideSpot(place.id, place.title, place.part == last) for place, last in zip(unique, before, strict=False)
    )


# --- what is not said ------------------------------------------------------------------------------------------------


_GAPS = "niet-vermeld"
_NO_GAPS = "Er is niets opgetekend dat de bron niet zegt, en geen plaats waar bronnen twee dingen zeggen."
_NO_TERMS = "In deze bijlage staat geen woord uit de begrippenlijst."
_NO_SOURCES = "Wat in deze bijlage staat, noemt geen bron."
_TOLD = {kind.name for kind in KINDS.values() if kind.told}


def not_stated(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """What is missing of the records of the annex by kind, first what no source says; and where one says two things."""
    kinds: dict[str, dict[tuple[str, State], list[GapGroup]]] = {}
    for group in sorted(missing_groups(scope.own), key=lambda group: group.state != NOT_STATED):
        if group.kind in _TOLD and group.state not in (QUALITATIVE, PLANNED):  # their words stand in the annex itself
            missed = _missed(group.gaps[0]), group.state
            kinds.setdefault(group.kind, {}).setdefault(missed, []).append(group)
    facts = tuple(
        Fact(
            f"Over {uncapital(scope.corpus.organisation.called(KINDS[kind]))}",
            words(listing(f"{fact}{_extent(scope, state, groups)}" for (fact, state), groups in found.items())),
        )
        for kind in KINDS
        if (found := kinds.get(kind))
    )
    made: list[Block] = [*opening(part, prefix=prefix)]
    if facts:
        made.append(Facts("Wat de bron niet zegt", facts, data=_GAPS))
    made += (against := contradictions(scope, tuple(_tensions(scope))))
    made += () if facts or against else (Remark(inline(_NO_GAPS)),)
    return Made(tuple(made), (_gaps_table(facts),) if facts else ())


_NUMBER = field_of(CountOf, "count").absent


def _missed(gap: Gap) -> str:
    """What is missed, within a sentence; a bare number says of what."""
    what = uncapital(gap.what)
    if gap.what != _NUMBER or not gap.subject:
        return what
    return f"{what} voor {uncapital(gap.subject).replace(', ', ': ', 1)}"


def _extent(scope: Scope, state: State, groups: list[GapGroup]) -> str:
    """In which state it is, unless the source does not say it, and of how many records or of how many of their parts.

    "" where it is of all.
    """
    found = [gap for group in groups for gap in group.gaps]
    if found[0].what != _NUMBER and all(gap.subject for gap in found):
        total, of = parts_that_could(scope.own, found[0]), f" {_parts(found[0])}"
        count = len(found)
    else:
        total, of = groups[0].total, ""
        count = len({gap.ref for gap in found})
    how = "" if state == NOT_STATED else state.word
    said = ", ".join(filter(None, (how, f"bij {count} van {total}{of}" if count < total else "")))
    return f" ({said})" if said else ""


def _parts(gap: Gap) -> str:
    """What the parts are called that a gap is in: "resultaten", "signalen"."""
    return uncapital(field_of(RECORDS[gap.ref.kind], gap.within).label)


def _gaps_table(facts: tuple[Fact, ...]) -> Table:
    columns = (
        Column("waarover", "Waarover", Role.HEAD, description="Over welke gegevens het gaat."),
        Column("niet_vermeld", "Wat de bron niet zegt", description="Wat er niet staat, en bij hoeveel."),
    )
    rows = tuple((text_cell(fact.term), text_cell(fact.value.html.striptags())) for fact in facts)
    return Table(_GAPS, "Wat de bron niet zegt", columns, rows, "Wat de bron niet zegt")


def _tensions(scope: Scope) -> Iterator[Tension]:
    own = scope.own
    for record in (
        scope.question,
        *own.initiatives,
        *own.adjustments,
        *own.measurements,
        *own.complaints,
        *own.every(Promise),
    ):
        yield from getattr(record, "tensions", ())


def contradictions(scope: Scope, found: tuple[Tension, ...]) -> tuple[Facts, ...]:
    """Where sources say two things, each with both readings; () where they do not."""
    facts = tuple(_tension(scope, item) for item in found)
    return (Facts("Waar de bron twee dingen zegt", facts),) if facts else ()


def untold(scope: Scope, found: tuple[Tension, ...]) -> tuple[Facts, ...]:
    """The same beside their record, where the annex has no part that tells them all."""
    parts = scope.question.annex.parts if scope.question.annex is not None else ()
    return () if any(part.kind == "niet_vermeld" for part in parts) else contradictions(scope, found)


def _tension(scope: Scope, item: Tension) -> Fact:
    """Both readings, in the words of the source."""
    readings = Markup("; ").join(_reading(scope, reading.citation) for reading in item.readings)
    return Fact(item.subject, Said(readings, placed=tuple(reading.citation for reading in item.readings)))


def _reading(scope: Scope, citation: Citation) -> Markup:
    found = quote(scope.corpus, citation)
    place = ", ".join(link.text for link in scope.places.of((citation,)))
    literal = Markup('<span class="lit">{}</span>').format(quoted(found.text)) if found.text else Markup("")
    return Markup("{} ({})").format(literal, place) if place else literal


# --- words -----------------------------------------------------------------------------------------------------------


def glossary(scope: Scope, part: AnnexPart, blocks: tuple[Block, ...], *, prefix: str) -> Made:
    """The words of the glossary that occur in the annex."""
    terms = terms_in(scope.corpus, blocks)
    rows = tuple(
        TermRow(
            term.name,
            listing(term.also, last="of"),
            said(scope.corpus, term.definition) if isinstance(term.definition, Absence) else words(term.definition),
            tuple(citations_in(term)),
            _expansion(term),
        )
        for term in terms
    )
    table = _terms_table(terms)
    found = Terms("Namen, afkortingen en woorden in deze bijlage", rows, data=table.name)
    listed = (found if rows else Remark(inline(_NO_TERMS)),)
    return Made((*opening(part, prefix=prefix), *listed), (table,) if terms else ())


def _expansion(term: Term) -> str:
    """What an abbreviation stands for, read aloud in its place: the first of its other forms in more than one word."""
    return next((form for form in term.also if " " in form), "") if term.name.isupper() else ""


def _terms_table(terms: tuple[Term, ...]) -> Table:
    columns = (
        Column("begrip", "Begrip", Role.HEAD, description="Het woord."),
        Column("ook", "Ook", description="Andere schrijfwijzen."),
        Column("omschrijving", "Wat het betekent", description="De uitleg, of waarom die er niet is."),
    )
    rows = tuple(
        (
            text_cell(term.name),
            text_cell("; ".join(term.also)),
            state_cell(term.definition.state, reason=term.definition.reason)
            if isinstance(term.definition, Absence)
            else text_cell(term.definition),
        )
        for term in terms
    )
    return Table("begrippen", "Begrippen in deze bijlage", columns, rows, "Begrippen die in deze bijlage voorkomen")


# --- sources ---------------------------------------------------------------------------------------------------------


def sources(scope: Scope, part: AnnexPart, blocks: tuple[Block, ...], *, prefix: str) -> Made:
    """The paragraphs of the answer that the annex names, by their first words; then the other documents."""
    cited = tuple(dict.fromkeys((*citations_in(blocks), *citations_in(scope.question.citations), *_shown(scope))))
    answer = scope.places.answer
    made: list[Block] = [*opening(part, prefix=prefix)]
    ids = tuple(dict.fromkeys(citation.source.id for citation in cited))
    paragraphs = scope.places.first_words(cited, _written(scope))
    if paragraphs:
        title = scope.corpus.source(answer).title
        counted = _COUNTED if any(map(_otherwise, paragraphs)) else ""
        said = f"{title}. {counted}De alinea’s waarnaar deze bijlage verwijst, met hun eerste woorden:"
        made.append(Remark(inline(said)))
        made.append(Paragraphs("Alinea’s van het antwoord", paragraphs))
    others = tuple(_item(scope, scope.corpus.source(name)) for name in ids if name != answer or not paragraphs)
    if others:
        made.append(SourceList(tuple(sorted(others, key=lambda item: (bool(item.external), collate(item.title))))))
    made += () if ids else (Remark(inline(_NO_SOURCES)),)
    return Made(tuple(made), (_sources_table(scope, ids),))


_COUNTED = (
    "De bijlage telt elke alinea van het antwoord, ook die zonder nummer: haar nummers zijn niet die in het antwoord. "
)
_OWN_NUMBER = re.compile(r"([0-9]{1,2})[.)]\s")


def _otherwise(paragraph: tuple[str, str]) -> bool:
    """Whether a paragraph begins with a number that is not its own place among the paragraphs."""
    number, opening = paragraph
    found = _OWN_NUMBER.match(opening)
    return found is not None and found[1] != number


def _shown(scope: Scope) -> Iterator[Citation]:
    """What rows of the guide rest on."""
    for sub in scope.question.sub_questions:
        yield from _cited(scope, sub)


def _written(scope: Scope) -> Iterator[str]:
    """What the author wrote for this annex himself, in which paragraphs may be named."""
    yield from (part.text for part in (scope.question.annex.parts if scope.question.annex else ()) if part.text)
    yield from (sub.in_short.text for sub in scope.question.sub_questions if sub.in_short)


def _item(scope: Scope, source: Source) -> SourceItem:
    """A document in short form; what nobody noted of it is left out."""
    stated = (
        cell_of(scope.corpus, value).text for value in (source.publisher, source.date) if not isinstance(value, Absence)
    )
    url = "" if isinstance(source.url, Absence) else source.url
    lang = "" if source.language.startswith("nl") else source.language
    outside = elsewhere(scope.corpus) if source.external else ""
    return SourceItem(
        f"bron-{source.id}",
        source.title,
        ", ".join(stated),
        url,
        inline(source.note),
        lang,
        outside,
    )


def _sources_table(scope: Scope, ids: tuple[str, ...]) -> Table:
    columns = (
        Column("titel", "Document", Role.HEAD, description="De titel van de bron."),
        Column("uitgever", "Uitgever", description="Wie het document uitgaf."),
        Column("datum", "Datum", description="De datum van het document."),
        Column("extern", "Extern", description="ja: de bron hoort niet bij het antwoord."),
        Column("adres", "Adres", description="Het adres van het document."),
    )
    rows = tuple(
        (
            text_cell(source.title),
            cell_of(scope.corpus, source.publisher),
            cell_of(scope.corpus, source.date),
            text_cell("ja" if source.external else "nee"),
            cell_of(scope.corpus, source.url),
        )
        for source in map(scope.corpus.source, ids)
    )
    return Table("bronnen", "Bronnen", columns, rows, "Bronnen van deze bijlage")
