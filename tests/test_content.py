"""The records in content/ hold every fact of the stored answer, and nothing that it does not say."""

import re
from collections import Counter
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from tests.source_facts import COMMON_WORDS, LINKS, NAMES, NUMBERS, SUB_QUESTION_NUMBERS, Fact, capitals, places
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus
from weerklank.facts.coverage import coverage_of
from weerklank.facts.loop import loops, points
from weerklank.facts.trace import direct_leaves
from weerklank.findings import Severity
from weerklank.model import (
    Absence,
    Citation,
    Initiative,
    Measurement,
    PartialDate,
    Period,
    Quantity,
    Question,
    Ref,
    Tension,
    walk,
)

pytestmark = pytest.mark.source_document

CONTENT = Path(__file__).parent.parent / "content"
ANSWER = "antwoord-klanttevredenheid"
BUILD_DAY = date(2026, 11, 23)
ACTS = {
    "provinciale-netwerkmomenten": 6,
    "visie-stedenbeleid": 1,
    "netwerkgroep-integratieonderzoek": 1,
    "gemeente-en-stadsmonitor": 1,
    "strategische-oefening": 1,
}


@cache
def corpus() -> Corpus:
    """The corpus that the project publishes."""
    found = validate(load(CONTENT), on=BUILD_DAY).corpus
    assert found is not None
    return found


@cache
def lines() -> tuple[str, ...]:
    """The lines of the stored answer."""
    return tuple((CONTENT / "bronnen" / f"{ANSWER}.txt").read_text("utf-8").split("\n"))


@cache
def folded() -> str:
    """The stored answer with white space folded and bullets left out."""
    return " ".join("\n".join(lines()).replace("\uf0b7", " ").split())


def fold(text: str) -> str:
    """A text with white space folded."""
    return " ".join(text.split())


def question() -> Question:
    """The one written question."""
    (found,) = corpus().questions
    return found


def measurement() -> Measurement:
    """The one measurement."""
    (found,) = corpus().measurements
    return found


def models() -> tuple[BaseModel, ...]:
    """Everything that authors wrote: records, lists and the organisation."""
    return (corpus().organisation, *corpus().vocabularies.values(), *corpus().records())


def text_from(line: int) -> str:
    """The stored text from the start of a line on, folded."""
    return fold("\n".join(lines()[line - 1 :]).replace("\uf0b7", " "))


# --- the stored text and its quotations ------------------------------------------------------------------------------


def test_content_has_no_errors_and_no_warnings() -> None:
    """What the project itself publishes passes its own checks; only remarks are left."""
    findings = validate(load(CONTENT), on=BUILD_DAY).findings
    assert [] == [item for item in findings if item.severity is not Severity.NOTE]


def test_every_quotation_stands_in_the_stored_text() -> None:
    """A citation of the answer quotes its words literally; […] stands for words left out, in order."""
    wrong = []
    for model in models():
        for path, citation in walk(model):
            if isinstance(citation, Citation) and citation.source.id == ANSWER:
                position = 0
                for piece in citation.quotation.split("[…]"):
                    position = folded().find(fold(piece), position)
                    if position < 0:
                        wrong.append((path, citation.quotation))
                        break
    assert [] == wrong


def test_every_citation_of_the_answer_quotes_and_names_its_place() -> None:
    """A fact of the answer leads to a paragraph of the question or the answer, the title or the annex."""
    place = re.compile(r"antwoord, (alinea|kop boven alinea|adres na alinea) \d.*|vraag, alinea \d+|titel|bijlage")
    found = [item for model in models() for _, item in walk(model) if isinstance(item, Citation)]
    answer = [item for item in found if item.source.id == ANSWER]
    assert len(answer) > 150
    assert [] == [item for item in answer if not item.quotation or not place.fullmatch(item.place)]


