"""Nobody explained where the job leads: openness from the day on which the contract is signed.

Source: docs/regels.md#openness; within how many weeks, and that it is asked in the first year of a
contract, is a choice of this application.
"""

from datetime import date
from typing import Any, Final

from django.db.models import Case, DateField, Exists, F, OuterRef, QuerySet, Subquery, Value, When

from gedeeld.dagsommen import DagenLater, MaandenLater
from gedeeld.weergeven import datum_voluit
from regels.keuzes import Parametercode
from trajects.keuzes import Thema
from trajects.models import Notitie, Passagetoelichting
from trajects.signaalsoorten.kandidaten import Eigengetal, aan_het_werk, als_kandidaten
from trajects.signaalsoorten.soort import BEGELEIDING, Feit, Over, Regel, Signaalsoort, Stap
from werknemers.models import Arbeidsovereenkomst

CODE: Final = "openheid"
# After a year the dossier of the employee shows what is missing.
MAANDEN: Final = 12


def _kandidaten(op: date) -> QuerySet[Any, Any]:
    """About the contract that began last. A talk about the end goal counts, also one that others
    may not read: they spoke; and so does the passage of a contract of the day."""
    contracten = Arbeidsovereenkomst.objects.filter(werknemer=OuterRef("pk")).op(op)
    laatste = contracten.order_by("-periode__startswith", "-pk")
    uitleg = Passagetoelichting.objects.filter(
        contract__werknemer=OuterRef("pk"),
        contract__periode__contains=op,
        uitgelegd_op__isnull=False,
    )
    gesprek = Notitie.objects.geldend().filter(werknemer=OuterRef("pk")).over(Thema.EINDDOEL)
    mensen: QuerySet[Any] = aan_het_werk(op).exclude(Exists(uitleg)).exclude(Exists(gesprek))
    met_contract = mensen.annotate(
        contract=Subquery(laatste.values("pk")[:1]),
        begon=Subquery(laatste.values("periode__startswith")[:1], output_field=DateField()),
    )
    return als_kandidaten(
        met_contract,
        soort=CODE,
        onderwerp="contract",
        dag=F("begon"),
        sinds=Case(
            When(
                begon__gt=MaandenLater(Value(op, DateField()), -MAANDEN),
                then=DagenLater("begon", 7 * Eigengetal(Parametercode.OPENHEID_BINNEN)),
            ),
            output_field=DateField(),
        ),
    )


def _waarom(feit: Feit, over: Over) -> str:
    return (
        f"Het contract begon op {datum_voluit(feit.dag or over.op)} en er is nog niet genoteerd "
        "dat het einddoel van de job is uitgelegd."
    )


def _nog_niet(feit: Feit, over: Over) -> str:
    if feit.sinds is None:
        dag = datum_voluit(feit.dag or over.op)
        return f"Het contract begon op {dag}: langer dan een jaar geleden."
    return f"Het contract begon pas. Het signaal komt op {datum_voluit(feit.sinds)}."


def _stap(feit: Feit, over: Over) -> Stap:
    zin = f"Leg het einddoel van de job uit aan {over.voornaam} en noteer het."
    return Stap(zin, "Noteer de uitleg", "openheid", feit.onderwerp)


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="einddoel niet uitgelegd",
            voor=BEGELEIDING,
            zin=lambda _feit, _over: "het einddoel van de job is nog niet uitgelegd",
            waarom=_waarom,
            nog_niet=_nog_niet,
            geen="Het einddoel is uitgelegd, of er loopt geen contract.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    werkt=True,
    stap_vroeg=True,
    getallen=(Parametercode.OPENHEID_BINNEN,),
    weg="het einddoel is uitgelegd",
    later="het contract begon op %s",
    anders="er is een nieuw contract sinds %s",
    bron="openness",
)
