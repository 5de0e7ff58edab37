"""(facts, day, role) → step, for every kind that is only ever a next step."""

from collections.abc import Iterator
from datetime import date

import pytest

from gebruikers.keuzes import Rol
from gedeeld.periode import plus_dagen
from tests.dagen import op_de_dag
from tests.trajects.signaalsoorten.gevallen.geval import Stapgeval, Toneel
from tests.trajects.signaalsoorten.gevallen.stappen import GEVALLEN
from tests.trajects.signaalsoorten.tafel import volgende
from trajects.models import Signaal
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.register import REGELS, soort_van
from trajects.signaalsoorten.soort import Over, Stap
from trajects.signaalsoorten.soorten import rust
from trajects.signaalsoorten.volgende_stap import is_nu
from trajects.signalen.bepaal_signalen import bepaal_signalen


@pytest.fixture(params=GEVALLEN, ids=lambda geval: geval.code)
def geval(request: pytest.FixtureRequest, toneel: Toneel) -> Iterator[Stapgeval]:
    """One scene on its first day, with its facts."""
    gevraagd: Stapgeval = request.param
    with op_de_dag(gevraagd.vanaf):
        gevraagd.feiten(toneel)
        yield gevraagd


def test_every_step_has_a_scene() -> None:
    alleen_stap = {regel.lijn for regel in REGELS if not regel.is_signaal} - {rust.REGEL.lijn}
    assert sorted(geval.code for geval in GEVALLEN) == sorted(alleen_stap)


def test_it_is_the_step_of_who_can_take_it(geval: Stapgeval, toneel: Toneel) -> None:
    wie = toneel.wie
    assert bool(_stappen(geval, toneel, plus_dagen(geval.vanaf, -1))) is not geval.ervoor
    stappen = _stappen(geval, toneel, geval.vanaf)
    assert {rol: stap.view for rol, stap in stappen.items()} == geval.stappen
    for rol, stap in stappen.items():
        assert volgende(wie, toneel.van(rol), geval.vanaf) == stap
    bepaal_signalen(op=geval.vanaf)
    assert not Signaal.objects.filter(soort=geval.code).exists()


def test_it_is_not_once_somebody_acted(geval: Stapgeval, toneel: Toneel) -> None:
    geval.doe(toneel)
    assert _stappen(geval, toneel, geval.vanaf) == {}


def _stappen(geval: Stapgeval, toneel: Toneel, op: date) -> dict[Rol, Stap]:
    """The step of this kind for each role, on a day on which it holds."""
    wie, soort = toneel.wie, soort_van(geval.code)
    alle = feiten_van(wie.organisatie_id, [wie.pk], op).get(wie.pk, [])
    over = {rol: Over(wie.voornaam, op, rol) for rol in Rol if rol in soort.voor}
    gevonden = {
        rol: soort.stap(feit, ieder)
        for feit in alle
        for rol, ieder in over.items()
        if feit.soort == geval.code and is_nu(feit, ieder)
    }
    return {rol: stap for rol, stap in gevonden.items() if stap}
