"""The receipt of a signal: one small page that lasts, to hand out to whoever said it.

In: the public corpus and a `Receipt`. Out: `ReceiptPage`, printed by `pages/ontvangst.html`. Search does not list it:
all that stands on it is found at the initiative, the adjustment or the promise that it leads to.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from textwrap import shorten

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Facts, Prose, Section
from weerklank.document.entries import Entries, Entry, Quotes
from weerklank.document.frame import Frame
from weerklank.document.numbering import Sources, citations_in, numbered
from weerklank.document.parts import NOTHING, Fact, Link, Mark, Said, mark, record_link
from weerklank.document.sheets.ending import checked_words
from weerklank.document.sheets.verdicts import verdict_facts
from weerklank.facts.promises import in_force, shown_state, standing
from weerklank.facts.receipts import Receipt, by_giver
from weerklank.index import points_above
from weerklank.markup import bare, inline
from weerklank.model import Adjustment, Cause, Promise, Signal
from weerklank.model.fields import field_of
from weerklank.site.shell import Head, head, way_to
from weerklank.states import strength
from weerklank.wording import capital, date_words, soft_hyphens

_TITLE = 110
"""Characters of a signal that fit in a title; the whole of it stands below."""
NOTHING_YET = "Nog niets: er is niets opgetekend dat hieruit volgde."
UNCHECKED = "Wanneer de gegevens nagekeken zijn, is niet ingevuld."


@dataclass(frozen=True)
class ReceiptPage:
    """`sections`: what was said, and what became of it; `checked`: when the records were last looked at, in words.

    `address`: where it stands, "" while the site does not know its own; then there is no QR code (`code`, its path).
    `feed`: where what happens to it can be followed.
    """

    head: Head
    sections: tuple[Section, ...]
    sources: Sources
    checked: str
    address: str
    code: str
    feed: Link


def receipt_page(corpus: Corpus, receipt: Receipt) -> ReceiptPage:
    """The receipt of one signal."""
    item, signal = receipt.initiative, receipt.signal
    path = addresses.receipt(item.id, signal.id)
    feed = Link("Volg wat hiermee gebeurt", addresses.receipt(item.id, signal.id, "xml"))
    trail = (*way_to(corpus, item.KIND), record_link(corpus, item.ref))
    short = _short(signal)
    top = head(
        corpus,
        path=path,
        title=f"{short} ({item.title})",
        kicker="Ontvangstbewijs van een signaal",
        description=f"Wat er gebeurde met een signaal uit: {item.title}.",
        trail=trail,
        section=trail[0].path,
        feeds=(feed,),
    )
    sections = tuple(_sections(Frame(corpus), receipt))
    return ReceiptPage(
        head=replace(top, heading=soft_hyphens(short)),
        sections=sections,
        sources=numbered(corpus, citations_in(sections)),
        checked=checked_words(item) or UNCHECKED,
        address=address(corpus, receipt),
        code=addresses.receipt(item.id, signal.id, "svg") if address(corpus, receipt) else "",
        feed=feed,
    )


def _short(signal: Signal) -> str:
    """As much of a signal as a title holds."""
    return shorten(bare(signal.text), _TITLE, placeholder=" …")


def address(corpus: Corpus, receipt: Receipt) -> str:
    """The whole address of a receipt, "" while the site does not know its own."""
    base = corpus.organisation.site.base_url.rstrip("/")
    return f"{base}/{addresses.receipt(receipt.initiative.id, receipt.signal.id)}" if base else ""


def _sections(frame: Frame, receipt: Receipt) -> Iterator[Section]:
    yield Section("gezegd", "Wat gezegd is", _said(frame, receipt))
    led = tuple(_adjustment(frame, receipt, item) for item in receipt.adjustments)
    became: Block = Entries("steps", led) if led else Prose(frame.paragraph(NOTHING_YET))
    yield Section("gevolg", "Wat ermee gebeurde", (became,))
    if receipt.promises:
        promised = tuple(_promise(frame, receipt, item) for item in receipt.promises)
        yield Section("toegezegd", "Wat toegezegd is", (Entries("steps", promised),))
    if receipt.decisions:
        decided = tuple(
            Entry(Said(NOTHING, links=(record_link(frame.corpus, item.ref),)), notes=(inline(item.summary),))
            for item in receipt.decisions
        )
        yield Section("beslist", "Wat beslist is", (Entries("steps", decided),))


def _said(frame: Frame, receipt: Receipt) -> tuple[Block, ...]:
    """The signal in the words of the record, with its source, who gave it, when and in which way it was heard."""
    item, signal = receipt.initiative, receipt.signal
    card = frame.corpus.index.card(item.ref)
    place = Link(card.title, card.address, f"signaal-{signal.id}")
    facts = (
        *frame.facts(signal, "sender"),
        Fact("Gezegd bij", Said(NOTHING, links=(place,))),
        *frame.facts(item, "period", "forms"),
    )
    whole = () if _short(signal) == bare(signal.text) else (Prose(frame.paragraph(signal.text)),)
    quoted = (Quotes(signal.citations),) if signal.citations else ()
    return (*whole, *quoted, Facts("Waar en wanneer", facts))


def _adjustment(frame: Frame, receipt: Receipt, item: Adjustment) -> Entry:
    """What followed: how far it is and since when, why it was refused, how firmly it is tied, what the giver says."""
    card = frame.corpus.index.card(item.ref)
    assert card.state is not None
    label = field_of(Cause, "strength").label
    ties = (tie for tie in receipt.ties if tie.adjustment == item.id)
    tied = (Fact(label, Said(inline(tie.note), mark(strength(tie.strength)), citations=tie.citations)) for tie in ties)
    upward = tuple(points_above(item, {point.id: point for point in receipt.points}))
    above = (point for point in receipt.points if point in upward)
    judged = (fact for near in (item, *above) for fact in verdict_facts(frame.corpus, by_giver(receipt, near)))
    when = f"{date_words(card.date)}. " if card.date else ""
    return Entry(
        Said(NOTHING, links=(record_link(frame.corpus, item.ref),)),
        mark=mark(card.state),
        notes=(inline(f"{when}{item.summary}"),),
        facts=(*frame.facts(item, "reason"), *tied, *judged),
    )


def _promise(frame: Frame, receipt: Receipt, item: Promise) -> Entry:
    """What was promised: how it stands, by when, why it was withdrawn, what those say who asked for it."""
    stands = standing(frame.corpus, item)
    state = shown_state(frame.corpus, item)
    return Entry(
        Said(NOTHING, links=(record_link(frame.corpus, item.ref),)),
        mark=Mark(stands.words or state.word, state.shape),
        notes=(inline(f"{capital(in_force(item))}. {item.summary}"),),
        facts=(*frame.facts(item, "reason"), *verdict_facts(frame.corpus, by_giver(receipt, item))),
    )
