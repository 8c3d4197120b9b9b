"""What WeasyPrint says in its log, as findings.

In: log records of the thread that makes the PDF. Out: one finding for each, in Dutch and with its arguments. A short
list of records is expected and dropped; each entry says why. What this table does not know is still shown.
"""

import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from weerklank.findings import Finding, finding
from weerklank.pdf.fetch import BASE

_LOGGER = "weasyprint"

# What style sheets ask of a screen; paper is light and still and has one width.
_SCREEN = r"\((prefers-color-scheme|prefers-reduced-motion|forced-colors|min-width|max-width)"

_EXPECTED = tuple(
    re.compile(pattern)
    for pattern in (
        # The style sheets are shared with the site.
        rf"Expected a media type, got '{_SCREEN}",
        rf"Invalid media type ' ?{_SCREEN}",
        # A range of weights belongs to the variable font of the site; paper uses one file for each weight.
        r"Ignored `font-weight: \d+ \d+`",
        # For a browser that prints a page of the site; a PDF always has its colours.
        r"Ignored `(-webkit-)?print-color-adjust: ",
        # Undoes on paper what hides a table head on a small screen, which paper never had.
        r"Ignored `clip-path: none *`",
        # Web fonts only: a PDF waits for its fonts.
        r"Ignored `font-display: ",
        # The fetcher has recorded these with their reason.
        r"Failed to load (image|stylesheet) at .*P01[0-2]",
    )
)


@dataclass(frozen=True)
class _Rule:
    pattern: re.Pattern[str]
    code: str


# The named groups are the arguments of the code's template.
_RULES = tuple(
    _Rule(re.compile(pattern, re.DOTALL), code)
    for pattern, code in (
        (r"No anchor #(?P<anker>.*) for internal URI reference", "P021"),
        (r"Content discarded: target points to undefined anchor (['\"])(?P<anker>.*)\1", "P021"),
        (r"Anchor defined twice: '(?P<anker>.*)'", "P022"),
        (r'Missing required "lang" attribute', "P023"),
        (r"Font-face '(?P<lettertype>.*)' cannot be loaded", "P032"),
        (r"Failed to load image at '(?P<adres>.*?)': ", "P013"),
        (r"Failed to (load inline SVG|render SVG image)", "P014"),
        (r"This row has more columns than the table", "P027"),
        (r"(Ignored|Deprecated) `(?P<stijl>.*)` at (?P<regel>\d+):\d+, ", "P040"),
        (r"Parse error at (?P<regel>\d+):\d+: (?P<stijl>.*)", "P040"),
    )
)
# Told by the check of fonts, with all characters in one finding.
_TOLD_ELSEWHERE = re.compile(r"\.notdef glyph rendered")


class _Recorder(logging.Handler):
    """Keeps the records of the thread that made it; other threads may make a PDF at the same time."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []
        self._thread = threading.get_ident()

    def emit(self, record: logging.LogRecord) -> None:
        if record.thread == self._thread:
            self.records.append(record)


@contextmanager
def listening() -> Iterator[list[logging.LogRecord]]:
    """Collect the log records of WeasyPrint while a document is made."""
    logger, recorder = logging.getLogger(_LOGGER), _Recorder()
    logger.addHandler(recorder)
    try:
        yield recorder.records
    finally:
        logger.removeHandler(recorder)


def findings_of(records: list[logging.LogRecord]) -> tuple[Finding, ...]:
    """Return what the records say, each thing once."""
    found = [item for record in records if (item := _finding(record)) is not None]
    return tuple(dict.fromkeys(found))


def _finding(record: logging.LogRecord) -> Finding | None:
    text = record.getMessage().replace(BASE, "")
    if _TOLD_ELSEWHERE.match(text) or any(pattern.match(text) for pattern in _EXPECTED):
        return None
    for rule in _RULES:
        match = rule.pattern.match(text)
        if match is not None:
            return Finding(rule.code, arguments=tuple(match.groupdict().items()))
    return finding("P042" if record.levelno >= logging.ERROR else "P041", melding=text)
