"""A counsellor on a phone and a coordinator at a desk change the same job target."""

import pytest
from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from trajects.models import Jobdoelwit

WAAROM_AN = "Ze kookt graag.\nHaar oma deed dat ook."
WAAROM_SOFIE = "Ze wil met mensen werken.\nNiet alleen in een keuken."


@pytest.fixture
def bureau(tweede_bezoek: Bezoek) -> Bezoek:
    return tweede_bezoek


def _begin(bezoek: Bezoek, wie: Gebruiker, ploeg: Ploeg, waarom: str) -> None:
    """Open the job target in place, and write why."""
    bezoek.meld_aan(wie)
    bezoek.kijk("vandaag")
    bezoek.page.goto(f"/werknemers/{ploeg.amina.pk}/plan/")
    bezoek.kijk("plan")
    bezoek.page.get_by_role("link", name="Wijzig het jobdoelwit").click()
    bezoek.page.get_by_label("Waarom dit werk?").fill(waarom)


def test_both_see_what_the_other_wrote(
    bezoek: Bezoek, bureau: Bezoek, begeleider: Gebruiker, coordinator: Gebruiker, ploeg: Ploeg
) -> None:
    bezoek.verwachte_klachten.append("422")  # the browser's own line on a refused form
    _begin(bezoek, begeleider, ploeg, WAAROM_AN)
    _begin(bureau, coordinator, ploeg, WAAROM_SOFIE)
    bureau.klik("Bewaar")
    bureau.ziet_melding("Het jobdoelwit is bewaard.")
    bezoek.klik("Bewaar")
    bezoek.ziet_kop("Iemand anders bewaarde dit terwijl jij bezig was")
    bezoek.kijk("botsing")
    keuze = bezoek.page.get_by_role("group", name="Welke versie blijft bij “Waarom dit werk?”?")
    expect(keuze.get_by_role("radio")).to_have_count(2)
    expect(keuze).to_contain_text("Niet alleen in een keuken.")
    expect(keuze).to_contain_text("Haar oma deed dat ook.")
    keuze.get_by_role("radio", name="Jouw versie").check()
    bezoek.kijk("botsing-gekozen")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Het jobdoelwit is bewaard.")
    assert Jobdoelwit.objects.get(tot=None).waarom.replace("\r\n", "\n") == WAAROM_AN
    bureau.page.reload()
    bureau.ziet("Haar oma deed dat ook.")
    bureau.kijk("plan-na-botsing")
