"""The key figures of each day, kept: employees, contracts and amounts change afterwards.

Per organisation one transaction under one lock: run twice, by two workers at once or killed
half-way, a day has its figures once and whole. A night that was missed stays missing: what was
known then is not known any more. After a year one day of each week is enough.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Final

import numpy as np
from django.db.models import F, QuerySet, Window
from django.db.models.functions import RowNumber, TruncWeek

from financiering.domein.bewijsbeheer import bewaar_van_de_nacht
from financiering.domein.prognoses import Prognoseuitkomst, zonder_ingreep
from financiering.domein.rekenmodel.afronding import euro
from financiering.domein.rekenmodel.klaverblad import IMW_PREMIES, Klaverblad
from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.voorspellingen import bewaar_voorspelling
from financiering.models import Kerncijfer
from gebruikers.models import Organisatie
from gebruikers.schrijvers import ORGANISATIES
from gedeeld.dagnummers import Uitdag
from gedeeld.periode import Periode, dag_erna, plus_jaren
from gedeeld.schendingen import als_zin
from gedeeld.tijd import vandaag
from gedeeld.vastevraag import vaste_vraag

TAAK: Final = "bewaar_kerncijfers"
# How far ahead a shortage is looked for.
_KWARTALEN: Final = 20


def kerncijfers_van_vandaag(organisatie_id: int) -> dict[str, int]:
    """The part of the night of one organisation; how many figures were new."""
    organisatie = Organisatie.objects.get(pk=organisatie_id)
    return {"kerncijfers": bewaar_voor(organisatie, vandaag())}


def bewaar_voor(organisatie: Organisatie, op: date) -> int:
    """The figures of one organisation on a day; 0 when the day has them already."""
    with als_zin():
        ORGANISATIES.vergrendel(organisatie)
        laatste = _tot_en_met(organisatie.pk, op.toordinal())
        if laatste and laatste[0][0] == op:
            return 0
        uitkomst = zonder_ingreep(organisatie.pk, _KWARTALEN, op)
        bewijs = bewaar_van_de_nacht(organisatie, uitkomst, _vorig_bewijs(laatste))
        rijen = Kerncijfer.objects.bulk_create(_rijen(organisatie, uitkomst, op, bewijs))
        bewaar_voorspelling(organisatie, uitkomst, op)
        if overtollig := _overtollig(organisatie.pk, plus_jaren(op, -1).toordinal()):
            Kerncijfer.objects.van(organisatie.pk).filter(pk__in=overtollig).delete()
    return len(rijen)


@vaste_vraag
def _tot_en_met(organisatie: int, op: int) -> QuerySet[Kerncijfer, tuple[Any, ...]]:
    """The last day that has figures, up to this one, and the receipt of its figures."""
    van_het_geheel = Kerncijfer.objects.van(organisatie).filter(dienst=None, op__lte=Uitdag(op))
    return van_het_geheel.order_by("-op").values_list("op", "bewijs", "bewijs__vingerafdruk")[:1]


def _vorig_bewijs(laatste: Sequence[tuple[Any, ...]]) -> tuple[int, bytes] | None:
    """The key and the fingerprint of a receipt; None when there is none."""
    for _, bewijs, afdruk in laatste:
        return None if bewijs is None else (bewijs, bytes(afdruk))
    return None


@vaste_vraag
def _overtollig(organisatie: int, tot: int) -> QuerySet[Kerncijfer, int]:
    """What may go of before a day: we keep the first day of each ISO week, of each service and of
    the whole."""
    nummer = Window(
        RowNumber(), partition_by=(F("dienst"), TruncWeek("op")), order_by=F("op").asc()
    )
    oude = Kerncijfer.objects.van(organisatie).filter(op__lt=Uitdag(tot))
    genummerd = oude.annotate(nummer=nummer).filter(nummer__gt=1)
    return genummerd.order_by().values_list("pk", flat=True)


def _rijen(
    organisatie: Organisatie, uitkomst: Prognoseuitkomst, op: date, bewijs: int
) -> Iterator[Kerncijfer]:
    """A row for each service, and one for the whole organisation."""
    werken = _in_dienst(uitkomst.gegevens.stand.mensen, op)
    for naam, klaverblad in uitkomst.prognose.diensten.items():
        rij = _kerncijfer(klaverblad, uitkomst)
        rij.dienst = uitkomst.gegevens.diensten[naam]
        rij.werknemers = werken.get(naam, 0)
        yield _op(rij, organisatie, op, bewijs)
    totaal = _kerncijfer(uitkomst.prognose.totaal, uitkomst)
    totaal.werknemers = werken[""]
    yield _op(totaal, organisatie, op, bewijs)


def _op(rij: Kerncijfer, organisatie: Organisatie, op: date, bewijs: int) -> Kerncijfer:
    rij.organisatie, rij.op, rij.bewijs_id = organisatie, op, bewijs
    return rij


def _in_dienst(mensen: Mensen, op: date) -> dict[str, int]:
    """How many have a contract on the day, by service; "" is the whole."""
    lopend = mensen.contracten.in_periode(Periode(op, dag_erna(op)))
    wie, waar = mensen.contracten.persoon[lopend], mensen.dienst[lopend]
    per_dienst = {
        dienst: len(np.unique(wie[waar == nummer])) for nummer, dienst in enumerate(mensen.diensten)
    }
    return per_dienst | {"": len(np.unique(wie))}


def _kerncijfer(klaverblad: Klaverblad, uitkomst: Prognoseuitkomst) -> Kerncijfer:
    """The figures of the first quarter, and when a shortage begins that lasts."""
    tekort = klaverblad.blijvend_tekort
    kwartalen = uitkomst.prognose.tarieven.kwartalen
    return Kerncijfer(
        vte=klaverblad.vte_in_jobs(0),
        premies=euro(sum(int(klaverblad.bladen[blad][0]) for blad in IMW_PREMIES)),
        gemiddelde_premie=klaverblad.gemiddelde_premie_in(0),
        saldo=euro(klaverblad.saldo[0]),
        tekort_vanaf="" if tekort is None else str(kwartalen[tekort].kwartaal),
    )
