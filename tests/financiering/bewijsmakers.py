"""Invented organisations without a database, to make receipts of."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Final

from financiering.domein.laden import Gegevens
from financiering.domein.prognoses import Prognoseuitkomst, bereken
from financiering.domein.rekeninvoer import Rekeninvoer, invoer_van
from financiering.domein.rekenmodel.mensen import Mensen
from financiering.domein.rekenmodel.persoon import Advies, Contract, Persoon
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from financiering.domein.scenarios import Toekomst
from financiering.domein.tarieven import Tarieftijdvak
from financiering.keuzes import Scenariobasis
from gedeeld.kwartaal import Kwartaal
from gedeeld.periode import Periode, plus_dagen, plus_maanden
from regels.domein.parameters import Parameterverloop
from regels.keuzes import FINANCIEEL
from regels.models import Regelparameter, Startpakket
from tests.financiering.bouwstenen import advies
from werknemers.domein.premies import Kwartaalstap

BEGIN: Final = Periode(date(2023, 7, 1))
# By code, in the unit of each.
_WAARDEN: Final = {
    "ggmmi": "2233.61",
    "plafondfactor": "2",
    "patronale_bijdrage": "25",
    "bruto_bijdrage": "25",
    "vermindering_1_factor": "0.14",
    "vermindering_1_grens": "11687.74",
    "vermindering_1_factor_laag": "0.16",
    "vermindering_1_grens_laag": "9738.14",
    "vermindering_beta": "1.18",
    "vermindering_beta_onder": "55",
    "vermindering_beta_tot": "80",
    "voltijdse_week": "38",
    "loonmaanden": "13.92",
    "begeleiding_vast_begin": "1200",
    "begeleiding_vast_later": "600",
    "begeleiding_laag": "430",
    "begeleiding_midden": "730",
    "begeleiding_hoog": "1280",
    "begeleiding_telt_keten": "1",
    "bijsturing_telt_meteen": "0",
    "lde_vergoeding": "1672.53",
}
ORGANISATIE: Final = 7
DIENSTEN: Final = ("Het Nest", "Klusdienst", "Fietspunt")


def rij(code: str, waarde: str | Decimal, nummer: int, eigen: int | None = None) -> Regelparameter:
    return Regelparameter(
        pk=nummer, code=code, waarde=Decimal(waarde), geldig=BEGIN, organisatie_id=eigen
    )


def verloop() -> Parameterverloop:
    """Every value that the model asks for, known since the begin."""
    rijen = (rij(code, _WAARDEN[code], nr) for nr, code in enumerate(FINANCIEEL, 1))
    return Parameterverloop(tuple(rijen))


def pakket() -> Startpakket:
    """That which a place is filled with, unless a scenario says otherwise."""
    schijven = ((1, 5, 40), (6, 8, 30), (9, 20, 20))
    gemaakt: Any = Startpakket(pk=1, soort="imw_5", geldig=BEGIN, standaard=True)
    gemaakt.stappen = tuple(Kwartaalstap(*schijf) for schijf in schijven)
    return gemaakt  # type: ignore[no-any-return]


def gegevens(kans: Random, parameters: Parameterverloop) -> Gegevens:
    """A few people: one service or two, movers, the LDE transition, chains of advice."""
    mensen = Mensen.van([_persoon(kans, str(4711 + nr)) for nr in range(kans.randint(1, 4))])
    bedragen = tuple(_bedrag(kans, nr) for nr in range(kans.randint(0, 4)))
    namen = {bedrag.dienst for bedrag in bedragen} | set(mensen.diensten)
    stand = Stand(tuple(naam for naam in DIENSTEN if naam in namen), mensen, bedragen)
    gepland = {s: plus_dagen(date(2027, 1, 1), kans.randint(0, 900)) for s in mensen.sleutels[::2]}
    return Gegevens(stand, parameters, [pakket()], {}, {}, gepland, ())


def _persoon(kans: Random, sleutel: str) -> Persoon:
    begin = plus_dagen(date(2025, 1, 1), kans.randint(0, 900))
    contracten = [_contract(kans, Periode(begin))]
    if kans.random() < 0.3:  # moves
        tot = plus_maanden(begin, kans.randint(6, 18))
        contracten = [_contract(kans, Periode(begin, tot)), _contract(kans, Periode(tot))]
    if kans.random() < 0.3:  # works in two
        contracten.append(_contract(kans, Periode(plus_maanden(begin, 1))))
    return Persoon(sleutel, f"Geheime Naam {sleutel}", tuple(contracten), _adviezen(kans))


def _contract(kans: Random, periode: Periode) -> Contract:
    breuk = Decimal(kans.choice(("1", "0.8", "0.5", "0.333333", "0.657895")))
    bruto = Decimal(kans.randint(120_000, 380_000)) / 100
    return Contract(kans.choice(DIENSTEN), periode, breuk, bruto)


def _adviezen(kans: Random) -> tuple[Advies, ...]:
    van = Kwartaal(2025, 1) + kans.randint(0, 10)
    eerste = advies(van, kans.choice((((8, 20),), ((5, 40), (3, 30), (12, 20)))), "midden")
    lot = kans.random()
    if lot < 0.2:
        return ()
    if lot < 0.5:
        weg = replace(eerste.periode, van=plus_maanden(van.eerste_dag, -20), tot=van.eerste_dag)
        return Advies(weg, lde=True, soort="lde_overgang"), eerste
    if lot < 0.7 and eerste.periode.tot:
        vervolg = advies(Kwartaal.van(eerste.periode.tot), ((8, 20),), "hoog")
        return eerste, replace(vervolg, keten_van=eerste.periode.van)
    return (eerste,)


def _bedrag(kans: Random, nummer: int) -> Dienstbedrag:
    return Dienstbedrag(
        dienst=kans.choice(DIENSTEN),
        soort=kans.choice(("eigen_opbrengst", "lokale_vergoeding", "omkadering")),
        bedrag=Decimal(kans.randint(10_000, 2_000_000)) / 100,
        periode=Periode(plus_dagen(date(2026, 1, 1), kans.randint(0, 500))),
        per_vte=kans.random() < 0.5,
        geindexeerd=kans.random() < 0.5,
        bron=nummer,
    )


def prognose(nummer: int, parameters: Parameterverloop) -> Prognoseuitkomst:
    """The same number gives the same organisation, day, length and scenario."""
    kans = Random(nummer)
    op = plus_dagen(date(2026, 10, 1), kans.randint(0, 400))
    basis = kans.choice(list(Scenariobasis))
    toekomst = Toekomst(basis.label, basis, Decimal(kans.choice(("0", "2", "1.5"))))
    tijdvak = Tarieftijdvak(Kwartaal.van(op), kans.choice((1, 3, 6)))
    return bereken(gegevens(kans, parameters), toekomst, tijdvak, op)


def invoer_met(uitkomst: Prognoseuitkomst, parameters: Parameterverloop) -> Rekeninvoer:
    """What the same question counts with, with other values of the parameters."""
    met_andere = replace(uitkomst.gegevens, verloop=parameters)
    return invoer_van(replace(uitkomst, gegevens=met_andere), ORGANISATIE)


def gewone_spaties(tekst: str) -> str:
    """As people read it: what keeps an amount together is a space."""
    return tekst.replace("\N{NO-BREAK SPACE}", " ").replace("&nbsp;", " ")
