"""The sentences that authors get: one meaning per code, and a form that a machine and a person can rely on."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Formatter

import pytest
from fontTools.ttLib import TTFont

from weerklank.messages import ARGUMENTS, HINTS, MESSAGES, Elsewhere, Severity, names_in
from weerklank.messages import annex as annex_block
from weerklank.messages import command as command_block
from weerklank.messages import field as field_block
from weerklank.messages import kind as kind_block
from weerklank.messages import reading as reading_block
from weerklank.messages import record as record_block
from weerklank.messages import relation as relation_block
from weerklank.messages import site as site_block
from weerklank.messages import syntax as syntax_block
from weerklank.pdf import notes

TESTS = Path(__file__).parent
PACKAGE = TESTS.parent / "weerklank"
ALL = tuple(MESSAGES.values())

MAKERS = {
    "finding": {"span", "artifact", "hint", "related", "field"},
    "say": {"hint", "on_key", "related"},
    "_tell": {"hint", "twin", "related", "field"},
}
"""The functions that make a finding from a code, each with the arguments that are no part of the sentence."""


def test_a_code_is_a_letter_and_three_digits() -> None:
    """Codes are short."""
    assert [] == [code for code in MESSAGES if not re.fullmatch(r"[A-Z]\d{3}", code)]


def test_a_code_has_one_meaning() -> None:
    """No code is written twice, in one block or in two: the first would be lost without a word."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((PACKAGE / "messages").glob("*.py"))]
    written = [code for text in texts for code in re.findall(r'^    "([A-Z]\d{3})": ', text, re.MULTILINE)]
    assert sorted(MESSAGES) == sorted(written)


@pytest.mark.parametrize(
    ("block", "letter"),
    [
        ((*reading_block.MESSAGES, *syntax_block.MESSAGES), "L"),
        ((*field_block.MESSAGES, *record_block.MESSAGES, *kind_block.MESSAGES), "R"),
        (relation_block.MESSAGES, "V"),
        (site_block.MESSAGES, "STX"),
        (annex_block.MESSAGES, "P"),
        (command_block.MESSAGES, "C"),
    ],
)
def test_a_block_has_its_letter_and_order(block: Iterable[str], letter: str) -> None:
    """The codes of a block begin with its letter and stand in order."""
    codes = list(block)
    assert codes == sorted(codes)
    assert set(letter) == {code[0] for code in codes}


def test_a_sentence_has_no_full_stop() -> None:
    """A template is one line that stands behind a place, without full stop."""
    assert [] == [
        code for code, item in MESSAGES.items() if item.template.endswith((".", "!")) or "\n" in item.template
    ]


def test_a_sentence_about_a_record_is_short() -> None:
    """It fits on a line of a terminal, behind the place; what to do about it is in the hint and the explanation."""
    assert [] == [code for code, item in MESSAGES.items() if code[0] in "LRV" and len(item.template) > 100]


def test_each_sign_can_be_printed() -> None:
    """A sentence may stand in a document: our fonts have every sign that it brings, and all that templates bring."""
    templates = TESTS.parent / "templates"
    places = [path for folder in ("annex", "partials") for path in (templates / folder).glob("*.html")]
    words = [path.read_text(encoding="utf-8") for path in places]
    for item in ALL:
        words += [item.template, *item.hints.values()]
    words += [*HINTS.values(), *Elsewhere]
    signs = set(map(ord, "".join(words))) - {ord("\n")}
    fonts = sorted((templates / "assets" / "fonts").glob("*.woff2"))

    assert fonts
    assert places
    for path in fonts:
        assert "" == "".join(map(chr, sorted(signs - TTFont(path).getBestCmap().keys()))), path.name


def test_an_explanation_is_whole_sentences() -> None:
    """`explain` prints sentences, longer than the message itself."""
    sentence = re.compile(r"[^a-z].{39,}[.”]", re.DOTALL)
    assert [] == [code for code, item in MESSAGES.items() if not sentence.fullmatch(item.explanation)]


def test_quotation_marks_are_curly() -> None:
    """What is quoted in a sentence stands between “ and ”; straight marks are only shown as themselves."""
    assert [] == [
        code
        for code, item in MESSAGES.items()
        if '"' in item.template or item.template.count("“") != item.template.count("”")
    ]


def test_a_template_takes_plain_names() -> None:
    """Arguments are named, without conversion or format: a finding fills them with text."""
    assert [] == [
        code
        for code, item in MESSAGES.items()
        for _, name, form, conversion in Formatter().parse(item.template)
        if name is not None and (form or conversion or name not in item.names)
    ]


