"""What the list of complaints says above its years: how many there were over the years, and about what.

In: the public corpus. Out: sections, as on the page of a record.
"""

from weerklank.corpus import Corpus
from weerklank.document.blocks import Block, Fold, Grid, Picture, Section
from weerklank.document.frame import Frame
from weerklank.document.parts import chart_figure
from weerklank.document.sheets.complaints import years_blocks
from weerklank.facts.complaintcharts import theme_table, theme_trend


def over_the_years(corpus: Corpus) -> tuple[Section, ...]:
    """The complaints and their themes over the years, above the list of them."""
    years, spec, table = years_blocks(Frame(corpus)), theme_trend(corpus), theme_table(corpus)
    drawing = (Picture(spec.name, chart_figure(spec)),) if spec is not None else ()
    lines = (Fold("themas-getekend", "Elk thema als lijn", drawing),) if drawing else ()
    subjects: tuple[Block, ...] = (Grid(table, "chart"), *lines) if table is not None else ()
    found = (("jaren", "Over de jaren", years), ("themas", "Waarover", subjects))
    return tuple(Section(name, title, blocks, wide=True) for name, title, blocks in found if blocks)
