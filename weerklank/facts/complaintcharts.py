"""What is drawn of complaints: from report to solution, the term, the themes, and how many there were over the years.

In: the public corpus and a year. Out: `ChartSpec` values with their table, or None where there is nothing to draw. A
figure that the year does not state is never nothing: it is no step, no part and no point.
"""

from collections import Counter
from collections.abc import Iterator
from decimal import Decimal

from weerklank.chartspec import ChartKind, ChartSpec
from weerklank.corpus import Corpus, once
from weerklank.data.table import Cell, Column, Role, Table, text_cell
from weerklank.facts.cells import NOTHING, cell_of
from weerklank.facts.complaints import figure_said, part_in, parts_of, shared_cell, years_of
from weerklank.facts.divisions import (
    ROUNDED,
    Divided,
    PartOf,
    count_cell,
    division,
    given_note,
    part_share,
    rounding,
    share_cell,
    themes,
    together_words,
)
from weerklank.facts.years import silent
from weerklank.model import Absence, ComplaintsYear, Quantity
from weerklank.states import LEFT_OUT
from weerklank.wording import date_words, listing, number

_MOST_REASONS = 5
FEWEST = 2
"""Years that a line joins, and steps that are more than a figure."""

_NO_REPORT = Cell("geen verslag", state=LEFT_OUT)
NO_REPORT = "Geen verslag: over dat jaar is geen verslag opgetekend."


def _told(corpus: Corpus, value: Decimal) -> str:
    return number(value, thousands=corpus.organisation.site.thousands)


def _share_of(corpus: Corpus, count: Decimal | Quantity, before: Decimal | Quantity | None) -> Cell:
    """What is left of the step before; nothing where one of both is not exact."""
    if not isinstance(count, Decimal) or not isinstance(before, Decimal):
        return NOTHING
    return share_cell(corpus, count, before or None)


def _counts(item: Divided | None, *words: str) -> dict[str, Decimal]:
    """The parts with these words that are counted, of parts that exclude each other; what is not exact adds to none."""
    if item is None or item.several or any(part.is_loose for part in item.parts):
        return {}
    return {p.word: p.count for p in item.parts if p.word.casefold() in words and isinstance(p.count, Decimal)}


# --- from report to solution ------------------------------------------------------------------------------------------


def _steps(corpus: Corpus, year: ComplaintsYear) -> Iterator[tuple[str, Decimal | Quantity, str]]:
    """What was left at each step: its name, how many, and what fell off in words."""
    total, received, admissible = (year.figure(name) for name in ("total", "received", "admissible"))
    if not isinstance(total, Absence):
        yield "meldingen", total, ""
    if not isinstance(received, Absence):
        none = year.not_a_complaint
        verb = "melding was" if none == 1 else "meldingen waren"
        told = figure_said(corpus, year, "not_a_complaint")
        yield "klachten", received, f"{told} {verb} geen klacht." if told else ""
    if not isinstance(admissible, Absence):
        yield "ontvankelijk", admissible, _refused(corpus, year)
    outcome = division(corpus, year, "gegrondheid")
    founded = _counts(outcome, "gegrond", "deels gegrond")
    if "gegrond" in map(str.casefold, founded):
        yield " of ".join(founded), sum(founded.values(), Decimal(0)), _rest(corpus, outcome, founded)
    solution = division(corpus, year, "oplossing")
    if solved := _counts(solution, "opgelost"):
        yield "opgelost", sum(solved.values(), Decimal(0)), _rest(corpus, solution, solved)


def _refused(corpus: Corpus, year: ComplaintsYear) -> str:
    if not isinstance(year.inadmissible, Decimal):
        return ""
    reasons = division(corpus, year, "onontvankelijk-per-reden")
    known = [p for p in reasons.parts if isinstance(p.count, Decimal)] if reasons else []
    known.sort(key=lambda part: -part.count if isinstance(part.count, Decimal) else Decimal(0))
    named = ", ".join(f"{count_cell(corpus, part).text} {part.word}" for part in known[:_MOST_REASONS])
    more = ", …" if len(known) > _MOST_REASONS else ""
    return f"{figure_said(corpus, year, 'inadmissible')} niet{f': {named}{more}' if named else ''}."


def _rest(corpus: Corpus, item: Divided | None, kept: dict[str, Decimal]) -> str:
    """The parts that fell off, and those that were kept where these are more than one."""
    parts = [(p.word, p.count) for p in item.parts if isinstance(p.count, Decimal)] if item else []
    off = listing(f"{_told(corpus, count)} {word}" for word, count in parts if word not in kept)
    own = listing(f"{_told(corpus, count)} {word}" for word, count in kept.items())
    sentences = [f"{off}." if off else "", f"Samen: {own}." if len(kept) > 1 else ""]
    return " ".join(filter(None, sentences))


