"""The start packages: as published, dated, with the contradiction between sources in sight."""

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from gedeeld.schendingen import als_zin
from regels.domein.vergelijking import vergelijk
from regels.keuzes import SoortAdvies
from regels.models import Bron, Startpakket, StartpakketSchijf

Als = Callable[[Gebruiker], Client]
pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("soort", "schijven"),
    [
        (SoortAdvies.IMW_2, [(1, 8, 20)]),
        (SoortAdvies.IMW_5, [(1, 5, 40), (6, 8, 30), (9, 20, 20)]),
        (SoortAdvies.IMW_5_VERHOOGD, [(1, 5, 55), (6, 8, 50), (9, 20, 40)]),
        (SoortAdvies.IMW_5_CMW45, [(1, 8, 45), (9, 20, 40)]),
    ],
)
def test_what_an_advice_begins_with(soort: str, schijven: list[tuple[int, int, int]]) -> None:
    pakket = Startpakket.objects.standaard().op(date(2026, 11, 23)).get(soort=soort)
    rijen = pakket.schijven.values_list("eerste_kwartaal", "laatste_kwartaal", "percentage")
    assert list(rijen) == schijven
    assert pakket.bron.zekerheid == "B"


def test_the_contradiction_is_in_one_row() -> None:
    pakketten = Startpakket.objects.filter(soort=SoortAdvies.IMW_5).prefetch_related("schijven")
    (vergelijking,) = vergelijk(pakketten)
    assert vergelijking.soort == "IMW 5 jaar"
    assert [pakket.variant for pakket in vergelijking.pakketten] == ["5/3/12", "5/4/11"]
    assert [(rij.eerste, rij.laatste, rij.percentages) for rij in vergelijking.rijen] == [
        (1, 5, (40, 40)),
        (6, 8, (30, 30)),
        (9, 9, (20, 30)),
        (10, 20, (20, 20)),
    ]
    assert [rij.verschilt for rij in vergelijking.rijen] == [False, False, True, False]


def test_a_variant_that_is_shorter_leaves_a_gap() -> None:
    StartpakketSchijf.objects.filter(
        startpakket__soort=SoortAdvies.IMW_5, startpakket__standaard=False, eerste_kwartaal=10
    ).delete()
    pakketten = Startpakket.objects.filter(soort=SoortAdvies.IMW_5).prefetch_related("schijven")
    (vergelijking,) = vergelijk(pakketten)
    assert vergelijking.rijen[-1].percentages == (20, None)


@pytest.mark.parametrize("aantal", [1, 3])
def test_the_page(
    als: Als, begeleider: Gebruiker, aantal: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    blijven = ["imw_5", "imw_5_verhoogd", "imw_5_cmw45"][:aantal]
    Startpakket.objects.exclude(soort__in=blijven).delete()
    client = als(begeleider)
    with django_assert_num_queries(4):
        antwoord = client.get("/beheer/regels/")
    assert len(antwoord.context["vergelijkingen"]) == aantal
    tekst = antwoord.content.decode()
    assert tekst.count("bronnen spreken elkaar tegen") == aantal
    assert tekst.count("hiermee rekenen we") == aantal
    assert "zekerheid B: sectorfederatie of vakpers" in tekst
    assert "voor een besluit vanaf 1 juli 2023" in tekst
    assert "https://www.verso-net.be/" in tekst


def test_back_to_the_administration_for_who_has_it(
    als: Als, beheerder: Gebruiker, begeleider: Gebruiker
) -> None:
    terug = 'class="kop-terug" href="/beheer/"'
    assert terug in als(beheerder).get("/beheer/regels/").content.decode()
    assert terug not in als(begeleider).get("/beheer/regels/").content.decode()


def test_read_only(als: Als, beheerder: Gebruiker) -> None:
    assert als(beheerder).post("/beheer/regels/").status_code == 405


def nieuw_pakket(van: date) -> Startpakket:
    return Startpakket.objects.create(
        soort=SoortAdvies.IMW_2,
        variant="8",
        geldig=Periode(van),
        bron=Bron.objects.get(code="verso-2024"),
    )


def test_no_two_default_packages_at_once() -> None:
    with pytest.raises(ValidationError, match="Er geldt al een ander standaardpakket"), als_zin():
        nieuw_pakket(date(2027, 1, 1))


@pytest.mark.parametrize(
    ("schijf", "zin"),
    [
        ((1, 2, 22), "veelvoud van 5"),
        ((1, 2, 15), "veelvoud van 5"),
        ((1, 2, 80), "veelvoud van 5"),
        ((3, 2, 20), "Het laatste kwartaal komt na het eerste."),
        ((8, 9, 20), "Twee schijven gelden voor hetzelfde kwartaal."),
    ],
)
def test_steps_that_cannot_be(schijf: tuple[int, int, int], zin: str) -> None:
    pakket = Startpakket.objects.standaard().get(soort=SoortAdvies.IMW_2)
    eerste, laatste, percentage = schijf
    with pytest.raises(ValidationError, match=zin), als_zin():
        StartpakketSchijf.objects.create(
            startpakket=pakket,
            eerste_kwartaal=eerste,
            laatste_kwartaal=laatste,
            percentage=percentage,
        )
