"""The commands and their options, as they are typed and as help explains them.

In: nothing. Out: `VERBS` and `OPTIONS`, the only lists of them, and the text of `--help`, of all or of one command.
"""

import textwrap
from dataclasses import dataclass

FORMATS = ("text", "json", "github")
NORMS = ("ua1", "ua2")
_WIDTH, _INDENT = 104, 26
_FEW = 2
"""An option of no more commands than this says which they are."""


@dataclass(frozen=True)
class Option:
    """An option: its name in a request, its flags, what follows it ("" for nothing), and a sentence."""

    name: str
    flags: tuple[str, ...]
    value: str
    help: str
    is_path: bool = False


@dataclass(frozen=True)
class Verb:
    """A command: what it is called, what follows it, what it does in a line and in sentences, and its options."""

    name: str
    words: str
    summary: str
    about: str
    options: tuple[str, ...] = ()
    example: str = ""


OPTIONS = (
    Option("content", ("--content",), "MAP", "De map met de records. Zonder deze optie: content.", is_path=True),
    Option(
        "output",
        ("--output",),
        "MAP",
        "De map waarin alles komt; bij pak, de map van de site. Zonder deze optie: site, en voor een bijlage "
        "bijlagen/VRAAG.",
        is_path=True,
    ),
    Option(
        "date",
        ("--date",),
        "JJJJ-MM-DD",
        "De dag die beslist wat al openbaar is en hoe een bevroren of ingetrokken versie gedateerd wordt. Zonder deze "
        "optie: vandaag.",
    ),
    Option("format", ("--format",), "VORM", "Hoe meldingen getoond worden: text (gewoon), json of github."),
    Option("no_cache", ("--no-cache",), "", "Maakt alles opnieuw, zonder wat van vorige keren bewaard is."),
    Option("word", ("--word",), "", "Maakt er ook een Word-document bij."),
    Option(
        "definitief",
        ("--definitief",),
        "",
        "Bevriest de bijlage: ze komt bij de vraag, in content/vragen/VRAAG/, en verandert niet meer.",
    ),
    Option(
        "toch",
        ("--toch",),
        "REDEN",
        "Bevriest hoewel er iets open staat of niet klopt; alleen met --definitief. De reden is openbaar.",
    ),
    Option(
        "zegel",
        ("--zegel",),
        "SLEUTEL",
        "Verzegelt de pdf met de sleutel en het certificaat in dit p12-bestand; alleen met --definitief. Het "
        "wachtwoord wordt gevraagd, of staat in de omgeving in WEERKLANK_ZEGEL.",
        is_path=True,
    ),
    Option(
        "norm",
        ("--norm",),
        "NORM",
        "De norm van de pdf: ua1 (gewoon: PDF/UA-1 en PDF/A-3a) of ua2 (PDF/UA-2 en PDF/A-4f).",
    ),
    Option("reden", ("--reden",), "REDEN", "Waarom de versie ingetrokken wordt. De reden is openbaar."),
    Option("proef", ("--proef",), "", "Toont wat er zou veranderen, en verandert niets."),
    Option("verbose", ("-v", "--verbose"), "", "Toont ook opmerkingen, en welke bestanden wijzigden."),
)

_PLACES = ("content", "output", "date")
_SHOWN = ("format", "verbose")

