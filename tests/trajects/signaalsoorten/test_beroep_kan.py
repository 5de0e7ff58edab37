"""A decision that one can object to, in a strict term."""

from datetime import date

import pytest
from django.urls import reverse

from gebruikers.models import Gebruiker
from tests.fabrieken import AdviesFactory, GebeurtenisFactory
from tests.trajects.signaalsoorten.kind import dagen, eigen_stap, houdt, open_dagen, zinnen
from tests.trajects.signaalsoorten.tafel import Als, ingetrokken
from tests.werknemers.blad import bewaar
from trajects.signaalsoorten.soorten.beroep_kan import CODE
from werknemers.models import Adviesgebeurtenis, Adviesperiode, Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
UITERLIJK = date(2026, 12, 31)


@pytest.fixture
def advies(amina: Werknemer) -> Adviesperiode:
    return AdviesFactory(werknemer=amina, besluitdatum=date(2023, 7, 3))


@pytest.fixture
def weigering(advies: Adviesperiode) -> Adviesgebeurtenis:
    """Known on 16 November 2026: an appeal is in time up to Thursday 31 December."""
    return GebeurtenisFactory(
        advies=advies,
        gevraagd_op=date(2026, 9, 1),
        besluitdatum=date(2026, 11, 12),
        kennis_op=date(2026, 11, 16),
        uitkomst="geweigerd",
    )


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 11, 15), []),
        (date(2026, 11, 16), [UITERLIJK]),
        (date(2026, 12, 31), [UITERLIJK]),
        (date(2027, 1, 1), []),
    ],
)
def test_from_the_day_that_it_is_known_up_to_the_last_one(
    amina: Werknemer, weigering: Adviesgebeurtenis, op: date, verwacht: list[date]
) -> None:
    assert dagen(amina, CODE, op) == verwacht


def test_the_last_working_day_is_named_too(
    amina: Werknemer, weigering: Adviesgebeurtenis, begeleider: Gebruiker
) -> None:
    weigering.kennis_op = UITERLIJK
    weigering.save()
    stap = eigen_stap(amina, CODE, begeleider, UITERLIJK)
    assert stap is not None
    assert stap.zin == (
        "Beslis samen met Amina of er beroep komt. Beroep kan tot en met zondag 14 februari 2027; "
        "doe het ten laatste op vrijdag 12 februari 2027."
    )
    assert zinnen(amina, CODE, UITERLIJK)[0] == (
        "beroep tegen de beslissing kan tot en met zondag 14 februari 2027; doe het ten laatste op "
        "vrijdag 12 februari 2027"
    )


def test_without_a_day_of_knowledge_the_decision_counts(
    amina: Werknemer, weigering: Adviesgebeurtenis
) -> None:
    weigering.kennis_op = None
    weigering.save()
    assert dagen(amina, CODE) == [date(2026, 12, 27)]


@pytest.mark.parametrize("uitkomst", ["toegekend", "ingetrokken"])
def test_there_is_nothing_to_object_to(
    amina: Werknemer, weigering: Adviesgebeurtenis, uitkomst: str
) -> None:
    weigering.uitkomst = uitkomst
    weigering.save()
    assert not houdt(amina, CODE)


def test_too_late_is_too_late(amina: Werknemer, weigering: Adviesgebeurtenis) -> None:
    assert dagen(amina, CODE) == [UITERLIJK]
    # The week after the last day was missed.
    assert dagen(amina, CODE, date(2027, 1, 8)) == []
    assert "Ingetrokken: de laatste dag voor beroep is voorbij." in ingetrokken(amina)


def test_an_objection_is_noted_and_the_signal_goes_at_once(
    als: Als, hr: Gebruiker, amina: Werknemer, weigering: Adviesgebeurtenis
) -> None:
    assert dagen(amina, CODE) == [UITERLIJK]
    adres = reverse("werknemers:gebeurtenis_nieuw", args=[amina.pk, "bezwaar"])
    client = als(hr)
    antwoord = bewaar(client, f"{adres}?tegen={weigering.pk}", gevraagd_op="2026-11-23")
    assert antwoord.status_code == 302
    assert open_dagen(amina, CODE) == []
    assert "Ingetrokken: er is bezwaar gemaakt." in ingetrokken(amina)
    Adviesgebeurtenis.objects.filter(soort="bezwaar").update(
        uitkomst="ingetrokken", besluitdatum=date(2026, 11, 23)
    )
    assert dagen(amina, CODE) == [UITERLIJK]
