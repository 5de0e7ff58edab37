"""The database itself refuses impossible data, with the sentence that the constraint carries."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from psycopg2.extras import DateRange

from gebruikers.models import Organisatie
from gedeeld.organisatiesleutel import Oudersleutel, ZelfdeOrganisatie
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    LoonopgaveFactory,
    WerknemerFactory,
)
from werknemers.models import Adviesperiode, Premieschijf

HEEL_2026 = Periode(date(2026, 1, 1), date(2027, 1, 1))


def _zelfde_personeelsnummer(organisatie: Organisatie) -> None:
    WerknemerFactory(organisatie=organisatie, personeelsnummer="1")
    WerknemerFactory(organisatie=organisatie, personeelsnummer="1")


def _zelfde_insz(organisatie: Organisatie) -> None:
    WerknemerFactory(organisatie=organisatie, insz="85073003328", insz_hash="a")
    WerknemerFactory(organisatie=organisatie, insz="85073003328", insz_hash="a")


def _insz_zonder_zoekwaarde(organisatie: Organisatie) -> None:
    WerknemerFactory(organisatie=organisatie, insz="85073003328")


def _zoekwaarde_zonder_insz(organisatie: Organisatie) -> None:
    WerknemerFactory(organisatie=organisatie, insz_hash="a")


def _zelfde_dienst(organisatie: Organisatie) -> None:
    DienstFactory(organisatie=organisatie, naam="Keuken")
    DienstFactory(organisatie=organisatie, naam="KEUKEN")


def _overlappende_contracten(organisatie: Organisatie) -> None:
    contract = ContractFactory(werknemer__organisatie=organisatie, periode=HEEL_2026)
    ContractFactory(
        werknemer=contract.werknemer,
        dienst=contract.dienst,
        periode=Periode(date(2026, 12, 31)),
    )


def _leeg_contract(organisatie: Organisatie) -> None:
    ContractFactory(
        werknemer__organisatie=organisatie, periode=DateRange(date(2026, 1, 1), date(2026, 1, 1))
    )


def _contract_zonder_begin(organisatie: Organisatie) -> None:
    ContractFactory(werknemer__organisatie=organisatie, periode=DateRange(None, date(2026, 1, 1)))


def _breuk_nul(organisatie: Organisatie) -> None:
    ContractFactory(werknemer__organisatie=organisatie, tewerkstellingsbreuk=Decimal(0))


def _breuk_boven_een(organisatie: Organisatie) -> None:
    ContractFactory(werknemer__organisatie=organisatie, tewerkstellingsbreuk=Decimal("1.000001"))


def _negatief_loon(organisatie: Organisatie) -> None:
    ContractFactory(werknemer__organisatie=organisatie, bruto_maandloon=Decimal("-0.01"))


def _overlappende_adviezen(organisatie: Organisatie) -> None:
    advies = AdviesFactory(werknemer__organisatie=organisatie, periode=HEEL_2026)
    AdviesFactory(werknemer=advies.werknemer, periode=Periode(date(2026, 10, 1), date(2027, 10, 1)))


def _advies_voor_het_laatste_kwartaal_van_lde(organisatie: Organisatie) -> None:
    """Only the quarter in which the transition ends can be shared."""
    lde = _overgang(organisatie, Periode(date(2024, 1, 1), date(2026, 4, 2)))
    AdviesFactory(werknemer=lde.werknemer, periode=HEEL_2026)


def _advies_om_een_lde_in_een_kwartaal(organisatie: Organisatie) -> None:
    lde = _overgang(organisatie, Periode(date(2026, 1, 1), date(2026, 2, 2)))
    AdviesFactory(werknemer=lde.werknemer, periode=HEEL_2026)


def _twee_overgangen(organisatie: Organisatie) -> None:
    lde = _overgang(organisatie, Periode(date(2024, 1, 1), date(2026, 2, 2)))
    AdviesFactory(
        werknemer=lde.werknemer,
        soort="lde_overgang",
        periode=Periode(date(2026, 2, 1), date(2027, 1, 1)),
    )


def _overgang(organisatie: Organisatie, periode: Periode) -> Adviesperiode:
    return AdviesFactory.create(
        werknemer__organisatie=organisatie, soort="lde_overgang", periode=periode
    )


def _advies_zonder_einde(organisatie: Organisatie) -> None:
    AdviesFactory(
        werknemer__organisatie=organisatie,
        soort=SoortAdvies.LDE_OVERGANG,
        periode=Periode(date(2026, 1, 1)),
    )


def _begin_in_een_kwartaal(organisatie: Organisatie) -> None:
    periode = Periode(date(2026, 1, 2), date(2027, 1, 1))
    AdviesFactory(werknemer__organisatie=organisatie, periode=periode)


def _einde_in_een_kwartaal(organisatie: Organisatie) -> None:
    periode = Periode(date(2026, 1, 1), date(2026, 12, 31))
    AdviesFactory(werknemer__organisatie=organisatie, periode=periode)


def _bijgeteld_zonder_overgang(organisatie: Organisatie) -> None:
    AdviesFactory(werknemer__organisatie=organisatie, bijgetelde_dagen=1)


def _overlappende_schijven(organisatie: Organisatie) -> None:
    advies = AdviesFactory(werknemer__organisatie=organisatie)
    Premieschijf.objects.create(advies=advies, periode=HEEL_2026, percentage=40)
    Premieschijf.objects.create(advies=advies, periode=HEEL_2026, percentage=40)


def _percentage(waarde: int) -> Callable[[Organisatie], None]:
    def maak(organisatie: Organisatie) -> None:
        advies = AdviesFactory(werknemer__organisatie=organisatie)
        Premieschijf.objects.create(advies=advies, periode=HEEL_2026, percentage=waarde)

    return maak


def _twee_opgaven_in_een_kwartaal(organisatie: Organisatie) -> None:
    opgave = LoonopgaveFactory(werknemer__organisatie=organisatie)
    LoonopgaveFactory(werknemer=opgave.werknemer)


def _opgave(**velden: Any) -> Callable[[Organisatie], None]:
    def maak(organisatie: Organisatie) -> None:
        LoonopgaveFactory(werknemer__organisatie=organisatie, **velden)

    return maak


GEWEIGERD = [
    ("werknemer_personeelsnummer_uniek", _zelfde_personeelsnummer),
    ("werknemer_insz_uniek", _zelfde_insz),
    ("werknemer_insz_met_zoekwaarde", _insz_zonder_zoekwaarde),
    ("werknemer_insz_met_zoekwaarde", _zoekwaarde_zonder_insz),
    ("dienst_uniek", _zelfde_dienst),
    ("contract_geen_overlap", _overlappende_contracten),
    ("contract_periode_niet_leeg", _leeg_contract),
    ("contract_periode_niet_leeg", _contract_zonder_begin),
    ("contract_breuk", _breuk_nul),
    ("contract_breuk", _breuk_boven_een),
    ("contract_loon", _negatief_loon),
    ("advies_geen_overlap", _overlappende_adviezen),
    ("advies_geen_overlap", _advies_voor_het_laatste_kwartaal_van_lde),
    ("advies_geen_overlap", _advies_om_een_lde_in_een_kwartaal),
    ("advies_een_overgang", _twee_overgangen),
    ("advies_heeft_einde", _advies_zonder_einde),
    ("advies_hele_kwartalen", _begin_in_een_kwartaal),
    ("advies_hele_kwartalen", _einde_in_een_kwartaal),
    ("advies_bijgetelde_dagen", _bijgeteld_zonder_overgang),
    ("premieschijf_geen_overlap", _overlappende_schijven),
    ("premieschijf_percentage", _percentage(15)),
    ("premieschijf_percentage", _percentage(80)),
    ("premieschijf_percentage", _percentage(42)),
    ("loonopgave_een_per_kwartaal", _twee_opgaven_in_een_kwartaal),
    ("loonopgave_kwartaal", _opgave(kwartaal=date(2026, 8, 1))),
    ("loonopgave_kwartaal", _opgave(kwartaal=date(2026, 7, 2))),
    ("loonopgave_referteloon", _opgave(referteloon=Decimal(0))),
    ("loonopgave_uren", _opgave(betaalde_uren=Decimal("-0.01"))),
]
MODELLEN = (
    "werknemer",
    "dienst",
    "arbeidsovereenkomst",
    "adviesperiode",
    "premieschijf",
    "loonopgave",
)
ZINNEN = {
    beperking.name: str(beperking.violation_error_message)
    for naam in MODELLEN
    for beperking in apps.get_model("werknemers", naam)._meta.constraints
    if not isinstance(beperking, Oudersleutel | ZelfdeOrganisatie)  # test_organisatiesleutel.py
}


@pytest.mark.parametrize(("naam", "maak"), GEWEIGERD)
def test_the_database_refuses_with_the_sentence_of_the_constraint(
    organisatie: Organisatie, naam: str, maak: Callable[[Organisatie], None]
) -> None:
    with pytest.raises(ValidationError) as weigering, als_zin():
        maak(organisatie)
    assert weigering.value.code == naam
    assert weigering.value.messages == [ZINNEN[naam]]


def test_no_constraint_is_forgotten() -> None:
    assert {naam for naam, _ in GEWEIGERD} == set(ZINNEN)


def test_what_is_just_allowed(organisatie: Organisatie) -> None:
    contract = ContractFactory(
        werknemer__organisatie=organisatie,
        periode=HEEL_2026,
        tewerkstellingsbreuk=Decimal(1),
        bruto_maandloon=Decimal(0),
    )
    werknemer, dienst = contract.werknemer, contract.dienst
    ContractFactory(werknemer=werknemer, dienst=dienst, periode=Periode(date(2027, 1, 1)))
    ContractFactory(werknemer=werknemer, periode=HEEL_2026)
    advies = AdviesFactory(werknemer=werknemer, periode=HEEL_2026)
    AdviesFactory(werknemer=werknemer, periode=Periode(date(2027, 1, 1), date(2028, 1, 1)))
    los = Periode(date(2023, 5, 17), date(2024, 3, 2))
    AdviesFactory(werknemer=werknemer, soort=SoortAdvies.LDE_OVERGANG, periode=los)
    Premieschijf.objects.create(advies=advies, periode=HEEL_2026, percentage=75)
    WerknemerFactory(personeelsnummer=werknemer.personeelsnummer)
    LoonopgaveFactory(werknemer=werknemer, betaalde_uren=Decimal(0))
    LoonopgaveFactory(werknemer=werknemer, kwartaal=date(2026, 10, 1))
    assert werknemer.contracten.count() == werknemer.adviezen.count() == 3
