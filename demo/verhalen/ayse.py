"""Ayşe: an extension. Two years were too short; a new advice of five years follows."""

from demo.aanvraag import planversie, verzoek
from demo.verhaal import Verhaal
from demo.werk import TAAL_OP_DE_WERKVLOER, gevolgd
from trajects.keuzes import (
    Haalbaarheid,
    Resultaat,
    Sector,
    SoortWerk,
    Standrandvoorwaarde,
    Thema,
    Verzoekkop,
    Wie,
)


def vertel(v: Verhaal) -> None:
    v.dag(maanden=19)
    v.passage("tr", met_tolk=True)
    v.team("graduaat orthopedagogie", "Luc Maes, chef-kok")
    planversie(v, "Opgemaakt bij de start, met een tolk.")
    v.start(uitstroom=34)
    v.jobdoelwit(
        "kok in een schoolkeuken",
        sector=Sector.ONDERWIJS,
        soort_werk=SoortWerk.REGULIER,
        haalbaarheid=Haalbaarheid.MET_HULP,
        waarom="Ik wil werken op de uren dat mijn kinderen op school zijn.",
        wat_ontbreekt="Meer Nederlands, en ervaring met een grote keuken.",
    )
    v.randvoorwaarde(Thema.TAAL, Standrandvoorwaarde.BELEMMERING, "Begrijpt veel, spreekt weinig.")
    v.randvoorwaarde(Thema.NETWERK, Standrandvoorwaarde.AANDACHT, "Kent weinig mensen hier.")
    v.dag(maanden=15)
    gevolgd(v, TAAL_OP_DE_WERKVLOER, Resultaat.DEELS)
    v.competenties(
        {
            "Communiceren": (1, 2, "Wijst aan wat ze bedoelt."),
            "Kwaliteit en zorg": (4, 4, "Haar werkblad is altijd proper."),
        }
    )
    v.talenten("kookt voor grote groepen", "geduldig")
    v.dag(maanden=7)
    v.competenties({"Communiceren": (2, 2, "Vraagt nu zelf wat een woord betekent.")})
    v.randvoorwaarde(Thema.TAAL, Standrandvoorwaarde.AANDACHT, "Spreekt korte zinnen.")
    _vraag_meer_tijd(v)
    v.dag(dagen=36)
    v.noteer(
        "Uitgelegd wat vijf jaar betekent: de steun daalt stap voor stap en stopt dan. Ayşe is "
        "opgelucht en wil de tijd gebruiken.",
        Thema.EINDDOEL,
        Thema.TAAL,
        minuten=45,
    )
    doel = v.doel("Vlot spreken met collega’s en kinderen", Thema.TAAL, over=365)
    v.actie("Inschrijven voor Nederlands, niveau A2", Wie.WERKNEMER, over=45, doel=doel)
    v.actie("Een taalmaatje zoeken op de werkvloer", Wie.BEGELEIDER, over=40, doel=doel)


def _vraag_meer_tijd(v: Verhaal) -> None:
    """Before the two years were over, so that VDAB could decide."""
    v.dag(maanden=4)
    planversie(v, "Bijgewerkt voor de vraag om meer tijd.")
    verzoek(
        v,
        Verzoekkop.JOB,
        "Ayşe maakt mee het middagmaal klaar voor tachtig kinderen. Dat vraagt tempo tussen tien "
        "en twaalf uur, nauwkeurig werken met allergenen, en afspraken lezen op het werkblad.",
    )
    verzoek(
        v,
        Verzoekkop.KUNNEN,
        "Koken en proper werken lukt zelfstandig. Een recept of een dieetlijst lezen lukt met "
        "hulp. Telefoneren en overleggen met leveranciers lukt nog niet.",
    )
    verzoek(
        v,
        Verzoekkop.VRAAG,
        "Een nieuw advies van vijf jaar. Twee jaar waren genoeg om het werk te leren, niet om de "
        "taal te leren die een gewone keuken vraagt.",
    )
