"""What every list is ordered by, seen in what is printed.

The content is small and odd on purpose: ids, titles, dates and the order of typing all disagree, so that a list that is
sorted by the wrong one comes out otherwise. For each list the order that a reader should find is written down here.
"""

import posixpath
import re
from pathlib import Path

import lxml.html
import pytest

from tests.corpus_samples import said_out
from tests.printed_reading import csv_rows, html_tables, page, word_body, word_text, words
from tests.printed_site import made_of
from tests.search_tools import head_of, scripts_of, texts_of
from tests.voorbeeld_site import made_once
from weerklank.kinds import FOLDERS
from weerklank.model import RECORDS
from weerklank.model.fields import fields_of

_SOURCE = [{"bron": "rapport"}]


def _initiative(title: str, **own: object) -> dict[str, object]:
    return {
        "titel": title,
        "samenvatting": f"Samenvatting van {title}.",
        "niveau": "operationeel",
        "vormen": "niet_vermeld",
        "status": "lopend",
        "periode": "niet_vermeld",
        "bronnen": _SOURCE,
        **own,
    }


def _adjustment(title: str, cause: object, **own: object) -> dict[str, object]:
    return {
        "titel": title,
        "samenvatting": f"Samenvatting van {title}.",
        "soort": "werkwijze",
        "aanleiding": [{"initiatief": cause, "sterkte": "niet_vermeld"}],
        "verloop": [{"status": "doorlopend"}],
        "bronnen": _SOURCE,
        **own,
    }


def _note(day: str, text: str) -> dict[str, str]:
    return {"datum": day, "tekst": text}


_NOTES = [_note("2020-05-01", "Nota mei."), _note("2021-01-01", "Nota januari."), _note("2020-09-01", "Nota herfst.")]
"""Corrections of one record of each kind, as they were typed."""
_CORRECTED = (
    "initiatieven/a",
    "bijsturingen/b",
    "metingen/a",
    "klachten/a",
    "beslissingen/a",
    "bronnen/rapport",
    "vragen/a",
)


def _question(title: str, **own: object) -> dict[str, object]:
    part = {"nr": "1", "tekst": "Wat is er gedaan?", "delen": [{"vraag": "gedaan"}]}
    return {"titel": title, "deelvragen": [part], **own}


def _dated(title: str, **own: object) -> dict[str, object]:
    return {"titel": title, "samenvatting": f"Samenvatting van {title}.", "bronnen": _SOURCE, **own}


def _measurement(title: str, year: str) -> dict[str, object]:
    result = {"id": "een", "onderwerp": "Onthaal", "waarde": {"waarde": "61", "eenheid": "procent"}}
    return _dated(title, initiatief="a", periode={"van": year, "tot": year}, resultaten=[result])


def _complaints(title: str, year: str) -> dict[str, object]:
    return {"titel": title, "jaar": year, "ontvangen": "12", "bronnen": _SOURCE}


_TERMS = {
    "vormen": (("y", "zang"), ("x", "arbeid")),
    "rollen": (("y", "zoeker"), ("x", "aanjager")),
    "beleidsvelden": (("y", "zorg"), ("x", "arm"), ("w", "Éénheid")),
    "belanghebbenden": (("y", "zeelui"), ("x", "artsen"), ("w", "émigrés")),
    "begrippen": (("y", "zwijgplicht"), ("x", "arbiter"), ("w", "éénloket")),
}

_TEXT = "Eerst kwam het woord vooraan.\n\nDaarna kwam het woord in het midden.\n\nTot slot kwam het woord achteraan."


def _cited(words_of: str) -> list[dict[str, str]]:
    return [{"bron": "antwoord", "citaat": words_of}]


