"""What the page of a receipt shows."""

from dataclasses import dataclass
from datetime import date

from financiering.domein.bewijsvandaag import leg_naast_vandaag
from financiering.domein.bewijswoorden import waarde_in_woorden, waardenaam
from financiering.domein.rekenbewijs import rekeninvoer_uit
from financiering.domein.rekeninvoer import Rekeninvoer
from financiering.keuzes import Bewijssoort, Scenariobasis
from gedeeld.bewijs.papier import Bewijsbestand, Bewijsfout
from gedeeld.bewijs.verschil import Naast
from gedeeld.periode import Periode
from gedeeld.weergeven import meervoud
from trajects.plan_pdf.planbewijs import Planinvoer, lees_plan


@dataclass(frozen=True, slots=True)
class Bewijsbeeld:
    """`fout` says why it cannot be computed here; "" when it can."""

    fout: str
    telde_mee: tuple[tuple[str, str], ...] = ()
    waarden: tuple[tuple[str, Periode, str], ...] = ()
    naast: Naast | None = None


def beeld_van_bewijs(bewijs: Bewijsbestand, op: date) -> Bewijsbeeld:
    try:
        naast = leg_naast_vandaag(bewijs, op)
        if bewijs.soort == Bewijssoort.PLAN:
            return Bewijsbeeld("", _van_plan(lees_plan(bewijs)), naast=naast)
        invoer = rekeninvoer_uit(bewijs)
    except Bewijsfout as fout:
        return Bewijsbeeld(str(fout))
    waarden = tuple(
        (waardenaam(w.code, eigen=w.eigen), w.geldig, waarde_in_woorden(w.code, w.waarde))
        for w in invoer.waarden
    )
    return Bewijsbeeld("", tuple(_telde_mee(invoer)), waarden, naast)


def _van_plan(invoer: Planinvoer) -> tuple[tuple[str, str], ...]:
    return tuple((advies.naam, str(advies.periode)) for advies in invoer.adviezen)


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
