"""The coverage report in words: what each part was judged, by whom, what can be filled in, and by when."""

import re
from datetime import date

import pytest

from tests import voorbeeld_site
from tests.question_samples import asked
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import public
from weerklank.document.coverage import CoverageView, coverage_view
from weerklank.facts.annexes import told_in
from weerklank.facts.comparing import told_apart
from weerklank.findings import Finding, Severity, message
from weerklank.markup import bare
from weerklank.model import Absence, Promise, Ref
from weerklank.project import ROOT
from weerklank.wording import capital

FULL = "drinkfonteinen-en-zitbanken"
FORBIDDEN = ("onbeantwoord", "score", "beweert", "procent van de delen")


def report(question: str, *, today: date = voorbeeld_site.DAY) -> CoverageView:
    """The report of a question of the example agency."""
    loaded = load(voorbeeld_site.CONTENT)
    files = {item.source.file: Ref(item.kind, item.id) for item in loaded.records}
    return coverage_view(voorbeeld_site.whole(), question, found=voorbeeld_site.findings(), files=files, today=today)


def said(item: Finding) -> str:
    """A finding as a sentence."""
    return f"{capital(message(item))}."


def test_every_part_stands_there_as_it_was_judged() -> None:
    """The words asked, the verdict in neutral words, its reason, and what who can fill in; nothing is left out.

    What is the same as of an earlier part of the question leads there.
    """
    question = next(item for item in voorbeeld_site.whole().questions if item.id == FULL)
    view = report(FULL)

    assert [sub.text for sub in question.sub_questions] == [sub.text for sub in view.subs]
    for sub, rows in zip(question.sub_questions, view.subs, strict=True):
        for part, row in zip(sub.parts, rows.parts, strict=True):
            supply = part.supply.what if part.supply else ""
            told = {f"Zie {earlier.label}.": (earlier.reason, earlier.what) for earlier in rows.parts}
            assert part.asked == row.asked
            assert part.reason == told.get(row.reason, (row.reason, ""))[0]
            assert supply == told.get(row.what, ("", row.what))[1]
            assert (part.coverage is None) == (row.verdict is None)
    words = {row.verdict.word for sub in view.subs for row in sub.parts if row.verdict}
    assert {"niet behandeld", "niet te beoordelen", "niet van toepassing", "niet gemeten"} <= words
    assert "niet vermeld" not in words
    unjudged = [row for sub in view.subs for row in sub.parts if row.verdict is None]
    assert [len(unjudged), 1] == [view.unjudged, view.unjudged]
    assert sum(len(sub.parts) for sub in view.subs) == sum(number for _, _, number in view.counts) + view.unjudged


def test_days_and_the_term() -> None:
    """Each day that is known, how long after the question, and the term that follows from it."""
    said = ((row.term, row.day.text, row.after, row.note) for days in report(FULL).dates for row in days)
    rows = {term: tuple(words.replace("\u00a0", " ") for words in found) for term, *found in said}

    assert ("20 april 2026", "die dag", "") == rows["Gesteld"]
    assert ("21 april 2026", "1 dag", "") == rows["Doorgestuurd"]
    assert ("20 mei 2026", "30 dagen", "beantwoord 2 dagen ervoor") == rows["Uiterlijk (berekend)"]
    assert ("18 mei 2026", "28 dagen", "") == rows["Beantwoord"]


def test_days_stand_in_their_order() -> None:
    """A reader who read after the last day stands after it, and a day that is not known behind the one before it."""
    days = {"datum_gesteld": "2020-02-12", "datum_antwoord": "2020-04-01"}
    readers = [{"wie": "An Lezer", "op": "2020-03-20"}, {"wie": "Bo Lezer", "op": "2020-02-20"}]
    made = asked(lezers=readers, **days)
    (rows,) = coverage_view(made, made.questions[0].id, found=(), files={}, today=date(2020, 5, 1)).dates
    known = [row.on for row in rows if row.on]

    assert known == sorted(known)
    assert [
        "Gesteld",
        "Doorgestuurd",
        "Gelezen, lezer 2",
        "Naar het kabinet",
        "Uiterlijk (berekend)",
        "Gelezen, lezer 1",
        "Beantwoord",
    ] == [row.term for row in rows]


def test_many_readers_leave_room_to_read() -> None:
    """Who read on one day stand together, and no table of days is wider than its words; none of them is lost."""
    readers = [{"wie": f"Lezer {place}", "op": f"2020-03-{place:02}"} for place in range(1, 13)]
    same = [{"wie": f"Ook lezer {place}", "op": "2020-03-04"} for place in range(2)]
    made = asked(lezers=[*readers, *same], datum_gesteld="2020-02-12")
    view = coverage_view(made, made.questions[0].id, found=(), files={}, today=date(2020, 5, 1))

    assert "Gelezen, lezers 4, 13 en 14" in [row.term for days in view.dates for row in days]
    assert 17 == sum(map(len, view.dates))
    assert max(map(len, view.dates)) <= 8


@pytest.mark.parametrize("question", [item.id for item in voorbeeld_site.whole().questions])
def test_each_promise_of_the_annex_has_its_days(question: str) -> None:
    """Each promise that the answer or its annex has, wherever it was made, is there; a late one with its days."""
    whole = public(voorbeeld_site.whole(), on=date.max)
    item = next((found for found in whole.questions if found.id == question), None)
    told = set() if item is None else {ref for ref in told_in(whole, item) if ref.kind == "toezegging"}
    shown = {place.record: place.text for place in report(question).promises}

    assert {whole.get(ref).title for ref in told} <= set(shown)
    for promise in (
        found for found in whole.every(Promise) if found.title in shown and found.is_late(voorbeeld_site.DAY)
    ):
        assert promise.last_day is not None
        late = (voorbeeld_site.DAY - promise.last_day.first_day).days
        assert f" {late} dag" in shown[promise.title].replace("\N{NO-BREAK SPACE}", " ")


