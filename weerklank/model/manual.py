"""The reference for authors, made from the models and the messages: fields, codes, and schemas for editors.

In: nothing but the program itself. Out: Markdown and JSON text for docs/. A test holds the files in docs/ to it.
Printed by `python3 -m weerklank.model.manual velden` (or `meldingen`, or `schema initiatief`).
"""

import json
import sys
import types
from collections.abc import Iterator
from decimal import Decimal
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from weerklank.kinds import FOLDERS, LIST, ORGANISATION
from weerklank.messages import ARGUMENTS, MESSAGES
from weerklank.model import RECORDS, Absence, AbsenceKey, Organisation, PartialDate, Ref, Vocabulary
from weerklank.model.part import ABSENT
from weerklank.model.records import Verifiable
from weerklank.model.values import ID_PATTERN, to_texts, to_tuple
from weerklank.states import ABSENCES, COURSES, COVERAGES, State

INTRODUCTION = """# Velden

Deze pagina is gemaakt uit het programma zelf en is dus altijd juist. Een sterretje betekent: verplicht.
“Of een toestand” betekent: u vult een waarde in, of u schrijft waarom er geen is, bijvoorbeeld `niet_vermeld` of
`{toestand: niet_gemeten, reden: "…"}`. Wat u weglaat, wordt gedrukt als “niet vermeld”.
“Lijst van” betekent: op elke regel een streepje en een waarde. Eén waarde mag u ook zonder lijst schrijven, behalve
waar dat verwarring zou geven; het programma zegt het dan.
"""


def models() -> dict[str, type[BaseModel]]:
    """Every file that an author writes, by its kind."""
    return {ORGANISATION: Organisation, LIST: Vocabulary, **RECORDS}


def fields_page() -> str:
    """The field tables of every kind and of the pieces they are made of, as Markdown in Dutch."""
    done: list[type[BaseModel]] = []
    parts = [INTRODUCTION]
    for kind, model in models().items():
        where = next((f"{folder}/" for folder, name in FOLDERS.items() if name == kind), f"{kind}.yaml")
        parts.append(f"## {kind}\n\nStaat in `content/{where}`.\n\n{_table(model)}")
    queue = [part for model in models().values() for part in _parts(model)]
    while queue:
        part = queue.pop(0)
        if part not in done:
            done.append(part)
            queue += _parts(part)
    parts.append("# Onderdelen\n")
    parts += [f"## {_name(part)}\n\n{_table(part)}" for part in sorted(done, key=_name)]
    parts.append("# Woordenlijsten van het programma\n")
    for title, states in (("Toestanden", ABSENCES), ("Dekking", COVERAGES), ("Verloop", COURSES)):
        parts.append(f"## {title}\n\n{_states(states)}")
    return "\n".join(parts)


def messages_page() -> str:
    """Every message with its code, how severe it is and what it means, as Markdown in Dutch."""
    rows = [
        f"## {code}\n\n{message.severity.capitalize()}: {message.template}\n\n{message.explanation}\n"
        for code, message in sorted(MESSAGES.items())
    ]
    head = (
        "# Meldingen\n\nGemaakt uit het programma zelf. Tussen accolades staat wat per geval verschilt; "
        "`--format json` geeft het onder dezelfde naam, bij `arguments`. Onderaan staat wat elke naam betekent.\n"
    )
    names = "\n".join(f"| `{name}` | {meaning} |" for name, meaning in ARGUMENTS.items())
    return "\n".join([head, *rows, f"## Namen tussen accolades\n\n| Naam | Betekenis |\n|---|---|\n{names}\n"])


