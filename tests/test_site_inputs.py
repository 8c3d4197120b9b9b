"""What files are made from: whatever can change a file changes one of its inputs, and what cannot, changes none.

That the page of a record shows nothing but what these inputs are made of is held in `test_index`.
"""

from dataclasses import replace

from tests.question_samples import asked
from tests.test_index import agency
from weerklank.corpus import Corpus, collect
from weerklank.model import Ref
from weerklank.site.inputs import Inputs, at_once
from weerklank.site.pages import plan


def _inputs(found: Corpus) -> dict[str, tuple[object, ...]]:
    """What each file is made from, by its address, when nothing but the corpus can differ."""
    return {item.path: (item.form, item.inputs, item.needs) for item in plan(found, assets={})}


def _with_text(found: Corpus, ref: Ref, text: str) -> Corpus:
    """The corpus with another story in one record."""
    records = {**found.index.records, ref: found.get(ref).model_copy(update={"body": text})}
    return replace(found, by_kind=collect(records.values()))


def test_a_text_changes_the_pages_that_have_it() -> None:
    """Another story in one record is another page of that record; the pages of the others are made from the same."""
    before = agency()
    ref = Ref("initiatief", "bevraging")
    first, second = (Inputs(found) for found in (before, _with_text(before, ref, "Een ander verhaal.")))

    assert {ref} == {other for other in before.index.records if first.page(other) != second.page(other)}
    assert first.everything != second.everything
    assert first.around == second.around


def test_settings_are_on_every_page() -> None:
    """The name of the organisation and the titles of prose pages stand around each page."""
    before = agency()
    named = replace(before, organisation=before.organisation.model_copy(update={"name": "Anders"}))
    page = before.pages[0]
    records = {**before.index.records, page.ref: page.model_copy(update={"title": "Anders"})}
    titled = replace(before, by_kind=collect(records.values()))
    for after in (named, titled):
        first, second = Inputs(before), Inputs(after)
        assert [] == [ref for ref in before.index.records if first.page(ref) == second.page(ref)]


def test_overviews_are_made_from_everything() -> None:
    """Another record, word, text, frozen file or setting is another overview."""
    before = agency()
    name, words = next(iter(before.vocabularies.items()))
    texts = dict.fromkeys(before.texts, "Iets anders.")
    lists = {**before.vocabularies, name: words.model_copy(update={"title": "Anders"})}
    others = [
        before,
        _with_text(before, Ref("initiatief", "bevraging"), "Een ander verhaal."),
        replace(before, vocabularies=lists),
        replace(before, texts=texts),
        replace(before, frozen={"vraag": {"2026-11-23/x": b"a"}}),
        replace(before, organisation=before.organisation.model_copy(update={"name": "Anders"})),
    ]
    assert len(others) == len({Inputs(found).everything for found in others})


def test_frozen_files_count() -> None:
    """Another byte in a frozen annex is another page of its question, and another plan."""
    before = asked()
    name = before.questions[0].id
    first, second = (Inputs(replace(before, frozen={name: {"2026-11-23/x": data}})) for data in (b"a", b"b"))

    assert first.frozen(name) != second.frozen(name) != Inputs(before).frozen(name)
    assert first.page(Ref("vraag", name)) != second.page(Ref("vraag", name))


def test_inputs_are_the_same_in_every_run() -> None:
    """The same corpus, read anew, has the same inputs: they are kept from one build to the next."""
    assert _inputs(agency()) == _inputs(agency())


def test_names_are_worked_out_at_once() -> None:
    """Without anything that is known, a list is what its work gives."""
    assert ("een",) == at_once(("x",), lambda: ("een",))


def test_names_that_are_known_need_no_view() -> None:
    """When the names of charts, tables and parts of annexes are known, a plan asks for no figure and no annex."""
    site = asked()
    known: dict[tuple[str, ...], tuple[str, ...]] = {}
    first = plan(site, assets={}, names=lambda inputs, work: known.setdefault(inputs, work()))
    again = plan(asked(), assets={}, names=lambda inputs, _: known[inputs])

    assert len(known) >= 4
    assert [(item.path, item.inputs, item.needs) for item in first] == [
        (item.path, item.inputs, item.needs) for item in again
    ]
