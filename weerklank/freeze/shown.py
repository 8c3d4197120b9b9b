"""Which frozen versions the public may have: those that rest on nothing but public records.

In: the whole corpus and the part of it that is public. Out: the public part without versions that must wait. What is
public is decided by `corpus.public`; a file cannot be pruned, so it has to wait for its last record.
"""

from dataclasses import replace

from weerklank.corpus import Corpus
from weerklank.findings import Finding, finding
from weerklank.freeze.snapshot import read_snapshot
from weerklank.freeze.versions import MANIFEST, SNAPSHOT, names
from weerklank.model import Question, Ref
from weerklank.text import whole_file
from weerklank.wording import listing


def released(shown: Corpus, *, whole: Corpus) -> Corpus:
    """The public corpus with only the versions that may be seen; while there is none, there is no annex either."""
    frozen, held = dict(shown.frozen), set[str]()
    for question, files in shown.frozen.items():
        hidden = {name for name in names(files) if _hidden(files.get(f"{name}/{SNAPSHOT}", b""), shown, whole)}
        frozen[question] = {path: data for path, data in files.items() if path.partition("/")[0] not in hidden}
        if hidden and not names(frozen[question]):
            held.add(question)
    questions = tuple(_without_annex(item) if item.id in held else item for item in shown.questions)
    return replace(shown.having(Question, questions), frozen=frozen) if frozen != shown.frozen else shown


def waiting(shown: Corpus, *, whole: Corpus, folder: str) -> tuple[Finding, ...]:
    """A finding for each version that waits, at its manifest. `folder`: what the content folder is called."""
    found = []
    for question, files in shown.frozen.items():
        for name in names(files):
            hidden = _hidden(files.get(f"{name}/{SNAPSHOT}", b""), shown, whole)
            if hidden:
                span = whole_file(f"{folder}/vragen/{question}/{name}/{MANIFEST}")
                words = listing(f"{ref.kind} “{ref.id}”" for ref in hidden)
                found.append(finding("P067", span=span, versie=name, records=words))
    return tuple(found)


def _hidden(snapshot: bytes, shown: Corpus, whole: Corpus) -> tuple[Ref, ...]:
    """What a version rests on that exists and is not public; what no longer exists hides nothing."""
    refs = dict.fromkeys(Ref(item.kind, item.id) for item in read_snapshot(snapshot))
    return tuple(ref for ref in refs if ref in whole.refs() and ref not in shown.refs())


def _without_annex(question: Question) -> Question:
    return question.model_copy(update={"annex": None})
