"""A stored receipt laid beside today: does it still give the same, and what would be asked of other
figures now?"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from financiering.domein.bewijsverschillen import Naam, op_sleutel, verschillen
from financiering.domein.laden import Gegevens, laad_gegevens, laad_werknemer
from financiering.domein.prognoses import bereken
from financiering.domein.rekenbewijs import reken_na, rekeninvoer_uit
from financiering.domein.rekeninvoer import Rekeninvoer, invoer_van, invoer_van_een
from financiering.domein.scenarios import (
    OnbekendScenario,
    Toekomst,
    eigen_toekomst,
    met_delen,
)
from financiering.keuzes import Bewijssoort, Scenariobasis
from financiering.models import Scenario
from gebruikers.models import Organisatie
from gedeeld.bewijs.papier import Bewijsbestand
from gedeeld.bewijs.verschil import Naast
from regels.domein.parameters import ParameterOnbekend
from trajects.plan_pdf.planbewijs import leg_plan_naast_vandaag

_GEEN_ORGANISATIE: Final = (
    "De organisatie van dit bewijs is hier niet bekend. We kunnen het niet naast vandaag leggen."
)
_SCENARIO_WEG: Final = (
    "Het scenario van dit bewijs is er niet meer. We kunnen het niet naast vandaag leggen."
)


def leg_naast_vandaag(bewijs: Bewijsbestand, op: date) -> Naast:
    """Computes it again, and names what differs on the day `op`. Raises Bewijsfout."""
    if bewijs.soort == Bewijssoort.PLAN:
        return leg_plan_naast_vandaag(bewijs)
    toen = rekeninvoer_uit(bewijs)
    centen = reken_na(bewijs, toen)
    try:
        nu, namen = _vandaag(toen, op)
    except (OnbekendScenario, ParameterOnbekend, Organisatie.DoesNotExist) as fout:
        return Naast(centen, (), _waarom_niet(fout))
    return Naast(centen, tuple(verschillen(toen, nu, _naam(namen))))


def _waarom_niet(fout: Exception) -> str:
    return _GEEN_ORGANISATIE if isinstance(fout, Organisatie.DoesNotExist) else str(fout)


def _vandaag(toen: Rekeninvoer, op: date) -> tuple[Rekeninvoer, Mapping[str, str]]:
    """What the same question counts with now, and the numbers of the employees by key."""
    organisatie = Organisatie.objects.get(pk=toen.organisatie).pk
    toekomst = _toekomst(organisatie, toen.toekomst)
    gegevens = _gegevens(organisatie, toen, toekomst)
    uitkomst = bereken(gegevens, toekomst, toen.gelezen, op)
    if not toen.werknemer:
        return invoer_van(uitkomst, organisatie), gegevens.personeelsnummers
    nu = invoer_van_een(uitkomst, organisatie, toen.werknemer, toen.tijdvak.van)
    return nu, gegevens.personeelsnummers


def _gegevens(organisatie: int, toen: Rekeninvoer, toekomst: Toekomst) -> Gegevens:
    volgt_plan = toekomst.volgt_plan
    if toen.werknemer:
        wie = int(toen.werknemer)
        return laad_werknemer(
            organisatie, toen.gelezen, wie, met_plan=volgt_plan, met_bronnen=False
        )
    return laad_gegevens(organisatie, toen.gelezen, met_plan=volgt_plan, met_bronnen=False)


def _toekomst(organisatie: int, code: str) -> Toekomst:
    """Raises OnbekendScenario for one that was deleted."""
    if code in Scenariobasis.values:
        basis = Scenariobasis(code)
        return Toekomst(basis.label, basis)
    alle = met_delen(Scenario.objects.van(organisatie))
    eigen = alle.filter(pk=int(code)).first() if code.isdecimal() else None
    if eigen is None:
        raise OnbekendScenario(_SCENARIO_WEG)
    return eigen_toekomst(eigen)


def _naam(nummers: Mapping[str, str]) -> Naam:
    """By the number of the employee; who is not here any more, by key."""

    def naam(sleutel: str) -> str:
        nummer = nummers.get(sleutel, "")
        return f"werknemer {nummer}" if nummer else op_sleutel(sleutel)

    return naam