def test_only_a_kind_with_a_term_has_a_last_day() -> None:
    """An oral question has no row for it and no sentence on how it is worked out; what it is stands above."""
    oral, written = report("marktdagen"), report(FULL)

    assert "Uiterlijk (berekend)" not in [row.term for days in oral.dates for row in days]
    assert "" == oral.term
    assert written.term.startswith("Uiterlijk: twintig werkdagen")
    assert "antwoord op vraag om uitleg nr. " in oral.formula[0].text


def test_a_question_that_nobody_read_says_so() -> None:
    """No reader is no silent default; days that are not known are places to fill in, and no term is made up."""
    view = report("fontein-op-het-dak")

    assert () == view.readers
    assert all(row.day.missing for days in view.dates for row in days)
    assert any("Twee lezers" in item for item in view.checklist)


def test_what_contradicts_is_about_this_question_and_its_records() -> None:
    """Every warning at the question is there with its field, no note is, and each tension of a record of the annex."""
    view = report(FULL)
    shown = {item.text for item in view.conflicts}
    at_question = [item for item in voorbeeld_site.findings() if item.span and FULL in item.span.file]
    notes = {said(item) for item in voorbeeld_site.findings() if item.severity is Severity.NOTE}

    assert at_question
    assert {said(item) for item in at_question} - notes <= shown
    assert notes
    assert not notes & shown
    assert any("Deelvragen 1, Delen 2" in item.field for item in view.conflicts)
    assert any(item.subject == "Hoe het drinkwater evolueerde" for item in view.tensions)


def test_both_readings_of_a_contradiction_are_there_in_full() -> None:
    """Each reading with its literal words and the place in its source, and what belongs to it: nothing is chosen."""
    whole = voorbeeld_site.whole()
    (shown,) = [item for item in report(FULL).tensions if item.subject == "Hoe het drinkwater evolueerde"]
    (tension,) = [item for record in whole.measurements for item in record.tensions if item.subject == shown.subject]

    assert [reading.citation.quotation for reading in tension.readings] == [found.words for found in shown.readings]
    assert all(found.place for found in shown.readings)
    assert len(shown.readings) > 1
    assert tension.note == shown.note


def test_a_part_says_what_the_answer_says_now() -> None:
    """Beside the verdict stand the words that it judges, and above the parts the sentence of the annex."""
    question = next(item for item in voorbeeld_site.whole().questions if item.id == FULL)
    for sub, rows in zip(question.sub_questions, report(FULL).subs, strict=True):
        assert [bare(part.answer) for part in sub.parts] == [row.answer for row in rows.parts]
        assert (bare(sub.in_short.text) if sub.in_short else "") == rows.short


def test_a_result_is_called_by_what_it_is_about() -> None:
    """A number in a list says nothing to who has to fill it in: subject, group and year do."""
    names = {name for item in report(FULL).silent for name in item.field.split("; ")}
    item = next(item for item in voorbeeld_site.whole().measurements if item.id == "pleinpeiling-2023")
    counted = [result for result in item.results if not isinstance(result.value, Absence)]
    assert {f"Resultaat “{told_apart(result)}”" for result in counted[:2]} & names
    assert not [name for name in names if re.match(r"Resultaten \d", name)]


def test_who_compared_which_words() -> None:
    """Every review of this question and its records, first what has to be looked at again, of how many."""
    view = report(FULL)
    ours = [row for row in view.reviews if row.at.record == "Vraag: Drinkfonteinen en zitbanken op pleinen"]

    assert {("deels", True), ("nee", True)} <= {(row.verdict, row.stale) for row in ours}
    assert [row.stale for row in view.reviews] == sorted((row.stale for row in view.reviews), reverse=True)
    assert view.cited > len(view.reviews) > 0


def test_what_the_author_left_out_is_not_what_the_source_leaves_out() -> None:
    """A field that says "niet vermeld" is filled in; one that is not there is still open."""
    whole = voorbeeld_site.whole()
    for item in whole.questions:
        own = [place for place in report(item.id).silent if place.record == f"Vraag: {item.title}"]
        open_fields = ", ".join(place.text for place in own if place.field == "Het hele record")
        assert ("Nummer" in open_fields) == ("number" not in item.model_fields_set)


@pytest.mark.parametrize("question", [item.id for item in voorbeeld_site.whole().questions])
def test_words_are_neutral(question: str) -> None:
    """What is not treated or cannot be judged is called that; nobody is graded."""
    view = report(question)
    own = (view.lead, *view.checklist, *(f"{mark.word} {more}" for mark, more, _ in view.counts))

    assert not [word for word in FORBIDDEN for text in own if word in text.casefold()]


@pytest.mark.source_document
def test_the_real_question() -> None:
    """Ten sub-questions with 23 parts, all judged, each with what can be filled in; nobody put a name to it yet."""
    found = validate(load(ROOT / "content"), on=voorbeeld_site.DAY)
    assert found.corpus is not None
    view = coverage_view(
        found.corpus, "klanttevredenheidsonderzoek", found=found.findings, files={}, today=voorbeeld_site.DAY
    )
    rows = [row for sub in view.subs for row in sub.parts]

    assert (10, 23) == (len(view.subs), len(rows))
    assert all(row.verdict and row.reason and row.what for row in rows)
    assert ["2c", "6a", "6b", "6c", "6d"] == [
        row.label for row in rows if row.verdict and row.verdict.word == "niet te beoordelen"
    ]
    assert () == view.readers
