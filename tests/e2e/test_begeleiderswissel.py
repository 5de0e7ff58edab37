"""A counsellor hands somebody over; the successor reads the sheet; a coordinator gives the rest."""

from datetime import date

from playwright.sync_api import expect

from gebruikers.models import Gebruiker, Waarneming
from gedeeld.periode import Periode
from tests.e2e.bezoek import LAPTOP, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import (
    ActieFactory,
    BegeleidingsteamFactory,
    NotitieFactory,
    RandvoorwaardeFactory,
)
from trajects.keuzes import Standrandvoorwaarde, Thema

RISICO = "Ze belt liever niet. Stuur een bericht, en wacht tot ze antwoordt."


def _vertel_over_amina(ploeg: Ploeg, begeleider: Gebruiker) -> None:
    ActieFactory(werknemer=ploeg.amina, wat="Samen het CV nalezen", tegen=date(2026, 12, 1))
    ActieFactory(werknemer=ploeg.amina, wat="De bus van 6 uur uitproberen")
    RandvoorwaardeFactory(
        werknemer=ploeg.amina,
        thema=Thema.MOBILITEIT,
        stand=Standrandvoorwaarde.BELEMMERING,
        toelichting="Geen bus om 6 uur.",
    )
    NotitieFactory(werknemer=ploeg.amina, auteur=begeleider, vertrouwelijk=True, tekst="Geheim.")
    BegeleidingsteamFactory(werknemer=ploeg.amina)
    Waarneming.objects.create(
        begeleider=begeleider,
        vervanger=ploeg.karim,
        periode=Periode(date(2026, 11, 20), date(2026, 12, 4)),
    )


def test_from_hand_over_to_confirmation(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    _vertel_over_amina(ploeg, begeleider)
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/")
    bezoek.ziet("vandaag vervangen door Karim Haddad, t.e.m. 3 december 2026")
    bezoek.kijk("werknemer-met-team")
    page.get_by_role("link", name="Draag over aan een andere begeleider").click()
    bezoek.ziet_kop("Draag Amina over")
    bezoek.kijk("draag-over")
    page.get_by_label("Wie neemt over?").select_option("Karim Haddad")
    page.get_by_label("Waar let de opvolger best op?").fill(RISICO)
    bezoek.klik("Draag over")
    bezoek.ziet_melding("Karim Haddad begeleidt Amina Benali vanaf nu.")
    bezoek.ziet_kop("Wat je overdroeg")
    bezoek.kijk("vandaag-overgedragen")
    page.context.clear_cookies()
    bezoek.meld_aan(ploeg.karim)
    bezoek.ziet_kop("Nieuw in je caseload")
    bezoek.kijk("vandaag-nieuw")
    bezoek.volg("Lees het overdrachtsblad van Amina Benali")
    for tekst in (RISICO, "De bus van 6 uur uitproberen", "Geen bus om 6 uur."):
        bezoek.ziet(tekst)
    bezoek.ziet("1 vertrouwelijke notitie blijft bij wie ze schreef.")
    expect(page.get_by_text("Geheim.")).to_have_count(0)
    bezoek.kijk("overdrachtsblad")
    bezoek.klik("Ik heb dit gelezen")
    bezoek.ziet_melding("De overdracht van Amina Benali is bevestigd.")
    bezoek.kijk("overdrachtsblad-bevestigd")


@op_schermen(LAPTOP)
def test_a_coordinator_gives_a_whole_caseload(
    bezoek: Bezoek, begeleider: Gebruiker, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(coordinator)
    bezoek.kijk("vandaag-coordinator")
    bezoek.ga_naar("Beheer")
    bezoek.kijk("beheer")
    bezoek.volg("Werknemers overdragen")
    bezoek.kijk("overdragen")
    page.get_by_role("link", name="An Peeters").click()
    bezoek.kijk("overdragen-van-an")
    page.get_by_label("Bart Dewit").uncheck()
    page.get_by_label("Wie neemt over?").select_option("Karim Haddad")
    bezoek.klik("Draag over")
    bezoek.ziet_melding("Karim Haddad begeleidt vanaf nu 2 werknemers meer.")
    bezoek.ziet_kop("Nog niet bevestigd")
    bezoek.kijk("overdragen-wacht")
    assert {w.voornaam for w in ploeg.karim.werknemers.all()} == {"Amina", "Mehmet", "Zoë"}
