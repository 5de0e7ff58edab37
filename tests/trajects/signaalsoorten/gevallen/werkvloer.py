"""Guidance on the work floor: who guides, and what is asked of them."""

from datetime import date
from typing import Final

from gebruikers.keuzes import Rol
from gedeeld.periode import Periode, plus_dagen
from tests.fabrieken import AdviesFactory, BegeleidingsteamFactory, NotitieFactory
from tests.trajects.signaalsoorten.gevallen.geval import (
    KWARTAAL,
    NU,
    Geval,
    Toneel,
    begeleiding,
    notitie,
)
from tests.trajects.signaalsoorten.loopt import BEGIN, in_dienst
from trajects.signaalsoorten.soort import Urgentie

VIER_WEKEN: Final = plus_dagen(NU, -28)
TWEE_WEKEN: Final = plus_dagen(NU, -14)


def begeleid(t: Toneel, begin: date = BEGIN) -> int:
    """In service since a day, with a guidance premium of which the sixth quarter began last."""
    in_dienst(t.wie, begin=begin)
    advies = AdviesFactory(
        werknemer=t.wie,
        besluitdatum=date(2025, 7, 7),
        periode=Periode(date(2025, 7, 1), date(2030, 7, 1)),
        begeleidingsniveau="laag",
    )
    return int(advies.pk)


def zonder_team(t: Toneel) -> int:
    begeleid(t, VIER_WEKEN)
    return t.wie.pk


def zonder_kwalificatie(t: Toneel) -> int:
    begeleid(t)
    BegeleidingsteamFactory(werknemer=t.wie, begeleider_sinds=VIER_WEKEN)
    return t.wie.pk


def twee_weken_stil(t: Toneel) -> int:
    begeleid(t)
    return int(NotitieFactory(werknemer=t.wie, auteur=t.begeleider, datum=TWEE_WEKEN).pk)


def vul_team_in(t: Toneel, **velden: str) -> None:
    t.bewaar(Rol.BEGELEIDER, "trajects:team_bewerk", t.wie.pk, **velden)


GEVALLEN: Final = (
    Geval(
        code="team_onvolledig",
        feiten=zonder_team,
        dag=VIER_WEKEN,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("team_bewerk"),
        doe=lambda t: vul_team_in(
            t, gekwalificeerd_begeleider="Ilse Maes", collega_coach="Dirk Wouters"
        ),
        reden="het begeleidingsteam is ingevuld",
    ),
    Geval(
        code="kwalificatie",
        feiten=zonder_kwalificatie,
        dag=date(2027, 4, 26),
        urgentie=Urgentie.LATER,
        stappen=begeleiding("team_bewerk"),
        doe=lambda t: vul_team_in(t, kwalificatie="bachelor sociaal werk"),
        reden="de kwalificatie is ingevuld",
    ),
    Geval(
        code="plan_herzien",
        feiten=begeleid,
        vanaf=KWARTAAL,
        dag=KWARTAAL,
        urgentie=Urgentie.DAARNA,
        stappen=begeleiding("planversie_nieuw"),
        doe=lambda t: t.bewaar(
            Rol.BEGELEIDER,
            "trajects:planversie_nieuw",
            t.wie.pk,
            op=KWARTAAL.isoformat(),
            aanleiding="De premie daalde",
        ),
        reden="het ondersteuningsplan is herzien",
    ),
    Geval(
        code="opvolging",
        feiten=twee_weken_stil,
        dag=TWEE_WEKEN,
        urgentie=Urgentie.ZACHT,
        stappen=begeleiding("notitie_nieuw"),
        doe=notitie,
        reden="de opvolging telt nu vanaf een ander gesprek of advies",
    ),
)
