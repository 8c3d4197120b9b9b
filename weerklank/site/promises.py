"""The list of promises: what is late comes first, then what still runs, what was kept, what was withdrawn.

In: the public corpus. Out: `PromisesPage`. What was already certain when it was promised stands in a list of its own.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.table import Table
from weerklank.document.parts import NOTHING, Link, Mark, Said, mark, record_link, table_downloads, words
from weerklank.facts.listing import all_of
from weerklank.facts.promises import (
    GROUPS,
    KEPT,
    STOOD,
    Stance,
    certain,
    in_force,
    in_order,
    last_step,
    shown_state,
    standings,
    statement,
)
from weerklank.facts.verdicts import statement as said_of
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import Absence, Evidence, Promise
from weerklank.site.lists import Beside, ListPage, Row, Told, list_head, record_row, stances
from weerklank.site.shell import PROMISES, Head
from weerklank.states import LATE, Shape, State
from weerklank.wording import date_words

_KIND = "toezegging"
_ABOUT = "Wat in het parlement toegezegd is, aan wie en tegen wanneer. Wat te laat is, staat bovenaan."


@dataclass(frozen=True)
class PromiseRow:
    """One promise: its literal words, who said them to whom and at which question; how it stands, by when and why.

    `evidence`: what shows that it was kept; `unproven`: the mark that says that nothing does, or None. `verdicts`: what
    those who asked for it say of it, each under its name.
    """

    link: Link
    words: tuple[str, ...]
    summary: Markup
    said: tuple[str, ...]
    question: Link | None
    mark: Mark
    term: tuple[str, ...]
    reason: Markup
    evidence: tuple[Link, ...]
    unproven: Mark | None
    verdicts: tuple[Told, ...]


@dataclass(frozen=True)
class PromisesPage:
    """Everything the template of the list of promises prints. `key`: how many stand in which way, and what that means.

    `certain`: what was already certain, counted apart; `feed`: where all of it can be followed.
    """

    head: Head
    statement: str
    key: tuple[tuple[Mark, str], ...]
    rows: tuple[PromiseRow, ...]
    certain: tuple[PromiseRow, ...]
    empty: Markup
    feed: Link
    table: Table | None
    downloads: tuple[Link, ...]


def promises_page(corpus: Corpus) -> PromisesPage:
    """The list of all promises."""
    kind = KINDS[_KIND]
    groups, apart = standings(corpus), certain(corpus)
    found = tuple(stands for group in GROUPS for stands in groups[group])
    table = all_of(corpus, kind) if found or apart else None
    judged = said_of(corpus.every(Promise), (kind.name, kind.plural))
    about = " ".join(filter(None, (_ABOUT if table else kind.about, judged)))
    return PromisesPage(
        head=list_head(corpus, _KIND, about, feeds=(PROMISES,)),
        statement=statement(corpus),
        key=tuple(_key(group, groups[group]) for group in GROUPS if groups[group]),
        rows=tuple(_row(corpus, stands) for stands in found),
        certain=tuple(_row(corpus, stands) for stands in apart),
        empty=inline(kind.none),
        feed=PROMISES,
        table=table,
        downloads=table_downloads(table) if table else (),
    )


@once
def promises_list(corpus: Corpus) -> ListPage:
    """The same of so many that a reader narrows them: one row each, and how many stand in which way to choose from."""
    page = promises_page(corpus)
    rows = tuple(_list_row(corpus, stands) for stands in in_order(corpus))
    return ListPage(page.head, _KIND, rows, page.empty, page.statement)


def _list_row(corpus: Corpus, stands: Stance) -> Row:
    item = stands.item
    word = stands.words or (stands.group.word if not item.already_certain else STOOD)
    told = Told("Stand", mark(stands.group, word=word))
    return record_row(corpus, item, *_said(item), *_term(item), trace=(told, *stances(corpus, item)))


def beside_questions(corpus: Corpus) -> tuple[Beside, ...]:
    """Beside the list of questions: where the promises are, how many were kept, and which are late."""
    kind = KINDS[_KIND]
    if not corpus.every(Promise):
        return ()
    every = (Link("Alle toezeggingen", addresses.index(_KIND)), words(statement(corpus)), ())
    late = (
        (record_link(corpus, stands.item.ref), Said(NOTHING, mark(LATE, word=stands.words)), ())
        for stands in standings(corpus)[LATE]
    )
    return (Beside("toezeggingen", corpus.organisation.called(kind), kind.about, (every, *late)),)


def _key(group: State, found: tuple[Stance, ...]) -> tuple[Mark, str]:
    """How many stand so, and what that is; of what was kept, for how many there is something to look at."""
    proven = sum(bool(_evidence(stands.item)) for stands in found)
    meaning = f"{proven} met bewijsstuk" if group is KEPT else group.definition
    return mark(group, word=f"{len(found)} {group.word}"), meaning


def _row(corpus: Corpus, stands: Stance) -> PromiseRow:
    item = stands.item
    evidence = _evidence(item)
    state = LATE if stands.group is LATE else shown_state(corpus, item)
    return PromiseRow(
        link=record_link(corpus, item.ref),
        words=tuple(citation.quotation for citation in item.words if citation.quotation),
        summary=inline(item.summary),
        said=tuple(_said(item)),
        question=record_link(corpus, item.question) if item.question else None,
        mark=mark(state, word=stands.words or state.word),
        term=_term(item),
        reason=inline(item.reason or item.already_certain),
        evidence=tuple(Link(shown.title, url=shown.url) for shown in evidence),
        unproven=None if evidence or item.is_open else Mark("bewijsstuk niet opgegeven", Shape.NOT_APPLICABLE),
        verdicts=stances(corpus, item),
    )


def _said(item: Promise) -> list[str]:
    """By whom, to whom and when, as far as that is stated."""
    known = (("Door", item.promised_by), ("Aan", item.promised_to))
    lines = [f"{word}: {name}" for word, name in known if not isinstance(name, Absence)]
    on = item.said_on
    when = f"Dag {on.state.word}" if isinstance(on, Absence) else f"Gezegd {'op' if on.day else 'in'} {date_words(on)}"
    return [*lines, when]


def _term(item: Promise) -> tuple[str, ...]:
    """By when, how far it is while it is open, and who closed it."""
    words = in_force(item)
    step = f"Laatste stap: {last_step(item)}" if item.is_open and item.steps else ""
    closed = "" if isinstance(item.closed_by, Absence) else f"Afgesloten door: {item.closed_by}"
    return tuple(filter(None, (f"{words[:1].upper()}{words[1:]}.", step, closed)))


def _evidence(item: Promise) -> tuple[Evidence, ...]:
    """What shows the last step, and that it was closed."""
    return (*(item.steps[-1].evidence if item.steps else ()), *item.closed_with)
