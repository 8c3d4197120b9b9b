"""Which frozen versions the public may have: those that rest on nothing but public records.

In: the whole corpus and the part of it that is public. Out: the public part without versions that must wait. What is
public is decided by `corpus.public`; a file cannot be pruned, so it has to wait for its last record.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from weerklank.author.load import Loaded
from weerklank.corpus import Corpus
from weerklank.findings import Finding, finding
from weerklank.freeze.known import withdrawn
from weerklank.freeze.snapshot import Kept, loaded_again, read_snapshot
from weerklank.freeze.versions import MANIFEST, SNAPSHOT, Version, names, versions
from weerklank.model import PartialDate, Question, Ref
from weerklank.model.records import may_see
from weerklank.text import whole_file
from weerklank.wording import date_words, listing


def standing_only(corpus: Corpus, loaded: Loaded) -> Corpus:
    """The corpus without the files of versions that were taken back, and with what is known of these."""
    back = withdrawn(loaded)
    gone = {question: {item.version for item in items} for question, items in back.items()}
    frozen = {
        question: {path: data for path, data in files.items() if path.partition("/")[0] not in gone.get(question, ())}
        for question, files in corpus.frozen.items()
    }
    return replace(corpus, frozen=frozen, withdrawn=back) if back else corpus


def drafts(corpus: Corpus, loaded: Loaded, *, anew: str = "") -> frozenset[str]:
    """The questions whose annex is yet to be made from the records: that of `anew`, and each without a version that
    stands and is of the day that its annex says now. Such a version is published as it was frozen, whatever came later.
    """
    standing = standing_only(corpus, loaded)
    frozen = {item.id for item in corpus.questions if _as_it_says(item, versions(standing, item.id))}
    return frozenset(item.id for item in corpus.questions if item.id == anew or item.id not in frozen)


def _as_it_says(question: Question, found: tuple[Version, ...]) -> bool:
    day = question.annex.as_of if question.annex else None
    return bool(found) and isinstance(day, PartialDate) and found[0].as_of == date_words(day)


def released(shown: Corpus, *, whole: Corpus, on: date) -> Corpus:
    """The public corpus with only the versions that may be seen; while all must wait, there is no annex either.

    `shown`: what of `whole` is public on this day.
    """
    frozen, held = dict(shown.frozen), set[str]()
    for question, files in shown.frozen.items():
        hidden = {name for name in names(files) if any(_hidden(files.get(f"{name}/{SNAPSHOT}", b""), shown, whole, on))}
        frozen[question] = {path: data for path, data in files.items() if path.partition("/")[0] not in hidden}
        if hidden and not names(frozen[question]):
            held.add(question)
    questions = tuple(_without_annex(item) if item.id in held else item for item in shown.questions)
    return replace(shown.having(Question, questions), frozen=frozen) if frozen != shown.frozen else shown


def waiting(shown: Corpus, *, whole: Corpus, on: date, folder: str) -> tuple[Finding, ...]:
    """A finding for each version that waits, at its manifest. `folder`: what the content folder is called."""
    found = []
    for question, files in shown.frozen.items():
        for name in names(files):
            hidden = dict.fromkeys(_hidden(files.get(f"{name}/{SNAPSHOT}", b""), shown, whole, on))
            if hidden:
                span = whole_file(f"{folder}/vragen/{question}/{name}/{MANIFEST}")
                words = listing(f"{ref.kind} “{ref.id}”" for ref in hidden)
                found.append(finding("P067", span=span, versie=name, records=words))
    return tuple(found)


def _hidden(snapshot: bytes, shown: Corpus, whole: Corpus, on: date) -> Iterator[Ref]:
    """What a version rests on that is not public, be it under another id; of what is gone, what it said itself."""
    now = {Ref(record.KIND.name, name): record.ref for record in whole.records() for name in record.former_ids}
    now |= {ref: ref for ref in whole.refs()}
    for kept, text in read_snapshot(snapshot).items():
        ref = Ref(kept.kind, kept.id)
        if now[ref] not in shown.refs() if ref in now else not _was_public({kept: text}, on):
            yield ref


def _was_public(files: Mapping[Kept, str], on: date) -> bool:
    """Whether the public may see on this day what a record of a version said, going by what it said of that."""
    return all(may_see(record.data, on) for record in loaded_again(files).records)


def _without_annex(question: Question) -> Question:
    return question.model_copy(update={"annex": None})
