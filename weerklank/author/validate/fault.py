"""One error of pydantic in a record, with what its wording asks about it.

In: the error, the record as it was written, its model. Out: its place, its text, a finding at its place. What is said
of it is the work of `faults`.
"""

from dataclasses import dataclass

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from weerklank.author.load import FieldPath, RawRecord
from weerklank.author.near import did_you_mean
from weerklank.author.validate import meant
from weerklank.author.validate.named import Named
from weerklank.author.validate.places import is_stated, key_span, value_span, without_tags, written
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import AbsenceKey

NOBODY = Named()
ABSENCE_KEYS = tuple(key.value for key in AbsenceKey)


@dataclass(frozen=True)
class FieldFault:
    """An error with the record it is in. `path` is in the author's keys, `loc` also has the tags of unions."""

    raw: RawRecord
    model: type[BaseModel]
    error: ErrorDetails
    named: Named = NOBODY

    @property
    def loc(self) -> FieldPath:
        """The location as pydantic gives it."""
        return self.error["loc"]

    @property
    def path(self) -> FieldPath:
        """The location without tags."""
        return without_tags(self.model, self.loc)

    @property
    def key(self) -> str:
        """The last named field on the path."""
        return next((str(step) for step in reversed(self.path) if isinstance(step, str)), "")

    @property
    def text(self) -> str:
        """What the author wrote there, when that is text."""
        given: object = self.error["input"]
        return given if isinstance(given, str) else ""

    def context(self, name: str) -> str:
        """A value of the context that pydantic adds, as text."""
        value: object = self.error.get("ctx", {}).get(name, "")
        return str(value)

    def say(self, code: str, *, hint: Hint | None = None, on_key: bool = False, **arguments: str) -> Finding:
        """A finding at the value, or at the key."""
        span = key_span(self.raw, self.path) if on_key else value_span(self.raw, self.path)
        return finding(code, span=span, artifact=None, hint=hint, related=(), field=self.path, **arguments)

    def absence(self) -> Hint | None:
        """A hint when the author may have meant an absence and the field can hold one."""
        # In a short form, the field is some steps above the place of the error: a bare number is a whole quantity.
        steps = range(len(written(self.raw, self.path)), len(self.path) + 1)
        stated = any(is_stated(self.model, self.path[:step]) for step in steps)
        if not (self.text and stated):
            return None
        words = " ".join(self.text.lower().replace("_", " ").split())
        return meant.ABSENT.get(words) or did_you_mean(self.text, ABSENCE_KEYS)

    def no_state(self) -> Hint | None:
        """A hint when the author wrote an absence where none can stand."""
        return Hint("no_state", {"veld": self.key}) if self.text.strip().lower() in ABSENCE_KEYS else None
