"""The formats of the files of a site, each with what it reads besides its view: the only place that joins renderers.

In: views and materials. Out: results. A renderer that takes long to load is imported when the first file needs it.
"""

from weerklank.build.forms.annex import COVERAGE, AnnexFile, CoverageFile, PdfForm, SpokenForm, WordForm
from weerklank.build.forms.chart import ChartForm
from weerklank.build.forms.data import DataFile, DataForm
from weerklank.build.forms.picture import CodeForm, PictureForm
from weerklank.build.forms.text import BareForm, BytesForm, PageForm, TextForm

__all__ = [
    "COVERAGE",
    "AnnexFile",
    "BareForm",
    "BytesForm",
    "ChartForm",
    "CodeForm",
    "CoverageFile",
    "DataFile",
    "DataForm",
    "PageForm",
    "PdfForm",
    "PictureForm",
    "SpokenForm",
    "TextForm",
    "WordForm",
]
