"""What every table says, cell by cell, on every page, in the annex, in Word, in the workbooks and in the data files.

A `Table` is what the program means to say; here it is held against what a reader gets. The words that a cell must have
are made here, from the cell alone: no code that prints is asked what it would print.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.browser_tools import real_site, real_tables
from tests.printed_reading import (
    Printed,
    Rows,
    Value,
    csv_rows,
    folded,
    html_tables,
    json_document,
    ods_sheets,
    page,
    pdf_tables,
    word_tables,
    words,
    xlsx_sheets,
)
from weerklank.addresses import is_bare
from weerklank.data.table import Cell, Column, Role, Table
from weerklank.project import ROOT
from weerklank.states import LEFT_OUT

OWN_MAKE = {
    ("Wat", "Reden of wat er wel staat", "Waar"): "the groups of gaps, with a link to each record",
    ("Woord", "Code", "Betekenis"): "the states themselves",
    ("Kolom", "Opschrift", "Soort", "Betekenis"): "the columns themselves",
    ("Adres", "Wat u er vindt"): "addresses that last",
    ("Bestand", "Grootte", "Controlegetal (SHA-256)"): "the files of an annex, held by the tests of the question page",
    ("Vraag", "Onderwerp", "Delen", "Steunt op"): "the coverage matrix",
    ("Vraag", "Onderwerp", "Delen", "Steunt op", "Blz."): "the same on paper",
    ("Deel", "Gevraagd", "Dekking", "Wat het antwoord geeft"): "the answers per part",
    ("Nr.", "Deelvraag", "Wat het antwoord zegt", "Alinea", "Pagina"): "where to find what, on paper",
    ("Nr.", "Deelvraag", "Wat het antwoord zegt", "Alinea", "In deze bijlage"): "the same on a page",
    ("Initiatief", "Gevraagd", "Gehoord", "Gedaan"): "the poster on the home page",
    ("Initiatief", "Wanneer", "Wat het is", "Bron"): "a line of each initiative, in the words of its record",
    ("Begrip", "Wat het betekent", "Bron"): "the glossary",
}
"""Tables that are not made of a `Table`, by their heads. Those without heads are facts."""

OTHER_CAPTIONS: dict[str, str] = {}
"""Captions of printed tables that are not those of their `Table`."""

DATA_ONLY = {
    r"wat-de-bron-niet-zegt|wat-de-bron-niet-zegt-per-record": "the page prints the gaps by group",
    r"wegwijzer|niet-vermeld": "the annex prints the same with links and marks",
    r"kolommen|tabellen": "what the data files say of themselves",
    r"antwoorden|dekking|bronnen|begrippen": "the annex prints the same with links and marks",
    r"klachten": "is printed with a share beside each number",
    r"klachten-aandelen": "the page of each year prints its own shares",
    r"klachten-compensaties": "the page of each year lists its own, and an annex counts them over the years",
    r"oordelen": "each verdict is told on the page of what it is about",
    r"reeksen-.+": "the page prints the same figures, with a column for each year",
    r"resultaten-nachtmeting": "no result has a figure: its page lists why, one by one",
}
"""Tables that are in data files only, by a pattern of their name."""


_METHOD = "Wat niet gemeten of niet vermeld is, met de reden"
_COVERAGE = "Dekking per deelvraag. De letters zijn de delen van elke deelvraag."
MAY_BE_BLANK = {
    (
        "Wanneer elk initiatief plaatsvond, voor zover de bron het zegt",
        "Hoe vaak, of de woorden van de bron",
    ): "years say it all",
    (_METHOD, "Reden of vindplaats"): "the state stands beside it; the source does not say why",
    (_COVERAGE, "Onderwerp"): "an author may leave it out",
    (_COVERAGE, "Delen"): "a question in one part has no letter; its coverage stands in words beside it",
}
"""Columns of printed tables, by caption and head, in which a cell may be empty."""


# --- what a cell must say --------------------------------------------------------------------------------------------


def _digits(number: str) -> Decimal:
    """The value of a number as it is printed in Dutch: decimal comma, thousands apart, a real minus."""
    bare = re.sub(r"[^\d,\N{MINUS SIGN}-]", "", number.replace("\N{MINUS SIGN}", "-"))
    return Decimal(bare.replace(",", "."))


def _shown(cell: Cell, column: Column) -> str:
    """What a reader must find in a cell."""
    if cell.state is not None:
        return folded(f"{cell.text}: {cell.reason}" if cell.reason else cell.text)
    if column.role is Role.LITERAL:
        return folded(f"“{cell.text}”")
    if column.role is Role.NUMBER and cell.number:
        return folded(f"{cell.qualifier} {cell.number}")
    return folded(cell.text)


def _unit(cell: Cell) -> str:
    """What the words of a number say besides how precise it is and its digits."""
    return folded(cell.text).removeprefix(cell.qualifier).replace(_amount(cell), "", 1).strip()


def _amount(cell: Cell) -> str:
    """The number in the words of a number, without its unit."""
    found = re.search(r"(?:± )?\N{MINUS SIGN}?\d[\d.,]*(?: \d{3})*(?:,\d+)?", folded(cell.text))
    return found[0] if found else ""


def _own_faults(table: Table) -> Iterable[str]:
    """Where a cell contradicts itself: its words, its number and its value are one thing."""
    for row in table.rows:
        for cell, column in zip(row, table.columns, strict=True):
            place = f"{table.name}, {column.label}, {row[0].text}: {cell}"
            if cell.state is not None and cell.value not in (None, cell.text, cell.state.key):
                yield f"{place}: a state and a value"
            if isinstance(cell.value, int | Decimal):
                if not folded(cell.text).startswith(cell.qualifier):
                    yield f"{place}: the words lack how precise it is"
                if cell.number and not folded(cell.number).replace("€ ", "").startswith(_amount(cell)):
                    yield f"{place}: the number is not the value"
                if cell.number and (_unit(cell) == "procent") != cell.number.endswith("%"):
                    yield f"{place}: the number is a share without its sign, or none with it"
                if _digits(_amount(cell)) != cell.value:
                    yield f"{place}: the words are not the value"
            elif cell.qualifier or cell.number:
                yield f"{place}: a number without a value"


def _none(faults: Iterable[str]) -> None:
    """Nothing may be found; what is found is shown in full."""
    found = list(faults)
    assert not found, "\n".join(found[:40])


def _nearest(tries: Iterable[list[str]]) -> list[str]:
    """The faults of the table that comes nearest, of all that a printed one may be."""
    return min(tries, key=len)


TABLES_OF: dict[str, Callable[[str, bytes], list[Printed]]] = {
    "html": lambda where, data: html_tables(where, page(data)),
    "pdf": pdf_tables,
    "docx": word_tables,
}


# --- the sites that are looked at ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Site:
    """A built site: its folder, every table that was made while it was built, and the folder with its content."""

    folder: Path
    made: tuple[Table, ...]
    content: Path

    @cached_property
    def drawn(self) -> set[tuple[str, ...]]:
        """The heads of every table that an author drew in a running text."""
        texts = [path.read_text("utf-8") for path in self.content.rglob("*") if path.suffix in (".md", ".yaml")]
        found = [head for text in texts for head in re.findall(r"^ *\|(.+)\|\n *\|[-:| ]+\|$", text, re.MULTILINE)]
        return {tuple(cell.strip() for cell in head.split("|")) for head in found}

    @cached_property
    def headings(self) -> tuple[tuple[set[str], set[str]], ...]:
        """Of each page the names of the tables that it offers as a file, and the words of its headings."""
        trees = (page(data) for _, data in self.files("*.html"))
        return tuple(
            (
                {Path(link).stem for link in tree.xpath("//a/@href") if link.endswith(".csv")},
                {words(item) for level in range(2, 7) for item in tree.iter(f"h{level}")},
            )
            for tree in trees
        )

    def tells(self, table: Table) -> bool:
        """Whether a page that offers a table has a heading for each of its rows: in a list, or above its story.

        A table without rows tells nothing.
        """
        heads = [at for at, column in enumerate(table.columns) if column.role is Role.HEAD]
        names = {folded(row[at].text) for row in table.rows for at in heads[:1]}
        pages = (said for offered, said in self.headings if table.name in offered)
        return not names or any(names <= said for said in pages)

    def files(self, pattern: str) -> list[tuple[str, bytes]]:
        """Address and bytes of each file, sorted; plain editions have a test of their own (`test_bare`)."""
        found = ((path.relative_to(self.folder).as_posix(), path) for path in sorted(self.folder.rglob(pattern)))
        files = [(name, path.read_bytes()) for name, path in found if not is_bare(name)]
        assert files, pattern
        return files

    def tables(self) -> list[Printed]:
        """Every table that a reader can see, but those that an author drew in a running text, without a caption."""
        return [
            table
            for ending, read in TABLES_OF.items()
            for where, data in self.files(f"*.{ending}")
            for table in read(where, data)
            if table.caption or table.heads not in self.drawn
        ]


@pytest.fixture(scope="module", params=["voorbeeld", pytest.param("inhoud", marks=pytest.mark.source_document)])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The site of the example agency, and the one that the source document became."""
    if request.param == "voorbeeld":
        return Site(
            voorbeeld_site.site(tmp_path_factory), voorbeeld_site.tables(tmp_path_factory), voorbeeld_site.CONTENT
        )
    return Site(real_site(tmp_path_factory), real_tables(tmp_path_factory), ROOT / "content")


