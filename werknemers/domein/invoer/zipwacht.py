"""Guards between an uploaded zip and the spreadsheet reader.

The reader is fast because it trusts the file: it reserves a cell for every place in the used
area and a copy of the text for every cell that shares it. A file of a few kB can so ask for
more memory than there is. Everything it will touch is therefore measured here first.
"""

import io
import zipfile
import zlib
from typing import Final

from werknemers.domein.invoer.bestandssoort import beschadigd, versleuteld
from werknemers.domein.invoer.meldingen import BestandGeweigerd
from werknemers.domein.invoer.werkmapdelen import gewoon

MAX_DELEN: Final = 1_000
MAX_UITGEPAKT: Final = 150 * 1024 * 1024
# The XML of a spreadsheet shrinks ten to forty times; a bomb a thousand times.
MAX_VERHOUDING: Final = 200
_KLEIN: Final = 1024 * 1024

_FOUTEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)


def verdacht() -> BestandGeweigerd:
    return BestandGeweigerd(
        "te_groot_uitgepakt",
        "Het bestand is klein, maar wordt uitzonderlijk groot bij het openen. "
        "Kopieer alleen de tabel met werknemers naar een nieuw Excel-bestand en kies dat.",
    )


def open_zip(inhoud: bytes) -> zipfile.ZipFile:
    """A zip whose parts are complete and of a reasonable size.

    Raises BestandGeweigerd when it is broken, encrypted or a bomb.
    """
    try:
        archief = zipfile.ZipFile(io.BytesIO(inhoud))
        _meet(archief)
        if archief.testzip() is not None:
            raise beschadigd()
    except BestandGeweigerd:
        raise
    except _FOUTEN as fout:
        raise beschadigd() from fout
    return archief


def _meet(archief: zipfile.ZipFile) -> None:
    delen = archief.infolist()
    if any(deel.flag_bits & 0x1 for deel in delen):
        raise versleuteld()
    # Names that differ in signs or capitals only would let another part be read than was measured.
    if len({gewoon(deel.filename) for deel in delen}) != len(delen):
        raise beschadigd()
    te_veel = len(delen) > MAX_DELEN or sum(deel.file_size for deel in delen) > MAX_UITGEPAKT
    if te_veel or any(_ontploft(deel) for deel in delen):
        raise verdacht()


def _ontploft(deel: zipfile.ZipInfo) -> bool:
    return deel.file_size > _KLEIN and deel.file_size > MAX_VERHOUDING * deel.compress_size
