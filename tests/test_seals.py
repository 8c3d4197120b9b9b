"""An annex that is frozen with a seal, and what the command says of files: frozen, sealed, changed or unknown.

Real keys, real seals and real PDFs; veraPDF judges the sealed file.
"""

import hashlib
import io
import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509.oid import NameOID

from tests.annex_samples import EPOCH, SMALL, attachments, document, printed, resources
from tests.frozen_samples import QUESTION_FILE, QUESTION_ID, change, write
from tests.pdf_tools import Validator
from weerklank import pdf
from weerklank.author.load import load
from weerklank.cli import main, sealing
from weerklank.cli.arguments import WrongUseError, parse
from weerklank.cli.verbs import NORMS
from weerklank.freeze import anchored
from weerklank.seals import Sealer, seals_of

SECRET = "een geheim met een spatie"  # noqa: S105 - opens a key that each run makes anew
OWNER = "Agentschap Voorbeeld"
DAY = ("--date", "2026-11-23")
LATER = datetime(2030, 1, 2, 3, 4, 5, tzinfo=UTC)
VERSION = f"vragen/{QUESTION_ID}/2026-11-23"


@pytest.fixture(scope="session")
def key() -> bytes:
    """A key with a certificate that vouches for itself."""
    private = rsa.generate_private_key(65537, 2048)
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, OWNER)])
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(1)
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2090, 1, 1, tzinfo=UTC))
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    lock = BestAvailableEncryption(SECRET.encode())
    return pkcs12.serialize_key_and_certificates(b"zegel", private, certificate, None, lock)


@pytest.fixture(scope="module")
def sealed(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Path:
    """The content folder after freezing with a seal; the key lies beside it."""
    folder = tmp_path_factory.mktemp("verzegeld")
    (folder / "zegel.p12").write_bytes(key)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(sealing.VARIABLE, SECRET)
        content = write(folder)
        command = ["annex", QUESTION_ID, "--content", str(content), "--definitief", *DAY]
        assert 0 == main([*command, "--zegel", str(folder / "zegel.p12"), "--no-cache"])
    return content


def said(capsys: pytest.CaptureFixture[str], content: Path, file: Path) -> tuple[int, str]:
    """What `verify` answers, with its exit code."""
    capsys.readouterr()
    code = main(["verify", str(file), "--content", str(content)])
    return code, capsys.readouterr().out.replace("\N{NO-BREAK SPACE}", " ")


_MOMENT = re.compile(r"<xmp:(ModifyDate|MetadataDate)>([^<]*)</xmp:")


def described(data: bytes) -> str:
    """The metadata packet of a PDF, without when it was last changed."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return _MOMENT.sub("", opened.Root.Metadata.read_bytes().decode())


def moments(data: bytes) -> set[str]:
    """When a PDF says that it was last changed, in the packet and in the list of the file, in one form."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = {moment for _, moment in _MOMENT.findall(opened.Root.Metadata.read_bytes().decode())}
        if "/Info" in opened.trailer:
            found.add(datetime.strptime(str(opened.docinfo.ModDate), "D:%Y%m%d%H%M%S%z").strftime("%Y-%m-%dT%H:%M:%SZ"))
        return found


def test_a_sealed_annex_is_recognised(capsys: pytest.CaptureFixture[str], sealed: Path) -> None:
    """The frozen file is known by its bytes, wherever it went; its seal names who put it."""
    code, out = said(capsys, sealed, sealed / VERSION / "bijlage.pdf")

    assert 0 == code
    assert f"Dit is, teken voor teken, {sealed}/{VERSION}/bijlage.pdf, versie 23 november 2026" in out
    assert f"door {OWNER}; certificaat van {OWNER}.\nHet zegel is heel" in out
    assert "niet nagekeken" in out


def test_the_anchor_knows_the_sealed_bytes(capsys: pytest.CaptureFixture[str], sealed: Path, tmp_path: Path) -> None:
    """What is anchored is the PDF with its seal, not as it was before."""
    pdf_bytes = (sealed / VERSION / "bijlage.pdf").read_bytes()
    (item,) = anchored(load(sealed))
    shutil.copytree(sealed, tmp_path / "content")
    shutil.rmtree(tmp_path / "content" / VERSION)
    code, out = said(capsys, tmp_path / "content", sealed / VERSION / "bijlage.pdf")

    assert hashlib.sha256(pdf_bytes).hexdigest() == item.pdf
    assert 1 == code
    assert "teken voor teken, de pdf die bevroren werd als versie 2026-11-23" in out
    assert "Het zegel is heel" in out


def test_other_files_of_the_version_have_no_seal(capsys: pytest.CaptureFixture[str], sealed: Path) -> None:
    """A Word document or a table is recognised too, and nothing is said of seals."""
    for name in ("bijlage.docx", "bijlage.xlsx", "bijlage-voorgelezen.txt"):
        code, out = said(capsys, sealed, sealed / VERSION / name)

        assert (0, 1) == (code, out.count("\n"))
        assert f"{VERSION}/{name}" in out


def test_what_is_added_or_changed_is_told(capsys: pytest.CaptureFixture[str], sealed: Path, tmp_path: Path) -> None:
    """A note behind the end, another byte within, another annex: each has its own sentence, and none is well."""
    whole = (sealed / VERSION / "bijlage.pdf").read_bytes()
    at = whole.index(b"/ByteRange") // 2
    cases = {
        whole + b"\n% een nota\n": ("maar daarna is er iets bij geschreven (12 bytes)", "Na het zegel is er iets bij"),
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :]: (
            "geen enkel manifest",
            "Het lijkt op versie 23 november 2026 van de bijlage bij vraag “klanten”: een groot deel is gelijk",
            "Het zegel is gebroken",
        ),
        printed("<h1>Een andere</h1>").pdf: ("geen enkel manifest", "Er staat geen zegel op."),
        whole[:500]: ("geen enkel manifest", "deze pdf is niet te lezen"),
        b"geen pdf": ("geen enkel manifest",),
    }
    for data, sentences in cases.items():
        (tmp_path / "kopie.pdf").write_bytes(data)
        code, out = said(capsys, sealed, tmp_path / "kopie.pdf")

        assert 1 == code, out
        assert [] == [sentence for sentence in sentences if sentence not in out], out