@pytest.fixture(scope="module")
def printed(site: Site) -> list[Printed]:
    """Every table of that site."""
    return site.tables()


# --- pages, PDF and Word ---------------------------------------------------------------------------------------------


def _could_be(table: Printed, site: Site) -> list[Table]:
    """The tables that were made with these heads; a last column with the numbers of sources may have been added."""
    shorter = (table.heads[:-1],) if table.heads[-1:] == ("Bron",) else ()
    for heads in (table.heads, *shorter):
        found = [
            made
            for made in site.made
            if len(made.columns) == len(heads)
            and all(folded(column.label) == head for head, column in zip(heads, made.columns, strict=True))
        ]
        if found:
            return found
    return []


def _differences(table: Printed, made: Table) -> list[str]:
    """Where a printed table is not the one that was made, in words."""
    if len(table.rows) != len(made.rows):
        return [f"{table}: {len(table.rows)} rows instead of {len(made.rows)}"]
    return [
        f"{table}\n  {made.name}, {column.label}: printed {text!r}, not {_shown(cell, column)!r}"
        for texts, cells in zip(table.rows, made.rows, strict=True)
        for text, cell, column in zip(texts, cells, made.columns, strict=False)
        if text != _shown(cell, column)
    ]


def _made_as(table: Printed, site: Site) -> list[Table]:
    """The tables that a printed one may be: of these heads, and of this caption unless `OTHER_CAPTIONS` says why."""
    mades = _could_be(table, site)
    if table.caption in OTHER_CAPTIONS:
        return mades
    return [made for made in mades if table.caption in (folded(made.caption), folded(made.title))]


