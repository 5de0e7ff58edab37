"""The training fund was asked for money and has not answered for weeks.

Which term the fund has stands in no source; after how long to ask is a choice of this application
(docs/regels.md#signals).
"""

from datetime import date
from typing import Any, Final

from django.db.models import F, QuerySet

from gedeeld.dagsommen import DagenLater
from gedeeld.weergeven import meervoud
from regels.keuzes import Parametercode
from trajects.keuzes import Fondsgeld
from trajects.models import Vormingsactie
from trajects.signaalsoorten.dagwoorden import dag_van, komt_nog, op_dag
from trajects.signaalsoorten.kandidaten import Eigengetal, als_kandidaten
from trajects.signaalsoorten.soort import PERSONEELSDIENST, Feit, Over, Regel, Signaalsoort, Stap

CODE: Final = "fonds_zonder_antwoord"


def _kandidaten(_op: date) -> QuerySet[Any, Any]:
    """About each training of the organisation that goes on."""
    gevraagd = F("gevraagd_op")
    return als_kandidaten(
        Vormingsactie.objects.met_geld(Fondsgeld.BESLISSING).filter(geannuleerd=False),
        soort=CODE,
        werknemer=None,
        dag=gevraagd,
        sinds=DagenLater(gevraagd, 7 * Eigengetal(Parametercode.FONDS_NA)),
        wat=F("titel"),
    )


def _weken(feit: Feit, over: Over) -> str:
    return meervoud((over.op - dag_van(feit)).days // 7, "week", "weken")


def _zin(feit: Feit, over: Over) -> str:
    return f"al {_weken(feit, over)} geen antwoord van het vormingsfonds over {feit.wat}"


def _waarom(feit: Feit, over: Over) -> str:
    return f"Je vroeg geld voor {feit.wat} op {op_dag(feit)} en er is {_zin(feit, over)}."


def _stap(feit: Feit, over: Over) -> Stap:
    return Stap(
        f"Al {_weken(feit, over)} geen antwoord van het vormingsfonds. Vraag het na bij VIVO.",
        "Vul het antwoord in",
        "vorming_fonds",
        feit.onderwerp,
    )


REGEL: Final = Regel(
    soorten=(
        Signaalsoort(
            code=CODE,
            naam="geen antwoord van het vormingsfonds",
            voor=PERSONEELSDIENST,
            zin=_zin,
            waarom=_waarom,
            nog_niet=lambda feit, _: f"De aanvraag is van {op_dag(feit)}. {komt_nog(feit)}",
            geen="Geen enkele aanvraag bij het vormingsfonds wacht op een antwoord.",
            stap=_stap,
        ),
    ),
    kandidaten=_kandidaten,
    in_dienst=False,
    over_mensen=False,
    later="de aanvraag is nu van %s",
    weg="er is een antwoord, of er wacht geen aanvraag meer",
    getallen=(Parametercode.FONDS_NA,),
)
