"""The kinds: one table, and no other module that lists them again."""

from weerklank.kinds import FOLDERS, KINDS, LIST, OF_RECORDS, OF_WORDS, Address, Menu, shown_by
from weerklank.model import RECORDS, VOCABULARIES


def test_nothing_has_two_names() -> None:
    """Names, folders, headings and groups lead back to one kind."""
    for names in (
        [kind.folder for kind in KINDS.values()],
        [kind.heading for kind in KINDS.values()],
        [kind.group for kind in OF_RECORDS],
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
    """A link in the navigation leads to a page."""
    assert [] == [
        kind.name
        for kind in KINDS.values()
        if (kind.menu is Menu.NONE) != (kind.address in (Address.ROOT, Address.FACET))
    ]


def test_a_part_of_an_annex_shows_one_kind() -> None:
    """The kind is found by the part; a part that is about something else has none."""
    assert KINDS["bijsturing"] is shown_by("bijsturingen")
    assert shown_by("dekking") is shown_by("") is None
