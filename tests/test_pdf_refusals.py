"""What the PDF refuses, and how it says so: files from elsewhere, bad links, missing letters, lost text."""

import io
from pathlib import Path

import pikepdf
import pytest

from tests.annex_samples import document, printed, resources
from weerklank.findings import Finding, Severity, message
from weerklank.pdf import AttachedFile, PdfResult, make_pdf

CANARY = b"KANARIE-4711"

# Each asks for a file of the disk, of the network or of another folder, in a way that WeasyPrint would follow.
PROBES = {
    "image": '<img src="{url}" alt="x">',
    "image in a set": '<img src="charts/66.svg" srcset="{url} 2x" alt="x"><img src="{url}" alt="x">',
    "object": '<object data="{url}" type="image/png" aria-label="x"></object>',
    "embed": '<embed src="{url}" type="image/png" aria-label="x">',
    "style sheet": '<link rel="stylesheet" href="{url}">',
    "import": '<style>@import url("{url}");</style>',
    "import as text": '<style>@import "{url}";</style>',
    "font": '<style>@font-face {{ font-family: Vreemd; src: url("{url}") }} p {{ font-family: Vreemd }}</style>',
    "background": "<p style=\"background: url('{url}')\">x</p>",
    "page background": '<style>@page {{ background: url("{url}") }}</style>',
    "list bullet": "<ul style=\"list-style-image: url('{url}')\"><li>x</li></ul>",
    "content": "<style>p::before {{ content: url('{url}') }}</style>",
    "border image": "<p style=\"border: 9px solid; border-image: url('{url}') 30\">x</p>",
    "mask border": "<p style=\"mask-border-source: url('{url}')\">x</p>",
    "margin box": "<style>@page {{ @top-center {{ content: url('{url}') }} }}</style>",
    "colour profile": '<style>@color-profile --x {{ src: url("{url}") }}</style>',
    "image in a drawing": '<svg role="img"><title>x</title><image href="{url}" width="9" height="9"/></svg>',
    "old link in a drawing": (
        '<svg role="img" xmlns:xlink="http://www.w3.org/1999/xlink"><title>x</title>'
        '<image xlink:href="{url}" width="9" height="9"/></svg>'
    ),
}
ADDRESSES = (
    "file://{path}",
    "{path}",
    "../../../../../../..{path}",
    "http://127.0.0.1:9/x.png",
    "ftp://127.0.0.1/x.png",
)


def codes(result: PdfResult) -> list[str]:
    """Return the codes of a result's findings."""
    return [item.code for item in result.findings]


def only(result: PdfResult) -> Finding:
    """Return the one finding of a result."""
    (item,) = result.findings
    return item


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("way", PROBES)
def test_nothing_outside_the_mapping_is_read(way: str, address: str, tmp_path: Path) -> None:
    """Each way to ask for something elsewhere is refused, recorded as an error, and leaves no trace in the PDF."""
    target = tmp_path / "geheim.svg"
    target.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg"><title>' + CANARY + b"</title></svg>")

    result = printed("<p>Tekst</p>" + PROBES[way].format(url=address.format(path=target)))

    assert {"P010", "P011"} & set(codes(result))
    assert CANARY not in result.pdf
    assert str(tmp_path).encode() not in result.pdf


def test_a_drawing_cannot_use_a_part_of_another_file() -> None:
    """WeasyPrint does not follow such a reference; if it ever does, the fetcher refuses it."""
    result = printed('<p><svg role="img"><title>x</title><use href="charts/66.svg#x"/></svg></p>')

    assert b"66 procent" not in result.pdf


def test_a_refusal_inside_a_drawing_is_not_swallowed() -> None:
    """WeasyPrint catches whatever goes wrong while it draws an SVG; the result is an error all the same."""
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="http://elders.be/x.png" width="9" height="9"/></svg>'
    )

    result = printed('<p><img src="charts/kwaad.svg" alt="x"></p>', files={"charts/kwaad.svg": drawing})

    assert "P010" in codes(result)
    assert all(item.severity is Severity.ERROR for item in result.findings)


