"""Frozen annexes as values: names, manifests, whether a version is whole, where records moved away, what may be seen.

The files of an annex are a few bytes here; `test_annex_command` freezes real ones.
"""

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.corpus_samples import RECORDS_OF_SITE
from tests.frozen_samples import (
    ANNEX,
    DAY,
    FOLDER,
    LATER,
    QUESTION,
    QUESTION_FILE,
    QUESTION_ID,
    change,
    corpus,
    files,
    frozen,
    hidden,
    loaded,
    places,
    sealed,
    text,
    write,
)
from tests.word_tools import png
from weerklank.author.load import load
from weerklank.author.migrate import migrate
from weerklank.corpus import Corpus, public
from weerklank.facts.provenance import annex_data
from weerklank.findings import LONGEST_ARGUMENT, Finding, message
from weerklank.freeze import (
    MANIFEST,
    address,
    moved,
    next_name,
    public_files,
    released,
    verify,
    versions,
    waiting,
)
from weerklank.freeze.differences import Difference
from weerklank.freeze.early import early
from weerklank.freeze.moved import where_words
from weerklank.freeze.snapshot import read_snapshot
from weerklank.freeze.versions import SNAPSHOT, is_name, names, read_manifest, write_manifest
from weerklank.model import RECORDS, Ref
from weerklank.model.fields import Many, fields_of, is_printable, within
from weerklank.wording import uncapital


def like(name: str) -> dict[str, object]:
    """The data of the record of the samples with this id."""
    return dict(next(data for _, data in RECORDS_OF_SITE if data["id"] == name))


def after(content: Path) -> tuple[Finding, ...]:
    """What is said of records that moved away."""
    return moved(load(content), corpus(content), folder="content")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """The small content."""
    return write(tmp_path)


# Names


def test_the_version_is_the_day() -> None:
    """The first version of a day is called after it; those after it get a number."""
    day, other = date(2026, 11, 23), date(2026, 11, 24)
    paths = ["2026-11-23/bijlage.pdf", "2026-11-23-2/bijlage.pdf"]

    assert "2026-11-23" == next_name([], day=day)
    assert "2026-11-23-2" == next_name(paths[:1], day=day)
    assert "2026-11-23-3" == next_name(paths, day=day)
    assert "2026-11-24" == next_name(paths, day=other)


def test_versions_are_in_order() -> None:
    """The newest comes first, and the tenth of a day after the second."""
    paths = [f"{name}/manifest.json" for name in ("2026-11-23", "2026-11-23-10", "2026-11-23-2", "2025-01-31")]

    assert ("2026-11-23-10", "2026-11-23-2", "2026-11-23", "2025-01-31") == names(paths)


@pytest.mark.parametrize("name", ["2026-13-01", "2026-11-23-1", "2026-11-23-02", "2026-11-23-", "versie-2", ""])
def test_what_is_no_version(name: str) -> None:
    """Other names are no versions, so that there is one way to write each."""
    assert not is_name(name)


# Manifests

KEYS = ("question", "version", "title", "as_of", "data", "despite", "previous", "previous_sha256", "files", "made_by")


def test_a_manifest_says_what_is_stored(content: Path) -> None:
    """The manifest has size and SHA-256 of every file, the hash of the data, the reason; the content stands apart."""
    made = sealed(content, despite="het nummer komt later")
    facts = json.loads(made.files[MANIFEST])
    expected = [
        {"path": path, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()}
        for path, data in sorted(ANNEX.items())
    ]

    assert "2026-11-23" == made.name
    assert {*ANNEX, MANIFEST, SNAPSHOT} == set(made.files)
    assert expected == [{key: entry[key] for key in ("path", "size", "sha256")} for entry in facts["files"]]
    assert "Dekking" == facts["files"][2]["title"]
    assert [SNAPSHOT] == [entry["path"] for entry in facts["not_published"]]
    assert ("het nummer komt later", "ab12", "0.1.0") == (facts["despite"], facts["data"], facts["program"])


