"""From the bytes of a file to rows that can be compared."""

from dataclasses import dataclass

from werknemers.domein.invoer.dubbels import weiger_dubbele_opgaven, weiger_dubbels
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.kolommen import is_loonblad
from werknemers.domein.invoer.lezen import GelezenBlad, lees
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.rij import lees_rijen
from werknemers.domein.invoer.voortgang import Meld, stil


@dataclass(frozen=True, slots=True)
class Inlezing:
    """`blad` holds the cells as they stood in the file, `rijen` what they mean."""

    blad: GelezenBlad
    rijen: tuple[GelezenRij, ...]

    @property
    def opmerkingen(self) -> tuple[Melding, ...]:
        return self.blad.opmerkingen


def lees_in(inhoud: bytes, meld: Meld = stil) -> Inlezing:
    """Read a whole file; `meld` hears percentages up to 60.

    Raises BestandGeweigerd when the file cannot be used at all.
    """
    with zonder_opruimen():
        meld(5)
        blad = lees(inhoud)
        meld(30)
        gelezen = lees_rijen(blad)
        los = is_loonblad(blad.kolommen)
        rijen = tuple(weiger_dubbele_opgaven(gelezen) if los else weiger_dubbels(gelezen))
        meld(60)
        return Inlezing(blad, rijen)
