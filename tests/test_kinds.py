"""The kinds: one table, and no other module that lists them again."""

import ast
from pathlib import Path

from tests.corpus_samples import corpus
from weerklank import addresses
from weerklank.kinds import FOLDERS, KINDS, LIST, OF_RECORDS, OF_WORDS, Address, Menu, shown_by
from weerklank.model import RECORDS, VOCABULARIES
from weerklank.site import indexes
from weerklank.site.pages import plan

PACKAGE = Path(__file__).resolve().parent.parent / "weerklank"


def test_nothing_has_two_names() -> None:
    """Names, folders and headings lead back to one kind."""
    for names in (
        [kind.folder for kind in KINDS.values()],
        [kind.heading for kind in KINDS.values()],
        [kind.annex_part for kind in KINDS.values() if kind.annex_part],
    ):
        assert sorted(set(names)) == sorted(names)
    assert [name for name, kind in KINDS.items() if name != kind.name] == []


def test_every_kind_has_a_class_or_a_list() -> None:
    """A kind of record without a class could not be read; a kind of word stands in a file."""
    assert {kind.name for kind in OF_RECORDS} == set(RECORDS)
    assert {kind.name for kind in OF_WORDS} == set(VOCABULARIES.values())
    assert {LIST, *RECORDS} == set(FOLDERS.values())


def test_the_menu_names_only_what_has_a_list_page() -> None:
    """A link in the navigation leads to a page that is made; each kind with a folder of its own has such a link."""
    made = {artifact.path for artifact in plan(corpus(), assets={})}
    named = {kind.name for kind in KINDS.values() if kind.menu is not Menu.NONE}
    assert [] == [name for name in named if addresses.index(name) not in made]
    assert [] == [kind.name for kind in KINDS.values() if kind.address is Address.FOLDER and kind.name not in named]


def test_a_part_of_an_annex_shows_one_kind() -> None:
    """The kind is found by the part; a part that is about something else has none."""
    assert KINDS["bijsturing"] is shown_by("bijsturingen")
    assert shown_by("dekking") is shown_by("") is None


NAMED_LIKE_KINDS = {
    "document/annex/view.py": "parts of an annex",
    "model/usual.py": "the words of lists that a folder need not have",
    "messages/arguments.py": "what findings fill their sentences with",
    "site/narrowed.py": "what the list of a kind is narrowed by",
    "site/record.py": "what the table of all records of a kind is called",
}
"""Modules with a list of other things, of which some are called after a kind."""


def test_no_other_module_lists_kinds() -> None:
    """A second list of kinds is one that a new kind does not stand in.

    Held: no tuple, list, set or dictionary elsewhere holds the names, folders or headings of three kinds.
    """
    told = [{getattr(kind, name) for kind in KINDS.values()} - {""} for name in ("name", "folder", "plural", "heading")]
    found = {
        str(path.relative_to(PACKAGE)): f"{path.name}:{node.lineno} lists {sorted(words & known)}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path != PACKAGE / "kinds.py"
        for node in ast.walk(ast.parse(path.read_bytes()))
        if isinstance(node, ast.Dict | ast.Tuple | ast.List | ast.Set)
        for words in (_words(node),)
        for known in told
        if len(words & known) > 2
    }
    assert [] == [place for path, place in found.items() if path not in NAMED_LIKE_KINDS]
    assert set() == NAMED_LIKE_KINDS.keys() - found.keys()


def test_every_kind_with_a_list_page_has_words_for_it_or_one_who_makes_it() -> None:
    """And neither stands there for a kind whose records stand in no folder, nor both for one kind."""
    told = [name for name, kind in KINDS.items() if kind.about and kind.none]
    assert sorted([*told, *indexes.LISTS]) == sorted(
        name for name, kind in KINDS.items() if kind.address is Address.FOLDER
    )
    assert told == [name for name, kind in KINDS.items() if kind.about or kind.none]


def _words(node: ast.expr) -> set[str]:
    """The texts of a literal and of the literals right in it; what is handed to a function is that function's."""
    match node:
        case ast.Constant(value=str() as text):
            return {text}
        case ast.Dict(keys=keys, values=values):
            return {word for item in (*keys, *values) if item is not None for word in _words(item)}
        case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
            return {word for item in items for word in _words(item)}
    return set()
