"""Who is named: counted per policy field and per level, with the empty places."""

from tests.corpus_samples import INITIATIVE, OTHER, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.data.table import Table
from weerklank.facts.heard import heard_table, level_table, naming
from weerklank.model import Ref
from weerklank.states import NOT_NAMED, Shape

NAMED = {"belanghebbenden": ["besturen"]}
BOTH = (record("initiatief", INITIATIVE, **NAMED), record("initiatief", OTHER, **NAMED, niveau="strategisch"))


def rows(table: Table) -> dict[str, list[str]]:
    """The numbers of each stakeholder in words."""
    return {row[0].text: [cell.text for cell in row[1:]] for row in table.rows}


def test_an_initiative_names_a_stakeholder_once() -> None:
    """Two parts in one initiative are one initiative."""
    twice = record("initiatief", INITIATIVE, belanghebbenden=["besturen", {"wie": "besturen", "rol": "gastheer"}])
    assert ["bevraging"] == [item.id for item in naming(corpus(twice), Ref("belanghebbende", "besturen"))]
    assert () == naming(corpus(), Ref("belanghebbende", "besturen"))


def test_counts_per_policy_field() -> None:
    """In all, in each field (with those for all fields), for all fields at once, and without a known field."""
    found = heard_table(corpus(*BOTH))
    keys = [
        "belanghebbende",
        "alle_initiatieven",
        "gelijke_kansen",
        "brussel",
        "verschillende_of_alle",
        "veld_niet_vermeld",
    ]
    assert keys == [column.key for column in found.columns]
    assert {"Lokale besturen": ["2", "2", "1", "1", "niet genoemd"]} == rows(found)


def test_an_empty_place_is_no_zero() -> None:
    """A place where nobody is named is silent: its own word, ruled, without a number."""
    empty = [cell for row in heard_table(corpus(*BOTH)).rows for cell in row if cell.state is not None]
    assert {(NOT_NAMED, None, Shape.SILENT)} == {
        (cell.state, cell.value, cell.state.shape) for cell in empty if cell.state
    }


def test_counts_per_level() -> None:
    """In how many initiatives of each level; where none is, that is said in words, as in every other table."""
    found = level_table(corpus(*BOTH))
    assert ["belanghebbende", "strategisch", "operationeel", "intern"] == [column.key for column in found.columns]
    assert {"Lokale besturen": ["1", "1", "niet genoemd"]} == rows(found)


def test_who_is_named_nowhere_is_counted_in_a_note() -> None:
    """A row of nothing would say less than a number; when all are named, nobody is counted."""
    assert "andere" not in " ".join(heard_table(corpus(*BOTH)).notes)
    assert {} == rows(heard_table(corpus())) == rows(level_table(corpus()))
    assert "Bij geen enkel initiatief genoemd: 1 andere." == heard_table(corpus()).notes[-1]


def test_the_most_heard_come_first() -> None:
    """By number of initiatives, then by name."""
    counts = [int(row[1].text) for row in heard_table(example()).rows]
    assert sorted(counts, reverse=True) == counts
    assert 13 == len(counts) + int(heard_table(example()).notes[-1].split()[-2])


def test_only_a_source_that_gives_examples_is_called_open() -> None:
    """A list that the source calls complete is not called one of examples."""
    assert (True, True) == (
        heard_table(example()).non_exhaustive,
        level_table(example()).non_exhaustive,
    )
    assert (False, False) == (heard_table(minimal()).non_exhaustive, level_table(minimal()).non_exhaustive)
    assert [] == [note for note in heard_table(minimal()).notes if "er kan meer zijn" in note]


def test_more_fields_than_initiatives_are_explained() -> None:
    """An initiative in two policy fields is counted in both, and the table says so; without one it need not."""
    two = record("initiatief", INITIATIVE, **NAMED, beleidsvelden=["gelijke-kansen", "brussel"])
    assert any("in elk daarvan" in note for note in heard_table(corpus(two)).notes)
    assert not any("in elk daarvan" in note for note in heard_table(corpus(BOTH[0])).notes)
