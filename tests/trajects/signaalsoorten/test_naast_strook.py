"""What the rules say of all advice at once is what the strip says of each, on every day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from gebruikers.models import Organisatie
from gedeeld.periode import plus_dagen
from regels.domein.parameters import Parameters, laad_parameters
from tests.trajects.signaalsoorten.adviesland import bevolk
from trajects.signaalsoorten.feiten import feiten_van
from trajects.signaalsoorten.soort import Feit, Over, Urgentie
from trajects.signaalsoorten.soorten import (
    beroep_kan,
    bijsturing_kan,
    plan_herzien,
    verlenging_kan,
)
from trajects.signalen.verklaring import geldt
from werknemers.domein.adviesdagen.aanvraag import Aanvraagstand
from werknemers.domein.adviesdagen.strook import Strook
from werknemers.domein.adviesdagen.strookdag import Dagstand
from werknemers.domein.adviesdagen.stroken import Strookgegevens, stroken_van
from werknemers.domein.schijven import niveau_op
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Werknemer

DAGEN = [plus_dagen(date(2023, 7, 1), 41 * n) for n in range(70)]


@pytest.fixture
def mensen(organisatie: Organisatie) -> list[Werknemer]:
    return bevolk(organisatie, 60)


def _vergelijkingen(mensen: list[Werknemer]) -> Iterator[tuple[date, Strook, list[Feit]]]:
    """Each strip of each day, with the rows of the employee."""
    organisatie = mensen[0].organisatie_id
    regels = laad_parameters(date(2026, 11, 23), organisatie)
    gegevens = {
        wie.pk: Strookgegevens(
            list(wie.adviezen.all()), list(wie.adviesgebeurtenissen.all()), None, None
        )
        for wie in mensen
    }
    for op in DAGEN:
        feiten = feiten_van(organisatie, list(gegevens), op)
        for sleutel, wie in gegevens.items():
            for strook in stroken_van(wie, _op(regels, op)):
                yield op, strook, feiten.get(sleutel, [])


def _op(regels: Parameters, dag: date) -> Parameters:
    return replace(regels, op=dag)


def _geldend(feiten: list[Feit], soort: str, op: date, onderwerp: int | None = None) -> list[Feit]:
    over = Over("Amina", op)
    return [
        feit
        for feit in feiten
        if feit.soort == soort and geldt(feit, over) and onderwerp in (None, feit.onderwerp)
    ]


def test_the_window_of_an_extension(mensen: list[Werknemer]) -> None:
    gezien = set()
    for op, strook, feiten in _vergelijkingen(mensen):
        uitkijk = strook.uitkijk
        niets = uitkijk.aanvraag.stand is Aanvraagstand.GEEN
        loopt = uitkijk.einde >= op and not uitkijk.waarom_niet and not strook.vervolgd
        vroegst, veilig = uitkijk.vroegst, uitkijk.veilig
        open_ = bool(
            loopt and niets and vroegst and veilig and (vroegst.dag <= op or veilig.dag < op)
        )
        gevonden = _geldend(feiten, verlenging_kan.CODE, op, strook.advies.pk)
        assert len(gevonden) == open_, (op, strook.advies, uitkijk.moment, gevonden)
        for feit in gevonden:
            assert veilig is not None
            assert feit.dag == veilig.dag
            assert (feit.urgentie == Urgentie.EERST) == (veilig.dag < op)
            gezien.add(feit.urgentie)
    assert gezien == {Urgentie.EERST, Urgentie.DAARNA, Urgentie.LATER}


def test_an_adjustment_that_can_be_asked(mensen: list[Werknemer]) -> None:
    aantal = 0
    for op, strook, feiten in _vergelijkingen(mensen):
        for feit in _geldend(feiten, bijsturing_kan.CODE, op, strook.advies.pk):
            dagen = [dag for dag in strook.dagen if dag.wat == "Bijsturing vragen kan"]
            assert [(dag.dag, dag.stand) for dag in dagen] == [(feit.dag, Dagstand.KAN)]
            aantal += 1
    assert aantal > 20


def test_what_one_can_object_to(mensen: list[Werknemer]) -> None:
    """The signal is about each decision; the strip tells the last one of each kind of request."""
    aantal = 0
    for op, strook, feiten in _vergelijkingen(mensen):
        uitkijk = strook.uitkijk
        dagen = {feit.dag for feit in _geldend(feiten, beroep_kan.CODE, op)}
        for aanvraag in (uitkijk.aanvraag, uitkijk.bijsturing, uitkijk.begin):
            if aanvraag.stand is Aanvraagstand.BEROEP and _bekend(aanvraag.gevraagd_op, op):
                assert aanvraag.beroep is not None
                if plus_dagen(aanvraag.beroep.uiterlijk.dag, -45) <= op:
                    assert aanvraag.beroep.uiterlijk.dag in dagen, (op, aanvraag)
                    aantal += 1
    assert aantal > 10


def _bekend(gevraagd_op: date | None, op: date) -> bool:
    return gevraagd_op is not None and gevraagd_op <= op


def test_the_day_on_which_the_support_plan_changes(mensen: list[Werknemer]) -> None:
    aantal = 0
    for op, strook, feiten in _vergelijkingen(mensen):
        komt = [dag.dag for dag in strook.dagen if dag.wat == "Ondersteuningsplan aanpassen"]
        begonnen = strook.advies.begeleidingsniveau != Begeleidingsniveau.GEEN
        van_advies = [
            feit
            for feit in feiten
            if feit.soort == plan_herzien.CODE and feit.onderwerp == strook.advies.pk
        ]
        if komt and begonnen and op in strook.advies.periode and van_advies:
            assert [feit.dag for feit in van_advies] == komt
            aantal += 1
    assert aantal > 50


def test_who_has_guidance(mensen: list[Werknemer]) -> None:
    adviezen = list(
        Adviesperiode.objects.exclude(soort="lde_overgang").prefetch_related("schijven")
    )
    for op in DAGEN:
        gevonden = set(Adviesperiode.objects.met_begeleiding_op(op).values_list("pk", flat=True))
        assert gevonden == {
            advies.pk
            for advies in adviezen
            if op in advies.periode and niveau_op(advies, op) != Begeleidingsniveau.GEEN
        }