def _made(table: Printed, site: Site) -> list[Table]:
    """The table that a printed one is most like, if it may be any."""
    return sorted(_made_as(table, site), key=lambda made: len(_differences(table, made)))[:1]


def _verdict(table: Printed, site: Site) -> list[str]:
    if mades := _made_as(table, site):
        return _nearest(_differences(table, made) for made in mades)
    if table.heads in OWN_MAKE or not table.heads:
        return []
    known = sorted({folded(made.caption or made.title) for made in _could_be(table, site)})
    return [f"{table}: no table has this caption, but {known}" if known else f"{table}: made of nothing that is known"]


def test_every_cell_says_what_it_means(printed: list[Printed], site: Site) -> None:
    """Each printed cell has the words of its `Cell`: how precise, the number, the state, the reason.

    A table with other heads than those of any table that was made is an error unless `OWN_MAKE` says why.
    """
    _none(fault for table in printed for fault in _verdict(table, site))


@pytest.mark.parametrize("site", ["voorbeeld"], indirect=True)
def test_a_dash_says_that_nobody_filled_it_in(printed: list[Printed], site: Site) -> None:
    """A year of which nothing is written has a dash in each form and a code in the data; a written silence is said."""
    names = ("Drager: brief", "Gegrondheid: gegrond")
    forms: dict[str, dict[str, list[str]]] = {}
    for table in printed:
        if table.caption.startswith("Klachten per jaar, in aantallen en aandelen"):
            # An annex has a sheet for some years at a time, without the rows that say nothing of them.
            rows, none = {row[0]: row[1:] for row in table.rows}, ("–",) * (len(table.rows[0]) - 1)
            for name in names:
                forms.setdefault(table.where, {}).setdefault(name, []).extend(rows.get(name, none))
    assert {"html", "pdf", "docx"} == {where.rpartition(".")[2] for where in forms}
    found = {tuple(value for name in names for value in values[name]) for values in forms.values()}
    carrier, ground = (
        ("12 (8%)", "hoogstens 30%", "–", "–", "60 (61%)", "–"),
        ("61 (44%)", "–", "–", "niet vermeld", "–"),
    )
    assert {(*carrier, *ground)} == {(*row[:7], *row[8:]) for row in found}
    assert {"niet vermeld", "niet vermeld: Het verslag splitst 2024 niet."} == {row[7] for row in found}
    (data,) = [data for where, data in site.files("klachten.csv") if where.startswith("data/")]
    counted = "12,zoals_vermeld,,,,,niet_ingevuld,Alleen het aandeel is opgegeven.,,niet_ingevuld,,,niet_ingevuld,60"
    assert f"Drager: brief,{counted},zoals_vermeld,," in data.decode()