def steps_chart(corpus: Corpus, year: ComplaintsYear) -> ChartSpec | None:
    """From report to solution, on one scale; None where fewer than two steps are known."""
    steps = tuple(_steps(corpus, year))
    if len(steps) < FEWEST:
        return None
    befores = (None, *(count for _, count, _ in steps[:-1]))
    rows = tuple(
        (
            text_cell(name),
            cell_of(corpus, count),
            _share_of(corpus, count, before),
            text_cell(off) if off else NOTHING,
        )
        for (name, count, off), before in zip(steps, befores, strict=True)
    )
    table = Table(
        f"klachten-{year.id}-stappen",
        f"Van melding tot oplossing, {date_words(year.year)}",
        (
            Column("stap", "Stap", Role.HEAD, description="Wat er bij deze stap overbleef."),
            Column("aantal", "Aantal", Role.NUMBER, "klachten", "Het aantal bij deze stap."),
            Column("aandeel", "Van de stap erboven", Role.NUMBER, "procent", "Het aandeel van de vorige stap."),
            Column("toelichting", "Wat afviel", description="Wat sinds de vorige stap afviel."),
        ),
        rows,
        f"Van melding tot oplossing in {date_words(year.year)}, in aantallen",
        (ROUNDED,),
    )
    title = f"Van melding tot oplossing in {date_words(year.year)}"
    most = cell_of(corpus, steps[0][1]).number
    note = f"Vol telt mee, bleek viel af sinds de balk erboven. Eén schaal, van 0 tot {most}."
    return ChartSpec(table.name, ChartKind.STEPS, title, table, "stap", "aantal", ("toelichting",), note=note)


# --- in time ----------------------------------------------------------------------------------------------------------


def term_chart(corpus: Corpus, year: ComplaintsYear) -> ChartSpec | None:
    """How many were answered in time and how many later; None where one of both is not known."""
    early, late = year.within_45, year.over_45
    if not isinstance(early, Decimal) or not isinstance(late, Decimal) or not early + late:
        return None
    if not year.is_exact("within_45", "over_45"):
        return None
    whole = early + late
    rows = tuple(
        (text_cell(name), cell_of(corpus, count), share_cell(corpus, count, whole))
        for name, count in (("Binnen 45 dagen", early), ("Later", late))
    )
    answers = f"{_told(corpus, whole)} {'antwoord' if whole == 1 else 'antwoorden'}"
    caption = f"Binnen 45 dagen beantwoord in {date_words(year.year)}, van {answers}"
    table = Table(
        f"klachten-{year.id}-termijn",
        f"Binnen 45 dagen, {date_words(year.year)}",
        (
            Column("termijn", "Antwoord", Role.HEAD, description="Binnen de termijn of erna."),
            Column("aantal", "Aantal", Role.NUMBER, "klachten", "Hoeveel er zo beantwoord zijn."),
            Column("aandeel", "Aandeel", Role.NUMBER, "procent", "Het aandeel van alle antwoorden."),
        ),
        rows,
        caption,
    )
    return ChartSpec(table.name, ChartKind.PARTS, caption, table, "termijn", "aantal", ("aandeel",))


# --- themes -----------------------------------------------------------------------------------------------------------


def theme_chart(corpus: Corpus, year: ComplaintsYear) -> ChartSpec | None:
    """The themes of a year as bars, in the order of their list or the largest first; None where there is no figure.

    Shares that the source gives have a bar of 0 to 100 each.
    """
    found = themes(corpus, year)
    if found is None or not any(_size(part) is not None for part in found.parts):
        return None
    numbers = (
        ()
        if found.in_shares
        else (Column("aantal", "Klachten", Role.NUMBER, "klachten", "Het aantal over dit thema."),)
    )
    rows = tuple(
        (
            text_cell(part.word),
            *(count_cell(corpus, part) for _ in numbers),
            part_share(corpus, found, part),
        )
        for part in _drawn(corpus, found)
    )
    table = Table(
        f"klachten-{year.id}-themas",
        f"Thema’s van klachten, {date_words(year.year)}",
        (
            Column("thema", "Thema", Role.HEAD, description="Waarover de klachten gaan."),
            *numbers,
            Column("aandeel", "Aandeel", Role.NUMBER, "procent", "Het aandeel; de titel zegt waarvan."),
        ),
        rows,
        theme_caption(corpus, year, found),
        _notes(found),
    )
    if found.in_shares:
        note = "Gearceerd: de klachten waarbij dit thema niet geteld is."
        return ChartSpec(table.name, ChartKind.SHARES, table.caption, table, "thema", "aandeel", note=note)
    return ChartSpec(table.name, ChartKind.COUNTS, table.caption, table, "thema", "aantal")


