"""Receipts of nights that no figure needs any more go; what anybody or anything refers to stays."""

from datetime import date
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse

from financiering.domein.bewijsbeheer import bewaar_bewijs
from financiering.domein.bewijsopruiming import TAAK, ruim_bewijzen_op
from financiering.domein.momentopnames import bewaar_voor
from financiering.domein.prognoses import prognose_van, zonder_ingreep
from financiering.domein.rekenbewijs import bewijs_van
from financiering.domein.scenarios import zoek_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.models import Kerncijfer, Rekenbewijs
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel, Taakrun
from gedeeld.taken import nachtwacht
from tests.financiering.conftest import Huis

VANDAAG = date(2026, 11, 23)
MAANDAG, DINSDAG = date(2025, 6, 2), date(2025, 6, 3)


def verander_loon(huis: Huis, bruto: str) -> None:
    huis.bart.contracten.update(bruto_maandloon=Decimal(bruto))


@pytest.fixture
def na_een_jaar(huis: Huis) -> Huis:
    """Two nights of one week, with another wage between them, and tonight: of that week the figures
    of Monday stay."""
    for dag, loon in ((MAANDAG, "2400"), (DINSDAG, "2500"), (VANDAAG, "2600")):
        verander_loon(huis, loon)
        bewaar_voor(huis.organisatie, dag)
    return huis


def dagen() -> set[date]:
    return set(Rekenbewijs.objects.values_list("dag", flat=True))


def test_the_receipt_of_a_night_that_was_thinned_out_goes(na_een_jaar: Huis) -> None:
    assert dagen() == {MAANDAG, DINSDAG, VANDAAG}
    assert set(Kerncijfer.objects.values_list("op", flat=True)) == {MAANDAG, VANDAAG}
    weg = Rekenbewijs.objects.get(dag=DINSDAG)
    assert ruim_bewijzen_op(na_een_jaar.organisatie.pk) == {"bewijzen": 1}
    assert dagen() == {MAANDAG, VANDAAG}
    spoor = Auditregel.objects.get(soort="rekenbewijs", actie="opgeruimd")
    assert (spoor.onderwerp_id, spoor.door) == (weg.pk, None)
    assert spoor.wijzigingen["code"] == [weg.code, None]
    assert set(spoor.wijzigingen["invoer"]) == {"●●●"}, "Nothing of what it held."
    assert ruim_bewijzen_op(na_een_jaar.organisatie.pk) == {"bewijzen": 0}


def test_what_is_younger_than_a_year_stays_without_a_figure(huis: Huis) -> None:
    bewaar_voor(huis.organisatie, date(2025, 11, 23))
    Kerncijfer.objects.all().delete()
    assert ruim_bewijzen_op(huis.organisatie.pk) == {"bewijzen": 0}
    assert dagen() == {date(2025, 11, 23)}


def test_what_somebody_asked_to_keep_stays_also_when_a_night_kept_it(
    huis: Huis, client: Client
) -> None:
    bewaar_voor(huis.organisatie, VANDAAG)
    client.force_login(huis.coordinator)
    for _ in range(2):
        client.post(reverse("financiering:prognose_bewijs"))
    rij = Rekenbewijs.objects.get()
    assert rij.door is None, "The night was first."
    gevraagd = Auditregel.objects.filter(soort="rekenbewijs", actie="bewaard")
    assert {regel.door for regel in gevraagd} == {huis.coordinator}


def test_a_night_that_somebody_asked_to_keep_does_not_go(na_een_jaar: Huis) -> None:
    verander_loon(na_een_jaar, "2500")
    uitkomst = zonder_ingreep(na_een_jaar.organisatie.pk, 20, DINSDAG)
    bewijs = bewijs_van(uitkomst, na_een_jaar.organisatie.pk)
    rij = bewaar_bewijs(na_een_jaar.organisatie, bewijs, door=na_een_jaar.coordinator)
    assert rij.dag == DINSDAG
    assert ruim_bewijzen_op(na_een_jaar.organisatie.pk) == {"bewijzen": 0}
    assert dagen() == {MAANDAG, DINSDAG, VANDAAG}


def test_a_forecast_that_somebody_kept_and_a_paper_stay_for_good(huis: Huis) -> None:
    vak = Tarieftijdvak(Kwartaal(2024, 1), 4)
    for naam, door in (("niets doen", huis.coordinator), ("volgens plan", None)):
        toekomst = zoek_toekomst(huis.organisatie.pk, naam)
        uitkomst = prognose_van(huis.organisatie.pk, toekomst, vak, vak.van.eerste_dag)
        bewijs = bewijs_van(uitkomst, huis.organisatie.pk)
        bewaar_bewijs(huis.organisatie, bewijs, door=door)
    aantal = Rekenbewijs.objects.count()
    assert ruim_bewijzen_op(huis.organisatie.pk) == {"bewijzen": 0}
    assert Rekenbewijs.objects.count() == aantal > 0


@pytest.mark.django_db(transaction=True)
def test_it_is_a_job_of_the_night(na_een_jaar: Huis) -> None:
    assert nachtwacht.doe(TAAK)
    run = Taakrun.objects.get(taak=TAAK)
    assert (run.status, run.tellingen) == (Taakrun.Status.GESLAAGD, {"bewijzen": 1})
