"""What the source does not say: every absence by state, with reason and place; and where a source says two things.

In: the public corpus. Out: `GapsPage`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.numbering import Sources, sources_of
from weerklank.document.parts import Link, Mark, mark, record_link, table_downloads
from weerklank.facts.gaps import Gap, GapGroup, empty_policy_fields, gap_groups, gap_number
from weerklank.facts.gaptable import gap_table, reasons, where
from weerklank.facts.voice import source
from weerklank.markup import inline
from weerklank.model import Ref, Tension
from weerklank.site.shell import GAPS, Head, head
from weerklank.states import ABSENCES, NOT_STATED, State
from weerklank.wording import capital, counted, uncapital


@dataclass(frozen=True)
class GapRow:
    """One thing that is not there: why, where, and the records it is missing in, each with its own reason.

    `why` is empty when no reason is known; `varies` is set when it differs from record to record; then each of
    `records` has its own.
    """

    what: str
    why: Markup
    varies: bool
    link: Link
    records: tuple[tuple[Link, Markup], ...]


@dataclass(frozen=True)
class GapSection:
    """All gaps in one state."""

    id: str
    mark: Mark
    definition: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True)
class GapsPage:
    """Everything the template of this page prints."""

    head: Head
    sections: tuple[GapSection, ...]
    tensions: tuple[Tension, ...]
    sources: Sources
    downloads: tuple[Link, ...]


def _row(corpus: Corpus, group: GapGroup) -> GapRow:
    found = reasons(group)
    why = inline(found[0]) if len(found) == 1 else Markup("")
    refs = tuple(dict.fromkeys(gap.ref for gap in group.gaps))
    if len(refs) == 1 and len(group.gaps) == 1:
        return GapRow(group.what, why, varies=False, link=record_link(corpus, refs[0]), records=())
    if len(refs) == 1:
        parts = tuple((Link(gap.subject), inline(gap.reason)) for gap in group.gaps)
        return GapRow(group.what, why, len(found) > 1, record_link(corpus, refs[0], text=where(group)), parts)
    place = Link(where(group), addresses.index(group.kind))
    records = tuple((_missing(corpus, gap), inline("" if len(found) == 1 else gap.reason)) for gap in group.gaps)
    return GapRow(group.what, why, len(found) > 1, place, tuple(dict.fromkeys(records)))


def _missing(corpus: Corpus, gap: Gap) -> Link:
    """The record of a gap; of several questions each part without an answer is named."""
    name = f"{corpus.get(gap.ref).title}, {uncapital(gap.subject)}" if gap.unanswered else ""
    return record_link(corpus, gap.ref, text=name)


def _section(corpus: Corpus, state: State, groups: tuple[GapGroup, ...]) -> GapSection:
    rows = [_row(corpus, group) for group in groups if group.state == state]
    if state == NOT_STATED:
        rows += [
            GapRow(
                f"Een initiatief voor {place.name}",
                inline("Wel genoemd als beleidsveld."),
                varies=False,
                link=record_link(corpus, Ref("beleidsveld", place.id)),
                records=(),
            )
            for place in empty_policy_fields(corpus)
        ]
    return GapSection(state.key.replace("_", "-"), mark(state, word=capital(state.word)), state.definition, tuple(rows))


def all_tensions(corpus: Corpus) -> tuple[Tension, ...]:
    """The tensions of all records, each once."""
    found: list[Tension] = list(corpus.organisation.tensions)
    for record in corpus.records():
        found += getattr(record, "tensions", ())
    return tuple(dict.fromkeys(found))


def gaps_page(corpus: Corpus) -> GapsPage:
    """The page of all gaps."""
    groups = gap_groups(corpus)
    sections = tuple(s for s in (_section(corpus, state, groups) for state in ABSENCES) if s.rows)
    lead = (
        f"{counted(gap_number(corpus), 'gegeven staat', 'gegevens staan')} niet in {source(corpus)}. Een leeg vak op"
        " deze site is nooit een nul en nooit een vergetelheid: hier staat waarom het leeg is."
    )
    tensions = all_tensions(corpus)
    return GapsPage(
        head(corpus, path=addresses.GAPS, title=GAPS.text, lead=lead, section=addresses.GAPS, silent=True),
        sections,
        tensions,
        sources_of(corpus, tensions),
        (
            *table_downloads(gap_table(corpus)),
            Link(
                "Elk gegeven apart als csv",
                addresses.download("wat-de-bron-niet-zegt-per-record", "csv"),
            ),
        ),
    )