def schema(kind: str) -> str:
    """The JSON Schema (draft 2020-12) of one kind, with Dutch help texts, for editors that check while typing."""
    found = models()[kind].model_json_schema(by_alias=True, schema_generator=_AsWritten)
    pieces: dict[str, JsonSchemaValue] = found.pop("$defs", {})
    found["properties"].pop("id")
    found["required"].remove("id")
    # What describes a class is for us, in English.
    for piece in (found, *pieces.values()):
        piece.pop("description", None)
    defs = {name: _with_short_form(name, _plainly(piece)) for name, piece in pieces.items()}
    top = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": kind, "$defs": defs}
    return json.dumps({**_plainly(found), **top}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


class _AsWritten(GenerateJsonSchema):
    """Schemas of what authors may write: one value also stands for a list of one."""

    def function_before_schema(self, schema: core_schema.BeforeValidatorFunctionSchema) -> JsonSchemaValue:
        """The schema below a validator of ours that makes a list of one value."""
        found = super().function_before_schema(schema)
        makes_list = schema["function"]["function"] in (to_tuple, to_texts)
        return {"anyOf": [found, found["items"]]} if makes_list else found


def _plainly(value: Any) -> Any:  # noqa: ANN401 - JSON
    """A schema of scalars that are text, without our own names.

    All scalars are text to us, whatever they mean, and an editor reads 2019 as a number: so each scalar may be either.
    A value can fit an absence and the value itself ("niet_vermeld" is a text, too): at least one must fit.
    """
    if isinstance(value, list):
        return [_plainly(item) for item in value]
    if not isinstance(value, dict):
        return value
    found = {
        ("anyOf" if key == "oneOf" else key): item
        for key, item in value.items()
        if key not in ("default", "title", ABSENT)
    }
    if found.get("type") in ("integer", "number", "string"):
        found["type"] = ["number", "string"]
    if "properties" in found:
        pieces = {name: _plainly(piece) for name, piece in found.pop("properties").items()}
        return {**_plainly(found), "properties": pieces}
    return {key: _plainly(item) for key, item in found.items()}


_REASON: JsonSchemaValue = {"type": "string", "minLength": 1}
_SHORT_FORMS: dict[str, JsonSchemaValue] = {
    "Absence": {"enum": [state.key for state in ABSENCES]},
    "Quantity": {"type": ["number", "string"]},
    "Involved": {"type": "string", "pattern": ID_PATTERN},
}


def _with_short_form(name: str, piece: JsonSchemaValue) -> JsonSchemaValue:
    """A piece of a record with the form on one line that it also has."""
    if name == Verifiable.__name__:
        pairs = [
            {"type": "object", "properties": {word: _REASON}, "required": [word], "additionalProperties": False}
            for word in ("nee", "deels")
        ]
        return {"anyOf": [{"const": "ja"}, *pairs]}
    if name == Absence.__name__:
        # The source of an absence may also be written as one "bron".
        one = {"anyOf": [{"$ref": "#/$defs/Citation"}, {"type": "string", "pattern": ID_PATTERN}]}
        piece = {**piece, "properties": {**piece["properties"], "bron": one}}
    return {"anyOf": [_SHORT_FORMS[name], piece]} if name in _SHORT_FORMS else piece


def _name(model: type[BaseModel]) -> str:
    return _DUTCH.get(model.__name__, model.__name__)


_DUTCH = {
    "Absence": "toestand",
    "AccessibilityStatement": "toegankelijkheid",
    "Annex": "bijlage",
    "AnnexPart": "onderdeel van een bijlage",
    "Breakdown": "uitsplitsing",
    "Cause": "aanleiding",
    "ChangeNote": "wijziging",
    "Citation": "bronvermelding",
    "Claim": "bewering",
    "Contact": "contact",
    "CountOf": "ander aantal",
    "Evidence": "bewijsstuk",
    "GroundRules": "spelregels",
    "Involved": "betrokkene",
    "Licence": "licentie",
    "OpenList": "niet-limitatieve lijst",
    "Origin": "herkomst van een meting",
    "Participants": "deelnemers",
    "Period": "periode",
    "PrintSettings": "afdruk",
    "Publication": "publicatie",
    "Quantity": "hoeveelheid",
    "QuestionPart": "deel van een deelvraag",
    "Reading": "lezing",
    "Result": "resultaat",
    "Selection": "selectie",
    "Signal": "signaal",
    "SiteSettings": "site",
    "Statement": "uitspraak van de organisatie",
    "Step": "stap in het verloop",
    "SubQuestion": "deelvraag",
    "Tension": "tegenspraak",
    "Term": "term",
    "Verifiable": "toetsbaar",
}


def _table(model: type[BaseModel]) -> str:
    if model is Verifiable:
        return "\n".join(["| Schrijfwijze | Wat ze betekent |", "|---|---|", *_VERIFIABLE, ""])
    rows = [
        _row(info.alias or name, info)
        for name, info in model.model_fields.items()
        if name != "id" or model not in models().values()
    ]
    return "\n".join(["| Veld | Vorm | Wat erin komt |", "|---|---|---|", *rows, ""])


def _row(key: str, info: FieldInfo) -> str:
    return f"| `{key}`{'*' if info.is_required() else ''} | {_shape(info.annotation)} | {info.description} |"


_VERIFIABLE = (
    "| `ja` | De lezer kan nagaan of het gebeurd is zoals het er staat. |",
    "| `{deels: waarom}` | Dat kan voor een deel. |",
    "| `{nee: waarom}` | Dat kan niet. |",
)


def _states(states: tuple[State, ...]) -> str:
    rows = [f"| `{state.key}` | {state.word} | {state.definition} |" for state in states]
    return "\n".join(["| Sleutel | Woord | Betekenis |", "|---|---|---|", *rows, ""])


def _inside(annotation: object) -> Iterator[object]:
    """The types that a field is made of, however deep."""
    yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _inside(argument)


def _parts(model: type[BaseModel]) -> list[type[BaseModel]]:
    return [
        found
        for info in model.model_fields.values()
        for found in _inside(info.annotation)
        if isinstance(found, type) and issubclass(found, BaseModel)
    ]


def _shape(annotation: object) -> str:
    """What a field takes, in Dutch: "lijst van id, of een toestand"."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _shape(arguments[0])
    if origin in (Union, types.UnionType):
        return ", of ".join(_shape(item) for item in arguments if item is not type(None))
    if origin is Literal:
        return ", ".join(f"`{word}`" for word in arguments)
    if origin is tuple:
        return f"lijst van {_shape(arguments[0])}"
    return f"namen, elk met {_shape(arguments[1])}" if origin is dict else _word(annotation)


def _word(annotation: object) -> str:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return "een toestand" if annotation is Absence else _name(annotation)
    if annotation is AbsenceKey:
        return ", ".join(f"`{state.key}`" for state in ABSENCES)
    return _WORDS.get(annotation, "tekst")


_WORDS: dict[object, str] = {PartialDate: "datum", Ref: "id", Decimal: "getal", int: "getal", bool: "`ja` of `nee`"}


def main(arguments: list[str]) -> int:
    """Print one page. Returns 2 for a page that does not exist."""
    pages = {"velden": fields_page, "meldingen": messages_page}
    if len(arguments) == 1 and arguments[0] in pages:
        sys.stdout.write(pages[arguments[0]]())
        return 0
    if len(arguments) == 2 and arguments[0] == "schema" and arguments[1] in models():  # noqa: PLR2004 - verb and kind
        sys.stdout.write(schema(arguments[1]))
        return 0
    sys.stderr.write("Gebruik: python3 -m weerklank.model.manual velden | meldingen | schema SOORT\n")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