def test_a_manifest_comes_back(content: Path) -> None:
    """What is written is read as the same version."""
    data = sealed(content).files[MANIFEST]
    found = read_manifest(data)

    assert found is not None
    assert data == write_manifest(found)


@given(st.dictionaries(st.sampled_from(KEYS), st.recursive(st.none() | st.integers() | st.text(), st.lists)))
def test_what_is_no_manifest(facts: dict[str, object]) -> None:
    """Whatever stands there instead, it is no manifest and no error."""
    assert read_manifest(json.dumps({"made_by": "weerklank", **facts}).encode()) is None


@pytest.mark.parametrize("data", [b"", b"\xff", b"[]", b"{}", b"null", b'{"made_by": "een ander"}', b"[" * 100_000])
def test_what_is_not_even_json(data: bytes) -> None:
    """Bytes that are no JSON, or no object, are no manifest."""
    assert read_manifest(data) is None


def test_the_content_is_kept(content: Path) -> None:
    """The snapshot has the text of every file that the annex rests on, lists and organisation included."""
    kept = json.loads(sealed(content).files[SNAPSHOT])["files"]

    assert set(files()) == set(kept)
    assert kept[QUESTION_FILE] == (content / QUESTION_FILE).read_text(encoding="utf-8")


def test_the_content_of_others_is_not_kept(tmp_path: Path) -> None:
    """What the annex neither shows nor names is not its business."""
    page = text({"titel": "Over deze site", "tekst": "Wat u hier vindt."})
    other = {"vragen/andere.yaml": text({**QUESTION, "titel": "Een andere vraag"}), "paginas/over.yaml": page}
    kept = json.loads(sealed(write(tmp_path, files() | other)).files[SNAPSHOT])["files"]

    assert not set(other) & set(kept)


def test_the_same_is_stored_as_the_same(tmp_path: Path) -> None:
    """The same content on another disk gives the same bytes."""
    one, other = write(tmp_path / "a"), write(tmp_path / "b", dict(reversed(files().items())))

    assert sealed(one) == sealed(other)


# Whole


def test_a_stored_version_is_whole(content: Path) -> None:
    """Nothing is found where nothing was touched, also with two versions."""
    frozen(content)
    frozen(content)

    assert ("2026-11-23-2", "2026-11-23") == tuple(item.name for item in versions(corpus(content), QUESTION_ID))
    assert () == verify(loaded(content), folder="content")


@pytest.mark.parametrize("path", [*ANNEX, SNAPSHOT])
def test_a_changed_byte(content: Path, path: str) -> None:
    """Any changed file is an error, at that file."""
    file = frozen(content) / path
    file.write_bytes(file.read_bytes()[:-1] + b"!")

    assert [("P060", f"content/{FOLDER}/2026-11-23/{path}")] == places(verify(load(content), folder="content"))


@pytest.mark.parametrize("path", [*ANNEX, SNAPSHOT])
def test_a_missing_file(content: Path, path: str) -> None:
    """A file that went is an error where it stood."""
    (frozen(content) / path).unlink()

    assert [("P061", f"content/{FOLDER}/2026-11-23/{path}")] == places(verify(load(content), folder="content"))


def test_what_was_put_there(content: Path) -> None:
    """A file that no manifest names is an error, within a version and beside the versions."""
    folder = frozen(content)
    (folder / "extra.txt").write_bytes(b"x")
    (folder.parent / "nota.txt").write_bytes(b"x")
    (folder.parent / "kladjes").mkdir()
    (folder.parent / "kladjes" / "nota.txt").write_bytes(b"x")
    found = places(verify(load(content), folder="content"))

    assert ["P062"] * 3 == [code for code, _ in found]
    assert [f"{FOLDER}/2026-11-23/extra.txt", f"{FOLDER}/kladjes/nota.txt", f"{FOLDER}/nota.txt"] == [
        place.removeprefix("content/") for _, place in found
    ]


