"""From the value of a field to what is printed: the one way, for tables and data files as for pages and annexes.

In: any value that a field of the model can hold, and the corpus that it refers into. Out: a `Cell`: its words, what
machines read, and the state, the reason and the precision that belong to it.
"""

from collections.abc import Iterable
from decimal import Decimal

from weerklank.corpus import Corpus
from weerklank.data.table import Cell, state_cell, text_cell
from weerklank.markup import bare
from weerklank.model import Absence, Citation, Cost, PartialDate, Period, Quantity, Ref, Scale, Yearly
from weerklank.model.fields import Field, ValueShape, word_of
from weerklank.states import LEFT_OUT
from weerklank.wording import (
    date_words,
    listing,
    number,
    period_words,
    precision_word,
    quantity_short,
    quantity_words,
    scale_words,
)

NOTHING = Cell(text=LEFT_OUT.word, value="")
"""Where there is nothing to say: an empty field for machines, and a dash for people, who take a blank for a slip."""


def cell_of(  # noqa: C901, PLR0911 - one per type of value
    corpus: Corpus, value: object, field: Field | None = None, *, unit: str = ""
) -> Cell:
    """Any value but a part with fields of its own. `field`: the one it stands in, for the words of a closed list.

    `unit`: what the table says that its numbers are counted in; a number in another unit keeps its own.

    Numbers keep their exact value. Several values read as an enumeration, with semicolons for machines. TypeError for a
    value that no field holds.
    """
    thousands = corpus.organisation.site.thousands
    match value:
        case Absence():
            return state_cell(value.state, reason=bare(value.reason))
        case Quantity():
            return Cell(
                text=" ".join(filter(None, (quantity_words(value, thousands=thousands), _beside(value)))),
                value=value.value,
                qualifier=precision_word(value),
                number=quantity_short(value, thousands=thousands, said=unit),
            )
        case bool():
            return text_cell("ja" if value else "nee")
        case Decimal():
            shown = number(value, thousands=thousands)
            return Cell(text=shown, value=value, number=shown)
        case Scale():
            return text_cell(scale_words(value, thousands=thousands))
        case Period():
            return text_cell(period_words(value))
        case PartialDate():
            return Cell(text=date_words(value), value=value.iso)
        case Ref():
            return text_cell(corpus.index.card(value).title)
        case str():
            return _chosen(value, field) if field is not None and field.choices else marked_cell(value)
        case tuple():
            names = [cell_of(corpus, item, field).text for item in value]
            return Cell(text=listing(names), value="; ".join(names))
    raise TypeError(f"no field holds {type(value).__name__}")


def _beside(value: Quantity) -> str:
    """What an amount says of itself besides the amount: "(2023, zonder btw)"."""
    said = [date_words(value.year)] if isinstance(value, Cost | Yearly) and value.year else []
    said += [word_of(value, "vat")] if isinstance(value, Cost) and value.vat else []
    return f"({', '.join(said)})" if said else ""


def marked_cell(text: str) -> Cell:
    """A text in which an author may have marked words: as plain text, which is all that a table and its files hold."""
    return text_cell(bare(text)) if text else NOTHING


def _chosen(key: str, field: Field) -> Cell:
    """The words of a choice. Among names ("alle", where others name policy fields) machines read the words as well."""
    word = field.word(key)
    return Cell(text=word, value=word if field.shape is ValueShape.REFERENCE else key)


def places_cell(corpus: Corpus, citations: Iterable[Citation], *, in_full: bool = False) -> Cell:
    """Where a fact comes from: each source with the place in it.

    `in_full`: with the titles of the sources, for a table that is read apart from the list of them.
    """
    found = ((corpus.source(citation.source.id), citation.place) for citation in citations)
    places = (", ".join(filter(None, (source.title if in_full else source.called, place))) for source, place in found)
    return marked_cell("; ".join(dict.fromkeys(places)))
