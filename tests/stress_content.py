"""Content that is as large and as odd as authors can make it: 400 records, made the same way every time.

In: a folder. Out: the content of an agency that does not exist, as YAML files. Texts are long, short, odd, from right
to left, and hostile by turns; every relation that records can have occurs, and so does every way in which it can be
absent. Everything passes `validate`: what a page does with it is the question.
"""

import json
from itertools import cycle, islice
from pathlib import Path

INITIATIVES = 150
ADJUSTMENTS = 200
MEASUREMENTS = 20
DECISIONS = 6
COMPLAINTS = 4
SOURCES = 14
PAGES = 4
QUESTIONS = 2
RECORDS = INITIATIVES + ADJUSTMENTS + MEASUREMENTS + DECISIONS + COMPLAINTS + SOURCES + PAGES + QUESTIONS

LONG_WORD = "Meervoudigepersoonlijkheidsstoornisbehandelcentrumoverlegplatformvergaderverslag"
HOSTILE = (
    "<script>window.ran('script')</script>",
    "<img src=x onerror=window.ran('img')>",
    "\"><svg onload=window.ran('svg')>",
    "'-window.ran('quote')-'",
    "[klik](javascript:window.ran('link'))",
    "[klik](JaVaScRiPt&#58;window.ran('entity'))",
    "![plaatje](x \"onerror=window.ran('title')\")",
    "<a href=\"data:text/html,<script>parent.ran('data')</script>\">data</a>",
    "{{ 7 * 7 }} {% for x in y %} ${window.ran('template')}",
    "</title></textarea></style></script><script>window.ran('close')</script>",
    "<iframe srcdoc=\"<script>parent.ran('srcdoc')</script>\"></iframe>",
    "<details open ontoggle=window.ran('toggle')>",
    "]]></script><!--><script>window.ran('comment')//-->",
    "<math><mtext></table><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=window.ran('mutation')&gt;\">",
    "<form><input autofocus onfocus=window.ran('focus')>",
)
"""What would run a script if a page let it through: each calls `ran`, which the tests define and count."""

TITLES = (
    "Gesprek",
    "مجلس الأحياء المحلية 2024",
    f"{LONG_WORD} over de samenwerking tussen de gemeenten",
    "Wijkraad «Zuid» — 50 % méér ’s avonds, in ’t stadhuis & op straat",
    "שיחה עם התושבים (Wijk 3)",
    "Dé vraag: wat kan beter? " * 5,
    "👩‍👩‍👧‍👦 Gezinnen aan het woord",
    "Z̸a̷l̶g̵o e\u0301e\u0301n ﬁets \u200bmet\u00adzachte\u00adstreepjes",
    "=SOM(A1:A9) + 3",
    "Ĳsland, Łódź, Ångström, Đorđe en Œuvre",
)
SENTENCES = (
    "De dienst vroeg wat beter kan.",
    "Kort.",
    "وطلبت الخدمة ما يمكن أن يكون أفضل. De rest staat in het Nederlands, met 12 punten (a), [b] en {c}.",
    f"Een woord zonder einde: {LONG_WORD.lower() * 2}.",
    "Met een adres: https://voorbeeld.example/" + "pad/" * 30 + "einde?a=1&b=2#c.",
    "Ongeveer 66 procent was “tevreden of heel tevreden” over de termijn, de houding en het verstaanbaar schrijven. "
    * 2,
    "ההצעה: לפתוח דלפק שני.",
)
STORY = """
## Een kop

Eerste alinea met **nadruk**, een voetnoot[^a] en een [link](begrip:leemte).

- punt een
- punt twee met `code`
    - dieper

| Kolom | Nog een |
|---|---:|
| {cell} | 12 |

[^a]: De voetnoot.
"""


def write(folder: Path) -> None:
    """Write the content into a folder that is new or empty."""
    files = {**_around(), **_lists(), **_initiatives(), **_adjustments(), **_measurements(), **_rest(), **_questions()}
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # JSON is YAML, and every scalar of it is quoted: nothing in these texts is taken for a sign of YAML.
        path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _pick(number: int, *texts: str) -> str:
    return texts[number % len(texts)]


def _title(number: int) -> str:
    """Titles by turns plain and odd, every third with a payload; all different."""
    base = TITLES[number % len(TITLES)].strip()
    hostile = f" {HOSTILE[number // 3 % len(HOSTILE)]}" if number % 3 == 0 else ""
    return f"{base[: 180 - len(hostile)]}{hostile} {number}"


def _sentence(number: int, *, most: int = 320) -> str:
    hostile = f" {HOSTILE[number % len(HOSTILE)]}" if number % 2 else ""
    return f"{SENTENCES[number % len(SENTENCES)][: most - len(hostile)].strip()}{hostile}"


