"""A counsellor moves somebody on the board, plans a placement, and writes down an application."""

from playwright.sync_api import Locator, expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import LAPTOP, TELEFOON, Bezoek
from tests.e2e.conftest import op_schermen
from tests.e2e.ploeg import Ploeg
from trajects.models import Fasewissel


def _kolom(bezoek: Bezoek, naam: str) -> Locator:
    return bezoek.page.get_by_role("region", name=naam)


def _naar_het_bord(bezoek: Bezoek, begeleider: Gebruiker) -> None:
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag-begeleider")
    bezoek.ga_naar("Werknemers")
    bezoek.kijk("werknemers-begeleider")
    bezoek.volg("Bord")
    bezoek.ziet_kop("Bord")
    bezoek.kijk("bord")


@op_schermen(TELEFOON, LAPTOP)
def test_moving_a_card_and_planning_a_placement(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    _naar_het_bord(bezoek, begeleider)
    bezoek.volg("Verplaats Amina Benali")
    expect(page.get_by_label("Naar welke fase?")).to_have_value("stage")
    bezoek.ziet("Let op: er is nog geen stage gepland.")
    expect(page.get_by_label("Wat blijft open?")).to_be_hidden()
    bezoek.kijk("bord-verplaats")
    page.get_by_label("Naar welke fase?").select_option("afgerond")
    expect(page.get_by_label("Wat blijft open?")).to_be_visible()
    bezoek.kijk("bord-afsluiten")
    page.get_by_label("Naar welke fase?").select_option("stage")
    page.get_by_label("Waarom?").fill("De stage bij Bakkerij Jan begint maandag.")
    bezoek.klik("Verplaats")
    bezoek.ziet_melding("Amina staat nu in stage.")
    naam = _kolom(bezoek, "Stage").get_by_role("link", name="Amina Benali", exact=True)
    expect(naam).to_be_focused()
    bezoek.kijk("bord-na-verplaatsen")
    naam.press("Enter")
    bezoek.ziet_kop("Traject")
    bezoek.kijk("plan-na-verplaatsen")
    _plan_een_stage(bezoek)
    _noteer_een_sollicitatie(bezoek)


def _plan_een_stage(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg("Stages en sollicitaties")
    bezoek.kijk("werk-leeg")
    bezoek.volg("Voeg een stage toe")
    page.get_by_label("Werkgever").fill("Bakkerij Jan")
    page.get_by_label("Eerste dag").fill("2026-11-30")
    page.get_by_label("Laatste dag").fill("2026-12-18")
    page.get_by_label("Wat doet de werknemer er?").fill("brood bakken")
    bezoek.kijk("stage-nieuw")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De stage bij Bakkerij Jan is bewaard.")
    bezoek.ziet_kop("Gepland")
    bezoek.kijk("werk-met-stage")


def _noteer_een_sollicitatie(bezoek: Bezoek) -> None:
    page = bezoek.page
    bezoek.volg("Voeg een sollicitatie toe")
    page.get_by_label("Voor welke vacature?").fill("bakker")
    # The employer of the placement is in the register now.
    expect(page.locator("datalist option")).to_have_attribute("value", "Bakkerij Jan")
    bezoek.kijk("sollicitatie-nieuw")
    page.get_by_label("Werkgever", exact=True).fill("Bakkerij Jan")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De sollicitatie is bewaard.")
    bezoek.kijk("werk-met-sollicitatie")
    # In place, and put back.
    bezoek.volg("Stage toevoegen")
    bezoek.ziet_kop("Een nieuwe stage")
    bezoek.volg("Annuleer")
    bezoek.ziet_kop("Stages")
    bezoek.volg("Bakkerij Jan")
    bezoek.ziet_kop("Bakkerij Jan")
    bezoek.ziet("stage: brood bakken")
    bezoek.kijk("werkgever-met-mensen")


@op_schermen(LAPTOP)
def test_moving_a_card_with_the_keyboard_only(
    bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg
) -> None:
    page = bezoek.page
    _naar_het_bord(bezoek, begeleider)
    kaart = page.get_by_role("link", name="Amina Benali", exact=True)
    kaart.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Verplaats Amina Benali")).to_be_focused()
    bezoek.wacht_op_htmx()
    page.get_by_role("link", name="Annuleer").press("Enter")
    expect(kaart).to_be_focused()
    bezoek.wacht_op_htmx()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Verplaats Amina Benali")).to_be_focused()
    bezoek.wacht_op_htmx()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.type("De stage begint maandag.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    bezoek.ziet_melding("Amina staat nu in stage.")
    naam = _kolom(bezoek, "Stage").get_by_role("link", name="Amina Benali", exact=True)
    expect(naam).to_be_focused()


@op_schermen(LAPTOP)
def test_dragging_a_card_asks_the_same(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    """A phone has no mouse to drag with; there the button does it."""
    _naar_het_bord(bezoek, begeleider)
    kaart = bezoek.page.get_by_role("listitem").filter(has_text="Amina Benali")
    kaart.drag_to(_kolom(bezoek, "Nazorg"))
    bezoek.ziet_kop("Verplaats Amina Benali")
    expect(bezoek.page.get_by_label("Naar welke fase?")).to_have_value("nazorg")
    assert not Fasewissel.objects.exists()
