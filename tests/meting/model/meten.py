"""Holds the model beside the yardstick of `kern`."""

import tracemalloc
from collections.abc import Callable
from typing import Any, Final

import numpy as np

from financiering.domein.rekenmodel.band import TREKKINGEN, ZAAD, Kansen, trek_band
from financiering.domein.rekenmodel.prognose import maak_prognose
from tests.financiering.bouwstenen import maak_tarieven
from tests.meting.model import kern
from tests.meting.model.portefeuille import DIENSTEN, Portefeuille, maak_portefeuille, maak_stand

KANSEN: Final = Kansen(uitstroom_per_kwartaal=0.03, verlenging=0.5)

Paar = tuple[Callable[[], Any], Callable[[], Any]]


def premies(mensen: int, kwartalen: int) -> Paar:
    """The model on ready columns, and the bare kernel on ready arrays."""
    portefeuille = maak_portefeuille(mensen, kwartalen)
    if not gelijk(portefeuille):
        raise ArithmeticError("De kale kern en het model geven niet dezelfde centen.")
    dicht = portefeuille.dicht()
    return portefeuille.model, lambda: kern.premies(dicht)


def prognose(mensen: int, kwartalen: int) -> Paar:
    """From people as objects to the sums of a forecast, and the bare kernel on ready arrays."""
    stand, tarieven = maak_stand(mensen), maak_tarieven(aantal=kwartalen)
    dicht = maak_portefeuille(mensen, kwartalen).dicht()
    dienst = np.arange(mensen) % len(DIENSTEN)
    return (
        lambda: maak_prognose(stand, tarieven).totaal.saldo,
        lambda: kern.prognose(dicht, dienst).sum(axis=0),
    )


def band(mensen: int, kwartalen: int) -> Paar:
    """The bare draw knows only who leaves; the band also who is extended."""
    prognose = maak_prognose(maak_stand(mensen), maak_tarieven(aantal=kwartalen))
    prognose.totaal.saldo  # noqa: B018 - summed once, by whoever shows the forecast
    netto = (sum(prognose.bladen.values()) - prognose.loonkost).astype(float)
    kans = KANSEN.uitstroom_per_kwartaal
    return (
        lambda: trek_band(prognose, KANSEN),
        lambda: kern.band(netto, kans, TREKKINGEN, ZAAD),
    )


def gelijk(portefeuille: Portefeuille) -> bool:
    """Whether both give the same cents where the whole quarter is worked."""
    vol, model = portefeuille.vol(), portefeuille.model()
    loon, begeleiding = kern.premies(portefeuille.dicht())
    return bool(
        (loon[vol] == model.loonpremie[vol]).all()
        and (begeleiding[vol] == model.begeleidingspremie[vol]).all()
    )


def geheugen(werk: Callable[[], Any]) -> int:
    """The most bytes that were held at once."""
    tracemalloc.start()
    try:
        werk()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def geheugen_van_premies(mensen: int, kwartalen: int) -> int:
    return geheugen(maak_portefeuille(mensen, kwartalen).model)
