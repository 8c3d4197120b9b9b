"""Rules that hold for any text an author may type and in any order of files."""

import random
import re
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.corpus_samples import BUILD_DAY
from tests.voorbeeld_site import corpus as example
from tests.voorbeeld_site import whole
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.chartspec import ChartKind, description
from weerklank.corpus import Corpus, collect, public
from weerklank.html import Templates
from weerklank.model import Initiative
from weerklank.project import Project, open_project, read_materials
from weerklank.site.pages import all_charts, plan
from weerklank.site.record import record_page

_HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "[x](javascript:alert(1))",
        "{{ 7*7 }}",
        "{% include 'x' %}",
        "&lt;b&gt;",
        "“citaat”",
        "## kop",
        "`code` *[BBC]: x",
        "\u202eomgekeerd",
        "site:initiatief:x",
    ]
)
_TEXT = st.one_of(_HOSTILE, st.text(min_size=3, max_size=200), st.tuples(_HOSTILE, st.text(max_size=40)).map("".join))
_ALLOWED = frozenset({"href", "class", "id", "lang", "aria-labelledby", "aria-label", "aria-current", "data-label"})


class _Elements(HTMLParser):
    """Names of elements and attributes, and addresses."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what was opened."""
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]
        self.links += [value or "" for name, value in attrs if name == "href"]


def _templates() -> Templates:
    project = open_project()
    assert isinstance(project, Project)
    return Templates(read_materials(project)[0].templates)


TEMPLATES = _templates()


def _page(item: Initiative) -> str:
    corpus = example()
    others = tuple(found for found in corpus.records() if found.id != item.id or not isinstance(found, Initiative))
    changed = Corpus(corpus.organisation, corpus.vocabularies, collect([*others, item]), corpus.texts)
    view = record_page(changed, changed.initiative(item.id))
    page, found = TEMPLATES.render("pages/record.html", view, artifact=view.head.path, files={})
    assert () == found
    return page.decode()


@settings(max_examples=40)
@given(text=_TEXT, field=st.sampled_from(["title", "summary", "purpose", "asked", "heard", "outcome", "body"]))
def test_no_text_becomes_markup(text: str, field: str) -> None:
    """Whatever stands in a field of a record, its page holds no script, no handler and no foreign address."""
    item = example().initiative("pleingesprekken")
    found = _Elements(_page(item.model_copy(update={field: text})))
    main = _Elements(_page(item))

    assert {"script", "iframe", "object", "embed", "form", "svg", "style"} & set(found.names) <= set(main.names)
    assert [] == [name for name in found.attributes if name.startswith("on") or name == "style"]
    assert [] == [link for link in found.links if re.match(r"\s*(javascript|data|vbscript):", link, re.IGNORECASE)]


def test_the_order_of_records_changes_nothing() -> None:
    """The same records in another order give the same artifacts."""
    found = whole()
    records = list(found.records())
    random.Random(4).shuffle(records)  # noqa: S311 - an order, not a secret
    other = replace(found, by_kind=collect(records))
    before, after = (plan(public(corpus, on=BUILD_DAY), assets={}) for corpus in (found, other))

    assert [(item.path, item.form, item.inputs, item.needs) for item in before] == [
        (item.path, item.form, item.inputs, item.needs) for item in after
    ]
    assert [repr(item.view()) for item in before] == [repr(item.view()) for item in after]


def test_a_chart_says_what_it_draws() -> None:
    """Every number that is drawn stands in the table of the chart and in its alternative text."""
    for spec in all_charts(example()):
        words = description(spec)
        keys = spec.extra if spec.kind is ChartKind.MATRIX else (spec.value,)
        shown = [cell.number or cell.text for key in keys for cell in spec.cells(key) if cell.value not in (None, 0)]
        assert [] == [number for number in shown if number.rstrip("%") not in words], spec.name


@settings(max_examples=25)
@given(
    data=st.binary(max_size=400), name=st.sampled_from(["initiatieven/x.md", "organisatie.yaml", "lijsten/vormen.yaml"])
)
def test_no_file_is_a_traceback(data: bytes, name: str, tmp_path_factory: object) -> None:
    """Arbitrary bytes as a file give findings or a record, never an exception."""
    folder = Path(tmp_path_factory.mktemp("bytes"))  # type: ignore[attr-defined]
    path = folder / "content" / name
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    loaded = load(folder / "content")

    assert () != (*loaded.findings, *validate(loaded, on=date(2026, 11, 23)).findings)
