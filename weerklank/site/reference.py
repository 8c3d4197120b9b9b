"""Pages to look things up: decisions, sources with their stored text, glossary, prose, statement, disclaimer, 404.

In: the public corpus. Out: one frozen view per page.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.author.quotations import Passage, split
from weerklank.corpus import Corpus
from weerklank.document.parts import (
    Fact,
    Link,
    Quote,
    Said,
    absent,
    quotes,
    record_link,
    said,
    words,
)
from weerklank.kinds import OF_WORDS
from weerklank.markup import block, inline, plain
from weerklank.model import Absence, Decision, Ref, Source, Term
from weerklank.site import linked
from weerklank.site.ending import Ending, ending
from weerklank.site.shell import Head, head
from weerklank.wording import LABELS, collate, counted, date_words


@dataclass(frozen=True)
class DecisionPage:
    """A decision. `reasons`: why, as prose; where that is not known, `motivation` says so.

    `explains`: the records that it is the reason for; `ending`: story, sources and the rest.
    """

    head: Head
    facts: tuple[Fact, ...]
    motivation: Said
    reasons: Markup
    explains: tuple[Link, ...]
    ending: Ending


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
class SourcePage:
    """A source: what it is, its stored text in numbered `passages`, and the records that rest on it (`used_by`).

    `external`: it is no part of the answer; `url`: where it stands outside the site, or "".
    """

    head: Head
    facts: tuple[Fact, ...]
    note: Markup
    external: bool
    url: str
    passages: tuple[Passage, ...]
    used_by: tuple[Link, ...]


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


def _citing(corpus: Corpus, ref: Ref) -> tuple[Link, ...]:
    """Records in which this reference occurs anywhere."""
    users = dict.fromkeys(use.by for use in corpus.index.uses.get(ref, ()))
    return tuple(record_link(corpus, user) for user in users if user.kind != "pagina")


def decision_page(corpus: Corpus, name: str) -> DecisionPage:
    """The page of the decision with this id."""
    ref = Ref("beslissing", name)
    item = corpus.get(ref)
    assert isinstance(item, Decision)
    motivation = item.motivation
    return DecisionPage(
        head=head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=item.summary,
            kicker="Beslissing",
            trail=(Link("Beslissingen", addresses.index("beslissing")),),
            about=linked.record(corpus, item),
        ),
        facts=(Fact("Datum", said(corpus, item.date)), Fact("Genomen door", said(corpus, item.taken_by))),
        motivation=absent(corpus, motivation) if isinstance(motivation, Absence) else Said(Markup("")),
        reasons=Markup("") if isinstance(motivation, Absence) else block(motivation, prefix="motivering"),
        explains=_citing(corpus, ref),
        ending=ending(corpus, item),
    )


def decisions_page(corpus: Corpus) -> IndexPage:
    """The list of decisions."""
    rows = tuple(
        IndexRow(
            record_link(corpus, Ref("beslissing", item.id)),
            inline(item.summary),
            ("datum: niet vermeld" if isinstance(item.date, Absence) else date_words(item.date),),
        )
        for item in corpus.decisions
    )
    lead = "Beslissingen over methode of beleid, die verklaren waarom iets wel of niet gebeurt."
    return IndexPage(
        head(corpus, path=addresses.index("beslissing"), title="Beslissingen", lead=lead),
        rows,
        "Er zijn nog geen beslissingen opgetekend.",
    )


def _source_facts(corpus: Corpus, item: Source) -> tuple[Fact, ...]:
    url = item.url if isinstance(item.url, str) else ""
    facts = [
        Fact("Soort", words(LABELS["bronsoort"].get(item.kind, item.kind))),
        Fact("Uitgever", said(corpus, item.publisher)),
        Fact("Datum", said(corpus, item.date)),
    ]
    if not url:
        facts.append(Fact("Adres", said(corpus, item.url)))
    if item.consulted is not None:
        facts.append(Fact("Bekeken op", said(corpus, item.consulted)))
    return tuple(facts)


def source_page(corpus: Corpus, name: str) -> SourcePage:
    """The page of the source with this id, with its stored text when we keep one."""
    item = corpus.source(name)
    ref = Ref("bron", name)
    text = corpus.texts.get(name, "")
    passages = split(text) if text else ()
    lead = (
        "De volledige tekst staat hieronder. Elke alinea heeft een nummer, zodat een citaat ernaar kan verwijzen."
        if text
        else ""
    )
    return SourcePage(
        head=head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=lead,
            kicker="Bron",
            description=f"Bron: {item.title}.",
            trail=(Link("Bronnen", addresses.index("bron")),),
            about=linked.source(item),
        ),
        facts=_source_facts(corpus, item),
        note=block(item.note, prefix="opmerking"),
        external=item.external,
        url=item.url if isinstance(item.url, str) else "",
        passages=passages,
        used_by=_citing(corpus, ref),
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
