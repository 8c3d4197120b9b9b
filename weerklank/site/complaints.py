"""What the list of complaints says above its years: how many there were over the years, and about what.

In: the public corpus. Out: sections, as on the page of a record.
"""

from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Fold, Grid, Picture, Section
from weerklank.document.frame import Frame
from weerklank.document.parts import chart_figure, quotes, record_link, said, table_downloads
from weerklank.document.sheets.complaints import years_blocks
from weerklank.facts.complaintcharts import theme_table, theme_trend
from weerklank.facts.complaints import complaints, with_shares, years_of
from weerklank.facts.filled import filled
from weerklank.facts.voice import does, says, source
from weerklank.markup import inline
from weerklank.model import Absence
from weerklank.site.lists import Beside, ListPage, list_head, record_row
from weerklank.states import QUALITATIVE


def over_the_years(corpus: Corpus) -> tuple[Section, ...]:
    """The complaints and their themes over the years, above the list of them."""
    years, spec, table = years_blocks(Frame(corpus)), theme_trend(corpus), theme_table(corpus)
    drawing = (Picture(spec.name, chart_figure(spec)),) if spec is not None else ()
    lines = (Fold("themas-getekend", "Elk thema als lijn", drawing),) if drawing else ()
    subjects: tuple[Block, ...] = (Grid(filled(table), "chart"), *lines) if table is not None else ()
    found = (("jaren", "Over de jaren", years), ("themas", "Waarover", subjects))
    return tuple(Section(name, title, blocks, wide=True) for name, title, blocks in found if blocks)


_IN_WORDS = "Een oordeel in woorden wordt hier nooit een cijfer of een balk."


def complaints_page(corpus: Corpus) -> ListPage:
    """All years in one table, or the place where they will come; below it what initiatives say of them in words."""
    table, shown = complaints(corpus), with_shares(corpus)
    words = tuple(
        (record_link(corpus, item.ref), said(corpus, item.heard), quotes(corpus, item.heard.citations))
        for item in corpus.initiatives
        if isinstance(item.heard, Absence) and item.heard.state == QUALITATIVE
    )
    title = f"Wat {source(corpus)} in woorden {does(corpus, 'zegt', 'zeggen')}"
    lead = "Klachten per jaar: hoeveel er waren, waarover ze gingen en wat ermee gebeurde."
    return ListPage(
        list_head(corpus, "klachtenjaar", lead),
        "klachtenjaar",
        tuple(record_row(corpus, item) for item in years_of(corpus)),
        inline(
            f"**Geen aantallen vermeld.** {says(corpus, 'geeft', 'geven')} voor geen enkel jaar een aantal klachten. "
            "Zodra er een "
            "jaarverslag is, staan hier de ontvangen klachten, de behandeltermijn, de ontvankelijkheid, de "
            "gegrondheid, de oplossing en de ombudsnormen."
        ),
        title="Alle aantallen",
        shown=filled(shown) if shown else None,
        sections=over_the_years(corpus),
        downloads=table_downloads(table) if table else (),
        beside=(Beside("woorden", title, _IN_WORDS, words),) if words else (),
    )
