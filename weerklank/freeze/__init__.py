"""Annexes that are final: what is stored under a question, whether it is intact, and what has changed since.

In: the loaded content, the corpus, the files of an annex. Out: `Version` values, files to store, findings. A version is
a folder `content/vragen/<question>/<day>/`. Nothing is rendered, read or written here: `publish` is the only writer.
"""

from weerklank.freeze.ahead import ahead
from weerklank.freeze.anchor import unanchored, verify_all, verify_anchor, with_versions, with_withdrawal
from weerklank.freeze.early import early
from weerklank.freeze.known import Anchored, anchored, anchored_pdf, called
from weerklank.freeze.moved import MOVED, moved
from weerklank.freeze.recognise import Recognised, recognise
from weerklank.freeze.sealing import Particulars, seal, standing, taken_back
from weerklank.freeze.shown import drafts, released, standing_only, waiting
from weerklank.freeze.told import told
from weerklank.freeze.verify import verify
from weerklank.freeze.versions import (
    MANIFEST,
    PDF,
    StoredFile,
    Version,
    address,
    day_of,
    day_words,
    name_words,
    next_name,
    public_files,
    versions,
)

__all__ = [
    "MANIFEST",
    "MOVED",
    "PDF",
    "Anchored",
    "Particulars",
    "Recognised",
    "StoredFile",
    "Version",
    "address",
    "ahead",
    "anchored",
    "anchored_pdf",
    "called",
    "day_of",
    "day_words",
    "drafts",
    "early",
    "moved",
    "name_words",
    "next_name",
    "public_files",
    "recognise",
    "released",
    "seal",
    "standing",
    "standing_only",
    "taken_back",
    "told",
    "unanchored",
    "verify",
    "verify_all",
    "verify_anchor",
    "versions",
    "waiting",
    "with_versions",
    "with_withdrawal",
]
