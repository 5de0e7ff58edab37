"""The forecast for machines: the public shape of `prognose --json`."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import Centen, euro
from financiering.domein.rekenmodel.klaverblad import DIENSTBLADEN, PERSOONSBLADEN, Klaverblad
from financiering.domein.rekenmodel.prognose import Werkdeel
from gedeeld.weergeven import met_gewone_spaties


def als_dict(uitkomst: Prognoseuitkomst, organisatie: str, bewijscode: str) -> dict[str, Any]:
    """Amounts and full-time jobs are strings with two decimals; every list is as long as
    `kwartalen`. `bewijscode` is that of the receipt."""
    prognose = uitkomst.prognose
    return {
        "organisatie": organisatie,
        "scenario": uitkomst.toekomst.naam,
        "bewijs": bewijscode,
        "kwartalen": [str(tarief.kwartaal) for tarief in prognose.tarieven.kwartalen],
        "aannames": [
            {"tekst": met_gewone_spaties(a.tekst), "bron": a.bron, "zekerheid": str(a.zekerheid)}
            for a in uitkomst.aannames
        ],
        "werknemers": [_werknemer(uitkomst, deel) for deel in prognose.werkdelen()],
        "diensten": [_dienst(naam, blad) for naam, blad in prognose.diensten.items()],
        "totaal": _totaal(prognose.totaal),
    }


def _werknemer(uitkomst: Prognoseuitkomst, deel: Werkdeel) -> dict[str, Any]:
    """One employee in one service: who works in two stands there twice. Who is still to come has no
    number yet, and is told apart by the key."""
    sleutel = uitkomst.prognose.personen.sleutels[deel.rij]
    return {
        "personeelsnummer": uitkomst.gegevens.personeelsnummer(sleutel) or sleutel,
        "dienst": deel.dienst,
        "bladen": {str(blad): bedragen(deel.bladen[blad]) for blad in PERSOONSBLADEN},
        "loonkost": bedragen(deel.loonkost),
    }


def _dienst(naam: str, klaverblad: Klaverblad) -> dict[str, Any]:
    return {
        "dienst": naam,
        "bladen": {str(blad): bedragen(klaverblad.bladen[blad]) for blad in DIENSTBLADEN},
        "loonkost": bedragen(klaverblad.loonkost),
        "omkadering": bedragen(klaverblad.omkadering),
        "saldo": bedragen(klaverblad.saldo),
        "voltijdse_jobs": _jobs(klaverblad),
    }


def _totaal(klaverblad: Klaverblad) -> dict[str, list[str]]:
    return {
        "inkomsten": bedragen(klaverblad.inkomsten),
        "kosten": bedragen(klaverblad.kosten),
        "saldo": bedragen(klaverblad.saldo),
        "voltijdse_jobs": _jobs(klaverblad),
        "gemiddelde_premie_per_vte": _teksten(klaverblad.gemiddelde_premie),
    }


def _jobs(klaverblad: Klaverblad) -> list[str]:
    return _teksten(klaverblad.vte_in_jobs(plaats) for plaats in range(len(klaverblad.vte)))


def bedragen(centen: Centen) -> list[str]:
    return _teksten(euro(int(bedrag)) for bedrag in centen)


def _teksten(waarden: Iterable[Decimal]) -> list[str]:
    return [f"{waarde:.2f}" for waarde in waarden]
