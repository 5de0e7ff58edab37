"""What a file is, by its content. Its name proves nothing."""

from enum import StrEnum, auto
from typing import Final

from werknemers.domein.invoer.meldingen import BestandGeweigerd

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD: Final = "EncryptedPackage".encode("utf-16-le")
# The streams in which an old workbook keeps its sheets; other old documents have none.
_OUDE_WERKMAP: Final = tuple(naam.encode("utf-16-le") for naam in ("Workbook", "Book"))
_UTF16: Final = (b"\xff\xfe", b"\xfe\xff")
_ALS_XLSX: Final = "Bewaar het in Excel als “Excel-werkmap (.xlsx)” en kies het opnieuw."

# First bytes of what people choose by mistake, and how they call it.
_ANDERE: Final = (
    (b"%PDF", "een PDF"),
    (b"\x89PNG", "een afbeelding"),
    (b"\xff\xd8\xff", "een afbeelding"),
    (b"GIF8", "een afbeelding"),
    (b"{\\rtf", "een tekstdocument"),
    (b"\x1f\x8b", "een ingepakt bestand"),
    (b"7z\xbc\xaf", "een ingepakt bestand"),
    (b"Rar!", "een ingepakt bestand"),
    (b"<", "een webpagina of een XML-bestand"),
)


class Bestandssoort(StrEnum):
    ZIP = auto()
    OUD = auto()
    TEKST = auto()


def bepaal_soort(inhoud: bytes) -> Bestandssoort:
    """A zip (so perhaps XLSX), an old workbook (XLS) or text (so perhaps CSV).

    Raises BestandGeweigerd for the rest.
    """
    if not inhoud.strip(b"\x00 \t\r\n"):
        raise BestandGeweigerd("leeg", "Het bestand is leeg. Kies een ander bestand.")
    if inhoud.startswith(b"PK"):
        return Bestandssoort.ZIP
    if inhoud.startswith(_OLE):
        return _oude_soort(inhoud)
    begin = inhoud[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    for tekens, naam in _ANDERE:
        if begin.startswith(tekens):
            raise geen_rekenblad(naam)
    if b"\x00" in inhoud and not lijkt_utf16(inhoud):
        raise geen_rekenblad()
    return Bestandssoort.TEKST


def lijkt_utf16(inhoud: bytes) -> str:
    """The name of the encoding when this looks like text in pairs of bytes; else "".

    Without a mark it is known by the zeros: half of each ordinary letter is one.
    """
    if inhoud.startswith(_UTF16):
        return "utf-16"
    begin = inhoud[: min(len(inhoud), 2000) // 2 * 2]
    nullen = [begin[plaats::2].count(0) * 2 for plaats in (0, 1)]
    letters = len(begin) // 2
    if len(inhoud) % 2 or not letters:
        return ""
    if nullen[1] > letters and not nullen[0]:
        return "utf-16-le"
    return "utf-16-be" if nullen[0] > letters and not nullen[1] else ""


def _oude_soort(inhoud: bytes) -> Bestandssoort:
    """Old Office files and encrypted new ones share one container."""
    if _VERSLEUTELD in inhoud:
        raise versleuteld()
    if not any(naam in inhoud for naam in _OUDE_WERKMAP):
        raise geen_rekenblad("een oud Office-document")
    return Bestandssoort.OUD


def versleuteld() -> BestandGeweigerd:
    return BestandGeweigerd(
        "versleuteld",
        "Het bestand is beveiligd met een wachtwoord. "
        "Haal het wachtwoord eraf, bewaar het bestand en kies het opnieuw.",
    )


def beschadigd() -> BestandGeweigerd:
    return BestandGeweigerd(
        "beschadigd",
        "Het bestand is beschadigd of onvolledig. "
        "Open het in Excel, bewaar het opnieuw als .xlsx en kies het dan nog eens.",
    )


def ander_rekenblad(naam: str) -> BestandGeweigerd:
    return BestandGeweigerd("ander_formaat", f"Dit is een bestand van {naam}. {_ALS_XLSX}")


def geen_rekenblad(naam: str = "") -> BestandGeweigerd:
    wat = f"Dit is {naam}, geen rekenblad." if naam else "Dit bestand is geen rekenblad."
    return BestandGeweigerd("geen_rekenblad", f"{wat} Kies een Excel-bestand (.xlsx) of een CSV.")
