"""Content of an older schema, rewritten: what it says stays, and what is not touched stays as it was typed.

`schema1/` is the content of the first schema, as it stood in the project then.
"""

import difflib
from datetime import date
from pathlib import Path

import pytest

from weerklank.author.lists import unwritten
from weerklank.author.load import Loaded, RawRecord, read_record
from weerklank.author.load import load as load_folder
from weerklank.author.migrate import migrate
from weerklank.author.validate import validate
from weerklank.corpus import Corpus
from weerklank.findings import Severity
from weerklank.kinds import FOLDERS, LIST
from weerklank.model import Citation, walk
from weerklank.text import SourceText

OLD = Path(__file__).parent / "schema1" / "content"
DAY = date(2026, 11, 27)
HEAD = "titel: Loket\n"


def _loaded(**files: str) -> Loaded:
    records: list[RawRecord] = []
    for name, text in files.items():
        folder, _, stem = name.partition("__")
        source = SourceText(f"content/{folder}/{stem}.yaml", text)
        record, faults = read_record(FOLDERS[folder], stem.replace("_", "-"), source)
        assert (record is None, faults) == (False, ())
        records += [record] if record else []
    return Loaded(tuple(records), (), (), (), frozenset(), ())


def _after(folder: str, text: str) -> str:
    made = migrate(_loaded(**{f"{folder}__loket": text}))
    return next((after for _, after in made.texts.values()), text)


def _again(loaded: Loaded) -> Loaded:
    """The same content as `migrate` leaves it."""
    texts = migrate(loaded).texts
    records = []
    for record in loaded.records:
        after = texts.get(record.source.file, ("", record.source.text))[1]
        made, faults = read_record(record.kind, record.id, SourceText(record.source.file, after))
        assert (made is None, faults) == (False, ())
        records += [made] if made else []
    for file, (_, text) in unwritten(loaded).items():
        made, faults = read_record(LIST, Path(file).stem, SourceText(file, text))
        assert (made is None, faults) == (False, ())
        records += [made] if made else []
    return Loaded(tuple(records), loaded.texts, loaded.sources, (), frozenset(), ())


def _cited(corpus: Corpus) -> list[Citation]:
    return [item for record in corpus.records() for _, item in walk(record) if isinstance(item, Citation)]


def test_the_first_schema_becomes_this_one() -> None:
    """Without an error, with every citation that it had, and once only."""
    before = load_folder(OLD)
    after = _again(before)
    found = validate(after, on=DAY)

    assert [] == [item for item in found.findings if item.severity is Severity.ERROR]
    assert found.corpus is not None
    assert 150 < len(_cited(found.corpus))
    quoted = {str(item["citaat"]) for record in before.records for item in _mappings(record.data) if "citaat" in item}
    assert set() == {" ".join(words.split()) for words in quoted} - _quoted(found.corpus)
    assert {} == migrate(after).texts


def _mappings(value: object) -> list[dict[str, object]]:
    if isinstance(value, dict):
        return [value, *(found for item in value.values() for found in _mappings(item))]
    return [found for item in value for found in _mappings(item)] if isinstance(value, list) else []


def _quoted(corpus: Corpus) -> set[str]:
    parts = (corpus.organisation, *corpus.vocabularies.values(), *corpus.records())
    found = (item for part in parts for _, item in walk(part) if isinstance(item, Citation))
    return {" ".join(item.quotation.split()) for item in found}


def test_nothing_else_changes() -> None:
    """Each line that goes holds a source, a place or a part that has another name; the others keep their order."""
    allowed = ("bron:", "- bron:", "plaats:", "citaat:", "- soort:", "- {bron:", "titel:", "respons:", "grafiek:")
    for before, after in migrate(load_folder(OLD)).texts.values():
        lines = difflib.ndiff(before.splitlines(), after.splitlines())
        gone = [line[2:].strip() for line in lines if line.startswith("- ")]
        assert [] == [line for line in gone if not line.startswith(allowed)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "bronnen:\n  - bron: a\n    citaat: \"Een.\"\n  # waarom\n  - {bron: a, citaat: 'Twee.'}\n",
            "bron: a\nbronnen:\n  - \"Een.\"\n  # waarom\n  - 'Twee.'\n",
        ),
        (
            "bronnen:\n  - bron: a # met reden\n    citaat: Een.\n  - bron: a\n    citaat: Twee.\n",
            "bron: a\nbronnen:\n  - bron: a # met reden\n    citaat: Een.\n  - Twee.\n",
        ),
        (
            "bronnen:\n  - {bron: a, plaats: blz. 3, citaat: Een.}\n  - {bron: a, citaat: Twee.}\n  - {bron: b}\n",
            "bron: a\nbronnen:\n  - {plaats: blz. 3, citaat: Een.}\n  - Twee.\n  - {bron: b}\n",
        ),
        ("bronnen: {bron: a, citaat: Een.}\n", "bronnen: {bron: a, citaat: Een.}\n"),
    ],
)
def test_citations_get_shorter(before: str, after: str) -> None:
    """The source that a record names most is its default; a comment in a citation keeps it as it is."""
    assert f"{HEAD}{after}".replace("bronnen", "bronnen") == _without_silence(_after("beslissingen", HEAD + before))


def _without_silence(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if "niet_vermeld" not in line)


def test_what_was_left_out_is_written_out() -> None:
    """It was printed as not stated, so it says so now; with the line ends of the file."""
    text = "titel: Loket\r\nbronnen: {bron: a}\r\ngenomen_door: De dienst\r\n"

    assert text.rstrip() + "\r\ndatum: niet_vermeld\r\nmotivering: niet_vermeld\r\n" == _after("beslissingen", text)


def test_what_ends_together_is_written_out_from_the_inside() -> None:
    """A part that is the last of its record says what it lacks before the record does, each at its own margin."""
    text = "titel: Vraag\ndeelvragen:\n  - {nr: 1, tekst: Hoe vaak?, delen: [{vraag: hoe vaak}]}\nbijlage:\n"
    text += "  titel: Bijlage\n  onderdelen:\n    - soort: tekst\n      titel: Zo\n      tekst: Eén zin.\n"
    after = _after("vragen", text)

    assert after.startswith(text.rstrip() + "\n  toestand_op: niet_vermeld\nnummer: niet_vermeld\n")
    record, faults = read_record("vraag", "loket", SourceText("content/vragen/loket.yaml", after))
    assert (record is None, faults) == (False, ())
