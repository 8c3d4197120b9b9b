"""From files to located plain data: whatever an author's folder holds, nothing is lost and nothing breaks."""

import os
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests import voorbeeld_site
from weerklank.author.load import MAX_RECORD, Loaded, Plain, RawRecord, load, read_record
from weerklank.author.load.nodes import MAX_DEPTH, MAX_NODES
from weerklank.findings import Finding
from weerklank.kinds import FOLDERS
from weerklank.text import SourceText

ROOT = Path(__file__).parent.parent
ORGANISATION = "naam: Dienst\n"


def content(place: Path, files: dict[str, str | bytes]) -> Path:
    """Write a content folder from a literal."""
    for name, text in {"organisatie.yaml": ORGANISATION, **files}.items():
        path = place / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return place / "content"


def page(text: str, file: str = "content/paginas/x.md") -> tuple[RawRecord | None, tuple[Finding, ...]]:
    """Read the text of one record."""
    return read_record("pagina", "x", SourceText(file, text))


def data_of(text: str, file: str = "content/paginas/x.yaml") -> dict[str, Plain]:
    """The data of a text in which nothing is wrong."""
    record, findings = page(text, file)
    assert findings == ()
    assert record is not None
    return record.data


def codes(findings: tuple[Finding, ...]) -> list[str]:
    """The codes of findings, in order."""
    return [finding.code for finding in findings]


def by_name(loaded: Loaded) -> dict[tuple[str, str], RawRecord]:
    """Records by kind and id."""
    return {(record.kind, record.id): record for record in loaded.records}


# --- what is read ----------------------------------------------------------------------------------------------------


def test_each_folder_has_its_kind(tmp_path: Path) -> None:
    """The folder says what a record is, the file name which one; .md and .yaml are the same."""
    files: dict[str, str | bytes] = {f"{folder}/een.yaml": "titel: Een\n" for folder in FOLDERS}
    files |= {f"{folder}/twee.md": "---\ntitel: Twee\n---\n" for folder in FOLDERS}
    loaded = load(content(tmp_path, files))
    expected = {(kind, name) for kind in FOLDERS.values() for name in ("een", "twee")} | {
        ("organisatie", "organisatie")
    }
    assert (expected, ()) == (set(by_name(loaded)), loaded.findings)


def test_markdown_and_yaml_give_the_same_data() -> None:
    """What stands under the head of a Markdown record is the field “tekst”."""
    markdown, _ = page("---\ntitel: Over ons\n---\n\nDe *dienst*\nluistert.\n\n")
    yaml, _ = page("titel: Over ons\ntekst: |-\n  De *dienst*\n  luistert.\n", "content/paginas/x.yaml")
    assert markdown is not None
    assert yaml is not None
    assert {"titel": "Over ons", "tekst": "De *dienst*\nluistert."} == markdown.data == yaml.data


@pytest.mark.parametrize(
    "text",
    [
        "nee",
        "no",
        "NO",
        "on",
        "2019-06",
        "2019-06-12",
        "12:30",
        "1:30:45",
        "0123",
        "0900",
        "1_000",
        "1e3",
        "1.10",
        "True",
        ".inf",
        "0x1F",
        "=",
    ],
)
def test_a_scalar_is_the_text_that_was_typed(text: str) -> None:
    """Nothing changes meaning behind the author's back: types come from the model."""
    assert {"waarde": text} == data_of(f"waarde: {text}\n")


@pytest.mark.parametrize(
    ("text", "expected"), [("", None), ("~", None), ("null", None), ('""', ""), ("'null'", "null"), ("Null", "Null")]
)
def test_only_plain_nothing_is_nothing(text: str, expected: str | None) -> None:
    """An empty plain scalar, ~ and null are nothing; between quotation marks they are text."""
    assert {"waarde": expected} == data_of(f"waarde: {text}\n")


def test_lists_and_fields_keep_their_order() -> None:
    """Data are as written, in both styles of YAML."""
    text = "z: 1\na:\n  - b: [x, y]\n    c: {d: e}\n  -\nf: |\n  regel\n\n  regel\n"
    assert {"z": "1", "a": [{"b": ["x", "y"], "c": {"d": "e"}}, None], "f": "regel\n\nregel\n"} == data_of(text)


