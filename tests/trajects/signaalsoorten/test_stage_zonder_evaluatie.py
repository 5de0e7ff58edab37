"""A placement that ends, or ended, without an evaluation."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import StageFactory, WerknemerFactory
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    feiten,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from trajects.models import Stage
from trajects.signaalsoorten.soort import Stap, Urgentie
from trajects.signaalsoorten.soorten.stage_zonder_evaluatie import CODE
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
EINDE = date(2026, 11, 28)


@pytest.fixture
def stage(amina: Werknemer) -> Stage:
    periode = Periode.tem(date(2026, 11, 2), EINDE)
    return StageFactory(werknemer=amina, werkgever__naam="De Linde", periode=periode)


@pytest.mark.parametrize(
    ("op", "verwacht", "urgentie"),
    [
        (date(2026, 11, 20), [], Urgentie.DAARNA),
        (date(2026, 11, 21), [(CODE, EINDE)], Urgentie.DAARNA),
        (EINDE, [(CODE, EINDE)], Urgentie.DAARNA),
        (date(2026, 12, 28), [(CODE, EINDE)], Urgentie.DAARNA),
        (date(2026, 12, 29), [(CODE, EINDE)], Urgentie.LATER),
    ],
)
def test_from_a_week_before_its_last_day(
    amina: Werknemer,
    stage: Stage,
    op: date,
    verwacht: list[tuple[str, date]],
    urgentie: Urgentie,
) -> None:
    assert signalen(amina, op) == verwacht
    assert [feit.urgentie for feit in feiten(amina, op)] == [urgentie]


@pytest.mark.parametrize(
    ("op", "zegt", "doe"),
    [
        (
            NU,
            "stage bij De Linde eindigt op 28 november 2026, nog geen evaluatie",
            "De stage bij De Linde eindigt op 28 november 2026: spreek de evaluatie af.",
        ),
        (
            EINDE,
            "stage bij De Linde eindigt vandaag, nog geen evaluatie",
            "De stage bij De Linde eindigt vandaag: spreek de evaluatie af.",
        ),
        (
            date(2026, 12, 1),
            "stage bij De Linde eindigde op 28 november 2026, nog geen evaluatie",
            "De stage bij De Linde eindigde op 28 november 2026. Noteer hoe het ging voor Amina.",
        ),
    ],
)
def test_what_it_says_and_what_to_do(
    amina: Werknemer, stage: Stage, begeleider: Gebruiker, op: date, zegt: str, doe: str
) -> None:
    assert zin(amina, op) == [zegt]
    verwacht = Stap(doe, "Vul de evaluatie in", "stage_bewerk", stage.pk)
    assert stap(amina, begeleider, op) == verwacht


def test_hr_writes_no_evaluations(amina: Werknemer, stage: Stage, hr: Gebruiker) -> None:
    assert stap(amina, hr) is None


def test_no_signal_when_there_is_an_evaluation_or_no_contract(amina: Werknemer) -> None:
    StageFactory(werknemer=amina, evaluatie="Komt op tijd en helpt collega’s.")
    vertrokken = StageFactory(werknemer__organisatie=amina.organisatie).werknemer
    assert (signalen(amina), staan_open(vertrokken)) == ([], [])


def test_another_last_day_withdraws_it_at_once(
    als: Als, amina: Werknemer, stage: Stage, begeleider: Gebruiker
) -> None:
    signalen(amina)
    vul_in(als(begeleider), "trajects:stage_bewerk", stage.pk, laatste_dag="2026-12-19")
    assert staan_open(amina) == []
    assert ingetrokken(amina) == ["Ingetrokken: de stage eindigt nu op 19/12/2026."]
    assert signalen(amina, date(2026, 12, 12)) == [(CODE, date(2026, 12, 19))]


def test_each_organisation_has_its_own(
    amina: Werknemer, stage: Stage, andere_organisatie: object
) -> None:
    elders = WerknemerFactory(organisatie=andere_organisatie, in_dienst=True)
    assert (signalen(amina), staan_open(elders)) == ([(CODE, EINDE)], [])


def test_the_page_says_why(als: Als, amina: Werknemer, stage: Stage, begeleider: Gebruiker) -> None:
    naam = "stage zonder evaluatie"
    assert "De stage bij De Linde eindigt op 28 november 2026 en er is nog geen evaluatie." in (
        waarom(als, begeleider, amina, naam)
    )
    Stage.objects.update(periode=Periode.tem(date(2026, 11, 2), date(2026, 12, 18)))
    assert waarom(als, begeleider, amina, naam).endswith(
        "De stage bij De Linde eindigt op 18 december 2026. Het signaal komt op 11 december 2026."
    )
    Stage.objects.all().delete()
    assert waarom(als, begeleider, amina, naam).endswith(
        "Er loopt vandaag geen contract, of elke stage heeft een evaluatie."
    )
