"""The tables that readers get: on pages, under charts, in the annex and as open data.

In: the public corpus. Out: `Table` values with stable names and column keys.
"""

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.facts.loop import LoopCell, current_status, leaves_of, loop_of, loops
from weerklank.model import Absence, Adjustment, Initiative, PartialDate, Period, Quantity, Ref
from weerklank.states import NOT_APPLICABLE, NOT_STATED, course
from weerklank.wording import (
    LABELS,
    collate,
    date_words,
    listing,
    period_words,
    precision_word,
    quantity_short,
    quantity_words,
)

OPEN_NOTE = "Voorbeelden: de bron noemt deze lijst niet-limitatief."


def absent_cell(value: Absence) -> Cell:
    """An absence as a cell."""
    return state_cell(value.state, reason=value.reason)


def stated_cell(value: str | Quantity | Period | PartialDate | Absence, *, thousands: str = "spatie") -> Cell:
    """Any single stated value as a cell; numbers keep their exact value and precision."""
    if isinstance(value, Absence):
        return absent_cell(value)
    if isinstance(value, Quantity):
        return Cell(
            text=quantity_words(value, thousands=thousands),
            value=value.value,
            qualifier=precision_word(value),
            number=quantity_short(value, thousands=thousands),
        )
    if isinstance(value, Period):
        return text_cell(period_words(value))
    if isinstance(value, PartialDate):
        return Cell(text=date_words(value), value=value.iso)
    return text_cell(value)


def names_cell(corpus: Corpus, refs: tuple[Ref, ...] | Absence) -> Cell:
    """Names of terms or records, separated by semicolons for machines."""
    if isinstance(refs, Absence):
        return absent_cell(refs)
    names = [corpus.term(ref).name if ref.kind in corpus.vocabularies else corpus.get(ref).title for ref in refs]
    return Cell(text=listing(names), value="; ".join(names))


def record_cell(title: str, ref: Ref) -> Cell:
    """The title of a record as a row head that links to its page."""
    return text_cell(title, path=addresses.of_record(ref))


def loop_cell(cell: LoopCell) -> Cell:
    """A cell of the loop: its words, drawn and coded as its state."""
    return Cell(text=cell.label, value=cell.label, state=cell.state)


def _policy_cell(corpus: Corpus, item: Initiative | Adjustment) -> Cell:
    if item.policy_fields == "alle":
        return text_cell("verschillende of alle")
    return names_cell(corpus, item.policy_fields)


def _words_cell(value: str | Absence, kind: str) -> Cell:
    if isinstance(value, Absence):
        return absent_cell(value)
    return Cell(text=LABELS[kind].get(value, value), value=value)


def initiatives(corpus: Corpus, items: tuple[Initiative, ...] | None = None, *, name: str = "initiatieven") -> Table:
    """Initiatives, most sound first, with the loop of each. `items` limits the rows."""
    wanted = None if items is None else {item.id for item in items}
    rows = []
    for loop in loops(corpus):
        item = corpus.initiative(loop.initiative)
        if wanted is not None and item.id not in wanted:
            continue
        rows.append(
            (
                text_cell(item.id),
                record_cell(item.title, Ref("initiatief", item.id)),
                _words_cell(item.level, "niveau"),
                stated_cell(item.period),
                names_cell(corpus, item.forms),
                _policy_cell(corpus, item),
                _words_cell(item.status, "status"),
                loop_cell(loop.asked),
                loop_cell(loop.heard),
                loop_cell(loop.done),
                count_cell(loop.adjustments),
            )
        )
    return Table(
        name,
        "Initiatieven",
        (
            Column("id", "Id", description="De vaste naam van het record."),
            Column("titel", "Initiatief", Role.HEAD, description="De titel."),
            Column("niveau", "Niveau", description="Strategisch, operationeel of intern."),
            Column("periode", "Wanneer", description="Wanneer en hoe vaak, zoals de bron het zegt."),
            Column("vormen", "Vorm", description="De werkvormen."),
            Column("beleidsvelden", "Beleidsveld", description="De beleidsvelden, afgeleid uit het onderwerp."),
            Column("status", "Stand van zaken", description="Gepland, lopend of afgerond."),
            Column("gevraagd", "Gevraagd", Role.STATE, description="Of de bron zegt wat er gevraagd werd."),
            Column("gehoord", "Gehoord", Role.STATE, description="Of de bron zegt wat er gehoord werd."),
            Column("gedaan", "Gedaan", Role.STATE, description="Welke bijsturingen eruit volgden."),
            Column("bijsturingen", "Bijsturingen", Role.NUMBER, "aantal", "Het aantal bijsturingen dat eruit volgt."),
        ),
        tuple(rows),
        caption="Initiatieven en wat de bron vermeldt over gevraagd, gehoord en gedaan",
        notes=(OPEN_NOTE,) if corpus.is_open("initiatief") else (),
        non_exhaustive=corpus.is_open("initiatief"),
    )