VERBS = (
    Verb(
        "build",
        "",
        "maakt de site en de bijlagen (ook zonder opdracht)",
        "Kijkt de inhoud na, maakt de site met alle bijlagen en zet ze in één keer op haar plaats. Is er een fout, dan "
        "wordt er niets gepubliceerd en blijft staan wat er stond.",
        (*_PLACES, "no_cache", *_SHOWN),
        "build --output /tmp/site --date 2026-03-02",
    ),
    Verb(
        "check",
        "",
        "kijkt de inhoud na en maakt niets",
        "Kijkt de inhoud na en noemt elke fout en elke waarschuwing op haar eigen regel. Er wordt niets gemaakt.",
        (*_PLACES, *_SHOWN),
        "check -v",
    ),
    Verb(
        "annex",
        "VRAAG",
        "maakt de bijlage van één vraag, ook als ze nog niet openbaar is",
        "Maakt de bijlage van één vraag in de map bijlagen/VRAAG, ook als de vraag nog niet openbaar is. Met "
        "--definitief wordt ze bevroren. Is er sinds de laatste versie niets veranderd, dan noemt het die versie. "
        "VRAAG is de id van de vraag: de naam van haar bestand zonder .md of .yaml.",
        (*_PLACES, "no_cache", "word", "definitief", "toch", "zegel", "norm", *_SHOWN),
        "annex mijn-vraag --definitief",
    ),
    Verb(
        "dekking",
        "VRAAG",
        "maakt het interne dekkingsrapport van één vraag, in intern/VRAAG",
        "Maakt het dekkingsrapport van één vraag in de map intern/VRAAG: hoe ver het antwoord gaat, en wat er nog kan "
        "bijkomen voor het vertrekt. Het komt nooit op de site. VRAAG is de id van de vraag.",
        ("content", "date", "no_cache", "word", *_SHOWN),
        "dekking mijn-vraag --word",
    ),
    Verb(
        "pak",
        "",
        "maakt één zip-bestand van de gebouwde site, voor een webteam",
        "Maakt in de map pak één zip-bestand van de site zoals ze gebouwd is, met haar manifest en een LEESMIJ.txt "
        "voor wie ze op een server zet. Dezelfde site geeft altijd hetzelfde bestand. Is een bestand van de site "
        "veranderd sinds de bouw, dan komt er geen pak.",
        ("output", "format"),
        "pak --output /tmp/site",
    ),
    Verb(
        "verify",
        "BESTAND",
        "zegt of een bestand een bevroren bijlage is, en door wie ze verzegeld is",
        "Zegt of een bestand, teken voor teken, een bevroren bijlage is, welke versie, of ze ingetrokken is, en door "
        "wie ze verzegeld is. Van een manifest.json worden ook de bestanden ernaast nagekeken.",
        ("content",),
        "verify bijlage.pdf",
    ),
    Verb(
        "intrekken",
        "VERSIE",
        "trekt een bevroren bijlage in (VRAAG/DAG), met de reden (--reden)",
        "Trekt een bijlage in die bij vergissing bevroren is. De dag en de reden komen in content/bevroren.yaml en op "
        "de pagina van de vraag, en verify zegt ze; de bestanden van die versie gaan van de site. VERSIE is de vraag "
        "en de naam van de versie.",
        ("content", "date", "reden"),
        'intrekken mijn-vraag/2026-11-23 --reden "het nummer was fout"',
    ),
    Verb(
        "anchor",
        "",
        "schrijft bevroren bijlagen die er nog niet in staan, in bevroren.yaml",
        "Schrijft bevroren bijlagen die er nog niet in staan, in content/bevroren.yaml, met de controlegetallen van "
        "hun pdf en manifest. Bevriezen doet dat vanzelf.",
        ("content",),
        "anchor",
    ),
    Verb(
        "init",
        "MAP",
        "maakt een nieuwe map met een klein voorbeeld van elke soort record",
        "Maakt een nieuwe map met een klein voorbeeld van elke soort record, van een dienst die niet bestaat. MAP is "
        "de naam van die map; ze mag er nog niet zijn.",
        (),
        "init mijn-map",
    ),
    Verb(
        "migrate",
        "[MAP]",
        "zet inhoud van een ouder schema om (--proef: toont het alleen)",
        "Zet inhoud van een ouder schema om naar dat van nu; uw commentaar, volgorde en opmaak blijven. Zonder MAP is "
        "het de map content.",
        ("content", "proef"),
        "migrate --proef",
    ),
    Verb(
        "explain",
        "[CODE]",
        "legt een melding uit, of noemt ze allemaal",
        "Legt uit wat een melding betekent en wat u eraan doet. Zonder CODE noemt het alle meldingen.",
        (),
        "explain R030",
    ),
    Verb(
        "doctor",
        "",
        "toont wat deze computer heeft om te bouwen, en haalt Pango op als het ontbreekt",
        "Toont wat deze computer heeft om te bouwen en om na te kijken, en haalt Pango op als het ontbreekt.",
        (),
        "doctor",
    ),
    Verb(
        "clean",
        "",
        "verwijdert de cache en resten van een afgebroken bouw",
        "Verwijdert de cache en wat een afgebroken bouw achterliet. De site en de bijlagen blijven.",
        ("output",),
        "clean",
    ),
    Verb(
        "test",
        "[…]",
        "kijkt het programma zelf na (--snel: in het kort); wat volgt, gaat naar pytest",
        "Kijkt het programma zelf na. Met --snel blijft weg wat een browser start of een site bouwt. Wat erop volgt, "
        "gaat naar pytest: de naam van een testmodule, bijvoorbeeld.",
        (),
        "test --snel",
    ),
    Verb(
        "docs",
        "",
        "vernieuwt de naslag in docs/ die uit het programma komt",
        "Vernieuwt de naslag in docs/ die uit het programma komt: de velden, de meldingen en de schema’s.",
        (),
        "docs",
    ),
)

