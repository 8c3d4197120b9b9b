"""Every way in which YAML can lose the words of an author: each is kept to the letter, or said at its line.

Two tables in plain view: what is read as it stands, and what is said, with the code and the line of it.
"""

import pytest

from tests.test_author_load import page
from weerklank.author.load import Plain, read_record
from weerklank.author.validate.fields import type_records
from weerklank.text import SourceText

KEPT: dict[str, Plain] = {
    # words of YAML that are words of people
    "a: yes": "yes",
    "a: no": "no",
    "a: NO": "NO",
    "a: [NO, BE]": ["NO", "BE"],
    "a: {land: NO}": {"land": "NO"},
    "a: on": "on",
    "a: y": "y",
    "a: true": "true",
    "a: Null": "Null",
    'a: "null"': "null",
    'a: "~"': "~",
    "a: ~tien": "~tien",
    # numbers, days and hours stay as they are typed
    "a: 007": "007",
    "a: 1_000": "1_000",
    "a: 0x1F": "0x1F",
    "a: 1e3": "1e3",
    "a: 10:30": "10:30",
    "a: om 10:30 uur": "om 10:30 uur",
    "a: 2019-06-12": "2019-06-12",
    "a: .inf": ".inf",
    # signs inside a value
    "a: een#twee": "een#twee",
    'a: "een #twee"': "een #twee",
    "a: een:twee": "een:twee",
    "a: een :twee": "een :twee",
    "a: https://x.be:80/y": "https://x.be:80/y",
    "a: een, twee": "een, twee",
    "a: een & twee": "een & twee",
    "a: een * twee": "een * twee",
    "a: een!": "een!",
    "a: 5%": "5%",
    "a: a@b.be": "a@b.be",
    "a: (een) twee": "(een) twee",
    "a: een [twee] {drie}": "een [twee] {drie}",
    "a: <een> twee": "<een> twee",
    "a: =een": "=een",
    "a: -een": "-een",
    "a: --- een": "--- een",
    "a: ?een": "?een",
    "a: :een": ":een",
    "a: << een": "<< een",
    "a: \\een": "\\een",
    'a: een "twee" drie': 'een "twee" drie',
    "a: “een” ‘twee’": "“een” ‘twee’",
    "a: de collega's": "de collega's",
    # quotation marks
    "a: 'een ''twee'''": "een 'twee'",
    'a: "een \\"twee\\""': 'een "twee"',
    "a: 'een \\ twee'": "een \\ twee",
    'a: "\\u00e9\\x41\\U0001F600"': "éA😀",
    'a: "  een  "': "  een  ",
    # more lines
    "a: een\n  twee": "een twee",
    "a: een\n\n  twee": "een\ntwee",
    "a: een\n  --- twee": "een --- twee",
    'a: "een\n  twee"': "een twee",
    "a:\n  een\n  twee": "een twee",
    "a: |\n  een\n  twee": "een\ntwee\n",
    "a: |-\n  een\n": "een",
    "a: |+\n  een\n\n": "een\n\n\n",
    "a: |\n  een # twee": "een # twee\n",
    "a: |\n  een\n    twee\n  drie": "een\n  twee\ndrie\n",
    "a: |\n  een\n  ---\n  twee": "een\n---\ntwee\n",
    "a: |2\n    een": "  een\n",
    "a: >\n  een\n  twee": "een twee\n",
    "a: >\n  een\n\n  twee": "een\ntwee\n",
    "a: >-\n  een\n\n\n": "een",
    # space and the begin of a file
    "a:\teen": "een",
    "a: een\ttwee": "een\ttwee",
    "a: een   ": "een",
    "\ufeffa: een": "een",
    "---\na: een": "een",
    "a: een\n...": "een",
    "a: een\r\n": "een",
    # lists
    "a:\n- een\n- twee": ["een", "twee"],
    "a: [een; twee]": ["een; twee"],
    'a: [een, "twee, drie"]': ["een", "twee, drie"],
    "a: [een, twee,]": ["een", "twee"],
    # remarks on a line of their own
    "# een\na: twee": "twee",
    "a:\n  - een\n  # twee\n  - drie": ["een", "drie"],
}
"""Lines -> the value of `a`."""

