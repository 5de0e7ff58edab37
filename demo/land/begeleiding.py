"""Who guided whom: changes of counsellor, stand-ins, people on the work floor, the passage."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.dagtijd import om_vier_uur
from demo.land.kopie import Landtabel
from demo.land.mensen import Mens
from demo.land.namen import NAMEN
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from gebruikers.models import Waarneming
from gedeeld.periode import Periode, plus_dagen
from trajects.models import Begeleiderswissel, Begeleidingsteam, Passagetoelichting
from werknemers.keuzes import Voertaal
from werknemers.models import Caseloadwissel

CASELOADWISSELS: Final = Landtabel(Caseloadwissel, "werknemer van naar door met_blad op")
BEGELEIDERSWISSELS: Final = Landtabel(
    Begeleiderswissel, "werknemer van naar door op risicos blad bevestigd_op bevestigd_door"
)
TEAMS: Final = Landtabel(
    Begeleidingsteam,
    "werknemer gekwalificeerd_begeleider kwalificatie begeleider_sinds collega_coach",
)
TOELICHTINGEN: Final = Landtabel(
    Passagetoelichting, "contract passage uitgelegd_op uitgelegd_door taal erkend_op"
)
WAARNEMINGEN: Final = Landtabel(Waarneming, "begeleider vervanger periode")

# What a sheet does not mention is empty.
_BLAD: Final = {"fase": "jobmatching"}


def begeleid(boek: Boek, toeval: Toeval, team: Team, mens: Mens, passage: int, op: date) -> None:
    eerste_dag = mens.loopbaan.eerste_dag
    if mens.begeleider is not None:
        _wissel(boek, toeval, team, mens, mens.begeleider, op)
    if toeval.kans(0.6):
        boek.schrijf(
            TEAMS,
            mens.werknemer,
            _naam(toeval),
            "Opleiding van 60 uur",
            eerste_dag,
            _naam(toeval) if toeval.kans(0.7) else "",
        )
    if toeval.kans(0.8):
        uitleg = plus_dagen(eerste_dag, 1)
        taal, door = Voertaal.NL.value, "de personeelsdienst"
        erkend = uitleg if toeval.kans(0.9) else None
        boek.schrijf(TOELICHTINGEN, mens.contract, passage, uitleg, door, taal, erkend)


def _wissel(boek: Boek, toeval: Toeval, team: Team, mens: Mens, begeleider: int, op: date) -> None:
    """Given to somebody on the first day; one in ten went to a colleague since, on a sheet."""
    begin = om_vier_uur(mens.loopbaan.eerste_dag)
    hr, vorige = team.personeelsdienst, toeval.uit(team.begeleiders)
    if vorige == begeleider or not toeval.kans(0.1):
        boek.schrijf(CASELOADWISSELS, mens.werknemer, None, begeleider, hr, False, begin)
        return
    dag = plus_dagen(mens.loopbaan.laatste_dag or op, -toeval.onder(300))
    toen = max(om_vier_uur(dag), begin)
    boek.schrijf(CASELOADWISSELS, mens.werknemer, None, vorige, hr, False, begin)
    boek.schrijf(CASELOADWISSELS, mens.werknemer, vorige, begeleider, hr, True, toen)
    klaar = toeval.kans(0.95)
    boek.schrijf(
        BEGELEIDERSWISSELS,
        mens.werknemer,
        vorige,
        begeleider,
        hr,
        dag,
        "Vraagt graag een vaste dag.",
        _BLAD,
        toen if klaar else None,
        begeleider if klaar else None,
    )


def regel_vervanging(boek: Boek, team: Team, op: date) -> None:
    """Somebody is away for two weeks, in all but the smallest organisations."""
    if len(team.begeleiders) > 1:
        afwezig, vervanger = team.begeleiders[:2]
        boek.schrijf(WAARNEMINGEN, afwezig, vervanger, Periode(op, plus_dagen(op, 14)))


def _naam(toeval: Toeval) -> str:
    return f"{toeval.uit(NAMEN.voornamen)} {toeval.uit(NAMEN.familienamen)}"
