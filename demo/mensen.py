"""Puts one invented person into the application, through the functions that people use."""

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from random import Random
from typing import Final

from django.utils.text import slugify

from demo.datums import Adviesplan, Loopbaan, loopbaan, uitstroomdag
from demo.gegevens import Demonotitie, Demotraject, Demowerknemer
from demo.organisaties import Demo
from gedeeld.periode import plus_dagen, plus_maanden
from gedeeld.tijd import alsof
from gedeeld.werkdagen import werkdag_tot
from trajects.keuzes import Fase
from trajects.logboek.notities import Notitiegegevens, schrijf_notitie, verbeter_notitie
from trajects.traject.fasen import wissel_fase
from trajects.traject.trajecten import Trajectgegevens, start_traject
from werknemers.domein.adviezen import voeg_advies_toe
from werknemers.domein.contracten import voeg_contract_toe
from werknemers.domein.insz import lees_insz
from werknemers.domein.werknemers import voeg_werknemer_toe
from werknemers.keuzes import SoortContract
from werknemers.models import Werknemer

_ZAAD: Final = "doorstroom"
_CENT: Final = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Demomens:
    """A person of the files with the record that was made of it."""

    persoon: Demowerknemer
    loopbaan: Loopbaan
    werknemer: Werknemer


def voeg_mens_toe(persoon: Demowerknemer, demo: Demo, vandaag: date) -> Demomens:
    """Employee, contracts, trajectory and log; `voer_advies_in` enters the advice on its day."""
    toeval = Random(f"{_ZAAD}-{persoon.nummer}")  # noqa: S311 - the same people every time
    tijd = loopbaan(persoon, vandaag, toeval)
    werknemer = voeg_werknemer_toe(
        personeelsnummer=persoon.nummer,
        familienaam=persoon.familienaam,
        voornaam=persoon.voornaam,
        insz=lees_insz(persoon.insz) if persoon.insz else "",
        geboortedatum=None,
        begeleider=demo.gebruikers.get(persoon.begeleider),
        email=_email(persoon) if toeval.random() < 0.7 else "",
        gsm=f"+32468000{persoon.nummer[1:]}",
        voertaal=persoon.voertaal,
        door=demo.personeelsdienst,
    )
    mens = Demomens(persoon, tijd, werknemer)
    _voeg_contracten_toe(mens, demo, vandaag, toeval)
    if persoon.traject is not None:
        _voeg_traject_toe(mens, persoon.traject, demo, vandaag)
    for notitie in sorted(persoon.notities, key=lambda notitie: -notitie.dagen):
        _schrijf(mens, notitie, demo, vandaag)
    return mens


def voer_advies_in(mens: Demomens, plan: Adviesplan, demo: Demo) -> None:
    voeg_advies_toe(werknemer=mens.werknemer, door=demo.personeelsdienst, **plan.gegevens)


def _email(persoon: Demowerknemer) -> str:
    # The dotless i of Turkish has no plain letter that slugify would find by itself.
    delen = (slugify(deel.replace("ı", "i")) for deel in (persoon.voornaam, persoon.familienaam))
    return f"{'.'.join(delen)}@voorbeeld.be"


def _voeg_contracten_toe(mens: Demomens, demo: Demo, vandaag: date, toeval: Random) -> None:
    persoon, tijd = mens.persoon, mens.loopbaan
    tijdelijk = persoon.contract_tot_maanden is not None
    voltijds = persoon.voltijds_maandloon + toeval.randrange(90)
    voeg_contract_toe(
        werknemer=mens.werknemer,
        door=demo.personeelsdienst,
        dienst=demo.diensten[persoon.dienst],
        eerste_dag=tijd.eerste_dag,
        laatste_dag=tijd.laatste_dag,
        soort=SoortContract.BEPAALD if tijdelijk else SoortContract.ONBEPAALD,
        functie=persoon.functie,
        tewerkstellingsbreuk=persoon.breuk,
        bruto_maandloon=_deel(voltijds, persoon.breuk),
        nagekeken=True,
    )
    if (tweede := persoon.tweede_dienst) is not None:
        voeg_contract_toe(
            werknemer=mens.werknemer,
            door=demo.personeelsdienst,
            dienst=demo.diensten[tweede.dienst],
            eerste_dag=plus_maanden(vandaag, -tweede.maanden),
            laatste_dag=None,
            soort=SoortContract.ONBEPAALD,
            functie=tweede.functie,
            tewerkstellingsbreuk=tweede.breuk,
            bruto_maandloon=_deel(voltijds, tweede.breuk),
            nagekeken=True,
        )


def _deel(voltijds: Decimal, breuk: Decimal) -> Decimal:
    return (voltijds * breuk).quantize(_CENT, ROUND_HALF_UP)


def _voeg_traject_toe(mens: Demomens, plan: Demotraject, demo: Demo, vandaag: date) -> None:
    door = demo.gebruikers[mens.persoon.begeleider]
    gestart_op = max(werkdag_tot(plus_maanden(vandaag, -plan.maanden)), mens.loopbaan.eerste_dag)
    begin = Trajectgegevens(
        fase=Fase.VOORTRAJECT,
        jobdoelwit=plan.doel,
        beoogde_uitstroom=uitstroomdag(plan.uitstroom, mens.loopbaan, vandaag),
    )
    with alsof(gestart_op):
        traject = start_traject(werknemer=mens.werknemer, door=door, gestart_op=gestart_op, **begin)
    if plan.fase != traject.fase and mens.persoon.vertrek is None:
        reden = f"Zo afgesproken met {mens.werknemer.voornaam}."
        wissel_fase(traject, door=door, gezien=None, naar=plan.fase, reden=reden)


def _schrijf(mens: Demomens, plan: Demonotitie, demo: Demo, vandaag: date) -> None:
    door = demo.gebruikers[plan.door or mens.persoon.begeleider]
    gegevens = Notitiegegevens(
        soort=plan.soort,
        datum=werkdag_tot(plus_dagen(vandaag, -plan.dagen)),
        tekst=plan.tekst,
        vertrouwelijk=plan.vertrouwelijk,
    )
    notitie = schrijf_notitie(werknemer=mens.werknemer, door=door, **gegevens)
    if plan.verbetering:
        gegevens["tekst"] = plan.verbetering
        verbeter_notitie(notitie, door=door, **gegevens)
