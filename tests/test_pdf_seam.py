"""What the tags rely on inside WeasyPrint. If one of these fails after an upgrade, read `weerklank/annex/pieces.py`."""

import inspect
from importlib.metadata import version

import pydyf
from weasyprint import HTML
from weasyprint.document import Document, Page
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags
from weasyprint.pdf.fonts import Font
from weasyprint.pdf.stream import Stream
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, fetch

from weerklank.pdf.pieces import PaintedPage

MOVED = "the inside of WeasyPrint has moved: check weerklank/annex/pieces.py against its pdf/tags.py, then this test"


def test_the_version_is_the_one_that_was_read() -> None:
    """The seam was written against 70; another version is read before it is used."""
    assert version("weasyprint").startswith("70."), MOVED


def test_a_page_has_what_the_writer_reads_and_nothing_more() -> None:
    """`PaintedPage` stands in for a page, so it has every public attribute of one."""
    page = HTML(string="<p>x").render().pages[0]
    public = {name for name in vars(page) if not name.startswith("_")}

    assert public <= set(vars(PaintedPage(page, 0))), MOVED
    assert ["self", "stream", "scale"] == list(inspect.signature(Page.paint).parameters), MOVED
    assert "_page_box" in vars(page), MOVED


def test_tagging_reads_the_page_box_and_the_marks() -> None:
    """WeasyPrint's own tagging starts from an empty page box and expects the marks to be taken."""
    source = inspect.getsource(tags.add_tags)

    for line in ("page_box = page._page_box", "tags = stream._tags", "assert not tags"):
        assert line in source, MOVED
    assert "self._tags[box] = {'tag': tag, 'mcid': mcid}" in inspect.getsource(Stream.marked), MOVED
    assert ["self", "pages"] == list(inspect.signature(Document.copy).parameters), MOVED


def test_marked_content_is_three_operators() -> None:
    """`streams` finds a sequence by its operator and the two operands before it."""
    stream = pydyf.Stream()
    stream.begin_marked_content("Span", pydyf.Dictionary({"MCID": 0}))
    stream.set_font_size("ABC", 12)
    stream.show_text("<0001>")
    stream.end_text()
    stream.end_marked_content()

    assert ["/Span", {"MCID": 0}, b"BDC", b"/ABC 12 Tf", b"[<0001>] TJ", b"ET", b"EMC"] == stream.stream, MOVED


def test_boxes_have_what_the_pieces_read() -> None:
    """Names of boxes and of what is read of them."""
    for name in ("TextBox", "LineBox", "ReplacedBox", "MarginBox", "TableRowGroupBox", "BlockLevelBox"):
        assert hasattr(boxes, name), MOVED
    for name in ("link_annotation", "is_leader"):
        assert hasattr(boxes.Box, name), MOVED
    assert {"is_header", "is_footer"} <= set(dir(boxes.TableRowGroupBox)), MOVED
    assert "_box" in inspect.getsource(AbsolutePlaceholder.__init__), MOVED
    assert "pango_layout" in inspect.getsource(boxes.TextBox) + inspect.getsource(
        __import__("weasyprint.layout.inline", fromlist=["split_text_box"]).split_text_box
    ), MOVED


def test_fonts_have_what_the_check_reads() -> None:
    """A font knows its whole file, its glyphs and what it lacks; a configuration keeps its files in a folder."""
    source = inspect.getsource(Font.__init__)

    for name in ("hb_face", "to_unicode", "missing", "family", "hash", "bitmap"):
        assert f"self.{name} = " in source, MOVED
    assert ["self", "rule_descriptors", "url_fetcher"] == list(
        inspect.signature(FontConfiguration.add_font_face).parameters
    ), MOVED
    assert "self._folder / config_digest" in inspect.getsource(FontConfiguration.add_font_face), MOVED


def test_the_fetcher_is_called_as_expected() -> None:
    """`ResourceFetcher` leaves out the constructor of its parent: nothing else of the parent may be read."""
    assert "url_fetcher(url)" in inspect.getsource(fetch), MOVED
    assert "url_fetcher._fail_on_errors" in inspect.getsource(fetch), MOVED
    assert "return self.fetch(url)" in inspect.getsource(URLFetcher.__call__), MOVED