def test_marks_cover_keys_and_values() -> None:
    """Every value has a mark; the text under the mark is what the author wrote."""
    text = '---\ntitel: "Over ons"  # naam\nlijst:\n  - een twee\n  - {a: b}\nlang: |\n  x\n  y\n\n\nna: z\n---\nbody\n'
    record, _ = page(text)
    assert record is not None
    cut = record.source.slice
    assert {
        (): 'titel: "Over ons"  # naam\nlijst:\n  - een twee\n  - {a: b}\nlang: |\n  x\n  y\n\n\nna: z',
        ("titel",): '"Over ons"',
        ("lijst",): "- een twee\n  - {a: b}",
        ("lijst", 0): "een twee",
        ("lijst", 1): "{a: b}",
        ("lijst", 1, "a"): "b",
        ("lang",): "|\n  x\n  y",
        ("na",): "z",
        ("tekst",): "body",
    } == {path: cut(mark.value) for path, mark in record.marks.items()}
    keys = {path: cut(mark.key) for path, mark in record.marks.items() if mark.key}
    assert {path: path[-1] for path in keys} == keys


def test_line_ends_of_windows_and_a_byte_order_mark(tmp_path: Path) -> None:
    """A file from Windows gives the same data, and places that its editor shows."""
    loaded = load(
        content(
            tmp_path, {"paginas/x.md": b"\xef\xbb\xbf---\r\ntitel: Over ons\r\ntitel: Weer\r\n---\r\nEen\r\ntwee\r\n"}
        )
    )
    record = by_name(loaded)["pagina", "x"]
    assert {"titel": "Over ons", "tekst": "Een\ntwee"} == record.data
    assert ["content/paginas/x.md:3:1"] == [str(finding.span) for finding in loaded.findings]
    assert record.marks["tekst",].value.line == 5


def test_the_text_of_a_source_stands_beside_it(tmp_path: Path) -> None:
    """A stored text keeps what a PDF leaves behind: form feeds and private-use bullets."""
    text = "Een\f\uf0b7 twee\n"
    loaded = load(content(tmp_path, {"bronnen/brief.yaml": "titel: Brief\n", "bronnen/brief.txt": text}))
    assert ((("brief", text),), ()) == (tuple((item.id, item.source.text) for item in loaded.texts), loaded.findings)


def test_a_frozen_annex_is_bytes(tmp_path: Path) -> None:
    """Whatever stands in vragen/<id>/ is kept as it is, with its path inside that folder."""
    files: dict[str, str | bytes] = {
        "vragen/v1.yaml": "titel: V\n",
        "vragen/v1/a.pdf": b"%PDF\xff",
        "vragen/v1/data/t.csv": "x;y\n",
    }
    loaded = load(content(tmp_path, files))
    expected = [("v1", "a.pdf", b"%PDF\xff"), ("v1", "data/t.csv", b"x;y\n")]
    assert expected == [(file.question, file.path, file.content) for file in loaded.frozen]
    assert loaded.findings == ()


def test_what_editors_leave_behind_is_passed_over(tmp_path: Path) -> None:
    """Hidden files, backups and locks are no content and no finding."""
    names = [".DS_Store", ".gitkeep", "x.md~", "~$x.md", ".x.md.swp", "Thumbs.db", "#x.md#", "x.md.bak"]
    loaded = load(content(tmp_path, {f"paginas/{name}": "rommel" for name in names}))
    assert (["organisatie"], ()) == ([record.id for record in loaded.records], loaded.findings)


# --- what is refused -------------------------------------------------------------------------------------------------


def test_a_broken_record_stays_known(tmp_path: Path) -> None:
    """What cannot be read is broken, not gone: a reference to it is no second problem."""
    loaded = load(
        content(
            tmp_path,
            {"paginas/x.md": "geen hoofd", "paginas/y.yaml": "titel: Y\n", "paginas/y.md": "---\ntitel: Y\n---\n"},
        )
    )
    assert {("pagina", "x"), ("pagina", "y")} == loaded.broken
    assert ["L020", "L011"] == codes(loaded.findings)
    assert ["organisatie"] == [record.kind for record in loaded.records]


def test_all_refusals_of_a_file_at_once() -> None:
    """Anchors, tags and double keys do not hide one another."""
    record, findings = page("a: &x 1\nb: !!str 2\na: 3\nc: 4\n", "content/paginas/x.yaml")
    assert ["L025", "L027", "L024"] == codes(findings)
    assert record is not None
    assert {"a": "1", "b": "2", "c": "4"} == record.data