def test_quotations_stand_in_the_paragraph_that_they_name() -> None:
    """“antwoord, alinea N” is the N-th paragraph of the answer, lists included."""
    starts = {1: 51, 2: 58, 3: 62, 4: 68, 5: 78, 6: 81, 7: 86, 8: 96, 9: 106, 10: 113, 11: 118, 12: 132, 13: 145}
    starts |= {14: 166, 15: 196, 16: 206, 17: 214, 18: 219}
    wrong = []
    for model in models():
        for _, citation in walk(model):
            if isinstance(citation, Citation) and (named := re.fullmatch(r"antwoord, alinea (\d+)", citation.place)):
                number = int(named[1])
                paragraph = fold("\n".join(lines()[starts[number] - 1 : starts[number + 1] - 1]).replace("\uf0b7", " "))
                wrong += [citation for piece in citation.quotation.split("[…]") if fold(piece) not in paragraph]
    assert [] == wrong


def test_the_question_holds_the_document_literally() -> None:
    """Introduction, sub-questions and answer together are the stored text, word for word, in its order."""
    body = re.sub(r"(?m)^\s*- ", "", question().body)
    body = re.sub(r"<(https?://[^>]+)>", r"\1", body)
    parts = [question().introduction, *(f"{sub.number}. {sub.text}" for sub in question().sub_questions), body]
    source = re.sub(r"(?m)^o ", "", "\n".join(lines()[2:]).replace("\uf0b7", " "))
    # A line that ends in a hyphen after a space goes on in the same word: "kwaliteitsmanagement en -zorg".
    assert fold(source.replace(" -\nzorg", " -zorg")) == fold(" ".join(parts))


def test_statements_of_the_organisation_are_literal() -> None:
    """Mission, vision and remarks are quotations: their text stands in the answer."""
    organisation = corpus().organisation
    assert organisation.mission is not None
    assert organisation.vision is not None
    assert 3 == len(organisation.vision.points)
    said = [organisation.mission, organisation.vision, *organisation.remarks]
    literal = [words for item in said for words in (item.text, *item.points)]
    assert [] == [words for words in literal if fold(words) not in folded()]


def test_external_sources_only_explain_words() -> None:
    """What comes from elsewhere is labelled external and stands only behind a term of a list."""
    external = {item.id for item in corpus().sources if item.external}
    used = [
        citation
        for model in (corpus().organisation, *corpus().records())
        for _, citation in walk(model)
        if isinstance(citation, Citation) and citation.source.id in external
    ]
    assert external
    assert [] == used


# --- the counts of the answer ----------------------------------------------------------------------------------------


def test_ten_sub_questions_in_twenty_three_parts() -> None:
    """What was not read cannot be judged, what has a condition that is not met does not apply."""
    found = coverage_of(question())
    expected = {
        "volledig": 0,
        "deels": 5,
        "onrechtstreeks": 8,
        "cijfer_niet_vermeld": 0,
        "niet_gemeten": 1,
        "niet_te_beoordelen": 5,
        "niet_van_toepassing": 1,
        "niet_vermeld": 3,
    }
    assert (10, 23) == (found.sub_questions, found.parts)
    assert expected == {state.key: number for state, number in found.counts}
    assert [2, 4, 2, 2, 1, 4, 4, 1, 1, 2] == [len(sub.parts) for sub in question().sub_questions]


def test_an_answered_part_says_what_and_where() -> None:
    """A part with any answer has words, a citation and the records it rests on."""
    silent = ("niet_vermeld", "niet_te_beoordelen", "niet_van_toepassing")
    parts = [part for sub in question().sub_questions for part in sub.parts if part.coverage not in silent]
    assert [] == [part for part in parts if not (part.answer and part.citations and part.rests_on)]


def test_every_verdict_has_its_reason() -> None:
    """And what could still be written, with who can write it; nobody signed the judgement yet, so it is not shown."""
    parts = [part for sub in question().sub_questions for part in sub.parts]
    assert [] == [part.asked for part in parts if not part.reason or part.supply is None]
    assert [] == [sub.number for sub in question().sub_questions if sub.in_short is None]
    assert () == question().readers
    assert not question().coverage_is_public


