"""A file as it was uploaded: told by its content, and read back."""

import re
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath
from typing import Final
from zipfile import BadZipFile, ZipFile

import filetype
from django.core.exceptions import ValidationError

from gedeeld.versleuteling import ontsleutel_bytes
from trajects.models import Bijlage
from trajects.models.bijlage import GROOTSTE

PDF: Final = "application/pdf"


JPG: Final = "image/jpeg"


PNG: Final = "image/png"


DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


# media type → the ending that a name gets
EINDES: Final = {PDF: "pdf", JPG: "jpg", PNG: "png", DOCX: "docx", XLSX: "xlsx"}


# What a document of each kind must hold, and what none may hold: a macro is a program.
_HOOFDDEEL: Final = {DOCX: "word/document.xml", XLSX: "xl/workbook.xml"}


_PROGRAMMA: Final = re.compile(r"vbaProject|\.(exe|js|vbs|bat|cmd|ps1|dll)$", re.IGNORECASE)


_MEESTE_DELEN: Final = 5000


_LANGSTE_NAAM: Final = 120


_VREEMD: Final = re.compile(r"[^\w.() -]+")


SOORTEN_ZIN: Final = "Kies een pdf, een foto (jpg of png), een Word- of een Excel-bestand."


@dataclass(frozen=True, slots=True)
class Bestand:
    """A file that passed the check: a name that is safe to give back, and its media type."""

    naam: str
    soort: str
    inhoud: bytes


def controleer_bestand(naam: str, inhoud: bytes) -> Bestand:
    """What was uploaded, by its content. Raises ValidationError with a sentence about this file."""
    if not inhoud:
        raise ValidationError(f"“{naam}” is leeg. Kies het bestand opnieuw.")
    if len(inhoud) > GROOTSTE:
        raise ValidationError(f"“{naam}” is groter dan 10 MB. Maak het kleiner of deel het op.")
    soort = _soort(inhoud)
    if soort is None:
        raise ValidationError(f"“{naam}” kunnen we niet bewaren. {SOORTEN_ZIN}")
    return Bestand(_veilige_naam(naam, soort), soort, inhoud)


def lees_inhoud(bijlage: Bijlage) -> bytes:
    """The file as it was uploaded. Raises OnleesbareWaarde when no key fits."""
    return ontsleutel_bytes(bytes(bijlage.inhoud))


def _soort(inhoud: bytes) -> str | None:
    gevonden = filetype.guess_mime(inhoud)
    if gevonden in {PDF, JPG, PNG}:
        return str(gevonden)
    return _kantoorsoort(inhoud) if inhoud.startswith(b"PK\x03\x04") else None


def _kantoorsoort(inhoud: bytes) -> str | None:
    """Word or Excel without programs in it; only names are read, nothing is unpacked."""
    try:
        with ZipFile(BytesIO(inhoud)) as archief:
            namen = archief.namelist()
    except (BadZipFile, ValueError, NotImplementedError):
        return None
    if len(namen) > _MEESTE_DELEN or any(_PROGRAMMA.search(naam) for naam in namen):
        return None
    passend = (soort for soort, deel in _HOOFDDEEL.items() if deel in namen)
    return next(passend, None)


def _veilige_naam(naam: str, soort: str) -> str:
    """Letters, digits and a few signs, with the ending of what it is."""
    stam = _VREEMD.sub("-", PurePath(naam.replace("\\", "/")).stem).strip(" .-")
    return f"{stam[:_LANGSTE_NAAM] or 'bijlage'}.{EINDES[soort]}"
