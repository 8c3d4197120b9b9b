"""From raw records to a corpus: every fault is found at once, at its place, in words of ours."""

import random
import types
import typing
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, core_schema

from tests import voorbeeld_site
from weerklank.author.load import Loaded, Plain, RawRecord, SourceDocument, load, read_record
from weerklank.author.validate import Validated, validate
from weerklank.author.validate.fault import FieldFault
from weerklank.author.validate.faults import word
from weerklank.author.validate.places import fields_at, is_stated, is_text, without_tags, written
from weerklank.author.validate.shapes import LONG_FORMS
from weerklank.findings import Finding, has_errors, message, render_text
from weerklank.kinds import FOLDERS
from weerklank.messages import MESSAGES
from weerklank.model import (
    RECORDS,
    Adjustment,
    ComplaintsYear,
    Initiative,
    Measurement,
    Organisation,
    Question,
    Source,
    Vocabulary,
)
from weerklank.model.fields import Many, ValueShape, at, fields_of, within
from weerklank.model.usual import USUAL
from weerklank.text import SourceText

ROOT = Path(__file__).parent.parent
DAY = date(2026, 1, 1)
BASE = ROOT / "tests" / "findings" / "basis" / "content"
ADJUSTMENT = """\
titel: Kortere wachttijd
samenvatting: De dienst opent een tweede loket.
soort: werkwijze
aanleiding: [{initiatief: overleg, sterkte: mee_bepalend}]
verloop: [{status: gepland}]
bronnen: [{bron: rapport}]
"""


def loaded_from(files: dict[str, str]) -> Loaded:
    """What `load` gives for the base with these files over it, without a disk."""
    texts = {str(path.relative_to(BASE)): path.read_text(encoding="utf-8") for path in BASE.rglob("*.yaml")} | files
    records: list[RawRecord] = []
    documents: list[SourceDocument] = []
    findings: list[Finding] = []
    for name, text in texts.items():
        source = SourceText(f"content/{name}", text)
        if name.endswith(".txt"):
            documents.append(SourceDocument(Path(name).stem, source))
            continue
        kind = FOLDERS[name.partition("/")[0]] if "/" in name else "organisatie"
        record, faults = read_record(kind, Path(name).stem, source)
        findings += faults
        records += [record] if record else []
    sources = tuple(record.source for record in records) + tuple(document.source for document in documents)
    return Loaded(tuple(records), tuple(documents), sources, (), frozenset(), tuple(findings))


def checked(files: dict[str, str]) -> Validated:
    """Validate the base with these files over it."""
    return validate(loaded_from(files), on=DAY)


def seen(files: dict[str, str]) -> list[tuple[str, str, str | None]]:
    """Code, place and hint of each finding."""
    return [(item.code, str(item.span), item.hint) for item in checked(files).findings]


def codes(files: dict[str, str]) -> list[str]:
    """The codes of all findings."""
    return [item.code for item in checked(files).findings]


# --- the corpus ------------------------------------------------------------------------------------------------------


def test_sound_records_become_a_corpus() -> None:
    """What fits is in the corpus under its kind, with its file name as id."""
    result = checked({"bijsturingen/loket.yaml": ADJUSTMENT})
    assert result.corpus is not None
    assert (["loket"], ["overleg"], {"vorm", *USUAL}) == (
        [item.id for item in result.corpus.adjustments],
        [item.id for item in result.corpus.initiatives],
        set(result.corpus.vocabularies),
    )


def test_without_organisation_there_is_no_corpus() -> None:
    """A broken organisation leaves no corpus; every other fault is still found."""
    result = checked({"organisatie.yaml": "naam: Dienst\n", "bijsturingen/loket.yaml": ADJUSTMENT + "doelgroep: x\n"})
    assert result.corpus is None
    assert {"R001", "R002"} == {item.code for item in result.findings}


