"""The site map: every record has a page, every page and file one address, and nothing is rendered yet."""

import re
from collections import Counter
from collections.abc import Callable, Collection
from dataclasses import fields, is_dataclass, replace
from functools import cache

import pytest

from tests import voorbeeld_site
from tests.corpus_samples import ADJUSTMENT, INITIATIVE, corpus, minimal, record
from tests.voorbeeld_site import corpus as example
from weerklank import addresses
from weerklank.bare import Bare
from weerklank.build import forms
from weerklank.build.artifact import AnyArtifact
from weerklank.build.cache import NoCache
from weerklank.build.forms import DataFile
from weerklank.build.inspect import compare
from weerklank.build.make import make_files
from weerklank.chartspec import ChartSpec
from weerklank.corpus import Corpus, collect, public
from weerklank.kinds import KINDS, Address
from weerklank.model import RECORDS, Publication, Ref
from weerklank.pictures import Photograph
from weerklank.project import Materials, Project, open_project, read_materials
from weerklank.site.pages import all_charts, all_tables, plan

CORPORA: dict[str, Callable[[], Corpus]] = {"example": example, "minimal": minimal, "sample": corpus}
ASSETS = {"css/site.css": b"a{}", "icons/favicon.svg": b"<svg/>"}


@cache
def artifacts_of(name: str) -> tuple[AnyArtifact, ...]:
    """The plan of one of the corpora."""
    return plan(CORPORA[name](), assets=ASSETS)


def pages_of(name: str) -> dict[str, AnyArtifact]:
    """The plan of one of the corpora, by address."""
    return {artifact.path: artifact for artifact in artifacts_of(name)}


def is_page(artifact: AnyArtifact) -> bool:
    """Whether an artifact is a page of the site."""
    return isinstance(artifact.form, forms.PageForm) and artifact.path.endswith(".html")


def planned(found: Corpus) -> dict[str, AnyArtifact]:
    """The artifacts by address."""
    return {artifact.path: artifact for artifact in plan(found, assets=ASSETS)}


@pytest.mark.parametrize("name", CORPORA)
def test_no_two_artifacts_share_an_address(name: str) -> None:
    """One file at each address, in the order of the addresses."""
    paths = [artifact.path for artifact in artifacts_of(name)]
    assert [] == [path for path, number in Counter(paths).items() if number > 1]
    assert sorted(paths) == paths


@pytest.mark.parametrize("name", CORPORA)
def test_every_record_has_a_page(name: str) -> None:
    """Each record and each word of a list that has a page of its own is found at its address, about itself."""
    found, artifacts = CORPORA[name](), pages_of(name)
    refs = {item.ref for item in found.records()}
    refs |= {Ref(kind, term.id) for kind, item in found.vocabularies.items() for term in item.terms}
    missing = [ref for ref in refs if addresses.of_record(ref) not in artifacts]
    assert [] == missing
    assert [] == [ref for ref in refs if not is_page(artifacts[addresses.of_record(ref)])]


@pytest.mark.parametrize("name", CORPORA)
def test_every_list_and_overview_is_there(name: str) -> None:
    """Also with nothing in it yet: an address that is published once is never taken away."""
    expected = [addresses.index(kind) for kind, found in KINDS.items() if found.address is Address.FOLDER]
    expected += [addresses.HOME, addresses.GAPS, addresses.HEARD, addresses.GLOSSARY, addresses.DATA, addresses.SEARCH]
    expected += [addresses.TRACE, addresses.ACCESSIBILITY, addresses.NOT_FOUND, addresses.CHANGES, addresses.DISCLAIMER]
    expected += [addresses.SEARCH_INDEX, addresses.ROBOTS, addresses.feed()]
    assert [] == [path for path in expected if path not in pages_of(name)]


@pytest.mark.parametrize("name", CORPORA)
def test_a_page_knows_its_own_address(name: str) -> None:
    """Links are relative, so a page that thought itself elsewhere would lead nowhere."""
    assert [] == [page.path for page in artifacts_of(name) if is_page(page) and page.view().head.path != page.path]


