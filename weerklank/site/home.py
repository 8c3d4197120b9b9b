"""The home page: what you told us and what we did with it, and where the source is silent.

In: the public corpus. Out: `HomePage`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, Mark, mark, record_link
from weerklank.facts.figures import KeyFigure, complaints_cells, key_figures, stated_results, statement
from weerklank.facts.gaps import gap_number
from weerklank.facts.heard import naming
from weerklank.facts.loop import LoopCell, in_each, loops, summed
from weerklank.facts.promises import statement as kept
from weerklank.facts.questions import kinds_in
from weerklank.facts.voice import does, source
from weerklank.kinds import KINDS
from weerklank.markup import inline
from weerklank.model import Absence, ChangeNote, Promise, Ref
from weerklank.site import linked
from weerklank.site.changes import latest_changes
from weerklank.site.opening import CHANGES, Change, Opening, changes_told, opening
from weerklank.site.shell import EVERYTHING, GAPS, HEARD, Head, head, list_link
from weerklank.states import LEFT_OUT, Shape
from weerklank.wording import counted, number, unit_of


@dataclass(frozen=True)
class Way:
    """A way into the site: how much is there (`count`) and what (`about`)."""

    link: Link
    count: str
    about: str


@dataclass(frozen=True)
class HomePage:
    """Everything the template of the home page prints.

    `opening`: one thing that changed, None where nothing is done yet; `changed`: what else, by where it came from;
    `examples`: what one can search for. `figures`: the key figures, each with the list that proves it; `legend`: the
    states in the poster, each with its meaning; `scope`: where all of it comes from. `poster`: initiatives, each with
    what was asked, heard and done, `more`: how many it has no room for, `totals`: the words in each column counted;
    `complaints`: the same of complaints, a channel that is no initiative. `ways`: what else there is.
    """

    head: Head
    opening: Opening | None
    changed: tuple[Change, ...]
    examples: tuple[str, ...]
    figures: tuple[tuple[KeyFigure, Link], ...]
    legend: tuple[tuple[Mark, str], ...]
    scope: Markup
    statement: str
    poster: tuple[tuple[Link, tuple[LoopCell, LoopCell, LoopCell]], ...]
    more: int
    totals: tuple[str, str, str]
    complaints: tuple[Link, tuple[LoopCell, LoopCell, LoopCell]] | None
    ways: tuple[Way, ...]
    changes: tuple[tuple[ChangeNote, Link], ...]


POSTER_ROWS = 30
"""More rows than this are a list, not a poster (the rest is on the page of initiatives)."""


def _ways(corpus: Corpus) -> tuple[Way, ...]:
    """The ways in, with how much is behind each."""
    figures = len(stated_results(corpus))
    others = sum(len(item.results) for item in corpus.measurements) - figures
    silent = f", en {others} keer geen cijfer" if others else ""
    return (
        Way(
            list_link(corpus, KINDS["initiatief"]),
            str(len(corpus.initiatives)),
            f"Wat er bij elk gevraagd, gehoord en gedaan werd, volgens {source(corpus)}",
        ),
        Way(
            list_link(corpus, KINDS["bijsturing"]),
            str(len(corpus.leaves)),
            f"Wat veranderde of zou veranderen, en uit welk initiatief: {in_each(corpus.leaves)}".removesuffix(": "),
        ),
        Way(
            list_link(corpus, KINDS["meting"]),
            str(len(corpus.measurements)),
            f"Met de woorden achter elk cijfer: {counted(figures, 'cijfer', 'cijfers')}{silent}",
        ),
        *_complaints(corpus),
        Way(
            list_link(corpus, KINDS["vraag"]),
            str(len(corpus.questions)),
            f"{kinds_in(corpus)}, deel per deel, met de bijlage in pdf",
        ),
        *_promises(corpus),
        Way(
            HEARD,
            str(len(corpus.vocabularies["belanghebbende"].terms)),
            f"Wie {source(corpus)} {does(corpus, 'noemt', 'noemen')}, en bij welke initiatieven",
        ),
        Way(
            GAPS,
            str(gap_number(corpus)),
            f"Alles wat {source(corpus)} niet {does(corpus, 'vermeldt', 'vermelden')}, met de reden als die er staat",
        ),
    )


def _complaints(corpus: Corpus) -> Iterator[Way]:
    """The way to the complaints, where a year of them is recorded."""
    if corpus.complaints:
        years = counted(len(corpus.complaints), "jaar", "jaren")
        about = (
            f"Hoeveel het er waren in {years}, waarover ze gingen, hoe snel er een antwoord kwam en wat eruit volgde"
        )
        yield Way(list_link(corpus, KINDS["klachtenjaar"]), str(len(corpus.complaints)), about)


def _legend(cells: Iterable[LoopCell]) -> tuple[tuple[Mark, str], ...]:
    """The states that are drawn, each once by its shape and the dash apart, with what it means."""
    found = {(cell.state.shape, cell.state == LEFT_OUT): cell.state for cell in cells}
    places = ((shape, unfilled) for shape in Shape for unfilled in (False, True))
    return tuple((mark(found[place]), found[place].definition) for place in places if place in found)


def _examples(corpus: Corpus) -> tuple[str, ...]:
    """What one can search for: what the page opens with, a figure as it is said, and the party that is named most."""
    first = opening(corpus)
    found = [first.link.text.partition(":")[0]] if first is not None else []
    values = (item.value for item in stated_results(corpus)[:1])
    thousands = corpus.organisation.site.thousands
    stated = (value for value in values if not isinstance(value, Absence))
    found += [f"{number(value.value, thousands=thousands)} {unit_of(value)}" for value in stated]
    parties = [term for term in corpus.words("belanghebbende") if "," not in term.name]
    if parties:
        found.append(max(parties, key=lambda term: len(naming(corpus, Ref("belanghebbende", term.id)))).name)
    return tuple(dict.fromkeys(found))


def _promises(corpus: Corpus) -> Iterator[Way]:
    """The way to the promises, where one is recorded, with how many were kept and which are late."""
    if found := corpus.every(Promise):
        yield Way(list_link(corpus, KINDS["toezegging"]), str(len(found)), kept(corpus).removesuffix("."))


def home_page(corpus: Corpus) -> HomePage:
    """The home page of the site."""
    site = corpus.organisation.site
    found = loops(corpus)
    rows = tuple(
        (record_link(corpus, Ref("initiatief", loop.initiative)), (loop.asked, loop.heard, loop.done))
        for loop in found[:POSTER_ROWS]
    )
    complained = complaints_cells(corpus)
    return HomePage(
        head=head(
            corpus,
            path=addresses.HOME,
            title=site.slogan,
            lead=site.introduction,
            section=addresses.HOME,
            about=linked.website(corpus),
            feeds=(EVERYTHING,),
        ),
        opening=opening(corpus),
        changed=changes_told(corpus)[:CHANGES],
        examples=_examples(corpus),
        figures=tuple((figure, list_link(corpus, KINDS[figure.kind])) for figure in key_figures(corpus)),
        legend=_legend(cell for _, cells in rows for cell in (*cells, *(complained or ()))),
        scope=inline(site.scope),
        statement=statement(corpus),
        poster=rows,
        more=max(0, len(found) - POSTER_ROWS),
        totals=(
            summed([loop.asked for loop in found]),
            summed([loop.heard for loop in found]),
            summed([loop.done for loop in found]),
        ),
        complaints=(list_link(corpus, KINDS["klachtenjaar"]), complained) if complained is not None else None,
        ways=_ways(corpus),
        changes=latest_changes(corpus, most=5),
    )
