"""Documents for the tests of the PDF: a small one to read, and a long one with everything that pages can break.

The only font is DejaVu Sans, which travels with matplotlib: it has Arabic and the bullets of nested lists.
"""

import io
import random
from pathlib import Path

import matplotlib as mpl
from PIL import Image

from weerklank.pdf import UA1, AttachedFile, Norm, PdfResult, make_pdf

EPOCH = 1_795_392_000  # 23 November 2026, 00:00 UTC

STYLE = """
@font-face { font-family: Proef; src: url(../fonts/proef.ttf) }
@font-face { font-family: Proef; src: url(../fonts/proef-bold.ttf); font-weight: bold }
@page {
  size: A4; margin: 20mm 30mm 25mm;
  background: url(../charts/foot.svg) no-repeat 0 257mm;
  @top-left { content: string(title); font: 8pt Proef }
  @bottom-center { content: string(draft); font: 8pt Proef }
  @bottom-right { content: "Pagina " counter(page) " van " counter(pages); font: 8pt Proef }
}
html, code { font: 10pt/1.4 Proef }
body { overflow-wrap: anywhere }
h1 { string-set: title content(text) }
.draft { string-set: draft content(text) }
.fn { float: footnote }
.page::after { content: target-counter(attr(href), page) }
.toc ol { list-style: none; columns: 2 }
.toc a::after { content: target-counter(attr(href), page); float: right }
table { border-collapse: collapse; width: 100% }
td, th { border: .5pt solid #555; padding: 2pt; vertical-align: top; overflow-wrap: anywhere }
figure { break-inside: avoid }
.mark::before { content: ""; display: inline-block; width: 6pt; height: 6pt; background: #ffed00 }
.cell { display: inline-block; padding: 0 3pt }
"""

_SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 60" width="400" height="120">'
    '<rect width="{width}" height="20" fill="#ffed00" stroke="#333"/>'
    '<text x="4" y="50" font-family="Proef" font-size="12">{width} procent</text></svg>'
)


def picture() -> bytes:
    """Return a PNG with a soft mask."""
    image = Image.new("RGBA", (40, 20), (0, 85, 204, 128))
    image.putpixel((0, 0), (255, 237, 0, 0))
    data = io.BytesIO()
    image.save(data, "PNG")
    return data.getvalue()


def resources() -> dict[str, bytes]:
    """Return the files that both documents use."""
    fonts = Path(mpl.get_data_path()) / "fonts" / "ttf"
    charts = {f"charts/{width}.svg": _SVG.format(width=width).encode() for width in (33, 66, 85, 99)}
    return {
        "css/print.css": STYLE.encode(),
        "fonts/proef.ttf": (fonts / "DejaVuSans.ttf").read_bytes(),
        "fonts/proef-bold.ttf": (fonts / "DejaVuSans-Bold.ttf").read_bytes(),
        "charts/foot.svg": b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 2"><path d="M0 1H90"/></svg>',
        "images/foto.png": picture(),
        **charts,
    }


def attachments() -> tuple[AttachedFile, ...]:
    """Return one attached file of each kind."""
    sheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return (
        AttachedFile("cijfers.xlsx", b"PK\x03\x04", sheet, "De cijfers als werkboek"),
        AttachedFile("cijfers.csv", b"jaar;aantal\r\n2025;3\r\n", "text/csv", "De cijfers als tabel"),
        AttachedFile("cijfers.json", b"[]", "application/json", "De cijfers voor programma’s"),
    )


def document(body: str, *, title: str = "Bijlage", head: str = "") -> str:
    """Return print HTML around a body."""
    return (
        f'<!doctype html><html lang="nl-BE"><head><meta charset="utf-8"><title>{title}</title>'
        '<meta name="author" content="Agentschap"><meta name="description" content="Een proef">'
        f'<link rel="stylesheet" href="css/print.css">{head}</head><body>{body}</body></html>'
    )


def printed(body: str, *, head: str = "", files: dict[str, bytes] | None = None, norm: Norm = UA1) -> PdfResult:
    """Print a body with the files of the samples and any others."""
    given = {**resources(), **(files or {})}
    return make_pdf(document(body, head=head), resources=given, attachments=(), epoch=EPOCH, norm=norm)


