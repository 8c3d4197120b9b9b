"""veraPDF finds nothing, under PDF/UA-1 with PDF/A-3a and under PDF/UA-2 with PDF/A-4f and WTPDF, short or long."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from tests.annex_samples import EPOCH, SMALL, attachments, document, long_body, printed, resources
from tests.pdf_tools import Validator
from weerklank.pdf import NORMS, UA1, AttachedFile, Norm, make_pdf

RULES = {"ua1": [106, 155], "ua2": [1728, 111, 1724]}
"""How many rules each profile of a norm has: a profile that was not read in full would pass everything."""


def without_files(norm: Norm) -> Norm:
    """The same norm, asked after as a file without attached files: PDF/A-4 has another profile for it."""
    return replace(norm, flavours=tuple(flavour.removesuffix("f") for flavour in norm.flavours))


def failures(
    validator: Validator, folder: Path, html: str, files: tuple[AttachedFile, ...] = (), *, norm: Norm = UA1
) -> list[str]:
    """Print, check under all profiles of the norm, and return what failed."""
    result = make_pdf(html, resources=resources(), attachments=files, epoch=EPOCH, norm=norm)
    assert () == result.findings
    path = folder / "bijlage.pdf"
    path.write_bytes(result.pdf)
    verdicts = validator.verdicts(path, *norm.flavours)
    assert RULES[norm.name] == [verdict.rules for verdict in verdicts]
    return [failed for verdict in verdicts for failed in verdict.failed]


@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
def test_a_small_annex_with_every_element(validator: Validator, tmp_path: Path, norm: Norm) -> None:
    """Every element that print HTML may hold, data inside, and a table tied to its data."""
    html = document(SMALL.replace("<table>", '<table data-files="cijfers.csv cijfers.json">'))

    assert [] == failures(validator, tmp_path, html, attachments(), norm=norm)


@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
def test_a_long_annex_with_everything_that_pages_break(validator: Validator, tmp_path: Path, norm: Norm) -> None:
    """More than forty pages: tables with spans over pages, loose nested lists, notes, pictures, other languages."""
    assert [] == failures(validator, tmp_path, document(long_body()), attachments(), norm=norm)


@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
def test_an_annex_without_anything(validator: Validator, tmp_path: Path, norm: Norm) -> None:
    """One line, no data, no bookmarks, no identifiers."""
    assert [] == failures(validator, tmp_path, document("<p>x</p>"), norm=without_files(norm))


@pytest.mark.parametrize("norm", NORMS.values(), ids=NORMS)
@pytest.mark.parametrize("seed", range(6))
def test_random_nests_of_blocks(validator: Validator, tmp_path: Path, seed: int, norm: Norm) -> None:
    """Blocks in blocks in any combination that HTML allows, on pages of one hand."""
    chance = random.Random(seed)  # noqa: S311 - sample text
    style = "<style>@page { size: A6; margin: 8mm; @top-left { content: none } }</style>"
    body = "<h1>Nest</h1>" + "".join(_nest(chance, 4) for _ in range(8))

    assert [] == failures(validator, tmp_path, document(body, head=style), norm=without_files(norm))


def _nest(chance: random.Random, depth: int) -> str:
    if depth == 0:
        return chance.choice(
            (
                "losse tekst ",
                "<p>een <em>twee <a href='https://x.be/'>drie vier vijf zes</a></em> <code>zeven</code></p>",
                "<p>foto <img src='images/foto.png' alt='Blauw vlak'></p>",
                "<p lang='fr'>oui <q>non</q></p>",
                "<div></div>",
                "<h2>Titel</h2>",
            )
        )
    inner = "".join(_nest(chance, depth - 1) for _ in range(chance.randint(1, 3)))
    return chance.choice(
        (
            f"<ul><li>{inner}</li><li><p>x</p>{inner}</li></ul>",
            f"<ol><li>x{inner}</li></ol>",
            f"<dl><dt>term</dt><dd>{inner}</dd><div><dt>a</dt><dt>b</dt><dd>c</dd><dd>{inner}</dd></div></dl>",
            f"<table><caption>T</caption><tr><th>a</th><td>{inner}</td></tr><tr><th>b</th><td></td></tr></table>",
            f"<section>{inner}</section>",
            f"<blockquote lang='de'>{inner}</blockquote>",
            f"<div>x{inner}y</div>",
            f"<figure>{inner}<figcaption>{inner}</figcaption></figure>",
            f"<aside><header>{inner}</header></aside>",
        )
    )


def test_the_validator_finds_faults(validator: Validator, tmp_path: Path) -> None:
    """A check that cannot fail proves nothing: a heading level left out is found."""
    path = tmp_path / "fout.pdf"
    path.write_bytes(printed("<h1>A</h1><h3>B</h3>").pdf)

    assert ["7.4.2-1"] == [
        failed.split()[0] for verdict in validator.verdicts(path, "ua1") for failed in verdict.failed
    ]
