"""The pieces of pages: links, states, quotations and values that may be absent; and every view explains its fields."""

import importlib
import inspect
from dataclasses import FrozenInstanceError, fields, is_dataclass, replace

import pytest

from tests.corpus_samples import SOURCE, corpus, record
from tests.voorbeeld_site import corpus as example
from weerklank import site as views
from weerklank.document.parts import (
    Link,
    Mark,
    Said,
    chart_figure,
    mark,
    quote,
    quotes,
    record_link,
    said,
    table_downloads,
    words,
)
from weerklank.facts.charts import adjustment_chart
from weerklank.markup import inline
from weerklank.model import Absence, Citation, PartialDate, Period, Quantity, Ref
from weerklank.states import FIGURE_NOT_STATED, NOT_STATED, PLANNED, Shape, State

MODULES = (
    "document.parts", "document.frame", "document.sheet", "site.record", "site.shell", "site.home",
    "site.lists", "site.gaps", "site.heard", "site.changes", "site.glossary", "site.prose",
)  # fmt: skip
TEXT = "De besturen waren tevreden.\n\nEr kwam een nieuwsbrief na de bevraging.\n"
STORED = replace(corpus(), texts={"antwoord": TEXT})


def citation(**changes: str) -> Citation:
    """A citation of the answer."""
    return Citation.model_validate({"bron": "antwoord", **changes})


# --- the contract ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", MODULES)
def test_every_view_explains_its_fields(name: str) -> None:
    """A designer reads what each field holds: in the docstring of the class, or once for all of them."""
    module = importlib.import_module(f"weerklank.{name}")
    classes = [item for item in vars(module).values() if inspect.isclass(item) and item.__module__ == module.__name__]
    assert [] != [item for item in classes if is_dataclass(item)]
    silent = [
        f"{item.__name__}.{field.name}"
        for item in classes
        if is_dataclass(item)
        for field in fields(item)
        if f"`{field.name}`" not in f"{item.__doc__} {views.__doc__}"
    ]
    assert [] == silent


def test_a_piece_does_not_change() -> None:
    """Views are values: templates can't write into them."""
    with pytest.raises(FrozenInstanceError):
        Link("x").text = "y"  # type: ignore[misc]


# --- links and quotations --------------------------------------------------------------------------------------------


def test_a_link_is_named_by_its_record() -> None:
    """The title of a record, the name of a word; a glossary word is a place on its page."""
    assert Link("Overleg", "initiatieven/overleg.html") == record_link(corpus(), Ref("initiatief", "overleg"))
    assert Link("Coach", "initiatieven/per/rol/coach.html") == record_link(corpus(), Ref("rol", "coach"))
    term = record_link(corpus(), Ref("begrip", "leemte"), text="leemten", note="1")
    assert Link("leemten", "begrippen.html", "begrip-leemte", "1") == term


def test_a_quotation_leads_to_its_passage() -> None:
    """Where the text of the source is kept, the link ends at the words; else at the source."""
    found = quote(STORED, citation(plaats="alinea 2", citaat="een nieuwsbrief na de bevraging"))
    assert ("Antwoord op een vraag, alinea 2", "bronnen/antwoord.html", "p2") == (
        found.place,
        found.path,
        found.fragment,
    )
    assert "" == quote(corpus(), citation(citaat="een nieuwsbrief")).fragment
    assert "" == quote(STORED, citation(citaat="staat er niet")).fragment


def test_a_quotation_knows_its_language_and_origin() -> None:
    """Words in another language are marked for whoever reads aloud; a source from elsewhere is labelled."""
    french = corpus(record("bron", SOURCE, taal="fr", extern="ja", kort="Antwoord"))
    found = quote(french, citation(citaat="oui"))
    assert ("fr", "Deze bron komt van elders.", "Antwoord") == (found.lang, found.external, found.place)
    assert ("", "") == (quote(corpus(), citation()).lang, quote(corpus(), citation()).external)