def test_a_file_that_the_system_refuses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file without leave to read is a finding, in Dutch."""
    folder = content(tmp_path, {"paginas/x.md": "---\ntitel: X\n---\n"})
    original = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "x.md":
            raise PermissionError(13, "Permission denied")
        return original(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    loaded = load(folder)
    assert [("L001", (("reden", "u hebt er geen leesrecht op"),))] == [
        (item.code, item.arguments) for item in loaded.findings
    ]
    assert {("pagina", "x")} == loaded.broken


def test_a_file_that_is_too_large(tmp_path: Path) -> None:
    """A record of more than the limit is refused without being parsed; one at the limit is read."""
    head = "titel: X\ntekst: "
    fits = head + "x" * (MAX_RECORD - len(head))
    loaded = load(content(tmp_path, {"paginas/fits.yaml": fits, "paginas/large.yaml": fits + "x"}))
    assert [("L003", "content/paginas/large.yaml:1:1")] == [(item.code, str(item.span)) for item in loaded.findings]
    assert ("pagina", "fits") in by_name(loaded)


def test_a_link_is_refused_and_never_followed(tmp_path: Path) -> None:
    """A link to a file, to a folder, in a ring or to nothing is named, and what is behind it is not read."""
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "x.md").write_text("---\ntitel: Geheim\n---\n")
    folder = content(
        tmp_path, {"paginas/y.md": "---\ntitel: Y\n---\n", "vragen/v.yaml": "titel: V\n", "vragen/v/a.csv": "a"}
    )
    for link, target in [
        ("paginas/x.md", secret / "x.md"),
        ("metingen", secret),
        ("vragen/v/ring", folder),
        ("paginas/los.md", secret / "weg"),
    ]:
        try:
            (folder / link).symlink_to(target)
        except OSError:
            pytest.skip("this system makes no links")
    loaded = load(folder)
    assert ["L005"] * 4 == codes(loaded.findings)
    assert {"organisatie", "y", "v"} == {record.id for record in loaded.records}
    assert not any("Geheim" in source.text for source in loaded.sources)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    """Opening a pipe would wait for ever."""
    folder = content(tmp_path, {"paginas/y.md": "---\ntitel: Y\n---\n"})
    os.mkfifo(folder / "paginas" / "x.md")
    assert ["L006"] == codes(load(folder).findings)


def test_twins_in_a_frozen_annex(tmp_path: Path) -> None:
    """Names that differ in case, or in how an accent is stored, are one file on other systems."""
    files: dict[str, str | bytes] = {
        "vragen/v.yaml": "titel: V\n",
        "vragen/v/Tabel.csv": "1",
        "vragen/v/tabel.csv": "2",
    }
    folder = content(tmp_path, files)
    if len(list((folder / "vragen" / "v").iterdir())) == 1:
        pytest.skip("this disk does not tell capitals from small letters")
    loaded = load(folder)
    assert ["L012"] == codes(loaded.findings)


@pytest.mark.parametrize(
    "name",
    ["Over ons", "over_ons", "over--ons", "-over", "café", "con", "com1", "x" * 81, "a.b"],
)
def test_a_name_that_cannot_be_an_id(tmp_path: Path, name: str) -> None:
    """Ids become addresses: small letters, digits and single hyphens, and no name that Windows keeps for itself."""
    loaded = load(content(tmp_path, {f"paginas/{name}.md": "---\ntitel: X\n---\n"}))
    assert ["L009"] == codes(loaded.findings)


def test_a_name_that_is_not_text(tmp_path: Path) -> None:
    """A file name with bytes that are no UTF-8 is shown with a question mark."""
    folder = content(tmp_path, {"paginas/y.md": "---\ntitel: Y\n---\n"})
    try:
        (folder / "paginas" / os.fsdecode(b"\xff.md")).write_text("x")
    except OSError:
        pytest.skip("this system refuses such names itself")
    loaded = load(folder)
    assert [("L009", "content/paginas/?.md:1:1")] == [(item.code, str(item.span)) for item in loaded.findings]


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "a:\n", "? ", "[{"])
def test_depth_is_counted_before_it_hurts(opening: str) -> None:
    """Brackets that overflow the stack of the library's own composer are refused at the limit, in no time."""
    text = (
        "a: " + opening * 60_000
        if opening in ("[", "{a: ", "[{")
        else "".join(" " * depth + opening for depth in range(300))
    )
    record, findings = page(text, "content/paginas/x.yaml")
    assert record is None
    assert len(findings) == 1


