"""The special passage of a contract was not gone through: HR is there when it is signed.

Source: docs/regels.md#openness; within how many weeks, and for how long, as `openheid`.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, Exists, F, OuterRef, QuerySet, Value, When

from gebruikers.keuzes import Rol
from gedeeld.dagsommen import DagenLater, MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.models import Passagetoelichting
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten, werkt
from trajects.signaalsoorten.soort import Feit, Over, Regel, Signaalsoort, Stap
from trajects.signaalsoorten.soorten.openheid import MAANDEN
from werknemers.models import Arbeidsovereenkomst

CODE: Final = "passage"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each contract of the day of who is at work."""
    uitleg = Passagetoelichting.objects.filter(contract=OuterRef("pk"), uitgelegd_op__isnull=False)
    contracten = Arbeidsovereenkomst.objects.op(op).exclude(Exists(uitleg))
    return als_kandidaten(
        contracten.filter(werkt(op)),
        soort=CODE,
        werknemer="werknemer_id",
        dag=F("periode__startswith"),
        sinds=Case(
            When(
                periode__startswith__gt=MaandenLater(Value(op, DateField()), -MAANDEN),
                then=DagenLater(
                    "periode__startswith", 7 * Eigengetal(Parametercode.OPENHEID_BINNEN)
                ),
            ),
            output_field=DateField(),
        ),
    )


def _dag(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _nog_niet(feit: Feit, over: Over) -> str:
    if feit.sinds is None:
        return f"Het contract begon op {_dag(feit, over)}: langer dan een jaar geleden."
    return f"Het contract begon pas. Het signaal komt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = (
        f"De bijzondere passage in het contract van {over.voornaam} is nog niet overlopen. "
        "Doe het samen en noteer het."
    )
    return Stap(zin, "Noteer de uitleg", "openheid", feit.onderwerp)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="passage niet overlopen",
            voor=frozenset({Rol.HR}),
            zin=lambda feit, over: f"passage niet overlopen, contract begon op {_dag(feit, over)}",
            waarom=lambda feit, over: (
                f"Het contract begon op {_dag(feit, over)} en er is nog niet genoteerd dat de "
                "bijzondere passage is overlopen."
            ),
            nog_niet=_nog_niet,
            geen="De passage is overlopen, of er loopt geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    stap_vroeg=True,
    getallen=(Parametercode.OPENHEID_BINNEN,),
    weg="de passage is overlopen",
    later="het contract begon op %s",
    bron="openness",
)
