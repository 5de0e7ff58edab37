"""Adding and changing users: what the domain allows, and what it never lets happen."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import connection

from gebruikers.domein.gebruikers import LAATSTE_BEHEERDER, wijzig_gebruiker
from gebruikers.domein.uitnodigen import nodig_gebruiker_uit, nodig_opnieuw_uit
from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel, UitgaandeMail
from tests.fabrieken import GebruikerFactory, OrganisatieFactory

NIEUW = {"email": "Zoe@DeLepel.be", "voornaam": "Zoë", "naam": "Diels", "rol": Rol.BEGELEIDER}


def wijzig(gebruiker: Gebruiker, door: Gebruiker, **anders: Any) -> Gebruiker:
    velden: dict[str, Any] = {
        "voornaam": gebruiker.voornaam,
        "naam": gebruiker.naam,
        "rol": gebruiker.rol,
        "is_active": gebruiker.is_active,
    }
    return wijzig_gebruiker(gebruiker=gebruiker, door=door, **(velden | anders))


def fouten(uitzondering: pytest.ExceptionInfo[ValidationError]) -> dict[str, list[str]]:
    return uitzondering.value.message_dict


def test_an_invitation(beheerder: Gebruiker) -> None:
    gebruiker = nodig_gebruiker_uit(door=beheerder, **NIEUW)
    assert gebruiker.organisatie == beheerder.organisatie
    assert gebruiker.email == "zoe@delepel.be"
    assert not gebruiker.has_usable_password()
    bericht = UitgaandeMail.objects.get()
    assert bericht.aan == "zoe@delepel.be"
    assert bericht.tekst.startswith("Dag Zoë\n")
    assert f"{beheerder.volledige_naam} maakte voor jou een account" in bericht.tekst
    assert "http://127.0.0.1:8000/account/password/reset/key/" in bericht.tekst
    regel = Auditregel.objects.get()
    assert (regel.door, regel.actie, regel.onderwerp_id) == (beheerder, "toegevoegd", gebruiker.pk)


@pytest.mark.parametrize(
    ("anders", "veld", "zin"),
    [
        ({"email": "zoe"}, "email", "Dit e-mailadres klopt niet."),
        ({"email": "BEZET@elders.be"}, "email", "Er is al een gebruiker met dit e-mailadres."),
        ({"naam": " "}, "naam", "leeg"),
        ({"rol": ""}, "rol", "Kies een rol."),
        ({"rol": "directeur"}, "rol", "geldige keuze"),
    ],
)
def test_a_refused_invitation_leaves_nothing_behind(
    beheerder: Gebruiker, anders: dict[str, str], veld: str, zin: str
) -> None:
    GebruikerFactory(email="bezet@elders.be")
    with pytest.raises(ValidationError) as fout:
        nodig_gebruiker_uit(door=beheerder, **(NIEUW | anders))
    assert zin in fouten(fout)[veld][0]
    assert Gebruiker.objects.count() == 2
    assert not UitgaandeMail.objects.exists()
    assert not Auditregel.objects.exists()


def test_only_who_did_not_come_yet_is_invited_again(beheerder: Gebruiker) -> None:
    genodigde = nodig_gebruiker_uit(door=beheerder, **NIEUW)
    UitgaandeMail.objects.update(sleutel="eerder")
    nodig_opnieuw_uit(gebruiker=genodigde, door=beheerder)
    nodig_opnieuw_uit(gebruiker=genodigde, door=beheerder)
    assert UitgaandeMail.objects.count() == 2
    genodigde.last_login = genodigde.aangemaakt_op
    genodigde.save()
    with pytest.raises(ValidationError, match="nog nooit aanmeldde"):
        nodig_opnieuw_uit(gebruiker=genodigde, door=beheerder)


def test_changing_name_and_role(beheerder: Gebruiker, begeleider: Gebruiker) -> None:
    wijzig(begeleider, beheerder, voornaam=" Anna ", rol=Rol.COORDINATOR)
    begeleider.refresh_from_db()
    assert (begeleider.voornaam, begeleider.rol) == ("Anna", Rol.COORDINATOR)
    regel = Auditregel.objects.get()
    assert regel.verschil == {
        "voornaam": ["An", "Anna"],
        "rol": ["begeleider", "coordinator"],
    }


@pytest.mark.parametrize(
    ("anders", "veld"), [({"rol": Rol.HR}, "rol"), ({"is_active": False}, "is_active")]
)
def test_the_last_administrator_stays(
    beheerder: Gebruiker, anders: dict[str, Any], veld: str
) -> None:
    GebruikerFactory(organisatie=beheerder.organisatie, beheerder=True, is_active=False)
    GebruikerFactory(beheerder=True)
    with pytest.raises(ValidationError) as fout:
        wijzig(beheerder, beheerder, **anders)
    assert fouten(fout) == {veld: [LAATSTE_BEHEERDER]}
    beheerder.refresh_from_db()
    assert beheerder.is_active
    assert beheerder.rol == Rol.BEHEERDER


def test_with_a_second_administrator_the_first_may_go(beheerder: Gebruiker) -> None:
    GebruikerFactory(organisatie=beheerder.organisatie, beheerder=True)
    assert not wijzig(beheerder, beheerder, is_active=False).is_active


def test_an_administrator_who_is_switched_off_may_get_another_role(beheerder: Gebruiker) -> None:
    uit = GebruikerFactory(organisatie=beheerder.organisatie, beheerder=True, is_active=False)
    assert wijzig(uit, beheerder, rol=Rol.HR).rol == Rol.HR


def test_somebody_of_another_organisation_stays_out_of_reach(beheerder: Gebruiker) -> None:
    vreemde = GebruikerFactory()
    with pytest.raises(Gebruiker.DoesNotExist):
        wijzig(vreemde, beheerder, naam="Gekaapt")
    with pytest.raises(Gebruiker.DoesNotExist):
        nodig_opnieuw_uit(gebruiker=vreemde, door=beheerder)


@pytest.mark.django_db(transaction=True)
def test_two_administrators_do_not_switch_each_other_off_at_once() -> None:
    organisatie: Organisatie = OrganisatieFactory()
    een, twee = GebruikerFactory.create_batch(2, organisatie=organisatie, beheerder=True)

    def zet_uit(paar: tuple[Gebruiker, Gebruiker]) -> bool:
        wie, door = paar
        try:
            wijzig(wie, door, is_active=False)
        except (ValidationError, Gebruiker.DoesNotExist):
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as draden:
        uitkomsten = list(draden.map(zet_uit, [(een, twee), (twee, een)]))
    assert sorted(uitkomsten) == [False, True]
    assert Gebruiker.objects.actief().filter(rol=Rol.BEHEERDER).count() == 1
