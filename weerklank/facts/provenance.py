"""What the open data as a whole are, and the data of one annex: which records, as of when, with which hash.

In: the public corpus, and for an annex its question. Out: the corpus of an annex, fingerprints and provenance.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeVar

from weerklank import addresses
from weerklank.corpus import Corpus, once, pictures_of
from weerklank.data.meta import Meta
from weerklank.facts.annexes import annex_corpus, drawn
from weerklank.markup import record_links
from weerklank.model import NOW, Absence, Annex, Page, Part, PartialDate, Question, Record, Ref, walk
from weerklank.model.fields import Many, fields_of, is_printable
from weerklank.wording import date_words

R = TypeVar("R", bound=Record)


@once
def state_as_of(corpus: Corpus) -> PartialDate | None:
    """The newest date that the records give for themselves: a change note, a state of an annex, the day of a source or
    on which somebody looked at it, a day on which somebody compared a record with its sources.

    It comes from the records and not from a clock, so that the same records give the same files on any day; and from
    nothing else: a page about the site, such as its accessibility statement, says nothing about the data.
    """
    found = [note.date for record in corpus.records() for note in record.changes]
    states = [question.annex.as_of for question in corpus.questions if question.annex is not None]
    found += [day for day in states if not isinstance(day, Absence)]
    found += [source.consulted for source in corpus.sources if source.consulted is not None]
    found += [source.date for source in corpus.sources if not isinstance(source.date, Absence)]
    found += [record.last_checked for record in corpus.records() if record.last_checked is not None]
    return max((item for item in found if item != NOW), default=None)


def epoch_of(day: PartialDate | Absence, *, default: int) -> int:
    """Seconds since 1970 (UTC) of the first moment of a day; `default` when the day is not stated."""
    if isinstance(day, Absence):
        return default
    first = day.first_day
    return int(datetime(first.year, first.month, first.day, tzinfo=UTC).timestamp())


_TOLD_APART = {(Question, "readers"), (Annex, "status"), (Annex, "coverage")}
"""Fields that an annex does not always print, and that make it another one all the same."""


def fingerprint(corpus: Corpus) -> str:
    """SHA-256, in hexadecimal, over what an annex may print of these records: the version of its data.

    The order of files does not matter, nor does what only authors see or only the site shows.
    """
    digest = hashlib.sha256()
    lists = (corpus.vocabularies[kind] for kind in sorted(corpus.vocabularies))
    for record in (corpus.organisation, *lists, *corpus.records()):
        digest.update(record.model_dump_json(by_alias=True, exclude=_unprinted(type(record))).encode())
        digest.update(b"\0")
    for name in sorted(corpus.texts.keys() & {source.id for source in corpus.sources}):
        digest.update(corpus.texts[name].encode())
    for name in sorted({name for record in corpus.records() for name in pictures_of(record)} & corpus.pictures.keys()):
        digest.update(corpus.pictures[name].hash.encode())
    digest.update(corpus.logo.hash.encode() if corpus.logo else b"")
    return digest.hexdigest()


@cache
def _unprinted(model: type[Part]) -> dict[str, Any]:
    """The fields of a record that no annex prints, and those of its parts, as pydantic takes them."""
    found: dict[str, Any] = {}
    for item in fields_of(model):
        if not item.in_annex and not any((owner, item.attribute) in _TOLD_APART for owner in model.__mro__):
            found[item.attribute] = True
        elif item.in_annex and item.many is Many.ONE and item.model and (inner := _unprinted(item.model)):
            found[item.attribute] = inner
    return found


def provenance(corpus: Corpus) -> Meta:
    """The provenance that every data file of this corpus states."""
    organisation = corpus.organisation
    newest = state_as_of(corpus)
    base = organisation.site.base_url.rstrip("/")
    moment = newest.first_day if newest else date(1980, 1, 1)
    return Meta(
        publisher=organisation.name,
        as_of=newest.iso if newest else "",
        as_of_words=date_words(newest) if newest else "",
        licence=organisation.licence.name,
        licence_url=organisation.licence.url,
        contact=organisation.contact.email,
        address=f"{base}/{addresses.DATA}" if base else "",
        epoch=int(datetime(moment.year, moment.month, moment.day, tzinfo=UTC).timestamp()),
    )


# --- one annex -------------------------------------------------------------------------------------------------------


def annex_data(corpus: Corpus, question: str) -> Corpus:
    """Everything that the annex of a question shows, counts or names; nothing outside it can change a word of it."""
    refs = set(_shown(corpus, question))
    refs |= {near for ref in tuple(refs) for near in _named(corpus, corpus.get(ref))}
    lists = (corpus.organisation, *corpus.vocabularies.values())
    refs |= {value for item in lists for _, value in walk(item) if isinstance(value, Ref)}
    return replace(corpus.only(refs).having(Page, ()), frozen={})


def annex_words(corpus: Corpus, question: str) -> frozenset[Ref]:
    """The records of which an annex has words: those that it shows, those whose title stands beside these, and what
    its words and its lists rest on.
    """
    shown = _shown(corpus, question)
    beside = {near for ref in shown for near in _named(corpus, corpus.get(ref))}
    lists = (*corpus.vocabularies.values(), corpus.organisation.open_lists)
    beside |= {value for item in lists for _, value in walk(item) if isinstance(value, Ref)}
    # A measurement or a decision is named where it is shown and nowhere else.
    return shown | {ref for ref in beside & corpus.refs() if ref.kind not in ("meting", "beslissing")}


def _shown(corpus: Corpus, question: str) -> frozenset[Ref]:
    """The records that an annex shows, cites or counts."""
    found = corpus.get(Ref("vraag", question))
    assert isinstance(found, Question)
    return frozenset({*annex_corpus(corpus, found).refs(), *drawn(corpus, found)})


def annex_provenance(corpus: Corpus, question: str) -> Meta:
    """The provenance that the data files of an annex state: as of its own date, when it has one."""
    data = annex_data(corpus, question)
    found = next(item for item in data.questions if item.id == question)
    origin = provenance(data)
    if found.annex is None or isinstance(found.annex.as_of, Absence):
        return origin
    day = found.annex.as_of
    return replace(origin, as_of=day.iso, as_of_words=date_words(day), epoch=epoch_of(day, default=origin.epoch))


def _named(corpus: Corpus, record: Record) -> Iterator[Ref]:
    """The records whose title stands beside a record: what it refers or links to, and what came of it."""
    for path, value in walk(record):
        said = isinstance(value, Ref | str) and is_printable(type(record), path)
        if said and isinstance(value, Ref):
            yield value
        elif said and isinstance(value, str):
            yield from record_links(value)
    if record.KIND.name == "initiatief":
        yield from (Ref("bijsturing", item.id) for item in corpus.adjustments_of(record.id))
        yield from (Ref("meting", item.id) for item in corpus.measurements_of(record.id))