@pytest.mark.parametrize("name", CORPORA)
def test_an_artifact_has_what_its_form_takes(name: str) -> None:
    """The view of each artifact is what its form works with, and the form of a data file or a chart says which."""
    views = {
        forms.PageForm: object,
        forms.DataForm: DataFile,
        forms.ChartForm: ChartSpec,
        forms.PdfForm: forms.AnnexFile,
        forms.WordForm: forms.AnnexFile,
        forms.SpokenForm: str,
        forms.TextForm: str,
        forms.BareForm: Bare,
        forms.BytesForm: bytes,
        forms.PictureForm: Photograph,
        forms.CodeForm: str,
    }
    for artifact in artifacts_of(name):
        assert isinstance(artifact.view(), views[type(artifact.form)]), artifact.path
        assert artifact.inputs or artifact.path == "css/tokens.css", artifact.path


@pytest.mark.parametrize("name", CORPORA)
def test_a_chart_and_a_data_file_are_what_their_address_says(name: str) -> None:
    """The ending of a data file and the variant of a chart stand in the address."""
    for artifact in artifacts_of(name):
        match artifact.form:
            case forms.DataForm(ending, _):
                assert artifact.path.endswith(f".{ending}")
            case forms.ChartForm("png"):
                assert artifact.path.endswith(".png")
            case forms.ChartForm("word"):
                assert artifact.path.endswith("--word.png")
                assert not artifact.published
            case forms.ChartForm(variant):
                assert artifact.path.endswith(f"-{variant}.svg")


@pytest.mark.parametrize("name", CORPORA)
def test_what_a_page_needs_is_made(name: str) -> None:
    """A file is made of files that are in the plan, and none states the size of a page; a plain edition is of one."""
    artifacts = pages_of(name)
    bare = [item for item in artifacts.values() if isinstance(item.form, forms.BareForm)]
    assert [(addresses.bare(path), (path,)) for path in artifacts if addresses.bare(path) in artifacts] == [
        (item.path, item.needs) for item in sorted(bare, key=lambda item: item.needs)
    ]
    needs = {path for item in artifacts.values() if item not in bare for path in item.needs}
    assert [] == [path for path in needs if path not in artifacts or is_page(artifacts[path])]


def test_assets_are_copied_and_the_tokens_are_made() -> None:
    """What designers keep comes out as it is; the style sheet with every value comes from the theme."""
    artifacts = pages_of("minimal")
    assert ASSETS == {path: artifacts[path].view() for path in ASSETS}
    assert {forms.BytesForm()} == {artifacts[path].form for path in ASSETS}
    assert "--stated" in str(artifacts["css/tokens.css"].view())


def test_a_former_id_leads_on() -> None:
    """The page at an old address names the record as it is called now."""
    moved = record("initiatief", INITIATIVE, vroegere_ids=["oud", "ouder"])
    artifacts = planned(corpus(moved))
    for name in ("oud", "ouder"):
        page = artifacts[f"initiatieven/{name}.html"]
        assert "initiatieven/bevraging.html" == page.view().target.path


def test_two_records_at_one_address_are_both_planned() -> None:
    """Nothing is dropped in silence: the collision is seen where artifacts are counted."""
    clash = record("initiatief", INITIATIVE, id="index", titel="Index")
    paths = [artifact.path for artifact in plan(corpus(clash), assets={})]
    assert 2 == paths.count("initiatieven/index.html")


def test_every_table_is_offered_in_every_form() -> None:
    """CSV with its description, JSON, both workbooks, and all of it together."""
    artifacts = pages_of("example")
    endings = ("csv", "csv-metadata.json", "json", "xlsx", "ods")
    names = [table.name for table in all_tables(example())]
    wanted = [addresses.download(name, ending) for name in names for ending in endings]
    assert [] == [path for path in wanted if path not in artifacts]
    assert len(names) == len(set(names))
    book = artifacts["data/weerklank.xlsx"].view()
    assert isinstance(book, DataFile)
    assert names == [table.name for table in book.tables]


def test_every_chart_is_drawn_for_every_screen() -> None:
    """Wide and narrow, light and dark, and a picture; the table under it is among the data."""
    artifacts = pages_of("example")
    specs = all_charts(example())
    assert 22 == len(specs)
    for spec in specs:
        variants = [f"{width}-{scheme}" for width in ("breed", "smal") for scheme in ("licht", "donker")]
        drawn = [artifacts[addresses.chart(spec.name, variant)] for variant in variants]
        drawn.append(artifacts[addresses.chart_png(spec.name)])
        look = example().organisation.look
        assert [forms.ChartForm(variant, look) for variant in (*variants, "png")] == [item.form for item in drawn]
        assert [spec] * 5 == [artifact.view() for artifact in drawn]
        assert addresses.download(spec.table.name, "csv") in artifacts


