"""The pages of measurements: each result with wording, group, precision; chart and table; what was not measured.

In: the public corpus. Out: `MeasurementPage`.
"""

from dataclasses import dataclass

from markupsafe import Markup

from weerklank import addresses
from weerklank.corpus import Corpus
from weerklank.data.table import Table
from weerklank.document.parts import (
    ChartFigure,
    Fact,
    Link,
    Said,
    absent,
    chart_figure,
    record_link,
    said,
    table_downloads,
    words,
)
from weerklank.facts.results import comparable, result_chart, results, series_charts, stated_of
from weerklank.markup import inline
from weerklank.model import Absence, Measurement, Quantity, Ref, Result
from weerklank.model.fields import field_of
from weerklank.site import linked
from weerklank.site.ending import Ending, ending
from weerklank.site.shell import Head, head
from weerklank.wording import capital, counted, date_words, listing, number, period_short, precision_word


@dataclass(frozen=True)
class Reading:
    """One figure, large: `before` (its precision in a word), `number` and `unit`; who answered what are its facts."""

    id: str
    before: str
    number: str
    unit: str
    subject: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True)
class Missing:
    """Something not measured or not stated; `said` is its state with the reason."""

    what: str
    said: Said


@dataclass(frozen=True)
class MeasurementPage:
    """Everything the template of a measurement prints.

    `readings`: its figures, one by one; `warning`: why they may not be taken together, or "". `missing`: what was not
    measured or is not stated; `series`: the lines over more measurements that its figures are in; `ending`: story,
    tensions, sources and the rest.
    """

    head: Head
    title: str
    warning: str
    readings: tuple[Reading, ...]
    figure: ChartFigure | None
    table: Table
    downloads: tuple[Link, ...]
    missing: tuple[Missing, ...]
    series: tuple[ChartFigure, ...]
    facts: tuple[Fact, ...]
    ending: Ending


def _reading(corpus: Corpus, result: Result) -> Reading:
    assert isinstance(result.value, Quantity)
    aspects = len(result.aspects)
    literal = Said(inline(f"“{result.answer}”")) if isinstance(result.answer, str) else absent(corpus, result.answer)
    return Reading(
        result.id,
        precision_word(result.value),
        number(result.value.value, thousands=corpus.organisation.site.thousands),
        result.value.unit,
        result.subject,
        (
            Fact("Getelde antwoorden", literal),
            Fact("Groep", said(corpus, result.group), inline(result.group_note)),
            Fact("Jaar", said(corpus, result.year), inline(result.year_note)),
            Fact("Aantal antwoorden", said(corpus, result.respondents)),
            Fact("Aspecten", words(f"één cijfer voor {aspects} aspecten samen" if aspects > 1 else "één aspect")),
        ),
    )


def _warning(measurement: Measurement) -> str:
    stated = stated_of(measurement)
    if len(stated) <= 1 or measurement.may_combine:
        return ""
    first = "" if comparable(stated) else "Ze tellen elk andere antwoorden. "
    return f"{first}Ze mogen niet opgeteld, niet gemiddeld en niet als evolutie gelezen worden."


def _missing(corpus: Corpus, item: Measurement) -> tuple[Missing, ...]:
    found = []
    if item.overall is not None:
        found.append(Missing(field_of(item, "overall").absent, absent(corpus, item.overall)))
    found += [Missing(r.subject, absent(corpus, r.value)) for r in item.results if isinstance(r.value, Absence)]
    for name in ("trend", "sample", "response", "margin", "scale", "other_answers", "cost", "frequency"):
        value = getattr(item, name)
        if isinstance(value, Absence):
            found.append(Missing(field_of(item, name).absent, absent(corpus, value)))
    return tuple(found)


def _facts(corpus: Corpus, item: Measurement) -> tuple[Fact, ...]:
    groups = item.groups if isinstance(item.groups, Absence) else listing(item.groups)
    scale = item.scale if isinstance(item.scale, Absence) else "; ".join(item.scale)
    initiative = record_link(corpus, item.initiative)
    return (
        Fact("Hoort bij", Said(Markup(""), links=(initiative,))),
        Fact("Wanneer", said(corpus, item.period)),
        *_origin(corpus, item),
        Fact("Uitvoerder", said(corpus, item.conducted_by)),
        Fact("Methode", said(corpus, item.method)),
        Fact("Criteria", said(corpus, item.criteria)),
        Fact("Doelgroepen", said(corpus, groups)),
        Fact("Hoe vaak", said(corpus, item.frequency)),
        Fact("Steekproef", said(corpus, item.sample)),
        Fact("Respons", said(corpus, item.response)),
        Fact("Foutenmarge", said(corpus, item.margin)),
        Fact("Schaal", said(corpus, scale)),
        Fact("Kosten", said(corpus, item.cost)),
    )


def _origin(corpus: Corpus, item: Measurement) -> tuple[Fact, ...]:
    found = item.developed
    if isinstance(found, Absence):
        return (Fact("Ontwikkeld", absent(corpus, found)),)
    when = "" if isinstance(found.on, Absence) else f"{date_words(found.on)}, door "
    now = (Fact("Die dienst is nu deel van", words(found.now)),) if found.now else ()
    return (Fact("Ontwikkeld", words(f"{when}{found.by}")), *now)


def measurement_page(corpus: Corpus, name: str) -> MeasurementPage:
    """The page of the measurement with this id."""
    ref = Ref("meting", name)
    item = corpus.get(ref)
    assert isinstance(item, Measurement)
    spec = result_chart(corpus, item)
    table = results(corpus, item)
    stated = stated_of(item)
    names = {result.series for result in item.results}
    when = "" if isinstance(item.period, Absence) else f", {period_short(item.period)}"
    return MeasurementPage(
        head=head(
            corpus,
            path=addresses.of_record(ref),
            title=item.title,
            lead=item.summary,
            kicker=f"Meting{when}",
            trail=(Link("Metingen", addresses.index("meting")),),
            section=addresses.index("meting"),
            about=linked.measurement(corpus, item, table),
        ),
        title=capital(counted(len(stated), "cijfer", "cijfers")) if stated else "Geen cijfers",
        warning=_warning(item),
        readings=tuple(_reading(corpus, result) for result in stated),
        figure=chart_figure(spec) if spec else None,
        table=table,
        downloads=table_downloads(table),
        missing=_missing(corpus, item),
        series=tuple(chart_figure(s) for s in series_charts(corpus) if s.name.removeprefix("reeks-") in names),
        facts=_facts(corpus, item),
        ending=ending(corpus, item, tensions=item.tensions),
    )