def _cited(number: int) -> list[dict[str, str]]:
    return [{"bron": f"bron-{number % SOURCES}", "plaats": f"alinea {number}", "citaat": _sentence(number)}]


def _absent(number: int) -> dict[str, object]:
    states = ("niet_vermeld", "gepland", "kwalitatief", "niet_van_toepassing", "cijfer_niet_vermeld")
    return {"toestand": states[number % len(states)], "reden": _sentence(number, most=200)}


def _some(name: str, number: int, *, most: int) -> list[str]:
    return [f"{name}-{(number + step) % 12}" for step in range(number % (most + 1))] or [f"{name}-0"]


def _around() -> dict[str, object]:
    text = "Aan deze pagina’s kunt u geen rechten ontlenen. " + HOSTILE[0]
    return {
        "organisatie.yaml": {
            "naam": f"Agentschap <b>Proef</b> {HOSTILE[2]}",
            "naam_met_lidwoord": "het Agentschap Proef",
            "afkorting": "AP",
            "overheid": "Proefland",
            "contact": {"naam": "Dienst Proef", "email": "proef@voorbeeld.example"},
            "licentie": {"naam": "Vrij gebruik", "url": "https://voorbeeld.example/licentie"},
            "disclaimer": text,
            "toegankelijkheid": {
                "naleving": "gedeeltelijk",
                "niet_toegankelijk": text,
                "waarom": text,
                "alternatieven": text,
                "feedback": text,
                "handhaving": text,
                "opgesteld_op": "2026-11-23",
                "methode": text,
            },
            "site": {"naam": "Weerklank", "slogan": _title(1), "inleiding": _sentence(1), "reikwijdte": _sentence(3)},
        }
    }


def _lists() -> dict[str, object]:
    def terms(name: str) -> dict[str, object]:
        found = [{"id": f"{name}-{n}", "naam": _title(n + 20), "omschrijving": _sentence(n)} for n in range(12)]
        return {"titel": name.capitalize(), "termen": found}

    names = {"beleidsvelden": "veld", "belanghebbenden": "groep", "vormen": "vorm", "rollen": "rol"}
    lists = {f"lijsten/{file}.yaml": terms(name) for file, name in names.items()}
    words = terms("begrip")
    words["termen"] = [{"id": "leemte", "naam": "Leemte", "omschrijving": "Wat er niet staat."}]
    return {**lists, "lijsten/begrippen.yaml": words}


def _initiatives() -> dict[str, object]:
    found: dict[str, object] = {}
    for n in range(INITIATIVES):
        signals = [{"id": f"s{k}", "tekst": _sentence(n + k), "van": f"groep-{k % 12}"} for k in range(n % 4)]
        found[f"initiatieven/initiatief-{n}.yaml"] = {
            "titel": _title(n),
            "samenvatting": _sentence(n),
            "niveau": _pick(n, "strategisch", "operationeel", "intern"),
            "vormen": _some("vorm", n, most=3) if n % 5 else _absent(n),
            "status": _pick(n, "gepland", "lopend", "afgerond") if n % 7 else _absent(n),
            "periode": {"van": str(1990 + n % 35), "tot": str(1995 + n % 35)} if n % 4 else _absent(n),
            "beleidsvelden": _pick(n, "alle") if n % 11 == 0 else _some("veld", n, most=4),
            "rollen": _some("rol", n, most=2),
            "belanghebbenden": [{"wie": who, "rol": _sentence(n, most=90)} for who in _some("groep", n, most=5)],
            "deelnemers": [{"wie": "bewoners", "aantal": {"waarde": str(n * 1234), "precisie": "ongeveer"}}],
            "gevraagd": _sentence(n + 1) if n % 3 else _absent(n),
            "gehoord": STORY.format(cell=_sentence(n)) if n % 6 == 0 else _absent(n + 1),
            "signalen": signals or _absent(n),
            "leemten": [_sentence(n + 2)],
            "bronnen": _cited(n),
            "tekst": STORY.format(cell=_sentence(n + 3)) if n % 10 == 0 else _sentence(n + 3),
            "wijzigingen": [{"datum": "2025-03-01", "tekst": _sentence(n)}] if n % 9 == 0 else [],
        }
    return found


