"""What a message is: a code, how severe it is, one sentence, an explanation and what its reader can do.

In: nothing. Out: the types that each block of messages is made of. The sentences themselves stand in the blocks.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from string import Formatter


class Severity(StrEnum):
    """How severe a finding is: an error stops publication, a warning is shown, a note is counted."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    NOTE = "opmerking"


@dataclass(frozen=True)
class Message:
    """`template`: one Dutch sentence without full stop, with str.format names; `explanation`: of `build.py explain`.

    `freezable` is decided for each error, and None for the rest: whether an annex may be frozen despite it, because
    every record can still be read. `hints` are templates of what to do about it, by a name that code uses.
    """

    code: str
    severity: Severity
    template: str
    explanation: str
    freezable: bool | None = None
    hints: Mapping[str, str] = field(default_factory=dict)

    @property
    def names(self) -> frozenset[str]:
        """The arguments that the template takes."""
        return names_in(self.template)


@dataclass(frozen=True)
class Hint:
    """What to do about a finding: the name of a hint of its message, or of one for all, and what fills it."""

    name: str
    arguments: Mapping[str, str] = field(default_factory=dict)


def names_in(template: str) -> frozenset[str]:
    """Return the arguments that a template takes."""
    return frozenset(name for _, name, _, _ in Formatter().parse(template) if name)
