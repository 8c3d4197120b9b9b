"""From raw records to typed ones, each checked against its own model.

In: raw records. Out: records that fit, and findings for those that do not. No record is compared with another here.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel, ValidationError

from weerklank.author.load import FieldPath, Plain, RawRecord
from weerklank.author.load.lost import remark
from weerklank.author.near import choose_from
from weerklank.author.validate.fault import FieldFault
from weerklank.author.validate.faults import asks_which_count, no_scalar, no_yes_or_no, word
from weerklank.author.validate.meant import ABSENT
from weerklank.author.validate.named import Named, named
from weerklank.author.validate.places import (
    Checked,
    is_free,
    is_stated,
    is_text,
    key_span,
    value_at,
    value_span,
    written,
)
from weerklank.findings import Finding, Related, finding, has_errors
from weerklank.kinds import LIST
from weerklank.messages import Elsewhere, Hint
from weerklank.model import MODELS, VOCABULARIES, AbsenceKey, Organisation, PartialDate, Record, Ref, Vocabulary
from weerklank.model.fields import Field, Many, at
from weerklank.model.values import DEFAULT_SOURCE
from weerklank.states import ABSENCES

_KEYS = {key.value for key in AbsenceKey}
_LOOKALIKES = {name.replace("_", " "): state.key for state in ABSENCES for name in (state.key, state.word)}


@dataclass(frozen=True)
class Typed:
    """`checked` are the records that fit, `broken` the (kind, id) of those that do not."""

    checked: tuple[Checked, ...]
    broken: frozenset[tuple[str, str]]
    findings: tuple[Finding, ...]


def type_records(records: Iterable[RawRecord]) -> Typed:
    """Fit every record to its model. One run reports every fault of every record."""
    checked: list[Checked] = []
    records = tuple(records)
    called = named(records)
    broken: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    for raw in records:
        model = _model_of(raw)
        if model is None:
            hint = choose_from(raw.id, tuple(VOCABULARIES))
            findings.append(finding("R026", span=key_span(raw, ()), hint=hint, naam=raw.id))
            continue
        kept, empty = _without_empty(raw.data, model)
        found = _fit(raw, model, kept, called)
        if isinstance(found, Checked):
            checked.append(found)
            faults: tuple[Finding, ...] = ()
        else:
            broken.add((raw.kind, raw.id))
            faults = found
        findings += [
            *faults,
            *_empty_fields(raw, model, empty, faults),
            *_lookalikes(raw, model),
            *_remarks(raw, model),
        ]
    return Typed(tuple(checked), frozenset(broken), tuple(findings))


def _model_of(raw: RawRecord) -> type[Record | Organisation | Vocabulary] | None:
    return None if raw.kind == LIST and raw.id not in VOCABULARIES else MODELS[raw.kind]


def _fit(
    raw: RawRecord, model: type[Record | Organisation | Vocabulary], data: dict[str, Plain], called: Named
) -> Checked | tuple[Finding, ...]:
    own_id = ("id",) in raw.marks
    faults: tuple[Finding, ...] = (
        (finding("R025", span=key_span(raw, ("id",)), hint=Hint("remove"), field=("id",)),) if own_id else ()
    )
    try:
        checked = Checked(raw, model.model_validate({**data, "id": raw.id}, context=_usual(data)))
    except ValidationError as error:
        details = error.errors(include_url=False)
        faults += tuple(_worded(tuple(FieldFault(raw, model, detail, called) for detail in details)))
        # A record that is left out without an error would go missing from the site unnoticed.
        return faults if has_errors(faults) else (*faults, finding("R029", span=key_span(raw, ())))
    faults += tuple(_not_as_written(checked))
    return faults or checked


def _worded(faults: tuple[FieldFault, ...]) -> Iterator[Finding]:
    """The findings for the errors of one record.

    Its counts with a sign for thousands that could be a comma are one question: an author means all of them alike.
    """
    asked = [fault for fault in faults if asks_which_count(fault)]
    for fault in faults:
        found = word(fault) if fault not in asked[1:] else None
        if found is not None and asked[1:] and fault is asked[0]:
            hint = Hint("counts", {"geheel": fault.context("geheel")})
            related = tuple(Related(value_span(other.raw, other.path), Elsewhere.COUNT) for other in asked[1:])
            said = dict(found.arguments)
            yield finding(found.code, span=found.span, hint=hint, related=related, field=found.field, **said)
        elif found is not None:
            yield found


def _usual(data: dict[str, Plain]) -> dict[str, str]:
    """The default source of a record, for citations that name none."""
    source = data.get(DEFAULT_SOURCE)
    return {DEFAULT_SOURCE: source} if isinstance(source, str) else {}


def _not_as_written(checked: Checked) -> Iterator[Finding]:
    """Refuse what pydantic accepts and our content does not: a date in parts, other words for ja and nee."""
    for path, value in checked.pieces:
        if isinstance(value, bool | PartialDate | Ref):
            given = value_at(checked.raw, written(checked.raw, path))
            if isinstance(given, dict) and path[-1] == DEFAULT_SOURCE and DEFAULT_SOURCE not in given:
                continue
            if not isinstance(given, str):
                yield no_scalar(checked.raw, path)
            elif isinstance(value, bool) and given not in ("ja", "nee"):
                yield no_yes_or_no(checked.raw, path, given)


def _without_empty(data: dict[str, Plain], model: type[BaseModel]) -> tuple[dict[str, Plain], tuple[FieldPath, ...]]:
    """Leave out fields without value, as if they were not there, and say which.

    Empty parts of lists stay, and so do fields that do not exist: these are faults, empty or not.
    """
    empty: list[FieldPath] = []

    def prune(value: Plain, path: FieldPath) -> Plain:
        if isinstance(value, dict):
            left = {key for key, item in value.items() if _says_nothing(item, at(model, (*path, key)))}
            empty.extend((*path, key) for key in value if key in left)
            return {key: prune(item, (*path, key)) for key, item in value.items() if key not in left}
        if isinstance(value, list):
            return [prune(item, (*path, index)) for index, item in enumerate(value)]
        return value

    pruned = prune(data, ())
    return (pruned if isinstance(pruned, dict) else {}), tuple(empty)


def _says_nothing(value: Plain, field: Field | None) -> bool:
    """Whether nothing stands at a field, or a list without anything in it where that may be."""
    if value == [] and field is not None:
        return field.many is Many.LIST and not field.required and not field.least
    return value is None and field is not None


def _empty_fields(
    raw: RawRecord, model: type[BaseModel], empty: tuple[FieldPath, ...], faults: tuple[Finding, ...]
) -> list[Finding]:
    """Warn for each field without value, unless a fault names it already."""
    named = {fault.field for fault in faults}
    findings = []
    for path in empty:
        if path in named:
            continue
        key = key_span(raw, path)
        rest = raw.source.line(key.end_line)[key.end_column :].strip()
        hint = Hint("drop_or_state" if is_stated(model, path) else "drop")
        if rest.startswith("#"):
            hint = Hint("comment")
        findings.append(finding("R003", span=key, hint=hint, field=path, veld=str(path[-1])))
    return findings


def _lookalikes(raw: RawRecord, model: type[Record | Organisation | Vocabulary]) -> list[Finding]:
    """Warn for text that reads like an absence ("niet vermeld") where one may stand, and for one where only text may.

    A state of one word ("gepland") is an ordinary word in a text.
    """
    findings = []
    for path, value in _texts(raw.data, ()):
        said = value.strip()
        key = _LOOKALIKES.get(" ".join(said.lower().replace("_", " ").strip(" .").split()))
        if said not in _KEYS and (absent := ABSENT.get(" ".join(said.lower().split()))) and is_stated(model, path):
            hint = absent
        elif key is not None and said not in _KEYS and is_stated(model, path):
            hint = Hint("write", {"waarde": key})
        elif said in _KEYS and "_" in said and is_text(model, path):
            hint = Hint("words", {"veld": next(str(step) for step in reversed(path) if not isinstance(step, int))})
        else:
            continue
        findings.append(finding("R027", span=value_span(raw, path), hint=hint, field=path, waarde=said))
    return findings


def _remarks(raw: RawRecord, model: type[BaseModel]) -> Iterator[Finding]:
    """Words behind # after a single word: a remark behind an id or a date, but words that get lost behind a text."""
    for path, value in _texts(raw.data, ()):
        free = path in raw.marks and is_free(model, path) and not (value.strip() in _KEYS and is_stated(model, path))
        if free and (found := remark(raw.source, raw.marks[path].value)):
            yield found


def _texts(value: Plain, path: FieldPath) -> Iterable[tuple[FieldPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
