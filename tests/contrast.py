"""How light colours are, and how well one stands out from another: WCAG 2.2.

In: colours as "#rrggbb". Out: numbers.
"""

_DARKEST = 0.04045  # below it sRGB is linear


def luminance(colour: str) -> float:
    """Return the relative luminance of "#rrggbb", 0 for black to 1 for white.

    WCAG 2.2, "relative luminance": https://www.w3.org/TR/WCAG22/#dfn-relative-luminance (sRGB threshold 0.04045).
    """
    parts = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= _DARKEST else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two "#rrggbb" colours, 1 to 21, in either order.

    WCAG 2.2, "contrast ratio": https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio.
    """
    darker, lighter = sorted((luminance(first), luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)
