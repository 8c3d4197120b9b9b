"""The PDF as a file: its metadata, what it carries, the same bytes everywhere, and what happens without Pango."""

import hashlib
import io
import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pikepdf
import pytest

from tests.annex_samples import EPOCH, SMALL, attachments, document, printed, resources
from tests.pdf_tools import elements
from weerklank.findings import message
from weerklank.pdf import UA2, PdfResult, make_pdf

ROOT = Path(__file__).parent.parent

# Prints what a build elsewhere would publish.
PRINT = """
import hashlib, sys
sys.path.insert(0, {root!r})
from tests.annex_samples import EPOCH, SMALL, attachments, document, resources
from weerklank.pdf import make_pdf
result = make_pdf(document(SMALL), resources=resources(), attachments=attachments(), epoch=EPOCH)
print(hashlib.sha256(result.pdf).hexdigest(), len(result.findings))
"""

# Makes the loader of libraries fail for one of them, as on a machine that does not have it.
WITHOUT = """
import sys
import cffi
real = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if {library!r} in str(name):
        raise OSError(f"cannot load library {{str(name)!r}}: no such file")
    return real(self, name, flags)
cffi.FFI.dlopen = dlopen
"""


def result_of(body: str = SMALL) -> PdfResult:
    """Print a body with the attachments of the samples."""
    return make_pdf(document(body), resources=resources(), attachments=attachments(), epoch=EPOCH)


@pytest.fixture
def pdf() -> pikepdf.Pdf:
    """The small sample, opened."""
    return pikepdf.open(io.BytesIO(result_of().pdf))


def test_the_metadata_say_what_the_file_is(pdf: pikepdf.Pdf) -> None:
    """Title, author, language and date are in both places that readers look, with both identifiers."""
    assert ("Bijlage", "Agentschap", "Een proef", "D:20261123000000Z") == tuple(
        str(pdf.docinfo[name]) for name in ("/Title", "/Author", "/Subject", "/CreationDate")
    )
    with pdf.open_metadata() as metadata:
        assert "Bijlage" == metadata["dc:title"]
        assert ["Agentschap"] == list(metadata["dc:creator"])
        assert {"nl-BE"} == set(metadata["dc:language"])
        assert ("3", "A", "1") == tuple(
            metadata[name] for name in ("pdfaid:part", "pdfaid:conformance", "pdfuaid:part")
        )
        assert "2026-11-23T00:00:00Z" == metadata["xmp:CreateDate"] == metadata["xmp:ModifyDate"]


