"""What no longer matters of who left."""

from collections.abc import Iterator
from dataclasses import replace

from django.db.models import F, OuterRef, Subquery

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


def zolang_in_dienst(
    punt: Agendapunt, contract: Periode | None, dagen: Agendadagen
) -> Iterator[Agendapunt]:
    """The entry as it stands for who has this `laatste_contract`; a first one may still have to
    begin. After somebody left it falls away, and is forgotten later."""
    if contract is not None:
        uit_dienst = contract.tot if contract.voorbij(dagen.op) else None
        gewijzigd = max(punt.gewijzigd, begin_van(uit_dienst or contract.van))
        # What was to be while somebody was there, was.
        vervallen = uit_dienst is not None and punt.dag >= uit_dienst
        if vervallen and uit_dienst is not None and uit_dienst < dagen.onlangs:
            return
        punt = replace(punt, gewijzigd=gewijzigd, vervallen=vervallen)
    if dagen.bevat(punt.dag, punt.gewijzigd):
        yield punt
