"""Facts of a record are the same wherever they are printed: on its page, in an annex, and in the Word document of it.

A fact is a term with its value. They are read back from pages and documents of the example agency; what stands in one
place only is listed with its reason.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.printed_reading import Pair, html_pairs, page, word_pairs, words
from weerklank.site.gaps import all_tensions

IN_ONE_PLACE = {
    r"Signaal( \d+)?": "on its page an initiative has each signal as an entry of its own",
    "Oordeel van .+": "a page has a verdict under a heading, with its party as a fact (Volgens)",
    "Bewijsstukken": "a page has the proofs of a step with that step",
    "Overwogen|Gepland|In uitvoering|Uitgevoerd|Deels uitgevoerd|Doorlopend": "a page draws the course as steps",
}
"""Terms, by a pattern, that stand in an annex only."""

FOLDERS = ("initiatieven", "bijsturingen", "metingen", "klachten", "beslissingen")
_ORIGIN = re.compile(r" \([^()]*\)$")
"""What a tie comes from, behind it in an annex: its page says that in a fact of its own."""
_NUMBERS = re.compile(r" ?\[\d+\]")

Facts = dict[str, list[str]]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example agency."""
    return voorbeeld_site.site(tmp_path_factory)


def _annexes(site: Path) -> list[Path]:
    found = sorted((site / "vragen").rglob("bijlage.html"))
    assert found
    return found


def _by_term(pairs: list[Pair]) -> Facts:
    """The values of each term; the numbers of sources are each document's own."""
    found: Facts = {}
    for pair in pairs:
        found.setdefault(pair.term, []).append(_NUMBERS.sub("", pair.value))
    return found


def _pages(site: Path) -> dict[str, Facts]:
    """The facts of every page of a record, by its title; an old address that leads on has none."""
    found = {}
    for path in (path for folder in FOLDERS for path in sorted((site / folder).glob("*.html"))):
        tree = page(path.read_bytes())
        main = tree.find(".//main")
        if path.name != "index.html" and main is not None and not tree.xpath("//meta[@http-equiv='refresh']"):
            found[words(main.find(".//h1"))] = _by_term(html_pairs(main))
    return found


def test_word_has_the_facts_of_the_annex(site: Path) -> None:
    """Every term with its value, in the same order, under the same heading."""
    for path in _annexes(site):
        here = [(pair.headings[-1], pair.term, pair.value) for pair in html_pairs(page(path.read_bytes()), drawn=True)]
        there = [
            (pair.headings[-1], pair.term, pair.value) for pair in word_pairs(path.with_suffix(".docx").read_bytes())
        ]

        assert here == there


def _both(site: Path) -> Iterator[tuple[str, Facts, Facts]]:
    """The title of each record that an annex tells in full, with its facts on its page and in that annex."""
    pages = _pages(site)
    for path in _annexes(site):
        tree = page(path.read_bytes())
        for place in tree.xpath("//span[@class='al']"):
            place.drop_tree()
        pairs = html_pairs(tree)
        for title in dict.fromkeys(pair.headings[-1] for pair in pairs):
            if title in pages:
                yield title, pages[title], _by_term([pair for pair in pairs if pair.headings[-1] == title])


def test_an_annex_has_the_facts_of_the_page(site: Path) -> None:
    """A term that stands in both has the same values."""
    different = {
        (title, term): (there[term], here[term])
        for title, there, here in _both(site)
        for term in there.keys() & here.keys()
        if there[term] != [_ORIGIN.sub("", value) if term == "Verband" else value for value in here[term]]
    }

    assert {} == different
    assert 8 < sum(len(there.keys() & here.keys()) for _, there, here in _both(site))


def test_what_stands_in_one_place_only(site: Path) -> None:
    """A term of an annex is on the page, or there is a reason why not; no reason is kept that is not needed."""
    single = {term for _, there, here in _both(site) for term in here.keys() - there.keys()}
    single -= {tension.subject for tension in all_tensions(voorbeeld_site.corpus())}  # a page sets the readings apart

    assert [] == sorted(term for term in single if not any(re.fullmatch(name, term) for name in IN_ONE_PLACE))
    assert [] == [name for name in IN_ONE_PLACE if not any(re.fullmatch(name, term) for term in single)]
