"""The annex as a Word document, for who has to work on with it: the same blocks as in the PDF.

In: the view of an annex for paper and its charts as pictures. Out: a `WordDocument`. Nothing is added or left out; what
the PDF shows as a shape stands here as its word.
"""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from markupsafe import Markup

from weerklank.document import blocks
from weerklank.document.annex import AnnexView
from weerklank.document.annex.heading import Piece
from weerklank.document.parts import Fact, Link, Said
from weerklank.word.grid import as_grid
from weerklank.word.prose import Reading, blocks_from_html, runs_from_html
from weerklank.word.tree import (
    Block,
    Figure,
    GridBlock,
    GridColumn,
    Heading,
    Inline,
    List,
    PageBreak,
    Paragraph,
    Placeholder,
    Run,
    TableBlock,
    Toc,
    Tone,
    WordDocument,
)

_PICTURE_WIDTH = 150.0  # mm, as on paper


def word_document(view: AnnexView, *, pictures: Mapping[str, bytes]) -> WordDocument:
    """The annex. `pictures`: each chart of `view.charts` as PNG, by its name."""
    writer = _Writer(view.site, pictures)
    status = (Run("Toestand op "), _piece(view.as_of), Run(". Ook als webpagina: "), _piece(view.twin), Run("."))
    front: tuple[Block, ...] = (
        Paragraph((Run("Bijlage"),), Tone.TITLE),
        Paragraph(tuple(_piece(item) for item in view.formula)),
        Paragraph((Run(view.subject),), Tone.STATEMENT),
        *((Paragraph((Run(view.title),)),) if view.title != view.subject else ()),
        Paragraph(status, Tone.REMARK),
        Toc(levels=1),
    )
    sections = tuple(made for section in view.sections for made in writer.section(section))
    return WordDocument(
        title=view.document_title,
        publisher=view.organisation,
        blocks=(*front, *sections),
        header=view.organisation,
        footer=view.footer,
        draft=view.draft,
        subject=view.description,
        address=f"{view.site}/" if view.site else "",
    )


def _piece(item: Piece) -> Inline:
    return Placeholder(item.text.strip("[]")) if item.missing else Run(item.text)


def _line(text: str, tone: Tone = Tone.TEXT) -> Paragraph:
    return Paragraph((Run(text),), tone)


def _numbers(found: tuple[int, ...]) -> tuple[Inline, ...]:
    """Numbers of sources, each a link to its quotation."""
    runs: list[Inline] = []
    for number in found:
        runs += [Run(" "), Run(f"[{number}]", link=f"#bron-{number}")]
    return tuple(runs[1:])


