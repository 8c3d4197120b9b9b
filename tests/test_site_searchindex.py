"""The index of search: small scripts that say where each word stands."""

from tests.search_tools import head_of, parts_of, texts_of, words_of
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.facts.search import ORDER, SearchEntry, SearchLine
from weerklank.site.search import everything, index_files
from weerklank.site.searchindex import index_scripts
from weerklank.site.searchwords import fold, words

LARGEST = 20_000
"""The characters that one script may have, when no record by itself has more."""


def made(number: int) -> tuple[SearchEntry, ...]:
    """So many entries with a word that all have and words of their own."""
    return tuple(
        SearchEntry(
            "initiatief",
            f"Overleg {place}",
            f"initiatieven/i{place}.html",
            "",
            (SearchLine(f"Gesprekstafel over straat{place}."), SearchLine("Kosten: niets.", "x", aside=True)),
            f"o{place}x",
        )
        for place in range(number)
    )


def test_every_word_leads_to_its_records() -> None:
    """Each word of a title and of a text is in the index with the number of what has it."""
    found = everything(example())
    index = words_of(index_files(example()))
    lost = [
        (entry.path, word)
        for number, entry in enumerate(found)
        for word in (*words(fold(entry.title)), *words(fold(entry.text)))
        if not any(number in numbers for numbers in index[word])
    ]

    assert [] == lost


def test_a_word_counts_once_where_it_counts_most() -> None:
    """In the title before what else it is called, in the text before what is missing; never in two lists."""
    lines = (SearchLine("Een klantonderzoek."), SearchLine("Prijs: geen klacht.", aside=True))
    entry = SearchEntry("meting", "Klacht", "metingen/m.html", "", lines, "KM klacht")
    index = words_of(index_scripts(example(), (entry, SearchEntry("meting", "onderzoek", "o.html", "", ()))))

    assert [[0], [], [], []] == index["klacht"]
    assert [[], [], [0], []] == index["km"]
    assert [[], [0], [], []] == index["klantonderzoek"]
    assert [[], [], [], [0]] == index["prijs"]
    assert [[1], [], [], [0]] == index["onderzoek"]


def test_the_head_says_where_everything_stands() -> None:
    """The first word and the first record of each script, the first record of each kind; words in their order."""
    scripts = index_scripts(example(), made(5_000))
    head, texts = head_of(scripts), parts_of(scripts, "t")
    names = [line.partition(" ")[0] for part in parts_of(scripts, "w") for line in part]

    assert sorted(names) == names
    for kind, keys in (("w", head["woorden"]), ("l", head["letters"])):
        whole = [[line.partition(" ")[0] for line in part] for part in parts_of(scripts, kind)]
        assert len(keys) == len(whole)
        assert all(part[0].startswith(key) for key, part in zip(keys, whole, strict=True))
        assert all(part[-1] < key for key, part in zip(keys[1:], whole, strict=False))
    assert [*map(len, texts)] == [int(digit, 36) for digit in head["teksten"]]
    assert len(ORDER) == len(head["grens"]) == len(head["soorten"]) == len(head["gewicht"])
    assert (5_000, 0, 5_000) == (len(head["maat"]), *head["grens"][:2])


def test_no_script_is_large() -> None:
    """However many records there are, a question loads a few small scripts; the first grows by a sign for each."""
    scripts = dict(index_scripts(example(), made(10_000)))
    first = scripts.pop(addresses.SEARCH_INDEX)

    assert [] == [(path, len(text)) for path, text in scripts.items() if len(text) > LARGEST]
    assert len(first) < LARGEST + 10_000
    assert 10_000 == len(texts_of({**scripts, addresses.SEARCH_INDEX: first}))


def test_the_index_grows_with_the_records() -> None:
    """Twice the records, twice the characters."""
    less, more = (sum(map(len, index_scripts(example(), made(size)).values())) for size in (2_000, 4_000))

    assert more < 2.2 * less


def test_the_index_is_the_same_each_time() -> None:
    """The same records give the same scripts."""
    assert dict(index_scripts(example(), made(50))) == dict(index_scripts(example(), made(50)))
