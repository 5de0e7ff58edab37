"""Holds the model beside the yardstick of `kern`, both in the same run."""

import time
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from financiering.domein.rekenmodel.band import TREKKINGEN, ZAAD, Kansen, trek_band
from financiering.domein.rekenmodel.prognose import maak_prognose
from tests.financiering.bouwstenen import maak_tarieven
from tests.financiering.meting import kern
from tests.financiering.meting.portefeuille import Portefeuille, maak_portefeuille, maak_stand

GRENS_MODEL: Final = 1.5
GRENS_BAND: Final = 3.0
GROOT: Final = (100_000, 40)
KLEIN: Final = (300, 20)
KANSEN: Final = Kansen(uitstroom_per_kwartaal=0.03, verlenging=0.5)

Werk = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Meting:
    """Seconds of processor time, the best of a number of turns."""

    naam: str
    kaal: float
    model: float

    @property
    def verhouding(self) -> float:
        return self.model / self.kaal


def meet(naam: str, kaal: Werk, model: Werk, beurten: int) -> Meting:
    """Turn and turn about, so that a busy machine hinders both alike. Processor time does not
    count the waiting for others."""
    tijden = [(_duur(kaal), _duur(model)) for _ in range(beurten)]
    return Meting(naam, min(t[0] for t in tijden), min(t[1] for t in tijden))


def meet_premies(mensen: int, kwartalen: int, beurten: int) -> Meting:
    portefeuille = maak_portefeuille(mensen, kwartalen)
    dicht = portefeuille.dicht()
    if not gelijk(portefeuille):
        raise ArithmeticError("De kale kern en het model geven niet dezelfde centen.")
    naam = f"premies, {mensen} werknemers × {kwartalen} kwartalen"
    return meet(naam, lambda: kern.premies(dicht), portefeuille.model, beurten)


def gelijk(portefeuille: Portefeuille) -> bool:
    """Whether both give the same cents where the whole quarter is worked."""
    vol, model = portefeuille.vol(), portefeuille.model()
    loon, begeleiding = kern.premies(portefeuille.dicht())
    return bool(
        (loon[vol] == model.loonpremie[vol]).all()
        and (begeleiding[vol] == model.begeleidingspremie[vol]).all()
    )


def meet_band(mensen: int, kwartalen: int, beurten: int) -> Meting:
    """The bare draw knows only who leaves; the band also who is extended."""
    prognose = maak_prognose(maak_stand(mensen), maak_tarieven(aantal=kwartalen))
    prognose.totaal.saldo  # noqa: B018 - summed once, by whoever shows the forecast
    netto = (sum(prognose.bladen.values()) - prognose.loonkost).astype(float)
    kans = KANSEN.uitstroom_per_kwartaal
    return meet(
        f"band, {TREKKINGEN} trekkingen van {mensen} werknemers × {kwartalen} kwartalen",
        lambda: kern.band(netto, kans, TREKKINGEN, ZAAD),
        lambda: trek_band(prognose, KANSEN),
        beurten,
    )


def geheugen(werk: Werk) -> int:
    """The most bytes that were held at once."""
    tracemalloc.start()
    try:
        werk()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def geheugen_van_premies(mensen: int, kwartalen: int) -> int:
    return geheugen(maak_portefeuille(mensen, kwartalen).model)


def _duur(werk: Werk) -> float:
    begin = time.process_time()
    werk()
    return time.process_time() - begin
