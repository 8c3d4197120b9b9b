"""The pages of open data: every table with its files, what columns and states mean, how to cite, which addresses last.

In: the public corpus and its tables. Out: `DataPage`, a `TablePage` for each table, and the list of tables as a table
of its own. It makes no file.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.dictionary import kind_words
from weerklank.data.flat import CellPart, FlatColumn, FlatTable, flatten, state_keys
from weerklank.data.formats import FORMATS
from weerklank.data.meta import Meta
from weerklank.data.table import OPEN_LIST, Column, Role, Table, count_cell, text_cell
from weerklank.document.parts import Link
from weerklank.facts.provenance import provenance
from weerklank.model import RECORDS
from weerklank.model.fields import fields_of, within
from weerklank.site import linked
from weerklank.site.dcat import missing_dcat_fields
from weerklank.site.feeds import has_sitemap
from weerklank.site.shell import EVERYTHING, Head, head
from weerklank.states import ABSENCES, FOLLOWS, LEFT_OUT, NOT_NAMED, PARTLY, SIGNAL_OPEN, STATED, State
from weerklank.wording import capital, counted

DESCRIPTION = "csv-metadata.json"
"""The ending of the file that describes a csv file (CSV on the Web)."""

INDEX, DICTIONARY = "tabellen", "kolommen"
"""The names of the list of tables and of the data dictionary."""


@dataclass(frozen=True)
class ColumnRow:
    """A column with a value. `beside`: the columns that say more about it in the files; `states`: codes that occur."""

    column: FlatColumn
    kind: str
    beside: tuple[str, ...]
    states: tuple[str, ...]


@dataclass(frozen=True)
class TableEntry:
    """One table on offer. `files`: one link for each format; `width`: the number of columns in each of them.

    `page`: where its columns are explained.
    """

    table: Table
    about: str
    notes: tuple[str, ...]
    files: tuple[Link, ...]
    width: int
    page: str


@dataclass(frozen=True)
class TablePage:
    """What each column of one table means. `states`: the place where the codes of states are explained."""

    head: Head
    entry: TableEntry
    columns: tuple[ColumnRow, ...]
    states: Link


@dataclass(frozen=True)
class AddressRow:
    """A permanent address. `pattern`: with `<…>` for what varies; `path`: the address, an example of it, or ""."""

    pattern: str
    what: str
    path: str


@dataclass(frozen=True)
class DataPage:
    """Everything the template prints. `bundles`: the workbooks with everything; `origin`: where the data come from.

    `states`: the vocabularies of states, each with a title and a note; `missing`: what a DCAT record still lacks.
    """

    head: Head
    origin: Meta
    bundles: tuple[Link, ...]
    tables: tuple[TableEntry, ...]
    dictionary: tuple[Link, ...]
    states: tuple[tuple[str, str, tuple[State, ...]], ...]
    addresses: tuple[AddressRow, ...]
    disclaimer: str
    citation: str
    missing: tuple[str, ...]


def data_page(corpus: Corpus, tables: tuple[Table, ...]) -> DataPage:
    """The page of open data for these tables, in this order."""
    found = corpus.organisation
    lead = (
        f"Alle gegevens van deze site als bestand: {counted(len(tables), 'tabel', 'tabellen')} in csv, json, Excel en "
        f"OpenDocument, met uitleg bij elke kolom. {found.licence.text}"
    )
    about = linked.dataset(
        corpus,
        page=addresses.DATA,
        title=f"{found.site.name}: open data",
        description=found.site.introduction,
        files=linked_files(tables, endings=("csv",)),
    )
    return DataPage(
        head=head(
            corpus,
            path=addresses.DATA,
            title="Open data",
            lead=lead.strip(),
            feeds=(EVERYTHING,),
            about=about,
        ),
        origin=provenance(corpus),
        bundles=tuple(
            Link(text, addresses.download(addresses.WORKBOOK, ending))
            for text, ending in (("Excel (xlsx)", "xlsx"), ("OpenDocument (ods)", "ods"))
        ),
        tables=tuple(_entry(table) for table in tables),
        dictionary=tuple(_file(DICTIONARY, ending) for ending in ("csv", "json")),
        states=_STATES,
        addresses=_addresses(corpus, tables),
        disclaimer=addresses.DISCLAIMER,
        citation=citation(corpus),
        missing=missing_dcat_fields(corpus),
    )


def files_of(table: str) -> tuple[str, ...]:
    """The files of one table, in the order in which they are offered."""
    return tuple(addresses.download(table, ending) for ending in (*FORMATS, DESCRIPTION))


def needed_files(tables: Iterable[str]) -> tuple[str, ...]:
    """The data files whose size the page prints (site-relative paths), by the names of the tables."""
    books = (addresses.download(addresses.WORKBOOK, ending) for ending in ("xlsx", "ods"))
    files = (path for table in tables for path in files_of(table))
    return (*books, *files, *(_file(DICTIONARY, ending).path for ending in ("csv", "json")))


def linked_files(tables: tuple[Table, ...], *, endings: tuple[str, ...]) -> tuple[Link, ...]:
    """The files that catalogues and search engines hear of: the workbooks with everything, and each table."""
    everything = tuple(
        Link(f"Alle tabellen ({ending})", addresses.download(addresses.WORKBOOK, ending)) for ending in ("xlsx", "ods")
    )
    return everything + linked.table_files(tables, endings=endings)


def citation(corpus: Corpus) -> str:
    """The line with which a reuser names the source: who, when, what, as of when, where and under which licence."""
    meta = provenance(corpus)
    parts = (
        f"{meta.publisher} ({meta.as_of[:4]})" if meta.as_of else meta.publisher,
        f"{corpus.organisation.site.name}: open data" + (f", stand op {meta.as_of_words}" if meta.as_of_words else ""),
        meta.licence,
        meta.address,
    )
    return ". ".join(part for part in parts if part)


def _file(name: str, ending: str) -> Link:
    return Link(ending, addresses.download(name, ending))


def _entry(table: Table) -> TableEntry:
    return TableEntry(
        table,
        capital(table.caption.removeprefix(f"{table.title}. ")),
        tuple(note for note in table.notes if note != OPEN_LIST),
        (*(_file(table.name, ending) for ending in FORMATS), Link("csvw", addresses.download(table.name, DESCRIPTION))),
        len(flatten(table).columns),
        addresses.table(table.name),
    )


_OF_ONE_RECORD = ("resultaten-", "reeksen-")
"""How the names of tables begin that hold the figures of one measurement."""


def table_page(corpus: Corpus, table: Table) -> TablePage:
    """The page of one table: what it holds, its files, and the dictionary of its columns."""
    entry, flat = _entry(table), flatten(table)
    title = f"Open data: {table.title}"
    if table.name.startswith(_OF_ONE_RECORD):  # several can have a table of this title: the name of its files differs
        title += f" ({table.name})"
    trail = (Link("Open data", addresses.DATA),)
    return TablePage(
        head(corpus, path=entry.page, title=title, lead=f"{entry.about or table.title}.", trail=trail),
        entry,
        tuple(_column(flat, column) for column in flat.columns if column.part is CellPart.VALUE),
        Link("Wat een toestand betekent", addresses.DATA, "toestanden"),
    )


def _column(flat: FlatTable, column: FlatColumn) -> ColumnRow:
    kind = f"{kind_words(column)} ({column.unit})" if column.unit else kind_words(column)
    beside = tuple(other.key for other in flat.columns if other.origin == column.key and other != column)
    return ColumnRow(column, kind, beside, state_keys(flat, column.key))


def _of_lists() -> Iterator[tuple[str, str, tuple[State, ...]]]:
    """The closed lists of the model whose choices are states and that say above what these are explained."""
    fields = within(field for model in RECORDS.values() for field in fields_of(model))
    known = {field.explained: field.choices for field in fields if field.explained[0]}
    for (heading, note), choices in known.items():
        yield heading, note, tuple(choice.state for choice in choices if choice.state)


_STATES = (
    (
        "Waarom een gegeven er niet is",
        "De waarde is dan leeg. De code staat in een kolom ernaast, die eindigt op _toestand.",
        (*ABSENCES, LEFT_OUT),
    ),
    *_of_lists(),
    (
        "Gevraagd, gehoord, gedaan",
        "Wat de bron over een initiatief zegt, wat erbij opgetekend is, en wie er genoemd is.",
        (STATED, PARTLY, *FOLLOWS, SIGNAL_OPEN, NOT_NAMED),
    ),
)


def _addresses(corpus: Corpus, tables: tuple[Table, ...]) -> tuple[AddressRow, ...]:
    """The permanent addresses and what they give; those that vary per table lead to the first table."""
    first = tables[0].name if tables else INDEX
    rows = [
        _fixed(addresses.download(INDEX, "json"), "De lijst van alle tabellen, met hun bestanden. Begin hier."),
        _fixed(addresses.download(INDEX, "csv"), "Dezelfde lijst als csv."),
        _fixed(addresses.download(DICTIONARY, "csv"), "Het datawoordenboek: elke kolom van elke tabel."),
        _fixed(addresses.download(addresses.WORKBOOK, "xlsx"), "Alle tabellen in één werkboek. Ook als ods."),
        _varying("csv", "Een tabel. Ook als json, xlsx en ods.", first),
        _varying(DESCRIPTION, "Wat er in het csv-bestand staat, voor programma’s (CSV on the Web).", first),
        AddressRow(
            addresses.download("<lijst>-per-<kenmerk>-<waarde>", "csv"),
            "Een verfijnde lijst. De link staat onderaan elke verfijnde lijst op de site.",
            "",
        ),
        AddressRow(addresses.chart_png("<grafiek>"), "Een grafiek als beeld. Ook als svg.", ""),
        AddressRow(
            addresses.receipt("<initiatief>", "<signaal>"),
            "Het ontvangstbewijs van één signaal. Ernaast een Atom-feed (xml) en een QR-code (svg).",
            "",
        ),
        AddressRow(addresses.annex("<id>"), "De bijlage bij het antwoord op een vraag.", ""),
        AddressRow("<soort>/<id>.html", "Eén gegeven. De id blijft, ook als de titel verandert.", ""),
        _fixed(addresses.feed(), "Elke wijziging, als Atom-feed."),
        _fixed(addresses.feed("toezegging"), "Wat er met toezeggingen gebeurt, als Atom-feed."),
    ]
    if has_sitemap(corpus):
        rows.append(_fixed(addresses.SITEMAP, "Alle pagina’s, voor zoekmachines."))
    if not missing_dcat_fields(corpus):
        rows.append(_fixed(addresses.DCAT, "De beschrijving van deze open data voor catalogi (DCAT)."))
    return tuple(rows)


def _fixed(path: str, what: str) -> AddressRow:
    return AddressRow(path, what, path)


def _varying(ending: str, what: str, example: str) -> AddressRow:
    return AddressRow(addresses.download("<tabel>", ending), what, addresses.download(example, ending))


def index_table(corpus: Corpus, tables: tuple[Table, ...]) -> Table:
    """The list of tables for programs: names, contents and the address of each file.

    That is absolute, or relative to the folder of the list when the site does not know its own address.
    """
    rows = tuple(
        (
            text_cell(table.name),
            text_cell(table.title),
            text_cell(table.caption or table.title),
            count_cell(len(table.rows)),
            text_cell("ja" if table.non_exhaustive else "nee"),
            *(
                text_cell(linked.address(corpus, addresses.download(table.name, ending), page=addresses.DATA))
                for ending in FORMATS
            ),
        )
        for table in tables
    )
    return Table(
        INDEX,
        "Tabellen",
        (
            Column("tabel", "Tabel", Role.HEAD, description="De vaste naam van de tabel, ook van haar bestanden."),
            Column("titel", "Titel", description="De titel van de tabel."),
            Column("inhoud", "Inhoud", description="Wat er in de tabel staat."),
            Column("rijen", "Rijen", Role.NUMBER, "aantal", "Het aantal rijen."),
            Column("niet_limitatief", "Voorbeelden", description="ja: de bron noemt dit voorbeelden."),
            *(Column(ending, ending, description=f"Het adres van het {ending}-bestand.") for ending in FORMATS),
        ),
        rows,
        caption="Alle tabellen van de open data, met het adres van elk bestand",
    )
