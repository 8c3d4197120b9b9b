"""What differs between two states of a record: every field of the example agency, one at a time."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from pydantic import BaseModel

from tests import voorbeeld_site
from weerklank.author.load import FieldPath
from weerklank.corpus import Corpus
from weerklank.freeze.differences import NO_LONGER, NOT_YET, NOTHING, Comparison, Difference, changed_words
from weerklank.model import (
    MODELS,
    NOW,
    SILENT,
    Absence,
    AbsenceKey,
    Measurement,
    Part,
    PartialDate,
    Period,
    Promise,
    Quantity,
    Question,
    Record,
    Ref,
)
from weerklank.model.fields import Field, at, fields_of, walk
from weerklank.model.promise import Moved
from weerklank.model.question import QuestionPart, Reader

LOOKS_LIKE_CODE = ("None", "Ref(", "PartialDate", "Absence", "Decimal", "State(", "frozenset", "=(", "“”")


def corpus() -> Corpus:
    """Every record of the example agency."""
    return voorbeeld_site.whole()


def compared(before: Part, after: Part) -> list[Difference]:
    """What differs."""
    return list(Comparison(corpus(), {}).of(before, after))


@cache
def pieces() -> tuple[Part, ...]:
    """All records, lists and the organisation."""
    whole = corpus()
    return (whole.organisation, *whole.vocabularies.values(), *whole.records())


def is_printed(record: Part, path: FieldPath) -> bool:
    """Whether an annex may print what stands at a path: it, and everything around it."""
    fields = [at(type(record), path[:end]) for end in range(1, len(path) + 1)]
    judged = isinstance(record, Question) and record.coverage_is_public
    shown = {
        (QuestionPart, "coverage"),
        (QuestionPart, "reason"),
        (Question, "readers"),
        (Reader, "who"),
        (Reader, "on"),
    }
    return path != ("id",) and all(
        field is None or field.in_annex or (judged and (field.owner, field.attribute) in shown) for field in fields
    )


def other(value: object, field: Field) -> object:  # noqa: PLR0911 - one per type of value
    """Another value that could stand there."""
    match value:
        case AbsenceKey():
            return next(key for key in AbsenceKey if key is not value)
        case str() if field.choices:
            keys = (choice.key for choice in field.choices if choice.key != value)
            return next(keys, None) or (another(field.refers_to[0]) if field.refers_to else "1")
        case str():
            return f"{value} bovendien"
        case bool():
            return not value
        case int():
            return value + 40
        case Decimal():
            return value + 1
        case PartialDate():
            return PartialDate(2031) if value == NOW else PartialDate(value.year + 7, value.month, min(value.day, 28))
        case Ref():
            return another(value.kind, value)
    raise TypeError(value)


def another(kind: str, value: Ref | None = None) -> Ref:
    """A record or word of this kind that is not this one."""
    words = corpus().vocabularies.get(kind)
    terms = (Ref(kind, term.id) for term in words.terms) if words else ()
    refs: tuple[Ref, ...] = tuple(record.ref for record in corpus().records() if record.KIND.name == kind)
    found: Ref = next(ref for ref in (*refs, *terms) if ref != value)
    return found


def put(value: object, path: FieldPath, new: object) -> object:
    """The same with another value at a path of the author."""
    if not path:
        return new
    step, *rest = path
    if isinstance(value, BaseModel):
        field = next(field for field in fields_of(value) if field.key == step)
        return value.model_copy(update={field.attribute: put(field.value(value), tuple(rest), new)})
    if isinstance(value, tuple) and isinstance(step, int):
        return (*value[:step], put(value[step], tuple(rest), new), *value[step + 1 :])
    assert isinstance(value, dict)
    return {**value, step: put(value[step], tuple(rest), new)}


def leaves(record: Part) -> Iterator[tuple[FieldPath, object, Field]]:
    """Every value that an author wrote, with its field."""
    for path, value in walk(record):
        field = at(type(record), path)
        if isinstance(value, str | bool | int | Decimal | PartialDate | Ref) and field is not None:
            yield path, value, field


@pytest.mark.parametrize("record", pieces(), ids=lambda item: f"{type(item).__name__} {item.id}")
def test_every_value_that_changes(record: Part) -> None:
    """One value that is other gives one line, at that value or the quantity around it, with the old and the new."""
    assert [] == compared(record, record)
    for path, value, field in leaves(record):
        new = other(value, field)
        changed = put(record, path, new)
        assert isinstance(changed, Part)
        found = compared(record, changed)
        if not is_printed(record, path):
            assert [] == found, path
            continue
        if path[-1] == "id":
            # What has another id is another thing: the one is gone, the other came.
            assert {NOT_YET, NO_LONGER} < {words for item in found for words in (item.before, item.after)}, path
            continue
        assert 1 == len(found), (path, found)
        (said,) = found
        assert said.before != said.after, path
        assert said.path == path[: len(said.path)], path
        assert len(path) - len(said.path) <= 1, path
        assert not any(sign in "".join((*said.where, said.before, said.after)) for sign in LOOKS_LIKE_CODE), said
        assert [(said.after, said.before)] == [(back.before, back.after) for back in compared(changed, record)], path


def without(value: object, path: FieldPath) -> object:
    """The same without a field, as if the author never wrote it."""
    if len(path) > 1:
        step, *rest = path
        if isinstance(value, BaseModel):
            field = next(field for field in fields_of(value) if field.key == step)
            return value.model_copy(update={field.attribute: without(field.value(value), tuple(rest))})
        if isinstance(value, tuple) and isinstance(step, int):
            return (*value[:step], without(value[step], tuple(rest)), *value[step + 1 :])
        assert isinstance(value, dict)
        return {**value, step: without(value[step], tuple(rest))}
    assert isinstance(value, BaseModel)
    field = next(field for field in fields_of(value) if field.key == path[0])
    left = value.model_copy(update={field.attribute: field.default})
    left.model_fields_set.discard(field.attribute)
    return left


@pytest.mark.parametrize("record", pieces(), ids=lambda item: f"{type(item).__name__} {item.id}")
def test_every_field_that_goes_or_comes(record: Part) -> None:
    """A field that is left out gives a line that says what went; written again, what came."""
    for path, value in walk(record):
        field = at(type(record), path)
        if not path or not isinstance(path[-1], str) or field is None or field.required or field.key != path[-1]:
            continue
        left = without(record, path)
        assert isinstance(left, Part)
        found, back = compared(record, left), compared(left, record)
        same = value in ("", ()) or (value == field.default and not isinstance(value, Absence))
        assert bool(found) == (is_printed(record, path) and not same), (path, found)
        assert len(found) == len(back), path
        for one, again in zip(found, back, strict=True):
            assert (one.before, one.after) == (again.after, again.before), path
            assert one.before != one.after, path
        one_go = issubclass(field.owner, Quantity | Period | Absence)
        if found and not one_go and field.default in (None, "", (), SILENT):
            assert {NOTHING} == {item.after for item in found}, path


# --- how it is said --------------------------------------------------------------------------------------------------


def measurement(*values: str, subject: str = "Tevredenheid", years: tuple[str, ...] = ()) -> Measurement:
    """A measurement with these figures."""
    record = next(item for item in corpus().measurements)
    first = record.results[0]
    results = tuple(
        first.model_copy(
            update={
                "id": f"r{place}",
                "subject": subject,
                "value": Quantity.model_validate({"waarde": value, "eenheid": "procent"}),
                "year": PartialDate(int(years[place])) if years else first.year,
            }
        )
        for place, value in enumerate(values)
    )
    return record.model_copy(update={"title": "Klantenbevraging", "results": results})


def lines(before: Part, after: Part) -> list[str]:
    """What differs, as it is printed behind the name of the record."""
    return [f"{', '.join(item.where)}: {item.before} → {item.after}" for item in compared(before, after)]


def test_a_figure() -> None:
    """A figure is said with its unit, at the subject that it is about."""
    assert ["resultaten “Tevredenheid”, waarde: 66\u00a0procent → 68\u00a0procent"] == lines(
        measurement("66"), measurement("68")
    )


def test_figures_of_one_name() -> None:
    """Results of one subject are told apart by what differs between them."""
    years = ("2021", "2023")

    assert ["resultaten “Tevredenheid, 2023”, waarde: 67\u00a0procent → 68\u00a0procent"] == lines(
        measurement("66", "67", years=years), measurement("66", "68", years=years)
    )


def test_a_figure_that_came_in_between() -> None:
    """What comes after a new item has not changed."""
    before, after = measurement("66", "70"), measurement("66", "67", "70")
    third = after.results[2].model_copy(update={"id": "r1"})
    between = after.results[1].model_copy(update={"id": "nieuw"})
    (found,) = compared(before, after.model_copy(update={"results": (after.results[0], between, third)}))

    assert (NOT_YET, ("resultaten", 1)) == (found.before, found.path)
    assert "67\u00a0procent" in found.after


def test_a_deadline_that_moved_once_more() -> None:
    """The annex has a move already: what came stands there with what each word is of, and the first move is silent."""
    record = next(item for item in pieces() if isinstance(item, Promise))
    shifts = [
        Moved.model_validate({"van": before, "naar": after, "op": "2026-11-26", "reden": "hoge staalprijzen"})
        for before, after in (("2026-06", "2027-06-30"), ("2027-06-30", "2028-06-30"))
    ]
    none, once, twice = (record.model_copy(update={"moved": tuple(shifts[:end])}) for end in range(3))
    came = "van: 30 juni 2027; naar: 30 juni 2028; gezegd op: 26 november 2026; reden: “hoge staalprijzen”"

    assert [f"verschoven: {NOT_YET} → {came}"] == [line.replace("\u00a0", " ") for line in lines(once, twice)]
    assert [f"verschoven: {came} → {NO_LONGER}"] == [line.replace("\u00a0", " ") for line in lines(twice, once)]
    (first,) = lines(none, once)
    assert first.startswith(f"verschoven: {NOTHING} → van: ")


def test_another_order() -> None:
    """The same items in another order are said once, by their names."""
    record = next(item for item in corpus().adjustments if len(item.course) > 1)
    turned = record.model_copy(update={"course": record.course[::-1]})
    (found,) = compared(record, turned)

    assert (("verloop",), ("verloop",)) == (found.path, found.where)
    assert found.before != found.after
    assert sorted(found.before) == sorted(found.after)


def test_silence_is_not_the_same_as_nothing() -> None:
    """That an author wrote that the source is silent is a change, for the annex then says so."""
    record = next(item for item in corpus().initiatives)
    silent = record.model_copy(update={"outcome": SILENT})
    left = without(silent, ("uitkomst",))
    assert isinstance(left, Record)

    assert [f"uitkomst: {NOTHING} → niet vermeld"] == lines(left, silent)


def test_a_record_with_another_id() -> None:
    """A reference to a record that has since been renamed has not changed."""
    record = next(item for item in corpus().measurements)
    old = record.model_copy(update={"initiative": Ref("initiatief", "vroeger")})
    renamed = {Ref("initiatief", "vroeger"): record.initiative}

    assert [] == list(Comparison(corpus(), renamed).of(old, record))
    assert "“vroeger”" == compared(old, record)[0].before


def test_a_long_text() -> None:
    """Of a long text only the words around the change are said."""
    words = [f"woord{number}" for number in range(80)]
    before, after = changed_words(" ".join(words), " ".join([*words[:40], "anders", *words[41:]]))

    assert "“… woord36 woord37 woord38 woord39 woord40 woord41 woord42 woord43 woord44 …”" == before
    assert "“… woord36 woord37 woord38 woord39 anders woord41 woord42 woord43 woord44 …”" == after


@pytest.mark.parametrize("place", [0, 40, 79])
def test_a_word_that_is_gone_from_a_long_text(place: int) -> None:
    """Also where a text became shorter, at its beginning and at its end."""
    words = [f"woord{number}" for number in range(80)]
    before, after = changed_words(" ".join(words), " ".join([*words[:place], *words[place + 1 :]]))

    assert f"woord{place}" in before.strip("“”").split()
    assert f"woord{place}" not in after.strip("“”").split()
    assert len(before) < 160
    assert len(after) < 160


# --- what an annex prints --------------------------------------------------------------------------------------------

GOLDEN = Path(__file__).parent / "golden" / "printed" / "velden.txt"


def test_what_is_said_not_to_be_in_an_annex_is_not_there() -> None:
    """A field of which the model says that no annex prints it is in none, but for how far an answer goes.

    What the home page opens with is an adjustment, whose title annexes print for reasons of its own.
    """
    lines = (line.partition(": ") for line in GOLDEN.read_text("utf-8").splitlines())
    printed = {path for path, _, where in lines if {"bijlage", "word"} & set(where.split())}
    unprinted = {path for kind, model in MODELS.items() for path in _unprinted(fields_of(model), kind)}

    assert len(unprinted) > 50
    assert {
        "organisatie.site.opening",
        "vraag.bijlage.status",
        "vraag.deelvragen.delen.dekking",
        "vraag.deelvragen.delen.reden",
        "vraag.lezers.op",
        "vraag.lezers.wie",
    } == printed & unprinted


def _unprinted(fields: tuple[Field, ...], above: str, *, within: bool = False) -> Iterator[str]:
    for item in fields:
        out = within or not item.in_annex
        yield from (f"{above}.{item.key}",) if out else ()
        yield from _unprinted(item.parts, f"{above}.{item.key}", within=out)
