"""One fault that typing a record brought to light, worded for its author.

In: an error of pydantic with its place. Out: a finding with one of our codes and a hint. Nothing that
the library words is shown; an error that no field can give has a safe sentence all the same.
"""

import re
from collections.abc import Callable

from weerklank.author.load import FieldPath, Plain, RawRecord
from weerklank.author.near import choose_from, did_you_mean, nearest
from weerklank.author.validate import days, meant, typed
from weerklank.author.validate.fault import ABSENCE_KEYS, FieldFault
from weerklank.author.validate.places import (
    fields_at,
    first_line,
    is_stated,
    scalar_around,
    value_at,
    value_span,
    written,
)
from weerklank.author.validate.shapes import LONG_FORMS
from weerklank.findings import Finding, finding
from weerklank.kinds import KINDS
from weerklank.messages import Hint
from weerklank.model.fields import Field, Many, ValueShape, at, fields_of
from weerklank.model.numbers import readings
from weerklank.model.values import DEFAULT_SOURCE

MOST_PLACES = 3
TWO_READINGS, WHOLE = "getal_twee_lezingen", "getal_heel"
ANSWERS, MARGIN, PRECISION = "n", "foutenmarge", "precisie"
"""Keys: how many answered, which is never a share; a margin of error, which is one of points; how exact figures are."""
SHARE, MOST_SHARE = "procent", 100
OWN_UNIT = ", in "
"""What stands in the label of a number before the unit that all its numbers have."""
TERM = "termijn"
MOVED_FROM = ("verschoven", "van")
"""The keys of a deadline that held until it was moved: it stands above, as a date with the words beside it."""
DEADLINES = ("uiterlijk", "naar")
"""The keys of a deadline, whose vague words have a field beside it: `TERM`."""

_SYNONYMS = {
    **dict.fromkeys(("yes", "y", "true", "t", "waar", "on", "aan", "1", "j"), "ja"),
    **dict.fromkeys(("no", "n", "false", "f", "onwaar", "off", "uit", "0", "neen"), "nee"),
}


def word(fault: FieldFault) -> Finding | None:
    """Return the finding for one error; None when another error of the same record says it already."""
    scalar = scalar_around(fault.model, fault.loc)
    if scalar and not isinstance(fault.error["input"], str):
        return no_scalar(fault.raw, scalar)
    if fault.error["input"] is None and fault.error["type"] not in ("missing", "extra_forbidden"):
        return fault.say("R019", veld=fault.key, hint=Hint("fill_in"))
    return _WORDS.get(fault.error["type"], _other)(fault)


def no_scalar(raw: RawRecord, path: FieldPath) -> Finding:
    """The finding for a list or fields where one date or one id belongs."""
    value = value_at(raw, written(raw, path))
    hint = _with_space(value)
    return finding("R004", span=value_span(raw, path), hint=hint, field=path, gevonden=found_name(value))


def _with_space(value: object) -> Hint | None:
    """How to write a reference with its kind, in which the colon has a space behind it."""
    if not isinstance(value, dict) or len(value) != 1 or next(iter(value)) not in KINDS:
        return None
    kind, name = next(iter(value.items()))
    return Hint("did_you_mean", {"woorden": f"“{kind}:{name}”, zonder spatie"})


def no_yes_or_no(raw: RawRecord, path: FieldPath, text: str) -> Finding:
    """The finding for a word that is neither ja nor nee."""
    plain = text.strip().lower()
    meant = _SYNONYMS.get(plain, plain if plain in ("ja", "nee") else "")
    hint = Hint("write", {"waarde": meant}) if meant else None
    return finding("R014", span=value_span(raw, path), hint=hint, field=path, waarde=text)


def found_name(value: Plain) -> str:
    """What an author sees: a list, fields, text or nothing."""
    if value is None:
        return "lege plek"
    return "lijst" if isinstance(value, list) else "velden" if isinstance(value, dict) else "losse tekst"


