"""An annex for paper: links to records in running text become absolute, or plain text when the site has no address.

In: sections with `site:` links in their HTML. Out: the same without them. Templates print `Link` for paper themselves.
"""

import re
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

from markupsafe import Markup

from weerklank import addresses
from weerklank.data.table import Table
from weerklank.model import Ref

_LINK = re.compile(r'<a href="site:([a-z]+):([a-z0-9-]+)"[^>]*>(.*?)</a>', re.DOTALL)

V = TypeVar("V")


def printed(value: V, *, site: str) -> V:
    """The same value, all HTML in it ready for paper. `site`: the address without a slash at its end, or ""."""
    return cast(V, _ready(value, site))


def _ready(value: object, site: str) -> object:
    if isinstance(value, Markup):
        return Markup(_LINK.sub(lambda found: _absolute(found, site), value)) if "site:" in value else value  # noqa: S704
    if isinstance(value, tuple):
        made = tuple(_ready(item, site) for item in value)
        return made if any(new is not old for new, old in zip(made, value, strict=True)) else value
    if not is_dataclass(value) or isinstance(value, type | Table):
        return value
    changed = {
        item.name: new
        for item in fields(value)
        if item.init and (new := _ready(getattr(value, item.name), site)) is not getattr(value, item.name)
    }
    return replace(value, **changed) if changed else value


def _absolute(found: re.Match[str], site: str) -> str:
    if not site:
        return found[3]
    ref = Ref(found[1], found[2])
    fragment = addresses.fragment(ref)
    return f'<a href="{site}/{addresses.of_record(ref)}{"#" + fragment if fragment else ""}">{found[3]}</a>'
