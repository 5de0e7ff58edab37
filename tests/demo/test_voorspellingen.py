"""How far off the forecasts of the demo were: each column of the page has something to say."""

import pytest

from demo.betalingen import KWARTALEN
from demo.logins import DEMO
from demo.voorspellingen import zet_voorspellingen
from financiering.domein.betaald import vergelijk_kwartalen
from financiering.domein.betalingen import EERSTE_KWARTAAL
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorspellingen import VOORAF, lees_afwijkingen
from financiering.models import Voorspelling
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from tests.demo.conftest import op_dagen

pytestmark = pytest.mark.django_db


@op_dagen("2026-11-23", "2027-12-31")
def test_each_paid_quarter_says_how_far_off_it_was_as_far_as_one_could_know(demo: str) -> None:
    door = Gebruiker.objects.get(organisatie__code=DEMO, rol=Rol.HR)
    nu = Kwartaal.van(vandaag())
    betaald = vergelijk_kwartalen(door, Tarieftijdvak(nu + -KWARTALEN, KWARTALEN))
    afwijkingen = lees_afwijkingen(door, betaald)
    assert len(afwijkingen.regels) == KWARTALEN
    for regel in afwijkingen.regels:
        for afstand, verschil in regel.per_afstand:
            kan = regel.kwartaal + -afstand >= EERSTE_KWARTAAL
            assert (verschil is not None) is kan, (regel.kwartaal, afstand)
    laatste = dict(afwijkingen.regels[0].per_afstand)
    een, vier, acht = (abs(laatste[afstand] or 0) for afstand in VOORAF)
    assert een < vier < acht, "Who came later was not foreseen."


@op_dagen("2026-11-23")
def test_they_are_written_once_and_what_was_kept_stays(demo: str) -> None:
    organisatie = Organisatie.objects.get(code=DEMO)
    aantal = Voorspelling.objects.count()
    assert not zet_voorspellingen(organisatie)
    assert Voorspelling.objects.count() == aantal > 0


@op_dagen("2026-11-23")
def test_a_demo_that_ran_before_gets_the_earlier_ones(demo: str) -> None:
    organisatie = Organisatie.objects.get(code=DEMO)
    eigen = Voorspelling.objects.filter(organisatie=organisatie)
    alle = set(eigen.values_list("gemaakt_in", flat=True))
    laatste = max(alle)
    eigen.exclude(gemaakt_in=laatste).delete()
    assert zet_voorspellingen(organisatie)
    assert set(eigen.values_list("gemaakt_in", flat=True)) == alle