SAID: dict[str, tuple[str, int]] = {
    # words behind #
    "a: Actie #1": ("L046", 1),
    "a: Actie # een": ("L046", 1),
    'a: "Actie een" # twee': ("L046", 1),
    'a: "Actie"#twee': ("L046", 1),
    "a: [een #twee\n]": ("L046", 1),
    "a: [een, #twee\n drie]": ("L046", 1),
    "a: {b: een #twee\n}": ("L046", 1),
    "a: | # een\n  twee": ("L046", 1),
    "a: een\n  twee #3": ("L046", 2),
    "a: een\n  # twee\n  drie": ("L043", 3),
    "a:#een": ("L034", 1),
    "a: {b: 1 # een}\nc: 2": ("L041", 1),
    # a colon too many, or a space too few
    "a: een: twee": ("L036", 1),
    "a: een:": ("L036", 1),
    "a: : een": ("L036", 1),
    "b:een": ("L034", 1),
    "a: een\nb:twee": ("L034", 2),
    "a:\u00a0een": ("L034", 1),
    "a: {b:een}": ("L034", 1),
    "a: [een: twee: drie]": ("L041", 1),
    # signs that YAML keeps for itself
    "a: @een": ("L040", 1),
    "a: `een`": ("L040", 1),
    "a: %een": ("L040", 1),
    "a: &een twee": ("L025", 1),
    "a: & een": ("L040", 1),
    "a: *een": ("L026", 1),
    "a: *een* twee": ("L040", 1),
    "a: **een**": ("L040", 1),
    "a: !een twee": ("L027", 1),
    "a: ! een": ("L027", 1),
    "a: !!str een": ("L027", 1),
    "a: ? een": ("L040", 1),
    "a: ?": ("L040", 1),
    "a: [?, een]": ("L040", 1),
    "a: ,een": ("L040", 1),
    "a: ]een": ("L040", 1),
    "a: }een": ("L040", 1),
    "a: |een": ("L042", 1),
    "a: > een": ("L042", 1),
    "a: - een": ("L044", 1),
    # quotation marks
    'a: "een "twee" drie"': ("L038", 1),
    "a: 'een 'twee' drie'": ("L038", 1),
    'a: "een" twee': ("L038", 1),
    "a: 's avonds": ("L037", 1),
    'a: "een': ("L037", 1),
    'a: "C:\\map"': ("L039", 1),
    'a: "\\ud800"': ("L039", 1),
    'a: "\\u202e"': ("L047", 1),
    # lists and fields on one line
    "a: [een] twee": ("L038", 1),
    "a: [een,, twee]": ("L040", 1),
    "a: [, een]": ("L040", 1),
    "a: {b: een, twee}": ("L045", 1),
    "a: {een}": ("L045", 1),
    "a: [3,5 procent]": ("L045", 1),
    "a: [een, twee": ("L041", 1),
    # indentation
    "a: |\n    een\n  twee": ("L043", 3),
    "a: |\neen": ("L035", 2),
    "a: een\ntwee": ("L035", 2),
    "a: |\n\teen": ("L032", 2),
    "\ta: een": ("L032", 1),
    "\u00a0a: een": ("L033", 1),
    " a: een\nb: twee": ("L043", 1),
    "a:\n  b: een\n   c: twee": ("L043", 3),
    "a: een\n b: twee": ("L043", 2),
    "a: een\n  - twee": ("L048", 2),
    "a:\n - een\n  - twee": ("L048", 3),
    "a:\n- een\n -twee": ("L048", 3),
    "a:\n-een": ("L035", 2),
    "- a: een": ("L022", 1),
    # twice, elsewhere, merged
    "a: een\na: twee": ("L024", 2),
    "a: {b: een, b: twee}": ("L024", 1),
    '"a": een\na: twee': ("L024", 2),
    "a: &x een\nb: *x": ("L026", 2),
    "<<: {a: een}": ("L028", 1),
    # the middle of a file
    "a: een\n---\nb: twee": ("L023", 2),
    "a: een\n--- twee": ("L023", 2),
    "a: |\n  een\n---\ntwee": ("L023", 3),
    "a: een\n...\nb: twee": ("L023", 2),
    "a: een\n---twee": ("L035", 2),
    "een": ("L035", 1),
    "": ("L022", 1),
}
"""Lines -> the code and the line of what is said."""


@pytest.mark.parametrize("lines", KEPT, ids=repr)
def test_words_are_kept(lines: str) -> None:
    """What is read is what was typed, and nothing is said of it."""
    record, found = page(f"{lines}\n", "content/paginas/x.yaml")
    assert () == found
    assert record is not None
    assert KEPT[lines] == record.data["a"]


@pytest.mark.parametrize("lines", SAID, ids=repr)
def test_words_that_are_lost_are_said(lines: str) -> None:
    """What would be lost, or read as something else, is said where it stands, with what to write."""
    _, found = page(f"{lines}\n" if lines else "", "content/paginas/x.yaml")
    assert SAID[lines] in [(item.code, item.span.line) for item in found if item.span]
    assert [] == [item for item in found if not item.hint]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("titel: kiosk # 2", ["L046"]),
        ("titel: kiosk  # nog na te kijken", ["L046"]),
        ("wijzigingen: [{datum: 2020, tekst: kiosk # 2\n }]", ["L046"]),
        ("titel: kiosk", []),
        ("menu: ja # zoals gevraagd", []),
        ("vroegere_ids: [kiosk] # zoals gevraagd", []),
        ("bron: verslag # zoals gevraagd", []),
    ],
)
def test_a_remark_behind_a_word_of_a_text_is_said(line: str, said: list[str]) -> None:
    """Behind an id, a date or a choice # begins a remark; in a text of one word what follows it may belong to it."""
    record, found = read_record("pagina", "x", SourceText("content/paginas/x.yaml", f"{line}\n"))
    assert record is not None
    typed = type_records([record]).findings
    assert said == [item.code for item in (*found, *typed) if item.code.startswith("L")]


@pytest.mark.parametrize("line", ["titel:", "titel: ~", "titel: null", "titel: # een", "wijzigingen: []"])
def test_nothing_is_said(line: str) -> None:
    """A field in which nothing stands, however that is typed, is said at its line."""
    record, _ = read_record("pagina", "x", SourceText("content/paginas/x.yaml", f"{line}\n"))
    assert record is not None
    assert {"R001", "R003"} & {
        item.code for item in type_records([record]).findings if item.span and item.span.line == 1
    }
