"""How many starters a year a service needs, answered in a sentence."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from financiering.domein.laden import Gegevens
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.instroom import (
    Instroomantwoord,
    Instroomvraag,
    kleinste_instroom,
)
from financiering.domein.saldozin import is_leeg, jobs_in_woorden
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


def in_dienst_nu(gegevens: Gegevens, dienst: str, op: date) -> int:
    """How many people work in a service on a day."""
    mensen = gegevens.stand.mensen
    if dienst not in mensen.diensten:
        return 0
    dag, werk = op.toordinal(), mensen.contracten
    hier = (werk.van <= dag) & (werk.tot > dag) & (mensen.dienst == mensen.diensten.index(dienst))
    return len(set(werk.persoon[hier].tolist()))


def waarover_niets(uitkomst: Prognoseuitkomst, dienst: str) -> str:
    """What is said of a service in which there is nothing to count; else ""."""
    blad = uitkomst.prognose.diensten.get(dienst)
    if blad is not None and not is_leeg(blad):
        return ""
    return (
        f"Bij {dienst} is er nog niets om te tellen: er loopt geen contract en er zijn geen "
        "bedragen. Vul die eerst in: dan rekenen we uit hoeveel instroom er nodig is."
    )


def te_veel(aantal: int | None, nu: int) -> str:
    """What is to be said when more would start than there are now; else "". A service that begins
    has nobody yet."""
    if not nu or aantal is None or aantal <= nu:
        return ""
    return f"Dat is meer dan de dienst nu telt ({nu}). Zoek ook een andere oplossing."


def in_een_zin(antwoord: Instroomantwoord, starter: Starter) -> str:
    """The answer, with the figure that it rests on."""
    sinds = f"vanaf {datum_voluit(starter.vanaf)}"
    if antwoord.aantal is None:
        beste = antwoord.dichtste
        tekort, jobs = bedrag(-beste.saldo), jobs_in_woorden(beste.jobs)
        if not beste.aantal:
            return (
                f"Instroom helpt {starter.dienst} {sinds} niet: ook zonder starters blijft er in "
                f"het slechtste kwartaal een tekort van {tekort}, met {jobs}. {_met_meer(antwoord)}"
            )
        hoogstens = max(poging.aantal for poging in antwoord.geprobeerd)
        return (
            f"Geen enkel aantal tot {hoogstens} starters per jaar houdt {starter.dienst} {sinds} "
            f"elk kwartaal boven nul. Het dichtst komt "
            f"{meervoud(beste.aantal, 'starter', 'starters')} per jaar: in het slechtste kwartaal "
            f"is er dan nog {tekort} tekort, met {jobs}."
        )
    gevonden = antwoord.geprobeerd[-1]
    laagste, jobs = bedrag(gevonden.saldo), jobs_in_woorden(gevonden.jobs)
    if antwoord.aantal == 0:
        return (
            f"{starter.dienst} heeft {sinds} geen extra instroom nodig: in het slechtste kwartaal "
            f"blijft er {laagste} over, met {jobs}."
        )
    starters = meervoud(antwoord.aantal, "starter", "starters")
    return (
        f"{starter.dienst} heeft {sinds} minstens {starters} per jaar nodig. In het slechtste "
        f"kwartaal blijft er dan {laagste} over, met {jobs}."
    )


def _met_meer(antwoord: Instroomantwoord) -> str:
    """What starters do to a shortage that is smallest without them."""
    zonder, *met = (poging.saldo for poging in antwoord.geprobeerd)
    if all(saldo < zonder for saldo in met):
        return "Meer starters maken het groter."
    return "Meer starters maken het niet kleiner."