def test_a_slip_in_a_key_that_must_be_there_is_one_finding() -> None:
    """The unknown key names the field, also where the slip is near from one side only; another that lacks is told."""
    text = (
        ADJUSTMENT.replace("verloop:", "verlp:").replace("titel:", "titl:").replace("bronnen: [{bron: rapport}]\n", "")
    )
    assert [
        ("R001", "content/bijsturingen/loket.yaml:1:1", "voeg “bronnen: …” toe"),
        ("R002", "content/bijsturingen/loket.yaml:1:1", "bedoelt u “titel”?"),
        ("R002", "content/bijsturingen/loket.yaml:5:1", "bedoelt u “verloop”?"),
    ] == seen({"bijsturingen/loket.yaml": text})


def test_a_margin_is_not_below_zero() -> None:
    """Of a whole measurement and of one figure; whether it is too wide needs the scale as well (R105)."""
    text = """\
titel: Bevraging
samenvatting: Wat bewoners vinden.
initiatief: overleg
periode: {van: 2019}
bronnen: [{bron: rapport}]
foutenmarge: {waarde: -2, eenheid: procentpunt}
resultaten:
  - {id: a, onderwerp: Loket, waarde: {waarde: 6, eenheid: minuten}, foutenmarge: {waarde: -1, eenheid: minuten}}
"""
    assert ["R013", "R013"] == codes({"metingen/bevraging.yaml": text})


def test_all_faults_of_a_record_at_once() -> None:
    """Seven different faults in one file give seven findings, each at its own place; a slip in a key is one."""
    text = """\
titel: Kortere wachttijd
samenvattng: De dienst opent een tweede loket.
soort: Werk wijze
aanleiding:
  - initiatief: Overleg
    sterkte: [rechtstreeks]
verloop:
  - {status: gepland, datum: 2019-13}
bronnen:
  - {bron: rapport, citat: x}
aantal: veel
"""
    expected = [
        ("R002", "content/bijsturingen/loket.yaml:2:1", "bedoelt u “samenvatting”?"),
        ("R017", "content/bijsturingen/loket.yaml:3:8", "bedoelt u “werkwijze”?"),
        ("R017", "content/bijsturingen/loket.yaml:5:17", "bedoelt u “overleg”?"),
        ("R004", "content/bijsturingen/loket.yaml:6:14", "kies uit: rechtstreeks, mee_bepalend, niet_vermeld"),
        ("R016", "content/bijsturingen/loket.yaml:8:30", "de maanden zijn 01 tot 12, de dagen 01 tot 31"),
        ("R002", "content/bijsturingen/loket.yaml:10:21", "bedoelt u “citaat”?"),
        ("R012", "content/bijsturingen/loket.yaml:11:9", "schrijf het getal in cijfers, bijvoorbeeld 66 of 66,5"),
    ]
    assert expected == seen({"bijsturingen/loket.yaml": text})


def test_a_reference_to_a_broken_record_is_quiet() -> None:
    """One fault is one finding: what points at a broken record, or uses a broken list, adds none."""
    broken = BASE.joinpath("initiatieven/overleg.yaml").read_text(encoding="utf-8").replace("operationeel", "x y")
    assert ["R017"] == codes({"bijsturingen/loket.yaml": ADJUSTMENT, "initiatieven/overleg.yaml": broken})
    assert ["R001"] == codes({"lijsten/vormen.yaml": "titel: Vormen\n"})


def test_a_reference_to_a_record_that_could_not_be_read_is_quiet() -> None:
    """A record that `load` refused is known, so what points at it is not a second problem."""
    loaded = loaded_from({"bijsturingen/loket.yaml": ADJUSTMENT})
    records = tuple(record for record in loaded.records if record.id != "overleg")
    gone = Loaded(records, (), loaded.sources, (), frozenset(), ())
    broken = Loaded(records, (), loaded.sources, (), frozenset({("initiatief", "overleg")}), ())
    assert ["V001"] == [item.code for item in validate(gone, on=DAY).findings]
    assert () == validate(broken, on=DAY).findings


