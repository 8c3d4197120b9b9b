"""The list of sources.

In: the public corpus. Out: its `ListPage`.
"""

from weerklank.corpus import Corpus, once
from weerklank.facts.recordfacets import sources_in_order
from weerklank.facts.voice import answer
from weerklank.markup import inline, plain
from weerklank.model import Source
from weerklank.site.lists import ListPage, Row, list_head, record_row
from weerklank.wording import counted, uncapital


@once
def sources_page(corpus: Corpus) -> ListPage:
    """The list of sources: those of the agency itself first, then what comes from elsewhere."""
    ordered = sources_in_order(corpus)
    count = counted(len(ordered), "document", "documenten")
    lead = f"{count} waaruit de gegevens komen. Elk gegeven op deze site verwijst naar zijn bron."
    rows = tuple(_source_row(corpus, item) for item in ordered)
    return ListPage(list_head(corpus, "bron", lead), "bron", rows, inline("Er zijn nog geen bronnen opgetekend."))


def _source_row(corpus: Corpus, item: Source) -> Row:
    belongs = _belonging(corpus, item)
    whole = ("volledige tekst",) if item.id in corpus.texts else ()
    return record_row(corpus, item, uncapital(corpus.term(item.kind).name), belongs, *whole, summary=plain(item.note))


def _belonging(corpus: Corpus, item: Source) -> str:
    """Whether it belongs to an answer, as far as that can be said: with more answers it is not known to which."""
    found = answer(corpus)
    if item.external:
        return f"niet uit {found}" if found else "van elders"
    return "hoort bij het antwoord" if len(corpus.questions) == 1 else ""
