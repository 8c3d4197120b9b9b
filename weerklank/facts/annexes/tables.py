"""The tables that only an annex has: coverage, answers, claims and absences.

In: the public corpus (or the part of it that an annex speaks of) and a question. Out: `Table` values.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, count_cell, text_cell
from weerklank.facts.annexes.choosing import rests_on
from weerklank.facts.cells import cell_of, marked_cell, places_cell
from weerklank.facts.coverage import in_words
from weerklank.kinds import KINDS
from weerklank.model import Question, QuestionPart, Ref, SubQuestion
from weerklank.states import COVERAGES, State, coverage
from weerklank.wording import capital, counted, listing

# --- tables about the question ---------------------------------------------------------------------------------------


def label(sub: SubQuestion, part: QuestionPart) -> str:
    """What a part is called: `1a`, or `5` when a sub-question has one part."""
    return f"{sub.number}{part.letter}"


def counted_refs(refs: Iterable[Ref]) -> str:
    """Records by kind: "2 initiatieven, 1 meting"."""
    found = [ref.kind for ref in refs]
    return ", ".join(
        counted(found.count(kind.name), kind.name, kind.plural) for kind in KINDS.values() if kind.name in found
    )


def answer_words(part: QuestionPart, sub: SubQuestion | None = None) -> str:
    """What the answer says about a part; without an own text the meaning of its coverage, where that is shown.

    `sub`: what the answer gives to this sub-question stands in the place of both.
    """
    meant = coverage(part.coverage).definition if part.coverage else ""
    short = sub.in_short.text if sub is not None and sub.in_short is not None else ""
    return part.answer or meant or short


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
        Column("steunt_op", "Steunt op", description="Waarop het antwoord steunt."),
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
                marked_cell(answer_words(part, sub) or "niet ingevuld"),
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
        Column("steunt_op", "Steunt op", description="Waarop dat steunt."),
        Column("bronnen", "Bronnen", description="Waar het staat."),
    )
    caption = f"{counted(len(rows), 'deel', 'delen')} en wat het antwoord erover zegt"
    return Table("antwoorden", "Antwoord per deel", columns, tuple(rows), capital(caption))


def _verdict(state: State | None) -> Cell:
    return Cell(text=state.word, value=state.key, state=state) if state else text_cell("niet beoordeeld")


_JUDGED = (Column("dekking", "Dekking", Role.STATE, description="Hoe ver het antwoord dit deel beantwoordt."),)


def matrix_list(table: Table) -> Table:
    """A matrix of counts as a list that fits on paper: each row with its total and the columns that are not zero.

    `table`: a head, a total, then the columns. A row in which nothing is counted says so in its notes.
    """
    head, total, *columns = table.columns
    rows, nowhere = [], []
    for name, number_of, *cells in table.rows:
        if not number_of.value:
            nowhere.append(name.text)
            continue
        found = (f"{column.label}: {cell.text}" for column, cell in zip(columns, cells, strict=True) if cell.value)
        rows.append((name, number_of, text_cell("; ".join(found))))
    where = Column("waar", "Waarvan", description="De kolommen van de volledige tabel die niet nul zijn.")
    notes = (*table.notes, f"Nergens genoemd: {listing(nowhere)}.") if nowhere else table.notes
    return replace(table, columns=(head, total, where), rows=tuple(rows), notes=notes)
