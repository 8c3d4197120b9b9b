"""weerklank: records of listening and adjusting, published as a site and as an annex to a parliamentary answer."""

__version__ = "0.1.0"