def test_a_state_has_its_shape(printed: list[Printed], site: Site) -> None:
    """What a state looks like says the same as its word; what is no state looks like none."""
    _none(
        f"{table}: {text!r} is drawn as {shape!r}"
        for table in printed
        for made in _made(table, site)
        for texts, shapes, cells in zip(table.rows, table.shapes, made.rows, strict=False)
        for text, shape, cell in zip(texts, shapes, cells, strict=False)
        if shape != (cell.state.shape if cell.state and cell.state != LEFT_OUT else "")
    )


def test_every_table_is_printed(printed: list[Printed], site: Site) -> None:
    """No table is made in vain: a reader sees it, or `DATA_ONLY` says why not."""
    _none(name for name in _unseen(printed, site) if not any(re.fullmatch(pattern, name) for pattern in DATA_ONLY))


def _unseen(printed: list[Printed], site: Site) -> list[str]:
    """The names of the tables that no reader sees."""
    shown = {made.name for table in printed for made in _made_as(table, site)}
    return sorted({table.name for table in site.made if not site.tells(table)} - shown)


@pytest.mark.parametrize("site", ["voorbeeld"], indirect=True)
def test_exceptions_are_still_needed(printed: list[Printed], site: Site) -> None:
    """Nothing is listed as an exception that is none any more."""
    heads = {table.heads for table in printed if not _made_as(table, site)}
    unseen = _unseen(printed, site)

    _none(sorted(map(str, set(OWN_MAKE) - heads)))
    _none(sorted(set(OTHER_CAPTIONS) - {table.caption for table in printed}))
    _none(pattern for pattern in DATA_ONLY if not any(re.fullmatch(pattern, name) for name in unseen))


def test_a_cell_on_a_phone_names_its_column(printed: list[Printed], site: Site) -> None:
    """Where a table becomes a list, each cell but the name of the row says which column it is."""
    _none(
        f"{table}: {text!r} is called {label!r}"
        for table in printed
        if _made_as(table, site) and any(any(labels) for labels in table.labels)
        for texts, labels in zip(table.rows, table.labels, strict=True)
        for text, label, head in zip(texts, labels, table.heads, strict=True)
        if label != head and not (label == "" and head == _name_of_row(table, site))
    )


def _name_of_row(table: Printed, site: Site) -> str:
    made = _made(table, site)[0]
    return next(folded(column.label) for column in made.columns if column.role is Role.HEAD)


def test_no_cell_is_blank(printed: list[Printed]) -> None:
    """What is not known is said in words."""
    _none(
        f"{table}: nothing under {head!r} at {texts[0]!r}"
        for table in printed
        for texts in table.rows
        for text, head in zip(texts, table.heads or texts, strict=False)
        if not text and (table.caption, head) not in MAY_BE_BLANK
    )


def test_a_unit_is_never_lost(printed: list[Printed], site: Site) -> None:
    """A number has its unit beside it, in the head of its column or in the caption."""
    _none(
        f"{table}: {text!r} lacks {unit!r}"
        for table in printed
        for made in _made(table, site)
        for texts, cells in zip(table.rows, made.rows, strict=False)
        for text, cell, head in zip(texts, cells, table.heads, strict=False)
        if isinstance(cell.value, int | Decimal)
        for unit in [_unit(cell)]
        if not _has_unit(unit, text, head, table.caption)
    )


