"""Every table that the program makes while it builds a site, kept beside the site.

In: a build. Out: the `Table` values that came into being during it, so that what is printed can be held against them
without knowing which part of the program made which.
"""

import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from weerklank.data.table import Table


@contextmanager
def recording(path: Path) -> Iterator[None]:
    """Write every distinct table that is made meanwhile to a file."""
    found: dict[str, Table] = {}
    checked = Table.__post_init__

    def note(table: Table) -> None:
        checked(table)
        found.setdefault(repr(table), table)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Table, "__post_init__", note)
        yield
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(pickle.dumps(tuple(found.values())))


def recorded(path: Path) -> tuple[Table, ...]:
    """The tables that `recording` wrote."""
    found = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
    assert isinstance(found, tuple)
    return found
