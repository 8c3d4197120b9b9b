"""How a finding looks: for a person, for a program, for a forge."""

import json
import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.findings import (
    WINDOW,
    Finding,
    Related,
    Severity,
    finding,
    has_errors,
    message,
    render_github,
    render_json,
    render_text,
    sort_findings,
)
from weerklank.messages import Hint
from weerklank.text import SourceText, Span

FILE = "content/paginas/over.md"
PLACE = Span(FILE, 2, 1, 2, 8)


def unknown(key: str = "titl", *, span: Span | None = PLACE, hint: str | None = None) -> Finding:
    """An error that has an argument."""
    return replace(finding("R002", span=span, veld=key), hint=hint)


def shown(line: str, column: int, end: int) -> list[str]:
    """The two lines that show a place in a line, without their margin."""
    source = SourceText(FILE, line)
    text = render_text([unknown(span=Span(FILE, 1, column, 1, end))], {FILE: source})
    return [part.split(" | ", 1)[1] for part in text.splitlines() if " | " in part]


def test_place_line_carets_tip_and_related() -> None:
    """First the place, then the author's own line with carets, then the tip, then the other places, then the count."""
    source = SourceText(FILE, "---\ntitl: Over ons\n---\n")
    related = (Related(Span(FILE, 1, 1, 1, 4), "hier begint het hoofd"),)
    hint = Hint("did_you_mean", {"woorden": "“titel”"})
    item = finding("R002", span=Span(FILE, 2, 1, 2, 5), hint=hint, related=related, veld="titl")
    expected = """\
content/paginas/over.md:2:1  fout R002  onbekend veld “titl”
  2 | titl: Over ons
    | ^^^^
  tip: bedoelt u “titel”?
  content/paginas/over.md:1:1  hier begint het hoofd
  1 | ---
    | ^^^

1 fout, geen waarschuwingen, geen opmerkingen
er is niets gepubliceerd: wat er stond, blijft staan
"""
    assert expected == render_text([item], {FILE: source})


def test_nothing_found_is_said() -> None:
    """Without findings there is a count, and no word about publishing."""
    assert render_text([], {}) == "geen fouten, geen waarschuwingen, geen opmerkingen\n"


def test_notes_are_counted_and_shown_on_request() -> None:
    """A note is not shown unless asked for; the count says that it is there and how to see it."""
    note = finding("R038", span=PLACE)
    assert render_text([note], {}) == "geen fouten, geen waarschuwingen, 1 opmerking (te zien met build.py check -v)\n"
    assert "R038" in render_text([note], {}, notes=True)