_ALWAYS = (("-h, --help", "Toont deze tekst; na een opdracht toont het alleen wat daarbij hoort."),)
_ALONE = (("--version", "Toont de versie van het programma."),)
_ENDING = "Afloop: 0 in orde, 1 er zijn fouten gevonden, 2 verkeerd gebruikt, 3 een fout van het programma zelf."


def help_text(asked: str = "") -> str:
    """What `--help` prints: of the command that is asked for, or of all where that is no command."""
    verb = next((verb for verb in VERBS if verb.name == asked), None)
    return _whole() if verb is None else _help_of(verb)


def _whole() -> str:
    verbs = "\n".join(f"  {f'{verb.name} {verb.words}':<19}{verb.summary}" for verb in VERBS)
    rows = [(_typed(option), _of_verbs(option)) for option in OPTIONS]
    return f"""Gebruik: python3 build.py [opdracht] [opties]

Maakt van de records in content/ een site in site/, met de bijlagen bij antwoorden op parlementaire vragen.

Opdrachten:
{verbs}

Meer over één opdracht: python3 build.py annex --help

Opties:
{_listed((*rows, *_ALWAYS, *_ALONE))}

{_ENDING}
"""


def _help_of(verb: Verb) -> str:
    rows = [(_typed(option), option.help) for option in OPTIONS if option.name in verb.options]
    usage = " ".join(filter(None, (verb.name, verb.words, "[opties]" if rows else "")))
    return f"""Gebruik: python3 build.py {usage}

{textwrap.fill(verb.about, _WIDTH)}

Opties:
{_listed((*rows, *_ALWAYS))}

Voorbeeld: python3 build.py {verb.example}

{_ENDING}
"""


def _of_verbs(option: Option) -> str:
    """Its sentence, with the commands that it belongs to when these are few."""
    names = [verb.name for verb in VERBS if option.name in verb.options]
    return f"{option.help} Bij: {', '.join(names)}." if len(names) <= _FEW else option.help


def _typed(option: Option) -> str:
    return f"{', '.join(option.flags)} {option.value}".strip()


def _listed(rows: tuple[tuple[str, str], ...]) -> str:
    lines = []
    for flags, words in rows:
        body = textwrap.wrap(words, _WIDTH - _INDENT)
        lines += [f"  {flags:<{_INDENT - 2}}{body[0]}", *(" " * _INDENT + line for line in body[1:])]
    return "\n".join(lines)
