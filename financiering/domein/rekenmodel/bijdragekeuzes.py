"""One quarter of one employee, counted with each way in which the contribution is known."""

from collections.abc import Mapping
from dataclasses import replace

from financiering.domein.rekenmodel.bijdrage import Bijdragekeuze, Regime
from financiering.domein.rekenmodel.exact import Kwartaalrekening, reken_uit
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.tarieven import Kwartaaltarief, Maandtarief


def per_keuze(persoon: Persoon, tarief: Kwartaaltarief) -> Mapping[Bijdragekeuze, Kwartaalrekening]:
    """Those that are known in every month of the quarter, in the order of `Bijdragekeuze`; the last
    one counts, unless it begins inside the quarter."""
    zonder = replace(persoon, opgaven=())
    gevonden = {}
    if all(maand.regime.vermindering for maand in tarief.maanden):
        gevonden[Bijdragekeuze.VERMINDERING] = reken_uit(zonder, _zonder_eigen(tarief))
    if all(maand.regime.eigen is not None for maand in tarief.maanden):
        gevonden[Bijdragekeuze.EIGEN] = reken_uit(zonder, tarief)
    if any(opgave.van <= tarief.kwartaal.eerste_dag for opgave in persoon.opgaven):
        gevonden[Bijdragekeuze.OPGAVE] = reken_uit(persoon, tarief)
    return gevonden


def _zonder_eigen(tarief: Kwartaaltarief) -> Kwartaaltarief:
    eerste, tweede, derde = map(_maand_zonder_eigen, tarief.maanden)
    return replace(tarief, maanden=(eerste, tweede, derde))


def _maand_zonder_eigen(maand: Maandtarief) -> Maandtarief:
    return replace(maand, regime=Regime(maand.regime.vermindering))
