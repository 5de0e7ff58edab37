"""The forecast in one sentence, for a page that is about something else."""

from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.saldozin import NIETS_TE_TELLEN, is_leeg, straks


def paneelzin(uitkomst: Prognoseuitkomst, dienst: str | None) -> str:
    """When the balance falls below zero if nothing is done, and in which service first."""
    prognose = uitkomst.prognose
    blad = prognose.totaal if dienst is None else prognose.diensten.get(dienst)
    if blad is None or is_leeg(blad):
        return NIETS_TE_TELLEN
    zin = _wanneer(uitkomst, blad)
    eerste = _eerste_dienst(uitkomst) if dienst is None else None
    return zin if eerste is None else f"{zin} {eerste}"


def _wanneer(uitkomst: Prognoseuitkomst, blad: Klaverblad) -> str:
    kwartalen = [tarief.kwartaal for tarief in uitkomst.prognose.tarieven.kwartalen]
    plaats = blad.blijvend_tekort
    laatste = kwartalen[-1]
    if plaats is None and blad.eerste_tekort is not None:
        return (
            f"Het saldo zakt onder nul in {kwartalen[blad.eerste_tekort]} als je niets doet. Op "
            f"het einde, in {laatste}, is dat voorbij, met {straks(blad)}."
        )
    if plaats is None:
        waar = "boven nul" if (blad.saldo > 0).all() else "op of boven nul"
        return (
            f"Ook als je niets doet, blijft het saldo tot en met {laatste} {waar}, dan met "
            f"{straks(blad)}."
        )
    if plaats == 0:
        return (
            f"Het saldo ligt nu al onder nul, in {kwartalen[0]}, en blijft daar als je niets doet."
        )
    return f"Het saldo zakt onder nul in {kwartalen[plaats]} als je niets doet."


def _eerste_dienst(uitkomst: Prognoseuitkomst) -> str | None:
    """None when there is only one service, or none that falls short for good."""
    diensten = uitkomst.prognose.diensten
    tekort = {
        naam: plaats
        for naam, blad in diensten.items()
        if (plaats := blad.blijvend_tekort) is not None
    }
    if len(diensten) < 2 or not tekort:
        return None
    naam, plaats = min(tekort.items(), key=lambda paar: (paar[1], paar[0]))
    kwartaal = uitkomst.prognose.tarieven.kwartalen[plaats].kwartaal
    return f"Het eerst gebeurt dat bij {naam}, in {kwartaal}."