def test_colour_only_when_asked() -> None:
    """The text is the same with and without colour, but for the codes of the terminal."""
    source = SourceText(FILE, "a\ntitl: x\n")
    plain, coloured = (render_text([unknown()], {FILE: source}, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert plain == re.sub(r"\x1b\[[0-9;]*m", "", coloured)
    assert plain != coloured


def test_a_tab_is_as_wide_as_it_is_shown() -> None:
    """Carets stand under the word also when a tab comes before it."""
    assert ["    titel: x", "    ^^^^^"] == shown("\ttitel: x", 2, 7)


def test_wide_and_combining_characters_are_counted_as_shown() -> None:
    """A wide character takes two columns, a combining accent none."""
    assert ["漢字 x", "     ^"] == shown("漢字 x", 4, 5)
    assert ["e\u0301 x", "  ^"] == shown("e\u0301 x", 4, 5)


def test_a_long_line_is_cut_around_the_place() -> None:
    """Of a long line the part around the place is shown, with dots where something is left out."""
    line, carets = shown(f"{'a' * 500} fout {'b' * 500}", 502, 506)
    assert line.startswith("…")
    assert line.endswith("…")
    assert line[carets.index("^") : carets.rindex("^") + 1] == "fout"
    assert len(line) <= WINDOW + 2


def test_a_place_of_more_lines_shows_its_first() -> None:
    """Carets run to the end of the first line."""
    source = SourceText(FILE, "tekst: |\n  een\n  twee\n")
    text = render_text([unknown(span=Span(FILE, 1, 8, 3, 7))], {FILE: source})
    assert "  1 | tekst: |\n    |        ^\n" in text


def test_a_file_as_a_whole_has_no_carets() -> None:
    """A finding about a file is not one about its first line."""
    source = SourceText(FILE, "---\n")
    assert " | " not in render_text([unknown(span=Span(FILE, 1, 1, 1, 1))], {FILE: source})


def test_a_finding_without_place() -> None:
    """A finding on a result names the result; one on neither starts with its severity."""
    assert render_text([finding("R038", artifact="index.html")], {}, notes=True).startswith(
        "index.html  opmerking R038  "
    )
    assert render_text([finding("R038")], {}, notes=True).startswith("opmerking R038  ")


def test_findings_are_sorted_and_not_repeated() -> None:
    """By file, line, column and code; what has no place comes last; doubles go."""
    first, second = unknown(span=Span("a.md", 1, 1, 1, 2)), unknown(span=Span("a.md", 2, 1, 2, 2))
    third, last = unknown(span=Span("b.md", 1, 1, 1, 2)), unknown(span=None)
    assert (first, second, third, last) == sort_findings([last, third, second, first, second])


def test_only_errors_stop_publication() -> None:
    """A warning and a note do not."""
    assert has_errors([unknown()])
    assert not has_errors([finding("R003", veld="doel"), finding("R038")])
    assert Severity.WARNING is finding("R003", veld="doel").severity


def test_arguments_cannot_steer_a_terminal() -> None:
    """Control characters, line ends and marks of direction in what an author wrote are shown, not obeyed."""
    text = message(unknown("a\x1b[31mb\nc\u202ed"))
    assert text == "onbekend veld “a␛[31mb c␦d”"


def test_a_long_argument_is_cut() -> None:
    """A sentence stays readable when the author wrote a whole paragraph in the wrong place."""
    assert len(message(unknown("x" * 5_000))) < 200


def test_a_finding_needs_its_arguments() -> None:
    """An argument forgotten or made up, or an unknown code, is a fault of ours, seen at once."""
    for code, arguments in [("R002", {}), ("R002", {"veld": "x", "waarde": "y"}), ("R000", {})]:
        with pytest.raises(KeyError, match=code):
            finding(code, span=None, artifact=None, hint=None, related=(), field=(), **arguments)


def test_a_finding_has_hints_of_its_own_or_of_all() -> None:
    """More than one stand behind each other; the hint of another message is a fault of ours."""
    first, second = Hint("left_out", {"gevonden": "niet"}), Hint("added", {"woorden": "wel"})
    both = finding("V010", hint=(first, second), bron="antwoord")

    assert both.hint == "in de bron staat er ook “niet”; “wel” staat er in de bron niet"
    assert finding("V010", bron="antwoord").hint is None
    with pytest.raises(KeyError):
        finding("R002", hint=first, veld="x")
    with pytest.raises(KeyError):
        finding("V010", hint=Hint("added"), bron="antwoord")


def test_json_has_a_stable_shape() -> None:
    """Programs get every part, with null where there is none."""
    related = (Related(Span(FILE, 1, 1, 1, 4), "hier"),)
    item = replace(unknown(hint="h"), related=related, field=("a", 0))
    assert {
        "schema": 1,
        "findings": [
            {
                "code": "R002",
                "severity": "fout",
                "message": "onbekend veld “titl”",
                "file": FILE,
                "line": 2,
                "column": 1,
                "end_line": 2,
                "end_column": 8,
                "artifact": None,
                "field": ["a", 0],
                "arguments": {"veld": "titl"},
                "hint": "h",
                "related": [{"message": "hier", "file": FILE, "line": 1, "column": 1, "end_line": 1, "end_column": 4}],
            }
        ],
        "counts": {"fout": 1, "waarschuwing": 0, "opmerking": 0},
    } == json.loads(render_json([item]))


def test_a_forge_gets_escaped_commands() -> None:
    """In a property colons and commas are escaped too; the end column is the last one that belongs to the place."""
    item = unknown("x", span=Span("content/a,b:c.md", 2, 1, 2, 8), hint="50%")
    expected = (
        "::error file=content/a%2Cb%3Ac.md,line=2,col=1,title=fout R002,endLine=2,endColumn=7"
        "::onbekend veld “x”%0Atip: 50%25\n"
    )
    assert expected == render_github([item])


def test_a_forge_gets_no_end_column_over_lines() -> None:
    """The forge drops an annotation whose place of several lines has an end column."""
    item = finding("R038", span=Span(FILE, 2, 1, 4, 8))
    assert render_github([item]).startswith(f"::notice file={FILE},line=2,col=1,title=opmerking R038,endLine=4::")


@given(st.text(max_size=150), st.integers(1, 160), st.integers(0, 40), st.booleans())
def test_any_line_can_be_shown(line: str, column: int, length: int, colour: bool) -> None:  # noqa: FBT001 - drawn
    """Whatever an author's line holds, it is shown on one line with carets, within a terminal's width and tame."""
    source = SourceText(FILE, line)
    start = min(column, len(source.line(1)) + 1)
    end = min(start + length, len(source.line(1)) + 1)
    item = unknown(line, span=Span(FILE, 1, start, 1, end), hint=line)
    text = render_text([item], {FILE: source}, colour=colour)
    bare = re.sub(r"\x1b\[[0-9;]*m", "", text) if colour else text
    assert all(character == "\n" or character.isprintable() or character.isspace() for character in bare)
    assert "\x1b" not in bare
    assert all(len(part) <= WINDOW * 2 + 20 for part in bare.splitlines() if " | " in part)
