"""What comes with notice, planned or given: leave, outplacement, reasons and the C4, as days."""

from datetime import date
from decimal import Decimal
from typing import Final

from gedeeld.uitleg import Uitleg
from gedeeld.weergeven import datum_met_dag, getal
from regels.domein.herkomst import uit_parameters
from regels.domein.parameters import Parameters
from regels.keuzes import Parametercode
from trajects.contracteinde.dagen import Einddag, op_dag
from werknemers.domein.contracteinde.gevolgen import (
    Outplacement,
    Regeling,
    c4_op,
    motivering_vragen_tot,
    outplacement,
)
from werknemers.domein.contracteinde.opzegging import Opzegging

C4: Final = Uitleg(
    "", "De werkgever geeft het C4 uit zichzelf, uiterlijk op de laatste werkdag.",
    bron="RVA, C4-werkloosheidsbewijs (zekerheid A: officiële bron)",
)  # fmt: skip


def c4(laatste_dag: date) -> Einddag:
    return op_dag("C4 in handen, uiterlijk", c4_op(laatste_dag), C4)


def verlof(recht: Decimal, parameters: Parameters, opgenomen: Decimal | None = None) -> Einddag:
    """`opgenomen` None: planned, so that nothing was taken yet."""
    regel = (
        "Een dag per week om werk te zoeken, met behoud van loon; meer dan "
        f"{parameters.aantal(Parametercode.SOLLICITATIE_HEEL)} weken voor het einde een halve, "
        "maar met recht op outplacement ook dan een hele. Deeltijds naar rato. Wat niet opgenomen "
        "is, gaat niet mee naar later."
    )
    uitleg = uit_parameters(regel, parameters, Parametercode.SOLLICITATIE_HEEL)
    waarde = f"{in_dagen(recht)} in het geheel"
    if opgenomen is not None:
        waarde = f"nog {in_dagen(max(recht - opgenomen, Decimal(0)))} van {_aantal(recht)}"
    return Einddag("Sollicitatieverlof", waarde, uitleg)


def in_dagen(aantal: Decimal) -> str:
    return f"{_aantal(aantal)} {'dag' if aantal == 1 else 'dagen'}"


def _aantal(aantal: Decimal) -> str:
    return getal(aantal).rstrip("0").rstrip(",")


def outplacementdag(gevonden: Opzegging, geboren: date | None, parameters: Parameters) -> Einddag:
    codes = (
        Parametercode.OUTPLACEMENT_WEKEN,
        Parametercode.OUTPLACEMENT_LEEFTIJD,
        Parametercode.OUTPLACEMENT_DIENST,
    )
    weken, leeftijd, maanden = map(parameters.aantal, codes)
    regel = (
        f"Vanaf een opzegging van {weken} weken voor iedereen; bij een kortere vanaf {leeftijd} "
        f"jaar en {maanden} maanden ononderbroken dienst. Niet bij een dringende reden."
    )
    uitleg = uit_parameters(
        regel,
        parameters,
        *codes,
        Parametercode.OUTPLACEMENT_AANBOD,
        Parametercode.OUTPLACEMENT_INGEBREKE,
    )
    recht = outplacement(gevonden, geboren, parameters)
    tekst, dag = _recht_in_woorden(recht, geboren)
    return Einddag("Outplacement", tekst, uitleg, dag)


def _recht_in_woorden(recht: Outplacement | None, geboren: date | None) -> tuple[str, date | None]:
    if recht is None:
        reden = "" if geboren else ": we kennen de geboortedatum niet"
        return f"geen recht op outplacement{reden}", None
    if recht.regeling is Regeling.ALGEMEEN or not recht.aanbod_tegen or not recht.ingebreke_tegen:
        return "60 uur, tijdens het sollicitatieverlof", None
    return (
        f"aanbod uiterlijk op {datum_met_dag(recht.aanbod_tegen)}; zonder aanbod kan de werknemer "
        f"het vragen tot {datum_met_dag(recht.ingebreke_tegen)}",
        recht.aanbod_tegen,
    )


def motivering(gevonden: Opzegging, kennisgeving: date, parameters: Parameters) -> Einddag:
    tot = motivering_vragen_tot(gevonden, kennisgeving, parameters)
    regel = (
        "Binnen twee maanden na het einde, of zes maanden na de kennisgeving als dat vroeger is. "
        "Niet in de eerste zes maanden in dienst (CAO 109)."
    )
    uitleg = uit_parameters(
        regel, parameters, Parametercode.MOTIVERING_EINDE, Parametercode.MOTIVERING_KENNIS
    )
    wat = "De werknemer kan de redenen vragen"
    if tot is None:
        return Einddag(wat, "nog niet, in de eerste zes maanden", uitleg)
    return Einddag(wat, f"tot en met {datum_met_dag(tot)}", uitleg)