def test_twelve_initiatives_by_level() -> None:
    """5 are strategic, 6 operational, 1 internal."""
    levels = Counter(item.level.id for item in corpus().initiatives)
    assert {"strategisch": 5, "operationeel": 6, "intern": 1} == dict(levels)


def test_asked_heard_and_done() -> None:
    """The answer rarely says what was asked, and almost never what was heard."""
    found = loops(corpus())
    asked = {"vermeld": 3, "gepland": 1, "niet vermeld": 6, "niet van toepassing": 2}
    heard = {"deels": 1, "in woorden, geen cijfer": 1, "niet vermeld": 9, "niet van toepassing": 1}
    done = {"met een bijsturing": 4, "gepland": 1, "alleen een uitkomst": 2, "niet vermeld": 5}
    assert asked == dict(Counter(loop.asked.state.word for loop in found))
    assert heard == dict(Counter(loop.heard.state.word for loop in found))
    assert done == dict(Counter(loop.done.state.word for loop in found))
    assert {loop.initiative: loop.adjustments for loop in found if loop.adjustments} == ACTS


def test_eleven_adjustments_of_which_six_are_four_points() -> None:
    """6 of the 11 follow directly from feedback; three of those are parts of one point."""
    direct = direct_leaves(corpus())
    assert (11, 9) == (len(corpus().leaves), len(corpus().tops))
    assert (6, 4) == (len(direct), points(corpus(), direct))
    assert {"toelichtingen-algemene-vergaderingen": 3} == {name: len(parts) for name, parts in corpus().parts.items()}


def test_the_course_of_each_adjustment() -> None:
    """8 are done by the wording of the source, 1 is underway, 1 runs on, 1 is planned; none has a date."""
    steps = [item.course[-1] for item in corpus().leaves]
    expected = {"uitgevoerd": 8, "in_uitvoering": 1, "doorlopend": 1, "gepland": 1}
    assert expected == dict(Counter(step.status for step in steps))
    assert all(isinstance(step.date, Absence) and not step.evidence for step in steps)


def test_what_can_be_verified() -> None:
    """3 adjustments can be checked as worded; 6 in part, for want of a day or a place; 2 only promise attention."""
    found = Counter(item.verifiable.answer for item in corpus().leaves if item.verifiable)
    assert {"ja": 3, "deels": 6, "nee": 2} == dict(found)


@pytest.mark.parametrize("field", ["decided_by", "cost"])
def test_no_adjustment_has_a_decider_or_cost(field: str) -> None:
    """The answer gives neither for any of the 11."""
    assert all(isinstance(getattr(item, field), Absence) for item in corpus().adjustments)


def test_the_only_effect() -> None:
    """Of one adjustment the answer says what it did: "werd kennisdeling gestimuleerd"."""
    found = [item.id for item in corpus().adjustments if not isinstance(item.effect, Absence)]
    assert ["intervisies-fuserende-gemeenten"] == found


def test_what_the_answer_says_is_quoted_from_the_answer() -> None:
    """The question uses some words that the answer repeats: a quotation of those stands in the answer all the same."""
    subs = question().sub_questions
    said = [*(sub.in_short for sub in subs), *(part for sub in subs for part in sub.parts)]
    cited = [citation for item in said if item for citation in item.citations]
    assert len(cited) > 30
    assert [] == [citation.quotation for citation in cited if not citation.place.startswith("antwoord, alinea")]


def test_the_numbers_of_the_records() -> None:
    """The quantities are 66 (about) and 85 percent, 46 authorities, about 180 experts and 12 courses."""
    found = sorted(
        (piece.value, piece.precision)
        for record in corpus().records()
        for _, piece in walk(record)
        if isinstance(piece, Quantity)
    )
    assert [(Decimal(number), words) for number, words in _QUANTITIES] == found
    assert not measurement().may_combine


_QUANTITIES = [
    *[(12, "zoals_vermeld")] * 2,
    *[(46, "zoals_vermeld")] * 2,
    (66, "ongeveer"),
    (85, "zoals_vermeld"),
    *[(180, "ongeveer")] * 2,
]
"""No number is called exact that the source does not call so; key facts repeat a number of their initiative."""


