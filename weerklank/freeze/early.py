"""Records that an annex shows before their day: it says of which day its data are, and they are public only later.

In: the loaded content and a corpus without errors. Out: an error for each such record, at what it says of its audience.
"""

from collections.abc import Collection, Iterator
from datetime import date

from weerklank.author.load import Loaded
from weerklank.corpus import Corpus, public
from weerklank.facts.provenance import annex_words
from weerklank.findings import Finding, finding
from weerklank.model import PartialDate, Question, Record, Ref

_AUDIENCE = ("publicatie",)


def early(loaded: Loaded, corpus: Corpus, *, drafts: Collection[str]) -> tuple[Finding, ...]:
    """Compare the embargo of each record with the day of each annex that it is in. `drafts`: see `shown.drafts`."""
    marks = {(record.kind, record.id): record for record in loaded.records}
    found = []
    for question in (item for item in corpus.questions if item.id in drafts):
        as_of = question.annex.as_of if question.annex else None
        late = tuple(_later(corpus, as_of)) if isinstance(as_of, PartialDate) else ()
        shown = _shown(corpus, question) if late else frozenset()
        for item in late:
            if item.ref in shown and item is not question:
                span = marks[item.KIND.name, item.id].marks[_AUDIENCE].value
                found.append(
                    finding("V015", span=span, field=_AUDIENCE, soort=item.KIND.name, id=item.id, vraag=question.id)
                )
    return tuple(found)


def _later(corpus: Corpus, as_of: PartialDate) -> Iterator[Record]:
    for item in corpus.records():
        since = item.publication.since
        if since is not None and as_of.surely_before(since):
            yield item


def _shown(corpus: Corpus, question: Question) -> frozenset[Ref]:
    """What an annex has words of once all is public; nothing when its question never is."""
    whole = public(corpus, on=date.max)
    found = next((item for item in whole.questions if item.id == question.id), None)
    return annex_words(whole, question.id) if found is not None and found.annex is not None else frozenset()
