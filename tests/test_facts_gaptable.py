"""The absences as tables: one row per thing that is not there, and one row per absent fact."""

import pytest

from tests.corpus_samples import INITIATIVE, OTHER, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank.corpus import Corpus
from weerklank.facts.gaps import empty_policy_fields, gap_groups, gaps
from weerklank.facts.gaptable import differing, every_gap, gap_table, shared_reason, where
from weerklank.model import Measurement

CORPORA = pytest.mark.parametrize("found", [example(), corpus(), minimal()], ids=["example", "sample", "minimal"])


@CORPORA
def test_the_table_has_a_row_for_each_group_and_each_empty_field(found: Corpus) -> None:
    """What the page shows and what the file holds are the same rows."""
    assert len(gap_groups(found)) + len(empty_policy_fields(found)) == len(gap_table(found).rows)
    assert len(gaps(found)) == len(every_gap(found).rows)


@CORPORA
def test_an_absence_is_a_state_and_never_an_empty_cell(found: Corpus) -> None:
    """Each row says in which state the thing is, for people by its word and for machines by its key."""
    for table in (gap_table(found), every_gap(found)):
        place = [column.key for column in table.columns].index("toestand")
        cells = [row[place] for row in table.rows]
        assert [] == [cell for cell in cells if cell.state is None or cell.text != cell.state.word]
        assert [] == [row for row in table.rows if not row[0].text]


def test_where_a_gap_is() -> None:
    """In one record by name, in several by number, and of the question by its parts."""
    found = {(group.kind, group.what, group.state.key): group for group in gap_groups(example())}
    short = example().having(Measurement, [item for item in example().measurements if item.id.startswith("duiven")])
    (alone,) = (group for group in gap_groups(short) if group.what == "De steekproef")
    assert "Duiven op het Lindeplein" == where(alone)
    assert "7 van 14 bijsturingen" == where(found["bijsturing", "Het effect", "niet_vermeld"])
    assert "1 van 20 delen" == where(
        found["vraag", "Delen van een vraag die het antwoord niet behandelt", "niet_vermeld"]
    )


def test_a_reason_is_shared_by_all_or_not_at_all() -> None:
    """Records that miss a thing for one reason have one reason; no reason is none, and differs from one."""
    absent = {"toestand": "niet_vermeld", "reden": "Niemand telde."}
    records = [record("initiatief", item, doel=absent) for item in (INITIATIVE, OTHER)]
    groups = {group.what: group for group in gap_groups(corpus(*records))}
    assert ("Niemand telde.", "") == (shared_reason(groups["Het doel"]), shared_reason(groups["De uitkomst"]))
    other = record("initiatief", OTHER, id="cc", titel="CC")
    table, (mixed,) = (
        gap_table(found := corpus(*records, other)),
        (group for group in gap_groups(found) if group.what == "Het doel"),
    )
    assert (None, "De reden staat bij 2 van 3") == (shared_reason(mixed), differing(mixed))
    assert ["De reden staat bij 2 van 3: zie wat-de-bron-niet-zegt-per-record."] == [
        row[3].text for row in table.rows if row[0].text == "Het doel"
    ]


def test_a_row_without_a_reason_says_what_its_state_means() -> None:
    """A reader never finds an empty explanation."""
    table = gap_table(corpus())
    place = [column.key for column in table.columns].index("reden")
    assert [] == [row for row in table.rows if not row[place].text]
    assert "Het staat niet in de bron. Dat betekent niet dat het er niet was." in {
        row[place].text for row in table.rows
    }


def test_every_gap_leads_to_its_record() -> None:
    """The full list names kind, id and field, and links to the page."""
    row = every_gap(corpus()).rows[0]
    assert ("initiatief:bevraging", "Bevraging", "initiatieven/bevraging.html") == (
        row[0].text,
        row[1].text,
        row[1].path,
    )
