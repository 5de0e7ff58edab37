"""The last day of the support of each employee: one entry, which moves when the support does."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any, Final

from django.db.models import DateTimeField, F, OuterRef, Subquery
from django.utils import timezone

from gedeeld.models import Auditregel
from gedeeld.periode import Periode, dag_ervoor
from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt, begin_van
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Arbeidsovereenkomst, Werknemer

_OVER_STEUN: Final = ("adviesperiode", "adviesgebeurtenis")


def _lees(werknemers: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    rijen = werknemers.met_ondersteuning(dagen.op).annotate(
        advies_op=_laatste(Adviesperiode),
        gebeurtenis_op=_laatste(Adviesgebeurtenis),
        spoor_op=_laatste_spoor(),
        weg_op=_laatste_spoor(soort="adviesperiode", actie="verwijderd"),
        contract=_laatste_contract(dagen),
    )
    for pk, tot, weg_op, contract, *momenten in rijen.values_list(
        "pk", "steun_tot", "weg_op", "contract", "advies_op", "gebeurtenis_op", "spoor_op"
    ):
        gewijzigd = max(filter(None, momenten), default=None)
        if tot is not None and gewijzigd is not None:
            yield from _einde(pk, tot, gewijzigd, contract, dagen)
        elif weg_op is not None and weg_op >= dagen.sinds:
            yield Agendapunt(pk, pk, timezone.localdate(weg_op), weg_op, vervallen=True)


def _einde(
    pk: int, tot: Any, gewijzigd: datetime, contract: Periode | None, dagen: Agendadagen
) -> Iterator[Agendapunt]:
    """Of who left the support no longer matters; a first contract may still have to begin."""
    dag, vervallen = dag_ervoor(tot), False
    if contract is not None:
        uit_dienst = contract.tot if contract.voorbij(dagen.op) else None
        gewijzigd = max(gewijzigd, begin_van(uit_dienst or contract.van))
        # What ended while somebody was there, did end.
        vervallen = uit_dienst is not None and dag >= uit_dienst
        if vervallen and uit_dienst is not None and uit_dienst < dagen.onlangs:
            return
    if dagen.bevat(dag, gewijzigd):
        yield Agendapunt(pk, pk, dag, gewijzigd, vervallen)


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


def _laatste_contract(dagen: Agendadagen) -> Subquery:
    """The days of the contract that ends last of those that began; an open one ends last."""
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("pk"),
        periode__startswith__lte=dagen.op,
    )
    op_einde = F("periode__endswith").desc(nulls_first=True)
    return Subquery(contracten.order_by(op_einde).values("periode")[:1])


STEUNEINDES: Final = Agendabron(
    soort="einde-ondersteuning",
    titel="Einde ondersteuning",
    plek="trajects:contract#advies",
    model=Werknemer,
    werknemer="pk",
    lees=_lees,
)