def _has_unit(unit: str, *places: str) -> bool:
    words = " ".join(places).casefold()
    return unit.casefold() in words or (unit == "procent" and "%" in words)


def test_a_cell_does_not_contradict_itself(site: Site) -> None:
    """The words, the number and the value of a cell are one thing; an absence has no value."""
    _none(fault for table in site.made for fault in _own_faults(table))


# --- data files ------------------------------------------------------------------------------------------------------


def _is_number(cell: Cell) -> bool:
    return isinstance(cell.value, int | Decimal)


def _value(cell: Cell, column: Column) -> Value:
    """The value proper: a number exactly, the word in a column of states, nothing for what is absent."""
    if column.role is Role.STATE or (cell.value is None and cell.state is None):
        return cell.text or None
    return (cell.value or None) if isinstance(cell.value, str | None) else Decimal(cell.value)


def _columns(table: Table) -> dict[str, list[Value]]:
    """What a data file must hold, by key: for each column its values, then a column for every other thing to say."""
    found: dict[str, list[Value]] = {}
    for index, column in enumerate(table.columns):
        cells = [row[index] for row in table.rows]
        numbers = [cell for cell in cells if _is_number(cell)]
        found[column.key] = [_value(cell, column) for cell in cells]
        if any(cell.qualifier for cell in cells):
            words = [(cell.qualifier or "zoals_vermeld") if cell in numbers else None for cell in cells]
            found[f"{column.key}_precisie"] = [*words]
        if not column.unit and any(map(_unit, numbers)):
            found[f"{column.key}_tekst"] = [cell.text if cell in numbers else None for cell in cells]
        if column.role is Role.STATE or any(cell.state for cell in cells):
            found[f"{column.key}_toestand"] = [cell.state.key if cell.state else None for cell in cells]
        if any(cell.reason for cell in cells):
            found[f"{column.key}_reden"] = [cell.reason or None for cell in cells]
    return found


def _labels(table: Table) -> tuple[str, ...]:
    """The heads of a sheet: the label with its unit, and what an added column holds."""
    found = []
    for key in _columns(table):
        column = table.columns[_origin(table, key)]
        unit = f" ({column.unit})" if column.unit else ""
        found.append(column.label + unit if key == column.key else f"{column.label}: {key.rpartition('_')[2]}")
    return tuple(found)


def _named(site: Site, name: str) -> list[Table]:
    """The tables of this name that were made: at most a few, such as one for the site and one for an annex."""
    found = [table for table in site.made if table.name == name]
    assert found, f"no table is called {name}"
    return found


def _rows_of(table: Table, absent: Callable[[Cell], object]) -> list[tuple[object, ...]]:
    """The rows of a data file; `absent` says what stands in the place of a value that is not there."""
    columns = _columns(table)
    keys = [column.key for column in table.columns]
    return [
        tuple(
            absent(row[keys.index(key)]) if key in keys and values[place] is None else values[place]
            for key, values in columns.items()
        )
        for place, row in enumerate(table.rows)
    ]


def _origin(table: Table, key: str) -> int:
    names = [column.key for column in table.columns]
    return names.index(key) if key in names else names.index(key.rpartition("_")[0])


def _unlike(found: Rows, heads: tuple[str, ...], rows: list[tuple[object, ...]]) -> list[str]:
    """Where data are not what they must be, in words."""
    if found.heads != heads:
        return [f"{found.where}: heads {found.heads} instead of {heads}"]
    if len(found.rows) != len(rows):
        return [f"{found.where}: {len(found.rows)} rows instead of {len(rows)}"]
    return [
        f"{found.where}, {head}: {text!r} instead of {wanted!r}"
        for texts, values in zip(found.rows, rows, strict=True)
        for text, wanted, head in zip(texts, values, heads, strict=True)
        if text != wanted
    ]


def _in_csv(value: object) -> object:
    """As text: digits with a point, and an apostrophe before what a spreadsheet would run."""
    if isinstance(value, Decimal):
        return format(value, "f")
    return f"'{value}" if isinstance(value, str) and value[0] in "=+-@" else value


def _csv_rows(table: Table) -> list[tuple[object, ...]]:
    return [tuple(map(_in_csv, row)) for row in _rows_of(table, lambda _: None)]


