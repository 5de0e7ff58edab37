"""Moments of aftercare: on their day, and once there is an answer on the day of that."""

from collections.abc import Iterator
from typing import Any, Final

from django.db.models import DateField, F, Func, Min, OuterRef, Subquery
from django.db.models.functions import Coalesce, Greatest, Least

from trajects.kalender.afspraken import Agendabron, Agendadagen, Agendapunt, begin_van
from trajects.kalender.zolang_in_dienst import contracten_gewijzigd
from trajects.models import Nazorgmoment
from werknemers.models import Arbeidsovereenkomst


def _lees(momenten: Any, dagen: Agendadagen) -> Iterator[Agendapunt]:
    """What nobody asks any more falls away (`NazorgmomentQuerySet.nog_te_vragen`)."""
    rijen = (
        momenten.met_dag()
        .annotate(
            wanneer=Coalesce("gemeten_op", "dag"),
            # The day of leaving moves all of them; a contract may bring somebody back.
            gewijzigd=Greatest(
                "gewijzigd_op",
                "uitstroom__gewijzigd_op",
                contracten_gewijzigd("uitstroom__werknemer"),
            ),
            terug_op=_terug_op(dagen),
            later_op=_later_op(dagen),
        )
        .filter(dagen.telt_mee("wanneer", "gewijzigd"))
    )
    for pk, werknemer, dag, gewijzigd, resultaat, terug_op, later_op in rijen.values_list(
        "pk", "uitstroom__werknemer", "wanneer", "gewijzigd", "resultaat", "terug_op", "later_op"
    ):
        elders = terug_op if terug_op is not None and dag > terug_op else None
        voorbij = min(filter(None, (elders, later_op)), default=None)
        if resultaat or voorbij is None:
            yield Agendapunt(pk, werknemer, dag, gewijzigd)
        elif (weg_op := max(gewijzigd, begin_van(voorbij))) >= dagen.sinds:
            yield Agendapunt(pk, werknemer, dag, weg_op, vervallen=True)


def _terug_op(dagen: Agendadagen) -> Subquery:
    """When somebody came back after leaving; None who did not."""
    eerste_dag = Func(F("periode"), function="lower", output_field=DateField())
    contracten = Arbeidsovereenkomst.objects.filter(
        organisatie=OuterRef("organisatie"),
        werknemer=OuterRef("uitstroom__werknemer"),
        periode__startswith__gt=OuterRef("uitstroom__datum"),
        periode__startswith__lte=dagen.op,
    )
    return Subquery(contracten.order_by().values("werknemer").values(eerste=Min(eerste_dag)))


def _later_op(dagen: Agendadagen) -> Subquery:
    """When a later moment of the same outflow came, or was answered: it took the place of this
    one."""
    later = Nazorgmoment.objects.filter(
        uitstroom=OuterRef("uitstroom"), weken__gt=OuterRef("weken")
    ).met_dag()
    kwam = later.annotate(kwam_op=Least("dag", "gemeten_op")).filter(kwam_op__lte=dagen.op)
    return Subquery(kwam.order_by("kwam_op").values("kwam_op")[:1])


NAZORG: Final = Agendabron(
    soort="nazorg",
    titel="Nazorg",
    plek="trajects:overgang#nazorg",
    model=Nazorgmoment,
    werknemer="uitstroom__werknemer",
    lees=_lees,
    dagvelden=("weken",),
)