def test_a_viewer_opens_it_well(pdf: pikepdf.Pdf) -> None:
    """The window shows the title and the bookmarks; pages have their numbers; the language is known."""
    assert "nl-BE" == str(pdf.Root.Lang)
    assert "True" == str(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert "/UseOutlines" == str(pdf.Root.PageMode)
    assert ["1", "2"] == [page.label for page in pdf.pages]
    assert "True" == str(pdf.Root.MarkInfo.Marked)


def test_a_title_with_any_character_is_kept() -> None:
    """What has a meaning in XML or PDF does not break the metadata."""
    html = document("<p>x</p>", title="A &amp; B &lt;i&gt; “é” (x) \\ 日本")

    result = make_pdf(html, resources=resources(), attachments=(), epoch=EPOCH)

    with pikepdf.open(io.BytesIO(result.pdf)) as pdf, pdf.open_metadata() as metadata:
        assert "A & B <i> “é” (x) \\ 日本" == metadata["dc:title"] == str(pdf.docinfo["/Title"])


def test_the_data_travel_inside(pdf: pikepdf.Pdf) -> None:
    """Each attached file has its bytes, media type, description, date and relationship, in order of name."""
    found = [
        (
            name,
            file.get_file().read_bytes(),
            str(file.obj.EF.F.Subtype),
            file.description,
            str(file.obj.AFRelationship),
            str(file.obj.EF.F.Params.ModDate),
        )
        for name, file in pdf.attachments.items()
    ]

    assert [
        (file.name, file.data, f"/{file.mime}", file.description, "/Data", "D:20261123000000Z")
        for file in sorted(attachments(), key=lambda file: file.name)
    ] == found
    assert list(pdf.Root.AF) == [file.obj for file in pdf.attachments.values()]


def test_pictures_are_not_smoothed(pdf: pikepdf.Pdf) -> None:
    """PDF/A does not allow it (ISO 19005-3, 6.2.8), also for the mask of a transparent picture."""
    images = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image"]

    assert [False, False] == [bool(image.get("/Interpolate", False)) for image in images]


def test_an_identifier_finds_its_element(pdf: pikepdf.Pdf) -> None:
    """Head cells and notes are in the tree of identifiers, in order (ISO 32000-1, 14.7.2)."""
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    keys = [str(name) for name in names[::2]]

    assert sorted(keys) == keys
    assert keys == [str(element.ID) for element in names[1::2]]
    assert "note-1" in keys


def test_the_bytes_depend_on_the_input_only(tmp_path: Path) -> None:
    """Folder, time zone, hash seed, language and the fonts of the computer make no difference."""
    nowhere = tmp_path / "fonts.conf"
    nowhere.write_text("<fontconfig></fontconfig>", encoding="utf-8")
    surroundings = [
        {"TZ": "Pacific/Auckland", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8"},
        {"TZ": "America/Lima", "PYTHONHASHSEED": "2", "LC_ALL": "C", "FONTCONFIG_FILE": str(nowhere)},
    ]
    digests = {hashlib.sha256(result_of().pdf).hexdigest() + " 0"}

    for number, surrounding in enumerate(surroundings):
        folder = tmp_path / str(number)
        folder.mkdir()
        digests.add(_run(PRINT.format(root=str(ROOT)), folder, surrounding))

    assert 1 == len(digests)


def test_the_bytes_do_not_depend_on_what_was_printed_before() -> None:
    """Nothing is kept between two documents, nor between two threads."""
    first = result_of().pdf
    printed("<h1>Iets anders</h1>")
    results: list[bytes] = []
    threads = [threading.Thread(target=lambda: results.append(result_of().pdf)) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [first, first] == results


def test_another_date_gives_another_file() -> None:
    """The date is an input."""
    one, other = (
        make_pdf(document("<p>x</p>"), resources=resources(), attachments=(), epoch=epoch).pdf for epoch in (0, 1)
    )

    assert one != other


@pytest.mark.parametrize(
    ("library", "named"), [("pango-1.0", "libpango-1.0-0"), ("harfbuzz-subset", "libharfbuzz-subset-0")]
)
def test_without_pango_the_program_goes_on(tmp_path: Path, library: str, named: str) -> None:
    """The package can be imported, `make_pdf` says what to install on each system, and nothing is printed."""
    script = (
        WITHOUT.format(library=library)
        + f"sys.path.insert(0, {str(ROOT)!r})\n"
        + "import json\n"
        + "from weerklank.pdf import make_pdf\n"
        + "from weerklank.findings import message\n"
        + "result = make_pdf('<p>x</p>', resources={}, attachments=(), epoch=0)\n"
        + "print(json.dumps([len(result.pdf), result.pages, [(f.code, message(f)) for f in result.findings]]))\n"
    )

    size, pages, findings = json.loads(_run(script, tmp_path, {}))

    assert (0, 0) == (size, pages)
    assert ["P001"] == [code for code, _ in findings]
    assert f"“{named}”" in findings[0][1]
    for command in ("sudo apt install libpango-1.0-0", "brew install pango", "pacman -S"):
        assert command in findings[0][1]


def test_a_finding_of_the_pdf_is_a_sentence() -> None:
    """Messages name things as an author sees them: no address of the engine, no English."""
    result = printed('<p><a href="../weg/">x</a><img src="charts/weg.svg" alt="x"></p>')
    link = (
        "de koppeling naar “../weg/” kan niet in de bijlage: ze moet met https://, http:// of mailto: beginnen of naar "
        "een plaats in de bijlage zelf wijzen"
    )

    assert [
        "de bijlage vraagt om het bestand “charts/weg.svg”, en dat bestaat niet",
        link,
    ] == [message(item) for item in result.findings]


def _run(script: str, folder: Path, surroundings: dict[str, str]) -> str:
    environment = {"PATH": os.environ["PATH"], "HOME": str(folder), **surroundings}
    command = [sys.executable, "-W", "error::ResourceWarning", "-c", script]
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    assert ("", 0) == (done.stderr, done.returncode)
    return done.stdout.strip()


def test_a_table_is_tied_to_its_data() -> None:
    """The tag of a table names the attached files that hold its data, so that a viewer can offer them there."""
    body = '<h1>B</h1><table data-files="cijfers.csv cijfers.json"><tr><th>a</th><td>1</td></tr></table>'
    with pikepdf.open(io.BytesIO(result_of(body).pdf)) as pdf:
        (table,) = [node for node in elements(pdf.Root.StructTreeRoot.K) if node.S == "/Table"]
        assert ["cijfers.csv", "cijfers.json"] == [str(file.UF) for file in table.AF]
        assert {"cijfers.csv", "cijfers.json", "cijfers.xlsx"} == {str(file.UF) for file in pdf.Root.AF}


def test_a_table_without_its_file_is_refused() -> None:
    """A name that no attached file has would leave the reader with nothing."""
    body = '<h1>B</h1><table data-files="andere.csv"><tr><th>a</th><td>1</td></tr></table>'
    assert [("P052", (("naam", "andere.csv"),))] == [(item.code, item.arguments) for item in result_of(body).findings]


def bookmarks(parent: pikepdf.Object) -> list[pikepdf.Object]:
    """The bookmarks below one, in order, each before those below it."""
    found, item = [], parent.get("/First")
    while item is not None:
        found += [item, *bookmarks(item)]
        item = item.get("/Next")
    return found


def test_links_of_pdf_2_lead_into_the_reading_order() -> None:
    """Each internal link and bookmark names the element that it leads to: the one with the id, or its heading."""
    result = make_pdf(document(SMALL), resources=resources(), attachments=attachments(), epoch=EPOCH, norm=UA2)
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        links = [note for page in pdf.pages for note in page.get("/Annots", []) if "/Dest" in note]
        leads = {str(link.Contents): str(link.Dest[0].S) for link in links}
        assert {
            "Wat we hoorden": "/Sect", "Wat we deden": "/Sect", "Per jaar": "/H3",
            "Pagina van Wat we deden": "/Sect",
        } == leads  # fmt: skip
        entries = [node for node in elements(pdf.Root.StructTreeRoot.K) if node.S == "/TOCI"]
        assert ["/Sect", "/Sect", "/H3"] == [str(entry.Ref[0].S) for entry in entries]
        assert ["/H1", "/H2", "/H2", "/H3"] == [str(item.Dest[0].S) for item in bookmarks(pdf.Root.Outlines)]
        assert "/Info" not in pdf.trailer
