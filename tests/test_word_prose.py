"""Our safe HTML becomes blocks of a Word document, with nothing lost that a reader needs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank.markup import block, inline
from weerklank.word.prose import Reading, blocks_from_html, runs_from_html
from weerklank.word.tree import GridBlock, GridColumn, Heading, Inline, List, Paragraph, Run, Tone


def _link(address: str) -> str:
    """Records are pages of the site; everything else is left as it is."""
    return f"https://voorbeeld.example/{address.removeprefix('site:')}/" if address.startswith("site:") else address


READING = Reading(_link)


def _words(runs: tuple[Inline, ...]) -> str:
    return "".join(run.text for run in runs)


def test_looks_of_a_phrase() -> None:
    """Bold, literal words, another language and a link each keep their look; slanted text becomes plain."""
    text = "**vet** en *schuin*, “letterlijk”, [[fr: en français]] en [link](https://voorbeeld.example/)"
    html = block(text, prefix="x")

    assert runs_from_html(html, READING) == (
        Run("vet", bold=True),
        Run(" en schuin, "),
        Run("“letterlijk”", literal=True),
        Run(", "),
        Run("en français", lang="fr"),
        Run(" en "),
        Run("link", link="https://voorbeeld.example/"),
    )


def test_links_are_resolved() -> None:
    """A link to a record becomes the address that the caller gives; no address means no link."""
    html = block("[Heerlijk Helder](initiatief:heerlijk-helder)", prefix="x")

    assert blocks_from_html(html, READING) == (
        Paragraph((Run("Heerlijk Helder", link="https://voorbeeld.example/initiatief:heerlijk-helder/"),)),
    )
    assert runs_from_html(html, Reading(lambda _: "")) == (Run("Heerlijk Helder"),)


def test_white_space_as_on_a_page() -> None:
    """Line ends of the source are spaces, a forced line end is one, and a no-break space stays."""
    html = "<p>\n een\n  twee <strong> drie</strong><br>\n vier 66&nbsp;procent \n</p>"

    assert runs_from_html(html, READING) == (
        Run("een twee "),
        Run("drie", bold=True),
        Run("\nvier 66\u00a0procent"),
    )


def test_lists() -> None:
    """Lists keep their kind, their start, their depth and items of several paragraphs."""
    made = blocks_from_html(block("- een\n    - diep\n- twee\n\n    vervolg\n\nTekst.\n\n3. drie", prefix="x"), READING)

    assert made == (
        List(
            ordered=False,
            items=(
                (Paragraph((Run("een"),)), List(ordered=False, items=((Paragraph((Run("diep"),)),),))),
                (Paragraph((Run("twee"),)), Paragraph((Run("vervolg"),))),
            ),
        ),
        Paragraph((Run("Tekst."),)),
        List(ordered=True, items=((Paragraph((Run("drie"),)),),), start=3),
    )


def test_headings_rise() -> None:
    """A heading keeps its anchor and rises by the given number of levels, never above the first."""
    html = block("## Kop\n\n### Onderkop", prefix="x")

    assert blocks_from_html(html, READING) == (Heading(2, "Kop", "x-kop"), Heading(3, "Onderkop", "x-onderkop"))
    assert blocks_from_html("<h2>Kop</h2>", Reading(_link, lift=4)) == (Heading(1, "Kop"),)


def test_quotations_and_tone() -> None:
    """A quotation is told as such; other paragraphs have the tone that the caller gives."""
    html = "<p>Opmerking</p><blockquote><p>Citaat</p></blockquote>"

    assert blocks_from_html(html, Reading(_link, tone=Tone.REMARK, literal=True)) == (
        Paragraph((Run("Opmerking", literal=True),), Tone.REMARK),
        Paragraph((Run("Citaat", literal=True),), Tone.QUOTE),
    )


def test_tables() -> None:
    """A table keeps its heads, its cells and which columns hold numbers."""
    html = block("| a | b |\n|---|--:|\n| x | 1 |", prefix="x")

    assert blocks_from_html(html, READING) == (
        GridBlock(
            "",
            (GridColumn("a"), GridColumn("b", numeric=True)),
            (((Paragraph((Run("x"),)),), (Paragraph((Run("1"),)),)),),
        ),
    )


def test_ragged_tables() -> None:
    """A row that is too short is filled up and one that is too long is cut: the table stays a table."""
    html = "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table>"
    (grid,) = blocks_from_html(html, READING)

    assert isinstance(grid, GridBlock)
    assert [len(row) for row in grid.rows] == [2, 2]
    assert blocks_from_html("<table></table>", READING) == ()


def test_notes_of_a_text() -> None:
    """A note is linked to by its raised number; the way back, which is for screens, is left out."""
    made = blocks_from_html(block("Tekst[^1].\n\n[^1]: De noot.", prefix="x"), READING)

    assert made == (
        Paragraph((Run("Tekst"), Run("1", raised=True, link="#x-noot-1"), Run("."))),
        List(ordered=True, items=((Paragraph((Run("De noot.\u00a0"),), anchor="x-noot-1"),),)),
    )


def test_typed_text() -> None:
    """Preformatted text keeps its line ends and spaces."""
    assert runs_from_html("<pre><code>a\n  b</code></pre>", READING) == (Run("a\n  b"),)


@pytest.mark.parametrize("html", ["", "<p> </p>", "<hr>", "<div>\n</div>", "</p></div>", "<!-- weg -->"])
def test_nothing_to_read(html: str) -> None:
    """HTML without words gives no blocks."""
    assert blocks_from_html(html, READING) == ()


def test_paragraphs_of_one_line() -> None:
    """Several paragraphs where one line is wanted are joined by line ends."""
    assert runs_from_html("<p>een</p><p>twee</p>", READING) == (Run("een"), Run("\n"), Run("twee"))


@given(st.text())
def test_no_word_is_lost(text: str) -> None:
    """Whatever an author types, every word that the page shows is in the document."""
    html = inline(text)
    shown = " ".join(html.striptags().split())

    assert " ".join(_words(runs_from_html(html, READING)).split()) == shown
