"""What each file of the site is made from, as hashes that are known before its view.

In: the public corpus. Out: hashes. Too wide is slow, too narrow is stale: whatever can change a view changes one of the
hashes that its artifact names, and a test changes everything in turn to see whether that is so.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from weerklank.build.artifact import digest
from weerklank.build.cache import key
from weerklank.corpus import Corpus, pictures_of
from weerklank.facts.provenance import state_as_of
from weerklank.model import Measurement, Question, Ref
from weerklank.site.shell import shell

Names = Callable[[tuple[str, ...], Callable[[], tuple[str, ...]]], tuple[str, ...]]
"""Gives a list of names that follows from what has these hashes; it is worked out unless it is known already."""


def at_once(inputs: tuple[str, ...], work: Callable[[], tuple[str, ...]]) -> tuple[str, ...]:  # noqa: ARG001 - a `Names`
    """Work a list of names out, whatever is known."""
    return work()


@dataclass(frozen=True)
class Inputs:
    """The hashes of one corpus."""

    corpus: Corpus

    @cached_property
    def around(self) -> str:
        """What can stand on every page: the settings and the navigation."""
        return digest((self.corpus.organisation, shell(self.corpus)))

    @cached_property
    def everything(self) -> tuple[str, ...]:
        """All records, lists, texts and frozen files: for a view that counts or lists."""
        corpus = self.corpus
        parts = [self.around, *map(self._record, corpus.index.records)]
        parts += [digest(item) for item in sorted(corpus.vocabularies.items())]
        parts += [digest(item) for item in sorted(corpus.texts.items())]
        parts += [self.frozen(name) for name in sorted(corpus.frozen)]
        parts += [digest(sorted(corpus.overdue)), digest(sorted(corpus.withdrawn.items()))]
        return (key(parts),)

    def page(self, ref: Ref) -> tuple[str, ...]:
        """The page of a record: the record, the cards of its neighbours, and what it prints of them besides."""
        record = self.corpus.get(ref)
        if isinstance(record, Question) and record.annex is not None:
            return self.everything
        index = self.corpus.index
        cards = tuple(index.card(near) for near in index.neighbours(ref))
        # The data of a measurement are as of the newest date in all records.
        newest = state_as_of(self.corpus) if isinstance(record, Measurement) else None
        return self.around, self._record(ref), digest((cards, index.beside(ref), newest))

    def frozen(self, question: str) -> str:
        """The frozen files of a question."""
        files = sorted(self.corpus.frozen.get(question, {}).items())
        return key(part for path, data in files for part in (path, data))

    def _record(self, ref: Ref) -> str:
        if ref not in self._records:
            record = self.corpus.get(ref)
            self._records[ref] = digest((record, *(self.corpus.pictures.get(name) for name in pictures_of(record))))
        return self._records[ref]

    @cached_property
    def _records(self) -> dict[Ref, str]:
        return {}
