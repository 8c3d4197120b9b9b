"""A record as a sheet: what its page, an annex and so a Word document print of it.

In: sections of blocks, made by `document.sheets`. Out: one frozen value.
"""

from dataclasses import dataclass

from weerklank.chartspec import ChartSpec
from weerklank.data.table import Table
from weerklank.document.blocks import Section
from weerklank.model import ChangeNote, Citation, Ref


@dataclass(frozen=True)
class Sheet:
    """The record `ref` as sections. `kicker`: what it is, above its title; `summary`: one sentence as typed, or "".

    `citations`: all that it rests on, in the order of the record; `changes`: its public corrections, newest first;
    `checked`: when somebody last compared it with its sources, in words, or "".
    `tables` are those that a reader can have as data files, `charts` those that must be drawn.
    """

    ref: Ref
    title: str
    kicker: str
    summary: str
    sections: tuple[Section, ...]
    citations: tuple[Citation, ...]
    changes: tuple[ChangeNote, ...] = ()
    checked: str = ""
    tables: tuple[Table, ...] = ()
    charts: tuple[ChartSpec, ...] = ()
