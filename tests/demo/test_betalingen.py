"""What was paid in the demo: eight quarters in which each difference is explained or unknown."""

import pytest

from demo.betalingen import KWARTALEN, zet_betalingen
from demo.logins import DEMO
from financiering.domein.betaald import vergelijk_kwartalen
from financiering.domein.tarieven import Tarieftijdvak
from financiering.domein.voorstellen import stel_voor
from financiering.keuzes import Verschilreden
from financiering.models import Betaling
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.kwartaal import Kwartaal
from gedeeld.tijd import vandaag
from tests.demo.conftest import op_dagen

pytestmark = pytest.mark.django_db


@op_dagen("2026-11-23")
def test_eight_quarters_are_paid_and_each_difference_is_told(demo: str) -> None:
    door = Gebruiker.objects.get(organisatie__code=DEMO, rol=Rol.HR)
    nu = Kwartaal.van(vandaag())
    kwartalen = vergelijk_kwartalen(door, Tarieftijdvak(nu + (-KWARTALEN - 1), KWARTALEN + 2))
    assert len(kwartalen) == KWARTALEN
    for kwartaal in kwartalen:
        for regel in kwartaal.regels:
            assert sum(reden.bedrag for reden in regel.redenen) == regel.verschil
        assert len({regel.werknemer for regel in kwartaal.regels if regel.lijnen}) >= 60
        onbekend = [r for r in kwartaal.redenen if r.reden is Verschilreden.ONBEKEND]
        assert onbekend, "Some are called unknown."
    redenen = {reden.reden for kwartaal in kwartalen for reden in kwartaal.redenen}
    assert redenen >= set(Verschilreden) - {Verschilreden.PLAFOND, Verschilreden.AFRONDING}
    mensen = Betaling.objects.order_by().values("werknemer").distinct()
    assert mensen.count() >= 95
    assert any("index" in voorstel.zin for voorstel in stel_voor(kwartalen))


@op_dagen("2026-11-23")
def test_it_is_written_once(demo: str) -> None:
    door = Gebruiker.objects.filter(organisatie__code=DEMO, rol=Rol.COORDINATOR).first()
    assert door is not None
    assert door.organisatie is not None
    aantal = Betaling.objects.count()
    assert not zet_betalingen(door.organisatie, door)
    assert Betaling.objects.count() == aantal > 0
