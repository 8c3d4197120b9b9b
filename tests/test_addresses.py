"""Addresses come from ids, never from titles, and every link names its file."""

import posixpath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.model import RECORDS, VOCABULARIES, Ref

IDS = st.from_regex(r"[a-z0-9]{1,4}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
KINDS = tuple(RECORDS)
SEGMENTS = st.lists(IDS, min_size=1, max_size=4).map("/".join)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("initiatief", "initiatieven/x.html"),
        ("bijsturing", "bijsturingen/x.html"),
        ("meting", "metingen/x.html"),
        ("klachtenjaar", "klachten/x.html"),
        ("beslissing", "beslissingen/x.html"),
        ("vraag", "vragen/x.html"),
        ("bron", "bronnen/x.html"),
        ("pagina", "x.html"),
        ("begrip", "begrippen.html"),
        ("vorm", "initiatieven/per/vorm/x.html"),
        ("rol", "initiatieven/per/rol/x.html"),
        ("beleidsveld", "initiatieven/per/beleidsveld/x.html"),
        ("belanghebbende", "initiatieven/per/belanghebbende/x.html"),
    ],
)
def test_the_address_of_a_record(kind: str, expected: str) -> None:
    """These addresses are published: links of others rest on them, so they do not change."""
    assert expected == addresses.of_record(Ref(kind, "x"))


def test_every_kind_has_an_address() -> None:
    """Whatever a reference can name has a page or a place on one."""
    for kind in (*RECORDS, *VOCABULARIES.values()):
        assert addresses.of_record(Ref(kind, "x")).endswith(".html")
    assert ("begrip-x", "") == (addresses.fragment(Ref("begrip", "x")), addresses.fragment(Ref("bron", "x")))


@given(st.lists(st.tuples(st.sampled_from([kind for kind in KINDS if kind != "pagina"]), IDS), unique=True))
def test_no_two_records_share_a_page(refs: list[tuple[str, str]]) -> None:
    """Different records have different addresses."""
    paths = [addresses.of_record(Ref(*pair)) for pair in refs]
    assert len(paths) == len(set(paths))


def test_the_names_of_files() -> None:
    """Lists, downloads, drawings, annexes and feeds, each at its own place."""
    found = (
        addresses.index("initiatief"),
        addresses.facet("initiatief", "vorm", "gesprek"),
        addresses.download("initiatieven", "csv"),
        addresses.chart("meting-x", "breed-licht"),
        addresses.chart_png("meting-x"),
        addresses.annex("klanten"),
        addresses.annex("klanten", "html"),
        addresses.feed(),
        addresses.feed("initiatief", "overleg"),
    )
    assert found == (
        "initiatieven/index.html",
        "initiatieven/per/vorm/gesprek.html",
        "data/initiatieven.csv",
        "grafieken/meting-x-breed-licht.svg",
        "grafieken/meting-x.png",
        "vragen/klanten/bijlage.pdf",
        "vragen/klanten/bijlage.html",
        "feeds/alles.xml",
        "feeds/initiatief-overleg.xml",
    )


@pytest.mark.parametrize(
    ("target", "page", "expected"),
    [
        ("index.html", "index.html", "index.html"),
        ("begrippen.html", "initiatieven/x.html", "../begrippen.html"),
        ("initiatieven/x.html", "initiatieven/y.html", "x.html"),
        ("initiatieven/index.html", "initiatieven/per/vorm/x.html", "../../index.html"),
        ("data/x.csv", "index.html", "data/x.csv"),
    ],
)
def test_a_link_is_relative_and_names_its_file(target: str, page: str, expected: str) -> None:
    """A site that works under any prefix and from a disk has no link that begins with a slash or ends in a folder."""
    assert expected == addresses.relative(target, page=page)


@given(SEGMENTS, SEGMENTS)
def test_a_relative_link_leads_back(target: str, page: str) -> None:
    """Whoever follows a link from its page arrives at its target."""
    link = addresses.relative(f"{target}.html", page=f"{page}.html")
    assert f"{target}.html" == posixpath.normpath(posixpath.join(posixpath.dirname(f"{page}.html"), link))
    assert not link.startswith("/")


def test_every_address_is_plain() -> None:
    """Lower case letters, digits, hyphens and folders: nothing that has to be escaped anywhere."""
    paths = [addresses.of_record(ref) for ref in example().refs()]
    plain = set("abcdefghijklmnopqrstuvwxyz0123456789-/.")
    assert [] == [path for path in paths if not set(path) <= plain]
