"""What no longer matters of who left."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from django.db.models import DateTimeField, F, Max, OuterRef, Subquery

from gedeeld.periode import Periode
from trajects.kalender.afspraken import Agendadagen, Agendapunt, begin_van
from werknemers.models import Arbeidsovereenkomst


def laatste_contract(dagen: Agendadagen, werknemer: str = "pk") -> Subquery:
    """The days of the contract that ends last of those that began; an open one ends last."""
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef(werknemer),
        periode__startswith__lte=dagen.op,
    )
    op_einde = F("periode__endswith").desc(nulls_first=True)
    return Subquery(contracten.order_by(op_einde).values("periode")[:1])


def contracten_gewijzigd(werknemer: str = "pk") -> Subquery:
    """When anything about the contracts of an employee last changed: a calendar takes over only
    what is newer than what it has."""
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"), werknemer=OuterRef(werknemer)
    )
    laatst = contracten.order_by().values("werknemer").annotate(laatst=Max("gewijzigd_op"))
    return Subquery(laatst.values("laatst"), output_field=DateTimeField())


def zolang_in_dienst(
    punt: Agendapunt, contract: Periode | None, contract_op: datetime | None, dagen: Agendadagen
) -> Iterator[Agendapunt]:
    """The entry as it stands for who has this `laatste_contract`, `contracten_gewijzigd` then; a
    first one may still have to begin. After somebody left it falls away, and is forgotten later."""
    if contract is not None:
        uit_dienst = contract.tot if contract.voorbij(dagen.op) else None
        begin = begin_van(uit_dienst or contract.van)
        sinds = begin if contract_op is None else max(begin, contract_op)
        # What was to be while somebody was there, was.
        vervallen = uit_dienst is not None and punt.dag >= uit_dienst
        if vervallen and sinds < dagen.sinds:
            return
        punt = replace(punt, gewijzigd=max(punt.gewijzigd, sinds), vervallen=vervallen)
    if dagen.bevat(punt.dag, punt.gewijzigd):
        yield punt
