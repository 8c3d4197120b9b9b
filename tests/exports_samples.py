"""Tables for the tests of the data formats and of the Word document: one with everything, and arbitrary ones."""

from decimal import Decimal

from hypothesis import strategies as st

from weerklank.data.formats.workbook import WorkbookInfo
from weerklank.data.meta import Meta
from weerklank.data.table import Cell, Column, Role, Table, count_cell, state_cell, text_cell
from weerklank.states import ABSENCES, COURSES, NOT_MEASURED, NOT_STATED

EPOCH = 1_795_392_000  # 23 November 2026, 00:00 UTC

META = Meta(
    publisher="Agentschap Voorbeeld",
    as_of="2026-11-23",
    as_of_words="23 november 2026",
    licence="Gratis hergebruik",
    licence_url="https://data.example/licentie",
    contact="data@voorbeeld.example",
    address="https://voorbeeld.example/data/",
)
ABOUT = WorkbookInfo(title="Luisteren & bijsturen", meta=META, reading=("De cijfers komen uit één antwoord.",))

MEASURES = Table(
    name="metingen",
    title="Metingen",
    caption="Aandeel van de lokale besturen, in procent van de antwoorden",
    notes=("De schalen verschillen.",),
    non_exhaustive=True,
    columns=(
        Column("id", "Id", description="De vaste naam."),
        Column("onderwerp", "Onderwerp", Role.HEAD),
        Column("waarde", "Waarde", Role.NUMBER, "procent", "Het aandeel."),
        Column("antwoord", "Getelde antwoorden", Role.LITERAL),
        Column("kosten", "Kosten", Role.NUMBER),
        Column("jaar", "Jaar", Role.NUMBER),
        Column("status", "Status", Role.STATE),
    ),
    rows=(
        (
            text_cell("termijn"),
            text_cell("Termijn van behandeling"),
            Cell("ongeveer 66 procent", 66, qualifier="ongeveer", number="66%"),
            text_cell("helemaal tevreden of tevreden"),
            Cell("€ 1.234,50", Decimal("1234.50"), number="€ 1.234,50"),
            Cell("2016", 2016, number="2016"),
            Cell("uitgevoerd", "uitgevoerd", COURSES[3]),
        ),
        (
            text_cell("vriendelijk"),
            text_cell("Vriendelijkheid"),
            state_cell(NOT_MEASURED, reason="Te kleine groep"),
            state_cell(NOT_STATED),
            state_cell(NOT_STATED),
            Cell("12\u00a0345", 12345, number="12\u00a0345"),
            Cell("deels uitgevoerd", "deels_uitgevoerd", COURSES[4]),
        ),
    ),
)
KEYS = [
    "id", "onderwerp", "waarde", "waarde_precisie", "waarde_toestand", "waarde_reden", "antwoord", "antwoord_toestand",
    "kosten", "kosten_tekst", "kosten_toestand", "jaar", "status", "status_toestand",
]  # fmt: skip

COUNTS = Table(
    name="wie-werd-gehoord",
    title="Wie werd gehoord",
    columns=(Column("groep", "Groep", Role.HEAD), Column("aantal", "Aantal", Role.NUMBER, "initiatieven")),
    rows=((text_cell("Verenigingen"), count_cell(4)), (text_cell("Burgers"), count_cell(0))),
)
EMPTY = Table(name="leeg", title="Nog niets", columns=(Column("a", "A", Role.HEAD), Column("b", "B")), rows=())
TABLES = (MEASURES, COUNTS, EMPTY)

PAYLOADS = (
    "=1+1",
    "+31 2 553",
    "-5",
    "@SUM(A1)",
    "\t=1+1",
    "\r=1+1",
    "\n=1+1",
    "  =1+1",
    "'=1+1",
    "＝1+1",
    '=HYPERLINK("https://boos.example";"klik")',
    "=cmd|' /C calc'!A0",
    "https://boos.example/",
    "mailto:iemand@boos.example",
    "internal:'Inhoud'!A1",
    "{=SUM(A1:A2)}",
    "_x0041_",
    "</t><f>1+1</f>",
)
"""Texts that a spreadsheet may take for something to run, to follow or to read as markup."""

TEXTS = st.one_of(
    st.text(),
    st.text(st.characters(categories=("Cc", "Cs", "Zs", "Zl", "Zp", "Cf", "Co"))),
    st.text("\t\n\r ='\"<>&,;_x0", max_size=12),
    st.sampled_from(
        (*PAYLOADS, "שלום עולם", "مرحبا", "👩‍👩‍👧 🇧🇪", "\u202eomgekeerd", "\x00\x0b\x1f\x7f\ufffe", "\ud800")
    ),
)
NUMBERS = st.one_of(
    st.integers(),
    st.integers(min_value=-(10**30), max_value=10**30),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40),
    st.sampled_from((Decimal("1E+30"), Decimal("1E-30"), Decimal("-0"), Decimal("0.10"), Decimal("9" * 40))),
)


def _number_cell(number: int | Decimal, qualifier: str) -> Cell:
    return Cell(f"{qualifier} {number}".strip(), number, qualifier=qualifier, number=str(number))


NUMBER_CELLS = st.one_of(
    st.builds(_number_cell, NUMBERS, st.sampled_from(("", "", "ongeveer", "minstens"))),
    st.builds(state_cell, st.sampled_from(ABSENCES), reason=TEXTS),
)
TEXT_CELLS = st.one_of(st.builds(text_cell, TEXTS), st.builds(state_cell, st.sampled_from(ABSENCES), reason=TEXTS))
ROWS = st.lists(st.tuples(st.builds(text_cell, TEXTS), TEXT_CELLS, NUMBER_CELLS), max_size=6)


def _table(rows: list[tuple[Cell, ...]], title: str, caption: str) -> Table:
    columns = (
        Column("naam", "Naam", Role.HEAD),
        Column("tekst", "Tekst", Role.LITERAL),
        Column("getal", "Getal", Role.NUMBER, "stuks"),
    )
    return Table("willekeurig", title, columns, tuple(rows), caption, (caption,))


ANY_TABLE = st.builds(_table, ROWS, TEXTS, TEXTS)