CONTENT: dict[str, object] = {
    "organisatie.yaml": {
        "naam": "Dienst Volgorde",
        "naam_met_lidwoord": "de Dienst Volgorde",
        "afkorting": "DV",
        "contact": {"naam": "Dienst Volgorde"},
        "licentie": {"naam": "Vrij", "url": "https://voorbeeld.example/licentie"},
        "disclaimer": "Geen rechten.",
        "toegankelijkheid": {
            "naleving": "volledig",
            "niet_toegankelijk": "Niets.",
            "waarom": "Alles is nagekeken.",
            "alternatieven": "Niet nodig.",
            "feedback": "Schrijf ons.",
            "handhaving": "Bij de ombudsdienst.",
            "opgesteld_op": "2020-03-02",
            "methode": "Zelf beoordeeld.",
        },
        "site": {
            "naam": "Volgorde",
            "slogan": "Wat eerst komt",
            "inleiding": "Wat eerst komt.",
            "basisadres": "https://voorbeeld.example",
        },
    },
    **{
        f"lijsten/{name}.yaml": {
            "titel": name.capitalize(),
            "termen": [{"id": key, "naam": word, "omschrijving": f"Wat {word} is."} for key, word in terms],
        }
        for name, terms in _TERMS.items()
    },
    "bronnen/rapport.yaml": {"titel": "Melkrapport", "soort": "rapport"},
    "bronnen/antwoord.yaml": {"titel": "Zuurantwoord", "soort": "parlementair_antwoord"},
    "bronnen/antwoord.txt": _TEXT,
    "bronnen/andere.yaml": {"titel": "Appelkrant", "soort": "rapport", "extern": "ja"},
    "bronnen/ver.yaml": {"titel": "Aardnota", "soort": "rapport"},
    # Asked counts 40, heard 30 and an adjustment 35: a has all three, c and d two, d with more adjustments; the others
    # say nothing.
    "initiatieven/a.yaml": _initiative(
        "Zeta",
        gevraagd="Wat kan beter?",
        samenvatting="De rij is lang, zegt de arbiter. Het éénloket heeft zwijgplicht.",
        gehoord="De rij is lang.",
        periode={"van": "2015", "tot": "2016"},
        beleidsvelden=["y", "x"],
        belanghebbenden=["y", "w"],
        bronnen=_cited("achteraan"),
        signalen=[{"id": "z", "tekst": "Eerst gezegd."}, {"id": "a", "tekst": "Daarna gezegd."}],
    ),
    "initiatieven/b.yaml": _initiative("Beta", periode={"van": "2019"}, belanghebbenden=["y", "x"]),
    "initiatieven/c.yaml": _initiative("Alfa met vraag", gevraagd="Wat?", bronnen=_cited("vooraan")),
    "initiatieven/d.yaml": _initiative("Delta", gevraagd="Wie?", periode={"van": "2012"}, beleidsvelden=["w"]),
    "initiatieven/e.yaml": _initiative("Alfa", belanghebbenden=["y"], bronnen=_cited("in het midden")),
    "bijsturingen/a.yaml": _adjustment("Zomeruren", "c"),
    "bijsturingen/b.yaml": _adjustment(
        "Nieuw loket",
        "d",
        verloop=[{"status": "gepland", "datum": "2013"}, {"status": "uitgevoerd", "datum": "2014"}],
    ),
    "bijsturingen/c.yaml": _adjustment("Avonduren", "d", verloop=[{"status": "gepland", "datum": "2020"}]),
    "bijsturingen/d.yaml": _adjustment("Punt met delen", "a"),
    "bijsturingen/e.yaml": _adjustment("Zitbank", "a", onderdeel_van="d"),
    "bijsturingen/f.yaml": _adjustment("Afdak", "a", onderdeel_van="d"),
    "metingen/a.yaml": _measurement("Meting oud", "2011"),
    "metingen/b.yaml": _measurement("Meting nieuw", "2021"),
    "metingen/c.yaml": _measurement("Meting midden", "2016"),
    "klachten/a.yaml": _complaints("Klachten midden", "2016"),
    "klachten/b.yaml": _complaints("Klachten nieuw", "2021"),
    "klachten/c.yaml": _complaints("Klachten oud", "2011"),
    "beslissingen/a.yaml": _dated("Zet door", datum="2017"),
    "beslissingen/b.yaml": _dated("Begin", datum="2011"),
    "beslissingen/c.yaml": _dated("Aarzel", datum="2014"),
    "vragen/a.yaml": _question("Aap", datum_gesteld="2014-02-01"),
    "vragen/b.yaml": _question("Zebra"),
    "vragen/c.yaml": _question("Kat", datum_gesteld="2019-02-01"),
    "vragen/d.yaml": _question(
        "Das",
        datum_gesteld="2014-03-01",
        bijlage={
            "titel": "Bijlage",
            "onderdelen": [
                {"soort": "bronnen", "titel": "Zo staat het er"},
                {"soort": "initiatieven", "weergave": "fiches", "titel": "Alles wat gebeurde"},
                {"soort": "begrippen", "titel": "Moeilijke woorden"},
                {"soort": "bijsturingen", "titel": "Bijgestuurd"},
            ],
        },
    ),
    "paginas/over.yaml": {"titel": "Over", "tekst": "Over ons."},
}
for _name in _CORRECTED:
    CONTENT[f"{_name}.yaml"] |= {"wijzigingen": _NOTES}  # type: ignore[operator]