def _found(fault: FieldFault) -> str:
    return found_name(value_at(fault.raw, written(fault.raw, fault.path)))


def _missing(fault: FieldFault) -> Finding | None:
    key = fault.key
    around = written(fault.raw, fault.path[:-1])
    if (*around, key) in fault.raw.marks:
        hint = Hint("fill_in_or_state" if is_stated(fault.model, fault.path) else "fill_in", {"veld": key})
        return fault.say("R001", on_key=True, veld=key, hint=hint)
    mark = fault.raw.marks[around]
    given = value_at(fault.raw, around)
    known = fields_at(fault.model, fault.loc[:-1])
    if isinstance(given, dict) and any(_key_meant(fault, name) == key for name in given if name not in known):
        # The key that was meant for it has a finding of its own, which names this field.
        return None
    hint = Hint("add_or_state" if is_stated(fault.model, fault.path) else "add", {"veld": key})
    span = mark.key or first_line(fault.raw, mark)
    return finding("R001", span=span, hint=hint, field=fault.path, veld=key)


def _unknown(fault: FieldFault) -> Finding:
    key = str(fault.loc[-1])
    if key == "id" and len(fault.path) == 1:
        return fault.say("R025", on_key=True, hint=Hint("remove"))
    meant = _key_meant(fault, key)
    near = Hint("did_you_mean", {"woorden": f"“{meant}”"}) if meant else None
    known = fields_at(fault.model, fault.loc[:-1])
    hint = _at_its_place(fault, key) or near or choose_from(key, known) or Hint("manual")
    return fault.say("R002", on_key=True, hint=hint, veld=key)


def _key_meant(fault: FieldFault, key: str) -> str:
    """The field that an unknown key beside a fault is a slip of, of those that are not there; "" for none."""
    if _at_its_place(fault, key) or (key == "id" and len(fault.path) == 1):
        return ""
    given = value_at(fault.raw, written(fault.raw, fault.path[:-1]))
    known = fields_at(fault.model, fault.loc[:-1])
    free = [name for name in known if not isinstance(given, dict) or name not in given]
    return next(iter((*nearest(key, free), *(name for name in free if nearest(name, [key])))), "")


def _at_its_place(fault: FieldFault, key: str) -> Hint | None:
    """Where a field of this very name belongs, when it stands too far to the left or to the right."""
    top = fields_of(fault.model)
    if len(fault.path) > 1:
        return Hint("outdent", {"veld": key}) if any(field.key == key for field in top) else None
    under = [f"“{field.key}”" for field in top if any(part.key == key for part in field.parts)]
    return Hint("under", {"veld": key, "woorden": " of ".join(under)}) if 0 < len(under) <= MOST_PLACES else None


def _no_text(fault: FieldFault) -> Finding:
    given, field = fault.error["input"], at(fault.model, fault.path)
    if field is not None and field.shape is ValueShape.REFERENCE and isinstance(given, list):
        return fault.say("R004", gevonden=_found(fault), hint=_one_of(fault, field, given))
    return fault.say("R004", gevonden=_found(fault), hint=_with_space(given) or Hint("colon"))


def _one_of(fault: FieldFault, field: Field, given: list[object]) -> Hint | None:
    """What to do with a list of ids where one belongs."""
    texts, kind = [text for text in given if isinstance(text, str)], next(iter(field.refers_to), "")
    if len(texts) == 1:
        return Hint("write", {"waarde": texts[0]})
    names = [fault.named.meant(kind, text) or text for text in texts]
    return fault.named.one_only(kind, names) if names else None


def _no_list(fault: FieldFault) -> Finding:
    hint = fault.absence() or _dash(fault) or Hint("own_line")
    return fault.say("R009", gevonden=_found(fault), hint=hint)


