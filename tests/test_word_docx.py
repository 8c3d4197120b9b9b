"""The Word document that is made of HTML, read back by python-docx and part by part."""

import hashlib
import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from markupsafe import escape

from tests.block_reading import DRAWING, html_blocks, html_notes, word_blocks, word_notes
from tests.exports_samples import EPOCH, TEXTS
from tests.printed_reading import folded
from tests.word_tools import (
    PICTURES,
    SIGNS,
    R,
    W,
    body,
    body_of,
    made,
    opened,
    paragraph,
    parts,
    run,
    template,
    value,
)
from weerklank.data.flat import visible
from weerklank.markup import block
from weerklank.word.docx import docx_bytes

ROOT = Path(__file__).resolve().parent.parent
UPRIGHT, TURNED = 8504, 13436  # widths of the text, in twentieths of a point
LONG = "verantwoordelijkheid"

FIGURE = (
    '<figure><img src="charts/a.svg" alt="Ongeveer 66 &amp; meer"><figcaption>Tevreden besturen</figcaption></figure>'
)
TABLE = """<table><caption>Metingen</caption>
<thead><tr><th scope="col">Onderwerp</th><th scope="col" class="n">Waarde</th><th scope="col">Woorden</th></tr></thead>
<tbody>
<tr id="rij-1"><th scope="row">Termijn</th><td class="n">ongeveer 66%</td>
<td><span class="lit">“tevreden”</span></td></tr>
<tr><th scope="row">Toon</th><td class="st"><span class="state is-silent">niet vermeld</span>
<span class="soft">Te klein</span></td><td>x</td></tr>
</tbody></table><p class="remark">De schalen verschillen.</p>"""
HTML = f"""<!doctype html><html lang="nl-BE"><head><title>Bijlage &amp; meer</title>
<meta name="author" content="Agentschap Voorbeeld"><meta name="description" content="Over tevredenheid"></head>
<body data-foot="voorbeeld.example">
<header class="front"><p class="org"><span class="wordmark">Voorbeeldland</span> <span>Agentschap</span></p>
<p class="draft">Ontwerp</p><h1>Bijlage</h1>
<p class="formula">bij vraag nr. <span class="todo">[nummer nog in te vullen]</span></p></header>
<main><nav role="doc-toc"><h2 id="inhoudstitel">Inhoud</h2><ol>
<li><a href="#lees-wijzer">Leeswijzer</a><span class="page" data-target="#lees-wijzer"></span></li>
<li><a href="#tabel">Tabel</a></li></ol></nav>
<section id="lees-wijzer"><h2>Leeswijzer</h2>
<p>Zie <a href="#lees-wijzer">de wijzer</a>, <a href="https://voorbeeld.example/?a=1&amp;b=2">de site</a>,
<a href="#weg">nergens</a>, <a href="javascript:alert(1)">script</a>, <span class="lit">“letterlijk”</span>,
<span lang="en">you said</span>, x<sup>2</sup>, <strong>vet</strong> en <em>schuin</em>, op blz.
<span class="page" data-target="#rij-1"></span>.</p>
<ul><li>een<ol><li>diep</li></ol><p>vervolg</p></li><li>twee</li></ul>
<ol start="3"><li>a</li><li>b</li></ol><ol><li>c</li></ol></section>
<section id="tabel"><h2>Tabel</h2>{TABLE}<h3>Diep</h3>{FIGURE}<p>Slot</p></section></main>
</body></html>"""


def _run_style(tree: etree._Element, text: str) -> str | None:
    return value(run(tree, text), "rPr/rStyle")


# --- the whole -------------------------------------------------------------------------------------------------------


def test_words_stand_in_their_order() -> None:
    """Every heading, paragraph, item, cell and caption of the HTML is a block of the document, in the same order."""
    assert html_blocks(HTML) == word_blocks(made(HTML))
    assert ("cel", "ongeveer 66%") in html_blocks(HTML)


def test_headings_are_headings() -> None:
    """A heading has the style that Word and screen readers know, with its level in the outline."""
    styles = {paragraph.text: paragraph.style.name for paragraph in opened(HTML).paragraphs if paragraph.style}

    assert ["Title", "Heading 1", "Heading 1", "Heading 2"] == [
        styles[text] for text in ("Bijlage", "Leeswijzer", "Tabel", "Diep")
    ]
    assert b'<w:outlineLvl w:val="1"/>' in parts(made(HTML))["word/styles.xml"]


def test_a_missing_field_is_seen() -> None:
    """A missing field stands in brackets, in the style for what is missing."""
    assert "Ontbreekt" == _run_style(body(HTML), "[nummer nog in te vullen]")


def test_links() -> None:
    """A link leads to a bookmark that is there or to a web address; anything else is plain text."""
    tree, found = body(HTML), parts(made(HTML))
    links = {"".join(link.itertext(f"{W}t")): link for link in tree.iter(f"{W}hyperlink")}
    names = {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}
    address = rb'Target="https://voorbeeld.example/\?a=1&amp;b=2" TargetMode="External"'

    assert links["de wijzer"].get(f"{W}anchor") in names
    relation = links["de site"].get(f"{R}id")
    assert re.search(rb'Id="%s"[^>]*%s' % (relation.encode(), address), found["word/_rels/document.xml.rels"]) or (
        re.search(rb'%s[^>]*Id="%s"' % (address, relation.encode()), found["word/_rels/document.xml.rels"])
    )
    assert {"nergens", "script"}.isdisjoint(links)
    assert b"javascript" not in b"".join(found.values())