def test_the_order_of_records_changes_nothing() -> None:
    """Records in any order give the same corpus and the same findings."""
    loaded = load(voorbeeld_site.CONTENT)
    records, texts = list(loaded.records), list(loaded.texts)
    random.Random(3).shuffle(records)  # noqa: S311 - an order, not a secret
    shuffled = replace(loaded, records=tuple(records), texts=tuple(texts[::-1]))
    assert validate(loaded, on=DAY) == validate(shuffled, on=DAY)


# --- fields ----------------------------------------------------------------------------------------------------------


OWN_LINE = "zet elke waarde op een eigen regel, met een streepje en een spatie ervoor"
WORDS = "schrijf het in woorden, of laat “{}” weg"


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("aantal: niet_vermled", ("R012", "bedoelt u “niet_vermeld”?")),
        ("aantal: {waarde: 66, eenheid: procent, precisi: exact}", ("R002", "bedoelt u “precisie”?")),
        ("aantal: {toestand: niet_vermeldt}", ("R008", "bedoelt u “niet_vermeld”?")),
        ("aantal: {toestand: niet_vermeld, redn: x}", ("R002", "bedoelt u “reden”?")),
        ("aantal: {eenheid: procent}", ("R001", "voeg “waarde: …” toe")),
        ("doelgroepen: -buren", ("R017", "zet een spatie na elk streepje")),
        ("doelgroepen: {wie: buren}", ("R004", None)),
        ("publicatie: {vanaf: {year: 2020}}", ("R004", None)),
        ("publicatie: {vanaf: [2020]}", ("R004", None)),
        ("onderdeel_van: [a]", ("R004", None)),
        ("leemten: datum", ("R009", "schrijf leemten: [datum]")),
        ("tegenspraken: niet_vermeld", ("R009", OWN_LINE)),
        ("publicatie: openbaar", ("R011", "hier kunnen: status, vanaf")),
        ("publicatie: {vanaf: 1/2/2020}", ("R015", "schrijf 2020-02-01")),
        ("publicatie: {vanaf: 2020-1}", ("R015", "schrijf 2020-01")),
        ("publicatie: {vanaf: maart}", ("R015", "schrijf de datum als 2019, 2019-06 of 2019-06-12")),
        ("wijzigingen: [{datum: 2020}]", ("R001", "voeg “tekst: …” toe")),
        ("wijzigingen: [{datum: 2020, tekst: }]", ("R001", "vul “tekst” in")),
        ("effect: Cijfer niet vermeld.", ("R027", "schrijf cijfer_niet_vermeld")),
        ('effect: "in woorden, geen cijfer"', ("R027", "schrijf kwalitatief")),
        ("effect: {toestand: niet_gemeten, reden: niet_vermeld}", ("R027", WORDS.format("reden"))),
        ("tekst: niet_vermeld", ("R027", WORDS.format("tekst"))),
        ("leemten: [niet_van_toepassing]", ("R027", WORDS.format("leemten"))),
        ("effect: # ook niets", ("R003", "# begint commentaar: zet de waarde tussen aanhalingstekens")),
        ("toetsbaar: misschien", ("R024", "schrijf “toetsbaar: ja”, of “toetsbaar: {nee: waarom niet}”")),
        ("effect: {toestand: niet_gemeten}", ("R020", "voeg “reden: …” of “beslissing: de-id” toe")),
    ],
)
def test_a_hint_comes_from_a_closed_list(line: str, expected: tuple[str, str | None]) -> None:
    """The hint names the nearest word that could stand there, or how to write what was meant."""
    (code, place, hint), *more = seen({"bijsturingen/loket.yaml": f"{ADJUSTMENT}{line}\n"})
    assert more == []
    assert expected == (code, hint if expected[1] else expected[1])
    assert place.startswith("content/bijsturingen/loket.yaml:7:")


