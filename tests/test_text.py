"""Spans and lines: what an author calls line 7, column 3."""

from hypothesis import given
from hypothesis import strategies as st

from weerklank.text import SourceText, Span, whole_file

TEXTS = st.text(alphabet=st.sampled_from("ab é漢\U0001d11e\t\n\r"), max_size=60)


def test_lines_end_where_editors_end_them() -> None:
    """A line ends at a line feed, at a carriage return, and at both together; nowhere else."""
    source = SourceText("a.md", "een\ntwee\r\ndrie\rvier\x0bhalf\u2028half")
    assert ["een", "twee", "drie", "vier\x0bhalf\u2028half"] == [source.line(number) for number in range(1, 5)]
    assert source.line_count == 4


def test_a_line_that_is_not_there_is_empty() -> None:
    """Asking for a line outside the text gives no text, and no error."""
    source = SourceText("a.md", "een\n")
    assert ["", "een", "", ""] == [source.line(number) for number in range(4)]


def test_an_empty_text_has_one_line() -> None:
    """A place in an empty file is line 1, column 1."""
    source = SourceText("a.md", "")
    assert (source.line_count, source.span(0, 0)) == (1, Span("a.md", 1, 1, 1, 1))


def test_columns_count_characters() -> None:
    """A letter with an accent and a clef beyond the basic plane are one column each, a tab too."""
    source = SourceText("a.md", "x\n\té\U0001d11ey")
    assert Span("a.md", 2, 4, 2, 5) == source.span(5, 6)
    assert source.slice(source.span(5, 6)) == "y"


def test_a_span_shows_its_start() -> None:
    """The text of a span is what editors and terminals make a link of."""
    assert str(Span("content/a.md", 7, 3, 7, 9)) == "content/a.md:7:3"


def test_spans_sort_by_place() -> None:
    """Order is by file, line and column."""
    early, late, other = Span("a", 2, 1, 2, 2), Span("a", 10, 1, 10, 2), Span("b", 1, 1, 1, 2)
    assert [early, late, other] == sorted([other, late, early])


def test_a_file_as_a_whole_has_a_span() -> None:
    """The empty span at the start stands for the file; an empty span elsewhere is a point."""
    assert whole_file("a.md").is_file
    assert not Span("a.md", 1, 2, 1, 2).is_file


@given(TEXTS, st.integers(-3, 70), st.integers(-3, 70))
def test_a_span_lies_inside_its_text(text: str, start: int, end: int) -> None:
    """Whatever the offsets, the span has lines and columns that exist, and ends no earlier than it starts."""
    source = SourceText("a.md", text)
    span = source.span(start, end)
    assert 1 <= span.line <= span.end_line <= source.line_count
    assert (span.line, span.column) <= (span.end_line, span.end_column)
    assert 1 <= span.column <= len(source.line(span.line)) + 1
    assert 1 <= span.end_column <= len(source.line(span.end_line)) + 1


@given(TEXTS, st.integers(0, 60))
def test_a_place_and_an_offset_are_the_same(text: str, offset: int) -> None:
    """From an offset to a place and back gives the offset, but for one inside a line end, which gives its line."""
    source = SourceText("a.md", text)
    offset = min(offset, len(text))
    span = source.span(offset, offset)
    inside = text[offset - 1 : offset + 1] == "\r\n" if offset else False
    assert offset - inside == source.offset(span.line, span.column)


@given(TEXTS)
def test_lines_and_line_ends_make_up_the_text(text: str) -> None:
    """No character of the text is lost between the lines."""
    source = SourceText("a.md", text)
    lines = [source.line(number) for number in range(1, source.line_count + 1)]
    assert text.replace("\r\n", "\n").replace("\r", "\n") == "\n".join(lines)
