"""Logging in and out, the limit on attempts, a forgotten password."""

import re
from collections.abc import Callable

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from pytest_django import Settings

from gebruikers.models import Gebruiker
from gedeeld.models import Auditregel, UitgaandeMail
from gedeeld.post.postbus import verstuur_wachtende
from tests.fabrieken import WACHTWOORD, GebruikerFactory

Als = Callable[[Gebruiker], Client]
LOGIN = "/account/login/"
NIEUW_WACHTWOORD = "nog-een-lang-wachtwoord-27"
TE_VAAK = "Wacht vijf minuten en probeer opnieuw"


def meld_aan(client: Client, email: str, wachtwoord: str = WACHTWOORD) -> str:
    """The address one ends up at, or the page when logging in fails."""
    antwoord = client.post(LOGIN, {"login": email, "password": wachtwoord})
    return antwoord.url if antwoord.status_code == 302 else antwoord.content.decode()


def aangemeld(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_logging_in_and_out(client: Client, begeleider: Gebruiker) -> None:
    assert meld_aan(client, begeleider.email.upper()) == "/"
    assert aangemeld(client)
    antwoord = client.post("/account/logout/")
    assert antwoord.url == LOGIN
    assert not aangemeld(client)


def test_opening_a_link_does_not_log_out(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert "Wil je je afmelden?" in client.get("/account/logout/").content.decode()
    assert aangemeld(client)


def test_who_is_not_logged_in_comes_back_to_where_they_were_going(
    client: Client, beheerder: Gebruiker
) -> None:
    antwoord = client.get("/beheer/gebruikers/")
    assert antwoord.url == f"{LOGIN}?next=/beheer/gebruikers/"
    antwoord = client.post(antwoord.url, {"login": beheerder.email, "password": WACHTWOORD})
    assert antwoord.url == "/beheer/gebruikers/"


def test_nobody_goes_to_a_foreign_site(client: Client, begeleider: Gebruiker) -> None:
    antwoord = client.post(
        f"{LOGIN}?next=https://elders.example/", {"login": begeleider.email, "password": WACHTWOORD}
    )
    assert antwoord.url == "/"


@pytest.mark.parametrize("bekend", [True, False])
def test_a_wrong_password_does_not_say_whether_the_address_exists(
    client: Client, begeleider: Gebruiker, bekend: bool
) -> None:
    email = begeleider.email if bekend else "niemand@voorbeeld.be"
    assert "Dit e-mailadres of dit wachtwoord klopt niet." in meld_aan(client, email, "fout")


def test_after_five_mistakes_one_waits(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(5):
        assert TE_VAAK not in meld_aan(client, begeleider.email, "fout")
    assert TE_VAAK in meld_aan(client, begeleider.email, "fout")
    assert TE_VAAK in meld_aan(client, begeleider.email)
    assert not aangemeld(client)


def test_the_mistakes_of_somebody_else_do_not_count(client: Client, begeleider: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie)
    for _ in range(6):
        meld_aan(client, collega.email, "fout")
    assert meld_aan(client, begeleider.email) == "/"


def test_who_logs_in_correctly_uses_up_no_attempts(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(6):
        assert meld_aan(client, begeleider.email) == "/"
        client.post("/account/logout/")


def test_too_many_attempts_from_one_address(client: Client, db: None) -> None:
    for nummer in range(10):
        assert TE_VAAK not in meld_aan(client, f"iemand{nummer}@voorbeeld.be", "fout")
    assert TE_VAAK in meld_aan(client, "nog.iemand@voorbeeld.be", "fout")


def test_behind_a_proxy_the_address_of_the_visitor_counts(db: None, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    een, twee = (Client(headers={"x-forwarded-for": f"198.51.100.{nummer}"}) for nummer in (1, 2))
    for nummer in range(10):
        meld_aan(een, f"iemand{nummer}@voorbeeld.be", "fout")
    assert TE_VAAK in meld_aan(een, "nog.iemand@voorbeeld.be", "fout")
    assert TE_VAAK not in meld_aan(twee, "nog.iemand@voorbeeld.be", "fout")


def test_asking_for_a_new_password_too_often(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(5):
        client.post("/account/password/reset/", {"email": begeleider.email})
    antwoord = client.post("/account/password/reset/", {"email": begeleider.email})
    assert antwoord.status_code == 429
    assert "Wacht vijf minuten en probeer opnieuw." in antwoord.content.decode()
    assert UitgaandeMail.objects.count() == 5


def test_an_account_that_is_switched_off(client: Client, organisatie: object) -> None:
    uit = GebruikerFactory(organisatie=organisatie, is_active=False)
    url = meld_aan(client, uit.email)
    assert url == "/account/inactive/"
    assert "Je account staat uit" in client.get(url).content.decode()
    assert not aangemeld(client)


def test_who_is_switched_off_is_logged_out_at_once(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert client.get("/beheer/regels/").status_code == 200
    Gebruiker.objects.filter(pk=begeleider.pk).update(is_active=False)
    assert client.get("/beheer/regels/").url == f"{LOGIN}?next=/beheer/regels/"


def link_uit(tekst: str) -> str:
    """The path of the one-time link in a mail."""
    gevonden = re.search(r"http://127\.0\.0\.1:8000(\S+)", tekst)
    assert gevonden, tekst
    return gevonden[1]


def test_a_forgotten_password(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(6):
        meld_aan(client, begeleider.email, "fout")
    antwoord = client.post("/account/password/reset/", {"email": begeleider.email})
    assert antwoord.url == reverse("account_reset_password_done")
    assert verstuur_wachtende() == {"verstuurd": 1, "mislukt": 0}
    assert mail.outbox[0].to == [begeleider.email]
    assert mail.outbox[0].subject == "Kies een nieuw wachtwoord voor Doorstroom"
    pad = link_uit(str(mail.outbox[0].body))
    pagina = client.get(pad, follow=True)
    assert "Kies je wachtwoord" in pagina.content.decode()
    gekozen = {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD}
    client.post(pagina.request["PATH_INFO"], gekozen)
    # The wrong guesses from before no longer stand in the way.
    assert meld_aan(client, begeleider.email, NIEUW_WACHTWOORD) == "/"
    assert Auditregel.objects.filter(actie="wachtwoord gekozen", door=begeleider).count() == 1


def test_a_link_works_only_once(client: Client, begeleider: Gebruiker) -> None:
    client.post("/account/password/reset/", {"email": begeleider.email})
    pad = link_uit(UitgaandeMail.objects.get().tekst)
    pagina = client.get(pad, follow=True)
    gekozen = {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD}
    client.post(pagina.request["PATH_INFO"], gekozen)
    tweede = Client().get(pad, follow=True)
    assert "Deze link werkt niet meer" in tweede.content.decode()


def test_the_link_in_the_mail_does_not_come_from_the_request(begeleider: Gebruiker) -> None:
    client = Client(headers={"host": "localhost"})
    client.post("/account/password/reset/", {"email": begeleider.email})
    tekst = UitgaandeMail.objects.get().tekst
    assert "http://127.0.0.1:8000/account/" in tekst
    assert "localhost" not in tekst


def test_an_unknown_address_gets_a_mail_and_no_link(client: Client, db: None) -> None:
    antwoord = client.post("/account/password/reset/", {"email": "niemand@voorbeeld.be"})
    assert antwoord.url == reverse("account_reset_password_done")
    bericht = UitgaandeMail.objects.get()
    assert bericht.aan == "niemand@voorbeeld.be"
    assert "Er is geen account met dit e-mailadres." in bericht.tekst
    assert "/reset/key/" not in bericht.tekst


@pytest.mark.parametrize(
    ("zwak", "zin"),
    [
        ("kort", "Dit wachtwoord is te kort. Kies er een van minstens 10 tekens."),
        ("an-peeters@test", "Dit wachtwoord lijkt te veel op je e-mailadres. Kies een ander."),
        ("administrator", "Dit wachtwoord gebruiken te veel mensen. Kies een ander."),
        ("73910462855", "Dit wachtwoord heeft alleen cijfers. Zet er letters bij."),
    ],
)
def test_a_weak_password_is_refused(
    client: Client, begeleider: Gebruiker, zwak: str, zin: str
) -> None:
    Gebruiker.objects.filter(pk=begeleider.pk).update(email="an-peeters@test.be")
    client.post("/account/password/reset/", {"email": "an-peeters@test.be"})
    pagina = client.get(link_uit(UitgaandeMail.objects.get().tekst), follow=True)
    antwoord = client.post(pagina.request["PATH_INFO"], {"password1": zwak, "password2": zwak})
    assert antwoord.context["form"].errors["password1"] == [zin]


def test_changing_the_own_password(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    velden = {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD}
    fout = client.post("/account/password/change/", {"oldpassword": "fout", **velden})
    assert "Dit is niet je huidige wachtwoord." in fout.content.decode()
    goed = client.post("/account/password/change/", {"oldpassword": WACHTWOORD, **velden})
    assert goed.url == "/"
    begeleider.refresh_from_db()
    assert begeleider.check_password(NIEUW_WACHTWOORD)


def test_nobody_makes_an_account_by_themselves(client: Client, db: None) -> None:
    velden = {"email": "nieuw@voorbeeld.be", "password1": NIEUW_WACHTWOORD}
    for antwoord in (client.get("/account/signup/"), client.post("/account/signup/", velden)):
        assert "Een account krijg je van je beheerder" in antwoord.content.decode()
    assert not Gebruiker.objects.exists()


@pytest.mark.parametrize(
    "pad",
    [
        "/account/email/",
        "/account/confirm-email/",
        "/account/login/code/confirm/",
        "/account/2fa/",
        "/account/3rdparty/",
        "/account/social/signup/",
    ],
)
def test_what_has_no_use_here_does_not_exist(als: Als, begeleider: Gebruiker, pad: str) -> None:
    assert als(begeleider).get(pad).status_code == 404


def test_without_a_password_one_is_sent_to_the_link_in_the_mail(
    als: Als, begeleider: Gebruiker
) -> None:
    begeleider.set_unusable_password()
    begeleider.save()
    antwoord = als(begeleider).get("/account/password/change/", follow=True)
    assert antwoord.request["PATH_INFO"] == "/account/password/reset/"
