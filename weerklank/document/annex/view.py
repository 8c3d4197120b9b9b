"""The whole annex: a fixed frame, and between it exactly the parts that its author names, in that order.

In: the public corpus and the id of a question with an annex. Out: `AnnexView`, for paper or for the site.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from textwrap import shorten

from markupsafe import Markup

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Table
from weerklank.document.annex import closing, complaints, coverage, evidence, heard, promises, stories
from weerklank.document.annex.heading import (
    Attachment,
    Clause,
    Hole,
    as_of,
    attach,
    colophon,
    dates,
    formula,
    is_draft,
    missing,
    running,
)
from weerklank.document.annex.listed import listed
from weerklank.document.annex.places import Places, finder
from weerklank.document.annex.printed import printed
from weerklank.document.annex.scope import Made, RecordPlace, Scope, ToldRecord, opening, shows
from weerklank.document.blocks import Block, Grid, Photo, Prose, Remark, Section
from weerklank.document.illustrations import logo
from weerklank.document.numbering import citations_in
from weerklank.document.parts import Link
from weerklank.facts.annexes import annex_corpus
from weerklank.facts.questions import called, is_literal
from weerklank.markup import block, inline, record_links
from weerklank.model import Annex, AnnexPart, PartialDate, Promise, Question, Ref
from weerklank.model.fields import word_of

COLOPHON = "colofon"


@dataclass(frozen=True)
class AnnexView:
    """Everything an annex prints and carries.

    `formula`: the heading after the title; `running`: what stands at the head of pages. `draft` marks every page;
    `missing` says what is not filled in. `sources`: where what it says is found. `listed`: the id of the part that
    lists the paragraphs of the answer, or "".
    `logo`: that of the agency, or None.
    `site`: the address of the site without a slash at its end, or "". `web`: links are those of a page of the site.
    `tables` are attached as `attachments` say; `charts` must be drawn.
    """

    web: bool
    site: str
    id: str
    document_title: str
    description: str
    logo: Photo | None
    organisation: str
    government: str
    footer: str
    running: str
    draft: bool
    missing: tuple[Hole, ...]
    formula: tuple[Clause, ...]
    subject: str
    title: str
    dates: tuple[Clause, ...]
    as_of: str
    sources: Places
    listed: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    charts: tuple[ChartSpec, ...]
    attachments: tuple[Attachment, ...]


def annex_view(corpus: Corpus, question_id: str, *, final: bool = False, web: bool = False) -> AnnexView:
    """The annex for paper. ValueError when there is no annex.

    `final`: the annex is being frozen, and so no draft, whatever is still open. `web`: for a page of the site.
    """
    question, annex = _question(corpus, question_id)
    view = _view(corpus, question, annex, final=final)
    return replace(view, web=True) if web else replace(view, sections=printed(view.sections, site=view.site))


def downloads(question_id: str, *, data: bool = True) -> tuple[Link, ...]:
    """The whole annex in each format. `data`: it has tables."""
    book = (Link("Alle tabellen in één werkboek", addresses.annex(question_id, "xlsx")),)
    return (
        Link("Bijlage als pdf", addresses.annex(question_id, "pdf")),
        Link("Bijlage als Word-document", addresses.annex(question_id, "docx")),
        Link("De tekst zoals hulpsoftware ze voorleest", addresses.annex_spoken(question_id)),
        *(book if data else ()),
    )


def data_path(question_id: str, table: str, ending: str) -> str:
    """The address of one table of an annex, for example vragen/klanten/gegevens/antwoorden.csv."""
    return f"vragen/{question_id}/gegevens/{table}.{ending}"


def table_links(question_id: str, table: str) -> tuple[Link, ...]:
    """The files of one table of an annex, by its name."""
    return tuple(Link(ending, data_path(question_id, table, ending)) for ending in ("csv", "json"))


def annex_files(question_id: str, tables: Iterable[str]) -> tuple[str, ...]:
    """The addresses of everything that can be downloaded with an annex: a page that links to them names their sizes.

    `tables`: the names of its tables.
    """
    files = tuple(link.path for table in tables for link in table_links(question_id, table))
    return (*(link.path for link in downloads(question_id, data=bool(files))), *files)


def annex_tables(corpus: Corpus, question_id: str) -> tuple[Table, ...]:
    """Every table that an annex carries, once; a chart over part of a table that is there in full adds nothing."""
    return _tables(_content(corpus, question_id, final=False))


def _tables(content: tuple[tuple[Section, Made], ...]) -> tuple[Table, ...]:
    found: dict[str, Table] = {}
    for _, made in content:
        for table in made.tables:
            found.setdefault(table.name, table)
    return tuple(found.values())


def _question(corpus: Corpus, question_id: str) -> tuple[Question, Annex]:
    found = corpus.get(Ref("vraag", question_id))
    if not isinstance(found, Question) or found.annex is None:
        raise ValueError(f"question {question_id} has no annex")
    return found, found.annex


def _view(corpus: Corpus, question: Question, annex: Annex, *, final: bool) -> AnnexView:
    draft = is_draft(corpus, question) and not final
    content = _content(corpus, question.id, final=final)
    tables = _tables(content)
    attachments = attach(question, tables)
    end = Section(COLOPHON, "Colofon", (colophon(corpus, question, attachments, final=final),))
    sections = (*(section for section, _ in content), end)
    organisation = corpus.organisation
    subject = question.subject or question.title
    shown = {section.id for section in sections}
    list_id = next((name for name, part in _named(annex) if part.kind == "bronnen" and name in shown), "")
    title = annex.title if subject in annex.title else f"{annex.title}: {subject}"
    return AnnexView(
        web=False,
        site=organisation.site.base_url.rstrip("/"),
        id=question.id,
        document_title=f"{title}{' (ontwerp)' if draft else ''}",
        description=f"Bij het antwoord op {called(question).the}: {subject}.",
        logo=logo(corpus),
        organisation=organisation.name,
        government=organisation.government,
        footer=organisation.printing.footer or organisation.name,
        running=running(question, title=_short(annex.title), final=final),
        draft=draft,
        missing=missing(corpus, question),
        formula=formula(question, title=annex.title, final=final),
        subject="" if subject in annex.title else subject,
        title=annex.title,
        dates=dates(question, final=final),
        as_of=as_of(annex, final=final).text,
        sources=finder(corpus, question).places(citations_in(sections)),
        listed=list_id,
        sections=sections,
        tables=tables,
        charts=tuple(dict.fromkeys(spec for _, made in content for spec in made.charts)),
        attachments=attachments,
    )


# --- the parts in order ----------------------------------------------------------------------------------------------

_RUNNING = 100
"""Characters of a title that fit at the head of every page."""


def _short(title: str) -> str:
    return title if len(title) <= _RUNNING else shorten(title, _RUNNING, placeholder=" …")


_Maker = Callable[..., Made]
_LAST = ("wegwijzer", "begrippen", "bronnen")
"""Parts that look at the others."""


@once
def _content(corpus: Corpus, question_id: str, *, final: bool) -> tuple[tuple[Section, Made], ...]:
    """All sections but the colophon. Those that look at the others are made when these are there."""
    question, annex = _question(corpus, question_id)
    corpus = _as_of(corpus, annex)
    parts = _named(annex)
    scope = Scope(corpus, annex_corpus(corpus, question), question, finder(corpus, question), final=final)
    makers: Mapping[str, _Maker] = {
        "tekst": _text,
        "initiatieven": stories.initiatives,
        "bijsturingen": stories.adjustments,
        "signalen": heard.signals,
        "meting": evidence.measurement,
        "grafiek": evidence.chart,
        "klachten": complaints.complaints,
        "toezeggingen": promises.promises,
        "niet_vermeld": closing.not_stated,
        "dekking": coverage.judgement,
    }
    twice = _twice(parts)
    made: dict[str, Made] = {}
    for name, part in parts:
        if name in twice:
            made[name] = _elsewhere(part, *twice[name], prefix=name)
        elif part.kind not in _LAST:
            made[name] = makers.get(part.kind, listed)(scope, part, prefix=name)
            new = {shows(item): (name, part.title) for item in made[name].blocks}
            scope = replace(scope, shown={**new, **scope.shown})
    scope = replace(scope, told=_told(corpus, parts, made))
    for name, part in parts:
        if part.kind == "wegwijzer" and name not in twice:
            made[name] = closing.guide(scope, part, prefix=name)
    for kind, maker in (("begrippen", closing.glossary), ("bronnen", closing.sources)):
        blocks: tuple[Block, ...] = tuple(item for found in made.values() for item in found.blocks)
        own = ((name, part) for name, part in parts if part.kind == kind and name not in twice)
        made |= {name: maker(scope, part, blocks, prefix=name) for name, part in own}
    return tuple(
        (Section(name, part.title, made[name].blocks, data=_told_whole(made[name])), made[name])
        for name, part in parts
        if made[name].blocks
    )


def _twice(parts: tuple[tuple[str, AnnexPart], ...]) -> Mapping[str, tuple[str, str]]:
    """The parts that show what one before them shows, each with the id and the title of that one."""
    first: dict[tuple[object, ...], tuple[str, str]] = {}
    known = {name: first.setdefault(part.shown, (name, part.title)) for name, part in parts}
    return {name: found for name, found in known.items() if found[0] != name}


def _elsewhere(part: AnnexPart, place: str, title: str, *, prefix: str) -> Made:
    """Where it stands already: nothing is told in full a second time."""
    start = () if "text" in part.read else opening(part, prefix=prefix)
    return Made((*start, Remark(Markup('Staat al bij <a href="#{}">{}</a>.').format(place, title))))


def _as_of(corpus: Corpus, annex: Annex) -> Corpus:
    """The records with the promises that were late on the day that the annex tells of, not on that of the build."""
    if not isinstance(annex.as_of, PartialDate):
        return corpus
    day = annex.as_of.first_day
    late = frozenset(item.id for item in corpus.every(Promise) if item.is_late(day))
    return corpus if late == corpus.overdue else replace(corpus, overdue=late)


def _told(
    corpus: Corpus, parts: tuple[tuple[str, AnnexPart], ...], made: Mapping[str, Made]
) -> Mapping[Ref, RecordPlace]:
    """Where each record stands: in the part that tells it, else in a text that leads to it, else where it is named."""
    found: dict[Ref, RecordPlace] = {}
    for kind in ("told", "text", "named"):
        for place, (name, part) in enumerate(parts):
            if name not in made or (kind == "text") > (part.kind == "tekst"):
                continue
            items: tuple[ToldRecord, ...] = made[name].told if kind == "told" else made[name].named
            for number, item in enumerate(items):
                title = corpus.index.card(item.ref).title if item.id else part.title
                found.setdefault(item.ref, RecordPlace(item.id or name, title, name, item.inside, (place, number)))
    return found


def _told_whole(made: Made) -> tuple[str, ...]:
    """The tables of a part that no block of it prints by itself: their rows are told."""
    printed_by = {item.table.name if isinstance(item, Grid) else getattr(item, "data", "") for item in made.blocks}
    return tuple(table.name for table in made.tables if table.name not in printed_by)


def _named(annex: Annex) -> tuple[tuple[str, AnnexPart], ...]:
    """Every part with its id: its kind, numbered from the second on."""
    found: dict[str, AnnexPart] = {}
    for part in annex.parts:
        kind = part.kind.replace("_", "-")
        taken = sum(1 for other in found.values() if other.kind == part.kind)
        found[f"{kind}-{taken + 1}" if taken else kind] = part
    return tuple(found.items())


def _text(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The author's own text; without one the answer itself, literally or, and then it says so, as a summary."""
    if part.text:
        return Made(opening(part, prefix=prefix), named=tuple(map(ToldRecord, record_links(part.text))))
    question = scope.question
    if not question.body:
        return Made((Remark(inline("Er is geen tekst van het antwoord opgetekend.")),))
    answer, literal = block(question.body, prefix=prefix), is_literal(question)
    said = () if literal else (Prose(Markup("<p>{}</p>").format(word_of(question, "answer_kind"))),)
    return Made((*said, Prose(answer, literal=literal)))
