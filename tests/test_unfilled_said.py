"""What an author left out is nowhere the silence of the source: not in a table, a list, a count or a gap.

Every absence that somebody typed in the example agency is taken out; then nothing says “niet vermeld” any more.
"""

from collections.abc import Mapping
from functools import cache

from tests import voorbeeld_site
from weerklank.corpus import Corpus
from weerklank.facts.facets import UNKNOWN, adjustment_facets, initiative_facets
from weerklank.facts.gaps import missing_groups
from weerklank.facts.heard import heard_table
from weerklank.model import NOT_FILLED_IN, RECORDS, Absence, Initiative, Part, Record
from weerklank.model.fields import fields_of
from weerklank.site.pages import all_tables
from weerklank.states import LEFT_OUT, NOT_STATED

TYPED = {"verband", "sterkte", "dekking"}
"""Columns of words that authors choose: there “niet vermeld” is typed, and never comes of nothing."""


def _unsaid(value: object) -> object:
    match value:
        case Absence():
            return NOT_FILLED_IN
        case tuple():
            return tuple(map(_unsaid, value))
        case Mapping():
            return {key: _unsaid(item) for key, item in value.items()}
        case Part() | Record():
            return value.model_copy(update={own.attribute: _unsaid(own.value(value)) for own in fields_of(value)})
    return value


@cache
def left_out() -> Corpus:
    """The example agency of which nobody wrote that something is not there, nor why."""
    found = voorbeeld_site.corpus()
    for kind in RECORDS.values():
        records = tuple(item for item in found.records() if isinstance(item, kind))
        bare = map(_unsaid, records)
        found = found.having(kind, tuple(item for item in bare if isinstance(item, Record)))
    return found


def test_no_cell_of_a_table_says_that_the_source_is_silent() -> None:
    """In any table of the site: what is not filled in is a dash."""
    silent = [
        (table.name, column.key, row[0].text)
        for table in all_tables(left_out())
        if not table.name.startswith("wat-de-bron-niet-zegt")  # these are the gaps, below
        for row in table.rows
        for column, cell in zip(table.columns, row, strict=True)
        if column.key not in TYPED and (cell.state == NOT_STATED or cell.text == NOT_STATED.word)
    ]
    dashes = [cell for table in all_tables(left_out()) for row in table.rows for cell in row if cell.state == LEFT_OUT]

    assert [] == silent
    assert dashes


def test_no_list_and_no_gap_does() -> None:
    """No value of a facet is “niet vermeld”, and no row of the page of gaps but an unanswered part of a question."""
    facets = (*initiative_facets(left_out()), *adjustment_facets(left_out()))
    kept = {
        (facet.dimension, name)
        for facet in facets
        for value in facet.values
        if value.id == UNKNOWN and facet.dimension != "sterkte"
        for name in value.ids
    }

    assert set() == kept
    assert [] == [
        group.what for group in missing_groups(left_out()) if group.state == NOT_STATED and not group.gaps[0].unanswered
    ]


def test_who_is_named_counts_apart_what_is_not_filled_in() -> None:
    """An initiative whose policy field is not filled in is not one whose source gives none."""
    items = voorbeeld_site.corpus().initiatives
    unfilled = [item.model_copy(update={"policy_fields": NOT_FILLED_IN}) for item in items]
    table = heard_table(voorbeeld_site.corpus().having(Initiative, unfilled))
    at = {column.key: place for place, column in enumerate(table.columns)}
    counts = {key: [row[at[key]].value for row in table.rows] for key in ("veld_niet_vermeld", "veld_niet_ingevuld")}

    assert not any(counts["veld_niet_vermeld"])
    assert any(counts["veld_niet_ingevuld"])
    assert "veld_niet_ingevuld" not in {column.key for column in heard_table(voorbeeld_site.corpus()).columns}