@pytest.mark.parametrize(
    ("text", "expected"), [("ja", []), ("nee", []), ("true", ["R014"]), ("1", ["R014"]), ("Ja", ["R014"])]
)
def test_yes_is_ja(text: str, expected: list[str]) -> None:
    """The library takes other words for yes and no; our content has two."""
    assert expected == codes({"bronnen/brief.yaml": f"titel: Brief\nsoort: rapport\nextern: {text}\n"})


def test_a_list_of_wrong_parts_is_not_also_too_short() -> None:
    """When the parts of a list are wrong, the list is not counted again without them."""
    text = ADJUSTMENT.replace("[{bron: rapport}]", "[{bron: Rapport}]")
    assert ["R017"] == codes({"bijsturingen/loket.yaml": text})


def test_a_record_that_does_not_fit_is_an_error() -> None:
    """A record never goes missing from the corpus with a warning only: an empty part of a list is an error."""
    result = checked({"bijsturingen/loket.yaml": f"{ADJUSTMENT}leemten: [~]\n"})
    assert result.corpus is not None
    assert ((), ["R019"]) == (result.corpus.adjustments, [item.code for item in result.findings])
    assert has_errors(result.findings)


def test_a_field_of_a_record_in_markdown_has_its_place() -> None:
    """Places count the lines of the file, head and all; a missing field is shown at the first line of the head."""
    expected = [
        ("R001", "content/paginas/over.md:2:1", "voeg “titel: …” toe"),
        ("R006", "content/paginas/over.md:2:15", None),
    ]
    assert expected == seen({"paginas/over.md": f"---\nsamenvatting: {'x' * 321}\n---\n"})