def test_a_version_without_manifest(content: Path) -> None:
    """Without a manifest, or with that of another version, nothing can be said of the rest."""
    folder = frozen(content)
    folder.rename(folder.with_name("2026-11-22"))
    other = frozen(content)
    (other / MANIFEST).unlink()

    expected = [("P063", f"content/{FOLDER}/{name}/{MANIFEST}") for name in ("2026-11-22", "2026-11-23")]
    assert expected == places(verify(load(content), folder="content"))


@pytest.mark.parametrize("half", ["\\ud800", "\\udc00"])
def test_half_a_letter_is_no_text(content: Path, half: str) -> None:
    """JSON can name half a letter; a manifest with one is none, and neither is a snapshot."""
    folder = frozen(content)
    for name in (MANIFEST, SNAPSHOT):
        file = folder / name
        file.write_text(file.read_text(encoding="utf-8").replace('": "', f'": "{half}'), encoding="utf-8")

    assert [("P063", f"content/{FOLDER}/2026-11-23/{MANIFEST}")] == places(verify(load(content), folder="content"))
    assert {} == read_snapshot((folder / SNAPSHOT).read_bytes())


def test_a_question_that_is_called_otherwise(content: Path) -> None:
    """A question that got another id keeps its versions when it names the old id; without that they are not its own."""
    frozen(content)
    (content / FOLDER).rename(content / "vragen/burgers")
    (content / QUESTION_FILE).rename(content / "vragen/burgers.yaml")
    lost = verify(load(content), folder="content")
    change(content, "vragen/burgers.yaml", '{\n "titel"', f'{{\n "vroegere_ids": ["{QUESTION_ID}"],\n "titel"')
    (version,) = versions(corpus(content), "burgers")

    assert [("P063", f"content/vragen/burgers/2026-11-23/{MANIFEST}")] == places(lost)
    assert () == verify(load(content), folder="content")
    assert "vragen/burgers/versies/2026-11-23/bijlage.pdf" == address(version, "bijlage.pdf")
    assert ANNEX["bijlage.pdf"] == public_files(corpus(content), version)["bijlage.pdf"]
    assert () == after(content)


def test_a_version_vouches_for_the_one_before(content: Path) -> None:
    """Who changes an old version and its manifest alike is found out by the version after it."""
    folder = frozen(content)
    frozen(content)
    (folder / "bijlage.pdf").write_bytes(b"%PDF-nep")
    facts = json.loads((folder / MANIFEST).read_bytes())
    entry = next(item for item in facts["files"] if item["path"] == "bijlage.pdf")
    entry |= {"size": 8, "sha256": hashlib.sha256(b"%PDF-nep").hexdigest()}
    (folder / MANIFEST).write_text(json.dumps(facts), encoding="utf-8")
    changed = verify(load(content), folder="content")
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    assert [("P060", f"content/{FOLDER}/2026-11-23/{MANIFEST}")] == places(changed)
    assert [("P061", f"content/{FOLDER}/2026-11-23/{MANIFEST}")] == places(verify(load(content), folder="content"))


# Moved away

INITIATIVE_FILE = "initiatieven/bevraging.yaml"


def test_nothing_moved(content: Path) -> None:
    """Right after freezing the content and the annex agree."""
    frozen(content)

    assert () == after(content)


def test_a_key_that_changed(content: Path) -> None:
    """Each value that is other is a warning at its key, with the version, what the annex says and what stands there."""
    frozen(content)
    change(content, INITIATIVE_FILE, "Wij vroegen wat beter kan.", "Wij vroegen wat anders kan.")
    change(content, INITIATIVE_FILE, '"niveau": "operationeel"', '"niveau": "strategisch"')
    found = after(content)

    assert [("P064", f"content/{INITIATIVE_FILE}")] * 2 == places(found)
    start = "veranderd sinds versie 2026-11-23 van de bijlage bij vraag “klanten”: initiatief “Bevraging”, "
    assert [
        f"{start}samenvatting: toen “Wij vroegen wat beter kan.”, nu “Wij vroegen wat anders kan.”",
        f"{start}niveau: toen “operationeel”, nu “strategisch”",
    ] == list(map(message, found))
    assert all("python3 build.py annex klanten --definitief" in str(item.hint) for item in found)
    assert ['"samenvatting"', '"niveau"'] == [
        loaded_line(content, item)[item.span.column - 1 : item.span.end_column - 1] for item in found if item.span
    ]


