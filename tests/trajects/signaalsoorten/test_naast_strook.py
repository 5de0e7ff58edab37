"""What the rules say of all advice at once is what the strip says of each, on every day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from gebruikers.models import Organisatie
from gedeeld.periode import plus_dagen
from regels.domein.parameters import laad_parameters
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
from werknemers.domein.adviesdagen.premiewissel import laatste_premiewissel
from werknemers.domein.adviesdagen.stroken import Strookgegevens, stroken_van
from werknemers.domein.adviesdagen.strook import Strook
from werknemers.domein.adviesdagen.strookdag import Dagstand
from werknemers.domein.schijven import niveau_op
from werknemers.keuzes import Begeleidingsniveau
from werknemers.models import Adviesperiode, Werknemer

DAGEN = [plus_dagen(date(2023, 7, 1), 97 * n) for n in range(25)]
# Days to object (`BEROEP_BINNEN`).
TERMIJN = 45


@pytest.fixture
def mensen(organisatie: Organisatie) -> list[Werknemer]:
    return bevolk(organisatie, 40)


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
            for strook in stroken_van(wie, replace(regels, op=op)):
                yield op, strook, feiten.get(sleutel, [])


def _geldend(feiten: list[Feit], soort: str, op: date, onderwerp: int | None = None) -> list[Feit]:
    over = Over("Amina", op)
    return [
        feit
        for feit in feiten
        if feit.soort == soort and geldt(feit, over) and onderwerp in (None, feit.onderwerp)
    ]


def _venster(op: date, strook: Strook, feiten: list[Feit]) -> Iterator[object]:
    """The window of an extension, and how urgent it is."""
    uitkijk = strook.uitkijk
    vroegst, veilig = uitkijk.vroegst, uitkijk.veilig
    loopt = uitkijk.einde >= op and not uitkijk.waarom_niet and not strook.vervolgd
    kan = bool(vroegst and veilig and (vroegst.dag <= op or veilig.dag < op))
    niets = uitkijk.aanvraag.stand is Aanvraagstand.GEEN
    gevonden = _geldend(feiten, verlenging_kan.CODE, op, strook.advies.pk)
    assert len(gevonden) == (loopt and kan and niets), (op, strook.advies, uitkijk.moment)
    for feit in gevonden:
        assert veilig is not None
        assert feit.dag == veilig.dag
        assert (feit.urgentie == Urgentie.EERST) == (veilig.dag < op)
        yield Urgentie(feit.urgentie)


def _bijsturing(op: date, strook: Strook, feiten: list[Feit]) -> Iterator[object]:
    """Whoever hears that an adjustment can be asked, reads that on the strip."""
    for feit in _geldend(feiten, bijsturing_kan.CODE, op, strook.advies.pk):
        dagen = [dag for dag in strook.dagen if dag.wat == "Bijsturing vragen kan"]
        assert [(dag.dag, dag.stand) for dag in dagen] == [(feit.dag, Dagstand.KAN)]
        yield "bijsturing"


def _beroep(op: date, strook: Strook, feiten: list[Feit]) -> Iterator[object]:
    """The rule is about each decision, once it is known; the strip tells the last one of each kind
    of request."""
    dagen = {feit.dag for feit in _geldend(feiten, beroep_kan.CODE, op)}
    uitkijk = strook.uitkijk
    for aanvraag in (uitkijk.aanvraag, uitkijk.bijsturing, uitkijk.begin):
        if aanvraag.stand is Aanvraagstand.BEROEP and aanvraag.beroep is not None:
            uiterlijk = aanvraag.beroep.uiterlijk.dag
            if plus_dagen(uiterlijk, -TERMIJN) <= op:
                assert uiterlijk in dagen, (op, aanvraag)
                yield "beroep"


def _plan(op: date, strook: Strook, feiten: list[Feit]) -> Iterator[object]:
    """The day on which the guidance premium last changed, also after a stop."""
    advies = strook.advies
    wissel = laatste_premiewissel(list(advies.werknemer.adviezen.order_by("periode")), op)
    for feit in _geldend(feiten, plan_herzien.CODE, op, advies.pk):
        assert feit.dag is not None
        assert wissel is not None
        # What fell in an advice before, stands on the strip of that one.
        assert feit.dag == wissel or max(feit.dag, wissel) < advies.periode.van
        yield "plan"


def test_the_rules_and_the_strip_say_the_same(mensen: list[Werknemer]) -> None:
    gezien = Counter(
        wat
        for op, strook, feiten in _vergelijkingen(mensen)
        for vergelijk in (_venster, _bijsturing, _beroep, _plan)
        for wat in vergelijk(op, strook, feiten)
    )
    verwacht = {
        "bijsturing",
        "beroep",
        "plan",
        Urgentie.EERST,
        Urgentie.DAARNA,
        Urgentie.LATER,
    }
    assert set(gezien) == verwacht, "Every case was met."


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
