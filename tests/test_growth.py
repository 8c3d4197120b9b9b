"""Work grows with the records, not with their square: a rich agency is not punished for being one.

What is counted is calls of functions, Python's own included, and characters of views: the same on any machine, however
busy. A step that looks through all records for each of them makes twice the records cost four times the work.
"""

import cProfile
import pstats
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

from tests.corpus_samples import BUILD_DAY
from tests.growing_content import corpus, files, text_of
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import Corpus
from weerklank.findings import has_errors
from weerklank.markup import blocks
from weerklank.model import Annex, Question
from weerklank.site.pages import plan

T = TypeVar("T")
SIZES = (200, 400)
MOST = 2.2
"""Twice the records may cost a little more than twice the work: what is sorted, and words that get longer."""
STEEP, OFTEN = 2.8, 1_000
"""No single function may grow faster than this, once it is called so often that it can be told."""


def counted(work: Callable[[], T]) -> tuple[T, dict[str, int]]:
    """The result of some work, and how often it called each function.

    Functions that Python itself writes, of a named tuple for example, all have one name: they are left out.
    """
    profile = cProfile.Profile()
    result = profile.runcall(work)
    places = pstats.Stats(profile).stats.items()  # type: ignore[attr-defined]
    return result, {f"{file}:{line} {name}": n[1] for (file, line, name), n in places if file != "<string>"}


@cache
def planned(size: int) -> tuple[dict[str, int], int]:
    """The calls of a plan of the site of so many records with every view in it, and the characters of these views."""
    records = corpus(size)
    views, calls = counted(lambda: [artifact.view() for artifact in plan(records, assets={})])
    return calls, sum(len(repr(view)) for view in views)


def checked(folder: Path, size: int) -> dict[str, int]:
    """The calls of reading and checking content of so many records."""
    for name, data in files(size).items():
        path = folder / str(size) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text_of(data), encoding="utf-8")

    def check() -> bool:
        loaded = load(folder / str(size))
        return has_errors((*loaded.findings, *validate(loaded, on=BUILD_DAY).findings))

    wrong, calls = counted(check)
    assert not wrong
    return calls


def steep(less: dict[str, int], more: dict[str, int], *, most: float = STEEP) -> list[str]:
    """What was called too often for twice the records: everything together, and each function of ours by itself."""
    whole = {"all calls": sum(less.values())}, {"all calls": sum(more.values())}
    own = [name for name in less if "/weerklank/" in name and more.get(name, 0) > OFTEN]
    pairs = [(*whole, "all calls", MOST), *((less, more, name, most) for name in own)]
    return [
        f"{name}: {before[name]} → {after[name]}"
        for before, after, name, most in pairs
        if after[name] > most * before[name]
    ]


def test_a_plan_grows_with_the_records() -> None:
    """Twice the records, twice the work: no page looks through all records for something that an index knows."""
    less, more = (planned(size)[0] for size in SIZES)

    assert [] == steep(less, more)


def test_views_grow_with_the_records() -> None:
    """Nor is there twice as much on each page: a link to every record from every list would make it so."""
    less, more = (planned(size)[1] for size in SIZES)

    assert more <= MOST * less


def test_keys_of_pages_grow_with_the_records() -> None:
    """What the page of each record is made from is known without going through the others."""

    def asked(size: int) -> dict[str, int]:
        index = corpus(size).index
        return counted(lambda: [(index.neighbours(ref), index.beside(ref)) for ref in index.records])[1]

    assert [] == steep(*map(asked, SIZES))


def test_a_check_grows_with_the_records(tmp_path: Path) -> None:
    """Reading and checking, too, with a stored text for every twenty records and quotations in all of them."""
    less, more = (checked(tmp_path, size) for size in SIZES)

    assert [] == steep(less, more)


def asked(size: int) -> Corpus:
    """So many records, in which each question has an annex about one initiative and what was done because of it."""
    records = corpus(size)
    questions = []
    for place, item in enumerate(records.questions):
        parts = [
            {"soort": "initiatieven", "titel": "Eén", "selectie": {"ids": [f"initiatief-{place}"]}},
            {"soort": "bijsturingen", "titel": "Gedaan", "selectie": {"ids": [f"bijsturing-{place * 3 + 1}"]}},
            {"soort": "niet_vermeld", "titel": "Wat er niet staat"},
        ]
        annex = Annex.model_validate({"titel": f"Bijlage {place}", "onderdelen": parts})
        questions.append(item.model_copy(update={"annex": annex}))
    return records.having(Question, questions)


@cache
def annexed(size: int) -> dict[str, int]:
    """The calls of the plan and of the views of every annex of so many records, with a key for each of its files."""
    records = asked(size)
    for function in vars(blocks).values():  # what other tests had converted is no less work for the smaller of two
        getattr(function, "cache_clear", lambda: None)()

    def made() -> list[object]:
        found = [item for item in plan(records, assets={}) if item.path.startswith("vragen/")]
        return [item.view() for item in found if "/bijlage." in item.path]

    return counted(made)[1]


def test_annexes_grow_with_the_records() -> None:
    """Twice the records and twice the annexes: an annex looks at what it shows, not at everything there is."""
    less, more = (annexed(size) for size in SIZES)

    # Among twice the records, the three sources of a record are less often those of another: up to 1.5 times as many.
    assert [] == steep(less, more, most=3.2)