def test_a_text_that_the_annex_does_not_print(content: Path) -> None:
    """A text of which no five words are in the pages or data of the annex cannot contradict it; a figure always may."""
    said = "Bewoners stonden urenlang in de regen te wachten op de bus."
    change(content, INITIATIVE_FILE, '"niveau"', f'"gehoord": "{said}",\n "niveau"')
    page = "<h1>Gegevens over klanten</h1><p>Wij <b>vroegen</b> wat beter kan, en kregen antwoord.</p>"
    frozen(content, annex={**ANNEX, "bijlage.html": page.encode()})
    change(content, INITIATIVE_FILE, "Bewoners stonden", "Klanten stonden")
    unprinted = after(content)
    change(content, INITIATIVE_FILE, "Wij vroegen wat beter kan.", "Wij vroegen wat anders kan.")
    change(content, "metingen/barometer.yaml", '"waarde": "66"', '"waarde": "68"')
    printed = after(content)

    assert () == unprinted
    assert [("P064", f"content/{INITIATIVE_FILE}"), ("P064", "content/metingen/barometer.yaml")] == places(printed)


def test_a_figure_that_changed(content: Path) -> None:
    """A figure is said as it is printed, at the figure."""
    frozen(content)
    change(content, "metingen/barometer.yaml", '"waarde": "66"', '"waarde": "68"')
    (found,) = after(content)

    assert message(found).endswith(
        "meting “Barometer”, resultaten “Termijn”, waarde: toen ongeveer 66\u00a0procent, nu ongeveer 68\u00a0procent"
    )
    assert '"waarde"' in loaded_line(content, found)


def test_a_key_that_is_gone(content: Path) -> None:
    """What no longer stands in the record is said at the record."""
    frozen(content)
    change(content, INITIATIVE_FILE, '"beleidsvelden": [\n  "gelijke-kansen"\n ],\n', "")
    (found,) = after(content)

    assert found.span is not None
    assert (f"content/{INITIATIVE_FILE}", 1) == (found.span.file, found.span.line)
    assert loaded_line(content, found).strip()
    assert message(found).endswith("beleidsveld: toen “Gelijke kansen”, nu niets")


@pytest.mark.parametrize(
    ("old", "new", "line"), [("beter kan", "anders kan", 1), ("66", "67", 2), ("\nOngeveer", "\nOm en bij", 2)]
)
def test_a_text_that_changed(content: Path, old: str, new: str, line: int) -> None:
    """A stored text is said to differ at its first line that does."""
    frozen(content)
    file = content / "bronnen" / "antwoord.txt"
    file.write_text(file.read_text("utf-8").replace(old, new, 1), encoding="utf-8")
    found = next(item for item in after(content) if item.span and item.span.file.endswith(".txt"))

    assert found.span is not None
    assert line == found.span.line
    assert "de bewaarde tekst: toen" in message(found)


LINES = (
    "Het antwoord begint hier met een zin die niemand aanhaalt.",
    "",
    "Ongeveer 66 procent is tevreden over het loket. De laatste keer was in 2016.",
    "Een derde alinea gaat over iets anders dan het loket.",
)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("met een zin", "met één zin", 0),
        ("Een derde alinea gaat", "Een vierde alinea handelt", 0),
        ("aanhaalt.\n", "aanhaalt. En nog wat woorden erbij.\n", 0),
        ("66 procent is tevreden", "68 procent is tevreden", 3),
        (LINES[2] + "\n", "", 3),
    ],
)
def test_a_stored_text_of_which_little_is_printed(content: Path, old: str, new: str, line: int) -> None:
    """Only words that the annex has are said to be others now, at their line; the rest of a source may change."""
    file = content / "bronnen" / "antwoord.txt"
    file.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    page = "<h1>Gegevens over klanten</h1><p>“Ongeveer 66 procent is <b>tevreden</b> over het loket.”</p>"
    frozen(content, annex={**ANNEX, "bijlage.html": page.encode()})
    text = file.read_text("utf-8")
    assert 1 == text.count(old)
    file.write_text(text.replace(old, new), encoding="utf-8")
    found = [item for item in after(content) if item.span and item.span.file.endswith(".txt")]

    assert [line] * bool(line) == [item.span.line for item in found if item.span]
    assert all("66 procent" in dict(item.arguments)["vroeger"] for item in found)


