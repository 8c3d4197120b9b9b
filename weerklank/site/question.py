"""The page of a question.

In: the public corpus. Out: `QuestionPage`: what was asked in the member's words, what the answer gives per part and how
far that goes, the whole answer, and the annex with its files.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.annex.heading import is_draft, missing
from weerklank.document.annex.view import annex_tables, downloads, table_links
from weerklank.document.frame import Frame
from weerklank.document.numbering import Sources, sources_of
from weerklank.document.parts import (
    NOTHING,
    Fact,
    Link,
    Mark,
    Quote,
    Said,
    mark,
    quote,
    quotes,
    record_link,
    said,
)
from weerklank.document.sheets.ending import checked_words
from weerklank.facts.annexes import answer_words, label
from weerklank.facts.coverage import coverage_of, size, statement
from weerklank.facts.promises import in_force, made_at, shown_state, standing
from weerklank.facts.questions import called, converted, follow_ups, is_literal, numbered
from weerklank.freeze import Version, address, day_words, name_words, versions
from weerklank.kinds import KINDS
from weerklank.markup import block, inline
from weerklank.model import Absence, ChangeNote, Citation, Question, Ref, SubQuestion, Tension
from weerklank.model.fields import field_of, word_of
from weerklank.model.question import Claim, QuestionPart
from weerklank.order import last_first
from weerklank.site import linked
from weerklank.site.shell import EVERYTHING, Head, head, list_link
from weerklank.states import coverage
from weerklank.wording import capital, date_words, listing, within

REFERRED_TO = "Hiernaar verwijst"
_AS_PAGE = "Dezelfde bijlage als webpagina"


@dataclass(frozen=True)
class Answer:
    """One part of a sub-question. `name`: which one ("2a"); `mark`: how far the answer goes, where that is shown.

    `places`: where it stands, each once; `quotes`: the words that stand there.
    """

    name: str
    letter: str
    asked: str
    mark: Mark | None
    html: Markup
    reason: str
    records: tuple[Link, ...]
    places: tuple[Link, ...]
    quotes: tuple[Quote, ...]


@dataclass(frozen=True)
class Asked:
    """A sub-question in the member's words. `short`: what the answer gives, in a sentence of the author, or empty."""

    sub: SubQuestion
    short: Markup
    places: tuple[Link, ...]
    answers: tuple[Answer, ...]

    @property
    def quoted(self) -> tuple[tuple[str, Quote], ...]:
        """The words of the source, each with the letter of the part that rests on them."""
        return tuple((answer.letter, quote) for answer in self.answers for quote in answer.quotes if quote.text)


@dataclass(frozen=True)
class AnnexBlock:
    """The annex on the page of its question. `state`: draft or final, and what is not filled in yet.

    `page`: the annex as a page of the site, `bare` the plain edition of that.
    `versions`: those that were frozen, newest first, each with the address of its folder. `withdrawn`: those that were
    taken back, by their name, with the day and the reason; none of their files is published.
    """

    title: str
    state: str
    as_of: Said
    page: Link
    bare: Link
    downloads: tuple[Link, ...]
    data: tuple[tuple[str, tuple[Link, ...]], ...]
    versions: tuple[tuple[Version, str], ...] = ()
    withdrawn: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class Judgement:
    """How far the answer goes, where readers may see that, and who judged it, on which day."""

    statement: str
    by: str
    legend: tuple[tuple[Mark, str], ...]


@dataclass(frozen=True)
class QuestionPage:
    """Everything the template of a question prints. `promises`: what was promised at it, how that stands, by when.

    `literal`: the `answer` is given in its own words; `answer_note` says whether it is.
    `claims`: what the answer asserts without a figure or a document, with where it says so. `checked`: when somebody
    last looked at it, in words, or "".
    """

    head: Head
    judgement: Judgement | None
    annex: AnnexBlock | None
    facts: tuple[Fact, ...]
    promises: tuple[tuple[Link, Mark, str], ...]
    introduction: Markup
    asked: tuple[Asked, ...]
    answer: Markup
    literal: bool
    answer_note: str
    claims: tuple[tuple[Claim, tuple[Quote, ...]], ...]
    tensions: tuple[Tension, ...]
    sources: Sources
    changes: tuple[ChangeNote, ...]
    checked: str


