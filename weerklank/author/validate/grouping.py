"""Numbers in an author's own sentences that are grouped otherwise than the site groups its numbers.

In: typed records. Out: a remark at each of them, with the way the site writes it. What a source said literally keeps
its own way, and so do names and what stands between quotation marks.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from weerklank.author.validate.places import Checked, within
from weerklank.author.validate.texts import own_sentences
from weerklank.findings import Finding, finding
from weerklank.messages import Hint
from weerklank.model import Organisation, Question, Record
from weerklank.model.numbers import readings
from weerklank.wording import number

_QUOTED = re.compile('“[^”]*”|"[^"]*"|„[^”]*”|‘[^’]*’')
_GROUPED = re.compile(r"(?<![\w.,:/#@-])[0-9]{1,3}(?:[ .\u00a0\u202f][0-9]{3})+(?:,[0-9]+)?(?![\w:/@-]|[.,][0-9])")
_SPACES = str.maketrans("\u00a0\u202f", "  ")
_OF_ANSWERS = frozenset({"tekst", "antwoord"})
"""Fields of a question with what was asked and answered, often to the letter."""
_IN_SHORT = "in_het_kort"
"""The field of a question with a sentence of its author."""


def check_grouping(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Compare with the way that the organisation chose."""
    thousands = next((item.model.site.thousands for item in checked if isinstance(item.model, Organisation)), "spatie")
    for item in checked:
        for path, text in own_sentences(item) if isinstance(item.model, Record) else ():
            if isinstance(item.model, Question) and path[-1] in _OF_ANSWERS and _IN_SHORT not in path:
                continue
            for typed, shown in _otherwise(text, thousands):
                span = within(item.raw, path, typed)
                yield finding("V038", span=span, field=path, hint=Hint("write", {"waarde": shown}), getal=typed)


def _otherwise(text: str, thousands: str) -> Iterator[tuple[str, str]]:
    """Each such number of a text as it was typed, and as the site writes it."""
    for typed in dict.fromkeys(_GROUPED.findall(_QUOTED.sub(" ", text))):
        meant = max(readings(typed), default=Decimal(0))
        shown = number(meant, thousands=thousands).translate(_SPACES)
        grouped = not shown.partition(",")[0].isdecimal()
        if grouped and shown != typed.translate(_SPACES):
            yield typed, shown