SMALL = """
<p class="draft">Ontwerp</p>
<h1>Bijlage</h1>
<nav class="toc" role="doc-toc" aria-label="Inhoud"><ol>
  <li><a href="#een">Wat we hoorden</a></li>
  <li><a href="#twee">Wat we deden</a><ol><li><a href="#drie">Per jaar</a></li></ol></li>
</ol></nav>
<main>
<section id="een"><h2>Wat we hoorden</h2>
  <p>Er kwamen 46 lokale besturen.<span class="fn">Zie het decreet van 7 december 2018.</span> Zie
  <a href="https://www.vlaanderen.be/inspraak">de pagina over inspraak</a> en pagina
  <a class="page" href="#twee" aria-label="Pagina van Wat we deden"></a>.
  <strong>Belangrijk</strong>: het <abbr title="Agentschap Binnenlands Bestuur">ABB</abbr> luistert<em>de</em>.</p>
  <p><span class="cell">a</span><span class="cell">b</span> <span class="mark">deels</span>, 8 van 23<br>en
  verder</p>
  <blockquote lang="fr"><p>Nous sommes mieux entendus.</p></blockquote>
  <p>In het Duits: <q lang="de">Wir wurden gehört</q>;
  in het Arabisch: <span lang="ar" dir="rtl">سمعنا صوتكم</span>.</p>
  <div>Losse tekst<div>en nog een blok</div></div>
</section>
<section id="twee"><h2>Wat we deden</h2>
  <ul><li><p>Eerste punt</p><p>met een tweede alinea</p></li><li>Tweede punt<ul><li>Genest punt</li></ul></li></ul>
  <ol><li>Een</li><li></li></ol>
  <dl><dt>Initiatief</dt><dd>Een moment van betrokkenheid</dd><dt>Bijsturing</dt><dd>Wat daarop volgt</dd></dl>
  <h3 id="drie">Per jaar</h3>
  <table><caption>Initiatieven per jaar</caption>
  <thead><tr><td></td><th scope="col">Aantal</th><th scope="col">Aanpassingen</th></tr></thead>
  <tbody><tr><th scope="row" rowspan="2">2024</th><td>4</td><td>2</td></tr><tr><td colspan="2">niet vermeld</td></tr>
  <tr><th scope="row">2025</th><td>7</td><td></td></tr></tbody>
  <tfoot><tr><th scope="row">Samen</th><td>11</td><td>2</td></tr></tfoot></table>
  <figure><img src="charts/66.svg" alt="Staaf van 66 procent">
  <figcaption>Figuur 1: tevreden besturen</figcaption></figure>
  <figure><svg viewBox="0 0 10 10" width="20" height="20"><title>Een blokje</title>
  <rect width="10" height="10"/></svg></figure>
  <p>Een foto <img src="images/foto.png" alt="Blauw vlak"> en versiering <img src="images/foto.png" alt="">.</p>
  <p aria-hidden="true">Niet voor te lezen</p>
</section></main>
"""

CHAPTERS = 5

_WORDS = (
    "de dienst organiseerde een inspraakmoment met burgers en verenigingen over het loket en de vragen die daar "
    "gesteld werden want wie luistert hoort meer dan wie alleen telt"
).split()


def long_body() -> str:
    """Return the body of an annex of more than forty pages; the same on each call."""
    chance = random.Random(7)  # noqa: S311 - sample text
    parts = [_chapter(number, chance) for number in range(1, CHAPTERS + 1)]
    entries = "".join(f'<li><a href="#h{number}">Hoofdstuk {number}</a></li>' for number in range(1, CHAPTERS + 1))
    return (
        f'<p class="draft">Ontwerp</p><h1>Bijlage</h1><nav class="toc" role="doc-toc"><ol>{entries}</ol></nav>'
        + "".join(parts)
    )


def _sentence(chance: random.Random, length: int) -> str:
    return " ".join(chance.choices(_WORDS, k=length)).capitalize() + "."


def _paragraphs(chance: random.Random, count: int) -> str:
    return "".join(
        f"<p>{' '.join(_sentence(chance, 14) for _ in range(chance.randint(3, 14)))}</p>" for _ in range(count)
    )


def _chapter(number: int, chance: random.Random) -> str:
    note = f'<span class="fn">{_sentence(chance, 20)}</span>'
    return f"""
    <section id="h{number}"><h2>Hoofdstuk {number}</h2>{_paragraphs(chance, 5)}
    <p>{_sentence(chance, 9)}{note} {_sentence(chance, 60)} <abbr title="Agentschap Binnenlands Bestuur">ABB</abbr>.
    <a href="https://www.vlaanderen.be/{number}">{_sentence(chance, 12)}</a> {_sentence(chance, 30)}{note}</p>
    <h3>Onderdeel</h3><h4>Dieper</h4><h5>Nog dieper</h5><h6>Het diepst</h6>
    {_list(chance, 3)}<h3>Volgende</h3>
    <blockquote lang="fr"><p>Les citoyens ont été entendus.</p></blockquote>
    <blockquote lang="de"><p>Die Bürger wurden gehört.</p></blockquote>
    <blockquote lang="ar" dir="rtl"><p>سمعنا صوتكم في هذا اللقاء.</p></blockquote>
    {_table(number, chance, rows=chance.randint(30, 70))}
    <p>{"onmiddellijkheidsbeginselverantwoordelijkheid" * 4}</p>
    <figure><img src="charts/{chance.choice((33, 66, 85, 99))}.svg" alt="Een staaf">
    <figcaption>Figuur {number}</figcaption></figure>
    <p>Beeld <img src="images/foto.png" alt="Blauw vlak"> in de tekst.</p>{_paragraphs(chance, 6)}</section>"""


def _list(chance: random.Random, depth: int) -> str:
    below = _list(chance, depth - 1) if depth > 1 else ""
    kind = chance.choice(("ul", "ol"))
    items = "".join(f"<li><p>{_sentence(chance, 25)}</p><p>{_sentence(chance, 9)}</p>{below}</li>" for _ in range(3))
    return f"<{kind}>{items}</{kind}>"


def _table(number: int, chance: random.Random, *, rows: int) -> str:
    head = (
        '<thead><tr><th scope="col" rowspan="2">Jaar</th><th scope="col" rowspan="2">Dienst</th>'
        '<th scope="colgroup" colspan="2">Besturen</th></tr>'
        '<tr><th scope="col">Gevraagd</th><th scope="col">Gehoord</th></tr></thead>'
    )
    body, at = "", 0
    while at < rows:
        span = min(chance.randint(1, 6), rows - at)
        for offset in range(span):
            first = f'<th scope="row" rowspan="{span}">{number}.{at}</th>' if offset == 0 else ""
            last = "" if chance.random() < 0.2 else _sentence(chance, 4)
            name = f'<th scope="row">Rij {number}-{at + offset}</th>'
            body += f"<tr>{first}{name}<td>{_sentence(chance, 5)}</td><td>{last}</td></tr>"
        at += span
    return f"<table><caption>Tabel {number}: alle rijen</caption>{head}<tbody>{body}</tbody></table>"
