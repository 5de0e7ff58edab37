"""Holds the model beside the yardstick of `kern`."""

import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from typing import Any, Final

import numpy as np

from financiering.domein.rekenmodel.band import TREKKINGEN, ZAAD, Kansen, trek_band
from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.prognose import maak_prognose
from tests.meting.model import kern
from tests.meting.model.portefeuille import (
    DIENSTEN,
    Portefeuille,
    maak_portefeuille,
    maak_stand,
    metingtarieven,
)
from tests.meting.model.portefeuille import dicht as maak_dicht

# Cents a quarter, as `maak_stand` gives each service.
DIENSTBEDRAG: Final = 900_000.0
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
    """From people to all lines of a forecast, of each service and of the whole; and the bare kernel
    on ready arrays of the same people. They come as the application reads them: columns, and a
    course of support for all who share it."""
    stand, tarieven = maak_stand(mensen), metingtarieven(kwartalen)
    kolommen = maak_prognose(stand, tarieven).kolommen
    dicht = maak_dicht(kolommen.dekking.vol, kolommen.steun, kolommen.kwartalen, kolommen.bijdragen)
    dienst = stand.mensen.dienst[np.searchsorted(stand.mensen.contracten.persoon, range(mensen))]
    vorm = (1, len(DIENSTEN), kwartalen)
    vast, per_vte = np.full(vorm, DIENSTBEDRAG), np.full((2, *vorm[1:]), DIENSTBEDRAG)

    def model() -> Klaverblad:
        mensen = replace(stand.mensen)  # what it worked out before stays behind
        return maak_prognose(replace(stand, personen=mensen), tarieven).totaal

    return model, lambda: kern.prognose(dicht, dienst, vast, per_vte)


def band(mensen: int, kwartalen: int) -> Paar:
    """The bare draw knows only who leaves; the band also who is extended."""
    prognose = maak_prognose(maak_stand(mensen), metingtarieven(kwartalen))
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