def _adjustments() -> dict[str, object]:
    found: dict[str, object] = {}
    states = ("overwogen", "gepland", "in_uitvoering", "uitgevoerd", "deels_uitgevoerd", "doorlopend", "stopgezet")
    kinds = ("toelichting", "werkwijze", "uitwisseling", "product", "beleid", "communicatie", "opleiding")
    for n in range(ADJUSTMENTS):
        causes: list[dict[str, object]] = [_cause(n)]
        causes += [_cause(n + 7)] if n % 5 == 0 else []
        causes += [{"initiatief": _absent(n), "sterkte": "niet_vermeld"}] if n % 8 == 0 else []
        found[f"bijsturingen/bijsturing-{n}.yaml"] = {
            "titel": _title(n + 5),
            "samenvatting": _sentence(n + 1),
            "soort": _pick(n, *kinds),
            "aanleiding": causes,
            **({"onderdeel_van": f"bijsturing-{n - 1}"} if n % 6 == 1 else {}),
            "verloop": [
                {"status": "gepland", "datum": "2019-05", "toelichting": _sentence(n)},
                {
                    "status": _pick(n, *states),
                    "bewijs": [{"titel": _title(n), "url": "https://voorbeeld.example/stuk"}],
                },
            ],
            "reden": _sentence(n),
            "toetsbaar": "ja" if n % 2 else {"deels": _sentence(n)},
            "kosten": {"waarde": "1234567,80", "eenheid": "euro"} if n % 3 == 0 else _absent(n),
            "effect": _sentence(n) if n % 4 else _absent(n),
            "doelgroepen": _some("groep", n, most=3),
            "bronnen": _cited(n),
        }
    return found


def _cause(number: int) -> dict[str, object]:
    initiative = number % INITIATIVES
    signal = f"s{number % (initiative % 4)}" if initiative % 4 and number % 3 else _absent(number)
    strength = _pick(number, "rechtstreeks", "mee_bepalend", "niet_vermeld")
    return {
        "initiatief": f"initiatief-{initiative}",
        "signaal": signal,
        "sterkte": strength,
        "toelichting": _sentence(number, most=120),
    }


def _measurements() -> dict[str, object]:
    return {
        f"metingen/meting-{n}.yaml": {
            "titel": _title(n),
            "samenvatting": _sentence(n),
            "initiatief": f"initiatief-{n}",
            "onderwerp": _sentence(n, most=80),
            "periode": {"van": str(2001 + n), "tot": str(2001 + n)},
            "resultaten": [
                {
                    "id": f"r{k}",
                    "onderwerp": f"{SENTENCES[(n + k) % len(SENTENCES)][:60].strip()} {k}",
                    "waarde": {"waarde": str(10 + 20 * k), "eenheid": "procent"} if k < 4 else _absent(n),
                    "antwoord": "tevreden of heel tevreden",
                    "groep": _pick(k, "bewoners", "besturen"),
                }
                for k in range(5)
            ],
            "bronnen": _cited(n),
        }
        for n in range(MEASUREMENTS)
    }


def _rest() -> dict[str, object]:
    found: dict[str, object] = {}
    for n in range(DECISIONS):
        found[f"beslissingen/beslissing-{n}.yaml"] = {
            "titel": _title(n), "samenvatting": _sentence(n), "motivering": _sentence(n + 1), "bronnen": _cited(n),
        }  # fmt: skip
    for n in range(COMPLAINTS):
        found[f"klachten/{2019 + n}.yaml"] = {
            "titel": f"Klachten {2019 + n}", "jaar": str(2019 + n), "totaal": str(40 + n), "bronnen": _cited(n),
            "tekst": _sentence(n),
        }  # fmt: skip
    for n in range(SOURCES):
        found[f"bronnen/bron-{n}.yaml"] = {
            "titel": _title(n), "soort": "rapport", "url": "https://voorbeeld.example/rapport",
            "opmerking": _sentence(n), "taal": _pick(n, "nl", "fr", "ar"),
        }  # fmt: skip
    for n in range(PAGES):
        found[f"paginas/pagina-{n}.yaml"] = {"titel": _title(n), "tekst": STORY.format(cell=_sentence(n))}
    return found


def _questions() -> dict[str, object]:
    coverages = cycle(("volledig", "deels", "onrechtstreeks", "cijfer_niet_vermeld", "niet_vermeld"))
    return {
        f"vragen/vraag-{n}.yaml": {
            "titel": _title(n),
            "onderwerp": _sentence(n, most=100),
            "inleiding": _sentence(n),
            "deelvragen": [
                {
                    "nr": k + 1,
                    "tekst": _sentence(k),
                    "delen": [
                        {
                            "letter": letter,
                            "vraag": _sentence(k, most=120),
                            "dekking": coverage,
                            "antwoord": _sentence(k),
                            "steunt_op": [f"initiatief:initiatief-{k}"],
                        }
                        for letter, coverage in zip("abc", islice(coverages, 3), strict=True)
                    ],
                }
                for k in range(8)
            ],
            "tekst": _sentence(n),
        }
        for n in range(QUESTIONS)
    }