def test_what_a_link_is_called() -> None:
    """What a screen reader says of a link is its tip in Word."""
    tree = body('<p id="bron-3"><a href="#bron-3" aria-label="bron 3">[3]</a></p>')

    assert "bron 3" == tree.find(f".//{W}hyperlink").get(f"{W}tooltip")


def test_what_an_abbreviation_stands_for() -> None:
    """The first time that an abbreviation occurs, Word shows what it stands for; later ones have the same look."""
    html = '<p><abbr title="Agentschap Voorbeeld">AV</abbr> en <abbr title="Agentschap Voorbeeld">AV</abbr></p>'
    tree = body(html)
    (link,) = tree.iter(f"{W}hyperlink")

    assert "Agentschap Voorbeeld" == link.get(f"{W}tooltip")
    assert link.get(f"{W}anchor") in {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}
    assert ["Afkorting", None, "Afkorting"] == [value(item, "rPr/rStyle") for item in tree.iter(f"{W}r")]


def test_every_internal_link_arrives() -> None:
    """The contents and the text link only to bookmarks that are there; each bookmark has its own name and number."""
    tree = body(HTML)
    names = [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]
    numbers = [mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkStart")]

    assert {link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")} - {None} <= set(names)
    assert sorted(set(names)) == sorted(names)
    assert len(numbers) == len(set(numbers))
    assert sorted(numbers) == sorted(mark.get(f"{W}id") for mark in tree.iter(f"{W}bookmarkEnd"))


def test_contents() -> None:
    """The contents are a field that Word can update, filled in with links. No reader is asked anything on opening."""
    contents = body(HTML).find(f".//{W}sdt")
    texts = ["".join(item.itertext(f"{W}t")) for item in contents.iter(f"{W}p")]

    assert ["Inhoud", "Leeswijzer", "Tabel"] == texts
    assert ["begin", "separate", "end"] == [mark.get(f"{W}fldCharType") for mark in contents.iter(f"{W}fldChar")]
    assert ' TOC \\o "1-1" \\h \\z \\u ' == contents.findtext(f".//{W}instrText")
    assert [value(item, "pPr/pStyle") for item in contents.iter(f"{W}p")] == ["TOCHeading", "TOC1", "TOC1"]
    assert b"updateFields" not in parts(made(HTML))["word/settings.xml"]


def test_contents_of_two_levels() -> None:
    """A list in a list of contents is a level deeper."""
    html = (
        '<nav role="doc-toc"><ol><li><a href="#a">A</a><ol><li><a href="#b">B</a></li></ol></li></ol></nav>'
        '<h2 id="a">A</h2><h3 id="b">B</h3>'
    )
    contents = body(html).find(f".//{W}sdt")

    assert ["TOC1", "TOC2"] == [value(item, "pPr/pStyle") for item in contents.iter(f"{W}p")]
    assert ' TOC \\o "1-2" \\h \\z \\u ' == contents.findtext(f".//{W}instrText")


def test_contents_without_headings() -> None:
    """Contents without a single entry are a whole field all the same."""
    marks = [mark.get(f"{W}fldCharType") for mark in body('<nav role="doc-toc"></nav>').iter(f"{W}fldChar")]

    assert ["begin", "separate", "end"] == marks


def test_page_numbers() -> None:
    """The number of a page is a field to a bookmark that is there."""
    tree = body(HTML)
    fields = [code.text for code in tree.iter(f"{W}instrText") if "PAGEREF" in code.text]
    names = {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}

    assert [" PAGEREF rij_1 \\h "] == fields
    assert "rij_1" in names
    assert "op blz. [blz.]." in folded("".join(tree.itertext(f"{W}t")))


def test_looks_of_words() -> None:
    """Literal words, another language, raised and bold text each have their own look; slanted text becomes plain."""
    tree = body(HTML)

    assert "Letterlijk" == _run_style(tree, "“letterlijk”")
    assert "en" == value(run(tree, "you said"), "rPr/lang")
    assert "superscript" == value(run(tree, "2"), "rPr/vertAlign")
    assert run(tree, "vet").find(f"{W}rPr/{W}b") is not None
    assert run(tree, " en schuin, op blz. ").find(f"{W}rPr") is None


def test_looks_go_together() -> None:
    """A run has one style; what other styles say of its letters is said of the run, and the last one wins."""
    html = '<p><span class="cite">zie <a href="https://v.example"><span class="lit">“dit”</span></a></span></p>'
    properties = run(body(html), "“dit”").find(f"{W}rPr")

    assert ["rStyle", "rFonts", "sz", "szCs"] == [item.tag.removeprefix(W) for item in properties]
    assert "Hyperlink" == properties[0].get(f"{W}val")
    assert "Cambria" == properties[1].get(f"{W}ascii")


def test_states_have_their_shape() -> None:
    """A state has its shape before its word: a drawing that no screen reader tells, so that no word is added."""
    data = made('<p><span class="state is-planned">gepland</span> x</p>')
    runs = list(body_of(data).iter(f"{W}r"))
    (drawn,) = _drawings(data)

    assert [None, None, "Toestand", None] == [value(item, "rPr/rStyle") for item in runs]
    assert ["", "\u00a0", "gepland", " x"] == ["".join(item.itertext(f"{W}t")) for item in runs]
    assert SIGNS["is-planned"] == drawn
    assert [None] == [item.get("descr") for item in body_of(data).iter(f"{DRAWING}docPr")]
    assert ["1"] == [item.get("val") for item in body_of(data).iter("{*}decorative")]


def test_a_shape_in_a_note() -> None:
    """The notes are a part of their own, with its own way to the picture."""
    call = '<p>x<a href="#n" role="doc-noteref">1</a></p>'
    data = made(f'{call}<div class="footnote"><ol><li id="n"><span class="state is-na">y</span></li></ol></div>')
    places = parts(data)["word/_rels/footnotes.xml.rels"]

    assert [SIGNS["is-na"]] == [parts(data)[f"word/{name.decode()}"] for name in re.findall(rb"media/[^\"]+", places)]


def test_a_shape_is_the_mark_of_its_item() -> None:
    """A list in which each item begins with a state has no other marks; it is a list all the same."""
    state = '<li><span class="state is-na">y</span></li>'
    marked = body(f"<ul>{state}{state}</ul>"), body(f"<ul>{state}<li>x</li></ul>")

    assert [["LijstMetVormen"] * 2, ["ListBullet"] * 2] == [
        [value(item, "pPr/pStyle") for item in tree.iter(f"{W}p") if item.find(f"{W}pPr/{W}numPr") is not None]
        for tree in marked
    ]


def test_a_line_that_leads_stays_with_what_it_leads() -> None:
    """A key fact of a story, and what stands above what was done, are not the last of a page."""
    tree = body('<p class="key"><b>46</b> besturen</p><p class="lead">Wat volgde:</p><p>Een gids.</p>')

    assert [True, True, False] == [item.find(f"{W}pPr/{W}keepNext") is not None for item in tree.iter(f"{W}p")][:3]


def test_a_row_that_heads_others_stays_with_them() -> None:
    """A row over several columns is not the last of a page, as the question above its parts."""
    tree = body('<table><tr><td colspan="2">kop</td></tr><tr><td>a</td><td>b</td></tr></table>')

    assert [True, False, False] == [item.find(f"{W}pPr/{W}keepNext") is not None for item in tree.iter(f"{W}p")][:3]


def _drawings(data: bytes) -> list[bytes]:
    """The pictures in a document, each once."""
    return [part for name, part in sorted(parts(data).items()) if name.startswith("word/media/")]


def test_a_shape_without_a_word_is_drawn() -> None:
    """The only part of a question has no letter, and a verdict all the same."""
    assert [SIGNS["is-na"]] == _drawings(made('<p><span class="cell is-na"><span>&nbsp;</span></span></p>'))


def test_shapes_side_by_side() -> None:
    """A line can end between two shapes with their letters, and not between a shape and its letter."""
    cell = '<span class="cell is-na"><span>{}</span></span>'
    text = "".join(body(f"<p>{cell.format('a')}{cell.format('b')}</p>").itertext())

    assert "\u00a0a \u00a0b" == text


def test_white_space_as_on_a_page() -> None:
    """Line ends of the source are spaces, a forced line end is one, and a no-break space stays."""
    (found,) = opened("<p>\n een\n  twee <strong> drie</strong><br>\n vier 66&nbsp;procent \n</p>").paragraphs

    assert "een twee drie\nvier 66\u00a0procent" == found.text


def test_typed_text() -> None:
    """Preformatted text keeps its line ends and spaces."""
    (found,) = opened("<pre><code>a\n  b</code></pre>").paragraphs

    assert "a\n  b" == found.text


@pytest.mark.parametrize(
    "html", ["", "<p> </p>", "<hr>", "<div>\n</div>", "</p></div>", "<!-- weg -->", "<table></table>"]
)
def test_nothing_to_read(html: str) -> None:
    """HTML without words gives no paragraphs."""
    assert [] == list(body(html).iter(f"{W}p"))


def test_quotations() -> None:
    """A quotation has a style of its own, also when all paragraphs of a part are one."""
    tree = body(
        '<blockquote><p>Citaat</p></blockquote><div class="prose quote"><p>Letterlijk</p><ul><li>x</li></ul></div>'
    )

    assert ["Quote"] * 3 == [value(paragraph(tree, text), "pPr/pStyle") for text in ("Citaat", "Letterlijk", "x")]


def test_words_for_screen_readers_only() -> None:
    """What a page hides from the eye is not printed."""
    html = '<h2 class="hidden">Kop</h2><p>een<span class="hidden"> twee</span></p><p aria-hidden="true">drie</p>'

    assert [("alinea", "een")] == word_blocks(made(html))


def test_a_language_holds_for_what_is_in_it() -> None:
    """The language of a part, a table or a caption is that of its words."""
    html = """<div lang="fr"><p>un</p></div>
    <table lang="en"><caption lang="de">eins</caption><tr><td>one</td></tr></table>
    <figure>loose<figcaption lang="fr">deux</figcaption></figure>"""
    tree = body(html)

    assert ["fr", "de", "en", None, "fr"] == [
        value(run(tree, text), "rPr/lang") for text in ("un", "eins", "one", "loose", "deux")
    ]


def test_an_element_without_a_rule_keeps_its_words() -> None:
    """What the contract does not know prints its words."""
    html = "<article><p>een</p><aside><p>twee</p>drie</aside></article><p><mark>vier</mark></p>"

    assert ["een", "twee", "drie", "vier"] == [words for _, words in word_blocks(made(html))]


# --- lists -----------------------------------------------------------------------------------------------------------


def test_lists_count_for_themselves() -> None:
    """Each ordered list starts where it says, a nested one is a level deeper, and an item's later text is indented."""
    data = parts(made(HTML))
    tree, numbering = etree.fromstring(data["word/document.xml"]), etree.fromstring(data["word/numbering.xml"])
    starts = {
        number.get(f"{W}numId"): value(number, "lvlOverride/startOverride") for number in numbering.iter(f"{W}num")
    }

    def place(text: str) -> tuple[str | None, str | None]:
        found = paragraph(tree, text)
        return value(found, "pPr/numPr/ilvl"), starts.get(value(found, "pPr/numPr/numId"))

    assert [("0", None), ("1", "1"), ("0", None)] == [place(text) for text in ("een", "diep", "twee")]
    assert [("0", "3"), ("0", "3"), ("0", "1")] == [place(text) for text in ("a", "b", "c")]
    assert "360" == paragraph(tree, "vervolg").find(f"{W}pPr/{W}ind").get(f"{W}left")
    assert ["ListBullet", "ListNumber"] == [value(paragraph(tree, text), "pPr/pStyle") for text in ("een", "diep")]


def test_an_item_without_text_of_its_own() -> None:
    """An item that begins with a list or a table has its mark all the same, and keeps what it holds."""
    html = "<ul><li><ul><li>diep</li></ul></li><li><table><tr><td>cel</td></tr></table></li></ul>"
    tree = body(html)
    marks = [value(item, "pPr/numPr/ilvl") for item in tree.iter(f"{W}p")]

    assert ["0", "1", "0", None, None] == marks
    assert html_blocks(html) == word_blocks(made(html))


# --- tables ----------------------------------------------------------------------------------------------------------


def test_tables() -> None:
    """A table has a head row that repeats, rows that are not cut, and a title for screen readers."""
    tree = body(HTML)
    rows = tree.find(f".//{W}tbl").findall(f"{W}tr")

    assert ["Onderwerp", "Waarde", "Woorden"] == [cell.text for cell in opened(HTML).tables[0].rows[0].cells]
    assert [True, False, False] == [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert "Metingen" == value(tree.find(f".//{W}tbl"), "tblPr/tblCaption")
    assert "Caption" == value(paragraph(tree, "Metingen"), "pPr/pStyle")
    assert "Tabelkop" == value(paragraph(tree, "Onderwerp"), "pPr/pStyle")


@pytest.mark.parametrize(
    ("rows", "first_row", "first_column", "flags"),
    [
        ("<thead><tr><th>A</th></tr></thead><tbody><tr><th>B</th></tr></tbody>", "1", "1", "06A0"),
        ("<thead><tr><th>A</th></tr></thead><tbody><tr><td>B</td></tr></tbody>", "1", "0", "0620"),
        ("<tbody><tr><th>B</th><td>C</td></tr></tbody>", "0", "1", "0680"),
    ],
)
def test_heads_of_a_table(rows: str, first_row: str, first_column: str, flags: str) -> None:
    """The style of the table knows whether its first row and its first column are heads."""
    look = body(f"<table>{rows}</table>").find(f".//{W}tblLook")

    assert [first_row, first_column, flags] == [look.get(f"{W}{name}") for name in ("firstRow", "firstColumn", "val")]


def test_cells() -> None:
    """Cells say what people read: precision, the word of an absence, and its reason behind it."""
    tree = body(HTML)
    first, second = opened(HTML).tables[0].rows[1:]

    assert "ongeveer 66%" == first.cells[1].text
    assert "niet vermeld Te klein" == folded(second.cells[1].text)
    assert "Letterlijk" == _run_style(tree, "“tevreden”")
    assert run(tree, "Toon").find(f"{W}rPr/{W}b") is not None


def test_numbers_are_aligned() -> None:
    """A number stands at the right of its column; an absence with its reason reads from the left."""
    tree = body(HTML)

    assert "right" == value(paragraph(tree, "ongeveer 66%"), "pPr/jc")
    assert value(paragraph(tree, "niet vermeld Te klein"), "pPr/jc") is None
    assert "center" == value(paragraph(body('<table><tr><td class="c">x</td></tr></table>'), "x"), "pPr/jc")


def test_spans() -> None:
    """A cell over columns or rows does so in Word; a row that is too short is filled up."""
    html = """<table><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><td>C</td><td>D</td></tr>
    <tr><td>E</td></tr></table>"""
    rows = body(html).find(f".//{W}tbl").findall(f"{W}tr")

    def spans(row: etree._Element) -> list[tuple[str, str | None, str | None]]:
        cells = row.findall(f"{W}tc")
        merged = [cell.find(f"{W}tcPr/{W}vMerge") for cell in cells]
        return [
            (
                "".join(cell.itertext(f"{W}t")),
                value(cell, "tcPr/gridSpan"),
                None if merge is None else merge.get(f"{W}val", ""),
            )
            for cell, merge in zip(cells, merged, strict=True)
        ]

    assert [("A", None, "restart"), ("B", "2", None)] == spans(rows[0])
    assert [("", None, ""), ("C", None, None), ("D", None, None)] == spans(rows[1])
    assert [("E", None, None), ("", None, None), ("", None, None)] == spans(rows[2])


def test_a_span_longer_than_its_table() -> None:
    """Rows that a cell claims and that are not there do no harm; a row with nothing of its own is one."""
    html = '<table><tr><td rowspan="9">A</td><td>B</td></tr><tr></tr><tr><td>C</td></tr></table>'

    assert [2, 2, 2] == [len(row.findall(f"{W}tc")) for row in body(html).iter(f"{W}tr")]


def test_terms() -> None:
    """Terms with what they mean are a table of two columns, the term as head of its row."""
    html = """<dl><div id="a"><dt>Doel</dt><dd>Luisteren</dd><dd>Leren</dd></div><dt>Kosten</dt><dd>x</dd></dl>
    <a href="#a">y</a>"""
    tree = body(html)
    cells = [[" ".join(cell.itertext(f"{W}t")) for cell in row.iter(f"{W}tc")] for row in tree.iter(f"{W}tr")]

    assert [["Doel", "Luisteren Leren"], ["Kosten", "x"]] == cells
    assert run(tree, "Doel").find(f"{W}rPr/{W}b") is not None
    assert "a" == tree.find(f".//{W}tc//{W}bookmarkStart").get(f"{W}name")


def test_a_caption_for_screen_readers_only() -> None:
    """A caption that a page hides, because a heading says the same, is the title of the table and not printed."""
    html = '<table><caption class="hidden">Metingen</caption><tr><td>x</td></tr></table>'

    assert "Metingen" == value(body(html).find(f".//{W}tbl"), "tblPr/tblCaption")
    assert [("cel", "x")] == word_blocks(made(html))


def test_cells_with_blocks() -> None:
    """A cell can hold headings, lists, quotations and tables; it ends in a paragraph, also when it is empty."""
    html = """<table><tr><td><h3>Kop</h3><blockquote><p>Citaat</p></blockquote><ul><li>punt<p>vervolg</p></li></ul>
    <table><caption>Binnen</caption><tr><th>diep</th><td>1</td></tr></table></td><td></td></tr></table>"""
    tree = body(html)
    widths = [sum(int(column.get(f"{W}w")) for column in grid) for grid in tree.iter(f"{W}tblGrid")]

    assert html_blocks(html) == word_blocks(made(html))
    assert all(cell[-1].tag == f"{W}p" for cell in tree.iter(f"{W}tc"))
    assert "Letterlijk" == _run_style(tree, "Citaat")
    assert UPRIGHT == widths[0]
    assert widths[1] < int(tree.find(f".//{W}tcW").get(f"{W}w"))


def test_two_tables_stay_two() -> None:
    """Two tables without captions do not run into one another, and the body does not end in a table."""
    tree = body("<table><tr><td>A</td></tr></table>" * 2)

    assert ["tbl", "p", "tbl", "p", "sectPr"] == [child.tag.removeprefix(W) for child in tree]


def test_text_keeps_its_distance_from_a_table() -> None:
    """What follows a table stands at some distance; a heading and a remark have space above them already."""
    table = "<table><tr><td>A</td></tr></table>"
    tree = body(f'{table}<p>na</p>{table}<p class="remark">noot</p>{table}<h2>kop</h2>')
    spaces = [paragraph(tree, text).find(f"{W}pPr/{W}spacing") for text in ("na", "noot", "kop")]

    assert ["180", None, None] == [None if space is None else space.get(f"{W}before") for space in spaces]


def test_tables_with_many_words_take_small_type() -> None:
    """A table whose words do not fit takes smaller letters before it breaks them."""
    styles = [
        value(
            paragraph(body(f"<table><thead><tr>{f'<th>{LONG}</th>' * count}</tr></thead></table>"), LONG), "pPr/pStyle"
        )
        for count in (4, 1)
    ]

    assert ["TabelkopKlein", "Tabelkop"] == styles


def test_a_word_longer_than_any_leaves_room_for_others() -> None:
    """It may break, with a hyphen where it does; the other columns keep the usual letters and room for their words."""
    word = "hottentottententententoonstellingenbezoekersaantallen"
    html = (
        f"<table><tr><th>{word}</th><td>verantwoordelijkheid</td><td>toegankelijkheid</td><td>gepland</td></tr></table>"
    )
    tree = body(html)
    columns = [int(column.get(f"{W}w")) for column in tree.find(f".//{W}tblGrid")]
    cell = tree.find(f".//{W}tc")

    assert "Tabeltekst" == value(paragraph(tree, "verantwoordelijkheid"), "pPr/pStyle")
    assert [True] * 3 == [width >= (letters + 3) * 98 for width, letters in zip(columns[1:], (20, 16, 7), strict=True)]
    assert 2 == len(list(cell.iter(f"{W}softHyphen")))
    assert html_blocks(html) == word_blocks(made(html))


WIDE = f"<table><thead><tr>{f'<th>{LONG}</th>' * 6}</tr></thead></table>"


def test_wide_tables_turn_the_page() -> None:
    """A table whose words fit in no type goes to a turned page, with what introduces it and the remark under it."""
    html = f'<p>voor</p><h2>Kop</h2>{WIDE}{WIDE}<p class="remark">Noot</p><p>na</p>'
    tree, document = body(html), opened(html)
    sections = list(tree.iter(f"{W}sectPr"))
    ends = ["".join(child.itertext(f"{W}t")) for child in tree if child.find(f"{W}pPr/{W}sectPr") is not None]

    assert [None, "landscape", None] == [section.find(f"{W}pgSz").get(f"{W}orient") for section in sections]
    assert ["voor", "Noot"] == ends
    assert {TURNED} == {sum(int(column.get(f"{W}w")) for column in grid) for grid in tree.iter(f"{W}tblGrid")}
    assert [210, 297, 210] == [round(section.page_width.mm) for section in document.sections if section.page_width]
    assert "Pagina  van" in document.sections[1].footer.paragraphs[0].text  # fields are no text to this library


@pytest.mark.parametrize(("before", "after"), [("", ""), ("<p>x</p>", ""), ("", "<p>x</p>"), (FIGURE, "")])
def test_turned_pages_at_the_ends(before: str, after: str) -> None:
    """A turned page at the start or the end of a document leaves no empty page."""
    tree = body(f"{before}{WIDE}{after}")
    turned = [section.find(f"{W}pgSz").get(f"{W}orient") for section in tree.iter(f"{W}sectPr")]

    assert [None] * bool(before) + ["landscape"] + [None] * bool(after) == turned
    assert tree[-1].tag == f"{W}sectPr"


# --- figures, pages --------------------------------------------------------------------------------------------------


def test_figures() -> None:
    """A picture has its alternative text in the drawing, a number of its own, and the width of the text."""
    tree = body(HTML.replace("<p>Slot</p>", FIGURE.replace("a.svg", "b.svg")))
    drawings = [item for item in tree.iter(f"{DRAWING}inline") if item.find(f"{DRAWING}docPr").get("descr")]
    properties = [drawing.find(f"{DRAWING}docPr") for drawing in drawings]

    assert ["Ongeveer 66 & meer"] * 2 == [item.get("descr") for item in properties]
    assert 2 == len({item.get("id") for item in properties})
    assert [150, 150] == [round(int(drawing.find(f"{DRAWING}extent").get("cx")) / 36_000) for drawing in drawings]
    edges = {drawing.get(f"dist{side}") for drawing in drawings for side in "TBLR"}
    assert {"0"} == edges, "without them LibreOffice puts a picture 3 mm to the right"
    assert "Figuurbijschrift" == value(paragraph(tree, "Tevreden besturen"), "pPr/pStyle")
    assert paragraph(tree, "Tevreden besturen").getprevious().find(f"{W}pPr/{W}keepNext") is not None


def test_a_logo_and_a_photograph_are_small() -> None:
    """They are as large as on paper, whatever their shape: a logo 16 mm high and 60 mm wide at most."""
    html = '<figure class="{}"><img src="charts/a.svg" alt="x" width="{}" height="{}"></figure>'
    wide = [("logo", 400, 100), ("logo", 100, 400), ("photo", 400, 100), ("photo", 100, 400), ("figure", 400, 100)]
    sizes = [next(body(html.format(*size)).iter(f"{DRAWING}extent")).get("cx") for size in wide]

    assert [60, 4, 75, 14, 150] == [round(int(size) / 36_000) for size in sizes]


@pytest.mark.parametrize(
    ("picture", "codes"),
    [
        ('<img src="charts/a.svg">', ["P028"]),
        ('<img src="charts/a.svg" alt="">', []),
        ('<img src="charts/weg.svg" alt="Er is iets">', ["P011"]),
    ],
)
def test_a_figure_needs_words(picture: str, codes: list[str]) -> None:
    """A picture without words, or one that is not there, is told; a picture that adds nothing is left out."""
    data, found = docx_bytes(f"<p>x</p>{picture}", template=template(), pictures=PICTURES, signs=SIGNS, epoch=EPOCH)

    assert codes == [item.code for item in found]
    assert [("alinea", "x")] == word_blocks(data)


def test_no_paragraph_is_empty() -> None:
    """Distance is a matter of style: no paragraph is there to make room."""
    for item in body(HTML).findall(f"{W}p"):
        assert "".join(item.itertext()) or item.find(f".//{W}drawing") is not None


# --- footnotes -------------------------------------------------------------------------------------------------------


def test_notes_are_footnotes() -> None:
    """A note stands at the foot of its page, with its links; its list and the way back, for screens, are left out."""
    html = str(
        block("Tekst[^1] en meer[^2].\n\n[^1]: De *noot*, [bron](https://v.example/).\n\n[^2]: Twee.", prefix="x")
    )
    data = made(html)
    found = parts(data)
    calls = [item.get(f"{W}id") for item in body(html).iter(f"{W}footnoteReference")]

    assert [("alinea", "Tekst en meer.")] == word_blocks(data) == html_blocks(html)
    assert ["De noot, bron.", "Twee."] == word_notes(data) == html_notes(html)
    assert ["1", "2"] == calls
    assert [" ", "De noot, ", "bron", ".\u00a0"] == [
        "".join(item.itertext(f"{W}t")) for item in etree.fromstring(found["word/footnotes.xml"])[2].iter(f"{W}r")
    ][1:]
    assert b'Target="https://v.example/"' in found["word/_rels/footnotes.xml.rels"]
    assert b"https://v.example/" not in found["word/_rels/document.xml.rels"]


def test_a_note_that_is_called_twice() -> None:
    """The second call has the number of the first: Word has one call for each note."""
    tree = body(str(block("Een[^1] en twee[^1].\n\n[^1]: Noot.", prefix="x")))
    codes = [code.text for code in tree.iter(f"{W}instrText")]

    assert ["1"] == [item.get(f"{W}id") for item in tree.iter(f"{W}footnoteReference")]
    assert [" NOTEREF _Noot1 \\f \\h "] == codes
    assert "_Noot1" in {mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")}


def test_a_note_is_no_place_to_link_to() -> None:
    """A footnote has no bookmark: a link to one that is not its call is text."""
    html = str(block("Tekst[^1].\n\n[^1]: Noot.", prefix="x")) + '<p><a href="#x-noot-1">daar</a></p>'

    assert [] == list(body(html).iter(f"{W}hyperlink"))


def test_notes_number_on() -> None:
    """Two texts that each begin at note 1 are one series in Word."""
    html = "".join(str(block(f"Tekst[^1].\n\n[^1]: Noot {name}.", prefix=name)) for name in ("a", "b"))

    assert ["Noot a.", "Noot b."] == word_notes(made(html))


def test_a_note_within_a_note() -> None:
    """Word has no footnote in a footnote: the note stays in a list, under its own number, and the link leads there."""
    html = str(block("Tekst[^1].\n\n[^1]: Zie[^2].\n\n[^2]: Diep.", prefix="x"))
    data = made(html)
    notes = parts(data)["word/footnotes.xml"].decode()

    assert ("punt", "Diep.") in word_blocks(data)
    assert ["Zie2."] == word_notes(data)
    assert 'w:anchor="x_noot_2"' in notes
    assert "x_noot_2" in {mark.get(f"{W}name") for mark in body(html).iter(f"{W}bookmarkStart")}
    assert b'<w:startOverride w:val="2"/>' in parts(data)["word/numbering.xml"]


def test_a_note_with_a_list() -> None:
    """A note can hold a list, which stands in it and nowhere else."""
    html = str(block("Tekst[^1].\n\n[^1]: Noot:\n\n    - een\n    - twee", prefix="x"))

    assert [("alinea", "Tekst.")] == word_blocks(made(html))
    assert ["Noot: een twee"] == word_notes(made(html))


def test_a_note_in_a_cell() -> None:
    """A cell of a table can call a note."""
    html = str(block("| a | b |\n|---|--:|\n| x[^1] | 1 |\n\n[^1]: Noot.", prefix="x"))

    assert html_blocks(html) == word_blocks(made(html))
    assert ["Noot."] == word_notes(made(html))


# --- around the text -------------------------------------------------------------------------------------------------


def test_header_and_footer() -> None:
    """Each page says who sends it and has its number, and a draft says so on each page and in its properties."""
    found = parts(made(HTML))
    footer = etree.fromstring(found["word/footer1.xml"])
    final = parts(made(HTML.replace('<p class="draft">Ontwerp</p>', "")))

    assert "voorbeeld.examplePagina 1 van 1" == "".join(footer.itertext(f"{W}t"))
    assert ["PAGE", "NUMPAGES"] == [field.get(f"{W}instr").strip() for field in footer.iter(f"{W}fldSimple")]
    for section in opened(HTML).sections:
        assert "Voorbeeldland Agentschap\tOntwerp" == section.header.paragraphs[0].text
    assert "Ontwerp" == opened(HTML).core_properties.content_status
    assert b"Ontwerp" not in final["word/header1.xml"] + final["word/header2.xml"] + final["docProps/core.xml"]


def test_page_and_language() -> None:
    """A4 with the margins of the annex, in Dutch as written in Belgium, without compatibility mode."""
    section = opened(HTML).sections[0]
    found = parts(made(HTML))
    margins = (section.top_margin, section.right_margin, section.bottom_margin, section.left_margin)

    assert [210, 297] == [round(size.mm) for size in (section.page_width, section.page_height) if size]
    assert [20, 30, 25, 30] == [round(size.mm) for size in margins if size]
    assert b'<w:lang w:val="nl-BE"' in found["word/styles.xml"]
    assert b'<w:themeFontLang w:val="nl-BE"/>' in found["word/settings.xml"]
    assert b'w:name="compatibilityMode"' in found["word/settings.xml"]


def test_properties() -> None:
    """Title, publisher, language and one date; no other name, no program, no picture of the first page."""
    found = parts(made(HTML))
    core = opened(HTML).core_properties

    assert ("Bijlage & meer", "Agentschap Voorbeeld", "nl-BE") == (core.title, core.author, core.language)
    assert "Over tevredenheid" == core.subject
    assert ("", "Agentschap Voorbeeld", 0) == (core.comments, core.last_modified_by, core.revision)
    assert {b"2026-11-23T00:00:00Z"} == set(re.findall(rb"\d{4}-\d\d-\d\dT[\d:]+Z", found["docProps/core.xml"]))
    assert b"python-docx" not in b"".join(found.values())
    assert not [name for name in found if "thumbnail" in name or "customXml" in name]


def test_every_style_is_defined() -> None:
    """The document uses only styles that it has."""
    found = parts(made(HTML))
    defined = {style.get(f"{W}styleId") for style in etree.fromstring(found["word/styles.xml"]).iter(f"{W}style")}
    names = ("document", "header1", "footer2", "footnotes", "styles")
    kinds = {f"{W}{kind}" for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next")}
    trees = [etree.fromstring(found[f"word/{name}.xml"]) for name in names]

    assert {item.get(f"{W}val") for tree in trees for item in tree.iter() if item.tag in kinds} <= defined


def test_archive() -> None:
    """Entries are sorted and have one date."""
    with zipfile.ZipFile(BytesIO(made(HTML))) as archive:
        entries = archive.infolist()

    assert sorted(entry.filename for entry in entries) == [entry.filename for entry in entries]
    assert {(2026, 11, 23, 0, 0, 0)} == {entry.date_time for entry in entries}


# --- anything --------------------------------------------------------------------------------------------------------


@given(TEXTS)
@settings(max_examples=50)
def test_any_text(text: str) -> None:
    """Any text comes back as it went in, with a visible sign for what a document cannot hold."""
    html = f"<h2>{escape(text)}</h2><p>{escape(text)}</p><pre>{escape(text)}</pre>"
    line = folded(visible(text.replace("\f", " ")))  # which is white space in HTML
    shown = [line, line, folded(visible(text))]

    assert [words for words in shown if words] == [words for _, words in word_blocks(made(html))]


@given(st.text())
@settings(max_examples=50)
def test_no_word_of_an_author_is_lost(text: str) -> None:
    """Whatever an author types, every word that the page shows is in the document."""
    html = str(block(text, prefix="x"))

    assert html_blocks(html) == word_blocks(made(html))
    assert html_notes(html) == word_notes(made(html))


@given(st.lists(st.text(min_size=1), unique=True, max_size=8))
@settings(max_examples=30)
def test_any_anchors(anchors: list[str]) -> None:
    """Whatever the anchors, their bookmarks have allowed names of their own and links arrive."""
    headings = "".join(f'<h2 id="{escape(anchor)}">Kop</h2>' for anchor in anchors)
    links = "".join(f'<p><a href="#{escape(anchor)}">naar</a></p>' for anchor in anchors)
    tree = body(headings + links)
    names = [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]

    assert [link.get(f"{W}anchor") for link in tree.iter(f"{W}hyperlink")] == names
    assert len(anchors) == len({name.casefold() for name in names})
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in names)


def test_an_anchor_stands_in_one_place() -> None:
    """When two blocks claim one anchor, the first has it: a bookmark that stands twice is damage to Word."""
    tree = body('<h2 id="x">Een</h2><p id="x">twee</p><a href="#x">naar</a>')

    assert ["x"] == [mark.get(f"{W}name") for mark in tree.iter(f"{W}bookmarkStart")]


def test_same_bytes_in_another_process() -> None:
    """Clock, time zone, locale and hash seed of the machine leave no trace."""
    program = "import hashlib; from tests.test_word_docx import *; print(hashlib.sha256(made(HTML + WIDE)).hexdigest())"
    expected = hashlib.sha256(made(HTML + WIDE)).hexdigest()

    for seed, zone in (("1", "Pacific/Auckland"), ("2", "America/New_York")):
        environment = os.environ | {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"}
        result = subprocess.run(
            [sys.executable, "-c", program], cwd=ROOT, env=environment, capture_output=True, check=True, text=True
        )

        assert expected == result.stdout.strip()


@pytest.mark.parametrize("field", ["title", "author", "subject", "content_status"])
def test_a_property_holds_what_there_is_room_for(field: str) -> None:
    """Words of an author have no bound of 255 characters; those of a property have, and the document keeps them all."""
    long, least = "woord " * 60, "woord " * 40
    head = f'<title>{long}</title><meta name="author" content="{long}"><meta name="description" content="{long}">'
    document = opened(f"<html><head>{head}</head><body><p class='draft'>{long}</p><h1>{long}</h1></body></html>")
    said = getattr(document.core_properties, field)

    assert said.startswith(least.strip())
    assert said.endswith("…")
    assert len(said) <= 255
    assert long.strip() in {paragraph.text.strip() for paragraph in document.paragraphs}


def test_a_title_and_its_subject_are_two_lines() -> None:
    """Each is a paragraph in its own style, so that neither is set as large as the other."""
    tree = body('<h1 id="top">Toelichting <span class="subject">Water in <b>de stad</b></span></h1><p>Verder</p>')
    styles = {words: value(paragraph(tree, words), "pPr/pStyle") for words in ("Toelichting", "Water in de stad")}

    assert {"Toelichting": "Title", "Water in de stad": "Onderwerp"} == styles
