"""What reading software gets from the tags, as text: every word once, in order, with the roles said."""

from tests.annex_samples import EPOCH, SMALL, attachments, document, printed, resources
from tests.pdf_tools import read_aloud
from weerklank.pdf import make_pdf

HEARD = """
Kop 1: Bijlage
Inhoudsopgave
  koppeling Deel 1
Citaat [fr]
  Nous sommes mieux entendus.
Lijst, 2 punten
  • Eerste punt
    met een tweede alinea
  • Tweede punt
    Lijst, 1 punt
      ◦ Genest punt
Er kwamen 46 besturen (Agentschap Binnenlands Bestuur (ABB)), zie koppeling de pagina.
Tabel met 2 kolommen en 2 rijen: Per jaar
  Rij
    Kolomkop: Jaar
    Kolomkop: Aantal
  Rij
    Rijkop: 2024
    2024, Aantal: niet vermeld
Afbeelding: Staaf van 66 procent
  Bijschrift: Figuur 1
"""
BODY = """
<h1>Bijlage</h1>
<nav class="toc" role="doc-toc"><ol><li><a href="#deel">Deel</a></li></ol></nav>
<blockquote lang="fr"><p>Nous sommes mieux entendus.</p></blockquote>
<ul><li><p>Eerste punt</p><p>met een tweede alinea</p></li><li>Tweede punt<ul><li>Genest punt</li></ul></li></ul>
<p id="deel">Er kwamen 46 besturen (<abbr title="ABB">Agentschap Binnenlands Bestuur</abbr>), zie
<a href="https://www.vlaanderen.be/">de pagina</a>.</p>
<table><caption>Per jaar</caption><thead><tr><th scope="col">Jaar</th><th scope="col">Aantal</th></tr></thead>
<tbody><tr><th scope="row">2024</th><td>niet vermeld</td></tr></tbody></table>
<figure><img src="charts/66.svg" alt="Staaf van 66 procent"><figcaption>Figuur 1</figcaption></figure>
"""


def test_roles_words_and_order() -> None:
    """Headings with their level, lists with their size, tables with their heads, pictures with their words."""
    assert HEARD == printed(BODY).spoken.replace("\n\n", "\n")


def test_one_row_is_no_rows() -> None:
    """A table of one column or of one row is counted in the singular."""
    assert "Tabel met 1 kolom en 1 rij\n" in printed("<table><tr><th>Jaar</th></tr></table>").spoken


def test_every_word_of_the_tags_is_heard() -> None:
    """The text is made of the tree; the tags of the file, read back glyph by glyph, hold the same words in order."""
    result = make_pdf(document(SMALL), resources=resources(), attachments=attachments(), epoch=EPOCH)
    tags = [line.strip() for line in read_aloud(result.pdf).splitlines()]
    said = [line[1:-1] for line in (line[line.find("'") :] for line in tags if "'" in line) if line]
    at = 0
    heard = "".join(result.spoken.split())
    for words in said:
        found = heard.find("".join(words.split()), at)
        assert found >= 0, words
        at = found


def test_a_caption_is_within_its_figure() -> None:
    """Reading software says picture and caption as one thing."""
    lines = [line.strip().partition(" ")[0] for line in read_aloud(printed(BODY).pdf).splitlines()]
    figure = lines.index("Figure")
    assert "Caption" == lines[figure + 1] or "Caption" in lines[figure : figure + 3]


def test_another_language_is_said_where_it_begins_and_ends() -> None:
    """Words within a sentence too, and the text of a link."""
    said = printed('<p>Zie <a href="https://x.example/" lang="de">Wörterbuch</a> of <i lang="fr">oui</i>.</p>').spoken

    assert "Zie koppeling [de] Wörterbuch [/de] of [fr] oui [/fr].\n" == said


def test_a_mark_is_called_by_its_label() -> None:
    """An arrow that leads back is no word; a number of a page is, and keeps it."""
    result = printed(
        '<p id="x">Ja <a href="#x" aria-label="Terug naar de tekst">↑</a> <a href="#x" aria-label="z">4</a></p>'
    )

    assert "Ja koppeling Terug naar de tekst koppeling 4\n" == result.spoken
    assert "Link [Alt Terug naar de tekst]" in read_aloud(result.pdf)
    assert 1 == read_aloud(result.pdf).count("Alt")
