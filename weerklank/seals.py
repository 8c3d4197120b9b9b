"""The seal of a frozen annex: an invisible PAdES signature that allows no later change, and what a seal in a PDF says.

In: the bytes of a PDF, of a key with its certificate (PKCS #12) and its password. Out: the bytes with a seal, or what
the seals say. Sole owner of pyHanko. Nothing is stored and no network is asked: whether the issuer of a certificate is
to be trusted is for the reader's own program, which has a list of them.

The seal (ETSI EN 319 142-1, baseline B-B) is added after the last byte, so the frozen bytes stay as they are before
it. It certifies the document with “no changes permitted” (ISO 32000-2, 12.8.2.2).
"""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

FIELD = "Zegel"


class NoKeyError(Exception):
    """The key cannot be used: its file is no PKCS #12, or the password is not right. Its text is a Dutch sentence."""


class UnreadableError(Exception):
    """A PDF in which no seal can be looked for."""


@dataclass(frozen=True)
class Seal:
    """One seal. `by`, `issuer`: the names in the certificate; `at`: the moment that the seal names, if it does.

    `intact`: the bytes that it covers are those that were sealed. `whole`: it covers all bytes of the file.
    """

    by: str
    issuer: str
    at: datetime | None
    intact: bool
    whole: bool


class Sealer:
    """Puts seals. The key is held as long as the value lives and goes nowhere else."""

    def __init__(self, key: bytes, password: str) -> None:
        """Open a key. Raises NoKeyError."""
        try:
            self._signer = SimpleSigner.load_pkcs12_data(key, (), password.encode() if password else None)
        except (ValueError, TypeError, SigningError) as problem:
            raise NoKeyError("De sleutel gaat niet open: is het een p12-bestand, en klopt het wachtwoord?") from problem

    def __call__(self, pdf: bytes) -> bytes:
        """The PDF with a seal."""
        about = PdfSignatureMetadata(
            field_name=FIELD,
            subfilter=SigSeedSubFilter.PADES,
            certify=True,
            docmdp_permissions=MDPPerm.NO_CHANGES,
        )
        sealed = io.BytesIO()
        PdfSigner(about, self._signer).sign_pdf(IncrementalPdfFileWriter(io.BytesIO(pdf)), output=sealed)
        return sealed.getvalue()


def seals_of(pdf: bytes) -> tuple[Seal, ...]:
    """The seals in a PDF, oldest first. Raises UnreadableError for bytes that are no whole PDF."""
    try:
        with _quietly():
            return tuple(map(_seal, PdfFileReader(io.BytesIO(pdf)).embedded_regular_signatures))
    except (PdfError, SignatureValidationError, ValueError, KeyError) as problem:
        raise UnreadableError from problem


def _seal(signature: EmbeddedPdfSignature) -> Seal:
    trusting_nobody = ValidationContext(trust_roots=[], allow_fetching=False)
    status = validate_pdf_signature(signature, signer_validation_context=trusting_nobody)
    certificate = status.signing_cert
    return Seal(
        _name(certificate.subject.native),
        _name(certificate.issuer.native),
        status.signer_reported_dt,
        status.intact and status.valid,
        status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
    )


@contextmanager
def _quietly() -> Iterator[None]:
    """The libraries tell the log, with a traceback, that they trust nobody: we asked them to."""
    loggers = [logging.getLogger(name) for name in ("pyhanko", "pyhanko_certvalidator")]
    before = [logger.propagate for logger in loggers]
    nowhere = logging.NullHandler()
    for logger in loggers:
        logger.propagate = False
        logger.addHandler(nowhere)
    try:
        yield
    finally:
        for logger, propagate in zip(loggers, before, strict=True):
            logger.propagate = propagate
            logger.removeHandler(nowhere)


def _name(names: dict[str, str]) -> str:
    """The name of a person or body in a certificate: its common name, or else that of the organisation."""
    return names.get("common_name") or names.get("organization_name") or "een naamloos certificaat"