def _dash(fault: FieldFault) -> Hint | None:
    """How to write one value as a list, or a list whose dashes touch their words."""
    if re.match(r"-\S", fault.text):
        return Hint("space_after_dash")
    # In a list of groups of fields a word alone is no better between brackets.
    short = None if fields_at(fault.model, (*fault.loc, 0)) else re.fullmatch(r"[\w-]{1,40}", fault.text)
    return Hint("short", {"veld": fault.key, "waarde": fault.text}) if short else None


def _no_fields(fault: FieldFault) -> Finding:
    names = fields_at(fault.model, fault.loc)
    some = ", ".join(names[:6]) + (", …" if len(names) > 6 else "")  # noqa: PLR2004 - as many as fit on a line
    glued = re.match(r"([A-Za-z_]+):\S", fault.text)
    hint = Hint("space") if glued else Hint("fields", {"velden": some}) if names else _by_name(fault)
    return fault.say("R011", gevonden=_found(fault), hint=fault.absence() or hint)


def _by_name(fault: FieldFault) -> Hint | None:
    """How to write a value for each name, where an author made a list or a text of it."""
    field, given = at(fault.model, fault.path), fault.error["input"]
    if field is None or field.many is not Many.NAMED:
        return None
    parts = [part for part in given if isinstance(part, dict)] if isinstance(given, list) else []
    known = [f"{name}: {value}" for part in parts for name, value in part.items()]
    return Hint("named", {"voorbeeld": f"{field.key}: {{{', '.join(known) or 'naam: 12, andere: 8'}}}"})


def _choice(fault: FieldFault) -> Finding:
    known = tuple(re.findall(r"'([^']*)'", fault.context("expected")))
    if not isinstance(fault.error["input"], str):
        return fault.say("R004", gevonden=_found(fault), hint=choose_from("", known))
    options = (*known, *(ABSENCE_KEYS if is_stated(fault.model, fault.path) else ()))
    same = [option for option in options if sorted(option.split("_")) == sorted(fault.text.lower().split())]
    near = Hint("did_you_mean", {"woorden": f"“{same[0]}”"}) if same else did_you_mean(fault.text, options)
    every = Hint("choose_from", {"woorden": ", ".join(known)}) if known else None
    longest = max((len(option.split("_")) for option in options), default=0)
    if near and not same and ("(" in fault.text or len(fault.text.split()) > 1 + longest):
        # Words that the nearest one would lose.
        near = Hint("rest_in_text", {"voorbeeld": ", ".join(known), "woorden": fault.text.strip()})
    said = meant.question_meant(fault.text) if "vraag_om_uitleg" in known else None
    return fault.say("R008", waarde=fault.text, hint=said or near or every)


def _pattern(fault: FieldFault) -> Finding:
    shape = LONG_FORMS.get(fault.context("pattern"), "wat hier past")
    bare = "webadres" in shape and fault.text.startswith("www.")
    ways = (meant.id_meant(fault.text), meant.file_meant(fault.text), fault.text.lower(), meant.mail_meant(fault.text))
    fits = next((way for way in ways if way and re.fullmatch(fault.context("pattern"), way)), "")
    hint = Hint("web", {"adres": fault.text}) if bare else Hint("write", {"waarde": fits}) if fits else None
    return fault.say("R007", waarde=fault.text, vorm=shape, hint=hint or fault.absence())


def _length(fault: FieldFault) -> Finding:
    return fault.say("R006", veld=fault.key, lengte=str(len(fault.text.strip())), grens=fault.context("max_length"))


def _short(fault: FieldFault) -> Finding:
    return fault.say("R005", veld=fault.key, grens=fault.context("min_length"))


def _short_list(fault: FieldFault) -> Finding | None:
    given: object = fault.error["input"]
    # Parts that are wrong are left out before pydantic counts; each of them has its own finding.
    if isinstance(given, list | tuple | dict) and len(given) >= int(fault.context("min_length") or 0):
        return None
    return fault.say("R010", veld=fault.key, grens=fault.context("min_length"), on_key=True)