def _notes(found: Divided) -> tuple[str, ...]:
    return (given_note(found),) if found.in_shares else rounding((found,))


def _size(part: PartOf) -> Decimal | None:
    """How large a part is, among parts that are all counts or all shares."""
    if part.share is not None:
        return part.share.value
    return part.count if isinstance(part.count, Decimal) else None


def _drawn(corpus: Corpus, found: Divided) -> tuple[PartOf, ...]:
    """The themes as their list says; where it asks for no order, the largest first and what has no figure last."""
    words = corpus.vocabularies.get("klachtthema")
    if words is not None and words.order == "lijst":
        return found.parts
    sizes = {part: -(size if (size := _size(part)) is not None else Decimal(-1)) for part in found.parts}
    return tuple(sorted(found.parts, key=lambda part: sizes[part]))


def theme_caption(corpus: Corpus, year: ComplaintsYear, found: Divided) -> str:
    """What the shares are of, and whether a complaint may be counted twice."""
    of = f" van {found.of}" if found.of and found.has_shares else ""
    base = f"Thema’s{of} in {date_words(year.year)}{', in procent' if found.in_shares else ''}"
    if not found.several:
        return f"{base}. Elke klacht telt één keer"
    counts = [part.count for part in found.parts if isinstance(part.count, Decimal)]
    if not counts:
        return f"{base}. Een klacht kan over meer thema’s gaan"
    together = together_words(found, _told(corpus, sum(counts, Decimal(0))))
    known = "" if len(counts) == len(found.parts) else ", voor zover geteld"
    return f"{base}. Een klacht kan over meer thema’s gaan: samen {together}{known}"


# --- over the years ---------------------------------------------------------------------------------------------------


@once
def calendar(corpus: Corpus) -> tuple[tuple[int, ComplaintsYear | None], ...]:
    """Each year from the first to the last with its record, oldest first; () when two records share a year."""
    years = {item.year.year: item for item in corpus.complaints}
    if not years or max(Counter(item.year.year for item in corpus.complaints).values()) > 1:
        return ()
    return tuple((year, years.get(year)) for year in range(min(years), max(years) + 1))


def _figure(corpus: Corpus, year: ComplaintsYear | None, name: str) -> Cell:
    return _NO_REPORT if year is None else cell_of(corpus, year.figure(name))


@once
def trend_table(corpus: Corpus) -> Table | None:
    """Complaints and their term per year, oldest first; a year between two without a report has a row that says so."""
    found = calendar(corpus)
    if len(found) < FEWEST:
        return None
    rows = tuple(
        (
            Cell(text=str(when), value=when, number=str(when)),
            _figure(corpus, year, "received"),
            _figure(corpus, year, "within_45"),
            _figure(corpus, year, "over_45"),
            _NO_REPORT if year is None else _in_time(corpus, year),
        )
        for when, year in found
    )
    return Table(
        "klachten-per-jaar",
        "Klachten over de jaren",
        (
            Column("jaar", "Jaar", Role.HEAD, description="Het jaar van het verslag."),
            Column("ontvangen", "Klachten", Role.NUMBER, "klachten", "De ontvangen klachten, ook niet-ontvankelijke."),
            Column("binnen_45_dagen", "Binnen 45 dagen", Role.NUMBER, "klachten", "Beantwoord binnen 45 dagen."),
            Column("na_45_dagen", "Later", Role.NUMBER, "klachten", "Beantwoord na meer dan 45 dagen."),
            Column("aandeel", "Binnen termijn", Role.NUMBER, "procent", "Het aandeel van de antwoorden."),
        ),
        rows,
        "Ontvangen klachten en hun termijn, per jaar",
        (NO_REPORT,) if any(year is None for _, year in found) else (),
    )


def _in_time(corpus: Corpus, year: ComplaintsYear) -> Cell:
    early, late = year.within_45, year.over_45
    if isinstance(early, Decimal) and isinstance(late, Decimal) and early + late:
        exact = year.is_exact("within_45", "over_45")
        return share_cell(corpus, early, early + late) if exact else NOTHING
    unknown = next((value for value in (early, late) if isinstance(value, Absence)), None)
    return NOTHING if unknown is None else cell_of(corpus, unknown)


