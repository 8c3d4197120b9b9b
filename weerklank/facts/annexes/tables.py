"""The tables that only an annex has: coverage, answers, claims and absences.

In: the public corpus (or the part of it that an annex speaks of) and a question. Out: `Table` values.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.annexes.choosing import rests_on
from weerklank.facts.cells import cell_of, marked_cell, places_cell
from weerklank.facts.coverage import in_words
from weerklank.facts.gaps import GapGroup, gap_groups
from weerklank.kinds import KINDS
from weerklank.model import Question, QuestionPart, Ref, SubQuestion, Term
from weerklank.states import COVERAGES, NOT_STATED, State, coverage
from weerklank.wording import capital, counted, listing, number

# --- tables about the question ---------------------------------------------------------------------------------------


def label(sub: SubQuestion, part: QuestionPart) -> str:
    """How a part is called: `1a`, or `5` when a sub-question has one part."""
    return f"{sub.number}{part.letter}"


def counted_refs(refs: Iterable[Ref]) -> str:
    """Records by kind: "2 initiatieven, 1 meting"."""
    found = [ref.kind for ref in refs]
    return ", ".join(
        counted(found.count(kind.name), kind.name, kind.plural) for kind in KINDS.values() if kind.name in found
    )


def answer_words(part: QuestionPart) -> str:
    """What the answer says about a part; without an own text the meaning of its coverage, where that is shown."""
    return part.answer or (coverage(part.coverage).definition if part.coverage else "")


def coverage_table(corpus: Corpus, question: Question) -> Table:
    """One row per sub-question: its words, its parts by coverage, the records used."""
    states = tuple(
        Column(state.key, capital(state.word), Role.NUMBER, "delen", f"Het aantal delen met dekking “{state.word}”.")
        for state in COVERAGES
    )
    rows = []
    for sub in question.sub_questions:
        counts = Counter[str | None](part.coverage for part in sub.parts)
        row = (
            Cell(text=str(sub.number), value=sub.number),
            text_cell(sub.subject),
            text_cell(sub.text),
            count_cell(len(sub.parts)),
            *(count_cell(counts[state.key]) for state in COVERAGES),
            text_cell(in_words(sub)),
            cell_of(corpus, rests_on(sub)),
        )
        rows.append(row)
    columns = (
        Column("deelvraag", "Deelvraag", Role.HEAD, description="Het nummer van de deelvraag."),
        Column("onderwerp", "Onderwerp", description="Het onderwerp in enkele woorden."),
        Column("vraag", "Vraag", Role.LITERAL, description="De woorden van de vraagsteller."),
        Column("delen", "Delen", Role.NUMBER, "delen", "Het aantal delen van de deelvraag."),
        *states,
        Column("in_woorden", "In woorden", description="De dekking per deel."),
        Column("steunt_op", "Steunt op", description="De records waarop het antwoord steunt."),
    )
    return Table("dekking", "Dekking per deelvraag", columns, tuple(rows), "Dekking per deelvraag, geteld in delen")


def answers_table(corpus: Corpus, question: Question) -> Table:
    """One row per part: what was asked, how far it is covered where that is shown, what is said, records and places."""
    rows, judged = [], question.coverage_is_public
    for sub in question.sub_questions:
        for part in sub.parts:
            state = coverage(part.coverage) if part.coverage else None
            row = (
                text_cell(label(sub, part)),
                Cell(text=str(sub.number), value=sub.number),
                text_cell(part.asked),
                *((_verdict(state),) if judged else ()),
                marked_cell(answer_words(part)),
                cell_of(corpus, part.rests_on),
                places_cell(corpus, part.citations, in_full=True),
            )
            rows.append(row)
    columns = (
        Column("deel", "Deel", Role.HEAD, description="Nummer van de deelvraag en letter van het deel."),
        Column("deelvraag", "Deelvraag", Role.NUMBER, description="Het nummer van de deelvraag."),
        Column("gevraagd", "Gevraagd", description="Wat gevraagd is, kort."),
        *(_JUDGED if judged else ()),
        Column("antwoord", "Wat het antwoord geeft", description="Wat het antwoord erover zegt."),
        Column("steunt_op", "Steunt op", description="De records waarop dat steunt."),
        Column("bronnen", "Bronnen", description="Waar het staat."),
    )
    caption = f"{counted(len(rows), 'deel', 'delen')} en wat het antwoord erover zegt"
    return Table("antwoorden", "Antwoord per deel", columns, tuple(rows), capital(caption))


def _verdict(state: State | None) -> Cell:
    return Cell(text=state.word, value=state.key, state=state) if state else text_cell("niet beoordeeld")


_JUDGED = (Column("dekking", "Dekking", Role.STATE, description="Hoe ver het antwoord dit deel beantwoordt."),)


def claims_table(question: Question) -> Table:
    """What the answer asserts without a figure or a document, and who asserts it."""
    columns = (
        Column("bewering", "Bewering", Role.HEAD, description="Wat beweerd wordt."),
        Column("door", "Volgens", description="Wie het beweert."),
        Column("citaat", "Woorden van de bron", Role.LITERAL, description="De letterlijke woorden."),
        Column("plaats", "Plaats", description="De plaats in de bron."),
    )
    rows = tuple(
        (
            marked_cell(claim.text),
            text_cell(claim.by),
            text_cell(claim.citations[0].quotation),
            text_cell(claim.citations[0].place),
        )
        for claim in question.claims
    )
    caption = "Beweringen zonder cijfer of stuk, op naam van wie ze doet"
    return Table("beweringen", "Beweringen in het antwoord", columns, rows, caption)


# --- absences --------------------------------------------------------------------------------------------------------


def gaps_table(corpus: Corpus, *, empty: tuple[Term, ...] = (), name: str = "leemten") -> Table:
    """Every absence as one row per thing to say about it, by state; `corpus` holds the records to look at.

    What is absent from the same records, in the same state and for the same reason, stands in one row. `empty`: the
    policy fields without any initiative.
    """
    merged: dict[tuple[State, str, tuple[Ref, ...], str], list[GapGroup]] = {}
    for group in gap_groups(corpus):
        refs = tuple(dict.fromkeys(gap.ref for gap in group.gaps))
        merged.setdefault((group.state, group.kind, refs, _reason(corpus, group)), []).append(group)
    rows: list[tuple[Cell, ...]] = [
        (
            text_cell(_what(groups)),
            state_cell(state),
            text_cell(_extent(corpus, groups[0])),
            marked_cell(reason),
            count_cell(len(groups[0].gaps if groups[0].gaps[0].unanswered else refs)),
            count_cell(groups[0].total),
        )
        for (state, _, refs, reason), groups in merged.items()
    ]
    rows[_after_silent(rows) : _after_silent(rows)] = _empty_rows(corpus, empty)
    columns = (
        Column("wat", "Wat", Role.HEAD, description="Wat er niet is."),
        Column("toestand", "Toestand", Role.STATE, description="Waarom het er niet is."),
        Column("waar", "Waar", description="Bij welke of bij hoeveel records."),
        Column("reden", "Reden of wat er wel staat", description="De reden, of wat de bron wel zegt."),
        Column("aantal", "Aantal", Role.NUMBER, "records", "Bij hoeveel records of delen het er niet is."),
        Column("van", "Van", Role.NUMBER, "records", "Hoeveel records of delen er zijn."),
    )
    caption = "Alles wat de records niet vermelden, per toestand. Een leemte is nooit een nul."
    return Table(name, "Leemten", columns, tuple(rows), caption)


def _after_silent(rows: list[tuple[Cell, ...]]) -> int:
    """The place after the last row that is not stated, so that rows of one state stay together."""
    return max((place + 1 for place, row in enumerate(rows) if row[1].state == NOT_STATED), default=len(rows))


def _empty_rows(corpus: Corpus, empty: tuple[Term, ...]) -> list[tuple[Cell, ...]]:
    if not empty:
        return []
    total = len(corpus.vocabularies["beleidsveld"].terms)
    row = (
        text_cell("Een initiatief in een beleidsveld"),
        state_cell(NOT_STATED),
        text_cell(f"{number(len(empty))} van {counted(total, 'beleidsveld', 'beleidsvelden')}"),
        text_cell(f"Geen initiatief opgetekend voor {listing(place.name for place in empty)}."),
        count_cell(len(empty)),
        count_cell(total),
    )
    return [row]


_NAMED = 2
"""Up to so many records are named where something is missing; beyond that they are counted."""

VARIES = "Verschilt per record."
NO_REASON = "Geen reden vermeld."


def _name(corpus: Corpus, ref: Ref) -> str:
    if ref.kind == "bron":
        return corpus.source(ref.id).called
    return corpus.get(ref).title


def _reason(corpus: Corpus, group: GapGroup) -> str:
    if group.gaps[0].unanswered:
        return "Het antwoord gaat op deze delen niet in."
    reasons = tuple(dict.fromkeys(gap.reason for gap in group.gaps))
    if len(reasons) == 1:
        return reasons[0] or NO_REASON
    if len(group.gaps) > _NAMED:
        return VARIES
    return " ".join(f"{_name(corpus, gap.ref)}: {gap.reason or NO_REASON}" for gap in group.gaps)


def _what(groups: list[GapGroup]) -> str:
    """The absent facts of one row; results of a measurement that lack the same fact are named behind it."""
    subjects: dict[str, list[str]] = {}
    for group in groups:
        first = group.gaps[0]
        whole = first.unanswered or not first.subject
        fact = group.what if whole else first.what
        subjects.setdefault(fact, []).extend(() if whole else (first.subject,))
    facts = [f"{fact}{_about(names)}" for fact, names in subjects.items()]
    return listing((facts[0], *(fact[0].lower() + fact[1:] for fact in facts[1:])))


def _about(names: list[str]) -> str:
    if len(names) > _NAMED:
        return f" bij {counted(len(names), 'resultaat', 'resultaten')}"
    return f" bij {listing(f'‘{name}’' for name in names)}" if names else ""


def _extent(corpus: Corpus, group: GapGroup) -> str:
    if group.gaps[0].unanswered:
        names = (gap.subject.partition(":")[0].removeprefix("Deelvraag ") for gap in group.gaps)
        return f"{number(len(group.gaps))} van {counted(group.total, 'deel', 'delen')}: {listing(names)}"
    refs = tuple(dict.fromkeys(gap.ref for gap in group.gaps))
    if group.kind == "vraag":
        return "De schriftelijke vraag"
    if len(refs) <= _NAMED:
        return listing(_name(corpus, ref) for ref in refs)
    return f"{number(len(refs))} van {counted(group.total, group.kind, KINDS[group.kind].plural)}"


# --- a matrix as words ------------------------------------------------------------------------------------------------


def matrix_list(table: Table) -> tuple[Table, str]:
    """A matrix of counts as a list that fits on paper: each row with its total and the columns that are not zero.

    `table`: a head, a total, then the columns. The sentence names the rows and columns in which there is nothing.
    """
    head, total, *columns = table.columns
    rows, nowhere = [], []
    for name, number_of, *cells in table.rows:
        found = [(column, cell) for column, cell in zip(columns, cells, strict=True) if cell.value]
        if not number_of.value:
            nowhere.append(name.text)
            continue
        rows.append((name, number_of, text_cell("; ".join(f"{column.label}: {cell.text}" for column, cell in found))))
    used = {place for row in table.rows for place, cell in enumerate(row) if cell.value}
    empty = [column.label for place, column in enumerate(columns, start=2) if place not in used]
    pieces = [f"Nergens genoemd: {listing(nowhere)}."] if nowhere else []
    pieces += [f"Zonder eigen initiatief: {listing(empty)}."] if empty else []
    where = Column("waar", "Waarvan", description="De kolommen van de volledige tabel die niet nul zijn.")
    return replace(table, columns=(head, total, where), rows=tuple(rows)), " ".join(pieces)
