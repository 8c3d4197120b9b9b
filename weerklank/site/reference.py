"""Pages to look things up: the lists of decisions and of sources, and the glossary.

In: the public corpus. Out: one frozen view per page.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import (
    Link,
    Quote,
    Said,
    quotes,
    record_link,
    said,
)
from weerklank.kinds import OF_WORDS
from weerklank.markup import inline, plain
from weerklank.model import Absence, Ref, Term
from weerklank.order import newest_first
from weerklank.site import linked
from weerklank.site.shell import Head, head
from weerklank.wording import LABELS, collate, counted, date_words


@dataclass(frozen=True)
class IndexRow:
    """A record in a plain list."""

    link: Link
    summary: Markup
    meta: tuple[str, ...]


@dataclass(frozen=True)
class IndexPage:
    """A plain list of records; `empty`: the sentence that stands there while it has none."""

    head: Head
    rows: tuple[IndexRow, ...]
    empty: str


@dataclass(frozen=True)
class GlossaryTerm:
    """A word with its meaning; `external`: the meaning comes from outside the answer.

    `also`: other spellings; `page`: the page of what it names, or "".
    """

    id: str
    name: str
    also: tuple[str, ...]
    definition: Said
    external: bool
    quotes: tuple[Quote, ...]
    page: str


@dataclass(frozen=True)
class GlossaryGroup:
    """A list of words (`terms`): the glossary proper or a controlled list; `non_exhaustive`: it gives examples only."""

    id: str
    title: str
    note: Markup
    non_exhaustive: bool
    terms: tuple[GlossaryTerm, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """All words."""

    head: Head
    groups: tuple[GlossaryGroup, ...]


def decisions_page(corpus: Corpus) -> IndexPage:
    """The list of decisions, newest first."""
    rows = tuple(
        IndexRow(
            record_link(corpus, Ref("beslissing", item.id)),
            inline(item.summary),
            ("datum: niet vermeld" if isinstance(item.date, Absence) else date_words(item.date),),
        )
        for item in newest_first(corpus.decisions, dated=lambda item: item.date)
    )
    lead = "Beslissingen over methode of beleid, die verklaren waarom iets wel of niet gebeurt."
    return IndexPage(
        head(corpus, path=addresses.index("beslissing"), title="Beslissingen", lead=lead),
        rows,
        "Er zijn nog geen beslissingen opgetekend.",
    )


def sources_page(corpus: Corpus) -> IndexPage:
    """The list of sources: those of the answer first, then what comes from elsewhere."""
    ordered = sorted(corpus.sources, key=lambda item: (item.external, item.id not in corpus.texts, collate(item.title)))
    rows = tuple(
        IndexRow(
            record_link(corpus, Ref("bron", item.id)),
            inline(plain(item.note)),
            (
                LABELS["bronsoort"].get(item.kind, item.kind),
                "niet uit het antwoord" if item.external else "hoort bij het antwoord",
                *(("volledige tekst",) if item.id in corpus.texts else ()),
            ),
        )
        for item in ordered
    )
    number = counted(len(rows), "document", "documenten")
    lead = f"{number} waaruit de gegevens komen. Elk gegeven op deze site verwijst naar zijn bron."
    return IndexPage(
        head(corpus, path=addresses.index("bron"), title="Bronnen", lead=lead),
        rows,
        "Er zijn nog geen bronnen opgetekend.",
    )


def _term(corpus: Corpus, kind: str, term: Term) -> GlossaryTerm:
    ref = Ref(kind, term.id)
    external = any(corpus.source(citation.source.id).external for citation in term.citations)
    return GlossaryTerm(
        f"{kind}-{term.id}",
        term.name,
        term.also,
        said(corpus, term.definition),
        external and not isinstance(term.definition, Absence),
        quotes(corpus, term.citations),
        addresses.of_record(ref) if addresses.has_facets(kind) else "",
    )


def glossary_page(corpus: Corpus) -> GlossaryPage:
    """The glossary first, then the controlled lists with their definitions."""
    order = tuple(kind.name for kind in OF_WORDS)
    groups = tuple(
        GlossaryGroup(
            kind,
            corpus.vocabularies[kind].title,
            inline(corpus.vocabularies[kind].note),
            corpus.vocabularies[kind].non_exhaustive,
            tuple(
                _term(corpus, kind, t) for t in sorted(corpus.vocabularies[kind].terms, key=lambda t: collate(t.name))
            ),
        )
        for kind in order
        if corpus.vocabularies[kind].terms
    )
    lead = "Afkortingen en woorden op deze site. Een betekenis die niet uit het antwoord komt, is zo aangeduid."
    about = linked.glossary(corpus, order)
    top = head(corpus, path=addresses.GLOSSARY, title="Begrippen", lead=lead, about=about)
    return GlossaryPage(top, groups)