def test_two_figures_and_four_topics_without_one() -> None:
    """The barometer asked about six things; two have a figure, with the wording of the counted answers."""
    results = {item.id: item for item in measurement().results}
    stated = [item for item in results.values() if isinstance(item.value, Quantity)]
    assert (6, 2) == (len(results), len(stated))
    assert ["helemaal tevreden of tevreden", "tevreden of heel tevreden"] == [item.answer for item in stated]
    assert all(isinstance(item.respondents, Absence) for item in results.values())


@pytest.mark.parametrize("field", ["sample", "completed", "margin", "cost", "frequency", "trend", "conducted_by"])
def test_what_the_answer_does_not_say_of_the_measurement(field: str) -> None:
    """Asked in the question or needed to read a figure, and not in the answer: absent, with the reason."""
    value = getattr(measurement(), field)
    assert isinstance(value, Absence)
    assert value.reason


@pytest.mark.parametrize("field", ["number", "session_year", "askers", "ministers", "asked_on", "answered_on"])
def test_the_parliamentary_fields_are_not_invented(field: str) -> None:
    """The document names no member, minister, number or date."""
    assert isinstance(getattr(question(), field), Absence)


def _with(field: str) -> list[Initiative]:
    return [item for item in corpus().initiatives if not isinstance(getattr(item, field), Absence)]


def test_participants_and_periods() -> None:
    """2 of 12 initiatives have a number of participants, 7 of 12 say anything about when."""
    assert ["gemeente-en-stadsmonitor", "netwerkgroep-integratieonderzoek"] == [i.id for i in _with("participants")]
    assert 7 == len(_with("period"))


def test_policy_fields_follow_from_the_subject() -> None:
    """3, 2 and 1 initiatives name a field, 2 span all fields, 6 say nothing; two fields have none."""
    found: Counter[str] = Counter()
    for item in corpus().initiatives:
        if isinstance(item.policy_fields, tuple):
            found.update(ref.id for ref in item.policy_fields)
        else:
            found[item.policy_fields if isinstance(item.policy_fields, str) else "niet vermeld"] += 1
    expected = {"binnenlands-bestuur-en-stedenbeleid": 3, "inburgering-en-integratie": 2, "beleid-vlaamse-rand": 1}
    assert expected | {"alle": 2, "niet vermeld": 6} == dict(found)


def test_the_lists_of_the_answer() -> None:
    """5 policy fields, 5 + 2 roles, one decision, three claims; examples are called examples."""
    lists = corpus().vocabularies
    roles = Counter(term.group for term in lists["rol"].terms)
    assert 5 == len(lists["beleidsveld"].terms)
    assert [5, 2] == list(roles.values())
    assert lists["rol"].non_exhaustive
    assert lists["belanghebbende"].non_exhaustive
    assert corpus().is_open("initiatief")
    assert corpus().is_open("bijsturing")
    assert (1, 3) == (len(corpus().decisions), len(question().claims))


def test_two_tensions_are_shown_with_both_readings() -> None:
    """Where the answer says two things, both stand there."""
    pairs = [
        tuple(reading.citation.quotation for reading in tension.readings)
        for record in corpus().records()
        for _, tension in walk(record)
        if isinstance(tension, Tension)
    ]
    assert {
        ("2019-2024", "2020_2024"),
        ("helemaal tevreden of tevreden", "tevreden of heel tevreden"),
    } == set(pairs)
    assert 2 == len(pairs)


def test_every_stakeholder_with_a_moment_is_in_the_list_and_the_other_way_round() -> None:
    """Who was heard refers to the list; the list keeps those for whom the answer names no moment."""
    terms = {term.id for term in corpus().vocabularies["belanghebbende"].terms}
    heard = {
        person.who.id
        for item in corpus().initiatives
        if not isinstance(item.stakeholders, Absence)
        for person in item.stakeholders
    }
    assert heard <= terms
    assert {"vvsg", "furia", "rosa", "muntpunt", "ministers"} <= terms - heard


