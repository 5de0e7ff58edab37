"""Whoever takes the people of the demo along as a sheet of the import, and brings it back."""

import pytest

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from werknemers.domein.importblad import in_bladen, kolommen_voor, lees_rijen
from werknemers.domein.invoer.inlezen import lees_in
from werknemers.domein.invoer.vergelijken import vergelijk
from werknemers.exports.importblad import schrijf_importblad

pytestmark = pytest.mark.django_db


@pytest.mark.usefixtures("demo")
@pytest.mark.parametrize("rol", [Rol.HR, Rol.COORDINATOR])
def test_the_demo_taken_along_changes_nothing_and_asks_nothing(rol: Rol) -> None:
    for organisatie in Organisatie.objects.all():
        door = Gebruiker.objects.filter(organisatie=organisatie, rol=rol).first()
        if door is None:
            continue
        (sleutels,) = in_bladen(door)
        inhoud = schrijf_importblad(kolommen_voor(door), lees_rijen(door, sleutels))
        uitkomst = vergelijk(lees_in(inhoud).rijen, organisatie=organisatie)
        anders = [rij for rij in uitkomst.rijen if rij.actie.value != "ongewijzigd"]
        assert not anders
        assert uitkomst.rijen
        assert not uitkomst.te_bevestigen
        assert not uitkomst.onbekende_begeleiders
