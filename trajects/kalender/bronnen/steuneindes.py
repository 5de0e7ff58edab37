"""The last day of the support of each employee: one entry, which moves when the support does."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import DateTimeField, OuterRef, Subquery
from django.utils import timezone

from gedeeld.models import Auditregel
from gedeeld.periode import dag_ervoor
from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt
from trajects.kalender.zolang_in_dienst import (
    contracten_gewijzigd,
    laatste_contract,
    zolang_in_dienst,
)
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

_OVER_STEUN: Final = ("adviesperiode", "adviesgebeurtenis")


def _lees(werknemers: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    rijen = werknemers.met_ondersteuning(dagen.op).annotate(
        advies_op=_laatste(Adviesperiode),
        gebeurtenis_op=_laatste(Adviesgebeurtenis),
        spoor_op=_laatste_spoor(),
        weg_op=_laatste_spoor(soort="adviesperiode", actie="verwijderd"),
        contract=laatste_contract(dagen),
        contract_op=contracten_gewijzigd(),
    )
    velden = ("steun_tot", "weg_op", "contract", "contract_op")
    for pk, tot, weg_op, contract, contract_op, *momenten in rijen.values_list(
        "pk", *velden, "advies_op", "gebeurtenis_op", "spoor_op"
    ):
        gewijzigd = max(filter(None, momenten), default=None)
        if tot is not None and gewijzigd is not None:
            punt = Agendapunt(pk, pk, dag_ervoor(tot), gewijzigd)
            yield from zolang_in_dienst(punt, contract, contract_op, dagen)
        elif weg_op is not None and weg_op >= dagen.sinds:
            yield Agendapunt(pk, pk, timezone.localdate(weg_op), weg_op, vervallen=True)


def _laatste(model: Any) -> Subquery:
    """When the last one about the employee was saved."""
    eigen = model.objects.filter(organisatie=OuterRef("organisatie"), werknemer=OuterRef("pk"))
    laatste = eigen.order_by("-gewijzigd_op").values("gewijzigd_op")[:1]
    return Subquery(laatste, output_field=DateTimeField())


def _laatste_spoor(**anders: str) -> Subquery:
    """When the trail last spoke of the support: an advice that is gone left nothing else."""
    regels = Auditregel.objects.filter(
        **{"soort__in": _OVER_STEUN, "betrokkene_id": OuterRef("pk"), **anders}
    )
    return Subquery(regels.order_by("-op").values("op")[:1], output_field=DateTimeField())


STEUNEINDES: Final = Agendabron(
    soort="einde-ondersteuning",
    titel="Einde ondersteuning",
    plek="trajects:contract#advies",
    model=Werknemer,
    werknemer="pk",
    lees=_lees,
)
