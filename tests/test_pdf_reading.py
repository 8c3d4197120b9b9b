"""What is read aloud from a PDF, in which order, and what is left out of it."""

import io
import random
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from tests.annex_samples import SMALL, document, long_body, printed, resources
from tests.pdf_tools import outline, page_contents, read_aloud, roles
from weerklank.pdf import PdfResult, make_pdf

GOLDEN = Path(__file__).parent / "golden" / "annex"


@pytest.fixture(scope="module")
def long_annex() -> PdfResult:
    """The long sample, printed once."""
    return make_pdf(document(long_body()), resources=resources(), attachments=(), epoch=0)


def said(body: str, *, head: str = "") -> str:
    """Return the outline of a body that prints without findings."""
    result = printed(body, head=head)
    assert () == result.findings
    return read_aloud(result.pdf)


def test_the_small_annex_reads_as_it_is_written() -> None:
    """Every kind of element has its tag, and nothing but artefacts is left out."""
    assert (GOLDEN / "small.txt").read_text(encoding="utf-8") == said(SMALL)


def test_all_that_is_painted_is_tagged_or_an_artefact(long_annex: PdfResult) -> None:
    """Nothing is painted outside the tags (ISO 14289-1, 7.1)."""
    assert [] == [text for page in page_contents(long_annex.pdf) for text in page.untagged]


def test_running_heads_and_feet_are_artefacts() -> None:
    """What stands on each page is not read between two lines of a paragraph; *ontwerp* is read once."""
    pages = page_contents(printed(SMALL).pdf)

    assert [True] * 2 == ["Ontwerp" in page.artefacts for page in pages]
    assert ["Pagina 1 van 2", "Pagina 2 van 2"] == [page.artefacts[-1] for page in pages]
    assert 1 == read_aloud(printed(SMALL).pdf).count("Ontwerp")


def test_a_block_that_a_page_break_cuts_stays_one(long_annex: PdfResult) -> None:
    """Sections, tables, lists and paragraphs are counted as in the HTML."""
    found = roles(long_annex.pdf)
    body = long_body()

    assert long_annex.pages > 40
    for tag, role in (("section", "Sect"), ("table", "Table"), ("thead", "THead"), ("tr", "TR"), ("td", "TD")):
        assert (role, body.count(f"<{tag}")) == (role, found.count(role))
    # One paragraph stands for each <p>, and each of the lists is a list.
    assert body.count("<p") == found.count("P")
    assert body.count("<ul") + body.count("<ol") == found.count("L") + found.count("TOC")


def test_a_repeated_table_head_is_read_once(long_annex: PdfResult) -> None:
    """A head on a later page is an artefact, and the cells below it point to the first."""
    text = read_aloud(long_annex.pdf)
    artefacts = [text for page in page_contents(long_annex.pdf) for text in page.artefacts]

    assert 5 == text.count("TH [Scope Column | RowSpan 2] 'Jaar'")
    assert artefacts.count("Gehoord") > 5
    assert text.count("| Besturen | Gehoord] ") > 100


def test_a_head_cell_over_a_page_break_is_read_once(long_annex: PdfResult) -> None:
    """A row head that spans rows on two pages is one cell."""
    lines = [line.strip() for line in read_aloud(long_annex.pdf).splitlines() if "TH [Scope Row" in line]

    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize("seed", range(4))
def test_the_words_are_those_of_the_html_in_its_order(seed: int) -> None:
    """Over pages, columns, floats and notes no word is lost, doubled, glued to the next or out of order."""
    chance = random.Random(seed)  # noqa: S311 - sample text
    body, words = _random_body(chance)
    result = printed(body, head=f"<style>{_PLAIN}</style>")
    assert () == result.findings

    assert words == " ".join(_texts(result.pdf)).split()


_PLAIN = """
@page { size: A5; margin: 10mm }
ul, ol { list-style: none } .two { columns: 2 } .right { float: right; width: 30% }
::footnote-call, ::footnote-marker { content: none }
"""


def _texts(pdf: bytes) -> list[str]:
    return [line.strip().partition("'")[2].rpartition("'")[0] for line in read_aloud(pdf).splitlines() if "'" in line]


