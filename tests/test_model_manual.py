"""The reference for authors says what models take: every field in Dutch, and schemas that fit what authors write."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import pytest
from pydantic import BaseModel

from tests.voorbeeld_site import CONTENT
from weerklank.author.load import Plain, RawRecord, load
from weerklank.messages import MESSAGES
from weerklank.model import MODELS, manual

KINDS = sorted(MODELS)
ROW = re.compile(r"\| `([a-z0-9_]+)`(\*?) \| (.+) \| (.+) \|")


def classes() -> list[type[BaseModel]]:
    """Every class that a record is made of."""
    return [*MODELS.values(), *sorted(manual.pieces(), key=lambda model: model.__name__)]


def section(title: str) -> dict[str, tuple[str, str]]:
    """Field -> (star, shape) of one section of the field page."""
    text = manual.fields_page().partition(f"\n## {title}\n")[2].partition("\n## ")[0]
    return {row[1]: (row[2], row[3]) for row in ROW.finditer(text)}


# --- the field page --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("model", classes(), ids=lambda model: model.__name__)
def test_every_field_says_in_dutch_what_goes_in(model: type[BaseModel]) -> None:
    """The help text of a field is a closed sentence; the manual, the schemas and a form show it."""
    texts = {name: info.description or "" for name, info in model.model_fields.items()}
    assert {} == {name: text for name, text in texts.items() if not re.fullmatch(r"\w.*\.", text)}


@pytest.mark.parametrize("model", classes(), ids=lambda model: model.__name__)
def test_every_piece_has_a_dutch_name(model: type[BaseModel]) -> None:
    """No class name of ours reaches an author."""
    assert model in MODELS.values() or model.model_config.get("title")
    assert model.__name__ not in re.findall(r"[A-Z][A-Za-z]+", manual.fields_page())


def test_the_shape_of_a_field_is_worded() -> None:
    """Lists, closed words, pieces and absences, as an author writes them."""
    expected = {
        "titel": ("*", "tekst"),
        "niveau": ("*", "id"),
        "status": ("*", "`gepland`, `lopend`, `afgerond`, of een toestand"),
        "vormen": ("*", "lijst van id, of een toestand"),
        "beleidsvelden": ("", "`alle`, of lijst van id, of een toestand"),
        "periode": ("*", "periode, of een toestand"),
        "deelnemers": ("", "lijst van deelnemers, of een toestand"),
        "leemten": ("", "lijst van tekst"),
    }
    found = section("initiatief")
    assert expected == {name: found[name] for name in expected}
    assert ("", "`ja` of `nee`") == section("bron")["extern"]
    assert ("", "een toestand") == section("meting")["eigen_meting"]
    assert ("*", "namen, elk met getal, of een toestand") == section("uitsplitsing")["delen"]


def test_the_page_has_every_field() -> None:
    """What the models take and what the page lists are the same, but for the id that the file name gives."""
    for kind, model in MODELS.items():
        assert {info.alias for name, info in model.model_fields.items() if name != "id"} == set(section(kind))


def test_the_page_of_messages_has_every_code() -> None:
    """Each code with how severe it is, in the order of the codes."""
    assert sorted(MESSAGES) == re.findall(r"^## ([A-Z]\d{3})$", manual.messages_page(), re.MULTILINE)


# --- schemas ---------------------------------------------------------------------------------------------------------


Schema = Mapping[str, object]


def fits(value: Plain, schema: Schema, defs: Mapping[str, Schema]) -> bool:
    """Whether a value fits a JSON Schema, for the words of it that our schemas use."""
    if "$ref" in schema:
        return fits(value, defs[str(schema["$ref"]).rpartition("/")[2]], defs)
    if isinstance(options := schema.get("anyOf"), list):
        return any(fits(value, option, defs) for option in options)
    if "enum" in schema or "const" in schema:
        words = schema.get("enum", [schema.get("const")])
        return isinstance(words, list) and value in words
    return fits_type(value, schema, defs)


def fits_type(value: Plain, schema: Schema, defs: Mapping[str, Schema]) -> bool:
    """Whether a value is a text, a list or an object as the schema wants it."""
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if isinstance(value, str):
        long_enough = len(value) >= int(str(schema.get("minLength", 0)))
        return "string" in types and long_enough and bool(re.search(str(schema.get("pattern", "")), value))
    if isinstance(value, list):
        return "array" in types and all(fits(item, schema["items"], defs) for item in value)  # type: ignore[arg-type]
    return "object" in types and isinstance(value, dict) and fields_fit(value, schema, defs)


def fields_fit(value: dict[str, Plain], schema: Schema, defs: Mapping[str, Schema]) -> bool:
    """Whether each field fits, all required ones are there and no unknown one is."""
    known = schema.get("properties", {})
    other = schema.get("additionalProperties")
    required = schema.get("required", [])
    assert isinstance(known, dict)
    assert isinstance(required, list)
    if not set(required) <= value.keys():
        return False
    return all(
        fits(item, known[key], defs) if key in known else isinstance(other, dict) and fits(item, other, defs)
        for key, item in value.items()
    )


@cache
def schema_of(kind: str) -> dict[str, Any]:
    """The schema of a kind, read back."""
    found: dict[str, Any] = json.loads(manual.schema(kind))
    return found


def fits_kind(value: Plain, kind: str) -> bool:
    """Whether a record fits the schema of its kind."""
    return fits(value, schema_of(kind), schema_of(kind)["$defs"])


def walk(value: object) -> Iterator[dict[str, object]]:
    """Every object in a piece of JSON."""
    if isinstance(value, dict):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from walk(item)


@pytest.mark.parametrize("raw", load(CONTENT).records, ids=lambda raw: f"{raw.kind}-{raw.id}")
def test_records_fit_their_schema(raw: RawRecord) -> None:
    """An editor that checks while typing has nothing to say about content that the program takes."""
    assert fits_kind(raw.data, raw.kind)


SOUND: Mapping[str, Plain] = {
    "titel": "Loket",
    "samenvatting": "Een tweede loket.",
    "soort": "werkwijze",
    "aanleiding": [{"initiatief": "niet_vermeld", "sterkte": "rechtstreeks"}],
    "verloop": [{"status": "uitgevoerd", "datum": "2020-03"}],
    "bronnen": {"bron": "antwoord"},
}


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"toetsbaar": "ja"},
        {"toetsbaar": {"nee": "Te vaag."}},
        {"kosten": "1200"},
        {"kosten": {"waarde": "1200", "eenheid": "euro"}},
        {"kosten": {"toestand": "niet_gemeten", "reden": "Te duur."}},
        {"effect": "niet_vermeld"},
        {"effect": {"toestand": "niet_vermeld", "bron": "antwoord"}},
        {"doelgroepen": "besturen"},
        {"beleidsvelden": "alle"},
    ],
)
def test_a_schema_takes_every_short_form(changes: Mapping[str, Plain]) -> None:
    """One value for a list, a bare number, a bare word for an absence: what the program takes, the schema takes."""
    assert fits_kind({**SOUND, **changes}, "bijsturing")


@pytest.mark.parametrize(
    "changes",
    [
        {"titel": "x"},
        {"soort": "iets anders"},
        {"sort": "werkwijze"},
        {"toetsbaar": "nee"},
        {"verloop": [{"status": "klaar"}]},
        {"verloop": [{"status": "uitgevoerd", "datum": "12/6/2019"}]},
        {"bronnen": [{"plaats": "alinea 3"}]},
        {"effect": {"toestand": "weet_niet"}},
    ],
)
def test_a_schema_refuses_what_the_program_refuses(changes: Mapping[str, Plain]) -> None:
    """Mistakes that a schema can see are seen while typing."""
    assert not fits_kind({**SOUND, **changes}, "bijsturing")


@pytest.mark.parametrize("kind", KINDS)
def test_a_schema_speaks_dutch(kind: str) -> None:
    """Descriptions are the help texts of fields; docstrings and names of our classes are left out."""
    found = schema_of(kind)
    assert "https://json-schema.org/draft/2020-12/schema" == found["$schema"]
    texts = {info.description for model in classes() for info in model.model_fields.values()}
    said = [item["description"] for item in walk(found) if isinstance(item.get("description"), str)]
    assert [] == [text for text in said if text not in texts]
    assert [kind] == [item["title"] for item in walk(found) if isinstance(item.get("title"), str)]
    assert "id" not in found["properties"]
