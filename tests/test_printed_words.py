"""The words that a reader meets: one for each thing, and none that is only for those who make the site.

Read back from the pages, feeds and descriptions of the example agency, whose records hold none of these words outside
their quotations, and from its annexes as they are spoken.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.printed_reading import page, words
from weerklank.addresses import is_bare

INSTEAD = {
    "samenhang": "wat leidde tot wat",
    "leemten?|lacunes?|wat (we|wij) niet weten": "wat de bron niet zegt",
    "records?": "gegevens",
    "zwijg(t|en)|niet te kennen": "niet vermeld",
    "niet-limitatieve?": "voorbeelden: er kan meer zijn",
    "niet weerhouden": "niet uitgevoerd",
    "gekend": "bekend",
    "(?<!voor )zover de bron": "voor zover de bron",
    "beweert|bewering(en)?": "uitspraak zonder cijfer of stuk",
    "bladzijden?|blz": "pagina",
    "onbeantwoord|zonder antwoord": "niet behandeld",
    "wie werd gehoord": "wie wordt genoemd",
    "sterkte": "verband",
    "facets?|slug|endpoint|template|dashboard|repository|cache": "nothing: it is a word of makers",
    "klik hier|lees meer": "what is there",
    "helaas|sorry|oeps|gelukkig|uiteraard": "nothing: it is an opinion",
}
"""Of a pattern of what is not said: what is said instead."""

_ADDRESS = "//a[starts-with(., 'https://')]"
OWN = f"//script | //style | //code | {_ADDRESS} | //q | //blockquote | //*[contains(@class, 'quote')]"
"""What is not in our words: quotations, keys, names of files and addresses."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Of each page but those with the text of a source: what is read, spoken or found of it."""
    site = voorbeeld_site.site(tmp_path_factory)
    names = {path.relative_to(site).as_posix(): path for path in site.rglob("*.html")}
    return {
        name: " | ".join(_said(path))
        for name, path in names.items()
        if not (name.startswith("bronnen/") or is_bare(name))
    }


def _said(path: Path) -> Iterator[str]:
    """The words on a page, and those of it that are only spoken or found."""
    tree = page(path.read_bytes())
    for node in tree.xpath(OWN):
        node.drop_tree()
    yield words(tree)
    yield from tree.xpath("//@alt | //@aria-label | //@title | //meta[@name='description']/@content")


@pytest.mark.parametrize("pattern", INSTEAD)
def test_every_thing_has_one_name(said: dict[str, str], pattern: str) -> None:
    """No page has a word that stands for something with another name, or that means nothing to a reader."""
    found = {
        name: text[max(0, at.start() - 40) : at.end() + 40] for name, text in said.items() for at in _in(pattern, text)
    }

    assert {} == found, f"instead: {INSTEAD[pattern]}"


def _in(pattern: str, text: str) -> Iterator[re.Match[str]]:
    return re.finditer(rf"\b({pattern})\b", text, re.IGNORECASE)


def test_the_words_are_looked_for_where_they_would_be(said: dict[str, str]) -> None:
    """The words that stand instead are found: what is looked at is what is printed."""
    for here in ("wat leidde tot wat", "wat de bron niet zegt", "er kan meer zijn", "wie wordt genoemd"):
        assert [name for name, text in said.items() if here in text.lower()], here


def test_a_sentence_ends_once(said: dict[str, str]) -> None:
    """What is put together of pieces has one stop between them."""
    twice = re.compile(r"[^\W\d_]\.\.(?!\.)")
    assert {} == {name: text[at.start() - 40 : at.end()] for name, text in said.items() if (at := twice.search(text))}
