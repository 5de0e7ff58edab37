"""The talk with the next employer whose day is over."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from tests.fabrieken import OverdrachtFactory
from tests.trajects.signaalsoorten.tafel import (
    Als,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from trajects.models import Overdracht
from trajects.signaalsoorten.soort import Stap
from trajects.signaalsoorten.soorten.overdrachtsgesprek import CODE
from werknemers.models import Werknemer

DAG = date(2026, 11, 20)


@pytest.fixture
def overdracht(amina: Werknemer) -> Overdracht:
    return OverdrachtFactory(werknemer=amina, werkgever__naam="De Linde", gesprek_gepland_op=DAG)


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [(DAG, []), (date(2026, 11, 21), [(CODE, DAG)]), (date(2027, 6, 1), [(CODE, DAG)])],
)
def test_from_the_day_after(
    amina: Werknemer, overdracht: Overdracht, op: date, verwacht: list[tuple[str, date]]
) -> None:
    assert signalen(amina, op) == verwacht


def test_what_it_says_and_what_to_do(
    amina: Werknemer, overdracht: Overdracht, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    gepland = "overdrachtsgesprek met De Linde was gepland op 20 november 2026"
    assert zin(amina) == [gepland]
    assert stap(amina, begeleider) == Stap(
        f"Het {gepland}. Noteer hoe het ging, of kies een nieuwe dag.",
        "Vul het gesprek in",
        "overdracht_bewerk",
        overdracht.pk,
    )
    assert stap(amina, hr) is None


@pytest.mark.parametrize(
    ("velden", "reden"),
    [
        (
            {"gesprek_gehouden_op": "2026-11-20"},
            "het gesprek is genoteerd, of staat niet meer gepland",
        ),
        ({"gesprek_gepland_op": ""}, "het gesprek is genoteerd, of staat niet meer gepland"),
        ({"gesprek_gepland_op": "2026-12-04"}, "het gesprek is nu gepland op 04/12/2026"),
    ],
)
def test_what_is_noted_withdraws_it_at_once(
    als: Als,
    amina: Werknemer,
    overdracht: Overdracht,
    begeleider: Gebruiker,
    velden: dict[str, str],
    reden: str,
) -> None:
    assert signalen(amina) == [(CODE, DAG)]
    vul_in(als(begeleider), "trajects:overdracht_bewerk", overdracht.pk, **velden)
    assert staan_open(amina) == []
    assert ingetrokken(amina) == [f"Ingetrokken: {reden}."]


def test_the_page_says_why(
    als: Als, amina: Werknemer, overdracht: Overdracht, begeleider: Gebruiker
) -> None:
    naam = "overdrachtsgesprek niet genoteerd"
    assert (
        "Het overdrachtsgesprek met De Linde was gepland op 20 november 2026 "
        "en is nog niet genoteerd." in waarom(als, begeleider, amina, naam)
    )
    Overdracht.objects.update(gesprek_gepland_op=date(2026, 12, 4))
    assert waarom(als, begeleider, amina, naam).endswith(
        "Het overdrachtsgesprek met De Linde is gepland op 4 december 2026. "
        "Het signaal komt op 5 december 2026."
    )
