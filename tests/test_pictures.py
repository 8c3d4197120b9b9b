"""Pictures of authors: what stays of them, and that page, PDF and Word show them with words and rights."""

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from tests import voorbeeld_site
from weerklank import pictures
from weerklank.author.load import load
from weerklank.author.validate import validate
from weerklank.corpus import public
from weerklank.document.illustrations import photos_in
from weerklank.document.sheets import sheet
from weerklank.markup import Shown, block, pieces, refused_links
from weerklank.model import Ref
from weerklank.pictures import NoPictureError

CONTENT = Path(__file__).parent / "voorbeeld" / "content"
PHOTO = CONTENT / "initiatieven" / "fontein-op-het-plein.jpg"


def made(form: str, size: tuple[int, int] = (40, 20), mode: str = "RGB", **options: object) -> bytes:
    """A picture of one colour."""
    file = io.BytesIO()
    Image.new(mode, size, 200 if mode == "L" else None).save(file, form, **options)
    return file.getvalue()


def test_nothing_stays_of_a_picture_but_what_is_seen() -> None:
    """Place, camera and turning are in the file of the author; what is published is upright and has none of it."""
    data = PHOTO.read_bytes()
    before = Image.open(io.BytesIO(data))
    picture = pictures.read(data, ".jpg")
    after = Image.open(io.BytesIO(pictures.published(picture)))

    assert b"Geheime camera" in data
    assert before.getexif().get_ifd(0x8825)
    assert not after.getexif()
    assert set(after.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}
    assert (before.height, before.width) == after.size == (picture.width, picture.height)
    assert pictures.published(picture) == pictures.published(pictures.read(data, ".jpg"))


@pytest.mark.parametrize(
    ("data", "ending", "why"),
    [
        (b"geen afbeelding", ".png", pictures.BROKEN),
        (b"", ".png", pictures.BROKEN),
        (PHOTO.read_bytes()[:2000], ".jpg", pictures.BROKEN),
        (made("PNG"), ".jpg", pictures.OTHER),
        (made("GIF"), ".png", pictures.BROKEN),
        (made("PNG", (9000, 5000), "1"), ".png", pictures.LARGE),
        (
            made("WEBP", save_all=True, append_images=[Image.new("RGB", (40, 20), "red")], duration=90),
            ".webp",
            pictures.MOVING,
        ),
    ],
)
def test_what_cannot_be_shown_is_refused(data: bytes, ending: str, why: str) -> None:
    """On reading, so that nothing that is made later can stumble over it."""
    with pytest.raises(NoPictureError) as refused:
        pictures.read(data, ending)
    assert why == refused.value.why


@pytest.mark.parametrize(
    ("form", "ending", "mode", "published"),
    [
        ("PNG", ".png", "RGB", "PNG"),
        ("PNG", ".png", "P", "PNG"),
        ("PNG", ".png", "LA", "PNG"),
        ("JPEG", ".jpeg", "L", "JPEG"),
        ("JPEG", ".jpg", "CMYK", "JPEG"),
        ("WEBP", ".webp", "RGB", "JPEG"),
        ("WEBP", ".webp", "RGBA", "PNG"),
    ],
)
def test_it_is_published_as_every_format_can_show_it(form: str, ending: str, mode: str, published: str) -> None:
    """A JPEG, or a PNG where it was one or can be seen through; never larger than a page can show."""
    file = io.BytesIO()
    Image.new(mode, (3200, 1000)).save(file, form)
    picture = pictures.read(file.getvalue(), ending)
    after = Image.open(io.BytesIO(pictures.published(picture)))

    assert published == after.format
    assert (1600, 500) == after.size == (picture.width, picture.height)


def test_a_picture_in_a_text_stands_alone() -> None:
    """Only then it is shown, and only a file beside the record; everywhere else it falls away, and is said."""
    text = "Zo.\n\n![Een *plein*](plein.png)\n\nEn ![x](klein.png) verder.\n\n![y](https://elders.example/a.png)"
    found = pieces(text, prefix="t")

    assert [Shown("plein.png", "Een *plein*")] == [piece for piece in found if isinstance(piece, Shown)] or [
        "plein.png"
    ] == [piece.file for piece in found if isinstance(piece, Shown)]
    assert "<img" not in "".join(str(piece) for piece in found if not isinstance(piece, Shown))
    assert "<img" not in block(text, prefix="t")
    assert {"!plein.png", "!klein.png", "!https://elders.example/a.png"} == set(refused_links(text))


def test_a_record_shows_its_pictures_where_its_story_says() -> None:
    """The one in the text in its place, the other below it; one of a record that is hidden nowhere."""
    validated = validate(load(CONTENT), on=voorbeeld_site.DAY)
    assert validated.corpus is not None
    corpus = public(validated.corpus, on=voorbeeld_site.DAY)
    item = corpus.initiative("pleingesprekken")
    made_sheet = sheet(corpus, item)

    assert (
        "beelden/initiatieven/fontein-op-het-plein.jpg",
        "beelden/initiatieven/bank-bij-de-linde.jpg",
    ) == photos_in(made_sheet.sections)
    hidden = item.model_copy(update={"publication": item.publication.model_copy(update={"status": "intern"})})
    initiatives = (hidden, *(other for other in corpus.initiatives if other.id != item.id))
    left = public(validated.corpus.having(type(item), initiatives), on=voorbeeld_site.DAY).pictures
    assert "initiatieven/fontein-op-het-plein.jpg" not in left
    assert "initiatieven/bank-bij-de-linde.webp" in left, "another record shows it too"
    assert corpus.has(Ref("initiatief", "pleingesprekken"))


def test_page_pdf_and_word_show_it_with_its_words(tmp_path_factory: pytest.TempPathFactory) -> None:
    """The picture itself, what it shows for whoever cannot see it, and whose it is."""
    site = voorbeeld_site.site(tmp_path_factory)
    folder = site / "vragen" / "banken-in-de-schaduw"
    page = (site / "initiatieven" / "pleingesprekken.html").read_text("utf-8")
    spoken = " ".join((folder / "bijlage-voorgelezen.txt").read_text("utf-8").split())
    with zipfile.ZipFile(folder / "bijlage.docx") as document:
        written = document.read("word/document.xml").decode()
        inside = {document.read(name) for name in document.namelist() if name.startswith("word/media/")}
    shown = (site / "beelden" / "initiatieven" / "fontein-op-het-plein.jpg").read_bytes()

    assert b"Geheime camera" not in shown
    assert 'src="../beelden/initiatieven/fontein-op-het-plein.jpg"' in page
    assert 'alt="De fontein van het Lindeplein, met een grasveld ervoor"' in page
    assert shown in inside
    for text in (page, spoken, written):
        assert "Een bank bij een linde." in text
        assert "Beeld: Een bewoner van het Lindeplein. Met toestemming van de maker." in text
