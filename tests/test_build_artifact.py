"""What a build is a list of, and what a form gets to work with: all that its key names, and nothing else."""

from dataclasses import FrozenInstanceError

import pytest

from weerklank.build.artifact import Artifact, Stock, digest
from weerklank.build.forms import DataForm, TextForm
from weerklank.html import Templates
from weerklank.project import Materials

STOCK = Stock(
    Materials(
        {
            "pages/a.html": "{% extends 'layouts/base.html' %}{% import 'partials/b.html' as b %}",
            "pages/z.html": "{% include naam %}",
            "layouts/base.html": "{% include 'partials/c.html' ignore missing %}<link href='css/print.css'>",
            "partials/b.html": "{% from 'partials/d.html' import e %}",
            "partials/d.html": "",
            "pages/x.html": "{% block %}",
        },
        {
            "css/print.css": b"@import 'more.css'; a { background: url(../icons/h.svg) }",
            "css/more.css": b"@font-face { src: url('../fonts/f.woff2') }",
            "css/other.css": b"",
            "icons/h.svg": b"<svg/>",
            "fonts/f.woff2": b"f",
            "fonts/g.woff2": b"g",
        },
        "1",
        {"annex/a.docx": b"d"},
    )
)


def test_an_artifact_does_not_change() -> None:
    """It is a value that says what a file is made from; its view is not asked for."""
    found = Artifact("a.txt", TextForm(), lambda: pytest.fail("asked"), ("x",))
    assert ("a.txt", TextForm(), ("x",), (), True) == (
        found.path,
        found.form,
        found.inputs,
        found.needs,
        found.published,
    )
    with pytest.raises(FrozenInstanceError):
        found.path = "elders.csv"  # type: ignore[misc]


def test_what_differs_is_another_form() -> None:
    """A form is told apart by its name and its fields: that is what keys are made of."""
    assert repr(DataForm("csv")) == repr(DataForm("csv"))
    assert 3 == len({repr(DataForm("csv")), repr(DataForm("json")), repr(TextForm())})


@pytest.mark.parametrize("values", [(b"a", b"b"), ("a", "b"), (("a", "b"), ("ab",)), ("a", b"a"), (1, "1")])
def test_a_digest_tells_values_apart(values: tuple[object, object]) -> None:
    """Other bytes, another text, another structure."""
    assert 2 == len({digest(value) for value in values})


def test_the_closure_of_a_template() -> None:
    """All that it can lead to: by extending, importing and including, also by way of others, also what is not there."""
    expected = {"pages/a.html", "layouts/base.html", "partials/b.html", "partials/c.html", "partials/d.html"}
    assert expected == STOCK.templates.closure("pages/a.html")
    assert {"partials/d.html"} == STOCK.templates.closure("partials/d.html")


def test_a_computed_name_could_be_any_template() -> None:
    """Where Jinja cannot say which template is meant, all of them count."""
    assert STOCK.materials.templates.keys() <= STOCK.templates.closure("pages/z.html")


def test_a_template_with_a_mistake_has_a_closure() -> None:
    """What is wrong with it is told when it is rendered."""
    assert {"pages/x.html"} == STOCK.templates.closure("pages/x.html")
    assert {"weg.html"} == Templates({}).closure("weg.html")


def test_what_templates_name() -> None:
    """The assets that occur in their text, what style sheets among them name, and no others."""
    found = STOCK.named(STOCK.templates.closure("pages/a.html"))
    assert {f"assets/{path}" for path in ("css/print.css", "css/more.css", "icons/h.svg", "fonts/f.woff2")} == found
    assert {"assets/fonts/g.woff2"} == STOCK.named((), "url(g.woff2)")


def test_digests_follow_files() -> None:
    """Each material has its hash, below templates/; so has what is not there."""
    paths = ["pages/a.html", "assets/css/print.css", "annex/a.docx", "css/print.css"]
    found = [STOCK.digest(path) for path in paths]
    assert 4 == len(set(found))
    assert STOCK.digest("weg") == STOCK.digest("css/print.css")
    other = Stock(Materials({"pages/a.html": ""}, {}, "1"))
    assert other.digest("pages/a.html") != other.digest("weg"), "an empty file is there"
