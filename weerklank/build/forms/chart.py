"""Charts: drawings of one width and one scheme, and pictures.

In: what a chart shows. Out: SVG, or a PNG with what was found about letters that no font has. The fonts of charts are
all that they read; the colours are part of the form.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from weerklank import theme
from weerklank.build.artifact import Bench, Form, Stock
from weerklank.build.results import MadeFile
from weerklank.chartspec import ChartSpec

PICTURE, IN_WORD = "png", "word"
_FONTS = {face: f"assets/{theme.FOR_PAPER}{name}" for face, name in theme.CHART_FONTS.items()}


@dataclass(frozen=True)
class ChartForm(Form[ChartSpec]):
    """One drawing of a chart in the colours of `look`. `variant`: width and scheme ("breed-licht"), or "png" or "word":
    a picture that travels alone, or one within a document.
    """

    variant: str
    look: theme.Palettes = theme.HOUSE

    def reads(self, stock: Stock) -> Iterable[str]:  # noqa: ARG002 - always the same
        """The fonts of charts."""
        return _FONTS.values()

    def make(self, view: ChartSpec, bench: Bench) -> MadeFile:
        """The drawing. Letters that no font has are told once, with the picture."""
        from weerklank import charts

        fonts = {charts.Face(face): bench.given[path] for face, path in _FONTS.items()}
        if self.variant == PICTURE:
            return MadeFile(charts.draw_png(view, fonts=fonts, look=self.look), charts.inspect(view, fonts=fonts))
        if self.variant == IN_WORD:
            return MadeFile(charts.draw_for_word(view, fonts=fonts, look=self.look))
        width, _, scheme = self.variant.partition("-")
        variant = charts.Variant(charts.Width(width), charts.Scheme(scheme))
        return MadeFile(charts.draw(view, variant=variant, fonts=fonts, look=self.look))
