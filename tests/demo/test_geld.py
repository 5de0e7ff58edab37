"""The money of the demo: a cliff that can be believed on any day, and an answer to it."""

import pytest

from demo.geld import laad_geld
from demo.laden import laad_demo
from demo.logins import DEMO, DEMO_ORGANISATIES, DEMO_TWEE
from financiering.domein.bedragen import verwijder
from financiering.domein.laden import Gegevens, laad_gegevens
from financiering.domein.prognoses import bereken
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.scenarios import Toekomst, zoek_toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from financiering.models import Kerncijfer, Klaverbladbron, Omkadering, Scenario
from gebruikers.models import Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.models import Auditregel
from gedeeld.tijd import vandaag
from tests.demo.conftest import laad, op_dagen
from tests.fabrieken import OrganisatieFactory

pytestmark = pytest.mark.django_db
DAGEN = ("2026-03-31", "2026-11-23", "2027-12-31")
KWARTALEN = 20


def tijdvak() -> Tarieftijdvak:
    return Tarieftijdvak(Kwartaal.van(vandaag()), KWARTALEN)


def diensten(gegevens: Gegevens, basis: Scenariobasis) -> dict[str, Klaverblad]:
    uitkomst = bereken(gegevens, Toekomst(basis.label, basis), tijdvak(), vandaag())
    return uitkomst.prognose.diensten


@op_dagen(*DAGEN)
def test_every_service_is_in_order_today_falls_short_later_and_has_an_answer(demo: str) -> None:
    begin: dict[str, int] = {}
    for code in DEMO_ORGANISATIES:
        gegevens = laad_gegevens(Organisatie.objects.get(code=code).pk, tijdvak())
        niets = diensten(gegevens, Scenariobasis.NIETS_DOEN)
        vervanging = diensten(gegevens, Scenariobasis.MET_VERVANGING)
        for naam, blad in niets.items():
            assert blad.saldo[0] >= 0, naam
            assert blad.saldo[0] < blad.kosten[0] / 5, f"{naam}: no more than a small surplus"
            tekort = blad.blijvend_tekort
            assert tekort is not None, naam
            assert 2 <= tekort <= 12, (naam, tekort)
            begin[naam] = tekort
            tweede_helft = slice(KWARTALEN // 2, None)
            assert vervanging[naam].saldo[tweede_helft].sum() > blad.saldo[tweede_helft].sum()
            drie_jaar = vervanging[naam].saldo[:12]
            assert (drie_jaar >= 0).all(), f"{naam}: the answer holds for three years"
    assert len(begin) == 6
    assert len(set(begin.values())) >= 3, "Not all at once."


def test_the_saved_scenarios_are_better_than_doing_nothing(demo: str) -> None:
    organisatie = Organisatie.objects.get(code=DEMO)
    gegevens = laad_gegevens(organisatie.pk, tijdvak())
    niets = diensten(gegevens, Scenariobasis.NIETS_DOEN)
    waar = {"Klusdienst: twee starters": "Klusdienst Noord"}
    waar["De Lepel: geen verlenging, maaltijden duurder"] = "Buurtrestaurant De Lepel"
    for naam, dienst in waar.items():
        toekomst = zoek_toekomst(organisatie.pk, naam)
        uitkomst = bereken(gegevens, toekomst, tijdvak(), vandaag())
        assert uitkomst.prognose.diensten[dienst].saldo.sum() > niets[dienst].saldo.sum()
    starters = Scenario.objects.get(naam="Klusdienst: twee starters")
    assert starters.scenariovertrek_set.count() == 1
    assert starters.scenarioverlenging_set.count() == 1
    assert starters.scenarioinstroom_set.count() == 1


def test_an_existing_demo_gets_its_amounts_once(zonder_demo: None) -> None:
    laad_demo()
    assert "De bedragen van de diensten en de scenario's zijn erbij gezet." in laad()
    aantal = Klaverbladbron.objects.count(), Omkadering.objects.count()
    assert aantal == (25, 11)
    assert "erbij gezet" not in laad()
    assert (Klaverbladbron.objects.count(), Omkadering.objects.count()) == aantal
    assert Scenario.objects.count() == 2
    assert Kerncijfer.objects.filter(dienst=None).count() == 26, (
        "A year of both, and today's month."
    )
    regel = Auditregel.objects.filter(soort="klaverbladbron").first()
    assert regel is not None
    assert regel.door is not None, "The coordinator entered them."


def test_what_somebody_took_out_does_not_come_back(demo: str) -> None:
    assert Klaverbladbron.objects.exists()
    for bron in Klaverbladbron.objects.all():
        verwijder(bron, door=None, gezien=None)
    assert not laad_geld()
    assert not Klaverbladbron.objects.exists()


def test_an_organisation_that_only_shares_the_code_gets_nothing(zonder_demo: None) -> None:
    OrganisatieFactory(code=DEMO)
    OrganisatieFactory(code=DEMO_TWEE)
    assert not laad_geld()
    assert not Auditregel.objects.exists()
