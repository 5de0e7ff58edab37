"""How many starters a year a service needs, answered in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.instroom import (
    Instroomantwoord,
    Instroomvraag,
    kleinste_instroom,
)
from financiering.domein.scenarios import pakket_van
from gedeeld.weergeven import bedrag, datum_voluit, meervoud


@dataclass(frozen=True, slots=True)
class Starter:
    """Who would start, all alike; `bruto` in euro a month for this fraction of employment."""

    dienst: str
    pakket: str
    niveau: str
    breuk: Decimal
    bruto: Decimal
    vanaf: date


def zoek_instroom(uitkomst: Prognoseuitkomst, starter: Starter) -> Instroomantwoord:
    """On top of what happens in the outcome. Raises OnbekendScenario without such a package."""
    startpakketten = uitkomst.gegevens.startpakketten
    vraag = Instroomvraag(
        dienst=starter.dienst,
        pakket=pakket_van(startpakketten, starter.pakket, starter.niveau, starter.vanaf),
        breuk=starter.breuk,
        bruto=starter.bruto,
        vanaf=starter.vanaf,
    )
    return kleinste_instroom(uitkomst.prognose.stand, uitkomst.prognose.tarieven, vraag)


def in_een_zin(antwoord: Instroomantwoord, starter: Starter) -> str:
    """The answer, with the figure that it rests on."""
    sinds = f"vanaf {datum_voluit(starter.vanaf)}"
    if antwoord.aantal is None:
        aantal, saldo = antwoord.dichtste
        hoogstens = max(nummer for nummer, _ in antwoord.geprobeerd)
        return (
            f"Geen enkel aantal tot {hoogstens} starters per jaar houdt {starter.dienst} {sinds} "
            f"elk kwartaal boven nul. Het dichtst komt {meervoud(aantal, 'starter', 'starters')} "
            f"per jaar: in het slechtste kwartaal is er dan nog {bedrag(-saldo)} tekort."
        )
    laagste = bedrag(antwoord.geprobeerd[-1][1])
    if antwoord.aantal == 0:
        return (
            f"{starter.dienst} heeft {sinds} geen extra instroom nodig: in het slechtste kwartaal "
            f"blijft er {laagste} over."
        )
    starters = meervoud(antwoord.aantal, "starter", "starters")
    return (
        f"{starter.dienst} heeft {sinds} minstens {starters} per jaar nodig. In het slechtste "
        f"kwartaal blijft er dan {laagste} over."
    )