def test_csv_holds_every_cell(site: Site) -> None:
    """Each CSV file has the exact values, and beside them how precise, which state and why."""
    _none(
        fault
        for where, data in site.files("*.csv")
        for found in [csv_rows(where, data)]
        for fault in _nearest(
            _unlike(found, tuple(_columns(made)), _csv_rows(made)) for made in _named(site, Path(where).stem)
        )
    )


def _in_json(cell: Cell) -> object:
    """An absence with its reason in the place of the value; text that is empty stays text."""
    return {"toestand": cell.state.key, "reden": folded(cell.reason) or None} if cell.state else cell.value


def test_json_holds_every_cell(site: Site) -> None:
    """Each JSON file has the same, with an absence in the place of its value, and the words around the table."""
    _none(
        fault
        for where, data in site.files("*.json")
        if "csv-metadata" not in where and where != "manifest.json"
        for found in [json_document(data)]
        for fault in _nearest(_unlike_json(where, found, made) for made in _named(site, Path(where).stem))
    )


def _unlike_json(where: str, found: dict[str, object], made: Table) -> list[str]:
    about = {
        "naam": made.name,
        "titel": folded(made.title),
        "bijschrift": folded(made.caption),
        "opmerkingen": [folded(note) for note in made.notes],
        "niet_limitatief": made.non_exhaustive,
    }
    faults = [
        f"{where}, {key}: {found[key]!r} instead of {value!r}" for key, value in about.items() if found[key] != value
    ]
    rows = [dict(zip(_columns(made), row, strict=True)) for row in _rows_of(made, _in_json)]
    written = found["rijen"]
    assert isinstance(written, list)
    if len(written) != len(rows):
        return [*faults, f"{where}: {len(written)} rows instead of {len(rows)}"]
    return faults + [
        f"{where}, {key}: {own.get(key)!r} instead of {value!r}"
        for own, row in zip(written, rows, strict=True)
        for key, value in row.items()
        if own.get(key, ...) != value or list(own) != list(row)
    ]


def _in_sheet(cell: Cell) -> object:
    """In a workbook an absence is its word, and a dash stands where there is nothing to say."""
    return cell.text or LEFT_OUT.word


_CONTENTS, _NOTES = "Inhoud", "Toelichting"
_READ = {"xlsx": xlsx_sheets, "ods": ods_sheets}


@pytest.mark.parametrize("ending", _READ)
def test_a_workbook_holds_every_cell(ending: str, site: Site) -> None:
    """Each sheet has the words of an absence in its cell, and numbers exactly; the contents name every sheet."""
    faults = []
    for where, data in site.files(f"*.{ending}"):
        sheets = _READ[ending](where, data)
        listed = {row[0]: row[3] for row in sheets[_CONTENTS].rows}
        for title, rows in sheets.items():
            if title in (_CONTENTS, _NOTES):
                continue
            mades = [made for made in site.made if made.name.replace("-", " ").startswith(title.casefold())]
            assert mades, f"{where}: no table is called {title}"
            faults += _nearest(_unlike(rows, _labels(made), _rows_of(made, _in_sheet)) for made in mades)
            if listed.get(title) != len(rows.rows):
                faults.append(f"{where}: the contents give {title} {listed.get(title)} rows")
    _none(faults)


@pytest.mark.parametrize("ending", _READ)
def test_a_workbook_explains_what_it_uses(ending: str, site: Site) -> None:
    """The notes define every state that occurs in a sheet, and repeat every sentence that belongs to its table."""
    faults = []
    for where, data in site.files(f"*.{ending}"):
        sheets = _READ[ending](where, data)
        notes = sheets[_NOTES].rows if _NOTES in sheets else ()
        said = {(row[2], sheet) for row in notes for sheet in str(row[3]).split(", ")}
        for title, rows in sheets.items():
            mades = [made for made in site.made if made.name.replace("-", " ").startswith(title.casefold())]
            for made in mades[:0] if title in (_CONTENTS, _NOTES) else mades:
                if _unlike(rows, _labels(made), _rows_of(made, _in_sheet)):
                    continue
                states = {cell.state for row in made.rows for cell in row if cell.state and cell.state.definition}
                needed = {folded(state.definition) for state in states} | {folded(note) for note in made.notes}
                faults += [f"{where}, {title}: nothing says {text!r}" for text in needed if (text, title) not in said]
    _none(faults)
