"""The file of an attest in a story: a PDF of one page, in plain type."""

from collections.abc import Sequence
from typing import Final

from trajects.logboek.bestanden import PDF, Bestand

_VAST: Final = (
    b"<< /Type /Catalog /Pages 2 0 R >>",
    b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
    b" /Resources << /Font << /F1 4 0 R >> >> >>",
    b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
)


def attestbestand(naam: str, regels: Sequence[str]) -> Bestand:
    tekst = "".join(f"({_letterlijk(regel)}) Tj 0 -28 Td " for regel in regels).encode("cp1252")
    stroom = b"BT /F1 16 Tf 72 760 Td " + tekst + b"ET"
    inhoud = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stroom), stroom)
    return Bestand(naam, PDF, _pdf([*_VAST, inhoud]))


def _letterlijk(regel: str) -> str:
    """Brackets and backslashes mean something in a PDF."""
    return regel.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def _pdf(delen: Sequence[bytes]) -> bytes:
    uit, plaatsen = b"%PDF-1.4\n", []
    for nummer, deel in enumerate(delen, start=1):
        plaatsen.append(len(uit))
        uit += b"%d 0 obj\n%s\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    aantal = len(delen) + 1
    return (
        uit
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (aantal, tabel)
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (aantal, len(uit))
    )