def test_each_quotation_stands_once() -> None:
    """The same words from the same place are one quotation."""
    pair = (citation(citaat="a"), citation(citaat="b"), citation(citaat="a"))
    assert ["a", "b"] == [item.text for item in quotes(corpus(), pair)]


# --- values ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Luisteren", "Luisteren"),
        ("a < b & c", "a &lt; b &amp; c"),
        (PartialDate(2020, 2), "februari 2020"),
        (Period.model_validate({"van": "2017", "tot": "heden"}), "sinds 2017"),
        (
            Quantity.model_validate({"waarde": "66", "eenheid": "procent", "precisie": "ongeveer"}),
            "ongeveer 66\u00a0procent",
        ),
        (
            Quantity.model_validate({"waarde": "180", "letterlijk": "zo’n 180"}),
            '180 (<span class="lit">“zo’n 180”</span>)',
        ),
    ],
)
def test_a_value_is_worded(value: str | PartialDate | Period | Quantity, expected: str) -> None:
    """One wording everywhere, as safe HTML, and no mark: the source says it."""
    found = said(corpus(), value)
    assert (expected, None) == (str(found.html), found.mark)


def test_an_absence_has_its_state_reason_and_decision() -> None:
    """It is never an empty place: state, why, where that is said, and the decision that explains it."""
    decision = record(
        "beslissing",
        {"id": "besluit", "titel": "Besluit", "samenvatting": "Wij meten niet.", "bronnen": [{"bron": "antwoord"}]},
    )
    value = Absence.model_validate(
        {"toestand": "niet_gemeten", "reden": "Te duur.", "beslissing": "besluit", "bron": "antwoord"}
    )
    found = said(corpus(decision), value)
    assert (Mark("niet gemeten", Shape.UNMEASURED), "Te duur.") == (found.mark, str(found.html))
    assert ["beslissingen/besluit.html"] == [link.path for link in found.links]
    assert value.citations == found.citations


@pytest.mark.parametrize(
    ("state", "text", "joined"),
    [
        (FIGURE_NOT_STATED, "ca. 68.210", ":"),
        (NOT_STATED, "de bron zwijgt", ":"),
        (NOT_STATED, "De bron zwijgt.", ":"),
        (PLANNED, "januari 2026", ""),
        (PLANNED, "Het overleg moet nog beginnen.", ":"),
    ],
)
def test_a_reason_stands_behind_a_colon(state: State, text: str, joined: str) -> None:
    """However its author began it; a month after a state goes on without one."""
    assert joined == (":" if Said(inline(text), mark(state)).parted else "")


def test_a_list_of_references() -> None:
    """Links in the order of the record, or its absence."""
    refs = (Ref("vorm", "gesprek"), Ref("rol", "coach"))
    assert ["Gesprek", "Coach"] == [link.text for link in said(corpus(), refs).links]
    assert mark(NOT_STATED) == said(corpus(), Absence.model_validate("niet_vermeld")).mark


def test_plain_words_and_marks() -> None:
    """Text without absence has no mark; a state may be worded otherwise, never drawn otherwise."""
    assert (None, "x") == (words("x").mark, str(words("x").html))
    assert Mark("1 signaal", Shape.SILENT) == mark(NOT_STATED, word="1 signaal")


# --- figures ---------------------------------------------------------------------------------------------------------


def test_a_figure_has_every_drawing_and_its_data() -> None:
    """A drawing for each width and scheme, words for those who can't see it, and the numbers to take along."""
    spec = adjustment_chart(example())
    assert spec is not None
    figure = chart_figure(spec)
    drawings = [figure.wide, figure.wide_dark, figure.middle, figure.middle_dark, figure.narrow, figure.narrow_dark]
    assert 6 == len(set(drawings))
    assert figure.alternative.startswith("14\u00a0bijsturingen per toestand: ")
    assert figure.description.startswith("14\u00a0bijsturingen per toestand. ")
    assert [link.path for link in table_downloads(spec.table)] == [link.path for link in figure.downloads[:4]]
    assert "grafieken/bijsturingen-per-toestand.png" == figure.downloads[-1].path