def test_an_argument_has_one_name_and_one_meaning() -> None:
    """Programs read the names in JSON: each is in the list, and the list explains nothing that is not there."""
    used = {name for item in ALL for name in item.names}
    hinted = {name for words in _templates() for name in names_in(words)}

    assert set(ARGUMENTS) == used
    assert hinted <= used
    assert [] == [name for name in ARGUMENTS if not re.fullmatch("[a-z]+", name)]
    assert sorted(ARGUMENTS.values()) == sorted(set(ARGUMENTS.values()))
    assert list(ARGUMENTS) == sorted(ARGUMENTS)


def _templates() -> Iterator[str]:
    yield from HINTS.values()
    for item in ALL:
        yield from item.hints.values()


def test_a_hint_is_one_plain_line() -> None:
    """It stands behind “tip:”, without full stop; what is quoted in it stands between curly marks."""
    assert [] == [
        words
        for words in _templates()
        if words.endswith(".") or "\n" in words or '"' in words or words.count("“") != words.count("”")
    ]


def test_an_error_says_whether_an_annex_can_be_frozen_despite_it() -> None:
    """Who adds an error decides that; what is no error never stands in the way."""
    assert [] == [
        code for code, item in MESSAGES.items() if (item.freezable is None) is (item.severity is Severity.ERROR)
    ]
    # A rule that a record breaks, words that are not in a source, a stored version that was touched: no others.
    rules = [f"R{number:03}" for number in (*range(30, 38), *range(43, 46), 53, 54, 59, 83, 100)]
    assert [
        *rules,
        "V010",
        "V011",
        "V012",
        "V016",
        "V050",
        "V051",
        "V052",
        "V061",
        "P060",
        "P061",
        "P062",
        "P063",
        "P073",
        "P074",
        "P075",
        "P077",
    ] == [code for code, item in MESSAGES.items() if item.freezable]


def hints_in_code() -> Iterator[tuple[str, ast.Call]]:
    """Each hint that the package gives: its name and the call."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Hint":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and isinstance(part.value, str):
                        yield part.value, node


def test_hints_stand_with_the_messages() -> None:
    """What an author can do is worded here and nowhere else; a hint that nothing gives is dead."""
    given = {(name, _keys(call)) for name, call in hints_in_code()}
    named = [*HINTS.items(), *(hint for item in ALL for hint in item.hints.items())]

    assert {(name, names_in(words)) for name, words in named} == given


def _keys(call: ast.Call) -> frozenset[str]:
    given = call.args[1] if len(call.args) > 1 else ast.Dict([], [])
    assert isinstance(given, ast.Dict)
    return frozenset(ast.literal_eval(key) for key in given.keys if key is not None)


def made() -> Iterator[tuple[str, str, set[str]]]:
    """Each finding that the package makes with a code written out: its place, the code, the names it fills in."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_bytes())):
            if not isinstance(node, ast.Call) or not node.args or not isinstance(node.args[0], ast.Constant):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            words = {word.arg for word in node.keywords}
            is_code = re.fullmatch(r"[A-Z]\d{3}", str(node.args[0].value)) is not None
            if is_code and name in MAKERS and None not in words:
                place = f"{path.relative_to(PACKAGE)}:{node.lineno}"
                yield place, str(node.args[0].value), {str(word) for word in words} - MAKERS[name]


def test_a_finding_fills_its_sentence() -> None:
    """What a finding is made with is what its sentence takes, also where no test comes by."""
    calls = list(made())

    assert len(calls) > 100
    assert [] == [f"{place}: {code} fills {words}" for place, code, words in calls if words != MESSAGES[code].names]
    assert [] == [rule.code for rule in notes._RULES if set(rule.pattern.groupindex) != MESSAGES[rule.code].names]


def test_every_code_is_tested() -> None:
    """A code without a folder in tests/findings is named in a test module; that folder has a test of its own."""
    texts = "".join(
        path.read_text(encoding="utf-8") for path in TESTS.glob("test_*.py") if path.name != "test_messages.py"
    )
    assert [] == [
        code for code in MESSAGES if not (TESTS / "findings" / code).is_dir() and not re.search(rf'"{code}\b', texts)
    ]


def test_severities_are_dutch_words() -> None:
    """The word that an author sees is the value."""
    assert ["fout", "waarschuwing", "opmerking"] == [level.value for level in Severity]