def _number(fault: FieldFault) -> Finding:
    given, quantity = fault.error["input"], fault.path[-1:] == ("waarde",)
    text = fault.text or typed.as_words(given)
    guess = typed.number_hint(text, _room(fault, quantity=quantity))
    if not isinstance(given, str):
        return fault.say("R004", gevonden=_found(fault), hint=guess if text and not quantity else Hint("digits"))
    return fault.say("R012", waarde=fault.text, hint=fault.absence() or fault.no_state() or guess)


def _room(fault: FieldFault, *, quantity: bool) -> typed.Room:
    """What can stand beside a number, where it is typed."""
    path, field = written(fault.raw, fault.path), at(fault.model, fault.path)
    named = field is not None and field.many is Many.NAMED
    bare = quantity and path != fault.path
    around = fault.path[:-1] if quantity else fault.path
    given = value_at(fault.raw, path[:-2] if named else path[:-1]) if named or (quantity and not bare) else None
    key = str(path[-1])
    return typed.Room(
        quantity,
        short=key if bare and isinstance(path[-1], str) else "",
        listed=bare and isinstance(path[-1], int),
        beside={name: word for name, word in given.items() if isinstance(word, str)} if isinstance(given, dict) else {},
        key=key,
        unit=field.label.rpartition(OWN_UNIT)[2] if field is not None and OWN_UNIT in field.label else "",
        margin=around[-1:] == (MARGIN,),
        counts=_counts(fault),
        share=around[-1:] != (ANSWERS,),
        parts=named,
        counted=_others_are_counts(given),
        precise=len(path) == 1 and at(fault.model, (PRECISION, key)) is not None,
    )


def _others_are_counts(breakdown: Plain) -> bool:
    """Whether the parts of a breakdown are said to be counts, or one of them is more than a share can be."""
    parts = breakdown.get("delen") if isinstance(breakdown, dict) else None
    if not isinstance(breakdown, dict) or not isinstance(parts, dict) or breakdown.get("eenheid") == SHARE:
        return False
    numbers = (readings(part) for part in parts.values() if isinstance(part, str))
    return breakdown.get("eenheid") is not None or any(found and min(found) > MOST_SHARE for found in numbers)


def asks_which_count(fault: FieldFault) -> bool:
    """Whether a text has two readings where only the whole number can be meant."""
    shares = any(value_at(fault.raw, (*fault.path[:-up], "eenheid")) == "procent" for up in (1, 2))
    return fault.error["type"] == TWO_READINGS and _counts(fault) and not shares


def _counts(fault: FieldFault) -> bool:
    """Whether a number says how many there are, by itself or as that of a quantity."""
    field = at(fault.model, fault.path[:-1] if fault.path[-1:] == ("waarde",) else fault.path)
    return fault.error["type"] == WHOLE or (field is not None and field.counts)


def _two_numbers(fault: FieldFault) -> Finding:
    decimal, whole = fault.context("decimaal"), fault.context("geheel")
    either = Hint("one_of", {"decimaal": decimal, "geheel": whole})
    hint = Hint("count", {"geheel": whole}) if asks_which_count(fault) else either
    shown = fault.text.strip().replace(".", ",")
    return fault.say("R050", waarde=fault.text, decimaal=shown, geheel=whole, hint=hint)


def _bound(fault: FieldFault) -> Finding:
    words = {
        "ge": "minstens",
        "gt": "meer dan",
        "le": "hoogstens",
        "lt": "minder dan",
        "multiple_of": "een veelvoud van",
    }
    bound = next((f"{words[name]} {fault.context(name)}" for name in words if fault.context(name)), "")
    return fault.say("R013", waarde=fault.text or str(fault.error["input"]), voorwaarde=bound)


def _yes_no(fault: FieldFault) -> Finding:
    return no_yes_or_no(fault.raw, fault.path, fault.text or _found(fault))


