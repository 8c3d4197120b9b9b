"""The coverage report of a question: what those who write and check an answer read before it leaves, and nobody else.

In: every record, public or not, the question, what was found in the content, and the day. Out: one frozen view. What
stands in it is in no public file: it is made from records as their authors wrote them, verdicts and remarks included.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from weerklank.corpus import Corpus, public
from weerklank.data.table import spread
from weerklank.document.annex.heading import Clause, clause
from weerklank.document.parts import Mark, mark
from weerklank.document.remarks import AtField, Reviewed, Tensed, reviewed, tensed, unfilled, warnings
from weerklank.facts.annexes import annex_corpus, label
from weerklank.facts.coverage import in_words
from weerklank.facts.deadline import due
from weerklank.facts.promises import in_force, late_words, made_at
from weerklank.facts.questions import called
from weerklank.findings import Finding
from weerklank.markup import bare
from weerklank.model import NOW, PartialDate, Promise, Question, QuestionPart, Record, Ref, SubQuestion
from weerklank.model.fields import field_of, word_of
from weerklank.states import COVERAGES, State, coverage
from weerklank.wording import capital, counted, date_words, listing, uncapital

INTERNAL = "Intern, niet voor publicatie"
NOT_TREATED = "niet behandeld"
_READERS = 2  # are the rule
_TERM = (
    "Uiterlijk: twintig werkdagen na de dag van de vraag; zaterdagen, zondagen en wettelijke feestdagen tellen niet "
    "mee, andere sluitingsdagen zijn niet bekend."
)
_ASKED = ("number", "session_year", "askers", "ministers", "asked_on")


@dataclass(frozen=True)
class PartRow:
    """One part: what is asked, what the answer says now (by its record), the verdict (None while nobody judged), why,
    and what can be filled in by whom. What is the same as of an earlier part of the question refers to that part.
    """

    label: str
    letter: str
    asked: str
    answer: str
    verdict: Mark | None
    reason: str
    who: str
    what: str


@dataclass(frozen=True)
class SubRows:
    """One sub-question in the member's own words, with its parts. `inwords`: their verdicts in words.

    `short`: the sentence about it in the annex.
    """

    number: int
    subject: str
    text: str
    short: str
    inwords: str
    parts: tuple[PartRow, ...]


@dataclass(frozen=True)
class DateRow:
    """One day on the way of the answer: what happened, when, and how many days after the question.

    `on`: the day, None where none is known; `note`: a remark.
    """

    term: str
    day: Clause
    after: str
    on: date | None
    note: str = ""


@dataclass(frozen=True)
class CoverageView:
    """The report. `dates`: as many days beside each other as a table has room for. `term`: how the last day is
    computed, "" where there is none.

    `counts`: each verdict that occurs, what it presumes or "", and how many parts have it; `unjudged`: how many
    have none.

    `tensions`: where sources say two things; `conflicts`: what `check` warns of; `silent`: what the author left out;
    `promises`: what was promised at the question or stands in its annex, with the days of its deadline.
    `cited`, `reviews`: how many citations there are, and those that somebody compared. `attachments`: none.
    """

    document_title: str
    organisation: str
    government: str
    description: str
    internal: str
    title: str
    formula: tuple[Clause, ...]
    running: str
    lead: str
    dates: tuple[tuple[DateRow, ...], ...]
    term: str
    readers: tuple[str, ...]
    subs: tuple[SubRows, ...]
    counts: tuple[tuple[Mark, str, int], ...]
    unjudged: int
    tensions: tuple[Tensed, ...]
    conflicts: tuple[AtField, ...]
    cited: int
    reviews: tuple[Reviewed, ...]
    silent: tuple[AtField, ...]
    promises: tuple[AtField, ...]
    checklist: tuple[str, ...]
    attachments: tuple[()] = ()


_MOST_DAYS = 8


def coverage_view(
    corpus: Corpus, question: str, *, found: tuple[Finding, ...], files: Mapping[str, Ref], today: date
) -> CoverageView:
    """Gather the report. `files`: the record of each file, for the findings."""
    item = corpus.get(Ref("vraag", question))
    assert isinstance(item, Question)
    own = _own(corpus, item)
    number, year = _entered(item, "number"), _entered(item, "session_year")
    conflicts, tensions = tuple(warnings(own, found, files)), tuple(tensed(corpus, own))
    cited, reviews = reviewed(corpus, own, found, files)
    open_fields = tuple(unfilled(corpus, own))
    return CoverageView(
        document_title=f"Dekkingsrapport ({uncapital(INTERNAL)}): {item.title}",
        organisation=corpus.organisation.name,
        government=corpus.organisation.government,
        description="Per deel van de vraag: wat het ontwerp van antwoord zegt en wat nog aangevuld kan worden. Intern.",
        internal=INTERNAL,
        title=item.title,
        formula=(Clause(f"over het ontwerp van antwoord op {called(item).one} nr. "), number, Clause(" ("), year,
                 Clause(f"). {item.title}.")),
        running=f"Dekkingsrapport, {uncapital(item.title)}",
        lead=_lead(item),
        dates=tuple(map(tuple, spread(_in_order(_dates(item, today)), _MOST_DAYS))),
        term=_TERM if item.has_term else "",
        readers=tuple(f"{reader.who}, {date_words(reader.on)}" for reader in item.readers),
        subs=tuple(_sub(sub) for sub in item.sub_questions),
        counts=tuple(_counts(item)),
        unjudged=sum(part.coverage is None for _, part in _parts(item)),
        tensions=tensions,
        conflicts=conflicts,
        cited=cited,
        reviews=reviews,
        silent=open_fields,
        promises=tuple(_promise(promise, today) for promise in _promises(corpus, item, own)),
        checklist=tuple(_checklist(item, conflicts=bool(conflicts or tensions), silent=bool(open_fields))),
    )  # fmt: skip


def _own(corpus: Corpus, question: Question) -> tuple[Record, ...]:
    """The question, then what its annex shows, as written; of a question that gets no annex, what it rests on."""
    shown = public(corpus, on=date.max)
    seen = next((item for item in shown.questions if item.id == question.id), None)
    found = annex_corpus(shown, seen) if seen else annex_corpus(corpus, question)
    return (question, *(corpus.get(record.ref) for record in found.records() if record.ref != question.ref))


# --- parts -----------------------------------------------------------------------------------------------------------


def _word(state: State) -> str:
    """The verdict in a word or two; what it presumes is explained once, under the matrix."""
    return NOT_TREATED if state.key == "niet_vermeld" else state.word.partition(":")[0]


def _verdict(part: QuestionPart) -> Mark | None:
    return mark(state := coverage(part.coverage), word=_word(state)) if part.coverage else None


def _sub(sub: SubQuestion) -> SubRows:
    inwords = in_words(sub, word=_word, unjudged="nog niet beoordeeld")
    short = bare(sub.in_short.text) if sub.in_short else ""
    rows = [_part(sub, part) for part in sub.parts]
    return SubRows(sub.number, sub.subject, sub.text, short, inwords, tuple(_once(rows)))


def _once(rows: list[PartRow]) -> Iterator[PartRow]:
    """The parts, with a reference where one says word for word what an earlier one does."""
    reasons: dict[str, str] = {}
    supplies: dict[tuple[str, str], str] = {}
    for row in rows:
        reason, supply = reasons.setdefault(row.reason, row.label), supplies.setdefault((row.who, row.what), row.label)
        if row.reason and reason != row.label:
            row = replace(row, reason=f"Zie {reason}.")  # noqa: PLW2901 - the same part
        yield replace(row, who="", what=f"Zie {supply}.") if row.what and supply != row.label else row


def _part(sub: SubQuestion, part: QuestionPart) -> PartRow:
    supply = part.supply
    who, what = (capital(supply.who), supply.what) if supply else ("", "")
    return PartRow(label(sub, part), part.letter, part.asked, bare(part.answer), _verdict(part), part.reason, who, what)


def _parts(question: Question) -> Iterator[tuple[str, QuestionPart]]:
    for sub in question.sub_questions:
        yield from ((label(sub, part), part) for part in sub.parts)


def _counts(question: Question) -> Iterator[tuple[Mark, str, int]]:
    for state in COVERAGES:
        number = sum(part.coverage == state.key for _, part in _parts(question))
        if number:
            yield mark(state, word=_word(state)), state.word.partition(": ")[2], number


def _lead(question: Question) -> str:
    """How much there is, and who can still fill something in."""
    parts = [part for _, part in _parts(question)]
    who = [part.supply.who for part in parts if part.supply]
    size = f"{counted(len(question.sub_questions), 'deelvraag', 'deelvragen')}, {counted(len(parts), 'deel', 'delen')}."
    if not who:
        return f"{size} Bij geen enkel deel staat wat er nog bij kan."
    fills = (f"bij {counted(who.count(name), 'deel', 'delen')} {verb}" for name, verb in (
        ("dienst", "door de dienst"), ("kabinet", "door het kabinet")) if name in who)  # fmt: skip
    return f"{size} Er kan nog iets bij: {listing(fills)}."


# --- days ------------------------------------------------------------------------------------------------------------


def _entered(question: Question, name: str) -> Clause:
    """A field of the heading, or what has to come there."""
    return clause(getattr(question, name), uncapital(field_of(question, name).label))


def _day(value: object) -> date | None:
    return value.first_day if isinstance(value, PartialDate) and value.day and value != NOW else None


def _dates(question: Question, today: date) -> Iterator[DateRow]:
    """Each day on the way of the answer, in the order in which they should come."""
    asked = _day(question.asked_on)

    def row(term: str, name: str) -> DateRow:
        entered = _entered(question, name)
        day = Clause("[nog in te vullen]", missing=True) if entered.missing else entered
        on = _day(getattr(question, name))
        return DateRow(term, day, _after(asked, on), on)

    yield row("Gesteld", "asked_on")
    yield row("Doorgestuurd", "passed_on")
    read: dict[PartialDate, list[str]] = {}
    for place, reader in enumerate(question.readers, start=1):
        read.setdefault(reader.on, []).append(str(place))
    for day, places in read.items():
        on, readers = _day(day), f"lezer{'s' if len(places) > 1 else ''} {listing(places)}"
        yield DateRow(f"Gelezen, {readers}", Clause(date_words(day)), _after(asked, on), on)
    if not question.readers:
        yield DateRow("Gelezen", Clause("[nog in te vullen]", missing=True), "", None)
    yield row("Naar het kabinet", "to_cabinet_on")
    if question.has_term:
        yield _deadline(question, asked, today)
    yield row("Beantwoord", "answered_on")


def _deadline(question: Question, asked: date | None, today: date) -> DateRow:
    term = "Uiterlijk (berekend)"
    last = due(question.kind, asked) if asked else None
    if last is None:
        return DateRow(term, Clause("[volgt uit de dag van de vraag]", missing=True), "", None)
    answered = _day(question.answered_on)
    left = (last - (answered or today)).days
    days = counted(abs(left), "dag", "dagen")
    if answered is None:
        note = f"nog {days}" if left > 0 else "vandaag" if left == 0 else f"{days} geleden"
    else:
        note = f"beantwoord {days} {'ervoor' if left > 0 else 'erna'}" if left else "beantwoord op die dag"
    day = Clause(date_words(PartialDate(last.year, last.month, last.day)))
    return DateRow(term, day, _after(asked, last), last, note)


def _in_order(rows: Iterable[DateRow]) -> tuple[DateRow, ...]:
    """The days from the first to the last; one that is not known stays behind the one it should follow."""
    found, before = [], date.min
    for row in rows:
        before = row.on or before
        found.append((before, row))
    return tuple(row for _, row in sorted(found, key=lambda pair: pair[0]))


def _after(asked: date | None, day: date | None) -> str:
    if asked is None or day is None:
        return ""
    return "die dag" if day == asked else counted((day - asked).days, "dag", "dagen")


def _promises(corpus: Corpus, question: Question, own: tuple[Record, ...]) -> tuple[Promise, ...]:
    """The promises that were made at the question, then the others that its annex tells or the answer rests on."""
    made = made_at(corpus, question)
    return (*made, *(item for item in own if isinstance(item, Promise) and item not in made))


def _promise(item: Promise, today: date) -> AtField:
    """A promise: how far it is, by when, and how many days that is."""
    said = f"{capital(in_force(item))}."
    if item.is_open and item.last_day is not None:
        left = (item.last_day.first_day - today).days
        days = counted(abs(left), "dag", "dagen")
        said += f" Nog {days}." if left >= 0 else f" {capital(late_words(item))}, {days} geleden."
    status = word_of(item.steps[-1], "status") if item.steps else "niet bekend"
    return AtField(item.title, capital(status), said)


# --- before it leaves ------------------------------------------------------------------------------------------------


def _checklist(question: Question, *, conflicts: bool, silent: bool) -> Iterator[str]:
    """What is still to be done, with the parts it is about, then what holds for every answer."""
    parts = tuple(_parts(question))

    def those(*verdicts: str | None) -> str:
        return listing(name for name, part in parts if part.coverage in verdicts)

    if unread := those("niet_te_beoordelen"):
        yield f"Wat niet ingezien was, is gelezen; {unread} opnieuw beoordeeld."
    if silent_parts := those("niet_vermeld"):
        yield f"Elk deel met ‘{NOT_TREATED}’ kreeg een zin in het antwoord, ook als die zin ‘nee’ is: {silent_parts}."
    if unjudged := those(None):
        yield f"Elk deel is beoordeeld; nu nog niet: {unjudged}."
    if bare := listing(name for name, part in parts if part.coverage and not part.reason):
        yield f"Elk oordeel heeft een reden; nu nog niet: {bare}."
    if len(question.readers) < _READERS:
        yield "Twee lezers bekeken elk oordeel; hun namen staan in de lijst van lezers."
    if missing := [uncapital(field_of(question, name).label) for name in _ASKED if _entered(question, name).missing]:
        yield f"Ingevuld in het record van de vraag: {listing(missing)}."
    if conflicts:
        yield "Wat elkaar tegenspreekt, is opgelost of in het antwoord uitgelegd."
    if silent:
        yield "Wat nog niet ingevuld is, is ingevuld, of er staat bij waarom het er niet is."
    yield "Bij elk cijfer staan groep, jaar en aantal antwoorden, of dat het niet vermeld is."
    yield "Dit rapport zit niet bij de stukken."
