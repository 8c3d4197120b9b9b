"""Old addresses: a small page at the address of every former id, which leads to the record under its present name.

In: the public corpus. Out: one page for each former id. Without a server there is no other way to redirect.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.parts import Link, record_link
from weerklank.model import Ref
from weerklank.site.shell import Head, head, shell


@dataclass(frozen=True)
class RedirectPage:
    """`canonical`: the absolute address of the record, or "" when the site does not know its own."""

    head: Head
    target: Link
    canonical: str
    icon: str


def redirect_pages(corpus: Corpus) -> Iterator[tuple[str, Callable[[], RedirectPage]]]:
    """The page of every former id of every record, with its path."""
    for ref, record in corpus.index.records.items():
        for former in dict.fromkeys(record.former_ids):
            path = addresses.of_record(Ref(ref.kind, former))
            yield path, partial(_page, corpus, ref, path)


def _page(corpus: Corpus, ref: Ref, path: str) -> RedirectPage:
    base, title = shell(corpus).base_url, corpus.get(ref).title
    target = record_link(corpus, ref)
    return RedirectPage(
        head(corpus, path=path, title=title, description=f"Deze pagina heet nu: {title}."),
        target,
        f"{base}/{target.path}" if base else "",
        addresses.ICON,
    )
