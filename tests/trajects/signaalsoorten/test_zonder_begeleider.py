"""People whom nobody serves today: about the organisation, for the coordinator."""

from datetime import date

import pytest

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Organisatie, Waarneming
from gedeeld.periode import Periode
from tests.fabrieken import GebruikerFactory, WerknemerFactory
from tests.trajects.signaalsoorten.tafel import NU, Als, open_van, van_soort, vul_in
from trajects.models import Signaal
from trajects.signaalsoorten.soort import Over, Stap
from trajects.signaalsoorten.soorten.zonder_begeleider import CODE
from trajects.signalen.signaaltekst import feit_van, stap_van, zin_van
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)


def hoeveel() -> list[str]:
    van_soort(None, CODE)
    return list(Signaal.objects.open().filter(soort=CODE).values_list("wat", flat=True))


def zonder(organisatie: Organisatie, aantal: int = 1) -> list[Werknemer]:
    return WerknemerFactory.create_batch(aantal, organisatie=organisatie, in_dienst=True)


def test_everybody_has_somebody(amina: Werknemer) -> None:
    assert hoeveel() == []


def test_who_has_nobody_is_counted(amina: Werknemer, organisatie: Organisatie) -> None:
    zonder(organisatie, 2)
    WerknemerFactory(organisatie=organisatie)
    assert hoeveel() == ["2"]


def test_a_counsellor_without_a_stand_in(
    amina: Werknemer, begeleider: Gebruiker, organisatie: Organisatie
) -> None:
    weg = GebruikerFactory(organisatie=organisatie, rol=Rol.BEGELEIDER, is_active=False)
    Waarneming.objects.create(
        begeleider=begeleider, vervanger=weg, periode=Periode(NU, date(2026, 12, 1))
    )
    assert hoeveel() == ["1"]
    assert van_soort(None, CODE, date(2026, 12, 1)) == []


@pytest.mark.parametrize(
    ("aantal", "zin", "knop"),
    [
        (1, "1 persoon zonder begeleider", "Zoek iemand"),
        (18, "18 mensen zonder begeleider", "Verdeel ze"),
    ],
)
def test_what_it_says_and_what_to_do(
    organisatie: Organisatie, aantal: int, zin: str, knop: str
) -> None:
    zonder(organisatie, aantal)
    hoeveel()
    signaal = Signaal.objects.get(soort=CODE)
    feit, over = feit_van(signaal), Over("", NU, Rol.COORDINATOR)
    assert zin_van(feit, over) == zin
    assert stap_van(feit, over) == Stap(f"{zin}: {knop.lower()}.", knop, "overdragen")
    assert signaal.voor == [Rol.COORDINATOR]


def test_it_stays_the_same_signal_from_its_first_day(organisatie: Organisatie) -> None:
    zonder(organisatie)
    van_soort(None, CODE)
    zonder(organisatie)
    van_soort(None, CODE, date(2026, 11, 30))
    signaal = Signaal.objects.get(soort=CODE)
    assert (signaal.wat, signaal.sinds, signaal.ontstaan_op) == ("2", NU, NU)


def test_a_night_on_an_earlier_day_keeps_it(organisatie: Organisatie) -> None:
    zonder(organisatie)
    van_soort(None, CODE)
    van_soort(None, CODE, date(2026, 11, 20))
    assert Signaal.objects.open().filter(soort=CODE).count() == 1


def test_a_counsellor_who_is_switched_off_asks_at_once(
    als: Als, amina: Werknemer, begeleider: Gebruiker, beheerder: Gebruiker
) -> None:
    assert van_soort(None, CODE) == []
    vul_in(als(beheerder), "gebruikers:gebruiker_bewerk", begeleider.pk, is_active="")
    assert len(open_van(None, CODE)) == 1


def test_another_organisation_is_another(
    organisatie: Organisatie, andere_organisatie: Organisatie
) -> None:
    zonder(andere_organisatie, 3)
    zonder(organisatie)
    hoeveel()
    per_organisatie = Signaal.objects.filter(soort=CODE).values_list("organisatie", "wat")
    assert dict(per_organisatie) == {organisatie.pk: "1", andere_organisatie.pk: "3"}
