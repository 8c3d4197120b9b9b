"""The blocks that records need besides those of an annex: lists of what was said and done, quotations, large figures.

In: nothing. Out: frozen block types, which `blocks` joins with the others.
"""

from dataclasses import dataclass, field

from markupsafe import Markup

from weerklank.author.quotations import Passage
from weerklank.document.parts import Fact, Link, Mark, Said
from weerklank.model import Citation, Tension


@dataclass(frozen=True)
class Quotes:
    """Literal words of sources, each with its number. An annex has the words at its end, and prints the numbers."""

    citations: tuple[Citation, ...]
    kind: str = field(default="quotes", init=False)


@dataclass(frozen=True)
class Entry:
    """One thing in a list: its name, its state, what there is to say of it, what it rests on, and what it consists of.

    `current`: it is the record that the page is about.
    """

    name: Said
    id: str = ""
    mark: Mark | None = None
    notes: tuple[Markup, ...] = ()
    facts: tuple[Fact, ...] = ()
    citations: tuple[Citation, ...] = ()
    entries: tuple["Entry", ...] = ()
    current: bool = False


@dataclass(frozen=True)
class Entries:
    """Things in order. `style`: a CSS class: "points" (what was done), "course" (steps), "signals" (what was said)."""

    style: str
    items: tuple[Entry, ...]
    kind: str = field(default="entries", init=False)


@dataclass(frozen=True)
class Bullets:
    """Plain sentences, one below the other. `style`: a CSS class, or ""."""

    items: tuple[Markup, ...]
    style: str = ""
    kind: str = field(default="bullets", init=False)


@dataclass(frozen=True)
class Links:
    """Links to other records, one below the other."""

    items: tuple[Link, ...]
    kind: str = field(default="links", init=False)


@dataclass(frozen=True)
class Figure:
    """One figure, large: `before` (its precision in a word), `number` and `unit`, and the words that it counts.

    `citation`: how to cite it, but for its address.
    """

    id: str
    before: str
    number: str
    unit: str
    subject: str
    facts: tuple[Fact, ...]
    citation: str


@dataclass(frozen=True)
class Figures:
    """The figures of a measurement at the head of its page. An annex prints them in its chart and its table."""

    items: tuple[Figure, ...]
    kind: str = field(default="figures", init=False)


@dataclass(frozen=True)
class Citable:
    """How to cite each figure: its id, and the words but for their address. An annex has its sources at its end."""

    items: tuple[tuple[str, str], ...]
    kind: str = field(default="citable", init=False)


@dataclass(frozen=True)
class Contradictions:
    """Subjects on which sources, or one source, say two things: all readings stand there."""

    items: tuple[Tension, ...]
    kind: str = field(default="contradictions", init=False)


@dataclass(frozen=True)
class Passages:
    """The stored text of a source, each passage with what citations call it, as the place that they lead to."""

    items: tuple[tuple[Passage, str], ...]
    kind: str = field(default="passages", init=False)
