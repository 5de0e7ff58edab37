"""Thinks out one organisation of the country, from its users to its trail."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from demo.land import (
    begeleiding,
    evaluaties,
    geld,
    logboek,
    mensen,
    organisaties,
    profiel,
    randvoorwaarden,
    signalen,
    spoor,
    stukken,
    traject,
    vertrek,
    vorming,
    werk,
)
from demo.land.boek import Boek
from demo.land.kopie import Landtabel
from demo.land.maat import Landmaat
from demo.land.mensen import Mens
from demo.land.organisaties import Team
from demo.land.toeval import Toeval
from demo.land.woorden import Tekstmaker
from trajects.keuzes import Fase

TABELLEN: Final = tuple(
    dict.fromkeys(
        waarde
        for module in (
            organisaties,
            mensen,
            begeleiding,
            traject,
            evaluaties,
            randvoorwaarden,
            profiel,
            logboek,
            werk,
            vertrek,
            vorming,
            signalen,
            geld,
            stukken,
            spoor,
        )
        for waarde in vars(module).values()
        if isinstance(waarde, Landtabel)
    )
)


@dataclass(frozen=True, slots=True)
class Gegeven:
    """What every organisation starts from: the day, the hash that all users get as password, and
    what the migrations left (keys of competences and of the passage, weeks of aftercare)."""

    op: date
    wachtwoord: str
    competenties: tuple[int, ...]
    passage: int
    nazorgweken: tuple[int, ...]


def bedenk(
    boek: Boek, nummer: int, maat: Landmaat, gegeven: Gegeven, tekstmaker: Tekstmaker
) -> None:
    """The same for the same number, sizes and day."""
    op = gegeven.op
    toeval = Toeval(f"organisatie {nummer}")
    in_dienst, vertrokken = maat.in_dienst(nummer), maat.vertrokken(nummer)
    team = organisaties.richt_op(boek, toeval, nummer, in_dienst, gegeven.wachtwoord)
    boek.organisatie = team.organisatie
    werkgevers = werk.maak_werkgevers(boek, toeval, in_dienst)
    begeleiding.regel_vervanging(boek, team, op)
    iedereen = list(
        mensen.neem_in_dienst(boek, toeval, team, op, in_dienst=in_dienst, vertrokken=vertrokken)
    )
    for mens in iedereen:
        _beleef(boek, toeval, team, mens, werkgevers, gegeven)
        logboek.schrijf_notities(
            boek, toeval, mens, tekstmaker, maat.notities_van(mens.in_dienst), _wie(team, mens), op
        )
    aan_het_werk = iedereen[:in_dienst]
    vorming.leid_op(boek, toeval, aan_het_werk, op)
    geld.geef_geld(boek, toeval, team, aan_het_werk, op)
    stukken.leg_stukken(boek, toeval, team)
    spoor.laat_spoor(boek, toeval, team, op)


def _beleef(
    boek: Boek,
    toeval: Toeval,
    team: Team,
    mens: Mens,
    werkgevers: tuple[int, ...],
    gegeven: Gegeven,
) -> None:
    """All that happens to one employee, but what is talked about."""
    op, door = gegeven.op, _wie(team, mens)
    begeleiding.begeleid(boek, toeval, team, mens, gegeven.passage, op)
    pad = traject.leg_af(boek, toeval, mens, door, op)
    if pad is not None:
        randvoorwaarden.bespreek(boek, toeval, mens, door, op)
        profiel.beoordeel(boek, toeval, mens, gegeven.competenties, door, op)
        evaluaties.evalueer(boek, toeval, pad, door, op)
        if pad.fase != Fase.VOORTRAJECT:
            werk.zoek_werk(boek, toeval, mens, werkgevers, op)
    signalen.beleef_nachten(boek, toeval, mens, door, op)
    if not mens.in_dienst:
        vertrek.vertrek(
            boek, toeval, mens, pad and pad.sleutel, werkgevers, gegeven.nazorgweken, op
        )


def _wie(team: Team, mens: Mens) -> int:
    """Who writes about somebody: the counsellor, else a coordinator."""
    return mens.begeleider or team.coordinatoren[0]
