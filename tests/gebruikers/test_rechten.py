"""The rights of the administration as a truth table, and who sees whom."""

from collections.abc import Callable

import pytest

from gebruikers import rechten
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from tests.fabrieken import GebruikerFactory, OrganisatieFactory

ROLLEN = (Rol.BEGELEIDER, Rol.COORDINATOR, Rol.HR, Rol.BEHEERDER)


@pytest.mark.parametrize(
    ("recht", "waarheid"),
    [
        (rechten.is_lid, (True, True, True, True)),
        (rechten.mag_gebruikers_beheren, (False, False, False, True)),
        (rechten.mag_organisatie_bewerken, (False, False, False, True)),
        (rechten.mag_drempels_kiezen, (False, True, False, True)),
        (rechten.mag_waarneming_regelen, (False, True, False, True)),
        (rechten.mag_taken_zien, (False, True, False, True)),
        (rechten.mag_beheer_zien, (False, True, True, True)),
    ],
)
def test_what_every_role_may(
    recht: Callable[[Gebruiker], bool], waarheid: tuple[bool, ...]
) -> None:
    leden = [Gebruiker(organisatie_id=1, rol=rol) for rol in ROLLEN]
    assert tuple(recht(lid) for lid in leden) == waarheid
    for lid in leden:
        lid.is_active = False
    assert not any(recht(lid) for lid in leden)
    assert not recht(Gebruiker(is_superuser=True, is_staff=True))


def test_you_see_the_people_of_your_own_organisation(begeleider: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie)
    GebruikerFactory(organisatie=OrganisatieFactory())
    operator = Gebruiker.objects.create_superuser("operator@voorbeeld.be", "x")
    assert set(Gebruiker.objects.zichtbaar_voor(begeleider)) == {begeleider, collega}
    assert not Gebruiker.objects.zichtbaar_voor(operator).exists()