def test_a_manifest_is_checked_with_what_lies_beside_it(
    capsys: pytest.CaptureFixture[str], sealed: Path, tmp_path: Path
) -> None:
    """Given the list instead of the annex, the list and the files beside it are looked at."""
    there = sealed / VERSION / "manifest.json"
    code, out = said(capsys, sealed, there)
    assert (0, True) == (code, f"Dit is, teken voor teken, {sealed}/{VERSION}/manifest.json, het manifest van" in out)
    assert "naast, teken voor teken zoals bevroren." in out

    alone = tmp_path / "manifest.json"
    shutil.copy(there, alone)
    code, out = said(capsys, sealed, alone)
    assert (0, True) == (code, "Ernaast ligt geen enkel bestand dat het noemt." in out)

    (tmp_path / "bijlage.pdf").write_bytes(b"anders")
    code, out = said(capsys, sealed, alone)
    assert (1, True) == (code, "ligt er 1 naast; veranderd: bijlage.pdf." in out)

    (tmp_path / "bijlage.pdf").unlink()
    alone.write_text(there.read_text("utf-8").replace('"size": ', '"size": 1'), encoding="utf-8")
    code, out = said(capsys, sealed, alone)
    assert (1, True) == (code, "maar een ander dan" in out)

    alone.write_text(there.read_text("utf-8").replace("2026-11-23", "2026-11-22"), encoding="utf-8")
    code, out = said(capsys, sealed, alone)
    assert (1, True) == (code, "kent die versie niet" in out)

    content = tmp_path / "content"
    shutil.copytree(sealed, content)
    shutil.rmtree(content / VERSION)
    code, out = said(capsys, content, there)
    assert (1, True) == (code, "is weg, of een ander." in out)


def test_a_broken_version_and_a_later_one(capsys: pytest.CaptureFixture[str], sealed: Path, tmp_path: Path) -> None:
    """A file that is right belongs to a version in which another was changed; a later version is named."""
    content = tmp_path / "content"
    shutil.copytree(sealed, content)
    (content / VERSION / "bijlage.docx").write_bytes(b"anders")

    code, out = said(capsys, content, content / VERSION / "bijlage.pdf")
    assert (1, True) == (code, f"Niet in orde in die versie: content/{VERSION}/bijlage.docx" in out)

    shutil.copy(sealed / VERSION / "bijlage.docx", content / VERSION / "bijlage.docx")
    change(content, QUESTION_FILE, '"In 2016."', '"In 2016, en niet meer."')
    command = ["annex", QUESTION_ID, "--content", str(content), "--definitief", "--date", "2026-11-25", "--no-cache"]
    assert 0 == main(command)
    code, out = said(capsys, content, content / VERSION / "bijlage.pdf")
    assert (0, True) == (code, "Er is een latere versie: 25 november 2026." in out)
    code, out = said(capsys, content, content / f"vragen/{QUESTION_ID}/2026-11-25/bijlage.pdf")
    assert (0, True, False) == (code, "Er staat geen zegel op." in out, "latere versie" in out)


def test_nothing_of_the_key_is_stored(sealed: Path, key: bytes) -> None:
    """Neither the password nor the key is in any file that was made."""
    stored = [path.read_bytes() for path in sealed.rglob("*") if path.is_file()]

    assert [] == [data for data in stored if SECRET.encode() in data or key in data]


