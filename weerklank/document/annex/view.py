"""The whole annex: its parts in order, the words and sources they need, the tables and charts they carry.

In: the public corpus and the id of a question with an annex. Out: `AnnexView`, for paper or for the site.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from weerklank import addresses
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Table
from weerklank.document.annex import closing, evidence, guide, records
from weerklank.document.annex.heading import (
    Attachment,
    Clause,
    Edition,
    as_of,
    attach,
    colophon,
    formula,
    is_draft,
    missing,
    twin,
)
from weerklank.document.annex.listed import listed
from weerklank.document.annex.printed import printed
from weerklank.document.annex.scope import Made, Scope, opening
from weerklank.document.blocks import Block, Prose, Section
from weerklank.document.numbering import NO_SOURCES, number_sources
from weerklank.document.parts import Link
from weerklank.facts.annexes import annex_corpus
from weerklank.markup import block
from weerklank.model import Annex, AnnexPart, Question, Ref, Source, Term

_IDS = {"dekking": "leeswijzer", "niet_vermeld": "leemten"}
_TITLES = {"begrippen": "Begrippen", "bronnen": "Bronnen"}


@dataclass(frozen=True)
class AnnexView:
    """Everything an annex prints and carries.

    `formula`: the heading after the word Bijlage. `draft` marks every page; `missing` says what is not filled in.
    `site`: the address of the site without a slash at its end, or "". `web`: links are those of a page of the site.
    `tables` are attached as `attachments` say; `charts` must be drawn.
    """

    web: bool
    site: str
    id: str
    document_title: str
    description: str
    organisation: str
    government: str
    footer: str
    draft: bool
    missing: tuple[str, ...]
    formula: tuple[Clause, ...]
    subject: str
    title: str
    as_of: Clause
    twin: Clause
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]
    charts: tuple[ChartSpec, ...]
    attachments: tuple[Attachment, ...]


def annex_view(
    corpus: Corpus, question_id: str, *, data_hash: str, version: str, final: bool = False, web: bool = False
) -> AnnexView:
    """The annex for paper. `data_hash` and `version` are printed in the colophon. ValueError when there is no annex.

    `final`: the annex is being frozen, and so no draft, whatever is still open. `web`: for a page of the site.
    """
    question, annex = _question(corpus, question_id)
    view = _view(corpus, question, annex, Edition(data_hash, version, final))
    return replace(view, web=True) if web else replace(view, sections=printed(view.sections, site=view.site))


def downloads(question_id: str) -> tuple[Link, ...]:
    """The whole annex in each format."""
    return (
        Link("Bijlage als pdf", addresses.annex(question_id, "pdf")),
        Link("Bijlage als Word-document", addresses.annex(question_id, "docx")),
        Link("De tekst zoals hulpsoftware ze voorleest", addresses.annex_spoken(question_id)),
        Link("Alle tabellen in één werkboek", addresses.annex(question_id, "xlsx")),
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
    return (*(link.path for link in downloads(question_id)), *files)


def annex_tables(corpus: Corpus, question_id: str) -> tuple[Table, ...]:
    """Every table that an annex carries, once; a chart over part of a table that is there in full adds nothing."""
    found: dict[str, Table] = {}
    for _, made in _content(corpus, question_id):
        for table in made.tables:
            found.setdefault(table.name, table)
    return tuple(found.values())


def _question(corpus: Corpus, question_id: str) -> tuple[Question, Annex]:
    found = corpus.get(Ref("vraag", question_id))
    if not isinstance(found, Question) or found.annex is None:
        raise ValueError(f"question {question_id} has no annex")
    return found, found.annex


def _view(corpus: Corpus, question: Question, annex: Annex, origin: Edition) -> AnnexView:
    draft = is_draft(corpus, question) and not origin.final
    content = _content(corpus, question.id)
    tables = annex_tables(corpus, question.id)
    attachments = attach(question, tables)
    end = Section("colofon", "Colofon", (colophon(corpus, question, attachments, origin),))
    organisation = corpus.organisation
    subject = question.subject or question.title
    return AnnexView(
        web=False,
        site=organisation.site.base_url.rstrip("/"),
        id=question.id,
        document_title=f"Bijlage: {annex.title}{' (ontwerp)' if draft else ''}",
        description=f"Bijlage bij het antwoord op de schriftelijke vraag: {subject}. Gegevens en bronnen.",
        organisation=organisation.name,
        government=organisation.government,
        footer=organisation.printing.footer or organisation.name,
        draft=draft,
        missing=missing(corpus, question),
        formula=formula(question),
        subject=subject,
        title=annex.title,
        as_of=as_of(annex),
        twin=twin(corpus, question),
        sections=(*(section for section, _ in content), end),
        tables=tables,
        charts=tuple(dict.fromkeys(spec for _, made in content for spec in made.charts)),
        attachments=attachments,
    )


# --- the parts in order ----------------------------------------------------------------------------------------------


@once
def _content(corpus: Corpus, question_id: str) -> tuple[tuple[Section, Made], ...]:
    """All sections but the colophon. Sources get numbers once the words that occur are known: parts are made twice."""
    question, annex = _question(corpus, question_id)
    first, rest = _ordered(annex)
    own = annex_corpus(corpus, question)
    answered = any(part.kind == "wegwijzer" for _, part in rest)
    draft = Scope(corpus, own, question, NO_SOURCES, answered)
    terms = closing.terms_in(corpus, _blocks(draft, _parts(draft, first, rest)))
    cited = tuple(record for record in own.records() if not isinstance(record, Question | Source))
    scope = replace(draft, sources=number_sources(corpus, question, records=cited, terms=terms))
    parts = _parts(scope, first, rest)
    blocks = _blocks(scope, parts)
    made = [] if first is None else [(first.title, "leeswijzer", parts["leeswijzer"])]
    contradictions = closing.tensions(scope)
    for name, part in rest:
        if contradictions and part.kind in ("begrippen", "bronnen"):
            made.append(("Waar de bron twee dingen zegt", "tegenspraken", Made(contradictions)))
            contradictions = ()
        found = parts[name] if name in parts else _last(scope, part, name, terms, blocks)
        made.append((part.title, name, found))
    return tuple(
        (Section(name, title, found.blocks, fresh=place == 1), found)
        for place, (title, name, found) in enumerate(item for item in made if item[2].blocks)
    )


def _ordered(annex: Annex) -> tuple[AnnexPart | None, tuple[tuple[str, AnnexPart], ...]]:
    """The part that is the reading guide, and all others with their ids; words and sources are never left out."""
    first = next((part for part in annex.parts if part.kind == "dekking"), None)
    rest = [part for part in annex.parts if part is not first]
    for kind, title in _TITLES.items():
        if not any(part.kind == kind for part in rest):
            rest.append(AnnexPart.model_validate({"soort": kind, "titel": title}))
    names: list[str] = ["leeswijzer"]
    for part in rest:
        plain = _IDS.get(part.kind, part.kind)
        taken = sum(1 for name in names if name == plain or name.startswith(f"{plain}-"))
        names.append(f"{plain}-{taken + 1}" if taken else plain)
    return first, tuple(zip(names[1:], rest, strict=True))


def _parts(scope: Scope, first: AnnexPart | None, rest: tuple[tuple[str, AnnexPart], ...]) -> dict[str, Made]:
    """Every part but the glossary and the sources, by name, the reading guide first."""
    made = {"leeswijzer": guide.guide(scope, first, prefix="leeswijzer")} if first is not None else {}
    return made | {name: _part(scope, part, name) for name, part in rest if part.kind not in _TITLES}


def _blocks(scope: Scope, parts: dict[str, Made]) -> tuple[Block, ...]:
    """What the words of the glossary are looked for in."""
    return (*(item for made in parts.values() for item in made.blocks), *closing.tensions(scope))


_Maker = Callable[..., Made]


def _part(scope: Scope, part: AnnexPart, prefix: str) -> Made:
    makers: dict[str, _Maker] = {
        "dekking": guide.guide,
        "wegwijzer": guide.answers,
        "tekst": _text,
        "initiatieven": records.initiatives,
        "bijsturingen": records.adjustments,
        "meting": evidence.measurement,
        "grafiek": evidence.chart,
        "klachten": evidence.complaints,
        "niet_vermeld": closing.gaps,
    }
    return makers.get(part.kind, listed)(scope, part, prefix=prefix)


def _text(scope: Scope, part: AnnexPart, *, prefix: str) -> Made:
    """The author's own text; without one the answer itself, literally."""
    if part.text:
        return Made(opening(part, prefix=prefix))
    return Made((Prose(block(scope.question.body, prefix=prefix), literal=True),) if scope.question.body else ())


def _last(scope: Scope, part: AnnexPart, prefix: str, terms: tuple[Term, ...], blocks: tuple[Block, ...]) -> Made:
    if part.kind == "bronnen":
        return closing.sources(scope, part, prefix=prefix)
    found = closing.glossary(scope, terms, blocks)
    return replace(found, blocks=(*opening(part, prefix=prefix), *found.blocks)) if found.blocks else found
