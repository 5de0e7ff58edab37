"""Memory of the funding model grows with the work only; its speed is for `make bench`."""

from functools import partial

from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from tests.financiering.bouwstenen import maak_tarieven
from tests.meting.model.meten import geheugen, geheugen_van_premies, gelijk
from tests.meting.model.portefeuille import maak_portefeuille, maak_stand


def test_the_bare_kernel_and_the_model_give_the_same_cents() -> None:
    portefeuille = maak_portefeuille(2000, 20)
    assert gelijk(portefeuille)
    assert 0.8 < portefeuille.vol().mean() < 1


def test_memory_grows_with_the_number_of_people_and_no_faster() -> None:
    klein, groot = (geheugen_van_premies(mensen, 40) for mensen in (5_000, 20_000))
    assert groot < 4.4 * klein
    assert groot < 3 * 2 * 8 * 20_000 * 40  # three times the two tables of the answer


def test_memory_of_a_whole_forecast_grows_with_the_number_of_people_and_no_faster() -> None:
    tarieven = maak_tarieven()
    metingen = []
    for mensen in (200, 800):
        stand = maak_stand(mensen)
        metingen.append(geheugen(partial(_totaal, stand, tarieven)))
    assert metingen[1] < 4.4 * metingen[0]


def _totaal(stand: Stand, tarieven: Tarieven) -> Klaverblad:
    return maak_prognose(stand, tarieven).totaal
