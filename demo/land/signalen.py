"""The signals that are closed. Those that are open, the first night makes."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.toeval import Toeval
from gebruikers.keuzes import STANDAARD_DREMPELS
from gedeeld.periode import dag_erna, eerste_dag_binnen
from trajects.keuzes import Signaalstatus
from trajects.models import Signaal
from trajects.signaalsoorten.soort import BEGELEIDING
from trajects.signaalsoorten.soorten.einde_ondersteuning import EINDE

SIGNALEN: Final = Landtabel(
    Signaal,
    "werknemer soort onderwerp drempel dag sinds voor status ontstaan_op opgevolgd_door "
    "toelichting afgesloten_op",
)

_VOOR: Final = sorted(BEGELEIDING)
_AFGEHANDELD: Final = 0.15

_binnen = cache(eerste_dag_binnen)


def beleef_nachten(boek: Boek, toeval: Toeval, mens: Mens, door: int, op: date) -> None:
    """Each threshold of the closing advice that was reached, and then replaced by a narrower one,
    handled, or withdrawn when somebody left."""
    if not mens.adviezen:
        return
    weg = mens.loopbaan.laatste_dag
    bereikt = list(_bereikt(mens, weg or op))
    sluitingen = [dag for _, dag in bereikt[1:]]
    if weg is not None:
        sluitingen.append(dag_erna(weg))
    for (maanden, ontstaan_op), gesloten_op in zip(bereikt, sluitingen, strict=False):
        if weg is not None and gesloten_op > weg:
            status, zin = Signaalstatus.INGETROKKEN, "Ingetrokken: niet in dienst."
        elif toeval.kans(_AFGEHANDELD):
            status, zin = Signaalstatus.AFGEHANDELD, "Besproken op het gesprek."
        else:
            status, zin = Signaalstatus.VERVANGEN, ""
        boek.schrijf(
            SIGNALEN,
            mens.werknemer,
            EINDE,
            mens.adviezen[-1],
            maanden,
            mens.loopbaan.adviezen[-1].periode.laatste_dag,
            ontstaan_op,
            _VOOR,
            status.value,
            ontstaan_op,
            door if status == Signaalstatus.AFGEHANDELD else None,
            zin,
            gesloten_op,
        )


def _bereikt(mens: Mens, tot: date) -> Iterator[tuple[int, date]]:
    """Months of each threshold that a night met since the decision, and the day; widest first."""
    slot = mens.loopbaan.adviezen[-1]
    einde = slot.periode.laatste_dag
    if einde is None:
        return
    for maanden in STANDAARD_DREMPELS:
        dag = _binnen(einde, maanden)
        if slot.besluitdatum <= dag <= tot:
            yield maanden, dag
