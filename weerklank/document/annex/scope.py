"""What the makers of all parts of an annex need: the records, the question, and where the reader finds what is said.

In: the public corpus and a question. Out: `Scope`, and `Made`: what one part gives.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from typing import Any

from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.annex.places import Finder
from weerklank.document.blocks import Block, Grid, Picture, Prose, Remark
from weerklank.document.frame import Frame
from weerklank.facts.annexes import Chosen, selection_words
from weerklank.markup import block, inline
from weerklank.model import AnnexPart, Question, Ref, Selection
from weerklank.wording import counted


@dataclass(frozen=True)
class ToldRecord:
    """A record with its place in a part: `id` is "" where that is the part as a whole.

    `inside`: the id of the story that it is told in, or "".
    """

    ref: Ref
    id: str = ""
    inside: str = ""


@dataclass(frozen=True)
class RecordPlace:
    """Where a record stands in the annex. `order`: grows from the first page to the last."""

    id: str
    title: str
    part: str
    inside: str
    order: tuple[int, int]


@dataclass(frozen=True)
class Scope:
    """`corpus`: all public records; `own`: those that the annex speaks of; `places`: where what it says is found.

    `told`: where each record stands, known once all other parts are made. `shown`: what parts before this one show, by
    `shows`, each with the id and the title of its part.
    `final`: the annex is being frozen, and nothing in it is still to come.
    """

    corpus: Corpus
    own: Corpus
    question: Question
    places: Finder
    told: Mapping[Ref, RecordPlace] = field(default_factory=dict)
    shown: Mapping[Hashable, tuple[str, str]] = field(default_factory=dict)
    final: bool = False

    def frame(self, prefix: str) -> Frame:
        """The fields of records as facts; ids begin with `prefix`."""
        return Frame(self.corpus, prefix)


@dataclass(frozen=True)
class Made:
    """What one part of an annex gives: blocks, the tables attached as data, the charts to draw, the records told of.

    `named`: records that it only leads to, which are told nowhere else, perhaps.
    """

    blocks: tuple[Block, ...]
    tables: tuple[Table, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
    told: tuple[ToldRecord, ...] = ()
    named: tuple[ToldRecord, ...] = ()


def shows(item: Block) -> Hashable:
    """What a drawing or a table shows: the same for two that would tell a reader the same. None for other blocks."""
    if isinstance(item, Grid):
        return (item.table.caption, item.table.columns, item.table.rows)
    return item.name if isinstance(item, Picture) else None


def opening(part: AnnexPart, *, prefix: str) -> tuple[Block, ...]:
    """The author's own introduction to a part."""
    return (Prose(block(part.text, prefix=prefix)),) if part.text else ()


def selected_remark(
    scope: Scope, selection: Selection, choice: Chosen[Any], words: tuple[str, str]
) -> tuple[Block, ...]:
    """A part that takes records by what they have in common says which, and of how many it is not known."""
    if not selection_words(scope.corpus, selection.model_copy(update={"ids": ()})):
        return ()
    kept = f"{len(choice.items)} van {counted(choice.total, *words)}: {selection_words(scope.corpus, selection)}."
    if not choice.unknown:
        return (Remark(inline(kept)),)
    verb = "hoort" if len(choice.unknown) == 1 else "horen"
    silent = counted(len(choice.unknown), *words)
    return (Remark(inline(f"{kept} Of ook {silent} daarbij {verb}, is niet opgetekend.")),)