def places_in_model() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each field of each kind, by the words that say where it stands, with names as long as they come."""
    for name, model in RECORDS.items():
        for field in within(fields_of(model)):
            labels, here = [], fields_of(model)
            for key in field.path:
                step = next(item for item in here if item.key == key)
                item = f" “{'lang woord ' * 5}naam, {'nog een lang woord ' * 3}”" if step.many is not Many.ONE else ""
                labels.append(f"{uncapital(step.label)}{item}")
                here = step.parts
            if is_printable(model, field.path):
                yield name, (*labels[:-1], uncapital(field.label))


def test_a_field_is_said_whole() -> None:
    """However long the title of a record and the names of what a field stands in are, the field itself is not cut."""
    for name, where in places_in_model():
        model = RECORDS[name].model_construct(id="een", title="Een titel van veel woorden " * 7)
        said = where_words(model, Difference((), where, "", ""))

        assert said.endswith(f", {where[-1]}")
        assert len(said) <= LONGEST_ARGUMENT, said


def test_what_differs_stays_in_the_sentence(content: Path) -> None:
    """Of long texts the words around the difference are said, and both sides are closed."""
    long = " ".join(f"woord{number}" for number in range(30))
    change(content, INITIATIVE_FILE, "Wij vroegen wat beter kan.", f"{long} toen.")
    frozen(content)
    change(content, INITIATIVE_FILE, f"{long} toen.", f"{long} straks.")
    sentences = [message(item) for item in after(content)]

    assert sentences
    assert [] == [item for item in sentences if "toen.”" not in item or not item.endswith("straks.”")]


PICTURE = {"bestand": "plein.png", "beschrijving": "Een plein", "maker": "De dienst", "rechten": "CC BY 4.0"}


def with_picture(content: Path, *, shown: bool) -> Path:
    """The picture of an initiative, in an annex that is frozen with it, or in one that does not print it."""
    change(content, INITIATIVE_FILE, '"niveau"', f'"afbeeldingen": [{json.dumps(PICTURE)}],\n "niveau"')
    place = content / "initiatieven" / "plein.png"
    place.write_bytes(png(20, 10))
    address = {"beelden/initiatieven/plein.png": png(20, 10)} if shown else {}
    frozen(content, annex={**ANNEX, **address})
    return place


def test_a_picture_that_is_another_now(content: Path) -> None:
    """Other bytes under the same name are said where the record names them; the annex keeps what it shows."""
    place = with_picture(content, shown=True)
    same = after(content)
    place.write_bytes(png(30, 10))
    (found,) = after(content)

    assert () == same
    assert message(found).endswith(
        "initiatief “Bevraging”, afbeelding “plein.png”: toen een ander beeld, nu het beeld dat er nu ligt"
    )
    assert '"plein.png"' in loaded_line(content, found)


def test_a_picture_that_is_gone(content: Path) -> None:
    """It is said at its path, also when no record names it any more."""
    with_picture(content, shown=True).unlink()

    assert ("P065", "content/initiatieven/plein.png") in places(after(content))


def test_a_picture_that_the_annex_does_not_show(content: Path) -> None:
    """What is not printed cannot contradict."""
    with_picture(content, shown=False).write_bytes(png(30, 10))

    assert () == after(content)


def test_content_of_an_older_schema(content: Path) -> None:
    """What was frozen before the content went to the schema of now is compared as if it had gone with it."""
    frozen(content)
    kept_file = content / FOLDER / "2026-11-23" / SNAPSHOT
    kept = json.loads(kept_file.read_bytes())
    kept["files"][QUESTION_FILE] = kept["files"][QUESTION_FILE].replace('"wegwijzer"', '"antwoorden"')
    kept_file.write_text(json.dumps(kept), encoding="utf-8")
    change(content, QUESTION_FILE, '"wegwijzer"', '"antwoorden"')
    for file, (_, text_now) in migrate(load(content)).texts.items():
        (content.parent / file).write_text(text_now, encoding="utf-8")
    same = after(content)
    change(content, INITIATIVE_FILE, "Wij vroegen wat beter kan.", "Wij vroegen wat anders kan.")

    assert () == same
    assert [("P064", f"content/{INITIATIVE_FILE}")] == places(after(content))


def test_content_that_cannot_be_compared(content: Path) -> None:
    """A kept record that fits no schema that is known is said at the record as it is now."""
    frozen(content)
    annex = content / FOLDER / "2026-11-23" / SNAPSHOT
    kept = json.loads(annex.read_bytes())
    path = INITIATIVE_FILE
    kept["files"][path] = kept["files"][path].replace('"niveau": "operationeel"', '"niveau": "te hoog"')
    annex.write_text(json.dumps(kept), encoding="utf-8")

    assert [("P072", f"content/{path}")] == places(after(content))


def loaded_line(content: Path, found: Finding) -> str:
    """The line of the author at which a finding stands."""
    assert found.span is not None
    return (content.parent / found.span.file).read_text(encoding="utf-8").splitlines()[found.span.line - 1]


def test_only_the_newest_counts(content: Path) -> None:
    """Once the annex is frozen anew, the older version may differ."""
    frozen(content)
    change(content, INITIATIVE_FILE, "Wij vroegen wat beter kan.", "Wij vroegen wat anders kan.")
    frozen(content, day=date(2026, 11, 24))

    assert () == after(content)


def test_white_space_and_comments_do_not_count(content: Path) -> None:
    """A record that says the same in another way has not moved, whatever its file is called."""
    frozen(content)
    (content / INITIATIVE_FILE).unlink()
    data = {**like("bevraging"), "samenvatting": "Wij  vroegen\nwat beter kan."}
    (content / "initiatieven/bevraging.md").write_text(f"---\n# nagelezen\n{text(data)}\n---\n", encoding="utf-8")

    assert () == after(content)


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (INITIATIVE_FILE, '{\n "titel"', '{\n "publicatie": {"vanaf": "2026-01-01"},\n "titel"'),
        (INITIATIVE_FILE, '{\n "titel"', '{\n "wijzigingen": [{"datum": "2026-11-23", "tekst": "Beter."}],\n "titel"'),
        ("organisatie.yaml", "Aan deze site kunt u geen rechten ontlenen.", "Geen rechten."),
        ("organisatie.yaml", "Wat u ons vertelde", "Wat u zei"),
        (QUESTION_FILE, '"toestand_op"', '"status": "definitief",\n  "toestand_op"'),
        ("lijsten/beleidsvelden.yaml", '"termen": [', '"termen": [{"id": "natuur", "naam": "Natuur"},'),
        ("bronnen/antwoord.txt", "Wij vroegen", "Wij  vroegen"),
    ],
)
def test_what_no_annex_prints(content: Path, path: str, old: str, new: str) -> None:
    """Changes that no annex shows are no reason for a warning."""
    frozen(content)
    change(content, path, old, new)

    assert () == after(content)


@pytest.mark.parametrize(
    ("path", "old", "new", "what"),
    [
        ("organisatie.yaml", "Dienst Voorbeeld", "Dienst Anders", "organisatie, contact, dienst"),
        ("organisatie.yaml", "https://weerklank.example", "https://anders.example", "organisatie, site, basisadres"),
        (
            "lijsten/beleidsvelden.yaml",
            '"Brussel"',
            '"Stad Brussel"',
            "lijst “Beleidsvelden”, woorden “Brussel”, naam",
        ),
        ("bronnen/antwoord.txt", "Ongeveer 66 procent", "Ongeveer 67 procent", "de bewaarde tekst"),
        (
            QUESTION_FILE,
            '"In 2016."',
            '"In 2017."',
            "vraag “Klanten bevragen”, deelvragen 1, delen “De laatste meting”, antwoord",
        ),
        (
            QUESTION_FILE,
            "Wat het antwoord geeft",
            "Antwoorden",
            "vraag “Klanten bevragen”, bijlage, onderdelen “wegwijzer”, titel",
        ),
    ],
)
def test_what_an_annex_prints(content: Path, path: str, old: str, new: str, what: str) -> None:
    """Lists, the organisation, the question and stored texts are watched as well."""
    frozen(content)
    change(content, path, old, new)
    (found,) = after(content)

    assert [("P064", f"content/{path}")] == places((found,))
    said = message(found)
    assert f": {what}: toen “" in said
    assert old.strip('"') in said.partition(", nu ")[0]
    assert new.strip('"') in said.partition(", nu ")[2]


def test_a_record_that_went(content: Path) -> None:
    """A record that is gone is a warning where it stood, unless it stands there and cannot be read."""
    frozen(content)
    (content / "bijsturingen/nieuwsbrief.yaml").unlink()
    (content / "initiatieven/overleg.yaml").write_text("titel: [", encoding="utf-8")
    found = moved(load(content), None, folder="content")

    assert [("P065", "content/bijsturingen/nieuwsbrief.yaml")] == places(found)


def test_a_record_that_came(content: Path) -> None:
    """A record that the annex would now show is a warning at that record; a concept is not."""
    frozen(content)
    for name, status in (("nieuw", "openbaar"), ("klad", "concept")):
        record = {**like("bevraging"), "titel": "Nieuwe bevraging", "publicatie": {"status": status}}
        (content / f"initiatieven/{name}.yaml").write_text(text(record), encoding="utf-8")

    assert [("P066", "content/initiatieven/nieuw.yaml")] == places(after(content))


# What the public may see


def seen(content: Path, day: date) -> Corpus:
    """What the public may see on a day."""
    whole = corpus(content)
    return released(public(whole, on=day), whole=whole, on=day)


def test_files_of_the_public(content: Path) -> None:
    """The public gets every file with the manifest, and never the content that an annex was made of."""
    frozen(content)
    shown = seen(content, DAY)
    (version,) = versions(shown, QUESTION_ID)
    got = public_files(shown, version)

    assert {*ANNEX, MANIFEST} == set(got)
    assert ANNEX == {path: data for path, data in got.items() if path != MANIFEST}
    assert f"{FOLDER}/versies/2026-11-23/bijlage.pdf" == address(version, "bijlage.pdf")


def test_versions_have_words(content: Path) -> None:
    """People read the day; the second of a day says so."""
    frozen(content)
    frozen(content)
    found = versions(corpus(content), QUESTION_ID)

    assert ["23 november 2026 (2)", "23 november 2026"] == [item.words.replace("\u00a0", " ") for item in found]


def test_a_version_waits_for_its_last_record(tmp_path: Path) -> None:
    """An annex that names a record of tomorrow is not there today: a file that is frozen cannot be pruned."""
    path, record = hidden("initiatief", "later", LATER, vanaf="2027-01-01")
    content = write(tmp_path, files() | {path: record})
    frozen(content)
    whole = corpus(content)
    (question,) = seen(content, DAY).questions
    (later,) = seen(content, date(2027, 1, 1)).questions
    (found,) = waiting(public(whole, on=DAY), whole=whole, on=DAY, folder="content")

    assert None is question.annex
    assert () == versions(seen(content, DAY), QUESTION_ID)
    assert later.annex is not None
    assert 1 == len(versions(seen(content, date(2027, 1, 1)), QUESTION_ID))
    assert ("P067", "initiatief “later”") == (found.code, dict(found.arguments)["records"])
    assert () == waiting(public(whole, on=date(2027, 1, 1)), whole=whole, on=date(2027, 1, 1), folder="content")


def test_a_version_waits_for_a_record_that_went(tmp_path: Path) -> None:
    """What is not public yet stays so under another id, and when its file is gone: its words are in the annex."""
    path, record = hidden("initiatief", "later", LATER, vanaf="2027-01-01")
    content = write(tmp_path, files() | {path: record})
    frozen(content)
    place = content / path
    renamed = place.rename(place.with_name("anders.yaml"))
    renamed.write_text(text({**json.loads(record), "vroegere_ids": ["later"]}), encoding="utf-8")
    for _ in ("renamed", "gone"):
        assert [(), 1] == [
            versions(seen(content, DAY), QUESTION_ID),
            len(versions(seen(content, date(2027, 1, 1)), QUESTION_ID)),
        ]
        whole = corpus(content)
        (found,) = waiting(public(whole, on=DAY), whole=whole, on=DAY, folder="content")
        assert "initiatief “later”" == dict(found.arguments)["records"]
        renamed.unlink(missing_ok=True)


@pytest.mark.parametrize(("as_of", "expected"), [("2026-12-31", ["V015"]), ("2027", []), ("2027-01-01", [])])
def test_a_record_of_after_the_day_of_the_annex(tmp_path: Path, as_of: str, expected: list[str]) -> None:
    """An annex that says of which day it is holds nothing that is public only later."""
    path, record = hidden("initiatief", "later", LATER, vanaf="2027-01-01")
    content = write(tmp_path, files() | {path: record})
    change(content, QUESTION_FILE, '"toestand_op": "2027-03-10"', f'"toestand_op": "{as_of}"')
    found = early(load(content), corpus(content), drafts={QUESTION_ID})

    assert expected == [item.code for item in found]
    assert [path] * len(expected) == [item.span.file.partition("/")[2] for item in found if item.span]


def test_an_older_version_stays_meanwhile(content: Path) -> None:
    """Until the newest may be seen, the one before it is the newest."""
    frozen(content)
    path, record = hidden("initiatief", "later", LATER, vanaf="2027-01-01")
    (content / path).write_text(record, encoding="utf-8")
    frozen(content)

    assert ["2026-11-23"] == [item.name for item in versions(seen(content, DAY), QUESTION_ID)]
    assert 2 == len(versions(seen(content, date(2027, 1, 1)), QUESTION_ID))


def test_a_record_that_went_hides_nothing(content: Path) -> None:
    """What was public when the annex was frozen and is gone now keeps no annex back; what was taken back does."""
    frozen(content)
    (content / "initiatieven/overleg.yaml").unlink()
    gone = seen(content, DAY)
    (content / "bijsturingen/nieuwsbrief.yaml").write_text(
        text({**like("nieuwsbrief"), "publicatie": {"status": "intern"}}), encoding="utf-8"
    )
    taken_back = seen(content, DAY)

    assert 1 == len(versions(gone, QUESTION_ID))
    assert () == versions(taken_back, QUESTION_ID)
    assert [None] == [item.annex for item in taken_back.questions]


def test_an_embargo_holds_for_all_versions(tmp_path: Path) -> None:
    """Before the day of the annex, or of its question, there is no version at all."""
    annex = {**QUESTION["bijlage"], "openbaar_vanaf": "2026-12-01"}  # type: ignore[dict-item]
    content = write(tmp_path, files({**QUESTION, "bijlage": annex}))
    frozen(content)

    assert {} == seen(content, DAY).frozen
    assert 1 == len(versions(seen(content, date(2026, 12, 1)), QUESTION_ID))


def test_what_an_annex_rests_on(content: Path) -> None:
    """The records that an annex rests on are those that it shows, draws or names, and the question itself."""
    own = annex_data(public(corpus(content), on=date.max), QUESTION_ID)
    expected = {("vraag", QUESTION_ID), *((kind, str(data["id"])) for kind, data in RECORDS_OF_SITE)}

    assert {Ref(kind, name) for kind, name in expected} == own.refs()