class _Writer:
    """Turns the blocks of an annex into those of a Word document. `site`: its address, "" for no links to it."""

    def __init__(self, site: str, pictures: Mapping[str, bytes]) -> None:
        self._site = site
        self._pictures = pictures
        self._reading = Reading(link=lambda address: address)

    def section(self, section: blocks.Section) -> Iterable[Block]:
        """A part of the annex under its heading."""
        start: tuple[Block, ...] = (PageBreak(),) if section.fresh else ()
        made = (found for item in section.blocks for found in self.block(item))
        return (*start, Heading(1, section.title, section.id), *made)

    def block(self, item: blocks.Block) -> tuple[Block, ...]:  # noqa: C901, PLR0911, PLR0912 - one case per kind of block
        """One block of the annex."""
        match item:
            case blocks.Heading():
                return (Heading(2, item.text, item.id),)
            case blocks.Prose():
                reading = replace(self._reading, literal=item.literal, tone=Tone.QUOTE if item.literal else Tone.TEXT)
                return blocks_from_html(item.html, reading)
            case blocks.Statement():
                return (_line(item.text, Tone.STATEMENT),)
            case blocks.Remark():
                return self._remark(item)
            case blocks.Matrix():
                return (_matrix(item),)
            case blocks.Legend():
                words = (f"{mark.word}: {count}" for mark, count in item.items)
                return (List(ordered=False, items=tuple((_line(text),) for text in words)),)
            case blocks.Answers():
                return (self._answers(item),)
            case blocks.Grid():
                return (self._grid(item),)
            case blocks.Facts():
                return (self._facts(item),)
            case blocks.Picture():
                return self._picture(item)
            case blocks.Terms():
                return (self._terms(item),)
            case blocks.States():
                return (_states(item),)
            case blocks.Document():
                return self._document(item)
            case blocks.Wholes():
                return self._wholes(item)
            case blocks.Tensions():
                return tuple(made for tension in item.items for made in self._tension(tension))
        raise TypeError(f"no annex has a block {item.kind}")

    # --- words -------------------------------------------------------------------------------------------------------

    def _html(self, html: Markup) -> tuple[Inline, ...]:
        return runs_from_html(html, self._reading)

    def _links(self, links: Iterable[Link]) -> tuple[Inline, ...]:
        runs: list[Inline] = []
        for link in links:
            address = f"{self._site}/{link.path}" if self._site and link.path else ""
            target = f"{address}#{link.fragment}" if address and link.fragment else address
            runs += [Run(", "), Run(link.text, link=target)]
        return tuple(runs[1:])

    def _said(self, value: Said) -> tuple[Inline, ...]:
        html, links = self._html(value.html), self._links(value.links)
        if value.mark is None:
            return (*html, *links)
        first = (Run(value.mark.word, bold=True),)
        beside = (Run(" ("), *links, Run(")")) if links else ()
        return (*first, *((Run(". "), *html) if html else ()), *beside)

    def _remark(self, item: blocks.Remark) -> tuple[Block, ...]:
        sources = (Run(" Bronnen: " if item.html else "Bronnen: "), *_numbers(item.sources)) if item.sources else ()
        runs = (*self._html(item.html), *sources)
        return (Paragraph(runs, Tone.REMARK),) if runs else ()

    # --- tables ------------------------------------------------------------------------------------------------------

    def _answers(self, item: blocks.Answers) -> GridBlock:
        rows = []
        for row in item.rows:
            said = (*self._html(row.html), *((Run(" "), *_numbers(row.sources)) if row.sources else ()))
            rests = (Paragraph((Run("Steunt op: "), *self._links(row.records)), Tone.REMARK),) if row.records else ()
            name = Paragraph((Run(row.label),), anchor=row.id)
            rows.append(((name,), (_line(row.asked),), (_line(row.mark.word),), (Paragraph(said), *rests)))
        heads = ("Deel", "Gevraagd", "Dekking", "Wat het antwoord geeft")
        return _table(item.caption, heads, tuple(rows))

    def _grid(self, item: blocks.Grid) -> GridBlock:
        made = as_grid(TableBlock(item.table), address=f"{self._site}/" if self._site else "")
        made = replace(made, title=item.table.caption or item.table.title, caption="")
        if not item.sources:
            return made
        numbered = zip(made.rows, item.sources, strict=True)
        rows = tuple((*row, (Paragraph(_numbers(numbers)),)) for row, numbers in numbered)
        return replace(made, columns=(*made.columns, GridColumn("Bron")), rows=rows)

    def _facts(self, item: blocks.Facts) -> GridBlock:
        return _table(item.caption, ("Gegeven", "Inhoud"), tuple(self._fact(fact) for fact in item.facts))

    def _fact(self, fact: Fact) -> tuple[tuple[Block, ...], ...]:
        note = (Paragraph(self._html(fact.note), Tone.REMARK),) if fact.note else ()
        return (_line(fact.term),), (Paragraph(self._said(fact.value)), *note)

    def _terms(self, item: blocks.Terms) -> GridBlock:
        rows = []
        for row in item.rows:
            also = (_line(f"Ook: {row.also}.", Tone.REMARK),) if row.also else ()
            source = Paragraph(_numbers(row.sources) or (Run("eigen uitleg"),))
            rows.append(((_line(row.name),), (Paragraph(self._said(row.meaning)), *also), (source,)))
        return _table(item.caption, ("Begrip", "Wat het betekent", "Bron"), tuple(rows))

    # --- figures and sources -----------------------------------------------------------------------------------------

    def _picture(self, item: blocks.Picture) -> tuple[Block, ...]:
        caption = item.figure.caption.striptags()
        return (Figure(self._pictures[item.name], item.figure.alternative, caption, _PICTURE_WIDTH),)

    def _about(self, facts: tuple[Fact, ...], url: str, note: Markup) -> tuple[Inline, ...]:
        runs: list[Inline] = []
        for fact in facts:
            runs += [Run("; " if runs else ""), Run(f"{fact.term}: "), *self._said(fact.value)]
        runs.append(Run("."))
        runs += [Run(" Adres: "), Run(url, link=url), Run(".")] if url else []
        runs += [Run(" "), *self._html(note)] if note else []
        return tuple(runs)

    def _document(self, item: blocks.Document) -> tuple[Block, ...]:
        items = tuple(self._quote(quote) for quote in item.items)
        about = Paragraph(self._about(item.facts, item.url, item.note), Tone.REMARK)
        return (Heading(2, item.title), about, List(ordered=True, items=items, start=item.items[0].number))

    def _quote(self, item: blocks.QuoteItem) -> tuple[Block, ...]:
        whole = Run("Het document in zijn geheel.")
        words = Run(f"“{item.text}”", literal=True, lang=item.lang) if item.text else whole
        place = (*self._links((replace(item.link, text=item.place),)), Run(". ")) if item.place else ()
        cite = Paragraph((*place, Run(f"Gebruikt bij: {item.used}.")), Tone.REMARK)
        return (Paragraph((words,), anchor=f"bron-{item.number}"), cite)

    def _wholes(self, item: blocks.Wholes) -> tuple[Block, ...]:
        items = tuple(self._whole(whole) for whole in item.items)
        return (Heading(2, item.title), List(ordered=True, items=items, start=item.items[0].number))

    def _whole(self, item: blocks.WholeItem) -> tuple[Block, ...]:
        runs = (*self._about(item.facts, item.url, item.note), Run(f" Gebruikt bij: {item.used}."))
        return (Paragraph((Run(item.title),), anchor=f"bron-{item.number}"), Paragraph(runs, Tone.REMARK))

    def _tension(self, item: blocks.TensionItem) -> tuple[Block, ...]:
        readings = tuple((Paragraph(self._reading_of(row)),) for row in item.readings)
        note = (Paragraph(self._html(item.note), Tone.REMARK),) if item.note else ()
        return (Heading(2, item.subject), List(ordered=False, items=readings), *note)

    def _reading_of(self, row: blocks.ReadingRow) -> tuple[Inline, ...]:
        note = (Run(". "), *self._html(row.note)) if row.note else ()
        return (Run(f"“{row.text}”", literal=True), Run(f" {row.place} "), *_numbers(row.sources), *note)


def _table(title: str, heads: tuple[str, ...], rows: tuple[tuple[tuple[Block, ...], ...], ...]) -> GridBlock:
    columns = tuple(GridColumn(head, row_head=place == 0) for place, head in enumerate(heads))
    return GridBlock(title, columns, rows)


def _matrix(item: blocks.Matrix) -> GridBlock:
    """The shapes of the matrix as the words that stand beside them on paper."""
    rows = tuple(
        (
            (Paragraph((Run(str(row.number), link=f"#{row.target}" if row.target else ""),)),),
            (_line(row.subject),),
            (_line(row.words),),
            (_line(row.records or "geen records"),),
        )
        for row in item.rows
    )
    return _table(item.caption, ("Vraag", "Onderwerp", "Delen", "Steunt op"), rows)


def _states(item: blocks.States) -> GridBlock:
    rows = tuple(((_line(row.mark.word),), (_line(row.meaning),)) for row in item.rows)
    return _table(item.caption, ("Woord", "Wat het betekent"), rows)
