"""What machines follow: Atom feeds of the change notes, the site map and the rules for search engines.

In: the public corpus; for the site map also the paths of the pages. Out: frozen views, and "robots.txt" as text.
Dates come from the records, never from a clock. Without a base address links are relative and there is no site map,
because the protocol of site maps takes absolute addresses only.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import quote, urlsplit

from weerklank import addresses
from weerklank.corpus import Corpus, once
from weerklank.data.flat import one_line
from weerklank.facts.promises import Event, events
from weerklank.facts.provenance import state_as_of
from weerklank.facts.receipts import Receipt, happened, receipts
from weerklank.facts.verdicts import judged, verdict_events
from weerklank.markup import bare, plain
from weerklank.model import ChangeNote, PartialDate, Promise, Record, Ref

MOST_ENTRIES = 100
"""A feed has the newest changes; the page of changes has them all."""

_HOST = re.compile(r"[a-z0-9.-]+")


@dataclass(frozen=True)
class FeedEntry:
    """One change note. `id` never changes; `updated` is the first moment that its date can mean (RFC 3339)."""

    id: str
    title: str
    updated: str
    link: str
    kind: str
    text: str


@dataclass(frozen=True)
class FeedDocument:
    """An Atom feed (RFC 4287). `here`: its own address; `page`: the page with the same content."""

    id: str
    title: str
    subtitle: str
    updated: str
    here: str
    page: str
    icon: str
    author: str
    rights: str
    entries: tuple[FeedEntry, ...]


def feeds(corpus: Corpus) -> Iterator[tuple[str, Callable[[], FeedDocument]]]:
    """Every feed with its path: of all, policy fields, promises, initiatives, signals, also at former addresses."""
    records = tuple(corpus.index.records)
    path = addresses.feed()
    yield path, partial(_document, corpus, path, "alle wijzigingen", addresses.CHANGES, records)
    for term in corpus.vocabularies["beleidsveld"].terms:
        ref = Ref("beleidsveld", term.id)
        path, title = addresses.feed("beleidsveld", term.id), f"wijzigingen bij het beleidsveld {term.name}"
        yield path, partial(_document, corpus, path, title, addresses.of_record(ref), _of_field(corpus, ref))
    yield addresses.feed("toezegging"), partial(_promises, corpus)
    for item in corpus.initiatives:
        path, title = addresses.feed("initiatief", item.id), f"wijzigingen bij {item.title}"
        came = (adjustment.ref for adjustment in corpus.adjustments_of(item.id))
        records = (item.ref, *came, *_measured(corpus, item.ref))
        document = partial(_document, corpus, path, title, addresses.of_record(item.ref), records)
        for name in dict.fromkeys((item.id, *item.former_ids)):
            yield addresses.feed("initiatief", name), document
    yield from _receipts(corpus)


def _receipts(corpus: Corpus) -> Iterator[tuple[str, Callable[[], FeedDocument]]]:
    """The feed of every signal, beside its receipt, also at former addresses."""
    for receipt in receipts(corpus):
        item, signal = receipt.initiative, receipt.signal
        document = partial(_receipt, corpus, receipt)
        for name in dict.fromkeys((item.id, *item.former_ids)):
            yield addresses.receipt(name, signal.id, "xml"), document


def _receipt(corpus: Corpus, receipt: Receipt) -> FeedDocument:
    """What happened to a signal: each step of what followed, verdicts, promises, and what was corrected in these."""
    name = (receipt.initiative.id, receipt.signal.id)
    followed = tuple(item.ref for item in receipt.records[1:])
    title = f"wat er gebeurt met “{bare(receipt.signal.text)}”"
    made = _document(corpus, addresses.receipt(*name, "xml"), title, addresses.receipt(*name), followed)
    told = (_told(corpus, item, event) for item, event in happened(corpus, receipt))
    unique = {entry.id: entry for entry in (*told, *made.entries)}
    entries = _newest(unique.values())
    newest = entries[0].updated if entries else moment(PartialDate(1970))
    subtitle = one_line(f"Een signaal uit: {receipt.initiative.title}.")
    return replace(made, subtitle=subtitle, updated=newest, entries=entries)


def _promises(corpus: Corpus) -> FeedDocument:
    """What happened to promises: said, moved, a step further, closed, late; and what was corrected in them."""
    path, records = addresses.feed("toezegging"), tuple(item.ref for item in corpus.every(Promise))
    made = _document(corpus, path, "toezeggingen", addresses.index("toezegging"), records)
    told = [_told(corpus, item, event) for item in corpus.every(Promise) for event in events(corpus, item)]
    entries = _newest(sorted((*told, *made.entries), key=lambda entry: entry.id, reverse=True))
    newest = entries[0].updated if entries else made.updated
    subtitle = "Wat in het parlement toegezegd is, en wat ervan kwam."
    return replace(made, subtitle=subtitle, updated=newest, entries=entries)


def _verdicts(corpus: Corpus, records: Iterable[Ref]) -> Iterator[FeedEntry]:
    """What those who gave a signal, or were promised something, say of these records."""
    for ref in dict.fromkeys(records):
        item = corpus.get(ref)
        if judged(item):
            yield from (_told(corpus, item, event) for event in verdict_events(corpus, item))


def _newest(entries: Iterable[FeedEntry]) -> tuple[FeedEntry, ...]:
    """The newest entries, newest first; those of one day as they are given."""
    return tuple(sorted(entries, key=lambda entry: entry.updated, reverse=True)[:MOST_ENTRIES])


def _told(corpus: Corpus, item: Record, event: Event) -> FeedEntry:
    card = corpus.index.card(item.ref)
    return FeedEntry(
        id=entry_id(corpus, item.ref, event.on, number=event.key),
        title=one_line(card.title),
        updated=moment(event.on),
        link=_link(corpus, card.address),
        kind=card.kind,
        text=one_line(plain(event.words)),
    )


def _of_field(corpus: Corpus, ref: Ref) -> tuple[Ref, ...]:
    """The records that name this policy field as theirs, with the measurements of the initiatives among them."""
    own = tuple(use.by for use in corpus.index.uses.get(ref, ()) if use.field == "beleidsvelden")
    return (*own, *(near for item in own for near in _measured(corpus, item)))


def _measured(corpus: Corpus, ref: Ref) -> tuple[Ref, ...]:
    """The measurements that belong to an initiative."""
    found = corpus.measurements_of(ref.id) if ref.kind == "initiatief" else ()
    return tuple(Ref("meting", item.id) for item in found)


def _document(corpus: Corpus, path: str, title: str, page: str, records: tuple[Ref, ...]) -> FeedDocument:
    """The feed with this address and title about what stands on a page: the changes of records, in any order."""
    site = corpus.organisation.site
    notes = tuple(_entry(corpus, *note) for note in _notes(corpus, records)[:MOST_ENTRIES])
    entries = _newest((*notes, *_verdicts(corpus, records)))
    newest = state_as_of(corpus)
    return FeedDocument(
        id=_feed_id(corpus, path),
        title=one_line(f"{site.name}: {title}"),
        subtitle=one_line(f"Wat veranderde of verbeterd werd in de gegevens van {corpus.organisation.with_article}."),
        updated=entries[0].updated if entries else moment(newest) if newest else moment(PartialDate(1970)),
        here=_link(corpus, path),
        page=_link(corpus, page),
        icon=_link(corpus, addresses.ICON),
        author=one_line(corpus.organisation.name),
        rights=one_line(f"{corpus.organisation.licence.name}, {corpus.organisation.licence.url}"),
        entries=entries,
    )


@once
def _numbered(corpus: Corpus) -> Mapping[Ref, tuple[tuple[Ref, int, ChangeNote], ...]]:
    """The change notes of each record, each with which of its date it is: it may be reworded, so that names it."""
    found = {}
    for ref, record in corpus.index.records.items():
        seen: Counter[PartialDate] = Counter()
        notes = []
        for note in record.changes:
            seen[note.date] += 1
            notes.append((ref, seen[note.date], note))
        found[ref] = tuple(notes)
    return found


def _notes(corpus: Corpus, records: Iterable[Ref]) -> list[tuple[Ref, int, ChangeNote]]:
    """Every change note of these records, newest first, then by record and by place in the record."""
    known = _numbered(corpus)
    found = sorted((note for ref in dict.fromkeys(records) for note in known[ref]), key=lambda item: item[:2])
    return sorted(found, key=lambda item: item[2].date, reverse=True)


def _entry(corpus: Corpus, ref: Ref, number: int, note: ChangeNote) -> FeedEntry:
    card = corpus.index.card(ref)
    return FeedEntry(
        id=entry_id(corpus, ref, note.date, number=number),
        title=one_line(card.title),
        updated=moment(note.date),
        link=_link(corpus, card.address),
        kind=card.kind,
        text=one_line(plain(note.text)),
    )


def moment(value: PartialDate) -> str:
    """The first moment that a date can mean, as RFC 3339 wants it."""
    return f"{value.first_day.isoformat()}T00:00:00Z"


def entry_id(corpus: Corpus, ref: Ref, on: PartialDate, *, number: int | str) -> str:
    """The lasting name of a change: a tag URI (RFC 4151) under the host of the site, or a URN while it has none."""
    rest = f"{ref.kind}:{ref.id}:{number}"
    base = urlsplit(corpus.organisation.site.base_url)
    if _HOST.fullmatch(base.hostname or ""):
        path = quote(base.path.strip("/"), safe="/")
        return f"tag:{base.hostname},{on.iso}:{path}{':' if path else ''}{rest}"
    return f"urn:weerklank:{_authority(corpus)}:{rest}:{on.iso}"


def _authority(corpus: Corpus) -> str:
    """What tells two sites without an address apart: the code of the organisation, or else its abbreviation."""
    found = corpus.organisation.ovo or corpus.organisation.abbreviation
    return quote(found.lower(), safe="")


def _feed_id(corpus: Corpus, path: str) -> str:
    """The lasting name of a feed: its address, or a URN while the site has none."""
    if corpus.organisation.site.base_url:
        return _link(corpus, path)
    return f"urn:weerklank:{_authority(corpus)}:{path}"


def _link(corpus: Corpus, target: str) -> str:
    """A page of the site as seen from a feed: absolute when the site knows its address."""
    base = corpus.organisation.site.base_url.rstrip("/")
    return f"{base}/{target}" if base else addresses.relative(target, page=addresses.feed())


# --- search engines ---------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Sitemap:
    """Every page that a search engine may show: its absolute address, and the ISO date of its last change or ""."""

    pages: tuple[tuple[str, str], ...]


def has_sitemap(corpus: Corpus) -> bool:
    """Whether there is a site map: the site knows its own address and search engines are welcome."""
    return bool(corpus.organisation.site.base_url) and corpus.organisation.may_index


def sitemap(corpus: Corpus, paths: Iterable[str]) -> Sitemap:
    """The site map of these pages (site-relative paths), in their order."""
    base = corpus.organisation.site.base_url.rstrip("/")
    changed = {
        addresses.of_record(record.ref): max(note.date for note in record.changes).iso
        for record in corpus.records()
        if record.changes
    }
    return Sitemap(tuple((f"{base}/{path}", changed.get(path, "")) for path in paths))


def robots(corpus: Corpus) -> str:
    """The rules for search engines (RFC 9309). Only a site at the root of its host can have them read."""
    if not corpus.organisation.may_index:
        return "User-agent: *\nDisallow: /\n"
    base = corpus.organisation.site.base_url.rstrip("/")
    return "User-agent: *\nAllow: /\n" + (f"\nSitemap: {base}/{addresses.SITEMAP}\n" if base else "")
