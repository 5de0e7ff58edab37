"""Tesfay: a new one. In service for a month; everything still has to begin, and it does."""

from demo.besproken import plan_besproken
from demo.verhaal import Verhaal
from trajects.keuzes import Planantwoord, Standrandvoorwaarde, Thema, Wie


def vertel(v: Verhaal) -> None:
    v.dag(dagen=26)
    v.passage("ti", met_tolk=True)
    v.start()
    v.team("tien jaar ervaring in begeleiding", "Rik Peeters, ploegbaas groen")
    v.sjabloon()
    v.gedaan("De bijzondere passage", "Overlopen met een tolk Tigrinya aan de telefoon.")
    v.gedaan("Gekwalificeerd begeleider", "Karim en Rik, allebei genoteerd.")
    v.gedaan("Afspreken hoe en wanneer", "Elke vrijdag na de koffie.")
    v.gedaan("Samen bespreken waar deze job", "Zie de notitie.")
    v.noteer(
        "Eerste gesprek over waar deze job naartoe leidt. Tesfay was elektricien en wil dat "
        "graag weer worden.",
        Thema.EINDDOEL,
        minuten=50,
    )
    v.randvoorwaarde(Thema.TAAL, Standrandvoorwaarde.BELEMMERING, "Spreekt vooral Tigrinya.")
    v.randvoorwaarde(Thema.ADMINISTRATIE, Standrandvoorwaarde.IN_ORDE, "Verblijf is in orde.")
    v.dag(dagen=6)
    v.gedaan("Het ondersteuningsplan opmaken", "Samen opgemaakt en ondertekend.")
    plan_besproken(v, Planantwoord.JA, "ti", met_tolk=True)
    v.actie("Zijn diploma van elektricien laten nakijken", Wie.BEGELEIDER, over=21)
