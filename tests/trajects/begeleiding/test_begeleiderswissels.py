"""An employee goes to another counsellor: what moves, what is kept, who is refused."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import close_old_connections, connection
from django.test import Client

from gebruikers.keuzes import Rol
from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel, UitgaandeMail
from tests.fabrieken import (
    GebruikerFactory,
    SignaalFactory,
    WerknemerFactory,
)
from trajects.begeleiding.begeleiderswissels import bevestig, draag_over, draagt_over
from trajects.begeleiding.overdrachtsblad import Overdrachtsblad
from trajects.keuzes import Signaalstatus
from trajects.models import Begeleiderswissel, Signaal
from werknemers.models import Werknemer

VANDAAG = date(2026, 11, 23)


@pytest.fixture
def lies(begeleider: Gebruiker) -> Gebruiker:
    return GebruikerFactory(organisatie=begeleider.organisatie, voornaam="Lies", naam="Maes")


def _over(werknemer: Werknemer, naar: Gebruiker, **anders: Any) -> Begeleiderswissel:
    gegevens = {"van": werknemer.begeleider, "door": werknemer.begeleider} | anders
    return draag_over([werknemer], naar=naar, **gegevens)[0]


def _blad(wissel: Begeleiderswissel) -> Overdrachtsblad:
    wissel.refresh_from_db()
    return Overdrachtsblad.uit_json(wissel.blad)


def test_the_employee_moves_and_both_are_audited(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies, risicos=" Belt liever niet. ")
    amina.refresh_from_db()
    assert amina.begeleider == lies
    assert (wissel.van, wissel.naar, wissel.op, wissel.risicos) == (
        begeleider, lies, VANDAAG, "Belt liever niet.",
    )  # fmt: skip
    regel = Auditregel.objects.get(soort="werknemer")
    van, naar = f"{begeleider} ({begeleider.pk})", f"{lies} ({lies.pk})"
    assert (regel.actie, regel.verschil) == ("overgedragen", {"begeleider": [van, naar]})
    assert Auditregel.objects.get(soort="begeleiderswissel").door == begeleider


def test_signals_in_follow_up_go_along(
    begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    uitgesteld = SignaalFactory(
        advies__werknemer=amina, opgevolgd_door=begeleider, status=Signaalstatus.UITGESTELD,
        uitgesteld_tot=date(2026, 12, 1), toelichting="na de stage",
    )  # fmt: skip
    _over(amina, lies)
    uitgesteld.refresh_from_db()
    assert (uitgesteld.opgevolgd_door, uitgesteld.status) == (lies, Signaalstatus.UITGESTELD)
    van_sofie = Signaal.objects.filter(pk=uitgesteld.pk)
    van_sofie.update(opgevolgd_door=coordinator)
    bevestig(Begeleiderswissel.objects.get(), door=lies)
    amina.refresh_from_db()
    _over(amina, begeleider)
    assert van_sofie.get().opgevolgd_door == coordinator


def test_one_mail_for_the_lot_with_short_names_only(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    mehmet = WerknemerFactory(
        organisatie=amina.organisatie, begeleider=begeleider,
        voornaam="Mehmet", familienaam="Çelik",
    )  # fmt: skip
    draag_over([amina, mehmet], van=begeleider, naar=lies, door=begeleider, risicos="geheim")
    mail = UitgaandeMail.objects.get()
    assert (mail.aan, mail.onderwerp) == (lies.email, "Doorstroom: je begeleidt 2 werknemers meer")
    assert "- Amina B.\n- Mehmet Ç.\n" in mail.tekst
    assert "Benali" not in mail.tekst
    assert "geheim" not in mail.tekst
    assert (mail.organisatie, mail.geldig_tot) == (lies.organisatie, None)


def test_who_takes_over_by_oneself_gets_no_mail(coordinator: Gebruiker, amina: Werknemer) -> None:
    _over(amina, coordinator, door=coordinator)
    assert not UitgaandeMail.objects.exists()


def test_all_or_none(begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer) -> None:
    van_lies = WerknemerFactory(organisatie=amina.organisatie, begeleider=lies)
    with pytest.raises(ValidationError, match="heeft intussen een andere begeleider"):
        draag_over([amina, van_lies], van=begeleider, naar=lies, door=begeleider)
    amina.refresh_from_db()
    assert amina.begeleider == begeleider
    assert not Begeleiderswissel.objects.exists()
    assert not UitgaandeMail.objects.exists()


def test_an_unconfirmed_hand_over_comes_first(lies: Gebruiker, amina: Werknemer) -> None:
    wissel = _over(amina, lies)
    amina.refresh_from_db()
    derde = GebruikerFactory(organisatie=amina.organisatie)
    with pytest.raises(ValidationError, match="De vorige overdracht is nog niet bevestigd"):
        _over(amina, derde)
    bevestig(wissel, door=lies)
    assert _over(amina, derde).naar == derde


def test_nobody_hands_over_to_oneself(begeleider: Gebruiker, amina: Werknemer) -> None:
    with pytest.raises(ValidationError, match="Kies een andere begeleider dan de huidige"):
        _over(amina, begeleider)


@pytest.mark.parametrize("anders", [{"is_active": False}, {"rol": Rol.HR}, {"elders": True}])
def test_only_an_active_counsellor_of_the_house_takes_over(
    amina: Werknemer, anders: dict[str, Any]
) -> None:
    elders = anders.pop("elders", False)
    naar = GebruikerFactory(**({} if elders else {"organisatie": amina.organisatie}), **anders)
    with pytest.raises(ValidationError, match="Kies een actieve begeleider"):
        _over(amina, naar)


def test_who_hands_over(
    begeleider: Gebruiker, lies: Gebruiker, coordinator: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    antwoorden = [draagt_over(wie, amina) for wie in (begeleider, coordinator, lies, hr)]
    assert antwoorden == [True, True, False, False]
    with pytest.raises(ValidationError, match="Je kunt Amina Benali niet overdragen"):
        _over(amina, lies, door=lies)


def test_the_successor_confirms_once(
    begeleider: Gebruiker, lies: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies)
    with pytest.raises(ValidationError, match="Alleen Lies Maes bevestigt"):
        bevestig(wissel, door=begeleider)
    eerst = bevestig(wissel, door=lies)
    assert (eerst.bevestigd_door, eerst.bevestigd_op is not None) == (lies, True)
    assert bevestig(wissel, door=lies).bevestigd_op == eerst.bevestigd_op
    assert Auditregel.objects.filter(actie="bevestigd").count() == 1


def test_a_coordinator_confirms_for_who_left(
    lies: Gebruiker, coordinator: Gebruiker, amina: Werknemer
) -> None:
    wissel = _over(amina, lies)
    assert bevestig(wissel, door=coordinator).bevestigd_door == coordinator


def test_who_was_chosen_since_reads_and_confirms_the_sheet(
    als: Callable[[Gebruiker], Client], lies: Gebruiker, hr: Gebruiker, amina: Werknemer
) -> None:
    """HR gave Amina to Karim before Lies read the sheet: it is of use to Karim."""
    karim = GebruikerFactory(organisatie=amina.organisatie)
    wissel = _over(amina, lies)
    amina.refresh_from_db()
    amina.begeleider = karim
    amina.save()
    wissel.refresh_from_db()
    assert f"/overdrachtsblad/{wissel.pk}/" in als(karim).get("/vandaag/").content.decode()
    assert f"/overdrachtsblad/{wissel.pk}/" not in als(lies).get("/vandaag/").content.decode()
    assert bevestig(wissel, door=karim).bevestigd_door == karim


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("ronde", range(3))
def test_two_hand_overs_at_the_same_moment_one_wins(ronde: int) -> None:
    sofie = GebruikerFactory(rol=Rol.COORDINATOR)
    an, lies, karim = GebruikerFactory.create_batch(3, organisatie=sofie.organisatie)
    amina = WerknemerFactory(organisatie=sofie.organisatie, begeleider=an)
    hek = Barrier(2)

    def geef(naar: Gebruiker) -> object:
        close_old_connections()
        try:
            hek.wait(timeout=10)
            return draag_over([amina], van=an, naar=naar, door=sofie)
        except ValidationError as weigering:
            return weigering.messages
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as draden:
        uitkomst = list(draden.map(geef, (lies, karim)))
    (wissel,) = Begeleiderswissel.objects.all()
    amina.refresh_from_db()
    assert amina.begeleider == wissel.naar
    zin = f"{amina.naam} heeft intussen een andere begeleider. Herlaad de pagina."
    assert [zin] in uitkomst


def test_a_first_counsellor_comes_without_a_predecessor(
    lies: Gebruiker, coordinator: Gebruiker
) -> None:
    nieuw = WerknemerFactory(organisatie=lies.organisatie, begeleider=None)
    wissel = _over(nieuw, lies, door=coordinator)
    assert (wissel.van, _blad(wissel)) == (None, Overdrachtsblad())
