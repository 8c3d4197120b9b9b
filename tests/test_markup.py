"""What authors type comes out as the few elements that a page expects, whatever they type."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from fontTools.ttLib import TTFont
from hypothesis import example, given
from hypothesis import strategies as st
from markupsafe import Markup

from weerklank.markup import LONGEST, bare, block, inline, plain, record_links, refused_links, too_complex, unlinked
from weerklank.model import Ref

ELEMENTS: dict[str, set[str]] = {
    **{tag: {"id"} for tag in ("h3", "h4", "h5", "h6", "li", "sup")},
    **{tag: set() for tag in ("p", "ul", "blockquote", "pre", "code", "em", "strong", "hr", "br")},
    **{tag: set() for tag in ("table", "thead", "tbody", "tr")},
    "ol": {"start"},
    "td": {"class"},
    "th": {"class", "scope"},
    "a": {"href", "rel", "class", "role", "aria-label"},
    "abbr": {"title"},
    "span": {"class", "lang"},
    "div": {"class"},
}
"""All that may ever reach a page, written here a second time on purpose."""

PHRASES = {"a", "strong", "span", "code"}


def tree(html: str) -> Element:
    """The tree that a browser makes of a fragment."""
    parser = html5lib.HTMLParser(tree=html5lib.getTreeBuilder("etree"), namespaceHTMLElements=False)
    root = parser.parseFragment(html)
    assert isinstance(root, Element)
    return root


def elements(html: str) -> Iterator[Element]:
    """Every element of a fragment, its root left out."""
    return (element for element in tree(html).iter() if element.tag != "DOCUMENT_FRAGMENT")


def text_of(html: str) -> str:
    """The text that a reader sees."""
    return "".join(tree(html).itertext())


def assert_allowed(html: str, *, prefix: str = "") -> None:
    """No element, attribute, class or address but the allowed ones, ids unique and with their prefix."""
    ids = [element.get("id", "") for element in elements(html) if element.get("id")]
    assert len(set(ids)) == len(ids)
    assert all(name.startswith(f"{prefix}-") for name in ids)
    for element in elements(html):
        assert isinstance(element.tag, str), "a comment"
        assert element.tag in ELEMENTS
        assert set(element.attrib) <= ELEMENTS[element.tag]
        assert element.get("class", "n") in {"n", "c", "lit", "footnote", "footnote-ref", "footnote-backref"}
        address = element.get("href", "https://")
        assert re.match(r"https?://|mailto:|site:[a-z]+:[a-z0-9-]+$|#", address)
        assert not address.startswith("#") or address[1:] in ids


# --- blocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("Een zin.", "<p>Een zin.</p>"),
        ("Een\n\nTwee", "<p>Een</p>\n<p>Twee</p>"),
        ("**vet** en *schuin*", "<p><strong>vet</strong> en <em>schuin</em></p>"),
        ("een_woord_met_strepen", "<p>een_woord_met_strepen</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a\n4. b", '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>'),
        ("> citaat", "<blockquote>\n<p>citaat</p>\n</blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("AT&T &amp; co", "<p>AT&amp;T &amp; co</p>"),
        (r"\*geen ster\*", "<p>*geen ster*</p>"),
        ("{{ 7*7 }} {% raw %}", "<p>{{ 7*7 }} {% raw %}</p>"),
        ("", ""),
    ],
)
def test_markdown(text: str, html: str) -> None:
    """The usual Markdown gives the usual HTML; braces of templates are text."""
    assert html == block(text, prefix="t")


def test_blocks_are_safe_strings() -> None:
    """Only what the cleaner let through is trusted by templates."""
    assert isinstance(block("a", prefix="t"), Markup)
    assert isinstance(inline("a"), Markup)


@pytest.mark.parametrize(
    ("base", "levels"),
    [(2, ["h2", "h2", "h3", "h4", "h3", "h4"]), (3, ["h3", "h3", "h4", "h5", "h4", "h5"]), (6, ["h6"] * 6)],
)
def test_headings_shift_without_gaps(base: int, levels: list[str]) -> None:
    """`#` and `##` become the base level, and no level is skipped on the way down."""
    text = "# a\n\n## b\n\n##### c\n\n###### d\n\n### e\n\n###### f"
    assert levels == [element.tag for element in elements(block(text, prefix="t", base=base))]


def test_ids_of_headings_are_unique() -> None:
    """Equal headings get numbers, a heading without letters gets a name, all get the prefix."""
    html = block("## Één deel\n\n## Eén deel\n\n## één-deel-2\n\n## !", prefix="over")
    assert ["over-een-deel", "over-een-deel-2", "over-een-deel-2-2", "over-kop"] == [
        element.get("id") for element in elements(html)
    ]


def test_links_to_own_headings() -> None:
    """A link to a heading of the same text follows its prefix; a link to a heading that is not there is text."""
    html = block("## Eén deel\n\n[daar](#een-deel) en [nergens](#x)", prefix="t")
    assert ["#t-een-deel"] == [element.get("href") for element in elements(html) if element.tag == "a"]
    assert "daar en nergens" in text_of(html)


def test_tables() -> None:
    """Column heads have a scope, alignment is a class, an empty head is no head."""
    html = block("| | getal | midden |\n|---|--:|:-:|\n| a | 1 | 2 |", prefix="t")
    cells = [(cell.tag, cell.get("scope"), cell.get("class")) for cell in elements(html) if cell.tag in ("td", "th")]
    assert [
        ("td", None, None),
        ("th", "col", "n"),
        ("th", "col", "c"),
        ("td", None, None),
        ("td", None, "n"),
        ("td", None, "c"),
    ] == cells


def test_footnotes() -> None:
    """Notes are numbered, lead to and fro within their prefix, and say so in Dutch; without a call, no way back."""
    html = block("A[^x] en B[^y z] en weer[^x].\n\n[^x]: Noot x.\n[^y z]: Noot y.\n[^los]: Los.", prefix="t")
    assert_allowed(html, prefix="t")
    assert ["t-noot-1", "t-noot-2", "t-noot-3"] == [item.get("id") for item in elements(html) if item.tag == "li"]
    links = [(link.get("href"), link.get("role"), link.get("aria-label")) for link in elements(html) if link.tag == "a"]
    assert [
        ("#t-noot-1", "doc-noteref", None),
        ("#t-noot-2", "doc-noteref", None),
        ("#t-noot-1", "doc-noteref", None),
        ("#t-nootverwijzing-1", "doc-backlink", "Terug naar de tekst (noot 1)"),
        ("#t-nootverwijzing2-1", "doc-backlink", "Terug naar de tekst (noot 1)"),
        ("#t-nootverwijzing-2", "doc-backlink", "Terug naar de tekst (noot 2)"),
    ] == links


def test_signs_of_footnotes_can_be_printed() -> None:
    """Every font that we carry has the sign of the way back: an annex can hold a note."""
    signs = {ord(sign) for sign in block("A[^1]\n\n[^1]: B", prefix="t") if not sign.isascii()}
    assert set() != signs
    for path in (Path(__file__).parent.parent / "templates" / "assets" / "fonts").glob("*.woff2"):
        assert signs - {0xA0} <= TTFont(path).getBestCmap().keys(), path


def test_texts_do_not_leak_into_one_another() -> None:
    """Footnotes, abbreviations and link definitions of one text are unknown in the next."""
    block("A[^1] BBC [x][y]\n\n[^1]: Noot.\n\n*[BBC]: cyclus\n\n[y]: https://voorbeeld.be", prefix="t")
    assert "<p>A[^1] BBC [x][y]</p>" == block("A[^1] BBC [x][y]", prefix="t")


def test_abbreviations() -> None:
    """An abbreviation is explained wherever it stands as a word."""
    html = block("BBC en BBCx\n\n*[BBC]: Beleids- en beheerscyclus", prefix="t")
    assert '<p><abbr title="Beleids- en beheerscyclus">BBC</abbr> en BBCx</p>' == html


# --- words of a source, other languages, spaces ----------------------------------------------------------------------


@pytest.mark.parametrize("convert", [lambda text: block(text, prefix="t"), inline], ids=["block", "inline"])
@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("“woorden”", '<span class="lit">“woorden”</span>'),
        ("“een **vet** woord”", '<span class="lit">“een <strong>vet</strong> woord”</span>'),
        ("**“vet”**", '<strong><span class="lit">“vet”</span></strong>'),
        ("“a” en “b”", '<span class="lit">“a”</span> en <span class="lit">“b”</span>'),
        ("“a “b” c”", '“a <span class="lit">“b”</span> c”'),
        ("“open", "“open"),
        ("`“code”`", "<code>“code”</code>"),
        ('"recht"', '"recht"'),
        ("[[fr: les mots]]", '<span lang="fr">les mots</span>'),
        ("[[nl-BE: “woorden”]]", '<span lang="nl-BE"><span class="lit">“woorden”</span></span>'),
        ("[[Fr: x]]", "[[Fr: x]]"),
        ("[x](initiatief:heerlijk-helder)", '<a href="site:initiatief:heerlijk-helder">x</a>'),
        ("[x](https://a.be/?b=1&c=2)", '<a href="https://a.be/?b=1&amp;c=2" rel="external">x</a>'),
        ("[x](mailto:dienst@voorbeeld.be)", '<a href="mailto:dienst@voorbeeld.be">x</a>'),
        ("![alt](https://a.be/b.png)", "alt"),
        ("[x](javascript:alert)", "x"),
        ("[x](initatief:y)", "x"),
        ("[x](site:initiatief:y)", "x"),
        ("[x](../y.html)", "x"),
        ("[x](//a.be)", "x"),
    ],
)
def test_marks_of_our_own(convert: object, text: str, html: str) -> None:
    """Quotations, other languages, records and links read the same in a block and in a line; the rest is text."""
    assert callable(convert)
    made = str(convert(text)).removeprefix("<p>").removesuffix("</p>")
    assert html == made.replace("&#34;", '"')


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("ongeveer 66 procent", "ongeveer 66~procent"),
        ("12 februari 2020", "12~februari 2020"),
        ("€ 5 en 3 miljoen euro", "€~5 en 3~miljoen euro"),
        ("vraag nr. 12 en art. 3", "vraag nr.~12 en art.~3"),
        ("zo staat het er (al. 12, 14)", "zo staat het er (al.~12, 14)"),
        ("in 2025 2 140 van 1 234 567 mensen", "in 2025 2~140 van 1~234~567 mensen"),
        ("kostte 14 600 euro, 12 345,60", "kostte 14~600~euro, 12~345,60"),
        ("in 2024 690 en 12 1234", "in 2024 690 en 12 1234"),
        ("12 procenten", "12 procenten"),
        ("66 burgers", "66 burgers"),
    ],
)
def test_spaces_that_bind(text: str, bound: str) -> None:
    """A number stays with its unit, a day with its month."""
    assert bound == text_of(block(text, prefix="t")).replace("\u00a0", "~")
    assert bound == text_of(inline(text)).replace("\u00a0", "~")


def test_code_is_left_alone() -> None:
    """Spaces in code stay what they are."""
    assert "\u00a0" not in text_of(block("`66 procent`", prefix="t"))


# --- inline ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["# kop", "- punt", "1. Wanneer?", "> citaat", "a | b", "een_twee_drie", "2 * 3 * 4", "<b>", "&amp;", "    vier"],
)
def test_a_line_has_no_blocks(text: str) -> None:
    """In a title or summary nothing is a heading, list or table, and HTML is text: it is shown as typed."""
    assert text == text_of(inline(text))


def test_a_line_is_one_line() -> None:
    """A line end is a space."""
    assert "a b" == inline("a\nb")


# --- links -----------------------------------------------------------------------------------------------------------


def test_record_links() -> None:
    """Every record that a text leads to, once, also through a definition; an unknown kind is reported, not dropped."""
    text = "[a](initiatief:x) [b](bron:y-2) [a](initiatief:x) [c][d] `[e](bron:z)` [f](initatief:x)\n\n[d]: vraag:v"
    assert (Ref("initiatief", "x"), Ref("bron", "y-2"), Ref("vraag", "v"), Ref("initatief", "x")) == record_links(text)


def test_refused_links() -> None:
    """Destinations that lead nowhere are reported as typed."""
    text = (
        "[a](javascript:alert) [b](../x) [c](https://a.be) [d](#weg) ![e](plaatje.png) [f](bron:y) [g](mailto:x@y.be)"
        "\n\n## Hier\n\n[h](#hier)"
    )
    assert ("javascript:alert", "../x", "#weg", "!plaatje.png") == refused_links(text)


def test_a_link_is_taken_out_with_its_words_left() -> None:
    """However a link is written, its words stay and it leads nowhere; other links and the rest of the text stay."""
    text = (
        "[a](initiatief:x) [b](bron:y-2) [c]( <initiatief:x> ) [d][e] [f](initiatief:x-2) initiatief:x\n\n"
        '[g](initiatief:x "Titel")\n\n[e]: initiatief:x\n'
    )
    left = unlinked(text, {Ref("initiatief", "x")})

    assert (Ref("bron", "y-2"), Ref("initiatief", "x-2")) == record_links(left)
    assert plain(text) == plain(left)
    assert text == unlinked(text, {Ref("vraag", "x")})


def test_a_text_without_links_has_none() -> None:
    """No link, nothing to report."""
    assert ((), ()) == (record_links("Gewoon [tekst]."), refused_links("Gewoon [tekst]."))


# --- plain -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gewoon “tekst”.", "Gewoon “tekst”."),
        ("66\u00a0procent", "66 procent"),
        ("**vet** en [link](https://a.be)", "vet en link"),
        ("## Kop\n\nZin een.\nZin twee.\n\n- a\n- b", "Kop\nZin een. Zin twee.\na\nb"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", "a | b\n1 | 2"),
        ("Zie[^1].\n\n[^1]: De noot.", "Zie.\nDe noot."),
        ("a < b & c > d", "a < b & c > d"),
        ("<b>vet</b> &lt;i&gt;", "<b>vet</b> <i>"),
        ('BBC\n\n*[BBC]: a > b "c"', "BBC"),
        ("![alt](https://a.be/b.png)", "alt"),
        ("[[fr: les mots]]", "les mots"),
        ("1. Wanneer?", "Wanneer?"),
        ("", ""),
    ],
)
def test_plain_text(text: str, words: str) -> None:
    """One line per paragraph, item or row; no marks, no binding spaces, no numbers of footnotes."""
    assert words == plain(text)


# --- hostile text ----------------------------------------------------------------------------------------------------

PAYLOADS = [
    "<script>alert(1)</script>",
    "<ScRiPt\n>alert(1)//",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)>",
    "<svg><animate xlink:href=#x attributeName=href values=javascript:alert(1) />",
    "<math><mtext></p><style><img src=x onerror=alert(1)>",
    "<iframe srcdoc='<script>alert(1)</script>'>",
    "<style>*{background:url(//x)}</style>",
    "<p style='position:fixed'>x</p>",
    "<base href=//x>",
    "<meta http-equiv=refresh content=0>",
    "<form action=//x><button>x",
    "<a href=javascript:alert(1)>x</a>",
    "<details open ontoggle=alert(1)>",
    "<!-- --><script>alert(1)</script> -->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](<java\nscript:alert(1)>)",
    "[x](&#106;avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert)",
    "[x](\x01javascript:alert(1))",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:msgbox)",
    "[x](file:///etc/passwd)",
    "[x](site:javascript:alert)",
    "[x](//x.be)",
    "[x](/\\x.be)",
    "[x](https:evil)",
    "[x](http://[)",
    '[x](https://a.be "onclick=alert(1)")',
    '[x](https://a.be/"onmouseover="alert(1))',
    "[x][y]\n\n[y]: javascript:alert(1)",
    "![x](javascript:alert(1))",
    '![x" onerror="alert(1)](y)',
    "<javascript://x.be/%0aalert(1)>",
    "<x@y.be?subject=<script>>",
    '<"onclick=alert(1)//@y.be>',
    '*[a]: " onmouseover="alert(1)\n\na',
    "*[a]: <script>\n\na",
    "[^<script>]\n\n[^<script>]: x",
    '[^" onclick="x]\n\n[^" onclick="x]: x',
    "# <img src=x onerror=alert(1)>",
    "## a {: onclick=alert(1) }",
    '[[fr" onclick="x: y]]',
    "[[fr: <script>alert(1)</script>]]",
    "| <script> |\n|---|\n| <img src=x onerror=alert(1)> |",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "{{ 7*7 }}{% import os %}${7*7}<%= 7*7 %>#{7*7}",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\x02wzxhzdk:0\x03",
    "\x02klzzwxh:0000\x03<script>",
    "///Footnotes Go Here///",
    "]]></textarea></title><script>alert(1)</script>",
    "\u202egpj.exe\u202c \u2066x\u2069",
    "\x00\x08\x1b[31m\x7f\x9f\ufffe",
    "\ud800 x",
    "a\u2028b\u2029c\x85d\x0be\x0cf",
]


@pytest.mark.parametrize(
    "html",
    [
        "<svg></svg>",
        "<p onclick=x>",
        "<p style=x>",
        "<a href='javascript:x'>",
        "<a href='#x'>",
        "<h3 id=x>",
        "<!-- -->",
    ],
)
def test_the_check_itself_sees(html: str) -> None:
    """The check of the tests below fails on what must not be there."""
    with pytest.raises(AssertionError):
        assert_allowed(html, prefix="t")


@pytest.mark.parametrize("payload", PAYLOADS)
@pytest.mark.parametrize("frame", ["{}", "tekst {} tekst", "- {}", "> {}", "“{}”", "**{}**", "[{}](https://a.be)"])
def test_hostile_text_is_only_text(payload: str, frame: str) -> None:
    """Nothing that an author types becomes an element, attribute or address that is not allowed."""
    text = frame.replace("{}", payload)
    assert_allowed(block(text, prefix="t"), prefix="t")
    assert_allowed(inline(text))
    assert {element.tag for element in elements(inline(text))} <= PHRASES
    refused_links(text)
    for made in (block(text, prefix="t"), inline(text), plain(text)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe]", made)


SCRAPS = (
    *"[]()<>`*_!|\\“”#&~=-+.:\"'\n\t ",
    *("\n\n", "    ", "1. ", "](", "[^a]", "[^a]: ", "*[a]: ", "[[fr: ", "]]", "|---|", "&lt;", "&#x6a;"),
    *("javascript:", "<script>", "https://a.be", "initiatief:x", "66 ", "procent", "a", "é"),
    *("\u202e", "\x02", "\x03"),
)


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join) | st.text())
@example("[^\x02]: a[^\x02]")
@example("*[]: a")
def test_any_text_is_safe(text: str) -> None:
    """Whatever the combination of marks: only allowed elements, and no error."""
    assert_allowed(block(text, prefix="t"), prefix="t")
    assert_allowed(inline(text))
    assert not set(plain(text)) & {"\x00", "\u202e", "\u00a0"}
    record_links(text)


@given(st.lists(st.sampled_from(["woord", "Zin.", "“", "”", "<b>", "&", "66", "procent", "**", "é"]), min_size=1))
def test_no_word_is_lost(words: list[str]) -> None:
    """Every word that an author types can be read on the page, in the line and in plain text."""
    text = " ".join(words)
    expected = [word.rstrip(".") for word in words if word[0].isalnum()]
    for made in (text_of(block(text, prefix="t")), text_of(inline(text)), plain(text)):
        assert expected == re.findall("woord|Zin|66|procent|é", made)


# --- limits ----------------------------------------------------------------------------------------------------------

HEAVY = [
    "[",
    "[a](",
    "[^a]",
    "![",
    "`",
    "<",
    "*",
    "_",
    "“",
    "> ",
    "- ",
    "\\",
    "|",
    "# a\n",
    "a\n=\n",
    "*[a",
    "[[fr:",
    "**a",
]


@pytest.mark.parametrize("mark", HEAVY)
def test_text_full_of_marks_is_refused(mark: str) -> None:
    """What would take minutes is too complex; it is shown as typed, and nothing is lost."""
    text = mark * (LONGEST // len(mark))
    assert too_complex(text)
    html = block(text, prefix="t")
    assert_allowed(html, prefix="t")
    assert text.split() == text_of(html).split()


@pytest.mark.parametrize(
    "text",
    ["> " * 12 + "a", "- " * 12 + "a", "1. > " * 6 + "a", "\t" * 12 + "a", "a" * (LONGEST + 1)],
    ids=["quotations", "items", "mixed", "indented", "long"],
)
def test_deep_or_long_text_is_refused(text: str) -> None:
    """Twelve levels and more than the longest text are too much."""
    assert too_complex(text)
    assert text.split() == text_of(block(text, prefix="t")).split()


def test_ordinary_text_is_not_refused() -> None:
    """A long page with links, lists, tables and quotations is well within the limits."""
    sentence = "Een zin met [een link](https://a.be), **vet** en “woorden”, zo lang als een zin gewoonlijk is."
    part = f"## Kop\n\n{sentence}\n\n- a\n    - b\n\n|a|b|\n|-|-|\n|1|2|\n\n"
    text = part * (LONGEST // len(part) - 1)
    assert not too_complex(text)
    assert_allowed(block(text, prefix="t"), prefix="t")


def test_paragraphs_of_refused_text() -> None:
    """Text shown as typed keeps its paragraphs."""
    text = "a & b\n\n\n" + "`" * 2000
    assert block(text, prefix="t").startswith("<p>a &amp; b</p>\n<p>``")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", ""),
        ("Tweede loket", "Tweede loket"),
        ("**Twee** [[fr: guichets]] en `drie`", "Twee guichets en drie"),
        ("[dit](initiatief:overleg) en [dat](javascript:x)", "dit en dat"),
        ("5 < 6 & “7 > 3”, 5*3*2, a_b", "5 < 6 & “7 > 3”, 5*3*2, a_b"),
        ("12 procent, <b>vet</b>", "12 procent, <b>vet</b>"),
    ],
)
def test_a_line_without_its_marks(typed: str, expected: str) -> None:
    """What a reader sees of a line, as text: nothing that he sees is lost, and no mark is left."""
    assert expected == bare(typed)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Mail dienst@a-b.example.", '<p>Mail <a href="mailto:dienst@a-b.example">dienst@a-b.example</a>.</p>'),
        (
            "(https://a.example/b_c_d?e=1)",
            '<a href="https://a.example/b_c_d?e=1" rel="external">https://a.example/b_c_d',
        ),
        ("`dienst@a.example`", "<p><code>dienst@a.example</code></p>"),
        (
            "[dienst@a.example](https://b.example/)",
            '<p><a href="https://b.example/" rel="external">dienst@a.example</a></p>',
        ),
        ("Of @dienst, a@b of https://b", "<p>Of @dienst, a@b of https://b</p>"),
        ("https://a.example/*b*c", ">https://a.example/*b*c</a>"),
    ],
)
def test_an_address_that_is_typed_is_a_link(text: str, shown: str) -> None:
    """Of the web and of mail, without marks around it; code and the words of another link are left as they are."""
    assert shown in block(text, prefix="x")
