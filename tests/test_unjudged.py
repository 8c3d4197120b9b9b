"""How far an answer goes is for the agency alone, unless it shows that: no published byte depends on a verdict."""

from pathlib import Path

import pytest

from tests import voorbeeld_site
from tests.file_text import text_of
from tests.project_samples import QUESTION, SMALL, build, project, published
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus, public
from weerklank.model import Question

CONTENT = Path(__file__).resolve().parent.parent / "content"
VERDICT = "dekking: deels, reden: De meeste."
JUDGED = QUESTION.replace(
    VERDICT, "dekking: deels, reden: Een zandhagedis., aan_te_vullen: {wie: dienst, wat: Een lepelaar.}"
).replace("deelvragen:", "lezers:\n  - {wie: Een kwikstaart, op: 2020-03-02}\ndoorgestuurd_op: 2020-02-28\ndeelvragen:")
UNJUDGED = QUESTION.replace(f" {VERDICT},", "")
WORDS = ("zandhagedis", "lepelaar", "kwikstaart", "28 februari 2020", "2020-02-28")


def site_of(question: str, folder: Path) -> dict[str, bytes]:
    """Every published file of a small agency with this question."""
    made = project(folder, SMALL + question)
    outcome = build(made)
    assert outcome.published is not None, outcome.findings
    return published(made)


def test_no_byte_depends_on_a_verdict(tmp_path: Path) -> None:
    """Site, annex in all its forms, what is attached to it, data, search and feeds: as if nobody had judged."""
    judged, unjudged = site_of(JUDGED, tmp_path / "met"), site_of(UNJUDGED, tmp_path / "zonder")

    assert {"pdf", "docx", "xlsx", "ods", "csv", "json", "xml", "js", "html", "txt"} <= {
        path.rpartition(".")[2] for path in judged
    }
    assert [] == sorted(path for path in judged.keys() | unjudged.keys() if judged.get(path) != unjudged.get(path))
    assert [] == [(path, word) for path, data in judged.items() for word in WORDS if word in text_of(data)]


def test_where_it_is_shown_it_is_seen(tmp_path: Path) -> None:
    """The same question whose agency shows it: reason and verdict are found, also in what is zipped or attached."""
    part = "    - {soort: dekking, titel: Hoe ver}\n"
    found = site_of(JUDGED.replace("  onderdelen:\n", f"  dekking: openbaar\n  onderdelen:\n{part}"), tmp_path)
    said = {path: text_of(data) for path, data in found.items()}
    reason, verdict = (
        {path.rpartition(".")[2] for path, text in said.items() if word in text and path.startswith("vragen/")}
        for word in (WORDS[0], "deels")
    )

    assert {"html", "pdf", "docx", "txt"} <= reason
    assert {"html", "pdf", "docx", "txt", "xlsx", "csv", "json"} <= verdict
    assert [] == [(path, word) for path, text in said.items() for word in ("lepelaar", *WORDS[3:]) if word in text]


@pytest.mark.parametrize("content", [voorbeeld_site.CONTENT, pytest.param(CONTENT, marks=pytest.mark.source_document)])
def test_the_public_does_not_know_it(content: Path) -> None:
    """Of every question: what a site is made from is what it would be without verdicts, reasons and readers."""
    whole = validate(load(content), on=voorbeeld_site.DAY).corpus
    assert whole is not None
    judged = whole.having(Question, tuple(map(_kept_inside, whole.questions)))
    unjudged = judged.having(Question, tuple(map(_unjudged, judged.questions)))

    assert [] == _parting(judged, unjudged)
    assert any(part.coverage for item in judged.questions for sub in item.sub_questions for part in sub.parts)


def _parting(one: Corpus, other: Corpus) -> list[str]:
    left, right = (public(corpus, on=voorbeeld_site.DAY) for corpus in (one, other))
    return [str(item.ref) for item, same in zip(left.records(), right.records(), strict=True) if item != same]


def _kept_inside(question: Question) -> Question:
    annex = question.annex and question.annex.model_copy(update={"coverage": "intern"})
    return question.model_copy(update={"annex": annex})


def _unjudged(question: Question) -> Question:
    left = {"supply": None, "coverage": None, "reason": ""}
    subs = tuple(
        sub.model_copy(update={"parts": tuple(part.model_copy(update=left) for part in sub.parts)})
        for sub in question.sub_questions
    )
    return question.model_copy(update={"sub_questions": subs, "readers": (), "passed_on": None, "to_cabinet_on": None})
