"""The sentences that authors get: one meaning per code, and a form that a machine and a person can rely on."""

import re
from pathlib import Path
from string import Formatter

import pytest

from weerklank.messages import MESSAGES, Message, Severity
from weerklank.messages import reading as reading_block
from weerklank.messages import record as record_block
from weerklank.messages import relation as relation_block

ALL = tuple(MESSAGES.values())


def test_a_code_is_a_letter_and_three_digits() -> None:
    """Codes are short, and stand under their own key."""
    assert [] == [code for code, message in MESSAGES.items() if code != message.code]
    assert [] == [code for code in MESSAGES if not re.fullmatch(r"[A-Z]\d{3}", code)]


@pytest.mark.parametrize(
    ("block", "letter"),
    [(reading_block.MESSAGES, "L"), (record_block.MESSAGES, "R"), (relation_block.MESSAGES, "V")],
)
def test_a_block_has_its_letter_and_order(block: tuple[Message, ...], letter: str) -> None:
    """The codes of a block begin with its letter and stand in order."""
    codes = [message.code for message in block]
    assert codes == sorted(codes)
    assert {letter} == {code[0] for code in codes}


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
def test_a_sentence_has_no_full_stop(message: Message) -> None:
    """A template is one line that stands behind a place, without full stop."""
    assert not message.template.endswith((".", "!"))
    assert "\n" not in message.template


@pytest.mark.parametrize("message", [item for item in ALL if item.code[0] in "LRV"], ids=lambda message: message.code)
def test_a_sentence_about_a_record_is_short(message: Message) -> None:
    """It fits on a line of a terminal, behind the place; what to do about it is in the hint and the explanation."""
    assert len(message.template) <= 100


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
def test_an_explanation_is_whole_sentences(message: Message) -> None:
    """`explain` prints sentences, longer than the message itself."""
    assert message.explanation[0].isupper() or not message.explanation[0].isalpha()
    assert message.explanation.endswith((".", "”"))
    assert len(message.explanation) > 40


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
def test_quotation_marks_are_curly(message: Message) -> None:
    """What is quoted in a sentence stands between “ and ”; straight marks are only shown as themselves."""
    assert '"' not in message.template
    assert message.template.count("“") == message.template.count("”")


@pytest.mark.parametrize("message", ALL, ids=lambda message: message.code)
def test_a_template_takes_plain_names(message: Message) -> None:
    """Arguments are named, without conversion or format: a finding fills them with text."""
    for _, name, form, conversion in Formatter().parse(message.template):
        assert name is None or re.fullmatch(r"[a-z_]+", name)
        assert (form or "", conversion) == ("", None)


def test_every_code_is_tested() -> None:
    """A code without a folder in tests/findings is named in a test module; that folder has a test of its own."""
    tests = Path(__file__).parent
    texts = "".join(
        path.read_text(encoding="utf-8") for path in tests.glob("test_*.py") if path.name != "test_messages.py"
    )
    assert [] == [
        code for code in MESSAGES if not (tests / "findings" / code).is_dir() and not re.search(rf'"{code}\b', texts)
    ]


def test_severities_are_dutch_words() -> None:
    """The word that an author sees is the value."""
    assert ["fout", "waarschuwing", "opmerking"] == [level.value for level in Severity]