@once
def trend_chart(corpus: Corpus) -> ChartSpec | None:
    """The complaints over the years as a line; None with fewer than two figures."""
    table = trend_table(corpus)
    if table is None or sum(row[1].value is not None for row in table.rows) < FEWEST:
        return None
    known = [(row[0].text, row[1].text) for row in table.rows if row[1].value is not None]
    (first, was), (last, now) = known[0], known[-1]
    title = f"Klachten per jaar: {was} in {first}, {now} in {last}"
    why = silent(table.rows, none=_NO_REPORT)
    note = f"Alle ontvangen klachten, ook de niet-ontvankelijke. Zonder cijfer is de lijn onderbroken.{why}"
    sign = corpus.organisation.site.thousands
    return ChartSpec(
        table.name, ChartKind.SERIES, title, table, "jaar", "ontvangen", ("jaar",), note=note, thousands=sign
    )


@once
def theme_table(corpus: Corpus) -> Table | None:
    """Each theme with its number in each year, and the share of that year; None with fewer than two divided years."""
    found = tuple(pair for pair in calendar(corpus))
    by_theme = tuple(None if year is None else themes(corpus, year) for _, year in found)
    if sum(item is not None for item in by_theme) < FEWEST:
        return None
    rows = tuple(
        (text_cell(part.word), *_theme_cells(corpus, found, by_theme, part)) for part in parts_of(corpus, by_theme)
    )
    columns = (
        Column(f"jaar_{when}", str(when), Role.NUMBER, "klachten", f"Het aantal in {when}.") for when, _ in found
    )
    kinds = {item.several for item in by_theme if item is not None}
    notes = rounding(item for item in by_theme if item is not None)
    mixed = ("In sommige jaren telde een klacht bij één thema, in andere bij meer: vergelijk die niet.",)
    return Table(
        "klachtthemas-per-jaar",
        "Thema’s over de jaren",
        (Column("thema", "Thema", Role.HEAD, description="Waarover de klachten gaan."), *columns),
        rows,
        "Klachten per thema en per jaar, met het aandeel van dat jaar",
        (*notes, *(mixed if len(kinds) > 1 else ()), *((NO_REPORT,) if any(year is None for _, year in found) else ())),
    )


def _theme_cells(
    corpus: Corpus,
    found: tuple[tuple[int, ComplaintsYear | None], ...],
    by_theme: tuple[Divided | None, ...],
    part: PartOf,
) -> Iterator[Cell]:
    for (_, year), item in zip(found, by_theme, strict=True):
        yield _NO_REPORT if year is None else shared_cell(corpus, item, part)


@once
def theme_trend(corpus: Corpus) -> ChartSpec | None:
    """A line for each theme that two years count; None when there is none, or when years counted in different ways.

    A year of which only shares are known has no point on a line of numbers.
    """
    found = tuple((when, year, None if year is None else themes(corpus, year)) for when, year in calendar(corpus))
    by_theme = tuple(item for _, _, item in found)
    if theme_table(corpus) is None or len({item.several for item in by_theme if item is not None}) > 1:
        return None
    rows = tuple(
        (
            text_cell(part.word),
            Cell(text=str(when), value=when, number=str(when)),
            _NO_REPORT if year is None else count_cell(corpus, part_in(item, part)),
        )
        for part in parts_of(corpus, by_theme)
        if sum(isinstance(part_in(item, part).count, Decimal) for item in by_theme) >= FEWEST
        for when, year, item in found
    )
    if not rows:
        return None
    long = Table(
        "klachtthemas-in-de-tijd",
        "Thema’s in de tijd",
        (
            Column("thema", "Thema", Role.HEAD, description="Waarover de klachten gaan."),
            Column("jaar", "Jaar", description="Het jaar van het verslag."),
            Column("aantal", "Klachten", Role.NUMBER, "klachten", "Het aantal over dit thema."),
        ),
        rows,
        "Klachten per thema over de jaren, in aantallen",
    )
    title, sign = "Klachten per thema over de jaren", corpus.organisation.site.thousands
    return ChartSpec(long.name, ChartKind.SERIES, title, long, "thema", "aantal", ("jaar",), thousands=sign)


def charts_of(corpus: Corpus) -> Iterator[ChartSpec]:
    """Every drawing of complaints."""
    for year in years_of(corpus):
        for spec in (steps_chart(corpus, year), term_chart(corpus, year), theme_chart(corpus, year)):
            if spec is not None:
                yield spec
    yield from (spec for spec in (trend_chart(corpus), theme_trend(corpus)) if spec is not None)
