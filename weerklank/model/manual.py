"""The reference for authors, made from the models and the messages: fields, codes, and schemas for editors.

In: nothing but the program itself. Out: Markdown and JSON text for docs/, where `python3 build.py docs` writes it.
"""

import json
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from weerklank.kinds import FOLDERS
from weerklank.messages import ARGUMENTS, MESSAGES
from weerklank.model import MODELS, Absence
from weerklank.model.fields import Field, Many, ValueShape, fields_of, within
from weerklank.model.part import EXTRAS
from weerklank.model.records import Verifiable
from weerklank.model.values import ID_PATTERN, Citation, to_texts, to_tuple
from weerklank.states import ABSENCES, State

INTRODUCTION = """# Velden

Deze pagina is gemaakt uit het programma zelf en is dus altijd juist. Een sterretje betekent: verplicht.
“Of een toestand” betekent: u vult een waarde in, of u schrijft waarom er geen is, bijvoorbeeld `niet_vermeld` of
`{toestand: niet_gemeten, reden: "…"}`. Wat u weglaat, is nog niet ingevuld: het wordt
niet gedrukt en telt niet als iets wat de bron niet zegt.
“Lijst van” betekent: op elke regel een streepje en een waarde. Eén waarde mag u ook zonder lijst schrijven, behalve
waar dat verwarring zou geven; het programma zegt het dan.
"""


def pages() -> dict[str, str]:
    """Every page and schema, by its path in docs/."""
    schemas = {f"schema/{kind}.json": schema(kind) for kind in MODELS}
    return {"velden.md": fields_page(), "meldingen.md": messages_page(), **schemas}


def fields_page() -> str:
    """The field tables of every kind and of the pieces they are made of, as Markdown in Dutch."""
    parts = [INTRODUCTION]
    for kind, model in MODELS.items():
        where = next((f"{folder}/" for folder, name in FOLDERS.items() if name == kind), f"{kind}.yaml")
        parts.append(f"## {kind}\n\nStaat in `content/{where}`.\n\n{_table(model)}")
    parts.append("# Onderdelen\n")
    parts += [f"## {_name(part)}\n\n{_table(part)}" for part in sorted(pieces(), key=_name)]
    parts.append("# Woordenlijsten van het programma\n")
    parts += [f"## {title}\n\n{_states(states)}" for title, states in _vocabularies().items()]
    return "\n".join(parts)


def _vocabularies() -> dict[str, tuple[State, ...]]:
    """The closed lists whose words have a meaning of their own: why nothing is there, and each that a field names."""
    found = {"Toestanden": ABSENCES}
    for field in within(field for model in MODELS.values() for field in fields_of(model)):
        if states := tuple(choice.state for choice in field.choices if choice.state):
            found.setdefault(field.explained[0] or field.label, states)
    return found


def pieces() -> set[type[BaseModel]]:
    """The classes that records are made of, besides their own."""
    found = {field.model for model in MODELS.values() for field in within(fields_of(model))}
    return {Absence, *(model for model in found if model is not None)}


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
    found = MODELS[kind].model_json_schema(by_alias=True, schema_generator=_AsWritten)
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
        if key not in ("default", "title", *EXTRAS)
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
    "InShort": {"type": "string", "minLength": 3},
    **{name: {"type": ["number", "string"]} for name in ("Quantity", "Cost", "Margin")},
    "Citation": {"type": "string"},
    "Involved": {"type": "string", "pattern": ID_PATTERN},
    "Scale": {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]},
}


def _with_short_form(name: str, piece: JsonSchemaValue) -> JsonSchemaValue:
    """A piece of a record with the form on one line that it also has."""
    if name == Verifiable.__name__:
        pairs = [
            {"type": "object", "properties": {word: _REASON}, "required": [word], "additionalProperties": False}
            for word in ("nee", "deels")
        ]
        return {"anyOf": [{"const": "ja"}, *pairs]}
    if name == Citation.__name__:
        # The record may have a default source.
        return {"anyOf": [_SHORT_FORMS[name], *({**piece, "required": [key]} for key in ("bron", "citaat"))]}
    if name == Absence.__name__:
        # The source of an absence may also be written as one "bron".
        one = {"anyOf": [{"$ref": "#/$defs/Citation"}, {"type": "string", "pattern": ID_PATTERN}]}
        piece = {**piece, "properties": {**piece["properties"], "bron": one}}
    return {"anyOf": [_SHORT_FORMS[name], piece]} if name in _SHORT_FORMS else piece


def _name(model: type[BaseModel] | None) -> str:
    return str(model.model_config["title"]) if model else ""


def _table(model: type[BaseModel]) -> str:
    if model is Verifiable:
        return "\n".join(["| Schrijfwijze | Wat ze betekent |", "|---|---|", *_VERIFIABLE, ""])
    of_file = model in MODELS.values()
    rows = [_row(field) for field in fields_of(model) if not of_file or field.attribute != "id"]
    return "\n".join(["| Veld | Vorm | Wat erin komt |", "|---|---|---|", *rows, ""])


def _row(field: Field) -> str:
    return f"| `{field.key}`{'*' if field.required else ''} | {_shape(field)} | {field.help} |"


_VERIFIABLE = (
    "| `ja` | De lezer kan nagaan of het gebeurd is zoals het er staat. |",
    "| `{deels: waarom}` | Dat kan voor een deel. |",
    "| `{nee: waarom}` | Dat kan niet. |",
)


def _states(states: tuple[State, ...]) -> str:
    rows = [f"| `{state.key}` | {state.word} | {state.definition} |" for state in states]
    return "\n".join(["| Sleutel | Woord | Betekenis |", "|---|---|---|", *rows, ""])


def _shape(field: Field) -> str:
    """What a field takes, in Dutch: "lijst van id, of een toestand"."""
    words = ", ".join(f"`{choice.key}`" for choice in field.choices)
    value = words if field.shape is ValueShape.CHOICE else _WORDS.get(field.shape) or _name(field.model)
    many = {Many.ONE: "", Many.LIST: "lijst van ", Many.NAMED: "namen, elk met "}[field.many]
    beside = [words] if field.choices and field.shape is not ValueShape.CHOICE else []
    return ", of ".join([*beside, f"{many}{value}", *(["een toestand"] if field.stated else [])])


_WORDS = {
    ValueShape.TEXT: "tekst",
    ValueShape.DATE: "datum",
    ValueShape.NUMBER: "getal",
    ValueShape.YES_NO: "`ja` of `nee`",
    ValueShape.REFERENCE: "id",
    ValueShape.ABSENCE: "een toestand",
}