def test_a_chart_that_cannot_be_drawn_is_left_out() -> None:
    """An agency without records has no bars of nothing."""
    assert () == all_charts(minimal())
    assert [] == [
        artifact.path for artifact in plan(minimal(), assets={}) if isinstance(artifact.form, forms.ChartForm)
    ]


def test_a_view_can_be_compared() -> None:
    """A page is a frozen value: two plans of one corpus are equal, and what a cache key reads does not wander."""
    plans = [plan(corpus(), assets=ASSETS) for _ in range(2)]
    facts = [[(item.path, item.form, item.inputs, item.needs, item.published) for item in found] for found in plans]
    assert facts[0] == facts[1]
    first, second = ([item.view() for item in found] for found in plans)
    assert [repr(view) for view in first] == [repr(view) for view in second]
    assert first == second
    views = [item.view() for item in plans[0] if is_page(item)]
    assert [] == [view for view in views if not is_dataclass(view) or not fields(view)]


def test_a_record_more_is_a_page_more() -> None:
    """A new record adds its own page and feed, and takes nothing away."""
    before = planned(corpus())
    after = planned(corpus(record("bijsturing", ADJUSTMENT, id="tweede", titel="Tweede bijsturing")))
    assert before.keys() <= after.keys()
    assert "bijsturingen/tweede.html" in after.keys() - before.keys()


def test_no_record_can_take_the_page_of_another() -> None:
    """Every page that is made of no record is taken, for a record of each kind whose address it could be."""
    found = example()
    own = {
        addresses.of_record(Ref(item.KIND.name, name))
        for item in found.records()
        for name in (item.id, *item.former_ids)
    }
    for kind in RECORDS:
        before, after = addresses.of_record(Ref(kind, "id")).rsplit("id", 1)
        pattern = re.compile(f"{re.escape(before)}([^/]+){re.escape(after)}")
        names = {hit[1] for path in pages_of("example").keys() - own if (hit := pattern.fullmatch(path))}
        assert names
        assert set() == {name for name in names if not addresses.is_taken(Ref(kind, name))}


def test_an_id_that_was_written_twice_leads_on_once() -> None:
    """One page at the address of a former id, however often the record names it, and one feed."""
    found = corpus(record("initiatief", INITIATIVE, vroegere_ids=["oud", "oud"]))
    paths = Counter(artifact.path for artifact in plan(found, assets={}))
    assert (1, 1) == (paths["initiatieven/oud.html"], paths["feeds/initiatief-oud.xml"])


# What is left when much is not public


@cache
def materials() -> Materials:
    """The real templates and assets."""
    found = open_project(environ={})
    assert isinstance(found, Project)
    return read_materials(found)[0]


def without(hidden: Collection[str]) -> Corpus:
    """The example agency, with every record of these kinds kept inside."""
    kept_in = {"publication": Publication(status="intern")}
    records = (
        item.model_copy(update=kept_in if item.KIND.name in hidden else {}) for item in voorbeeld_site.whole().records()
    )
    return public(replace(voorbeeld_site.whole(), by_kind=collect(records)), on=voorbeeld_site.DAY)


@pytest.mark.parametrize("hidden", ["it", "others"])
@pytest.mark.parametrize("kind", RECORDS)
def test_the_rest_can_be_shown(kind: str, hidden: str) -> None:
    """Whatever is not public, the pages of the rest can be made, and lead to nothing that is not there."""
    found = without({kind} if hidden == "it" else RECORDS.keys() - {kind})
    planned = plan(found, assets=materials().assets)
    quick = [item for item in planned if isinstance(item.form, forms.PageForm | forms.TextForm | forms.BytesForm)]
    with NoCache().open() as entries:
        made = make_files(quick, materials=materials(), entries=entries, report=lambda _: None)

    assert () == made.findings
    assert () == compare(made.pages, {item.path for item in planned if item.published}, missing=frozenset())