def test_depth_and_number_have_limits() -> None:
    """The last one that fits is read, the first one too many is refused with its place."""
    fits = "a: " + "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert page(fits, "x.yaml")[1] == ()
    assert ["L030"] == codes(page(fits.replace("[]", "[[]]"), "x.yaml")[1])
    many = "a:\n" + "- x\n" * (MAX_NODES - 3)
    assert page(many, "x.yaml")[1] == ()
    assert ["L031"] == codes(page(many + "- x\n", "x.yaml")[1])


def test_a_bomb_of_aliases_is_refused() -> None:
    """A text that would grow beyond all measure when its references are filled in stays as small as it is."""
    text = "a: &a [x,x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)},*{chr(97 + n)}]\n" for n in range(20)
    )
    record, findings = page(text, "content/paginas/x.yaml")
    assert record is None
    assert {"L025", "L026"} == set(codes(findings))


SYNTAX = [
    ("titel:Iets\nsoort: x\n", "L034", (1, 1, 11)),
    ("a: b\ntitel:Iets\n", "L034", (2, 1, 11)),
    ("titel: Een: twee\n", "L036", (1, 8, 17)),
    ("titel: “Een: twee”\n", "L036", (1, 8, 19)),
    ("a: eerste regel\n  en dan: nog iets\n", "L036", (2, 3, 19)),
    ('titel: "Een\nsoort: x\n', "L037", (1, 8, 12)),
    ('titel: "Een\nnaam: "x"\n', "L037", (1, 8, 12)),
    ("a: b\n'c: d\n", "L037", (2, 1, 6)),
    ('titel: "Een" twee\n', "L038", (1, 14, 18)),
    ("a: 'zo'n 180'\n", "L038", (1, 8, 14)),
    ("a: [ontwerp] Visie\n", "L038", (1, 14, 19)),
    ('a: "C:\\map"\n', "L039", (1, 7, 9)),
    ('a: "\\u12"\n', "L039", (1, 5, 7)),
    ("a:\n\tb: c\n", "L032", (2, 1, 2)),
    ("a:\n  - b\n\t- c\n", "L032", (3, 1, 2)),
    ("a:\n\u00a0 b: c\n", "L033", (2, 1, 4)),
    ("a: @x\n", "L040", (1, 4, 6)),
    ("a: `x`\n", "L040", (1, 4, 7)),
    ("a: 5\nb: %x\n", "L040", (2, 4, 6)),
    ("%x: y\n", "L040", (1, 1, 6)),
    ("a: *b*\n", "L040", (1, 4, 7)),
    ("a: ]\n", "L040", (1, 4, 5)),
    ("a: [x, y\nb: c\n", "L041", (1, 4, 9)),
    ("a: {x: 1\nb: c\n", "L041", (1, 4, 9)),
    ("a: | hallo\n  x\n", "L042", (1, 6, 11)),
    ("a: - x\n", "L044", (1, 4, 7)),
    ("a: b\ntitel Heerlijk\nc: d\n", "L035", (2, 1, 15)),
    ("titel Heerlijk\na: b\n", "L035", (1, 1, 15)),
    ("a: b\n  c: d\n", "L043", (2, 3, 7)),
    ("a:\n    b: c\n  d: e\n", "L043", (3, 3, 7)),
    ("a:\n  - b: c\n   d: e\n", "L043", (3, 4, 8)),
    ("a:\n  - b\n  c: d\n", "L043", (3, 3, 7)),
    ("a: b\n---\nc: d\n", "L023", (2, 1, 4)),
    ("- a\nb: c\n", "L022", (1, 1, 4)),
    ("", "L022", (1, 1, 1)),
    ("# niets\n", "L022", (1, 1, 8)),
    ("a: ? b\n", "L040", (1, 4, 7)),
]


@pytest.mark.parametrize(("text", "code", "place"), SYNTAX)
def test_a_slip_of_syntax_is_recognised(text: str, code: str, place: tuple[int, int, int]) -> None:
    """What authors get wrong most has a sentence of its own, at the place where it is wrong."""
    record, findings = page(text, "content/paginas/x.yaml")
    spans = [(item.code, item.span and (item.span.line, item.span.column, item.span.end_column)) for item in findings]
    assert [(code, place)] == spans
    assert record is None


