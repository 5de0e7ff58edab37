"""What several tests of the employer's contribution share."""

from datetime import date
from decimal import Decimal
from typing import Any

from financiering.domein.laden import laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode
from tests.fabrieken import ContractFactory, LoonopgaveFactory
from tests.financiering.conftest import Huis

ADRES = "/financiering/bijdrage/"
VANDAAG = date(2026, 11, 23)
K4 = Kwartaal(2026, 4)


def opgave(huis: Huis, kwartaal: date = date(2026, 7, 1), **anders: Any) -> None:
    """Of Amina; € 7,800 in the quarter and 12 % on top of it unless it says otherwise."""
    velden = {"referteloon": Decimal(8736), "betaalde_uren": None} | anders
    LoonopgaveFactory(werknemer=huis.amina, kwartaal=kwartaal, **velden)


def let_op(huis: Huis) -> list[str]:
    tijdvak = Tarieftijdvak(K4, 4)
    toekomst = Toekomst("Niets doen", Scenariobasis.NIETS_DOEN)
    uitkomst = bereken(laad_gegevens(huis.organisatie.pk, tijdvak), toekomst, tijdvak, VANDAAG)
    return [aanname.tekst for aanname in uitkomst.aannames if aanname.let_op]


def zonder_contract_in_de_zomer(huis: Huis) -> None:
    """Amina's records of 2026-K2 and K3 stand; of the third quarter her contract is gone."""
    opgave(huis, Kwartaal(2026, 2).eerste_dag)
    opgave(huis, referteloon=Decimal(9000))
    huis.amina.contracten.update(periode=Periode(date(2025, 4, 1), date(2026, 7, 1)))
    ContractFactory(
        werknemer=huis.amina, dienst=huis.dienst, periode=Periode(date(2026, 10, 1)),
        bruto_maandloon=2600,
    )  # fmt: skip
