"""Old addresses: a small page at the address of every former id, which leads to the record as it is called now.

In: the public corpus. Out: one `RedirectPage` for each former id. Without a server there is no other way to redirect.
"""

from collections.abc import Iterator
from dataclasses import dataclass

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


def redirect_pages(corpus: Corpus) -> Iterator[RedirectPage]:
    """The page of every former id of every record."""
    base = shell(corpus).base_url
    for record in corpus.records():
        kind = record.KIND.name
        target = record_link(corpus, Ref(kind, record.id))
        for former in record.former_ids:
            path = addresses.of_record(Ref(kind, former))
            yield RedirectPage(
                head(corpus, path=path, title=record.title, description=f"Deze pagina heet nu: {record.title}."),
                target,
                f"{base}/{target.path}" if base else "",
                addresses.ICON,
            )