@pytest.mark.parametrize(
    "address",
    [
        "charts/../../geheim.svg",
        "charts/%2e%2e/%2e%2e/geheim.svg",
        "charts/..%2fgeheim.svg",
        "charts\\66.svg",
        "charts/66.svg?x=1",
        "//elders.be/weerklank/charts/66.svg",
        "file://elders.be/weerklank/charts/66.svg",
        "file:///weerklank",
        "charts/66.svg%00.png",
        "javascript:alert(1)",
    ],
)
def test_an_address_that_is_not_plain_is_refused(address: str) -> None:
    """No spelling of an address leads outside, or to a file by another name."""
    assert {"P010", "P011"} & set(codes(printed(f'<p><img src="{address}" alt="x"></p>')))


@pytest.mark.parametrize(
    "address", ["data:text/css,p{}", "data:text/html,<p>", "data:image/gif;base64,R0lGODlhAQABAAAAACw="]
)
def test_data_in_the_document_is_a_picture_of_a_known_kind(address: str) -> None:
    """Pictures may be written out in the document; anything else may not."""
    assert "P012" in codes(printed(f"<p><img src='{address}' alt='x'></p>"))
    assert [] == codes(
        printed("<p><img src=\"data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'/%3E\" alt='x'></p>")
    )


@pytest.mark.parametrize(
    ("body", "code", "arguments"),
    [
        ('<p><img src="charts/weg.svg" alt="x"></p>', "P011", {"adres": "charts/weg.svg"}),
        ('<p><img src="data/x.csv" alt="x"></p>', "P012", {"adres": "data/x.csv"}),
        ('<p><img src="images/stuk.png" alt="x"></p>', "P013", {"adres": "images/stuk.png"}),
        ('<p><img src="images/cmyk.jpg" alt="x"></p>', "P015", {}),
        ('<p><a href="../bronnen/">x</a></p>', "P020", {"adres": "../bronnen/"}),
        ('<p><a href="file:///etc/passwd">x</a></p>', "P020", {"adres": "file:///etc/passwd"}),
        ('<p><a href="javascript:alert(1)">x</a></p>', "P020", {"adres": "javascript:alert(1)"}),
        ('<p><a href="https:///x">x</a></p>', "P020", {"adres": "https:///x"}),
        ('<p><a rel="attachment" href="charts/66.svg">x</a></p>', "P020", {"adres": "charts/66.svg"}),
        ('<p><a href="#weg">x</a></p>', "P021", {"anker": "weg"}),
        ('<p id="a"><a href="#a">x</a></p><p id="a">y</p>', "P022", {"anker": "a"}),
        ("<h1>A</h1><h3>B</h3>", "P024", {"kop": "B", "niveau": "3", "grens": "2"}),
        ("<table><caption>T</caption><tr><td>1</td></tr></table>", "P025", {"tabel": "T"}),
        ("<table><caption>T</caption><tr><th>1</th><td>2</td></tr><tr><th>1</th></tr></table>", "P026", {"tabel": "T"}),
        ('<p><img src="charts/66.svg"></p>', "P028", {"adres": "charts/66.svg"}),
        ('<p><svg viewBox="0 0 9 9"><rect width="9" height="9"/></svg></p>', "P028", {"adres": "svg"}),
        ('<p><a href="https://x.be"><img src="charts/66.svg" alt=""></a></p>', "P029", {"adres": "https://x.be"}),
        ("<p>日本</p>", "P031", {"tekens": "“日” (U+65E5), “本” (U+672C)"}),
        ('<p style="opacity: .5">licht</p>', "P034", {"woorden": "licht"}),
        ("<p>x <input></p>", "P035", {"element": "input"}),
        ('<p style="kleur: rood">x</p>', "P040", {"stijl": "kleur: rood", "regel": "1"}),
    ],
)
def test_what_is_wrong_is_named(body: str, code: str, arguments: dict[str, str]) -> None:
    """Each fault gives one finding, with what the author needs to find it."""
    cmyk = (Path(__file__).parent / "golden" / "annex" / "cmyk.jpg").read_bytes()
    files = {"images/stuk.png": b"geen beeld", "data/x.csv": b"a", "images/cmyk.jpg": cmyk}

    found = only(printed(body, files=files))

    assert (code, arguments) == (found.code, dict(found.arguments))
    assert message(found)


def test_a_document_without_title_or_language_is_refused() -> None:
    """Both are what a reader hears first (ISO 14289-1, 7.1 and 7.2)."""
    html = '<link rel="stylesheet" href="css/print.css"><p>x</p>'

    result = make_pdf(html, resources=resources(), attachments=(), epoch=0)

    assert ["P023", "P033"] == codes(result)


