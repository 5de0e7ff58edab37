"""From the bytes of a file to rows that can be compared."""

from dataclasses import dataclass

from werknemers.domein.invoer.dubbels import weiger_dubbels
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.lezen import Blad, lees
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.rij import lees_rijen


@dataclass(frozen=True, slots=True)
class Inlezing:
    """`blad` holds the cells as they stood in the file, `rijen` what they mean."""

    blad: Blad
    rijen: tuple[GelezenRij, ...]

    @property
    def opmerkingen(self) -> tuple[Melding, ...]:
        return self.blad.opmerkingen


def lees_in(inhoud: bytes) -> Inlezing:
    """Read a whole file. Raises BestandGeweigerd when it cannot be used at all."""
    with zonder_opruimen():
        blad = lees(inhoud)
        return Inlezing(blad, tuple(weiger_dubbels(lees_rijen(blad))))
