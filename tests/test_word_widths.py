"""The widths of the columns of a table in Word: room for words first, then for lines."""

import re

from hypothesis import given
from hypothesis import strategies as st

from weerklank.word.widths import column_widths

ROOM = 8504  # the text of an upright A4 page with margins of 30 mm, in twentieths of a point
TEXT = st.text("ab -/\n", max_size=60)
COLUMNS = st.lists(st.lists(TEXT, min_size=1, max_size=4), min_size=1, max_size=9)


def _word(length: int) -> str:
    return "x" * length


def test_words_decide_on_the_type() -> None:
    """86 letters fit side by side in the usual type, 103 in the small one; each column keeps 3 free."""
    fits = column_widths([[_word(40)], [_word(40)]], total=ROOM)
    small = column_widths([[_word(40)], [_word(41)]], total=ROOM)
    least = column_widths([[_word(48)], [_word(49)]], total=ROOM)
    broken = column_widths([[_word(49)], [_word(49)]], total=ROOM)

    assert [(False, False), (True, False), (True, False), (True, True)] == [
        (widths.tight, widths.broken) for widths in (fits, small, least, broken)
    ]


def test_words_come_first() -> None:
    """However much text a column has, another keeps room for its longest word."""
    widths = column_widths([["een " * 500], ["verantwoordelijkheid"]], total=ROOM)

    assert widths.columns[1] >= 23 * 98
    assert not widths.tight


def test_words_fit_in_the_letters_of_another_font() -> None:
    """Where there is room, a word fits too when its letters are a fifth wider; where there is not, as far as goes."""
    free = column_widths([["een " * 500], ["verantwoordelijkheid"]], total=ROOM)
    full = column_widths([[_word(36)], [_word(40)]], total=ROOM)

    assert free.columns[1] >= 23 * 98 * 1.2
    assert full.columns[0] >= 39 * 98 * 1.03


def test_a_short_line_is_kept_whole_beside_long_text() -> None:
    """The words of a state stay on one line, whatever stands in the other columns."""
    states = ["deels", "niet te beoordelen"]
    widths = column_widths([["tekst " * 60], states, ["tekst " * 60], ["tekst " * 60]], total=ROOM)

    assert widths.columns[1] >= 21 * 98


def test_text_gets_what_is_left() -> None:
    """Of two columns with equal words, the one with more text is the wider."""
    words = ["een twee drie vier vijf zes zeven acht negen tien elf twaalf"]
    one, other = column_widths([["een"], words], total=ROOM).columns

    assert other > 4 * one


def test_long_text_is_expected_to_wrap() -> None:
    """A column of long text shares with others, however long its lines are; what these do not need, it has."""
    shared = column_widths([["een " * 500], ["kort " * 8]], total=ROOM).columns
    alone = column_widths([["een " * 500], ["een"], ["een"]], total=ROOM).columns

    assert shared[1] >= 35 * 98
    assert max(alone[1:]) <= 6 * 1.22 * 98 + 1


def test_a_line_that_nearly_fits_is_kept_whole() -> None:
    """A short line in a column of even shorter ones is not wrapped while a long text wraps anyway."""
    short = ["een", "een", "een", "een twee drie"]
    long = ["kort " * 3, "kort " * 7]
    widths = column_widths([long, short, long], total=ROOM)

    assert widths.columns[1] >= 16 * 98 - 1
    assert widths.columns[2] < 38 * 98


def test_lines_count_apart() -> None:
    """Two lines in one cell ask for the room of the longer one."""
    once = column_widths([["een twee"], ["tekst " * 20]], total=ROOM)
    twice = column_widths([["een twee\neen twee"], ["tekst " * 20]], total=ROOM)

    assert once == twice


def test_a_table_fills_the_text_or_its_words() -> None:
    """What nobody needs goes to the last column; a table that is not `filled` ends where its lines do."""
    texts = [["gepland"], ["2"]]

    assert (1196, 7308) == column_widths(texts, total=ROOM).columns
    assert (1196, 478) == column_widths(texts, total=ROOM, filled=False).columns


@given(COLUMNS, st.booleans())
def test_any_columns(columns: list[list[str]], filled: bool) -> None:  # noqa: FBT001 - a property
    """Widths are positive and together the whole, or less; words fit unless they are told not to."""
    widths = column_widths(columns, total=ROOM, filled=filled)
    character = 82 if widths.tight else 98
    words = [max(len(word) for text in texts for word in re.split(r"[ \t\n\-/]+", text)) for texts in columns]

    assert min(widths.columns) > 0
    assert sum(widths.columns) == ROOM or (not filled and sum(widths.columns) < ROOM)
    if not widths.broken:
        rounding = len(columns)
        assert all(
            width >= (word + 3) * character - rounding for width, word in zip(widths.columns, words, strict=True)
        )