def annotations(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """A model and all models inside it."""
    pending: list[object] = [model]
    found: set[type[BaseModel]] = set()
    while pending:
        item = pending.pop()
        if isinstance(item, type) and issubclass(item, BaseModel):
            if item not in found:
                found.add(item)
                yield item
                pending += [info.annotation for info in item.model_fields.values()]
        elif isinstance(item, types.UnionType) or typing.get_args(item):
            pending += typing.get_args(item)


MODELS: tuple[type[BaseModel], ...] = (*RECORDS.values(), Organisation, Vocabulary)


def patterns(*written: object) -> Iterator[str]:
    """Every pattern that stands in an annotation, however deep, or beside it."""
    for item in written:
        if pattern := getattr(item, "pattern", None):
            yield pattern
        yield from patterns(*typing.get_args(item))


def test_every_pattern_is_described() -> None:
    """What a pattern asks is said in Dutch; a pattern itself is never shown."""
    asked = {
        pattern
        for model in MODELS
        for part in annotations(model)
        for info in part.model_fields.values()
        for pattern in patterns(info.annotation, *info.metadata)
    }
    assert set(LONG_FORMS) == asked


def fault(kind: str) -> FieldFault:
    """A fault of any kind that the library knows, at a field of a record."""
    record, _ = read_record("bijsturing", "loket", SourceText("content/bijsturingen/loket.yaml", ADJUSTMENT))
    assert record is not None
    details: ErrorDetails = {"type": kind, "loc": ("soort",), "msg": "Input should be English", "input": "x"}
    return FieldFault(record, Adjustment, details)


@pytest.mark.parametrize("kind", typing.get_args(core_schema.ErrorType))
def test_every_error_of_the_library_is_worded(kind: str) -> None:
    """Each error type that pydantic has gives a Dutch sentence of ours, or none where another says it already."""
    found = word(fault(kind))
    if found is None:
        assert kind == "too_short"
    else:
        assert found.code in MESSAGES
        assert "should" not in f"{message(found)} {found.hint}"


def test_an_unknown_error_has_a_safe_sentence() -> None:
    """An error type of a later version of the library is worded too."""
    found = word(fault("invented_later"))
    assert found is not None
    assert found.code == "R029"


PLAIN = st.recursive(
    st.one_of(
        st.none(), st.sampled_from(["x", "niet_vermeld", "2019", "ja", "12", "", "een lange tekst", "overleg", "a b"])
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(
            st.sampled_from(["waarde", "toestand", "bron", "bronnen", "id", "van", "tekst", "status", "wie"]),
            inner,
            max_size=3,
        ),
    ),
    max_leaves=8,
)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
@given(data=st.data())
@settings(max_examples=60)
def test_no_field_falls_back_on_the_safe_sentence(model: type[BaseModel], data: st.DataObject) -> None:
    """Whatever stands in a field, the error that it gives has its own sentence."""
    names = [info.alias or name for name, info in model.model_fields.items()]
    given_data = data.draw(st.dictionaries(st.sampled_from(names), PLAIN, max_size=4))
    text = (
        f"titel: X\n{''.join(f'{key}: {flow(value)}' + chr(10) for key, value in given_data.items() if key != 'titel')}"
    )
    kind = next((kind for kind, cls in RECORDS.items() if cls is model), "")
    record, faults = read_record(kind, "x", SourceText("content/x.yaml", text))
    assert faults == ()
    assert record is not None
    try:
        model.model_validate({**record.data, "id": "x"})
    except ValidationError as error:
        worded = [(detail, word(FieldFault(record, model, detail))) for detail in error.errors(include_url=False)]
        assert has_errors(found for _, found in worded if found)
        for detail, found in worded:
            assert found is None or found.code != "R029", detail
            assert found is None or found.span is not None


def flow(value: Plain) -> str:
    """A value as YAML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(flow, value)) + "]"
    return "~" if value is None else f'"{value}"'


# --- places ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("model", "loc", "expected"),
    [
        (Measurement, ("foutenmarge", "waarde", "waarde"), ("foutenmarge", "waarde")),
        (Measurement, ("resultaten", 0, "waarde", "waarde", "waarde"), ("resultaten", 0, "waarde", "waarde")),
        (Measurement, ("resultaten", 0, "waarde", "toestand", "reden"), ("resultaten", 0, "waarde", "reden")),
        (Initiative, ("vormen", "waarde", 1), ("vormen", 1)),
        (Initiative, ("beleidsvelden", "alle"), ("beleidsvelden",)),
        (Initiative, ("signalen", "waarde", 0, "van", "waarde"), ("signalen", 0, "van")),
        (Adjustment, ("onderdeel_van",), ("onderdeel_van",)),
        (Question, ("bijlage", "onderdelen", 0, "titel"), ("bijlage", "onderdelen", 0, "titel")),
        (Source, ("weet-niet", "wat"), ("weet-niet", "wat")),
    ],
)
def test_tags_of_unions_are_no_keys(
    model: type[BaseModel], loc: tuple[str | int, ...], expected: tuple[str | int, ...]
) -> None:
    """A location of pydantic names the branch of a union; a path of an author does not."""
    assert expected == without_tags(model, loc)


def test_fields_at_a_place() -> None:
    """The fields that may stand somewhere are those of the model there, by their Dutch names."""
    assert ("bron", "plaats", "citaat", "nagekeken") == fields_at(Adjustment, ("bronnen", 0))
    assert ("toestand", "reden", "beslissing", "bronnen") == fields_at(Adjustment, ("aantal", "toestand"))
    assert () == fields_at(Adjustment, ("titel",))
    assert () == fields_at(Adjustment, ("bronnen",)) == fields_at(Adjustment, ("aantal",))
    assert "id" not in fields_at(Adjustment, ())


def test_a_field_that_can_hold_an_absence() -> None:
    """Only fields that the model says so of."""
    assert is_stated(Adjustment, ("aantal",))
    assert is_stated(Initiative, ("signalen", 0, "van"))
    assert is_stated(Initiative, ("deelnemers", "aantal"))
    assert is_stated(ComplaintsYear, ("drager", "delen", "brief"))
    assert not is_stated(ComplaintsYear, ("drager", "delen"))
    assert not is_stated(Initiative, ("vormen", 0))
    assert not is_stated(Adjustment, ("titel",))
    assert not is_stated(Initiative, ("signalen", 0, "tekst"))


def test_short_forms_have_the_place_of_what_was_written() -> None:
    """One value for a list, a bare number for a quantity: the path in the model is longer than what stands there."""
    text = "bronnen: {bron: rapport}\naantal: 3\neffect: {toestand: gepland, bron: {bron: rapport}}\n"
    record, _ = read_record("bijsturing", "x", SourceText("x.yaml", text))
    assert record is not None
    assert ("bronnen", "bron") == written(record, ("bronnen", 0, "bron"))
    assert ("aantal",) == written(record, ("aantal", "waarde"))
    assert ("effect", "bron", "bron") == written(record, ("effect", "bronnen", 0, "bron"))


# --- properties ------------------------------------------------------------------------------------------------------

OURS = load(voorbeeld_site.CONTENT)
SNIPPETS = (
    "",
    "x",
    "- x",
    "  titel: y",
    "bronnen: []",
    "status: openbaar",
    "  - {id: a}",
    "niet_vermeld",
    "publicatie: {vanaf: 2999}",
)


@given(data=st.data())
@settings(max_examples=60)
def test_a_damaged_record_never_breaks_the_whole(data: st.DataObject) -> None:
    """Whatever line of rich content is lost, doubled or changed: findings with places inside their file."""
    victim = data.draw(st.sampled_from(OURS.records))
    lines = victim.source.text.split("\n")
    at = data.draw(st.integers(0, len(lines) - 1))
    change = data.draw(st.sampled_from(["lose", "double", "cut", "put"]))
    if change == "put":
        lines[at] = data.draw(st.sampled_from(SNIPPETS))
    else:
        cut = data.draw(st.integers(0, len(lines[at])))
        lines[at : at + 1] = {"lose": [], "double": [lines[at]] * 2, "cut": [lines[at][:cut]]}[change]
    source = SourceText(victim.source.file, "\n".join(lines))
    record, faults = read_record(victim.kind, victim.id, source)
    others = [item for item in OURS.records if item is not victim]
    broken = frozenset[tuple[str, str]]() if record else frozenset({(victim.kind, victim.id)})
    damaged = Loaded((*others, *([record] if record else [])), OURS.texts, OURS.sources, (), broken, faults)
    sources = {item.file: item for item in OURS.sources} | {source.file: source}
    findings = (*faults, *validate(damaged, on=DAY).findings)
    assert render_text(findings, sources, notes=True)
    for item in findings:
        for span in [item.span, *(place.span for place in item.related)]:
            assert span is not None
            text = sources[span.file]
            assert 1 <= span.line <= span.end_line <= text.line_count
            assert 1 <= span.column <= len(text.line(span.line)) + 1
            assert 1 <= span.end_column <= len(text.line(span.end_line)) + 1


def _somewhere(model: type[BaseModel], keys: tuple[str, ...]) -> tuple[str | int, ...]:
    """The path to a value of this field as an author may write it, first in each list."""
    path: list[str | int] = []
    for place, key in enumerate(keys, 1):
        step = at(model, keys[:place])
        assert step is not None
        path.append(key)
        path += (0,) if step.many is Many.LIST else ("naam",) if step.many is Many.NAMED else ()
    return tuple(path)


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_a_state_is_noticed_in_every_field_of_text(model: type[BaseModel]) -> None:
    """Each field holds a state, or is text in which one is noticed; so is the reason of each state."""
    texts = 0
    for found in within(fields_of(model)):
        path = _somewhere(model, found.path)
        whole = path[:-1] if found.many is Many.LIST else path
        plain = found.shape is ValueShape.TEXT and not found.stated
        assert plain == is_text(model, whole if found.stated else path), found.path
        assert not found.stated or is_text(model, (*whole, "reden")), found.path
        texts += plain
    assert texts > 3
