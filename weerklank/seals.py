"""The seal of a frozen annex: an invisible PAdES signature that allows no later change, and what a seal in a PDF says.

In: the bytes of a PDF, of a key with its certificate (PKCS #12) and its password. Out: the bytes with a seal, or what
the seals say. Sole owner of pyHanko. Nothing is stored and no network is asked: whether the issuer of a certificate is
to be trusted is for the reader's own program, which has a list of them.

The seal (ETSI EN 319 142-1, baseline B-B) is added after the last byte, so the frozen bytes stay as they are before
it. It certifies the document with “no changes permitted” (ISO 32000-2, 12.8.2.2).
"""

import io
import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version

from pyhanko.pdf_utils.generic import StreamObject, pdf_name, pdf_string
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko.sign.general import SigningError
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko.sign.signers.pdf_byterange import BuildProps
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

    def __init__(self, key: bytes, password: str, *, at: datetime) -> None:
        """Open a key. `at`: when the PDF says that it was changed, in UTC. Raises NoKeyError."""
        self._at = at
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
            app_build_props=BuildProps(name="pyHanko", revision=version("pyhanko")),
        )
        sealed = io.BytesIO()
        PdfSigner(about, self._signer).sign_pdf(_DatedWriter(io.BytesIO(pdf), self._at), output=sealed)
        return sealed.getvalue()


_MOMENTS = re.compile(rb"(<xmp:(ModifyDate|MetadataDate)>)[^<]*(</xmp:)")


class _DatedWriter(IncrementalPdfFileWriter):
    """Adds to a PDF, and says in both places that tell about the file when it was changed, and nothing else.

    The program that put the seal stands in the seal. The producer is still the one that made the file.
    """

    def __init__(self, pdf: io.BytesIO, at: datetime) -> None:
        super().__init__(pdf)
        self._at = at

    def _update_meta(self) -> None:
        if self._info is not None:
            info = self._info.get_object()  # type: ignore[no-untyped-call]
            info[pdf_name("/ModDate")] = pdf_string(self._at.strftime("D:%Y%m%d%H%M%SZ"))
            self.mark_update(self._info)
        told = self.root["/Metadata"]
        packet = _MOMENTS.sub(rb"\g<1>" + self._at.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<3>", told.data)
        described = StreamObject({name: told[name] for name in ("/Type", "/Subtype")}, stream_data=packet)
        self.root[pdf_name("/Metadata")] = self.add_object(described)
        self.update_root()  # type: ignore[no-untyped-call]


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
