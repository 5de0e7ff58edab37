"""What VDAB decided before: the support that runs, and when it ends."""

from collections.abc import Iterator
from typing import Final

from trajects.evaluatiepakket.bron import Pakketbron
from trajects.evaluatiepakket.feiten import Leemte, Pakketdeel, Pakketfeit, Vindplaats, op_dag
from werknemers.domein.ondersteuning import bepaal

_GEEN: Final = "Er is nog geen advies ingevuld."


def steundeel(bron: Pakketbron) -> Pakketdeel:
    leemtes = () if bron.adviezen else (Leemte(_GEEN, Vindplaats.ADVIES),)
    return Pakketdeel("steun", "Ondersteuning tot nu toe", op_dag(_feiten(bron)), leemtes)


def _feiten(bron: Pakketbron) -> Iterator[Pakketfeit]:
    for advies in bron.adviezen:
        zin = (
            f"{advies.get_soort_display()}, {advies.periode}. "
            f"Begeleiding in het begin: {advies.get_begeleidingsniveau_display()}."
        )
        yield Pakketfeit(advies.besluitdatum, f"Besluit: {zin}", Vindplaats.ADVIES)
    for regel in bron.gebeurtenissen:
        zin = f"{regel.zin} {regel.gevolg}".rstrip()
        wat = regel.gebeurtenis
        yield Pakketfeit(wat.gevraagd_op, zin, Vindplaats.ADVIES, wat.kennis_op or wat.besluitdatum)
    steun = bepaal(bron.adviezen, bron.op)
    if steun.laatste_dag is not None:
        eindigt = "eindigde" if steun.laatste_dag < bron.op else "eindigt"
        zin = f"Op deze dag {eindigt} de ondersteuning: {steun.in_woorden}."
        yield Pakketfeit(steun.laatste_dag, zin, Vindplaats.ADVIES)
