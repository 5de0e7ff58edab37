"""The limits of `make bench`, and memory that grows with the work only."""

from collections.abc import Callable
from functools import partial

import pytest

from financiering.domein.rekenmodel.klaverblad import Klaverblad
from financiering.domein.rekenmodel.prognose import maak_prognose
from financiering.domein.rekenmodel.stand import Stand
from financiering.domein.rekenmodel.tarieven import Tarieven
from tests.financiering.bouwstenen import maak_tarieven
from tests.financiering.meting.meten import (
    GRENS_BAND,
    GRENS_MODEL,
    Meting,
    geheugen,
    geheugen_van_premies,
    gelijk,
    meet_band,
    meet_premies,
)
from tests.financiering.meting.portefeuille import maak_portefeuille, maak_stand


def test_the_bare_kernel_and_the_model_give_the_same_cents() -> None:
    portefeuille = maak_portefeuille(2000, 20)
    assert gelijk(portefeuille)
    assert 0.8 < portefeuille.vol().mean() < 1


# The bare kernel reads dense tables from memory, the model looks them up in the cache: on a machine
# with fast memory the ratio is larger (1.3 to 1.7 were seen). `make bench` holds the limit itself;
# what is caught here is a model that became slow.
SPELING = 1.5


@pytest.mark.parametrize(
    ("proef", "grens"),
    [
        (partial(meet_premies, 100_000, 40, beurten=4), GRENS_MODEL),
        (partial(meet_band, 300, 20, beurten=12), GRENS_BAND),
    ],
    ids=["premies", "band"],
)
def test_the_model_stays_near_the_bare_kernel(proef: Callable[[], Meting], grens: float) -> None:
    """A busy machine can spoil a measurement, not ten in a row."""
    pogingen = []
    for _ in range(10):
        pogingen.append(proef().verhouding)
        if pogingen[-1] <= grens * SPELING:
            return
    pytest.fail(f"{min(pogingen):.2f} keer de kale kern; de grens is {grens}.")


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
