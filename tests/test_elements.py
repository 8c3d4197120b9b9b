"""HTML as a tree: what an element holds, in order."""

from weerklank.elements import HtmlElement, parsed


def test_a_tree_in_order() -> None:
    """Elements and words as they stand; one that needs no end holds nothing."""
    tree = parsed("a<p class='b c' hidden>d<br>e &amp; <em>f</em></p>g")
    part = tree.elements[0]

    assert ["a", part, "g"] == tree.children
    assert ("p", ("b", "c"), {"class": "b c", "hidden": ""}) == (part.tag, part.classes, part.attributes)
    assert ["d", HtmlElement("br"), "e & ", HtmlElement("em", children=["f"])] == part.children
    assert ["p", "br", "em"] == [item.tag for item in part.walk()]


def test_the_first_of_its_kind() -> None:
    """By tag, by class, or by both; the element itself counts."""
    tree = parsed("<p>a</p><p class=b>c</p>")

    assert tree.elements[0] == tree.first("p")
    assert tree.elements[1] == tree.first("p", of_class="b") == tree.elements[1].first()
    assert None is tree.first("h1")


def test_words_on_one_line() -> None:
    """White space is folded as a browser folds it; a space that must not break stays."""
    assert "a b c\u00a0d" == parsed(" a\n <b>b</b>\tc\u00a0d ").text()


def test_an_end_that_closes_nothing() -> None:
    """One without a beginning is left out; one further up closes what is in it."""
    assert "<div>" not in parsed("a</p>b").text()
    assert ["p", "p"] == [item.tag for item in parsed("<p>a<em>b</p><p>c</p>").elements]
