"""Pictures of authors: what they are, and the same without what a camera or an editor added. Sole owner of Pillow.

In: the bytes of a file. Out: `Photograph`, or why it is none; and the bytes that are published: a JPEG or PNG, upright,
no larger than a page can show, without place, device, thumbnail or any other data about who made it.
"""

import hashlib
import io
import warnings
from dataclasses import dataclass, field

from PIL import Image, ImageFile, ImageOps, UnidentifiedImageError

ENDINGS = (".png", ".jpg", ".jpeg", ".webp")
"""How the name of a picture ends; what is in it has to agree."""
_FORMATS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg"), "WEBP": (".webp",)}
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 1600
"""In pixels: on paper as wide as the text, that is 250 to the inch."""
_QUALITY = 88
_SIDEWAYS = frozenset({5, 6, 7, 8})
_ORIENTATION = 0x0112

BROKEN, OTHER, MOVING, LARGE = "kapot", "ander", "beweegt", "groot"
"""Why a file is no picture that can be shown."""


class NoPictureError(Exception):
    """Says why: one of the words above, and what was found."""

    def __init__(self, why: str, found: str = "") -> None:
        super().__init__(why)
        self.why, self.found = why, found


@dataclass(frozen=True)
class Photograph:
    """A picture as its author gave it. `width` and `height`: in pixels, as published; `ending`: of what is published.

    `hash` is that of `data`, and stands for it in the `repr`.
    """

    data: bytes = field(repr=False)
    width: int
    height: int
    ending: str
    hash: str


def read(data: bytes, ending: str) -> Photograph:
    """What a picture is, looked at to its last byte; `ending`: of the name of its file. Raises NoPictureError."""
    with _opened(data) as image:
        if ending not in _FORMATS.get(str(image.format), ()):
            raise NoPictureError(OTHER, str(image.format))
        if getattr(image, "n_frames", 1) > 1:
            raise NoPictureError(MOVING)
        width, height = image.size
        if width * height > MOST_PIXELS:
            raise NoPictureError(LARGE, f"{width} × {height}")
        turned = image.getexif().get(_ORIENTATION) in _SIDEWAYS
        opaque = not _see_through(image)
        drawn = str(image.format) == "PNG"
        _decoded(image)
    size = _fitting(*((height, width) if turned else (width, height)))
    return Photograph(data, *size, "png" if drawn or not opaque else "jpg", hashlib.sha256(data).hexdigest())


def published(picture: Photograph) -> bytes:
    """The bytes that readers get: the same on each machine with the same library."""
    with _opened(picture.data) as image:
        upright = ImageOps.exif_transpose(image)
        mode = "RGBA" if _see_through(upright) else "RGB"
        plain = upright.convert(mode)
        if plain.size != (picture.width, picture.height):
            plain = plain.resize((picture.width, picture.height), Image.Resampling.LANCZOS)
        # A new image has the pixels and nothing else: no profile, no text, no place.
        bare = Image.frombytes(mode, plain.size, plain.tobytes())
        made = io.BytesIO()
        if picture.ending == "png":
            bare.save(made, "PNG", optimize=True)
        else:
            bare.save(made, "JPEG", quality=_QUALITY, optimize=True)
    return made.getvalue()


def _opened(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            # A picture with far too many pixels is refused below, not warned of.
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            return Image.open(io.BytesIO(data), formats=tuple(_FORMATS))
    except Image.DecompressionBombError:
        raise NoPictureError(LARGE) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise NoPictureError(BROKEN) from None


def _decoded(image: Image.Image) -> None:
    """Read all of it, a JPEG at the smallest size that it can be read at: whatever is cut off shows here."""
    image.draft("RGB", (image.width // 8 or 1, image.height // 8 or 1))
    # WeasyPrint lets Pillow fill up whatever is cut off, in the whole process.
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        image.load()
    except (OSError, SyntaxError, ValueError):
        raise NoPictureError(BROKEN) from None
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def _see_through(image: Image.Image) -> bool:
    return image.has_transparency_data


def _fitting(width: int, height: int) -> tuple[int, int]:
    longest = max(width, height)
    if longest <= LONGEST_SIDE:
        return width, height
    return max(1, round(width * LONGEST_SIDE / longest)), max(1, round(height * LONGEST_SIDE / longest))
