"""What the source does not say: every absence by state, with reason and place; and where a source says two things.

In: the public corpus. Out: `GapsPage`.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.numbering import Sources, sources_of
from weerklank.document.parts import Link, Mark, mark, record_link, table_downloads
from weerklank.facts.gaps import Gap, GapGroup, empty_policy_fields, gap_groups, gap_number
from weerklank.facts.gaptable import EACH_NAME, differing, gap_table, shared_reason, where
from weerklank.facts.voice import source
from weerklank.markup import inline
from weerklank.model import Ref, Tension
from weerklank.site.paging import pages_for, spans
from weerklank.site.shell import GAPS, Head, head
from weerklank.states import ABSENCES, NOT_STATED, State
from weerklank.wording import capital, counted, uncapital

EACH = Link("Elk gegeven apart als csv", addresses.download(EACH_NAME, "csv"))
"""The file with a row for each record and what it lacks."""


@dataclass(frozen=True)
class GapRow:
    """One thing that is not there: why, where, and the records it is missing in, each with its own reason.

    `why` is empty when no reason is known; `varies` says so when not each record has this reason; then each of
    `records` has its own, or none. `more`: how many records there are besides these, in the file with each of them.
    """

    what: str
    why: Markup
    varies: str
    link: Link
    records: tuple[tuple[Link, Markup], ...]
    more: int = 0


@dataclass(frozen=True)
class GapSection:
    """All gaps in one state."""

    id: str
    mark: Mark
    definition: str
    rows: tuple[GapRow, ...]


@dataclass(frozen=True)
class GapsPage:
    """Everything the template of this page prints. `tensions`: those of this page; `pages`: the ways to all of them.

    `pages` is () where there is one page; the other parts stand on the first only.
    """

    head: Head
    sections: tuple[GapSection, ...]
    tensions: tuple[Tension, ...]
    sources: Sources
    pages: tuple[Link, ...]
    downloads: tuple[Link, ...]


def _row(corpus: Corpus, group: GapGroup) -> GapRow:
    shared = shared_reason(group)
    why, varies = inline(shared or ""), "" if shared is not None else differing(group)
    refs = tuple(dict.fromkeys(gap.ref for gap in group.gaps))
    if len(refs) == 1 and len(group.gaps) == 1:
        return GapRow(group.what, why, varies="", link=record_link(corpus, refs[0]), records=())
    if len(refs) == 1:
        parts = tuple((Link(gap.subject), inline(gap.reason)) for gap in group.gaps)
        return GapRow(group.what, why, varies, record_link(corpus, refs[0], text=where(group)), parts)
    place = Link(where(group), addresses.index(group.kind))
    records = tuple((_missing(corpus, gap), inline(gap.reason if varies else "")) for gap in group.gaps)
    each = tuple(dict.fromkeys(records))
    return GapRow(group.what, why, varies, place, each[:_MOST], max(0, len(each) - _MOST))


_MOST = 40
"""So many records stand under what they lack; the file with each of them has all."""


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
                varies="",
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


_ON_A_PAGE = 80
"""So many places where a source says two things stand on one page."""


def gaps_pages(corpus: Corpus) -> Iterator[tuple[str, Callable[[], GapsPage]]]:
    """The page of all gaps with its path, and more of them where a source often says two things."""
    for number in range(1, pages_for(len(all_tensions(corpus)), _ON_A_PAGE) + 1):
        yield addresses.numbered(addresses.GAPS, number), partial(gaps_page, corpus, number)


def gaps_page(corpus: Corpus, number: int = 1) -> GapsPage:
    """Page `number` of all gaps."""
    every = all_tensions(corpus)
    first = (number - 1) * _ON_A_PAGE
    tensions = every[first : first + _ON_A_PAGE]
    path, alone = addresses.numbered(addresses.GAPS, number), number == 1
    groups = gap_groups(corpus) if alone else ()
    lead = (
        f"{counted(gap_number(corpus), 'gegeven is', 'gegevens zijn')} er niet, en hier staat waarom. Een leeg vak op"
        " deze site is nooit een nul. Een streepje staat er niet bij: dat is nog niet ingevuld, en zegt niets over"
        f" wat er in {source(corpus)} staat."
        if alone
        else f"Waar de bron twee dingen zegt: {first + 1} tot {first + len(tensions)} van {len(every)}."
    )
    return GapsPage(
        head(
            corpus,
            path=path,
            title=GAPS.text if alone else f"{GAPS.text}, pagina {number}",
            lead=lead,
            trail=() if alone else (GAPS,),
            section=addresses.GAPS,
            silent=True,
        ),
        tuple(found for found in (_section(corpus, state, groups) for state in ABSENCES if alone) if found.rows),
        tensions,
        sources_of(corpus, tensions),
        spans(addresses.GAPS, number, len(every), _ON_A_PAGE),
        (*table_downloads(gap_table(corpus)), EACH) if alone else (),
    )
