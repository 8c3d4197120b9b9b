"""Every sentence that an author can get as a finding, in Dutch, one entry for each code.

In: nothing. Out: `MESSAGES`, a read-only mapping from code to severity, template (str.format names) and explanation;
`ARGUMENTS`, what each of those names means; `HINTS` and `Elsewhere`, what can be said with any of them. Where a finding
stands and how it looks is the work of `findings`.

The names of arguments are Dutch, although this is code: they are public. `--format json` prints them and the page about
messages shows them between braces, to people for whom the sentence around them is Dutch as well.

Codes by block, one module each: L reading files (`reading`) and YAML (`syntax`), R one field (`field`), the fields of
a record together (`record`) and what only one kind has (`kind`), V relations between records and sources
(`relation`), P annex and PDF (`annex`), C command and environment (`command`), S site, T templates and X exports and
charts (`site`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from weerklank.messages import annex, command, field, kind, reading, record, relation, site, syntax
from weerklank.messages.arguments import ARGUMENTS
from weerklank.messages.message import HINTS, Elsewhere, Hint, Message, Severity, names_in

__all__ = ["ARGUMENTS", "HINTS", "MESSAGES", "Elsewhere", "Hint", "Message", "Severity", "names_in"]


BLOCKS = (reading, syntax, field, record, kind, relation, annex, command, site)

MESSAGES: Mapping[str, Message] = MappingProxyType(
    {code: message for block in BLOCKS for code, message in block.MESSAGES.items()}
)
