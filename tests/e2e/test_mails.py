"""An administrator and the mails that never left: sees it on Vandaag, and decides."""

from datetime import timedelta

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from gedeeld.models import UitgaandeMail
from gedeeld.models.uitgaande_mail import Mailfout
from gedeeld.tijd import nu
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.fabrieken import MailFactory


@pytest.fixture
def mails(beheerder: Gebruiker) -> None:
    """One that can go again, and two of which the link is over."""
    MailFactory(
        organisatie=beheerder.organisatie,
        opgegeven=True,
        aan="een.heel.lang.adres.van.iemand@een-heel-lange-naam-van-een-organisatie.example.be",
        onderwerp="Doorstroom: je begeleidt 2 werknemers meer",
        fout="TimeoutError: timed out",
        soort_fout=Mailfout.SERVER_WEG,
    )
    for naam in ("Zoë Diels", "Lies Maes"):
        MailFactory(
            organisatie=beheerder.organisatie,
            opgegeven=True,
            onderwerp="Kies je wachtwoord voor Doorstroom",
            geldig_tot=nu() - timedelta(days=1),
            na_verval=f"De link in deze mail is vervallen. Nodig {naam} opnieuw uit.",
            soort_fout=Mailfout.ADRES_GEWEIGERD,
            fout="SMTPRecipientsRefused: {}",
        )


@pytest.mark.usefixtures("mails")
@op_schermen(TELEFOON, LAPTOP)
def test_deciding_about_mails_that_never_left(bezoek: Bezoek, beheerder: Gebruiker) -> None:
    bezoek.meld_aan(beheerder)
    bezoek.ziet("3 mails van je organisatie zijn niet vertrokken.")
    bezoek.kijk("vandaag-mails-niet-vertrokken")
    bezoek.volg("Kies wat er moet gebeuren")
    bezoek.ziet("Nodig Zoë Diels opnieuw uit.")
    bezoek.kijk("taken-mails-niet-vertrokken")
    bezoek.klik("Haal de 2 vervallen mails weg")
    bezoek.ziet_melding("2 vervallen mails zijn gewist.")
    mails = bezoek.page.locator("#mails")
    mails.get_by_role("button", name="Opnieuw versturen").click()
    bezoek.ziet_melding("De mail vertrekt binnen enkele minuten.")
    expect(mails.get_by_role("button")).to_have_count(0)
    bezoek.kijk("taken-mails-beslist")
    bezoek.page.goto("/vandaag/")
    expect(bezoek.page.get_by_text("niet vertrokken")).to_have_count(0)
    assert UitgaandeMail.objects.te_versturen().count() == 1
