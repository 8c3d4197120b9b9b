"""What records and words of lists are called, so that a hint leads from a title, a path or a slip to the right id.

In: raw records. Out: `Named`, and hints. An id that is well formed and leads nowhere is the work of `references`.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from weerklank.author.load import RawRecord
from weerklank.author.near import nearest
from weerklank.author.validate.meant import id_meant, kind_meant
from weerklank.kinds import KINDS, LIST
from weerklank.messages import Hint
from weerklank.model import VOCABULARIES
from weerklank.model.usual import USUAL
from weerklank.wording import listing

_NUMBER_MARK = re.compile(r"^(?:(?:schriftelijke-)?vraag-)?(?:nr-|nummer-)?")
"""What stands before the number of a question."""
_TELLING = 4
"""A shorter word that two texts have in common says nothing."""


@dataclass(frozen=True)
class Named:
    """`ids`: of each kind, the id itself, or what has it is called in the form of one -> the id that has it.

    `numbers`: the same for the numbers of questions, which no other number is a slip of. No hint shows another id.
    """

    ids: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    numbers: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    def meant(self, kind: str, text: str) -> str:
        """The id that a text of an author most likely stands for; "" when there is nothing like it."""
        plain, known = id_meant(text), self.ids.get(kind, {})
        exact = self.called(kind, text)
        near = () if exact or plain.isdecimal() else nearest(plain, known)
        return known[near[0]] if near else exact

    def called(self, kind: str, text: str) -> str:
        """The id that a text is, or of what it is the title, another name or the number; "" for none."""
        plain = id_meant(text)
        return self.ids.get(kind, {}).get(plain) or self.numbers.get(kind, {}).get(_NUMBER_MARK.sub("", plain), "")

    def near(self, kind: str, text: str) -> tuple[str, ...]:
        """At most three ids of which what they stand for has a word in common with a text, most words first."""
        words = {word for word in id_meant(text).split("-") if len(word) >= _TELLING}
        shared: dict[str, int] = {}
        for called, name in self.ids.get(kind, {}).items():
            shared[name] = max(shared.get(name, 0), len(words & set(called.split("-"))))
        return tuple(sorted((name for name in shared if shared[name]), key=lambda name: (-shared[name], name)))[:3]

    def hint(self, kind: str, text: str, *, many: bool = True) -> Hint:
        """What to write for a text that is no id of this kind. `many`: there can be more than one."""
        if re.match(r"-\S", text):
            return Hint("space_after_dash")
        several = () if self.called(kind, text) else self.each(kind, re.split(r",| en | & ", text))
        some = self._some(kind, text.split(",")) if many and not self.called(kind, text) else None
        if several and many:
            return Hint("apart", {"voorbeeld": f"[{', '.join(several)}]"})
        if some:
            return some
        return self._one(kind, text, several)

    def _one(self, kind: str, text: str, several: tuple[str, ...]) -> Hint:
        """What to write where there is room for one; `several`: those that the text names."""
        if meant := self.meant(kind, text):
            return Hint("did_you_mean", {"woorden": f"“{meant}”"})
        if several:
            return self.one_only(kind, several)
        if near := self.near(kind, text):
            return Hint("did_you_mean", {"woorden": listing((f"“{name}”" for name in near), last="of")})
        return self.make(kind, text)

    def each(self, kind: str, parts: Iterable[str]) -> tuple[str, ...]:
        """The ids that more than one text stand for; () where one of them stands for none."""
        found = tuple(self.meant(kind, part) for part in parts)
        return found if len(found) > 1 and all(found) else ()

    def _some(self, kind: str, parts: list[str]) -> Hint | None:
        """How to write more ids of which one or more is not there yet; None where none of them is."""
        found = [self.meant(kind, part) for part in parts]
        if len(parts) == 1 or not any(found):
            return None
        words = listing(f"“{part.strip()}”" for part, name in zip(parts, found, strict=True) if not name)
        return Hint("apart_some", {"voorbeeld": f"[{', '.join(name or '…' for name in found)}]", "woorden": words})

    def one_only(self, kind: str, several: Iterable[str]) -> Hint:
        """What to do with more ids where there is room for one."""
        words = listing(f"“{name}”" for name in several)
        file = KINDS[kind].list_file
        return Hint("one_list", {"woorden": words, "naam": file}) if file else Hint("one_each", {"woorden": words})

    def make(self, kind: str, text: str) -> Hint:
        """How there comes to be what a text names, where nothing is like it."""
        if file := KINDS[kind].list_file:
            return Hint("add_word", {"naam": file})
        ending = ".yaml" if id_meant(text) else ""
        return Hint("make", {"soort": kind, "naam": f"{KINDS[kind].folder}/{id_meant(text)}{ending}"})

    def hint_of_any(self, text: str) -> Hint:
        """What to write for a text that is no reference with its kind."""
        plain, kind = id_meant(text), kind_meant(text)
        kinds = (kind,) if kind else tuple(name for name, item in KINDS.items() if item.supports)
        found = [f"{name}:{self.ids[name][plain]}" for name in kinds if plain in self.ids.get(name, {})]
        if not found and kind and plain:
            meant = self.meant(kind, plain)
            names = (meant,) if meant else self.near(kind, plain)
            if not names:
                return self.make(kind, plain)
            found = [f"{kind}:{name}" for name in names]
        if found:
            return Hint("did_you_mean", {"woorden": " of ".join(f"“{one}”" for one in found)})
        return Hint("example", {"id": plain or "de-id"})


def named(records: Iterable[RawRecord]) -> Named:
    """The ids of records and of the words of lists, with their titles, their numbers and what else they are called."""
    found: dict[str, dict[str, str]] = {}
    numbers: dict[str, dict[str, str]] = {}
    for raw in records:
        if raw.kind != LIST:
            _add(found, raw.kind, raw.id, raw.data.get("titel"))
            if isinstance(number := raw.data.get("nummer"), str):
                # Of two sessions, nobody can tell which is meant.
                of_kind = numbers.setdefault(raw.kind, {})
                of_kind[number] = "" if number in of_kind else raw.id
            continue
        words = raw.data.get("termen")
        for word in words if raw.id in VOCABULARIES and isinstance(words, list) else ():
            if isinstance(word, dict) and isinstance(word.get("id"), str):
                also = word.get("ook")
                called = (word.get("naam"), *(also if isinstance(also, list) else (also,)))
                _add(found, VOCABULARIES[raw.id], str(word["id"]), *called)
    for kind, usual in USUAL.items():
        if kind not in found:
            found[kind] = {name: name for name, _ in usual}
    return Named(found, numbers)


def _add(found: dict[str, dict[str, str]], kind: str, name: str, *called: object) -> None:
    ids = found.setdefault(kind, {})
    ids[name] = name
    for words in called:
        if isinstance(words, str) and id_meant(words):
            ids.setdefault(id_meant(words), name)
