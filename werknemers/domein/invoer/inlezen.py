"""From the bytes of a file to rows that can be compared."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from werknemers.domein.invoer.antwoorden import ZONDER, Antwoorden, op_plek
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
from werknemers.domein.invoer.verbeterd import laat_weg, verbeter, zonder_weggelaten
from werknemers.domein.invoer.voortgang import Meld, stil


@dataclass(frozen=True, slots=True)
class Inlezing:
    """`bladen` hold the cells as they stood in the file, or as they were mended; `rijen` what they
    mean. `antwoorden` are about the rows as they are named here."""

    bladen: tuple[GelezenBlad, ...]
    rijen: tuple[GelezenRij, ...]
    opmerkingen: tuple[Melding, ...] = ()
    kolommen: tuple[Kolomoordeel, ...] = ()
    antwoorden: Antwoorden = ZONDER

    @property
    def ruwe_rijen(self) -> Iterator[RuweRij]:
        return (rij for blad in self.bladen for rij in blad.rijen)


def lees_in(
    inhoud: bytes,
    meld: Meld = stil,
    keuze: Bladkeuze | None = None,
    kolommen: Kolomkeuze | None = None,
    antwoorden: Antwoorden = ZONDER,
) -> Inlezing:
    """Read a whole file with what was said of its rows; `meld` hears percentages up to 60.

    Raises BestandGeweigerd when the file cannot be used at all, KiesBlad when somebody has to
    choose which of its sheets, KiesKolommen when somebody has to say what their columns are.
    """
    with zonder_opruimen():
        meld(5)
        bestand = lees_bladen(inhoud, keuze, kolommen)
        meld(30)
        namen = [blad.naam for blad in bestand.bladen]
        antwoorden = replace(antwoorden, rijen=op_plek(antwoorden.rijen, namen))
        bladen = tuple(verbeter(blad, antwoorden) for blad in bestand.bladen)
        lonen = [blad for blad in bladen if is_loonblad(blad.kolommen)]
        mensen = [blad for blad in bladen if blad not in lonen]
        rijen = (
            *zonder_weggelaten(
                _lees_bladen(mensen, antwoorden), partial(weiger_dubbels, antwoorden=antwoorden)
            ),
            *zonder_weggelaten(_lees_bladen(lonen, antwoorden), weiger_dubbele_opgaven),
        )
        meld(60)
        return Inlezing(bladen, rijen, bestand.opmerkingen, bestand.kolommen, antwoorden)


def _lees_bladen(bladen: Iterable[GelezenBlad], antwoorden: Antwoorden) -> list[GelezenRij]:
    rijen = [
        replace(rij, blad=ruw.blad) if ruw.blad else rij
        for blad in bladen
        for ruw, rij in zip(blad.rijen, lees_rijen(blad), strict=True)
    ]
    return laat_weg(rijen, antwoorden)
