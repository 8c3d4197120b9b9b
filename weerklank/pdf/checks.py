"""What makes a document hard to read or to trust, found before it is written.

In: the shaped reading order and the links of the laid-out pages. Out: findings. Validators look at some of this, too,
but only after the fact, and not all of them ask whether a link leads into the folder of the build.
"""

from collections.abc import Iterable
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from weerklank.findings import Finding, finding
from weerklank.pdf.pieces import PageLink
from weerklank.pdf.roles import HEADINGS
from weerklank.pdf.shape import walk
from weerklank.pdf.tags import link_label
from weerklank.pdf.tree import Node

_SCHEMES = frozenset({"http", "https", "mailto"})
# These would need a form or a player, which a printed annex does not have.
_INTERACTIVE = frozenset({"audio", "button", "canvas", "iframe", "input", "select", "textarea", "video"})


def check_reading(root: Node) -> tuple[Finding, ...]:
    """Look at headings, pictures and links in reading order."""
    findings: list[Finding] = []
    level = 0
    for node in walk(root):
        if node.role in HEADINGS:
            depth = int(node.role[1])
            if depth > level + 1:
                findings.append(finding("P024", kop=node.text(), niveau=str(depth), grens=str(level + 1)))
            level = depth
        elif node.role == "Figure" and not node.alternative:
            findings.append(finding("P028", adres=_source(node.element)))
        elif node.role == "Link" and not link_label(node):
            findings.append(finding("P029", adres=_address(node.element)))
    return tuple(findings)


def check_links(links: Iterable[PageLink]) -> tuple[Finding, ...]:
    """Look at the kind and target of each link: only the web, mail and places within the document may be reached."""
    refused = [link.written for link in links if link.kind != "internal" and not _is_allowed(link)]
    return tuple(finding("P020", adres=address) for address in dict.fromkeys(refused))


def check_document(html: Element) -> tuple[Finding, ...]:
    """Look at the title, the base address and at elements that a PDF of ours cannot hold."""
    findings: list[Finding] = []
    title = html.find("head/title")
    if title is None or not (title.text or "").strip():
        findings.append(finding("P033"))
    findings += [finding("P035", element="base") for _ in html.iter("base")]
    found = sorted({str(element.tag) for element in html.iter() if element.tag in _INTERACTIVE})
    return (*findings, *(finding("P035", element=tag) for tag in found))


def _is_allowed(link: PageLink) -> bool:
    try:
        parts = urlsplit(link.target)
    except ValueError:
        return False
    return link.kind == "external" and parts.scheme in _SCHEMES and bool(parts.netloc or parts.scheme == "mailto")


def _source(element: Element | None) -> str:
    if element is None:
        return ""
    return element.get("src") or element.get("data") or str(element.tag).rpartition("}")[2]


def _address(element: Element | None) -> str:
    return element.get("href", "") if element is not None else ""
