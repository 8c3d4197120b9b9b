"""What the makers of all parts of an annex need: the records, the question and the numbers of its sources.

In: the public corpus and a question. Out: `Scope`, and `Made`: what one part gives.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.blocks import Block, Prose, Remark
from weerklank.document.numbering import Sources
from weerklank.facts.annexes import Chosen, selection_words
from weerklank.markup import block, inline
from weerklank.model import AnnexPart, Citation, Question, Selection
from weerklank.wording import counted


@dataclass(frozen=True)
class Scope:
    """`corpus`: all public records; `own`: those that the annex speaks of; `answers`: the annex has the answers."""

    corpus: Corpus
    own: Corpus
    question: Question
    sources: Sources
    answers: bool

    def numbers(self, citations: Iterable[Citation]) -> tuple[int, ...]:
        """The numbers of citations in the list of sources."""
        return self.sources.of(citations)


@dataclass(frozen=True)
class Made:
    """What one part of an annex gives: its blocks, the tables that are attached as data, the charts to draw."""

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    charts: tuple[ChartSpec, ...] = ()


def opening(part: AnnexPart, *, prefix: str) -> tuple[Block, ...]:
    """The author's own introduction to a part."""
    return (Prose(block(part.text, prefix=prefix)),) if part.text else ()


def selected_remark(
    scope: Scope, selection: Selection, choice: Chosen[Any], words: tuple[str, str]
) -> tuple[Block, ...]:
    """A part that takes some records says which, how many, and of how many it is not known whether they fit."""
    if selection == Selection():
        return ()
    kept = f"{len(choice.items)} van {counted(choice.total, *words)}: {selection_words(scope.corpus, selection)}."
    if not choice.unknown:
        return (Remark(inline(kept)),)
    verb = "hoort" if len(choice.unknown) == 1 else "horen"
    silent = counted(len(choice.unknown), *words)
    return (Remark(inline(f"{kept} Of ook {silent} daarbij {verb}, is niet vermeld.")),)
