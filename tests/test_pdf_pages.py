"""References to pages, each page once: only the layout knows which of them are the same."""

import io

import pypdfium2

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