def _random_body(chance: random.Random) -> tuple[str, list[str]]:
    """Return a body and its words. Each word is one of its kind, so that a wrong order cannot go unseen."""
    words: list[str] = []

    def text(length: int) -> str:
        new = [f"{chance.choice(('woord', 'klant-gericht', 'in/uit', 'ja,'))}{len(words) + at}" for at in range(length)]
        words.extend(new)
        return " ".join(new)

    def rich(length: int, notes: float = 0) -> str:
        parts = [text(length)]
        for _ in range(3):
            tag = chance.choice(("em", "strong", "span", "code"))
            note = f'<span class="fn">{text(9)}</span>' if chance.random() < notes else ""
            parts.append(f"{note} <{tag}>{text(2)}</{tag}>\n{text(length)}")
        return " ".join(parts)

    def block() -> str:
        match chance.randrange(6):
            case 0:
                return f"<ul>{''.join(f'<li>{rich(4)}</li>' for _ in range(4))}</ul>"
            case 1:
                cells = "".join(f"<tr><th>{text(1)}</th><td>{rich(2)}</td><td>{text(3)}</td></tr>" for _ in range(6))
                return f"<table><tbody>{cells}</tbody></table>"
            case 2:
                return f"<p class='right'>{text(4)}</p>"
            case 3:
                return f"<div class='two'><p>{rich(8)}</p><p>{rich(8)}</p></div>"
            case 4:
                return f"<div>{text(5)}<div>{text(5)}</div>{text(2)}<br>{text(2)}</div>"
            case _:
                return f"<p>{rich(12, notes=0.3)}</p>"

    return "".join(block() for _ in range(24)) + f"<p>{text(3)}</p>", words


def test_no_space_is_lost_where_a_line_breaks() -> None:
    """WeasyPrint leaves out a space at which a line breaks; without it two words would be read as one."""
    narrow = "<style>p { width: 30mm }</style>"

    assert "P 'een twee drie vier vijf zes zeven acht negen tien elf'" in said(
        "<p>een twee drie vier vijf zes zeven acht negen tien elf</p>", head=narrow
    )


def test_a_word_broken_over_two_lines_is_read_as_one() -> None:
    """A hyphen that was not written is not read; one that was written is, without a space after it."""
    style = "<style>p { width: 22mm; overflow-wrap: anywhere }</style>"

    text = said("<p>tevreden&shy;heids&shy;onderzoek klant-gerichtheid aaaaaaaaaaaaaaaaaaaaaaaaaaaa</p>", head=style)

    assert "P 'tevredenheidsonderzoek klant-gerichtheid aaaaaaaaaaaaaaaaaaaaaaaaaaaa'" in text


def test_a_space_is_spoken_where_its_font_has_none() -> None:
    """In a document in which a font paints no space, the text to speak holds it."""
    text = said("<h1>een<br>twee</h1>", head="<style>@page { @top-left { content: none } }</style>")

    assert "H1 'een twee'" in text


def test_arabic_is_read_from_right_to_left() -> None:
    """Glyphs are painted from left to right; the order of reading is kept as text, with language and direction."""
    assert "  BlockQuote [Lang ar | WritingMode RlTb]\n    P 'سمعنا صوتكم في هذا اللقاء.'\n" in said(
        '<blockquote lang="ar" dir="rtl"><p>سمعنا صوتكم في هذا اللقاء.</p></blockquote>'
    )


def test_a_language_is_named_where_it_changes_only() -> None:
    """A block keeps its language, even when PDF has no tag for it; that of what is around it is not repeated."""
    text = said('<div lang="fr"><p>Oui</p><p lang="nl-BE">Ja</p></div><p lang="nl-be">Nee</p><div lang="de">Nein</div>')

    assert "  Div [Lang fr]\n    P 'Oui'\n    P [Lang nl-BE] 'Ja'\n  P 'Nee'\n  P [Lang de] 'Nein'\n" in text


def test_what_is_fixed_on_each_page_is_read_once() -> None:
    """An element with position: fixed is drawn on each page and is an artefact from the second page on."""
    style = "<style>.fixed { position: fixed; top: 0 } .next { break-before: page }</style>"

    text = said('<p class="fixed">Ontwerp</p><p>Een</p><p class="next">Twee</p><p class="next">Drie</p>', head=style)

    assert "Document\n  P 'Ontwerp'\n  P 'Een'\n  P 'Twee'\n  P 'Drie'\n" == text


def test_dots_before_a_page_number_are_not_read() -> None:
    """A leader is an artefact."""
    style = '<style>a { display: block } a::after { content: leader(".") "3" }</style>'

    assert "'Wat we hoorden 3'" in said('<p id="x"><a href="#x">Wat we hoorden</a></p>', head=style)


def test_a_cell_over_rows_and_columns_has_all_its_heads() -> None:
    """Heads are found by the grid of the HTML; a cell that names its heads has those."""
    text = said(
        '<table><thead><tr><td></td><th scope="col" id="a">A</th><th scope="col">B</th></tr></thead><tbody>'
        '<tr><th scope="row" rowspan="2">1</th><td colspan="2">x</td></tr><tr><td headers="a">y</td><td>z</td></tr>'
        "</tbody></table>"
    )

    assert "TD [ColSpan 2 | 1 | A | B] 'x'" in text
    assert "TD [A] 'y'" in text
    assert "TD [1 | B] 'z'" in text


