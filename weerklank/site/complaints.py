"""What the list of complaints says above its years: how many there were over the years, and about what.

In: the public corpus. Out: sections, as on the page of a record.
"""

from collections.abc import Iterator
from dataclasses import replace

from weerklank.corpus import Corpus
from weerklank.data.table import Table
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
from weerklank.site.shell import GAPS
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
        shown=filled(_newest(shown)) if shown else None,
        sections=over_the_years(corpus),
        downloads=table_downloads(table) if table else (),
        beside=tuple(_in_words(corpus)),
    )


_YEARS, _RECORDS = 20, 20
"""So many years stand in the table on the page, and so many initiatives below it; the files have all."""


def _newest(table: Table) -> Table:
    """The table with the newest years only, when there are many, and how many are left out."""
    if len(table.columns) <= _YEARS + 1:
        return table
    said = f"Dit zijn de {_YEARS} nieuwste van {len(table.columns) - 1} jaren. De andere staan in de bestanden."
    rows = tuple(row[: _YEARS + 1] for row in table.rows)
    return replace(table, columns=table.columns[: _YEARS + 1], rows=rows, caption=f"{table.caption}. {said}")


def _in_words(corpus: Corpus) -> Iterator[Beside]:
    """What initiatives heard in words instead of figures: of many the first, and where the rest is told."""
    found = tuple(
        (item.ref, item.heard)
        for item in corpus.initiatives
        if isinstance(item.heard, Absence) and item.heard.state == QUALITATIVE
    )
    words = tuple(
        (record_link(corpus, ref), said(corpus, heard), quotes(corpus, heard.citations))
        for ref, heard in found[:_RECORDS]
    )
    if not words:
        return
    title = f"Wat {source(corpus)} in woorden {does(corpus, 'zegt', 'zeggen')}"
    if len(found) == len(words):
        yield Beside("woorden", title, _IN_WORDS, words)
        return
    note = f"{_IN_WORDS} Dit zijn er {len(words)} van {len(found)}."
    yield Beside("woorden", title, note, words, more=GAPS)
