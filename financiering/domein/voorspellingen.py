"""How far a forecast was off: what was foreseen one, four and eight quarters before, beside what
was paid. The first night of a quarter keeps what it foresees; earlier ones cannot be known."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from django.db.models import QuerySet

from financiering.domein.betaalvergelijking import Kwartaalvergelijking
from financiering.domein.prognoses import Prognoseuitkomst
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import Blad
from financiering.keuzes import Betaalblad
from financiering.models import Voorspelling
from gebruikers.models import Gebruiker, Organisatie
from gedeeld.dagnummers import Uitdag
from gedeeld.kwartaal import Kwartaal
from gedeeld.vastevraag import vaste_vraag
from gedeeld.weergeven import en, meervoud

# How many quarters before.
VOORAF: Final = (1, 4, 8)


@dataclass(frozen=True, slots=True)
class Afwijking:
    """Of one quarter; `per_afstand` is what was paid minus what was foreseen, in the order of
    `VOORAF`, None where nothing was kept then."""

    kwartaal: Kwartaal
    betaald: Decimal
    per_afstand: tuple[tuple[int, Decimal | None], ...]


@dataclass(frozen=True, slots=True)
class Afwijkingen:
    """`eerste` is the quarter since which forecasts are kept; None: not one yet."""

    regels: tuple[Afwijking, ...]
    eerste: Kwartaal | None

    @property
    def zin(self) -> str:
        """From when each of them can be known."""
        if self.eerste is None:
            return (
                "Elk kwartaal bewaren we wat we voorzien. De eerste keer is de komende nacht: "
                "vanaf het volgende kwartaal weet je hoe ver de prognose ernaast zat."
            )
        delen = [
            f"{meervoud(afstand, 'kwartaal', 'kwartalen')} vooraf vanaf {self.eerste + afstand}"
            for afstand in VOORAF
        ]
        return f"We bewaren sinds {self.eerste} wat we voorzien, dus dit is gekend: {en(delen)}."


def bewaar_voorspelling(organisatie: Organisatie, uitkomst: Prognoseuitkomst, op: date) -> int:
    """What this forecast says of the quarters after this one; how many were new.

    Once for a quarter, inside the transaction and the lock of who calls.
    """
    nu = Kwartaal.van(op)
    if _van_kwartaal(organisatie.pk, nu.eerste_dag.toordinal()):
        return 0
    bladen = uitkomst.prognose.bladen
    return len(
        Voorspelling.objects.bulk_create(
            Voorspelling(
                organisatie=organisatie,
                gemaakt_in=nu.eerste_dag,
                kwartaal=(nu + afstand).eerste_dag,
                loonpremie=euro(bladen[Blad.LOONPREMIE][:, afstand].sum()),
                begeleidingspremie=euro(bladen[Blad.BEGELEIDINGSPREMIE][:, afstand].sum()),
            )
            for afstand in VOORAF
        )
    )


@vaste_vraag
def _van_kwartaal(organisatie: int, gemaakt_in: int) -> QuerySet[Voorspelling, int]:
    eigen = Voorspelling.objects.van(organisatie).filter(gemaakt_in=Uitdag(gemaakt_in))
    return eigen.values_list("pk", flat=True).order_by()


def lees_afwijkingen(
    gebruiker: Gebruiker, vergelijkingen: Sequence[Kwartaalvergelijking]
) -> Afwijkingen:
    """Of the quarters that were paid, in one query."""
    rijen = list(Voorspelling.objects.zichtbaar_voor(gebruiker))
    gevonden = {(Kwartaal.van(r.gemaakt_in), Kwartaal.van(r.kwartaal)): r for r in rijen}
    regels = (_afwijking(vergelijking, gevonden) for vergelijking in vergelijkingen)
    gekend = (r for r in regels if any(bedrag is not None for _, bedrag in r.per_afstand))
    eerste = Kwartaal.van(rijen[0].gemaakt_in) if rijen else None
    return Afwijkingen(tuple(gekend), eerste)


def _afwijking(
    vergelijking: Kwartaalvergelijking,
    gevonden: dict[tuple[Kwartaal, Kwartaal], Voorspelling],
) -> Afwijking:
    kwartaal, betaald, bladen = vergelijking.kwartaal, vergelijking.betaald, vergelijking.bladen
    per_afstand: list[tuple[int, Decimal | None]] = []
    for afstand in VOORAF:
        voorspelling = gevonden.get((kwartaal + -afstand, kwartaal))
        verschil = None if voorspelling is None else betaald - _van(voorspelling, bladen)
        per_afstand.append((afstand, verschil))
    return Afwijking(kwartaal, betaald, tuple(per_afstand))


def _van(voorspelling: Voorspelling, bladen: Iterable[Betaalblad]) -> Decimal:
    """Of the premiums that were paid, so that like is laid beside like."""
    delen = set(bladen)
    loon = delen & {Betaalblad.LOONPREMIE, Betaalblad.SAMEN}
    begeleiding = delen & {Betaalblad.BEGELEIDINGSPREMIE, Betaalblad.SAMEN}
    return (voorspelling.loonpremie if loon else Decimal(0)) + (
        voorspelling.begeleidingspremie if begeleiding else Decimal(0)
    )
