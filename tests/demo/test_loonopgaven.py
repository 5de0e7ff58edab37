"""What the payroll office counted in the demo: two quarters, of some of its people."""

import pytest
from django.utils.timezone import localdate

from demo.logins import DEMO
from demo.loonopgaven import KWARTALEN, MENSEN, zet_loonopgaven
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from tests.demo.conftest import op_dagen
from werknemers.domein.loonvergelijking import Loondeel, bruto_in
from werknemers.models import Loonopgave

pytestmark = pytest.mark.django_db


@op_dagen("2026-11-23")
def test_some_twenty_people_have_two_quarters_between_gross_and_a_quarter_more(demo: str) -> None:
    opgaven = Loonopgave.objects.filter(werknemer__organisatie__code=DEMO)
    nu = Kwartaal.van(vandaag())
    assert set(opgaven.values_list("kwartaal", flat=True)) == {
        (nu + -terug).eerste_dag for terug in range(1, KWARTALEN + 1)
    }
    mensen = set(opgaven.values_list("werknemer", flat=True))
    assert 15 <= len(mensen) <= MENSEN
    assert opgaven.count() == len(mensen) * KWARTALEN
    for opgave in opgaven.select_related("werknemer"):
        contracten = opgave.werknemer.contracten.all()
        delen = [Loondeel(c.periode, c.bruto_maandloon) for c in contracten]
        verhouding = opgave.referteloon / round(bruto_in(opgave.als_kwartaal, delen))
        assert 0.85 < verhouding < 1.26, opgave.werknemer


@op_dagen("2026-11-23", "2027-01-05")
def test_each_carries_the_day_on_which_the_list_of_its_quarter_came(demo: str) -> None:
    opgaven = Loonopgave.objects.filter(werknemer__organisatie__code=DEMO)
    dagen = {(o.als_kwartaal + 1, localdate(o.gewijzigd_op)) for o in opgaven}
    assert len(dagen) == KWARTALEN
    assert all((dag - kwartaal.eerste_dag).days == 21 for kwartaal, dag in dagen)
    assert all(dag <= vandaag() for _, dag in dagen)


@op_dagen("2026-11-23")
def test_it_is_written_once(demo: str) -> None:
    door = Gebruiker.objects.filter(organisatie__code=DEMO, rol=Rol.COORDINATOR).first()
    assert door is not None
    assert door.organisatie is not None
    aantal = Loonopgave.objects.count()
    assert not zet_loonopgaven(door.organisatie, door)
    assert Loonopgave.objects.count() == aantal > 0
