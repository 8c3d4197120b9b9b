"""The page with all promises, and where else a reader meets one."""

import re
from collections.abc import Iterable

from lxml import html
from lxml.html import HtmlElement

from tests.corpus_samples import rendered
from tests.question_samples import question
from tests.test_facts_promises import promise, seen
from weerklank.facts.listing import all_of
from weerklank.kinds import KINDS
from weerklank.site.feeds import feeds
from weerklank.site.inputs import Inputs
from weerklank.site.promises import promises_page
from weerklank.site.question import question_page
from weerklank.site.record import record_page
from weerklank.site.wholelists import questions_page

RUNNING = {"id": "ruim", "titel": "Een brede bank", "uiterlijk": "2030"}
KEPT = {"id": "kranen", "titel": "Kranen", "verloop": {"status": "nagekomen", "bewijs": [{"titel": "Verslag"}]}}


def words(text: str) -> str:
    """The words of a page."""
    return " ".join(html.fromstring(text).text_content().replace("\xad", "").split())


def titles(page: HtmlElement) -> Iterable[str]:
    """The promises on a page, in order."""
    return [" ".join(item.text_content().split()) for item in page.xpath("//ol[@class='promises']//h3")]


def test_what_is_late_comes_first() -> None:
    """Then what runs, then what was kept; the sentence above counts them and the legend says what is what."""
    text = rendered("pages/toezeggingen.html", promises_page(seen(promise(**RUNNING), promise(), promise(**KEPT))))
    said = words(text)

    assert ["Een bank", "Een brede bank", "Kranen"] == titles(html.fromstring(text))
    assert "Van 3 toezeggingen is er 1 nagekomen. 1 is te laat." in said
    assert "te laat: termijn verstreken op 30 juni 2023" in said
    assert "Laatste stap: in uitvoering" in said
    assert "1 met bewijsstuk" in said
    assert "Bewijsstuk: Verslag" in said


def test_the_data_have_the_words_and_each_move() -> None:
    """The words themselves and not their place, and from when to when a deadline moved."""
    moved = [{"van": "2023-06", "naar": "2024-03", "op": "2023-05-30", "reden": "Vertraging."}]
    moved += [{"van": "2024-03", "naar": "2024-03-31"}]
    said = {"bron": "antwoord", "citaat": "Er komt een bank.", "plaats": "alinea 2"}
    table = all_of(seen(promise(woorden=said, verschoven=moved)), KINDS["toezegging"])
    (row,) = ({column.key: cell for column, cell in zip(table.columns, cells, strict=True)} for cells in table.rows)

    assert "Er komt een bank." == row["woorden"].value
    each = "van juni 2023 naar maart 2024 (gezegd: 30\u00a0mei 2023); gebleven op 31\u00a0maart 2024"
    assert (1, each) == (row["verschoven"].value, row["verschuivingen"].value)


def test_no_page_counts_days() -> None:
    """A page that does would change each night; the day itself stands nowhere."""
    site = seen(promise(), promise(**RUNNING), promise(**KEPT), on="2023-12-01")
    pages = [
        rendered("pages/toezeggingen.html", promises_page(site)),
        *(
            rendered("pages/record.html", record_page(site, site.get(item.ref)))
            for item in site.records()
            if item.id == "bank"
        ),
    ]
    for text in pages:
        assert re.search(r"\d+\s(dag|dagen)\b", words(text)) is None
        assert "december 2023" not in words(text)


def test_the_page_of_a_promise_says_since_when() -> None:
    """Late stands beside the last step, not in its place; it hangs under the questions in the menu."""
    site = seen(promise())
    view = record_page(site, site.get(promise().ref))
    said = words(rendered("pages/record.html", view))

    assert "te laat: termijn verstreken op 30 juni 2023" in said
    assert "in uitvoering" in said
    assert ["Vragen", "Toezeggingen"] == [crumb.text for crumb in view.head.crumbs[1:3]]
    assert "vragen/index.html" == view.head.section


def test_a_question_and_its_promises_know_each_other() -> None:
    """The page of a question names what was promised at it, with how that stands; the list what is late."""
    asked = question(id="banken", titel="Banken", bijlage=None)
    made = seen(promise(vraag="banken"))
    site = made.having(type(asked), (asked,))
    page = words(rendered("pages/vraag.html", question_page(site, "banken")))
    listed = words(rendered("pages/lijst.html", questions_page(site)))

    assert "Wat bij deze vraag toegezegd is." in page
    assert "te laat: termijn verstreken op 30 juni 2023" in page
    assert "Termijn: juni 2023." in page
    assert "te laat: termijn verstreken op 30 juni 2023" in listed


def test_the_feed_tells_what_happened() -> None:
    """Newest first: that it is late, then that it was said."""
    site = seen(promise())
    made = dict(feeds(site))["feeds/toezeggingen.xml"]()

    assert ["Te laat: termijn verstreken op 30 juni 2023.", "Toegezegd. De minister zegt een bank toe."] == [
        entry.text.replace("\u00a0", " ") for entry in made.entries
    ]


def test_becoming_late_makes_the_pages_anew() -> None:
    """The hashes of the page, of the list and of its question are others; on a later day they are the same."""
    before, late, later = (Inputs(seen(promise(), on=day)) for day in ("2023-06-30", "2023-07-01", "2025-01-01"))

    assert before.everything != late.everything
    assert late.everything == later.everything
    assert before.page(promise().ref) != late.page(promise().ref)
    assert late.page(promise().ref) == later.page(promise().ref)