def question_page(corpus: Corpus, name: str) -> QuestionPage:
    """The page of the question with this id."""
    question = _question(corpus, name)
    return QuestionPage(
        head=_head(corpus, question),
        judgement=_judgement(question) if question.coverage_is_public else None,
        annex=_with_withdrawn(corpus, question, _annex(corpus, question)),
        facts=_facts(corpus, question),
        promises=tuple(_promised(corpus, question)),
        introduction=block(question.introduction, prefix="inleiding"),
        asked=tuple(_asked(corpus, question, sub) for sub in question.sub_questions),
        answer=block(question.body, prefix="antwoord"),
        literal=is_literal(question),
        answer_note=word_of(question, "answer_kind"),
        claims=tuple((claim, quotes(corpus, claim.citations)) for claim in question.claims),
        tensions=question.tensions,
        sources=sources_of(corpus, question),
        changes=last_first(question.changes),
        checked=checked_words(question),
    )


def frozen_files(corpus: Corpus, name: str) -> tuple[str, ...]:
    """The addresses of the files of a frozen annex whose size and hash the page of the question prints."""
    block = _frozen(versions(corpus, name))
    return tuple(link.path for links in (block.downloads, *(found for _, found in block.data)) for link in links)


def _question(corpus: Corpus, name: str) -> Question:
    found = corpus.get(Ref("vraag", name))
    assert isinstance(found, Question)
    return found


def _head(corpus: Corpus, question: Question) -> Head:
    found = coverage_of(question)
    subject = f"{question.subject}. " if question.subject and question.subject != question.title else ""
    return head(
        corpus,
        path=addresses.of_record(Ref("vraag", question.id)),
        title=question.title,
        lead=f"{subject}{capital(called(question).the)} telt {size(found).replace(', ', ', in ')}.",
        description=f"{capital(called(question).one)}: {question.subject or question.title}. {size(found)}.",
        kicker=numbered(question),
        trail=(list_link(corpus, KINDS["vraag"]),),
        section=addresses.index("vraag"),
        about=linked.record(corpus, question),
        feeds=(EVERYTHING,),
        is_copied=True,
    )


def _judgement(question: Question) -> Judgement:
    found = coverage_of(question)
    names = listing(f"{reader.who} ({date_words(reader.on)})" for reader in question.readers)
    return Judgement(
        statement(found),
        f"Deze indeling is gemaakt door {names}, niet door de minister of de vraagsteller.",
        tuple((mark(state), f"{count} van {found.parts}") for state, count in found.counts if count),
    )


def _asked(corpus: Corpus, question: Question, sub: SubQuestion) -> Asked:
    short = sub.in_short
    return Asked(
        sub,
        inline(short.text) if short is not None else NOTHING,
        _places(corpus, question, short.citations) if short is not None else (),
        tuple(_answer(corpus, question, sub, part) for part in sub.parts),
    )


def _answer(corpus: Corpus, question: Question, sub: SubQuestion, part: QuestionPart) -> Answer:
    return Answer(
        label(sub, part),
        part.letter,
        part.asked,
        mark(coverage(part.coverage)) if part.coverage is not None else None,
        inline(answer_words(part)),
        part.reason,
        tuple(record_link(corpus, ref) for ref in part.rests_on),
        _places(corpus, question, part.citations),
        quotes(corpus, part.citations),
    )


def _places(corpus: Corpus, question: Question, citations: Iterable[Citation]) -> tuple[Link, ...]:
    """Where it stands, each place once; the source is named where it is not the question with its answer."""
    found: list[Link] = []
    for item in citations:
        shown = quote(corpus, item)
        own = item.source == question.source and bool(item.place)
        found.append(Link(item.place if own else shown.place, shown.path, shown.fragment))
    return tuple(dict.fromkeys(found))


