"""Old addresses: a small page at each of them, which leads to the page or the record under its present name.

In: the public corpus. Out: one page for each former address. Without a server there is no other way to redirect.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, record_link
from weerklank.facts.receipts import receipts
from weerklank.markup import bare
from weerklank.model import Ref
from weerklank.site.shell import GAPS, HEARD, TRACE, Head, head, shell


@dataclass(frozen=True)
class RedirectPage:
    """`canonical`: the absolute address of the record, or "" when the site does not know its own."""

    head: Head
    target: Link
    canonical: str
    icon: str


def redirect_pages(corpus: Corpus) -> Iterator[tuple[str, Callable[[], RedirectPage]]]:
    """The page of every former address: of pages, of records by a former id, and of receipts handed out under it."""
    for path, now in addresses.FORMER.items():
        title = next(link.text for link in (GAPS, HEARD, TRACE) if link.path == now)
        yield path, partial(_page, corpus, path, title, Link(title, now))
    for ref, record in corpus.index.records.items():
        for former in dict.fromkeys(record.former_ids):
            path = addresses.of_record(Ref(ref.kind, former))
            yield path, partial(_page, corpus, path, corpus.get(ref).title, record_link(corpus, ref))
    for receipt in receipts(corpus):
        item, signal = receipt.initiative, receipt.signal
        for former in dict.fromkeys(item.former_ids):
            path = addresses.receipt(former, signal.id)
            target = Link(bare(signal.text), addresses.receipt(item.id, signal.id))
            yield path, partial(_page, corpus, path, target.text, target)


def _page(corpus: Corpus, path: str, title: str, target: Link) -> RedirectPage:
    base = shell(corpus).base_url
    return RedirectPage(
        head(corpus, path=path, title=title, description=f"De nieuwe naam van deze pagina: {title}"),
        target,
        f"{base}/{target.path}" if base else "",
        addresses.ICON,
    )
