"""The pieces that every page is made of: links, states, quotations, facts, and a value that may be absent.

In: values of the model and the corpus they refer into. Out: frozen pieces for templates, safe HTML where text is rich.
Pieces hold site-relative paths; `html` makes them relative to the page.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.alternative import alternative_text
from weerklank.chartspec import ChartSpec, description
from weerklank.corpus import Corpus
from weerklank.data.formats import FORMATS
from weerklank.data.table import Table
from weerklank.facts.cells import cell_of
from weerklank.facts.voice import elsewhere
from weerklank.markup import inline
from weerklank.model import Absence, Citation, Quantity, Ref
from weerklank.model.fields import Field
from weerklank.states import ABSENCES, PLANNED, Shape, State
from weerklank.wording import listing, own_words

NOTHING = Markup("")
"""No text."""


@dataclass(frozen=True)
class Link:
    """A link. `path` is site-relative, `url` outside the site; without either it is text. `note` is a count or remark.

    `fragment`: a place on that page, or ""; `current`: it leads to the page that it stands on.
    """

    text: str
    path: str = ""
    fragment: str = ""
    note: str = ""
    current: bool = False
    url: str = ""


@dataclass(frozen=True)
class Quote:
    """Literal words of a source. `place` names source and place; `path` and `fragment` lead to the stored text.

    `external`: a sentence that says that the source belongs to no answer, or ""; `lang`: its language, "" for Dutch.
    """

    text: str
    place: str
    path: str
    fragment: str
    external: str
    lang: str = ""


@dataclass(frozen=True)
class Mark:
    """A `word` with its `shape`, which is the class that draws it."""

    word: str
    shape: Shape


@dataclass(frozen=True)
class Said:
    """A value ready to print, or an absence: then `mark` is set and `html` is the reason (may be empty).

    `citations`: what the value itself rests on; `placed`: those whose place `html` says already.
    """

    html: Markup
    mark: Mark | None = None
    links: tuple[Link, ...] = ()
    citations: tuple[Citation, ...] = ()
    placed: tuple[Citation, ...] = ()

    @property
    def box(self) -> str:
        """The element that may hold `html`: paragraphs, lists and tables cannot stand within a line of text."""
        return "div" if _BLOCK.match(self.html) else "span"

    @property
    def parted(self) -> bool:
        """Whether a colon stands before `html`: before a reason always, before words that go on never."""
        goes_on = self.html.striptags()[:1].islower()
        return not goes_on or (self.mark is not None and self.mark.word in _ABSENT)


_ABSENT = {state.word for state in ABSENCES if state != PLANNED}
"""Words that no other state shares: after “gepland” a month may follow, which is no reason."""

_BLOCK = re.compile(r"<(?:p|ul|ol|table|blockquote|pre|h[1-6]|hr|div)\b")


@dataclass(frozen=True)
class Fact:
    """A `term` with its `value` and an optional remark."""

    term: str
    value: Said
    note: Markup = NOTHING


def mark(state: State, *, word: str = "") -> Mark:
    """The mark of a state, with its own word or another."""
    return Mark(word or state.word, state.shape)


def record_link(corpus: Corpus, ref: Ref, *, text: str = "", note: str = "") -> Link:
    """A link to a record or a term, named by its title."""
    card = corpus.index.card(ref)
    return Link(text or card.title, card.address, card.fragment, note)


def quote(corpus: Corpus, citation: Citation) -> Quote:
    """A citation as words with their place; the link leads to the passage in the stored text where we keep one."""
    source = corpus.source(citation.source.id)
    text = corpus.stored.get(source.id)
    found = text.find(citation.quotation) if text and citation.quotation else None
    place = ", ".join(piece for piece in (source.called, citation.place) if piece)
    return Quote(
        citation.quotation,
        place,
        addresses.of_record(citation.source),
        f"p{found[0]}" if found else "",
        elsewhere(corpus) if source.external else "",
        "" if source.language.startswith("nl") else source.language,
    )


def quotes(corpus: Corpus, citations: Iterable[Citation]) -> tuple[Quote, ...]:
    """Quotations in order, each pair of words and place once."""
    return tuple(dict.fromkeys(quote(corpus, citation) for citation in citations))


def words(text: str) -> Said:
    """Plain or lightly marked text as a value."""
    return Said(inline(text))


def said(corpus: Corpus, value: object, field: Field | None = None) -> Said:
    """Any value of a field but a part with fields of its own, or its absence; what it refers to is linked.

    `field`: the one it stands in, for the words of a closed list.
    """
    cited = tuple(
        citation for item in (value if isinstance(value, tuple) else (value,)) for citation in _rests_on(item)
    )
    if isinstance(value, Ref):
        return Said(NOTHING, links=(record_link(corpus, value),))
    if isinstance(value, tuple) and value and isinstance(value[0], Ref):
        return Said(NOTHING, links=tuple(record_link(corpus, ref) for ref in value))
    if isinstance(value, Absence):
        links = (record_link(corpus, value.decision),) if value.decision is not None else ()
        return Said(inline(value.reason), mark(value.state), links=links, citations=cited)
    if isinstance(value, str) and not (field is not None and field.choices):
        return words(value)
    if isinstance(value, tuple) and value and all(isinstance(item, Quantity) for item in value):
        return Said(inline(listing(_with_words(corpus, item, field) for item in value)), citations=cited)
    return Said(inline(_with_words(corpus, value, field)), citations=cited)


def _with_words(corpus: Corpus, value: object, field: Field | None) -> str:
    """A value as it is printed, an amount with the words of its source behind it."""
    own = own_words(value) if isinstance(value, Quantity) else ""
    literal = f" (“{own}”)" if own else ""
    return cell_of(corpus, value, field).text + literal


def _rests_on(value: object) -> tuple[Citation, ...]:
    cited: tuple[Citation, ...] = getattr(value, "citations", ())
    return cited


@dataclass(frozen=True)
class ChartFigure:
    """A chart with its words, and the `caption` under it.

    For those who cannot see it: `alternative` where its table stands on the page, `description` where it does not.
    `wide`, `middle`, `narrow`: the drawing for that width, as a site path; `wide_dark`, `middle_dark` and `narrow_dark`
    are the same for a dark screen.
    """

    alternative: str
    description: str
    caption: Markup
    wide: str
    wide_dark: str
    middle: str
    middle_dark: str
    narrow: str
    narrow_dark: str
    table: Table
    downloads: tuple[Link, ...]


def chart_figure(spec: ChartSpec) -> ChartFigure:
    """The figure of a chart: addresses of its drawings and data, and its alternative text."""
    return ChartFigure(
        alternative_text(spec),
        description(spec),
        inline(spec.note),
        addresses.chart(spec.name, "breed-licht"),
        addresses.chart(spec.name, "breed-donker"),
        addresses.chart(spec.name, "druk-licht"),
        addresses.chart(spec.name, "druk-donker"),
        addresses.chart(spec.name, "smal-licht"),
        addresses.chart(spec.name, "smal-donker"),
        spec.table,
        (
            *table_downloads(spec.table),
            Link("Grafiek als svg", addresses.chart(spec.name, "breed-licht")),
            Link("Grafiek als png", addresses.chart_png(spec.name)),
        ),
    )


def table_downloads(table: Table) -> tuple[Link, ...]:
    """The data files of one table."""
    return tuple(Link(f"Tabel als {ending}", addresses.download(table.name, ending)) for ending in FORMATS)