@pytest.mark.parametrize("text", [text for text, _, _ in SYNTAX])
def test_no_wording_of_the_library(text: str) -> None:
    """An author never reads the English of a parser."""
    _, findings = page(text, "content/paginas/x.yaml")
    for finding in findings:
        words = f"{finding.hint} {finding.arguments}".lower()
        assert not any(word in words for word in ("expected", "found", "scanning", "mapping", "token", "scalar"))


# --- properties ------------------------------------------------------------------------------------------------------

YAMLISH = st.lists(
    st.sampled_from(
        [
            "a",
            "b: ",
            "- ",
            "\n",
            "  ",
            "\t",
            '"',
            "'",
            "[",
            "]",
            "{",
            "}",
            ":",
            "#",
            "|",
            ">",
            "&x ",
            "*x",
            "!",
            "%",
            "@",
            "`",
            "---\n",
            "?",
            ",",
            "<<",
            "~",
            "é",
            "漢",
            "\r\n",
            "\\",
            "...",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(st.text(max_size=80), YAMLISH), st.sampled_from(["x.md", "x.yaml"]), st.booleans())
@example("---\n#", "x.yaml", False)  # noqa: FBT003 - drawn elsewhere
@settings(max_examples=400)
def test_any_text_is_a_record_or_a_finding(text: str, name: str, head: bool) -> None:  # noqa: FBT001 - drawn
    """Arbitrary text never raises; without a record there is a finding; every place lies inside the file."""
    source = SourceText(f"content/paginas/{name}", f"---\n{text}\n---\n" if head and name == "x.md" else text)
    record, findings = read_record("pagina", "x", source)
    assert record is not None or findings
    spans = [finding.span for finding in findings] + [
        related.span for finding in findings for related in finding.related
    ]
    if record is not None:
        spans += [span for mark in record.marks.values() for span in (mark.key, mark.value)]
    for span in spans:
        if span is not None:
            assert 1 <= span.line <= span.end_line <= source.line_count
            assert (span.line, span.column) <= (span.end_line, span.end_column)
            assert span.column <= len(source.line(span.line)) + 1
            assert span.end_column <= len(source.line(span.end_line)) + 1


@given(st.binary(max_size=60), st.sampled_from(["paginas/x.md", "paginas/x.yaml", "bronnen/x.txt", "vragen/x/y.bin"]))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_record_or_a_finding(tmp_path: Path, data: bytes, name: str) -> None:
    """Arbitrary bytes as a file never raise."""
    folder = content(tmp_path, {name: data})
    loaded = load(folder)
    assert len(loaded.records) + len(loaded.findings) + len(loaded.texts) + len(loaded.frozen) > 1
    (folder / name).unlink()


def test_every_value_has_a_mark() -> None:
    """The marks of rich content have one entry for each value, and each scalar is what its mark covers."""
    for record in load(voorbeeld_site.CONTENT).records:
        paths: dict[tuple[str | int, ...], Plain] = {(): record.data}
        pending: list[tuple[tuple[str | int, ...], Plain]] = [((), record.data)]
        while pending:
            path, value = pending.pop()
            items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
            for key, item in items:
                paths[*path, key] = item
                pending.append(((*path, key), item))
        assert set(paths) == set(record.marks)
        for path, value in paths.items():
            if isinstance(value, str):
                words = set(value.split()) - set(record.source.slice(record.marks[path].value).strip("\"'").split())
                assert words == set() or record.source.slice(record.marks[path].value)[0] in "\"'"


def test_the_order_of_files_changes_nothing(tmp_path: Path) -> None:
    """Files that were made in another order give the same value."""
    source = voorbeeld_site.CONTENT
    names = sorted(path.relative_to(source) for path in source.rglob("*") if path.is_file())
    random.Random(7).shuffle(names)  # noqa: S311 - an order, not a secret
    for name in names:
        (tmp_path / "content" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, tmp_path / "content" / name)
    assert load(source) == load(tmp_path / "content")


@pytest.mark.parametrize("inside", ["", "initiatieven/", "notitie.txt", "oud/"])
def test_an_empty_folder_is_one_finding(inside: str, tmp_path: Path) -> None:
    """Where nothing is to be read that is said once, with the command that fills this very folder."""
    folder = tmp_path / "inhoud"
    folder.mkdir()
    if inside.endswith("/"):
        (folder / inside).mkdir()
    elif inside:
        (folder / inside).write_text("Voor later.")
    found = [item for item in load(folder).findings if item.code not in ("L007", "L008")]

    assert ["L018"] == [item.code for item in found]
    assert f"build.py init {folder.as_posix()}" in str(found[0].hint)
