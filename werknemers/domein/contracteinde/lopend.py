"""What was recorded about the end of a contract, read together."""

from collections.abc import Iterable
from datetime import date

from gedeeld.weergeven import datum_met_dag
from werknemers.keuzes import Eindewijze
from werknemers.models import Arbeidsovereenkomst, Contracteinde


def beslissend(eindes: Iterable[Contracteinde]) -> Contracteinde | None:
    """What the contract ends by: an agreement when there is one, or else what comes first."""
    geldend = [einde for einde in eindes if einde.geldt]
    akkoord = (einde for einde in geldend if einde.wijze == Eindewijze.AKKOORD)
    eerste = min(geldend, key=lambda einde: einde.laatste_dag, default=None)
    return next(akkoord, eerste)


def lopende_wijzen(eindes: Iterable[Contracteinde]) -> frozenset[str]:
    return frozenset(einde.wijze for einde in eindes if einde.geldt)


def nog_mogelijk(eindes: Iterable[Contracteinde]) -> tuple[Eindewijze, ...]:
    """What can happen next: a counter-notice only while notice by the employer runs."""
    lopend = lopende_wijzen(eindes)
    if Eindewijze.AKKOORD in lopend:
        return ()
    if not lopend:
        return Eindewijze.WERKGEVER, Eindewijze.WERKNEMER, Eindewijze.AKKOORD
    if lopend == {Eindewijze.WERKGEVER}:
        return Eindewijze.TEGEN, Eindewijze.AKKOORD
    return (Eindewijze.AKKOORD,)


def loopt_af(contract: Arbeidsovereenkomst, op: date) -> str:
    """What runs towards the end of this contract, as a sentence of its own; "" for nothing."""
    einde = beslissend(contract.eindes.all())
    return hoofdletter(in_woorden(einde, op)) if einde else ""


def hoofdletter(zin: str) -> str:
    return f"{zin[:1].upper()}{zin[1:]}"


def in_woorden(einde: Contracteinde, op: date) -> str:
    """How it stands on a day: "opzegging loopt t.e.m. zondag 24 september 2028"."""
    laatste = datum_met_dag(einde.laatste_dag)
    if einde.wijze == Eindewijze.AKKOORD:
        werkwoord = "eindigde" if einde.laatste_dag < op else "eindigt"
        return f"{werkwoord} in onderling akkoord op {laatste}"
    soort = "tegenopzegging" if einde.wijze == Eindewijze.TEGEN else "opzegging"
    if op < einde.periode.van:
        return f"{soort} begint op {datum_met_dag(einde.periode.van)}, t.e.m. {laatste}"
    return f"{soort} {'liep' if einde.laatste_dag < op else 'loopt'} t.e.m. {laatste}"