def _causes_cell(corpus: Corpus, item: Adjustment) -> Cell:
    """The initiatives an adjustment came from by title, or what is said where it came from no known one."""
    names, states = [], [NOT_STATED]
    for cause in item.causes:
        if isinstance(cause.initiative, Absence):
            names.append(cause.note or cause.initiative.reason)
            states.insert(0, cause.initiative.state)
        else:
            names.append(corpus.initiative(cause.initiative.id).title)
    unique = tuple(dict.fromkeys(filter(None, names)))
    return Cell(text=listing(unique), value="; ".join(unique)) if unique else state_cell(states[0])


def adjustments(corpus: Corpus, items: tuple[Adjustment, ...] | None = None, *, name: str = "bijsturingen") -> Table:
    """Adjustments without parts, by initiative and title. `items` limits the rows."""
    chosen = [item for item in corpus.leaves if items is None or item in items]
    chosen.sort(key=lambda item: (_causes_cell(corpus, item).text, item.part_of is None, collate(item.title)))
    rows = []
    for item in chosen:
        strengths = tuple(dict.fromkeys(LABELS["sterkte"][cause.strength] for cause in item.causes))
        state = course(current_status(item))
        rows.append(
            (
                text_cell(item.id),
                record_cell(item.title, Ref("bijsturing", item.id)),
                _words_cell(item.kind, "soort"),
                _causes_cell(corpus, item),
                Cell(text=listing(strengths), value="; ".join(strengths)) if strengths else state_cell(NOT_STATED),
                Cell(text=state.word, value=state.key, state=state),
                stated_cell(item.course[-1].date),
                Cell(text=verifiable(item), value=item.verifiable.answer if item.verifiable else None),
                text_cell(corpus.adjustment(item.part_of.id).title) if item.part_of else state_cell(NOT_APPLICABLE),
                stated_cell(item.decided_by),
                stated_cell(item.cost, thousands=corpus.organisation.site.thousands),
                stated_cell(item.effect),
                Cell(
                    text=str(sum(len(step.evidence) for step in item.course)),
                    value=sum(len(s.evidence) for s in item.course),
                ),
            )
        )
    return Table(
        name,
        "Bijsturingen",
        _ADJUSTMENT_COLUMNS,
        tuple(rows),
        "Bijsturingen en waar ze vandaan komen",
        (OPEN_NOTE,) if corpus.is_open("bijsturing") else (),
        corpus.is_open("bijsturing"),
    )


_ADJUSTMENT_COLUMNS = (
    Column("id", "Id", description="De vaste naam van het record."),
    Column("titel", "Bijsturing", Role.HEAD, description="De titel."),
    Column("soort", "Soort", description="Wat voor bijsturing het is."),
    Column("uit", "Uit", description="Het initiatief of de interactie waaruit ze volgt."),
    Column("verband", "Verband", description="Hoe sterk de bron het verband legt."),
    Column("toestand", "Toestand", Role.STATE, description="De laatste stap in het verloop."),
    Column("datum", "Datum", description="De datum van die stap."),
    Column("toetsbaar", "Toetsbaar", description="Of een lezer kan nagaan dat het gebeurde zoals het geformuleerd is."),
    Column("onderdeel_van", "Onderdeel van", description="Het punt in de bron waarvan dit een deel is."),
    Column("beslist_door", "Wie besliste", description="Wie over de bijsturing besliste."),
    Column("kosten", "Kosten", Role.NUMBER, description="Wat het kostte."),
    Column("effect", "Effect", description="Wat het opleverde."),
    Column("bewijsstukken", "Bewijsstukken", Role.NUMBER, "aantal", "Het aantal opgegeven bewijsstukken."),
)


def verifiable(item: Adjustment) -> str:
    """Whether it can be checked as worded, in words."""
    if item.verifiable is None:
        return "niet beoordeeld"
    return item.verifiable.answer


def selected(table: Table, keys: tuple[str, ...]) -> Table:
    """The same table with only these columns, in this order."""
    places = [next(i for i, column in enumerate(table.columns) if column.key == key) for key in keys]
    return Table(
        table.name,
        table.title,
        tuple(table.columns[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in table.rows),
        table.caption,
        table.notes,
        table.non_exhaustive,
    )


__all__ = ["adjustments", "initiatives", "leaves_of", "loop_of", "selected", "stated_cell"]