def _date(fault: FieldFault) -> Finding:
    if not isinstance(fault.error["input"], str):
        return fault.say("R004", gevonden=_found(fault), hint=Hint("day"))
    hint = fault.absence() or fault.no_state() or _day_hint(fault)
    return fault.say("R016" if hint.name in days.NO_DAY else "R015", waarde=fault.text, hint=hint)


def _day_hint(fault: FieldFault) -> Hint:
    """How to write a day, with the field beside it that has room for vague words."""
    if len(fault.path) > 1 and fault.path[-3::2] == MOVED_FROM:
        return Hint("held" if fault.path[-2] == 0 else "held_after")
    deadline = fault.key in DEADLINES
    places = (TERM,) if deadline else ("letterlijk", "toelichting")
    beside = next((key for key in places if at(fault.model, (*fault.path[:-1], key)) is not None), "")
    return days.day_hint(fault.text, words=beside, deadline=deadline and bool(beside), key=fault.key)


def _no_day(fault: FieldFault) -> Finding:
    first = "-".join([*fault.text.strip().split("-"), "01", "01"][:3])
    return fault.say("R055", waarde=fault.text, hint=Hint("in_full", {"waarde": first}))


def _reference(fault: FieldFault) -> Finding | None:
    if len(fault.path) > 1 and fault.key == DEFAULT_SOURCE and written(fault.raw, fault.path)[-1] != DEFAULT_SOURCE:
        # The default source of the record, which has a finding of its own.
        return None
    field = at(fault.model, fault.path)
    many = field is None or field.many is not Many.ONE
    return fault.say(
        "R017",
        waarde=fault.text,
        soort=fault.context("soort"),
        hint=fault.absence() or fault.no_state() or fault.named.hint(fault.context("soort"), fault.text, many=many),
    )


def _reference_kind(fault: FieldFault) -> Finding:
    return fault.say("R018", waarde=fault.text, hint=fault.no_state() or fault.named.hint_of_any(fault.text))


def _plain(code: str, hint: Hint | None = None) -> Callable[[FieldFault], Finding]:
    return lambda fault: fault.say(code, hint=hint)


def _other(fault: FieldFault) -> Finding:
    return fault.say("R029")


_WORDS: dict[str, Callable[[FieldFault], Finding | None]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    **dict.fromkeys(("string_type", "is_instance_of", "dataclass_type"), _no_text),
    "string_too_short": _short,
    "string_too_long": _length,
    "string_pattern_mismatch": _pattern,
    "literal_error": _choice,
    "enum": _choice,
    "tuple_type": _no_list,
    "list_type": _no_list,
    "too_short": _short_list,
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type", "mapping_type"), _no_fields),
    **dict.fromkeys(
        (
            "getal_vorm",
            WHOLE,
            "int_parsing",
            "int_parsing_size",
            "int_type",
            "int_from_float",
            "decimal_parsing",
            "decimal_type",
            "finite_number",
        ),
        _number,
    ),
    TWO_READINGS: _two_numbers,
    **dict.fromkeys(("greater_than", "greater_than_equal", "less_than", "less_than_equal"), _bound),
    "bool_parsing": _yes_no,
    "bool_type": _yes_no,
    **dict.fromkeys(("datum_vorm", "datum_bestaat_niet"), _date),
    "dag_vereist": _no_day,
    "verwijzing_vorm": _reference,
    "verwijzing_soort": _reference_kind,
    "niet_gemeten_zonder_reden": _plain("R020", Hint("add")),
    "periode_leeg": _plain("R021"),
    "periode_omgekeerd": _plain("R022"),
    "reden_ontbreekt": _plain("R023", Hint("add")),
    "toetsbaar_vorm": _plain("R024", Hint("forms")),
    "kernfeit_vorm": _plain("R040", Hint("one")),
    "schaal_vorm": _plain("R081", Hint("forms")),
    "ter_inzage_zonder_waar": _plain("R082", Hint("add")),
}
