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
from gedeeld.postbus import verstuur_wachtende
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


def test_aanmelden_en_afmelden(client: Client, begeleider: Gebruiker) -> None:
    assert meld_aan(client, begeleider.email.upper()) == "/"
    assert aangemeld(client)
    antwoord = client.post("/account/logout/")
    assert antwoord.url == LOGIN
    assert not aangemeld(client)


def test_afmelden_gebeurt_niet_door_een_link_te_openen(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert "Wil je je afmelden?" in client.get("/account/logout/").content.decode()
    assert aangemeld(client)


def test_wie_niet_aangemeld_is_komt_terug_waar_hij_heen_wou(
    client: Client, beheerder: Gebruiker
) -> None:
    antwoord = client.get("/beheer/gebruikers/")
    assert antwoord.url == f"{LOGIN}?next=/beheer/gebruikers/"
    antwoord = client.post(antwoord.url, {"login": beheerder.email, "password": WACHTWOORD})
    assert antwoord.url == "/beheer/gebruikers/"


def test_naar_een_vreemde_site_gaat_niemand(client: Client, begeleider: Gebruiker) -> None:
    antwoord = client.post(
        f"{LOGIN}?next=https://elders.example/", {"login": begeleider.email, "password": WACHTWOORD}
    )
    assert antwoord.url == "/"


@pytest.mark.parametrize("bekend", [True, False])
def test_een_fout_wachtwoord_zegt_niet_of_het_adres_bestaat(
    client: Client, begeleider: Gebruiker, bekend: bool
) -> None:
    email = begeleider.email if bekend else "niemand@voorbeeld.be"
    assert "Dit e-mailadres of dit wachtwoord klopt niet." in meld_aan(client, email, "fout")


def test_na_vijf_fouten_is_het_wachten(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(5):
        assert TE_VAAK not in meld_aan(client, begeleider.email, "fout")
    assert TE_VAAK in meld_aan(client, begeleider.email, "fout")
    assert TE_VAAK in meld_aan(client, begeleider.email)
    assert not aangemeld(client)


def test_de_fouten_van_een_ander_tellen_niet(client: Client, begeleider: Gebruiker) -> None:
    collega = GebruikerFactory(organisatie=begeleider.organisatie)
    for _ in range(6):
        meld_aan(client, collega.email, "fout")
    assert meld_aan(client, begeleider.email) == "/"


def test_wie_juist_aanmeldt_verbruikt_geen_pogingen(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(6):
        assert meld_aan(client, begeleider.email) == "/"
        client.post("/account/logout/")


def test_te_veel_pogingen_van_een_adres(client: Client, db: None) -> None:
    for nummer in range(10):
        assert TE_VAAK not in meld_aan(client, f"iemand{nummer}@voorbeeld.be", "fout")
    assert TE_VAAK in meld_aan(client, "nog.iemand@voorbeeld.be", "fout")


def test_achter_een_proxy_telt_het_adres_van_de_bezoeker(db: None, settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    een, twee = (Client(headers={"x-forwarded-for": f"198.51.100.{nummer}"}) for nummer in (1, 2))
    for nummer in range(10):
        meld_aan(een, f"iemand{nummer}@voorbeeld.be", "fout")
    assert TE_VAAK in meld_aan(een, "nog.iemand@voorbeeld.be", "fout")
    assert TE_VAAK not in meld_aan(twee, "nog.iemand@voorbeeld.be", "fout")


def test_te_vaak_een_nieuw_wachtwoord_vragen(client: Client, begeleider: Gebruiker) -> None:
    for _ in range(5):
        client.post("/account/password/reset/", {"email": begeleider.email})
    antwoord = client.post("/account/password/reset/", {"email": begeleider.email})
    assert antwoord.status_code == 429
    assert "Wacht vijf minuten en probeer opnieuw." in antwoord.content.decode()
    assert UitgaandeMail.objects.count() == 5


def test_een_account_dat_uit_staat(client: Client, organisatie: object) -> None:
    uit = GebruikerFactory(organisatie=organisatie, is_active=False)
    url = meld_aan(client, uit.email)
    assert url == "/account/inactive/"
    assert "Je account staat uit" in client.get(url).content.decode()
    assert not aangemeld(client)


def test_wie_uitgezet_wordt_is_meteen_afgemeld(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    assert client.get("/beheer/regels/").status_code == 200
    Gebruiker.objects.filter(pk=begeleider.pk).update(is_active=False)
    assert client.get("/beheer/regels/").url == f"{LOGIN}?next=/beheer/regels/"


def link_uit(tekst: str) -> str:
    """The path of the one-time link in a mail."""
    gevonden = re.search(r"http://127\.0\.0\.1:8000(\S+)", tekst)
    assert gevonden, tekst
    return gevonden[1]


def test_een_vergeten_wachtwoord(client: Client, begeleider: Gebruiker) -> None:
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


def test_een_link_werkt_maar_een_keer(client: Client, begeleider: Gebruiker) -> None:
    client.post("/account/password/reset/", {"email": begeleider.email})
    pad = link_uit(UitgaandeMail.objects.get().tekst)
    pagina = client.get(pad, follow=True)
    gekozen = {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD}
    client.post(pagina.request["PATH_INFO"], gekozen)
    tweede = Client().get(pad, follow=True)
    assert "Deze link werkt niet meer" in tweede.content.decode()


def test_de_link_in_de_mail_komt_niet_van_het_verzoek(begeleider: Gebruiker) -> None:
    client = Client(headers={"host": "localhost"})
    client.post("/account/password/reset/", {"email": begeleider.email})
    tekst = UitgaandeMail.objects.get().tekst
    assert "http://127.0.0.1:8000/account/" in tekst
    assert "localhost" not in tekst


def test_een_onbekend_adres_krijgt_een_mail_en_geen_link(client: Client, db: None) -> None:
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
def test_een_zwak_wachtwoord_wordt_geweigerd(
    client: Client, begeleider: Gebruiker, zwak: str, zin: str
) -> None:
    Gebruiker.objects.filter(pk=begeleider.pk).update(email="an-peeters@test.be")
    client.post("/account/password/reset/", {"email": "an-peeters@test.be"})
    pagina = client.get(link_uit(UitgaandeMail.objects.get().tekst), follow=True)
    antwoord = client.post(pagina.request["PATH_INFO"], {"password1": zwak, "password2": zwak})
    assert antwoord.context["form"].errors["password1"] == [zin]


def test_het_eigen_wachtwoord_wijzigen(als: Als, begeleider: Gebruiker) -> None:
    client = als(begeleider)
    velden = {"password1": NIEUW_WACHTWOORD, "password2": NIEUW_WACHTWOORD}
    fout = client.post("/account/password/change/", {"oldpassword": "fout", **velden})
    assert "Dit is niet je huidige wachtwoord." in fout.content.decode()
    goed = client.post("/account/password/change/", {"oldpassword": WACHTWOORD, **velden})
    assert goed.url == "/"
    begeleider.refresh_from_db()
    assert begeleider.check_password(NIEUW_WACHTWOORD)


def test_niemand_maakt_zelf_een_account(client: Client, db: None) -> None:
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
def test_wat_hier_niet_dient_bestaat_niet(als: Als, begeleider: Gebruiker, pad: str) -> None:
    assert als(begeleider).get(pad).status_code == 404


def test_zonder_wachtwoord_naar_de_link_in_de_mail(als: Als, begeleider: Gebruiker) -> None:
    begeleider.set_unusable_password()
    begeleider.save()
    antwoord = als(begeleider).get("/account/password/change/", follow=True)
    assert antwoord.request["PATH_INFO"] == "/account/password/reset/"
