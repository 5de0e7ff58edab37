"""Periodic reviews: the next one of each trajectory, planned or by the terms, and those held."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, Final

from django.db.models import F, OuterRef
from django.utils import timezone

from gedeeld.meelezen import mee
from trajects.kader.evaluatiedag import met_evaluatie_op
from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from trajects.kalender.zolang_in_dienst import (
    contracten_gewijzigd,
    laatste_contract,
    zolang_in_dienst,
)
from trajects.keuzes import TELT_DOOR, Evaluatiestand
from trajects.models import Evaluatiemoment, Traject

# No trajectory has so many reviews: of one trajectory the first, the second … keep their key.
_PER_TRAJECT: Final = 1000
_VELDEN: Final = ("stand", "afgehandeld_op", "gewijzigd_op")


def _lees(trajecten: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    """A review that is moved is a row more and stays the same entry: its number says which."""
    momenten = Evaluatiemoment.objects.filter(traject=OuterRef("pk")).order_by("gewijzigd_op", "pk")
    lopend = met_evaluatie_op(trajecten.lopend(), dagen.op)
    rijen = lopend.annotate(
        momenten=mee(momenten, *_VELDEN),
        contract=laatste_contract(dagen, "werknemer"),
        contract_op=contracten_gewijzigd("werknemer"),
    )
    for pk, wie, dag, gewijzigd, contract, contract_op, rij in rijen.values_list(
        "pk", "werknemer", "evaluatie_op", "gewijzigd_op", "contract", "contract_op", "momenten"
    ):
        nummer, laatst = pk * _PER_TRAJECT, gewijzigd
        for moment in rij:
            laatst = max(laatst, datetime.fromisoformat(moment["gewijzigd_op"]))
            if moment["stand"] in TELT_DOOR:
                yield from _gehouden(nummer, wie, moment, dagen)
                nummer += 1
        if dag is not None:
            punt = Agendapunt(nummer, wie, dag, laatst)
            yield from zolang_in_dienst(punt, contract, contract_op, dagen)
    yield from _vervallen(trajecten.exclude(pk__in=trajecten.lopend().values("pk")), dagen)


def _gehouden(
    nummer: int, wie: int, moment: dict[str, Any], dagen: Agendadagen
) -> Iterator[Agendapunt]:
    gewijzigd = datetime.fromisoformat(moment["gewijzigd_op"])
    dag = date.fromisoformat(moment["afgehandeld_op"])
    if dagen.bevat(dag, gewijzigd):
        niet_nodig = moment["stand"] != Evaluatiestand.GEHOUDEN
        yield Agendapunt(nummer, wie, dag, gewijzigd, vervallen=niet_nodig)


def _vervallen(beeindigd: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    """Of a trajectory that ended lately the next review falls away."""
    telt = Evaluatiemoment.objects.filter(stand__in=TELT_DOOR, traject=OuterRef("pk"))
    rijen = beeindigd.filter(gewijzigd_op__gte=dagen.sinds).annotate(momenten=mee(telt, "stand"))
    for pk, wie, gewijzigd, rij in rijen.values_list(
        "pk", F("werknemer"), "gewijzigd_op", "momenten"
    ):
        nummer = pk * _PER_TRAJECT + len(rij)
        yield Agendapunt(nummer, wie, timezone.localdate(gewijzigd), gewijzigd, vervallen=True)


EVALUATIES: Final = Agendabron(
    soort="evaluatie",
    titel="Evaluatie",
    plek="trajects:evaluatiemoment#terugblik",
    model=Traject,
    lees=_lees,
)