def test_a_key_that_does_not_open(
    tmp_path: Path, key: bytes, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A wrong password, a file that is no key, no file and no password are wrong use; nothing is frozen."""
    content = write(tmp_path)
    (tmp_path / "zegel.p12").write_bytes(key)
    (tmp_path / "brief.txt").write_bytes(b"geen sleutel")
    command = ["annex", QUESTION_ID, "--content", str(content), "--definitief", *DAY, "--zegel"]
    for name, password, sentence in (
        ("zegel.p12", "fout", "De sleutel gaat niet open"),
        ("brief.txt", SECRET, "De sleutel gaat niet open"),
        ("weg.p12", SECRET, "weg.p12 is er niet"),
        ("zegel.p12", None, "Het wachtwoord van de sleutel ontbreekt"),
    ):
        monkeypatch.delenv(sealing.VARIABLE, raising=False)
        if password is not None:
            monkeypatch.setenv(sealing.VARIABLE, password)
        assert 2 == main([*command, str(tmp_path / name)])
        assert sentence in capsys.readouterr().err
    assert [] == [path for path in (content / "vragen").iterdir() if path.is_dir()]


@pytest.mark.parametrize("name", sorted(pdf.NORMS))
def test_a_seal_breaks_no_standard(validator: Validator, tmp_path: Path, key: bytes, name: str) -> None:
    """Sealed, the file keeps its standards, and begins with the bytes that were there."""
    norm = pdf.NORMS[name]
    html = document(SMALL)
    plain = pdf.make_pdf(html, resources=resources(), attachments=attachments(), epoch=EPOCH, norm=norm).pdf
    done = Sealer(key, SECRET, at=LATER)(plain)
    (tmp_path / "zegel.pdf").write_bytes(done)

    assert [] == [
        line for verdict in validator.verdicts(tmp_path / "zegel.pdf", *norm.flavours) for line in verdict.failed
    ]
    assert done.startswith(plain)
    assert [(OWNER, True, True)] == [(seal.by, seal.intact, seal.whole) for seal in seals_of(done)]
    assert described(plain) == described(done)
    assert [1, 1] == [len(moments(data)) for data in (plain, done)]
    assert {"2030-01-02T03:04:05Z"} == moments(done) != moments(plain)
    assert told(plain) == told(done)


def told(data: bytes) -> dict[str, str]:
    """What the list of the file says, but for the moment of the last change."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = opened.docinfo.items() if "/Info" in opened.trailer else ()
        return {name: str(value) for name, value in found if name != "/ModDate"}


def test_a_seal_names_the_program_that_put_it(key: bytes) -> None:
    """It stands in the seal, and not as the producer of what was sealed."""
    with pikepdf.open(io.BytesIO(Sealer(key, SECRET, at=LATER)(printed("<h1>Een</h1>").pdf))) as opened:
        (field,) = opened.Root.AcroForm.Fields
        assert "/pyHanko" == str(field.V.Prop_Build.App.Name)


def test_the_other_norm_on_request(tmp_path: Path, validator: Validator) -> None:
    """`--norm ua2` gives PDF/UA-2 with PDF/A-4f; the words are the same, and so is their order."""
    content = write(tmp_path)
    heard = set()
    for name in NORMS:
        output = tmp_path / name
        assert 0 == main(
            [
                "annex",
                QUESTION_ID,
                "--content",
                str(content),
                "--output",
                str(output),
                "--norm",
                name,
                "--no-cache",
                *DAY,
            ]
        )
        failed = [item.failed for item in validator.verdicts(output / "bijlage.pdf", *pdf.NORMS[name].flavours)]
        assert [()] * len(failed) == failed
        heard.add((output / "bijlage-voorgelezen.txt").read_text(encoding="utf-8"))
    assert 1 == len(heard)
    assert "\nKop 1: " in heard.pop()
    assert pdf.NORMS.keys() == set(NORMS)


def test_options_that_need_each_other() -> None:
    """Wrong use of the options is said in Dutch."""
    for words, sentence in (
        ("annex klanten --zegel x.p12", "--zegel hoort bij --definitief"),
        ("annex klanten --norm ua3", "--norm kent ua1 of ua2; niet “ua3”."),
        ("build --norm ua2", "--norm hoort niet bij “build”"),
        ("verify", "Welk bestand?"),
        ("verify x.pdf --output site", "--output hoort niet bij “verify”"),
    ):
        with pytest.raises(WrongUseError, match=sentence.replace("?", r"\?")):
            parse(words.split())


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is wrong use."""
    content = write(tmp_path)

    assert 2 == main(["verify", str(tmp_path / "weg.pdf"), "--content", str(content)])
    assert "weg.pdf is er niet." in capsys.readouterr().err
