"""The audit trail: who wrote what. Of each note in four, and of each record of a few kinds."""

from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.dagtijd import om_vier_uur
from demo.land.kopie import Landtabel
from demo.land.logboek import NOTITIES
from demo.land.mensen import ADVIEZEN, CONTRACTEN, WERKNEMERS
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from demo.land.traject import TRAJECTEN
from demo.land.vertrek import UITSTROMEN
from gedeeld.models import Auditregel, Auditwaarde
from gedeeld.periode import plus_dagen

REGELS: Final = Landtabel(Auditregel, "op door actie soort onderwerp_id betrokkene_id wijzigingen")
WAARDEN: Final = Landtabel(Auditwaarde, "regel waarden")

# Of these the second value of a row is the employee; of WERKNEMERS the first is.
_VAN_IEMAND: Final = (CONTRACTEN, ADVIEZEN, TRAJECTEN, UITSTROMEN)
_ELKE_ZOVEELSTE_NOTITIE: Final = 4
_LANGST_GELEDEN: Final = 1000  # days


def laat_spoor(boek: Boek, toeval: Toeval, team: Team, op: date) -> None:
    """After all else is written."""
    for rij in boek.rijen[WERKNEMERS]:
        _noteer(boek, toeval, team, WERKNEMERS, rij[0], rij[0], op)
    for tabel in _VAN_IEMAND:
        for rij in boek.rijen[tabel]:
            _noteer(boek, toeval, team, tabel, rij[0], rij[1], op)
    velden: dict[str, list[str]] = {"soort": [], "datum": []}
    for rij in boek.rijen[NOTITIES][::_ELKE_ZOVEELSTE_NOTITIE]:
        _schrijf(boek, toeval, rij[2], "notitie", rij[0], rij[1], velden, op)


def _noteer(
    boek: Boek,
    toeval: Toeval,
    team: Team,
    tabel: Landtabel,
    sleutel: int,
    werknemer: int,
    op: date,
) -> None:
    soort = tabel.model.__name__.lower()
    velden: dict[str, list[str]] = {"werknemer": []}
    door = team.personeelsdienst
    regel = _schrijf(boek, toeval, door, soort, sleutel, werknemer, velden, op)
    if toeval.kans(0.5):
        waarden = {"werknemer": [None, f"({werknemer})"]}
        boek.schrijf_zonder_sleutel(WAARDEN, regel, waarden)


def _schrijf(
    boek: Boek,
    toeval: Toeval,
    door: int,
    soort: str,
    sleutel: int,
    werknemer: int,
    velden: dict[str, list[str]],
    op: date,
) -> int:
    toen = om_vier_uur(plus_dagen(op, -toeval.onder(_LANGST_GELEDEN)))
    return boek.schrijf(REGELS, toen, door, "toegevoegd", soort, sleutel, werknemer, velden)
