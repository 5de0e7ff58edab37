"""The contract ended and nobody wrote down where the employee went: without that no aftercare.

For a year after leaving, as long as the aftercare lasts: a choice of this application
(docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Value, When

from gedeeld.dagsommen import DagenLater, MaandenLater
from gedeeld.weergeven import datum_voluit
from trajects.models import Uitstroom
from trajects.signaalsoorten.kandidaten import als_kandidaten
from trajects.signaalsoorten.soort import IEDEREEN_MET_PLAN, Feit, Over, Regel, Signaalsoort, Stap
from werknemers.models import Arbeidsovereenkomst

CODE: Final = "uitstroom_ontbreekt"
MAANDEN: Final = 12


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the contract that ended last, without an outflow since it began."""
    later = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("werknemer")).filter(
        Q(periode__endswith__isnull=True)
        | Q(periode__endswith__gt=OuterRef("periode__endswith"))
        | Q(periode__endswith=OuterRef("periode__endswith"), pk__gt=OuterRef("pk"))
    )
    uitstroom = Uitstroom.objects.filter(
        werknemer=OuterRef("werknemer"), datum__gte=OuterRef("periode__startswith")
    )
    voorbij = Arbeidsovereenkomst.objects.filter(periode__endswith__lte=op)
    return als_kandidaten(
        voorbij.exclude(Exists(later)).exclude(Exists(uitstroom)),
        soort=CODE,
        werknemer="werknemer_id",
        dag=DagenLater("periode__endswith", -1),
        sinds=Case(
            When(
                periode__endswith__gt=MaandenLater(Value(op, DateField()), -MAANDEN),
                then=F("periode__endswith"),
            ),
            output_field=DateField(),
        ),
    )


def _dag(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.dag or over.op)


def _stap(feit: Feit, over: Over) -> Stap:
    wie = over.voornaam
    zin = (
        f"{wie} is niet meer in dienst sinds {_sinds(feit, over)}. Waar ging {wie} naartoe? "
        "Vul het in, dan volgt de nazorg."
    )
    return Stap(zin, "Registreer de uitstroom", "uitstroom_nieuw", feit.werknemer_id or 0)


def _sinds(feit: Feit, over: Over) -> str:
    return datum_voluit(feit.sinds or over.op)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="uitstroom niet ingevuld",
            voor=IEDEREEN_MET_PLAN,
            zin=lambda feit, over: (
                f"niet meer in dienst sinds {_sinds(feit, over)}, uitstroom niet ingevuld"
            ),
            waarom=lambda feit, over: (
                f"Het laatste contract liep t.e.m. {_dag(feit, over)} en er staat geen uitstroom "
                "bij."
            ),
            nog_niet=lambda feit, over: (
                f"Het laatste contract liep t.e.m. {_dag(feit, over)}: dat is langer dan een jaar "
                "geleden."
            ),
            geen="Er loopt of komt een contract, of de uitstroom is ingevuld.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    weg="de uitstroom is ingevuld, of er is weer een contract",
    later="het vertrek is langer dan een jaar geleden",
)
