"""Wim: a stop. He moved away before the plan was done, and the file says how it went on."""

from demo.verhaal import Verhaal
from demo.vertrek import nazorg, uitstroom
from trajects.keuzes import (
    Bestemming,
    Fase,
    Initiatief,
    Nazorgresultaat,
    Sector,
    Standrandvoorwaarde,
    Thema,
)


def vertel(v: Verhaal) -> None:
    v.dag(maanden=24)
    v.passage("nl")
    v.start()
    v.jobdoelwit("magazijnier", sector=Sector.LOGISTIEK)
    v.randvoorwaarde(Thema.HUISVESTING, Standrandvoorwaarde.AANDACHT, "Tijdelijk bij zijn broer.")
    v.randvoorwaarde(Thema.GEZONDHEID, Standrandvoorwaarde.AANDACHT)
    v.dag(maanden=15)
    v.competenties({"Tempo en volhouden": (2, 2, "Een volle dag is lang.")})
    uitstroom(
        v,
        Bestemming.WERKZOEKEND,
        Initiatief.WERKNEMER,
        laatste_dag=v.laatste_dag,
        reden="Verhuist naar Limburg, dichter bij zijn familie.",
    )
    nazorg(v, 4, Nazorgresultaat.ONBEKEND, "Twee keer gebeld, een kaartje gestuurd.")
    nazorg(v, 13, Nazorgresultaat.NIET, "Wim zoekt werk in Genk, met hulp van VDAB.")
    nazorg(v, 26, Nazorgresultaat.ANDERE, "Wim belde: hij werkt in een magazijn, drie dagen.")
    v.fase(Fase.STOPGEZET, "Wim woont te ver om hem goed te volgen. De deur staat open.")
