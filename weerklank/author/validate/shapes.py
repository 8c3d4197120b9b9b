"""What each pattern of the models asks, in Dutch.

In: nothing. Out: pattern -> words for its shape.
"""

from weerklank.model.flanders import IDENTIFIER
from weerklank.model.illustrated import FILE_PATTERN
from weerklank.model.part import ADDRESS, ADDRESS_OR_NOTHING

LONG_FORMS: dict[str, str] = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "een id (kleine letters, cijfers en koppeltekens)",
    r"^([a-z0-9]+(-[a-z0-9]+)*)?$": "een id (kleine letters, cijfers en koppeltekens)",
    ADDRESS: "een webadres (https://…)",
    ADDRESS_OR_NOTHING: "een webadres (https://…)",
    r"^([^@\s]+@[^@\s]+\.[^@\s]+)?$": "een mailadres",
    r"^(OVO\d{6})?$": "een OVO-code (OVO en zes cijfers)",
    FILE_PATTERN: "de naam van een beeld (kleine letters, dan .png, .jpg of .webp)",
    IDENTIFIER: "een identificatie (UUID: 8, 4, 4, 4 en 12 tekens, 0 tot 9 en a tot f, met streepjes ertussen)",
    r"^[a-z]?$": "één kleine letter",
    r"^(#[0-9a-f]{6})?$": "een kleur (zes tekens, 0 tot 9 en a tot f)",
    r"^[a-z]{2}(-[A-Z]{2})?$": "een taalcode (nl, fr, nl-BE)",
}
"""What each pattern of the models asks, in Dutch. A test holds that none is missing."""
