"""Mails that were given up: who sees them, sends them again or leaves them, and the trail of it."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from lxml import html

from gebruikers.domein.uitnodigen import nodig_gebruiker_uit
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.models import Auditregel, UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.post.postbus import verstuur_wachtende
from gedeeld.post.postopruiming import ruim_post_op
from gedeeld.tijd import nu
from tests.fabrieken import MailFactory

Als = Callable[[Gebruiker], Client]
TAKEN = "/beheer/taken/"
VERVALLEN = "De link in deze mail is vervallen. Nodig Zoë Diels opnieuw uit."


@pytest.fixture
def opgegeven(organisatie: Organisatie) -> UitgaandeMail:
    return MailFactory(organisatie=organisatie, opgegeven=True, fout="Timeout: an@x.be")


def pagina(client: Client) -> str:
    return " ".join(client.get(TAKEN).content.decode().split())


def doe(client: Client, bericht: UitgaandeMail, wat: str) -> str:
    antwoord = client.post(f"{TAKEN}mails/{bericht.pk}/{wat}/", follow=True)
    return " ".join(antwoord.content.decode().split())


def regels() -> list[tuple[Any, ...]]:
    return list(
        Auditregel.objects.filter(soort="uitgaandemail").values_list(
            "actie", "door__email", "organisatie"
        )
    )


@pytest.mark.parametrize(
    ("soort", "waarom"),
    [
        (Mailfout.SERVER_WEG, "De mailserver antwoordde niet."),
        (Mailfout.ADRES_GEWEIGERD, "De mailserver aanvaardt dit e-mailadres niet. Kijk het na."),
        (Mailfout.MAIL_GEWEIGERD, "De mailserver weigert deze mail."),
        (Mailfout.ONVERZENDBAAR, "Er staat iets in deze mail dat niet verstuurd kan worden."),
        (Mailfout.ONBEKEND, "Er liep iets mis in Doorstroom."),
        ("", "Doorstroom kon deze mail niet op tijd versturen."),
    ],
)
def test_the_page_says_to_whom_and_why_in_words(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail, soort: str, waarom: str
) -> None:
    UitgaandeMail.objects.update(soort_fout=soort)
    tekst = pagina(als(beheerder))
    assert "Signalen</span> aan an@voorbeeld.be" in tekst
    assert f"Gemaakt op 23 november 2026 om 10:00. {waarom}" in tekst
    assert "<code>Timeout</code>" in tekst
    assert "an@x.be" not in tekst
    assert "Opnieuw versturen" in tekst


def test_the_page_is_about_the_own_organisation(
    als: Als, beheerder: Gebruiker, andere_organisatie: Organisatie
) -> None:
    MailFactory(organisatie=andere_organisatie, opgegeven=True, aan="vreemd@elders.be")
    MailFactory(organisatie=None, opgegeven=True, aan="niemand@elders.be")
    antwoord = als(beheerder).get(TAKEN)
    assert "elders.be" not in antwoord.content.decode()
    assert antwoord.context["post"].opgegeven == 0


def test_a_long_list_says_how_many_more(als: Als, beheerder: Gebruiker) -> None:
    for _ in range(52):
        MailFactory(organisatie=beheerder.organisatie, opgegeven=True)
    tekst = pagina(als(beheerder))
    assert tekst.count("Opnieuw versturen") == 50
    assert "En nog 2 mails: die komen in de plaats." in tekst


def test_sending_again_starts_the_three_days_anew(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail
) -> None:
    UitgaandeMail.objects.update(proberen_tot=nu() - timedelta(days=1))
    client = als(beheerder)
    assert "De mail vertrekt binnen enkele minuten." in doe(client, opgegeven, "opnieuw")
    opgegeven.refresh_from_db()
    assert (opgegeven.opgegeven_op, opgegeven.pogingen) == (None, 0)
    assert opgegeven.proberen_tot > nu() + timedelta(days=2)
    assert verstuur_wachtende()["verstuurd"] == 1
    assert mail.outbox[0].to == ["an@voorbeeld.be"]
    assert regels() == [("opnieuw verstuurd", beheerder.email, beheerder.organisatie_id)]
    assert "Over deze mail is intussen al beslist." in doe(client, opgegeven, "opnieuw")
    assert "Over deze mail is intussen al beslist." in doe(client, opgegeven, "niet-meer")


def test_who_is_sending_it_now_goes_first(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail
) -> None:
    UitgaandeMail.objects.update(niet_voor=nu() + timedelta(minutes=4))
    doe(als(beheerder), opgegeven, "opnieuw")
    assert not UitgaandeMail.objects.te_versturen().exists()


def test_leaving_it_empties_it_and_ends_the_alarm(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail
) -> None:
    client = als(beheerder)
    assert "niet vertrokken" in banner(client)
    tekst = doe(client, opgegeven, "niet-meer")
    assert "De mail wordt niet meer verstuurd, en is gewist." in tekst
    assert "an@voorbeeld.be" not in tekst
    assert banner(client) == ""
    opgegeven.refresh_from_db()
    assert (opgegeven.aan, opgegeven.onderwerp, opgegeven.tekst, opgegeven.fout) == ("",) * 4
    (regel,) = Auditregel.objects.filter(soort="uitgaandemail")
    assert (regel.actie, regel.door) == ("niet meer verstuurd", beheerder)
    assert "an@" not in str(regel.verschil)
    assert verstuur_wachtende() == {"verstuurd": 0, "mislukt": 0}


def test_a_link_that_is_over_is_not_sent_again(als: Als, beheerder: Gebruiker) -> None:
    nodig_gebruiker_uit(
        email="zoe@delepel.be", voornaam="Zoë", naam="Diels", rol="hr", door=beheerder
    )
    UitgaandeMail.objects.update(geldig_tot=nu(), opgegeven_op=nu())
    bericht = UitgaandeMail.objects.get()
    client = als(beheerder)
    tekst = pagina(client)
    assert VERVALLEN in tekst
    assert "Opnieuw versturen" not in tekst
    assert VERVALLEN in doe(client, bericht, "opnieuw")
    assert UitgaandeMail.objects.wacht_op_besluit().count() == 1
    assert regels() == []


def test_what_was_emptied_is_not_sent_again(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail
) -> None:
    UitgaandeMail.objects.update(opgegeven_op=nu() - timedelta(days=31))
    ruim_post_op()
    client = als(beheerder)
    assert "Gewiste mail" in pagina(client)
    assert "Je kunt hem niet meer versturen." in doe(client, opgegeven, "opnieuw")
    assert "is gewist" in doe(client, opgegeven, "niet-meer")
    assert not UitgaandeMail.objects.wacht_op_besluit().exists()


def test_all_that_cannot_go_any_more_is_left_at_once(
    als: Als, beheerder: Gebruiker, opgegeven: UitgaandeMail, andere_organisatie: Organisatie
) -> None:
    client = als(beheerder)
    MailFactory(organisatie=beheerder.organisatie, opgegeven=True, geldig_tot=nu())
    assert "vervallen mails weg" not in pagina(client)
    MailFactory(organisatie=beheerder.organisatie, opgegeven=True, aan="")
    vreemd = MailFactory(organisatie=andere_organisatie, opgegeven=True, geldig_tot=nu())
    assert "Haal de 2 vervallen mails weg" in pagina(client)
    antwoord = client.post(f"{TAKEN}mails/vervallen/", follow=True)
    assert "2 vervallen mails zijn gewist." in antwoord.content.decode()
    assert set(UitgaandeMail.objects.wacht_op_besluit()) == {opgegeven, vreemd}
    assert {actie for actie, _, _ in regels()} == {"niet meer verstuurd"}
    assert len(regels()) == 2


def banner(client: Client) -> str:
    meldingen = html.fromstring(client.get("/vandaag/").content).xpath("//main//*[@role='alert']")
    return " ".join(" ".join(html.tostring(m, encoding="unicode") for m in meldingen).split())


@pytest.mark.parametrize(
    ("aantal", "zin"),
    [
        (1, "1 mail van je organisatie is niet vertrokken."),
        (2, "2 mails van je organisatie zijn niet vertrokken."),
    ],
)
def test_the_banner_counts_the_mails_of_the_own_organisation(
    als: Als, coordinator: Gebruiker, andere_organisatie: Organisatie, aantal: int, zin: str
) -> None:
    client = als(coordinator)
    MailFactory(organisatie=andere_organisatie, opgegeven=True)
    MailFactory(organisatie=None, opgegeven=True)
    MailFactory(organisatie=coordinator.organisatie)
    assert banner(client) == ""
    for _ in range(aantal):
        MailFactory(organisatie=coordinator.organisatie, opgegeven=True)
    assert zin in banner(client)
    assert '<a href="/beheer/taken/#mails">' in banner(client)


def test_a_counsellor_is_not_told_of_mails(
    als: Als, begeleider: Gebruiker, opgegeven: UitgaandeMail
) -> None:
    assert banner(als(begeleider)) == ""


# --- what is put in --------------------------------------------------------------------------


def test_an_account_mail_ends_with_its_link_and_belongs_to_whom_it_is_for(
    client: Client, begeleider: Gebruiker
) -> None:
    """To the outside an unknown address makes no difference."""
    for adres in (begeleider.email, "niemand@voorbeeld.be"):
        antwoord = client.post("/account/password/reset/", {"email": adres})
        assert antwoord.url == "/account/password/reset/done/"
    bekend, onbekend = UitgaandeMail.objects.order_by("pk")
    assert bekend.organisatie == begeleider.organisatie
    assert onbekend.organisatie is None
    for bericht in (bekend, onbekend):
        assert bericht.geldig_tot
        assert abs(bericht.geldig_tot - nu() - timedelta(days=3)) < timedelta(minutes=1)


def test_no_key_names_anybody(client: Client, beheerder: Gebruiker) -> None:
    nodig_gebruiker_uit(email="zoe@x.be", voornaam="Zoë", naam="Diels", rol="hr", door=beheerder)
    client.post("/account/password/reset/", {"email": beheerder.email})
    for bericht in UitgaandeMail.objects.all():
        assert not any(deel in bericht.sleutel.lower() for deel in ("@", "zo", "diels", "x.be"))
