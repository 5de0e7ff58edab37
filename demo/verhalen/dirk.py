"""Dirk: a late one. The support ended months ago, and the plan never got going."""

from demo.verhaal import Verhaal
from demo.werk import sollicitatie
from trajects.keuzes import Fase, Sector, Standrandvoorwaarde, Standsollicitatie, Thema, Wie


def vertel(v: Verhaal) -> None:
    v.dag(maanden=26)
    v.start(uitstroom=2)
    v.dag(maanden=14)
    v.jobdoelwit("technisch helper in een basisschool", sector=Sector.ONDERWIJS)
    v.randvoorwaarde(Thema.MOBILITEIT, Standrandvoorwaarde.AANDACHT, "Rijdt niet graag alleen.")
    v.dag(maanden=5)
    v.fase(Fase.JOBMATCHING, "De ondersteuning loopt af; nu zoeken.")
    doel = v.doel("Een school vinden die iemand zoekt", Thema.SOLLICITATIE, over=120)
    v.actie("Een lijst maken van scholen in de buurt", Wie.BEGELEIDER, over=14, doel=doel)
    v.actie("Het cv aanvullen", Wie.WERKNEMER, over=21, doel=doel)
    v.dag(maanden=4)
    v.gedaan("Het cv aanvullen", "Samen gedaan, op een vrijdag.")
    v.actie("Langsgaan op de opendeurdag van Klimop", Wie.WERKNEMER, over=60, doel=doel)
    v.dag(maanden=2)
    sollicitatie(
        v,
        "Basisschool Klimop",
        "onderhoud, 19 uur",
        Standsollicitatie.GEEN_ANTWOORD,
        "Twee keer teruggebeld.",
    )
    v.dag(dagen=35)
    sollicitatie(
        v, "Basisschool De Wegwijzer", "kleine herstellingen, 24 uur", Standsollicitatie.GESPREK
    )
