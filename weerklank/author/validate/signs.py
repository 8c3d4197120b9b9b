"""Signs that no annex can show: no font that comes along has them.

In: typed records. Out: findings at the first place of each sign. Stored texts of sources are not looked at: what an
annex prints of them is quoted in a record.
"""

import unicodedata
from collections.abc import Iterator
from itertools import groupby

from weerklank.author.validate.places import Checked, may_be_public, within
from weerklank.findings import Finding, finding
from weerklank.letters import unprintable
from weerklank.messages import Hint

_PICTURES = frozenset({"So", "Sk"})
"""Categories of Unicode for emoji and the modifiers of their colour; letters of a script are in others."""

_REFUSED = frozenset({"Cc", "Cf"})
"""Controls and marks of direction: the reader of the files tells of them."""


def check_signs(checked: tuple[Checked, ...]) -> Iterator[Finding]:
    """Each run of such signs once for each field, whatever document that field ends up in."""
    for item in checked:
        if may_be_public(item):
            for path, value in item.pieces:
                for signs in _runs(value) if isinstance(value, str) else ():
                    hint = Hint("picture" if unicodedata.category(signs[0]) in _PICTURES else "letters")
                    numbers = ", ".join(f"U+{ord(sign):04X}" for sign in dict.fromkeys(signs))
                    span = within(item.raw, path, signs)
                    yield finding("V034", span=span, field=path, hint=hint, tekens=f"“{signs}” ({numbers})")


def _runs(text: str) -> tuple[str, ...]:
    """The longest stretches of such signs, each once."""
    lacking = frozenset(sign for sign in unprintable(text) if unicodedata.category(sign) not in _REFUSED)
    if not lacking:
        return ()
    return tuple(dict.fromkeys("".join(run) for lacks, run in groupby(text, lacking.__contains__) if lacks))
