"""A counsellor and an employee overlook competences, talents and preconditions together."""

from datetime import date

from playwright.sync_api import expect

from gebruikers.models import Gebruiker
from tests.e2e.bezoek import Bezoek
from tests.e2e.ploeg import Ploeg
from tests.fabrieken import CompetentiescoreFactory, TalentFactory
from trajects.keuzes import Thema
from trajects.models import Competentie, Competentiescore, Randvoorwaarde
from trajects.plan.randvoorwaarden import zet_randvoorwaarde
from trajects.plan.randvoorwaardenbeeld import NOOIT
from werknemers.models import Werknemer

RONDEN = (
    (date(2025, 6, 2), 1, 2, ""),
    (date(2025, 12, 1), 2, None, "Belde op tijd toen de bus niet kwam."),
    (date(2026, 6, 8), 2, 3, ""),
)


def _vroeger(amina: Werknemer, door: Gebruiker) -> None:
    """What was said in earlier rounds, and how two preconditions came to be what they are."""
    afspraken, samenwerken = Competentie.objects.all()[:2]
    for dag, begeleider, werknemer, voorbeeld in RONDEN:
        CompetentiescoreFactory(
            werknemer=amina,
            competentie=afspraken,
            datum=dag,
            score_begeleider=begeleider,
            score_werknemer=werknemer,
            voorbeeld=voorbeeld,
            door=door,
        )
    CompetentiescoreFactory(werknemer=amina, competentie=samenwerken, door=door)
    TalentFactory(werknemer=amina, woorden="geduldig met kinderen")
    for stand, toelichting in (
        ("belemmering", "Geen bus op zondag."),
        ("aandacht", "Rijdt mee met Karim op zondag; zoekt een fiets."),
    ):
        gezien = Randvoorwaarde.objects.first()
        zet_randvoorwaarde(
            werknemer=amina,
            thema=Thema.MOBILITEIT,
            door=door,
            gezien=gezien.gewijzigd_op if gezien else NOOIT,
            stand=stand,
            toelichting=toelichting,
        )


def test_a_round_filled_in_together(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page, amina = bezoek.page, ploeg.amina
    _vroeger(amina, begeleider)
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag")
    page.goto(f"/werknemers/{amina.pk}/plan/")
    for uitleg in page.get_by_text("hoe het was").all():
        uitleg.click()
    bezoek.kijk("plan-profiel")
    bezoek.volg("Bespreek de competenties")
    samenwerken = page.get_by_role("group", name="Samenwerken", exact=True)
    keuzes = {"Begeleider": "3 · lukt zelfstandig", "Amina zelf": "4 · kan het anderen tonen"}
    for wie, score in keuzes.items():
        zijde = samenwerken.get_by_role("group", name=wie, exact=True)
        zijde.get_by_text(score).click()
        expect(zijde.get_by_text("geen score")).to_be_visible()
    samenwerken.get_by_label("Voorbeeld: wat gebeurde er?").fill(
        "Nam de kassa over toen Karim ziek was."
    )
    bezoek.kijk("competentieronde")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("De scores van 1 competentie zijn bewaard.")
    bezoek.ziet("Nam de kassa over toen Karim ziek was.")
    bezoek.kijk("plan-na-ronde")
    score = Competentiescore.objects.get(datum=date(2026, 11, 23))
    assert (score.score_begeleider, score.score_werknemer) == (3, 4)


def test_talents_and_preconditions(bezoek: Bezoek, begeleider: Gebruiker, ploeg: Ploeg) -> None:
    page, amina = bezoek.page, ploeg.amina
    bezoek.meld_aan(begeleider)
    bezoek.kijk("vandaag")
    page.goto(f"/werknemers/{amina.pk}/plan/")
    bezoek.kijk("plan")
    bezoek.volg("Talent toevoegen")
    page.get_by_role("textbox", name="Talenten").fill("koken voor velen, humor")
    bezoek.kijk("talent-nieuw")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Toegevoegd: koken voor velen, humor.")
    bezoek.volg("Haal weg humor")
    bezoek.kijk("talent-weg")
    bezoek.klik("Haal weg")
    bezoek.ziet_melding("“humor” is weggehaald.")
    page.get_by_text("weggehaalde talenten").click()
    bezoek.kijk("talenten-weggehaald")
    bezoek.klik("Zet terug humor")
    bezoek.ziet_melding("“humor” staat weer op het plan.")
    bezoek.volg("Bespreek mobiliteit")
    page.get_by_text("belemmering", exact=True).click()
    page.get_by_label("Wat is er nodig?").fill("Geen bus op zondag.")
    bezoek.kijk("randvoorwaarde")
    bezoek.klik("Bewaar")
    bezoek.ziet_melding("Mobiliteit: belemmering. Dat is bewaard.")
    bezoek.volg("Bespreek gezondheid")
    expect(page.get_by_label("Wat is er nodig?")).to_have_count(0)
    bezoek.kijk("randvoorwaarde-gezondheid")
    bezoek.volg("Annuleer")
    bezoek.ziet("Geen bus op zondag.")
