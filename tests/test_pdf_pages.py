"""References to pages, each page once: only the layout knows which of them are the same."""

import io

import pypdfium2
import pytest

from tests.annex_samples import printed

HEAD = "<style>.page::after { content: target-counter(attr(href), page) } .over { break-before: page }</style>"
BODY = """<h1>Bijlage</h1><p>Zie <span class="pages">{references}</span> hieronder.</p>
<section id="een"><h2 id="kop">Eerst</h2><p class="over" id="twee">Op twee.</p></section>
<p id="ook">Ook op twee.</p><p class="over" id="drie">Op drie.</p>"""


def named(*targets: str) -> str:
    """What stands on the first page of a document that refers to these places."""
    items = (
        f'<span>{", " if place else ""}<a class="page" href="#{name}" aria-label="pagina van {name}"></a></span>'
        for place, name in enumerate(targets)
    )
    made = printed(BODY.format(references="".join(items)), head=HEAD)
    assert not [item for item in made.findings if item.code != "P036"]
    document = pypdfium2.PdfDocument(io.BytesIO(made.pdf))
    try:
        return str(document[0].get_textpage().get_text_bounded())
    finally:
        document.close()


def test_a_page_is_named_once() -> None:
    """Two places on one page are one page; a part that goes on overleaf is found where it begins."""
    assert "Zie 2, 3 hieronder." in named("twee", "ook", "drie")
    assert "Zie 1, 2 hieronder." in named("een", "twee")


def test_other_pages_stay() -> None:
    """Nothing is taken out where every page is another."""
    assert "Zie 1, 2, 3 hieronder." in named("kop", "twee", "drie")


CELL = "<tr><th>{}</th><td>{}</td></tr>"
HEADED = "<table><thead><tr><th>Onderwerp</th><th>Toelichting</th></tr></thead><tbody>{}</tbody></table>"


@pytest.mark.parametrize("words", [300, 310, 400, 1000])
def test_a_row_taller_than_a_page_keeps_the_head_of_its_table(words: int) -> None:
    """Also where it fits a page alone: the head stands on each page of the table, and its cells are heard."""
    style = "<style>table { width: 100%; table-layout: fixed } tr { break-inside: avoid }</style>"
    rows = CELL.format("Kort", "ja") + CELL.format("Lang", "woord " * words) + CELL.format("Laatst", "nee")
    made = printed(f"<h1>Bijlage</h1>{HEADED.format(rows)}", head=style)
    document = pypdfium2.PdfDocument(io.BytesIO(made.pdf))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    document.close()

    assert () == made.findings
    assert [] == [text for text in pages if "Onderwerp" not in text]
    assert words == sum(text.count("woord") for text in pages)
