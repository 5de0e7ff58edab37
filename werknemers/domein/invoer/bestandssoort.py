"""What a file is, by its content. Its name proves nothing."""

from enum import StrEnum, auto
from typing import Final

from werknemers.domein.invoer.meldingen import BestandGeweigerd

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_VERSLEUTELD: Final = "EncryptedPackage".encode("utf-16-le")
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
    TEKST = auto()


def bepaal_soort(inhoud: bytes) -> Bestandssoort:
    """A zip (so perhaps XLSX) or text (so perhaps CSV); raise BestandGeweigerd for the rest."""
    if not inhoud.strip(b"\x00 \t\r\n"):
        raise BestandGeweigerd("leeg", "Het bestand is leeg. Kies een ander bestand.")
    if inhoud.startswith(b"PK"):
        return Bestandssoort.ZIP
    if inhoud.startswith(_OLE):
        raise _weiger_ole(inhoud)
    begin = inhoud[:512].removeprefix(b"\xef\xbb\xbf").lstrip()
    for tekens, naam in _ANDERE:
        if begin.startswith(tekens):
            raise geen_rekenblad(naam)
    if b"\x00" in inhoud and not inhoud.startswith(_UTF16):
        raise geen_rekenblad()
    return Bestandssoort.TEKST


def _weiger_ole(inhoud: bytes) -> BestandGeweigerd:
    """Old Office files and encrypted new ones share one container."""
    if _VERSLEUTELD in inhoud:
        return versleuteld()
    return BestandGeweigerd(
        "oud_formaat", f"Dit is een bestand in het oude Office-formaat (.xls). {_ALS_XLSX}"
    )


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
