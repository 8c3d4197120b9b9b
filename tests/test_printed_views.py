"""What a page is given, it prints: no word and no number of a view is dropped by its template.

Every text of a view is replaced by a mark of its own and every number by one that occurs nowhere else; the page made of
that must hold each of them. Tables and charts are compared with what is printed elsewhere (`test_printed_tables`,
`test_charts`), so they are left as they are.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

import pytest

from tests import voorbeeld_site
from tests.corpus_samples import templates
from weerklank.build.artifact import AnyArtifact
from weerklank.build.forms import PageForm
from weerklank.chartspec import ChartSpec
from weerklank.data.table import Table
from weerklank.html import FileFact
from weerklank.site.pages import plan

NAMES = {
    *("id", "ids", "key", "kind", "lang", "level", "path", "fragment", "page", "shape", "url"),
    *("data", "listed", "narrowed", "origin", "section", "source"),
    *("start", "end"),
}
"""Fields with a name or place of something, what it is made as, or where it lies in a text."""

SPARED = {
    r"RedirectPage\..*": "it leads to another page, and says only that",
    r".*/(ChartFigure|AnnexBlock)\.downloads/Link\.text": "each is called csv or svg in a row that says of what",
    r".*/ChartFigure\.(wide|middle)(_dark)?": "a chart that is small at every width has one drawing",
    r".*/ChartFigure\.(alternative|description)": "the short one where its table stands, the long one elsewhere",
    r".*/Picture\.name": "the name of its files",
    r".*/Sheet\.(title|kicker|summary)": "the head has it",
    r".*/AnnexView\.(document_title|description|organisation|government)": "for paper",
    r".*/AnnexView\.(footer|running|as_of|site|logo/.*)": "for paper",
    r"(AnnexPage|ProsePage)\.head/Head\.shell/Shell\.as_of": "an annex says itself of when it is; nowhere has no day",
    r"AnnexPage\.(site|annex/AnnexView\.attachments/.*)": "for paper",
    r".*/Hole\..*": "for authors",
    r".*/Facts\.caption": "the heading above it has the same words",
    r"ListPage\.narrowing/Narrowing\.facets/Facet\.values/FacetValue\.label": "a long choice has no value of no record",
    r"ListPage\.narrowing/Narrowing\.(keys|orders/.*)": "a list without rows has no order and needs no script",
    r"ListPage\.narrowing/Narrowing\.words": "there is one, or there are many",
    r"(ListPage|PromisesPage)\.empty": "a list says that it is empty only where it is",
    r".*/GapRow\.more": "a fact that one record misses has no others",
    r".*/Numbered\.(place|number|quote/.*)": "the list of quotations says it in the words of the source",
    r".*/GlossaryGroup\..*quotes/Quote\.text": "a word has its places; the quotations stand with the sources",
    r".*/Passage\.number": "the numbers of a list make themselves",
    r".*/TableEntry\.about": "the page of a table has it in its head",
    r".*/State\.definition": "it stands with the words that are explained",
    r"HomePage\..*/LoopCell\.state/State\.word": "where there is a number it stands there instead",
    r".*/Fold\.mark/Mark\.word": "its title says it",
    r".*/MatrixRow\.cells/Mark\.word": "the words of the whole row stand beside it",
    r".*/Meta\..*": "for files",
    r"SearchPage\.kinds/Link\.(text|note)": "for a site of too many titles",
    r".*/PromiseRow\.summary": "the literal words stand there instead",
    r"QuestionPage\.answer_note": "there is no answer yet",
    r"(AnnexPage|HomePage)\.head/Head\.heading": "its heading is laid out in its own way",
    r"HomePage\.(figures|opening/Opening\.link)/Link\.text": "they are told in a sentence of their own",
    r"PromisesPage\.feed/Link\.text": "its link has the words of a sentence",
    r"TracePage\.chains/Chain\.origin/Link\.text": "an origin that is not known has no name",
    r"(HomePage\.more|TracePage\.count)": "they stand within a sum, or only where there is more than a page",
}
"""Of places: why a page may leave them out."""


GROUPED = re.compile("(?<=\\d)[\u00a0\u202f ](?=\\d{3}\\b)")
"""What stands between the thousands of a number."""


class Known(dict[str, FileFact]):
    """Whatever file a page links to, it is there."""

    def __missing__(self, path: str) -> FileFact:
        return FileFact(7, "ab" * 32)

    def __contains__(self, path: object) -> bool:
        return True


class Marked:
    """A view with a mark for each of its texts and numbers. `places`: of each mark, the fields that lead to it."""

    def __init__(self, view: object) -> None:
        self.places: dict[str, str] = {}
        self.view = self._of(view, "")

    def _of(self, value: object, place: str) -> object:
        match value:
            case Enum() | bool() | Table() | ChartSpec():
                return value
            case str() if value and place.rpartition(".")[2] not in NAMES:
                return type(value)(self._noted(f"zq{len(self.places)}x", place))
            case int() if place.rpartition(".")[2] not in NAMES:
                return int(self._noted(str(70_000 + len(self.places)), place))
            case tuple():
                return tuple(self._of(item, place) for item in value)
            case _ if is_dataclass(value):
                return self._copied(value, place)
        return value

    def _copied(self, value: object, place: str) -> object:
        """The same object with what it holds marked; what it demands of itself is not asked again."""
        new = object.__new__(type(value))
        for item in fields(value):  # type: ignore[arg-type]
            marked = self._of(getattr(value, item.name), f"{place}/{type(value).__name__}.{item.name}".lstrip("/"))
            object.__setattr__(new, item.name, marked)
        return new

    def _noted(self, mark: str, place: str) -> str:
        self.places[mark] = place
        return mark


@cache
def dropped() -> dict[str, set[str]]:
    """Of each place in the views of the example agency whose text or number is not printed: the pages."""
    found = defaultdict(set)
    for page in pages():
        marked = Marked(page.view())
        assert isinstance(page.form, PageForm)
        data, findings = templates().render(page.form.template, marked.view, artifact=page.path, files=Known())
        assert () == findings
        printed = set(re.findall(r"zq\d+x|\d{5,}", GROUPED.sub("", data.decode().lower())))
        for mark, place in marked.places.items():
            if mark not in printed:
                found[place].add(page.path)
    return found


def pages() -> Iterator[AnyArtifact]:
    """Every page of the site of the example agency."""
    for item in plan(voorbeeld_site.corpus(), assets={}):
        if isinstance(item.form, PageForm) and item.path.endswith(".html"):
            yield item


def test_what_a_page_is_given_it_prints() -> None:
    """Every text and number of every view is on its page, or there is a reason why not."""
    lost = {
        place: min(paths)
        for place, paths in dropped().items()
        if not any(re.fullmatch(spared, place) for spared in SPARED)
    }

    assert {} == lost


@pytest.mark.parametrize("spared", SPARED)
def test_no_reason_outlives_what_it_is_for(spared: str) -> None:
    """What a page may leave out, some page does leave out."""
    assert [place for place in dropped() if re.fullmatch(spared, place)]
