"""From the bytes of a file to rows that can be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from werknemers.domein.invoer.bladkeuze import Bladkeuze
from werknemers.domein.invoer.dubbels import weiger_dubbele_opgaven, weiger_dubbels
from werknemers.domein.invoer.gegevens import GelezenRij
from werknemers.domein.invoer.geheugen import zonder_opruimen
from werknemers.domein.invoer.gelezenblad import GelezenBlad, RuweRij
from werknemers.domein.invoer.kolomkeuze import Kolomkeuze
from werknemers.domein.invoer.kolommen import is_loonblad
from werknemers.domein.invoer.kolomoordeel import Kolomoordeel
from werknemers.domein.invoer.lezen import lees_bladen
from werknemers.domein.invoer.meldingen import Melding
from werknemers.domein.invoer.rij import lees_rijen
from werknemers.domein.invoer.voortgang import Meld, stil


@dataclass(frozen=True, slots=True)
class Inlezing:
    """`bladen` hold the cells as they stood in the file, `rijen` what they mean."""

    bladen: tuple[GelezenBlad, ...]
    rijen: tuple[GelezenRij, ...]
    opmerkingen: tuple[Melding, ...] = ()
    kolommen: tuple[Kolomoordeel, ...] = ()

    @property
    def ruwe_rijen(self) -> Iterator[RuweRij]:
        return (rij for blad in self.bladen for rij in blad.rijen)


def lees_in(
    inhoud: bytes,
    meld: Meld = stil,
    keuze: Bladkeuze | None = None,
    kolommen: Kolomkeuze | None = None,
) -> Inlezing:
    """Read a whole file; `meld` hears percentages up to 60.

    Raises BestandGeweigerd when the file cannot be used at all, KiesBlad when somebody has to
    choose which of its sheets, KiesKolommen when somebody has to say what their columns are.
    """
    with zonder_opruimen():
        meld(5)
        bestand = lees_bladen(inhoud, keuze, kolommen)
        meld(30)
        lonen = [blad for blad in bestand.bladen if is_loonblad(blad.kolommen)]
        mensen = [blad for blad in bestand.bladen if blad not in lonen]
        rijen = (
            *weiger_dubbels(_lees_bladen(mensen)),
            *weiger_dubbele_opgaven(_lees_bladen(lonen)),
        )
        meld(60)
        return Inlezing(bestand.bladen, rijen, bestand.opmerkingen, bestand.kolommen)


def _lees_bladen(bladen: Iterable[GelezenBlad]) -> list[GelezenRij]:
    return [
        replace(rij, blad=ruw.blad) if ruw.blad else rij
        for blad in bladen
        for ruw, rij in zip(blad.rijen, lees_rijen(blad), strict=True)
    ]
