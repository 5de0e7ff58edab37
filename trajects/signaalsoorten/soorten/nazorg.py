"""A moment of aftercare is due: ask how it goes with who left.

The moments are a choice of this application, and an organisation may set its own
(docs/regels.md#aftercare-and-return).
"""

from datetime import date
from typing import Any, Final

from django.db.models import (
    Case,
    CharField,
    DateField,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Value,
    When,
)
from django.db.models.functions import Cast

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import datum_voluit, meervoud
from trajects.models import Nazorgmoment
from trajects.models.uitstroom import SPELING_IN_DAGEN
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import (
    BEGELEIDING,
    Feit,
    Over,
    Regel,
    Signaalsoort,
    Stap,
    Urgentie,
)

CODE: Final = "nazorg"


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About each open moment. One whose place another took has no day any more."""
    nog = Nazorgmoment.objects.nog_te_vragen(op).filter(pk=OuterRef("pk"))
    te_laat = Q(dag__lte=DagenLater(Value(op, DateField()), -SPELING_IN_DAGEN))
    return als_kandidaten(
        Nazorgmoment.objects.open().met_dag(),
        soort=CODE,
        werknemer="uitstroom__werknemer_id",
        dag=F("dag"),
        sinds=Case(When(Exists(nog), then=F("dag")), output_field=DateField()),
        wat=Cast("weken", CharField()),
        urgentie=Case(
            When(te_laat, then=Value(Urgentie.EERST.value)),
            default=Value(Urgentie.DAARNA.value),
        ),
    )


def _na(feit: Feit) -> str:
    return f"nazorg na {meervoud(int(feit.wat), 'week', 'weken')}"


def _is_weg(feit: Feit, over: Over) -> str:
    """As in "Amina is 9 weken weg": today, also when the moment itself came weeks ago."""
    sinds_moment = (over.op - (feit.dag or over.op)).days // 7
    return f"{over.voornaam} is {meervoud(int(feit.wat) + sinds_moment, 'week', 'weken')} weg"


def _zin(feit: Feit, _over: Over) -> str:
    return f"{_na(feit)} is aan de beurt"


def _nog_niet(feit: Feit, _over: Over) -> str:
    if feit.sinds is None:
        return f"De {_na(feit)} is niet meer nodig."
    return f"De {_na(feit)} komt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"{_is_weg(feit, over)}. Vraag hoe het gaat."
    return Stap(zin, "Noteer hoe het gaat", "nazorg", feit.onderwerp)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="nazorg",
            voor=BEGELEIDING,
            zin=_zin,
            waarom=lambda feit, over: (
                f"{_is_weg(feit, over)} en niemand noteerde nog hoe het gaat."
            ),
            nog_niet=_nog_niet,
            geen="Er is geen vertrek waarna nog nazorg komt.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    weg="er is genoteerd hoe het gaat, of het vertrek ging niet door",
    later="de nazorg is niet meer nodig, of komt pas later",
    bron="aftercare-and-return",
)
