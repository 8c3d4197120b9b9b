"""What records and words of lists are called, so that a hint leads from a title, a path or a slip to the right id.

In: raw records. Out: `Named`, and hints. An id that is well formed and leads nowhere is the work of `references`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from weerklank.author.load import RawRecord
from weerklank.author.near import did_you_mean, nearest
from weerklank.author.validate.meant import id_meant, kind_meant
from weerklank.kinds import KINDS, LIST
from weerklank.messages import Hint
from weerklank.model import VOCABULARIES


@dataclass(frozen=True)
class Named:
    """`ids`: of each kind, the id itself, or a title in the form of one -> the id that has it."""

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def meant(self, kind: str, text: str) -> str:
        """The id that a text of an author most likely stands for; "" when there is nothing like it."""
        plain, known = id_meant(text), self.ids.get(kind, {})
        if plain in known:
            return known[plain]
        near = nearest(plain, known)
        return known[near[0]] if near else ""

    def hint(self, kind: str, text: str) -> Hint | None:
        """What to write for a text that is no id of this kind."""
        if re.match(r"-\S", text):
            return Hint("space_after_dash")
        several = [self.meant(kind, part) or id_meant(part) for part in text.split(",")]
        if len(several) > 1 and all(several):
            return Hint("apart", {"voorbeeld": f"[{', '.join(several)}]"})
        plain = self.meant(kind, text) or id_meant(text)
        return did_you_mean(plain, [plain]) if plain else None

    def hint_of_any(self, text: str) -> Hint:
        """What to write for a text that is no reference with its kind."""
        plain, kind = id_meant(text), kind_meant(text)
        kinds = (kind,) if kind else tuple(name for name, item in KINDS.items() if item.supports)
        found = [f"{name}:{self.ids[name][plain]}" for name in kinds if plain in self.ids.get(name, {})]
        if not found and kind and plain:
            found = [f"{kind}:{plain}"]
        if found:
            return Hint("did_you_mean", {"woorden": " of ".join(f"“{one}”" for one in found)})
        return Hint("example", {"id": plain or "de-id"})


def named(records: Iterable[RawRecord]) -> Named:
    """The ids and titles of records, and of the words of lists."""
    found: dict[str, dict[str, str]] = {}
    for raw in records:
        if raw.kind != LIST:
            _add(found, raw.kind, raw.id, raw.data.get("titel"))
            continue
        words = raw.data.get("termen")
        for word in words if raw.id in VOCABULARIES and isinstance(words, list) else ():
            if isinstance(word, dict) and isinstance(word.get("id"), str):
                _add(found, VOCABULARIES[raw.id], str(word["id"]), word.get("naam"))
    return Named(found)


def _add(found: dict[str, dict[str, str]], kind: str, name: str, title: object) -> None:
    ids = found.setdefault(kind, {})
    ids[name] = name
    if isinstance(title, str):
        ids.setdefault(id_meant(title), name)
