"""Pictures on a record: the file beside it, what it shows in words, and whose it is.

In: plain data with Dutch keys. Out: `Illustrated`, which a kind of record is besides a `Record`.
"""

from weerklank.model.part import Part, field

FILE_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*\.(png|jpg|jpeg|webp)$"


class Illustration(Part, title="afbeelding"):
    """A picture. Nothing of it is taken from the file but what is seen."""

    file: str = field(
        "Bestand",
        "De naam van het bestand naast het record: png, jpg, jpeg of webp.",
        alias="bestand",
        pattern=FILE_PATTERN,
    )
    shows: str = field(
        "Wat er te zien is", "Wat iemand die de afbeelding niet ziet, moet weten.", alias="beschrijving", min_length=5
    )
    caption: str = field("Bijschrift", "Wat onder de afbeelding staat.", alias="bijschrift", default="")
    maker: str = field("Maker", "Wie de afbeelding maakte.", alias="maker", min_length=2)
    rights: str = field(
        "Rechten", "Waarom ze hier mag staan: een licentie, of de toestemming.", alias="rechten", min_length=2
    )


class Illustrated(Part):
    """What a record has that can show pictures."""

    illustrations: tuple[Illustration, ...] = field(
        "Afbeeldingen", "Afbeeldingen naast het record, elk met woorden en rechten.", alias="afbeeldingen", default=()
    )
