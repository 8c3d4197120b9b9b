"""An annex that says of which day it is has no word of a record that is public only later, of whatever kind."""

import shutil
from contextlib import nullcontext
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from tests import voorbeeld_site
from weerklank.author.load import RawRecord, load, read_record
from weerklank.author.validate import validate
from weerklank.build.content import read_content
from weerklank.corpus import Corpus, public
from weerklank.document.annex import annex_view
from weerklank.facts.provenance import annex_words
from weerklank.findings import Finding
from weerklank.freeze.early import early
from weerklank.kinds import KINDS
from weerklank.markup import bare
from weerklank.model import Page, Ref
from weerklank.text import SourceText

FULL = "drinkfonteinen-en-zitbanken"
AS_OF, LATER = "2026-11-01", "2026-11-02"


@cache
def whole() -> Corpus:
    """Every record that is ever public, whatever its day."""
    return public(voorbeeld_site.whole(), on=date.max)


def embargoed(ref: Ref, since: str) -> tuple[Finding, ...]:
    """What is found when the annex is of a day and one record is public only later."""
    loaded = load(voorbeeld_site.CONTENT)
    edited = replace(loaded, records=tuple(_edited(record, ref, since) for record in loaded.records))
    corpus = validate(edited, on=voorbeeld_site.DAY).corpus
    assert corpus is not None
    return tuple(item for item in early(edited, corpus, drafts={FULL}) if dict(item.arguments)["vraag"] == FULL)


def _edited(record: RawRecord, ref: Ref, since: str) -> RawRecord:
    text = record.source.text
    if (record.kind, record.id) == ("vraag", FULL):
        assert "toestand_op: 2026\n" in text
        text = text.replace("toestand_op: 2026\n", f"toestand_op: {AS_OF}\n")
    elif (record.kind, record.id) == (ref.kind, ref.id):
        assert "\npublicatie:" not in text
        text = text.replace("titel:", f"publicatie: {{vanaf: {since}}}\ntitel:", 1)
    found, _ = read_record(record.kind, record.id, SourceText(record.source.file, text))
    assert found is not None
    return found


def first_of(kind: str) -> Ref:
    """A record of this kind of which the annex has words, and that is public now."""
    return next(
        ref
        for ref in sorted(annex_words(whole(), FULL))
        if ref.kind == kind and ref.id != FULL and whole().get(ref).publication.since is None
    )


KINDS_OF_ANNEX = tuple(name for name, kind in KINDS.items() if not kind.of_words and name not in ("pagina", "vraag"))
"""A page is in no annex; what a question refers to is on its page alone."""


@pytest.mark.parametrize("kind", KINDS_OF_ANNEX)
def test_a_record_of_every_kind(kind: str) -> None:
    """A day later is an error, at what the record says of its audience; the same day is none."""
    ref = first_of(kind)
    (found,) = (item for item in embargoed(ref, LATER) if dict(item.arguments)["id"] == ref.id)

    assert ("V015", kind) == (found.code, dict(found.arguments)["soort"])
    assert found.span is not None
    assert f"/{ref.id}." in found.span.file
    assert not [item for item in embargoed(ref, AS_OF) if dict(item.arguments)["id"] == ref.id]


def test_it_stops_check_and_build(tmp_path: Path) -> None:
    """It is found where content is judged, not only once an annex is frozen."""
    shutil.copytree(voorbeeld_site.CONTENT, tmp_path / "content")
    question = tmp_path / "content" / "vragen" / f"{FULL}.md"
    question.write_text(question.read_text("utf-8").replace("toestand_op: 2026\n", f"toestand_op: {AS_OF}\n"), "utf-8")
    record = tmp_path / "content" / "initiatieven" / "kinderraad.md"
    record.write_text(
        record.read_text("utf-8").replace("titel:", f"publicatie: {{vanaf: {LATER}}}\ntitel:", 1), "utf-8"
    )
    found = read_content(voorbeeld_site.project(tmp_path / "content", tmp_path), lambda _: nullcontext())

    assert "kinderraad" in [dict(item.arguments)["id"] for item in found.findings if item.code == "V015"]
    assert found.sound is None


@pytest.mark.parametrize("question", [FULL, "banken-in-de-schaduw"])
def test_no_title_is_printed_of_another_record(question: str) -> None:
    """A record whose title an annex has anywhere is one of which it is known to have words."""
    words = repr(annex_view(whole(), question))
    printed = {
        record.ref
        for record in whole().records()
        if not isinstance(record, Page) and repr(bare(record.title))[1:-1] in words
    }

    assert len(printed) > 20
    assert printed <= {*annex_words(whole(), question), Ref("vraag", question)}
