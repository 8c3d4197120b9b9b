"""Views to HTML (and to XML): the one owner of Jinja.

In: a frozen view, the text of all templates and facts about files the view links to. Out: bytes, or a finding.
Autoescape is always on, an undefined name is an error, and no template can reach anything but its view.
"""

import json
import re
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, fields
from hashlib import sha256

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    meta,
    pass_context,
)
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

from weerklank import addresses
from weerklank.findings import Finding, finding
from weerklank.markup import inline
from weerklank.model import Ref
from weerklank.wording import capital, counted, date_words, file_size, listing, number


@dataclass(frozen=True)
class FileFact:
    """What a page may say about a file it links to."""

    size: int
    sha256: str


_INDENTED = re.compile(rb"(<(pre|textarea|script)\b.*?</\2>)|(?<=\n)[ \t]+", re.DOTALL)
"""Of a page: what keeps the space that it was typed with, and indents."""


def packed(page: bytes) -> bytes:
    """Return a page without the indents of its templates; what stands as it is typed keeps its own."""
    return _INDENTED.sub(lambda found: found[1] or b"", page)


def _page(context: Context) -> str:
    head = context.get("head")
    return str(head.path) if head is not None else "index.html"


@pass_context
def _href(context: Context, path: str, fragment: str = "") -> str:
    """A site-relative path as a link from this page."""
    page = _page(context)
    if page == addresses.NOT_FOUND and path.endswith(".html") and (base := context["head"].shell.base_url):
        return f"{base}/{path}"  # the page stands for an address of any depth
    link = addresses.relative(path, page=page) if path != page or not fragment else ""
    return f"{link}#{fragment}" if fragment else link


@pass_context
def _rich(context: Context, html: Markup) -> Markup:
    """Safe HTML whose links to records (`site:kind:id`) become links from this page."""
    pieces = str(html).split('href="site:')
    done = [pieces[0]]
    for piece in pieces[1:]:
        target, quote, rest = piece.partition('"')
        kind, _, name = target.partition(":")
        ref = Ref(kind, name)
        link = addresses.relative(addresses.of_record(ref), page=_page(context))
        part = addresses.fragment(ref)
        done.append(f'href="{escape(link)}{"#" + escape(part) if part else ""}{quote}{rest}')
    return Markup("".join(done))  # noqa: S704 - only attribute values of already safe HTML were replaced


def _sha256(text: str) -> str:
    """The hash by which the policy of a page names a script that stands in it."""
    return b64encode(sha256(str(text).encode()).digest()).decode()


def _json(text: str) -> Markup:
    """A text, or HTML without the indents of its template, as a string in a script file: never within a page."""
    return Markup(json.dumps(packed(str(text).strip().encode()).decode(), ensure_ascii=False))  # noqa: S704 - no HTML


class _Undefined(StrictUndefined):
    """A name that is not there. Jinja says so in English; this is the only place to word it in Dutch."""

    @property
    def _undefined_message(self) -> str:
        where = "" if self._undefined_obj is missing else f" in {type(self._undefined_obj).__name__}"
        return f"“{self._undefined_name}” bestaat niet{where}"


_BROKEN = (
    TemplateNotFound,
    TemplateSyntaxError,
    UndefinedError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What a mistake in a template raises: from Jinja, or from the expression that it stands in."""


class Templates:
    """All templates of the project, compiled on first use."""

    def __init__(self, sources: Mapping[str, str]) -> None:
        """`sources`: template text by its path below templates/."""
        self._sources = dict(sources)
        self._environment = Environment(
            # With its own path as file name, a template can be recognised in a traceback.
            loader=FunctionLoader(lambda name: (sources[name], name, None) if name in sources else None),
            autoescape=True,
            undefined=_Undefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._environment.filters |= {
            "href": _href,
            "rich": _rich,
            "sha256": _sha256,
            "inline": inline,
            "date": date_words,
        }
        self._environment.filters |= {"counted": counted, "number": number, "capital": capital}
        self._environment.filters |= {"file_size": file_size, "listing": listing, "json": _json}
        self._references: dict[str, frozenset[str]] = {}

    def closure(self, template: str) -> frozenset[str]:
        """The template and all that it can lead to, also by way of others; a name may be one that is not there.

        A template that computes a name could lead to any, so its closure has them all.
        """
        found: set[str] = set()
        pending = {template}
        while pending:
            name = pending.pop()
            found.add(name)
            pending |= self._named(name) - found
        return frozenset(found)

    def _named(self, template: str) -> frozenset[str]:
        """What a template itself names; nothing for one that cannot be read, which is told when it is rendered."""
        if template not in self._references:
            try:
                tree = self._environment.parse(self._sources.get(template, ""))
                names = frozenset(meta.find_referenced_templates(tree))
            except TemplateSyntaxError:
                names = frozenset()
            named = frozenset(name for name in names if name is not None)
            self._references[template] = frozenset(self._sources) if None in names else named
        return self._references[template]

    def render(
        self, template: str, view: object, *, artifact: str, files: Mapping[str, FileFact]
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """Render a view. A mistake in a template is a finding with template and line, and no bytes."""
        context = {item.name: getattr(view, item.name) for item in fields(view)}  # type: ignore[arg-type]
        try:
            text = self._environment.get_template(template).render(context | {"files": files})
        except _BROKEN as error:
            return b"", (self._finding(error, template, artifact),)
        return text.encode(), ()

    def _finding(self, error: Exception, template: str, artifact: str) -> Finding:
        name, line = self._place(error, template)
        written = self._sources.get(name, "").split("\n")[line - 1 : line]
        return finding(
            "T001", artifact=artifact, sjabloon=name, regel=str(line), melding=_words(error, "".join(written).strip())
        )

    def _place(self, error: Exception, template: str) -> tuple[str, int]:
        """Template and line of the mistake: Jinja rewrites tracebacks so that they point into templates."""
        if isinstance(error, TemplateSyntaxError):
            return error.name or template, error.lineno
        place, trace = (template, 1), error.__traceback__
        while trace is not None:
            if trace.tb_frame.f_code.co_filename in self._sources:
                place = trace.tb_frame.f_code.co_filename, trace.tb_lineno
            trace = trace.tb_next
        return place


def _words(error: Exception, written: str) -> str:
    if isinstance(error, TemplateNotFound):
        return f"het sjabloon “{error.name}” bestaat niet"
    if isinstance(error, UndefinedError):
        return str(error.message)
    return f"{'de opbouw klopt niet' if isinstance(error, TemplateSyntaxError) else 'dit kan niet'}: {written}"