def test_a_head_comes_first_and_a_foot_last_wherever_they_are_drawn() -> None:
    """Caption, head, body and foot keep their order on each page."""
    rows = "".join(f"<tr><th>Rij {number}</th><td>{number}</td></tr>" for number in range(80))
    body = (
        "<table><caption>Rijen</caption><thead><tr><th>Rij</th><th>Aantal</th></tr></thead>"
        f"<tbody>{rows}</tbody><tfoot><tr><th>Samen</th><td>80</td></tr></tfoot></table>"
    )

    found = [role for role in roles(printed(body).pdf) if role not in ("TR", "TH", "TD")]

    assert ["Document", "Table", "Caption", "THead", "TBody", "TFoot"] == found


def test_a_link_over_two_lines_is_one_link() -> None:
    """Both areas lie in one tag and say where the link leads."""
    text = said(
        '<p>Zie <a href="https://www.vlaanderen.be/">de lange tekst van deze koppeling naar elders</a>.</p>',
        head="<style>p { width: 40mm }</style>",
    )

    assert 1 == text.count("    Link\n")
    assert text.count("-> https://www.vlaanderen.be/ [de lange tekst van deze koppeling naar elders]") > 1


def test_a_link_with_a_block_in_it_has_one_area() -> None:
    """WeasyPrint gives each box in a link an area of its own; those within another are left out."""
    text = said(
        '<p id="x"><a href="#x"><span>Wat</span> <em>we hoorden</em></a></p>',
        head="<style>a { display: block } a::after { content: target-counter(attr(href), page); float: right }</style>",
    )

    assert 1 == text.count("->")


def test_a_link_that_is_not_read_is_no_link() -> None:
    """In a head that is drawn again, a margin or a part that is hidden from readers, a link has no area."""
    rows = "".join(f"<tr><th>Rij {number}</th></tr>" for number in range(80))
    link = '<a href="https://www.vlaanderen.be/">Rij</a>'
    style = "<style>.run { position: running(kop) } @page { @top-right { content: element(kop) } }</style>"

    text = said(
        f'<p class="run">{link}</p><p aria-hidden="true">{link}</p>'
        f"<table><caption>T</caption><thead><tr><th>{link}</th></tr></thead><tbody>{rows}</tbody></table>",
        head=style,
    )
    result = printed(f"<table><thead><tr><th>{link}</th></tr></thead><tbody>{rows}</tbody></table>")

    assert 1 == text.count("->")
    assert [1, 0] == [len(page.get("/Annots", [])) for page in pikepdf.open(io.BytesIO(result.pdf)).pages][:2]


def test_a_large_first_letter_is_part_of_its_word() -> None:
    """A style for the first letter does not part it from the rest."""
    assert "P 'Deze tekst'" in said("<p>Deze tekst</p>", head="<style>p::first-letter { font-size: 200% }</style>")


def test_bookmarks_are_the_headings() -> None:
    """The bookmarks follow the headings, without what only helps to break a line."""
    assert ["Bijlage", "  Wat we hoorden", "  Wat we deden", "    Per jaar"] == outline(printed(SMALL).pdf)
    assert ["Tevredenheid"] == outline(printed("<h1>Tevreden&shy;heid</h1>").pdf)


def test_what_is_outside_a_list_is_no_item() -> None:
    """An item without a list is a paragraph, and other things in a list become items."""
    assert "  P 'los'\n" in said("<div><li>los</li></div>", head="<style>li { list-style: none }</style>")
    assert "L [ListNumbering None]\n    LI\n      LBody 'vreemd'\n" in said("<ul>vreemd</ul>")


def test_a_line_that_is_just_full_is_not_cut_after_its_first_word() -> None:
    """Whatever the width: where other looks follow a space, it hangs in the margin as any at the end of a line."""
    widths = range(400, 566)
    text = "eerste op te bouwen, telkens rond een thema, de groep en de rest <span>bestaat</span> uit"
    body = "".join(f'<p style="width: {width}px">{text}</p>' for width in widths)
    lines = [
        line.strip()
        for page in pypdfium2.PdfDocument(printed(f"<h1>Bijlage</h1>{body}").pdf)
        for line in page.get_textpage().get_text_bounded().splitlines()
    ]

    assert len(widths) == sum(line.startswith("eerste") for line in lines)
    assert "eerste" not in lines
