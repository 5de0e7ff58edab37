"""Amina: a plan that works out. Support ends soon, a placement went well, the hand-over is near."""

from typing import Final

from demo.aanvraag import planversie
from demo.besproken import plan_besproken
from demo.geevalueerd import geevalueerd
from demo.verhaal import Verhaal
from demo.vertrek import overdracht
from demo.werk import VOEDSELVEILIGHEID, gevolgd, sollicitatie, stage
from trajects.keuzes import (
    Deelbaar,
    Fase,
    Haalbaarheid,
    Planantwoord,
    Resultaat,
    Sector,
    SoortWerk,
    Standrandvoorwaarde,
    Standsollicitatie,
    Thema,
    Wie,
)

_TER_LINDE: Final = "Woonzorgcentrum Ter Linde"


def vertel(v: Verhaal) -> None:
    _begin(v)
    _leren(v)
    _op_weg(v)


def _begin(v: Verhaal) -> None:
    v.passage("nl")
    v.dag(maanden=20)
    v.team("bachelor sociaal werk", "Luc Maes, chef-kok")
    v.dag(maanden=16)
    v.start(uitstroom="einde")
    v.noteer(
        "Samen gekeken waar deze job naartoe leidt, en tot wanneer. Amina wil graag blijven koken.",
        Thema.EINDDOEL,
        minuten=40,
    )
    v.randvoorwaarde(Thema.MOBILITEIT, Standrandvoorwaarde.BELEMMERING, "Geen fiets, wel een bus.")
    v.randvoorwaarde(Thema.KINDEROPVANG, Standrandvoorwaarde.AANDACHT, "Vroege shift is moeilijk.")
    v.randvoorwaarde(Thema.TAAL, Standrandvoorwaarde.IN_ORDE, "Leest en schrijft vlot Nederlands.")
    v.dag(maanden=14)
    v.competenties(
        {
            "Samenwerken": (2, 3, "Helpt in de keuken waar het vastloopt."),
            "Zelfstandig werken": (2, 2, "Vraagt nog na elke stap wat volgt."),
            "Tempo en volhouden": (3, 3, "Houdt een volle dienst vol."),
        }
    )
    v.talenten("rustig als het druk is", "proeft wat een gerecht mist")
    v.jobdoelwit("kok in een restaurant", sector=Sector.HORECA, soort_werk=SoortWerk.REGULIER)
    plan_besproken(v, Planantwoord.DEELS)


def _leren(v: Verhaal) -> None:
    v.dag(dagen=172)
    geevalueerd(
        v,
        "Amina wil meer verantwoordelijkheid in de keuken. Ze kiest een kok die ze eerst volgt. "
        "De volgende keer kijken we of een restaurant nog past.",
    )
    v.dag(dagen=135)
    haccp = "Voedselveiligheid (HACCP)"
    gevolgd(v, VOEDSELVEILIGHEID, Resultaat.GESLAAGD, attest=haccp, jaren=3, met_bestand=True)
    v.dag(dagen=122)
    v.competenties(
        {
            "Samenwerken": (3, 3, "Werkt nieuwe collega’s in."),
            "Zelfstandig werken": (3, 3, "Maakt de soep van begin tot einde."),
            "Kwaliteit en zorg": (3, 4, "Proeft en verbetert voor het de zaal in gaat."),
        }
    )
    v.randvoorwaarde(
        Thema.MOBILITEIT, Standrandvoorwaarde.IN_ORDE, "Fiets van het werk, fietst nu elke dag."
    )
    v.jobdoelwit(
        "hulpkok in een woonzorgcentrum",
        reden="Een restaurant heeft avonddiensten; dat past niet bij de kinderen.",
        sector=Sector.ZORG,
        soort_werk=SoortWerk.REGULIER,
        haalbaarheid=Haalbaarheid.HAALBAAR,
        waarom="Ik kook graag voor mensen die ik ken, en ik wil overdag werken.",
        wat_ontbreekt="Ervaring met dieetlijsten.",
    )
    doel = v.doel("Overweg kunnen met dieetlijsten", Thema.JOBDOELWIT, over=90)
    v.actie("Een dag meelopen bij de diëtist van Ter Linde", Wie.WERKNEMER, over=30, doel=doel)
    v.dag(dagen=119)
    planversie(v, "Bijgewerkt bij het nieuwe jobdoelwit")
    plan_besproken(v, Planantwoord.JA)
    v.dag(dagen=100)
    v.gedaan("Een dag meelopen", "Amina vond het boeiend en weet nu wat elke kleur betekent.")
    v.bereikt(doel, "Ze maakt nu zelf de dieetmaaltijden klaar.")


def _op_weg(v: Verhaal) -> None:
    v.dag(dagen=90)
    v.fase(Fase.JOBMATCHING, "De basis zit goed; we zoeken samen een werkgever.")
    v.dag(dagen=85)
    stage(
        v,
        _TER_LINDE,
        dagen=18,
        taak="meedraaien in de warme keuken",
        evaluatie="Werkt netjes en vlot, valt goed in de ploeg. Mag altijd terugkomen.",
        resultaat=Resultaat.GESLAAGD,
    )
    v.dag(dagen=40)
    sollicitatie(
        v,
        "Schoolkeuken De Kastanje",
        "hulpkok, deeltijds",
        Standsollicitatie.NIET,
        "Ze zochten iemand met meer ervaring in grote aantallen.",
    )
    v.dag(dagen=9)
    sollicitatie(v, _TER_LINDE, "hulpkok, halftijds", Standsollicitatie.GESPREK)
    v.actie("Het gesprek bij Ter Linde voorbereiden", Wie.BEGELEIDER, over=12)
    v.actie("Opvang zoeken voor woensdagnamiddag", Wie.WERKNEMER, over=7)
    v.dag(dagen=4)
    overdracht(
        v,
        _TER_LINDE,
        "Amina, An en de keukenverantwoordelijke",
        over=13,
        toestemming=(Deelbaar.JOBDOELWIT, Deelbaar.COMPETENTIES, Deelbaar.VORMING),
    )
