"""Who is named: stakeholders by policy field and by level, with the empty cells.

In: the public corpus. Out: `HeardPage`.
"""

from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.parts import ChartFigure, Link, chart_figure, record_link, table_downloads
from weerklank.facts.charts import heard_chart, on_a_page
from weerklank.facts.heard import heard_table, is_open, level_table
from weerklank.facts.voice import does, source
from weerklank.model import Ref
from weerklank.site.shell import HEARD, Head, head
from weerklank.wording import counted


@dataclass(frozen=True)
class HeardPage:
    """Everything the template of this page prints.

    `unheard`: stakeholders that no initiative names. `figure` and `downloads` are there when any stakeholder is named;
    `levels`: the same per level; `non_exhaustive`: the source only gives examples.
    """

    head: Head
    statement: str
    figure: ChartFigure | None
    table: Table
    levels: Table
    unheard: tuple[Link, ...]
    downloads: tuple[Link, ...]
    non_exhaustive: bool


def heard_page(corpus: Corpus) -> HeardPage:
    """The page of who is named."""
    table = heard_table(corpus)
    whole = heard_chart(corpus)
    spec = on_a_page(whole) if whole else None
    named = {row[0].path for row in table.rows}
    total = len(corpus.vocabularies["belanghebbende"].terms)
    named_by = f"{source(corpus)} {does(corpus, 'noemt', 'noemen')}"
    lead = f"Welke belanghebbenden {named_by}, en bij welke initiatieven en beleidsvelden. Lege vakken staan er ook."
    links = (
        record_link(corpus, Ref("belanghebbende", term.id)) for term in corpus.vocabularies["belanghebbende"].terms
    )
    silent = tuple(link for link in links if link.path not in named)
    return HeardPage(
        head(corpus, path=addresses.HEARD, title=HEARD.text, lead=lead),
        f"{len(named)} van de {counted(total, 'belanghebbende', 'belanghebbenden')} in de lijst zijn bij een"
        " initiatief genoemd.",
        chart_figure(spec) if spec else None,
        spec.table if spec else table,
        level_table(corpus),
        silent,
        table_downloads(table) if spec else (),
        is_open(corpus),
    )
