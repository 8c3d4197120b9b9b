"""The glossary: every word of every list with its meaning.

In: the public corpus. Out: `GlossaryPage`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import (
    Quote,
    Said,
    quotes,
    said,
)
from weerklank.facts.voice import answer
from weerklank.kinds import OF_WORDS
from weerklank.markup import inline
from weerklank.model import Absence, Ref, Term
from weerklank.site import linked
from weerklank.site.shell import Head, head


@dataclass(frozen=True)
class GlossaryTerm:
    """A word with its meaning; `external`: a sentence that says that the meaning comes from elsewhere, or "".

    `also`: other spellings; `group`: where it belongs within the list; `url`: the address of what it names; `page`: its
    page on this site; each may be "".
    """

    id: str
    name: str
    also: tuple[str, ...]
    definition: Said
    external: str
    quotes: tuple[Quote, ...]
    page: str
    group: str
    url: str


@dataclass(frozen=True)
class GlossaryGroup:
    """A list of words (`terms`): the glossary proper or a controlled list.

    `non_exhaustive`: it gives examples only; `quotes`: where its note, or that it gives examples, stands.
    """

    id: str
    title: str
    note: Markup
    non_exhaustive: bool
    quotes: tuple[Quote, ...]
    terms: tuple[GlossaryTerm, ...]


@dataclass(frozen=True)
class GlossaryPage:
    """All words."""

    head: Head
    groups: tuple[GlossaryGroup, ...]


def _term(corpus: Corpus, kind: str, term: Term) -> GlossaryTerm:
    ref = Ref(kind, term.id)
    external = any(corpus.source(citation.source.id).external for citation in term.citations)
    outside = f"niet uit {answer(corpus)}" if answer(corpus) else "van elders"
    return GlossaryTerm(
        f"{kind}-{term.id}",
        term.name,
        term.also,
        said(corpus, term.definition),
        f"Deze uitleg komt {outside}." if external and not isinstance(term.definition, Absence) else "",
        quotes(corpus, term.citations),
        addresses.of_record(ref) if addresses.has_facets(kind) else "",
        term.group,
        term.url,
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
            quotes(corpus, corpus.vocabularies[kind].citations),
            tuple(_term(corpus, kind, t) for t in corpus.words(kind)),
        )
        for kind in order
        if corpus.vocabularies[kind].terms
    )
    lead = "Afkortingen en woorden op deze site. Een betekenis die niet uit het antwoord komt, is zo aangeduid."
    about = linked.glossary(corpus, order)
    top = head(corpus, path=addresses.GLOSSARY, title="Begrippen", lead=lead, about=about)
    return GlossaryPage(top, groups)
