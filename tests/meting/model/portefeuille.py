"""An organisation of any size as the model sees it, with the shape of a real one.

Most contracts run through, one in five begins or ends inside the quarters, and one employee in
fifty has two. Support begins in any quarter of the last four years or the next one.
"""

import random
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import product
from typing import Final

import numpy as np

from financiering.domein.rekenmodel.afronding import MILJOEN
from financiering.domein.rekenmodel.bijdrage import Regime
from financiering.domein.rekenmodel.bijdragekolommen import Bijdragen, bereken_bijdragen
from financiering.domein.rekenmodel.dekking import Dekking, Vol, bepaal_dekking
from financiering.domein.rekenmodel.kolommen import (
    Kwartaalkolommen,
    Steunkolommen,
    kwartaalkolommen,
    met_fijnheid,
    steunkolommen,
)
from financiering.domein.rekenmodel.mensen import Contractkolommen, Opgavekolommen
from financiering.domein.rekenmodel.persoon import Persoon
from financiering.domein.rekenmodel.premies import Premies, bereken_premies
from financiering.domein.rekenmodel.stand import Dienstbedrag, Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from gedeeld.periode import Periode, plus_dagen
from tests.financiering.bouwstenen import (
    APRIL,
    JULI,
    K4,
    VARIABEL,
    advies,
    contract,
    maak_tarieven,
    persoon,
)
from tests.meting.model.kern import Dicht

PAKKETTEN: Final = (
    ((8, 20),),
    ((5, 40), (3, 30), (12, 20)),
    ((5, 55), (3, 50), (12, 40)),
)
DIENSTEN: Final = tuple("ABCDE")
_OPEN: Final = 3_000_000  # a day number past every quarter


@dataclass(frozen=True)
class Portefeuille:
    tarieven: Tarieven
    kwartalen: Kwartaalkolommen
    contracten: Contractkolommen
    steun: Steunkolommen

    @property
    def vorm(self) -> tuple[int, int]:
        return len(self.steun.verloop), len(self.kwartalen)

    def dekking(self) -> Dekking:
        return bepaal_dekking(self.contracten, self.kwartalen, self.vorm[0])

    def model(self) -> Premies:
        """What is measured: from contracts, their wages with contribution and courses to cents."""
        return bereken_premies(
            self.contracten, self.steun, self.kwartalen, self.dekking(), self.bijdragen
        )

    @cached_property
    def bijdragen(self) -> Bijdragen:
        """Ready, as they are for the bare kernel."""
        geen = Opgavekolommen.uit(())
        return bereken_bijdragen(self.contracten, geen, self.kwartalen, self.dekking())

    def dicht(self) -> Dicht:
        return dicht(self.dekking().vol, self.steun, self.kwartalen, self.bijdragen)

    def vol(self) -> np.ndarray:
        """Where the two are comparable: the whole quarter is worked."""
        vol = self.dekking().vol
        return vol.geldt[vol.rij] == 1


def dicht(
    vol: Vol, steun: Steunkolommen, kwartalen: Kwartaalkolommen, bijdragen: Bijdragen
) -> Dicht:
    """The same for the bare kernel, as if everybody works all the time."""
    return Dicht(
        met=bijdragen.met,
        breuk=vol.breuk,
        loon=bijdragen.loon,
        kost=bijdragen.kost,
        plafond=kwartalen.plafond_per_kwartaal,
        procent=np.rint(100 * steun.procent[steun.verloop]),
        vast=steun.vast[steun.verloop],
        variabel=steun.variabel[steun.verloop],
    )


def metingtarieven(kwartalen: int, index: Decimal = Decimal(0)) -> Tarieven:
    """With the reduction of category 1, and its limits from the second quarter on."""
    return maak_tarieven(
        aantal=kwartalen,
        index=index,
        regimes=lambda dag: Regime(APRIL if dag < (K4 + 1).eerste_dag else JULI),
    )


def maak_portefeuille(
    mensen: int, kwartalen: int, index: Decimal = Decimal(0), zaad: int = 4
) -> Portefeuille:
    toeval = np.random.default_rng(zaad)
    tarieven = metingtarieven(kwartalen, index)
    kolommen = met_fijnheid(kwartaalkolommen(tarieven), MILJOEN, MILJOEN)
    return Portefeuille(
        tarieven, kolommen, _contracten(toeval, kolommen, mensen), _steun(toeval, tarieven, mensen)
    )


def _contracten(
    toeval: np.random.Generator, kwartalen: Kwartaalkolommen, mensen: int
) -> Contractkolommen:
    dubbel = toeval.random(mensen) < 0.02
    wie = np.repeat(np.arange(mensen), 1 + dubbel)
    soort = toeval.choice(3, len(wie), p=(0.8, 0.1, 0.1))
    dag = toeval.integers(kwartalen.van[0, 0] + 1, kwartalen.tot[-1, 2], len(wie))
    return Contractkolommen(
        persoon=wie,
        van=np.where(soort == 1, dag, kwartalen.van[0, 0] - 400),
        tot=np.where(soort == 2, dag, _OPEN),
        breuk=toeval.choice((0.5, 0.75, 0.8, 1.0), len(wie)) / (1 + dubbel[wie]),
        bruto=toeval.integers(150_000, 330_000, len(wie)).astype(np.float64),
    )


def _steun(toeval: np.random.Generator, tarieven: Tarieven, mensen: int) -> Steunkolommen:
    verlopen = product(PAKKETTEN, VARIABEL, range(-16, 4))
    soorten = [
        persoon(adviezen=(advies(K4 + begin, stappen, niveau),))
        for stappen, niveau, begin in verlopen
    ]
    tabellen = steunkolommen(soorten, kwartaalkolommen(tarieven))
    verloop = toeval.integers(0, len(soorten), mensen)
    return replace(tabellen, verloop=verloop)


def maak_stand(mensen: int, zaad: int = 4) -> Stand:
    """The same shape as objects: five services, and leaves that go along with full-time jobs."""
    toeval = random.Random(zaad)
    personen = tuple(_mens(str(nummer), toeval) for nummer in range(mensen))
    bedragen = tuple(
        Dienstbedrag(dienst, soort, Decimal("9000.00"), Periode(date(2026, 1, 1)), per_vte)
        for dienst in DIENSTEN
        for soort, per_vte in (
            ("omkadering", True), ("lokale_vergoeding", False), ("eigen_opbrengst", True),
        )
    )  # fmt: skip
    return Stand(DIENSTEN, personen, bedragen)


def _mens(sleutel: str, toeval: random.Random) -> Persoon:
    soort, dag = toeval.random(), plus_dagen(date(2026, 10, 2), toeval.randrange(1800))
    werk = contract(
        van=dag if soort < 0.1 else date(2025, 1, 1),
        tot=dag if 0.1 <= soort < 0.2 else None,
        bruto=f"{toeval.randrange(150_000, 330_000) / 100:.2f}",
        breuk=toeval.choice(("0.5", "0.75", "0.8")),
        dienst=toeval.choice(DIENSTEN),
    )
    tweede = contract(bruto="480.00", breuk="0.2", dienst=toeval.choice(DIENSTEN))
    steun = advies(
        K4 + toeval.randrange(-16, 4), toeval.choice(PAKKETTEN), toeval.choice(list(VARIABEL))
    )
    contracten = (werk, tweede) if toeval.random() < 0.02 else (werk,)
    return persoon(*contracten, adviezen=(steun,), sleutel=sleutel)
