"""What a page of an employee reads in one question is what is there."""

from datetime import date
from typing import Any

import pytest

from gebruikers.keuzes import Rol
from gedeeld.periode import Periode
from regels.keuzes import SoortAdvies
from tests.fabrieken import (
    AdviesFactory,
    ContractFactory,
    GebruikerFactory,
    JobdoelwitFactory,
    TrajectFactory,
    WerknemerFactory,
)
from trajects.kader.werknemerbeeld import Werknemerbeeld, lees_werknemer, stel_beeld_samen
from trajects.keuzes import Fase
from werknemers.domein.premies import laad_startpakketten, verloop_van
from werknemers.models import Premieschijf, Werknemer

pytestmark = pytest.mark.django_db
OP = date(2026, 11, 23)


def _beeld(werknemer: Werknemer) -> Werknemerbeeld:
    wie = GebruikerFactory(organisatie=werknemer.organisatie, rol=Rol.COORDINATOR)
    return stel_beeld_samen(lees_werknemer(wie, werknemer.pk), wie, OP)


@pytest.mark.parametrize("soort", SoortAdvies)
def test_the_steps_of_each_kind_of_advice_and_why(soort: str) -> None:
    """With only the packages of that kind, beside somebody who has another one."""
    AdviesFactory(soort=SoortAdvies.IMW_2, periode=Periode(date(2024, 1, 1), date(2026, 1, 1)))
    advies = AdviesFactory(soort=soort, periode=Periode(date(2024, 1, 1), date(2029, 1, 1)))
    ((gelezen, verloop),) = _beeld(advies.werknemer).adviezen
    verwacht = verloop_van(advies, laad_startpakketten())
    assert (gelezen, verloop.schijven) == (advies, verwacht.schijven)
    assert verloop.uitleg == verwacht.uitleg


def test_each_advice_has_its_own_package_or_its_own_steps() -> None:
    werknemer = WerknemerFactory()
    eerst = AdviesFactory(werknemer=werknemer, periode=Periode(date(2022, 1, 1), date(2024, 1, 1)))
    dan = AdviesFactory(
        werknemer=werknemer,
        soort=SoortAdvies.IMW_2,
        periode=Periode(date(2024, 1, 1), date(2026, 1, 1)),
    )
    Premieschijf.objects.create(advies=eerst, periode=eerst.periode, percentage=35)
    pakketten = laad_startpakketten()
    assert [(advies, verloop.schijven) for advies, verloop in _beeld(werknemer).adviezen] == [
        (advies, verloop_van(advies, pakketten).schijven) for advies in (eerst, dan)
    ]


def test_contracts_and_trajectories_as_they_are_ordered(django_assert_num_queries: Any) -> None:
    werknemer = WerknemerFactory()
    for jaar in (2022, 2026, 2024):
        periode = Periode(date(jaar, 1, 1), date(jaar + 1, 1, 1))
        ContractFactory(werknemer=werknemer, periode=periode)
    oud = TrajectFactory(werknemer=werknemer, fase=Fase.STOPGEZET, gestart_op=date(2022, 1, 3))
    JobdoelwitFactory(traject=oud, titel="Bakker", van=date(2022, 1, 3))
    nu = TrajectFactory(werknemer=werknemer, gestart_op=date(2026, 1, 5))
    JobdoelwitFactory(traject=nu, titel="Kok", van=date(2026, 1, 5))
    ContractFactory()
    beeld = _beeld(werknemer)
    with django_assert_num_queries(0):
        assert [c.periode.van.year for c in beeld.contracten] == [2026, 2024, 2022]
        assert [t.jobdoelwit for t in beeld.werknemer.trajecten.all()] == ["Kok", "Bakker"]
        assert (beeld.traject, beeld.vorig_traject) == (nu, oud)
        assert beeld.diensten == [beeld.contracten[0].dienst.naam]
    assert [c.dienst for c in beeld.contracten] == [c.dienst for c in werknemer.contracten.all()]
