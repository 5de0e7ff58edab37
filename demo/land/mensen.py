"""The employees of an organisation, their contracts and their advice."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from demo.land.boek import Boek
from demo.land.inszreeks import maak_insz
from demo.land.kopie import Landtabel
from demo.land.loopbaan import (
    Landloopbaan,
    loopbaan_in_dienst,
    loopbaan_van_vertrokkene,
)
from demo.land.namen import NAMEN
from demo.land.organisaties import MENSEN_PER_BEGELEIDER, Team
from demo.land.toeval import Kansverdeling, Toeval
from gedeeld.periode import Periode, plus_dagen
from gedeeld.versleuteling import versleutel
from werknemers.domein.insz import zoek_insz
from werknemers.keuzes import Begeleidingsniveau, SoortContract, Voertaal
from werknemers.models import Adviesperiode, Arbeidsovereenkomst, Premieschijf, Werknemer

WERKNEMERS: Final = Landtabel(
    Werknemer,
    "personeelsnummer familienaam voornaam insz insz_hash geboortedatum begeleider email gsm "
    "voertaal",
)
CONTRACTEN: Final = Landtabel(
    Arbeidsovereenkomst,
    "werknemer dienst periode soort functie tewerkstellingsbreuk bruto_maandloon",
)
ADVIEZEN: Final = Landtabel(
    Adviesperiode, "werknemer soort besluitdatum periode begeleidingsniveau"
)
SCHIJVEN: Final = Landtabel(Premieschijf, "advies periode percentage")

_MET_INSZ: Final = 0.02  # few: encrypting one takes as long as all the rest of a row
_TALEN: Final = Kansverdeling({taal.value: 40 if taal == Voertaal.NL else 4 for taal in Voertaal})
_NIVEAUS: Final = tuple(niveau.value for niveau in Begeleidingsniveau)
_BREUKEN: Final = Kansverdeling({1.0: 45, 0.8: 20, 0.75: 15, 0.5: 15, 0.947368: 5})


@dataclass(frozen=True, slots=True)
class Mens:
    """One employee with the key of the row; `adviezen` are keys too, in order of time."""

    werknemer: int
    voornaam: str
    begeleider: int | None
    dienst: int
    loopbaan: Landloopbaan
    adviezen: tuple[int, ...]
    contract: int

    @property
    def in_dienst(self) -> bool:
        return self.loopbaan.laatste_dag is None


def neem_in_dienst(
    boek: Boek, toeval: Toeval, team: Team, op: date, *, in_dienst: int, vertrokken: int
) -> Iterator[Mens]:
    for plaats in range(in_dienst + vertrokken):
        weg = plaats >= in_dienst
        loopbaan = (loopbaan_van_vertrokkene if weg else loopbaan_in_dienst)(toeval, op)
        begeleider = None if toeval.kans(0.01) else team.begeleiders[_van_wie(plaats, in_dienst)]
        yield _voeg_toe(boek, toeval, team, loopbaan, plaats, begeleider)


def _van_wie(plaats: int, in_dienst: int) -> int:
    return plaats % in_dienst // MENSEN_PER_BEGELEIDER


def _voeg_toe(
    boek: Boek,
    toeval: Toeval,
    team: Team,
    loopbaan: Landloopbaan,
    plaats: int,
    begeleider: int | None,
) -> Mens:
    voornaam = toeval.uit(NAMEN.voornamen)
    geboren = date(toeval.tussen(1962, 2004), toeval.tussen(1, 12), toeval.tussen(1, 28))
    insz = maak_insz(geboren, plaats) if toeval.kans(_MET_INSZ) else ""
    werknemer = boek.schrijf(
        WERKNEMERS,
        f"{plaats + 1:05}",
        toeval.uit(NAMEN.familienamen),
        voornaam,
        versleutel(insz) if insz else "",
        zoek_insz(insz),
        geboren,
        begeleider,
        f"mens{plaats + 1}@{team.code}.voorbeeld.be" if toeval.kans(0.6) else "",
        f"0470{toeval.onder(1_000_000):06}" if toeval.kans(0.8) else "",
        _TALEN.trek(toeval),
    )
    dienst = team.diensten[plaats % len(team.diensten)]
    contract = _schrijf_contracten(boek, toeval, werknemer, dienst, loopbaan)
    if toeval.kans(0.03):
        _schrijf_tweede(boek, toeval, werknemer, team, dienst, loopbaan)
    adviezen = tuple(_schrijf_adviezen(boek, toeval, werknemer, loopbaan))
    return Mens(werknemer, voornaam, begeleider, dienst, loopbaan, adviezen, contract)


def _schrijf_contracten(
    boek: Boek, toeval: Toeval, werknemer: int, dienst: int, loopbaan: Landloopbaan
) -> int:
    """The key of the last one; some began with one of another fraction."""
    heel = Periode.tem(loopbaan.eerste_dag, loopbaan.laatste_dag)
    begin = heel.van
    if toeval.kans(0.15) and (heel.dagen is None or heel.dagen > 100):
        begin = plus_dagen(heel.van, 60)
        _schrijf_contract(boek, toeval, werknemer, dienst, Periode(heel.van, begin))
    return _schrijf_contract(boek, toeval, werknemer, dienst, Periode(begin, heel.tot))


def _schrijf_tweede(
    boek: Boek, toeval: Toeval, werknemer: int, team: Team, dienst: int, loopbaan: Landloopbaan
) -> None:
    """A contract in another service beside the first."""
    andere = team.diensten[(team.diensten.index(dienst) + 1) % len(team.diensten)]
    periode = Periode.tem(loopbaan.eerste_dag, loopbaan.laatste_dag)
    _schrijf_contract(boek, toeval, werknemer, andere, periode)


def _schrijf_contract(
    boek: Boek, toeval: Toeval, werknemer: int, dienst: int, periode: Periode
) -> int:
    breuk = _BREUKEN.trek(toeval)
    soort = SoortContract.ONBEPAALD if periode.tot is None else SoortContract.BEPAALD
    return boek.schrijf(
        CONTRACTEN,
        werknemer,
        dienst,
        periode,
        soort.value,
        toeval.uit(NAMEN.functies),
        f"{breuk:.6f}",
        f"{breuk * toeval.tussen(2150, 2900):.2f}",
    )


def _schrijf_adviezen(
    boek: Boek, toeval: Toeval, werknemer: int, loopbaan: Landloopbaan
) -> Iterator[int]:
    for advies in loopbaan.adviezen:
        sleutel = boek.schrijf(
            ADVIEZEN,
            werknemer,
            advies.soort,
            advies.besluitdatum,
            advies.periode,
            toeval.uit(_NIVEAUS),
        )
        for stap in advies.stappen:
            boek.schrijf(SCHIJVEN, sleutel, stap.periode, stap.percentage)
        yield sleutel