def _make(folder: Path) -> None:
    made_of(_said(), folder)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of this content."""
    return made_once(tmp_path_factory, "volgorde", _make) / "site"


def _main(site: Path, address: str) -> lxml.html.HtmlElement:
    found = page((site / address).read_bytes()).find(".//main")
    assert found is not None
    return found


def _records(site: Path, address: str, folder: str) -> str:
    """The ids of the records of a folder in the order in which a page first links to them."""
    here = posixpath.dirname(address)
    targets = [posixpath.join(here, str(link.get("href"))) for link in _main(site, address).iter("a")]
    found = [re.fullmatch(rf"{folder}/(\w+)\.html(?:#.*)?", posixpath.normpath(target)) for target in targets]
    return " ".join(dict.fromkeys(match[1] for match in found if match and match[1] != "index"))


LISTS = {
    "initiatieven": "a d c e b",  # most said, then most adjustments, then by title
    "bijsturingen": "a c b f e",  # by initiative (Alfa met vraag, Delta, Zeta), then by title; a point by its parts
    "metingen": "b c a",  # newest first
    "klachten": "b a c",  # newest first
    "beslissingen": "a c b",  # newest first
    "vragen": "c d a b",  # newest first, without a date last
    "bronnen": "antwoord ver rapport andere",  # with a text first, then by title; what is no part of the answer last
}


@pytest.mark.parametrize("folder", LISTS)
def test_lists_of_records(folder: str, site: Path) -> None:
    """The list page of each kind."""
    assert LISTS[folder] == _records(site, f"{folder}/index.html", folder)


def _texts(site: Path, address: str, path: str) -> list[str]:
    return [words(node) for node in _main(site, address).xpath(path)]


def _said() -> dict[str, object]:
    """The content, in which what a record leaves out is called not stated: that is what pages and gaps print."""
    kinds = {name: FOLDERS.get(name.partition("/")[0], "") for name in CONTENT}
    return {
        name: said_out(fields_of(RECORDS[kinds[name]]), data)
        if isinstance(data, dict) and kinds[name] in RECORDS
        else data
        for name, data in CONTENT.items()
    }


def _column(site: Path, address: str, caption: str) -> list[str]:
    """The first cell of each row of a table, by the beginning of its caption."""
    tables = [table for table in html_tables(address, page((site / address).read_bytes())) if table.heads]
    found = next(table for table in tables if table.caption.startswith(caption))
    return [row[0] for row in found.rows]


@pytest.mark.parametrize("name", _CORRECTED)
def test_corrections_of_a_record_stand_newest_first(name: str, site: Path) -> None:
    """On the page of a record of each kind."""
    text = words(_main(site, f"{name}.html"))

    assert text.index("Nota januari.") < text.index("Nota herfst.") < text.index("Nota mei.")


def test_all_corrections_stand_newest_first(site: Path) -> None:
    """On the page of all changes, and in the feed."""
    feed = lxml.html.fromstring((site / "feeds/alles.xml").read_bytes())
    days = ["1 januari 2021", "1 september 2020", "1 mei 2020"]

    assert days == list(dict.fromkeys(_texts(site, "wijzigingen.html", ".//time")))
    assert ["2021-01-01", "2020-09-01", "2020-05-01"] == list(
        dict.fromkeys(str(entry.findtext("updated"))[:10] for entry in feed.iter("entry"))
    )


def test_words_stand_in_the_order_of_the_alphabet(site: Path) -> None:
    """In the glossary and wherever a list can be narrowed: accents and capitals do not count."""
    glossary = _texts(site, "begrippen.html", ".//dt")
    facets = " ".join(_texts(site, "initiatieven/index.html", ".//*[contains(@class, 'facet')]"))

    for words_of in ("arbiter éénloket zwijgplicht", "arm Éénheid zorg", "artsen émigrés zeelui", "aanjager zoeker"):
        assert words_of.split() == [word for word in glossary if word in words_of.split()]
        if "arbiter" not in words_of:
            places = [facets.index(f"{word} ") for word in words_of.split()]
            assert sorted(places) == places


def test_what_can_be_narrowed_to(site: Path) -> None:
    """Years stand newest first, and what keeps nothing stands last."""
    facets = " ".join(_texts(site, "initiatieven/index.html", ".//*[contains(@class, 'facet')]"))
    wanted = ["2019 1", "2016 1", "2015 1", "2012 1", "Stand van zaken lopend 5", "gepland 0", "afgerond 0"]
    places = [facets.index(words_of) for words_of in wanted]

    assert sorted(places) == places


def test_initiatives_stand_alike_everywhere(site: Path) -> None:
    """On the home page, in the threads and in the data they stand as in their list: most said first."""
    in_time = _column(site, "initiatieven/index.html", "Wanneer elk initiatief plaatsvond")
    data = csv_rows("csv", (site / "data/initiatieven.csv").read_bytes())

    poster = page((site / "index.html").read_bytes()).xpath("//table[@class='poster']//th/a/@href")
    assert [f"initiatieven/{name}.html" for name in LISTS["initiatieven"].split()] == poster[: len(in_time)]
    assert LISTS["initiatieven"] == _records(site, "wat-leidde-tot-wat.html", "initiatieven")
    assert LISTS["initiatieven"].split() == [row[0] for row in data.rows]
    # By the first year; without a year last, as in the list.
    assert ["Delta", "Zeta", "Beta", "Alfa met vraag", "Alfa"] == in_time


def test_adjustments_of_an_initiative(site: Path) -> None:
    """By title, in the threads below what was said and on the page of the initiative.

    Complaints come last in the threads; on its page an initiative has what is done before what is planned.
    """
    silent = "geen bijsturing opgetekend"
    threads = [
        re.sub(f"{silent}.*", silent, text)
        for text in _column(site, "wat-leidde-tot-wat.html", "Wat er gezegd werd, wat er gebeurde")
    ]

    told = [silent, silent, "Afdak", "Zitbank", "Avonduren", "Nieuw loket", "Zomeruren", silent, silent]
    assert [*told, *(silent for name in CONTENT if name.startswith("klachten/"))] == threads
    assert "b c" == _records(site, "initiatieven/d.html", "bijsturingen")
    assert "d f e" == _records(site, "initiatieven/a.html", "bijsturingen")
    assert "f e" == _records(site, "bijsturingen/d.html", "bijsturingen")


def test_measurements_of_an_initiative(site: Path) -> None:
    """Newest first, as in their list."""
    assert LISTS["metingen"] == _records(site, "initiatieven/a.html", "metingen")


def test_steps_and_signals_stand_as_they_were_written(site: Path) -> None:
    """The course of an adjustment and the signals of an initiative have the order of the author."""
    course = words(_main(site, "bijsturingen/b.html"))
    signals = words(_main(site, "initiatieven/a.html"))

    assert course.index("2013") < course.index("2014")
    assert signals.index("Eerst gezegd.") < signals.index("Daarna gezegd.")


def test_who_was_heard(site: Path) -> None:
    """Whoever is named most comes first, then by name."""
    assert ["zeelui", "artsen", "émigrés"] == _column(site, "wie-wordt-genoemd.html", "In hoeveel initiatieven de bron")


def test_years_of_complaints(site: Path) -> None:
    """Newest first in the table and in the threads; in the drawing time runs from left to right."""
    drawn, table = html_tables("", page((site / "klachten/index.html").read_bytes()))
    threads = next(
        found
        for found in html_tables("", page((site / "wat-leidde-tot-wat.html").read_bytes()))
        if found.caption.startswith("Wat er gezegd werd, wat er gebeurde")
    )

    assert ("Gegeven", "2021", "2016", "2011") == table.heads
    assert [str(year) for year in range(2011, 2022)] == [row[0] for row in drawn.rows]
    assert ["Klachten nieuw", "Klachten midden", "Klachten oud"] == [row[2] for row in threads.rows[-3:]]


def test_gaps(site: Path) -> None:
    """Within a state: by kind, then what is missing most often, then by the words for it."""
    missing = _column(site, "wat-de-bron-niet-zegt.html", "Niet vermeld")
    of_initiatives = [text for text in missing if text in ("Het aantal deelnemers", "Wat gevraagd werd", "Wanneer")]

    assert ["Het aantal deelnemers", "Wanneer", "Wat gevraagd werd"] == of_initiatives
    assert missing.index("Wat gevraagd werd") < missing.index("De kosten") < missing.index("De steekproef")


def test_the_annex(site: Path) -> None:
    """Parts stand as they were asked for, words and documents by alphabet."""
    address = "vragen/d/bijlage.html"
    parts = ["Zo staat het er", "Alles wat gebeurde", "Moeilijke woorden", "Bijgestuurd"]
    document = word_text(word_body((site / "vragen/d/bijlage.docx").read_bytes()))

    assert parts == [text for text in _texts(site, address, ".//section/h2") if text in parts]
    assert sorted(parts, key=document.rindex) == parts
    documents = _texts(site, address, ".//ul[@class='documents']/li")
    assert sorted(documents, key=str.casefold) == documents
    assert any(text.startswith("Melkrapport") for text in documents)
    assert ["arbiter", "éénloket", "zwijgplicht"] == _column(site, address, "Namen, afkortingen en woorden")


def test_search(site: Path) -> None:
    """What is found stands by kind, in the order of the menu, and then by title; the list by letter by title alone."""
    scripts = scripts_of(site)
    found = texts_of(scripts)
    starts = head_of(scripts)["grens"]
    titles = [title for address, title, _ in found if address.startswith("initiatieven/") and "/per/" not in address]
    letters = _texts(site, "zoeken.html", ".//li/a")
    some = ["aanjager", "Aap", "Aardnota", "arbeid", "Éénheid", "éénloket", "émigrés", "Zebra", "zeelui", "Zeta"]

    assert sorted(starts) == starts
    assert ["initiatieven"] == sorted({path.partition("/")[0] for path, *_ in found[: starts[1]]})
    assert ["Alfa", "Alfa met vraag", "Beta", "Delta", "Zeta"] == titles[:5]
    assert some == [title for title in letters if title in some]
