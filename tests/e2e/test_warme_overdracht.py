"""From the passage at the start to a warm hand-over: a counsellor on a phone or at a desk."""

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from trajects.models import Toestemming


def _bereid_voor(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg("Bereid een overdracht voor")
    page.get_by_label("Naar welke werkgever?").fill("Crèche De Vlinder")
    page.get_by_label("Gesprek gepland op").fill("2026-12-01")
    bezoek.kijk("overdracht-formulier")
    bezoek.klik("Bewaar")
    bezoek.ziet_kop("Naar Crèche De Vlinder")
    bezoek.ziet("Er is nog geen toestemming.")
    expect(page.get_by_role("link", name="Noteer wat je deelde")).to_have_count(0)


def _vraag_toestemming(bezoek: Bezoek) -> None:
    bezoek.volg("Noteer de toestemming")
    for wat in ("naam en contactgegevens", "vorming en attesten", "op papier, ondertekend"):
        bezoek.page.get_by_label(wat).check()
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De toestemming is bewaard.")


def _deel_contact(bezoek: Bezoek) -> None:
    page = bezoek.page
    page.get_by_role("link", name="Noteer wat je deelde").click()
    expect(page.get_by_label("stages en evaluaties")).to_have_count(0)
    page.get_by_label("naam en contactgegevens").check()
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Genoteerd wat je deelde.")


def _vink_af(bezoek: Bezoek, punt: str) -> None:
    """The thumb can go on where it was."""
    vinkje = bezoek.page.get_by_role("button", name=punt)
    vinkje.click()
    expect(vinkje).to_have_attribute("aria-pressed", "true")
    expect(vinkje).to_be_focused()


@pytest.mark.usefixtures("worker")
def test_the_passage_is_talked_through(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/contract/")
    bezoek.ziet("Kies welke passage in dit contract staat")
    bezoek.kijk("contract-zonder-passage")
    page.get_by_role("link", name="Vul in welke passage in dit contract staat").click()
    page.get_by_label("Welke versie staat in dit contract?").select_option(index=1)
    page.get_by_label("Mondeling overlopen op").fill("2026-11-20")
    page.get_by_label("Door wie?").fill("An Peeters")
    page.get_by_label("Er was een tolk bij").check()
    bezoek.kijk("contract-passage-formulier")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De passage en de uitleg zijn bewaard.")
    bezoek.ziet("Gesprek over de bijzondere passage (versie 1), in het Nederlands, met tolk")
    passage = bezoek.haal("Passage (PDF) bij Sociaal restaurant")
    assert passage.suggested_filename.startswith("passage-")
    bezoek.volg("Noteer een gesprek over het einddoel")
    venster = page.get_by_role("dialog")
    expect(venster.get_by_label("einddoel van de job")).to_be_checked()
    venster.get_by_label("Wat wil je onthouden?").fill("Na haar contract wil ze naar een crèche.")
    venster.get_by_role("button", name="Bewaar", exact=True).click()
    bezoek.ziet("Na haar contract wil ze naar een crèche.")
    bezoek.kijk("contract-met-bewijs")


@pytest.mark.usefixtures("worker")
def test_a_warm_hand_over_within_consent(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    page.goto(f"/werknemers/{ploeg.amina.pk}/overgang/")
    bezoek.kijk("overgang-leeg")
    _bereid_voor(bezoek)
    _vraag_toestemming(bezoek)
    _deel_contact(bezoek)
    _vink_af(bezoek, "Taken en uren overlopen")
    bezoek.kijk("overgang-gedeeld")
    bezoek.haal("Overzicht voor Crèche De Vlinder (PDF)")
    bezoek.volg("Trek toestemming in")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De toestemming is ingetrokken.")
    bezoek.ziet("Wat al gedeeld was, blijft hier staan")
    bezoek.kijk("overgang-ingetrokken")
    gedeeld = Toestemming.objects.exclude(gedeeld_op=None)
    assert [toestemming.wat for toestemming in gedeeld] == ["contact"]
