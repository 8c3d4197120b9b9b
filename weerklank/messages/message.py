"""What a message is: a code, how severe it is, one sentence and an explanation.

In: nothing. Out: the two types that each block of messages is made of. The sentences themselves stand in the blocks.
"""

from dataclasses import dataclass
from enum import StrEnum
from string import Formatter


class Severity(StrEnum):
    """How severe a finding is: an error stops publication, a warning is shown, a note is counted."""

    ERROR = "fout"
    WARNING = "waarschuwing"
    NOTE = "opmerking"


@dataclass(frozen=True)
class Message:
    """`template`: one Dutch sentence without full stop, with str.format names; `explanation`: what `explain` prints."""

    code: str
    severity: Severity
    template: str
    explanation: str

    @property
    def names(self) -> frozenset[str]:
        """The arguments that the template takes."""
        return frozenset(name for _, name, _, _ in Formatter().parse(self.template) if name)
