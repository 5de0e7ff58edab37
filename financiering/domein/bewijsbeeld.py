"""What the page of a receipt shows."""

from dataclasses import dataclass
from datetime import date

from financiering.domein.bewijsvandaag import Naast, leg_naast_vandaag
from financiering.domein.bewijswoorden import waarde_in_woorden, waardenaam
from financiering.domein.rekenbewijs import rekeninvoer_uit
from financiering.domein.rekeninvoer import Rekeninvoer
from financiering.keuzes import Scenariobasis
from gedeeld.bewijs.papier import Bewijs, Bewijsfout
from gedeeld.periode import Periode
from gedeeld.weergeven import meervoud


@dataclass(frozen=True, slots=True)
class Bewijsbeeld:
    """`fout` says why it cannot be computed here; "" when it can."""

    fout: str
    telde_mee: tuple[tuple[str, str], ...] = ()
    waarden: tuple[tuple[str, Periode, str], ...] = ()
    naast: Naast | None = None


def beeld_van_bewijs(bewijs: Bewijs, op: date) -> Bewijsbeeld:
    try:
        invoer, naast = rekeninvoer_uit(bewijs), leg_naast_vandaag(bewijs, op)
    except Bewijsfout as fout:
        return Bewijsbeeld(str(fout))
    waarden = tuple(
        (waardenaam(w.code, eigen=w.eigen), w.geldig, waarde_in_woorden(w.code, w.waarde))
        for w in invoer.waarden
    )
    return Bewijsbeeld("", tuple(_telde_mee(invoer)), waarden, naast)


def _telde_mee(invoer: Rekeninvoer) -> list[tuple[str, str]]:
    mensen, tijdvak = invoer.stand.mensen, invoer.tijdvak
    kwartalen = list(tijdvak)
    basis = Scenariobasis(str(invoer.scenario.basis)).label
    eigen = invoer.toekomst not in Scenariobasis.values
    return [
        ("Kwartalen", f"{kwartalen[0]} tot en met {kwartalen[-1]}"),
        ("Scenario", f"een eigen scenario op basis van “{basis}”" if eigen else basis),
        ("Werknemers", meervoud(len(mensen), "werknemer", "werknemers")),
        ("Contracten", meervoud(len(mensen.contracten), "contract", "contracten")),
        ("Bedragen van diensten", meervoud(len(invoer.stand.bedragen), "bedrag", "bedragen")),
    ]
