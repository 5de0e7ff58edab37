"""A small organisation with something to do for everybody."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from gebruikers.models import Gebruiker, Organisatie
from gedeeld.periode import Periode
from gedeeld.tijd import vandaag
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    DienstFactory,
    GebruikerFactory,
    NotitieFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.keuzes import Fase
from trajects.signalen.bepaal_signalen import bepaal_signalen
from werknemers.domein.insz import zoek_insz
from werknemers.models import Dienst, Werknemer

INSZ = "85073003328"


@dataclass(frozen=True, slots=True)
class Ploeg:
    """Support stops in four months for Amina, in five weeks for Mehmet; Zoë's is over."""

    amina: Werknemer
    mehmet: Werknemer
    zoe: Werknemer
    bart: Werknemer
    keuken: Dienst
    tuin: Dienst
    karim: Gebruiker
    elders: Werknemer


def maak_ploeg(organisatie: Organisatie, begeleider: Gebruiker, andere: Organisatie) -> Ploeg:
    """Those of the counsellor and of a colleague, with the signals of the last night."""
    karim = GebruikerFactory(organisatie=organisatie, voornaam="Karim", naam="Haddad")
    keuken = DienstFactory(organisatie=organisatie, naam="Sociaal restaurant")
    tuin = DienstFactory(organisatie=organisatie, naam="Groendienst")
    amina = _iemand("Amina", "Benali", "1001", begeleider, keuken, date(2025, 4, 1), 2)
    mehmet = _iemand("Mehmet", "Çelik", "1002", begeleider, keuken, date(2025, 1, 1), 2)
    zoe = _iemand("Zoë", "Aerts", "1003", karim, tuin, date(2024, 10, 1), 2)
    bart = _iemand("Bart", "Dewit", "1004", begeleider, tuin, date(2025, 7, 1), 5)
    amina.insz, amina.insz_hash = INSZ, zoek_insz(INSZ)
    amina.save()
    TrajectFactory(
        werknemer=amina, fase=Fase.JOBMATCHING, jobdoelwit="keukenhulp in een woonzorgcentrum"
    )
    TrajectFactory(werknemer=zoe, fase=Fase.VOORTRAJECT)
    NotitieFactory(werknemer=amina, auteur=begeleider, datum=date(2026, 9, 7))
    vreemde = WerknemerFactory(organisatie=andere, voornaam="Elders", familienaam="Vreemd")
    AdviesFactory(werknemer=vreemde)
    bepaal_signalen(op=vandaag())
    return Ploeg(amina, mehmet, zoe, bart, keuken, tuin, karim, vreemde)


def _iemand(
    voornaam: str,
    familienaam: str,
    nummer: str,
    begeleider: Gebruiker,
    dienst: Dienst,
    begin: date,
    jaren: int,
) -> Werknemer:
    werknemer = WerknemerFactory(
        organisatie=begeleider.organisatie,
        begeleider=begeleider,
        voornaam=voornaam,
        familienaam=familienaam,
        personeelsnummer=nummer,
    )
    ContractFactory(
        werknemer=werknemer,
        dienst=dienst,
        periode=Periode(begin),
        tewerkstellingsbreuk=Decimal("0.8"),
        functie="keukenhulp" if "restaurant" in dienst.naam else "medewerker groen",
    )
    AdviesFactory(werknemer=werknemer, twee_jaar=jaren == 2, besluitdatum=begin)
    return werknemer
