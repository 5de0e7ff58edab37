"""Who stands in for whom: to both, to the coordinator, beside each person; and when nobody does."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from lxml import html

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode
from tests.fabrieken import AdviesFactory, GebruikerFactory, SignaalFactory, WerknemerFactory
from werknemers.models import Werknemer

Als = Callable[[Gebruiker], Client]
VANDAAG = "/vandaag/"
TOT_12_DECEMBER = Periode(date(2026, 11, 16), date(2026, 12, 13))

pytestmark = pytest.mark.amina(in_dienst=True)


@pytest.fixture
def tom(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Tom", naam="Janssens")


@pytest.fixture
def lies(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")


def neemt_waar(
    wie: Gebruiker, begeleider: Gebruiker, periode: Periode = TOT_12_DECEMBER
) -> Waarneming:
    return Waarneming.objects.create(begeleider=begeleider, vervanger=wie, periode=periode)


def woorden(deel: Any) -> str:
    return " ".join(deel.text_content().split())


def rijen(client: Client, kop: str) -> list[str]:
    """The lines under a heading of Vandaag; none without it."""
    pagina = html.fromstring(client.get(VANDAAG).content)
    return [woorden(rij) for rij in pagina.xpath(f"//section[@aria-labelledby='{kop}']/ul/li")]


def test_both_see_it_and_the_coordinator_sees_everybody(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, tom: Gebruiker
) -> None:
    neemt_waar(tom, begeleider)
    elders = GebruikerFactory()
    neemt_waar(GebruikerFactory(organisatie=elders.organisatie), elders)
    assert rijen(als(begeleider), "vervanging") == [
        "Tom Janssens vervangt je t.e.m. 12 december 2026."
    ]
    assert rijen(als(tom), "vervanging") == [
        f"Je vervangt {begeleider} t.e.m. 12 december 2026: 1 persoon."
    ]
    assert rijen(als(coordinator), "vervanging") == [
        f"Tom Janssens vervangt {begeleider} t.e.m. 12 december 2026: 1 persoon."
    ]


@pytest.mark.parametrize("rol", [Rol.BEGELEIDER, Rol.HR, Rol.BEHEERDER])
def test_others_do_not(
    als: Als, begeleider: Gebruiker, amina: Werknemer, tom: Gebruiker, rol: Rol
) -> None:
    neemt_waar(tom, begeleider)
    ander = GebruikerFactory(organisatie=begeleider.organisatie, rol=rol)
    assert rijen(als(ander), "vervanging") == []


@pytest.mark.parametrize(
    ("van", "aangekondigd"), [(date(2026, 12, 7), True), (date(2026, 12, 8), False)]
)
def test_it_is_announced_two_weeks_before(
    als: Als, begeleider: Gebruiker, tom: Gebruiker, van: date, aangekondigd: bool
) -> None:
    neemt_waar(tom, begeleider, Periode(van, date(2026, 12, 13)))
    zin = "Tom Janssens vervangt je van 7 t.e.m. 12 december 2026."
    assert rijen(als(begeleider), "vervanging") == [zin] * aangekondigd


def test_what_is_over_is_gone(als: Als, begeleider: Gebruiker, tom: Gebruiker) -> None:
    neemt_waar(tom, begeleider, Periode(date(2026, 11, 16), date(2026, 11, 23)))
    assert rijen(als(begeleider), "vervanging") == []


def test_a_stand_in_who_is_away_too_is_told_to_all_three(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, tom: Gebruiker, lies: Gebruiker
) -> None:
    neemt_waar(tom, begeleider)
    neemt_waar(lies, tom, Periode(date(2026, 12, 1), date(2026, 12, 5)))
    dagen = "zelf afwezig van 1 t.e.m. 4 december 2026."
    vraag = "Vraag je coördinator wie het dan overneemt."
    (van_an,) = rijen(als(begeleider), "vervanging")
    assert f"geen vervanger Tom Janssens is {dagen} {vraag}" in van_an
    van_tom = rijen(als(tom), "vervanging")
    assert f"geen vervanger Je bent {dagen} {vraag}" in van_tom[0]
    assert van_tom[1] == "Lies Maes vervangt je van 1 t.e.m. 4 december 2026."
    van_sofie = rijen(als(coordinator), "vervanging")
    assert f"Tom Janssens is {dagen} Regel iemand anders. Regel een vervanging" in van_sofie[0]
    assert len(rijen(als(lies), "vervanging")) == 1
    neemt_waar(lies, begeleider, Periode(date(2026, 12, 1), date(2026, 12, 5)))
    for wie in (begeleider, tom, coordinator):
        assert not any("geen vervanger" in rij for rij in rijen(als(wie), "vervanging"))


def test_a_stand_in_who_was_switched_off(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, tom: Gebruiker
) -> None:
    neemt_waar(tom, begeleider)
    tom.is_active = False
    tom.save(update_fields=["is_active"])
    dagen = "van 23 november t.e.m. 12 december 2026"
    for wie in (begeleider, coordinator):
        (rij,) = rijen(als(wie), "vervanging")
        assert f"Tom Janssens begeleidt niemand meer. Er is geen vervanger {dagen}." in rij
    assert rijen(als(coordinator), "zonder-begeleiding") == [
        f"{begeleider} is afwezig en er is geen vervanger: 1 persoon. "
        f"Regel een vervanging van {begeleider} Draag over: werknemers van {begeleider}"
    ]


def test_the_coordinator_sees_who_has_nobody(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer, tom: Gebruiker
) -> None:
    organisatie = amina.organisatie
    for wie in (tom, tom, None):
        WerknemerFactory(organisatie=organisatie, begeleider=wie, in_dienst=True)
    WerknemerFactory(organisatie=organisatie, begeleider=tom)
    WerknemerFactory(organisatie=organisatie, begeleider=None)
    tom.rol = Rol.HR
    tom.save(update_fields=["rol"])
    client = als(coordinator)
    zinnen = rijen(client, "zonder-begeleiding")
    assert [zin.split(".")[0] for zin in zinnen] == [
        "1 persoon heeft nog geen begeleider",
        "Tom Janssens begeleidt niemand meer en heeft nog 2 mensen in dienst en "
        "1 die vertrokken is of nog begint",
    ]
    pagina = client.get(VANDAAG)
    assert pagina.context["cijfers"].zonder_begeleider == 3
    kop = html.fromstring(pagina.content).get_element_by_id("zonder-begeleiding")
    assert woorden(kop) == "3 mensen zonder begeleider: verdeel ze"
    lijst = client.get("/werknemers/?zonder_begeleiding=on")
    assert lijst.context["pagina"].paginator.count == 3
    assert "zonder begeleider die er is" in lijst.content.decode()
    for rol in (Rol.BEGELEIDER, Rol.HR, Rol.BEHEERDER):
        ander = GebruikerFactory(organisatie=organisatie, rol=rol)
        assert rijen(als(ander), "zonder-begeleiding") == []


def test_who_left_waits_for_somebody_too(
    als: Als, coordinator: Gebruiker, amina: Werknemer, tom: Gebruiker
) -> None:
    WerknemerFactory(organisatie=amina.organisatie, begeleider=tom)
    tom.is_active = False
    tom.save(update_fields=["is_active"])
    client = als(coordinator)
    (zin,) = rijen(client, "zonder-begeleiding")
    assert zin.startswith(
        "Tom Janssens begeleidt niemand meer en heeft nog 1 die vertrokken is of nog begint."
    )
    assert client.get(VANDAAG).context["cijfers"].zonder_begeleider == 0


# --- beside each person --------------------------------------------------------------------------


@pytest.mark.parametrize("pad", [VANDAAG, "/werknemers/", "/signalen/"])
def test_whom_one_serves_for_a_colleague_is_marked(
    als: Als, begeleider: Gebruiker, amina: Werknemer, tom: Gebruiker, pad: str
) -> None:
    eigen = WerknemerFactory(organisatie=amina.organisatie, begeleider=tom, in_dienst=True)
    for wie in (amina, eigen):
        SignaalFactory(advies=AdviesFactory(werknemer=wie))
    neemt_waar(tom, begeleider)
    merk = f'<span class="zacht voor-collega">voor {begeleider}</span>'
    keer = 2 if pad == VANDAAG else 1  # a signal, and the caseload
    pagina = als(tom).get(pad).content.decode()
    assert (pagina.count(merk), pagina.count('voor-collega">voor ')) == (keer, keer)
    assert merk not in als(begeleider).get(pad).content.decode()


def test_a_coordinator_who_stands_in_sees_it_too(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    assert f"voor {begeleider}" not in als(coordinator).get("/werknemers/").content.decode()
    neemt_waar(coordinator, begeleider)
    assert f"voor {begeleider}" in als(coordinator).get("/werknemers/").content.decode()


def test_the_header_says_that_the_stand_in_is_away_too(
    als: Als, begeleider: Gebruiker, amina: Werknemer, tom: Gebruiker, lies: Gebruiker
) -> None:
    neemt_waar(tom, begeleider)
    neemt_waar(lies, tom, Periode(date(2026, 11, 23), date(2026, 11, 24)))
    for wie in (begeleider, tom):
        kop = woorden(html.fromstring(als(wie).get(f"/werknemers/{amina.pk}/").content))
        assert (
            "vandaag vervangen door Tom Janssens, die zelf afwezig is, t.e.m. 12 december 2026"
            in kop
        )


def test_the_header_says_that_the_counsellor_guides_nobody_any_more(
    als: Als, begeleider: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    begeleider.is_active = False
    begeleider.save(update_fields=["is_active"])
    pagina = als(coordinator).get(f"/werknemers/{amina.pk}/").content.decode()
    assert f"begeleid door {begeleider}, die niemand meer begeleidt" in pagina