def _facts(corpus: Corpus, question: Question) -> tuple[Fact, ...]:
    """The parliamentary data; absences are printed, never left out. Last what it refers to and what refers to it."""
    frame = Frame(corpus)
    before = field_of(question, "converted").label
    first = "; daarvoor ".join(map(converted, reversed(question.converted)))
    return (
        *([Fact(before, Said(inline(f"was eerst {first}")))] if first else []),
        *frame.facts(question, "number", "session_year", "askers"),
        *_ministers(frame, question),
        *frame.facts(question, "committee", "asked_on", "answered_on"),
        *frame.facts(question, "term"),
        *_address(frame, question),
        *frame.facts(question, "refers_to"),
        *_later(corpus, question),
    )


def _promised(corpus: Corpus, question: Question) -> Iterator[tuple[Link, Mark, str]]:
    """The promises that were made at a question."""
    for item in made_at(corpus, question):
        stands = standing(corpus, item)
        state = shown_state(corpus, item)
        yield record_link(corpus, item.ref), mark(state, word=stands.words or state.word), in_force(item)


def _ministers(frame: Frame, question: Question) -> tuple[Fact, ...]:
    """Who is asked; the article of the first has a capital, not that of the others."""
    found = question.ministers
    if isinstance(found, Absence):
        return frame.facts(question, "ministers")
    names = listing((*found[:1], *map(within, found[1:])))
    return (Fact(field_of(question, "ministers").label, Said(inline(names))),)


def _address(frame: Frame, question: Question) -> tuple[Fact, ...]:
    """Where it stands at the parliament, as a link."""
    if isinstance(question.url, Absence):
        return frame.facts(question, "url")
    return (Fact(field_of(question, "url").label, Said(NOTHING, links=(Link(question.url, url=question.url),))),)


def _later(corpus: Corpus, question: Question) -> tuple[Fact, ...]:
    """The questions that refer to this one."""
    links = tuple(record_link(corpus, ref) for ref in follow_ups(corpus, question))
    return (Fact(REFERRED_TO, Said(NOTHING, links=links)),) if links else ()


def _annex(corpus: Corpus, question: Question) -> AnnexBlock | None:
    if question.annex is None:
        return None
    if frozen := versions(corpus, question.id):
        return _frozen(frozen)
    lacks = [hole.name for hole in missing(corpus, question)]
    draft = "Ontwerp" if is_draft(corpus, question) else "Definitief"
    return AnnexBlock(
        question.annex.title,
        f"{draft}. Nog in te vullen: {listing(lacks)}." if lacks else f"{draft}.",
        said(corpus, question.annex.as_of),
        *_as_page(question.id),
        downloads(question.id),
        tuple((table.title, table_links(question.id, table.name)) for table in annex_tables(corpus, question.id)),
    )


def _as_page(question: str) -> tuple[Link, Link]:
    """The annex as a page of the site, and its plain edition."""
    page = addresses.annex(question, "html")
    return Link(_AS_PAGE, page), Link("zonder opmaak", addresses.bare(page))


def _with_withdrawn(corpus: Corpus, question: Question, annex: AnnexBlock | None) -> AnnexBlock | None:
    """What was withdrawn is told beside what stands, or beside the draft."""
    back = corpus.withdrawn.get(question.id, ())
    told = tuple((name_words(item.version), day_words(item.on), item.reason) for item in back)
    return replace(annex, withdrawn=told) if annex is not None and told else annex


def _frozen(frozen: tuple[Version, ...]) -> AnnexBlock:
    """The newest frozen version, with what its manifest says; the records may say something else by now."""
    newest = frozen[0]
    data: dict[str, list[Link]] = {}
    for file in newest.files:
        if file.title:
            path = f"vragen/{newest.question}/{file.path}"
            data.setdefault(file.title, []).append(Link(file.path.rpartition(".")[2], path))
    return AnnexBlock(
        newest.title,
        f"Definitief, versie van {newest.words}.",
        Said(inline(newest.as_of)),
        *_as_page(newest.question),
        downloads(newest.question),
        tuple((title, tuple(links)) for title, links in data.items()),
        tuple((version, address(version, "")) for version in frozen),
    )
