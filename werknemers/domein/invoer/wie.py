"""Whether the person in a row is the employee whom its number names.

Number, national number, and name with birth date together say who somebody is. Where they disagree
the row asks: what is written of the one must never reach the other.
"""

from gedeeld.weergeven import datum_kort
from werknemers.domein.insz import zoek_insz
from werknemers.domein.invoer.bevindingen import Bevindingen
from werknemers.domein.invoer.dubbels import waar
from werknemers.domein.invoer.gegevens import Rijgegevens
from werknemers.domein.invoer.kolommen import Kolom
from werknemers.domein.invoer.stand import Invoerstand
from werknemers.domein.invoer.tekst import woorden
from werknemers.models import Werknemer


def vraag_wie(
    rij: Rijgegevens, bestaand: Werknemer | None, stand: Invoerstand, vondst: Bevindingen
) -> None:
    """`bestaand` is who has the number of the row; None: nobody yet."""
    if bestaand is None:
        _vraag_of_nieuw(rij, stand, vondst)
        return
    ander = _is_een_ander(rij, bestaand, stand)
    if ander is not None or _spreekt_tegen(rij, bestaand):
        nummer = f" Die staat bij ons met nummer {ander.personeelsnummer}." if ander else ""
        vondst.vraag(
            Kolom.PERSONEELSNUMMER,
            "andere_persoon",
            f"Nummer {rij.personeelsnummer} is bij ons van {_van(bestaand)}. In het blad staat "
            f"{_in_het_blad(rij)}.{nummer} Is dat iemand anders, geef die dan een eigen nummer: "
            "anders komt het dossier van de ene bij de andere terecht.",
        )


def _spreekt_tegen(rij: Rijgegevens, bestaand: Werknemer) -> bool:
    """A name or a birth date alone is corrected every day, a name with nothing left of it is not;
    the national number settles it."""
    if rij.insz and bestaand.insz_hash:
        return zoek_insz(rij.insz) != bestaand.insz_hash
    geboren, bekend = rij.geboortedatum, bestaand.geboortedatum
    in_het_blad, bij_ons = woorden(_naam(rij)), woorden(bestaand.naam)
    if not in_het_blad & bij_ons:
        return True
    anders = geboren is not None and bekend is not None and geboren != bekend
    return anders and not (in_het_blad <= bij_ons or bij_ons <= in_het_blad)


def _is_een_ander(rij: Rijgegevens, bestaand: Werknemer, stand: Invoerstand) -> Werknemer | None:
    """Who else has the name and the birth date of the row, when `bestaand` has not."""
    zelfde = stand.zelfde_mens(_naam(rij), rij.geboortedatum)
    if zelfde is None or (rij.insz and bestaand.insz_hash):
        return None
    eigen = woorden(bestaand.naam), bestaand.geboortedatum
    return None if eigen == (woorden(_naam(rij)), rij.geboortedatum) else zelfde


def _vraag_of_nieuw(rij: Rijgegevens, stand: Invoerstand, vondst: Bevindingen) -> None:
    """Somebody new who looks like somebody we have under another number."""
    zelfde_nummer = stand.op_kaal_nummer(rij.personeelsnummer)
    if zelfde_nummer is not None:
        vondst.vraag(
            Kolom.PERSONEELSNUMMER,
            "nummer_nullen",
            f"Nummer {zelfde_nummer.personeelsnummer} is bij ons van {_van(zelfde_nummer)}: dat "
            "verschilt alleen in nullen vooraan. Is het dezelfde persoon, neem dan dat nummer.",
            zelfde_nummer.personeelsnummer,
        )
        return
    zelfde = stand.zelfde_mens(_naam(rij), rij.geboortedatum)
    if zelfde is not None:
        vondst.vraag(
            Kolom.PERSONEELSNUMMER,
            "al_bekend",
            f"Bij ons staat al {_van(zelfde)}, met nummer {zelfde.personeelsnummer}. Is het "
            "dezelfde persoon, neem dan dat nummer: anders bestaat die twee keer.",
            zelfde.personeelsnummer,
        )
        return
    _vraag_naamgenoot(rij, stand, vondst)


def _vraag_naamgenoot(rij: Rijgegevens, stand: Invoerstand, vondst: Bevindingen) -> None:
    """Two new people of one file who look like one."""
    ander = stand.naamgenoten.van(rij)
    if ander is not None:
        vondst.vraag(
            Kolom.PERSONEELSNUMMER,
            "zelfde_in_bestand",
            f"In {waar(ander)} staat ook {_in_het_blad(rij)}, met nummer {ander.personeelsnummer}. "
            "Is het dezelfde persoon, neem dan dat nummer: anders bestaat die twee keer.",
            ander.personeelsnummer,
        )


def _naam(rij: Rijgegevens) -> str:
    return f"{rij.voornaam} {rij.familienaam}".strip()


def _van(werknemer: Werknemer) -> str:
    geboren = werknemer.geboortedatum
    return f"{werknemer.naam} (geboren op {datum_kort(geboren)})" if geboren else werknemer.naam


def _in_het_blad(rij: Rijgegevens) -> str:
    geboren = rij.geboortedatum
    return f"{_naam(rij)} (geboren op {datum_kort(geboren)})" if geboren else _naam(rij)