def test_complaints_are_words_not_a_figure() -> None:
    """“Relatief weinig” is never a number: no complaints year exists, and what was heard is qualitative."""
    heard = corpus().initiative("klachtenmonitoring").heard
    assert isinstance(heard, Absence)
    assert "kwalitatief" == heard.key.value
    assert () == corpus().complaints


def test_not_measured_names_the_decision() -> None:
    """There is no figure for ABB as a whole because ABB decided so."""
    overall = measurement().overall
    assert overall is not None
    assert ("niet_gemeten", Ref("beslissing", corpus().decisions[0].id)) == (overall.key.value, overall.decision)


# --- nothing got lost: numbers, names and links ----------------------------------------------------------------------


@pytest.mark.parametrize("fact", [*NUMBERS, *LINKS, *NAMES, *SUB_QUESTION_NUMBERS], ids=lambda fact: fact[0])
def test_each_fact_begins_on_its_line(fact: Fact) -> None:
    """The lists of facts point into the stored text."""
    words, line = fact
    rest = text_from(line)
    assert -1 < rest.find(words) <= len(fold(lines()[line - 1]))


def test_the_list_of_numbers_is_complete() -> None:
    """Every sequence of digits in the text belongs to a number, a link or a sub-question of the lists."""
    covered = places(lines(), NUMBERS) | places(lines(), LINKS)
    numbered = {(number.rstrip("."), line) for number, line in SUB_QUESTION_NUMBERS}
    missing = [
        (found[0], line)
        for line, text in enumerate(lines(), start=1)
        for found in re.finditer(r"\d+", text)
        if (line, found.start()) not in covered and (found[0], line) not in numbered
    ]
    assert [] == missing


def test_the_list_of_names_is_complete() -> None:
    """Every word with a capital within a sentence belongs to a name of the list."""
    covered = places(lines(), NAMES)
    missing = [
        (word, line)
        for word, line, column in capitals(lines())
        if (line, column) not in covered and word not in COMMON_WORDS
    ]
    assert [] == missing


@pytest.mark.parametrize("fact", [*NUMBERS, *LINKS, *NAMES], ids=lambda fact: fact[0])
def test_each_fact_is_held_by_a_record(fact: Fact) -> None:
    """No number, name or link stands in the text of the question alone: a record of its own holds it."""
    assert re.search(rf"(?<!\w){re.escape(fact[0])}(?!\w)", _record_text(), re.IGNORECASE)


@cache
def _record_text() -> str:
    records = [model for model in models() if not isinstance(model, Question)]
    return fold("\n".join(piece for model in records for _, piece in walk(model) if isinstance(piece, str)))


def test_every_initiative_has_a_key_fact_in_the_words_of_the_source() -> None:
    """A quantity or a word, each with the words that it comes from; the barometer has the year that is known."""
    facts = {item.id: item.key_facts for item in corpus().initiatives}
    assert [] == [name for name, own in facts.items() if not own]
    assert [] == [fact for own in facts.values() for fact in own if not all(part.quotation for part in fact.citations)]
    (barometer,) = (item for item in corpus().initiatives if item.id == "tevredenheidsbarometer")
    assert isinstance(barometer.period, Period)
    assert barometer.period.start == barometer.period.end == PartialDate(2016)


@pytest.mark.parametrize(
    "words",
    [
        "liep een laatste keer",
        "leerden van elkaar",
        "er volgens de bron weinig",
        "is nu deel van het Departement",
        "één bijeenkomst gekend",
        "zonder antwoord",
        "beweert",
    ],
)
def test_what_the_source_does_not_carry_is_not_said(words: str) -> None:
    """Sentences that said more than the document, or judged it, and went."""
    files = [*CONTENT.rglob("*.md"), *CONTENT.rglob("*.yaml")]
    assert [] == sorted(path.name for path in files if words in path.read_text("utf-8"))
