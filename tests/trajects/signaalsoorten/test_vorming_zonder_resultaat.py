"""A training that is over while nobody wrote down how it went."""

from datetime import date

import pytest

from gebruikers.models import Gebruiker
from gedeeld.periode import Periode
from tests.fabrieken import DeelnameFactory
from tests.trajects.signaalsoorten.tafel import (
    NU,
    Als,
    ingetrokken,
    signalen,
    staan_open,
    stap,
    vul_in,
    waarom,
    zin,
)
from trajects.keuzes import Resultaat, Standdeelname
from trajects.models import Deelname, Vormingsactie
from trajects.signaalsoorten.soort import Stap
from trajects.signaalsoorten.soorten.vorming_zonder_resultaat import CODE
from werknemers.models import Werknemer

pytestmark = pytest.mark.amina(in_dienst=True)
LAATSTE = date(2026, 10, 23)


@pytest.fixture
def deelname(amina: Werknemer) -> Deelname:
    return DeelnameFactory(
        werknemer=amina,
        vorming__titel="Voedselveiligheid",
        vorming__periode=Periode.tem(date(2026, 10, 19), LAATSTE),
        stand=Standdeelname.AANWEZIG,
    )


@pytest.mark.parametrize(
    ("op", "verwacht"),
    [
        (date(2026, 11, 21), []),
        (date(2026, 11, 22), [(CODE, LAATSTE)]),
        (date(2027, 6, 1), [(CODE, LAATSTE)]),
    ],
)
def test_thirty_days_after_the_training(
    amina: Werknemer, deelname: Deelname, op: date, verwacht: list[tuple[str, date]]
) -> None:
    assert signalen(amina, op) == verwacht


@pytest.mark.parametrize(
    ("velden", "aantal"),
    [
        ({"stand": Standdeelname.GEPLAND}, 1),
        ({"stand": Standdeelname.AFWEZIG}, 0),
        ({"resultaat": Resultaat.NIET}, 0),
        ({"attest": "HACCP"}, 0),
    ],
)
def test_who_was_there_or_may_have_been(
    amina: Werknemer, deelname: Deelname, velden: dict[str, str], aantal: int
) -> None:
    Deelname.objects.update(**velden)
    assert len(signalen(amina)) == aantal


def test_what_it_says_and_what_to_do(
    amina: Werknemer, deelname: Deelname, begeleider: Gebruiker, hr: Gebruiker
) -> None:
    vorming = "de vorming Voedselveiligheid, die eindigde op 23 oktober 2026"
    assert zin(amina) == [f"nog geen resultaat van {vorming}"]
    assert stap(amina, begeleider) == Stap(
        "Hoe ging de vorming Voedselveiligheid? Noteer het resultaat van Amina.",
        "Noteer het resultaat",
        "deelname",
        deelname.pk,
    )
    assert stap(amina, hr) is None


@pytest.mark.parametrize("velden", [{"resultaat": "deels"}, {"stand": "afwezig"}])
def test_the_result_withdraws_it_at_once(
    als: Als, amina: Werknemer, deelname: Deelname, begeleider: Gebruiker, velden: dict[str, str]
) -> None:
    signalen(amina)
    vul_in(als(begeleider), "trajects:deelname", deelname.pk, **velden)
    assert staan_open(amina) == []
    assert ingetrokken(amina) == ["Ingetrokken: het resultaat is ingevuld, of is niet meer nodig."]


def test_a_later_last_day_withdraws_it_for_everybody_at_once(
    als: Als, amina: Werknemer, deelname: Deelname, coordinator: Gebruiker
) -> None:
    """The training is about more people than the one whose page it is."""
    signalen(amina)
    client = als(coordinator)
    vul_in(client, "trajects:vorming_bewerk", deelname.vorming_id, laatste_dag="2026-11-13")
    assert staan_open(amina) == []
    assert ingetrokken(amina) == [
        "Ingetrokken: het is nog te vroeg na de laatste dag van de vorming (13/11/2026)."
    ]
    assert signalen(amina, date(2026, 12, 20)) == [(CODE, date(2026, 11, 13))]


def test_a_training_that_was_called_off_has_none(amina: Werknemer, deelname: Deelname) -> None:
    Vormingsactie.objects.update(geannuleerd=True)
    assert signalen(amina) == []


def test_the_page_says_why(
    als: Als, amina: Werknemer, deelname: Deelname, begeleider: Gebruiker
) -> None:
    naam = "vorming zonder resultaat"
    assert "Er is nog geen resultaat van de vorming Voedselveiligheid" in waarom(
        als, begeleider, amina, naam
    )
    Vormingsactie.objects.update(periode=Periode.tem(date(2026, 11, 2), NU))
    assert waarom(als, begeleider, amina, naam).endswith(
        "De vorming Voedselveiligheid eindigt op 23 november 2026. "
        "Het signaal komt op 23 december 2026."
    )
