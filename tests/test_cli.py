"""The command line: Dutch, predictable, and never a traceback for what is not our bug."""

import io
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from weerklank import __version__, cli
from weerklank.build.pipeline import Outcome, StageTime
from weerklank.build.publish import Published
from weerklank.cli import main
from weerklank.cli.arguments import WrongUseError, parse
from weerklank.cli.shown import summary, wants_colour
from weerklank.cli.verbs import OPTIONS, VERBS, Verb, help_text
from weerklank.messages import MESSAGES
from weerklank.project import Project

ROOT = Path(__file__).resolve().parent.parent
ENGLISH = re.compile(
    r"\b(usage|options?:|arguments?|error|show this|positional|optional|invalid|default)\b", re.IGNORECASE
)


def build(*arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a person would, without a terminal."""
    program = "import sys; from weerklank.cli import main; sys.exit(main(sys.argv[1:]))"
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)],
        cwd=ROOT, env={**os.environ, **environment}, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def wrong_use(*arguments: str) -> str:
    """The sentence that wrong arguments get."""
    with pytest.raises(WrongUseError) as caught:
        parse(arguments)
    return str(caught.value)


# Understanding


def test_no_verb_builds() -> None:
    """`python3 build.py` alone makes the site."""
    request = parse([])

    assert ("build", (), None, None, None, "text", True, False) == (
        request.verb, request.words, request.content, request.output, request.day, request.format, request.use_cache,
        request.verbose,
    )  # fmt: skip


@pytest.mark.parametrize(
    "arguments",
    [
        "check --content x --date 2026-03-01 -v",
        "--content x -v check --date 2026-03-01",
        "-v --content=x --date=2026-03-01 check",
    ],
)
def test_options_stand_anywhere(arguments: str) -> None:
    """The order of verb and options does not matter."""
    request = parse(arguments.split())

    assert ("check", Path("x"), "2026-03-01", True) == (request.verb, request.content, request.day, request.verbose)


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["bild"], "De opdracht “bild” bestaat niet. Bedoelt u build?"),
        (["xyzzy"], "De opdracht “xyzzy” bestaat niet."),
        (["--outptu", "x"], "De optie --outptu bestaat niet. Bedoelt u --output?"),
        (["--out", "x"], "De optie --out bestaat niet. Bedoelt u --output?"),
        (["-x"], "De optie -x bestaat niet."),
        (["--date"], "De optie --date staat er zonder waarde, of met een waarde die ze niet kent."),
        (["--date", "--no-cache"], "De optie --date staat er zonder waarde, of met een waarde die ze niet kent."),
        (["--no-cache=ja"], "De optie --no-cache staat er zonder waarde, of met een waarde die ze niet kent."),
        (["--format", "xml"], "--format kent text, json of github; niet “xml”."),
        (["check", "--no-cache"], "De optie --no-cache hoort niet bij “check”."),
        (["explain", "--format", "json"], "De optie --format hoort niet bij “explain”."),
        (["explain", "C010", "C011"], "“C011” is te veel."),
        (["check", "alles"], "“alles” is te veel."),
        (["-v", "test"], "De opdracht test staat vooraan: python3 build.py test"),
    ],
)
def test_wrong_use(arguments: list[str], sentence: str) -> None:
    """What cannot be meant gets one Dutch sentence, with what comes nearest."""
    assert sentence == wrong_use(*arguments)


@given(
    st.lists(
        st.one_of(st.sampled_from([verb.name for verb in VERBS]), st.text(), st.sampled_from(["--date", "-v", "--"]))
    )
)
def test_any_arguments(arguments: list[str]) -> None:
    """Whatever is typed, it is understood or it is wrong use; argparse never speaks."""
    sentence = ""
    try:
        parse(arguments)
    except WrongUseError as error:
        sentence = re.sub(r"“.*”|-\S*", "", str(error), flags=re.DOTALL)

    assert not ENGLISH.search(sentence)


# Help


def test_help_is_dutch_and_complete() -> None:
    """`--help` names every verb and every option, in Dutch only, in lines that fit."""
    text = help_text()

    assert not ENGLISH.search(text)
    assert all(f"  {verb.name} " in text and verb.summary in text for verb in VERBS)
    general = {"--content", "--output", "--date", "--format", "--no-cache", "--verbose", "--help", "--version"}
    assert general | {"--proef", "--word", "--definitief", "--toch", "--snel", "--norm", "--reden", "--zegel"} == set(
        re.findall(r"--[a-z-]+", text)
    )
    assert max(map(len, text.splitlines())) <= 110


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb.name)
def test_help_of_one_command(verb: Verb) -> None:
    """It says in sentences what the command does and what each of its options does, and of no other."""
    text = help_text(verb.name)
    options = re.findall(r"^  (?:-v, |-h, )?(--[a-z-]+)", text, re.MULTILINE)
    own = [option for option in OPTIONS if option.name in verb.options]

    assert not ENGLISH.search(text)
    assert max(map(len, text.splitlines())) <= 110
    assert [*(option.flags[-1] for option in own), "--help"] == options
    assert f"python3 build.py {verb.name}" in text.splitlines()[0]
    for sentence in (verb.about, *(option.help for option in own)):
        assert re.fullmatch(r"[A-Z].*\.", sentence)
        assert " ".join(sentence.split()) in " ".join(text.split())
    if verb.name not in ("test", "docs"):
        parse(shlex.split(verb.example))


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        (["--help"], ""),
        (["-h"], ""),
        (["check", "-h"], "check"),
        (["-v", "annex", "--help"], "annex"),
        (["--bestaat-niet", "--help"], ""),
    ],
)
def test_help(arguments: list[str], asked: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Whoever asks for help gets it, whatever else stands there: of the command, or of all."""
    assert 0 == main(arguments)
    assert help_text(asked) == capsys.readouterr().out


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The version is that of the package."""
    assert 0 == main(["--version"])
    assert f"weerklank {__version__}\n" == capsys.readouterr().out


# Explain


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_explain(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every code can be explained, typed in any case, without a place left open."""
    assert 0 == main(["explain", code.lower()])

    out = capsys.readouterr().out
    assert out.startswith(f"{code}, {MESSAGES[code].severity.value}: ")
    assert MESSAGES[code].explanation.split() == out.partition("\n\n")[2].split()


def test_explain_all(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code, all of them, one a line."""
    assert 0 == main(["explain"])
    assert sorted(MESSAGES) == [line.split()[0] for line in capsys.readouterr().out.splitlines()]


def test_explain_what_does_not_exist(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown code is wrong use, with the nearest one."""
    assert 2 == main(["explain", "C010X"])
    assert "Bedoelt u C01" in capsys.readouterr().err


# Exit codes and streams


@pytest.mark.parametrize(
    ("arguments", "codes"),
    [
        (["--date", "morgen"], ["C022"]),
        (["--content", "/bestaat/niet"], ["C020"]),
        (["--output", "."], ["C023"]),
        (["check", "--date", "x", "--content", "/bestaat/niet"], ["C022", "C020"]),
    ],
)
def test_a_project_that_cannot_open(
    arguments: list[str], codes: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Wrong places and dates are wrong use: exit 2, on standard error, with the codes that `explain` knows."""
    monkeypatch.chdir(ROOT)

    assert 2 == main(arguments)
    captured = capsys.readouterr()
    assert "" == captured.out
    assert codes == re.findall(r"^fout (\w+)  ", captured.err, re.MULTILINE)


def test_our_own_bug(tmp_path: Path) -> None:
    """Only a bug of ours gives a traceback; it asks to be reported, says the versions and exits with 3."""
    program = (
        "import sys\n"
        "def hook(event, arguments):\n"
        "    if event == 'os.scandir': raise RuntimeError('een echte fout')\n"
        "from weerklank.cli import main\n"
        "sys.addaudithook(hook)\n"
        f"sys.exit(main(['check', '--content', {str(tmp_path)!r}]))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (3, "") == (done.returncode, done.stdout)
    assert "Traceback" in done.stderr
    assert "een echte fout" in done.stderr
    assert f"weerklank {__version__}, Python {sys.version.split()[0]}." in done.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of Unix closes the streams")
@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-"])
def test_closed_streams(closed: str) -> None:
    """Without an output to say it on, everything goes its way."""
    command = f'exec "{sys.executable}" build.py check --verbose --content tests/voorbeeld/content {closed}'
    assert 0 == subprocess.run(["/bin/sh", "-c", command], cwd=ROOT, check=False, capture_output=True).returncode


def test_interruption() -> None:
    """Ctrl-C ends with one sentence and the code that shells know."""
    program = (
        "import sys\n"
        "def hook(event, arguments):\n"
        "    if event == 'os.scandir': raise KeyboardInterrupt\n"
        "from weerklank.cli import main\n"
        "sys.addaudithook(hook)\n"
        "sys.exit(main(['check']))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (130, "Onderbroken. De site is niet half veranderd.\n") == (done.returncode, done.stderr)


def test_a_reader_that_stops() -> None:
    """Output into `head` ends without a complaint."""
    reader, writer = os.pipe()
    os.close(reader)
    program = "import sys; from weerklank.cli import main; sys.exit(main(['explain']))"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, check=False
    )
    os.close(writer)

    assert (1, "") == (done.returncode, done.stderr)


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_a_terminal_that_lacks_letters(encoding: str) -> None:
    """A letter that the terminal does not have is a question mark, not an error."""
    done = subprocess.run(
        [sys.executable, "-c", "import sys; from weerklank.cli import main; sys.exit(main(['explain', 'C002']))"],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip

    assert (0, b"") == (done.returncode, done.stderr)


# Results


PROJECT = Project(
    root=Path("/p"),
    content=Path("/p/content"),
    templates=Path("/p/templates"),
    output=Path("/p/site"),
    cache=Path("/p/.cache"),
    date=date(2026, 3, 1),
)


def outcome(published: Published | None, *, annexes: tuple[str, ...] = (), missing: tuple[str, ...] = ()) -> Outcome:
    """An outcome with two stages."""
    stages = (StageTime("lezen", 0.084), StageTime("maken", 1.5))
    return Outcome((), {}, stages, annexes=annexes, missing=missing, published=published)


def test_summary_of_a_first_build() -> None:
    """What was made, where it is and how long each stage took."""
    expected = [
        "site: site/ (3 bestanden: 2 geschreven, 1 verwijderd)",
        "bijlage: site/vragen/x/bijlage.pdf",
        "bijlage niet gemaakt: vragen/y/bijlage.pdf",
        "tijd: 1,58 s (lezen 0,08 s, maken 1,50 s)",
    ]
    published = Published(("a", "b"), ("c",), ("d",))

    assert expected == summary(
        outcome(published, annexes=("vragen/x/bijlage.pdf",), missing=("vragen/y/bijlage.pdf",)), PROJECT, verbose=False
    )


def test_summary_names_the_files_on_request() -> None:
    """With -v also which files changed."""
    lines = summary(outcome(Published(("a", "b"), ("c",), ("d",))), PROJECT, verbose=True)

    assert ["  geschreven: a", "  geschreven: b", "  verwijderd: d"] == lines[1:4]


def test_summary_when_nothing_changed() -> None:
    """An unchanged site says so."""
    assert (
        "site: site/ (1 bestand, niets gewijzigd)" == summary(outcome(Published((), ("c",))), PROJECT, verbose=False)[0]
    )


def test_summary_when_nothing_was_published() -> None:
    """Where nothing was published, no site is named."""
    assert ["tijd: 1,58 s (lezen 0,08 s, maken 1,50 s)"] == summary(outcome(None), PROJECT, verbose=False)


def test_json_is_all_that_a_program_reads(tmp_path: Path) -> None:
    """With --format json standard output is one JSON value, whatever is found."""
    done = build("check", "--content", tmp_path, "--format", "json")

    assert {"schema", "findings", "counts"} <= set(json.loads(done.stdout))


def test_a_place_can_be_opened_from_here(tmp_path: Path) -> None:
    """Wherever the content is: an editor finds the file by the path that is printed, in every format."""
    shutil.copytree(ROOT / "tests/findings/basis/content", tmp_path / "ergens")
    fault = tmp_path / "ergens/initiatieven/overleg.yaml"
    fault.write_text(fault.read_text("utf-8") + "niveo: x\n", encoding="utf-8")
    for arguments in ((), ("--format", "json"), ("--format", "github")):
        done = build("check", "--content", tmp_path / "ergens", *arguments)
        assert fault.as_posix() in done.stdout


def test_talk_is_not_a_result(tmp_path: Path) -> None:
    """Progress goes to standard error, and only to a terminal or on request."""
    quiet, loud = build("check", "--content", tmp_path), build("check", "--content", tmp_path, "-v")

    assert "" == quiet.stderr
    assert "" != loud.stderr
    assert "tijd: " in quiet.stdout


def test_a_check_does_not_speak_of_what_it_never_does(tmp_path: Path) -> None:
    """It publishes nothing without an error, too: with one it says what that means for a build."""
    closing = build("check", "--content", tmp_path).stdout
    assert "zolang er een fout is, publiceert een bouw niets" in closing
    assert "er is niets gepubliceerd" not in closing


@pytest.mark.parametrize(
    ("terminal", "environ", "colour"),
    [
        (True, {"TERM": "xterm"}, True),
        (False, {"TERM": "xterm"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": "1"}, False),
        (True, {"TERM": "xterm", "NO_COLOR": ""}, True),
        (True, {"TERM": "dumb"}, False),
    ],
)
def test_colour(monkeypatch: pytest.MonkeyPatch, terminal: bool, environ: Mapping[str, str], colour: bool) -> None:  # noqa: FBT001
    """Colour only for a person who wants it and a terminal that has it."""
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)

    assert colour == wants_colour(stream, environ)


# Clean


def test_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`clean` removes the cache and left-overs, not the site, and says what it did."""
    project = Project(
        root=tmp_path,
        content=tmp_path / "content",
        templates=tmp_path / "templates",
        output=tmp_path / "site",
        cache=tmp_path / ".cache",
        date=date(2026, 3, 1),
    )
    (tmp_path / ".cache" / "ab").mkdir(parents=True)
    (tmp_path / ".site.weerklank" / "writing").mkdir(parents=True)
    (tmp_path / "site").mkdir()

    assert 0 == cli._clean(project, parse(["clean"]))
    assert (
        ".cache is verwijderd\nde resten van een afgebroken bouw naast site zijn opgeruimd\n" == capsys.readouterr().out
    )
    assert ["site"] == [path.name for path in tmp_path.iterdir()]

    assert 0 == cli._clean(project, parse(["clean"]))
    assert "er was niets te verwijderen\n" == capsys.readouterr().out


def test_check_is_light() -> None:
    """`check` needs nothing that draws or typesets: it answers at once."""
    program = (
        "import sys\n"
        "from weerklank.cli import main\n"
        "main(['check'])\n"
        "heavy = {'matplotlib', 'weasyprint', 'numpy', 'docx', 'xlsxwriter', 'odf'}\n"
        "print(*sorted({name.partition('.')[0] for name in sys.modules} & heavy), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=False)

    assert "" == done.stderr.strip()


@pytest.mark.parametrize("arguments", [["--help"], ["explain", "C002"], ["--bestaat-niet"]])
def test_what_reads_no_content_loads_nothing_that_reads(arguments: list[str]) -> None:
    """The command line itself, help and mistakes do without YAML and the model, which take longer than the answer."""
    program = (
        "import sys\n"
        "from weerklank.cli import main\n"
        "main(sys.argv[1:])\n"
        "heavy = {'pydantic', 'yaml', 'jinja2', 'markdown', 'pyhanko', 'weerklank.model', 'weerklank.author.load'}\n"
        "print(*sorted(sys.modules.keys() & heavy), file=sys.stderr)\n"
    )
    command = [sys.executable, "-c", program, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert "" == done.stderr.splitlines()[-1]