def test_no_font_of_the_system_is_used() -> None:
    """What this computer has, another has not: a family that is not given, or generic, gives way to what is given."""
    result = printed(
        "<p style='font-family: DejaVu Sans Mono'>x</p><p style='font-family: serif'>y</p><p><em>z</em></p>"
    )

    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        names = {str(font.BaseFont).partition("+")[2] for font in pdf.pages[0].resources.Font.values()}

    assert ({"Proef"}, []) == (names, codes(result))


def test_a_document_without_fonts_is_refused() -> None:
    """Pango would end the program with a fault of memory; the finding comes first."""
    html = document("<p>x</p>").replace("css/print.css", "css/leeg.css")

    result = make_pdf(html, resources={"css/leeg.css": b""}, attachments=(), epoch=0)

    assert (b"", 0, ["P030"]) == (result.pdf, result.pages, codes(result))


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ("src: url(../fonts/weg.ttf)", "P032"),
        ('src: local("DejaVu Sans")', "P010"),
    ],
)
def test_a_font_that_is_not_given_is_refused(rule: str, code: str) -> None:
    """A font comes from the mapping: not from a name that this computer happens to know."""
    style = f"<style>@font-face {{ font-family: Weg; {rule} }} p {{ font-family: Weg, Proef }}</style>"

    assert code in codes(printed("<p>x</p>", head=style))


@pytest.mark.parametrize(
    ("body", "code", "shown"),
    [
        ('<p><img src="charts/stuk.svg" alt="x"></p>', "P014", "een tekening (SVG)"),
        ('<p><svg viewBox="a"><title>x</title></svg></p>', "P042", "could not convert string to float: 'a'"),
        ('<div style="display: inline-grid"><p>x</p></div>', "P041", "Inline grids are not supported"),
    ],
)
def test_what_weasyprint_cannot_do_is_a_finding(body: str, code: str, shown: str) -> None:
    """Neither a record of its log nor an exception of its layout is lost or shown as a traceback."""
    broken = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect transform="rotate(a)"/></svg>'

    result = printed(body, files={"charts/stuk.svg": broken})

    assert code == only(result).code
    assert shown in message(only(result))


def test_text_that_is_lost_in_layout_is_named() -> None:
    """WeasyPrint drops the end of a float on the last page; that must not go unseen."""
    style = "<style>@page { size: 60mm; margin: 8mm } .r { float: right; width: 15mm }</style>"

    found = only(printed("<p>een</p><p class='r'>twee drie vier vijf zes zeven acht negen</p>", head=style))

    assert ("P036", {"woorden": "acht negen"}) == (found.code, dict(found.arguments))


def test_a_row_that_is_too_long_is_named() -> None:
    """WeasyPrint leaves out cells beyond the columns of a fixed table."""
    table = (
        '<table style="table-layout: fixed"><caption>T</caption><tr><th rowspan="2">a</th><td rowspan="2">b</td></tr>'
        "<tr><td>c</td></tr></table>"
    )

    assert {"P026", "P027"} & set(codes(printed(table)))


def test_the_style_of_the_site_is_expected() -> None:
    """Rules that are meant for a screen are dropped without a word; a misspelt one is not."""
    style = """<style>
    @media (prefers-color-scheme: dark) { p { color: white } }
    @media (prefers-reduced-motion: reduce) { p { color: white } }
    p { print-color-adjust: exact; clip-path: none }
    </style>"""

    assert [] == codes(printed("<p>x</p>", head=style))
    assert ["P040"] == codes(printed("<p>x</p>", head="<style>p { clip-path: circle() }</style>"))


def test_attached_files_have_plain_names_of_their_own() -> None:
    """A name that leads into a folder, or that two files share, is refused."""
    names = ("../x.csv", "a/b.csv", ".geheim", "", "Cijfers.csv", "cijfers.csv")
    files = tuple(AttachedFile(name, b"x", "text/csv", "Cijfers") for name in names)

    result = make_pdf(document("<p>x</p>"), resources=resources(), attachments=files, epoch=0)

    assert ["P050"] * 4 + ["P051"] == codes(result)


def test_files_that_the_document_attaches_by_itself_are_left_out() -> None:
    """Only the caller attaches files."""
    result = printed("<p>x</p>", head='<link rel="attachment" href="charts/66.svg">')

    assert b"EmbeddedFile" not in result.pdf
