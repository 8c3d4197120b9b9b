"""The key figures of the home page, each with what it counts and of how many.

In: the public corpus. Out: frozen `KeyFigure` values whose sentences are computed.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from decimal import Decimal

from weerklank.corpus import Corpus
from weerklank.data.table import OPEN_LIST
from weerklank.facts.complaints import figure_said, years_of
from weerklank.facts.divisions import share_words
from weerklank.facts.loop import Loop, LoopCell, done_leaves, followed, in_each, leaves_from, loops, not_done, points
from weerklank.facts.ties import ties_of
from weerklank.facts.trace import direct_leaves
from weerklank.facts.voice import does, source
from weerklank.model import Absence, Adjustment, Result, said_absent
from weerklank.model.usual import is_usual
from weerklank.states import LEFT_OUT, NOT_APPLICABLE, STATED, Shape
from weerklank.wording import date_words, listing, uncapital


@dataclass(frozen=True)
class KeyFigure:
    """`number` is shown large, `of` is the denominator ("van 23") or "", `what` is counted, `note` says the rest.

    `kind`: that of the records counted: their list is where the figure leads.
    """

    number: str
    of: str
    what: str
    note: str
    kind: str


def _plural(number: int, one: str, many: str) -> str:
    return one if number == 1 else many


def _initiatives(corpus: Corpus) -> KeyFigure:
    number = len(corpus.initiatives)
    counts = Counter(item.level.id for item in corpus.initiatives)
    words = [word for word in corpus.words("niveau") if counts[word.id]]
    if all(is_usual("niveau", word.name) for word in words):
        note = f"waarvan {listing(f'{counts[word.id]} {uncapital(word.name)}' for word in words)}." if words else ""
    else:
        note = f"Niveau: {listing(f'{uncapital(word.name)} ({counts[word.id]})' for word in words)}."
    if corpus.is_open("initiatief"):
        note = f"{note} {OPEN_LIST}".strip()
    return KeyFigure(str(number), "", _plural(number, "initiatief", "initiatieven"), note, "initiatief")


def _adjustments(corpus: Corpus) -> KeyFigure:
    number, every = len(done_leaves(corpus)), len(corpus.leaves)
    direct = direct_leaves(corpus)
    counted_points = points(corpus, direct)
    verb = _plural(len(direct), "volgt", "volgen")
    note = f"{len(direct)} daarvan {verb} rechtstreeks uit feedback." if number else ""
    if counted_points != len(direct):
        as_points = f"{counted_points} {_plural(counted_points, 'punt', 'punten')}"
        note += f" In {source(corpus)} staan die {len(direct)} als {as_points}."
    if others := not_done(corpus.leaves):
        note = f"{note} Niet meegeteld: {others}.".strip()
    if corpus.is_open("bijsturing"):
        note = f"{note} {OPEN_LIST}".strip()
    if number == every:
        return KeyFigure(str(number), "", _plural(number, "bijsturing", "bijsturingen"), note, "bijsturing")
    what = f"{_plural(every, 'bijsturing', 'bijsturingen')} gedaan of bezig"
    return KeyFigure(str(number), f"van {every}", what, note, "bijsturing")


def stated_results(corpus: Corpus) -> tuple[Result, ...]:
    """The results of all measurements that have a figure."""
    return tuple(r for item in corpus.measurements for r in item.results if not isinstance(r.value, Absence))


def _results(corpus: Corpus) -> KeyFigure:
    results = stated_results(corpus)
    subjects = tuple(dict.fromkeys(uncapital(item.subject) for item in corpus.measurements if item.subject))
    groups = tuple(dict.fromkeys(result.group for result in results if isinstance(result.group, str)))
    silent = sum(1 for result in results if said_absent(result.respondents))
    pieces = [f"over {listing(subjects)}"] if subjects else []
    pieces += [f"bij {listing(groups)}"] if groups else []
    note = f"{', '.join(pieces)}." if pieces else ""
    if results and silent == len(results):
        note += " Aantal antwoorden: niet vermeld."
    what = f"{_plural(len(results), 'cijfer', 'cijfers')} uit metingen"
    return KeyFigure(str(len(results)), "", what, note.strip(), "meting")


def _complaints(corpus: Corpus) -> Iterator[KeyFigure]:
    """The complaints of the last year that gives their number, how fast they were answered, and what followed."""
    year = next((item for item in years_of(corpus) if isinstance(item.received, Decimal)), None)
    if year is None or isinstance(year.received, Absence):
        return
    early, late = year.within_45, year.over_45
    pieces = []
    if (
        isinstance(early, Decimal)
        and isinstance(late, Decimal)
        and early + late
        and year.is_exact("within_45", "over_45")
    ):
        pieces.append(f"{share_words(early, early + late)} kreeg binnen 45 dagen een antwoord.")
    leaves = complained_leaves(corpus)
    tied = tuple(leaf for leaf in leaves if any(tie.complaints and tie.is_said for tie in ties_of(corpus, leaf)))
    if followed_by := in_each(tied):
        pieces.append(f"Bijsturingen die volgens {source(corpus)} uit klachten volgden: {followed_by}.")
    if untied := in_each(leaf for leaf in leaves if leaf not in tied):
        pieces.append(f"Bijsturingen met klachten als aanleiding, verband niet vermeld: {untied}.")
    told = figure_said(corpus, year, "received")
    word = "klacht" if year.received == 1 else "klachten"
    yield KeyFigure(told, "", f"{word} in {date_words(year.year)}", " ".join(pieces), "klachtenjaar")


def key_figures(corpus: Corpus) -> tuple[KeyFigure, ...]:
    """Initiatives, adjustments, figures of satisfaction, and complaints where a year gives their number."""
    return _initiatives(corpus), _adjustments(corpus), _results(corpus), *_complaints(corpus)


def complained_leaves(corpus: Corpus) -> tuple[Adjustment, ...]:
    """The adjustments without parts that name complaints of any year as their reason, each once."""
    found = (leaf for year in years_of(corpus) for leaf in leaves_from(corpus, year.ref))
    return tuple({leaf.id: leaf for leaf in found}.values())


def complaints_cells(corpus: Corpus) -> tuple[LoopCell, LoopCell, LoopCell] | None:
    """Complaints as a channel beside initiatives: nobody asked for them, how many there were, and what followed.

    None where no year is recorded.
    """
    years = years_of(corpus)
    if not years:
        return None
    year = next((item for item in years if isinstance(item.received, Decimal)), years[0])
    if isinstance(year.received, Absence):
        heard = LoopCell(year.received.state.word, year.received.state)
    else:
        told = figure_said(corpus, year, "received")
        word = "klacht" if year.received == 1 else "klachten"
        heard = LoopCell(f"{told} {word} in {date_words(year.year)}", STATED)
    done = followed(complained_leaves(corpus)) or LoopCell(LEFT_OUT.word, LEFT_OUT)
    return LoopCell(NOT_APPLICABLE.word, NOT_APPLICABLE), heard, done


_HEARD = (Shape.STATED, Shape.PARTLY, Shape.QUALITATIVE)
"""What was heard is in the source: in figures, in part, or in words."""


def statement(corpus: Corpus, among: Collection[str] | None = None) -> str:
    """One sentence that the overview of initiatives proves; `among`: of these ids only."""
    all_loops: list[Loop] = [loop for loop in loops(corpus) if among is None or loop.initiative in among]
    total = len(all_loops)
    if not total:
        return "Er zijn nog geen initiatieven opgetekend."
    silent = sum(1 for loop in all_loops if loop.heard.shape is Shape.SILENT)
    left = sum(1 for loop in all_loops if loop.heard.state == LEFT_OUT)
    if silent == left == 0:
        every = "het ene initiatief" if total == 1 else f"alle {total} initiatieven"
        why = "" if all(loop.heard.shape in _HEARD for loop in all_loops) else ", of waarom niet"
        return f"Bij {every} staat in {source(corpus)} wat er gehoord werd{why}."
    some = "het ene initiatief" if total == 1 else f"{silent or left} van de {total} initiatieven"
    unfilled = "is nog niet ingevuld wat er gehoord werd"
    if not silent:
        return f"Bij {some} {unfilled}."
    rest = f" Bij {left} andere {unfilled}." if left else ""
    return f"Bij {some} {does(corpus, 'vermeldt', 'vermelden')} {source(corpus)} niet wat er gehoord werd.{rest}"
